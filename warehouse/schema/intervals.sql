-- What a written figure or date allows: intervals, never points. Interval ends are DOUBLE, so that checks may multiply them freely.

-- A number written out in decimal digits without trailing zeros: 1080000000, 0.5, 72.65.
CREATE OR REPLACE MACRO digits(value) AS
  list_transform([CAST(value AS VARCHAR)], lambda written: CASE
    WHEN contains(written, 'e') THEN rtrim(rtrim(CAST(TRY_CAST(written AS DECIMAL(38, 12)) AS VARCHAR), '0'), '.')
    WHEN contains(written, '.') THEN rtrim(rtrim(written, '0'), '.')
    ELSE written
  END)[1];

-- The unit of the last significant digit: 10000000 for 1080000000, 0.01 for 72.65, 100 for 700.
CREATE OR REPLACE MACRO digit_step(value) AS
  list_transform([digits(value)], lambda written: CASE
    WHEN contains(written, '.') THEN pow(10, strpos(written, '.') - length(written))
    ELSE pow(10, length(written) - length(rtrim(written, '0')))
  END)[1];

-- How far the true figure may lie from the written one: half a unit of the last significant digit, at most 5 %.
CREATE OR REPLACE MACRO rounding(value) AS
  least(digit_step(value) / 2, 0.05 * abs(CAST(value AS DOUBLE)));

-- The same for things that are counted: whole numbers under 100 are exact.
CREATE OR REPLACE MACRO count_rounding(value) AS
  CASE WHEN abs(value) < 100 AND value = floor(value) THEN 0.0 ELSE rounding(value) END;

-- "About": a whole unit of the last significant digit, at least 2 % and at most 10 %.
CREATE OR REPLACE MACRO about_slack(value) AS
  least(greatest(digit_step(value), 0.02 * abs(CAST(value AS DOUBLE))), 0.1 * abs(CAST(value AS DOUBLE)));

-- Slack on either side of a claim's figure; temperatures are rounded in degrees Celsius.
CREATE OR REPLACE MACRO slack(value, unit, predicate, bound) AS
  list_transform([CASE WHEN unit = 'K' THEN value - 273.15 ELSE value END], lambda written: CASE
    WHEN bound = 'about' THEN about_slack(written)
    WHEN predicate IN ('unit_count', 'component', 'core_count') THEN count_rounding(written)
    ELSE rounding(written)
  END)[1];

-- The lowest value that the words allow; null is open ("up to").
CREATE OR REPLACE MACRO low_end(value, unit, predicate, bound) AS
  CASE WHEN bound = 'max' THEN NULL ELSE CAST(value AS DOUBLE) - slack(value, unit, predicate, bound) END;

-- The highest value that the words allow; null is open ("at least").
CREATE OR REPLACE MACRO high_end(value, value_high, unit, predicate, bound) AS
  CASE WHEN bound = 'min' THEN NULL
    ELSE CAST(coalesce(value_high, value) AS DOUBLE) + slack(coalesce(value_high, value), unit, predicate, bound) END;

-- A ratio that is told as a change in per cent is rounded as that percentage is: a cut of 20 % is 0.79 to 0.81. Else null.
CREATE OR REPLACE MACRO change_slack(value, predicate, bound, quote) AS
  list_transform([abs(100 * value - 100)], lambda change: CASE
    WHEN predicate = 'relative' AND bound <> 'about' AND change BETWEEN 1 AND 99 AND regexp_matches(quote, '[%％]|per cento')
        AND starts_with(replace(quote, ',', '.'), digits(change))
      THEN rounding(change) / 100
  END)[1];

-- The ends of a quantity, which a change in per cent narrows.
CREATE OR REPLACE MACRO quantity_low(value, unit, predicate, bound, quote) AS
  CASE WHEN bound = 'max' THEN NULL ELSE coalesce(CAST(value AS DOUBLE) - change_slack(value, predicate, bound, quote), low_end(value, unit, predicate, bound)) END;
CREATE OR REPLACE MACRO quantity_high(value, value_high, unit, predicate, bound, quote) AS
  CASE WHEN bound = 'min' THEN NULL
    ELSE coalesce(CAST(coalesce(value_high, value) AS DOUBLE) + change_slack(coalesce(value_high, value), predicate, bound, quote), high_end(value, value_high, unit, predicate, bound)) END;

-- Whether two intervals share a point; null ends are open.
CREATE OR REPLACE MACRO share_a_point(low_a, high_a, low_b, high_b) AS
  coalesce(low_a <= high_b, true) AND coalesce(low_b <= high_a, true);

