-- id: cross_article
-- family: cross_article
-- title: Articles against each other
-- en: {?differs}“{quote:text}” ({article:text}{?day}, {day:date}{/day}) and “{other_quote:text}” ({other_article:text}{?other_day},
--   {other_day:date}{/other_day}) are said of one thing, the {predicate:term} of {subject:text}{?event} ({event:term}){/event}{?as_of}
--   ({as_of:text}){/as_of}: {said_words:said} against {other_words:said}, {times:ratio} times apart{?converted} at the
--   rate of the day{/converted}.{/differs}{!differs}“{quote:text}”
--   ({article:text}{?day}, {day:date}{/day}) agrees with “{other_quote:text}” ({other_article:text}{?other_day},
--   {other_day:date}{/other_day}), the {predicate:term} of {subject:text}{?event} ({event:term}){/event}.{/differs} {?is_slip}Only the order of
--   magnitude differs.{/is_slip} {?is_swap}The same digits stand in another order.{/is_swap} {?one_story}Both articles tell the
--   same story: other figures in them agree.{/one_story} {?no_facts}Neither is told as a fact, so neither need be wrong.{/no_facts}
--   {?one_source}Both quote {source:text}.{/one_source} Independent voices: {said_voices:number} for {said_words:said}{?differs},
--   {other_voices:number} for {other_words:said}{/differs}. {?copies}Articles that
--   copy one of them and do not count: {copies:number}.{/copies}
-- it: {?differs}«{quote:text}» ({article:text}{?day}, {day:date}{/day}) e «{other_quote:text}» ({other_article:text}{?other_day},
--   {other_day:date}{/other_day}) si riferiscono alla stessa cosa, {predicate:term} di {subject:text}{?event}
--   ({event:term}){/event}{?as_of} ({as_of:text}){/as_of}: {said_words:said} contro {other_words:said}, un rapporto di
--   {times:ratio}{?converted} al cambio del giorno{/converted}.{/differs}{!differs}«{quote:text}» ({article:text}{?day}, {day:date}{/day}) concorda con «{other_quote:text}»
--   ({other_article:text}{?other_day}, {other_day:date}{/other_day}): {predicate:term} di {subject:text}{?event}
--   ({event:term}){/event}.{/differs} {?is_slip}Differisce solo l'ordine di grandezza.{/is_slip} {?is_swap}Le stesse cifre sono in un
--   altro ordine.{/is_swap} {?one_story}I due articoli raccontano la stessa notizia: altri dati coincidono.{/one_story}
--   {?no_facts}Nessuno dei due è dato come un fatto, quindi nessuno è per forza sbagliato.{/no_facts} {?one_source}Entrambi citano
--   la stessa fonte, {source:text}.{/one_source} Voci indipendenti: {said_voices:number} per {said_words:said}{?differs}, {other_voices:number} per
--   {other_words:said}{/differs}. {?copies}Articoli che copiano uno di questi, non conteggiati: {copies:number}.{/copies}
-- zh: {?differs}“{quote:text}”（{article:text}{?day}，{day:date}{/day}）与“{other_quote:text}”（{other_article:text}{?other_day}，{other_day:date}
--   {/other_day}）说的是同一件事（{subject:text}的{predicate:term}{?event}，{event:term}{/event}{?as_of}，{as_of:text}{/as_of}）：前者为
--   {said_words:said}，后者为{other_words:said}，{?converted}按当日汇率{/converted}相差{times:ratio}倍。{/differs}{!differs}“{quote:text}”（{article:text}{?day}，{day:date}{/day}）与
--   “{other_quote:text}”（{other_article:text}{?other_day}，{other_day:date}{/other_day}）一致（{subject:text}的{predicate:term}{?event}，{event:term}
--   {/event}）。{/differs}{?is_slip}只差在数量级。{/is_slip}{?is_swap}数字相同，顺序不同。{/is_swap}{?one_story}两篇文章说的是同一条消息，其他数据
--   相符。{/one_story}{?no_facts}两者都不是作为事实陈述的，不一定有错。{/no_facts}{?one_source}两者引用的都是{source:text}。{/one_source}独立消息源：
--   {said_words:said}有{said_voices:number}个{?differs}，{other_words:said}有{other_voices:number}个{/differs}。{?copies}另有{copies:number}篇文章转载其中
--   一篇，不计入。{/copies}
--
-- Copies are left out (their changes are copy_change's), and what a source says counts once however many quote it. What is
-- said by most voices, of equals by the first, is what the others are held against. A figure that happens to somebody (a count, a deal, a sum) is
-- compared within ten days only, or for one stated period: later it may be news. What a product has is left to the model where
-- the model knows it. Forecasts, estimates, plans and rumours that differ are a disagreement, unless two articles quote one source
-- in the same days. A conflict needs more than two articles that differ: both tell one story (another of its figures agrees), or three voices
-- stand against one.

WITH modelled AS (
  SELECT DISTINCT hardware_id, predicate FROM hardware_specs UNION SELECT DISTINCT hardware_id, 'component' FROM hardware_components
), open_to_question AS (
  SELECT s.*
  FROM statements s
  LEFT JOIN modelled m ON m.hardware_id = s.hardware AND m.predicate = s.predicate
  LEFT JOIN hardware h ON h.hardware_id = s.hardware
  WHERE NOT s.is_copy
    AND NOT (s.is_property AND (m.hardware_id IS NOT NULL OR coalesce(h.kind IN ('architecture', 'family', 'process', 'memory', 'packaging', 'interconnect'), false)))
), shared AS (
  SELECT scope FROM open_to_question GROUP BY scope HAVING min(article_id) < max(article_id)
), told AS (
  SELECT s.*,
    -- forecasts of one source are held against each other by its name, the rest whoever speaks
    CASE WHEN is_property OR as_of IS NOT NULL THEN 0
      WHEN published IS NULL THEN NULL
      ELSE sum(starts) OVER (PARTITION BY scope ORDER BY published, origin ROWS UNBOUNDED PRECEDING) END AS episode
  FROM (
    SELECT *, CASE WHEN published - lag(published) OVER (PARTITION BY scope ORDER BY published, origin) <= 10 THEN 0 ELSE 1 END AS starts
    FROM open_to_question SEMI JOIN shared USING (scope)
  ) s
), grouped AS (
  SELECT *, hash(scope, episode) AS story FROM told
  WHERE is_property OR as_of IS NOT NULL OR published IS NOT NULL
  QUALIFY min(article_id) OVER (PARTITION BY scope, episode) < max(article_id) OVER (PARTITION BY scope, episode)
), sides AS (
  -- each figure said in a story: who said it first, how many voices say so
  SELECT story, money, middle, value_high, bound, arg_min(claim_id, (coalesce(published, DATE '9999-01-01'), document_key)) AS claim_id,
    count(DISTINCT voice) AS voices, count(DISTINCT article_id) AS articles, min(published) AS day, any_value(lo) AS lo, any_value(hi) AS hi,
    list(DISTINCT source) FILTER (source IS NOT NULL) AS sources,
    -- the second voice, which bears the first out
    arg_min(claim_id, (coalesce(published, DATE '9999-01-01'), document_key)) FILTER (voice <> first_voice) AS second_id
  FROM (SELECT *, first(voice) OVER (PARTITION BY story, money, middle, value_high, bound ORDER BY published NULLS LAST, document_key) AS first_voice FROM grouped)
  GROUP BY ALL
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY story ORDER BY voices DESC, day NULLS LAST, claim_id) AS place FROM sides
), compared AS (
  SELECT o.claim_id AS other_id, r.claim_id AS said_id, o.voices AS other_voices, r.voices AS said_voices, o.lo AS other_low, o.hi AS other_high,
    r.lo AS said_low, r.hi AS said_high, abs(r.day - o.day) AS days, times_apart(r.lo, r.hi, o.lo, o.hi) AS apart,
    list_sort(list_intersect(r.sources, o.sources))[1] AS one_source, true AS differs
  FROM ranked r JOIN ranked o ON o.story = r.story AND o.place = 1
  WHERE r.place > 1 AND NOT share_a_point(r.lo, r.hi, o.lo, o.hi)
  UNION ALL
  SELECT claim_id, second_id, voices, voices, lo, hi, lo, hi, 0, 1, NULL, false FROM ranked WHERE voices > 1
), told_of AS (
  SELECT c.*, s.article_id, s.predicate, s.hardware, s.holder, s.object, s.event, s.as_of, s.is_property, s.manner, s.money, s.unit, s.quote, s.value,
    s.value_high, s.bound, s.source, s.published AS day, s.article_name AS article, s.document_key, o.document_key AS other_key, s.middle, o.quote AS other_quote, o.value AS other_value,
    o.value_high AS other_value_high, o.bound AS other_bound, o.unit AS other_unit, o.published AS other_day, o.article_name AS other_article, o.article_id AS other_article_id,
    o.middle AS other_middle, s.confidence >= 0.6 AND o.confidence >= 0.6 AS is_sure,
    slip_exponent(said_low, said_high, other_low, other_high) AS slip,
    digits(s.value) <> digits(o.value) AND length(digits(s.value)) = length(digits(o.value)) AND length(digits(s.value)) > 1
      AND list_sort(string_split(digits(s.value), '')) = list_sort(string_split(digits(o.value), '')) AS swapped
  FROM compared c JOIN statements s ON s.claim_id = c.said_id JOIN statements o ON o.claim_id = c.other_id
), same_story AS (
  -- the two articles agree in another figure of the holder's
  SELECT DISTINCT t.said_id, t.other_id
  FROM told_of t
  JOIN statements a ON a.article_id = t.article_id AND a.holder = t.holder
  JOIN statements b ON b.article_id = t.other_article_id AND b.scope = a.scope
  WHERE t.differs AND a.predicate <> t.predicate AND NOT a.is_property AND a.value = b.value AND a.unit = b.unit
), judged AS (
  SELECT t.*, y.said_id IS NOT NULL AS one_story,
    CASE
      WHEN NOT t.differs THEN 'supported'
      WHEN t.apart <= 1.15 OR (t.predicate = 'relative' AND t.object IS NULL) THEN NULL
      WHEN t.manner IN ('forecast', 'rumour') OR t.predicate IN ('unit_price', 'rental_price') THEN
        CASE WHEN t.one_source IS NOT NULL AND t.days <= 3 AND t.manner = 'forecast' THEN 'doubtful' ELSE 'disagreement' END
      WHEN t.is_property THEN CASE WHEN t.slip IS NOT NULL OR t.swapped OR t.other_voices > 1 THEN 'doubtful' ELSE 'disagreement' END
      WHEN t.is_sure AND t.predicate IN ('unit_count', 'order_value', 'valuation', 'funding') AND t.said_voices = 1
        AND (one_story OR (t.other_voices >= 3 AND (t.slip IS NOT NULL OR t.swapped))) THEN 'conflict'
      -- figures that far apart are rather of two things, a site and all that somebody has
      WHEN one_story OR t.slip IS NOT NULL OR t.swapped OR ((t.days <= 3 OR t.as_of IS NOT NULL) AND t.apart <= 3) THEN 'doubtful'
      ELSE 'disagreement'
    END AS verdict
  FROM told_of t
  LEFT JOIN same_story y ON y.said_id = t.said_id AND y.other_id = t.other_id
), copied AS (
  SELECT origin, count(*) AS copies FROM article_copies GROUP BY origin
)
SELECT j.article_id, j.hardware, said_low, said_high, other_low AS follows_low, other_high AS follows_high, money AS unit, verdict,
  apart AS gap, said_voices AS voices, [claim(said_id, 'said'), claim(other_id, 'other')] AS claims,
  [
    input_of('said', j.value, j.value_high, j.unit, 'article', article, NULL, CAST(day AS VARCHAR), NULL),
    input_of('other', other_value, other_value_high, other_unit, 'article', other_article, NULL, CAST(other_day AS VARCHAR), NULL)
  ] AS inputs,
  differs, quote, CASE WHEN article = other_article THEN document_key ELSE article END AS article, day, other_quote,
  CASE WHEN article = other_article THEN other_key ELSE other_article END AS other_article, other_day, j.predicate, event, as_of, coalesce(h.name, j.hardware, '') AS product,
  CASE WHEN j.holder IS NULL THEN coalesce(h.name, j.hardware) WHEN j.hardware IS NULL THEN j.holder ELSE concat(j.holder, ' / ', coalesce(h.name, j.hardware)) END AS subject,
  j.value AS said_words_value, j.value_high AS said_words_value_high, j.bound AS said_words_bound, j.unit AS said_words_unit,
  other_value AS other_words_value, other_value_high AS other_words_value_high, other_bound AS other_words_bound, other_unit AS other_words_unit,
  greatest(middle / other_middle, other_middle / middle) AS times, j.unit <> other_unit AS converted, slip IS NOT NULL AND differs AS is_slip,
  coalesce(swapped AND slip IS NULL AND differs, false) AS is_swap, one_story AND differs AS one_story, verdict = 'disagreement' AND manner <> 'fact' AS no_facts,
  differs AND one_source IS NOT NULL AS one_source, j.one_source AS source, said_voices, other_voices,
  nullif(coalesce(a.copies, 0) + coalesce(b.copies, 0), 0) AS copies
FROM judged j
LEFT JOIN hardware h ON h.hardware_id = j.hardware
LEFT JOIN copied a ON a.origin = j.article_id
LEFT JOIN copied b ON b.origin = j.other_article_id
WHERE verdict IS NOT NULL
