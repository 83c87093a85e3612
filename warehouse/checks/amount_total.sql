-- id: amount_total
-- family: arithmetic
-- title: What one costs, or costs in a time, against what all of it is said to come to
-- en: The article gives “{each_quote:text}” for one{?counted} and counts “{count_quote:text}”{/counted}{?timed}, for {times:number} times as
--   long{/timed}. That makes {product:amount}{?differs}, not “{total_quote:text}”{/differs}{?agrees}, as it says{/agrees}. {?is_slip}Only the
--   order of magnitude differs.{/is_slip}
-- it: L'articolo indica «{each_quote:text}» per uno{?counted} e ne conta «{count_quote:text}»{/counted}{?timed}, per un tempo {times:number} volte più
--   lungo{/timed}. Fa {product:amount}{?differs}, non «{total_quote:text}»{/differs}{?agrees}, come dice{/agrees}. {?is_slip}Differisce solo
--   l'ordine di grandezza.{/is_slip}
-- zh: 文章称每个“{each_quote:text}”{?counted}，共“{count_quote:text}”{/counted}{?timed}，时间为{times:number}倍{/timed}，应为{product:amount}
--   {?differs}，而不是“{total_quote:text}”{/differs}{?agrees}，与文中相符{/agrees}。{?is_slip}只差在数量级。{/is_slip}
--
-- Of whatever the two sums were read to be: the one is told of each piece or of each hour, month or year, the other, near it, as a sum or as what
-- follows, and no third sum stands between them. The pieces are those that the article counts in the same kind of unit; a term stands in words
-- between the two. Any such reading bears the sum out. Else a sum that is a power of ten off, or has one digit wrong or two that changed places, is a
-- conflict; one that is off in another way is one where words tell it as the sum of just that. Deals told with their product are order_arithmetic's.

