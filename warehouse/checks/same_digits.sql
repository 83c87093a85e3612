-- id: same_digits
-- family: magnitude
-- title: The same digits in another order of magnitude
-- en: The article says “{first_quote:text}” ({first_zone:term}) and “{second_quote:text}” ({second_zone:term}) of one
--   thing{?subject} ({predicate:term}, {subject:text}){/subject}. The digits are the same, but {larger:amount} is {times:number}
--   times {smaller:amount}. {?borne}“{other_quote:text}” of the same deal bears out {meant:amount}.{/borne}
-- it: L'articolo dice «{first_quote:text}» ({first_zone:term}) e «{second_quote:text}» ({second_zone:term}) della stessa
--   cosa{?subject} ({predicate:term}, {subject:text}){/subject}. Le cifre sono le stesse, ma {larger:amount} è {times:number}
--   volte {smaller:amount}. {?borne}«{other_quote:text}», dello stesso accordo, conferma {meant:amount}.{/borne}
-- zh: 文章对同一件事{?subject}（{subject:text}的{predicate:term}）{/subject}既说“{first_quote:text}”（{first_zone:term}），又说“{second_quote:text}”
--   （{second_zone:term}）。数字相同，但{larger:amount}是{smaller:amount}的{times:number}倍。{?borne}同一交易中的“{other_quote:text}”支持
--   {meant:amount}。{/borne}
--
-- A figure of the title and one of the body, or two of one deal, with the same digits and a unit or a word between them (a thousand, ten thousand, a million, a hundred million times).
-- They are of one thing where neither product, holder nor time differs: a family stands for its members. A figure that stands on both sides is no slip.
-- What decides which one was meant is a part of the same deal that is larger than the smaller one.

WITH figures AS (
  SELECT claim_id, article_id, predicate, hardware, holder, unit, per, basis, basis_size, as_of, deal, zone, quote, value, bound, confidence, span_start, sentence_start,
    coalesce(event IN ('deploy', 'order', 'require'), false) AS is_site
  FROM quantity_claims
  WHERE polarity = 'positive' AND value > 0 AND value_high IS NULL AND predicate IN ('unit_count', 'power')
  UNION ALL BY NAME
  SELECT claim_id, article_id, predicate, hardware, holder, unit, per, basis, basis_size, as_of, deal, zone, quote, value, bound, confidence, span_start, sentence_start,
    false AS is_site
  FROM price_claims
  WHERE polarity = 'positive' AND value > 0 AND value_high IS NULL AND predicate IN ('order_value', 'investment', 'funding', 'revenue', 'unit_price')
), digested AS (
  SELECT *, zone = 'title' AS in_title, rtrim(replace(digits(value), '.', ''), '0') AS figures_of FROM figures
), pairs AS (
  SELECT a.article_id, a.predicate, a.unit, coalesce(a.hardware, b.hardware) AS hardware, coalesce(a.holder, b.holder) AS holder, coalesce(a.deal, b.deal) AS deal, a.is_site AND b.is_site AS is_site,
    a.claim_id AS first_id, b.claim_id AS second_id, a.quote AS first_quote, b.quote AS second_quote, a.zone AS first_zone, b.zone AS second_zone,
    a.value::DOUBLE AS first_value, b.value::DOUBLE AS second_value, greatest(a.value, b.value)::DOUBLE AS larger, least(a.value, b.value)::DOUBLE AS smaller
  FROM digested a
  JOIN digested b ON b.article_id = a.article_id AND b.predicate = a.predicate AND b.unit = a.unit AND b.figures_of = a.figures_of AND b.span_start > a.span_start
    AND b.value <> a.value AND b.sentence_start <> a.sentence_start
    AND a.per IS NOT DISTINCT FROM b.per AND a.basis IS NOT DISTINCT FROM b.basis AND a.basis_size IS NOT DISTINCT FROM b.basis_size
    AND coalesce(a.holder = b.holder, true) AND coalesce(a.as_of = b.as_of, true) AND coalesce(a.deal = b.deal, true)
    AND (a.hardware IS NULL OR b.hardware IS NULL OR a.hardware = b.hardware
      OR EXISTS (FROM members m WHERE (m.hardware, m.member) IN ((a.hardware, b.hardware), (b.hardware, a.hardware)))
      OR (a.is_site AND b.is_site AND a.deal = b.deal))
    AND (a.holder = b.holder OR a.hardware = b.hardware OR a.deal = b.deal)
    AND ((a.in_title AND NOT b.in_title) OR a.deal = b.deal)
  WHERE round(greatest(a.value, b.value)::DOUBLE / least(a.value, b.value)::DOUBLE) IN (1e3, 1e4, 1e6, 1e8)
), lone AS (
  -- neither figure stands on the other side as well
  SELECT p.* FROM pairs p
  WHERE NOT EXISTS (FROM digested o WHERE o.article_id = p.article_id AND o.predicate = p.predicate AND o.unit = p.unit AND o.claim_id NOT IN (p.first_id, p.second_id)
    AND o.value::DOUBLE IN (p.first_value, p.second_value))
), borne AS (
  SELECT l.first_id, l.second_id, arg_max(o.quote, o.value) AS quote, arg_max(o.claim_id, o.value) AS id
  FROM lone l JOIN digested o ON o.article_id = l.article_id AND o.predicate = l.predicate AND o.unit = l.unit AND o.deal = l.deal
    AND o.claim_id NOT IN (l.first_id, l.second_id) AND o.value::DOUBLE > l.smaller AND o.value::DOUBLE < l.larger
  GROUP BY ALL
)
SELECT l.article_id, l.hardware, l.second_value AS said_low, l.second_value AS said_high, l.first_value AS follows_low, l.first_value AS follows_high, l.unit,
  'conflict' AS verdict, l.larger / l.smaller AS gap, CASE WHEN b.id IS NOT NULL THEN l.larger END AS meant,
  list_filter([
    claim(l.first_id, 'said'), claim(l.second_id, 'other'), CASE WHEN b.id IS NOT NULL THEN claim(b.id, 'part') END
  ], lambda c: c IS NOT NULL) AS claims,
  [article_input('first', l.first_value, NULL, l.unit), article_input('second', l.second_value, NULL, l.unit)] AS inputs,
  l.first_quote, l.second_quote, l.first_zone, l.second_zone, l.predicate, coalesce(l.holder, h.name, l.hardware) AS subject, l.larger, l.smaller,
  round(l.larger / l.smaller) AS times, b.id IS NOT NULL AS borne, b.quote AS other_quote
FROM lone l
LEFT JOIN borne b USING (first_id, second_id)
LEFT JOIN hardware h ON h.hardware_id = l.hardware
