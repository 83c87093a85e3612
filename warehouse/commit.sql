-- One batch of parts into the warehouse. Temporary tables: new_articles, new_article_blocks, new_article_sketches, new_claims, new_rejects (read
-- from the parts), contents (path, article_id: what each file that was read holds now), lost_paths (stored paths that no longer exist).

-- A text that several files of one name hold is one article; of several extractions of it the first path's counts.
CREATE OR REPLACE TEMP TABLE arrived AS
SELECT * FROM new_articles QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY path) = 1;

-- Moved: the file that held it is gone, or holds something else now, and another file holds it.
CREATE OR REPLACE TEMP TABLE moved AS
SELECT a.article_id, min(c.path) AS path
FROM articles AS a JOIN contents AS c USING (article_id)
WHERE a.path IS DISTINCT FROM c.path
  AND NOT EXISTS (FROM contents AS held WHERE held.article_id = a.article_id AND held.path = a.path)
  AND (a.path IS NULL OR a.path IN (SELECT path FROM lost_paths) OR a.path IN (SELECT path FROM contents))
GROUP BY a.article_id;

UPDATE articles SET path = moved.path FROM moved WHERE articles.article_id = moved.article_id;

-- Gone: its file was read and no longer holds it, or a later text has come under its key.
CREATE OR REPLACE TEMP TABLE gone AS
SELECT a.article_id
FROM articles AS a
WHERE a.article_id NOT IN (SELECT article_id FROM contents WHERE article_id IS NOT NULL)
  AND a.article_id NOT IN (SELECT article_id FROM arrived)
  AND (
    a.path IN (SELECT path FROM contents)
    OR EXISTS (
      FROM arrived AS later
      WHERE later.document_key = a.document_key
        AND later.run_id IS DISTINCT FROM a.run_id
        AND (later.document_key IN (later.source_id, later.url) OR a.path IN (SELECT path FROM lost_paths))
    )
  );

-- What is written: articles that are new, or whose extractor or circumstances (title, date, blocks) are others than before.
CREATE OR REPLACE TEMP TABLE changed AS
SELECT n.article_id, old.article_id IS NOT NULL AS known_before
FROM arrived AS n LEFT JOIN articles AS old USING (article_id)
WHERE old.article_id IS NULL OR (old.extractor_version, old.input_hash) IS DISTINCT FROM (n.extractor_version, n.input_hash);

CREATE OR REPLACE TEMP TABLE outcome AS
SELECT
  count(*) FILTER (NOT known_before) AS fresh,
  count(*) FILTER (known_before) AS redone,
  (SELECT count(*) FROM gone) AS gone,
  (SELECT count(*) FROM moved) AS moved,
  (SELECT count(DISTINCT article_id) FROM contents AS c
    WHERE article_id IN (SELECT article_id FROM articles) AND article_id NOT IN (SELECT article_id FROM changed UNION ALL SELECT article_id FROM moved)
  ) AS unchanged,
  (SELECT count(DISTINCT claim_id) FROM new_claims WHERE article_id IN (SELECT article_id FROM changed)) AS claims,
  (SELECT count(*) FROM new_rejects) AS rejected
FROM changed;

DELETE FROM claims WHERE article_id IN (SELECT article_id FROM gone UNION ALL SELECT article_id FROM changed);
DELETE FROM article_blocks WHERE article_id IN (SELECT article_id FROM gone UNION ALL SELECT article_id FROM changed);
DELETE FROM article_sketches WHERE article_id IN (SELECT article_id FROM gone UNION ALL SELECT article_id FROM changed);
DELETE FROM article_copies
WHERE article_id IN (SELECT article_id FROM gone) OR copy_of IN (SELECT article_id FROM gone) OR origin IN (SELECT article_id FROM gone);
DELETE FROM articles WHERE article_id IN (SELECT article_id FROM gone);

INSERT OR REPLACE INTO articles BY NAME SELECT * FROM arrived WHERE article_id IN (SELECT article_id FROM changed);
INSERT INTO article_blocks BY NAME
SELECT DISTINCT * FROM new_article_blocks WHERE article_id IN (SELECT article_id FROM changed);
INSERT INTO article_sketches BY NAME
SELECT * FROM new_article_sketches WHERE article_id IN (SELECT article_id FROM changed)
QUALIFY row_number() OVER (PARTITION BY article_id) = 1;
INSERT INTO claims BY NAME
SELECT * FROM new_claims WHERE article_id IN (SELECT article_id FROM changed)
QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY confidence DESC) = 1;

-- A file's rejects stand in the part that tells its contents: what is no longer among them is over.
DELETE FROM rejects AS old
WHERE path IN (SELECT path FROM contents UNION ALL SELECT path FROM new_rejects)
  AND NOT EXISTS (
    FROM new_rejects AS n WHERE (n.path, n.record, n.reason_code, n.reason) IS NOT DISTINCT FROM (old.path, old.record, old.reason_code, old.reason));
INSERT INTO rejects BY NAME
SELECT * FROM new_rejects AS n
WHERE NOT EXISTS (
  FROM rejects AS old WHERE (n.path, n.record, n.reason_code, n.reason) IS NOT DISTINCT FROM (old.path, old.record, old.reason_code, old.reason));
