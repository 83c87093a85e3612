-- id: building_time
-- family: timeline
-- title: A building time against the days of its beginning and end
-- en: The article says “{quote:text}” of building, from {start:date} (“{first_quote:text}”) to {end:date} (“{second_quote:text}”): that is {months:number}
--   months{?differs}, not {said:number}{/differs}.
-- it: L'articolo dice «{quote:text}» di lavori; inizio: {start:date} («{first_quote:text}»), fine: {end:date} («{second_quote:text}»): sono {months:number}
--   mesi{?differs}, non {said:number}{/differs}.
-- zh: 文章称工期“{quote:text}”，而动工时间为{start:date}（“{first_quote:text}”），完工时间为{end:date}（“{second_quote:text}”），即{months:number}个月{?differs}，而不是{said:number}个月{/differs}。
--
-- One sentence tells when building begins, how long it takes by a word for that, and when it ends, each once. A quarter of the time, and at least three months,
-- may be lost to rounding and to what is done before or behind it.

WITH terms AS (
  SELECT q.claim_id, q.article_id, q.hardware, q.quote, q.span_start, q.span_end, q.sentence_start, t.text,
    CAST(regexp_extract(q.timex, '\d+(\.\d+)?') AS DOUBLE) * CASE WHEN ends_with(q.timex, 'Y') THEN 12 ELSE 1 END AS said
  FROM quantity_claims q JOIN articles t USING (article_id)
  WHERE q.predicate = 'duration' AND q.polarity = 'positive' AND q.bound IN ('exact', 'about') AND regexp_full_match(q.timex, 'P\d+(\.\d+)?[YM]')
    AND regexp_matches(right(words_before(t.text, q.span_start), 12) || '…' || left(words_after(t.text, q.span_end), 12), '工期|建[设設]期|建[设設]周期|[历歷][时時]|\blavori\b|\bcantiere\b|\bcostruzione\b')
  QUALIFY count(*) OVER (PARTITION BY q.article_id, q.sentence_start) = 1
), days AS (
  SELECT d.claim_id, d.article_id, d.sentence_start, d.quote, d.date_start, d.date_end, left(words_after(t.text, d.span_end), 10) AS after, right(words_before(t.text, d.span_start), 24) AS before
  FROM date_claims d JOIN articles t USING (article_id)
  WHERE d.polarity = 'positive' AND d.lo IS NOT NULL AND d.hi IS NOT NULL AND d.mod IS NULL AND date_diff('day', d.date_start, d.date_end) <= 31
), told AS (
  SELECT s.*, b.quote AS first_quote, e.quote AS second_quote, b.date_start AS begins, e.date_end AS ends,
    date_diff('day', b.date_start, e.date_start) / 30.44 AS months
  FROM terms s
  JOIN days b ON b.article_id = s.article_id AND b.sentence_start = s.sentence_start AND (regexp_matches(b.after, '[动動开開]工|[动動]土|破土|奠基|[开開]建') OR regexp_matches(b.before, '\b(iniziat|avviat|aperti|cominciat)\w* '))
  JOIN days e ON e.article_id = s.article_id AND e.sentence_start = s.sentence_start AND e.claim_id <> b.claim_id
    AND (regexp_matches(e.after, '完工|竣工|建成|落成') OR regexp_matches(e.before, '\b(termin|conclu|finir|complet|ultimat)\w* '))
  QUALIFY count(*) OVER (PARTITION BY s.claim_id) = 1
)
SELECT article_id, hardware, said AS said_low, said AS said_high, months - 1 AS follows_low, months + 1 AS follows_high, NULL::VARCHAR AS unit,
  CASE WHEN abs(said - months) <= greatest(3.0, 0.25 * said) THEN 'supported' ELSE 'conflict' END AS verdict,
  greatest(said / months, months / said) AS gap, 0.7 AS least_confidence, -- a term is of no product, so that none is uncertain
  [claim(claim_id, 'said')] AS claims,
  [article_input('term', said, NULL, NULL), derived_input('months', months, NULL, NULL)] AS inputs,
  quote, first_quote, second_quote, begins AS start, ends AS "end", round(months) AS months, said, verdict <> 'supported' AS differs
FROM told
WHERE months > 0
