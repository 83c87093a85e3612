-- id: self_contradiction
-- family: self_contradiction
-- title: An article against itself
-- en: The article says “{first_quote:text}” ({first_zone:term}) and “{second_quote:text}” ({second_zone:term}) of one thing, the
--   {predicate:term} of {subject:text}{?aspect} ({aspect:term}){/aspect}: {first_words:said} against
--   {second_words:said}. They are {times:ratio} times
--   apart. {?is_slip}Only the order of magnitude
--   differs.{/is_slip}{?is_swap}The same digits stand in another order.{/is_swap}
-- it: L'articolo dice «{first_quote:text}» ({first_zone:term}) e «{second_quote:text}» ({second_zone:term}) della stessa cosa,
--   {predicate:term} di {subject:text}{?aspect} ({aspect:term}){/aspect}: {first_words:said} contro {second_words:said}. Il
--   rapporto fra i due è {times:ratio}. {?is_slip}Differisce solo l'ordine di grandezza.{/is_slip}{?is_swap}Le stesse
--   cifre sono in un altro ordine.{/is_swap}
-- zh: 文章对同一件事（{subject:text}的{predicate:term}{?aspect}，{aspect:term}{/aspect}）有两种说法：“{first_quote:text}”
--   （{first_zone:term}）和“{second_quote:text}”（{second_zone:term}），即{first_words:said}与{second_words:said}。两者相差
--   {times:ratio}倍。{?is_slip}只差在数量级。{/is_slip}{?is_swap}数字相同，顺序不同。{/is_swap}
--
-- Only claims of one scope are compared: same product, holder, event, stage, case, time, source and kind of statement. Of what a
-- product has only one of (its transistors) two figures contradict each other; three or more are variants of it. Counts and
-- sums may be several in one article, so they contradict each other only between the title and the body, within one deal, as what somebody has at one time, or where
-- the two figures look like one mistyped. Two figures in one sentence are a comparison, not a contradiction. A title's rounder figure agrees within 15 %.

