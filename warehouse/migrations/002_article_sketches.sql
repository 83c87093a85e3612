-- Copies are found by sketches; what was found before is found again at the next load or check.
DROP TABLE article_copies;

CREATE TABLE article_sketches (
  article_id VARCHAR PRIMARY KEY,
  fingerprint BIGINT NOT NULL,
  shingles INTEGER NOT NULL CHECK (shingles >= 0),
  hashes BIGINT[] NOT NULL,
  version VARCHAR NOT NULL
);
COMMENT ON TABLE article_sketches IS 'What each text is compared by to find its copies: a bottom-k MinHash sketch, numbers masked and spun text read through.';
COMMENT ON COLUMN article_sketches.article_id IS 'The article.';
COMMENT ON COLUMN article_sketches.fingerprint IS 'Equal for texts that differ in layout and punctuation only, numbers included.';
COMMENT ON COLUMN article_sketches.shingles IS 'How many different shingles (runs of 4 Chinese or 12 other characters) the text has.';
COMMENT ON COLUMN article_sketches.hashes IS 'The 128 smallest hashes of its shingles, ascending; all of them where there are no more.';
COMMENT ON COLUMN article_sketches.version IS 'Version of the way of sketching; only sketches of one version can be compared.';

CREATE TABLE article_copies (
  article_id VARCHAR PRIMARY KEY,
  copy_of VARCHAR NOT NULL,
  origin VARCHAR NOT NULL,
  similarity DOUBLE NOT NULL CHECK (similarity BETWEEN 0 AND 1),
  contained DOUBLE NOT NULL CHECK (contained BETWEEN 0 AND 1),
  kind VARCHAR NOT NULL CHECK (kind IN ('exact', 'near', 'spun')),
  run_id VARCHAR,
  CHECK (copy_of <> article_id)
);
COMMENT ON TABLE article_copies IS 'Which article is a copy of which; copies count as one voice. An article that copies nothing has no row.';
COMMENT ON COLUMN article_copies.article_id IS 'The copy.';
COMMENT ON COLUMN article_copies.copy_of IS 'The earliest article whose text it has; one without a date, or a spun one, counts as later.';
COMMENT ON COLUMN article_copies.origin IS 'The article at the head of the chain: where that one is a copy itself, what it copies.';
COMMENT ON COLUMN article_copies.similarity IS 'Share of common shingles of both texts, numbers masked and spun text read through, 0 to 1.';
COMMENT ON COLUMN article_copies.contained IS 'Share of the shorter text''s shingles that the longer has, 0 to 1.';
COMMENT ON COLUMN article_copies.kind IS 'exact (but for layout and punctuation), near, or spun (machine-paraphrased).';
COMMENT ON COLUMN article_copies.run_id IS 'The run that found it.';
