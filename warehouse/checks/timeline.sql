-- id: timeline
-- family: timeline
-- title: Dates against the product's history
-- en: The article says “{quote:text}”: {predicate:term}{?name} of {name:text}{/name}, {said:period}. {?history}{source:text}
--   dates the {event:term} to {follows:period}.{/history}{?plan}According to {source:text} the {event:term} is planned for
--   {follows:period}.{/plan} {?too_early}That is {days:number} days after the date in the article.{/too_early}{?slipped}When the
--   article appeared this was a forecast: it is out of date, not an error of its day.{/slipped}{?past_plan}When the article
--   appeared ({published:date}) that time had already passed.{/past_plan} {?unverified}This date of the model has not been
--   verified against its source yet.{/unverified}
-- it: L'articolo dice «{quote:text}»: {predicate:term}{?name} di {name:text}{/name}, {said:period}. {?history}Secondo la fonte
--   ({source:text}), {event:term}: {follows:period}.{/history}{?plan}Secondo la fonte ({source:text}), {event:term} (in
--   programma): {follows:period}.{/plan} {?too_early}Sono {days:number} giorni dopo la
--   data dell'articolo.{/too_early}{?slipped}Quando l'articolo è uscito era una previsione: è superata, non era un errore di
--   allora.{/slipped}{?past_plan}Quando l'articolo è uscito ({published:date}) quella data era già passata.{/past_plan}
--   {?unverified}Questa data del modello non è ancora stata verificata sulla fonte.{/unverified}
-- zh: 文章称“{quote:text}”，即{?name}{name:text}的{/name}{predicate:term}时间为{said:period}。{?history}据{source:text}，{event:term}时间为
--   {follows:period}。{/history}{?plan}据{source:text}，{event:term}计划在{follows:period}。{/plan}{?too_early}比文章所说的时间晚
--   {days:number}天。{/too_early}{?slipped}文章发表时这是预测：现已过时，但在当时不算错误。{/slipped}{?past_plan}文章发表时
--   （{published:date}）这一时间已经过去。{/past_plan}{?unverified}模型中的这一日期尚未与来源核实。{/unverified}
--
-- What lay before publication is held against history: the same event within two weeks, or any event of the product, its parts or
-- its systems on those days, agrees. Sales and deliveries go on after they begin, so that only an earlier date contradicts.
-- Nothing is sold or in operation before it is announced; samples and volume production may come months before; what a maker planned on some
-- day had not happened before it. What lay ahead was a forecast: if later history or a later plan differs it is out of date. A plan for a day already past, with or
-- without a product, is doubtful, since the article may be telling how things were once planned, unless its sentence speaks in the future and of no change of plans. Of a date without a year only the day is the article's word: it
-- contradicts nothing that it would not contradict a year later, and after the launch it is the day of another announcement.

