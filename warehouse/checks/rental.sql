-- id: rental
-- family: arithmetic
-- title: Rents brought to one GPU and one hour
-- en: The article says “{quote:text}” for {name:text}{?server} ({pieces:number} to a server){/server}: {hourly:interval} an hour
--   for each. {?from_article}For the same product it also says “{other_quotes:text}”, that is {follows_shown:interval} an hour
--   for each.{?differs} They are {times:ratio} times apart.{/differs}{/from_article}{?from_model}{source:text} gives
--   {follows_shown:interval} an hour.{?is_low} The rent is {times:ratio} times too low.{/is_low}{?is_high} The rent is
--   {times:ratio} times too high.{/is_high}{/from_model} {?fits}Read {meant_per:term}, not {said_per:term}, it would fit:
--   {fitting:amount} an hour.{/fits}
-- it: L'articolo dice «{quote:text}» per {name:text}{?server} ({pieces:number} per server){/server}: {hourly:interval} all'ora
--   per ciascuna. {?from_article}Per lo stesso prodotto dice anche «{other_quotes:text}», cioè {follows_shown:interval} all'ora
--   per ciascuna.{?differs} Il rapporto fra i due è {times:ratio}.{/differs}{/from_article}{?from_model}Secondo la fonte
--   ({source:text}): {follows_shown:interval} all'ora.{?is_low} Il canone è {times:ratio} volte troppo basso.{/is_low}{?is_high}
--   Il canone è {times:ratio} volte troppo alto.{/is_high}{/from_model} {?fits}Inteso {meant_per:term}, non {said_per:term},
--   tornerebbe: {fitting:amount} all'ora.{/fits}
-- zh: 文章称{name:text}的租金为“{quote:text}”{?server}（每台{pieces:number}个）{/server}，相当于每个每小时{hourly:interval}。{?from_article}
--   同一产品文中又称“{other_quotes:text}”，相当于每个每小时{follows_shown:interval}。{?differs}两者相差{times:ratio}倍。{/differs}
--   {/from_article}{?from_model}据{source:text}，每小时为{follows_shown:interval}。{?is_low}这一租金只有应有的1/{times:ratio}。{/is_low}
--   {?is_high}这一租金是应有的{times:ratio}倍。{/is_high}{/from_model}{?fits}若为{meant_per:term}而不是{said_per:term}，则为每小时
--   {fitting:amount}，相符。{/fits}
--
-- A server whose size is not told has eight; a rent by the week or longer that names neither card nor server may be a server's; one by the hour may be a card's even
-- where a server is named. Rents differ by seller, term and year: against the article's other rents up to 3 times is usual
-- and up to 8 times doubtful, against the model's a little more; but what is rented by the month is not dearer than by the hour in the same sentence. A rent that fits as soon as it is read for another period (a month, not a year) is
-- wrong in that, when it does not fit as it stands by a factor of 5 or more.

