-- id: specification
-- family: spec_conflict
-- title: A figure against the product's specification
-- en: The article says “{quote:text}”: {said:said} as the {predicate:term} of {name:text}.
--   {?own}{source:text} gives {follows:interval}{?condition} ({condition:text}){/condition}.{/own}
--   {?derived}One {name:text} holds {part_count:number} {part_name:text} with {part:interval} each ({source:text}), so at
--   least {at_least:amount} follows.{/derived}
--   {?is_component}That is the figure of one {other_name:text} ({other_source:text}); one {name:text} has
--   {other_count:number}.{/is_component}{?is_whole}That is the figure of a whole {other_name:text}
--   ({other_source:text}), which has {other_count:number} {name:text}.{/is_whole}{?is_relative}That is the
--   figure of another product, {other_name:text} ({other_source:text}).{/is_relative}
--   {?is_slip}Only the power of ten differs: {meant:amount} was probably meant.{/is_slip}{?early}
--   The product was not public yet when the article appeared.{/early}{?unverified}
--   This figure of the model has not been verified against its source yet.{/unverified}
-- it: L'articolo dice «{quote:text}»: {said:said} come {predicate:term} di {name:text}.
--   {?own}Il dato della fonte ({source:text}) è {follows:interval}{?condition} ({condition:text}){/condition}.{/own}
--   {?derived}Un {name:text} contiene {part_count:number} {part_name:text} ({part:interval} ciascuno; {source:text}):
--   ne risultano almeno {at_least:amount}.{/derived}
--   {?is_component}Questo è il dato di un singolo {other_name:text} ({other_source:text}); un {name:text} ne ha
--   {other_count:number}.{/is_component}{?is_whole}Questo è il dato di un intero {other_name:text}
--   ({other_source:text}), che ha {other_count:number} {name:text}.{/is_whole}{?is_relative}Questo è il dato di
--   un altro prodotto, {other_name:text} ({other_source:text}).{/is_relative}
--   {?is_slip}Differisce solo la potenza di dieci: il valore inteso è probabilmente {meant:amount}.{/is_slip}{?early}
--   Quando l'articolo è uscito il prodotto non era ancora stato annunciato.{/early}{?unverified}
--   Questo dato del modello non è ancora stato verificato sulla fonte.{/unverified}
-- zh: 文章称“{quote:text}”，即{name:text}的{predicate:term}为{said:said}。{?own}据{source:text}，该数据为{follows:interval}
--   {?condition}（{condition:text}）{/condition}。{/own}{?derived}一个{name:text}含{part_count:number}个{part_name:text}，
--   每个{part:interval}（{source:text}），合计至少{at_least:amount}。{/derived}
--   {?is_component}这是单个{other_name:text}的数据（{other_source:text}），而一个{name:text}有
--   {other_count:number}个。{/is_component}{?is_whole}这是整个{other_name:text}的数据（{other_source:text}），
--   其中有{other_count:number}个{name:text}。{/is_whole}{?is_relative}这是另一产品{other_name:text}的数据
--   （{other_source:text}）。{/is_relative}{?is_slip}只差在数量级：可能原意是{meant:amount}。{/is_slip}{?early}
--   文章发表时该产品尚未公布。{/early}{?unverified}
--   模型中的这一数据尚未与来源核实。{/unverified}
--
-- A claim is held against every figure of the product whose case (SKU, precision, sparse or dense, boost or base) does not
-- contradict the claim's own; the figure nearest to the claim decides. Where the model has none that
-- is verified, what follows from the product's parts is a reading too. Sparse figures are twice the dense ones, and a figure of which the case is not told may be either.
-- What was told before the product was public was a forecast (of a fact: two months before, a leak), and is out of date where it differs.
-- A processor has cores of several kinds and speeds: counts that make up no more than the whole are of its kinds, and its clocks are compared only where their case is told.
-- What a claim of another scope (a die, a server, a site) says of the product is left to other checks, and so are differences and the
-- figures of power supplies and caches, of links told as the memory's, and what so many of the product have together. A figure that is true of a product named nearer to it is that product's, and one of a product
-- named in the same sentence may be. A standard or a family is no one product. A computer in a ranking grows: its figures are those of a day.

