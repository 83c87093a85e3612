-- What a run works with. The claims' views are computed once: the checks meet these tables under the views' names.
CREATE OR REPLACE TEMP TABLE hardware_claims AS FROM main.hardware_claims;
CREATE OR REPLACE TEMP TABLE quantity_claims AS FROM main.quantity_claims;
CREATE OR REPLACE TEMP TABLE price_claims AS FROM main.price_claims;
CREATE OR REPLACE TEMP TABLE date_claims AS FROM main.date_claims;

-- What the checks' comparisons are collected in, before they become findings.
CREATE OR REPLACE TEMP TABLE staged (
  check_id VARCHAR,
  ordinal BIGINT,
  family VARCHAR,
  verdict VARCHAR,
  article_id VARCHAR,
  hardware VARCHAR,
  said_low DOUBLE,
  said_high DOUBLE,
  follows_low DOUBLE,
  follows_high DOUBLE,
  unit VARCHAR,
  gap DOUBLE,
  meant DOUBLE,
  certainty DOUBLE,
  voices INTEGER,
  claims STRUCT(claim_id VARCHAR, role VARCHAR)[],
  inputs STRUCT(
    name VARCHAR, value DOUBLE, value_high DOUBLE, unit VARCHAR, origin VARCHAR, source VARCHAR, source_url VARCHAR,
    as_of VARCHAR, checked DATE
  )[],
  explanation_en VARCHAR,
  explanation_it VARCHAR,
  explanation_zh_hans VARCHAR,
  explanation_zh_hant VARCHAR
);

-- The figures that explanations show, and how they are written in each language.
CREATE OR REPLACE TEMP TABLE shown (
  figure STRUCT(
    "format" VARCHAR, low DOUBLE, high DOUBLE, unit VARCHAR, bound VARCHAR, first_day DATE, last_day DATE, word VARCHAR
  )
);
CREATE OR REPLACE TEMP TABLE written (figure_key UBIGINT, en VARCHAR, it VARCHAR, zh_hans VARCHAR, zh_hant VARCHAR);
