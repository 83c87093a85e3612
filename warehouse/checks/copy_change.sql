-- id: copy_change
-- family: copy_change
-- title: What changed between an article and its copy
-- en: {?unchanged}All figures that {article:text}{?day} ({day:date}){/day} has from {other_article:text}{?other_day} ({other_day:date}){/other_day} are as they
--   were: {figures:number}.{/unchanged}{!unchanged}“{quote:text}” in {article:text}{?day} ({day:date}){/day} comes from {other_article:text}{?other_day}
--   ({other_day:date}){/other_day}, which says “{other_quote:text}”. The one text is a {?spun}machine-paraphrased {/spun}copy of the other:
--   {contained:percent} of the shorter stands in the longer.{/unchanged} {?number_changed}The figure changed ({predicate:term}{?name} of
--   {name:text}{/name}): {other_words:said} became {said_words:said}{?times}, {times:ratio} times apart{/times}.{/number_changed} {?is_slip}Only the order of
--   magnitude differs.{/is_slip} {?date_changed}The date changed: {other:period} became {said:period}.{/date_changed} {?bound_changed}The bound
--   changed: {other_bound:term} “{other_quote:text}” became {bound:term} “{quote:text}”.{/bound_changed} {?told_as_fact}What was {other_modality:term} is told
--   as a fact.{/told_as_fact} {?source_dropped}The source, {other_source:text}, was dropped.{/source_dropped} {?source_changed}The source changed:
--   {other_source:text} became {source:text}.{/source_changed} {?update}Most figures changed, or the outlet is the same: it may be an
--   update.{/update}
-- it: {?unchanged}Tutti i dati che {article:text}{?day} ({day:date}){/day} riprende da {other_article:text}{?other_day} ({other_day:date}){/other_day} sono rimasti
--   uguali: {figures:number}.{/unchanged}{!unchanged}«{quote:text}» in {article:text}{?day} ({day:date}){/day} viene da {other_article:text}{?other_day}
--   ({other_day:date}){/other_day}, che dice «{other_quote:text}». Un testo è copia dell'altro{?spun}, parafrasato in automatico{/spun}: la parte del più breve che
--   si ritrova nel più lungo è il {contained:percent}.{/unchanged} {?number_changed}Il dato è cambiato ({predicate:term}{?name} di {name:text}{/name}):
--   {other_words:said} è diventato {said_words:said}{?times}, un rapporto di {times:ratio}{/times}.{/number_changed} {?is_slip}Differisce solo l'ordine di
--   grandezza.{/is_slip} {?date_changed}La data è cambiata: {other:period} è diventato {said:period}.{/date_changed} {?bound_changed}Il limite è cambiato:
--   {other_bound:term} «{other_quote:text}» è diventato {bound:term} «{quote:text}».{/bound_changed} {?told_as_fact}Quello che era {other_modality:term} è dato
--   come un fatto.{/told_as_fact} {?source_dropped}La fonte, {other_source:text}, è stata tolta.{/source_dropped} {?source_changed}La fonte è cambiata:
--   {other_source:text} è diventato {source:text}.{/source_changed} {?update}È cambiata la maggior parte dei dati, o la testata è la stessa: può essere un
--   aggiornamento.{/update}
-- zh: {?unchanged}{article:text}{?day}（{day:date}）{/day}转自{other_article:text}{?other_day}（{other_day:date}）{/other_day}的数据均未改动，共{figures:number}处。
--   {/unchanged}{!unchanged}{article:text}{?day}（{day:date}）{/day}中的“{quote:text}”出自{other_article:text}{?other_day}（{other_day:date}）{/other_day}的
--   “{other_quote:text}”。前者是后者的转载{?spun}（经机器改写）{/spun}：较短一文有{contained:percent}见于较长一文。{/unchanged}{?number_changed}数据（{?name}
--   {name:text}的{/name}{predicate:term}）变了：原文是{other_words:said}，转载成了{said_words:said}{?times}，相差{times:ratio}倍{/times}。{/number_changed}{?is_slip}
--   只差在数量级。{/is_slip}{?date_changed}日期变了：原文是{other:period}，转载成了{said:period}。{/date_changed}{?bound_changed}限定词变了：原文是{other_bound:term}
--   “{other_quote:text}”，转载成了{bound:term}“{quote:text}”。{/bound_changed}{?told_as_fact}原文所说的{other_modality:term}被写成了事实。{/told_as_fact}
--   {?source_dropped}出处（{other_source:text}）被删去。{/source_dropped}{?source_changed}出处由{other_source:text}变成了{source:text}。{/source_changed}{?update}多数数据都
--   变了，或两文出自同一媒体，可能是更新。{/update}
--
-- Claims of a copy and of its original meet by what they are about. A figure that the original has as well, in whatever numerals, is
-- unchanged, and so is a rounder one; what is left over on both sides is paired by its sentence, numbers masked. A dropped
-- "about" is not told. A day that is counted from publication moves with it, so that only dates with a year are compared.