WITH said AS (
  SELECT c.claim_id, c.article_id, c.hardware, c.predicate, c.confidence, 
    -- a product behind its date, in a sentence that tells more than that
    ends_with(c.extractor, '.succession') AND count(*) OVER (PARTITION BY c.article_id, c.sentence_start) > 1 AS is_behind,
    c.quote, coalesce(c.published, DATE '2100-01-01') AS published, c.modality, c.date_start AS said_start, c.date_end AS said_end,
    coalesce(c.lo, DATE '1990-01-01') AS lo, coalesce(c.hi, DATE '2100-01-01') AS hi, c.hi AS known_hi, h.name,
    c.modality IN ('planned', 'expected', 'rumored') AS foreseen,
    -- a month or a weekday without its year was dated by the tense of its sentence
    is_yearless(c.quote) AS is_yearless
  FROM date_claims c JOIN hardware h ON h.hardware_id = c.hardware
  WHERE c.polarity = 'positive' AND c.date_start IS NOT NULL AND (c.published IS NOT NULL OR c.modality = 'asserted')
    AND (c.predicate IN ('launch', 'availability', 'production', 'delivery', 'deployment')
      -- what was bought is one thing that has a name
      OR (c.predicate = 'order' AND c.modality = 'asserted' AND is_one_product(h.kind) AND h.kind NOT IN ('supercomputer', 'cluster')))
  UNION ALL BY NAME
  -- what somebody had or ran at a time was in operation by then; the year must be the sentence's own
  SELECT q.claim_id, q.article_id, q.hardware, 'deployment' AS predicate, q.confidence, false AS is_behind, q.quote,
    coalesce(q.published, DATE '2100-01-01') AS published, q.modality, timex_start(q.as_of) AS said_start, timex_end(q.as_of) AS said_end,
    timex_start(q.as_of) AS lo, timex_end(q.as_of) AS hi, timex_end(q.as_of) AS known_hi, h.name, false AS foreseen, false AS is_yearless
  FROM quantity_claims q
  JOIN hardware h ON h.hardware_id = q.hardware
  JOIN announced w ON w.hardware = q.hardware AND timex_end(q.as_of) < w.day
  JOIN articles t ON t.article_id = q.article_id
  WHERE q.predicate = 'unit_count' AND q.polarity = 'positive' AND q.modality = 'asserted' AND q.per IS NULL AND is_one_product(h.kind)
    AND coalesce(q.event, 'own') IN ('own', 'deploy', 'other') AND ends_with(q.extractor, '.count.units')
    AND regexp_matches(substr(t.text, q.sentence_start + 1, q.span_start - q.sentence_start),
      q.as_of[1:4] || CASE t.language WHEN 'it' THEN ',?[^,;:.]{0,70}$' ELSE '[^；;：:。]{0,30}$' END)
  UNION ALL BY NAME
  -- a site that began to run with so many of one product, whose announcement came after it
  SELECT d.claim_id, d.article_id, q.hardware, 'deployment' AS predicate, q.confidence, false AS is_behind, d.quote, d.published, d.modality,
    d.date_start AS said_start, d.date_end AS said_end, d.lo, d.hi, d.hi AS known_hi, h.name, false AS foreseen, false AS is_yearless
  FROM date_claims d
  JOIN quantity_claims q ON q.article_id = d.article_id AND q.sentence_start = d.sentence_start AND q.span_start > d.span_end AND q.predicate = 'unit_count'
    AND q.polarity = 'positive' AND q.modality = 'asserted' AND q.per IS NULL AND coalesce(q.event, 'own') IN ('own', 'deploy', 'other') AND ends_with(q.extractor, '.count.units')
  JOIN hardware h ON h.hardware_id = q.hardware AND is_one_product(h.kind)
  JOIN announced w ON w.hardware = q.hardware AND d.hi < w.day
  WHERE d.hardware IS NULL AND d.predicate IN ('deployment', 'production') AND d.polarity = 'positive' AND d.modality = 'asserted' AND d.published IS NOT NULL
    AND NOT is_yearless(d.quote)
  QUALIFY count(*) OVER (PARTITION BY d.claim_id) = 1
), akin AS (
  SELECT hardware, other, bool_and(is_design) AS is_design
  FROM (
    SELECT hardware, member AS other, false AS is_design FROM members
    UNION ALL SELECT hardware_id, component_id, false FROM parts
    UNION ALL SELECT component_id, hardware_id, false FROM parts
    UNION ALL SELECT hardware_id, architecture, true FROM hardware WHERE architecture IS NOT NULL
  )
  GROUP BY ALL
), events AS (
  SELECT hardware_id, predicate AS event, date_start AS first_day, date_end AS last_day, coalesce(planned, false) AS planned, stated_on, source,
    source_url, as_of, checked
  FROM hardware_specs
  WHERE predicate IN ('launch', 'availability', 'production', 'delivery', 'deployment', 'order', 'other_date') AND date_start IS NOT NULL
), placed AS (
  SELECT s.*, e.* EXCLUDE (hardware_id), e.hardware_id = s.hardware AS own, k.is_design,
    s.lo > s.published OR (s.foreseen AND s.hi > s.published) AS ahead,
    greatest(0, date_diff('day', s.hi, e.first_day), date_diff('day', e.last_day, s.lo)) AS days_apart,
    -- how a date differs for certain: ahead of the event by so many days
    date_diff('day', s.hi, e.first_day) AS days_early
  FROM said s
  JOIN akin k ON k.hardware = s.hardware
  JOIN events e ON e.hardware_id = k.other
), past AS (
  SELECT *,
    CASE
      -- that a design was announced puts none of its products on sale
      WHEN bool_or(NOT planned AND NOT (is_design AND event <> predicate) AND days_apart <= CASE WHEN event = predicate THEN 14 WHEN known_hi IS NOT NULL AND (predicate = 'launch' OR days_early <= 0) THEN 3 END) OVER of_claim THEN 'supported'
      -- on the day of the plan the event still lay ahead
      WHEN own AND planned AND event = predicate AND hi < stated_on AND days_early > 45 THEN 'conflict'
      WHEN NOT own OR planned THEN NULL
      WHEN is_yearless AND (days_early < 0 AND event = 'launch' OR days_early BETWEEN 31 AND 430) THEN NULL
      WHEN event = 'launch' AND predicate IN ('availability', 'deployment') AND days_early > 0 THEN
        CASE WHEN days_early > 30 THEN 'conflict' ELSE 'doubtful' END
      -- large buyers order ahead of the announcement
      WHEN event = 'launch' AND predicate = 'order' THEN CASE WHEN days_early > 540 THEN 'conflict' WHEN days_early > 365 THEN 'doubtful' END
      WHEN event = 'launch' AND predicate = 'delivery' THEN CASE WHEN days_early > 365 THEN 'conflict' WHEN days_early > 180 THEN 'doubtful' END
      WHEN event = 'launch' AND predicate = 'production' THEN CASE WHEN days_early > 730 THEN 'conflict' WHEN days_early > 365 THEN 'doubtful' END
      -- a buyer may run samples, but not a year before anybody can buy
      WHEN event = 'availability' AND predicate = 'deployment' THEN CASE WHEN days_early > 365 THEN 'conflict' WHEN days_early > 180 THEN 'doubtful' END
      WHEN event <> predicate THEN NULL
      -- "launched" is said of the sale as well, which follows the announcement by months or years
      WHEN event = 'launch' AND days_early < 0 AND lo <= coalesce(max(CASE WHEN own AND event = 'availability' THEN last_day END) OVER of_claim + 60, DATE '2100-01-01') THEN
        CASE WHEN days_apart > 730 THEN 'conflict' END
      WHEN event = 'launch' THEN CASE WHEN days_apart > 60 THEN 'conflict' WHEN days_early > 0 THEN 'doubtful' END
      WHEN days_early <= 0 THEN 'supported'
      WHEN event = 'availability' AND days_early > 60 THEN 'conflict'
      -- samples go out half a year ahead of the first deliveries
      WHEN event = 'delivery' AND days_early > 180 AND hi < min(CASE WHEN event = 'launch' AND own THEN first_day END) OVER of_claim THEN 'conflict'
      ELSE 'doubtful'
    END AS verdict
  FROM placed
  WHERE NOT ahead AND NOT foreseen
    AND (claim_id NOT IN (FROM loosely_tied) OR days_apart = 0)
  WINDOW of_claim AS (PARTITION BY claim_id)
), forecast AS (
  SELECT *,
    CASE
      WHEN min(days_apart) OVER of_claim = 0 THEN 'supported'
      WHEN NOT planned OR stated_on > published THEN 'outdated'
      ELSE 'disagreement'
    END AS verdict
  FROM placed
  WHERE ahead AND own AND last_day > published
    AND list_contains(
      CASE predicate
        WHEN 'launch' THEN ['launch', 'availability', 'delivery']
        WHEN 'availability' THEN ['availability', 'delivery']
        WHEN 'delivery' THEN ['delivery', 'availability']
        WHEN 'deployment' THEN ['deployment', 'delivery']
        ELSE ['production']
      END, event)
  WINDOW of_claim AS (PARTITION BY claim_id)
), chosen AS (
  -- of a claim's events the nearest where it agrees, else the gravest verdict and then the nearest
  SELECT * FROM (FROM past UNION ALL FROM forecast) WHERE verdict IS NOT NULL
  QUALIFY row_number() OVER (
    PARTITION BY claim_id
    ORDER BY CASE WHEN verdict = 'supported' THEN days_apart ELSE 0 END, verdict_rank(verdict) DESC, checked IS NULL, planned, days_apart, event, source, first_day, last_day, source_url
  ) = 1
), overdue AS (
  SELECT s.claim_id, s.article_id, s.hardware, s.predicate, s.quote, s.published, s.known_hi, s.said_start, s.said_end, s.name
  FROM said s
  -- a date without a year was put into the past by a rule, and what history bears out was no plan
  WHERE foreseen AND known_hi < published - 7 AND modality <> 'rumored' AND NOT is_yearless AND claim_id NOT IN (FROM loosely_tied)
    AND claim_id NOT IN (SELECT claim_id FROM placed WHERE NOT planned AND own AND event = predicate
      AND first_day <= said_end + 14 AND last_day >= said_start - 14)
  UNION ALL BY NAME
  SELECT claim_id, article_id, hardware, predicate, quote, published, hi AS known_hi, date_start AS said_start, date_end AS said_end
  FROM date_claims
  WHERE hardware IS NULL AND modality IN ('planned', 'expected') AND hi < published - 7 AND polarity = 'positive' AND predicate <> 'other_date' AND NOT is_yearless(quote)
), too_late AS (
  SELECT o.*, lower(substr(t.text, c.sentence_start + 1, c.sentence_end - c.sentence_start)) AS sentence,
    regexp_matches(sentence, '[将將]|预计|預計|[计計][划劃]|\w{2,}(rà|ranno)([^a-zà-ú]|$)')
      AND NOT regexp_matches(sentence, '[原曾]|此前|本[应應]|本[该該]|当[时初]|當[時初]|早前|推[迟遲]|延[期后後]|去年|avrebb|dovev|inizial|origin|slitt|rinvi|ritard|posticip|allora') AS speaks_ahead
  FROM overdue o JOIN claims c USING (claim_id) JOIN articles t ON t.article_id = o.article_id
)
SELECT article_id, hardware, NULL::DOUBLE AS said_low, NULL::DOUBLE AS said_high, NULL::DOUBLE AS follows_low, NULL::DOUBLE AS follows_high,
  NULL::VARCHAR AS unit,
  -- whose date it is must be beyond doubt: what else is announced in a sentence has its date there too
  CASE WHEN verdict = 'conflict' AND (confidence < 0.7 OR is_behind) THEN 'doubtful' ELSE verdict END AS verdict, 1 + days_apart / 365.0 AS gap,
  [claim(claim_id, 'said')] AS claims,
  [
    input_of(predicate, NULL, NULL, NULL, 'article', NULL, NULL, strftime(said_start, '%Y-%m-%d') || '/' || strftime(said_end, '%Y-%m-%d'), NULL),
    model_input(event, NULL, NULL, NULL, source, source_url, strftime(first_day, '%Y-%m-%d') || '/' || strftime(last_day, '%Y-%m-%d'), checked)
  ] AS inputs,
  quote, name, predicate, event, said_start, said_end, first_day AS follows_start, last_day AS follows_end, source, published,
  NOT planned AS history, planned AS plan, verdict IN ('conflict', 'doubtful') AND days_early > 0 AS too_early, days_early AS days,
  verdict = 'outdated' AS slipped, false AS past_plan, checked IS NULL AS unverified
FROM chosen
UNION ALL BY NAME
SELECT article_id, hardware, NULL AS said_low, NULL AS said_high, NULL AS follows_low, NULL AS follows_high, NULL AS unit,
  CASE WHEN speaks_ahead AND date_diff('day', known_hi, published) > 14 THEN 'conflict' ELSE 'doubtful' END AS verdict,
  1 + date_diff('day', known_hi, published) / 365.0 AS gap,
  [claim(claim_id, 'said')] AS claims,
  [
    input_of(predicate, NULL, NULL, NULL, 'article', NULL, NULL, strftime(said_start, '%Y-%m-%d') || '/' || strftime(said_end, '%Y-%m-%d'), NULL),
    input_of('published', NULL, NULL, NULL, 'article', NULL, NULL, strftime(published, '%Y-%m-%d'), NULL)
  ] AS inputs,
  quote, name, predicate, predicate AS event, said_start, said_end, said_start AS follows_start, said_end AS follows_end, NULL AS source, published,
  false AS history, false AS plan, false AS too_early, 0 AS days, false AS slipped, true AS past_plan, false AS unverified
FROM too_late
WHERE hardware IS NOT NULL OR speaks_ahead