-- How many times two intervals of positive numbers lie apart: 1 where they touch or overlap.
CREATE OR REPLACE MACRO times_apart(low_a, high_a, low_b, high_b) AS
  greatest(1.0, coalesce(CAST(low_a AS DOUBLE) / nullif(high_b, 0), 1), coalesce(CAST(low_b AS DOUBLE) / nullif(high_a, 0), 1));

-- First day of one TIMEX3 value (no interval): 2025, 2025-03, 2025-03-01, 2025-Q3, 2025-H2, 2025-SU, 2025-W07; else null.
CREATE OR REPLACE MACRO timex_first_day(timex) AS
  CASE
    WHEN regexp_full_match(timex, '\d{4}-\d{2}-\d{2}') THEN TRY_CAST(timex AS DATE)
    WHEN regexp_full_match(timex, '\d{4}-\d{2}') THEN TRY_CAST(timex || '-01' AS DATE)
    WHEN regexp_full_match(timex, '\d{4}') THEN TRY_CAST(timex || '-01-01' AS DATE)
    WHEN regexp_full_match(timex, '\d{4}-Q[1-4]')
      THEN TRY_CAST(timex[:4] || ['-01-01', '-04-01', '-07-01', '-10-01'][CAST(timex[7:] AS INTEGER)] AS DATE)
    WHEN regexp_full_match(timex, '\d{4}-H[12]')
      THEN TRY_CAST(timex[:4] || ['-01-01', '-07-01'][CAST(timex[7:] AS INTEGER)] AS DATE)
    WHEN regexp_full_match(timex, '\d{4}-(SP|SU|FA|WI)')
      THEN TRY_CAST(timex[:4] || CASE timex[6:] WHEN 'SP' THEN '-03-01' WHEN 'SU' THEN '-06-01' WHEN 'FA' THEN '-09-01' ELSE '-12-01' END AS DATE)
    WHEN regexp_full_match(timex, '\d{4}-W\d{2}') THEN CAST(try_strptime(timex || '-1', '%G-W%V-%u') AS DATE)
  END;

-- Last day of one TIMEX3 value (no interval), included.
CREATE OR REPLACE MACRO timex_last_day(timex) AS
  CASE
    WHEN regexp_full_match(timex, '\d{4}-\d{2}-\d{2}') THEN timex_first_day(timex)
    WHEN regexp_full_match(timex, '\d{4}-W\d{2}') THEN timex_first_day(timex) + 6
    ELSE CAST(timex_first_day(timex) + to_months(CASE
      WHEN length(timex) = 4 THEN 12
      WHEN timex[6:6] = 'H' THEN 6
      WHEN timex[6:6] BETWEEN '0' AND '9' THEN 1
      ELSE 3 END) AS DATE) - 1
  END;

-- First and last day of a TIMEX3 value, intervals (2023-05/2023-08) included.
CREATE OR REPLACE MACRO timex_start(timex) AS timex_first_day(split_part(timex, '/', 1));
CREATE OR REPLACE MACRO timex_end(timex) AS timex_last_day(split_part(timex, '/', -1));

CREATE OR REPLACE MACRO days_between(first_day, last_day) AS CAST(date_diff('day', first_day, last_day) AS INTEGER);

-- Days by which "about" widens a date: half its own length, at least three days.
CREATE OR REPLACE MACRO about_days(first_day, last_day) AS
  greatest(3, (days_between(first_day, last_day) + 1) // 2);

-- The earliest day that the words allow; null is open. A beginning is the first third, a middle the middle half, an end the last third;
-- "before 2030" may mean by its end. A span counted from publication (P3Y) starts there even where it is "within".
CREATE OR REPLACE MACRO earliest_day(timex, first_day, last_day, mod, bound) AS
  CASE
    WHEN mod = 'BEFORE' OR (bound = 'max' AND NOT starts_with(coalesce(timex, ''), 'P')) THEN NULL
    ELSE first_day
      + CASE mod WHEN 'MID' THEN days_between(first_day, last_day) // 4 WHEN 'END' THEN days_between(first_day, last_day) * 2 // 3 ELSE 0 END
      - CASE WHEN bound = 'about' THEN about_days(first_day, last_day) ELSE 0 END
  END;

-- The latest day that the words allow; null is open.
CREATE OR REPLACE MACRO latest_day(first_day, last_day, mod, bound) AS
  CASE
    WHEN mod = 'AFTER' OR bound = 'min' THEN NULL
    ELSE last_day
      - CASE mod WHEN 'START' THEN days_between(first_day, last_day) * 2 // 3 WHEN 'MID' THEN days_between(first_day, last_day) // 4 ELSE 0 END
      + CASE WHEN bound = 'about' THEN about_days(first_day, last_day) ELSE 0 END
  END;
