-- What articles say in figures, laid side by side: the ground of the checks that hold articles against each other.

-- An article's voice: the article itself, or the one at the head of the chain where it is a copy. A named source speaks with one voice in all.
CREATE OR REPLACE TEMP VIEW origins AS
SELECT a.article_id, coalesce(c.origin, a.article_id) AS origin, c.copy_of, a.published,
  coalesce(a.publisher, CASE WHEN length(a.title) > 40 THEN rtrim(a.title[:40]) || '…' ELSE a.title END, a.document_key) AS name, a.document_key
FROM articles a LEFT JOIN article_copies c USING (article_id);

-- One row an article and scope: the figure that the article gives there, if it gives one and no other. Figures are told in one
-- unit (money in US dollars of the day where that is known) so that articles of two languages meet. Where two figures may
-- both hold (another case, stage, part, time), they have another scope. To have and to run is the same fact.
CREATE OR REPLACE TEMP TABLE statements AS
WITH figures AS (
  SELECT claim_id, article_id, predicate, hardware, holder, object, unit AS money, unit, per, aspect, workload,
    CASE event WHEN 'deploy' THEN 'own' ELSE event END AS event, stage, basis, basis_size, condition, baseline, as_of, modality, source, quote,
    span_start, confidence, value, value_high, bound, lo, hi, value::DOUBLE AS middle
  FROM quantity_claims
  WHERE polarity = 'positive' AND value > 0 AND predicate NOT IN ('share', 'duration', 'temperature')
    AND (hardware IS NOT NULL OR holder IS NOT NULL)
  UNION ALL BY NAME
  SELECT claim_id, article_id, predicate, hardware, holder, object, CASE WHEN usd_at_date IS NULL THEN unit ELSE 'USD' END AS money, unit, per,
    stage, basis, basis_size, condition, as_of, modality, source, quote, span_start, confidence, value, value_high, bound,
    -- a rate of another day than the article's own may lie a few per cent off
    CASE WHEN unit = 'USD' OR usd_at_date IS NULL THEN lo ELSE usd_lo * 0.95 END AS lo,
    CASE WHEN unit = 'USD' OR usd_at_date IS NULL THEN hi ELSE usd_hi * 1.05 END AS hi,
    coalesce(usd_at_date, value::DOUBLE) AS middle
  FROM price_claims
  WHERE polarity = 'positive' AND value > 0 AND predicate <> 'other_amount' AND (hardware IS NOT NULL OR holder IS NOT NULL)
  UNION ALL BY NAME
  SELECT claim_id, article_id, predicate, hardware, holder, object, '1' AS money, '1' AS unit, condition, as_of, modality, source, quote,
    span_start, confidence, value, value_high, bound, lo, hi, value::DOUBLE AS middle
  FROM hardware_claims
  WHERE polarity = 'positive' AND predicate = 'component' AND value > 0 AND hardware IS NOT NULL
), scoped AS (
  SELECT *,
    -- what holds of a product at any time, and what happens to somebody at one
    predicate IN ('transistor_count', 'memory_capacity', 'memory_bandwidth', 'link_bandwidth', 'compute', 'core_count', 'clock', 'die_area',
        'parameter_count', 'component', 'relative')
      OR (predicate = 'power' AND event IS NULL AND holder IS NULL) AS is_property,
    CASE modality WHEN 'asserted' THEN 'fact' WHEN 'planned' THEN 'plan' WHEN 'rumored' THEN 'rumour' ELSE 'forecast' END AS manner,
    hash(predicate, hardware, holder, object, money, per, aspect, workload, event, CASE WHEN stage IN ('tender', 'framework', 'cancelled') THEN stage END, basis, basis_size,
      condition, baseline, as_of) AS subject_key
  FROM figures
), told AS (
  SELECT claim_id, hash(article_id, subject_key) AS told_key, middle, confidence, span_start FROM scoped
  -- a count or a sum that is nobody's is of anything
  WHERE is_property OR holder IS NOT NULL OR predicate IN ('unit_price', 'rental_price')
), keys AS (
  SELECT told_key, count(*) AS claims, min(claim_id) AS claim_id FROM told GROUP BY told_key HAVING min(middle) = max(middle)
), single AS (
  SELECT claim_id FROM keys WHERE claims = 1
  UNION ALL
  SELECT claim_id FROM (SELECT t.* FROM told t SEMI JOIN (FROM keys WHERE claims > 1) k ON k.told_key = t.told_key)
  QUALIFY row_number() OVER (PARTITION BY told_key ORDER BY confidence DESC, span_start, claim_id) = 1
)
SELECT s.*, hash(subject_key, manner) AS scope, o.origin, o.copy_of IS NOT NULL AS is_copy, o.published, o.name AS article_name, o.document_key,
  coalesce(s.source, o.origin) AS voice
FROM scoped s JOIN single USING (claim_id) JOIN origins o USING (article_id);

-- A sentence without its numbers, by which a figure of a copy finds its like in the original.
CREATE OR REPLACE TEMP MACRO masked_sentence(text, sentence_start, sentence_end) AS regexp_replace(
  lower(substr(text, sentence_start + 1, least(sentence_end - sentence_start, 300))), '\d+([.,]\d+)*|[一二三四五六七八九十百千两零〇万亿]+', '0', 'g');
