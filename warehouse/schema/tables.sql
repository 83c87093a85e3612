-- The tables of the warehouse. Names are public: they change only with a migration (warehouse/migrations/).
-- Numbers are DECIMAL(38, 12) in the base unit of CLAIMS.md (W, B, B/s, FLOP/s, m, m2, s, K, ISO 4217 …); checks calculate in DOUBLE.
-- There are no foreign keys: DuckDB checks them before a transaction ends, so an article could not be replaced in one.

CREATE TABLE articles (
  article_id VARCHAR PRIMARY KEY,
  document_key VARCHAR NOT NULL,
  source_id VARCHAR,
  path VARCHAR,
  title VARCHAR,
  publisher VARCHAR,
  url VARCHAR,
  published DATE,
  language VARCHAR,
  script VARCHAR CHECK (script IN ('Hans', 'Hant')),
  text VARCHAR NOT NULL,
  spun_score DOUBLE NOT NULL DEFAULT 0,
  format VARCHAR,
  encoding VARCHAR,
  extractor_version VARCHAR NOT NULL,
  input_hash VARCHAR NOT NULL,
  run_id VARCHAR
);
COMMENT ON TABLE articles IS 'One row an article. Every offset elsewhere counts Unicode code points of its text.';
COMMENT ON COLUMN articles.article_id IS 'Hash of document_key and text: a moved file keeps it, an edited text gets a new one.';
COMMENT ON COLUMN articles.document_key IS 'What the article is known by: the id in its file, else its url, else its file name.';
COMMENT ON COLUMN articles.source_id IS 'The id that the article had in its own file, if any.';
COMMENT ON COLUMN articles.path IS 'The file it was last read from.';
COMMENT ON COLUMN articles.title IS 'The title as printed, or from the file''s metadata.';
COMMENT ON COLUMN articles.publisher IS 'The outlet, if the file names it.';
COMMENT ON COLUMN articles.url IS 'The address of the article, if the file holds it.';
COMMENT ON COLUMN articles.published IS 'The day of publication, from the text, its metadata or --published; never the file''s date.';
COMMENT ON COLUMN articles.language IS 'it or zh: the language of most of the text.';
COMMENT ON COLUMN articles.script IS 'Of Chinese: Hans (simplified) or Hant (traditional).';
COMMENT ON COLUMN articles.text IS 'The text as read, never altered.';
COMMENT ON COLUMN articles.spun_score IS 'Share of the text, 0 to 1, that had to be un-spun before it could be read; high on content farms.';
COMMENT ON COLUMN articles.format IS 'The file format it was read from: txt, md, json, jsonl …';
COMMENT ON COLUMN articles.encoding IS 'The character encoding of that file.';
COMMENT ON COLUMN articles.extractor_version IS 'Version of the extractor that made its claims: it changes with the code and data of extraction and with the hardware model.';
COMMENT ON COLUMN articles.input_hash IS 'Hash of all that the extractor saw: text, title, publication day, blocks. Equal hashes need no second extraction.';
COMMENT ON COLUMN articles.run_id IS 'The run that loaded it.';

CREATE TABLE article_blocks (
  article_id VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  level INTEGER NOT NULL DEFAULT 0,
  language VARCHAR,
  CHECK (span_start >= 0 AND span_end >= span_start)
);
COMMENT ON TABLE article_blocks IS 'The layout of each article: title, headings, paragraphs, list items, table rows, furniture of the page.';
COMMENT ON COLUMN article_blocks.article_id IS 'The article.';
COMMENT ON COLUMN article_blocks.position IS 'Order in the article, from 0.';
COMMENT ON COLUMN article_blocks.kind IS 'title, heading, paragraph, list, table, caption, quote or furniture.';
COMMENT ON COLUMN article_blocks.span_start IS 'First code point of the block in articles.text.';
COMMENT ON COLUMN article_blocks.span_end IS 'One past its last code point.';
COMMENT ON COLUMN article_blocks.level IS 'Depth of a heading or list item.';
COMMENT ON COLUMN article_blocks.language IS 'Language found in this block; a block in another language than it or zh is not read.';

