-- id: implausible_card_power
-- family: spec_conflict
-- title: A single card that draws more than any socket gives
-- en: The article says “{quote:text}”: {said:said} for one {name:text}. No card on sale draws more than {follows:interval}.
-- it: L'articolo dice «{quote:text}»: {said:said} per un solo {name:text}. Nessuna scheda in vendita supera
--   {limit:amount}.
-- zh: 文章称“{quote:text}”，即单个{name:text}为{said:said}。市面上没有显卡超过{limit:amount}。
--
-- An example of a check of one's own: put such a file in a folder and name the folder with `--checks DIR`.
--
-- The header gives the id, the family, the title and the explanation in three languages. `{column:format}` shows a column of
-- the query; formats are text, number, amount, interval, said, ratio, percent, date, period and term. `{interval}` reads
-- `column_low` and `column_high`, `{said}` reads `column_value`, `column_value_high` and `column_bound`, `{period}` reads
-- `column_start` and `column_end`; units come from `column_unit`, else from `unit`. `{?column}…{/column}` is
-- shown where the column is true or not null, `{!column}…{/column}` where it is not.
--
-- The query returns one row a comparison, agreeing ones too: what the article says, what follows, the verdict
-- (supported, conflict, doubtful, disagreement, outdated) and the claims it rests on. `hardware`, `family`, `gap`, `voices`, `meant` and
-- `inputs` may be added, `certainty` (a factor of the weight, 1 where it is left out), and `least_confidence`: what the claims count for at
-- least, where the check knows better than the extractor that they say what it takes them to say. All tables and views of the warehouse can be read, and the macros of
-- warehouse/schema and warehouse/checks/_*.sql can be called.
SELECT
  q.article_id, q.hardware, q.lo AS said_low, q.hi AS said_high, NULL AS follows_low, 2000 AS follows_high, 'W' AS unit,
  CASE WHEN share_a_point(q.lo, q.hi, NULL, 2000) THEN 'supported' ELSE 'doubtful' END AS verdict,
  [claim(q.claim_id, 'said')] AS claims,
  [article_input('power', q.lo, q.hi, 'W')] AS inputs,
  q.quote, h.name, q.value AS said_value, q.value_high AS said_value_high, q.bound AS said_bound, 2000 AS "limit"
FROM quantity_claims AS q JOIN hardware AS h ON h.hardware_id = q.hardware
WHERE q.predicate = 'power' AND q.event IS NULL AND h.kind = 'gpu'
