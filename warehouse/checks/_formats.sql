-- How the slots of an explanation are written, beside the macros number_…, amount_…, interval_…, said_… and percent_… of the schema.

CREATE OR REPLACE TEMP MACRO text_en(x) AS coalesce(CAST(x AS VARCHAR), '–');
CREATE OR REPLACE TEMP MACRO text_it(x) AS text_en(x);
CREATE OR REPLACE TEMP MACRO text_zh_hans(x) AS text_en(x);
CREATE OR REPLACE TEMP MACRO text_zh_hant(x) AS text_en(x);

-- A number rounded to so many significant digits, as explanations show it.
CREATE OR REPLACE TEMP MACRO significant(x, digits) AS
  CASE WHEN x = 0 THEN 0.0 ELSE round(CAST(x AS DOUBLE), CAST(digits - 1 - floor(log10(abs(x))) AS INTEGER)) END;

-- How many decimals a number is written with: 1 in "29,5 milioni", none in "16.000".
CREATE OR REPLACE TEMP MACRO decimals(quote) AS length(regexp_extract(quote, '\d[.,](\d{1,2})(\D|$)', 1));

-- The unit of the last digit that is written: of "120 MW" the megawatt, although a bare 120 may be rounded to tens.
CREATE OR REPLACE TEMP MACRO written_step(value, quote) AS
  least(digit_step(value), coalesce(value / nullif(TRY_CAST(regexp_extract(quote, '^\D*(\d{1,3})\D*$', 1) AS DOUBLE), 0), digit_step(value)));

-- A factor: two significant digits, whole numbers from 10 on.
CREATE OR REPLACE TEMP MACRO ratio_en(x) AS number_en(CASE WHEN x < 10 THEN significant(x, 2) ELSE round(x) END);
CREATE OR REPLACE TEMP MACRO ratio_it(x) AS number_it(CASE WHEN x < 10 THEN significant(x, 2) ELSE round(x) END);
CREATE OR REPLACE TEMP MACRO ratio_zh_hans(x) AS number_zh_hans(CASE WHEN x < 10 THEN significant(x, 2) ELSE round(x) END);

CREATE OR REPLACE TEMP MACRO month_en(x) AS
  ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][month(x)];
CREATE OR REPLACE TEMP MACRO month_it(x) AS
  ['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'][month(x)];
CREATE OR REPLACE TEMP MACRO date_en(x) AS concat(day(x), ' ', month_en(x), ' ', year(x));
CREATE OR REPLACE TEMP MACRO date_it(x) AS concat(CASE WHEN day(x) = 1 THEN '1º' ELSE CAST(day(x) AS VARCHAR) END, ' ', month_it(x), ' ', year(x));
CREATE OR REPLACE TEMP MACRO date_zh_hans(x) AS concat(year(x), '年', month(x), '月', day(x), '日');

-- Two days as the calendar unit that they bound, if they bound one.
CREATE OR REPLACE TEMP MACRO calendar_unit(first, last) AS
  CASE
    WHEN first = last THEN 'day'
    WHEN day(first) > 1 OR last <> last_day(last) OR year(first) <> year(last) THEN 'span'
    WHEN month(first) = month(last) THEN 'month'
    WHEN month(first) = 1 AND month(last) = 12 THEN 'year'
    WHEN month(first) IN (1, 7) AND month(last) = month(first) + 5 THEN 'half'
    WHEN month(first) % 3 = 1 AND month(last) = month(first) + 2 THEN 'quarter'
    ELSE 'span'
  END;
CREATE OR REPLACE TEMP MACRO period_en(first, last) AS
  CASE calendar_unit(first, last)
    WHEN 'day' THEN date_en(first)
    WHEN 'month' THEN concat(month_en(first), ' ', year(first))
    WHEN 'quarter' THEN concat('quarter ', quarter(first), ' of ', year(first))
    WHEN 'half' THEN concat('the ', CASE WHEN month(first) = 1 THEN 'first' ELSE 'second' END, ' half of ', year(first))
    WHEN 'year' THEN CAST(year(first) AS VARCHAR)
    ELSE concat('the time from ', date_en(first), ' to ', date_en(last))
  END;
CREATE OR REPLACE TEMP MACRO period_it(first, last) AS
  CASE calendar_unit(first, last)
    WHEN 'day' THEN date_it(first)
    WHEN 'month' THEN concat(month_it(first), ' ', year(first))
    WHEN 'quarter' THEN concat(quarter(first), 'º trimestre ', year(first))
    WHEN 'half' THEN concat(CASE WHEN month(first) = 1 THEN 'primo' ELSE 'secondo' END, ' semestre ', year(first))
    WHEN 'year' THEN CAST(year(first) AS VARCHAR)
    ELSE concat('periodo ', date_it(first), ' – ', date_it(last))
  END;
CREATE OR REPLACE TEMP MACRO period_zh_hans(first, last) AS
  CASE calendar_unit(first, last)
    WHEN 'day' THEN date_zh_hans(first)
    WHEN 'month' THEN concat(year(first), '年', month(first), '月')
    WHEN 'quarter' THEN concat(year(first), '年第', ['一', '二', '三', '四'][quarter(first)], '季度')
    WHEN 'half' THEN concat(year(first), '年', CASE WHEN month(first) = 1 THEN '上' ELSE '下' END, '半年')
    WHEN 'year' THEN concat(year(first), '年')
    ELSE concat(date_zh_hans(first), '至', date_zh_hans(last))
  END;