CREATE TABLE claims (
  claim_id VARCHAR PRIMARY KEY,
  article_id VARCHAR NOT NULL,
  kind VARCHAR NOT NULL CHECK (kind IN ('hardware', 'quantity', 'price', 'date')),
  predicate VARCHAR NOT NULL,
  hardware VARCHAR,
  known BOOLEAN NOT NULL DEFAULT false,
  holder VARCHAR,
  object VARCHAR,
  value DECIMAL(38, 12),
  value_high DECIMAL(38, 12),
  unit VARCHAR,
  per VARCHAR CHECK (per IN ('hour', 'day', 'week', 'month', 'quarter', 'year')),
  aspect VARCHAR,
  workload VARCHAR,
  event VARCHAR CHECK (event IN ('order', 'deploy', 'ship', 'produce', 'require', 'own', 'cut', 'other')),
  stage VARCHAR CHECK (stage IN ('tender', 'framework', 'signed', 'paid', 'delivered', 'cancelled')),
  basis VARCHAR CHECK (basis IN ('die', 'chip', 'card', 'server', 'rack', 'wafer', 'site')),
  basis_size INTEGER CHECK (basis_size >= 1),
  condition VARCHAR,
  baseline VARCHAR,
  deal VARCHAR,
  zone VARCHAR NOT NULL DEFAULT 'body' CHECK (zone IN ('title', 'lead', 'body', 'heading', 'list', 'table', 'caption', 'quote')),
  timex VARCHAR,
  mod VARCHAR CHECK (mod IN ('START', 'MID', 'END', 'BEFORE', 'AFTER')),
  date_start DATE,
  date_end DATE,
  as_of VARCHAR,
  bound VARCHAR NOT NULL DEFAULT 'exact' CHECK (bound IN ('exact', 'about', 'min', 'max', 'range')),
  modality VARCHAR NOT NULL DEFAULT 'asserted' CHECK (modality IN ('asserted', 'planned', 'expected', 'rumored', 'estimated')),
  polarity VARCHAR NOT NULL DEFAULT 'positive' CHECK (polarity IN ('positive', 'negative')),
  source VARCHAR,
  same_as VARCHAR,
  quote VARCHAR NOT NULL CHECK (quote <> ''),
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  sentence_start INTEGER,
  sentence_end INTEGER,
  confidence DOUBLE NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
  extractor VARCHAR NOT NULL DEFAULT '',
  CHECK (span_start >= 0 AND span_end > span_start),
  CHECK (value_high >= value),
  CHECK (date_end >= date_start)
);
COMMENT ON TABLE claims IS 'One row a checkable statement: one predicate and one value, tied to the characters that state it.';
COMMENT ON COLUMN claims.claim_id IS 'Hash of the article, the statement and its place.';
COMMENT ON COLUMN claims.article_id IS 'The article that states it.';
COMMENT ON COLUMN claims.kind IS 'hardware, quantity, price or date.';
COMMENT ON COLUMN claims.predicate IS 'What is said: unit_count, power, unit_price, launch …';
COMMENT ON COLUMN claims.hardware IS 'Id of the product it is said of (see hardware); null where the text names none.';
COMMENT ON COLUMN claims.known IS 'Whether the hardware model holds that id.';
COMMENT ON COLUMN claims.holder IS 'Who buys, owns, runs, makes, pays or is valued, by the common English name.';
COMMENT ON COLUMN claims.object IS 'The other thing in the statement: an architecture, a part, a predecessor, the baseline of a ratio, a process, a memory type.';
COMMENT ON COLUMN claims.value IS 'The number in the base unit; of a range its low end.';
COMMENT ON COLUMN claims.value_high IS 'The high end of a range, else null.';
COMMENT ON COLUMN claims.unit IS '1 (counts and ratios), pp, W, Wh, B, B/s, bit/s, Hz, FLOP/s, OP/s, m, m2, s, K; of prices the ISO 4217 code.';
COMMENT ON COLUMN claims.per IS 'Of a rent or a rate: hour, day, week, month, quarter or year.';
COMMENT ON COLUMN claims.aspect IS 'Of a ratio or share, what is compared: performance, training, inference, price, orders …';
COMMENT ON COLUMN claims.workload IS 'What a speed was measured on or counted in: FP4, FP8, a model''s name.';
COMMENT ON COLUMN claims.event IS 'Of a count: order, deploy, ship, produce, require, own, cut or other.';
COMMENT ON COLUMN claims.stage IS 'How far a deal has come: tender, framework, signed, paid, delivered or cancelled.';
COMMENT ON COLUMN claims.basis IS 'What one counted or priced thing is, if not the product itself: die, chip, card, server, rack, wafer, site.';
COMMENT ON COLUMN claims.basis_size IS 'How many products one such thing holds: 8 for an eight-card server.';
COMMENT ON COLUMN claims.condition IS 'The case a figure is stated for: boost, dense, sparse, SXM, PCIe, a contract''s term …';
COMMENT ON COLUMN claims.baseline IS 'Of a ratio against a time or an earlier forecast: a TIMEX3 value or the word forecast.';
COMMENT ON COLUMN claims.deal IS 'Shared by the claims of one deal or one table row; means nothing across articles.';
COMMENT ON COLUMN claims.zone IS 'Where it stands: title, lead, body, heading, list, table, caption or quote.';
COMMENT ON COLUMN claims.timex IS 'TIMEX3 value of a date or duration: 2025-01, 2025-H2, 2025-SU, P3Y, 2023-05/2023-08.';
COMMENT ON COLUMN claims.mod IS 'TIMEX3 modifier: START, MID, END, BEFORE or AFTER.';
COMMENT ON COLUMN claims.date_start IS 'First day of the timex itself, before mod and bound; seasons are three whole months, summer June to August.';
COMMENT ON COLUMN claims.date_end IS 'Last day of the timex itself, included.';
COMMENT ON COLUMN claims.as_of IS 'When a figure held, as a TIMEX3 value or the text''s own words for a fiscal year.';
COMMENT ON COLUMN claims.bound IS 'exact, about, min (at least), max (at most) or range.';
COMMENT ON COLUMN claims.modality IS 'asserted, planned, expected (forecast by others), rumored or estimated.';
COMMENT ON COLUMN claims.polarity IS 'negative where the same sentence denies it.';
COMMENT ON COLUMN claims.source IS 'Who said it, by full name, if the article says so.';
COMMENT ON COLUMN claims.same_as IS 'Shared by two claims of an article that give one amount in two currencies or units.';
COMMENT ON COLUMN claims.quote IS 'The article''s own characters that state the value: substring(text, span_start + 1, span_end - span_start).';
COMMENT ON COLUMN claims.span_start IS 'First code point of the quote in articles.text, from 0.';
COMMENT ON COLUMN claims.span_end IS 'One past its last code point.';
COMMENT ON COLUMN claims.sentence_start IS 'First code point of the sentence around the quote.';
COMMENT ON COLUMN claims.sentence_end IS 'One past the last code point of that sentence.';
COMMENT ON COLUMN claims.confidence IS 'How sure the extractor is, 0 to 1.';
COMMENT ON COLUMN claims.extractor IS 'The rule that made the claim.';

