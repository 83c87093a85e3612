-- id: systems_total
-- family: composition
-- title: Systems times what is in one against the GPUs counted with them
-- en: The article says “{systems_quote:text}” with “{total_quote:text}” in all. {?from_model}One {name:text} holds {in_one:number}
--   ({source:text}){/from_model}{?from_article}Of {in_one:number} each{/from_article}, {systems:number} of them hold {product:number}{?differs}, not {total:number}{/differs}.
-- it: L'articolo dice «{systems_quote:text}» con «{total_quote:text}» in tutto. {?from_model}{name:text} ne contiene {in_one:number}
--   ({source:text}){/from_model}{?from_article}Con {in_one:number} ciascuno{/from_article}: {systems:number} ne contengono {product:number}{?differs}, non {total:number}{/differs}.
-- zh: 文章称“{systems_quote:text}”，共“{total_quote:text}”。{?from_model}一套{name:text}有{in_one:number}个（{source:text}）{/from_model}
--   {?from_article}每台{in_one:number}个{/from_article}，{systems:number}套共{product:number}个{?differs}，而不是{total:number}个{/differs}。
--
-- Racks, servers and pods of a known number of accelerators, by the model or by the article's own word for their size, and a count of GPUs behind them in the
-- same sentence, or told as the sum in it or the next one where no other systems are counted. GPUs may be counted by package or by die; hosts and spares make two per cent; "more than" and ranges are left.

