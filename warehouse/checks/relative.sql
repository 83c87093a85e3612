-- id: relative
-- family: relative
-- title: A ratio against the model's claimed and derived ratios
-- en: The article says “{quote:text}”: {said:ratio} times for {name:text}{?object_name} against {object_name:text}{/object_name}
--   ({aspect:term}). {?claimed}{source:text} claims {follows:interval} times for {aspect:term}{/claimed}{?derived}The
--   figures of the two products give {follows:interval} times ({source:text}){/derived}{?other_product} (of
--   {of_name:text}){/other_product}. {?swapped}{said:ratio} times is the figure for {swapped_aspect:term} ({swapped_source:text}):
--   the two seem to be swapped.{/swapped} {?unverified}This figure of the model has not been verified against its source
--   yet.{/unverified}
-- it: L'articolo dice «{quote:text}»: {said:ratio} volte per {name:text}{?object_name} rispetto a
--   {object_name:text}{/object_name} ({aspect:term}). {?claimed}Secondo la fonte ({source:text}) il fattore è {follows:interval}
--   per lo stesso aspetto{/claimed}{?derived}Dai dati dei due prodotti ({source:text}) risulta un fattore
--   {follows:interval}{/derived}{?other_product} (dato di {of_name:text}){/other_product}. {?swapped}Il fattore {said:ratio} si
--   riferisce a un altro aspetto, {swapped_aspect:term} ({swapped_source:text}): i due sembrano
--   scambiati.{/swapped} {?unverified}Questo dato del modello non è ancora stato verificato sulla fonte.{/unverified}
-- zh: 文章称“{quote:text}”，即{name:text}的{aspect:term}是{?object_name}{object_name:text}{/object_name}{!object_name}对比对象
--   {/object_name}的{said:ratio}倍。{?claimed}据{source:text}，{aspect:term}应为{follows:interval}倍{/claimed}{?derived}按两款产品的数据
--   （{source:text}）计算应为{follows:interval}倍{/derived}{?other_product}（{of_name:text}的数据）{/other_product}。{?swapped}{said:ratio}倍是
--   {swapped_aspect:term}的数据（{swapped_source:text}），两者似乎弄混了。{/swapped}{?unverified}模型中的这一数据尚未与来源核实。{/unverified}
--
-- What was expected of a product before it was public is out of date, and no error.
-- "N times more" may mean N or N + 1, and the maker's "N times more" may have become N + 1. A ratio said of a product may be that of its system or of its chips, so all of these
-- are readings; a conflict is one that fits none of them. Makers' ratios are "up to" by nature, so that "up to" is read as the
-- figure. For performance in general any ratio of training, inference or performance is a reading, and doubtful is the worst.

