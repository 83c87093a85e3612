-- article_sketches → article_copies, in time linear in the number of articles: every hash votes for the earliest article
-- that has it and for the one just before, so that a text with a thousand copies makes two thousand pairs and no million.
-- Only pairs with enough votes are compared.

CREATE OR REPLACE TEMP TABLE placed AS
SELECT s.*, a.published, a.spun_score, row_number() OVER (ORDER BY a.spun_score > 0.1, a.published NULLS LAST, a.document_key, a.article_id) AS place
FROM article_sketches s JOIN articles a USING (article_id);

CREATE OR REPLACE TEMP TABLE candidates AS
WITH held AS (
  -- a quarter of the sketch is enough to meet every pair that is alike
  SELECT place, unnest(hashes[:32]) AS hash FROM placed
), voted AS (
  SELECT place, min(place) OVER (PARTITION BY hash) AS earliest, lag(place) OVER (PARTITION BY hash ORDER BY place) AS before FROM held
), pairs AS (
  SELECT place AS later, unnest(list_distinct([earliest, before])) AS earlier FROM voted WHERE before IS NOT NULL
)
SELECT later, earlier FROM pairs GROUP BY ALL HAVING count(*) >= 3
UNION
SELECT place, min(place) OVER (PARTITION BY fingerprint) AS earlier FROM placed QUALIFY earlier < place;

CREATE OR REPLACE TEMP TABLE alike AS
WITH compared AS (
  SELECT c.later, c.earlier, a.article_id, b.article_id AS copy_of, a.fingerprint = b.fingerprint AS is_exact,
    least(a.shingles, b.shingles) AS shorter, a.spun_score > 0.02 AND a.spun_score > b.spun_score AS is_spun,
    abs(date_diff('day', a.published, b.published)) AS days,
    -- up to here both sketches are complete
    least(
      CASE WHEN a.shingles > len(a.hashes) THEN a.hashes[-1] ELSE 9223372036854775807 END,
      CASE WHEN b.shingles > len(b.hashes) THEN b.hashes[-1] ELSE 9223372036854775807 END
    ) AS edge,
    len(list_intersect(a.hashes, b.hashes)) AS common, len(list_filter(a.hashes, lambda h: h <= edge)) AS in_later,
    len(list_filter(b.hashes, lambda h: h <= edge)) AS in_earlier
  FROM candidates c JOIN placed a ON a.place = c.later JOIN placed b ON b.place = c.earlier
), rated AS (
  SELECT *, CASE WHEN is_exact THEN 1 ELSE coalesce(common / nullif(in_later + in_earlier - common, 0), 0) END AS similarity,
    CASE WHEN is_exact THEN 1 ELSE coalesce(common / nullif(least(in_later, in_earlier), 0), 0) END AS contained
  FROM compared
)
SELECT *, CASE WHEN is_exact THEN 'exact' WHEN is_spun THEN 'spun' ELSE 'near' END AS kind
FROM rated
WHERE is_exact
  OR (shorter >= 60 AND (similarity >= 0.5 OR (contained >= 0.8 AND common >= 20) OR (is_spun AND (similarity >= 0.2 OR contained >= 0.4))));

-- A form filled in anew (a weekly list of prices): the words are the same, most of the numbers are not, and days lie between.
CREATE OR REPLACE TEMP TABLE forms AS
WITH numbered AS (
  SELECT l.later, l.earlier, list_distinct(regexp_extract_all(a.text, '\d+([.,]\d+)*')) AS numbers, list_distinct(regexp_extract_all(b.text, '\d+([.,]\d+)*')) AS earlier_numbers
  FROM alike l JOIN articles a ON a.article_id = l.article_id JOIN articles b ON b.article_id = l.copy_of
  WHERE NOT is_exact AND coalesce(days > 3, true)
)
SELECT later, earlier FROM numbered
WHERE least(len(numbers), len(earlier_numbers)) >= 4
  AND len(list_intersect(numbers, earlier_numbers)) < 0.5 * least(len(numbers), len(earlier_numbers));

CREATE OR REPLACE TEMP TABLE linked AS
WITH RECURSIVE chosen AS (
  SELECT * FROM alike ANTI JOIN forms USING (later, earlier)
  QUALIFY row_number() OVER (PARTITION BY later ORDER BY earlier) = 1
), chain AS (
  SELECT article_id, copy_of AS origin, 1 AS steps FROM chosen
  UNION ALL
  SELECT c.article_id, n.copy_of, steps + 1 FROM chain c JOIN chosen n ON n.article_id = c.origin WHERE steps < 50
)
SELECT c.article_id, c.copy_of, h.origin, c.similarity, c.contained, c.kind, coalesce(old.run_id, $run_id) AS run_id
FROM chosen c
JOIN (FROM chain QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY steps DESC) = 1) h USING (article_id)
LEFT JOIN article_copies old ON (old.article_id, old.copy_of, old.kind) = (c.article_id, c.copy_of, c.kind);

DELETE FROM article_copies;
INSERT INTO article_copies BY NAME FROM linked;

DROP TABLE linked;
DROP TABLE placed;
DROP TABLE candidates;
DROP TABLE alike;
DROP TABLE forms;
