-- id: rent_term
-- family: arithmetic
-- title: A rent for so many pieces and so long against what it is said to come to
-- en: The article gives a rent of “{rent_quote:text}”, “{count_quote:text}” and a term of “{term_quote:text}”: at most {product:amount}{?differs}, not
--   “{total_quote:text}”{/differs}{?agrees}, as it says{/agrees}. {?is_slip}Only the order of magnitude differs.{/is_slip}
-- it: L'articolo indica un canone di «{rent_quote:text}», «{count_quote:text}» e una durata di «{term_quote:text}»: al massimo
--   {product:amount}{?differs}, non «{total_quote:text}»{/differs}{?agrees}, come dice{/agrees}. {?is_slip}Differisce solo l'ordine di grandezza.{/is_slip}
-- zh: 文章给出租金“{rent_quote:text}”、数量“{count_quote:text}”、租期“{term_quote:text}”，最多为{product:amount}
--   {?differs}，而不是“{total_quote:text}”{/differs}{?agrees}，与文中相符{/agrees}。{?is_slip}只差在数量级。{/is_slip}
--
-- The article has one rent of its currency, one count of what is rented and one term, and behind the rent, within two or three sentences, a sum with words for
-- what is paid in all. Machines are counted by what is in them, of eight where that is not told. Nobody pays for more hours than there are, unless for something else as well; less is wrong only where the
-- article says that the machines run day and night or are paid whether they run or not.

