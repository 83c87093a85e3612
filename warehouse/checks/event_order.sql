-- id: event_order
-- family: timeline
-- title: Dates of an article against each other
-- en: The article dates the {later:term} of {subject:text} to {later:period} (“{later_quote:text}”) and the {earlier:term} to
--   {earlier:period} (“{earlier_quote:text}”){?differs}: the first would have come {days:number} days before the second{/differs}.
-- it: L'articolo data «{later_quote:text}» ({later:term}, {subject:text}: {later:period}) e «{earlier_quote:text}» ({earlier:term}:
--   {earlier:period}){?differs}: il primo evento verrebbe {days:number} giorni prima del secondo{/differs}.
-- zh: 文章称{subject:text}的{later:term}时间为{later:period}（“{later_quote:text}”），{earlier:term}时间为{earlier:period}
--   （“{earlier_quote:text}”）{?differs}：前者比后者早{days:number}天{/differs}。
--
-- A product is announced before it is sold; what somebody buys is ordered before it is delivered, and delivered before it runs. Only days
-- that the article gives as facts or plans of one product (and one holder) are compared, each event that has one date only. A buyer may have ordered more of what he has, so that an order
-- behind a delivery is only doubtful; so is a date without its year. Where one contract is signed, by its own words, and what is delivered beside it is told as under it, no
-- product need be named, and nothing can have come before.