WITH copied AS (
  SELECT c.article_id, c.copy_of, round(c.contained, 2) AS contained, c.kind, a.publisher IS NOT NULL AND a.publisher = b.publisher AS same_outlet, a.text, b.text AS other_text
  FROM article_copies c JOIN articles a USING (article_id) JOIN articles b ON b.article_id = c.copy_of
), worded AS (
  SELECT c.claim_id, c.article_id, c.kind, c.predicate, c.hardware, c.holder, c.value, c.value_high, c.unit, c.bound, c.modality, c.source, c.quote, c.span_start,
    c.date_start, c.date_end, c.confidence,
    hash(c.kind, c.predicate, c.hardware, c.holder, c.object, c.per, c.aspect, c.event, c.basis, c.basis_size, c.baseline, c.polarity) AS subject_key,
    -- each end of a range has its own rounding
    low_end(c.value, c.unit, c.predicate, 'exact') AS low, high_end(c.value, NULL, c.unit, c.predicate, 'exact') AS low_top,
    low_end(coalesce(c.value_high, c.value), c.unit, c.predicate, 'exact') AS high_bottom, high_end(c.value, c.value_high, c.unit, c.predicate, 'exact') AS high,
    CASE WHEN c.kind = 'date' THEN concat(c.date_start, '/', c.date_end) ELSE concat(c.unit, ' ', c.value, '-', c.value_high) END AS figure,
    c.sentence_start, c.sentence_end
  FROM claims c
  SEMI JOIN (SELECT article_id FROM article_copies UNION SELECT copy_of FROM article_copies) USING (article_id)
  WHERE (c.value IS NOT NULL AND c.kind <> 'date') OR (c.kind = 'date' AND c.date_start IS NOT NULL AND regexp_matches(c.quote, '(19|20)\d\d'))
), numbered AS (
  SELECT *, row_number() OVER (PARTITION BY article_id, subject_key, figure ORDER BY span_start, claim_id) AS nth FROM worded
), same AS (
  SELECT p.article_id, p.copy_of, c.claim_id, o.claim_id AS other_id, c.kind, c.span_start
  FROM copied p
  JOIN numbered c ON c.article_id = p.article_id
  JOIN numbered o ON o.article_id = p.copy_of AND o.subject_key = c.subject_key AND o.figure = c.figure AND o.nth = c.nth
), left_over AS (
  SELECT p.article_id, p.copy_of, c.* EXCLUDE (article_id), p.kind AS copy_kind, masked_sentence(p.text, c.sentence_start, c.sentence_end) AS sentence
  FROM copied p JOIN numbered c ON c.article_id = p.article_id
  WHERE c.claim_id NOT IN (SELECT claim_id FROM same)
    -- the original has the figure elsewhere, or a finer one that rounds to it
    AND NOT EXISTS (
      FROM worded o WHERE o.article_id = p.copy_of AND o.subject_key = c.subject_key AND o.unit IS NOT DISTINCT FROM c.unit
        AND (o.figure = c.figure OR c.kind <> 'date'
          AND share_a_point(c.low, c.low_top, o.low, o.low_top) AND share_a_point(c.high_bottom, c.high, o.high_bottom, o.high)))
), missing AS (
  SELECT p.article_id AS copy_id, o.*, masked_sentence(p.other_text, o.sentence_start, o.sentence_end) AS sentence
  FROM copied p JOIN worded o ON o.article_id = p.copy_of
  WHERE NOT EXISTS (FROM same s WHERE s.article_id = p.article_id AND s.other_id = o.claim_id)
), paired AS (
  SELECT l.article_id, l.copy_of, l.claim_id, o.claim_id AS other_id, l.kind, l.span_start, l.subject_key = o.subject_key AS changed,
    1 - levenshtein(l.sentence, o.sentence) / greatest(length(l.sentence), length(o.sentence), 1) AS nearness
  FROM left_over l
  JOIN missing o ON o.copy_id = l.article_id AND o.article_id = l.copy_of
    -- without its bound a figure may read as another kind of statement
    AND (o.subject_key = l.subject_key OR (o.quote = l.quote AND o.bound <> l.bound AND o.kind = l.kind))
  WHERE nearness >= CASE l.copy_kind WHEN 'spun' THEN 0.4 ELSE 0.7 END
  QUALIFY row_number() OVER (PARTITION BY l.claim_id ORDER BY nearness DESC, o.span_start) = 1
    AND row_number() OVER (PARTITION BY l.article_id, o.claim_id ORDER BY nearness DESC, l.span_start) = 1
), aligned AS (
  SELECT article_id, copy_of, claim_id, other_id, changed FROM paired
  UNION ALL SELECT article_id, copy_of, claim_id, other_id, false FROM same
), compared AS (
  SELECT a.*, p.contained, p.kind = 'spun' AS spun, p.same_outlet, p.text, c.predicate, c.hardware, c.holder, c.kind, c.quote, c.value, c.value_high, c.unit, c.bound,
    c.modality, c.source, c.low, c.high, c.date_start, c.date_end, least(c.confidence, o.confidence) AS confidence, o.quote AS other_quote, o.value AS other_value,
    o.value_high AS other_value_high, o.unit AS other_unit, o.bound AS other_bound, o.modality AS other_modality, o.source AS other_source, o.low AS other_low,
    o.high AS other_high, o.date_start AS other_start, o.date_end AS other_end,
    -- by how much the end moved that moved most
    CASE WHEN c.unit = o.unit THEN greatest(
      c.value / o.value, o.value / c.value, coalesce(c.value_high, c.value) / coalesce(o.value_high, o.value), coalesce(o.value_high, o.value) / coalesce(c.value_high, c.value)
    )::DOUBLE END AS times,
    changed AND c.kind <> 'date' AS number_changed, changed AND c.kind = 'date' AS date_changed,
    NOT changed AND o.bound IN ('min', 'max') AND c.bound <> o.bound AS bound_changed,
    NOT changed AND o.modality IN ('rumored', 'expected', 'estimated') AND c.modality = 'asserted' AS told_as_fact,
    count_if(changed) OVER (PARTITION BY a.article_id) AS changes, count(*) OVER (PARTITION BY a.article_id) AS figures
  FROM aligned a
  JOIN copied p ON p.article_id = a.article_id AND p.copy_of = a.copy_of
  JOIN worded c ON c.claim_id = a.claim_id
  JOIN worded o ON o.claim_id = a.other_id
), unnamed AS (
  -- sources of the original of which the copy has no name at all
  SELECT c.article_id, c.claim_id
  FROM compared c
  LEFT JOIN organisations n ON n.name = c.other_source
  LEFT JOIN organisation_aliases x ON x.organisation_id = n.organisation_id
  WHERE c.other_source IS NOT NULL AND c.source IS NULL
  GROUP BY ALL
  HAVING NOT bool_or(contains(lower(c.text), lower(c.other_source)) OR coalesce(contains(lower(c.text), lower(x.alias)), false))
), judged AS (
  SELECT c.*, u.claim_id IS NOT NULL AS source_dropped, coalesce(c.source <> c.other_source, false) AND NOT c.changed AS source_changed,
    c.changes > 1 AND c.changes > c.figures / 2 OR c.same_outlet AS update,
    CASE WHEN c.number_changed AND c.unit = c.other_unit THEN slip_exponent(c.low, c.high, c.other_low, c.other_high) END AS slip,
    CASE
      WHEN c.changed THEN CASE WHEN update THEN 'disagreement' WHEN c.confidence < 0.6 THEN 'doubtful' ELSE 'conflict' END
      WHEN c.bound_changed OR c.told_as_fact OR source_dropped OR source_changed THEN 'doubtful'
    END AS verdict
  FROM compared c LEFT JOIN unnamed u ON u.article_id = c.article_id AND u.claim_id = c.claim_id
), told AS (
  SELECT *, false AS unchanged FROM judged WHERE verdict IS NOT NULL
  -- a source is dropped once, however many figures it gave
  QUALIFY changed OR bound_changed OR told_as_fact
    OR row_number() OVER (PARTITION BY article_id, other_source, source, changed, bound_changed, told_as_fact ORDER BY kind = 'date', confidence DESC, claim_id) = 1
  UNION ALL BY NAME
  SELECT * REPLACE ('supported' AS verdict), true AS unchanged FROM judged
  WHERE article_id NOT IN (SELECT article_id FROM judged WHERE verdict IS NOT NULL)
  QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY confidence DESC, claim_id) = 1
)
SELECT t.article_id, t.hardware, low AS said_low, high AS said_high, other_low AS follows_low, other_high AS follows_high, unit, verdict,
  CASE WHEN slip IS NOT NULL AND verdict <> 'disagreement' THEN 'magnitude' END AS family,
  -- a change that is no number has no size: it counts as a factor of two
  CASE WHEN unchanged THEN 1 WHEN number_changed AND unit = other_unit THEN times ELSE 2 END AS gap,
  [claim(claim_id, 'said'), claim(other_id, 'original')] AS claims,
  [
    input_of('copy', value, value_high, unit, 'article', a.name, NULL, CAST(a.published AS VARCHAR), NULL),
    input_of('original', other_value, other_value_high, other_unit, 'article', b.name, NULL, CAST(b.published AS VARCHAR), NULL)
  ] AS inputs,
  unchanged, figures, quote, other_quote, CASE WHEN a.name = b.name THEN a.document_key ELSE a.name END AS article, a.published AS day,
  CASE WHEN a.name = b.name THEN b.document_key ELSE b.name END AS other_article, b.published AS other_day, contained, spun, predicate, bound, other_bound,
  coalesce(h.name, t.hardware, holder) AS name, number_changed, date_changed, bound_changed, told_as_fact, source_dropped, source_changed,
  update AND NOT unchanged AND verdict = 'disagreement' AS update,
  value * percent AS said_words_value, value_high * percent AS said_words_value_high, bound AS said_words_bound,
  CASE predicate WHEN 'share' THEN '%' ELSE unit END AS said_words_unit,
  other_value * percent AS other_words_value, other_value_high * percent AS other_words_value_high, other_bound AS other_words_bound,
  CASE predicate WHEN 'share' THEN '%' ELSE other_unit END AS other_words_unit,
  times, slip IS NOT NULL AS is_slip,
  date_start AS said_start, date_end AS said_end, other_start, other_end, other_modality, source, other_source
FROM (SELECT *, CASE predicate WHEN 'share' THEN 100 ELSE 1 END AS percent FROM told) t
JOIN origins a ON a.article_id = t.article_id
JOIN origins b ON b.article_id = t.copy_of
LEFT JOIN hardware h ON h.hardware_id = t.hardware