WITH periods(per, hours) AS (
  VALUES ('hour', 1.0), ('day', 24.0), ('week', 168.0), ('month', 730.0), ('quarter', 2190.0), ('year', 8760.0)
), rents AS (
  SELECT p.claim_id, p.article_id, p.hardware, p.unit, p.quote, p.span_end, p.sentence_start, p.per, p.value::DOUBLE AS middle, p.lo, p.hi, p.basis, y.hours
  FROM price_claims p JOIN periods y USING (per)
  WHERE p.predicate = 'rental_price' AND p.polarity = 'positive' AND p.value > 0 AND p.value_high IS NULL AND p.bound IN ('exact', 'about')
  QUALIFY count(DISTINCT (p.value, p.per)) OVER (PARTITION BY p.article_id, p.unit) = 1 AND row_number() OVER (PARTITION BY p.article_id, p.unit ORDER BY p.span_start) = 1
), terms AS (
  SELECT q.article_id, q.quote, q.span_start, q.sentence_start,
    CAST(regexp_extract(q.timex, '\d+(\.\d+)?') AS DOUBLE) * CASE right(q.timex, 1) WHEN 'Y' THEN 8760 WHEN 'M' THEN 730 WHEN 'W' THEN 168 WHEN 'D' THEN 24 END AS hours
  FROM quantity_claims q
  WHERE q.predicate = 'duration' AND q.polarity = 'positive' AND q.bound IN ('exact', 'about') AND regexp_full_match(q.timex, 'P\d+(\.\d+)?[YMWD]')
), sums AS (
  SELECT r.claim_id AS rent_id, t.claim_id, t.quote, t.value::DOUBLE AS total, t.lo, t.hi, t.bound, t.sentence_start, t.span_start, t.span_end,
    lower(substr(a.text, r.sentence_start + 1, t.sentence_end - r.sentence_start)) AS words
  FROM rents r
  JOIN price_claims t ON t.article_id = r.article_id AND t.unit = r.unit AND t.per IS NULL AND t.polarity = 'positive' AND t.value_high IS NULL
    AND t.predicate NOT IN ('unit_price', 'rental_price', 'funding', 'valuation', 'revenue') AND t.value > 100 * r.middle AND t.span_start BETWEEN r.span_end AND r.span_end + 400
  JOIN articles a ON a.article_id = r.article_id
  CROSS JOIN LATERAL (SELECT without_insertion(lower(substr(a.text, t.sentence_start + 1, t.span_start - t.sentence_start))) AS opening)
  WHERE t.bound IN ('exact', 'about')
    AND (tells_all(right(opening, 80), words_after(a.text, t.span_end))
      OR regexp_matches(right(opening, 80), '\b(spes[ao]|spender\w+|conto|fattura|bolletta|esborso|costo|coster\w+|pagher\w+|importo|contratto|valore|noleggio|affitto)\b|[总總](金[额額]|[价價]|[额額]|[费費]用|租金|成本)|租金|[费費]用|合同[额額金]|花[费費]|[开開][支销銷]'))
  QUALIFY count(*) OVER (PARTITION BY r.claim_id) = 1
), counts AS (
  SELECT r.claim_id AS rent_id, c.claim_id, c.quote, c.value::DOUBLE * CASE WHEN c.basis = 'server' AND coalesce(r.basis, 'card') <> 'server' THEN coalesce(c.basis_size, 8) ELSE 1 END AS pieces,
    c.basis
  FROM rents r
  JOIN quantity_claims c ON c.article_id = r.article_id AND c.predicate = 'unit_count' AND c.polarity = 'positive' AND c.per IS NULL AND c.value_high IS NULL AND c.value >= 2
    AND c.bound IN ('exact', 'about') AND (c.basis IS NULL OR c.basis IN ('card', 'chip', 'server')) AND coalesce(c.hardware = r.hardware, true)
), rented AS (
  SELECT *, count(DISTINCT pieces) OVER (PARTITION BY rent_id) AS rivals FROM counts
  -- the one with the product's name or noun, before its servers
  QUALIFY row_number() OVER (PARTITION BY rent_id, pieces ORDER BY basis NULLS FIRST, claim_id) = 1
), readings AS (
  SELECT r.article_id, r.hardware, r.unit, r.claim_id AS rent_id, s.claim_id AS total_id, c.claim_id AS count_id, r.quote AS rent_quote, s.quote AS total_quote, c.quote AS count_quote,
    d.quote AS term_quote, r.middle AS rent, s.total, s.lo AS said_low, s.hi AS said_high, c.pieces, d.hours / r.hours AS times, c.rivals, s.words,
    r.lo * c.pieces * times AS follows_low, r.hi * c.pieces * times AS follows_high, count(DISTINCT d.hours) OVER (PARTITION BY s.claim_id) AS terms
  FROM rents r
  JOIN sums s ON s.rent_id = r.claim_id
  JOIN rented c ON c.rent_id = r.claim_id
  JOIN terms d ON d.article_id = r.article_id AND d.hours > r.hours AND d.sentence_start BETWEEN r.sentence_start - 200 AND s.sentence_start
), judged AS (
  SELECT *, times_apart(said_low, said_high, follows_low, follows_high) AS apart, slip_exponent(said_low, said_high, follows_low / 1.03, follows_high * 1.03) AS slip
  FROM readings
  QUALIFY row_number() OVER (PARTITION BY total_id ORDER BY apart > 1.05, slip IS NULL, apart, count_id) = 1
), decided AS (
  SELECT *, CASE
      WHEN apart <= 1.05 THEN 'supported'
      WHEN rivals > 1 OR terms > 1 THEN NULL
      WHEN slip IS NOT NULL THEN 'conflict'
      WHEN apart BETWEEN 1.15 AND 20 AND said_low > follows_high AND NOT holds_more_than_pieces(words) THEN 'conflict'
      WHEN apart BETWEEN 1.15 AND 20 AND regexp_matches(words, 'giorno e notte|24 ore|h24|ininterrott|(uso|funzionamento|servizio) continu|sempre acces|si usino o no|che (le|li) si usi|usat[ei] o no|全天|24小[时時]|不[间間][断斷]|[昼晝]夜|[满滿][负負][荷载載]') THEN 'conflict'
    END AS verdict
  FROM judged
)
SELECT article_id, hardware, said_low, said_high, follows_low, follows_high, unit, verdict, apart AS gap,
  CASE WHEN verdict = 'conflict' AND slip IS NOT NULL THEN 'magnitude' END AS family, CASE WHEN verdict = 'conflict' AND slip IS NOT NULL THEN significant(rent * pieces * times, 4) END AS meant,
  [claim(total_id, 'total'), claim(rent_id, 'part'), claim(count_id, 'count')] AS claims,
  [
    article_input('total', said_low, said_high, unit), article_input('rent', rent, NULL, unit), article_input('pieces', pieces, NULL, '1'),
    derived_input('all', follows_low, follows_high, unit)
  ] AS inputs,
  rent_quote, count_quote, term_quote, total_quote, significant(rent * pieces * times, 4) AS product, unit AS product_unit, verdict <> 'supported' AS differs, verdict = 'supported' AS agrees,
  verdict = 'conflict' AND slip IS NOT NULL AS is_slip
FROM decided
WHERE verdict IS NOT NULL
