-- id: stated_percentage
-- family: arithmetic
-- title: A percentage or factor in words against the two figures beside it
-- en: The article says “{words:text}” of “{first_quote:text}” and “{second_quote:text}”. The second is {quotient:percent} of the first, a difference of
--   {rise:percent} of the smaller and {fall:percent} of the larger{?differs}, none of which is what it says{/differs}{?agrees}, which fits{/agrees}.
-- it: L'articolo dice «{words:text}» di «{first_quote:text}» e «{second_quote:text}». Il secondo dato è il {quotient:percent} del primo, con una
--   differenza del {rise:percent} sul minore e del {fall:percent} sul maggiore{?differs}: nulla di ciò corrisponde{/differs}{?agrees}, e torna{/agrees}.
-- zh: 文章就“{first_quote:text}”和“{second_quote:text}”称“{words:text}”。后一个是前一个的{quotient:percent}，两者之差为较小者的{rise:percent}、较大者的
--   {fall:percent}{?differs}，均与之不符{/differs}{?agrees}，吻合{/agrees}。
--
-- stated_change reads percentages that are claims of a product or holder. Here the words themselves are read: right behind two neighbouring figures of one unit
-- that a sentence sets against each other ("da … a", 由…至, "di cui", 其中, two products), or between a whole and the part that it is spelled out as ("il 40 per cento, vale
-- a dire …"). Whether it is a growth, a cut, a share or a factor is left open: where any of these readings comes near, nothing is wrong.

WITH figures AS (
  SELECT claim_id, article_id, predicate, hardware, unit, per, quote, span_start, span_end, value::DOUBLE AS middle, lo, hi, bound
  FROM quantity_claims
  WHERE polarity = 'positive' AND value > 0 AND value_high IS NULL AND bound IN ('exact', 'about')
    AND predicate IN ('unit_count', 'core_count', 'transistor_count', 'memory_capacity', 'memory_bandwidth', 'link_bandwidth', 'compute', 'power', 'clock', 'die_area', 'parameter_count')
  UNION ALL BY NAME
  SELECT claim_id, article_id, predicate, hardware, unit, per, quote, span_start, span_end, value::DOUBLE AS middle, lo, hi, bound
  FROM price_claims
  WHERE polarity = 'positive' AND value > 0 AND value_high IS NULL AND bound IN ('exact', 'about')
  QUALIFY same_as IS NULL OR span_start = min(span_start) OVER (PARTITION BY article_id, same_as)
), ordered AS (
  SELECT *, lag(claim_id) OVER in_text AS last_id, lag(unit) OVER in_text AS last_unit, lag(span_end) OVER in_text AS last_end FROM figures
  WINDOW in_text AS (PARTITION BY article_id ORDER BY span_start)
), neighbours AS (
  -- that both were rounded by all that their digits allow, the one up and the other down, is most unlikely
  SELECT b.article_id, 0.2 * least(digit_step(a.middle), digit_step(b.middle)) AS slack, a.claim_id AS first_id, b.claim_id AS second_id, a.quote AS first_quote, b.quote AS second_quote, b.unit, a.middle AS first, b.middle AS second,
    CASE a.bound WHEN 'exact' THEN greatest(a.lo, a.middle - slack) ELSE a.lo END AS first_low, CASE a.bound WHEN 'exact' THEN least(a.hi, a.middle + slack) ELSE a.hi END AS first_high,
    CASE b.bound WHEN 'exact' THEN greatest(b.lo, b.middle - slack) ELSE b.lo END AS second_low, CASE b.bound WHEN 'exact' THEN least(b.hi, b.middle + slack) ELSE b.hi END AS second_high, a.hardware AS first_hardware, b.hardware AS second_hardware,
    a.span_start AS first_start, a.span_end AS first_end, b.span_start AS second_start, b.span_end AS second_end, a.predicate = b.predicate OR b.unit <> '1' AS of_one_kind
  FROM ordered b JOIN figures a ON a.claim_id = b.last_id
  WHERE b.unit = b.last_unit AND a.per IS NOT DISTINCT FROM b.per AND a.middle <> b.middle AND greatest(a.middle / b.middle, b.middle / a.middle) < 100
    AND b.span_start - b.last_end BETWEEN 1 AND 160
), told AS (
  SELECT n.*, lower(substr(t.text, n.first_end + 1, n.second_start - n.first_end)) AS between,
    regexp_extract(lower(substr(t.text, n.second_end + 1, 90)), '^([^.。;；!！?？\n]|\.\d)*') AS behind, words_before(t.text, n.first_start) AS before, words_after(t.text, n.second_end) AS after
  FROM neighbours n JOIN articles t USING (article_id)
), spoken AS (
  -- behind the two: "…, con un aumento del 48 per cento", "增幅达50%", "只保留了后者的75%", "è il triplo"
  SELECT *, false AS is_part, regexp_extract(behind,
      '^([^0-9]{0,12}[，,：:（( ]\s*[^0-9]{0,32}?((?:circa |quasi |oltre |[约約近超逾])?(?:(\d{1,4}(?:[.,]\d{1,2})?) ?(?:%|％|per cento)|\b(doppio|triplo|quadruplo|quintuplo)\b|([两兩三四五六七八九十]|\d{1,2}(?:\.\d)?) ?倍))([^。；;]{0,8}))',
      ['all', 'words', 'percent', 'factor_it', 'factor_zh', 'tail']) AS said
  FROM told
  UNION ALL BY NAME
  -- between the whole and its part: "…. Le Hbm hanno inciso per il 40 per cento, vale a dire …", "占四成，即…"
  SELECT *, true AS is_part, regexp_extract(between,
      '(?:^|[^0-9.,])((()()()(\d{1,2}(?:[.,]\d{1,2})?) ?(?:%|％|per cento)))[^0-9,，。.;；]{0,24}[,，（( ]+(?:vale a dire|cioè|ossia|ovvero|pari a|equival\w+ a|即|也就是|[约約]合|合)[^0-9,，。;；]{0,12}$', ['all', 'words', 'factor_it', 'factor_zh', 'tail', 'percent']) AS parts,
    struct_pack("all" := parts['all'], words := parts['words'], percent := parts['percent'], factor_it := '', factor_zh := '', tail := '') AS said
  FROM told
), read AS (
  SELECT *,
    CASE WHEN is_part THEN second < first AND NOT regexp_matches(left(between, instr(between, said.words) - 1), '\d')
      ELSE length(between) <= 60 AND NOT regexp_matches(between, '[.。;；!！\n]\s')
        -- what one piece has and what all have are set against each other by no percentage
        AND regexp_matches(before, '([每单單][颗顆张張块塊片个個枚卡台]|ciascun[oa]|ognun[oa]|\bogni \w+)[^。;；,，.]{0,12}$') = regexp_matches(between, '[每单單][颗顆张張块塊片个個枚卡台]|ciascun[oa]|ognun[oa]|\bogni \w+')
        AND (joins_two_amounts(before, between, after) OR regexp_matches(said.all, '前者|[后後]者|quest[''’]ultim|il primo|la prima')
          OR (regexp_matches(between, '其中|\bdi (cui|questi|queste)\b') AND regexp_matches(said.all, '[占佔]|pari a|cioè')))
        AND regexp_matches(said.all,
          '前者|[后後]者|[增涨漲降跌加][幅长長]|年[增减減]|同比|[环環]比|成[长長]|[多高]出|[占佔]|即|也就是|dunque|quindi|cioè|pari a|\bcon un[a ]|aument|increment|crescit|rialz|rincar|\bcal[oa]\b|balzo|progress|taglio|riduzion|ribass|scont|in (più|meno)|è il (doppio|triplo)')
    END AS is_linked
  FROM spoken WHERE said.words <> ''
), parsed AS (
  SELECT * EXCLUDE (said, parts), said.words, said.percent <> '' AS is_percent,
    CASE WHEN said.percent <> '' THEN TRY_CAST(replace(said.percent, ',', '.') AS DOUBLE) / 100
      WHEN said.factor_it <> '' THEN list_position(['doppio', 'triplo', 'quadruplo', 'quintuplo'], said.factor_it) + 1.0
      WHEN said.factor_zh <> '' THEN coalesce(TRY_CAST(said.factor_zh AS DOUBLE), CASE said.factor_zh WHEN '兩' THEN 2.0 ELSE list_position(['两', '三', '四', '五', '六', '七', '八', '九', '十'], said.factor_zh) + 1.0 END) END AS stated,
    CASE WHEN regexp_matches(said.all, 'circa|quasi|oltre|\bpoco\b|[约約近超逾多]|以上|左右') THEN 0.06 ELSE 0.0 END AS loose,
    -- one decimal of a percentage is half a thousandth
    CASE WHEN said.percent <> '' THEN 0.005 * power(10, -length(regexp_extract(said.percent, '[.,](\d+)', 1))) END AS step,
    regexp_matches(said.all, 'margin|util[ei]\b|profit|prestazion|quot[ae]|velocit|efficien|consum|利[润潤]|毛利|性能|份[额額]|速度|能效|[净淨]|cloud') AS names_other
  FROM read
  WHERE is_linked AND (of_one_kind OR regexp_matches(said.all, '前者|[后後]者'))
), readings AS (
  SELECT *, unnest([
    {'low': second_low / first_high, 'high': second_high / first_low, 'kind': 'share'}, {'low': first_low / second_high, 'high': first_high / second_low, 'kind': 'share'},
    {'low': second_low / first_high - 1, 'high': second_high / first_low - 1, 'kind': 'change'}, {'low': first_low / second_high - 1, 'high': first_high / second_low - 1, 'kind': 'change'},
    {'low': 1 - second_high / first_low, 'high': 1 - second_low / first_high, 'kind': 'change'}, {'low': 1 - first_high / second_low, 'high': 1 - first_low / second_high, 'kind': 'change'}
  ]) AS reading
  FROM parsed
), likely AS (
  -- "il 40 per cento, vale a dire" is a share, unless words of a change or a tax stand before it
  SELECT * FROM readings WHERE NOT is_part OR reading.kind = 'share' OR regexp_matches(between, '\biva\b|tass[ae]|impost|aument|cresc|\bcal|scont|ribass|rincar|[税稅增涨漲降跌减減加]')
), judged AS (
  SELECT * EXCLUDE (reading), reading.low AS follows_low, reading.high AS follows_high,
    stated * (1 - loose) - coalesce(step, 0.06 * stated) AS said_low, stated * (1 + loose) + coalesce(step, 0.06 * stated) AS said_high,
    times_apart(said_low, said_high, reading.low, reading.high) AS apart
  FROM likely
  WHERE reading.high > 0 AND reading.low > 0
  QUALIFY row_number() OVER (PARTITION BY second_id, is_part ORDER BY apart, follows_low) = 1
), decided AS (
  SELECT *, CASE WHEN apart <= 1.015 THEN 'supported' WHEN apart > 1.1 AND apart < 15 AND NOT names_other THEN 'conflict' END AS verdict FROM judged
)
SELECT d.article_id, coalesce(second_hardware, first_hardware) AS hardware, said_low, said_high, follows_low, follows_high, '1' AS unit, verdict, apart AS gap,
  [claim(second_id, 'said'), claim(first_id, 'other')] AS claims,
  [
    article_input('stated', said_low, said_high, '1'), article_input('first', first_low, first_high, d.unit), article_input('second', second_low, second_high, d.unit),
    derived_input('nearest reading', follows_low, follows_high, '1')
  ] AS inputs,
  words, first_quote, second_quote, significant(second / first, 3) AS quotient, significant(greatest(first / second, second / first) - 1, 3) AS rise,
  significant(1 - least(first / second, second / first), 3) AS fall, verdict <> 'supported' AS differs, verdict = 'supported' AS agrees
FROM decided d
WHERE verdict IS NOT NULL
  -- a percentage that is a claim of these figures' kind is stated_change's or share_amount's
  AND NOT EXISTS (
    FROM quantity_claims q
    WHERE q.article_id = d.article_id AND q.predicate IN ('relative', 'share') AND q.aspect IS NOT NULL
      AND q.span_start BETWEEN CASE WHEN d.is_part THEN d.first_end ELSE d.second_end END AND CASE WHEN d.is_part THEN d.second_start ELSE d.second_end + 60 END
  )