WITH akin AS (
  SELECT hardware, member AS other FROM members
  UNION SELECT hardware_id, component_id FROM parts
  UNION SELECT component_id, hardware_id FROM parts
  UNION SELECT hardware_id, architecture FROM hardware WHERE architecture IS NOT NULL
), said AS (
  SELECT q.claim_id, q.article_id, q.hardware, q.object, coalesce(q.aspect, 'performance') AS aspect, q.aspect AS told_aspect, q.workload, q.quote, q.value::DOUBLE AS said,
    CASE WHEN q.bound = 'max' THEN q.value - rounding(q.value) ELSE q.lo END AS said_low, q.hi AS said_high,
    h.name, o.name AS object_name
  FROM quantity_claims q
  JOIN hardware h ON h.hardware_id = q.hardware
  LEFT JOIN hardware o ON o.hardware_id = q.object
  LEFT JOIN announced w ON w.hardware = q.hardware
  WHERE coalesce(q.modality = 'asserted' OR q.published >= w.day, true) AND q.predicate = 'relative' AND q.unit = '1' AND q.polarity = 'positive' AND q.value > 0 AND q.baseline IS NULL
    AND q.hardware IS DISTINCT FROM q.object
), claimed AS (
  SELECT s.claim_id, r.aspect, r.value::DOUBLE AS low, coalesce(r.value_high, r.value)::DOUBLE AS high, r.source, r.source_url, r.as_of,
    r.checked, r.hardware_id AS of, false AS derived
  FROM said s
  JOIN akin k ON k.hardware = s.hardware
  JOIN hardware_specs r ON r.hardware_id = k.other AND r.predicate = 'relative' AND r.value > 0
  WHERE (s.object IS NULL OR r.object = s.object OR r.object IN (SELECT other FROM akin WHERE hardware = s.object))
    AND coalesce(lower(s.workload) = lower(r.workload), true)
), specified(aspect, predicate) AS (
  VALUES ('memory', 'memory_capacity'), ('bandwidth', 'memory_bandwidth'), ('power', 'power'), ('area', 'die_area')
), spread AS (
  SELECT hardware_id, predicate, min(value)::DOUBLE AS low, max(coalesce(value_high, value))::DOUBLE AS high, any_value(source ORDER BY source) AS source,
    any_value(source_url ORDER BY source) AS source_url, min(checked) AS checked
  FROM (
    -- what has been looked up in its source, else what there is
    SELECT * FROM hardware_specs WHERE value > 0
    QUALIFY checked IS NOT NULL OR NOT bool_or(checked IS NOT NULL) OVER (PARTITION BY hardware_id, predicate)
  )
  GROUP BY ALL
), derived AS (
  SELECT s.claim_id, s.aspect, a.low / b.high AS low, a.high / b.low AS high, a.source || CASE WHEN b.source <> a.source THEN '; ' || b.source ELSE '' END AS source, a.source_url,
    NULL::VARCHAR AS as_of, CASE WHEN b.checked IS NOT NULL THEN a.checked END AS checked, s.hardware AS of, true AS derived
  FROM said s
  JOIN specified p ON p.aspect = s.aspect
  JOIN spread a ON a.hardware_id = s.hardware AND a.predicate = p.predicate
  JOIN spread b ON b.hardware_id = s.object AND b.predicate = p.predicate
), ratios AS (
  FROM claimed UNION ALL FROM derived
), readings AS (
  SELECT s.*, r.* EXCLUDE (claim_id, aspect), r.aspect AS aspect_read,
    least(
      times_apart(said_low, said_high, r.low, r.high),
      CASE WHEN said >= 2 THEN times_apart(said_low + 1, said_high + 1, r.low, r.high) ELSE 1e9 END,
      CASE WHEN said >= 4 AND NOT r.derived THEN times_apart(said_low - 1, said_high - 1, r.low, r.high) ELSE 1e9 END
    ) AS apart
  FROM said s JOIN ratios r USING (claim_id)
  WHERE r.aspect = s.aspect OR (s.aspect = 'performance' AND r.aspect IN ('training', 'inference'))
), judged AS (
  SELECT *, min(low) OVER all_readings AS lowest, max(high) OVER all_readings AS highest,
    CASE
      WHEN apart <= 1.1 THEN 'supported'
      WHEN aspect = 'performance' AND share_a_point(said_low, said_high, min(low) OVER all_readings, max(high) OVER all_readings) THEN 'supported'
      -- what follows from two looked-up figures is no maker's claim: there is less room
      WHEN apart <= CASE WHEN derived AND checked IS NOT NULL THEN 1.15 ELSE 1.4 END OR aspect = 'performance' THEN 'doubtful'
      ELSE 'conflict'
    END AS verdict
  FROM readings
  WINDOW all_readings AS (PARTITION BY claim_id)
  QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY apart, of <> hardware, derived, low, source) = 1
), swapped AS (
  SELECT j.claim_id, r.aspect, r.source
  FROM judged j JOIN ratios r USING (claim_id)
  WHERE j.verdict <> 'supported' AND r.aspect <> j.aspect AND times_apart(j.said_low, j.said_high, r.low, r.high) <= 1.02
  QUALIFY row_number() OVER (PARTITION BY j.claim_id ORDER BY r.derived, r.aspect, r.source) = 1
)
SELECT j.article_id, j.hardware, j.said_low, j.said_high, CASE j.aspect WHEN 'performance' THEN j.lowest ELSE j.low END AS follows_low,
  CASE j.aspect WHEN 'performance' THEN j.highest ELSE j.high END AS follows_high, '1' AS unit, j.verdict,
  j.apart AS gap, CASE WHEN j.claim_id IN (FROM borne_out) THEN 0.7 END AS least_confidence,
  [claim(j.claim_id, 'said')] AS claims,
  [
    article_input(j.aspect, j.said_low, j.said_high, '1'),
    model_input(j.aspect_read, j.low, j.high, '1', j.source, j.source_url, j.as_of, j.checked)
  ] AS inputs,
  j.quote, j.said, j.aspect, j.name, j.object_name, NOT j.derived AS claimed, j.derived, j.source,
  j.of <> j.hardware AS other_product, p.name AS of_name, w.aspect IS NOT NULL AS swapped, w.aspect AS swapped_aspect, w.source AS swapped_source,
  j.checked IS NULL AS unverified
FROM judged j
LEFT JOIN swapped w USING (claim_id)
LEFT JOIN hardware p ON p.hardware_id = j.of
-- without a word of what grew, or against what, a ratio that fits none is most likely one of something else; near a figure that follows from two others it is rounded or
-- of another version, and near a maker's ratio of performance of another test
WHERE j.verdict = 'supported' OR (j.told_aspect IS NOT NULL AND (j.object IS NOT NULL OR j.aspect <> 'performance')
  AND NOT (j.verdict = 'doubtful' AND (j.derived OR j.object IS NULL OR (j.aspect = 'performance' AND j.apart < 1.4))))
