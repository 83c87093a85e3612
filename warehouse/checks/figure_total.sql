-- id: figure_total
-- family: arithmetic
-- title: What one has times how many there are against what they have in all
-- en: The article gives “{each_quote:text}” for each of “{count_quote:text}” and “{total_quote:text}” in all ({predicate:term}). {pieces:number}
--   times {each:amount} are {product:amount}{?differs}, not {total:amount}{/differs}.
-- it: L'articolo indica «{each_quote:text}» per ciascuno di «{count_quote:text}» e «{total_quote:text}» in tutto ({predicate:term}). {pieces:number}
--   volte {each:amount} fa {product:amount}{?differs}, non {total:amount}{/differs}.
-- zh: 文章称每个“{each_quote:text}”，共“{count_quote:text}”，合计“{total_quote:text}”（{predicate:term}）。{pieces:number}乘以{each:amount}为
--   {product:amount}{?differs}，而不是{total:amount}{/differs}。
--
-- The total stands with a word for a sum (总算力, "sommando", "in tutto") and the one number of pieces in its sentence, as a claim or in words ("le otto
-- schede"). The figure of one is the product's, told before it in the same sentence or the two before, and the only one of its kind there. Sums of compute are
-- of one precision: where another workload is named nothing is compared. What stands beside the pieces makes a total larger: hosts and cooling up to two and
-- a half times the power, the memory of hosts less, so that a gap under a third is doubtful, unless the same digits stand in another order or memory is lost.

WITH words(word, number) AS (
  VALUES ('due', 2), ('quattro', 4), ('sei', 6), ('otto', 8), ('dieci', 10), ('sedici', 16), ('两', 2), ('四', 4), ('八', 8)
), figures AS (
  SELECT q.claim_id, q.article_id, q.predicate, q.hardware, q.unit, q.workload, q.condition, q.basis, q.quote, q.span_start, q.span_end, q.sentence_start, q.sentence_end,
    q.value::DOUBLE AS middle, coalesce(q.lo, 0.995 * q.value::DOUBLE) AS lo, coalesce(q.hi, 1.005 * q.value::DOUBLE) AS hi, q.bound
  FROM quantity_claims q
  WHERE q.predicate IN ('compute', 'memory_capacity', 'power', 'memory_bandwidth', 'core_count') AND q.polarity = 'positive' AND q.value > 0 AND q.value_high IS NULL
    -- "si arriva a" ends a sum, and is no bound of it
    AND q.bound IN ('exact', 'about', 'max')
), paired AS (
  -- before any words are looked at: one figure, and a larger one of its kind behind it
  SELECT t.claim_id AS total_id, o.claim_id AS each_id
  FROM figures t
  JOIN figures o ON o.article_id = t.article_id AND o.predicate = t.predicate AND o.unit = t.unit AND o.middle < t.middle / 1.5 AND o.span_start < t.span_start
    AND t.sentence_start - o.sentence_end <= 90 AND (o.hardware IS NOT NULL OR o.basis IN ('server', 'rack'))
), told AS (
  SELECT f.*, words_before(t.text, f.span_start) AS before, words_after(t.text, f.span_end) AS after,
    lower(substr(t.text, f.sentence_start + 1, f.span_start - f.sentence_start)) AS opening
  FROM figures f JOIN articles t USING (article_id)
  WHERE f.claim_id IN (SELECT total_id FROM paired UNION ALL SELECT each_id FROM paired)
), totals AS (
  -- "le sole schede chiederanno": of the pieces alone, without hosts and cooling
  SELECT *, regexp_matches(without_insertion(regexp_extract(opening, '[^;；。]*$')), '(\b(sol[eoi]|soltanto|solo per|unicamente)\s+(per\s+)?(le |gli |i )?(sched[ea]|gpu|acceleratori|chip|processori|h\d00|b\d00)\b|\b(schede|gpu|acceleratori|chip|processori) da sol[ie]\b|(仅|僅|光是?|[单單]是?|只[算计計])[^，,。；;\d]{0,6}(gpu|加速卡|[显顯]卡|芯片|晶片|[卡]))[^\d，,]{0,60}$') AS of_pieces
  FROM told
  WHERE claim_id IN (SELECT total_id FROM paired) AND (of_pieces OR tells_all(opening, '') OR tells_all(without_insertion(opening), '') OR regexp_matches(clause_before(before), '[总總]([算功]力|功耗|功率|[显顯]存|记忆体|記憶體|内存|[带頻频]宽|[带頻频]寬)|共享'))
), pieces AS (
  -- the number of pieces in the total's sentence, told in figures or in a word
  SELECT t.claim_id, c.claim_id AS count_id, c.quote AS count_quote, c.value::DOUBLE AS pieces, c.hardware AS counted, c.basis
  FROM totals t
  JOIN claims c ON c.article_id = t.article_id AND c.sentence_start = t.sentence_start
  WHERE ((c.predicate = 'unit_count' AND coalesce(c.basis, 'rack') IN ('server', 'rack')) OR c.predicate = 'component') AND c.polarity = 'positive' AND c.value >= 2 AND c.value_high IS NULL AND c.value = floor(c.value)
    AND c.bound = 'exact'
  UNION ALL
  SELECT claim_id, NULL, worded, coalesce(w.number, TRY_CAST(regexp_replace(regexp_extract(worded, '^[0-9.,]+'), '[.,]', '', 'g') AS DOUBLE)), NULL, NULL
  FROM (
    SELECT claim_id, regexp_extract_all(opening,
      '(?:^|[^0-9.,])((?:due|quattro|sei|otto|dieci|sedici|[0-9]{1,3}(?:[.,][0-9]{3})*) (?:schede|gpu|acceleratori|chip|processori|moduli)\b|(?:[0-9]{1,3}(?:,[0-9]{3})*|[0-9]{4,6}|[两四八]) ?(?:[张張颗顆块塊片枚]|卡))', 1)[-1] AS worded FROM totals
  ) LEFT JOIN words w ON w.word IN (split_part(worded, ' ', 1), worded[1])
  WHERE worded IS NOT NULL
), known_pieces AS (
  FROM pieces
  UNION ALL
  -- of a sum of compute, to which nothing beside the pieces adds, also the article's one count of the product, told before
  SELECT t.claim_id, c.claim_id, c.quote, c.value::DOUBLE, c.hardware, NULL
  FROM totals t
  JOIN quantity_claims c ON c.article_id = t.article_id AND (c.hardware = t.hardware OR (t.of_pieces AND t.hardware IS NULL))
  WHERE (t.predicate = 'compute' OR t.of_pieces) AND c.predicate = 'unit_count' AND c.basis IS NULL AND c.per IS NULL AND c.polarity = 'positive' AND c.bound = 'exact' AND c.value >= 2
    AND c.value_high IS NULL AND c.span_end < t.sentence_start AND t.claim_id NOT IN (SELECT claim_id FROM pieces)
), counted AS (
  SELECT * FROM known_pieces
  QUALIFY count(DISTINCT pieces) OVER (PARTITION BY claim_id, basis) = 1 AND row_number() OVER (PARTITION BY claim_id, basis ORDER BY count_id NULLS LAST) = 1
), ones AS (
  SELECT t.claim_id, c.count_id, c.count_quote, c.pieces, o.claim_id AS each_id, o.quote AS each_quote, o.middle AS one, o.lo AS one_low, o.hi AS one_high, o.hardware AS product,
    tells_each(o.before, o.after) AS is_each
  FROM totals t
  JOIN counted c USING (claim_id)
  JOIN paired p ON p.total_id = t.claim_id
  JOIN told o ON o.claim_id = p.each_id AND o.claim_id NOT IN (SELECT claim_id FROM totals) AND o.workload IS NOT DISTINCT FROM coalesce(t.workload, o.workload)
    AND o.condition IS NOT DISTINCT FROM coalesce(t.condition, o.condition) AND coalesce(o.hardware = c.counted, true)
    -- the servers of a sentence have what one server has
    AND (c.basis IS NULL AND o.hardware IS NOT NULL OR c.basis = o.basis)
  -- what one draws at most, all of them do at most
  WHERE NOT tells_all(o.opening, '') AND (o.bound <> 'max' OR t.of_pieces)
), lone AS (
  -- where several are told the one with a word for each of them
  SELECT * FROM ones
  QUALIFY count(*) OVER (PARTITION BY claim_id) = 1 OR (is_each AND count(*) FILTER (is_each) OVER (PARTITION BY claim_id) = 1)
), compared AS (
  SELECT t.article_id, l.product AS hardware, t.predicate, t.unit, t.claim_id, t.quote AS total_quote, t.middle AS total, t.lo, t.hi, l.* EXCLUDE (claim_id, product, is_each),
    l.pieces * l.one_low AS low, l.pieces * l.one_high AS high, times_apart(t.lo, t.hi, low, CASE WHEN t.predicate = 'power' AND NOT t.of_pieces THEN CASE WHEN regexp_matches(right(t.opening, 12), 'it[总總]?(功耗|功率|[负負][载載荷])|\b(potenza|carico) it\b') THEN 1.15 ELSE 2.5 END * high ELSE high END) AS apart, slip_exponent(t.lo, t.hi, low, high) AS slip,
    -- 678 for 768
    length(rtrim(digits(t.middle), '0')) >= 3 AND list_sort(string_split(rtrim(digits(t.middle), '0'), '')) = list_sort(string_split(rtrim(digits(l.pieces * l.one), '0'), '')) AS swapped
  FROM totals t JOIN lone l USING (claim_id)
)
SELECT article_id, hardware, lo AS said_low, hi AS said_high, low AS follows_low, high AS follows_high, unit,
  CASE WHEN apart <= 1.03 THEN 'supported'
    WHEN slip IS NOT NULL OR swapped OR apart > 1.33 AND apart < 20 OR (predicate = 'memory_capacity' AND hi < low AND apart < 20) THEN 'conflict' ELSE 'doubtful' END AS verdict,
  CASE WHEN slip IS NOT NULL AND apart > 1.03 THEN 'magnitude' END AS family, CASE WHEN slip IS NOT NULL AND apart > 1.03 THEN pieces * one END AS meant,
  list_filter([claim(claim_id, 'total'), claim(each_id, 'part'), CASE WHEN count_id IS NOT NULL THEN claim(count_id, 'count') END], lambda c: c IS NOT NULL) AS claims,
  [
    article_input('total', lo, hi, unit), article_input('each', one_low, one_high, unit), article_input('pieces', pieces, NULL, '1'),
    derived_input('all', low, high, unit)
  ] AS inputs,
  each_quote, count_quote, total_quote, predicate, pieces, one AS each, unit AS each_unit, pieces * one AS product, unit AS product_unit, total, unit AS total_unit,
  apart > 1.03 AS differs
FROM compared
