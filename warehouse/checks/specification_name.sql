-- id: specification_name
-- family: spec_conflict
-- title: A named attribute against the product's specification
-- en: The article says “{quote:text}”: {said_name:text} as the {predicate:term} of {name:text}. The
--   hardware model has {follows_names:text}{?source} ({source:text}){/source}. {?mixed_up}The names differ only in the order of their letters, but stand for two
--   things.{/mixed_up}{?imprecise}{said_name:text} is another generation of the same kind.{/imprecise}{?reversed}It is the
--   other way round: {name:text} came first.{/reversed} {?unverified}This entry of the model has not been verified against
--   its source yet.{/unverified}
-- it: L'articolo dice «{quote:text}»: {said_name:text} come {predicate:term} di {name:text}. Il modello
--   dell'hardware riporta {follows_names:text}{?source} ({source:text}){/source}. {?mixed_up}I due nomi differiscono solo nell'ordine delle lettere, ma indicano
--   cose diverse.{/mixed_up}{?imprecise}{said_name:text} è un'altra generazione dello stesso tipo.{/imprecise}{?reversed}È il
--   contrario: {name:text} è venuto prima.{/reversed} {?unverified}Questo dato del modello non è ancora stato verificato
--   sulla fonte.{/unverified}
-- zh: 文章称“{quote:text}”，即{name:text}的{predicate:term}为{said_name:text}。硬件模型的记录为{follows_names:text}{?source}
--   （{source:text}）{/source}。{?mixed_up}
--   两个名称只是字母顺序不同，所指却不是一回事。{/mixed_up}{?imprecise}{said_name:text}是同类的另一代产品。{/imprecise}{?reversed}
--   事实相反：{name:text}更早。{/reversed}{?unverified}模型中的这一条目尚未与来源核实。{/unverified}
--
-- A system has what its parts have: any of them agrees. A less precise name agrees ("CoWoS" for CoWoS-L, "4 nm" for 4NP), unless
-- it is the name of something else in the model (HBM3 for HBM3E), which is doubtful. Nanometres are the makers' own: one
-- more or less contradicts nothing. What is true of another product that its sentence names may be that product's, and a family has members of several kinds.

