-- id: composition
-- family: composition
-- title: What a system is made of
-- en: {?counted}“{quote:text}” hold {would_hold:text}, but the article counts “{beside:text}” in them, which is what
--   {follows:interval} {name:text} hold ({source:text}).{/counted}{!counted}The article says “{quote:text}”: {said:said}
--   {part_name:text} in one {name:text}.{/counted} {?listed}{source:text} counts
--   {follows:interval}.{/listed}{?replaced}The model lists no such part in it; it has {instead:text}
--   ({source:text}).{/replaced} {?holds}{said:said} {part_name:text} would hold {would_hold:text}{?beside}, while the article
--   itself also says “{beside:text}”{/beside}.{/holds} {?is_dies}That is twice the number of packages, as if dies were
--   counted.{/is_dies}
-- it: {?counted}«{quote:text}» contengono {would_hold_it:text}, ma l'articolo ne conta «{beside:text}»: tanti ne hanno
--   {follows:interval} {name:text} ({source:text}).{/counted}{!counted}L'articolo dice «{quote:text}»: {said:said}
--   {part_name:text} in un {name:text}.{/counted} {?listed}Secondo la fonte
--   ({source:text}) sono {follows:interval}.{/listed}{?replaced}Nel modello questo componente non c'è; ci sono {instead:text}
--   ({source:text}).{/replaced} {?holds}{said:said} {part_name:text} conterrebbero {would_hold_it:text}{?beside}, mentre lo stesso
--   articolo dice anche «{beside:text}»{/beside}.{/holds} {?is_dies}È il doppio del numero di package, come se si
--   contassero i die.{/is_dies}
-- zh: {?counted}“{quote:text}”应含{would_hold_zh:text}，文章却称其中有“{beside:text}”，这是{follows:interval}个{name:text}所含的数量
--   （{source:text}）。{/counted}{!counted}文章称“{quote:text}”，即一个{name:text}含{said:said}个{part_name:text}。{/counted}{?listed}据{source:text}，应为{follows:interval}个。
--   {/listed}{?replaced}模型中没有这一部件，而是{instead:text}（{source:text}）。{/replaced}{?holds}{said:said}个{part_name:text}将含
--   {would_hold_zh:text}{?beside}，而文章同时称“{beside:text}”{/beside}。{/holds}{?is_dies}这是封装数量的两倍，像是按裸片计数。{/is_dies}
--
-- A part is counted in one system, or in as many systems as the same sentence counts ("72 GB200 (36 CPU, 72 GPU)" gives the parts
-- of all 72). Generic parts (cpu, gpu) and architectures count every part of their kind. GPUs counted by their dies are doubtful.

