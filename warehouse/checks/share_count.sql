-- id: share_count
-- family: arithmetic
-- title: A share in words against the two counts that it relates
-- en: The article gives “{part_quote:text}” of “{whole_quote:text}” as “{told:text}”. {part:number} of {whole:number} are {share:percent}{?differs}, not
--   {said:percent}{/differs}.
-- it: L'articolo indica «{part_quote:text}» su «{whole_quote:text}» come «{told:text}». {part:number} su {whole:number} fa {share:percent}{?differs}, non
--   {said:percent}{/differs}.
-- zh: 文章称“{whole_quote:text}”中的“{part_quote:text}”为“{told:text}”。{part:number}占{whole:number}的{share:percent}{?differs}，而不是{said:percent}{/differs}。
--
-- The share stands right behind the part, with words for "that is" or 占 between them, and need be no claim. The whole is the one larger count of such things in
-- the sentence or the one before it; where there are several, any of them bears the share out and none contradicts it. A share of something else (of the
-- market, of the cost) is named behind it.

WITH counts AS (
  SELECT claim_id, article_id, hardware, basis, quote, span_start, span_end, sentence_start, sentence_end, value::DOUBLE AS middle, lo, hi
  FROM quantity_claims
  WHERE predicate = 'unit_count' AND polarity = 'positive' AND per IS NULL AND value > 1 AND value_high IS NULL AND bound IN ('exact', 'about')
), pairs AS (
  SELECT p.article_id, coalesce(p.hardware, w.hardware) AS hardware, p.claim_id AS part_id, w.claim_id AS whole_id, p.quote AS part_quote, w.quote AS whole_quote,
    p.middle AS part, w.middle AS whole, p.lo / w.hi AS follows_low, p.hi / w.lo AS follows_high, p.span_end
  FROM counts p
  JOIN counts w ON w.article_id = p.article_id AND w.middle > p.middle AND w.middle < 100 * p.middle AND w.span_start < p.span_start AND p.sentence_start - w.sentence_end <= 2
    AND w.basis IS NOT DISTINCT FROM p.basis
), read AS (
  SELECT p.*, lower(substr(t.text, p.span_end + 1, 70)) AS after,
    regexp_extract(after,
      '^[^0-9。.;；:：]{0,40}?((?:cioè|ovvero|ossia|vale a dire|pari a|equivalent[ei] a)(?:l| il| circa il| quasi il| circa al)? ?(\d{1,2}(?:,\d+)?) ?%|[约約]?[占佔](?:比|到|全部|[总總][量数數])?的?(?:比例)?[为為]?[约約近]?(\d{1,2}(?:\.\d+)?)[%％])(.{0,16})',
      ['told', 'it', 'zh', 'rest']) AS words
  FROM pairs p JOIN articles t USING (article_id)
), told AS (
  SELECT *, words.told AS said_words, CAST(replace(coalesce(nullif(words.it, ''), words.zh), ',', '.') AS DOUBLE) / 100 AS said,
    CASE WHEN regexp_matches(said_words, '[.,]\d') THEN 0.001 ELSE 0.006 END + CASE WHEN regexp_matches(said_words, 'circa|quasi|约|約|近') THEN 0.02 ELSE 0 END AS room
  FROM read
  WHERE words.told <> '' AND NOT regexp_matches(words.rest, '^\s*(in più|in meno)|^(以上|的?增)')
    AND (NOT regexp_matches(words.rest, '^\s*(di|del|dell|della|dei|degli|delle)\b') OR regexp_matches(words.rest, '^\s*(del|delle|dell[''’]) ?(total|complessiv|parco|gpu|schede|insieme|intero)'))
), judged AS (
  SELECT *, share_a_point(said - room, said + room, follows_low, follows_high) AS fits, count(*) OVER (PARTITION BY part_id) AS wholes FROM told
  QUALIFY row_number() OVER (PARTITION BY part_id ORDER BY fits DESC, abs(said - part / whole), whole_id) = 1
)
SELECT article_id, hardware, said - room AS said_low, said + room AS said_high, follows_low, follows_high, '1' AS unit,
  CASE WHEN fits THEN 'supported' ELSE 'conflict' END AS verdict,
  [claim(part_id, 'part'), claim(whole_id, 'other')] AS claims,
  [
    article_input('share', said, NULL, '1'), article_input('part', part, NULL, '1'), article_input('whole', whole, NULL, '1'),
    derived_input('part of whole', follows_low, follows_high, '1')
  ] AS inputs,
  part_quote, whole_quote, said_words AS told, part, whole, significant(part / whole, 3) AS share, significant(said, 4) AS said, NOT fits AS differs
FROM judged
WHERE fits OR wholes = 1
