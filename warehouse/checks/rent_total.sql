-- id: rent_total
-- family: arithmetic
-- title: Rent by the month times machines and months against what it comes to
-- en: The article gives a rent of “{rent_quote:text}” and says that it comes to “{total_quote:text}”. {rent:amount} {rent_per:term}{?pieces} for
--   each of {pieces:number} machines{/pieces}, over {periods:number} {periods_in:term}, come to {product:amount}{?differs}, not
--   {total:amount}{/differs}.
-- it: L'articolo indica un canone di «{rent_quote:text}» e un totale di «{total_quote:text}». {rent:amount} {rent_per:term}{?pieces} per ciascuna
--   di {pieces:number} macchine{/pieces}, per {periods:number} {periods_in:term}, fanno {product:amount}{?differs}, non
--   {total:amount}{/differs}.
-- zh: 文章给出租金“{rent_quote:text}”，并称合计“{total_quote:text}”。{rent_per:term}{rent:amount}{?pieces}，共{pieces:number}台{/pieces}，{periods:number}
--   {periods_in:term}合计{product:amount}{?differs}，而不是{total:amount}{/differs}。
--
-- Both are told in one sentence, the total behind the rent with a word for a sum. It may be that of one machine or of all that the sentence
-- or the one before it counts: either reading bears it out. Rents without a word for a sum are held against each other by `rental`.

WITH years(per, in_a_year) AS (
  VALUES ('day', 365.0), ('week', 52.0), ('month', 12.0), ('quarter', 4.0)
), rents AS (
  SELECT p.*, y.in_a_year FROM price_claims p JOIN years y USING (per)
  WHERE p.predicate IN ('rental_price', 'unit_price') AND p.polarity = 'positive' AND p.value > 0 AND p.value_high IS NULL AND p.bound IN ('exact', 'about')
), totals AS (
  SELECT p.* FROM price_claims p
  WHERE p.per = 'year' AND p.polarity = 'positive' AND p.value > 0 AND p.value_high IS NULL AND p.bound IN ('exact', 'about')
), pairs AS (
  SELECT r.article_id, coalesce(r.hardware, t.hardware) AS hardware, r.unit, r.claim_id AS rent_id, t.claim_id AS total_id, r.quote AS rent_quote, t.quote AS total_quote, r.per, r.in_a_year,
    r.value::DOUBLE AS rent, t.value::DOUBLE AS total, r.lo * r.in_a_year AS low, r.hi * r.in_a_year AS high, t.lo AS said_low, t.hi AS said_high, r.sentence_start
  FROM rents r
  JOIN totals t ON t.article_id = r.article_id AND t.sentence_start = r.sentence_start AND t.unit = r.unit AND t.span_start > r.span_end
    AND t.hardware IS NOT DISTINCT FROM r.hardware AND t.value > r.value
  JOIN articles a ON a.article_id = r.article_id
  WHERE regexp_matches(lower(substr(a.text, r.span_end + 1, t.span_start - r.span_end)), '合[计計]|[总總共]|累[计計]|in tutto|in totale|complessiv|fanno|pari a|cioè|ovvero|ossia')
  QUALIFY count(*) OVER (PARTITION BY t.claim_id) = 1 AND count(*) OVER (PARTITION BY r.claim_id) = 1
), counted AS (
  SELECT p.*, c.value::DOUBLE AS pieces
  FROM pairs p
  LEFT JOIN quantity_claims c ON c.article_id = p.article_id AND c.predicate = 'unit_count' AND c.polarity = 'positive' AND c.per IS NULL AND c.value > 1
    AND c.hardware IS NOT DISTINCT FROM p.hardware AND c.sentence_start BETWEEN p.sentence_start - 200 AND p.sentence_start
), readings AS (
  SELECT DISTINCT * EXCLUDE (pieces), unnest([1.0, pieces]) AS pieces, max(pieces) OVER (PARTITION BY total_id) AS most FROM counted
), judged AS (
  SELECT *, low * pieces AS follows_low, high * pieces AS follows_high,
    share_a_point(said_low, said_high, low * pieces / 1.03, high * pieces * 1.03) AS fits
  FROM readings
  WHERE pieces IS NOT NULL
  -- what fits, else the reading with all that is counted
  QUALIFY row_number() OVER (PARTITION BY total_id ORDER BY fits DESC, times_apart(said_low, said_high, low * pieces, high * pieces), pieces) = 1
)
SELECT article_id, hardware, said_low, said_high, follows_low, follows_high, unit,
  CASE WHEN fits THEN 'supported' WHEN times_apart(said_low, said_high, follows_low, follows_high) > 5 THEN 'doubtful' ELSE 'conflict' END AS verdict,
  times_apart(said_low, said_high, follows_low, follows_high) AS gap,
  [claim(total_id, 'total'), claim(rent_id, 'other')] AS claims,
  [
    article_input('total', said_low, said_high, unit), article_input('rent', rent, NULL, unit), article_input('pieces', pieces, NULL, '1'),
    derived_input('all', follows_low, follows_high, unit)
  ] AS inputs,
  rent_quote, total_quote, rent, total, 'per_' || per AS rent_per, CASE WHEN pieces > 1 THEN pieces END AS pieces, in_a_year AS periods, 'periods_' || per AS periods_in,
  significant(rent * in_a_year * pieces, 6) AS product, NOT fits AS differs
FROM judged
