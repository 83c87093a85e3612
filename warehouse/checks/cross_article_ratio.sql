-- id: cross_article_ratio
-- family: cross_article
-- title: One ratio that two articles give to different things, or two ratios for one thing
-- en: {?swapped}Two articles give the same ratio, {said:ratio} times, to different things: “{quote:text}” ({article:text}{?day}, {day:date}{/day})
--   means {aspect:term} ({name:text}), “{other_quote:text}” ({other_article:text}{?other_day}, {other_day:date}{/other_day}) means
--   {other_aspect:term} ({other_name:text}).{/swapped}{!swapped}Two articles give different ratios for {aspect:term}: “{quote:text}” ({article:text}{?day},
--   {day:date}{/day}) says {said:ratio} times ({name:text}), “{other_quote:text}” ({other_article:text}{?other_day}, {other_day:date}{/other_day}) says
--   {other:ratio} times ({other_name:text}).{/swapped} {?source}{source:text} bears the second out: {other:ratio} times for
--   {other_aspect:term}.{/source} {?own}For {aspect:term} the second article says {own:ratio} times (“{own_quote:text}”).{/own}
-- it: {?swapped}Due articoli attribuiscono lo stesso fattore, {said:ratio} volte, a cose diverse: «{quote:text}» ({article:text}{?day},
--   {day:date}{/day}) per {aspect:term} ({name:text}), «{other_quote:text}» ({other_article:text}{?other_day}, {other_day:date}{/other_day}) per
--   {other_aspect:term} ({other_name:text}).{/swapped}{!swapped}Due articoli danno fattori diversi per {aspect:term}: «{quote:text}»
--   ({article:text}{?day}, {day:date}{/day}) indica {said:ratio} volte ({name:text}), «{other_quote:text}» ({other_article:text}{?other_day},
--   {other_day:date}{/other_day}) {other:ratio} volte ({other_name:text}).{/swapped} {?source}La fonte ({source:text}) conferma il secondo:
--   {other:ratio} volte per {other_aspect:term}.{/source} {?own}Per {aspect:term} il secondo articolo indica {own:ratio} volte
--   («{own_quote:text}»).{/own}
-- zh: {?swapped}两篇文章把同一个倍数（{said:ratio}倍）说成了不同的东西：“{quote:text}”（{article:text}{?day}，{day:date}{/day}）指{aspect:term}
--   （{name:text}），“{other_quote:text}”（{other_article:text}{?other_day}，{other_day:date}{/other_day}）指{other_aspect:term}（{other_name:text}）。
--   {/swapped}{!swapped}两篇文章给出的{aspect:term}倍数不同：“{quote:text}”（{article:text}{?day}，{day:date}{/day}）为{said:ratio}倍（{name:text}），
--   “{other_quote:text}”（{other_article:text}{?other_day}，{other_day:date}{/other_day}）为{other:ratio}倍（{other_name:text}）。{/swapped}{?source}据{source:text}，
--   {other_aspect:term}为{other:ratio}倍，支持后者。{/source}{?own}关于{aspect:term}，后一篇文章的说法是{own:ratio}倍（“{own_quote:text}”）。{/own}
--
-- A maker claims 30 times for inference and 4 times for training; an article that gives the 30 to training is found out by one that does not.
-- Compared are ratios of one product, or of a product and its part or whole, against the same baseline or an unnamed
-- one. The model must bear one side out and not the other, since a product may well have the same ratio for two things.