WITH counts AS (
  SELECT q.* EXCLUDE (lo, hi), q.value::DOUBLE AS middle, h.kind, h.name,
    -- an exact number in the thousands is counted rather than rounded
    CASE WHEN q.bound = 'exact' AND q.value < 1e5 THEN q.value - digit_step(q.value) / 10 ELSE q.lo END::DOUBLE AS lo,
    CASE WHEN q.bound = 'exact' AND q.value < 1e5 THEN q.value + digit_step(q.value) / 10 ELSE q.hi END::DOUBLE AS hi
  FROM quantity_claims q LEFT JOIN hardware h ON h.hardware_id = q.hardware
  WHERE q.predicate = 'unit_count' AND q.polarity = 'positive' AND q.per IS NULL AND q.value > 1 AND q.value_high IS NULL AND q.bound IN ('exact', 'about')
), inside AS (
  SELECT hardware_id AS hardware, sum(count)::DOUBLE AS gpus, any_value(part.architecture) AS architecture, any_value(source ORDER BY source) AS source, any_value(source_url ORDER BY source) AS source_url, min(checked) AS checked
  FROM (
    SELECT DISTINCT ON (p.hardware_id, component_id) p.*, h.architecture FROM parts p LEFT JOIN hardware h ON h.hardware_id = p.component_id
    WHERE component_kind IN ('gpu', 'accelerator') ORDER BY p.hardware_id, component_id, source
  ) part
  GROUP BY hardware_id HAVING count(*) = 1
), systems AS (
  SELECT c.* EXCLUDE (source), i.gpus AS in_one, i.source, i.source_url, i.checked, i.architecture, true AS from_model FROM counts c JOIN inside i USING (hardware)
  WHERE c.kind IN ('rack', 'server', 'pod', 'system') AND c.basis_size IS NULL AND i.gpus > 1
  UNION ALL BY NAME
  SELECT c.* EXCLUDE (source), c.basis_size::DOUBLE AS in_one, false AS from_model FROM counts c WHERE c.basis IN ('server', 'rack') AND c.basis_size > 1
), pairs AS (
  SELECT s.article_id, s.hardware, s.claim_id AS systems_id, t.claim_id AS total_id, s.quote AS systems_quote, t.quote AS total_quote, s.name, s.middle AS systems, s.in_one, t.middle AS total,
    s.from_model, s.source, s.source_url, s.checked, t.lo AS said_low, t.hi AS said_high, s.lo * s.in_one AS follows_low, s.hi * s.in_one AS follows_high,
    count(*) OVER (PARTITION BY t.claim_id) AS told, lower(substr(a.text, s.span_end + 1, t.span_start - s.span_end)) AS between,
    t.sentence_start = s.sentence_start AS in_sentence,
    -- "ognuno con due processori e quattro H100: vale a dire 4.840": told as what follows of what stands before it
    t.sentence_start = s.sentence_start AND regexp_matches(between, '(:|(vale a dire|cioè|ossia|ovvero|fann?o|quindi|dunque|pari a|per un totale di|in tutto|in totale|complessivamente)( a)?|即|也就是|相[当當][于於]|折合|[合总總][计計]|[总總]?共)( altri)?\s*$')
      AND count(*) FILTER (t.sentence_start = s.sentence_start) OVER (PARTITION BY t.claim_id) = 1 AS is_reckoned,
    regexp_matches(clause_before(words_before(a.text, t.span_start)), '\b(in tutto|in totale|complessivamente|per un totale di|totale|equival(e|gono) a)\b|[合总總][计計]|[总總]?共|[换換折]算|折合|算下[来來]')
      AND (SELECT count(*) FROM systems o WHERE o.article_id = s.article_id) = 1 AS is_sum
  FROM systems s
  JOIN counts t ON t.article_id = s.article_id AND t.sentence_start - s.sentence_end <= 2 AND t.span_start >= s.span_end AND t.basis IS NULL
    AND (t.hardware IS NULL OR t.kind IN ('gpu', 'accelerator') OR t.hardware = s.architecture) AND t.middle > s.middle AND coalesce(t.deal = s.deal, true)
    AND (t.kind IN ('gpu', 'accelerator') OR regexp_matches(lower(t.quote), 'gpu|accelerat|acceleratori|schede|加速|[显顯]卡|[颗顆张張卡枚]|chip|芯片'))
  JOIN articles a ON a.article_id = s.article_id
), near AS (
  -- a comma or a word for a sum between them, and no other thing
  SELECT * FROM pairs
  -- what is in each, told between the two, is each_total's
  WHERE told = 1 AND (from_model OR NOT in_sentence OR NOT regexp_matches(between, '^\s*(da|con) (due|quattro|sei|otto|dieci|sedici|\d{1,2}) [^,:;]{1,40}[,:;]?\s*(in tutto|in totale|per un totale di|complessivamente)\s*$')) AND ((is_sum AND length(between) <= 160 AND NOT regexp_matches(between, '\b(oltre a|più|altre|altri|insieme a|accanto)\b|以及|另|其他|其它')) OR (is_reckoned AND length(between) <= 200 AND NOT regexp_matches(between, '\b(oltre a|più|altri \d|altre \d|insieme a|accanto)\b|以及|另|其他|其它'))
    OR (in_sentence AND length(between) <= 40
    -- without what is told of each: "con otto H200 ciascuno"
    AND NOT regexp_matches(regexp_replace(between, '^\s*(da|con) (quattro|otto|sedici|\d{1,2}) \S+( \w+)?( ciascun[oa]| l[''’]un[oa]| ognun[oa])?,?', ''), '[0-9.;。；]|\b(oltre|più|altre|altri|insieme a|accanto)\b|以及|另|和|与|還|还')))
), judged AS (
  SELECT *, CASE
      WHEN share_a_point(said_low, said_high, follows_low / 1.02, follows_high * 1.02) THEN 'supported'
      -- two dies in one package
      WHEN share_a_point(said_low, said_high, 2 * follows_low / 1.02, 2 * follows_high * 1.02) THEN 'supported'
      WHEN share_a_point(said_low, said_high, follows_low / 2 / 1.02, follows_high / 2 * 1.02) AND from_model THEN 'conflict'
      WHEN total > 20 * systems * in_one OR total * 20 < systems * in_one THEN NULL
      ELSE 'conflict'
    END AS verdict
  FROM near
)
SELECT article_id, hardware, said_low, said_high, follows_low, follows_high, '1' AS unit, verdict,
  [claim(total_id, 'total'), claim(systems_id, 'count')] AS claims,
  [
    article_input('total', said_low, said_high, '1'), article_input('systems', systems, NULL, '1'),
    CASE WHEN from_model THEN model_input('in one', in_one, NULL, '1', source, source_url, NULL, checked) ELSE article_input('in one', in_one, NULL, '1') END,
    derived_input('all', follows_low, follows_high, '1')
  ] AS inputs,
  systems_quote, total_quote, name, source, from_model, NOT from_model AS from_article, in_one, systems, total, systems * in_one AS product, verdict <> 'supported' AS differs
FROM judged
WHERE verdict IS NOT NULL
