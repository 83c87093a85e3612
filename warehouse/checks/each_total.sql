-- id: each_total
-- family: arithmetic
-- title: So many in each against how many in all
-- en: The article says “{container_quote:text}” with “{each_quote:text}” in each, and “{total_quote:text}” in all.
--   {containers:number} times {in_each:number} are {product:number}{?differs}, not {total:number}{/differs}.
--   {?is_swap}The same digits stand in another order.{/is_swap}
-- it: L'articolo dice «{container_quote:text}» con «{each_quote:text}» ciascuno, e «{total_quote:text}» in tutto.
--   {containers:number} per {in_each:number} fa {product:number}{?differs}, non {total:number}{/differs}.
--   {?is_swap}Le stesse cifre sono in un altro ordine.{/is_swap}
-- zh: 文章称“{container_quote:text}”，每个含“{each_quote:text}”，共“{total_quote:text}”。{containers:number}乘以{in_each:number}为
--   {product:number}{?differs}，而不是{total:number}{/differs}。{?is_swap}数字相同，顺序不同。{/is_swap}
--
-- Three counts of one sentence: of what holds (nodes, servers, racks), of what one of them holds ("ognuno con quattro", 每台8张), and of all, told behind
-- them with a word for it. Hosts and spares make two per cent. The first two need be no claims: of a tray or a cabinet without a name nothing is claimed, so
-- that they are also read from the words right before the sum.

