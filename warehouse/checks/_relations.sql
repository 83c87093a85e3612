-- How products stand to each other in the hardware model. TEMP views, read by several checks.

-- What is made of what. Parts of parts are listed in hardware_components, so counts are those of one whole.
CREATE OR REPLACE TEMP VIEW parts AS
SELECT c.hardware_id, c.component_id, max(c.count) AS count, p.name AS component_name, p.kind AS component_kind,
  any_value(c.source) AS source, any_value(c.source_url) AS source_url, min(c.checked) AS checked
FROM hardware_components c LEFT JOIN hardware p ON p.hardware_id = c.component_id
GROUP BY ALL;

-- The products with which a product is mixed up: its parts, what it is a part of, those before and after it, its siblings.
CREATE OR REPLACE TEMP VIEW kin AS
SELECT hardware_id, component_id AS other, 'component' AS scope, count FROM parts
UNION ALL SELECT component_id, hardware_id, 'whole', count FROM parts
UNION ALL SELECT hardware_id, predecessor, 'predecessor', 1 FROM hardware WHERE predecessor IS NOT NULL
UNION ALL SELECT predecessor, hardware_id, 'successor', 1 FROM hardware WHERE predecessor IS NOT NULL
UNION ALL SELECT a.hardware_id, b.hardware_id, 'sibling', 1
FROM hardware a JOIN hardware b ON a.architecture = b.architecture AND a.kind = b.kind AND a.hardware_id <> b.hardware_id;

-- The figures that the model has for a product, and for an architecture or family those of its members.
CREATE OR REPLACE TEMP VIEW members AS
SELECT hardware_id AS hardware, hardware_id AS member FROM hardware
UNION ALL SELECT architecture, hardware_id FROM hardware WHERE architecture IS NOT NULL;

-- Amounts of an article in one currency, to be set against each other: US dollars of the day where the article is dated, else
-- the currency as written. An amount for a server of eight is an eighth for the product.
CREATE OR REPLACE TEMP VIEW amounts AS
SELECT p.* EXCLUDE (lo, hi),
  CASE WHEN usd_at_date IS NULL THEN unit ELSE 'USD' END AS money,
  coalesce(usd_lo, lo) / pieces AS low, coalesce(usd_hi, hi) / pieces AS high,
  coalesce(usd_at_date, CAST(value AS DOUBLE)) / pieces AS middle
FROM (SELECT *, coalesce(basis_size, 1) AS pieces FROM price_claims) p
WHERE p.polarity = 'positive' AND p.per IS NULL
  AND (p.basis IS NULL OR p.basis IN ('chip', 'card') OR p.basis_size IS NOT NULL)
-- of an amount that is also given in another currency the first: the other is its conversion
QUALIFY p.same_as IS NULL OR p.span_start = min(p.span_start) OVER (PARTITION BY p.article_id, p.same_as);

-- Counts of one product, whatever they are counted in: 1,000 servers of eight are 8,000.
CREATE OR REPLACE TEMP VIEW unit_counts AS
SELECT q.* EXCLUDE (lo, hi), lo * pieces AS low, hi * pieces AS high, CAST(value AS DOUBLE) * pieces AS middle
FROM (SELECT *, coalesce(basis_size, 1) AS pieces FROM quantity_claims) q
WHERE q.predicate = 'unit_count' AND q.polarity = 'positive' AND q.per IS NULL AND q.value > 0
  AND (
    q.basis IS NULL OR q.basis IN ('chip', 'card') OR q.basis_size IS NOT NULL
    -- so many racks of what is a rack are so many of it
    OR (q.basis = 'rack' AND q.hardware IN (SELECT hardware_id FROM hardware WHERE kind = 'rack'))
    OR (q.basis = 'server' AND q.hardware IN (SELECT hardware_id FROM hardware WHERE kind IN ('server', 'system', 'pod', 'rack')))
  );

-- The day from which a product was public: what was told of it before by others than the plain facts was a forecast.
CREATE OR REPLACE TEMP VIEW announced AS
SELECT hardware_id AS hardware, min(date_start) AS day FROM hardware_specs
WHERE predicate IN ('launch', 'availability') AND NOT coalesce(planned, false)
GROUP BY hardware_id;
