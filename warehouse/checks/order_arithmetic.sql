-- id: order_arithmetic
-- family: arithmetic
-- title: Pieces times unit price against the worth of the deal
-- en: The article gives “{count_quote:text}” for “{order_quote:text}”. At {price:interval} each
--   {?from_article}(“{price_quotes:text}” in the article){/from_article}{?from_model}({source:text}){/from_model}
--   {order:amount} buys {implied:interval} {name:text}{?gpus}, that is {implied_gpus:interval}
--   GPUs{/gpus}; {pieces:number} would cost {cost:interval}. {?too_dear}The article's number of pieces is {times:ratio} times
--   too high for that money.{/too_dear}{?too_cheap}The article's number of pieces is {times:ratio} times too low for that
--   money.{/too_cheap} {?is_slip}Only the order of magnitude differs: {meant:amount} was probably meant.{/is_slip}
-- it: L'articolo indica «{count_quote:text}» per «{order_quote:text}». Prezzo unitario: {price:interval}
--   {?from_article}(«{price_quotes:text}» nell'articolo){/from_article}{?from_model}({source:text}){/from_model}. Numero
--   di {name:text} che si comprano con {order:amount}: {implied:interval}{?gpus} (GPU: {implied_gpus:interval}){/gpus};
--   {pieces:number} costerebbero {cost:interval}. {?too_dear}Il numero di pezzi dell'articolo è {times:ratio} volte troppo alto
--   per quella somma.{/too_dear}{?too_cheap}Il numero di pezzi dell'articolo è {times:ratio} volte troppo basso per quella
--   somma.{/too_cheap} {?is_slip}Differisce solo l'ordine di grandezza: il valore inteso è probabilmente {meant:amount}.{/is_slip}
-- zh: 文章称以“{order_quote:text}”购入“{count_quote:text}”。按每个{price:interval}
--   {?from_article}（文中“{price_quotes:text}”）{/from_article}{?from_model}（{source:text}）{/from_model}计算，{order:amount}
--   可买{implied:interval}个{name:text}{?gpus}，即{implied_gpus:interval}个GPU{/gpus}；{pieces:number}个则需{cost:interval}。
--   {?too_dear}文章的数量是这笔金额所能购买的{times:ratio}倍。{/too_dear}{?too_cheap}文章的数量只有这笔金额所能购买的1/{times:ratio}。
--   {/too_cheap}{?is_slip}只差在数量级：可能原意是{meant:amount}。{/is_slip}
--
-- The unit price is the article's own where it gives one, else the model's, more widely taken. A deal may hold more than the
-- pieces (hosts, network, service) and large buyers get rebates: up to three times the pieces' price and down to half of it is
-- doubtful at most. Where the price is told of that very deal, for the thing that is counted, the three must agree: less than the pieces' price, or more
-- than a third more without a word of what else is in it, is a conflict. "100,000 GPUs" without a product may be the superchips
-- themselves or the GPUs that are in them. A deal of "up to" a sum is hardly a tenth of it.

WITH priced AS (
  SELECT article_id, hardware, money, coalesce(min(low), min(middle) / 2) AS low, coalesce(max(high), max(middle) * 2) AS high,
    min(middle) AS shown_low, max(middle * coalesce(value_high / value, 1)::DOUBLE) AS shown_high,
    list(claim_id ORDER BY span_start) AS ids, string_agg(DISTINCT priced_quote, ' / ' ORDER BY priced_quote) AS quotes,
    list(sentence_start) AS sentences, count(DISTINCT middle) AS prices, bool_and(is_each) AS is_each
  FROM (
    SELECT p.*, CASE WHEN basis_size > 1 THEN concat(quote, ' ÷ ', basis_size) ELSE quote END AS priced_quote,
      tells_each(words_before(t.text, span_start), words_after(t.text, span_end)) OR regexp_matches(words_before(t.text, span_start), '[单單][价價]') AS is_each
    FROM amounts p JOIN articles t USING (article_id)
  )
  WHERE predicate = 'unit_price' AND hardware IS NOT NULL
  GROUP BY ALL
), deal_price AS (
  -- the one price that a deal tells for its pieces
  SELECT article_id, deal, hardware, money, any_value(low) AS low, any_value(high) AS high, any_value(middle) AS middle, any_value(basis_size) AS size,
    list(claim_id ORDER BY span_start) AS ids, any_value(quote) AS quote
  FROM amounts
  WHERE predicate = 'unit_price' AND hardware IS NOT NULL AND deal IS NOT NULL AND bound IN ('exact', 'about') AND value_high IS NULL
  GROUP BY article_id, deal, hardware, money
  HAVING count(DISTINCT middle) = 1 AND count(DISTINCT coalesce(basis_size, 1)) = 1
), model_price AS (
  SELECT hardware_id AS hardware, unit AS money, min(value)::DOUBLE / 1.25 AS low, max(coalesce(value_high, value))::DOUBLE * 1.25 AS high,
    any_value(source ORDER BY source) AS source, any_value(source_url ORDER BY source) AS source_url,
    any_value(as_of ORDER BY source) AS as_of, min(checked) AS checked
  FROM hardware_specs WHERE predicate = 'unit_price' AND unit = 'USD' AND value > 0
  GROUP BY ALL
), inside AS (
  SELECT hardware_id AS hardware, sum(count) AS gpus, any_value(source ORDER BY source) AS gpus_source, any_value(source_url ORDER BY source) AS gpus_url,
    min(checked) AS gpus_checked
  FROM parts WHERE component_kind IN ('gpu', 'accelerator') GROUP BY ALL
), paired AS (
  SELECT o.claim_id AS order_id, c.claim_id AS count_id, o.article_id, coalesce(o.hardware, c.hardware) AS hardware, o.money,
    CASE WHEN o.bound = 'max' THEN o.middle / 10 ELSE o.low END AS order_low, o.high AS order_high, o.middle AS order_value, o.bound AS order_bound, o.deal,
    o.unit AS own_money, o.value::DOUBLE / coalesce(o.basis_size, 1) / o.middle AS own_rate,
    o.sentence_start, o.sentence_end, c.deal AS count_deal, c.sentence_start AS count_sentence, c.span_start AS count_start, o.holder IS NOT NULL AND c.holder IS NULL AND o.sentence_start <> c.sentence_start AS may_be_others,
    -- the one sum of a sentence that counts the pieces is of their deal
    o.deal IS NULL AND c.sentence_start = o.sentence_start
      AND (SELECT count(*) FROM amounts n WHERE n.article_id = o.article_id AND n.sentence_start = o.sentence_start AND n.predicate = 'order_value') = 1 AS beside_count, coalesce(c.basis_size, 1) AS count_size, c.bound AS count_bound,
    o.hardware IS NULL AND o.deal IS NULL AS loose, c.low AS count_low, c.high AS count_high, c.middle AS pieces,
    o.quote AS order_quote, c.quote AS count_quote, c.hardware IS NULL AS generic, abs(o.span_start - c.span_start) AS distance,
    CASE WHEN o.deal = c.deal OR (o.hardware = c.hardware AND (o.deal IS NULL OR c.deal IS NULL)) THEN 1 WHEN o.hardware = c.hardware THEN 2 WHEN o.sentence_start = c.sentence_start THEN 3 ELSE 4 END AS tie
  FROM amounts o
  JOIN unit_counts c USING (article_id)
  WHERE o.predicate = 'order_value'
    AND (coalesce(c.event, 'order') IN ('order', 'require', 'other', 'own') OR (c.event = 'ship' AND c.deal = o.deal))
    AND coalesce(o.holder = c.holder, true) AND coalesce(o.deal = c.deal, true) AND coalesce(o.hardware = c.hardware, true)
    AND coalesce(o.hardware, c.hardware) IS NOT NULL
    AND (o.as_of IS NOT DISTINCT FROM c.as_of OR o.sentence_start = c.sentence_start)
    AND (c.hardware IS NOT NULL OR coalesce(c.event, 'order') <> 'own')
    -- "six thousand GPUs" are the 6,000 of the product that the article also counts
    AND NOT (c.hardware IS NULL AND EXISTS (FROM unit_counts n WHERE n.article_id = c.article_id AND n.hardware IS NOT NULL AND n.middle = c.middle
      AND n.deal = c.deal))
    AND (o.hardware IS NOT NULL OR o.deal = c.deal OR o.sentence_start = c.sentence_start
      -- the article's only sum of which neither product nor deal is told, with the pieces of its only deal that has a price
      OR (o.deal IS NULL AND c.deal IS NOT NULL AND c.hardware IS NOT NULL
        AND (SELECT count(*) FROM amounts n WHERE n.article_id = o.article_id AND n.predicate = 'order_value' AND n.deal IS NULL) = 1
        AND (SELECT count(DISTINCT deal) FROM deal_price n WHERE n.article_id = o.article_id) = 1))
  QUALIFY tie = min(tie) OVER (PARTITION BY o.claim_id)
), costed AS (
  SELECT p.*, coalesce(d.low / size_read, a.low, m.low) AS price_low, coalesce(d.high / size_read, a.high, m.high) AS price_high,
    coalesce(d.middle / size_read, a.shown_low, m.low) AS shown_low, coalesce(d.middle / size_read, a.shown_high, m.high) AS shown_high,
    coalesce(d.ids, a.ids) AS price_ids,
    CASE WHEN d.ids IS NULL THEN a.quotes WHEN coalesce(d.size, size_read) > 1 THEN concat(d.quote, ' ÷ ', coalesce(d.size, size_read)) ELSE d.quote END AS price_quotes,
    coalesce(d.ids, a.ids) IS NULL AS from_model, m.source, m.source_url, m.as_of, m.checked, h.name, i.gpus, i.gpus_source, i.gpus_url, i.gpus_checked,
    -- the price is that of this deal's own pieces
    NOT p.generic AND p.order_bound IN ('exact', 'about') AND p.count_bound IN ('exact', 'about')
      AND coalesce((d.ids IS NOT NULL AND (p.deal = p.count_deal OR p.loose OR p.beside_count))
        -- or one sentence tells how many, at how much each, and how much in all
        OR (p.beside_count AND a.prices = 1 AND a.is_each AND list_contains(a.sentences, p.sentence_start)), false) AS of_deal,
    -- the sum stands beside the only price
    a.prices = 1 AND list_contains(a.sentences, p.sentence_start) AND p.order_bound IN ('exact', 'about') AND p.count_bound IN ('exact', 'about') AS beside_price,
    unnest(CASE WHEN p.generic AND i.gpus > 1 THEN [1.0, i.gpus] ELSE [1.0] END) AS in_one
  FROM (
    -- a price beside servers of eight may be that of a server
    SELECT *, unnest(CASE WHEN count_size > 1 THEN [1, count_size] ELSE [1] END) AS size_read FROM paired
  ) p
  JOIN hardware h ON h.hardware_id = p.hardware
  LEFT JOIN deal_price d ON d.article_id = p.article_id AND d.deal = p.count_deal AND d.hardware = p.hardware AND d.money = p.money
  LEFT JOIN priced a ON a.article_id = p.article_id AND a.hardware = p.hardware AND a.money = p.money
  LEFT JOIN model_price m ON m.hardware = p.hardware AND m.money = p.money
  LEFT JOIN inside i ON i.hardware = p.hardware
  WHERE coalesce(d.low, a.low, m.low) > 0 AND (size_read = 1 OR (d.ids IS NOT NULL AND d.size IS NULL))
), judged AS (
  SELECT *, count_low / in_one * price_low AS follows_low, count_high / in_one * price_high AS follows_high,
    CASE
      WHEN of_deal AND share_a_point(order_low, order_high, follows_low * 0.97, follows_high * 1.1) THEN 'supported'
      WHEN beside_price AND len(list_filter([1e4, 1e-4, 1e3, 1e-3, 100.0, 0.01, 10.0, 0.1], lambda f: order_value / f BETWEEN 0.97 * exactly AND 1.03 * exactly)) > 0
        THEN 'conflict'
      -- one digit of the sum wrong, or two that changed places; in the currency as written
      WHEN of_deal AND NOT names_more AND looks_mistyped(significant(own_rate * order_value, 6), significant(own_rate * exactly, 6)) THEN 'conflict'
      WHEN of_deal AND order_value < 0.85 * exactly AND order_high < follows_low * 0.97 THEN 'conflict'
      WHEN of_deal AND order_value > 1.3 * exactly AND order_low > follows_high * 1.1 AND NOT names_more THEN 'conflict'
      ELSE banded_verdict(order_low, order_high, follows_low * 0.8, follows_high * 1.6, follows_low * 0.5, follows_high * 3)
    END AS verdict_read,
    times_apart(order_low, order_high, follows_low, follows_high) AS gap
  FROM (
    SELECT c.*, pieces / in_one * shown_low AS exactly, holds_more_than_pieces(substr(t.text, c.sentence_start + 1, c.sentence_end - c.sentence_start)) AS names_more
    FROM costed c JOIN articles t USING (article_id)
    -- what a whole trade has ordered is not paid by one buyer
    WHERE NOT (may_be_others AND is_of_several_buyers(lower(substr(t.text, count_sentence + 1, count_start - count_sentence))))
  )
  QUALIFY row_number() OVER (PARTITION BY order_id ORDER BY verdict_rank(verdict_read), generic, gap, distance, count_id, in_one) = 1
), certain AS (
  -- a count and a sum of two sentences that nothing joins but the product are most likely of two deals, unless the article's own price says otherwise
  SELECT * FROM judged WHERE (verdict_read <> 'doubtful' OR tie IN (1, 3) OR NOT from_model) AND (of_deal OR NOT loose OR tie IN (1, 3))
), slipped AS (
  -- told in the article's own currency where the price is its own
  SELECT * EXCLUDE (money), CASE WHEN from_model THEN 1.0 ELSE own_rate END AS rate, CASE WHEN from_model THEN money ELSE own_money END AS money,
    list_filter([1e3, 1e-3, 1e4, 1e-4, 1e6, 1e-6, 1e8, 1e-8], lambda f: verdict_read = 'conflict'
      AND share_a_point(order_low / f, order_high / f, follows_low * 0.8, follows_high * 1.25))[1] AS slip
  FROM certain
)
SELECT article_id, hardware, rate * order_low AS said_low, rate * order_high AS said_high, rate * follows_low AS follows_low, rate * follows_high AS follows_high, money AS unit,
  verdict_read AS verdict, gap,
  CASE WHEN slip IS NOT NULL THEN 'magnitude' END AS family, significant(rate * order_value / slip, 6) AS meant,
  list_concat([claim(order_id, 'said'), claim(count_id, 'count')], list_transform(coalesce(price_ids, []), lambda i: claim(i, 'price'))) AS claims,
  list_filter([
    article_input('order_value', rate * order_low, rate * order_high, money), article_input('unit_count', count_low, count_high, '1'),
    CASE WHEN from_model THEN model_input('unit_price', price_low, price_high, money, source, source_url, as_of, checked)
      ELSE article_input('unit_price', rate * price_low, rate * price_high, money) END,
    CASE WHEN in_one > 1 THEN model_input('gpu', in_one, NULL, '1', gpus_source, gpus_url, NULL, gpus_checked) END,
    derived_input('price of all', rate * follows_low, rate * follows_high, money)
  ], lambda i: i IS NOT NULL) AS inputs,
  count_quote, order_quote, price_quotes, NOT from_model AS from_article, from_model, source, name,
  significant(rate * order_value, 4) AS order, significant(rate * shown_low, 3) AS price_low, significant(rate * shown_high, 3) AS price_high,
  significant(order_value / shown_high, 3) AS implied_low, significant(order_value / shown_low, 3) AS implied_high, '1' AS implied_unit,
  in_one > 1 AS gpus, significant(order_value / shown_high * in_one, 3) AS implied_gpus_low,
  significant(order_value / shown_low * in_one, 3) AS implied_gpus_high, '1' AS implied_gpus_unit,
  pieces, significant(rate * pieces / in_one * shown_low, 3) AS cost_low, significant(rate * pieces / in_one * shown_high, 3) AS cost_high,
  greatest(order_value / (pieces / in_one * shown_high), pieces / in_one * shown_low / order_value) AS times,
  verdict_read <> 'supported' AND slip IS NULL AND order_value < pieces / in_one * shown_low AS too_dear,
  verdict_read <> 'supported' AND slip IS NULL AND order_value > pieces / in_one * shown_high AS too_cheap,
  slip IS NOT NULL AS is_slip
FROM slipped