CREATE TABLE rejects (
  path VARCHAR NOT NULL,
  record INTEGER,
  reason_code VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  run_id VARCHAR
);
COMMENT ON TABLE rejects IS 'Every file or record that was not loaded, and why. A file that loads later leaves it.';
COMMENT ON COLUMN rejects.path IS 'The file.';
COMMENT ON COLUMN rejects.record IS 'Number of the record inside a JSON or JSON Lines file, from 1; null for the whole file.';
COMMENT ON COLUMN rejects.reason_code IS 'A stable code: unreadable, empty, language …';
COMMENT ON COLUMN rejects.reason IS 'The reason in words, and what to do.';
COMMENT ON COLUMN rejects.run_id IS 'The run that met it.';

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

CREATE TABLE hardware (
  hardware_id VARCHAR PRIMARY KEY,
  name VARCHAR NOT NULL,
  vendor VARCHAR,
  kind VARCHAR,
  architecture VARCHAR,
  predecessor VARCHAR
);
COMMENT ON TABLE hardware IS 'The hardware model: products, families, systems, processes. A copy of models/hardware/*.toml.';
COMMENT ON COLUMN hardware.hardware_id IS 'vendor-model in lower case: nvidia-b200.';
COMMENT ON COLUMN hardware.name IS 'The name as its maker writes it.';
COMMENT ON COLUMN hardware.vendor IS 'The maker, by its common English name.';
COMMENT ON COLUMN hardware.kind IS 'gpu, cpu, superchip, rack, system, architecture, memory, process …';
COMMENT ON COLUMN hardware.architecture IS 'Id of the architecture it is built on.';
COMMENT ON COLUMN hardware.predecessor IS 'Id of the product it replaces.';