WITH figures AS (
  SELECT claim_id, article_id, predicate, hardware, holder, object, unit, per, aspect, workload, event, stage, basis, basis_size, condition, baseline,
    as_of, deal, source, modality, zone, quote, span_start, sentence_start, value, value_high, bound, lo, hi, confidence
  FROM quantity_claims
  WHERE polarity = 'positive' AND value > 0 AND predicate NOT IN ('share', 'duration', 'temperature')
    -- a discount and a fall in price are two things
    AND NOT (predicate = 'relative' AND aspect = 'price' AND object IS NULL)
  UNION ALL BY NAME
  SELECT claim_id, article_id, predicate, hardware, holder, object, unit, per, NULL AS aspect, NULL AS workload, NULL AS event, stage, basis, basis_size,
    condition, NULL AS baseline, as_of, deal, source, modality, zone, quote, span_start, sentence_start, value, value_high, bound, lo, hi, confidence
  FROM price_claims
  WHERE polarity = 'positive' AND value > 0 AND predicate <> 'other_amount'
  UNION ALL BY NAME
  SELECT claim_id, article_id, predicate, hardware, holder, object, '1' AS unit, NULL AS per, NULL AS aspect, NULL AS workload, NULL AS event,
    NULL AS stage, NULL AS basis, NULL AS basis_size, condition, NULL AS baseline, as_of, deal, source, modality, zone, quote, span_start, sentence_start, value,
    value_high, bound, lo, hi, confidence
  FROM hardware_claims
  WHERE polarity = 'positive' AND predicate = 'component' AND value > 0
), claimed AS (
  SELECT *, zone = 'title' AS in_title,
    -- two prices from which a product is sold are two figures, and not two open intervals
    CASE WHEN predicate = 'unit_price' AND bound = 'min' THEN value::DOUBLE ELSE lo END AS least, CASE WHEN predicate = 'unit_price' AND bound = 'min' THEN value::DOUBLE ELSE hi END AS most,
    predicate IN ('transistor_count', 'memory_capacity', 'memory_bandwidth', 'die_area', 'core_count', 'parameter_count', 'component')
      OR (predicate = 'power' AND event IS NULL) AS only_one,
    hash(
      article_id, predicate, hardware, holder, object, unit, per, aspect, workload,
      -- to have and to run is one fact
      CASE event WHEN 'deploy' THEN 'own' ELSE event END, stage, basis, basis_size, condition, baseline, as_of,
      -- a firm speaks of its own plans, and what it invests is planned by whatever words
      CASE WHEN source IS DISTINCT FROM holder THEN source END,
      modality IN ('planned', 'expected') AND (predicate <> 'investment' OR holder IS NULL), modality = 'rumored'
    ) AS scope
  FROM figures
  LEFT JOIN (SELECT hardware_id AS hardware, kind FROM hardware) USING (hardware)
  WHERE (hardware IS NOT NULL OR holder IS NOT NULL)
    -- modules of one memory, members of one family are many products
    AND coalesce(is_one_product(kind) OR event IS NOT NULL OR holder IS NOT NULL, true)
), scoped AS MATERIALIZED (
  FROM claimed SEMI JOIN (SELECT scope FROM claimed GROUP BY scope HAVING min(value) < max(value)) USING (scope)
), sizes AS (
  SELECT scope, count(DISTINCT value) AS figures, count(DISTINCT CASE WHEN NOT in_title THEN value END) AS in_body FROM scoped
  GROUP BY scope
), pairs AS (
  SELECT a.article_id, a.hardware, a.holder, a.predicate, a.unit, a.aspect, a.only_one,
    a.predicate IN ('memory_capacity', 'memory_bandwidth', 'core_count', 'power') AS of_version,
    -- what somebody has at one time
    a.predicate = 'unit_count' AND a.holder IS NOT NULL AND a.as_of IS NOT NULL AND a.event IN ('own', 'deploy') AND a.bound IN ('exact', 'about') AND b.bound IN ('exact', 'about') AS of_stock, z.figures, z.in_body, a.claim_id AS first_id, b.claim_id AS second_id, least(a.confidence, b.confidence) AS confidence, a.span_start AS first_start, b.span_start AS second_start,
    a.quote AS first_quote, b.quote AS second_quote, a.zone AS first_zone, b.zone AS second_zone, a.in_title <> b.in_title AS across,
    a.value AS first_value, a.value_high AS first_value_high, a.bound AS first_bound, b.value AS second_value, b.value_high AS second_value_high,
    b.bound AS second_bound, a.lo AS first_low, a.hi AS first_high, b.lo AS second_low, b.hi AS second_high, a.deal = b.deal AS one_deal,
    times_apart(a.least, a.most, b.least, b.most) AS apart, slip_exponent(a.lo, a.hi, b.lo, b.hi) AS slip,
    digits(a.value) <> digits(b.value) AND length(digits(a.value)) = length(digits(b.value))
      AND list_sort(string_split(digits(a.value), '')) = list_sort(string_split(digits(b.value), '')) AS swapped,
    length(rtrim(digits(a.value), '0')) >= 3 AND length(digits(a.value)) = length(digits(b.value))
      AND len(list_filter(list_zip(string_split(digits(a.value), ''), string_split(digits(b.value), '')), lambda d: d[1] <> d[2])) = 1 AS mistyped,
    length(rtrim(digits(CASE WHEN a.in_title THEN a.value ELSE b.value END), '0')) >= 4 AS exact_title,
    a.scope, a.claim_id IN (FROM loosely_tied) OR b.claim_id IN (FROM loosely_tied) AS loose
  FROM scoped a
  JOIN sizes z USING (scope)
  JOIN scoped b ON b.scope = a.scope AND b.span_start > a.span_start
    AND CASE WHEN a.bound = b.bound OR (a.predicate = 'unit_price' AND a.in_title <> b.in_title) THEN NOT share_a_point(a.least, a.most, b.least, b.most) ELSE NOT share_a_point(a.lo, a.hi, b.lo, b.hi) END
    AND coalesce(a.sentence_start <> b.sentence_start, true)
  WHERE z.figures <= 6
    -- another claim of the same scope that bears the figure out, on the other side of the title
    AND NOT (a.in_title AND EXISTS (
      FROM scoped c WHERE c.scope = a.scope AND NOT c.in_title AND share_a_point(a.least, a.most, c.least, c.most)))
), judged AS (
  SELECT *,
    CASE
      -- a figure of the title that the body has with another digit is not rounded
      WHEN across AND figures <= 3 AND mistyped AND apart > 1.05 THEN 'conflict'
      WHEN across AND figures = 2 AND in_body = 1 AND predicate = 'unit_count' AND first_bound = 'exact' AND second_bound = 'exact'
        AND is_no_rounding(first_value, second_value) AND greatest(first_value / second_value, second_value / first_value) <= 3 THEN 'conflict'
      -- nor is a price of five digits
      WHEN across AND apart <= 1.15 THEN CASE WHEN figures = 2 AND exact_title AND apart > 1.05 THEN 'conflict' END
      -- a segment grows otherwise than the whole, and its name may stand sentences before
      WHEN predicate = 'relative' AND NOT across THEN NULL
      WHEN loose AND NOT across THEN NULL
      -- figures that far apart, where one has its subject from another sentence, are of two things: so are a chip's power and a rack's
      WHEN (confidence <= 0.6 OR predicate = 'power') AND apart > 10 AND slip IS NULL THEN NULL
      -- of a product sold in several versions a table lists several figures
      WHEN only_one AND figures = 2 AND of_version AND (first_zone IN ('table', 'list') OR second_zone IN ('table', 'list')) THEN NULL
      -- versions of one name differ in memory, cores and power, so that two figures are two versions unless one looks mistyped
      WHEN only_one AND figures = 2 AND of_version AND NOT across THEN CASE WHEN swapped OR slip IS NOT NULL THEN 'doubtful' END
      WHEN only_one AND figures = 2 THEN CASE WHEN across OR apart > 1.15 THEN 'conflict' ELSE 'doubtful' END
      -- sold in all and sold in a quarter
      WHEN across AND predicate = 'unit_count' AND apart > 3 AND slip IS NULL THEN NULL
      WHEN across AND in_body = 1 THEN 'conflict'
      WHEN coalesce(one_deal, false) AND figures = 2 THEN 'conflict'
      WHEN of_stock AND figures = 2 AND apart BETWEEN 1.05 AND 3 THEN 'conflict'
      WHEN figures = 2 AND (slip IS NOT NULL OR swapped OR (predicate = 'unit_count' AND mistyped AND apart > 1.1)) THEN 'doubtful'
      WHEN figures = 2 AND predicate IN ('relative', 'valuation') THEN 'doubtful'
    END AS verdict
  FROM pairs
), sides AS MATERIALIZED (
  SELECT first_id AS claim_id, hardware, predicate, first_low AS low, first_high AS high FROM judged WHERE verdict IS NOT NULL AND hardware IS NOT NULL
  UNION ALL SELECT second_id, hardware, predicate, second_low, second_high FROM judged WHERE verdict IS NOT NULL AND hardware IS NOT NULL
), named AS MATERIALIZED (
  FROM namings('sides')
), borne AS (
  -- the figures that are true of another product that their sentence names
  SELECT DISTINCT s.claim_id
  FROM sides s
  JOIN named o ON o.claim_id = s.claim_id AND o.hardware_id <> s.hardware
  JOIN hardware_specs f ON f.hardware_id = o.hardware_id AND f.predicate = s.predicate
    AND share_a_point(s.low, s.high, f.value::DOUBLE, coalesce(f.value_high, f.value)::DOUBLE)
  LEFT JOIN named n ON n.claim_id = s.claim_id AND n.hardware_id = s.hardware
  WHERE o.distance <= coalesce(n.distance, 9999) OR n.is_baseline
)
SELECT article_id, judged.hardware, first_low AS said_low, first_high AS said_high, second_low AS follows_low, second_high AS follows_high, unit,
  -- the same digits in another order, and both say that they are the whole
  CASE WHEN predicate = 'investment' AND swapped AND is_whole_sum(words_before(t.text, first_start)) AND is_whole_sum(words_before(t.text, second_start)) THEN 'conflict' ELSE verdict END AS verdict,
  CASE WHEN slip IS NOT NULL THEN 'magnitude' END AS family,
  [claim(first_id, 'said'), claim(second_id, 'other')] AS claims,
  [
    article_input('first', first_value, first_value_high, unit), article_input('second', second_value, second_value_high, unit)
  ] AS inputs,
  first_quote, second_quote, first_zone, second_zone, predicate, aspect, coalesce(h.name, hardware, holder) AS subject,
  first_value AS first_words_value, first_value_high AS first_words_value_high, first_bound AS first_words_bound,
  second_value AS second_words_value, second_value_high AS second_words_value_high, second_bound AS second_words_bound,
  greatest(first_value / second_value, second_value / first_value)::DOUBLE AS times, slip IS NOT NULL AS is_slip, swapped AND slip IS NULL AS is_swap
FROM judged
JOIN articles t USING (article_id)
LEFT JOIN hardware h ON h.hardware_id = judged.hardware
WHERE verdict IS NOT NULL AND first_id NOT IN (FROM borne) AND second_id NOT IN (FROM borne)
  AND NOT is_difference(words_before(t.text, first_start), words_after(t.text, first_start + length(first_quote)))
  -- a part that has been delivered, and what is left
  AND NOT (predicate = 'unit_count' AND regexp_matches(words_before(t.text, first_start) || '…' || words_before(t.text, second_start),
    '其中|剩[余餘]|其[余餘]|尚未|\b(restant|rimanent|residu)\w*|\bdi cui\b|dei quali|delle quali'))
  -- a title's figure that the body has as well is borne out by it, of whatever it is said there
  AND NOT (across AND first_zone = 'title' AND contains(substr(t.text, first_start + length(first_quote) + 1), first_quote))
  AND NOT is_difference(words_before(t.text, second_start), words_after(t.text, second_start + length(second_quote)))
QUALIFY row_number() OVER (PARTITION BY scope, first_value, second_value ORDER BY across DESC, first_id, second_id) = 1
