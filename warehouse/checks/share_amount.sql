-- id: share_amount
-- family: arithmetic
-- title: A share against the part and the whole in money
-- en: The article gives “{part_quote:text}” as “{share_quote:text}” of “{whole_quote:text}” ({predicate:term}{?subject} of
--   {subject:text}{/subject}). {part:amount} of {whole:amount} are {share:percent}{?differs}, not {said:percent}{/differs}.
-- it: L'articolo indica «{part_quote:text}» come «{share_quote:text}» di «{whole_quote:text}» ({predicate:term}{?subject},
--   {subject:text}{/subject}). {part:amount} su {whole:amount} fa {share:percent}{?differs}, non {said:percent}{/differs}.
-- zh: 文章称“{part_quote:text}”占“{whole_quote:text}”的“{share_quote:text}”（{?subject}{subject:text}的{/subject}{predicate:term}）。
--   {part:amount}占{whole:amount}的{share:percent}{?differs}，而不是{said:percent}{/differs}。
--
-- The part stands right before the share, with nothing but words of being a part between them (占总收入的, "pari al"), or right behind it. The whole is the
-- one larger amount of the same holder, currency and time that the article tells up to there; where it tells several, any of them bears the share out,
-- and none contradicts it.

WITH amounts AS (
  SELECT claim_id, article_id, predicate, holder, unit, as_of, modality, quote, span_start, span_end, sentence_start, value::DOUBLE AS middle, lo, hi, confidence
  FROM price_claims
  WHERE polarity = 'positive' AND value > 0 AND value_high IS NULL AND per IS NULL AND predicate IN ('revenue', 'investment', 'order_value', 'other_amount', 'funding')
  QUALIFY same_as IS NULL OR span_start = min(span_start) OVER (PARTITION BY article_id, same_as)
), shares AS (
  SELECT claim_id, article_id, holder, as_of, quote, span_start, span_end, sentence_start, value::DOUBLE AS middle, lo, hi
  FROM quantity_claims
  WHERE predicate = 'share' AND polarity = 'positive' AND value BETWEEN 0.01 AND 0.99 AND value_high IS NULL AND bound IN ('exact', 'about')
), parts AS (
  SELECT s.*, p.claim_id AS part_id, p.quote AS part_quote, p.middle AS part, p.lo AS part_low, p.hi AS part_high, p.unit, p.predicate, p.span_start AS part_start,
    coalesce(p.as_of, s.as_of) AS part_time, coalesce(p.holder, s.holder) AS part_holder, p.modality, p.confidence
  FROM shares s
  JOIN articles t ON t.article_id = s.article_id
  JOIN amounts p ON p.article_id = s.article_id AND p.sentence_start = s.sentence_start
  WHERE (s.span_start - p.span_end BETWEEN 0 AND 30 AND regexp_full_match(lower(substr(t.text, p.span_end + 1, s.span_start - p.span_end)),
      '\s*[，,]?\s*(约|約)?(占|佔)(比|到|了)?(公司|集[团團]|当期|當期|同期)?[总總整全]?[体體部]?(营业|營業|合并|合併)?([收營营][入收]|[销銷]售[额額]|投[资資]|[开開]支|支出|金[额額]|合同[额額]?)?[总總]?[额額]?的?(比重|比例)?[为為]?(约|約|近)?\s*|\s*[,(]?\s*(pari a|cioè|ovvero|ossia|vale a dire|equivalent[ei] a)[^.;,0-9]{0,12}'))
    OR (p.span_start - s.span_end BETWEEN 1 AND 30 AND regexp_full_match(lower(substr(t.text, s.span_end + 1, p.span_start - s.span_end)),
      '\s*[,(]\s*(pari a|cioè|ovvero|ossia|vale a dire)\s+[^.;,0-9]{0,8}'))
  QUALIFY row_number() OVER (PARTITION BY s.claim_id ORDER BY abs(s.span_start - p.span_start), p.claim_id) = 1
), wholes AS (
  SELECT p.*, w.claim_id AS whole_id, w.quote AS whole_quote, w.middle AS whole, w.lo AS whole_low, w.hi AS whole_high,
    times_apart(p.lo, p.hi, p.part_low / w.hi, p.part_high / w.lo) AS apart
  FROM parts p
  JOIN amounts w ON w.article_id = p.article_id AND w.unit = p.unit AND w.claim_id <> p.part_id AND w.middle > p.part AND w.span_start < p.span_start
    AND (w.predicate = p.predicate OR p.predicate IN ('other_amount', 'order_value'))
    AND w.holder IS NOT DISTINCT FROM p.part_holder AND coalesce(w.as_of = p.part_time, true) AND w.modality = p.modality
  -- "a year before it was 1 billion": the whole is of the last time told
  QUALIFY coalesce(timex_end(w.as_of) = max(timex_end(w.as_of)) OVER (PARTITION BY p.claim_id), true)
), judged AS (
  SELECT *, count(DISTINCT whole) OVER (PARTITION BY claim_id) AS rivals FROM wholes
  QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY apart, abs(span_start - part_start), whole_id) = 1
)
SELECT article_id, NULL::VARCHAR AS hardware, lo AS said_low, hi AS said_high, part_low / whole_high AS follows_low, part_high / whole_low AS follows_high, '1' AS unit,
  CASE WHEN apart <= 1.03 THEN 'supported' WHEN apart <= 1.08 OR confidence < 0.5 THEN 'doubtful' ELSE 'conflict' END AS verdict, apart AS gap,
  [claim(claim_id, 'said'), claim(part_id, 'part'), claim(whole_id, 'other')] AS claims,
  [
    article_input('share', lo, hi, '1'), article_input('part', part_low, part_high, unit), article_input('whole', whole_low, whole_high, unit),
    derived_input('part of whole', part_low / whole_high, part_high / whole_low, '1')
  ] AS inputs,
  part_quote, quote AS share_quote, whole_quote, predicate, part_holder AS subject, part, unit AS part_unit, whole, unit AS whole_unit,
  significant(part / whole, 3) AS share, significant(middle, 4) AS said, apart > 1.03 AS differs
FROM judged
WHERE apart <= 1.03 OR rivals = 1
