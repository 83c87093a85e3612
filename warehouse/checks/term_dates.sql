-- id: term_dates
-- family: timeline
-- title: A term against the days between which it runs
-- en: The article says “{quote:text}” from {start:date} to {end:date} (“{first_quote:text}”, “{second_quote:text}”): that is {months:number}
--   months{?differs}, not {said:number}{/differs}.
-- it: L'articolo dice «{quote:text}»; inizio: {start:date}, fine: {end:date} («{first_quote:text}», «{second_quote:text}»): sono {months:number}
--   mesi{?differs}, non {said:number}{/differs}.
-- zh: 文章称“{quote:text}”，而起止时间为{start:date}至{end:date}（“{first_quote:text}”、“{second_quote:text}”），即{months:number}个月{?differs}，而不是{said:number}个月{/differs}。
--
-- The days on which a contract begins and ends are no claims: they are read here, from the sentence that tells the term in years or months and exactly two days
-- or months with their years, joined by words for from … to, or for an end. Months without days count from the first or to the last. Where the days are claimed as one span
-- and the term is not, the term is read.

WITH months(word, number) AS (
  VALUES ('gennaio', 1), ('febbraio', 2), ('marzo', 3), ('aprile', 4), ('maggio', 5), ('giugno', 6), ('luglio', 7), ('agosto', 8), ('settembre', 9), ('ottobre', 10), ('novembre', 11),
    ('dicembre', 12)
), numerals(word, number) AS (
  VALUES ('due', 2), ('tre', 3), ('quattro', 4), ('cinque', 5), ('sei', 6), ('sette', 7), ('otto', 8), ('nove', 9), ('dieci', 10), ('dodici', 12),
    ('一', 1), ('两', 2), ('兩', 2), ('二', 2), ('三', 3), ('四', 4), ('五', 5), ('六', 6), ('七', 7), ('八', 8), ('九', 9), ('十', 10)
), spoken AS (
  SELECT d.claim_id, d.article_id, d.hardware, d.quote, lower(substr(t.text, d.sentence_start + 1, d.sentence_end - d.sentence_start)) AS sentence,
    regexp_extract(sentence, '((?:[为為]期|期限|租期|[约約]期|服[务務]期|合同期)[为為是]?([一两兩二三四五六七八九十]|\d{1,2}) ?(年|[个個]月)|durata di (due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|\d{1,2}) (anni|mesi))',
      ['term', 'count_zh', 'unit_zh', 'count_it', 'unit_it']) AS words
  FROM date_claims d JOIN articles t USING (article_id)
  WHERE contains(d.timex, '/') AND d.polarity = 'positive'
    AND NOT EXISTS (FROM quantity_claims q WHERE q.article_id = d.article_id AND q.sentence_start = d.sentence_start AND q.predicate = 'duration')
), terms AS (
  SELECT q.claim_id, q.article_id, q.hardware, q.quote, CAST(regexp_extract(q.timex, '\d+(\.\d+)?') AS DOUBLE) * CASE WHEN ends_with(q.timex, 'Y') THEN 12 ELSE 1 END AS said,
    lower(substr(t.text, q.sentence_start + 1, q.sentence_end - q.sentence_start)) AS sentence
  FROM quantity_claims q JOIN articles t USING (article_id)
  WHERE q.predicate = 'duration' AND q.polarity = 'positive' AND q.bound IN ('exact', 'about') AND regexp_full_match(q.timex, 'P\d+(\.\d+)?[YM]')
  UNION ALL BY NAME
  SELECT s.claim_id, s.article_id, s.hardware, s.words.term AS quote,
    coalesce(n.number, TRY_CAST(s.words.count_zh || s.words.count_it AS INTEGER)) * CASE WHEN s.words.unit_zh || s.words.unit_it IN ('年', 'anni') THEN 12.0 ELSE 1.0 END AS said, s.sentence
  FROM spoken s LEFT JOIN numerals n ON n.word = s.words.count_zh || s.words.count_it
  WHERE s.words.term <> ''
), dated AS (
  SELECT *, regexp_extract_all(sentence,
    '(?:\d{1,2}[°º]? )?(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre) (?:del )?20\d\d|20\d\d ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?') AS days
  FROM terms
), spans AS (
  SELECT *, days[1] AS first_quote, days[2] AS second_quote, string_split(substr(sentence, instr(sentence, days[1]) + length(days[1])), days[2])[1] AS between
  FROM dated
  WHERE len(days) = 2 AND days[1] <> days[2]
), ends AS (
  SELECT s.claim_id, d.place, CAST(regexp_extract(d.words, '20\d\d') AS INTEGER) AS year,
    coalesce(m.number, TRY_CAST(regexp_extract(d.words, '年 ?(\d{1,2})', 1) AS INTEGER)) AS month,
    coalesce(TRY_CAST(regexp_extract(d.words, '^(\d{1,2})[°º]? [a-z]', 1) AS INTEGER), TRY_CAST(regexp_extract(d.words, '月 ?(\d{1,2})', 1) AS INTEGER)) AS day
  FROM (SELECT claim_id, unnest([1, 2]) AS place, days[place] AS words FROM spans WHERE regexp_matches(between,
    '^\s*,?\s*(e\s+)?(al|all[''’]|a|alla|fino (al|a|all[''’]))\s*$|scad|termin|conclu|finir|finisc|fino a|^\s*[起]?\s*([，,]\s*([为為]期|共|租期|期限|[约約]期)?[为為]?[^0-9。；;，,]{1,6}[，,]\s*)?[至到—–~～\-]+\s*$|[届屆][满滿]|期[满滿]|到期|[终終]止|[结結]束') AND length(between) <= 60) d
  JOIN spans s USING (claim_id)
  LEFT JOIN months m ON contains(d.words, m.word)
), told AS (
  SELECT s.*, make_date(a.year, a.month, coalesce(a.day, 1)) AS term_start,
    CASE WHEN b.day IS NULL THEN last_day(make_date(b.year, b.month, 1)) ELSE make_date(b.year, b.month, b.day) END AS term_end,
    12 * (b.year - a.year) + b.month - a.month + CASE WHEN a.day IS NULL OR b.day IS NULL THEN 1 ELSE (b.day + 1 - a.day) / 30.0 END AS months,
    a.day IS NULL OR b.day IS NULL AS is_loose
  FROM spans s
  JOIN ends a ON a.claim_id = s.claim_id AND a.place = 1
  JOIN ends b ON b.claim_id = s.claim_id AND b.place = 2
  WHERE a.month BETWEEN 1 AND 12 AND b.month BETWEEN 1 AND 12 AND coalesce(a.day, 1) BETWEEN 1 AND 28 + CASE WHEN a.month = 2 THEN 0 ELSE 2 END
    AND coalesce(b.day, 1) BETWEEN 1 AND day(last_day(make_date(b.year, b.month, 1)))
)
SELECT article_id, hardware, said AS said_low, said AS said_high, months - CASE WHEN is_loose THEN 1 ELSE 0 END AS follows_low, months AS follows_high, NULL::VARCHAR AS unit,
  CASE WHEN said BETWEEN months - CASE WHEN is_loose THEN 2 ELSE 1 END AND months + 1 THEN 'supported' ELSE 'conflict' END AS verdict,
  greatest(said / months, months / said) AS gap, 0.7 AS least_confidence, -- a term is of no product, so that none is uncertain
  [claim(claim_id, 'said')] AS claims,
  [article_input('term', said, NULL, NULL), derived_input('months', months, NULL, NULL)] AS inputs,
  quote, first_quote, second_quote, term_start AS start, term_end AS "end", round(months) AS months, said, verdict <> 'supported' AS differs
FROM told
WHERE months > 0