WITH hours(per, hours) AS (
  VALUES ('hour', 1.0), ('day', 24.0), ('week', 168.0), ('month', 730.0), ('quarter', 2190.0), ('year', 8760.0)
), rents AS (
  SELECT *, row_number() OVER (PARTITION BY article_id, hardware, money ORDER BY span_start, claim_id) AS place
  FROM (
    SELECT p.claim_id, p.span_start, p.sentence_start, p.article_id, p.hardware, p.quote, p.per, p.confidence, p.basis_size, p.value_high, h.hours,
      CASE WHEN p.usd_at_date IS NULL THEN p.unit ELSE 'USD' END AS money,
      CASE WHEN p.per = 'hour' THEN 1 ELSE coalesce(p.basis_size, CASE WHEN p.basis = 'server' THEN 8 ELSE 1 END) END AS fewest, coalesce(p.basis_size, CASE WHEN p.basis = 'server' OR (p.basis IS NULL AND h.hours > 24) THEN 8 ELSE 1 END) AS most,
      coalesce(p.basis_size, CASE WHEN p.basis = 'server' THEN 8 ELSE 1 END) AS pieces,
      coalesce(p.usd_lo, p.lo, p.usd_at_date, p.value::DOUBLE) / most / h.hours AS low, coalesce(p.usd_hi, p.hi, p.usd_at_date, p.value::DOUBLE) / fewest / h.hours AS high,
      coalesce(p.usd_at_date, p.value::DOUBLE) / pieces / h.hours AS hourly,
      -- a sum a month that would buy the product is most likely its price
      p.per <> 'year' AND EXISTS (
        FROM hardware_specs s WHERE s.hardware_id = p.hardware AND s.predicate = 'unit_price' AND s.unit = 'USD'
          AND p.usd_at_date / coalesce(p.basis_size, 1) BETWEEN s.value::DOUBLE / 2 AND 2 * coalesce(s.value_high, s.value)::DOUBLE) AS is_price
    FROM (
      -- a rent whose sentence names neither product nor machine is for what the one before it is for
      SELECT * REPLACE (
          CASE WHEN takes_up THEN lag(basis) OVER of_product ELSE basis END AS basis,
          CASE WHEN takes_up THEN lag(basis_size) OVER of_product ELSE basis_size END AS basis_size)
      FROM (SELECT *, basis IS NULL AND ends_with(extractor, '.focus') AS takes_up FROM price_claims WHERE per IS NOT NULL)
      WINDOW of_product AS (PARTITION BY article_id, hardware, unit ORDER BY span_start, claim_id)
    ) p
    JOIN hours h USING (per)
    WHERE p.predicate IN ('rental_price', 'unit_price') AND p.polarity = 'positive' AND p.value > 0 AND p.hardware IS NOT NULL
      AND (p.basis IS NULL OR p.basis IN ('chip', 'card', 'server'))
  )
), others AS (
  -- the two before and the two behind it
  SELECT r.claim_id, min(o.low) AS low, max(o.high) AS high, string_agg(o.quote, ' / ' ORDER BY o.place) AS quotes, list(o.claim_id ORDER BY o.place) AS ids,
    -- who binds himself for longer pays less by the hour
    r.hours > 24 AND bool_or(o.per = 'hour' AND o.sentence_start = r.sentence_start AND r.low > o.high) AS is_dear
  FROM (SELECT *, unnest([-2, -1, 1, 2]) AS step FROM rents) r
  JOIN rents o ON o.article_id = r.article_id AND o.hardware = r.hardware AND o.money = r.money AND o.place = r.place + r.step
  GROUP BY r.claim_id, r.hours
), model AS (
  SELECT hardware_id AS hardware, min(value::DOUBLE / h.hours) AS low, max(coalesce(value_high, value)::DOUBLE / h.hours) AS high,
    any_value(source ORDER BY source) AS source, any_value(source_url ORDER BY source) AS source_url, any_value(as_of ORDER BY source) AS as_of, min(checked) AS checked
  FROM hardware_specs s JOIN hours h USING (per)
  WHERE s.predicate = 'rental_price' AND s.unit = 'USD' AND s.value > 0
  GROUP BY hardware_id
), compared AS (
  SELECT r.*, o.low AS follows_low, o.high AS follows_high, o.quotes AS other_quotes, o.ids, o.is_dear, NULL AS source, NULL AS source_url, NULL AS as_of, NULL::DATE AS checked,
    CASE WHEN o.is_dear THEN 1.3 ELSE 3.0 END AS likely, CASE WHEN o.is_dear THEN 2.0 ELSE 8.0 END AS unlikely
  FROM rents r JOIN others o USING (claim_id)
  UNION ALL BY NAME
  SELECT r.*, m.low AS follows_low, m.high AS follows_high, false AS is_dear, m.source, m.source_url, m.as_of, m.checked, 5.0 AS likely, 12.0 AS unlikely
  FROM rents r JOIN model m USING (hardware)
  WHERE r.money = 'USD'
), read AS (
  SELECT c.*,
    times_apart(c.low, c.high, c.follows_low, c.follows_high) AS apart,
    banded_verdict(c.low, c.high, c.follows_low / likely, c.follows_high * likely, c.follows_low / unlikely, c.follows_high * unlikely) AS verdict_read,
    -- the period for which it would fit
    arg_min(h.per, abs(ln(c.hourly * c.hours / h.hours / centre(c.follows_low, c.follows_high)))) FILTER (
      h.per <> c.per AND share_a_point(c.low * c.hours / h.hours, c.high * c.hours / h.hours, c.follows_low / 2, c.follows_high * 2)
    ) AS meant_per
  FROM compared c CROSS JOIN hours h
  GROUP BY ALL
), judged AS (
  -- every rent once: by what fits, else by the model, which is held against the world, before another rent of the article, which may be the wrong one
  SELECT *, CASE WHEN verdict_read = 'doubtful' AND apart >= 5 AND meant_per IS NOT NULL THEN 'conflict' ELSE verdict_read END AS verdict
  FROM read
  -- unless it lies a power of ten from the article's own
  QUALIFY row_number() OVER (
    PARTITION BY claim_id ORDER BY is_dear AND verdict = 'conflict' DESC, verdict = 'supported' DESC,
      source IS NULL AND verdict = 'conflict' AND abs(log10(apart) - round(log10(apart))) < 0.008 DESC, verdict_rank(verdict), source IS NULL, apart
  ) = 1
), at_odds AS (
  -- of two rents that contradict each other the one is wrong that the model does not bear out
  SELECT j.* FROM judged j
  WHERE j.verdict = 'supported' OR (NOT j.is_price AND (j.source IS NOT NULL
    OR NOT EXISTS (FROM judged o WHERE o.article_id = j.article_id AND o.hardware = j.hardware AND o.verdict = 'conflict' AND o.claim_id <> j.claim_id
      AND (o.source IS NOT NULL OR o.claim_id < j.claim_id))))
)
SELECT j.article_id, j.hardware, j.low AS said_low, j.high AS said_high, j.follows_low, j.follows_high, j.money AS unit, j.verdict, j.apart AS gap,
  list_concat([claim(j.claim_id, 'said')], list_transform(coalesce(j.ids, []), lambda i: claim(i, 'other'))) AS claims,
  list_filter([
    article_input('rent of one an hour', j.low, j.high, j.money),
    CASE WHEN j.source IS NOT NULL THEN model_input('rental_price', j.follows_low, j.follows_high, j.money, j.source, j.source_url, j.as_of, j.checked)
      ELSE article_input('other rents', j.follows_low, j.follows_high, j.money) END
  ], lambda i: i IS NOT NULL) AS inputs,
  j.quote, h.name, j.pieces > 1 AS server, j.pieces, 
  significant(CASE WHEN j.fewest = j.most AND j.value_high IS NULL THEN j.hourly ELSE j.low END, 3) AS hourly_low, significant(CASE WHEN j.fewest = j.most AND j.value_high IS NULL THEN j.hourly ELSE j.high END, 3) AS hourly_high,
  j.source IS NULL AS from_article, j.source IS NOT NULL AS from_model, j.source,
  j.other_quotes, significant(j.follows_low, 3) AS follows_shown_low, significant(j.follows_high, 3) AS follows_shown_high,
  j.verdict <> 'supported' AS differs, j.apart AS times, j.verdict <> 'supported' AND j.high < j.follows_low AS is_low,
  j.verdict <> 'supported' AND j.low > j.follows_high AS is_high,
  j.verdict <> 'supported' AND j.meant_per IS NOT NULL AS fits, 'per_' || j.meant_per AS meant_per, 'per_' || j.per AS said_per,
  significant(j.hourly * j.hours / (SELECT x.hours FROM hours x WHERE x.per = j.meant_per), 3) AS fitting
FROM at_odds j JOIN hardware h ON h.hardware_id = j.hardware
JOIN claims c USING (claim_id)
JOIN articles t ON t.article_id = j.article_id
-- a rent whose own words name the hour has its month from another clause, and one that has all from the sentences before it is a reading
WHERE j.verdict = 'supported' OR NOT (
  (j.verdict = 'doubtful' AND j.confidence <= 0.6)
  OR (j.per <> 'hour' AND regexp_matches(clause_before(words_before(t.text, c.span_start)) || '…' || clause_after(words_after(t.text, c.span_end)), '[卡小][时時]|[时時]租|\bl[''’]ora\b|\borari[oa]\b'))
)