WITH numerals(word, number) AS (
  VALUES ('due', 2.0), ('tre', 3.0), ('quattro', 4.0), ('cinque', 5.0), ('sei', 6.0), ('otto', 8.0), ('dieci', 10.0), ('dodici', 12.0), ('sedici', 16.0), ('venti', 20.0),
    ('两', 2.0), ('兩', 2.0), ('二', 2.0), ('三', 3.0), ('四', 4.0), ('五', 5.0), ('六', 6.0), ('八', 8.0), ('十', 10.0)
), counts AS (
  SELECT claim_id, article_id, hardware, basis, quote, span_start, span_end, sentence_start, value::DOUBLE AS middle, lo, hi
  FROM quantity_claims
  WHERE predicate = 'unit_count' AND polarity = 'positive' AND per IS NULL AND value > 1 AND value_high IS NULL
  UNION ALL BY NAME
  SELECT claim_id, article_id, object AS hardware, NULL AS basis, quote, span_start, span_end, sentence_start, value::DOUBLE AS middle, lo, hi
  FROM hardware_claims
  WHERE predicate = 'component' AND polarity = 'positive' AND value > 1 AND value_high IS NULL
), crowded AS (
  SELECT * FROM counts QUALIFY count(*) OVER (PARTITION BY article_id, sentence_start) BETWEEN 3 AND 8
), told AS (
  SELECT c.*, words_before(t.text, c.span_start) AS before FROM crowded c JOIN articles t USING (article_id)
), sums AS (
  SELECT c.*, lower(substr(t.text, c.sentence_start + 1, c.span_start - c.sentence_start)) AS opening
  FROM counts c JOIN articles t USING (article_id)
  WHERE (c.basis IS NULL OR c.basis = 'server') AND c.middle > 8 AND regexp_matches(words_before(t.text, c.span_start), '(in totale|in tutto|complessiv\w+|per un totale di|共|合计|合計|总计|總計)[^。.;；\d]{0,10}$')
), parsed AS (
  SELECT *, CASE
      WHEN NOT regexp_matches(opening, '[每单單]') THEN regexp_extract(opening,
        '((\b\d[\d.]*|\b(?:due|tre|quattro|cinque|sei|otto|dieci|dodici|sedici|venti)) (?:nodi|server|rack|armadi|macchine|vassoi|cassetti|moduli|lame|cabinet)\b[^.;:\d]{0,40}?)((?:(?:ognun[oa]|ciascun[oa]|ogni [a-z]+)[^.;:\d]{0,20} |(?:con|da) )(\d{1,2}|due|quattro|sei|otto|dieci|sedici)\b(?: [^\d.;:]{0,30}(?:[a-z]{1,7}[- ]?\d{1,4}[a-z]{0,2}\b)?)?)[^\d.;]{0,25}$',
        ['container_quote', 'containers', 'each_quote', 'in_each'])
      ELSE regexp_extract(opening,
        '((\d{1,5}|[两兩二三四五六八十]) ?[个個台座套组組块塊片][^\d，,。；;：:]{1,10})[，,、（(]?(?:其中)?([每单單][^\d，,。；;]{1,8}?(\d{1,3}|[两兩二三四六八]) ?[颗顆张張块塊片个個枚卡台])(?:[^\d，,。；;]{0,6}[a-z]{1,7} ?\d{2,4}[a-z]{0,2})?[^\d。；;]{0,25}$',
        ['container_quote', 'containers', 'each_quote', 'in_each'])
    END AS words
  FROM sums
), worded AS (
  SELECT p.article_id, p.hardware, NULL::VARCHAR AS container_id, NULL::VARCHAR AS each_id, p.claim_id AS total_id, trim(p.words.container_quote, ' ，,') AS container_quote, trim(p.words.each_quote, ' ，,') AS each_quote, p.quote AS total_quote,
    coalesce(b.number, TRY_CAST(replace(p.words.containers, '.', '') AS DOUBLE)) AS containers, coalesce(e.number, TRY_CAST(p.words.in_each AS DOUBLE)) AS in_each, p.middle AS total,
    p.lo AS said_low, p.hi AS said_high, containers * in_each AS follows_low, containers * in_each AS follows_high, 1 AS triples
  FROM parsed p
  LEFT JOIN numerals b ON b.word = p.words.containers
  LEFT JOIN numerals e ON e.word = p.words.in_each
  -- servers are in racks, and what is in servers are no servers
  WHERE p.words.in_each <> '' AND (p.basis IS NULL) = NOT regexp_matches(p.words.each_quote, '\d ?台') AND containers >= 2 AND in_each >= 2 AND total > greatest(containers, in_each) AND total < 20 * containers * in_each
), holders AS (
  -- the sum may be no claim either, where nothing names what is counted
  SELECT c.*, regexp_extract(lower(substr(t.text, c.span_end + 1, 110)),
      '^[^.;:：\d。；]{0,30}?((?:(?:ognun[oa]|ciascun[oa]|ogni [a-z]+)[^.;:\d]{0,20} |(?:con|da) |[每单單][^\d，,。；;]{1,8}?)(\d{1,3}|(?:due|quattro|sei|otto|dieci|sedici)\b|[两兩二三四六八]) ?([gtm]b|k?w\b|watt|ghz|core|核|[千兆百]?瓦|瓩|[块塊]?[元钱錢]|[%％.,]\d)?(?:[颗顆张張块塊片个個枚卡])?(?:[^\d.;:，,。；]{0,20}?[a-z]{1,7}[- ]?\d{2,4}[a-z]{0,2}\b)?)[^\d.;。；]{0,30}(?:in totale|in tutto|per un totale di|complessiv[a-z]+|共|合计|合計|总计|總計)[^\d.;，,。；]{0,10}(\d[\d.,]*\d)([^\d万萬亿億][^\d.,;:，。；]{0,12}|$)',
      ['each_quote', 'in_each', 'measure', 'total', 'of']) AS parts,
    struct_pack(each_quote := parts['each_quote'], in_each := CASE parts['measure'] WHEN '' THEN parts['in_each'] ELSE '' END, total := CASE WHEN NOT is_measured(parts['of']) THEN parts['total'] ELSE '' END) AS words
  FROM counts c JOIN articles t USING (article_id)
  WHERE c.basis IN ('server', 'rack') AND c.middle >= 2
  UNION ALL BY NAME
  -- or stands behind a colon in the sentence that begins with each of them: "In ogni nodo ci sono otto MI300A: 44.544 in tutto"
  SELECT c.*, regexp_extract(lower(substr(t.text, c.span_end + 1, 190)),
      '^[^.;:：\d。；]{0,30}(?:\.\s(?:in |su )?(?:ogni|ciascun) (?:nodo|server|rack|armadio|macchina)\b|,\s(?:ognun|ciascun)[oa]\b)([^.;:\d]{0,40}? (\d{1,3}|due|quattro|sei|otto|dieci|sedici)\b[^.;:,]{1,40})[,;:][^.]{0,60}?(?:(?:per un totale di|in tutto|in totale|complessivamente|ce ne sono) (\d[\d.]*\d)(\D[^\d.,;:]{0,12}|$)|(\d[\d.]*\d) in (?:tutto|totale))',
      ['each_quote', 'in_each', 'total', 'of', 'total_before']) AS parts,
    struct_pack(each_quote := parts['each_quote'], in_each := parts['in_each'], total := CASE WHEN NOT is_measured(parts['of']) THEN coalesce(nullif(parts['total'], ''), parts['total_before']) ELSE '' END) AS words
  FROM counts c JOIN articles t USING (article_id)
  WHERE c.basis IN ('server', 'rack') AND c.middle >= 2
), held AS (
  SELECT h.article_id, h.hardware, h.sentence_start, h.claim_id AS container_id, NULL::VARCHAR AS each_id, NULL::VARCHAR AS total_id, h.quote AS container_quote, trim(h.words.each_quote, ' ，,') AS each_quote, h.words.total AS total_quote,
    h.middle AS containers, coalesce(e.number, TRY_CAST(h.words.in_each AS DOUBLE)) AS in_each, TRY_CAST(regexp_replace(h.words.total, '[.,](\d{3})', '\1', 'g') AS DOUBLE) AS total,
    total AS said_low, total AS said_high, h.lo * in_each AS follows_low, h.hi * in_each AS follows_high, 1 AS triples
  FROM holders h LEFT JOIN numerals e ON e.word = h.words.in_each
  WHERE h.words.in_each <> '' AND in_each >= 2 AND total > greatest(h.middle, in_each) AND total < 20 * h.middle * in_each
), triples AS (
  SELECT b.article_id, e.hardware, b.claim_id AS container_id, e.claim_id AS each_id, t.claim_id AS total_id, b.quote AS container_quote, e.quote AS each_quote,
    t.quote AS total_quote, b.middle AS containers, e.middle AS in_each, t.middle AS total, t.lo AS said_low, t.hi AS said_high,
    b.lo * e.lo AS follows_low, b.hi * e.hi AS follows_high, count(*) OVER (PARTITION BY t.claim_id) AS triples
  FROM told b
  JOIN told e ON e.article_id = b.article_id AND e.sentence_start = b.sentence_start AND e.basis IS NULL AND e.span_start >= b.span_end AND e.middle < 1000
    AND regexp_matches(e.before, '(ognun[oa]|ciascun[oa]|ogni (nodo|server|rack|armadio|macchina)|per (nodo|server|rack|armadio)|每[台个個柜櫃节節套])[^。.;；:：]{0,28}$')
  JOIN told t ON t.article_id = b.article_id AND t.sentence_start = b.sentence_start AND t.basis IS NULL AND t.span_start >= e.span_end AND t.middle > greatest(b.middle, e.middle)
    AND regexp_matches(t.before, '(in totale|in tutto|complessiv\w+|per un totale di|共|合计|合計|总计|總計|总共|總共)[^。.;；]{0,10}$')
    AND coalesce(t.hardware = e.hardware, true)
  LEFT JOIN hardware k ON k.hardware_id = b.hardware
  WHERE (b.basis IN ('server', 'rack') OR k.kind IN ('server', 'rack', 'system', 'pod')) AND b.middle >= 2
), told_or_worded AS (
  FROM triples UNION ALL BY NAME FROM worded WHERE total_id NOT IN (SELECT total_id FROM triples)
  UNION ALL BY NAME
  SELECT * EXCLUDE (sentence_start) FROM held
  WHERE (article_id, sentence_start) NOT IN (SELECT (article_id, sentence_start) FROM counts WHERE claim_id IN (SELECT total_id FROM triples UNION ALL SELECT total_id FROM worded))
)
SELECT article_id, hardware, said_low, said_high, follows_low, follows_high, '1' AS unit,
  CASE WHEN is_swap THEN 'conflict' WHEN share_a_point(said_low, said_high, follows_low / 1.02, follows_high * 1.02) THEN 'supported' WHEN triples > 1 THEN 'doubtful' ELSE 'conflict' END AS verdict,
  list_filter([claim(total_id, 'total'), claim(container_id, 'count'), claim(each_id, 'part')], lambda c: c.claim_id IS NOT NULL) AS claims,
  [
    article_input('total', said_low, said_high, '1'), article_input('containers', containers, NULL, '1'), article_input('in each', in_each, NULL, '1'),
    derived_input('all', follows_low, follows_high, '1')
  ] AS inputs,
  container_quote, each_quote, total_quote, containers, in_each, total, containers * in_each AS product, verdict <> 'supported' AS differs,
  is_swap
FROM (
  SELECT *, abs(total - containers * in_each) >= 1 AND length(digits(total)) = length(digits(containers * in_each))
    AND list_sort(string_split(digits(total), '')) = list_sort(string_split(digits(containers * in_each), '')) AS is_swap
  FROM told_or_worded
)
-- cores and gigabytes in each are no pieces
WHERE NOT regexp_matches(each_quote, '\d ?(core|gb|tb|mb|watt|kw|w|ghz|核)')
