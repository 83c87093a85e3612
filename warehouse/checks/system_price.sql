-- id: system_price
-- family: composition
-- title: The price of a system's parts against the price of the system
-- en: The article prices one {part_name:text} at {price:interval} (“{price_quotes:text}”) and one {name:text} at
--   “{system_quote:text}”. {?from_article}With “{count_quote:text}” in it{/from_article}{!from_article}With its {count:number}
--   {part_name:text} ({source:text}){/from_article} these alone come to {cost:interval}, {share:ratio} times the price of the
--   whole. {?fits}With the {model_count:number} that {source:text} counts they would come to {model_cost:interval}, which fits.{/fits}
-- it: L'articolo indica per un {part_name:text} il prezzo «{price_quotes:text}» e per un {name:text} «{system_quote:text}».
--   {?from_article}Con «{count_quote:text}»{/from_article}{!from_article}Con {count:number} {part_name:text}
--   ({source:text}){/from_article} il totale delle parti è {cost:interval}, pari a {share:ratio} volte il prezzo dell'insieme.
--   {?fits}Con {model_count:number}, il numero della fonte ({source:text}), il totale è {model_cost:interval}: compatibile.{/fits}
-- zh: 文章称一个{part_name:text}售价“{price_quotes:text}”，一个{name:text}售价“{system_quote:text}”。{?from_article}按“{count_quote:text}”
--   {/from_article}{!from_article}按其中{count:number}个{part_name:text}（{source:text}）{/from_article}计算，仅这些就需{cost:interval}，
--   是整机价格的{share:ratio}倍。{?fits}按{source:text}的{model_count:number}个计算则为{model_cost:interval}，与整机价格相符。{/fits}
--
-- The parts of one kind may be most of a system's price but hardly more than it; a third more is doubtful, as is a seventh
-- of it, since the rest (network, cooling, chassis) does not cost that much.

WITH priced AS (
  SELECT article_id, hardware, money, coalesce(min(low), min(middle) / 2) AS low, coalesce(max(high), max(middle) * 2) AS high, min(middle) AS shown_low,
    max(middle * coalesce(value_high / value, 1)::DOUBLE) AS shown_high, list(claim_id ORDER BY span_start) AS ids,
    string_agg(DISTINCT quote, ' / ' ORDER BY quote) AS quotes
  FROM amounts WHERE predicate = 'unit_price' AND hardware IS NOT NULL AND value > 0
  GROUP BY ALL
), counted AS (
  SELECT c.article_id, c.hardware, c.object, c.claim_id, c.quote, c.lo, c.hi, c.value::DOUBLE AS value
  FROM hardware_claims c
  WHERE c.predicate = 'component' AND c.polarity = 'positive' AND c.value > 1
), paired AS (
  SELECT y.article_id, y.hardware, p.component_id, p.component_name AS part_name, h.name, y.money, y.low AS system_low, y.high AS system_high,
    y.shown_low AS system_price, y.ids[1] AS system_id, y.quotes AS system_quote, x.low AS price_low, x.high AS price_high, x.shown_low, x.shown_high,
    x.ids AS price_ids, x.quotes AS price_quotes, c.claim_id AS count_id, c.quote AS count_quote, p.count AS model_count,
    coalesce(c.lo, c.value, p.count) AS count_low, coalesce(c.hi, c.value, p.count) AS count_high, coalesce(c.value, p.count) AS count,
    p.source, p.source_url, p.checked
  FROM priced y
  JOIN parts p ON p.hardware_id = y.hardware AND p.count > 1
  JOIN hardware h ON h.hardware_id = y.hardware
  JOIN priced x ON x.article_id = y.article_id AND x.money = y.money AND x.hardware = p.component_id
  LEFT JOIN counted c ON c.article_id = y.article_id AND c.hardware = y.hardware AND c.object = p.component_id
  QUALIFY row_number() OVER (PARTITION BY y.article_id, y.hardware, p.component_id, y.money ORDER BY abs(c.value - p.count), c.claim_id) = 1
), judged AS (
  SELECT *, count_low * price_low AS follows_low, count_high * price_high AS follows_high,
    -- the parts are compared with the system's price: from all of it down to a third, unlikely up to 1.3 times and down to a seventh
    banded_verdict(system_low, system_high, follows_low / 1.05, follows_high * 3.3, follows_low / 1.3, follows_high * 7) AS verdict
  FROM paired
)
SELECT article_id, hardware, system_low AS said_low, system_high AS said_high, follows_low, follows_high, money AS unit, verdict,
  list_concat(
    [claim(system_id, 'said')], CASE WHEN count_id IS NULL THEN [] ELSE [claim(count_id, 'count')] END,
    list_transform(price_ids, lambda i: claim(i, 'price'))
  ) AS claims,
  list_filter([
    article_input(hardware, system_low, system_high, money), article_input(component_id, price_low, price_high, money),
    CASE WHEN count_id IS NULL THEN model_input('count', count, NULL, '1', source, source_url, NULL, checked)
      ELSE article_input('count', count_low, count_high, '1') END,
    CASE WHEN count_id IS NOT NULL THEN model_input('count', model_count, NULL, '1', source, source_url, NULL, checked) END,
    derived_input('price of all parts', follows_low, follows_high, money)
  ], lambda i: i IS NOT NULL) AS inputs,
  part_name, name, significant(shown_low, 3) AS price_low, significant(shown_high, 3) AS price_high, price_quotes, system_quote,
  count_quote, count_id IS NOT NULL AS from_article, count, source,
  significant(count * shown_low, 3) AS cost_low, significant(count * shown_high, 3) AS cost_high,
  count * sqrt(shown_low * shown_high) / system_price AS share, model_count,
  significant(model_count * shown_low, 3) AS model_cost_low, significant(model_count * shown_high, 3) AS model_cost_high,
  verdict <> 'supported' AND count_id IS NOT NULL AND count <> model_count
    AND share_a_point(system_low, system_high, model_count * price_low / 1.05, model_count * price_high * 3.3) AS fits
FROM judged
