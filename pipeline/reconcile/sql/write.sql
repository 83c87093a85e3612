-- Comparisons become findings: certainty, weight, identity; what is as it was keeps its row. $run_id, $failed: checks that
-- could not run and whose findings stay; $only: the checks that were to run, empty for all.

-- A DOUBLE as the DECIMAL of its shortest digits: a direct cast would bring in the digits behind its precision.
-- Whole numbers have none and go the short way.
CREATE OR REPLACE TEMP MACRO exact(x) AS
  CASE WHEN abs(x) < 1e15 AND x = trunc(x) THEN CAST(TRY_CAST(x AS BIGINT) AS DECIMAL(38, 12))
    ELSE CAST(CAST(significant(CAST(x AS DOUBLE), 15) AS VARCHAR) AS DECIMAL(38, 12)) END;

-- How far what is said has reached: the articles that state it, the independent voices among them (copies, and texts that name one
-- source, count once), and the first of the articles. A check may count voices itself.
CREATE OR REPLACE TEMP TABLE reaches AS
WITH keyed AS (
  SELECT claim_id, article_id, source, hash(kind, predicate, hardware, holder, object, value, value_high, unit, per, aspect, event, date_start, date_end, polarity) AS statement
  FROM claims
), said AS (
  SELECT s.ordinal, k.statement FROM staged s JOIN keyed k ON k.claim_id = s.claims[1].claim_id
), told AS (
  SELECT k.statement, count(DISTINCT k.article_id) AS articles, count(DISTINCT coalesce(k.source, c.origin, k.article_id)) AS voices,
    arg_min(k.article_id, (c.origin IS NOT NULL, coalesce(a.published, DATE '9999-01-01'), a.document_key)) AS first_article
  FROM keyed k JOIN articles a USING (article_id) LEFT JOIN article_copies c USING (article_id)
  SEMI JOIN said USING (statement)
  GROUP BY k.statement
)
SELECT ordinal, articles, voices, first_article FROM said JOIN told USING (statement);

-- What each comparison rests on. Its quotes identify it; hearsay counts against it where it is held against the world
-- (an input of the hardware model), not where an article's figures are held against each other. Texts and inputs stay in
-- `staged` until they are written: copied from table to table they would fill the memory.
CREATE OR REPLACE TEMP MACRO normal_quote(quote) AS lower(trim(regexp_replace(nfc_normalize(quote), '\s\s+|[\t\n\f\r]', ' ', 'g')));
CREATE OR REPLACE TEMP MACRO firmness_of(modality) AS
  CASE modality WHEN 'rumored' THEN 0.5 WHEN 'expected' THEN 0.7 WHEN 'estimated' THEN 0.8 ELSE 1.0 END;
CREATE OR REPLACE TEMP TABLE weighed AS
WITH several AS (
  SELECT s.ordinal, array_to_string(list_sort(list_distinct(list(normal_quote(c.quote)))), chr(30)) AS quotes,
    min(greatest(c.confidence, s.least_confidence)) AS confidence,
    min(c.article_id) = max(c.article_id) AS of_one_article,
    bool_or(c.modality = 'rumored') AS rumored,
    min(firmness_of(c.modality)) AS firmness
  FROM (SELECT ordinal, least_confidence, unnest(claims).claim_id AS claim_id FROM staged WHERE len(claims) > 1) s
  JOIN claims c USING (claim_id)
  GROUP BY ALL
), claimed AS (
  -- most comparisons rest on one claim
  SELECT s.ordinal, normal_quote(c.quote) AS quotes, greatest(c.confidence, s.least_confidence) AS confidence, true AS of_one_article,
    c.modality = 'rumored' AS rumored, firmness_of(c.modality) AS firmness
  FROM (SELECT ordinal, least_confidence, claims[1].claim_id AS claim_id FROM staged WHERE len(claims) = 1) s
  JOIN claims c USING (claim_id)
  UNION ALL
  FROM several
), copied AS (
  SELECT origin AS article_id, count(*) AS copies FROM article_copies GROUP BY origin
), held AS (
  SELECT * EXCLUDE (inputs), len(list_filter(inputs, lambda i: i.origin = 'model' AND i.checked IS NULL)) > 0 AS unverified,
    len(list_filter(inputs, lambda i: i.origin = 'model')) > 0 AS against_model
  FROM (SELECT ordinal, check_id, family, article_id, verdict, said_low, said_high, follows_low, follows_high, certainty, gap, voices, inputs FROM staged)
), judged AS (
  SELECT s.ordinal, s.check_id, s.family, s.article_id, s.said_low, s.said_high, s.certainty,
    coalesce(s.gap, times_apart(s.said_low, s.said_high, s.follows_low, s.follows_high)) AS gap,
    a.document_key, d.quotes, d.confidence, d.firmness, s.unverified, s.against_model,
    coalesce(s.voices, e.voices, 1) AS voices,
    -- its whole reach weighs with the article that said it first; the others stand behind, and a copy behind its original
    CASE
      WHEN k.article_id IS NOT NULL AND d.of_one_article THEN 0.5
      WHEN e.first_article = s.article_id THEN 1 + ln(greatest(e.articles, 1 + coalesce(r.copies, 0)))
      ELSE 1 + ln(1 + coalesce(r.copies, 0))
    END AS reach,
    CASE
      WHEN s.verdict = 'conflict' AND (s.unverified OR d.confidence < 0.5 OR (s.against_model AND (d.rumored OR (d.confidence <= 0.65 AND coalesce(s.family, '') <> 'magnitude')))) THEN 'doubtful'
      ELSE s.verdict
    END AS verdict
  FROM held s
  JOIN claimed d USING (ordinal)
  JOIN articles a USING (article_id)
  LEFT JOIN copied r USING (article_id)
  LEFT JOIN article_copies k USING (article_id)
  LEFT JOIN reaches e USING (ordinal)
)
SELECT ordinal, check_id, family, article_id, gap, voices, verdict,
  sha256(concat_ws(chr(31), check_id, document_key, quotes)) AS finding_id,
  verdict_rank(verdict) AS verdict_rank,
  -- Where neither side is a number, the gap counts as a factor of two.
  round(
    sqrt(1 - 1 / greatest(CASE WHEN said_low IS NULL AND said_high IS NULL THEN coalesce(nullif(gap, 1), 2) ELSE gap END, 1))
    * least(certainty, 1) * confidence * firmness * CASE WHEN unverified THEN 0.6 ELSE 1 END
    * CASE verdict WHEN 'conflict' THEN 1.0 WHEN 'doubtful' THEN 0.5 WHEN 'supported' THEN 0.1 ELSE 0.3 END
    * reach, 6
  ) AS weight
