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

-- An index over long text keys costs more than it guards: these two are written by one statement each, without repetition.
ALTER TABLE finding_claims RENAME TO finding_claims_before;
ALTER TABLE finding_inputs RENAME TO finding_inputs_before;

CREATE TABLE finding_claims (
  finding_id VARCHAR NOT NULL,
  claim_id VARCHAR NOT NULL,
  role VARCHAR NOT NULL
);
COMMENT ON TABLE finding_claims IS 'The claims that a finding rests on.';
COMMENT ON COLUMN finding_claims.finding_id IS 'The finding.';
COMMENT ON COLUMN finding_claims.claim_id IS 'A claim.';
COMMENT ON COLUMN finding_claims.role IS 'said (the claim in question), or what it is held against: count, price, total, other …';

CREATE TABLE finding_inputs (
  finding_id VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  value DECIMAL(38, 12),
  value_high DECIMAL(38, 12),
  unit VARCHAR,
  origin VARCHAR NOT NULL CHECK (origin IN ('article', 'model', 'rates', 'derived')),
  source VARCHAR,
  source_url VARCHAR,
  as_of VARCHAR,
  checked DATE
);
COMMENT ON TABLE finding_inputs IS 'Every figure of a finding''s arithmetic, with its source.';
COMMENT ON COLUMN finding_inputs.finding_id IS 'The finding.';
COMMENT ON COLUMN finding_inputs.position IS 'Order in the arithmetic, from 0.';
COMMENT ON COLUMN finding_inputs.name IS 'What the figure is.';
COMMENT ON COLUMN finding_inputs.value IS 'The figure, or the low end of its interval.';
COMMENT ON COLUMN finding_inputs.value_high IS 'The high end of its interval.';
COMMENT ON COLUMN finding_inputs.unit IS 'Its unit.';
COMMENT ON COLUMN finding_inputs.origin IS 'article, model, rates, or derived from the others.';
COMMENT ON COLUMN finding_inputs.source IS 'Title of the document, or who said it.';
COMMENT ON COLUMN finding_inputs.source_url IS 'Address of that document.';
COMMENT ON COLUMN finding_inputs.as_of IS 'When the figure held.';
COMMENT ON COLUMN finding_inputs.checked IS 'The day on which somebody compared it with its source.';

INSERT INTO finding_claims FROM finding_claims_before;
INSERT INTO finding_inputs FROM finding_inputs_before;
DROP TABLE finding_claims_before;
DROP TABLE finding_inputs_before;
