-- What a run works with. The claims' views are computed once: the checks meet these tables under the views' names.
-- What a figure allows is worked out once for all claims that have it: of a million claims a few thousand figures differ.
CREATE OR REPLACE TEMP MACRO percentage(predicate, quote) AS
  CASE WHEN predicate = 'relative' THEN nullif(regexp_extract(quote, '^[0-9][0-9.,]*\s?(?:[%％]|per cento)'), '') END;
CREATE OR REPLACE TEMP MACRO figure_key(value, value_high, unit, predicate, bound, words) AS hash(value, value_high, unit, predicate, bound, words);
CREATE OR REPLACE TEMP TABLE ends AS
SELECT figure_key(value, value_high, unit, predicate, bound, words) AS figure_key, quantity_low(value, unit, predicate, bound, words) AS lo,
  quantity_high(value, value_high, unit, predicate, bound, words) AS hi
FROM (
  SELECT DISTINCT value, value_high, unit, predicate, bound, percentage(predicate, quote) AS words
  FROM claims WHERE kind IN ('hardware', 'quantity')
);
CREATE OR REPLACE TEMP MACRO with_ends(claims_view) AS TABLE
  SELECT c.* REPLACE (e.lo AS lo, e.hi AS hi)
  FROM query_table(claims_view) c
  JOIN ends e ON e.figure_key = figure_key(c.value, c.value_high, c.unit, c.predicate, c.bound, percentage(c.predicate, c.quote));
CREATE OR REPLACE TEMP TABLE days AS
SELECT hash(timex, date_start, date_end, mod, bound) AS date_key, earliest_day(timex, date_start, date_end, mod, bound) AS lo, latest_day(date_start, date_end, mod, bound) AS hi
FROM (SELECT DISTINCT timex, date_start, date_end, mod, bound FROM claims WHERE kind = 'date');
CREATE OR REPLACE TEMP TABLE hardware_claims AS FROM with_ends('main.hardware_claims');
CREATE OR REPLACE TEMP TABLE quantity_claims AS FROM with_ends('main.quantity_claims');
CREATE OR REPLACE TEMP TABLE price_claims AS FROM main.price_claims;
CREATE OR REPLACE TEMP TABLE date_claims AS
SELECT c.* REPLACE (d.lo AS lo, d.hi AS hi)
FROM main.date_claims c
JOIN days d ON d.date_key = hash(c.timex, c.date_start, c.date_end, c.mod, c.bound);
DROP TABLE ends;
DROP TABLE days;

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
  least_confidence DOUBLE,
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