FROM judged;

-- Comparisons with one identity are one finding: the gravest verdict speaks, the heaviest row for it (of equals the one with the lowest figures, so
-- that the same evidence gives the same finding in every run), each explanation once.
CREATE OR REPLACE TEMP TABLE fresh AS
WITH identified AS (
  SELECT finding_id, count(*) AS rows, max(verdict_rank) AS gravest FROM weighed GROUP BY finding_id
), heaviest AS (
  SELECT w.*, 1 AS comparisons FROM weighed w JOIN identified i USING (finding_id) WHERE i.rows = 1
  UNION ALL
  SELECT w.*, count(*) OVER one_finding AS comparisons
  FROM weighed w
  JOIN identified i ON i.finding_id = w.finding_id AND i.gravest = w.verdict_rank
  JOIN staged s USING (ordinal)
  WHERE i.rows > 1
  WINDOW one_finding AS (PARTITION BY w.finding_id)
  QUALIFY row_number() OVER (
    one_finding ORDER BY w.weight DESC, s.said_low, s.said_high, s.follows_low, s.follows_high, s.hardware,
      s.claims[1].claim_id, s.claims[2].claim_id, s.claims[3].claim_id, hash(s.claims), hash(s.inputs)
  ) = 1
)
SELECT h.finding_id, h.ordinal, h.check_id, h.family, h.verdict, h.article_id, h.gap, h.voices, h.weight, h.comparisons, len(s.inputs) AS inputs,
  CASE WHEN weight >= 0.6 THEN 'high' WHEN weight >= 0.25 THEN 'medium' ELSE 'low' END AS severity,
  sha256(CAST((
    h.verdict, s.said_low, s.said_high, s.follows_low, s.follows_high, s.unit, s.meant,
    list_transform(s.inputs, lambda i: (i.name, i.value, i.value_high, i.unit, i.as_of))
  ) AS VARCHAR)) AS evidence_hash
FROM heaviest h JOIN staged s USING (ordinal);

-- The explanations of findings that several comparisons gave.
CREATE OR REPLACE TEMP TABLE joined AS
SELECT w.finding_id,
  string_agg(DISTINCT s.explanation_en, chr(10) ORDER BY s.explanation_en) AS explanation_en,
  string_agg(DISTINCT s.explanation_it, chr(10) ORDER BY s.explanation_it) AS explanation_it,
  string_agg(DISTINCT s.explanation_zh_hans, chr(10) ORDER BY s.explanation_zh_hans) AS explanation_zh_hans,
  string_agg(DISTINCT s.explanation_zh_hant, chr(10) ORDER BY s.explanation_zh_hant) AS explanation_zh_hant
