-- id: share_total
-- family: arithmetic
-- title: Shares against the sum that the article gives of them
-- en: The article gives “{quotes:text}” and says that together they are “{total_quote:text}” ({aspect:term}). They add up to
--   {sum:percent}{?differs}, not {said:percent}{/differs}.
-- it: L'articolo indica «{quotes:text}» e dice che insieme fanno «{total_quote:text}» ({aspect:term}). La somma è {sum:percent}{?differs}, non
--   {said:percent}{/differs}.
-- zh: 文章给出“{quotes:text}”，并称合计“{total_quote:text}”（{aspect:term}）。各项之和为{sum:percent}{?differs}，而不是{said:percent}{/differs}。
--
-- The shares of one sentence that stand before a share with a word for their sum (合计, "insieme", "in tutto"). Each is rounded, so that the sum may
-- miss by half a point for each of them. The sum may be of some of them only ("the first three"), so that any row of neighbours is a reading; and
-- it may take in what is not listed, so that shares which fall short of it contradict nothing, unless it says of how many it is.

WITH shares AS (
  SELECT q.claim_id, q.article_id, q.aspect, q.quote, q.span_start, q.span_end, q.sentence_start, q.value::DOUBLE AS middle, q.hardware, q.holder,
    regexp_matches(words_before(t.text, q.span_start) || '…' || words_after(t.text, q.span_end), '其中|di cui|dei quali|去年|前年|同期|anno (scorso|prima|precedente)') AS is_apart,
    -- what all the others have together is no sum of those named
    tells_all(words_before(t.text, q.span_start), '') AND NOT regexp_matches(words_before(t.text, q.span_start), '(其[余餘他它]|剩[余餘下]?|[余餘]下)[^，,。；;]{0,10}$|\b(altr[ie]|restant[ie]|rimanent[ie])\b[^,;.]{0,30}$') AS is_sum,
    regexp_matches(words_before(t.text, q.span_start), '[两兩二三四][者家项項](的?(份[额額]|市[占佔]率?))?(合[计計]|加起|[总總])|\b(entramb[ie]|tutt[ie] e (due|tre|quattro)|[ile]+ (due|tre|quattro))\b') AS counts
  FROM quantity_claims q JOIN articles t USING (article_id)
  WHERE q.predicate = 'share' AND q.polarity = 'positive' AND q.value > 0 AND q.value_high IS NULL AND q.bound IN ('exact', 'about')
), listed AS (
  SELECT s.claim_id AS total_id, p.claim_id, p.quote, p.middle, p.span_start, row_number() OVER (PARTITION BY s.claim_id ORDER BY p.span_start) AS place
  FROM shares s
  JOIN shares p ON p.article_id = s.article_id AND p.sentence_start = s.sentence_start AND p.span_end <= s.span_start AND NOT p.is_sum AND p.aspect IS NOT DISTINCT FROM s.aspect
  WHERE s.is_sum AND NOT s.is_apart AND NOT p.is_apart
  QUALIFY count(*) OVER (PARTITION BY s.claim_id) BETWEEN 2 AND 8
), summed AS (
  SELECT a.total_id, a.place AS first, b.place AS last, count(*) AS length, sum(m.middle) AS total, string_agg(m.quote, ' + ' ORDER BY m.span_start) AS quotes,
    list(m.claim_id ORDER BY m.span_start) AS ids
  FROM listed a
  JOIN listed b ON b.total_id = a.total_id AND b.place > a.place
  JOIN listed m ON m.total_id = a.total_id AND m.place BETWEEN a.place AND b.place
  GROUP BY ALL
), judged AS (
  -- the row that gives the sum, else all of them
  SELECT s.article_id, s.hardware, s.aspect, s.claim_id, s.quote, s.middle AS said, s.counts, u.*, 0.0051 * (u.length + 1) AS room, abs(u.total - s.middle) <= room AS fits
  FROM summed u JOIN shares s ON s.claim_id = u.total_id
  QUALIFY row_number() OVER (PARTITION BY s.claim_id ORDER BY fits DESC, u.length DESC, u.first) = 1
)
SELECT article_id, hardware, said - room AS said_low, said + room AS said_high, total AS follows_low, total AS follows_high, '1' AS unit,
  CASE WHEN fits THEN 'supported' WHEN abs(total - said) > 0.35 THEN 'doubtful' ELSE 'conflict' END AS verdict,
  list_concat([claim(claim_id, 'said')], list_transform(ids, lambda i: claim(i, 'part'))) AS claims,
  [article_input('sum', said, NULL, '1'), derived_input('sum of the shares', total, NULL, '1')] AS inputs,
  quotes, quote AS total_quote, aspect, significant(total, 4) AS sum, significant(said, 4) AS said, verdict <> 'supported' AS differs
FROM judged
WHERE fits OR total > said OR counts