CREATE TABLE hardware_aliases (
  hardware_id VARCHAR NOT NULL,
  alias VARCHAR NOT NULL,
  language VARCHAR,
  context VARCHAR
);
COMMENT ON TABLE hardware_aliases IS 'Every name by which texts call a product.';
COMMENT ON COLUMN hardware_aliases.hardware_id IS 'The product.';
COMMENT ON COLUMN hardware_aliases.alias IS 'A name for it.';
COMMENT ON COLUMN hardware_aliases.language IS 'The language that uses the name; null for all.';
COMMENT ON COLUMN hardware_aliases.context IS 'What must stand in the article for an ambiguous name to count.';

CREATE TABLE hardware_specs (
  hardware_id VARCHAR NOT NULL,
  predicate VARCHAR NOT NULL,
  value DECIMAL(38, 12),
  value_high DECIMAL(38, 12),
  unit VARCHAR,
  per VARCHAR,
  object VARCHAR,
  aspect VARCHAR,
  workload VARCHAR,
  condition VARCHAR,
  timex VARCHAR,
  date_start DATE,
  date_end DATE,
  planned BOOLEAN,
  stated_on DATE,
  said_by VARCHAR,
  source VARCHAR,
  source_url VARCHAR,
  as_of VARCHAR,
  checked DATE,
  note VARCHAR,
  CHECK (value_high >= value),
  CHECK (date_end >= date_start)
);
COMMENT ON TABLE hardware_specs IS 'What is known of each product, each figure with its source: specifications, prices, dates and claimed ratios alike.';
COMMENT ON COLUMN hardware_specs.hardware_id IS 'The product.';
COMMENT ON COLUMN hardware_specs.predicate IS 'The same predicates as in claims.';
COMMENT ON COLUMN hardware_specs.value IS 'The figure in the base unit; of a range its low end.';
COMMENT ON COLUMN hardware_specs.value_high IS 'The high end where the figure is a range.';
COMMENT ON COLUMN hardware_specs.unit IS 'The units of claims.';
COMMENT ON COLUMN hardware_specs.per IS 'Of a rent or a rate: hour, day, week, month, quarter or year.';
COMMENT ON COLUMN hardware_specs.object IS 'The other thing: an architecture, a process, the baseline of a claimed ratio.';
COMMENT ON COLUMN hardware_specs.aspect IS 'Of a claimed ratio: performance, training, inference …';
COMMENT ON COLUMN hardware_specs.workload IS 'What a speed is measured on or counted in: FP4, FP8, a model''s name.';
COMMENT ON COLUMN hardware_specs.condition IS 'The case it holds for: SXM, PCIe, dense, sparse, boost …';
COMMENT ON COLUMN hardware_specs.timex IS 'Of a date: its TIMEX3 value.';
COMMENT ON COLUMN hardware_specs.date_start IS 'First day of that date.';
COMMENT ON COLUMN hardware_specs.date_end IS 'Last day of that date, included.';
COMMENT ON COLUMN hardware_specs.planned IS 'Whether it was a plan when it was stated.';
COMMENT ON COLUMN hardware_specs.stated_on IS 'The day on which it was stated.';
COMMENT ON COLUMN hardware_specs.said_by IS 'Who said it: the maker, an analyst …';
COMMENT ON COLUMN hardware_specs.source IS 'Title of the document that holds the figure.';
COMMENT ON COLUMN hardware_specs.source_url IS 'Address of that document.';
COMMENT ON COLUMN hardware_specs.as_of IS 'When the figure held, for prices and estimates.';
COMMENT ON COLUMN hardware_specs.checked IS 'The day on which somebody compared the figure with its source.';
COMMENT ON COLUMN hardware_specs.note IS 'A remark for the reader.';