FROM fresh f
JOIN weighed w ON w.finding_id = f.finding_id AND w.verdict = f.verdict
JOIN staged s ON s.ordinal = w.ordinal
WHERE f.comparisons > 1
GROUP BY w.finding_id;

CREATE OR REPLACE TEMP TABLE fresh_claims AS
SELECT DISTINCT finding_id, c.claim_id, c.role FROM (SELECT w.finding_id, unnest(s.claims) AS c FROM weighed w JOIN staged s USING (ordinal));

CREATE OR REPLACE TEMP TABLE gone AS
SELECT finding_id FROM findings f
WHERE NOT list_contains($failed, check_id) AND (len($only) = 0 OR list_contains($only, check_id))
  AND NOT EXISTS (FROM fresh n WHERE n.finding_id = f.finding_id);

DELETE FROM findings WHERE finding_id IN (FROM gone);
DELETE FROM finding_claims c WHERE finding_id IN (FROM gone)
  OR (finding_id IN (SELECT finding_id FROM fresh)
    AND NOT EXISTS (FROM fresh_claims n WHERE n.finding_id = c.finding_id AND n.claim_id = c.claim_id AND n.role = c.role));
DELETE FROM finding_inputs i WHERE finding_id IN (FROM gone)
  OR EXISTS (FROM fresh n WHERE n.finding_id = i.finding_id AND i.position >= coalesce(n.inputs, 0));

-- What is new or changed is written whole: updates and upserts in place take twenty times as long.
CREATE OR REPLACE TEMP TABLE rewritten AS
SELECT n.* EXCLUDE (comparisons, inputs), coalesce(o.first_run, $run_id) AS first_run
FROM fresh n
JOIN staged s USING (ordinal)
LEFT JOIN joined j ON j.finding_id = n.finding_id
LEFT JOIN findings o ON o.finding_id = n.finding_id
WHERE o.finding_id IS NULL
  OR (o.family, o.hardware, o.evidence_hash, o.article_id, o.weight, o.voices, o.explanation_en, o.explanation_it,
    o.explanation_zh_hans, o.explanation_zh_hant) IS DISTINCT FROM (
    n.family, s.hardware, n.evidence_hash, n.article_id, n.weight, n.voices, coalesce(j.explanation_en, s.explanation_en),
    coalesce(j.explanation_it, s.explanation_it), coalesce(j.explanation_zh_hans, s.explanation_zh_hans),
    coalesce(j.explanation_zh_hant, s.explanation_zh_hant)
  );

DELETE FROM findings WHERE finding_id IN (SELECT finding_id FROM rewritten);
INSERT INTO findings BY NAME
SELECT n.* EXCLUDE (ordinal), s.hardware, s.unit,
  exact(s.said_low) AS said_low, exact(s.said_high) AS said_high, exact(s.follows_low) AS follows_low, exact(s.follows_high) AS follows_high,
  exact(s.meant) AS meant,
  coalesce(j.explanation_en, s.explanation_en) AS explanation_en, coalesce(j.explanation_it, s.explanation_it) AS explanation_it,
  coalesce(j.explanation_zh_hans, s.explanation_zh_hans) AS explanation_zh_hans,
  coalesce(j.explanation_zh_hant, s.explanation_zh_hant) AS explanation_zh_hant,
  $run_id AS run_id
FROM staged s
JOIN rewritten n USING (ordinal)
LEFT JOIN joined j ON j.finding_id = n.finding_id;

INSERT INTO finding_claims BY NAME
FROM fresh_claims n
WHERE NOT EXISTS (FROM finding_claims c WHERE c.finding_id = n.finding_id AND c.claim_id = n.claim_id AND c.role = n.role);
CREATE OR REPLACE TEMP TABLE rewritten_inputs AS
WITH fresh_inputs AS (
  SELECT f.finding_id, unnest(s.inputs) AS i, unnest(range(len(s.inputs))) AS position FROM fresh f JOIN staged s USING (ordinal)
), written_exactly AS (
  SELECT finding_id, position, i.* REPLACE (exact(i.value) AS value, exact(i.value_high) AS value_high) FROM fresh_inputs
)
SELECT n.*
FROM written_exactly n
LEFT JOIN finding_inputs o ON o.finding_id = n.finding_id AND o.position = n.position
WHERE o.finding_id IS NULL
  OR (o.name, o.value, o.value_high, o.unit, o.origin, o.source, o.source_url, o.as_of, o.checked)
    IS DISTINCT FROM (n.name, n.value, n.value_high, n.unit, n.origin, n.source, n.source_url, n.as_of, n.checked);

DELETE FROM finding_inputs i
WHERE EXISTS (FROM rewritten_inputs n WHERE n.finding_id = i.finding_id AND n.position = i.position);
INSERT INTO finding_inputs BY NAME FROM rewritten_inputs;
