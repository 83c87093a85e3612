-- What all checks share beside the schema's own macros on intervals (share_a_point, times_apart): verdicts, slips of
-- magnitude, and how the inputs of an explanation are written down. Ends are DOUBLE; an open end is NULL. TEMP macros, so that they live as long as the run and a
-- reader of the warehouse never meets them half-defined.

-- The three readings of a comparison: it agrees with what is likely, only with what is unlikely, or with nothing.
CREATE OR REPLACE TEMP MACRO banded_verdict(said_low, said_high, likely_low, likely_high, unlikely_low, unlikely_high) AS
  CASE
    WHEN share_a_point(said_low, said_high, likely_low, likely_high) THEN 'supported'
    WHEN share_a_point(said_low, said_high, unlikely_low, unlikely_high) THEN 'doubtful'
    ELSE 'conflict'
  END;

-- The same around one interval: `likely` 0.05 lets 5 % pass, `unlikely` 0.3 makes up to 30 % doubtful.
CREATE OR REPLACE TEMP MACRO verdict_within(said_low, said_high, follows_low, follows_high, likely, unlikely) AS
  banded_verdict(
    said_low, said_high,
    follows_low / (1 + likely), follows_high * (1 + likely),
    follows_low / (1 + unlikely), follows_high * (1 + unlikely)
  );

CREATE OR REPLACE TEMP MACRO verdict_rank(verdict) AS
  list_position(['supported', 'disagreement', 'outdated', 'doubtful', 'conflict'], verdict);

-- The centre of an interval, by ratio; of one that is open, its one end.
CREATE OR REPLACE TEMP MACRO centre(low, high) AS
  CASE WHEN low > 0 AND high > 0 THEN sqrt(low * high) ELSE coalesce(nullif(low, 0), high) END;

-- k where the figure said is 10^k times what follows and nothing but the power of ten is wrong (2 % is left for rounding); else NULL.
CREATE OR REPLACE TEMP MACRO slip_exponent(said_low, said_high, follows_low, follows_high) AS
  CASE
    WHEN said_low > 0 AND said_high > 0 AND follows_low > 0 AND follows_high > 0
      AND round(log10(centre(said_low, said_high) / centre(follows_low, follows_high))) <> 0
      AND share_a_point(
        said_low / power(10, round(log10(centre(said_low, said_high) / centre(follows_low, follows_high)))),
        said_high / power(10, round(log10(centre(said_low, said_high) / centre(follows_low, follows_high)))),
        follows_low / 1.02, follows_high * 1.02
      )
    THEN CAST(round(log10(centre(said_low, said_high) / centre(follows_low, follows_high))) AS INTEGER)
  END;

-- A title rounds, but not a count by a fifth: whether two exact counts, or counts told as about, are too far apart for that.
CREATE OR REPLACE TEMP MACRO is_no_rounding(first, second) AS greatest(first / second, second / first) >= 1.2;

-- Two numbers of one length and of three digits or more that differ in one digit, or only in the order of their digits.
CREATE OR REPLACE TEMP MACRO looks_mistyped(first, second) AS
  greatest(length(rtrim(digits(first), '0')), length(rtrim(digits(second), '0'))) >= 3 AND digits(first) <> digits(second) AND floor(log10(first)) = floor(log10(second))
  AND length(digits(first)) = length(digits(second)) AND (
    list_sort(string_split(digits(first), '')) = list_sort(string_split(digits(second), ''))
    OR len(list_filter(list_zip(string_split(digits(first), ''), string_split(digits(second), '')), lambda d: d[1] <> d[2])) = 1
  );

CREATE OR REPLACE TEMP MACRO claim(id, role) AS struct_pack(claim_id := id, role := role);

CREATE OR REPLACE TEMP MACRO input_of(name, low, high, unit, origin, source, source_url, as_of, checked) AS struct_pack(
  name := CAST(name AS VARCHAR), value := CAST(low AS DOUBLE), value_high := CAST(high AS DOUBLE), unit := CAST(unit AS VARCHAR),
  origin := CAST(origin AS VARCHAR), source := CAST(source AS VARCHAR), source_url := CAST(source_url AS VARCHAR),
  as_of := CAST(as_of AS VARCHAR), checked := CAST(checked AS DATE)
);
CREATE OR REPLACE TEMP MACRO article_input(name, low, high, unit) AS
  input_of(name, low, high, unit, 'article', NULL, NULL, NULL, NULL);
CREATE OR REPLACE TEMP MACRO derived_input(name, low, high, unit) AS
  input_of(name, low, high, unit, 'derived', NULL, NULL, NULL, NULL);
CREATE OR REPLACE TEMP MACRO model_input(name, low, high, unit, source, source_url, as_of, checked) AS
  input_of(name, low, high, unit, 'model', source, source_url, as_of, checked);

-- Conditions are tokens parted by ", ". Two contradict each other where both name a different case of the same kind.
CREATE OR REPLACE TEMP MACRO differs_in(a, b, cases) AS
  len(list_intersect(string_split(lower(a), ', '), cases)) > 0
  AND len(list_intersect(string_split(lower(b), ', '), cases)) > 0
  AND len(list_intersect(list_intersect(string_split(lower(a), ', '), cases), string_split(lower(b), ', '))) = 0;
CREATE OR REPLACE TEMP MACRO contradicts(a, b) AS
  coalesce(
    differs_in(a, b, ['sxm', 'pcie', 'nvl', 'oam'])
    OR differs_in(a, b, ['boost', 'base', 'performance', 'efficiency', 'prime', 'performance cores', 'efficiency cores', 'prime cores', 'main core'])
    -- the performance cores of a processor are some of its cores
    OR differs_in(a, b, ['cuda', 'tensor', 'rt', 'cpu', 'gpu', 'npu', 'ai', 'stream', 'performance', 'efficiency', 'prime', 'zen 5', 'zen 5c']),
    false
  );
