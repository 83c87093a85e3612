-- draft: the contract between stages; warehouse helper completes it (comments on everything, constraints, views)
CREATE TABLE articles (
  article_id VARCHAR PRIMARY KEY, document_key VARCHAR NOT NULL, source_id VARCHAR, path VARCHAR, title VARCHAR, publisher VARCHAR, url VARCHAR,
  published DATE, language VARCHAR, script VARCHAR, text VARCHAR NOT NULL, spun_score DOUBLE, format VARCHAR, encoding VARCHAR,
  extractor_version VARCHAR, run_id VARCHAR);
CREATE TABLE article_blocks (article_id VARCHAR, position INTEGER, kind VARCHAR, span_start INTEGER, span_end INTEGER, level INTEGER, language VARCHAR);
CREATE TABLE claims (
  claim_id VARCHAR PRIMARY KEY, article_id VARCHAR NOT NULL, kind VARCHAR, predicate VARCHAR, hardware VARCHAR, known BOOLEAN, holder VARCHAR, object VARCHAR,
  value DECIMAL(38,12), value_high DECIMAL(38,12), unit VARCHAR, per VARCHAR, aspect VARCHAR, workload VARCHAR, event VARCHAR, stage VARCHAR,
  basis VARCHAR, basis_size INTEGER, condition VARCHAR, baseline VARCHAR, deal VARCHAR, zone VARCHAR, timex VARCHAR, mod VARCHAR, date_start DATE, date_end DATE,
  as_of VARCHAR, bound VARCHAR, modality VARCHAR, polarity VARCHAR, source VARCHAR, same_as VARCHAR, quote VARCHAR, span_start INTEGER, span_end INTEGER,
  sentence_start INTEGER, sentence_end INTEGER, confidence DOUBLE, extractor VARCHAR);
CREATE TABLE hardware (hardware_id VARCHAR PRIMARY KEY, name VARCHAR, vendor VARCHAR, kind VARCHAR, architecture VARCHAR, predecessor VARCHAR);
CREATE TABLE hardware_aliases (hardware_id VARCHAR, alias VARCHAR, language VARCHAR, context VARCHAR);
CREATE TABLE hardware_specs (hardware_id VARCHAR, predicate VARCHAR, value DECIMAL(38,12), value_high DECIMAL(38,12), unit VARCHAR, per VARCHAR, object VARCHAR, aspect VARCHAR, workload VARCHAR,
  condition VARCHAR, timex VARCHAR, date_start DATE, date_end DATE, planned BOOLEAN, stated_on DATE, said_by VARCHAR,
  source VARCHAR, source_url VARCHAR, as_of VARCHAR, checked DATE, note VARCHAR);
CREATE TABLE hardware_components (hardware_id VARCHAR, component_id VARCHAR, count INTEGER, source VARCHAR, source_url VARCHAR, checked DATE);
CREATE TABLE organisations (organisation_id VARCHAR, name VARCHAR, kind VARCHAR, country VARCHAR);
CREATE TABLE organisation_aliases (organisation_id VARCHAR, alias VARCHAR, language VARCHAR);
CREATE TABLE fx_rates (currency VARCHAR, day DATE, per_eur DECIMAL(38,12), source VARCHAR);