WITH akin AS (
  SELECT hardware, member AS other FROM members
  UNION SELECT hardware_id, component_id FROM parts
  UNION SELECT component_id, hardware_id FROM parts
  UNION SELECT hardware_id, architecture FROM hardware WHERE architecture IS NOT NULL
), told AS (
  -- each ratio once, by the article that gave it first
  SELECT hardware, object, aspect, middle AS value, any_value(lo) AS lo, any_value(hi) AS hi, count(DISTINCT voice) AS voices,
    arg_min(claim_id, (coalesce(published, DATE '9999-01-01'), document_key)) AS claim_id
  FROM statements
  WHERE predicate = 'relative' AND unit = '1' AND baseline IS NULL AND aspect IN ('training', 'inference', 'efficiency') AND value > 1
    AND value_high IS NULL AND NOT is_copy AND manner = 'fact' AND confidence >= 0.6 AND hardware IS DISTINCT FROM object
  GROUP BY ALL
), claimed AS (
  SELECT t.claim_id, r.aspect, r.source, r.source_url, r.as_of, r.checked, r.value::DOUBLE AS value
  FROM told t
  JOIN akin k ON k.hardware = t.hardware
  JOIN hardware_specs r ON r.hardware_id = k.other AND r.predicate = 'relative' AND r.aspect IN ('training', 'inference', 'efficiency')
  WHERE (t.object IS NULL OR r.object = t.object OR r.object IN (SELECT other FROM akin WHERE hardware = t.object))
    AND times_apart(t.lo, t.hi, r.value::DOUBLE, coalesce(r.value_high, r.value)::DOUBLE) <= 1.1
), borne AS (
  SELECT t.*, c.source, c.source_url, c.as_of, c.checked FROM told t JOIN claimed c ON c.claim_id = t.claim_id AND c.aspect = t.aspect
  QUALIFY row_number() OVER (PARTITION BY t.claim_id ORDER BY c.checked IS NULL, c.source) = 1
), refuted AS (
  SELECT t.* FROM told t WHERE NOT EXISTS (FROM claimed c WHERE c.claim_id = t.claim_id AND c.aspect = t.aspect)
), paired AS (
  SELECT r.*, b.claim_id AS other_id, b.hardware AS other_hardware, b.aspect AS other_aspect, b.value AS other, b.lo AS other_low, b.hi AS other_high,
    b.voices AS other_voices, b.source, b.source_url, b.as_of, b.checked, r.aspect <> b.aspect AS swapped
  FROM refuted r
  JOIN akin k ON k.hardware = r.hardware
  JOIN borne b ON b.hardware = k.other AND (r.object IS NULL OR b.object IS NULL OR r.object = b.object)
    AND ((r.value = b.value AND r.aspect <> b.aspect) OR (r.aspect = b.aspect AND times_apart(r.lo, r.hi, b.lo, b.hi) > 1.4))
  QUALIFY row_number() OVER (PARTITION BY r.claim_id, r.aspect <> b.aspect ORDER BY b.voices DESC, b.hardware <> r.hardware, b.claim_id) = 1
)
SELECT s.article_id, p.hardware, p.lo AS said_low, p.hi AS said_high, p.other_low AS follows_low, p.other_high AS follows_high, '1' AS unit,
  CASE WHEN swapped OR p.hardware = p.other_hardware THEN 'conflict' ELSE 'doubtful' END AS verdict,
  greatest(times_apart(p.lo, p.hi, p.other_low, p.other_high), 2) AS gap, p.voices, [claim(p.claim_id, 'said'), claim(other_id, 'other')] AS claims,
  [
    input_of(p.aspect, p.value, NULL, '1', 'article', s.article_name, NULL, CAST(s.published AS VARCHAR), NULL),
    input_of(other_aspect, other, NULL, '1', 'article', o.article_name, NULL, CAST(o.published AS VARCHAR), NULL),
    model_input(other_aspect, other, NULL, '1', p.source, source_url, p.as_of, checked)
  ] AS inputs,
  swapped, s.quote, s.article_name AS article, s.published AS day, p.value AS said, p.aspect, h.name, o.quote AS other_quote, o.article_name AS other_article,
  o.published AS other_day, other, other_aspect, g.name AS other_name, p.source, own.middle AS own, own.quote AS own_quote
FROM paired p
JOIN statements s ON s.claim_id = p.claim_id
JOIN statements o ON o.claim_id = p.other_id
JOIN hardware h ON h.hardware_id = p.hardware
JOIN hardware g ON g.hardware_id = p.other_hardware
-- what the second article itself says of the thing that the first one means
LEFT JOIN statements own ON p.swapped AND own.article_id = o.article_id AND own.predicate = 'relative' AND own.hardware = o.hardware
  AND own.object IS NOT DISTINCT FROM o.object AND own.aspect = p.aspect AND own.manner = 'fact'
WHERE s.article_id <> o.article_id
QUALIFY row_number() OVER (PARTITION BY p.claim_id, swapped ORDER BY own.claim_id) = 1