CREATE TABLE hardware_components (
  hardware_id VARCHAR NOT NULL,
  component_id VARCHAR NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 1),
  source VARCHAR,
  source_url VARCHAR,
  checked DATE
);
COMMENT ON TABLE hardware_components IS 'What each product is made of: a GB200 NVL72 holds 36 Grace CPUs and 72 B200 GPUs.';
COMMENT ON COLUMN hardware_components.hardware_id IS 'The whole.';
COMMENT ON COLUMN hardware_components.component_id IS 'The part.';
COMMENT ON COLUMN hardware_components.count IS 'How many of the part are in one whole.';
COMMENT ON COLUMN hardware_components.source IS 'Title of the document that says so.';
COMMENT ON COLUMN hardware_components.source_url IS 'Address of that document.';
COMMENT ON COLUMN hardware_components.checked IS 'The day on which somebody compared the count with its source.';

CREATE TABLE organisations (
  organisation_id VARCHAR PRIMARY KEY,
  name VARCHAR NOT NULL,
  kind VARCHAR,
  country VARCHAR
);
COMMENT ON TABLE organisations IS 'Companies and people that claims name as vendor, holder or source.';
COMMENT ON COLUMN organisations.organisation_id IS 'Id in lower case.';
COMMENT ON COLUMN organisations.name IS 'The common English name, as in claims.holder and claims.source.';
COMMENT ON COLUMN organisations.kind IS 'company, person, outlet, analyst …';
COMMENT ON COLUMN organisations.country IS 'ISO 3166 code, if known.';

CREATE TABLE organisation_aliases (
  organisation_id VARCHAR NOT NULL,
  alias VARCHAR NOT NULL,
  language VARCHAR
);
COMMENT ON TABLE organisation_aliases IS 'Every name by which texts call an organisation or a person.';
COMMENT ON COLUMN organisation_aliases.organisation_id IS 'The organisation.';
COMMENT ON COLUMN organisation_aliases.alias IS 'A name for it.';
COMMENT ON COLUMN organisation_aliases.language IS 'The language that uses the name; null for all.';

CREATE TABLE fx_rates (
  currency VARCHAR NOT NULL CHECK (length(currency) = 3),
  day DATE NOT NULL,
  per_eur DECIMAL(38, 12) NOT NULL CHECK (per_eur > 0),
  source VARCHAR NOT NULL,
  PRIMARY KEY (currency, day)
);
COMMENT ON TABLE fx_rates IS 'Exchange rates by banking day, from the European Central Bank and from files given with --fx.';
COMMENT ON COLUMN fx_rates.currency IS 'ISO 4217 code; EUR itself stands with rate 1.';
COMMENT ON COLUMN fx_rates.day IS 'The banking day.';
COMMENT ON COLUMN fx_rates.per_eur IS 'How many units of the currency one euro bought.';
COMMENT ON COLUMN fx_rates.source IS 'Who published the rate, or the file it came from.';

