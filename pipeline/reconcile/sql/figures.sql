-- Every figure that any explanation shows, written once in every language.
CREATE OR REPLACE TEMP TABLE written AS
WITH once AS (
  SELECT figure, hash(figure) AS figure_key FROM shown GROUP BY ALL
), spelled AS (
  SELECT figure_key, figure.format AS format, figure.word AS word,
    CASE figure.format
      WHEN 'number' THEN number_en(figure.low)
      WHEN 'amount' THEN amount_en(figure.low, figure.unit)
      WHEN 'interval' THEN interval_en(figure.low, figure.high, figure.unit)
      WHEN 'said' THEN said_en(figure.low, figure.high, figure.unit, figure.bound)
      WHEN 'ratio' THEN ratio_en(figure.low)
      WHEN 'percent' THEN percent_en(figure.low)
      WHEN 'date' THEN date_en(figure.first_day)
      WHEN 'period' THEN period_en(figure.first_day, figure.last_day)
      ELSE term_en(figure.word)
    END AS en,
    CASE figure.format
      WHEN 'number' THEN number_it(figure.low)
      WHEN 'amount' THEN amount_it(figure.low, figure.unit)
      WHEN 'interval' THEN interval_it(figure.low, figure.high, figure.unit)
      WHEN 'said' THEN said_it(figure.low, figure.high, figure.unit, figure.bound)
      WHEN 'ratio' THEN ratio_it(figure.low)
      WHEN 'percent' THEN percent_it(figure.low)
      WHEN 'date' THEN date_it(figure.first_day)
      WHEN 'period' THEN period_it(figure.first_day, figure.last_day)
      ELSE term_it(figure.word)
    END AS it,
    CASE figure.format
      WHEN 'number' THEN number_zh_hans(figure.low)
      WHEN 'amount' THEN amount_zh_hans(figure.low, figure.unit)
      WHEN 'interval' THEN interval_zh_hans(figure.low, figure.high, figure.unit)
      WHEN 'said' THEN said_zh_hans(figure.low, figure.high, figure.unit, figure.bound)
      WHEN 'ratio' THEN ratio_zh_hans(figure.low)
      WHEN 'percent' THEN percent_zh_hans(figure.low)
      WHEN 'date' THEN date_zh_hans(figure.first_day)
      WHEN 'period' THEN period_zh_hans(figure.first_day, figure.last_day)
      ELSE term_zh_hans(figure.word)
    END AS zh_hans
  FROM once
)
SELECT figure_key, coalesce(en, '–') AS en, coalesce(it, '–') AS it, coalesce(zh_hans, '–') AS zh_hans,
  coalesce(CASE format WHEN 'term' THEN term_zh_hant(word) ELSE traditional(zh_hans) END, '–') AS zh_hant
FROM spelled;
