-- id: event_told_twice
-- family: self_contradiction
-- title: One event dated twice
-- en: The article dates one event ({predicate:term}{?subject} of {subject:text}{/subject}) twice: “{first_quote:text}” ({first:period}) and
--   “{second_quote:text}” ({second:period}). Both sentences tell of “{anchor:text}”.
-- it: L'articolo data due volte lo stesso evento ({predicate:term}{?subject}, {subject:text}{/subject}): «{first_quote:text}» ({first:period}) e
--   «{second_quote:text}» ({second:period}). Entrambe le frasi parlano di «{anchor:text}».
-- zh: 文章对同一事件（{?subject}{subject:text}的{/subject}{predicate:term}）给出两个时间：“{first_quote:text}”（{first:period}）和“{second_quote:text}”
--   （{second:period}）。两处说的都是“{anchor:text}”。
--
-- What happens once (a delivery, a start of operation, of production, a day of sale) has one date, but phases, lots, countries and versions have their own, and a
-- date may have been moved. Two dates are of one event only where both sentences tell of one thing by its own words, a count of at least three digits or a name
-- of it, or the second says that it stands ("resta fissata", 仍会在), where neither speaks of a phase, of a change of plan or of something that comes on top, and where the article has no third date of that event.

WITH dates AS (
  SELECT d.claim_id, d.article_id, d.predicate, d.hardware, d.holder, d.quote, d.zone, d.span_start, d.span_end, d.sentence_start, d.sentence_end, d.date_start, d.date_end
  FROM date_claims d
  WHERE d.polarity = 'positive' AND d.date_start IS NOT NULL AND d.modality IN ('asserted', 'planned', 'expected') AND d.bound IN ('exact', 'about')
    AND d.predicate IN ('delivery', 'deployment', 'production', 'availability') AND date_diff('day', d.date_start, d.date_end) <= 92
  WINDOW of_event AS (PARTITION BY d.article_id, d.predicate)
  QUALIFY count(*) OVER of_event BETWEEN 2 AND 4 AND count(DISTINCT (d.date_start, d.date_end)) OVER of_event = 2
), sentences AS (
  SELECT d.*, substr(t.text, d.sentence_start + 1, d.sentence_end - d.sentence_start) AS sentence, t.language FROM dates d JOIN articles t USING (article_id)
), pairs AS (
  SELECT a.article_id, coalesce(a.hardware, b.hardware) AS hardware, a.predicate, a.language, a.claim_id AS first_id, b.claim_id AS second_id, a.quote AS first_quote, b.quote AS second_quote,
    a.date_start AS first_start, a.date_end AS first_end, b.date_start AS second_start, b.date_end AS second_end, a.sentence AS first_sentence, b.sentence AS second_sentence,
    -- what two sentences share: numbers of three digits or more, and names that no sentence begins with
    list_intersect(regexp_extract_all(regexp_replace(a.sentence, '(\d)[.,](\d{3})', '\1\2', 'g'), '\d{3,}'), regexp_extract_all(regexp_replace(b.sentence, '(\d)[.,](\d{3})', '\1\2', 'g'), '\d{3,}')) AS numbers,
    CASE a.language
      WHEN 'it' THEN list_intersect(
        regexp_extract_all(a.sentence, '(?:centr[oi]|cluster|impiant[oi]|sal[ae]|campus|supercomputer|sito|stabiliment[oi]|fabbric[ah]e?|polo|fornitura|commessa)(?: [a-zà-ù]+)? (?:di|a|da|del|della|dell[''’]) ?[A-ZÀ-Ù][A-Za-zÀ-ù]+'),
        regexp_extract_all(b.sentence, '(?:centr[oi]|cluster|impiant[oi]|sal[ae]|campus|supercomputer|sito|stabiliment[oi]|fabbric[ah]e?|polo|fornitura|commessa)(?: [a-zà-ù]+)? (?:di|a|da|del|della|dell[''’]) ?[A-ZÀ-Ù][A-Za-zÀ-ù]+'))
      ELSE list_intersect(
        regexp_extract_all(a.sentence, '\p{Han}{2}(?:AI|智算|算力|云|雲|数据|數據|资料|資料|超算)?(?:机房|機房|中心|园区|園區|集群|叢集|基地|工厂|工廠|产线|產線|超算)'),
        regexp_extract_all(b.sentence, '\p{Han}{2}(?:AI|智算|算力|云|雲|数据|數據|资料|資料|超算)?(?:机房|機房|中心|园区|園區|集群|叢集|基地|工厂|工廠|产线|產線|超算)'))
    END AS names
  FROM sentences a
  JOIN sentences b ON b.article_id = a.article_id AND b.predicate = a.predicate AND b.span_start > a.span_start AND b.sentence_start <> a.sentence_start
    AND coalesce(a.hardware = b.hardware, true) AND coalesce(a.holder = b.holder, true)
  WHERE greatest(date_diff('day', a.date_end, b.date_start), date_diff('day', b.date_end, a.date_start)) > 20
), anchored AS (
  SELECT *, coalesce(list_filter(numbers, lambda n: NOT regexp_full_match(n, '(19|20)\d\d'))[1], names[1], nullif(regexp_extract(second_sentence, '仍(?:[会會将將]|然)?(?:在|于|於|按|可)|如期|照原定|按[计計][划劃]|\bresta(?:no)? (?:fissat|previst|confermat)[aeio]\b|\bcome (?:previsto|annunciato)\b'), '')) AS anchor FROM pairs
)
SELECT a.article_id, a.hardware, NULL::DOUBLE AS said_low, NULL::DOUBLE AS said_high, NULL::DOUBLE AS follows_low, NULL::DOUBLE AS follows_high, NULL::VARCHAR AS unit,
  'conflict' AS verdict, 1.5 AS gap,
  [claim(first_id, 'said'), claim(second_id, 'other')] AS claims,
  [
    input_of(predicate, NULL, NULL, NULL, 'article', NULL, NULL, strftime(first_start, '%Y-%m-%d') || '/' || strftime(first_end, '%Y-%m-%d'), NULL),
    input_of(predicate, NULL, NULL, NULL, 'article', NULL, NULL, strftime(second_start, '%Y-%m-%d') || '/' || strftime(second_end, '%Y-%m-%d'), NULL)
  ] AS inputs,
  predicate, h.name AS subject, first_quote, second_quote, anchor, first_start, first_end, second_start, second_end
FROM anchored a LEFT JOIN hardware h ON h.hardware_id = a.hardware
WHERE anchor IS NOT NULL
  -- "according to" is no second one
  AND NOT regexp_matches(lower(regexp_replace(first_sentence || ' … ' || second_sentence, '\bSecondo\b|\bsecondo (il|lo|la|i|gli|le|un|una|quanto|fonti|alcun\w+|[A-Z]\w+|l[''’])', '', 'g')),
    '\b(fas[ei]|lott[oi]|tranche|prim[aoie]|second[aoei]|terz[aoei]|restant\w*|altr[ioea]|ulterior\w*|ampliament\w*|estension\w*|rinvi\w*|slitt\w*|anticip\w*|ritard\w*|posticip\w*|inizialmente|originari\w*|previst\w+ (prima|in origine)|invece|dopo|poi|successiv\w*|già|mentre|complet\w*|a regime)\b'
    || '|首批|首期|[一二三四五]期|第[一二三四][期批阶階座个個次]|二批|其余|其餘|剩|另|再|扩|擴|增|追加|原[定计計本订訂]|推[迟遲]|延|提前|改|此前|随后|隨後|之后|之後|全部|陆续|陸續|分批')