WITH periods(per, hours) AS (
  VALUES ('hour', 1.0), ('day', 24.0), ('week', 168.0), ('month', 730.0), ('quarter', 2190.0), ('year', 8760.0)
), numerals(word, number) AS (
  VALUES ('due', 2), ('tre', 3), ('quattro', 4), ('cinque', 5), ('sei', 6), ('sette', 7), ('otto', 8), ('dieci', 10), ('两', 2), ('兩', 2), ('二', 2), ('三', 3), ('四', 4), ('五', 5),
    ('六', 6), ('七', 7), ('八', 8), ('十', 10)
), money AS (
  SELECT claim_id, article_id, predicate, hardware, deal, unit, per, basis, basis_size, quote, span_start, span_end, sentence_start, sentence_end, value::DOUBLE AS middle, lo, hi, bound
  FROM price_claims
  WHERE polarity = 'positive' AND value > 0 AND value_high IS NULL AND predicate NOT IN ('revenue', 'valuation', 'funding')
  QUALIFY same_as IS NULL OR span_start = min(span_start) OVER (PARTITION BY article_id, same_as)
), pairs AS (
  -- neighbours among the article's sums of one currency, the smaller one first
  SELECT e.article_id, e.claim_id AS each_id, t.claim_id AS total_id, e.span_start AS each_start, t.span_start AS total_start
  FROM (SELECT *, lead(claim_id) OVER (PARTITION BY article_id, unit ORDER BY span_start) AS next_id FROM money) e
  JOIN money t ON t.claim_id = e.next_id AND t.middle > e.middle
  WHERE t.span_start - e.span_end BETWEEN 1 AND 220 AND e.bound IN ('exact', 'about') AND t.bound IN ('exact', 'about', 'min')
    AND NOT (t.predicate = 'order_value' AND e.predicate = 'unit_price' AND e.hardware IS NOT NULL
      AND (coalesce(t.hardware, t.deal) IS NOT NULL OR t.sentence_start = e.sentence_start))
), told AS (
  SELECT p.article_id, p.each_id, p.total_id, e.quote AS each_quote, t.quote AS total_quote, e.middle AS one, t.middle AS total, e.lo AS one_low, e.hi AS one_high, t.unit,
    coalesce(t.hardware, e.hardware) AS hardware, e.basis, e.basis_size, e.per, t.per AS total_per, CASE t.bound WHEN 'min' THEN t.middle ELSE t.lo END AS said_low,
    CASE t.bound WHEN 'min' THEN 1.1 * t.middle ELSE t.hi END AS said_high, e.span_start AS each_start, e.sentence_start AS each_sentence, t.span_end AS total_end,
    words_before(a.text, e.span_start) AS before, words_after(a.text, e.span_end) AS after, lower(substr(a.text, e.span_end + 1, t.span_start - e.span_end)) AS between,
    regexp_extract(between, '([^.。;；]|\.\d)*$') AS opening,
    lower(substr(a.text, e.sentence_start + 1, e.span_start - e.sentence_start)) AS lead_in, lower(substr(a.text, t.span_end + 1, 30)) AS tail
  FROM pairs p JOIN money e ON e.claim_id = p.each_id JOIN money t ON t.claim_id = p.total_id JOIN articles a ON a.article_id = p.article_id
), worded AS (
  SELECT *,
    CASE WHEN per IS NOT NULL THEN per WHEN regexp_matches(clause_before(before), '每年|年租|年[费費]') OR regexp_matches(after, '^\s*(l[''’]anno|all[''’]anno|annu[ie]|/年|[每一]年)') THEN 'year'
      WHEN regexp_matches(clause_before(before), '每月|月租') OR regexp_matches(after, '^\s*(al mese|mensil[ei]|/月|[每一][个個]?月)') THEN 'month' END AS each_per,
    CASE WHEN total_per IS NOT NULL THEN total_per WHEN regexp_matches(opening || tail, '一年|全年|整年|每年|sull[''’](intero )?anno|all[''’]anno|in un anno') THEN 'year'
      WHEN regexp_matches(opening || tail, '[一每][个個]?月|月租|al mese|in un mese|mensil') THEN 'month' END AS sum_per,
    regexp_extract(lead_in || '…' || between, '(?:^|[^\d第])(\d{1,2}|due|tre|quattro|cinque|sei|sette|otto|dieci|[两兩二三四五六七八十]) ?(?:anni|年)(?:[^\d月底]|$)', 1) AS term,
    regexp_matches(opening || '…' || tail, '\b(conto|fattura|spesa|costo|importo|prezzo|valore|esborso) (totale|complessiv[oa]|finale)\b|per tutt[ie]\b|[总總](金[额額]|[价價]|[额額]|[费費]用|投[资資]|租金|成本)|合同[额額金]')
      OR tells_all(opening, tail) OR tells_all(without_insertion(opening), tail) AS is_sum,
    regexp_matches(opening, '\b(spes[ao]|conto|fattura|bolletta|esborso|paga\w*|vale a dire|pari a|quindi|dunque|ossia|significa|fann?o)\b|\b(pagher|sborser|perciò|cioè|così)|租金|[费費]用|[开開][支销銷]|花[费費了]|需要?|折[合算]|也就是|相[当當][于於]|即') AS is_outcome
  FROM told
), timed AS (
  SELECT w.*, CASE WHEN each_per = 'year' AND sum_per IS NULL AND term <> '' THEN coalesce(n.number, TRY_CAST(term AS INTEGER))::DOUBLE WHEN sum_per <> each_per THEN y.hours / x.hours ELSE 1.0 END AS times
  FROM worded w
  LEFT JOIN periods x ON x.per = w.each_per
  LEFT JOIN periods y ON y.per = w.sum_per
  LEFT JOIN numerals n ON n.word = w.term
  WHERE (w.is_sum OR w.is_outcome)
    AND NOT regexp_matches(w.between, '\b(oltre a|altr[ioe]|nuov[oi]|invece|contro|rispetto|risparmi\w*)\b|\bpiù |另|其他|追加|相比|节省|節省|原[价價]')
    AND (w.each_per IS NULL) = (w.sum_per IS NULL AND w.term = '')
    -- rents and terms that are claims are rent_total's and period_total's
    AND NOT (w.per IS NOT NULL AND (w.total_per IS NOT NULL OR w.sum_per IS NULL))
), counts AS (
  -- pieces of the unit of which the price is told
  SELECT t.each_id, c.claim_id, c.quote, c.value::DOUBLE * CASE WHEN t.basis IS NULL THEN coalesce(c.basis_size, 1) ELSE 1 END AS pieces, c.span_start BETWEEN t.each_start - 250 AND t.total_end AS is_near
  FROM timed t
  JOIN quantity_claims c ON c.article_id = t.article_id AND c.predicate = 'unit_count' AND c.polarity = 'positive' AND c.per IS NULL AND c.value_high IS NULL AND c.value BETWEEN 2 AND 1e7
    AND c.bound IN ('exact', 'about') AND coalesce(c.hardware = t.hardware, true) AND (c.basis IS NOT DISTINCT FROM t.basis OR t.basis IN ('chip', 'card') AND c.basis IS NULL)
    -- in the sentence of the price other things are counted
    AND NOT EXISTS (
      FROM quantity_claims o
      WHERE o.article_id = t.article_id AND o.predicate = 'unit_count' AND o.sentence_start = t.each_sentence AND o.span_start BETWEEN c.span_end AND t.each_start AND o.basis IS DISTINCT FROM c.basis
    )
), pieces AS (
  SELECT *, count(DISTINCT pieces) OVER (PARTITION BY each_id) AS rivals FROM counts
), readings AS (
  SELECT t.*, p.claim_id AS count_id, p.quote AS count_quote, p.pieces, p.rivals FROM timed t JOIN pieces p USING (each_id)
  WHERE p.is_near OR p.rivals = 1
  UNION ALL BY NAME
  SELECT *, 1.0 AS pieces, 1 AS rivals FROM timed WHERE times > 1
), judged AS (
  SELECT *, one * pieces * times AS product, one_low * pieces * times AS follows_low, one_high * pieces * times AS follows_high,
    times_apart(said_low, said_high, follows_low, follows_high) AS apart, slip_exponent(said_low, said_high, follows_low, follows_high) AS slip, looks_mistyped(total, product) AS mistyped
  FROM readings
  QUALIFY row_number() OVER (PARTITION BY total_id ORDER BY apart > 1.03, slip IS NULL, NOT mistyped, apart, pieces DESC) = 1
), decided AS (
  SELECT *, CASE
      WHEN apart <= 1.03 THEN 'supported'
      WHEN slip IS NOT NULL OR (mistyped AND times = 1) THEN 'conflict'
      WHEN is_sum AND rivals = 1 AND apart < 3 AND product > total AND times = 1 THEN 'conflict'
      WHEN is_sum AND rivals = 1 AND apart BETWEEN 1.05 AND 3 AND NOT holds_more_than_pieces(lead_in || between || tail) THEN 'conflict'
    END AS verdict
  FROM judged
)
SELECT article_id, hardware, said_low, said_high, follows_low, follows_high, unit, verdict, apart AS gap,
  CASE WHEN verdict = 'conflict' AND slip IS NOT NULL THEN 'magnitude' END AS family, CASE WHEN verdict = 'conflict' AND slip IS NOT NULL THEN significant(product, 6) END AS meant,
  list_filter([claim(total_id, 'total'), claim(each_id, 'part'), CASE WHEN count_id IS NOT NULL THEN claim(count_id, 'count') END], lambda c: c IS NOT NULL) AS claims,
  [
    article_input('total', said_low, said_high, unit), article_input('each', one_low, one_high, unit), article_input('pieces', pieces, NULL, '1'),
    derived_input('all', follows_low, follows_high, unit)
  ] AS inputs,
  each_quote, total_quote, count_quote, count_id IS NOT NULL AS counted, times > 1 AS timed, times, significant(product, 6) AS product, unit AS product_unit,
  verdict <> 'supported' AS differs, verdict = 'supported' AS agrees, verdict = 'conflict' AND slip IS NOT NULL AS is_slip
FROM decided
WHERE verdict IS NOT NULL
