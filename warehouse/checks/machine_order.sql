-- id: machine_order
-- family: arithmetic
-- title: Machines times the price of one against the worth of the deal
-- en: The article gives “{count_quote:text}” at “{price_quote:text}” each for “{order_quote:text}”. {machines:number} times
--   {price:amount} is {product:amount}{?differs}, not {order:amount}{/differs}. {?is_slip}Only the order of magnitude
--   differs: {meant:amount} was probably meant.{/is_slip}
-- it: L'articolo indica «{count_quote:text}» a «{price_quote:text}» l'uno per «{order_quote:text}». {machines:number} per
--   {price:amount} fa {product:amount}{?differs}, non {order:amount}{/differs}. {?is_slip}Differisce solo l'ordine di
--   grandezza: il valore inteso è probabilmente {meant:amount}.{/is_slip}
-- zh: 文章称“{count_quote:text}”，每台“{price_quote:text}”，共“{order_quote:text}”。{machines:number}乘以{price:amount}为
--   {product:amount}{?differs}，而不是{order:amount}{/differs}。{?is_slip}只差在数量级：可能原意是{meant:amount}。{/is_slip}
--
-- Servers and racks whose number of chips the article does not tell: order_arithmetic reckons in chips and leaves them. All three amounts are of one deal,
-- and the price is by what is counted. A sum may hold more than the machines where its sentence names what else, and then only upwards. The price of one thing
-- without a name need be no claim: where a sentence has one count, one sum and one price with a word for each, the price is read from its words.