WITH said AS (
  SELECT c.claim_id, c.article_id, c.hardware, c.object, c.lo AS said_low, c.hi AS said_high, c.value AS said_value,
    c.value_high AS said_value_high, c.bound AS said_bound, c.quote, c.sentence_start, c.span_start, h.name,
    o.name AS object_name, o.kind AS object_kind
  FROM hardware_claims c
  JOIN hardware h ON h.hardware_id = c.hardware
  LEFT JOIN hardware o ON o.hardware_id = c.object
  WHERE c.predicate = 'component' AND c.polarity = 'positive' AND c.value > 0
    AND c.hardware IN (SELECT hardware_id FROM parts)
), matching AS (
  SELECT s.claim_id, sum(p.count) AS count, arg_max(p.source, p.count) AS source, arg_max(p.source_url, p.count) AS source_url,
    min(p.checked) AS checked, bool_or(p.checked IS NULL) AS unchecked, bool_or(p.component_kind IN ('gpu', 'accelerator') AND p.component_id <> s.object) AS is_gpu
  FROM said s
  JOIN parts p ON p.hardware_id = s.hardware
  LEFT JOIN hardware part ON part.hardware_id = p.component_id
  WHERE p.component_id = s.object
    OR (s.object = 'cpu' AND p.component_kind = 'cpu')
    OR (s.object = 'gpu' AND p.component_kind IN ('gpu', 'accelerator'))
    OR (s.object_kind IN ('architecture', 'family') AND part.architecture = s.object AND p.component_kind IN ('gpu', 'cpu', 'accelerator'))
  GROUP BY s.claim_id
), instead AS (
  -- what stands in the place of a part that the system does not have
  SELECT s.claim_id, string_agg(p.count || ' ' || p.component_name, ' + ' ORDER BY p.count DESC, p.component_id) AS words,
    arg_max(p.source, p.count) AS source, arg_max(p.source_url, p.count) AS source_url, min(p.checked) AS checked,
    max(p.count) AS count
  FROM said s JOIN parts p ON p.hardware_id = s.hardware AND p.component_kind = s.object_kind
  WHERE s.claim_id NOT IN (SELECT claim_id FROM matching) AND s.object_kind NOT IN ('architecture', 'family')
  GROUP BY s.claim_id
), counted AS (
  -- how many of the system the same sentence counts
  SELECT s.claim_id, u.claim_id AS count_id, u.middle AS systems, u.quote AS count_quote, u.low AS count_low, u.high AS count_high
  FROM said s
  JOIN unit_counts u ON u.article_id = s.article_id AND u.hardware = s.hardware AND u.sentence_start = s.sentence_start
  -- "12个", "quattro" without a noun may count something else
  WHERE u.middle > 1 AND u.confidence > 0.6
  QUALIFY row_number() OVER (PARTITION BY s.claim_id ORDER BY abs(u.span_start - s.span_start), u.claim_id) = 1
), systems AS (
  SELECT claim_id, 1.0 AS systems FROM said UNION SELECT claim_id, systems FROM counted
), readings AS (
  SELECT m.claim_id, m.count * y.systems * r.dies AS follows, m.count * y.systems AS packages, m.source, m.source_url, m.checked, true AS listed, NULL AS instead, r.dies = 2 AS is_dies,
    CASE r.dies WHEN 2 THEN 'doubtful' ELSE 'supported' END AS if_right
  FROM matching m JOIN systems y USING (claim_id), (VALUES (1), (2)) r(dies)
  WHERE r.dies = 1 OR m.is_gpu
  UNION ALL
  SELECT claim_id, count, count, source, source_url, checked, false, words, false, 'supported' FROM instead
), judged AS (
  SELECT s.*, r.* EXCLUDE (claim_id),
    CASE
      WHEN NOT listed THEN 'doubtful'
      WHEN share_a_point(said_low, said_high, follows, follows) THEN if_right
      ELSE 'conflict'
    END AS verdict
  FROM said s JOIN readings r USING (claim_id)
  QUALIFY row_number() OVER (
    PARTITION BY s.claim_id
    ORDER BY verdict_rank(verdict), is_dies, times_apart(said_low, said_high, follows, follows), follows
  ) = 1
), held AS (
  -- what so many of the part would hold themselves, as each language writes numbers
  SELECT j.claim_id, string_agg(number_en(j.said_value * p.count) || ' ' || p.component_name, ' + ' ORDER BY p.count, p.component_id) AS words,
    string_agg(number_it(j.said_value * p.count) || ' ' || p.component_name, ' + ' ORDER BY p.count, p.component_id) AS words_it,
    string_agg(digits(j.said_value * p.count) || ' ' || p.component_name, ' + ' ORDER BY p.count, p.component_id) AS words_zh
  FROM judged j JOIN parts p ON p.hardware_id = j.object
  WHERE j.verdict = 'conflict' AND j.said_value_high IS NULL
  GROUP BY j.claim_id
), beside AS (
  -- what the sentence says of the system's other parts
  SELECT j.claim_id, string_agg(o.quote, ' + ' ORDER BY o.span_start) AS quotes, list(o.claim_id ORDER BY o.span_start) AS ids
  FROM judged j
  JOIN said o ON o.article_id = j.article_id AND o.hardware = j.hardware AND o.sentence_start = j.sentence_start AND o.claim_id <> j.claim_id
  WHERE j.object IN (SELECT hardware_id FROM parts)
  GROUP BY j.claim_id
), at_odds AS (
  -- a count of systems that the parts counted with it contradict
  SELECT j.article_id, j.hardware, j.name, c.count_id, c.count_quote, c.count_low, c.count_high, c.systems,
    min(j.said_value / m.count)::DOUBLE AS follows_low, max(j.said_value / m.count)::DOUBLE AS follows_high,
    string_agg(j.quote, ' + ' ORDER BY j.span_start) AS beside, list(j.claim_id ORDER BY j.span_start) AS ids,
    string_agg(number_en(c.systems * m.count) || ' ' || coalesce(j.object_name, upper(j.object)), ' + ' ORDER BY j.span_start) AS words,
    string_agg(number_it(c.systems * m.count) || ' ' || coalesce(j.object_name, upper(j.object)), ' + ' ORDER BY j.span_start) AS words_it,
    string_agg(digits(c.systems * m.count) || ' ' || coalesce(j.object_name, upper(j.object)), ' + ' ORDER BY j.span_start) AS words_zh,
    any_value(m.source) AS source, any_value(m.source_url) AS source_url, min(m.checked) AS checked, sum(m.count)::DOUBLE AS in_one
  FROM judged j JOIN counted c USING (claim_id) JOIN matching m USING (claim_id)
  WHERE j.verdict = 'conflict'
  GROUP BY ALL
)
SELECT article_id, hardware, count_low AS said_low, count_high AS said_high, follows_low, follows_high, '1' AS unit, 'conflict' AS verdict,
  NULL::DOUBLE AS gap,
  list_concat([claim(count_id, 'said')], list_transform(ids, lambda i: claim(i, 'other'))) AS claims,
  [
    article_input('unit_count', count_low, count_high, '1'), model_input('parts in one', in_one, in_one, '1', source, source_url, NULL, checked)
  ] AS inputs,
  true AS counted, count_quote AS quote, name, NULL AS part_name, systems AS said_value, NULL AS said_value_high, 'exact' AS said_bound,
  source, false AS listed, NULL AS instead, false AS replaced, words AS would_hold, words_it AS would_hold_it, words_zh AS would_hold_zh, false AS holds, beside, false AS is_dies
