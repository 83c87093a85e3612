-- id: calendar_sum
-- family: arithmetic
-- title: Months, quarters and halves against the period that they make up
-- en: The article gives “{whole_quote:text}” for {whole:period} and “{part_quotes:text}” for the {count:number} parts that make it up: {total:amount}
--   in all{?differs}, not {told:amount}{/differs}{?agrees}, which fits{/agrees}.
-- it: L'articolo indica «{whole_quote:text}» per il periodo {whole:period} e «{part_quotes:text}» per le {count:number} parti che lo compongono:
--   in tutto {total:amount}{?differs}, non {told:amount}{/differs}{?agrees}, e torna{/agrees}.
-- zh: 文章给出{whole:period}为“{whole_quote:text}”，其中{count:number}段时间分别为“{part_quotes:text}”，合计{total:amount}{?differs}，而不是
--   {told:amount}{/differs}{?agrees}，吻合{/agrees}。
--
-- Only where the parts fill the whole period without a gap, each is told with one figure, and all are facts of one holder, product and currency. Periods are
-- those of the calendar; a fiscal quarter has no months that could be added.

WITH figures AS (
  SELECT claim_id, article_id, predicate, hardware, holder, unit, NULL AS event, basis, as_of, quote, span_start, value::DOUBLE AS middle, lo, hi
  FROM price_claims
  WHERE predicate IN ('revenue', 'investment', 'order_value') AND polarity = 'positive' AND modality = 'asserted' AND per IS NULL AND value > 0 AND value_high IS NULL
    AND bound IN ('exact', 'about')
  UNION ALL BY NAME
  SELECT claim_id, article_id, predicate, hardware, holder, unit, event, basis, as_of, quote, span_start, value::DOUBLE AS middle, lo, hi
  FROM quantity_claims
  WHERE predicate = 'unit_count' AND event IN ('ship', 'produce') AND polarity = 'positive' AND modality = 'asserted' AND per IS NULL AND value > 0 AND value_high IS NULL
    AND bound IN ('exact', 'about')
), dated AS (
  SELECT *, 12 * CAST(as_of[:4] AS INTEGER) + CASE length WHEN 1 THEN CAST(as_of[6:] AS INTEGER) - 1 WHEN 12 THEN 0 ELSE length * (CAST(as_of[7:] AS INTEGER) - 1) END AS first_month
  FROM (
    SELECT *, CASE WHEN contains(as_of, 'Q') THEN 3 WHEN contains(as_of, 'H') THEN 6 WHEN contains(as_of, '-') THEN 1 ELSE 12 END AS length
    FROM figures WHERE regexp_full_match(as_of, '\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?')
  )
), parts AS (
  SELECT w.claim_id AS whole_id, w.article_id, w.hardware, w.unit, w.first_month AS whole_month, w.quote AS whole_quote, w.middle AS whole, w.lo AS said_low, w.hi AS said_high,
    w.length AS whole_length, p.length, p.first_month, arg_min(p.claim_id, p.span_start) AS part_id, arg_min(p.quote, p.span_start) AS part_quote,
    min(p.middle) AS middle, max(p.middle) AS other, max(p.lo) AS lo, min(p.hi) AS hi
  FROM dated w
  JOIN dated p ON p.article_id = w.article_id AND p.length < w.length AND p.first_month >= w.first_month AND p.first_month + p.length <= w.first_month + w.length
    AND (p.predicate, p.hardware, p.holder, p.unit, p.event, p.basis) IS NOT DISTINCT FROM (w.predicate, w.hardware, w.holder, w.unit, w.event, w.basis)
  GROUP BY ALL
), summed AS (
  SELECT whole_id, article_id, hardware, unit, whole_month, whole_quote, whole, said_low, said_high, length, whole_length, sum(middle) AS total, sum(lo) AS follows_low, sum(hi) AS follows_high,
    list(part_id ORDER BY first_month) AS ids, string_agg(part_quote, ' + ' ORDER BY first_month) AS part_quotes
  FROM parts
  GROUP BY ALL
  HAVING sum(length) = whole_length AND bool_and(other = middle)
), judged AS (
  SELECT *, times_apart(said_low, said_high, follows_low, follows_high) AS apart FROM summed
  -- of two ways to make up a period the finer one
  QUALIFY row_number() OVER (PARTITION BY whole_id ORDER BY len(ids) DESC) = 1
)
SELECT article_id, hardware, said_low, said_high, follows_low, follows_high, unit,
  CASE WHEN share_a_point(said_low, said_high, follows_low, follows_high) THEN 'supported' WHEN apart <= 1.01 THEN 'doubtful' ELSE 'conflict' END AS verdict,
  list_concat([claim(whole_id, 'total')], list_transform(ids, lambda i: claim(i, 'part'))) AS claims,
  [article_input('total', said_low, said_high, unit), derived_input('sum of the parts', follows_low, follows_high, unit)] AS inputs,
  whole_quote, make_date(CAST(whole_month // 12 AS BIGINT), CAST(whole_month % 12 + 1 AS BIGINT), 1) AS whole_start,
  CAST(whole_start + to_months(CAST(whole_length AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS whole_end, part_quotes, len(ids) AS count, whole AS told, significant(total, 6) AS total, verdict <> 'supported' AS differs, verdict = 'supported' AS agrees
FROM judged