WITH counts AS (
  SELECT * FROM quantity_claims
  WHERE predicate = 'unit_count' AND polarity = 'positive' AND per IS NULL AND value > 1 AND basis IN ('server', 'rack') AND bound IN ('exact', 'about')
    AND deal IS NOT NULL
), prices AS (
  -- the one price that the deal tells for such a machine
  SELECT article_id, deal, basis, unit, any_value(claim_id) AS claim_id, any_value(quote) AS quote, any_value(basis_size) AS basis_size,
    any_value(value)::DOUBLE AS middle, any_value(lo) AS lo, any_value(hi) AS hi
  FROM price_claims
  WHERE predicate = 'unit_price' AND polarity = 'positive' AND per IS NULL AND value > 0 AND value_high IS NULL AND bound IN ('exact', 'about')
    AND basis IN ('server', 'rack')
  GROUP BY article_id, deal, basis, unit
  HAVING count(DISTINCT value) = 1
), lone_machines AS (
  SELECT * FROM quantity_claims
  WHERE predicate = 'unit_count' AND polarity = 'positive' AND per IS NULL AND value > 1 AND value_high IS NULL AND basis IN ('server', 'rack') AND bound IN ('exact', 'about')
  QUALIFY count(*) OVER (PARTITION BY article_id) = 1
), lone_prices AS (
  SELECT * FROM price_claims
  WHERE predicate = 'unit_price' AND polarity = 'positive' AND per IS NULL AND value > 0 AND value_high IS NULL AND bound IN ('exact', 'about') AND basis IN ('server', 'rack')
  QUALIFY count(*) OVER (PARTITION BY article_id) = 1
), lone_counts AS (
  SELECT * FROM quantity_claims
  WHERE predicate = 'unit_count' AND polarity = 'positive' AND per IS NULL AND value > 1 AND bound IN ('exact', 'about')
  QUALIFY count(*) OVER (PARTITION BY article_id, sentence_start) = 1
), lone_sums AS (
  SELECT * FROM price_claims
  -- the price of something named is the other checks' matter
  WHERE NOT (predicate = 'unit_price' AND hardware IS NULL AND basis IS NULL)
  QUALIFY count(*) OVER (PARTITION BY article_id, sentence_start) = 1
), worded AS (
  SELECT c.article_id, c.hardware, o.claim_id AS order_id, c.claim_id AS count_id, NULL::VARCHAR AS price_id, o.quote AS order_quote, c.quote AS count_quote, o.unit, o.value::DOUBLE AS order_value,
    c.value::DOUBLE AS machines, o.lo AS said_low, o.hi AS said_high, c.lo AS count_low, c.hi AS count_high, 1 AS counted, substr(t.text, o.sentence_start + 1, o.sentence_end - o.sentence_start) AS sentence,
    regexp_extract(lower(sentence),
      '((?:单价|單價|均价|均價|[单單每][台套张張颗顆块塊片个個枚])[^\d，,。；;]{0,6}(\d[\d,.]*)([万萬亿億]?)(美?)元|(\d[\d.,]*)( mila| milioni)? ?(?:di )?(euro|dollari)?,? (?:l[''’]un[oa]|ciascun[oa]|cadaun[oa]|a testa|al pezzo)\b)',
      ['price_quote', 'zh', 'myriads', 'american', 'it', 'thousands', 'money']) AS words
  FROM lone_counts c
  JOIN lone_sums o ON o.article_id = c.article_id AND o.sentence_start = c.sentence_start AND o.span_start > c.span_end
  JOIN articles t ON t.article_id = c.article_id
  WHERE o.predicate IN ('order_value', 'investment', 'other_amount') AND o.polarity = 'positive' AND o.per IS NULL AND o.value > 0 AND o.value_high IS NULL AND o.bound IN ('exact', 'about') AND c.value_high IS NULL
), read AS (
  SELECT *, words.price_quote AS price_quote,
    coalesce(TRY_CAST(replace(words.zh, ',', '') AS DOUBLE) * CASE WHEN words.myriads IN ('万', '萬') THEN 1e4 WHEN words.myriads <> '' THEN 1e8 ELSE 1 END,
      TRY_CAST(replace(replace(words.it, '.', ''), ',', '.') AS DOUBLE) * CASE trim(words.thousands) WHEN 'mila' THEN 1e3 WHEN 'milioni' THEN 1e6 ELSE 1 END) AS price
  FROM worded
  WHERE words.price_quote <> '' AND (words.zh = '' OR (words.american <> '') = (unit = 'USD')) AND (words.money = '' OR unit = CASE words.money WHEN 'euro' THEN 'EUR' ELSE 'USD' END)
), deals AS (
  SELECT o.article_id, coalesce(o.hardware, c.hardware) AS hardware, o.claim_id AS order_id, c.claim_id AS count_id, p.claim_id AS price_id,
    o.quote AS order_quote, c.quote AS count_quote, p.quote AS price_quote, o.unit, o.value::DOUBLE AS order_value, c.value::DOUBLE AS machines, p.middle AS price,
    o.lo AS said_low, o.hi AS said_high, c.lo * p.lo AS follows_low, c.hi * p.hi AS follows_high,
    count(DISTINCT c.claim_id) OVER (PARTITION BY o.claim_id) AS counted,
    holds_more_than_pieces(substr(t.text, o.sentence_start + 1, o.sentence_end - o.sentence_start)) AS names_more
  FROM price_claims o
  JOIN counts c ON c.article_id = o.article_id AND c.deal = o.deal
  JOIN prices p ON p.article_id = o.article_id AND p.deal = o.deal AND p.basis = c.basis AND p.unit = o.unit
  JOIN articles t ON t.article_id = o.article_id
  WHERE o.predicate = 'order_value' AND o.polarity = 'positive' AND o.value > 0 AND o.value_high IS NULL AND o.bound IN ('exact', 'about')
    AND (c.basis_size IS NULL OR p.basis_size IS NULL)
  UNION ALL BY NAME
  -- without a deal: the article's only machines, and the sum of all behind the price of one
  SELECT o.article_id, coalesce(o.hardware, c.hardware) AS hardware, o.claim_id AS order_id, c.claim_id AS count_id, p.claim_id AS price_id,
    o.quote AS order_quote, c.quote AS count_quote, p.quote AS price_quote, o.unit, o.value::DOUBLE AS order_value, c.value::DOUBLE AS machines, p.value::DOUBLE AS price,
    o.lo AS said_low, o.hi AS said_high, c.lo * p.lo AS follows_low, c.hi * p.hi AS follows_high, 1 AS counted,
    holds_more_than_pieces(substr(t.text, o.sentence_start + 1, o.sentence_end - o.sentence_start)) AS names_more
  FROM lone_machines c
  JOIN lone_prices p USING (article_id)
  JOIN price_claims o ON o.article_id = c.article_id AND o.sentence_start = p.sentence_start AND o.span_start >= p.span_end AND o.unit = p.unit
  JOIN articles t ON t.article_id = o.article_id
  WHERE o.predicate = 'order_value' AND o.polarity = 'positive' AND o.value > p.value AND o.value_high IS NULL AND o.bound IN ('exact', 'about')
    AND (c.deal IS NULL OR o.deal IS NULL OR p.deal IS NULL) AND tells_all(words_before(t.text, o.span_start), words_after(t.text, o.span_end))
  UNION ALL BY NAME
  SELECT article_id, hardware, order_id, count_id, price_id, order_quote, count_quote, price_quote, unit, order_value, machines, price, said_low, said_high,
    count_low * price AS follows_low, count_high * price AS follows_high, counted, holds_more_than_pieces(sentence) AS names_more
  FROM read
  WHERE price > 0 AND order_value > price
), slipped AS (
  SELECT *, list_filter([1e4, 1e-4, 1e3, 1e-3, 100.0, 0.01, 10.0, 0.1], lambda f: share_a_point(said_low / f, said_high / f, follows_low * 0.99, follows_high * 1.01))[1] AS slip
  FROM deals
), judged AS (
  SELECT *, CASE
      WHEN share_a_point(said_low, said_high, follows_low * 0.97, follows_high * 1.1) THEN 'supported'
      WHEN counted > 1 THEN 'doubtful'
      WHEN slip IS NOT NULL OR said_high < follows_low * 0.97 OR NOT names_more THEN 'conflict'
      WHEN said_low < follows_high * 3 THEN 'supported'
      ELSE 'doubtful'
    END AS verdict
  FROM slipped
)
SELECT article_id, hardware, said_low, said_high, follows_low, follows_high, unit, verdict,
  times_apart(said_low, said_high, follows_low, follows_high) AS gap,
  CASE WHEN verdict = 'conflict' AND slip IS NOT NULL THEN 'magnitude' END AS family,
  CASE WHEN verdict <> 'supported' THEN significant(order_value / slip, 6) END AS meant,
  list_filter([claim(order_id, 'said'), claim(count_id, 'count'), claim(price_id, 'price')], lambda c: c.claim_id IS NOT NULL) AS claims,
  [
    article_input('order_value', said_low, said_high, unit), article_input('machines', machines, NULL, '1'), article_input('unit_price', price, NULL, unit),
    derived_input('price of all', follows_low, follows_high, unit)
  ] AS inputs,
  count_quote, price_quote, order_quote, machines, price, order_value AS order, machines * price AS product, verdict <> 'supported' AS differs,
  verdict <> 'supported' AND slip IS NOT NULL AS is_slip
FROM judged
