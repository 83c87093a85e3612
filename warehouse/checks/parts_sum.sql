-- id: parts_sum
-- family: arithmetic
-- title: Parts against their sum
-- en: The article says “{whole_quote:text}” and gives as parts “{part_quotes:text}”: {total:amount} in
--   all{?differs}, not {whole:amount}{/differs}{?agrees}, which fits{/agrees}.
-- it: L'articolo dice «{whole_quote:text}» e indica come parti «{part_quotes:text}»: in tutto
--   {total:amount}{?differs}, non {whole:amount}{/differs}{?agrees}, e torna{/agrees}.
-- zh: 文章称“{whole_quote:text}”，其各部分为“{part_quotes:text}”，合计{total:amount}{?differs}，而不是{whole:amount}{/differs}
--   {?agrees}，吻合{/agrees}。
--
-- A sum is a figure with a word for it ("in tutto", 共, 合计) or one that is broken down right behind it ("di cui", 其中, a colon); its parts are the
-- smaller figures of its kind in the same sentence, all behind it or all before it. Parts that exceed the sum contradict it where they are told in one
-- list, since a second way of dividing the same whole would stand apart. Parts that fall short do so only where the list is complete: no "di
-- cui" or 其中, and no other number in it.

WITH levels AS (
  -- rates of one period: "15.000 wafer al mese"
  SELECT claim_id, article_id, predicate, hardware, holder, '1' AS unit, CASE WHEN per IS NULL THEN basis ELSE concat_ws('/', basis, per) END AS basis, basis_size, as_of, modality, quote, span_start, span_end, sentence_start, sentence_end, extractor, bound,
    value, value::DOUBLE AS middle, lo, hi, confidence
  FROM quantity_claims
  WHERE predicate = 'unit_count' AND polarity = 'positive' AND value > 1 AND value_high IS NULL
  UNION ALL BY NAME
  SELECT claim_id, article_id, predicate, hardware, holder, unit, basis, basis_size, as_of, modality, quote, span_start, span_end, sentence_start, sentence_end, extractor, bound,
    value, value::DOUBLE AS middle, lo, hi, confidence
  FROM quantity_claims
  WHERE predicate = 'power' AND unit = 'W' AND polarity = 'positive' AND per IS NULL AND value >= 1e6 AND value_high IS NULL
  UNION ALL BY NAME
  SELECT claim_id, article_id, predicate, hardware, holder, unit, basis, basis_size, as_of, modality, quote, span_start, span_end, sentence_start, sentence_end, extractor, bound,
    value, value::DOUBLE AS middle, lo, hi, confidence
  FROM price_claims
  WHERE predicate IN ('order_value', 'investment', 'funding', 'revenue', 'other_amount') AND polarity = 'positive' AND per IS NULL AND value > 0 AND value_high IS NULL
  QUALIFY same_as IS NULL OR span_start = min(span_start) OVER (PARTITION BY article_id, same_as)
), crowded AS (
  -- sentences with at least three figures of one kind
  SELECT *, max(middle) OVER (PARTITION BY article_id, sentence_start, predicate, unit, basis, basis_size) AS largest FROM levels WHERE predicate <> 'other_amount'
  QUALIFY count(*) OVER (PARTITION BY article_id, sentence_start, predicate, unit, basis, basis_size) BETWEEN 3 AND 12
), told AS (
  SELECT c.*, words_before(t.text, c.span_start) AS before, lower(substr(t.text, c.span_end + 1, 60)) AS after, t.text
  FROM crowded c JOIN articles t USING (article_id)
), wholes AS (
  SELECT *,
    regexp_matches(before, '(共|合计|合計|总计|總計|累计|累計|总数|總數|[总總](容量|装机|裝機|功率|负荷|負荷|投资|投資|金额|金額|额|額)|(potenza|capacità) (totale|complessiva)|(in )?totale (di|pari a|è di|sono)|complessivamente|complessiv[oaie] (di|pari a)|in tutto)[^，,。.;；:：\d]{0,8}$')
      OR regexp_matches(after, '^[^，,。.;；\d]{0,8}(in tutto|in totale|complessiv|合计|合計|总计|總計)') AS is_total,
    regexp_matches(after, '^[^。.;；]{0,25}([:：]|其中|包括|di cui|dei quali|delle quali|tra cui|fra cui)|^[^。.;；\d]{0,50}[:：]\s*\d') AS is_broken_down
  FROM told
), counted AS (
  -- what is invested may be made up of what is raised and what is lent
  SELECT *, CASE WHEN predicate IN ('order_value', 'investment', 'funding', 'other_amount') THEN 'money' ELSE predicate END AS sort,
    count(*) OVER (PARTITION BY article_id, sentence_start, sort, unit, basis, basis_size) AS beside
  FROM levels
), numerals(count, words) AS (
  VALUES (2, 'due|[两兩二2]'), (3, 'tre|[三3]'), (4, 'quattro|[四4]'), (5, 'cinque|[五5]')
), adjoining AS (
  -- a whole of one sentence and the parts that the next one lists, or the other way round
  SELECT w.claim_id AS whole_id, w.article_id, w.hardware, w.unit, w.quote AS whole_quote, w.middle AS whole, w.lo AS said_low, w.hi AS said_high,
    w.value AS whole_value, w.bound AS whole_bound, w.predicate, p.claim_id AS part_id, p.quote AS part_quote, p.value, p.middle, p.bound, p.lo, p.hi, p.span_start, p.span_end, p.confidence,
    p.span_start > w.span_start AS behind, w.span_start AS whole_start, w.span_end AS whole_end, n.words,
    w.sentence_start AS whole_from, w.sentence_end AS whole_to, p.sentence_start AS parts_from, p.sentence_end AS parts_to,
    (p.predicate = w.predicate AND ((p.modality = 'asserted') = (w.modality = 'asserted') OR ends_with(p.extractor, '.elided'))) AS of_one_sort
  FROM counted w
  JOIN counted p ON p.article_id = w.article_id AND (p.sort, p.unit, p.basis, p.basis_size) IS NOT DISTINCT FROM (w.sort, w.unit, w.basis, w.basis_size)
    AND coalesce(p.hardware = w.hardware, true) AND coalesce(p.holder = w.holder, true) AND coalesce(p.as_of = w.as_of, true)
    AND (p.sentence_start - w.sentence_end BETWEEN 0 AND 2 OR w.sentence_start - p.sentence_end BETWEEN 0 AND 2)
  JOIN numerals n ON n.count = p.beside
  WHERE w.beside = 1 AND p.beside > 1 AND w.middle > p.middle
), opened AS (
  -- "La somma si compone di": the sentence goes through all that the sum is made of
  SELECT a.*, t.text, behind AND regexp_matches(lower(substr(t.text, parts_from + 1, 90)),
      '^\s*[«"“]?((la|quest[ao]|tale|il|i|lo|gli) |l[''’])?(somma|cifra|importo|ammontare|totale|capitale|pacchetto|finanziamento|investimento|fondi|soldi|denaro|raccolta|operazione)\b[^.;:\d]{0,40}[ ,]((si compone|si divid\w+|si ripartisc\w+|è la somma|è dat[oa]|risulta|deriva\w*|proven\w+|proviene|arriva\w*|vien\w+|mette insieme)|(è|sono) (così )?(compost|format|costituit|suddivis|divis|ripartit)[oaie])\b'
      || '|^\s*([该該这這此]|上述)?[笔筆]?([资資]金|款[项項]|投[资資]|金[额額]|[总總][额額]|融[资資])[^。；，\d]{0,6}(由|分[为為])') AS is_made_up
  FROM adjoining a JOIN articles t USING (article_id)
), spread AS (
  SELECT * EXCLUDE (words, whole_from, whole_to, parts_from, parts_to, of_one_sort)
  FROM opened a
  WHERE (is_made_up OR (of_one_sort AND CASE
      WHEN behind THEN regexp_matches(lower(substr(text, parts_from + 1, 24)), '^\s*(其中|di (questi|queste|essi|esse)\b|tra (questi|queste)\b|nel dettaglio)')
      ELSE regexp_matches(words_before(text, whole_start), '(共|合计|合計|总计|總計|总额|總額|totale|complessiv[oaie]|in tutto|(de(i|gli|lle)|per (i|gli|le)) (due|tre|quattro|cinque) \w+)[^，,。.;；\d]{0,12}$')
    END))
    -- the list does not go on behind a semicolon
    AND NOT EXISTS (FROM counted n WHERE n.article_id = a.article_id AND n.predicate = a.predicate AND n.unit = a.unit AND n.claim_id <> a.whole_id
      AND n.sentence_start - a.parts_to BETWEEN 0 AND 2 AND ends_with(rtrim(left(a.text, n.sentence_start)), '；'))
    -- the list is complete: the article says how many parts there are
    AND (is_made_up OR regexp_matches(lower(substr(a.text, whole_from + 1, whole_to - whole_from)),
      '(^|[^a-z0-9])(' || words || ')\s*([座个個处處家地栋棟期批]|lott|sed[ie]|sit[io]|edific|sale|centri|città|impianti|data ?center|contratti|tranche|fasi|region)'))
), paired AS (
  SELECT w.claim_id AS whole_id, w.article_id, w.hardware, w.unit, w.quote AS whole_quote, w.middle AS whole, w.lo AS said_low, w.hi AS said_high, w.text,
    w.value AS whole_value, w.bound AS whole_bound, w.predicate, p.claim_id AS part_id, p.quote AS part_quote, p.value, p.middle, p.bound, p.lo, p.hi, p.span_start, p.span_end, p.confidence,
    p.span_start > w.span_start AS behind, w.span_start AS whole_start, w.span_end AS whole_end
  FROM wholes w
  JOIN wholes p ON p.article_id = w.article_id AND p.sentence_start = w.sentence_start AND p.claim_id <> w.claim_id
    AND (p.predicate, p.unit, p.basis, p.basis_size) IS NOT DISTINCT FROM (w.predicate, w.unit, w.basis, w.basis_size)
    AND coalesce(p.holder = w.holder, true) AND ((p.modality = 'asserted') = (w.modality = 'asserted') OR ends_with(p.extractor, '.elided')) AND NOT p.is_total
    -- what is summed up may be of several times, what is broken down is of one
    AND (p.span_start < w.span_start OR coalesce(p.as_of = w.as_of, true))
    AND (p.span_start > w.span_start OR (w.is_total AND NOT w.is_broken_down))
  WHERE (w.is_total OR w.is_broken_down) AND w.middle = w.largest
), written AS (
  -- the numbers of one list are rounded to one place, that of the finest, unless only the parts have decimals; things in thousands are counted
  SELECT *, decimals(whole_quote) < max(decimals(part_quote)) OVER (PARTITION BY whole_id, across, behind) AS is_coarser, least(written_step(whole_value, whole_quote), min(written_step(value, part_quote)) OVER (PARTITION BY whole_id, across, behind)) * CASE WHEN predicate = 'unit_count' AND whole < 1e5 THEN 0.1 ELSE 0.35 END AS slack
  FROM (SELECT *, false AS across FROM paired UNION ALL BY NAME SELECT *, true AS across FROM spread)
), summed AS (
  SELECT whole_id, article_id, hardware, unit, whole_quote, whole, CASE WHEN whole_bound = 'exact' AND NOT is_coarser THEN whole - slack ELSE said_low END AS said_low,
    CASE WHEN whole_bound = 'exact' AND NOT is_coarser THEN whole + slack ELSE said_high END AS said_high, whole_start, whole_end, behind, across, any_value(text) AS text,
    count(*) AS parts, sum(middle ORDER BY span_start) AS total, sum(CASE WHEN bound = 'exact' THEN middle - slack ELSE coalesce(lo, middle) END ORDER BY span_start) AS follows_low,
    sum(CASE WHEN bound = 'exact' THEN middle + slack ELSE coalesce(hi, middle) END ORDER BY span_start) AS follows_high,
    string_agg(part_quote, ' + ' ORDER BY span_start) AS part_quotes, list(part_id ORDER BY span_start) AS ids, list(middle) AS amounts,
    max(middle) AS largest, min(span_start) AS first_start, max(span_end) AS last_end, min(confidence) AS confidence
  FROM written
  GROUP BY ALL
  HAVING count(*) >= 2 AND max(middle) < whole
), read AS (
  -- what an amount comes to in another currency is no part
  SELECT *, regexp_replace(lower(substr(text, first_start + 1, last_end - first_start)), '[（(][^()（）]*[)）]', '', 'g') AS list,
    -- all parts are there: "in tre sale", 分三期
    coalesce(regexp_matches(lower(substr(text, greatest(0, least(first_start, whole_start) - 60) + 1, 60 + greatest(last_end, whole_end) - least(first_start, whole_start))),
      '(^|[^a-z0-9])(' || n.words || ')\s*([座個个處处栋棟]|lott|sed[ie]|sit[io]|edific|sale|moduli|tranche|fasi)|[分共](' || n.words || ')[期批]|(' || n.words || ')期(合[计計]|共)'), false) AS is_complete,
    regexp_matches(lower(substr(text, least(whole_end, last_end) + 1, 60)), '其中|包括|di cui|dei quali|delle quali|tra cui|fra cui|tra gli altri|含') AS is_partial
  FROM summed LEFT JOIN numerals n ON n.count = parts
  -- the list nearer to the sum is the one that it sums up
  QUALIFY row_number() OVER (PARTITION BY whole_id ORDER BY across, behind DESC) = 1
), judged AS (
  SELECT *,
    CASE
      WHEN share_a_point(said_low, said_high, follows_low / 1.002, follows_high * 1.002) THEN 'supported'
      -- "58, of which 36, and 38": what is a part of a part is counted once
      WHEN len(list_filter(amounts, lambda amount: total - amount BETWEEN 0.998 * said_low AND 1.002 * said_high)) > 0 THEN NULL
      WHEN across THEN CASE WHEN len(regexp_extract_all(' ' || list, '[^a-z0-9.,]\d[\d.,]*')) = parts THEN 'conflict' ELSE 'doubtful' END
      WHEN follows_low > said_high THEN
        CASE
          WHEN is_complete AND length(list) <= 90 THEN 'conflict'
          WHEN regexp_matches(list, '其中|包括|di cui|dei quali|delle quali|tra cui|fra cui|[。;；]') OR length(list) > 90 THEN 'doubtful'
          -- two parts of a part: "430, 其中 410, Ultra 273"
          WHEN is_partial AND parts = 2 AND largest > 0.85 * whole THEN 'doubtful'
          ELSE 'conflict'
        END
      -- short of the sum: wrong only where the list is complete
      WHEN (is_partial AND NOT is_complete) OR len(regexp_extract_all(' ' || list, '[^a-z0-9.,]\d[\d.,]*')) <> parts OR length(list) > 90 THEN NULL
      ELSE 'conflict'
    END AS verdict
  FROM read
)
SELECT article_id, hardware, said_low, said_high, follows_low, follows_high, unit, verdict,
  list_concat([claim(whole_id, 'total')], list_transform(ids, lambda i: claim(i, 'part'))) AS claims,
  [article_input('total', said_low, said_high, unit), derived_input('sum of the parts', follows_low, follows_high, unit)] AS inputs,
  whole_quote, whole, significant(total, 6) AS total, part_quotes, verdict <> 'supported' AS differs, verdict = 'supported' AS agrees
FROM judged
WHERE verdict IS NOT NULL