FROM at_odds
UNION ALL BY NAME
SELECT j.article_id, j.hardware, j.said_low, j.said_high,
  CASE WHEN j.listed THEN j.packages ELSE 0 END AS follows_low, CASE WHEN j.listed THEN j.packages ELSE 0 END AS follows_high, '1' AS unit, j.verdict,
  CASE WHEN j.listed THEN NULL ELSE 2.0 END AS gap,
  list_concat([claim(j.claim_id, 'said')], list_transform(coalesce(b.ids, []), lambda i: claim(i, 'other'))) AS claims,
  [
    article_input(j.object, j.said_low, j.said_high, '1'),
    model_input(j.object, CASE WHEN j.listed THEN j.packages ELSE 0 END, NULL, '1', j.source, j.source_url, NULL, j.checked)
  ] AS inputs,
  false AS counted, j.quote, j.name, coalesce(j.object_name, upper(j.object)) AS part_name, j.said_value, j.said_value_high, j.said_bound,
  j.source, j.listed, j.instead, NOT j.listed AS replaced, h.words AS would_hold, h.words_it AS would_hold_it, h.words_zh AS would_hold_zh, h.words IS NOT NULL AS holds, b.quotes AS beside, j.is_dies
FROM judged j LEFT JOIN held h USING (claim_id) LEFT JOIN beside b USING (claim_id)
WHERE j.claim_id NOT IN (SELECT unnest(ids) FROM at_odds)
  -- twenty times as many parts are those of many systems, a twentieth those of one node
  AND NOT (j.verdict <> 'supported' AND (j.said_low > 20 * j.packages OR j.said_high * 20 < j.packages))
