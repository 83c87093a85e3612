-- The views that researchers and checks read. lo and hi are the interval that the words allow (see intervals.sql); null is open.
-- A column without a comment here has the comment of the table's column of that name.

CREATE OR REPLACE VIEW hardware_claims AS
SELECT
  c.claim_id, c.article_id, a.document_key, a.published, a.language, a.script,
  c.predicate, c.hardware, c.known, c.object, c.value, c.value_high, c.unit, c.bound,
  low_end(c.value, c.unit, c.predicate, c.bound) AS lo,
  high_end(c.value, c.value_high, c.unit, c.predicate, c.bound) AS hi,
  c.holder, c.condition, c.as_of, c.modality, c.polarity, c.source, c.deal, c.zone,
  c.quote, c.span_start, c.span_end, c.sentence_start, c.sentence_end, c.confidence, c.extractor
FROM claims AS c JOIN articles AS a USING (article_id)
WHERE c.kind = 'hardware';
COMMENT ON VIEW hardware_claims IS 'What a product is made of or with: architecture, process, packaging, parts, memory, maker, predecessor.';
COMMENT ON COLUMN hardware_claims.lo IS 'Of a component: the lowest count that the words allow; null is open.';
COMMENT ON COLUMN hardware_claims.hi IS 'Of a component: the highest count that the words allow; null is open.';

CREATE OR REPLACE VIEW quantity_claims AS
SELECT
  c.claim_id, c.article_id, a.document_key, a.published, a.language, a.script,
  c.predicate, c.hardware, c.known, c.holder, c.object, c.value, c.value_high, c.unit, c.per, c.bound,
  quantity_low(c.value, c.unit, c.predicate, c.bound, c.quote) AS lo,
  quantity_high(c.value, c.value_high, c.unit, c.predicate, c.bound, c.quote) AS hi,
  c.aspect, c.workload, c.event, c.stage, c.basis, c.basis_size, c.condition, c.baseline,
  c.timex, c.mod, c.date_start, c.date_end, c.as_of, c.modality, c.polarity, c.source, c.deal, c.same_as, c.zone,
  c.quote, c.span_start, c.span_end, c.sentence_start, c.sentence_end, c.confidence, c.extractor
FROM claims AS c JOIN articles AS a USING (article_id)
WHERE c.kind = 'quantity';
COMMENT ON VIEW quantity_claims IS 'Counts, physical quantities, ratios, shares and durations.';
COMMENT ON COLUMN quantity_claims.lo IS 'The lowest value that the words allow, in the base unit; null is open ("up to").';
COMMENT ON COLUMN quantity_claims.hi IS 'The highest value that the words allow, in the base unit; null is open ("at least").';

CREATE OR REPLACE VIEW price_claims AS
WITH dated AS (
  SELECT
    c.*, a.document_key, a.published, a.language, a.script,
    coalesce(least(timex_end(c.as_of), a.published), timex_end(c.as_of), a.published) AS rate_wanted
  FROM claims AS c JOIN articles AS a USING (article_id)
  WHERE c.kind = 'price'
),
priced AS (
  SELECT
    d.*,
    low_end(d.value, d.unit, d.predicate, d.bound) AS lo,
    high_end(d.value, d.value_high, d.unit, d.predicate, d.bound) AS hi,
    CASE WHEN d.rate_wanted - own.day <= 35 AND d.rate_wanted - dollar.day <= 35
      THEN CAST(dollar.per_eur AS DOUBLE) / CAST(own.per_eur AS DOUBLE) END AS usd_rate,
    own.day AS own_day
  FROM dated AS d
  ASOF LEFT JOIN fx_rates AS own ON d.unit = own.currency AND d.rate_wanted >= own.day
  ASOF LEFT JOIN (SELECT * FROM fx_rates WHERE currency = 'USD') AS dollar ON d.rate_wanted >= dollar.day
)
SELECT
  claim_id, article_id, document_key, published, language, script,
  predicate, hardware, known, holder, object, value, value_high, unit, per, bound, lo, hi,
  CASE WHEN unit = 'USD' AND rate_wanted IS NOT NULL THEN CAST(value AS DOUBLE) ELSE value * usd_rate END AS usd_at_date,
  CASE WHEN unit = 'USD' AND rate_wanted IS NOT NULL THEN lo ELSE lo * usd_rate END AS usd_lo,
  CASE WHEN unit = 'USD' AND rate_wanted IS NOT NULL THEN hi ELSE hi * usd_rate END AS usd_hi,
  CASE WHEN usd_rate IS NOT NULL THEN own_day END AS rate_day,
  stage, basis, basis_size, condition, timex, mod, date_start, date_end, as_of, modality, polarity, source, deal, same_as, zone,
  quote, span_start, span_end, sentence_start, sentence_end, confidence, extractor