WITH said AS (
  SELECT c.claim_id, c.article_id, c.hardware, c.holder, c.deal, c.predicate, c.quote, c.sentence_start, c.date_start, c.date_end, c.lo, c.hi, c.confidence
  FROM date_claims c
  WHERE c.polarity = 'positive' AND c.lo IS NOT NULL AND c.hi IS NOT NULL AND c.hardware IS NOT NULL AND c.confidence >= 0.7
    AND c.modality IN ('asserted', 'planned') AND c.condition IS NULL
    AND c.predicate IN ('launch', 'availability', 'order', 'delivery', 'deployment')
  QUALIFY count(DISTINCT (c.lo, c.hi)) OVER (PARTITION BY c.article_id, c.hardware, c.holder, c.predicate) = 1
), sequence(earlier, later, is_certain) AS (
  VALUES ('launch', 'availability', true), ('order', 'delivery', false), ('order', 'deployment', false), ('delivery', 'deployment', false)
), pairs AS (
  SELECT a.article_id, a.hardware, a.holder, q.earlier, q.later, q.is_certain, a.claim_id AS earlier_id, b.claim_id AS later_id, a.quote AS earlier_quote, b.quote AS later_quote,
    a.date_start AS earlier_start, a.date_end AS earlier_end, b.date_start AS later_start, b.date_end AS later_end,
    date_diff('day', b.hi, a.lo) AS days, is_yearless(a.quote) OR is_yearless(b.quote) AS yearless
  FROM said a
  JOIN sequence q ON q.earlier = a.predicate
  JOIN said b ON b.article_id = a.article_id AND b.hardware = a.hardware AND b.predicate = q.later AND b.holder IS NOT DISTINCT FROM a.holder
    AND coalesce(a.deal = b.deal, true)
  QUALIFY row_number() OVER (PARTITION BY a.article_id, a.hardware, a.holder, q.earlier, q.later ORDER BY days DESC, a.claim_id, b.claim_id) = 1
), signed AS (
  -- the article's one contract, and what is delivered or put to work in the sentences around it
  SELECT c.claim_id, c.article_id, c.hardware, c.holder, c.quote, c.date_start, c.date_end, c.lo, c.hi, c.deal, c.sentence_start, c.sentence_end,
    regexp_extract(s.sentence, '\b(contratto|ordine|accordo|commessa|appalto|fornitura|convenzione)\b|合同|[订訂][单單]|[协協][议議]') AS deed
  FROM date_claims c
  JOIN articles t USING (article_id)
  CROSS JOIN LATERAL (SELECT lower(substr(t.text, c.sentence_start + 1, c.sentence_end - c.sentence_start)) AS sentence) s
  WHERE c.predicate = 'order' AND c.polarity = 'positive' AND c.lo IS NOT NULL AND c.hi IS NOT NULL AND c.condition IS NULL AND NOT is_yearless(c.quote)
    AND regexp_matches(s.sentence, '\b(firmat|sottoscritt|siglat|stipulat)[oaie]\b|\b(firm|sottoscrizion|stipul)[ae]\b|[签簽][署订訂约約]') AND deed <> ''
    AND NOT regexp_matches(s.sentence, '\b(nuov[oaie]|second[oa]|ulterior\w*|altr[oaie]|ampliament\w*|estension\w*|aggiuntiv\w*|rinnov\w*|successiv\w*|preliminare|quadro)\b|[续續][签簽约約]|追加|二期|[扩擴]|框架|[补補]充|新[签簽的]')
  QUALIFY count(*) FILTER (c.predicate = 'order') OVER (PARTITION BY c.article_id) = 1
), delivered AS (
  SELECT claim_id, article_id, hardware, holder, deal, predicate, quote, date_start, date_end, hi, sentence_start, sentence_end FROM date_claims
  WHERE predicate IN ('delivery', 'deployment') AND polarity = 'positive' AND hi IS NOT NULL AND NOT is_yearless(quote)
  UNION ALL BY NAME
  -- "i primi venti sono stati consegnati nel marzo 2025": the time is the count's
  SELECT claim_id, article_id, hardware, holder, deal, CASE event WHEN 'ship' THEN 'delivery' ELSE 'deployment' END AS predicate, quote, timex_start(as_of) AS date_start, timex_end(as_of) AS date_end, timex_end(as_of) AS hi,
    sentence_start, sentence_end
  FROM quantity_claims
  WHERE predicate = 'unit_count' AND event IN ('ship', 'deploy') AND polarity = 'positive' AND modality = 'asserted' AND per IS NULL AND regexp_matches(as_of, '^20\d\d-\d\d')
), under_contract AS (
  SELECT s.article_id, coalesce(d.hardware, s.hardware) AS hardware, coalesce(d.holder, s.holder) AS holder, 'order' AS earlier, d.predicate AS later, true AS is_certain, s.claim_id AS earlier_id, d.claim_id AS later_id,
    s.quote AS earlier_quote, d.quote AS later_quote, s.date_start AS earlier_start, s.date_end AS earlier_end, d.date_start AS later_start, d.date_end AS later_end,
    date_diff('day', d.hi, s.lo) AS days, false AS yearless, s.deed
  FROM signed s
  JOIN delivered d ON d.article_id = s.article_id
    AND coalesce(d.hardware = s.hardware, true) AND coalesce(d.holder = s.holder, true)
    -- 合同于…签署；首批…已于…交付: the first lot is that of the contract just told of
    AND (coalesce(d.deal = s.deal, true) OR (d.sentence_start - s.sentence_end BETWEEN 0 AND 2
      AND EXISTS (FROM articles t WHERE t.article_id = d.article_id AND regexp_matches(lower(substr(t.text, d.sentence_start + 1, 12)), '^\s*(其中)?(首|第一)批|^\s*(il|la) prim[oa] (lotto|tranche|consegna)\b'))))
    AND (d.sentence_start - s.sentence_end BETWEEN -300 AND 160 AND s.sentence_start - d.sentence_end <= 160)
  WHERE days > 7 AND s.claim_id NOT IN (SELECT earlier_id FROM pairs WHERE days <= 0)
  QUALIFY row_number() OVER (PARTITION BY s.claim_id ORDER BY days, d.claim_id) = 1
)
SELECT p.article_id, p.hardware, NULL::DOUBLE AS said_low, NULL::DOUBLE AS said_high, NULL::DOUBLE AS follows_low, NULL::DOUBLE AS follows_high, NULL::VARCHAR AS unit,
  CASE WHEN days <= 0 THEN 'supported' WHEN is_certain AND NOT yearless AND days > 7 THEN 'conflict' ELSE 'doubtful' END AS verdict,
  1 + greatest(days, 0) / 365.0 AS gap,
  [claim(later_id, 'said'), claim(earlier_id, 'other')] AS claims,
  [
    input_of(later, NULL, NULL, NULL, 'article', NULL, NULL, strftime(later_start, '%Y-%m-%d') || '/' || strftime(later_end, '%Y-%m-%d'), NULL),
    input_of(earlier, NULL, NULL, NULL, 'article', NULL, NULL, strftime(earlier_start, '%Y-%m-%d') || '/' || strftime(earlier_end, '%Y-%m-%d'), NULL)
  ] AS inputs,
  coalesce(p.holder || ': ' || h.name, h.name, p.deed) AS subject, later, earlier, later_quote, earlier_quote, later_start, later_end, earlier_start, earlier_end,
  days, days > 0 AS differs
FROM (
  SELECT *, NULL AS deed FROM pairs WHERE earlier <> 'order' OR (article_id, later) NOT IN (SELECT (article_id, later) FROM under_contract)
  UNION ALL BY NAME
  FROM under_contract
) p LEFT JOIN hardware h ON h.hardware_id = p.hardware
WHERE days <= 0 OR NOT yearless
