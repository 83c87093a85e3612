-- id: stated_change
-- family: arithmetic
-- title: A growth, cut or discount against the two amounts that it relates
-- en: The article says “{quote:text}” and gives “{first_quote:text}” and “{second_quote:text}” ({predicate:term}{?subject} of
--   {subject:text}{/subject}). {?is_rise}From {smaller:amount} to {larger:amount} it is {rise:percent} more{?differs}, not
--   {said_rise:percent}{/differs}.{/is_rise}{?is_fall}From {larger:amount} to {smaller:amount} it is {fall:percent}
--   less{?differs}, not {said_fall:percent}{/differs}.{/is_fall}{?is_times}{larger:amount} is {factor:ratio} times
--   {smaller:amount}{?differs}, not {said_times:ratio} times{/differs}.{/is_times}
-- it: L'articolo dice «{quote:text}» e indica «{first_quote:text}» e «{second_quote:text}» ({predicate:term}{?subject},
--   {subject:text}{/subject}). {?is_rise}Da {smaller:amount} a {larger:amount}: +{rise:percent}{?differs}, non
--   +{said_rise:percent}{/differs}.{/is_rise}{?is_fall}Da {larger:amount} a {smaller:amount}: −{fall:percent}{?differs}, non
--   −{said_fall:percent}{/differs}.{/is_fall}{?is_times}{larger:amount} è {factor:ratio} volte {smaller:amount}{?differs}, non
--   {said_times:ratio} volte{/differs}.{/is_times}
-- zh: 文章称“{quote:text}”，并给出“{first_quote:text}”和“{second_quote:text}”（{?subject}{subject:text}的{/subject}{predicate:term}）。
--   {?is_rise}由{smaller:amount}到{larger:amount}为增加{rise:percent}{?differs}，而不是{said_rise:percent}{/differs}。{/is_rise}
--   {?is_fall}由{larger:amount}到{smaller:amount}为减少{fall:percent}{?differs}，而不是{said_fall:percent}{/differs}。{/is_fall}
--   {?is_times}{larger:amount}是{smaller:amount}的{factor:ratio}倍{?differs}，而不是{said_times:ratio}倍{/differs}。{/is_times}
--
-- The two amounts are of one kind (same predicate, unit, period, basis and case) and of one product and holder, or those of the product and of what it
-- is compared with. They stand in the sentence of the ratio, or, where that has too few of that kind, in the one before it; or one stands
-- there and the other, the article's only other one, is told of the very time that the ratio names as its baseline; or the article gives one amount of
-- each of the two products. Where words join two amounts right before the ratio or right behind it, and name no other measure, it is of them whatever it was read to
-- be a ratio of. A sentence may tell the amounts of two segments or
-- quarters: any pair bears the ratio out, but only one that the words join ("da … a", "contro", 由…增至, 原价…到手价) contradicts it. "N times more" may be N
-- or N + 1, and a ratio whose direction was misread is one the other way round: both are readings.

