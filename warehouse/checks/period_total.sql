-- id: period_total
-- family: arithmetic
-- title: A month against a year, and regular payments against the whole term
-- en: The article gives “{part_quote:text}” and “{total_quote:text}”{?term_quote} over “{term_quote:text}”{/term_quote}.
--   {?is_rate}{part:amount} {part_per:term} come to {shown:amount} {total_per:term}, not
--   {total:amount}.{/is_rate}{?is_term}{part:amount} {part_per:term} for {periods:number} {periods_in:term} come to {shown:amount}, not
--   {total:amount}.{/is_term}{?agrees}{part:amount} {part_per:term} come to {shown:amount}{?periods} for
--   {periods:number} {periods_in:term}{/periods}: it fits.{/agrees} {?fits}It would fit with {fitting:number} {periods_in:term}.{/fits}
-- it: L'articolo indica «{part_quote:text}» e «{total_quote:text}»{?term_quote} per «{term_quote:text}»{/term_quote}.
--   {?is_rate}{part:amount} {part_per:term} fanno {shown:amount} {total_per:term}, non
--   {total:amount}.{/is_rate}{?is_term}{part:amount} {part_per:term} per {periods:number} {periods_in:term} fanno {shown:amount}, non
--   {total:amount}.{/is_term}{?agrees}{part:amount} {part_per:term} fanno {shown:amount}{?periods} per
--   {periods:number} {periods_in:term}{/periods}: torna.{/agrees} {?fits}Tornerebbe con {fitting:number} {periods_in:term}.{/fits}
-- zh: 文章给出“{part_quote:text}”和“{total_quote:text}”{?term_quote}（“{term_quote:text}”）{/term_quote}。{?is_rate}{part_per:term}
--   {part:amount}，相当于{total_per:term}{shown:amount}，而不是{total:amount}。{/is_rate}{?is_term}{part_per:term}{part:amount}，
--   {periods:number}{periods_in:term}合计{shown:amount}，而不是{total:amount}。{/is_term}{?agrees}{part_per:term}{part:amount}，{?periods}
--   {periods:number}{periods_in:term}{/periods}合计{shown:amount}，吻合。{/agrees}{?fits}若为{fitting:number}{periods_in:term}则吻合。{/fits}
--
-- A capacity a month and one a year, told in one sentence of one product and holder: more a year than the months hold is wrong; less may be a
-- line that is still growing, so that only less than two fifths is doubtful. A sum a month or a year, a term and a total, told in one sentence or of one
-- deal, belong together where there is one of each. Rents are left to their own check. What a month brings in on average is held against the quarter or year told before it.