FROM priced;
COMMENT ON VIEW price_claims IS 'Amounts of money, with the interval that the words allow and its worth in US dollars on the day.';
COMMENT ON COLUMN price_claims.lo IS 'The lowest amount that the words allow, in the claim''s currency; null is open.';
COMMENT ON COLUMN price_claims.hi IS 'The highest amount that the words allow, in the claim''s currency; null is open.';
COMMENT ON COLUMN price_claims.usd_at_date IS 'The value in US dollars at the rate of the last banking day on or before as_of or publication; null when undated.';
COMMENT ON COLUMN price_claims.usd_lo IS 'lo in US dollars at that rate.';
COMMENT ON COLUMN price_claims.usd_hi IS 'hi in US dollars at that rate.';
COMMENT ON COLUMN price_claims.rate_day IS 'The banking day of that rate; null where there is none within 35 days before.';

CREATE OR REPLACE VIEW date_claims AS
SELECT
  c.claim_id, c.article_id, a.document_key, a.published, a.language, a.script,
  c.predicate, c.hardware, c.known, c.holder, c.object, c.timex, c.mod, c.date_start, c.date_end, c.bound,
  earliest_day(c.timex, c.date_start, c.date_end, c.mod, c.bound) AS lo,
  latest_day(c.date_start, c.date_end, c.mod, c.bound) AS hi,
  c.stage, c.condition, c.as_of, c.modality, c.polarity, c.source, c.deal, c.zone,
  c.quote, c.span_start, c.span_end, c.sentence_start, c.sentence_end, c.confidence, c.extractor
FROM claims AS c JOIN articles AS a USING (article_id)
WHERE c.kind = 'date';
COMMENT ON VIEW date_claims IS 'When something happened or will happen to the hardware.';
COMMENT ON COLUMN date_claims.lo IS 'The earliest day that the words allow, mod and bound applied; null is open or undetermined.';
COMMENT ON COLUMN date_claims.hi IS 'The latest day that the words allow, mod and bound applied; null is open or undetermined.';

CREATE OR REPLACE VIEW forecast_spread AS
WITH forecasts AS (
  SELECT c.*, coalesce(c.source, k.origin, c.article_id) AS voice, a.published
  FROM claims AS c JOIN articles AS a USING (article_id) LEFT JOIN article_copies AS k USING (article_id)
  WHERE c.modality IN ('expected', 'estimated', 'rumored') AND c.polarity = 'positive' AND c.value > 0 AND c.kind IN ('quantity', 'price')
    AND c.predicate <> 'duration' AND (c.hardware IS NOT NULL OR c.holder IS NOT NULL)
)
SELECT
  predicate, hardware, holder, object, event, aspect, basis, condition, baseline, as_of, unit, per,
  count(DISTINCT voice) AS voices, count(DISTINCT article_id) AS articles,
  min(value) AS lowest, max(coalesce(value_high, value)) AS highest, round(CAST(highest AS DOUBLE) / CAST(lowest AS DOUBLE), 3) AS times_apart,
  min(published) AS first_said, max(published) AS last_said,
  list(DISTINCT source ORDER BY source) FILTER (source IS NOT NULL) AS sources,
  list(DISTINCT {'value': value, 'value_high': value_high, 'source': source, 'published': published, 'article_id': article_id, 'quote': quote}) AS forecasts