WITH RECURSIVE ancestors AS (
  SELECT hardware_id AS hardware, predecessor AS ancestor FROM hardware WHERE predecessor IS NOT NULL
  UNION
  SELECT a.hardware, h.predecessor FROM ancestors a JOIN hardware h ON h.hardware_id = a.ancestor WHERE h.predecessor IS NOT NULL
), said AS (
  SELECT c.claim_id, c.article_id, c.hardware, c.predicate, c.object, c.quote, h.name, h.kind, o.name AS object_name,
    coalesce(o.name, c.object) AS said_name,
    regexp_replace(upper(regexp_replace(c.object, '[\s_-]', '', 'g')), '^(TSMC|SAMSUNG|INTEL|SMIC)(.)', '\2') AS key,
    regexp_extract(upper(c.object), '^(TSMC|SAMSUNG|INTEL|SMIC)') AS maker,
    coalesce(c.published < w.day - CASE WHEN c.modality = 'asserted' THEN 60 ELSE 0 END, c.published IS NULL AND c.modality IN ('expected', 'rumored')) AS early
  FROM hardware_claims c
  JOIN hardware h ON h.hardware_id = c.hardware
  LEFT JOIN hardware o ON o.hardware_id = c.object
  LEFT JOIN announced w ON w.hardware = c.hardware
  -- a length in thousands of nanometres is no process
  WHERE c.polarity = 'positive' AND NOT regexp_matches(c.object, '\d{4,}\s*nm') AND c.predicate IN ('process_node', 'packaging', 'memory_type', 'foundry', 'architecture', 'successor')
), entries AS (
  -- what has no source of its own is as well verified as the product's best figure
  SELECT hardware_id, max(checked) AS checked FROM hardware_specs GROUP BY hardware_id
), listed AS (
  SELECT m.hardware, s.predicate, s.object, s.object AS shown, s.source, s.source_url, s.as_of, s.checked
  FROM members m JOIN hardware_specs s ON s.hardware_id = m.member
  WHERE s.object IS NOT NULL AND s.predicate IN ('process_node', 'packaging', 'memory_type', 'foundry')
  UNION ALL
  SELECT p.hardware_id, s.predicate, s.object, s.object, s.source, s.source_url, s.as_of, s.checked
  FROM parts p JOIN hardware_specs s ON s.hardware_id = p.component_id
  WHERE s.object IS NOT NULL AND s.predicate IN ('process_node', 'packaging', 'memory_type', 'foundry')
  UNION ALL
  SELECT w.hardware, 'architecture', h.architecture, coalesce(a.name, h.architecture), NULL, NULL, NULL, e.checked
  FROM (SELECT hardware_id AS hardware, hardware_id AS part FROM hardware UNION ALL SELECT hardware_id, component_id FROM parts) w
  JOIN hardware h ON h.hardware_id = w.part
  LEFT JOIN hardware a ON a.hardware_id = h.architecture
  LEFT JOIN entries e ON e.hardware_id = h.hardware_id
  WHERE h.architecture IS NOT NULL
), keyed AS (
  SELECT *, regexp_replace(upper(regexp_replace(object, '[\s_-]', '', 'g')), '^(TSMC|SAMSUNG|INTEL|SMIC)(.)', '\2') AS key,
    regexp_extract(upper(object), '^(TSMC|SAMSUNG|INTEL|SMIC)') AS maker
  FROM listed
), known AS (
  SELECT DISTINCT predicate, key FROM keyed
), compared AS (
  SELECT s.*, k.shown, k.source, k.source_url, k.as_of, k.checked, k.key AS follows_key,
    n.key IS NOT NULL AS is_known,
    TRY_CAST(regexp_extract(s.key, '^(\d{1,3})(NM|奈米|纳米)', 1) AS INTEGER) AS nanometres,
    TRY_CAST(regexp_extract(k.key, '\d+') AS INTEGER) AS follows_nanometres,
    s.maker <> '' AND k.maker <> '' AND s.maker <> k.maker AS other_maker
  FROM said s
  JOIN keyed k ON k.hardware = s.hardware AND k.predicate = s.predicate
  LEFT JOIN known n ON n.predicate = s.predicate AND n.key = s.key
  WHERE (s.predicate <> 'foundry' OR n.key IS NOT NULL)
    AND (s.predicate <> 'architecture' OR s.object_name IS NOT NULL)
), read AS (
  SELECT *,
    CASE
      WHEN other_maker THEN 'conflict'
      WHEN key = follows_key THEN 'supported'
      WHEN predicate = 'process_node' AND nanometres IS NOT NULL THEN
        -- half-steps of one generation go by either number: 4 and 5, 6 and 7, 8 and 10, 12 and 14 or 16
        CASE
          WHEN nanometres = follows_nanometres THEN 'supported'
          WHEN nanometres // 2 = follows_nanometres // 2 AND nanometres BETWEEN 4 AND 7 THEN 'doubtful'
          WHEN nanometres IN (8, 10) AND follows_nanometres IN (8, 10) OR nanometres BETWEEN 12 AND 16 AND follows_nanometres BETWEEN 12 AND 16 THEN 'doubtful'
          ELSE 'conflict'
        END
      -- a name and a length are two ways of telling one process
      WHEN predicate = 'process_node' AND regexp_full_match(follows_key, '\d{1,2}NM') THEN
        CASE WHEN starts_with(key, 'N' || follows_nanometres) OR starts_with(key, CAST(follows_nanometres AS VARCHAR)) THEN 'supported' ELSE 'doubtful' END
      -- the memory of the server that the product stands in
      WHEN predicate = 'memory_type' AND regexp_matches(key, '^(LP)?DDR') AND regexp_matches(follows_key, '^(HBM|GDDR)') THEN 'doubtful'
      WHEN predicate = 'architecture' AND (starts_with(object, follows_object) OR starts_with(follows_object, object)) THEN 'supported'
      WHEN starts_with(follows_key, key) THEN CASE WHEN is_known THEN 'doubtful' ELSE 'supported' END
      WHEN starts_with(key, follows_key) AND NOT is_known THEN 'doubtful'
      ELSE 'conflict'
    END AS verdict
  FROM (SELECT *, lower(follows_key) AS follows_object FROM compared)
), best AS (
  SELECT claim_id, article_id, hardware, predicate, quote, name, kind, said_name, key, early,
    arg_min(verdict, verdict_rank(verdict)) AS verdict,
    string_agg(DISTINCT shown, ' / ' ORDER BY shown) AS follows_names,
    string_agg(DISTINCT source, '; ' ORDER BY source) AS source, any_value(source_url ORDER BY source) AS source_url,
    any_value(as_of ORDER BY source) AS as_of, min(checked) AS checked, bool_and(checked IS NULL) AS unchecked,
    bool_or(key <> follows_key AND list_sort(string_split(key, '')) = list_sort(string_split(follows_key, ''))) AS mixed_up,
    bool_or(starts_with(follows_key, key)) AS is_prefix
  FROM read
  WHERE predicate <> 'successor'
  GROUP BY ALL
), wrong AS MATERIALIZED (
  SELECT claim_id, article_id, hardware, predicate, key FROM best WHERE verdict IN ('conflict', 'doubtful')
), agreed AS (
  SELECT claim_id, article_id, predicate, hardware FROM best WHERE verdict = 'supported'
), answered AS (
  FROM answered_by('wrong', 'agreed')
), named AS MATERIALIZED (
  FROM namings('wrong')
), borne AS (
  -- the other products of the article that have the attribute
  SELECT w.claim_id, bool_or(o.distance <= coalesce(n.distance, 9999) OR n.is_baseline) AS nearer, bool_or(o.distance IS NOT NULL OR n.distance IS NULL) AS beside
  FROM wrong w
  JOIN (
    FROM (SELECT claim_id, hardware_id FROM named)
    UNION SELECT claim_id, hardware_id FROM wrong JOIN article_products USING (article_id) WHERE claim_id NOT IN (FROM borne_out)
  ) p
    ON p.claim_id = w.claim_id AND p.hardware_id <> w.hardware
  -- what is true of its own design is true of other members of that
  JOIN hardware h ON h.hardware_id = w.hardware AND h.architecture IS DISTINCT FROM p.hardware_id
  JOIN keyed k ON k.hardware = p.hardware_id AND k.predicate = w.predicate AND k.key = w.key
  LEFT JOIN named o ON o.claim_id = w.claim_id AND o.hardware_id = p.hardware_id
  LEFT JOIN named n ON n.claim_id = w.claim_id AND n.hardware_id = w.hardware
  GROUP BY w.claim_id
), succession AS (
  SELECT s.claim_id, s.article_id, s.hardware, s.predicate, s.quote, s.name, s.said_name, e.checked,
    string_agg(DISTINCT b.name, ' / ' ORDER BY b.name) AS follows_names,
    bool_or(s.object IN (a.ancestor, b.architecture) OR s.object = v.architecture) AS agrees,
    bool_or(x.hardware IS NOT NULL) AS backwards
  FROM said s
  JOIN hardware v ON v.hardware_id = s.hardware
  JOIN ancestors a ON a.hardware IN (s.hardware, v.architecture)
  JOIN hardware b ON b.hardware_id = a.ancestor
  LEFT JOIN entries e ON e.hardware_id = s.hardware
  LEFT JOIN ancestors x ON x.hardware = s.object AND x.ancestor = s.hardware
  WHERE s.predicate = 'successor' AND s.object_name IS NOT NULL
  GROUP BY ALL
)
SELECT article_id, hardware, NULL::DOUBLE AS said_low, NULL::DOUBLE AS said_high, NULL::DOUBLE AS follows_low, NULL::DOUBLE AS follows_high,
  NULL::VARCHAR AS unit,
  CASE
    WHEN early AND verdict <> 'supported' THEN 'outdated'
    ELSE verdict
  END AS verdict,
  CASE WHEN mixed_up OR verdict = 'doubtful' THEN 1.2 ELSE 2.0 END AS gap,
  CASE WHEN claim_id IN (FROM borne_out) THEN 0.7 END AS least_confidence, [claim(claim_id, 'said')] AS claims,
  [
    input_of(said_name, NULL, NULL, NULL, 'article', NULL, NULL, NULL, NULL),
    model_input(follows_names, NULL, NULL, NULL, source, source_url, as_of, CASE WHEN NOT unchecked THEN checked END)
  ] AS inputs,
  quote, said_name, predicate, name, source, follows_names, verdict = 'conflict' AND mixed_up AS mixed_up,
  verdict = 'doubtful' AND is_prefix AS imprecise, false AS reversed, unchecked AS unverified