CREATE TABLE findings (
  finding_id VARCHAR PRIMARY KEY,
  check_id VARCHAR NOT NULL,
  family VARCHAR NOT NULL CHECK (family IN (
    'spec_conflict', 'exchange_rate', 'arithmetic', 'power_budget', 'composition', 'timeline', 'relative', 'magnitude',
    'self_contradiction', 'cross_article', 'copy_change')),
  verdict VARCHAR NOT NULL CHECK (verdict IN ('conflict', 'doubtful', 'disagreement', 'outdated', 'supported')),
  severity VARCHAR NOT NULL DEFAULT 'medium' CHECK (severity IN ('low', 'medium', 'high')),
  weight DOUBLE NOT NULL DEFAULT 0,
  article_id VARCHAR NOT NULL,
  hardware VARCHAR,
  said_low DECIMAL(38, 12),
  said_high DECIMAL(38, 12),
  follows_low DECIMAL(38, 12),
  follows_high DECIMAL(38, 12),
  unit VARCHAR,
  gap DOUBLE,
  meant DECIMAL(38, 12),
  voices INTEGER NOT NULL DEFAULT 1 CHECK (voices >= 1),
  explanation_en VARCHAR NOT NULL,
  explanation_it VARCHAR NOT NULL,
  explanation_zh_hans VARCHAR NOT NULL,
  explanation_zh_hant VARCHAR NOT NULL,
  evidence_hash VARCHAR NOT NULL,
  first_run VARCHAR,
  run_id VARCHAR
);
COMMENT ON TABLE findings IS 'What the checks found, one row a comparison worth telling: conflicts and doubts, disagreements, and what was confirmed.';
COMMENT ON COLUMN findings.finding_id IS 'Hash of the check, the document key and the normalised quotes: it survives edits elsewhere, better extractors and new figures.';
COMMENT ON COLUMN findings.check_id IS 'The check that found it: a file in warehouse/checks or in a user''s own folder.';
COMMENT ON COLUMN findings.family IS 'The family of the error: spec_conflict, exchange_rate, arithmetic, power_budget, composition, timeline …';
COMMENT ON COLUMN findings.verdict IS 'conflict (no reading agrees), doubtful (only an unlikely one does), disagreement (sources differ), outdated (right in its day), supported.';
COMMENT ON COLUMN findings.severity IS 'How much it matters if true: low, medium or high.';
COMMENT ON COLUMN findings.weight IS 'Place in the queue, heavier first: size of the gap, certainty of both sides, reach.';
COMMENT ON COLUMN findings.article_id IS 'The article that is to be looked at.';
COMMENT ON COLUMN findings.hardware IS 'The product concerned.';
COMMENT ON COLUMN findings.said_low IS 'Low end of what the article says; null is open.';
COMMENT ON COLUMN findings.said_high IS 'High end of what the article says; null is open.';
COMMENT ON COLUMN findings.follows_low IS 'Low end of what follows from the model or from other claims; null is open.';
COMMENT ON COLUMN findings.follows_high IS 'High end of what follows; null is open.';
COMMENT ON COLUMN findings.unit IS 'Unit of the four numbers.';
COMMENT ON COLUMN findings.gap IS 'How many times the two intervals lie apart: 1 where they touch, 14 where one is fourteen times the other.';
COMMENT ON COLUMN findings.meant IS 'The value that was probably meant, where one digit, unit or word repairs it.';
COMMENT ON COLUMN findings.voices IS 'Independent sources that say so; copies, and texts that name one source, count once.';
COMMENT ON COLUMN findings.explanation_en IS 'The arithmetic in words, in English.';
COMMENT ON COLUMN findings.explanation_it IS 'The arithmetic in words, in Italian.';
COMMENT ON COLUMN findings.explanation_zh_hans IS 'The arithmetic in words, in Chinese, simplified.';
COMMENT ON COLUMN findings.explanation_zh_hant IS 'The arithmetic in words, in Chinese, traditional.';
COMMENT ON COLUMN findings.evidence_hash IS 'Hash of the verdict and all numbers it rests on; a review made on another hash is marked as older than the evidence.';
COMMENT ON COLUMN findings.first_run IS 'The run that found it first.';
COMMENT ON COLUMN findings.run_id IS 'The run that last changed it.';

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

CREATE TABLE reviews (
  finding_id VARCHAR NOT NULL,
  decision VARCHAR NOT NULL CHECK (decision IN ('confirm', 'dismiss', 'flag')),
  note VARCHAR,
  reviewer VARCHAR,
  decided_at TIMESTAMP NOT NULL,
  evidence_hash VARCHAR
);
COMMENT ON TABLE reviews IS 'Decisions of fact-checkers, append-only: the latest counts. They outlive the finding.';
COMMENT ON COLUMN reviews.finding_id IS 'The finding.';
COMMENT ON COLUMN reviews.decision IS 'confirm, dismiss or flag (for another person to look at).';
COMMENT ON COLUMN reviews.note IS 'The reviewer''s words.';
COMMENT ON COLUMN reviews.reviewer IS 'Who decided.';
COMMENT ON COLUMN reviews.decided_at IS 'When, in UTC.';
COMMENT ON COLUMN reviews.evidence_hash IS 'The finding''s evidence when it was decided.';