WITH tolerance(predicate, likely, unlikely) AS (
  -- likely: rounding and units (GB or GiB, reserved memory); unlikely: cut-down and overclocked models, early figures
  VALUES
    ('power', 0.05, 0.3), ('transistor_count', 0.02, 0.05), ('memory_capacity', 0.08, 0.15), ('memory_bandwidth', 0.05, 0.15),
    ('link_bandwidth', 0.03, 0.15), ('compute', 0.06, 0.15), ('core_count', 0.01, 0.3), ('clock', 0.03, 0.25), ('die_area', 0.03, 0.1)
), said AS (
  SELECT q.*, hash(hardware, predicate, condition, precision, unit, said_value, said_low, said_high, said_bound) AS figure_key
  FROM (SELECT q.claim_id, q.article_id, q.hardware, q.predicate, q.quote, q.unit, q.condition,
    CASE WHEN regexp_matches(q.workload, '^(NV|MX)?(FP|BF|TF|INT)\d') THEN regexp_replace(upper(q.workload), '^(NV|MX)', '') END AS precision,
    q.span_start, q.span_end, q.published, q.confidence, q.zone, q.lo * CASE WHEN q.unit = 'bit/s' THEN 0.125 ELSE 1.0 END AS said_low, q.hi * CASE WHEN q.unit = 'bit/s' THEN 0.125 ELSE 1.0 END AS said_high, q.value AS said_value, q.value_high AS said_value_high, q.bound AS said_bound, h.name, h.kind, t.likely,
    -- the cores of a graphics card are those of its name: another number has another name
    CASE WHEN q.predicate = 'core_count' AND h.kind = 'gpu' AND q.value >= 1000 THEN 0.03 ELSE t.unlikely END AS unlikely,
    coalesce(q.published < w.day - CASE WHEN q.modality = 'asserted' THEN 7 ELSE 0 END, false) AS early
  FROM quantity_claims q
  JOIN hardware h ON h.hardware_id = q.hardware
  JOIN tolerance t USING (predicate)
  LEFT JOIN announced w ON w.hardware = q.hardware
  WHERE q.polarity = 'positive' AND q.event IS NULL AND q.per IS NULL AND q.value IS NOT NULL
    AND (q.basis IS NULL OR q.basis IN ('chip', 'card'))
    -- megawatts are a site's, whatever product stands beside them
    AND NOT (q.predicate = 'power' AND h.kind NOT IN ('cluster', 'supercomputer') AND q.value >= 1e6)
  ) q
), figures_said AS (
  -- many claims say one figure: it is held against the model once
  SELECT DISTINCT figure_key, hardware, predicate, condition, precision, said_value, said_low, said_high, said_bound, likely, unlikely FROM said
), figures AS (
  SELECT s.hardware_id, s.predicate, CASE WHEN s.unit = 'bit/s' THEN 'B/s' ELSE s.unit END AS unit,
    s.value::DOUBLE * f AS low, coalesce(s.value_high, s.value)::DOUBLE * f AS high, s.condition, upper(s.workload) AS precision,
    s.source, s.source_url, s.as_of, s.checked, s.predicate = 'memory_capacity' AND contains(s.condition, 'maximum') AS is_maximum
  FROM hardware_specs s
  JOIN tolerance USING (predicate)
  CROSS JOIN LATERAL (SELECT CASE WHEN s.unit = 'bit/s' THEN 0.125 ELSE 1.0 END AS f)
  WHERE s.value IS NOT NULL
), clashes AS (
  -- conditions are few: each pair is looked at once
  SELECT a.condition AS said_condition, b.condition
  FROM (SELECT DISTINCT condition FROM said) a JOIN (SELECT DISTINCT condition FROM figures) b ON contradicts(a.condition, b.condition)
), doubled AS (
  -- sparse, dense or untold: how often the model's figure may stand in the claim
  SELECT * FROM (VALUES (0.5), (1.0), (2.0)) v(factor)
), own AS (
  SELECT s.figure_key, CASE WHEN f.is_maximum THEN 0 ELSE f.low * d.factor END AS follows_low, f.high * d.factor AS follows_high, f.condition, f.source, f.source_url,
    f.as_of, f.checked, NULL::VARCHAR AS part_id, NULL::BIGINT AS part_count, NULL::DOUBLE AS part_low, NULL::DOUBLE AS part_high,
    false AS summed
  FROM figures_said s
  JOIN members p USING (hardware)
  JOIN figures f ON f.hardware_id = p.member AND f.predicate = s.predicate
  JOIN doubled d ON
    CASE
      WHEN s.predicate = 'link_bandwidth' THEN true  -- per direction or both
      WHEN s.predicate <> 'compute' THEN d.factor = 1
      WHEN contains(lower(s.condition), 'dense') AND contains(lower(f.condition), 'sparse') THEN d.factor = 0.5
      WHEN contains(lower(s.condition), 'sparse') AND contains(lower(f.condition), 'dense') THEN d.factor = 2
      WHEN regexp_matches(lower(s.condition), 'dense|sparse') AND regexp_matches(lower(f.condition), 'dense|sparse') THEN d.factor = 1
      WHEN contains(lower(f.condition), 'sparse') THEN d.factor <= 1
      WHEN contains(lower(f.condition), 'dense') THEN d.factor >= 1
      ELSE true
    END
  LEFT JOIN clashes x ON x.said_condition = s.condition AND x.condition = f.condition
  WHERE x.condition IS NULL AND coalesce(s.precision = f.precision, true)
), totals AS (
  -- what so many of the product have together, where its sentence counts them
  SELECT s.claim_id, s.figure_key, n.counted * o.follows_low AS follows_low, n.counted * o.follows_high AS follows_high, o.condition, o.source, o.source_url, o.as_of, o.checked,
    o.part_id, o.part_count, o.part_low, o.part_high, false AS summed
  FROM said s
  JOIN claims c USING (claim_id)
  JOIN (
    SELECT article_id, sentence_start, hardware, value::DOUBLE * coalesce(basis_size, 1) AS counted FROM quantity_claims
    WHERE predicate = 'unit_count' AND polarity = 'positive' AND value > 1
  ) n ON n.article_id = s.article_id AND n.sentence_start = c.sentence_start AND n.hardware = s.hardware
  JOIN own o ON o.figure_key = s.figure_key
  WHERE s.predicate IN ('power', 'memory_capacity', 'compute')
    AND share_a_point(s.said_low, s.said_high, n.counted * o.follows_low / 1.02, n.counted * o.follows_high * 1.02)
), derived AS (
  -- of each whole without a verified figure of its own: so many of its part times the part's figure; other
  -- parts add to it, but not beyond five times as much
  SELECT s.figure_key, p.count * f.low AS follows_low, 5 * p.count * f.high AS follows_high, f.condition, f.source, f.source_url, f.as_of,
    CASE WHEN f.checked IS NOT NULL THEN p.checked END AS checked, p.component_id AS part_id, p.count AS part_count, f.low AS part_low, f.high AS part_high, true AS summed
  FROM figures_said s
  JOIN parts p ON p.hardware_id = s.hardware
  JOIN figures f ON f.hardware_id = p.component_id AND f.predicate = s.predicate
  WHERE s.predicate IN ('transistor_count', 'memory_capacity', 'memory_bandwidth', 'power')
    AND s.figure_key NOT IN (SELECT figure_key FROM own WHERE checked IS NOT NULL)
  QUALIFY row_number() OVER (PARTITION BY s.figure_key ORDER BY p.count * f.low DESC, f.source) = 1
), readings AS (
  -- of a figure, or of the one claim whose sentence counts the product
  SELECT r.* EXCLUDE (condition), r.condition AS case_of,
    verdict_within(least_said, said_high, follows_low, follows_high, likely, unlikely) AS verdict_read,
    times_apart(least_said, said_high, follows_low, follows_high) AS apart,
    -- nobody slips by a point on "one core"
    CASE WHEN NOT summed AND NOT (predicate = 'core_count' AND said_value < 10) THEN slip_exponent(least_said, said_high, follows_low, follows_high) END AS slip
  FROM (
    SELECT r.*, s.predicate, s.said_value, s.likely, s.unlikely,
      -- "up to" what is more than a hundred times the figure is no bound of it, nor is "more than" what is its digits less some zeros
      CASE WHEN s.said_bound = 'min' AND s.said_low * 100 < r.follows_low AND (s.predicate = 'transistor_count' OR slip_exponent(s.said_low, s.said_low * 1.05, r.follows_low, r.follows_high) IS NOT NULL)
        THEN s.said_low * 1.05 ELSE s.said_high END AS said_high,
      CASE WHEN s.said_bound = 'max' AND s.said_high > 100 * r.follows_high THEN s.said_high / 1.05 ELSE s.said_low END AS least_said
    FROM figures_said s
    JOIN (SELECT NULL::VARCHAR AS claim_id, * FROM own UNION ALL FROM totals UNION ALL SELECT NULL::VARCHAR, * FROM derived) r USING (figure_key)
  ) r
  QUALIFY row_number() OVER (
    PARTITION BY claim_id, figure_key ORDER BY verdict_rank(verdict_read), checked IS NULL, slip IS NULL AND apart > 1.5, apart, follows_low, follows_high, source, case_of
  ) = 1
), contested AS (
  SELECT t.claim_id, r.* EXCLUDE (claim_id)
  FROM (SELECT claim_id, figure_key FROM readings WHERE claim_id IS NOT NULL) t
  JOIN readings r ON r.figure_key = t.figure_key AND coalesce(r.claim_id = t.claim_id, true)
  QUALIFY row_number() OVER (
    PARTITION BY t.claim_id ORDER BY verdict_rank(verdict_read), checked IS NULL, slip IS NULL AND apart > 1.5, apart, follows_low, follows_high, source, case_of
  ) = 1
), read AS (
  SELECT s.*, r.* EXCLUDE (claim_id, figure_key, predicate, said_value, said_high, likely, unlikely, least_said)
  FROM said s JOIN (FROM readings WHERE claim_id IS NULL) r USING (figure_key)
  WHERE s.claim_id NOT IN (SELECT claim_id FROM contested)
  UNION ALL BY NAME
  SELECT s.*, r.* EXCLUDE (claim_id, figure_key, predicate, said_value, said_high, likely, unlikely, least_said)
  FROM said s JOIN contested r USING (claim_id)
), kin_figures AS MATERIALIZED (
  SELECT k.hardware_id, k.scope, k.count, k.other, h.name AS other_name, f.predicate, f.precision, f.condition,
    f.source AS other_source, f.source_url AS other_url, f.checked AS other_checked, f.low AS other_low, f.high AS other_high
  FROM kin k
  JOIN hardware h ON h.hardware_id = k.other
  JOIN figures f ON f.hardware_id = k.other
), mixed_up AS (
  SELECT r.claim_id, f.scope, f.count, f.other, f.other_name, f.other_source, f.other_url, f.other_checked, f.other_low, f.other_high
  FROM read r
  JOIN kin_figures f ON f.hardware_id = r.hardware AND f.predicate = r.predicate AND coalesce(r.precision = f.precision, true)
  LEFT JOIN clashes x ON x.said_condition = r.condition AND x.condition = f.condition
  WHERE x.condition IS NULL AND r.verdict_read <> 'supported'
    AND r.said_low IS NOT NULL AND r.said_high IS NOT NULL
    AND CASE
      WHEN f.scope IN ('component', 'whole') THEN share_a_point(r.said_low, r.said_high, f.other_low / 1.02, f.other_high * 1.02)
      -- other products have figures of all sizes: only the very figure is told
      ELSE share_a_point(r.said_low, r.said_high, f.other_low, f.other_low)
        OR share_a_point(r.said_low, r.said_high, f.other_high, f.other_high)
    END
  QUALIFY row_number() OVER (
    PARTITION BY r.claim_id
    ORDER BY list_position(['component', 'whole', 'predecessor', 'successor', 'sibling'], f.scope), f.other_low, f.other, f.other_source
  ) = 1
), spans AS MATERIALIZED (
  SELECT hardware_id, predicate, min(low) AS low, max(high) AS high FROM figures GROUP BY ALL
), wrong AS MATERIALIZED (
  -- what looks wrong, without what is said of something else than the product
  SELECT r.claim_id, r.article_id, r.hardware, r.predicate, r.zone, r.said_low, r.said_high, r.unlikely,
    regexp_matches(clause_before(before) || '…' || after, '\b(server|nodo|nodi|rack|armadio|sistema|sistemi)\b|服务器|伺服器|机柜|機櫃|整机|整機|整柜|整櫃|节点|節點') OR tells_all(before, after) AS in_container,
    -- of what so many stand in
    regexp_matches(lower(substr(a.text, c.sentence_start + 1, c.sentence_end - c.sentence_start)),
      '\b(server|nodo|nodi|rack|armadio|armadi|dgx|hgx|sistema|sistemi|macchina|macchine)\b|\b(8|otto|quattro|72) (gpu|schede|acceleratori|[a-z]{1,3}\d{2,3})|服务器|伺服器|机柜|機櫃|整机|整機|整柜|整櫃|节点|節點|[一每单單]台|[8八][张張]?卡') AS names_container,
    regexp_matches(clause_before(before), 'memori|gddr|hbm|[显顯]存|记忆体|記憶體|内存') AS is_memorys, tells_each(before, after) AS is_each,
    -- "each of the chips", right before its name
    regexp_matches(clause_before(before), '[每单單一][颗顆张張片枚块塊]|\b(ogni|ciascun[oa]?) (gpu|chip|scheda|acceleratore|b\d|h\d|mi\d)') AS is_each_one,
    r.predicate = 'power' AND is_rated(before, after) AS is_rated,
    -- the graphics chip of a notebook has the card's name and half its power
    CASE WHEN regexp_matches(r.hardware, '-(rtx|gtx|rx|arc)-') THEN len(regexp_extract_all(lower(a.text), 'notebook|laptop|portatil|笔记本|筆電|筆記型|游戏本|轻薄本|[0-9]{4}hx')) ELSE 0 END AS mobile_words
  FROM read r JOIN articles a USING (article_id) JOIN claims c USING (claim_id)
  CROSS JOIN LATERAL (SELECT words_before(a.text, r.span_start) AS before, words_after(a.text, r.span_end) AS after)
  WHERE r.verdict_read <> 'supported' AND NOT is_difference(before, after)
    -- a version of somebody's own
    AND NOT regexp_matches(before || '…' || after, '\b(su misura|personalizzat\w*|custom)\b|定制|定製|特供|魔改|客製')
    -- "單顆記憶體80GB": nearly the whole is no piece of it
    AND NOT (r.predicate IN ('power', 'memory_capacity') AND is_of_another_part(before, after)
      AND NOT (regexp_matches(before, '[每单單][颗顆张張片]?(显存|顯存|记忆体|記憶體|内存)[^a-z0-9,，。]{0,3}$') AND r.apart < 2))
    AND NOT (r.predicate = 'core_count' AND regexp_matches(after, '^\s*(个|個|的)?(集群|丛集|叢集|簇|ccd|ccx|cluster|chiplet|[大中小][核芯])'))
    -- of another benchmark than the one that ranks machines; a clock that was measured or set by hand
    AND NOT (r.predicate = 'compute' AND regexp_matches(before || after, 'hpcg|hpl-mxp|hpl-ai'))
    AND NOT (r.predicate = 'clock' AND regexp_matches(before || '…' || after, '平均|[实實][测測]|[测測]得|超[频頻]|overclock|\b(in|di) media\b|rilevat|misurat'))
    AND NOT (r.predicate = 'compute' AND is_per_watt(before, after)) AND NOT is_compared_with(before)
    AND NOT (r.predicate = 'memory_bandwidth' AND regexp_matches(before || after, 'nvlink|interconn|互[连連联聯]|卡[间間]|infiniband|ethernet|pcie|以太'))
), named AS MATERIALIZED (
  FROM namings('wrong')
), in_series AS (
  -- "H100 700 W, B200 1.000 W, GB200 1.200 W": a row of chips gives the whole's chip
  SELECT DISTINCT w.claim_id
  FROM wrong w
  JOIN claims c USING (claim_id)
  JOIN read o ON o.article_id = w.article_id AND o.predicate = w.predicate AND o.hardware <> w.hardware AND o.verdict_read = 'supported'
  JOIN claims d ON d.claim_id = o.claim_id AND d.sentence_start = c.sentence_start
), kinds_of_cores AS (
  -- counts of one sentence that make up no more than the whole
  SELECT unnest(list(claim_id)) AS claim_id
  FROM (
    SELECT r.claim_id, r.hardware, r.said_high, r.follows_high, c.article_id, c.sentence_start
    FROM read r JOIN claims c USING (claim_id) WHERE r.predicate = 'core_count' AND r.verdict_read <> 'supported'
  )
  GROUP BY article_id, sentence_start, hardware
  HAVING count(*) > 1 AND sum(said_high) <= max(follows_high)
), agreed AS (
  SELECT claim_id, article_id, predicate, hardware FROM read WHERE verdict_read = 'supported'
), answered AS (
  FROM answered_by('wrong', 'agreed')
), rivalled AS (
  -- another product of the sentence may have the figure, for all that the model knows
  SELECT DISTINCT n.claim_id
  FROM named n
  JOIN wrong w USING (claim_id)
  JOIN hardware h ON h.hardware_id = n.hardware_id
  WHERE n.hardware_id <> w.hardware AND is_one_product(h.kind)
    AND NOT EXISTS (FROM figures f WHERE f.hardware_id = n.hardware_id AND f.predicate = w.predicate)
    -- what the product is a part of is no rival of a part that is named behind it
    AND NOT EXISTS (
      FROM kin k JOIN named o ON o.claim_id = n.claim_id AND o.hardware_id = k.hardware_id
      WHERE k.hardware_id = w.hardware AND k.other = n.hardware_id AND k.scope = 'whole' AND o.distance < n.distance
    )
  UNION
  SELECT DISTINCT w.claim_id
  FROM wrong w
  JOIN claims c USING (claim_id)
  JOIN claims o ON o.article_id = c.article_id AND o.sentence_start = c.sentence_start AND NOT o.known AND o.hardware <> c.hardware
), of_link AS (
  SELECT w.claim_id
  FROM wrong w
  JOIN (SELECT hardware_id, hardware_id AS other FROM hardware UNION SELECT hardware_id, other FROM kin) k ON k.hardware_id = w.hardware
  JOIN figures f ON f.hardware_id = k.other AND f.predicate = 'link_bandwidth'
    AND share_a_point(w.said_low, w.said_high, f.low / 1.02, f.high * 1.02)
  WHERE w.predicate = 'memory_bandwidth' AND NOT w.is_memorys
), unsure AS (
  FROM wrong WHERE claim_id NOT IN (FROM borne_out)
), fitting AS (
  -- the other products of the article of which the figure is true
  SELECT DISTINCT w.claim_id, f.hardware_id
  FROM unsure w
  JOIN (FROM (SELECT claim_id, hardware_id FROM named) UNION SELECT claim_id, hardware_id FROM wrong JOIN article_products USING (article_id)) p
    ON p.claim_id = w.claim_id AND p.hardware_id <> w.hardware
  JOIN figures f ON f.hardware_id = p.hardware_id AND f.predicate = w.predicate
    AND share_a_point(w.said_low, w.said_high, f.low / 1.01, f.high * 1.01)
), borne AS (
  SELECT f.claim_id,
    bool_or(o.distance <= coalesce(n.distance, 9999) OR n.is_baseline) AS nearer, bool_or(o.distance IS NOT NULL OR n.distance IS NULL) AS beside
  FROM fitting f
  JOIN wrong w USING (claim_id)
  LEFT JOIN named o ON o.claim_id = f.claim_id AND o.hardware_id = f.hardware_id
  LEFT JOIN named n ON n.claim_id = f.claim_id AND n.hardware_id = w.hardware
  GROUP BY f.claim_id
), adrift AS (
  -- the sentence names no product and the article speaks of another that may have the figure, or of many: whose it is, is a guess
  SELECT DISTINCT w.claim_id
  FROM unsure w
  LEFT JOIN named n ON n.claim_id = w.claim_id AND n.hardware_id = w.hardware
  JOIN article_products p ON p.article_id = w.article_id AND p.hardware_id <> w.hardware
  JOIN spans f ON f.hardware_id = p.hardware_id AND f.predicate = w.predicate
    AND share_a_point(w.said_low, w.said_high, f.low / (1 + w.unlikely), f.high * (1 + w.unlikely))
  WHERE n.claim_id IS NULL AND w.zone NOT IN ('title', 'heading', 'table')
  UNION
  SELECT w.claim_id
  FROM unsure w
  LEFT JOIN named n ON n.claim_id = w.claim_id AND n.hardware_id = w.hardware
  JOIN article_products p ON p.article_id = w.article_id
  WHERE n.claim_id IS NULL AND w.zone NOT IN ('title', 'heading', 'table')
  GROUP BY w.claim_id
  HAVING count(*) > 3
), judged AS (
  SELECT r.*, m.* EXCLUDE (claim_id), coalesce(b.beside, false) AND coalesce(m.scope NOT IN ('component', 'whole'), true) AS beside,
    -- a European point read as thousands, or English notation in an Italian text
    abs(r.slip) = 3 AND regexp_matches(r.quote, '^\D*\d{1,3}[.,]\d{3}\D*$') AS is_notation,
    r.predicate = 'power' AND r.claim_id IN (SELECT claim_id FROM wrong WHERE is_rated) AND (m.scope IS NOT NULL
      -- a board is rated no lower than its maker's figure, nor is a large processor by more than it can be set to
      OR (r.kind IN ('gpu', 'accelerator') AND r.said_high * 1.1 < r.follows_low)
      OR (r.kind = 'cpu' AND r.follows_low >= 100 AND r.said_high * 1.15 < r.follows_low)) AS is_rated_otherwise,
    d.claim_id IS NOT NULL AS adrift, r.claim_id IN (SELECT claim_id FROM wrong WHERE mobile_words > 0) AS is_mobile
  FROM read r
  LEFT JOIN mixed_up m USING (claim_id)
  LEFT JOIN borne b USING (claim_id)
  LEFT JOIN adrift d USING (claim_id)
  -- three digits that are the product's, with the point misplaced, are of no other, nor are two of a clock: no other part of it runs at a thousandth
  CROSS JOIN LATERAL (SELECT r.slip IS NOT NULL AND length(rtrim(digits(r.said_value), '0')) >= CASE r.predicate WHEN 'clock' THEN 2 ELSE 3 END AS tells_itself)
  WHERE r.verdict_read = 'supported' OR (
    r.claim_id IN (SELECT claim_id FROM wrong) AND NOT coalesce(b.nearer, false)
    AND NOT (r.confidence <= 0.6 AND (d.claim_id IS NOT NULL OR r.apart > 4) AND NOT tells_itself)
    -- a link's figure told as the memory's, and that of a server beside the chip in it
    AND NOT (r.predicate = 'memory_bandwidth' AND r.claim_id IN (FROM of_link))
    AND NOT (coalesce(m.scope = 'whole', false) AND r.claim_id IN (SELECT claim_id FROM wrong WHERE (in_container OR names_container) AND NOT is_each_one))
    AND NOT (coalesce(m.scope = 'component', false) AND r.claim_id IN (SELECT claim_id FROM wrong WHERE is_each))
    AND NOT (r.predicate = 'core_count' AND r.claim_id IN (FROM kinds_of_cores))
    AND NOT (r.predicate = 'clock' AND r.condition IS NULL AND r.kind IN ('soc', 'cpu') AND r.slip IS NULL)
    AND NOT (r.predicate = 'core_count' AND r.kind = 'soc' AND r.said_high < r.follows_low AND r.slip IS NULL)
    -- an article about notebooks tells the notebook's chip, whose figures the model lacks
    AND NOT (r.slip IS NULL AND r.claim_id IN (SELECT claim_id FROM wrong WHERE mobile_words > 0))
    AND (r.claim_id NOT IN (FROM loosely_tied) OR tells_itself)
    -- the article has the product's right figure as well, or names another product that may have this one: it is that of a version, a part or a rival
    AND (r.slip IS NOT NULL OR r.claim_id NOT IN (SELECT claim_id FROM answered UNION ALL FROM rivalled))
    AND NOT (r.slip IS NULL AND coalesce(b.beside, false) AND coalesce(m.scope NOT IN ('component', 'whole'), true))
    AND (d.claim_id IS NULL OR tells_itself)
    -- a family has members of many sizes, which share a die at most
    AND (r.slip IS NOT NULL OR is_one_product(r.kind) OR r.predicate IN ('transistor_count', 'die_area'))
    -- the product is only what another is compared with, or replaced by it
    AND (r.slip IS NOT NULL
      OR r.claim_id NOT IN (SELECT n.claim_id FROM named n JOIN wrong w ON w.claim_id = n.claim_id AND w.hardware = n.hardware_id WHERE n.is_baseline))
    -- what a memory chip or a link holds is told of what is built with it
    AND NOT (r.kind IN ('memory', 'interconnect') AND r.slip IS NULL)
    -- megabytes beside gigabytes are a cache
    AND NOT (r.predicate = 'memory_capacity' AND r.said_high * 10 < r.follows_low AND r.slip IS NULL)
  )
)
SELECT j.article_id, j.hardware, j.said_low, j.said_high, j.follows_low, j.follows_high,
  CASE WHEN j.unit = 'bit/s' THEN 'B/s' ELSE j.unit END AS unit,
  -- of a family no one product is named, so that none can be contradicted for certain
  CASE
    WHEN j.early AND j.verdict_read <> 'supported' AND j.slip IS NULL THEN 'outdated'
    WHEN j.verdict_read <> 'supported' AND j.kind IN ('supercomputer', 'cluster') AND strftime(j.published, '%Y-%m') < j.as_of THEN 'outdated'
    -- cards of other makers are rated higher, but not lower, nor at the very power of another product
    WHEN j.verdict_read <> 'conflict' AND NOT (j.verdict_read = 'doubtful' AND j.is_rated_otherwise) THEN j.verdict_read
    WHEN NOT is_one_product(j.kind) OR j.beside OR j.adrift OR j.is_notation OR j.is_mobile THEN 'doubtful'
    WHEN j.scope = 'component' AND j.claim_id IN (FROM in_series) THEN 'doubtful'
    WHEN j.kind IN ('supercomputer', 'cluster') AND coalesce(abs(j.slip) < 3, true) THEN 'doubtful'
    -- what is counted as a system's memory differs: that of its accelerators, or of its processors as well
    WHEN j.predicate = 'memory_capacity' AND j.kind IN ('rack', 'pod', 'server', 'system', 'superchip') AND j.slip IS NULL AND j.apart < 2 THEN 'doubtful'
    -- that far off it is most likely the figure of something else
    WHEN j.apart > 10 AND j.slip IS NULL AND j.scope IS NULL THEN 'doubtful'
    ELSE 'conflict'
  END AS verdict,
  CASE WHEN j.verdict_read <> 'supported' AND j.slip IS NOT NULL THEN 'magnitude' END AS family,
  CASE WHEN j.verdict_read <> 'supported' AND j.slip IS NOT NULL THEN centre(j.follows_low, j.follows_high) END AS meant,
  [claim(j.claim_id, 'said')] AS claims,
  list_filter([
    article_input(j.predicate, j.said_low, j.said_high, j.unit),
    CASE WHEN NOT j.summed THEN model_input(j.predicate, j.follows_low, j.follows_high, j.unit, j.source, j.source_url, j.as_of, j.checked) END,
    CASE WHEN j.summed THEN model_input(j.part_id, j.part_low, j.part_high, j.unit, j.source, j.source_url, j.as_of, j.checked) END,
    CASE WHEN j.scope IS NOT NULL AND j.verdict_read <> 'supported'
      THEN model_input(j.other, j.other_low, j.other_high, j.unit, j.other_source, j.other_url, NULL, j.other_checked) END
  ], lambda i: i IS NOT NULL) AS inputs,
  j.said_value, j.said_value_high, j.unit AS said_unit, j.said_bound, j.quote, j.predicate, j.name, j.source, j.case_of AS condition,
  NOT j.summed AS own,
  j.summed AS derived, j.follows_low AS at_least, part_product.name AS part_name, j.part_count, j.part_low, j.part_high,
  j.scope = 'component' AND j.count > 1 AS is_component, j.scope = 'whole' AS is_whole,
  j.scope IN ('predecessor', 'successor', 'sibling') OR (j.scope = 'component' AND j.count = 1) AS is_relative,
  j.other_name, j.other_source, j.count AS other_count,
  family IS NOT NULL AND j.scope IS NULL AS is_slip,
  j.early AND j.verdict_read <> 'supported' AND j.slip IS NULL AS early, j.checked IS NULL AS unverified
FROM judged j LEFT JOIN hardware part_product ON part_product.hardware_id = j.part_id
