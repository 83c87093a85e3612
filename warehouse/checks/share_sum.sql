-- id: share_sum
-- family: arithmetic
-- title: Shares of one whole against the whole
-- en: The article gives the shares “{quotes:text}” of one whole ({aspect:term}). Together they are {sum:percent}{?differs}: more
--   than the whole{/differs}.
-- it: L'articolo indica le quote «{quotes:text}» di uno stesso insieme ({aspect:term}). La somma è {sum:percent}{?differs}: più
--   dell'insieme{/differs}.
-- zh: 文章给出同一整体（{aspect:term}）的占比“{quotes:text}”，合计{sum:percent}{?differs}，超过整体{/differs}。
--
-- Shares are of one whole where one sentence lists at least three of them, of one aspect, time and product, each of another holder,
-- or all of one, close together and without times between them.

WITH shares AS (
  SELECT q.claim_id, q.article_id, q.hardware, q.holder, q.aspect, q.as_of, q.source, q.quote, q.span_start, q.span_end,
    -- what semicolons part is one sentence here
    CASE t.language WHEN 'it' THEN q.sentence_start ELSE length(regexp_replace(left(t.text, q.span_start), '[^。！？!?\n]*$', '')) END AS told_from,
    q.value::DOUBLE AS middle, q.lo, q.hi
  FROM quantity_claims q JOIN articles t USING (article_id)
  WHERE q.predicate = 'share' AND q.polarity = 'positive' AND q.value > 0 AND q.value_high IS NULL AND q.aspect IS NOT NULL
    -- "insieme il 77%": the sum of those before it
    AND (NOT tells_all(words_before(t.text, q.span_start), words_after(t.text, q.span_end))
      -- 其他厂商合计占23%: the sum of the rest is one more part
      OR (q.holder IS NULL AND regexp_matches(right(words_before(t.text, q.span_start), 12), '其[他它餘余]|\baltri\b|\brestanti\b')))
), summed AS (
  -- whose product a firm holds its part of the market with, is all one
  SELECT article_id, told_from, CASE WHEN aspect = 'market' AND holder IS NOT NULL THEN NULL ELSE hardware END AS hardware, aspect, count(*) AS shares, count(DISTINCT holder) AS holders, sum(coalesce(lo, middle)) AS low, sum(coalesce(hi, middle)) AS high, sum(middle) AS total,
    string_agg(quote, ' + ' ORDER BY span_start) AS quotes, list(claim_id ORDER BY span_start) AS ids, min(span_start) AS first_start, max(span_end) AS last_end
  FROM shares
  GROUP BY article_id, told_from, 3, aspect, as_of, source
  HAVING count(*) >= 3 AND (
    -- the rest has no name
    count(DISTINCT holder) + least(count(*) - count(holder), 1) = count(*)
    OR (count(DISTINCT holder) <= 1 AND count(DISTINCT middle) = count(*) AND max(span_end) - min(span_start) < 160)
  )
)
SELECT s.article_id, s.hardware, s.low AS said_low, s.high AS said_high, NULL::DOUBLE AS follows_low, 1.0 AS follows_high, '1' AS unit,
  CASE WHEN s.low <= 1.01 THEN 'supported' WHEN s.low > 1.6 THEN 'doubtful' ELSE 'conflict' END AS verdict,
  list_transform(s.ids, lambda i: claim(i, 'part')) AS claims,
  [derived_input('sum of the shares', s.low, s.high, '1')] AS inputs,
  s.quotes, s.aspect, significant(s.total, 4) AS sum, s.low > 1.01 AS differs
FROM summed s
JOIN articles t USING (article_id)
-- a share of a share is no part of the whole
WHERE NOT regexp_matches(lower(substr(t.text, s.first_start + 1, s.last_end - s.first_start)), '其中|di cui|dei quali|tra cui|fra cui|contro|rispetto|去年|前年|同期|un anno (fa|prima)|(19|20)\d\d|[季月]|trimestre|[利益毛净淨]率|margin')
  AND (s.holders > 1 OR regexp_matches(lower(substr(t.text, greatest(1, s.first_start - 60), s.last_end - s.first_start + 80)),
    '[构構组組]成|[来來]自|其[余餘]|分[别別]占|各占|proven|riparti|divis[oaie]|\b(il )?resto\b|restante|arriva\w* da|pesa\w* per|genera\w*|contribui\w*|[贡貢][献獻]'))