FROM best LEFT JOIN borne USING (claim_id)
WHERE verdict = 'supported' OR early OR (
  kind NOT IN ('architecture', 'family') AND NOT coalesce(beside, false)
  -- the nanometres of one class, and the memory of the server
  AND NOT (verdict = 'doubtful' AND (predicate = 'process_node' OR regexp_matches(key, '^(LP)?DDR')))
  AND NOT (coalesce(nearer, false) OR claim_id IN (FROM loosely_tied) OR claim_id IN (SELECT claim_id FROM answered WHERE in_sentence))
)
UNION ALL BY NAME
SELECT article_id, hardware, NULL AS said_low, NULL AS said_high, NULL AS follows_low, NULL AS follows_high, NULL AS unit,
  CASE WHEN agrees THEN 'supported' WHEN backwards THEN 'conflict' ELSE 'doubtful' END AS verdict, 2.0 AS gap,
  CASE WHEN claim_id IN (FROM borne_out) THEN 0.7 END AS least_confidence, [claim(claim_id, 'said')] AS claims,
  [
    input_of(said_name, NULL, NULL, NULL, 'article', NULL, NULL, NULL, NULL),
    model_input(follows_names, NULL, NULL, NULL, NULL, NULL, NULL, checked)
  ] AS inputs,
  quote, said_name, predicate, name, NULL AS source, follows_names, false AS mixed_up, false AS imprecise, backwards AND NOT agrees AS reversed, checked IS NULL AS unverified
FROM succession
