-- id: price_difference
-- family: arithmetic
-- title: What a price differs by against the two prices
-- en: The article gives “{first_quote:text}” and “{second_quote:text}” and says “{told:text}”. {larger:amount} less
--   {smaller:amount} is {follows:amount}{?differs}, not {said:amount}{/differs}.
-- it: L'articolo indica «{first_quote:text}» e «{second_quote:text}» e dice «{told:text}». {larger:amount} meno
--   {smaller:amount} fa {follows:amount}{?differs}, non {said:amount}{/differs}.
-- zh: 文章给出“{first_quote:text}”和“{second_quote:text}”，并称“{told:text}”。{larger:amount}减{smaller:amount}为
--   {follows:amount}{?differs}，而不是{said:amount}{/differs}。
--
-- By how much a price differs is no statement of its own and no claim; it is read here, from the sentence that tells exactly two prices, each of a
-- product or both of one. A sentence that tells two differences may mean either: one that fits bears the prices out, and none contradicts them.
-- Prices end in nines: a difference told in tens is right within a few units.

WITH prices AS (
  SELECT claim_id, article_id, hardware, unit, quote, value::DOUBLE AS middle, bound, span_start, span_end, sentence_start, sentence_end
  FROM price_claims
  WHERE predicate = 'unit_price' AND polarity = 'positive' AND per IS NULL AND value > 0 AND value_high IS NULL AND same_as IS NULL
  QUALIFY count(*) OVER (PARTITION BY article_id, sentence_start, unit) = 2
), pairs AS (
  SELECT a.article_id, coalesce(a.hardware, b.hardware) AS hardware, a.unit, a.claim_id AS first_id, b.claim_id AS second_id, a.quote AS first_quote, b.quote AS second_quote,
    least(a.middle, b.middle) AS smaller, greatest(a.middle, b.middle) AS larger,
    lower(substr(t.text, a.sentence_start + 1, a.sentence_end - a.sentence_start)) AS sentence, t.language
  FROM prices a
  JOIN prices b ON b.article_id = a.article_id AND b.sentence_start = a.sentence_start AND b.unit = a.unit AND b.span_start > a.span_start AND b.middle <> a.middle
  JOIN articles t ON t.article_id = a.article_id
), differences AS (
  SELECT *, unnest(CASE language
      WHEN 'it' THEN regexp_extract_all(sentence, '(?:circa |quasi |oltre |ben )?[\d.,]*\d (?:euro|dollari|yuan|sterline)(?: americani)? (?:in|di) (?:più|meno)|(?:aumento|rincaro|calo|sconto|taglio|ribasso|differenza|scarto|rialzo) di (?:circa |quasi |oltre |ben )?[\d.,]*\d (?:euro|dollari|yuan|sterline)|(?:aumentat[oa]|rincarat[oa]|ribassat[oa]|cresciut[oa]|sces[oa]|salit[oa]|calat[oa]) di (?:circa |quasi |oltre |ben )?[\d.,]*\d (?:euro|dollari|yuan|sterline)')
      ELSE regexp_extract_all(sentence, '(?:(?:便宜|[贵貴]|[涨漲降高低]|上[调調]|下[调調]|下[跌滑]|上[涨漲]|直降|相差|多[花出付])(?:了|出|足足)*|(?:差[价價]|价差|價差)[为為达達]?)(?:约|約|近|超过|超過)?[\d.,]*\d[万萬]?(?:美元|歐元|欧元|日元|港元|港币|元|块|塊)')
    END) AS told
  FROM pairs
), read AS (
  SELECT *, regexp_extract(told, '[\d.,]*\d') AS number, regexp_matches(told, 'circa|quasi|oltre|ben |约|約|近|超') AS is_about,
    CASE WHEN regexp_matches(told, 'dollar|美元') THEN 'USD' WHEN regexp_matches(told, 'euro|[欧歐]元') THEN 'EUR' WHEN contains(told, '日元') THEN 'JPY' WHEN contains(told, '港') THEN 'HKD'
      WHEN contains(told, 'yuan') THEN 'CNY' WHEN contains(told, 'sterline') THEN 'GBP' ELSE unit END AS money
  FROM differences
), reckoned AS (
  SELECT *, larger - smaller AS follows, count(*) OVER of_pair AS differences,
    TRY_CAST(CASE language WHEN 'it' THEN replace(replace(number, '.', ''), ',', '.') ELSE replace(number, ',', '') END AS DOUBLE)
      * CASE WHEN regexp_matches(told, '[万萬]') THEN 1e4 ELSE 1 END AS said
  FROM read
  WHERE money = unit
  WINDOW of_pair AS (PARTITION BY first_id, second_id)
), judged AS (
  SELECT *,
    CASE
      WHEN abs(said - follows) <= greatest(CASE WHEN is_about THEN 0.2 ELSE 0.02 END * follows, CASE WHEN said >= 20 AND said % 10 = 0 THEN 5 ELSE 1 END) THEN 'supported'
      WHEN differences > 1 THEN NULL
      -- a difference of quite another size is one of something else
      WHEN said > larger OR said < 0.1 * follows OR said > 10 * follows THEN NULL
      WHEN is_about AND abs(said - follows) <= 0.5 * follows THEN 'doubtful'
      ELSE 'conflict'
    END AS verdict
  FROM reckoned
  WHERE said > 0
  QUALIFY row_number() OVER (PARTITION BY first_id, second_id ORDER BY verdict = 'supported' DESC NULLS LAST, told) = 1
)
SELECT article_id, hardware, said AS said_low, said AS said_high, follows AS follows_low, follows AS follows_high, unit, verdict,
  greatest(said / follows, follows / said) AS gap,
  [claim(first_id, 'said'), claim(second_id, 'other')] AS claims,
  [
    article_input('first', larger, NULL, unit), article_input('second', smaller, NULL, unit), article_input('difference', said, NULL, unit),
    derived_input('larger less smaller', follows, follows, unit)
  ] AS inputs,
  first_quote, second_quote, told, larger, smaller, significant(follows, 6) AS follows, said, verdict <> 'supported' AS differs
FROM judged
WHERE verdict IS NOT NULL
