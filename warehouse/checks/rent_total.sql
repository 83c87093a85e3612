-- id: rent_total
-- family: arithmetic
-- title: A rent against what it is said to come to over another time
-- en: The article gives a rent of “{rent_quote:text}” and says that it comes to “{total_quote:text}”. {rent:amount} {rent_per:term}{?pieces} for
--   each of {pieces:number} machines{/pieces} come to {product:amount} {total_per:term}{?shared} for each of {shared:number} GPUs{/shared}{?differs}, not
--   {total:amount}{/differs}.
-- it: L'articolo indica un canone di «{rent_quote:text}» e lo fa equivalere a «{total_quote:text}». {rent:amount} {rent_per:term}{?pieces} per ciascuna
--   di {pieces:number} macchine{/pieces} fanno {product:amount} {total_per:term}{?shared} per ciascuna di {shared:number} GPU{/shared}{?differs}, non
--   {total:amount}{/differs}.
-- zh: 文章给出租金“{rent_quote:text}”，并称相当于“{total_quote:text}”。{rent_per:term}{rent:amount}{?pieces}，共{pieces:number}台{/pieces}，相当于{total_per:term}{?shared}每卡（共{shared:number}卡）
--   {/shared}{product:amount}{?differs}，而不是{total:amount}{/differs}。
--
-- Both are told in one sentence, and words of a sum or of a reckoning join them. A total over a longer time may be that of one machine or of all that the
-- sentence or the one before it counts; a rate over a shorter one that of the machine or of one of its GPUs, as many as the sentence tells, else eight: any
-- reading bears it out. Rents without such words are held against each other by `rental`.