CREATE TABLE runs (
  run_id VARCHAR PRIMARY KEY,
  command VARCHAR NOT NULL,
  started_at TIMESTAMP NOT NULL,
  finished_at TIMESTAMP,
  code_version VARCHAR NOT NULL,
  hardware_version VARCHAR,
  tagger_version VARCHAR,
  options VARCHAR NOT NULL DEFAULT '{}',
  articles_added INTEGER NOT NULL DEFAULT 0,
  articles_replaced INTEGER NOT NULL DEFAULT 0,
  articles_moved INTEGER NOT NULL DEFAULT 0,
  articles_unchanged INTEGER NOT NULL DEFAULT 0,
  claims_added INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  findings INTEGER NOT NULL DEFAULT 0
);
COMMENT ON TABLE runs IS 'One row each load or check: what ran, with which versions and options, and what came of it.';
COMMENT ON COLUMN runs.run_id IS 'Id of the run.';
COMMENT ON COLUMN runs.command IS 'load or check; a demo is a load.';
COMMENT ON COLUMN runs.started_at IS 'Start, in UTC.';
COMMENT ON COLUMN runs.finished_at IS 'End, in UTC; null if the run was cut short.';
COMMENT ON COLUMN runs.code_version IS 'Version of newsclaims.';
COMMENT ON COLUMN runs.hardware_version IS 'Version of the hardware model.';
COMMENT ON COLUMN runs.tagger_version IS 'Null: kept for the version of a trained tagger, which newsclaims does not have.';
COMMENT ON COLUMN runs.options IS 'The options of the run as JSON; a later check uses the same hardware, checks and fx files.';
COMMENT ON COLUMN runs.articles_added IS 'Articles that were new.';
COMMENT ON COLUMN runs.articles_replaced IS 'Articles whose text, metadata or extractor had changed.';
COMMENT ON COLUMN runs.articles_moved IS 'Articles of which only the path had changed.';
COMMENT ON COLUMN runs.articles_unchanged IS 'Articles that were as before.';
COMMENT ON COLUMN runs.claims_added IS 'Claims written with the new and replaced articles.';
COMMENT ON COLUMN runs.rejected IS 'Files and records set aside.';
COMMENT ON COLUMN runs.findings IS 'Conflicts and doubtful findings that stood at the end.';

CREATE TABLE run_checks (
  run_id VARCHAR NOT NULL,
  check_id VARCHAR NOT NULL,
  comparisons INTEGER NOT NULL,
  conflict INTEGER NOT NULL,
  doubtful INTEGER NOT NULL,
  disagreement INTEGER NOT NULL,
  outdated INTEGER NOT NULL,
  supported INTEGER NOT NULL,
  seconds DOUBLE NOT NULL,
  PRIMARY KEY (run_id, check_id)
);
COMMENT ON TABLE run_checks IS 'What each check did in each run. Nothing compared is not the same as passed.';
COMMENT ON COLUMN run_checks.run_id IS 'The run.';
COMMENT ON COLUMN run_checks.check_id IS 'The check.';
COMMENT ON COLUMN run_checks.comparisons IS 'How many comparisons it made; 0 means that it had nothing to look at.';
COMMENT ON COLUMN run_checks.conflict IS 'Comparisons of which no reading agrees.';
COMMENT ON COLUMN run_checks.doubtful IS 'Comparisons of which only an unlikely reading agrees.';
COMMENT ON COLUMN run_checks.disagreement IS 'Comparisons in which sources differ and neither need be wrong.';
COMMENT ON COLUMN run_checks.outdated IS 'Claims that were right in their day.';
COMMENT ON COLUMN run_checks.supported IS 'Claims that were checked and found right.';
COMMENT ON COLUMN run_checks.seconds IS 'How long it took.';

CREATE TABLE warehouse_state (
  name VARCHAR PRIMARY KEY,
  value VARCHAR NOT NULL
);
COMMENT ON TABLE warehouse_state IS 'Versions of what this file holds: its schema, its views, the hardware model, the exchange rates.';
COMMENT ON COLUMN warehouse_state.name IS 'schema_version, definitions, hardware or rates.';
COMMENT ON COLUMN warehouse_state.value IS 'The version.';