FROM forecasts
GROUP BY predicate, hardware, holder, object, event, aspect, basis, condition, baseline, as_of, unit, per
HAVING voices > 1 AND lowest < highest;
COMMENT ON VIEW forecast_spread IS 'Where forecasts, estimates and rumours of one thing differ, and by how much: a row for each thing and period of which two voices or more speak.';
COMMENT ON COLUMN forecast_spread.voices IS 'Independent voices: a named source counts once however many quote it, copies count as their original.';
COMMENT ON COLUMN forecast_spread.articles IS 'Articles that say it, copies included.';
COMMENT ON COLUMN forecast_spread.lowest IS 'The lowest figure.';
COMMENT ON COLUMN forecast_spread.highest IS 'The highest figure, high ends of ranges included.';
COMMENT ON COLUMN forecast_spread.times_apart IS 'The highest over the lowest.';
COMMENT ON COLUMN forecast_spread.first_said IS 'Day of the first article that says one.';
COMMENT ON COLUMN forecast_spread.last_said IS 'Day of the last.';
COMMENT ON COLUMN forecast_spread.sources IS 'The sources by name.';
COMMENT ON COLUMN forecast_spread.forecasts IS 'Each figure with its source, day, article and words.';

CREATE OR REPLACE VIEW latest_reviews AS
SELECT finding_id, decision, note, reviewer, decided_at, evidence_hash
FROM reviews
QUALIFY row_number() OVER (PARTITION BY finding_id ORDER BY decided_at DESC, rowid DESC) = 1;
COMMENT ON VIEW latest_reviews IS 'The decision that counts for each finding: the latest.';

CREATE OR REPLACE VIEW review_queue AS
SELECT
  f.finding_id, f.check_id, f.family, f.verdict, f.severity, f.weight, f.voices,
  f.article_id, a.document_key, a.title, a.path, a.published, a.language,
  f.hardware, f.said_low, f.said_high, f.follows_low, f.follows_high, f.unit, f.gap, f.meant,
  f.explanation_en, f.explanation_it, f.explanation_zh_hans, f.explanation_zh_hant,
  r.decision, r.note, r.reviewer, r.decided_at,
  coalesce(r.evidence_hash <> f.evidence_hash, false) AS evidence_changed,
  f.first_run, f.run_id
FROM findings AS f
LEFT JOIN articles AS a USING (article_id)
LEFT JOIN latest_reviews AS r USING (finding_id)
WHERE f.verdict IN ('conflict', 'doubtful')
ORDER BY f.weight DESC, f.finding_id;
COMMENT ON VIEW review_queue IS 'What a fact-checker should look at, heaviest first: conflicts and doubtful findings with their latest decision.';
COMMENT ON COLUMN review_queue.decision IS 'The latest decision; null where nobody has decided.';
COMMENT ON COLUMN review_queue.evidence_changed IS 'Whether the numbers have changed since that decision.';

CREATE OR REPLACE VIEW broken_quotes AS
SELECT
  c.claim_id, c.article_id, c.quote, c.span_start, c.span_end,
  substring(a.text, c.span_start + 1, c.span_end - c.span_start) AS found
FROM claims AS c LEFT JOIN articles AS a USING (article_id)
WHERE substring(a.text, c.span_start + 1, c.span_end - c.span_start) IS DISTINCT FROM c.quote;
COMMENT ON VIEW broken_quotes IS 'Claims whose quote is not what stands at its place in the article. Always empty.';
COMMENT ON COLUMN broken_quotes.found IS 'What stands at that place instead.';