WITH periods(per, hours) AS (
  VALUES ('hour', 1.0), ('day', 24.0), ('week', 168.0), ('month', 730.0), ('quarter', 2190.0), ('year', 8760.0)
), rents AS (
  -- 月租3.6万元，一年下来…: a sum told for a year
  SELECT p.* EXCLUDE (per), y.per, y.hours
  FROM price_claims p JOIN articles a USING (article_id)
  JOIN periods y ON y.per = coalesce(p.per, CASE WHEN regexp_matches(right(words_before(a.text, p.span_start), 10), '([一1]|全)年(下[来來]|[总總]共|[合总總][计計]|算下[来來])?(就是|[约約要为為是])*$') THEN 'year' END)
  WHERE p.predicate IN ('rental_price', 'unit_price', 'investment', 'other_amount', 'order_value') AND p.polarity = 'positive' AND p.value > 0 AND p.value_high IS NULL
), pairs AS (
  SELECT r.article_id, coalesce(r.hardware, t.hardware) AS hardware, r.unit, r.claim_id AS rent_id, t.claim_id AS total_id, r.quote AS rent_quote, t.quote AS total_quote, r.per, t.per AS total_per,
    t.hours / r.hours AS times, r.value::DOUBLE AS rent, t.value::DOUBLE AS total, r.lo * times AS low, r.hi * times AS high, r.sentence_start, coalesce(r.basis_size, t.basis_size) AS basis_size,
    -- "a little more than eight" is no ten
    CASE t.bound WHEN 'max' THEN t.value::DOUBLE * 0.8 ELSE t.lo END AS said_low, CASE t.bound WHEN 'min' THEN t.value::DOUBLE * 1.25 ELSE t.hi END AS said_high,
    lower(substr(a.text, r.sentence_start + 1, t.span_end - r.sentence_start)) AS words,
    lower(substr(a.text, r.span_end + 1, t.span_start - r.span_end)) AS between
  FROM rents r
  JOIN rents t ON t.article_id = r.article_id AND t.sentence_start = r.sentence_start AND t.unit = r.unit AND t.span_start > r.span_end
    AND t.hardware IS NOT DISTINCT FROM r.hardware AND t.per <> r.per AND (t.value > r.value) = (t.hours > r.hours)
  JOIN articles a ON a.article_id = r.article_id
  WHERE r.predicate IN ('rental_price', 'unit_price') AND r.bound IN ('exact', 'about') AND t.bound <> 'range'
    AND regexp_matches(between, '合[计計]|[总總共]|累[计計]|折[合算]|相[当當][于於]|[约約]合|[换換]算|[一1]年下[来來]|[一1]年就是|全年就是|in tutto|in totale|complessiv|fanno|\bfa\b|pari a|cioè|ovvero|ossia|vale a dire|equival|corrispond|=')
  QUALIFY count(*) OVER (PARTITION BY t.claim_id) = 1 AND count(*) OVER (PARTITION BY r.claim_id) = 1
), numerals(word, number) AS (
  VALUES ('due', 2.0), ('quattro', 4.0), ('otto', 8.0), ('sedici', 16.0), ('两', 2.0), ('四', 4.0), ('八', 8.0)
), gpus AS (
  -- of how many GPUs the sentence speaks
  SELECT p.total_id, coalesce(n.number, TRY_CAST(w.word AS DOUBLE)) AS shared
  FROM (
    SELECT total_id, unnest(regexp_extract_all(words, '(\b(?:\d{1,2}|due|quattro|otto|sedici)|[两四八])\s*(?:[张張块塊颗顆]?卡|[张張块塊颗顆]|gpu|schede|acceleratori|[a-z]{1,3}\d{2,3})', 1)) AS word
    FROM pairs
  ) w JOIN pairs p USING (total_id) LEFT JOIN numerals n ON n.word = w.word
), counted AS (
  SELECT p.total_id, c.value::DOUBLE AS pieces
  FROM pairs p
  JOIN quantity_claims c ON c.article_id = p.article_id AND c.predicate = 'unit_count' AND c.polarity = 'positive' AND c.per IS NULL AND c.value > 1
    AND c.hardware IS NOT DISTINCT FROM p.hardware AND c.sentence_start BETWEEN p.sentence_start - 200 AND p.sentence_start
), shares AS (
  SELECT total_id, shared FROM gpus WHERE shared > 1
  UNION SELECT total_id, basis_size::DOUBLE FROM pairs WHERE basis_size > 1
), readings AS (
  SELECT total_id, 1.0 AS pieces, 1.0 AS shared FROM pairs
  UNION SELECT total_id, pieces, 1.0 FROM counted JOIN pairs USING (total_id) WHERE times > 1
  UNION SELECT total_id, CASE WHEN times > 1 THEN shared ELSE 1.0 END, CASE WHEN times < 1 THEN shared ELSE 1.0 END
  FROM (FROM shares UNION SELECT total_id, 8.0 FROM pairs WHERE least(times, 1 / times) < 1 / 24.0 AND total_id NOT IN (SELECT total_id FROM shares)) JOIN pairs USING (total_id)
), judged AS (
  SELECT p.*, r.pieces, r.shared, low * r.pieces / r.shared AS follows_low, high * r.pieces / r.shared AS follows_high,
    -- months are not all of one length, and a rate of an hour is rounded
    share_a_point(said_low, said_high, follows_low / (CASE WHEN times < 1 THEN 1.08 ELSE 1.03 END), follows_high * CASE WHEN times < 1 THEN 1.08 ELSE 1.03 END) AS fits
  FROM pairs p JOIN readings r USING (total_id)
  -- what fits, else the nearest
  QUALIFY row_number() OVER (PARTITION BY total_id ORDER BY fits DESC, times_apart(said_low, said_high, low * r.pieces / r.shared, high * r.pieces / r.shared), r.pieces, r.shared) = 1
)
SELECT article_id, hardware, said_low, said_high, follows_low, follows_high, unit,
  CASE WHEN fits THEN 'supported' WHEN times_apart(said_low, said_high, follows_low, follows_high) > 5 THEN 'doubtful' ELSE 'conflict' END AS verdict,
  times_apart(said_low, said_high, follows_low, follows_high) AS gap,
  [claim(total_id, 'total'), claim(rent_id, 'other')] AS claims,
  [
    article_input('total', said_low, said_high, unit), article_input('rent', rent, NULL, unit), article_input('pieces', pieces / shared, NULL, '1'),
    derived_input('all', follows_low, follows_high, unit)
  ] AS inputs,
  rent_quote, total_quote, rent, total, 'per_' || per AS rent_per, 'per_' || total_per AS total_per, CASE WHEN pieces > 1 THEN pieces END AS pieces,
  CASE WHEN shared > 1 THEN shared END AS shared, significant(rent * times * pieces / shared, 3 + CASE WHEN times > 1 THEN 3 ELSE 0 END) AS product, NOT fits AS differs
FROM judged