WITH related(aspect, predicate) AS (
  VALUES
    ('revenue', 'revenue'), ('profit', 'other_amount'), ('price', 'unit_price'), ('price', 'rental_price'), ('spending', 'investment'), ('count', 'unit_count'), ('count', 'core_count'),
    ('orders', 'unit_count'), ('orders', 'order_value'), ('capacity', 'unit_count'), ('capacity', 'memory_capacity'), ('memory', 'memory_capacity'),
    ('bandwidth', 'memory_bandwidth'), ('bandwidth', 'link_bandwidth'), ('power', 'power'), ('area', 'die_area'), ('performance', 'link_bandwidth'), ('performance', 'memory_bandwidth'), ('performance', 'compute'),
    ('performance', 'clock')
), supercomputers AS (
  SELECT hardware_id FROM hardware WHERE kind = 'supercomputer'
), ratios AS (
  SELECT q.claim_id, q.article_id, q.hardware, q.holder, q.object, q.baseline, q.as_of, q.modality, q.aspect, q.quote, q.value::DOUBLE AS said, q.lo, q.hi,
    q.bound, q.sentence_start, q.sentence_end, q.span_start, q.span_end, q.confidence
  FROM quantity_claims q
  WHERE q.predicate = 'relative' AND q.unit = '1' AND q.polarity = 'positive' AND q.value > 0 AND q.value <> 1 AND q.value_high IS NULL
    AND coalesce(q.baseline <> 'forecast', true)
), said AS (
  FROM ratios JOIN related USING (aspect)
), levels AS (
  SELECT claim_id, article_id, predicate, hardware, holder, unit, per, basis, basis_size, condition, NULL AS workload, as_of, modality, quote, span_start, span_end,
    sentence_start, sentence_end, value, value::DOUBLE AS middle, bound, lo, hi, confidence
  FROM price_claims
  WHERE polarity = 'positive' AND value > 0 AND article_id IN (SELECT article_id FROM ratios)
    -- of an amount in two currencies the first: the other is its conversion
  QUALIFY same_as IS NULL OR span_start = min(span_start) OVER (PARTITION BY article_id, same_as)
  UNION ALL BY NAME
  SELECT claim_id, article_id, predicate, hardware, holder, unit, per, basis, basis_size, condition, workload, as_of, modality, quote, span_start, span_end,
    sentence_start, sentence_end, value, value::DOUBLE AS middle, bound, lo, hi, confidence
  FROM quantity_claims
  WHERE polarity = 'positive' AND value > 0 AND article_id IN (SELECT article_id FROM ratios) AND predicate NOT IN ('relative', 'share', 'duration', 'temperature')
), counted AS (
  SELECT *, min(middle) OVER of_product = max(middle) OVER of_product AS is_lone FROM levels
  WINDOW of_product AS (PARTITION BY article_id, predicate, hardware, unit, per, basis, basis_size, condition, workload)
), near AS (
  -- the amounts of the ratio's own sentence, and those of the sentence that ends where it begins
  SELECT s.claim_id AS ratio_id, v.*, v.sentence_start = s.sentence_start AS beside, s.baseline, s.aspect, s.span_start AS ratio_start, s.object,
    -- what is told as a fact relates no forecast, unless words join the two
    s.modality = 'asserted' AND v.modality <> 'asserted' AS is_forecast,
    count(DISTINCT CASE WHEN v.sentence_start = s.sentence_start AND (s.modality <> 'asserted' OR v.modality = 'asserted') THEN v.middle END)
      OVER (PARTITION BY s.claim_id, v.predicate) AS amounts_beside
  FROM said s
  JOIN counted v ON v.article_id = s.article_id AND v.predicate = s.predicate
    AND (v.sentence_start = s.sentence_start OR s.sentence_start - v.sentence_end BETWEEN 0 AND 2)
    -- whose amounts it relates
    AND (coalesce(v.hardware = s.hardware OR v.hardware = s.object, true))
    AND coalesce(v.holder = s.holder, true)
    -- of a sentence before only what is told of the same one: a market's figures are not a firm's
    AND (v.sentence_start = s.sentence_start OR v.hardware = s.hardware OR v.hardware = s.object OR v.holder IS NOT DISTINCT FROM s.holder)
  -- in a list of many amounts no two are those of the ratio
  QUALIFY count(*) OVER (PARTITION BY s.claim_id) <= 8
), paired AS (
  SELECT a.ratio_id, a.predicate, a.claim_id AS first_id, b.claim_id AS second_id, a.article_id, a.beside = b.beside AS together, a.is_lone AND b.is_lone AS are_lone,
    a.hardware IS DISTINCT FROM b.hardware AS of_two, a.hardware IN (FROM supercomputers) AND b.hardware IN (FROM supercomputers) AS are_ranked, a.object IS NOT NULL AS has_object, a.aspect, a.ratio_start, a.span_start AS first_start, a.span_end AS first_end,
    b.span_start AS second_start, b.span_end AS second_end,
    coalesce((a.as_of = a.baseline) <> (b.as_of = a.baseline), false) AS of_baseline, a.is_forecast OR b.is_forecast AS of_forecast,
    count(*) FILTER (NOT (a.is_forecast OR b.is_forecast)) OVER (PARTITION BY a.ratio_id) AS pairs
  FROM near a
  JOIN near b ON b.ratio_id = a.ratio_id AND b.predicate = a.predicate AND b.unit = a.unit AND a.span_start < b.span_start
    AND (a.per, a.basis, a.basis_size, a.condition, a.workload) IS NOT DISTINCT FROM (b.per, b.basis, b.basis_size, b.condition, b.workload)
    AND a.middle <> b.middle
  -- "faster" is of many things: only right behind the amounts is it of them, unless it is told of supercomputers, which one test ranks.
  -- The sentence before counts where the ratio's own has too few
  WHERE (a.aspect <> 'performance' OR a.ratio_start - b.span_end BETWEEN 0 AND 6
      OR (a.predicate = 'compute' AND a.hardware IN (FROM supercomputers) AND b.hardware IN (FROM supercomputers)))
    -- "+28% a 576 GB/s e … da 12,5 a 13,7 GB": a figure of another kind between them has the ratio
    AND NOT EXISTS (
      SELECT 1 FROM counted o
      WHERE o.article_id = a.article_id AND o.predicate <> a.predicate AND o.span_start BETWEEN a.ratio_start AND a.span_start
        AND o.sentence_start = a.sentence_start
    )
    AND CASE WHEN a.is_forecast OR b.is_forecast THEN a.beside AND b.beside ELSE CASE a.amounts_beside WHEN 0 THEN true WHEN 1 THEN a.beside <> b.beside ELSE a.beside AND b.beside END END
), worded AS (
  SELECT p.*, p.together AND joins_two_amounts(
      words_before(t.text, p.first_start), lower(substr(t.text, p.first_end + 1, p.second_start - p.first_end)), words_after(t.text, p.second_end)) AS by_words,
    p.pairs = 1 AND NOT p.of_forecast AND (
      p.of_baseline
      -- counts of two sentences are of two periods or two places
      OR (p.of_two AND (p.together OR p.predicate <> 'unit_count')
        AND (p.together OR (p.are_lone AND (p.has_object OR p.are_ranked)) OR regexp_matches(words_before(t.text, p.ratio_start), '[它其]|前者|[后後]者')))
    ) AS by_place,
    -- right behind the pair, or with no figure between: "saliti a 13,64 miliardi dagli 8,71 di un anno prima, con un progresso del 57%"
    p.ratio_start - p.second_end BETWEEN 0 AND 8 OR (p.together AND p.ratio_start - p.second_end BETWEEN 0 AND 50
      AND NOT regexp_matches(substr(t.text, p.second_end + 1, p.ratio_start - p.second_end), '[0-9;；。]')) AS adjoins
  FROM paired p JOIN articles t USING (article_id)
), joined AS (
  -- where words join two amounts right before the ratio, it is theirs, and no other pair's
  SELECT ratio_id, predicate, first_id, second_id, by_place OR (by_words AND (pairs = 1 AND NOT of_forecast OR adjoins)) AS is_certain
  FROM worded
  WHERE by_words OR NOT of_forecast
  QUALIFY by_words OR NOT bool_or(by_words AND adjoins) OVER (PARTITION BY ratio_id)
), abreast AS (
  -- before any words are looked at: two amounts of one kind right before a ratio, or right behind it
  SELECT r.claim_id AS ratio_id, a.predicate, a.claim_id AS first_id, b.claim_id AS second_id, r.article_id, r.object, r.span_start, r.span_end, a.span_start AS first_start, a.span_end AS first_end,
    b.span_start AS second_start, b.span_end AS second_end, b.hardware IS NOT DISTINCT FROM r.object OR a.hardware IS NOT DISTINCT FROM r.object AS is_of_object
  FROM ratios r
  JOIN levels b ON b.article_id = r.article_id AND b.sentence_start = r.sentence_start
  JOIN levels a ON a.article_id = b.article_id AND a.sentence_start = b.sentence_start AND b.span_start - a.span_end BETWEEN 1 AND 45 AND a.unit = b.unit AND a.middle <> b.middle
    AND (a.per, a.basis, a.basis_size, a.condition, a.workload) IS NOT DISTINCT FROM (b.per, b.basis, b.basis_size, b.condition, b.workload)
    -- sums of money are told apart by a verb, which the second one leaves out
    AND (a.predicate = b.predicate OR (a.unit <> '1' AND a.predicate IN ('revenue', 'other_amount', 'order_value', 'investment') AND b.predicate IN ('revenue', 'other_amount', 'order_value', 'investment')))
  WHERE r.claim_id NOT IN (SELECT ratio_id FROM joined WHERE is_certain) AND (r.span_start - b.span_end BETWEEN 0 AND 50 OR a.span_start - r.span_end BETWEEN 0 AND 25)
), spoken AS (
  SELECT p.ratio_id, p.predicate, p.first_id, p.second_id, true AS is_certain
  FROM abreast p JOIN articles t USING (article_id)
  CROSS JOIN LATERAL (SELECT lower(substr(t.text, p.first_end + 1, p.second_start - p.first_end)) AS between,
    -- the number in a product's name is none
    regexp_replace(lower(substr(t.text, least(p.span_end, p.second_end) + 1, greatest(p.span_start, p.first_start) - least(p.span_end, p.second_end))),
      '\b(del|della|dell[''’]|rtx|rx|arc|[a-z]{1,3}) ?\d{3,4}[a-z]?\b', '', 'g') AS aside)
  WHERE (p.object IS NULL OR p.is_of_object)
    AND joins_two_amounts(words_before(t.text, p.first_start), between, words_after(t.text, p.second_end))
    AND NOT regexp_matches(regexp_replace(between, '\b(del|della|dell[''’]|rtx|rx|arc|[a-z]{1,3}) ?\d{3,4}[a-z]?\b', '', 'g'), '[0-9]')
    AND NOT regexp_matches(aside, '[0-9;；。]|margin|util[ei]\b|profit|prestazion|prezz|ricav|quot[ae]|velocit|consum|efficien|利[润潤]|毛利|性能|[价價]格|份[额額]|速度|功耗|能效')
  QUALIFY count(*) OVER (PARTITION BY p.ratio_id) = 1
), of_baseline AS (
  -- an amount beside the ratio, and the one amount of the time that it is measured against
  SELECT s.claim_id AS ratio_id, s.predicate, a.claim_id AS first_id, b.claim_id AS second_id,
    -- or the only ones of their two times
    n.amounts = 2 OR (a.as_of = s.as_of AND m.first = 1 AND m.second = 1) AS is_certain
  FROM said s
  JOIN levels a ON a.article_id = s.article_id AND a.predicate = s.predicate AND a.sentence_start = s.sentence_start
    AND a.hardware IS NOT DISTINCT FROM s.hardware AND coalesce(a.holder = s.holder, true)
  JOIN levels b ON b.article_id = s.article_id AND b.predicate = s.predicate AND b.unit = a.unit AND b.as_of = s.baseline
    AND b.hardware IS NOT DISTINCT FROM a.hardware AND b.holder IS NOT DISTINCT FROM a.holder AND b.claim_id <> a.claim_id
    AND (a.per, a.basis, a.basis_size, a.condition, a.workload) IS NOT DISTINCT FROM (b.per, b.basis, b.basis_size, b.condition, b.workload)
  JOIN (
    SELECT article_id, predicate, unit, hardware, holder, count(DISTINCT middle) AS amounts FROM levels GROUP BY ALL
  ) n ON n.article_id = a.article_id AND n.predicate = a.predicate AND n.unit = a.unit
    AND n.hardware IS NOT DISTINCT FROM a.hardware AND n.holder IS NOT DISTINCT FROM a.holder
  JOIN LATERAL (
    SELECT count(DISTINCT l.middle) FILTER (l.as_of = a.as_of) AS first, count(DISTINCT l.middle) FILTER (l.as_of = b.as_of) AS second
    FROM levels l WHERE l.article_id = a.article_id AND l.predicate = a.predicate AND l.unit = a.unit AND l.holder IS NOT DISTINCT FROM a.holder
  ) m ON true
  WHERE s.baseline IS NOT NULL AND s.claim_id NOT IN (SELECT ratio_id FROM joined UNION ALL SELECT ratio_id FROM spoken)
    AND a.as_of IS DISTINCT FROM b.as_of AND a.middle <> b.middle
    AND b.modality = 'asserted' AND (s.modality <> 'asserted' OR a.modality = 'asserted')
), lone AS (
  -- where an article gives one amount of a product
  SELECT article_id, predicate, hardware, unit, per, basis, basis_size, condition, workload, min(claim_id) AS claim_id
  FROM counted
  WHERE is_lone AND hardware IS NOT NULL AND modality = 'asserted' AND predicate NOT IN ('unit_count', 'order_value', 'revenue', 'investment')
  GROUP BY ALL
), of_products AS (
  -- of a product and of what it is compared with
  SELECT s.claim_id AS ratio_id, s.predicate, a.claim_id AS first_id, b.claim_id AS second_id, true AS is_certain
  FROM said s
  JOIN lone a ON a.article_id = s.article_id AND a.predicate = s.predicate AND a.hardware = s.hardware
  JOIN (SELECT hardware_id AS hardware, hardware_id AS part FROM hardware UNION SELECT hardware_id, component_id FROM parts WHERE count = 1) o ON o.hardware = s.object
  JOIN lone b ON b.article_id = s.article_id AND b.predicate = s.predicate AND b.hardware = o.part
    AND (a.unit, a.per, a.basis, a.basis_size, a.condition, a.workload) IS NOT DISTINCT FROM (b.unit, b.per, b.basis, b.basis_size, b.condition, b.workload)
  WHERE (s.aspect <> 'performance' OR (s.predicate = 'compute' AND s.hardware IN (FROM supercomputers) AND s.object IN (FROM supercomputers)))
    AND s.claim_id NOT IN (SELECT ratio_id FROM joined UNION ALL SELECT ratio_id FROM spoken)
  QUALIFY count(*) OVER (PARTITION BY s.claim_id) = 1
), of_the_two AS (
  -- "H100 …80GB；H200 …141GB。换算一下，容量增加…": right behind the article's only two amounts of that kind, where nothing else is named that it could be against
  SELECT s.claim_id AS ratio_id, s.predicate, b.claim_id AS first_id, a.claim_id AS second_id, true AS is_certain
  FROM said s
  JOIN articles t ON t.article_id = s.article_id
  JOIN lone la ON la.article_id = s.article_id AND la.predicate = s.predicate AND la.hardware = s.hardware
  JOIN lone lb ON lb.article_id = s.article_id AND lb.predicate = s.predicate AND lb.hardware <> s.hardware
    AND (la.unit, la.per, la.basis, la.basis_size, la.condition, la.workload) IS NOT DISTINCT FROM (lb.unit, lb.per, lb.basis, lb.basis_size, lb.condition, lb.workload)
  JOIN levels a ON a.claim_id = la.claim_id
  JOIN levels b ON b.claim_id = lb.claim_id
  WHERE s.object IS NULL AND s.baseline IS NULL AND s.as_of IS NULL AND s.aspect IN ('memory', 'bandwidth', 'power', 'area', 'count') AND s.bound IN ('exact', 'about')
    AND (s.said > 1) = (a.middle > b.middle) AND s.span_start - greatest(a.span_end, b.span_end) BETWEEN 1 AND 90 AND abs(a.span_start - b.span_start) < 120
    AND NOT regexp_matches(lower(substr(t.text, s.sentence_start + 1, s.sentence_end - s.sentence_start)), '[比较較]|[上前]一?代|相[对對]|\b(rispetto|di|del|della|che) ')
    AND s.claim_id NOT IN (SELECT ratio_id FROM joined UNION ALL SELECT ratio_id FROM spoken UNION ALL SELECT ratio_id FROM of_products)
  QUALIFY count(*) OVER (PARTITION BY s.claim_id) = 1
), compared AS (
  SELECT s.*, p.predicate, p.is_certain, a.claim_id AS first_id, b.claim_id AS second_id, a.quote AS first_quote, b.quote AS second_quote, a.unit AS level_unit, a.hardware AS level_hardware,
    least(a.middle, b.middle) AS smaller, greatest(a.middle, b.middle) AS larger,
    a.lo AS first_low, a.hi AS first_high, b.lo AS second_low, b.hi AS second_high,
    -- the larger over the smaller, open where an end of an amount is open; that both were rounded by all that their digits allow, the one up and
    -- the other down, is most unlikely
    CASE WHEN a.middle < b.middle THEN b_lo / a_hi ELSE a_lo / b_hi END AS follows_low,
    CASE WHEN a.middle < b.middle THEN b_hi / a_lo ELSE a_hi / b_lo END AS follows_high,
    a.middle < b.middle AS ascending, least(a.confidence, b.confidence, s.confidence) AS sure,
    tells_direction(words_before(t.text, s.span_start) || '…' || words_after(t.text, s.span_end)) AS is_directed
  FROM ratios s
  JOIN articles t ON t.article_id = s.article_id
  JOIN (FROM joined UNION ALL FROM spoken UNION ALL FROM of_baseline UNION ALL FROM of_products UNION ALL FROM of_the_two) p ON p.ratio_id = s.claim_id
  JOIN levels a ON a.claim_id = p.first_id
  JOIN levels b ON b.claim_id = p.second_id
  CROSS JOIN LATERAL (SELECT 0.2 * least(digit_step(a.value), digit_step(b.value)) AS slack)
  CROSS JOIN LATERAL (SELECT
    CASE WHEN a.bound = 'exact' THEN greatest(a.lo, a.middle - slack) ELSE a.lo END AS a_lo, CASE WHEN a.bound = 'exact' THEN least(a.hi, a.middle + slack) ELSE a.hi END AS a_hi,
    CASE WHEN b.bound = 'exact' THEN greatest(b.lo, b.middle - slack) ELSE b.lo END AS b_lo, CASE WHEN b.bound = 'exact' THEN least(b.hi, b.middle + slack) ELSE b.hi END AS b_hi
  )
), readings AS (
  -- what the larger over the smaller would be: the ratio or its inverse, N or N + 1 times, and, where no word tells which, the fall that a
  -- rise may have been misread from
  SELECT *, unnest([
    {'low': CASE WHEN said < 1 THEN 1 / hi ELSE lo END, 'high': CASE WHEN said < 1 THEN 1 / lo ELSE hi END, 'usual': true},
    {'low': CASE WHEN said >= 2 THEN lo + 1 END, 'high': CASE WHEN said >= 2 THEN hi + 1 END, 'usual': said >= 2},
    {'low': CASE WHEN said > 1 AND said < 2 THEN 1 / (2 - lo) WHEN said < 1 THEN 2 - hi END,
      'high': CASE WHEN said > 1 AND hi < 2 THEN 1 / (2 - hi) WHEN said < 1 THEN 2 - lo END, 'usual': said < 2 AND NOT is_directed}
  ]) AS reading
  FROM compared
), judged AS (
  SELECT * EXCLUDE (reading), reading.low AS said_low, reading.high AS said_high,
    times_apart(reading.low, reading.high, follows_low, follows_high) AS apart
  FROM readings
  WHERE reading.usual AND (reading.low IS NOT NULL OR reading.high IS NOT NULL)
  QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY apart, is_certain DESC, first_id, second_id, said_low) = 1
), decided AS (
  SELECT *,
    CASE
      WHEN apart <= 1.015 THEN 'supported'
      WHEN NOT is_certain THEN NULL
      -- another ratio of the article is that of the two amounts
      WHEN min(apart) OVER (PARTITION BY article_id, first_id, second_id) <= 1.015 THEN NULL
      -- round numbers that are far from it as they stand would both have to be rounded by all that they allow
      WHEN (apart <= 1.04 AND times_apart(larger / smaller, larger / smaller, said_low, said_high) < 1.1) OR sure < 0.5 THEN 'doubtful'
      ELSE 'conflict'
    END AS verdict
  FROM judged
)
SELECT d.article_id, d.hardware, d.said_low, d.said_high, d.follows_low, d.follows_high, '1' AS unit, d.verdict, d.apart AS gap,
  [claim(d.claim_id, 'said'), claim(d.first_id, 'other'), claim(d.second_id, 'other')] AS claims,
  [
    article_input('relative', d.lo, d.hi, '1'), article_input('first', d.first_low, d.first_high, d.level_unit),
    article_input('second', d.second_low, d.second_high, d.level_unit), derived_input('larger over smaller', d.follows_low, d.follows_high, '1')
  ] AS inputs,
  d.quote, d.first_quote, d.second_quote, d.predicate, coalesce(h.name, d.level_hardware, d.holder) AS subject,
  d.smaller, d.larger, d.level_unit AS smaller_unit, d.level_unit AS larger_unit, d.verdict <> 'supported' AS differs,
  d.said > 1 AND d.said < 2 AS is_rise, d.said < 1 AS is_fall, d.said >= 2 AS is_times, d.larger / d.smaller AS factor,
  significant(d.larger / d.smaller - 1, 3) AS rise, significant(1 - d.smaller / d.larger, 3) AS fall,
  significant(d.said - 1, 4) AS said_rise, significant(1 - d.said, 4) AS said_fall, d.said AS said_times
FROM decided d LEFT JOIN hardware h ON h.hardware_id = d.level_hardware
WHERE d.verdict IS NOT NULL
