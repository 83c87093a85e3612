-- id: exchange_rate
-- family: exchange_rate
-- title: Two currencies of one amount against the official rate
-- en: The article equates “{base_quote:text}” with “{other_quote:text}”: {implied:amount} for {base:term}.
--   {?daily}On {rate_day:date}, the last banking day with a rate up to publication, the European Central Bank's rates gave
--   {rate:amount}, and {year:interval} over the year before.{/daily}{?monthly}The average of {rate_month:period} was
--   {rate:amount}, and the averages of the year before were {year:interval} ({source:text}).{/monthly}{?from_file}The rate of
--   {rate_day:date}, the last one up to publication, was {rate:amount}, and those of the year before were {year:interval}
--   ({source:text}).{/from_file}{?undated}The article has no date; from {year_start:date} to {year_end:date} the rate was
--   {year:interval} ({source:text}).{/undated} {?differs}{?others}The article's other pairs give
--   {others:interval}.{/others}{/differs} {?expected}At that rate “{base_quote:text}” is {expected:amount}.{/expected}
--   {?repair}{repaired:amount} instead of {written:amount} would fit: {?is_digit}one digit differs.{/is_digit}{?is_swap}two
--   digits are swapped.{/is_swap}{?is_scale}only the order of magnitude differs.{/is_scale}{/repair}
-- it: L'articolo fa equivalere «{base_quote:text}» a «{other_quote:text}»: {implied:amount} per {base:term}.
--   {?daily}Il cambio della Banca centrale europea del {rate_day:date}, ultimo giorno bancario disponibile alla
--   data di pubblicazione, era di {rate:amount}; nell'anno precedente {year:interval}.{/daily}{?monthly}La media di
--   {rate_month:period} era di {rate:amount}; le medie dell'anno precedente {year:interval} ({source:text}).{/monthly}{?from_file}Il
--   cambio del {rate_day:date}, l'ultimo disponibile alla data di pubblicazione, era di {rate:amount}; nell'anno precedente
--   {year:interval} ({source:text}).{/from_file}{?undated}L'articolo non ha data; dal {year_start:date} al {year_end:date} il
--   cambio era {year:interval} ({source:text}).{/undated} {?differs}{?others}Le altre coppie dell'articolo danno
--   {others:interval}.{/others}{/differs} {?expected}A quel cambio il controvalore di «{base_quote:text}» è
--   {expected:amount}.{/expected} {?repair}Con {repaired:amount} al posto di {written:amount} tornerebbe: {?is_digit}differisce una
--   cifra.{/is_digit}{?is_swap}due cifre sono scambiate.{/is_swap}{?is_scale}differisce solo l'ordine di
--   grandezza.{/is_scale}{/repair}
-- zh: 文章把“{base_quote:text}”换算为“{other_quote:text}”，即{base:term}合{implied:amount}。{?daily}按欧洲央行{rate_day:date}（截至发布时
--   有汇率的最近银行工作日）的汇率应为{rate:amount}，此前一年为{year:interval}。{/daily}{?monthly}{rate_month:period}的平均汇率为
--   {rate:amount}，此前一年各月平均为{year:interval}（{source:text}）。{/monthly}{?from_file}{rate_day:date}（截至发布时的最近一次）的汇率为
--   {rate:amount}，此前一年为{year:interval}（{source:text}）。{/from_file}{?undated}文章没有日期；{year_start:date}至{year_end:date}间的
--   汇率为{year:interval}（{source:text}）。{/undated}{?differs}{?others}文章中其他换算为{others:interval}。{/others}{/differs}
--   {?expected}按此汇率，“{base_quote:text}”应合{expected:amount}。{/expected}{?repair}把{written:amount}改为{repaired:amount}就吻合：{?is_digit}
--   差一个数字。{/is_digit}{?is_swap}两个数字颠倒。{/is_swap}{?is_scale}只差在数量级。{/is_scale}{/repair}
--
-- A rate may be older than the article: anything within the range of the year before publication agrees, 2 % beyond it is
-- doubtful. An undated article is held against the rates since the first announcement of a product that it names. Amounts
-- "over" or "up to" stand for the written figure, since the bound holds for both currencies; where only one of them has a bound
-- ("15 billion dollars, over 100 billion yuan") it leaves a fifth of room on its side. The rounder of the two amounts is
-- taken as the one that was converted; that both were rounded is the less likely reading. A monthly average leaves 2 % more
-- room, since the days of a month differ, and 10 % where the last rate is more than five weeks old; after two years nothing is compared.

