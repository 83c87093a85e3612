-- id: composition
-- family: composition
-- title: What a system is made of
-- en: The article says “{quote:text}”: {said:said} {part_name:text} in one {name:text}. {?listed}{source:text} counts
--   {follows:interval}.{/listed}{!listed}The model lists no such part in it; it has {instead:text}
--   ({source:text}).{/listed} {?would_hold}{said:said} {part_name:text} would hold {would_hold:text}{?beside}, while the article
--   itself also says “{beside:text}”{/beside}.{/would_hold} {?is_dies}That is twice the number of packages, as if dies were
--   counted.{/is_dies}
-- it: L'articolo dice «{quote:text}»: {said:said} {part_name:text} in un {name:text}. {?listed}Secondo la fonte
--   ({source:text}) sono {follows:interval}.{/listed}{!listed}Nel modello questo componente non c'è; ci sono {instead:text}
--   ({source:text}).{/listed} {?would_hold}{said:said} {part_name:text} conterrebbero {would_hold:text}{?beside}, mentre lo stesso
--   articolo dice anche «{beside:text}»{/beside}.{/would_hold} {?is_dies}È il doppio del numero di package, come se si
--   contassero i die.{/is_dies}
-- zh: 文章称“{quote:text}”，即一个{name:text}含{said:said}个{part_name:text}。{?listed}据{source:text}，应为{follows:interval}个。
--   {/listed}{!listed}模型中没有这一部件，而是{instead:text}（{source:text}）。{/listed}{?would_hold}{said:said}个{part_name:text}将含
--   {would_hold:text}{?beside}，而文章同时称“{beside:text}”{/beside}。{/would_hold}{?is_dies}这是封装数量的两倍，像是按裸片计数。{/is_dies}
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
    min(p.checked) AS checked, bool_or(p.checked IS NULL) AS unchecked, bool_or(p.component_kind IN ('gpu', 'accelerator')) AS is_gpu
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
), systems AS (
  SELECT s.claim_id, unnest(list_distinct(list_append(list_filter(list(u.middle), lambda n: n IS NOT NULL), 1.0))) AS systems
  FROM said s
  LEFT JOIN unit_counts u ON u.article_id = s.article_id AND u.hardware = s.hardware AND u.sentence_start = s.sentence_start
  GROUP BY s.claim_id
), readings AS (
  SELECT m.claim_id, m.count * y.systems AS follows, m.source, m.source_url, m.checked, true AS listed, NULL AS instead, r.dies = 2 AS is_dies,
    CASE r.dies WHEN 2 THEN 'doubtful' ELSE 'supported' END AS if_right
  FROM matching m JOIN systems y USING (claim_id), (VALUES (1), (2)) r(dies)
  WHERE r.dies = 1 OR m.is_gpu
  UNION ALL
  SELECT claim_id, count, source, source_url, checked, false, words, false, 'supported' FROM instead
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
  -- what so many of the part would hold themselves
  SELECT j.claim_id, string_agg(number_en(j.said_value * p.count) || ' ' || p.component_name, ' + ' ORDER BY p.count, p.component_id) AS words
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
)
SELECT j.article_id, j.hardware, j.said_low, j.said_high,
  CASE WHEN j.listed THEN j.follows ELSE 0 END AS follows_low, CASE WHEN j.listed THEN j.follows ELSE 0 END AS follows_high, '1' AS unit, j.verdict,
  CASE WHEN j.listed THEN NULL ELSE 2.0 END AS gap,
  list_concat([claim(j.claim_id, 'said')], list_transform(coalesce(b.ids, []), lambda i: claim(i, 'other'))) AS claims,
  [
    article_input(j.object, j.said_low, j.said_high, '1'),
    model_input(j.object, CASE WHEN j.listed THEN j.follows ELSE 0 END, NULL, '1', j.source, j.source_url, NULL, j.checked)
  ] AS inputs,
  j.quote, j.name, coalesce(j.object_name, upper(j.object)) AS part_name, j.said_value, j.said_value_high, j.said_bound,
  j.source, j.listed, j.instead, h.words AS would_hold, b.quotes AS beside, j.is_dies
FROM judged j LEFT JOIN held h USING (claim_id) LEFT JOIN beside b USING (claim_id)
