-- id: title_body
-- family: self_contradiction
-- title: A title's figure or date of what the article is about against the body's
-- en: The title says “{title_quote:text}”, the body “{body_quote:text}” ({predicate:term}){?is_amount}: {title_value:amount} against
--   {body_value:amount}{/is_amount}. The body has no other such statement, and the title's does not come again.
-- it: Il titolo dice «{title_quote:text}», il testo «{body_quote:text}» ({predicate:term}){?is_amount}: {title_value:amount} contro
--   {body_value:amount}{/is_amount}. Nel testo non c'è altra indicazione del genere e quella del titolo non vi ricompare.
-- zh: 标题称“{title_quote:text}”，正文称“{body_quote:text}”（{predicate:term}）{?is_amount}：{title_value:amount}对{body_value:amount}{/is_amount}。
--   正文没有其他这类说法，标题中的说法也没有再次出现。
--
-- Of a site, an order or an investment no product need be named, and a title leaves out who plans it: self_contradiction, which asks for one and the same
-- subject, passes them over. Here one figure of its sort in the title and one in the body are of one thing, unless a word tells them apart. A title may round.

WITH figures AS (
  SELECT claim_id, article_id, predicate, hardware, holder, unit, per, event, basis, basis_size, condition, as_of, source, modality, zone, quote, span_start, span_end, value::DOUBLE AS middle, lo, hi, bound
  FROM quantity_claims
  WHERE polarity = 'positive' AND value > 0 AND value_high IS NULL AND predicate IN ('power', 'unit_count')
    AND (predicate <> 'power' OR value >= 1e6)
  UNION ALL BY NAME
  SELECT claim_id, article_id, predicate, hardware, holder, unit, per, NULL AS event, basis, basis_size, condition, as_of, source, modality, zone, quote, span_start, span_end, value::DOUBLE AS middle, lo, hi, bound
  FROM price_claims
  WHERE polarity = 'positive' AND value > 0 AND value_high IS NULL AND predicate IN ('investment', 'order_value', 'funding', 'valuation') AND per IS NULL
  -- of an amount in two currencies the first: the other is its conversion
  QUALIFY same_as IS NULL OR span_start = min(span_start) OVER (PARTITION BY article_id, same_as)
  UNION ALL BY NAME
  SELECT claim_id, article_id, predicate, hardware, holder, unit, per, basis, basis_size, condition, as_of, source, modality, zone, quote, span_start, span_end, value::DOUBLE AS middle, lo, hi, bound
  FROM price_claims JOIN articles a USING (article_id)
  WHERE polarity = 'positive' AND value > 0 AND value_high IS NULL AND per IS NULL
    AND (predicate = 'revenue' OR (predicate = 'other_amount' AND regexp_matches(words_before(a.text, span_start), '净利|淨利|盈利|获利|獲利|纯益|純益|\butil[ei]\b|\bprofitt[oi]\b')))
  QUALIFY same_as IS NULL OR span_start = min(span_start) OVER (PARTITION BY article_id, same_as)
  UNION ALL BY NAME
  -- a date in days from the year 2000
  SELECT claim_id, article_id, predicate, hardware, holder, 'day' AS unit, zone, quote, span_start, span_end, date_diff('day', DATE '2000-01-01', date_start)::DOUBLE AS middle,
    date_diff('day', DATE '2000-01-01', date_start)::DOUBLE AS lo, date_diff('day', DATE '2000-01-01', date_end)::DOUBLE AS hi, bound
  FROM date_claims
  WHERE polarity = 'positive' AND predicate IN ('deployment', 'delivery', 'launch', 'availability', 'production') AND date_start IS NOT NULL
    AND date_diff('day', date_start, date_end) <= 92
), sorted AS (
  -- what is ordered is invested, and so is what a company puts into another one
  SELECT *, CASE WHEN predicate IN ('order_value', 'investment', 'funding') THEN 'spending' ELSE predicate END AS sort, nullif(event, 'other') AS told_event FROM figures
), titles AS (
  SELECT * FROM sorted WHERE zone = 'title' AND bound IN ('exact', 'about') QUALIFY count(*) OVER (PARTITION BY article_id, sort, unit) = 1
), bodies AS (
  SELECT *, count(*) OVER (PARTITION BY article_id, sort, unit) AS told FROM sorted WHERE zone <> 'title'
), faced AS (
  -- the body's only figure of the sort, or the only one of its size: ten models trained at once are no second number of cards
  SELECT t.claim_id AS title_id, b.claim_id AS body_id
  FROM titles t JOIN bodies b USING (article_id, sort, unit)
  -- this year's beside next year's is no second one
  WHERE coalesce(t.as_of = b.as_of, true)
    -- nor are the servers beside the cards that the title counts
    AND NOT (t.predicate = 'unit_count' AND t.basis IS NULL AND coalesce(b.basis, '') IN ('server', 'rack') AND regexp_matches(lower(t.quote), 'gpu|accelerator|sched[ae]|chip|[卡颗顆枚]|芯片|晶片'))
    AND (b.told = 1 OR (unit <> 'day' AND b.middle BETWEEN t.middle / 10 AND t.middle * 10))
  QUALIFY count(*) OVER (PARTITION BY t.claim_id) = 1
), pairs AS (
  SELECT t.article_id, coalesce(t.hardware, b.hardware) AS hardware, t.claim_id AS title_id, b.claim_id AS body_id, t.quote AS title_quote, b.quote AS body_quote, t.predicate, t.unit,
    t.middle AS title_value, b.middle AS body_value, t.lo AS said_low, t.hi AS said_high, b.lo AS follows_low, b.hi AS follows_high,
    times_apart(t.lo, t.hi, b.lo, b.hi) AS apart, slip_exponent(t.lo, t.hi, b.lo, b.hi) AS slip, a.text, t.span_end, b.span_start, b.span_end AS body_end,
    coalesce(t.hardware, t.holder) IS NOT NULL AND t.unit <> 'day'
      AND (t.hardware, t.holder, t.event, t.basis, t.basis_size, t.as_of, t.source, t.modality) IS NOT DISTINCT FROM (b.hardware, b.holder, b.event, b.basis, b.basis_size, b.as_of, b.source, b.modality) AS of_one_scope,
    -- 1.5 for 5.1
    t.unit <> 'day' AND length(digits(t.middle)) = length(digits(b.middle)) AND list_sort(string_split(digits(t.middle), '')) = list_sort(string_split(digits(b.middle), '')) AS swapped,
    t.unit = 'day' AS is_date, t.predicate = 'funding' AS is_raised, b.predicate = 'funding' AS is_body_raised
  FROM faced f
  JOIN titles t ON t.claim_id = f.title_id
  JOIN bodies b ON b.claim_id = f.body_id
    AND coalesce(t.hardware = b.hardware, true) AND coalesce(t.holder = b.holder, true) AND coalesce(t.told_event = b.told_event, true)
    AND coalesce(t.basis = b.basis, true) AND t.per IS NOT DISTINCT FROM b.per AND coalesce(t.as_of = b.as_of, true) AND (t.unit <> 'day' OR t.hardware IS NOT DISTINCT FROM b.hardware) AND (t.condition IS NOT DISTINCT FROM b.condition)
  JOIN articles a ON a.article_id = t.article_id
  WHERE b.bound IN ('exact', 'about')
), open AS (
  SELECT * FROM pairs
  WHERE CASE WHEN is_date THEN greatest(said_low - follows_high, follows_low - said_high) > 20
      ELSE apart > 1.15 OR (swapped AND apart > 1.03) OR (predicate = 'unit_count' AND is_no_rounding(title_value, body_value) AND apart > 1.05) END
    AND regexp_matches(title_quote, '[0-9]')
    -- what is raised and what is spent are two figures, unless the one is the other's slip
    AND (is_raised = is_body_raised OR swapped OR slip IS NOT NULL)
    -- revenue and profit have parts: only the same digits in another order are one figure
    AND (predicate NOT IN ('revenue', 'other_amount') OR swapped OR slip IS NOT NULL)
    AND NOT regexp_matches(substr(text, span_end + 1), '(^|[^0-9.,])' || regexp_escape(title_quote))
    AND (is_date OR NOT regexp_matches(substr(text, span_end + 1), '(^|[^0-9.,])' || regexp_escape(regexp_extract(title_quote, '[0-9][0-9.,]*')) || '([^0-9]|$)'))
    -- a first step, a part, what was planned before or comes on top is another figure
    AND NOT regexp_matches(
      regexp_extract(words_before(text, span_start), '[^。.;；]*$') || '…' || clause_after(words_after(text, body_end)),
      '\b(prim[aoie]|fase|lotto|edificio|ulterior\w*|altr[ioea]|già|iniziali|second[aoe]|ciascun\w*|ogni|ognuno|di cui|dei quali|contro|rispetto|inizialmente|dopo)\b|首期|一期|二期|第[一二三][^季]|其中|每|另|再|原|此前|[已曾]|追加|其余|其餘|剩' || CASE WHEN slip IS NULL THEN '|扩|擴' ELSE '' END)
    AND NOT is_difference(words_before(text, span_start), words_after(text, body_end))
)
SELECT article_id, hardware, CASE WHEN NOT is_date THEN said_low END AS said_low, CASE WHEN NOT is_date THEN said_high END AS said_high,
  CASE WHEN NOT is_date THEN follows_low END AS follows_low, CASE WHEN NOT is_date THEN follows_high END AS follows_high, CASE WHEN NOT is_date THEN unit END AS unit,
  CASE WHEN is_date OR apart <= 3 OR slip IS NOT NULL OR swapped THEN 'conflict' ELSE 'doubtful' END AS verdict, CASE WHEN is_date THEN 1.5 ELSE apart END AS gap,
  CASE WHEN slip IS NOT NULL AND NOT is_date THEN 'magnitude' END AS family,
  [claim(title_id, 'said'), claim(body_id, 'other')] AS claims,
  CASE WHEN is_date THEN [] ELSE [article_input('title', title_value, NULL, unit), article_input('body', body_value, NULL, unit)] END AS inputs,
  title_quote, body_quote, predicate, title_value, body_value, NOT is_date AS is_amount
FROM open
-- of one scope it is self_contradiction's
WHERE NOT of_one_scope