WITH sides AS (
  SELECT claim_id, article_id, published, same_as, per, unit AS currency, quote, span_start, value::DOUBLE AS value,
    CAST(value AS DOUBLE) - slack(value, unit, predicate, bound) AS low,
    CAST(coalesce(value_high, value) AS DOUBLE) + slack(coalesce(value_high, value), unit, predicate, bound) AS high,
    value_high IS NULL AS single, bound, length(digits(value / digit_step(value))) AS figures, TRY_CAST(as_of[:4] AS INTEGER) AS year_meant,
    coalesce(list_position(['GBP', 'EUR', 'CHF', 'USD', 'CAD', 'AUD', 'SGD', 'CNY', 'HKD', 'TWD', 'INR', 'JPY', 'KRW'], unit), 0) AS rank
  FROM price_claims
  WHERE same_as IS NOT NULL AND value > 0
), pairs AS (
  SELECT row_number() OVER (ORDER BY b.claim_id, o.claim_id) AS pair, b.article_id, b.published, b.currency AS base_currency, o.currency,
    b.claim_id AS base_id, o.claim_id AS other_id, b.quote AS base_quote, o.quote AS other_quote, b.value AS base_value,
    o.value AS other_value, b.single AND o.single AS single, coalesce(b.year_meant, o.year_meant) AS year_meant,
    o.low / b.high AS loose_low, o.high / b.low AS loose_high, o.value / b.value AS said,
    CASE WHEN b.single AND b.figures <= o.figures THEN o.low / b.value WHEN o.single THEN o.value / b.high ELSE o.low / b.high END
      / CASE WHEN o.bound <> b.bound AND (o.bound = 'max' OR b.bound = 'min') THEN 1.2 ELSE 1 END AS said_low,
    CASE WHEN b.single AND b.figures <= o.figures THEN o.high / b.value WHEN o.single THEN o.value / b.low ELSE o.high / b.low END
      * CASE WHEN o.bound <> b.bound AND (o.bound = 'min' OR b.bound = 'max') THEN 1.2 ELSE 1 END AS said_high
  FROM sides b JOIN sides o USING (article_id, same_as)
  WHERE b.rank < o.rank AND b.per IS NOT DISTINCT FROM o.per
  QUALIFY row_number() OVER (PARTITION BY o.claim_id ORDER BY abs(b.span_start - o.span_start), b.claim_id) = 1
), euro AS (
  SELECT currency, day, per_eur::DOUBLE AS per_eur, source FROM fx_rates
  UNION SELECT 'EUR', day, 1, source FROM fx_rates WHERE source = 'European Central Bank'
), rates AS (
  -- every rate of the second currency, by the rate of the first that held on its day
  SELECT b.currency AS base_currency, o.currency, o.day, o.per_eur / b.per_eur AS rate,
    list_distinct([b.source, o.source]) AS sources
  FROM (SELECT e.*, p.base_currency FROM euro e JOIN (SELECT DISTINCT base_currency, currency FROM pairs) p USING (currency)) o
  ASOF JOIN euro b ON b.currency = o.base_currency AND o.day >= b.day
  WHERE o.day - b.day <= 35
), spans AS (
  -- the days whose rates the article may have used
  SELECT p.*,
    CASE
      WHEN p.published IS NULL THEN coalesce(first_named, (SELECT max(day) FROM fx_rates) - INTERVAL 5 YEAR)
      ELSE least(p.published - INTERVAL 1 YEAR, coalesce(make_date(p.year_meant, 1, 1), p.published), greatest(last_rate, p.published - INTERVAL 2 YEAR))
    END AS span_start,
    coalesce(p.published, (SELECT max(day) FROM fx_rates)) AS span_end
  FROM pairs p
  LEFT JOIN (SELECT base_currency, currency, max(day) AS last_rate FROM rates GROUP BY ALL) USING (base_currency, currency)
  LEFT JOIN (
    SELECT c.article_id, min(s.date_start) AS first_named
    FROM (SELECT DISTINCT article_id, hardware FROM claims WHERE hardware IS NOT NULL) c
    JOIN hardware_specs s ON s.hardware_id = c.hardware AND s.predicate = 'launch'
    GROUP BY c.article_id
  ) USING (article_id)
), dated AS (
  -- each span of days once: its lowest and highest rate, and of a dated article the rate of the last banking day
  SELECT k.*, r.* EXCLUDE (base_currency, currency, span_start, span_end)
    REPLACE (CASE WHEN k.published IS NOT NULL THEN r.rate END AS rate)
  FROM spans k
  JOIN (
    SELECT d.base_currency, d.currency, d.span_start, d.span_end, min(r.rate) AS year_low, max(r.rate) AS year_high,
      arg_max(r.rate, r.day) AS rate, max(r.day) AS rate_day, list_sort(list_distinct(flatten(list(r.sources)))) AS sources
    FROM (SELECT DISTINCT base_currency, currency, span_start, span_end FROM spans) d
    JOIN rates r ON r.base_currency = d.base_currency AND r.currency = d.currency AND r.day BETWEEN d.span_start AND d.span_end
    GROUP BY ALL
  ) r USING (base_currency, currency, span_start, span_end)
), judged AS (
  SELECT d.*,
    CASE
      WHEN share_a_point(said_low, said_high, year_low / (1.005 + room), year_high * (1.005 + room)) THEN 'supported'
      WHEN share_a_point(said_low, said_high, year_low / (1.02 + room), year_high * (1.02 + room))
        OR share_a_point(loose_low, loose_high, year_low, year_high) THEN 'doubtful'
      -- an article without a date may be older than the rates it is held against
      WHEN published IS NULL AND times_apart(said_low, said_high, year_low, year_high) <= 1.2 THEN 'doubtful'
      ELSE 'conflict'
    END AS verdict,
    coalesce(rate, centre(year_low, year_high)) AS fitting
  FROM (
    SELECT *, len(list_filter(sources, lambda s: contains(s, 'monthly'))) > 0 AS is_monthly,
      -- a rate may have moved by a per cent a month since the last one that is known
      CASE WHEN published - rate_day > 35 THEN least(0.1, 0.02 + 0.01 * (published - rate_day) / 30.0) WHEN is_monthly THEN 0.02 ELSE 0 END AS room
    FROM dated
  ) d
), others AS (
  SELECT a.pair, min(b.said) AS low, max(b.said) AS high
  FROM judged a JOIN judged b ON a.article_id = b.article_id AND a.base_currency = b.base_currency AND a.currency = b.currency
    AND a.pair <> b.pair
  WHERE a.verdict <> 'supported' AND b.verdict = 'supported'
  GROUP BY a.pair
), wrong AS (
  -- both sides of each pair that does not fit, with the digits of the number as written
  SELECT pair, 'other' AS side, fitting, base_value, other_value, year_low, year_high, other_value AS written, other_quote AS quote
  FROM judged WHERE verdict <> 'supported' AND single
  UNION ALL
  SELECT pair, 'base', fitting, base_value, other_value, year_low, year_high, base_value, base_quote
  FROM judged WHERE verdict <> 'supported' AND single
), digits_of AS (
  SELECT *, regexp_replace(regexp_extract(quote, '\d[\d.,]*'), '[.,]', '', 'g') AS digits FROM wrong
), candidates AS (
  SELECT d.*, 'is_digit' AS kind, written * CAST(concat(digits[:i - 1], n, digits[i + 1:]) AS DOUBLE) / CAST(digits AS DOUBLE) AS repaired
  FROM digits_of d, LATERAL (SELECT unnest(range(1, len(digits) + 1)) AS i), range(10) ns(n)
  WHERE digits <> '' AND CAST(digits AS DOUBLE) > 0
  UNION ALL
  SELECT d.*, 'is_swap', written * CAST(concat(digits[:i - 1], digits[i + 1], digits[i], digits[i + 2:]) AS DOUBLE) / CAST(digits AS DOUBLE)
  FROM digits_of d, LATERAL (SELECT unnest(range(1, len(digits))) AS i)
  WHERE digits <> '' AND CAST(digits AS DOUBLE) > 0
  UNION ALL
  SELECT d.*, 'is_scale', written * power(10, n) FROM digits_of d, (VALUES (1), (2), (3), (4), (6), (8), (-1), (-2), (-3), (-4), (-6), (-8)) v(n)
), repairs AS (
  -- nearest to the day's rate first, the conversion before what was converted; a slip of magnitude before a change of digits
  SELECT pair, kind, repaired, written, side,
    (CASE side WHEN 'other' THEN repaired / base_value ELSE other_value / repaired END) AS rate_then
  FROM candidates
  WHERE repaired > 0 AND rate_then BETWEEN year_low / 1.005 AND year_high * 1.005
  QUALIFY row_number() OVER (PARTITION BY pair ORDER BY kind = 'is_scale' DESC, round(abs(ln(rate_then / fitting)), 9), side DESC, repaired) = 1
)
SELECT j.article_id, NULL::VARCHAR AS hardware, j.said_low, j.said_high, j.year_low AS follows_low, j.year_high AS follows_high,
  j.currency AS unit, j.verdict,
  CASE WHEN r.kind = 'is_scale' THEN 'magnitude' END AS family,
  r.repaired AS meant,
  times_apart(j.said, j.said, j.fitting, j.fitting) AS gap,
  [claim(j.other_id, 'said'), claim(j.base_id, 'other')] AS claims,
  list_filter([
    article_input(j.base_currency, j.base_value, j.base_value, j.base_currency),
    article_input(j.currency, j.other_value, j.other_value, j.currency),
    CASE WHEN j.rate IS NOT NULL THEN
      input_of('rate of the day', j.rate, j.rate, j.currency, 'rates', j.source, NULL, j.rate_day, j.rate_day) END,
    input_of('rates of the time', j.year_low, j.year_high, j.currency, 'rates', j.source, NULL, j.span_end, j.span_end)
  ], lambda i: i IS NOT NULL) AS inputs,
  j.base_quote, j.other_quote, 'one_' || lower(j.base_currency) AS base, significant(j.said, 4) AS implied,
  significant(j.rate, 4) AS rate, j.rate_day, j.source,
  CAST(date_trunc('month', j.rate_day) AS DATE) AS rate_month_start, last_day(j.rate_day) AS rate_month_end,
  j.rate IS NOT NULL AND j.source = 'European Central Bank: euro reference rates' AS daily, j.rate IS NOT NULL AND j.is_monthly AS monthly,
  j.rate IS NOT NULL AND NOT j.is_monthly AND j.source <> 'European Central Bank: euro reference rates' AS from_file,
  significant(j.year_low, 4) AS year_low, significant(j.year_high, 4) AS year_high,
  CAST(j.span_start AS DATE) AS year_start, CAST(j.span_end AS DATE) AS year_end, j.rate IS NULL AS undated,
  j.verdict <> 'supported' AS differs, o.low IS NOT NULL AS others, significant(o.low, 3) AS others_low, significant(o.high, 3) AS others_high,
  CASE WHEN j.verdict <> 'supported' AND j.rate IS NOT NULL THEN significant(j.base_value * j.rate, 4) END AS expected,
  r.pair IS NOT NULL AS repair, r.repaired, r.written,
  CASE r.side WHEN 'base' THEN j.base_currency ELSE j.currency END AS repaired_unit,
  CASE r.side WHEN 'base' THEN j.base_currency ELSE j.currency END AS written_unit,
  r.kind IS NOT DISTINCT FROM 'is_digit' AS is_digit, r.kind IS NOT DISTINCT FROM 'is_swap' AS is_swap, r.kind IS NOT DISTINCT FROM 'is_scale' AS is_scale
FROM (
  SELECT *, array_to_string(list_transform(sources, lambda s: CASE s WHEN 'European Central Bank' THEN s || ': euro reference rates' ELSE s END), '; ') AS source
  FROM judged
) j
LEFT JOIN others o USING (pair)
LEFT JOIN repairs r USING (pair)
