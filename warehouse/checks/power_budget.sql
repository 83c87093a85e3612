-- id: power_budget
-- family: power_budget
-- title: Pieces times power against the site's power
-- en: The article gives “{count_quote:text}” and “{power_quote:text}”: {each:amount} each. One {name:text} draws
--   {piece:interval} ({?piece_quotes}“{piece_quotes:text}” in the article{/piece_quotes}{!piece_quotes}{source:text}{/piece_quotes}), so {pieces:number} of them draw {boards:interval}.
--   {?too_high}Even doubled for hosts, network and cooling that is {doubled:amount}; the article's figure is {times:ratio}
--   times what the boards draw.{/too_high}{?too_low}The article's figure is less than the boards alone
--   draw.{/too_low}{?plausible}The article's figure leaves room for hosts, network and cooling.{/plausible}
--   {?is_slip}Only the unit differs: {meant:amount} was probably meant.{/is_slip}
-- it: L'articolo indica «{count_quote:text}» e «{power_quote:text}»: {each:amount} ciascuna. La potenza di {name:text}
--   è {piece:interval} ({?piece_quotes}«{piece_quotes:text}» nell'articolo{/piece_quotes}{!piece_quotes}{source:text}{/piece_quotes}), quindi {pieces:number} unità assorbono {boards:interval}.
--   {?too_high}Anche raddoppiando per server, rete e raffreddamento si arriva a {doubled:amount}; il dato dell'articolo è
--   {times:ratio} volte quello delle sole schede.{/too_high}{?too_low}Il dato dell'articolo è inferiore all'assorbimento
--   delle sole schede.{/too_low}{?plausible}Il dato dell'articolo lascia spazio a server, rete e
--   raffreddamento.{/plausible} {?is_slip}Differisce solo l'unità: il valore inteso è probabilmente {meant:amount}.{/is_slip}
-- zh: 文章给出“{count_quote:text}”和“{power_quote:text}”，即每个{each:amount}。单个{name:text}的功耗为{piece:interval}
--   （{?piece_quotes}文中“{piece_quotes:text}”{/piece_quotes}{!piece_quotes}{source:text}{/piece_quotes}），{pieces:number}个合计{boards:interval}。{?too_high}即使算上主机、网络和冷却再翻一倍，也只有
--   {doubled:amount}；文章的数字是这些芯片功耗的{times:ratio}倍。{/too_high}{?too_low}文章的数字低于这些芯片本身的功耗。{/too_low}
--   {?plausible}文章的数字为主机、网络和冷却留有余地。{/plausible}{?is_slip}只差在单位：可能原意是{meant:amount}。{/is_slip}
--
-- A site draws more than its boards: up to 2.5 times is usual with hosts, network and cooling, up to 4 times it is built with room, and beyond that and below
-- the boards' own draw no reading is left. A site's power that no product is named for may be built for more than it holds today, and a plan for
-- more than runs today: too much of it says nothing then, nor too little of what is not of one time. Where only "GPUs" are counted, and the article tells what one of
-- its products draws, that is taken with twice the room. What the article says that one of its servers or racks draws goes before the model's figure of a
-- chip. What a site is supplied with is a bound: machines that draw more than that at once do not fit.

WITH site AS (
  -- of_all: the only power of an article that is said to be enough for all of what it counts
  SELECT q.*, told_of_all AND count(*) FILTER (told_of_all) OVER (PARTITION BY q.article_id) = 1 AS of_all, of_full_load, of_supply
  FROM quantity_claims q
  JOIN articles t USING (article_id)
  CROSS JOIN LATERAL (SELECT lower(substr(t.text, q.sentence_start + 1, q.sentence_end - q.sentence_start)) AS sentence)
  CROSS JOIN LATERAL (
    SELECT regexp_matches(sentence, '\b(allacciament\w+|a disposizione|(mega|kilo|chilo)watt (elettrici )?disponibili|bast(a|ano|erà|eranno|erebbero)( e avanzano)?,? per|potenza (elettrica )?(disponibile|impegnata|contrattuale))\b|供[电電]容量|供[电電]合同[^。]{0,24}容量|可用[电電]力|[电電][网網][^，。；]{0,8}供[应應]|同[时時][满滿][载載]') AS of_supply
  )
  CROSS JOIN LATERAL (
    SELECT of_supply OR regexp_matches(sentence, '\b(tutt[ie] (i|gli|le)|(l[''’]inter[oa]|tutt[oa] (il|la|lo|l[''’])) ?(nuov[oa] )?(parco|impianto|cluster|campus|centro|sito|edificio|sala|fabbrica|complesso|struttura))\b|所有|全部|整[个個座]') AS told_of_all,
      regexp_matches(sentence, 'pieno (carico|regime)|massimo carico|[满滿][载載]') AS of_full_load
  )
  WHERE q.predicate = 'power' AND q.unit = 'W' AND q.polarity = 'positive' AND q.per IS NULL AND q.value > 0
    AND (q.event IS NOT NULL OR q.basis = 'site' OR q.value >= 1e6 OR (told_of_all AND q.value >= 1e5))
    AND NOT regexp_matches(words_before(t.text, q.span_start), '[每单單][台臺柜櫃机機][^，,。；;]{0,10}$|\b(ogni|ciascun|un singolo) ?(server|rack|armadio|nodo|macchina)\b[^,.;]{0,20}$')
    -- what is left over is for something else
    AND NOT regexp_matches(words_before(t.text, q.span_start), '(剩[下余餘]?|其[余餘]|[余餘]下|另外?|restant\w*|riman\w+|altri|altre)[^，,。.;；]{0,12}$')
), piece AS (
  -- what one piece draws: all cases the model knows; without a figure of its own, at least what its parts draw
  SELECT hardware, min(low) AS low, max(high) AS high, arg_min(source, low) AS source, arg_min(source_url, low) AS source_url,
    arg_min(as_of, low) AS as_of, arg_min(checked, low) AS checked, arg_max(source, high) AS high_source,
    arg_max(source_url, high) AS high_url, arg_max(as_of, high) AS high_as_of, arg_max(checked, high) AS high_checked
  FROM (
    SELECT m.hardware, s.value::DOUBLE AS low, coalesce(s.value_high, s.value)::DOUBLE AS high, s.source, s.source_url, s.as_of, s.checked
    FROM members m JOIN hardware_specs s ON s.hardware_id = m.member
    JOIN hardware k ON k.hardware_id = m.member
    WHERE s.predicate = 'power' AND s.value IS NOT NULL AND (m.member = m.hardware OR k.kind IN ('gpu', 'accelerator', 'cpu'))
  )
  GROUP BY hardware
), own_piece AS (
  -- what the article itself says that one of its GPUs draws
  SELECT q.article_id, min(q.lo) / 2 AS low, max(q.hi) * 2 AS high, min(q.value)::DOUBLE AS shown_low, max(coalesce(q.value_high, q.value))::DOUBLE AS shown_high,
    string_agg(DISTINCT h.name, ', ' ORDER BY h.name) AS name, list(q.claim_id ORDER BY q.claim_id) AS ids, string_agg(DISTINCT q.quote, ' / ' ORDER BY q.quote) AS quotes
  FROM quantity_claims q JOIN hardware h ON h.hardware_id = q.hardware
  WHERE q.predicate = 'power' AND q.unit = 'W' AND q.polarity = 'positive' AND q.event IS NULL AND q.value < 5000 AND q.lo > 0 AND q.hi > 0
    AND (q.basis IS NULL OR q.basis IN ('chip', 'card')) AND h.kind IN ('gpu', 'accelerator')
  GROUP BY q.article_id
), own_machine AS (
  -- and what one of its servers or racks does, where it tells that once
  SELECT q.article_id, q.hardware, min(q.lo) AS low, max(q.hi) AS high, min(q.value)::DOUBLE AS shown_low, max(q.value)::DOUBLE AS shown_high,
    list(q.claim_id ORDER BY q.claim_id) AS ids, string_agg(DISTINCT q.quote, ' / ' ORDER BY q.quote) AS quotes
  FROM quantity_claims q
  JOIN articles t USING (article_id)
  JOIN hardware h ON h.hardware_id = q.hardware
  WHERE q.predicate = 'power' AND q.unit = 'W' AND q.polarity = 'positive' AND q.per IS NULL AND q.value BETWEEN 1000 AND 500000 AND q.value_high IS NULL AND q.lo > 0 AND q.hi > 0
    AND regexp_matches(words_before(t.text, q.span_start), '[每单單][台臺柜櫃机機][^，,。；;]{0,10}$|\b(ogni|ciascun|un singolo) ?(server|rack|armadio|nodo|macchina)\b[^,.;]{0,20}$')
  GROUP BY ALL HAVING min(q.value) = max(q.value)
), counts AS (
  SELECT claim_id, article_id, hardware, lo AS low, hi AS high, value::DOUBLE AS middle, value, quote, holder, deal, event, modality, confidence, sentence_start, span_start, true AS generic,
    true AS of_machines, CASE WHEN basis_size > 1 THEN basis_size END AS in_each
  FROM quantity_claims
  WHERE predicate = 'unit_count' AND polarity = 'positive' AND per IS NULL AND value >= 10 AND basis IN ('server', 'rack') AND hardware IS NOT NULL
  UNION ALL BY NAME
  SELECT claim_id, article_id, hardware, low, high, middle, value, quote, holder, deal, event, modality, confidence, sentence_start, span_start, false AS generic FROM unit_counts
  WHERE hardware IS NOT NULL
  UNION ALL BY NAME
  SELECT claim_id, article_id, NULL AS hardware, low, high, middle, value, quote, holder, deal, event, modality, confidence, sentence_start, span_start, true AS generic FROM unit_counts
  WHERE hardware IS NULL AND regexp_matches(lower(quote), 'gpu|accelerat|加速|[显顯]卡')
), paired AS (
  SELECT s.claim_id AS power_id, c.claim_id AS count_id, c.generic, s.article_id, c.hardware, s.lo AS said_low, s.hi AS said_high, s.value::DOUBLE AS said,
    c.low AS count_low, c.high AS count_high, c.middle AS pieces, s.quote AS power_quote, c.quote AS count_quote,
    s.of_all, s.of_full_load, s.of_supply, coalesce(c.of_machines, false) AS of_machines, c.in_each, s.hardware IS NOT DISTINCT FROM c.hardware AS same_product,
    (s.modality IN ('planned', 'expected')) = (c.modality IN ('planned', 'expected')) OR r.claim_id IS NOT NULL AS same_time,
    CASE
      WHEN s.hardware = c.hardware THEN 1
      WHEN s.deal = c.deal THEN 2
      WHEN s.sentence_start = c.sentence_start OR r.claim_id IS NOT NULL THEN 3
      ELSE 4
    END AS tie,
    abs(s.span_start - c.span_start) AS distance
  FROM site s
  JOIN counts c USING (article_id)
  LEFT JOIN hardware h ON h.hardware_id = s.hardware
  LEFT JOIN hardware g ON g.hardware_id = c.hardware
  -- "le 8.000 schede avranno 2,5 megawatt": the sentence of the power counts them again without their name
  LEFT JOIN (SELECT article_id, sentence_start, value, min(claim_id) AS claim_id FROM unit_counts WHERE hardware IS NULL GROUP BY ALL) r
    ON r.article_id = s.article_id AND r.sentence_start = s.sentence_start AND r.value = c.value AND c.hardware IS NOT NULL
  WHERE c.value >= CASE WHEN c.of_machines OR g.kind IN ('rack', 'pod', 'server', 'system') THEN 10 ELSE 100 END AND coalesce(c.event, '') NOT IN ('cut', 'produce', 'ship')
    AND (NOT s.of_supply OR abs(s.span_start - c.span_start) < 300)
    AND (s.of_all OR (coalesce(s.holder = c.holder, true) AND coalesce(s.deal = c.deal, true)))
    -- pieces without a noun may be something else's
    AND (c.confidence > 0.65 OR s.hardware = c.hardware)
    AND (
      s.hardware IS NOT DISTINCT FROM c.hardware AND s.hardware IS NOT NULL
      OR ((s.hardware IS NULL OR h.kind IN ('cluster', 'supercomputer', 'system'))
        AND (s.deal = c.deal OR s.sentence_start = c.sentence_start OR r.claim_id IS NOT NULL OR s.holder = c.holder OR s.of_all))
    )
  QUALIFY tie = min(tie) OVER (PARTITION BY s.claim_id, c.generic)
), powered AS (
  SELECT p.*, h.name, h.kind, d.low AS piece_low, d.high AS piece_high, d.low AS shown_low, d.high AS shown_high, d.source, d.source_url, d.as_of, d.checked,
    d.high_source, d.high_url, d.high_as_of, d.high_checked, NULL AS piece_ids, NULL AS piece_quotes
  FROM paired p
  JOIN piece d USING (hardware)
  JOIN hardware h ON h.hardware_id = p.hardware
  WHERE NOT p.of_machines
  UNION ALL BY NAME
  SELECT p.*, o.name, o.low AS piece_low, o.high AS piece_high, o.shown_low, o.shown_high, o.ids AS piece_ids, o.quotes AS piece_quotes
  FROM paired p JOIN own_piece o USING (article_id)
  WHERE p.generic AND NOT p.of_machines
  UNION ALL BY NAME
  SELECT p.*, h.name || coalesce(' × ' || p.in_each, '') AS name, o.low AS piece_low, o.high AS piece_high, o.shown_low, o.shown_high, o.ids AS piece_ids, o.quotes AS piece_quotes
  FROM paired p JOIN own_machine o USING (article_id, hardware) JOIN hardware h ON h.hardware_id = p.hardware
  WHERE p.of_machines
), judged AS (
  SELECT *,
    count_low * piece_low AS boards_low, count_high * piece_high AS boards_high,
    -- a line of products counted beside one of its own is no other
    count(DISTINCT CASE WHEN is_one_product(kind) THEN hardware END) OVER (PARTITION BY power_id) AS products,
    CASE WHEN of_all AND of_supply AND said_high < boards_low THEN 'conflict'
      ELSE banded_verdict(said_low, said_high, boards_low * 0.95, boards_high * 2.5, boards_low * CASE WHEN of_full_load THEN 0.9 ELSE 0.7 END, boards_high * 4) END AS verdict_read,
    times_apart(said_low, said_high, boards_low, boards_high) AS times
  FROM powered
  QUALIFY row_number() OVER (
    PARTITION BY power_id
    -- what is enough for all is enough for the largest count
    ORDER BY of_machines DESC, CASE WHEN of_all THEN -pieces END, verdict_rank(verdict_read), generic DESC, distance, count_id
  ) = 1
), slipped AS (
  SELECT j.*, (said_low > boards_high AND NOT same_product) OR NOT (same_time OR of_all) AS is_spare,
    list_filter([1e3, 1e6, 1e-3, 1e-6], lambda f: verdict_read <> 'supported'
      AND share_a_point(said_low / f, said_high / f, boards_low, boards_high * 2.5))[1] AS slip
  FROM judged j
)
SELECT article_id, hardware, said_low, said_high, boards_low AS follows_low, 2.5 * boards_high AS follows_high, 'W' AS unit,
  CASE
    WHEN verdict_read = 'supported' OR slip IS NOT NULL THEN verdict_read
    WHEN verdict_read = 'doubtful' THEN verdict_read
    WHEN products > 1 AND NOT generic THEN 'doubtful'
    ELSE 'conflict'
  END AS verdict,
  CASE WHEN slip IS NOT NULL THEN 'magnitude' END AS family,
  said / slip AS meant,
  times_apart(said_low, said_high, boards_low, boards_high) AS gap, 0.7 AS least_confidence, -- a site's power is of no product, so that none is uncertain
  list_concat([claim(power_id, 'said'), claim(count_id, 'count')], list_transform(coalesce(piece_ids, []), lambda i: claim(i, 'other'))) AS claims,
  list_concat(
    [article_input('power', said_low, said_high, 'W'), article_input('unit_count', count_low, count_high, '1')],
    CASE WHEN generic THEN [article_input('power of one', piece_low, piece_high, 'W')] ELSE [
      model_input('power of one', piece_low, NULL, 'W', source, source_url, as_of, checked),
      model_input('power of one', piece_high, NULL, 'W', high_source, high_url, high_as_of, high_checked)
    ] END,
    [derived_input('power of all', boards_low, boards_high, 'W')]
  ) AS inputs,
  count_quote, power_quote, significant(said / pieces, 2) AS each, name, shown_low AS piece_low, shown_high AS piece_high,
  source || CASE WHEN high_source <> source THEN '; ' || high_source ELSE '' END AS source, piece_quotes, pieces,
  significant(pieces * shown_low, 3) AS boards_low, significant(pieces * shown_high, 3) AS boards_high,
  significant(2 * pieces * shown_high, 3) AS doubled, said / (pieces * shown_high) AS times,
  verdict_read <> 'supported' AND said > pieces * shown_high AND slip IS NULL AS too_high,
  verdict_read <> 'supported' AND said < pieces * shown_low AND slip IS NULL AS too_low,
  verdict_read = 'supported' AS plausible, slip IS NOT NULL AS is_slip
FROM slipped
WHERE verdict_read = 'supported' OR slip IS NOT NULL OR NOT (is_spare OR (verdict_read = 'doubtful' AND said_low > boards_high))