WITH years(per, in_a_year) AS (
  VALUES ('day', 365.0), ('week', 52.0), ('month', 12.0), ('quarter', 4.0), ('year', 1.0)
), rates AS (
  SELECT q.claim_id, q.article_id, q.hardware, q.holder, q.event, q.basis, q.basis_size, q.as_of, q.modality, q.quote, q.span_start, q.span_end, q.sentence_start, q.per, y.in_a_year,
    q.value::DOUBLE AS middle, q.lo, q.hi
  FROM quantity_claims q JOIN years y USING (per)
  WHERE q.predicate = 'unit_count' AND q.polarity = 'positive' AND q.value > 0
), rate_pairs AS (
  SELECT a.article_id, a.hardware, a.claim_id AS part_id, b.claim_id AS total_id, a.quote AS part_quote, b.quote AS total_quote, a.middle AS part, a.per AS part_per, a.in_a_year / b.in_a_year AS factor,
    b.middle AS total, b.per AS total_per, coalesce(b.lo, b.middle) AS said_low, coalesce(b.hi, b.middle) AS said_high,
    coalesce(a.lo, a.middle) * a.in_a_year / b.in_a_year AS follows_low, coalesce(a.hi, a.middle) * a.in_a_year / b.in_a_year AS follows_high,
    count(*) OVER (PARTITION BY b.claim_id) AS parts,
    regexp_matches(lower(substr(x.text, a.span_end + 1, b.span_start - a.span_end)), '\b(fann?o|ossia|ovvero|vale a dire|pari a|equival\w+|corrispond\w+|quindi|dunque)\b|cioè|即|也就是|相[当當][于於]|折合|合[计計]') AS is_reckoned
  FROM rates a
  JOIN articles x USING (article_id)
  JOIN rates b ON b.article_id = a.article_id AND b.sentence_start = a.sentence_start AND b.in_a_year < a.in_a_year
    AND (a.hardware, a.event, a.basis, a.basis_size) IS NOT DISTINCT FROM (b.hardware, b.event, b.basis, b.basis_size)
    AND coalesce(a.holder = b.holder, true) AND coalesce(a.as_of = b.as_of, true)
), averages AS (
  -- 全年营收…，平均每月…: what a month or a quarter of the time brings in on average
  SELECT a.article_id, a.hardware, a.claim_id AS part_id, b.claim_id AS total_id, a.quote AS part_quote, b.quote AS total_quote, a.value::DOUBLE AS part, a.per AS part_per, a.unit,
    b.value::DOUBLE AS total, CASE WHEN length(b.as_of) = 4 THEN 'year' ELSE 'quarter' END AS total_per, p.in_a_year / t.in_a_year AS factor,
    b.lo AS said_low, b.hi AS said_high, a.lo * p.in_a_year / t.in_a_year AS follows_low, a.hi * p.in_a_year / t.in_a_year AS follows_high
  FROM price_claims a
  JOIN years p ON p.per = a.per
  JOIN articles x USING (article_id)
  JOIN price_claims b ON b.article_id = a.article_id AND b.predicate = a.predicate AND b.unit = a.unit AND b.per IS NULL AND b.value_high IS NULL AND b.polarity = 'positive'
    AND b.holder IS NOT DISTINCT FROM a.holder AND b.hardware IS NOT DISTINCT FROM a.hardware AND regexp_full_match(b.as_of, '\d{4}(-Q\d)?') AND coalesce(a.as_of = b.as_of, true)
    AND (a.sentence_start = b.sentence_start OR a.sentence_start - b.sentence_end BETWEEN 0 AND 2) AND b.span_start < a.span_start
  JOIN years t ON t.per = CASE WHEN length(b.as_of) = 4 THEN 'year' ELSE 'quarter' END
  WHERE a.predicate = 'revenue' AND a.polarity = 'positive' AND a.value > 0 AND a.value_high IS NULL AND a.bound IN ('exact', 'about') AND b.bound IN ('exact', 'about')
    AND a.per IN ('month', 'quarter') AND p.in_a_year > t.in_a_year AND regexp_matches(right(words_before(x.text, a.span_start), 16), '平均|[月季]均|\bin media\b|\bmedi[ao]\b')
  QUALIFY row_number() OVER (PARTITION BY a.claim_id ORDER BY b.span_start DESC) = 1
), regular AS (
  SELECT p.*, p.value::DOUBLE AS middle, y.in_a_year FROM price_claims p JOIN years y USING (per)
  WHERE p.per IN ('week', 'month', 'quarter', 'year') AND p.polarity = 'positive' AND p.value > 0 AND p.predicate <> 'revenue'
), terms AS (
  SELECT article_id, deal, sentence_start, span_start, quote, CAST(regexp_extract(timex, '\d+(\.\d+)?') AS DOUBLE) / CASE WHEN ends_with(timex, 'M') THEN 12 ELSE 1 END AS years
  FROM quantity_claims
  WHERE predicate = 'duration' AND polarity = 'positive' AND bound IN ('exact', 'about') AND regexp_full_match(timex, 'P\d+(\.\d+)?[YM]')
), totals AS (
  SELECT p.*, p.value::DOUBLE AS middle FROM price_claims p
  WHERE p.per IS NULL AND p.polarity = 'positive' AND p.value > 0 AND p.predicate NOT IN ('revenue', 'unit_price', 'rental_price', 'valuation', 'funding')
    AND (p.basis IS NULL OR p.basis = 'site')
  QUALIFY p.same_as IS NULL OR p.span_start = min(p.span_start) OVER (PARTITION BY p.article_id, p.same_as)
), term_triples AS (
  SELECT y.article_id, y.hardware, y.claim_id AS part_id, t.claim_id AS total_id, y.quote AS part_quote, t.quote AS total_quote, d.quote AS term_quote,
    y.middle AS part, t.middle AS total, t.unit AS money, d.years,
    y.per AS part_per, y.in_a_year, t.lo AS said_low, t.hi AS said_high, y.lo * d.years * y.in_a_year AS follows_low, y.hi * d.years * y.in_a_year AS follows_high,
    count(*) OVER (PARTITION BY y.claim_id) AS triples, count(*) OVER (PARTITION BY t.claim_id) AS of_total
  FROM regular y
  JOIN totals t ON t.article_id = y.article_id AND t.unit = y.unit AND (t.sentence_start = y.sentence_start OR t.deal = y.deal OR t.sentence_start - y.sentence_end BETWEEN 0 AND 2)
    AND coalesce(t.holder = y.holder, true) AND t.middle >= y.middle
  JOIN articles x ON x.article_id = y.article_id
  JOIN terms d ON d.article_id = y.article_id AND d.years * y.in_a_year > 1
    AND (d.sentence_start = y.sentence_start OR d.deal = y.deal OR y.sentence_start - d.sentence_start BETWEEN 1 AND 300 OR d.sentence_start = t.sentence_start)
    -- a total of the next sentence is one by its own words, beside the term
    AND (t.sentence_start = y.sentence_start OR coalesce(t.deal = y.deal, false) OR (d.sentence_start = t.sentence_start AND t.span_start > d.span_start AND tells_all(words_before(x.text, t.span_start), '')))
  QUALIFY d.sentence_start = max(d.sentence_start) OVER (PARTITION BY y.claim_id, t.claim_id)
), judged AS (
  SELECT article_id, hardware, part_id, total_id, part_quote, total_quote, NULL AS term_quote, part, part_per, total, total_per, NULL::DOUBLE AS years, factor,
    '1' AS unit, said_low, said_high, follows_low, follows_high,
    CASE
      WHEN is_reckoned AND parts = 1 AND NOT share_a_point(said_low, said_high, follows_low / 1.1, follows_high * 1.1) THEN 'conflict'
      WHEN share_a_point(said_low, said_high, follows_low * 0.4, follows_high * 1.1) THEN 'supported'
      WHEN parts > 1 OR said_high < follows_low OR share_a_point(said_low, said_high, follows_low, follows_high * 1.25) THEN 'doubtful'
      ELSE 'conflict'
    END AS verdict
  FROM rate_pairs
  UNION ALL BY NAME
  SELECT article_id, hardware, part_id, total_id, part_quote, total_quote, NULL AS term_quote, part, part_per, total, total_per, NULL::DOUBLE AS years, factor,
    unit, said_low, said_high, follows_low, follows_high,
    CASE WHEN share_a_point(said_low, said_high, follows_low / 1.03, follows_high * 1.03) THEN 'supported' ELSE 'conflict' END AS verdict
  FROM averages
  UNION ALL BY NAME
  SELECT article_id, hardware, part_id, total_id, part_quote, total_quote, term_quote, part, part_per, total, NULL AS total_per, years, years * in_a_year AS factor,
    money AS unit, said_low, said_high, follows_low, follows_high,
    CASE
      WHEN share_a_point(said_low, said_high, follows_low / 1.03, follows_high * 1.03) THEN 'supported'
      WHEN triples > 1 OR of_total > 1 THEN NULL
      WHEN share_a_point(said_low, said_high, follows_low / 1.1, follows_high * 1.1) THEN 'doubtful'
      ELSE 'conflict'
    END AS verdict
  FROM term_triples
)
SELECT article_id, hardware, said_low, said_high, follows_low, follows_high, unit, verdict,
  -- the term is words of a deal rather than a statement of its own
  [claim(total_id, 'said'), claim(part_id, 'other')] AS claims,
  list_filter([
    article_input('total', said_low, said_high, unit), article_input('part', part, NULL, unit),
    CASE WHEN years IS NOT NULL THEN article_input('years', years, NULL, '1') END, derived_input('all', follows_low, follows_high, unit)
  ], lambda i: i IS NOT NULL) AS inputs,
  part_quote, total_quote, term_quote, part, total, significant(part * factor, 6) AS shown, 'per_' || part_per AS part_per, 'per_' || total_per AS total_per, years,
  verdict <> 'supported' AND years IS NULL AS is_rate, verdict <> 'supported' AND years IS NOT NULL AS is_term, verdict = 'supported' AS agrees,
  round(total / part) AS fitting, CASE WHEN years IS NOT NULL THEN round(factor, 2) END AS periods, 'periods_' || part_per AS periods_in,
  verdict <> 'supported' AND years IS NOT NULL AND fitting > 1 AND abs(total / part - fitting) < 0.02 * fitting AS fits
FROM judged
WHERE verdict IS NOT NULL
