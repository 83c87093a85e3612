-- What stands around a figure in its sentence. Checks read it before they call a figure wrong: a figure that is a difference, that
-- belongs to another part, or that is true of a product named nearer to it, contradicts nothing, whatever product the claim has.

CREATE OR REPLACE TEMP MACRO words_before(text, span_start) AS
  lower(substr(text, greatest(1, span_start - 31), span_start - greatest(1, span_start - 31) + 1));
CREATE OR REPLACE TEMP MACRO words_after(text, span_end) AS lower(substr(text, span_end + 1, 20));

-- "+125 W", "un aumento di 40 W", "增加125W", "125 W in più"
CREATE OR REPLACE TEMP MACRO is_difference(before, after) AS
  regexp_matches(before, '(\+|[增减減][加少]了?|提[升高]了?|高出了?|多出了?|低了?|上升了?|下降了?|降低了?|(aumento|incremento|riduzione|calo|differenza) (di|da)( circa| ben| quasi)?)\s*$')
  OR regexp_matches(after, '^\s*(in più|in meno|di differenza|的?(差距|增幅|降幅))');

-- The power of a power supply or plug, the size of a cache or a disk, what is kept free of a memory: not the product's own.
CREATE OR REPLACE TEMP MACRO is_of_another_part(before, after) AS
  regexp_matches(before, '(\d|[两兩二三四五六七八九十])\s*[颗顆个個片块塊堆枚组組]\s*$|[每单單][颗顆个個片块塊堆枚组組][^a-z0-9,，。]{0,3}$|(\d|due|tre|quattro|cinque|sei|otto|dodici|sedici)\s+(stack|moduli|pile|chip|die|banchi)[^,;.]{0,14}\bda\s*$')
  OR regexp_matches(before, '(alimentator[ei]|connettor[ei]|cav[oi]|\bcache|\bpsu|\bssd|archiviazione|riservat[aoei]|disponibil[ei]|dedicat[aoei]|电源|電源|接口|连接器|連接器|接頭|缓存|快取|存储|儲存|硬盘|硬碟|保留|预留|預留)[^.。;；,，:：]{0,24}$')
  OR regexp_matches(after, '^[^.。;；,，、]{0,12}(\bcache|\bl[123]\b|\bssd|riservat|utilizzabil|a disposizione|dedicat|liber[aoei]|缓存|快取|电源|電源|可用|保留|硬盘|硬碟|alimentator|connettor)');

-- "60,9 gigaflop per watt", "每瓦60.9 GFLOPS" are efficiency.
CREATE OR REPLACE TEMP MACRO is_per_watt(before, after) AS
  regexp_matches(before, '每瓦\S{0,4}\s*$') OR regexp_matches(after, '^(/s)?\s*(/|per|al|每)\s*(w\b|watt|瓦)');

-- What a sentence says just before it names what it compares with, or what is replaced.
CREATE OR REPLACE TEMP MACRO names_a_baseline(before_name) AS
  regexp_matches(before_name, '(rispetto (a|al|alla|all|ai|alle|agli)|contro|superiore a|inferiore a|prestazioni (da|di|come|simili a|pari a|vicine a)|livello di|al pari di|paragonabil\w+ a|all[''’]altezza di|al posto de|del doppio de|il doppio di quell[aoei] de|sostitui\w+|rimpiazz\w+|prend\w+ il posto de|succed\w+ a|erede de|supera|mira a|sfida|punta a|[较較比]|相比|[对對]比|相[较較]|取代|替代|媲美|看[齐齊]|堪比|接近|不[输輸]|追平|相[当當][于於]|[优優]于|優於|超[过過])[^\s,，;；:：、]{0,6}[\s''’]*(\w+[\s''’]*){0,4}$')
  -- "rispetto alla generazione precedente la B200": the baseline is told, and the name begins anew
  AND NOT regexp_matches(before_name, '(generazione|modello|versione|serie|scheda|chip|gamma) (precedente|passat[ao]|scors[ao]|uscente),?\s+(il|lo|la|l|i|gli|le)[\s''’]+$|\b(precedente|predecessore|predecessora)\s+(il|lo|la|l|i|gli|le)[\s''’]+$');

-- Where a product's name ends before the figure and begins after it: how many characters lie between; NULL where it is not named. Names are whole words.
-- Written without patterns, which would be compiled anew for each name: a text is split at the name, and a place counts where no letter or digit adjoins it.
CREATE OR REPLACE TEMP MACRO is_letter(sign) AS sign BETWEEN 'a' AND 'z' OR sign BETWEEN '0' AND '9';
CREATE OR REPLACE TEMP MACRO whole_places(parts, name) AS
  list_filter(range(1, len(parts)), lambda i: NOT (
    is_letter(right(CASE WHEN parts[i] = '' AND i > 1 THEN name ELSE parts[i] END, 1))
    OR is_letter(left(CASE WHEN parts[i + 1] = '' AND i + 1 < len(parts) THEN name ELSE parts[i + 1] END, 1))
  ));
CREATE OR REPLACE TEMP MACRO signs_of(parts, name) AS CAST(list_sum(list_transform(parts, lambda part: length(part))) AS BIGINT) + (len(parts) - 1) * length(name);
CREATE OR REPLACE TEMP MACRO gap_before(before, name) AS
  list_transform([string_split(before, name)], lambda parts: list_transform([whole_places(parts, name)[-1]], lambda i: CASE WHEN i > 0 THEN signs_of(parts[i + 1:], name) END)[1])[1];
CREATE OR REPLACE TEMP MACRO gap_after(after, name) AS
  list_transform([string_split(after, name)], lambda parts: list_transform([whole_places(parts, name)[1]], lambda i: CASE WHEN i > 0 THEN signs_of(parts[:i], name) END)[1])[1];
CREATE OR REPLACE TEMP MACRO before_name(sentence, name) AS coalesce(left(sentence, gap_after(sentence, name)), '');

-- Whether a kind is that of a thing one can buy, rather than of a design, a line of products or a technology.
CREATE OR REPLACE TEMP MACRO is_one_product(kind) AS kind NOT IN ('architecture', 'family', 'memory', 'interconnect', 'process', 'packaging');

-- The names by which an article may call a product, and the last word of Latin letters or digits in each, by which names are looked up.
CREATE OR REPLACE TEMP TABLE names AS
SELECT *, regexp_extract_all(name, '[a-z0-9]+')[-1] AS word
FROM (SELECT hardware_id, lower(alias) AS name FROM hardware_aliases WHERE length(alias) > 1 UNION SELECT hardware_id, lower(name) FROM hardware);

-- The products of which an article says anything.
CREATE OR REPLACE TEMP TABLE article_products AS
SELECT DISTINCT c.article_id, h.hardware_id
FROM (SELECT article_id, hardware AS id FROM claims UNION ALL SELECT article_id, object FROM claims) c
JOIN hardware h ON h.hardware_id = c.id;

-- Claims of a sentence in which another figure is told of the same product and of no other, and is true of it and of no other product of the article:
-- their product is certain, even where it was named sentences before, and what a check says of them is firm (`least_confidence`).
CREATE OR REPLACE TEMP TABLE borne_out AS
WITH sentences AS (
  SELECT article_id, sentence_start, any_value(hardware) AS hardware
  FROM claims WHERE hardware IS NOT NULL
  GROUP BY ALL HAVING min(hardware) = max(hardware) AND count(*) > 1
), true_of AS (
  SELECT c.claim_id, c.article_id, c.sentence_start, c.hardware
  FROM quantity_claims c
  SEMI JOIN sentences USING (article_id, sentence_start)
  JOIN article_products p USING (article_id)
  JOIN hardware_specs s ON s.hardware_id = p.hardware_id AND s.predicate = c.predicate AND s.unit = c.unit
    AND s.value::DOUBLE BETWEEN 0.995 * c.value::DOUBLE AND 1.005 * c.value::DOUBLE AND s.aspect IS NOT DISTINCT FROM c.aspect
  WHERE c.hardware IS NOT NULL AND c.polarity = 'positive' AND c.value > 2
    AND c.predicate IN ('core_count', 'transistor_count', 'die_area', 'memory_capacity', 'memory_bandwidth', 'compute', 'power', 'clock', 'relative')
  GROUP BY ALL
  HAVING bool_and(s.hardware_id = c.hardware)
)
SELECT DISTINCT c.claim_id
FROM claims c
JOIN sentences USING (article_id, sentence_start, hardware)
JOIN true_of t ON t.article_id = c.article_id AND t.sentence_start = c.sentence_start AND t.hardware = c.hardware AND t.claim_id <> c.claim_id;

-- Claims whose product was named in another sentence, behind the figure or in a list, in an article that speaks of several: whose
-- figure it is, is a reading, and no ground to call it wrong. On 248 real openings none of 33 findings that rested on one was right.
CREATE OR REPLACE TEMP TABLE loosely_tied AS
SELECT c.claim_id
FROM claims c
JOIN (
  SELECT article_id FROM article_products JOIN hardware USING (hardware_id)
  WHERE is_one_product(kind)
  GROUP BY article_id HAVING count(*) > 1
) USING (article_id)
-- where only one product had been named, its figures are surely its own
WHERE (regexp_matches(c.extractor, '\.(anaphora|cataphora|coordination)$') OR (ends_with(c.extractor, '.focus') AND c.confidence < 0.7) OR (c.kind = 'hardware' AND c.confidence <= 0.6))
  AND c.claim_id NOT IN (FROM borne_out);

-- How near each product is named that the sentence of a claim names, and whether only as what is compared with.
CREATE OR REPLACE TEMP MACRO namings(claims_in_doubt) AS TABLE
  WITH sentences AS MATERIALIZED (
    SELECT w.claim_id, lower(substr(a.text, c.sentence_start + 1, c.span_start - c.sentence_start)) AS before,
      lower(substr(a.text, c.span_start + 1, c.sentence_end - c.span_start)) AS after, before || after AS sentence
    FROM (SELECT claim_id FROM query_table(claims_in_doubt)) w
    JOIN claims c USING (claim_id)
    JOIN articles a ON a.article_id = c.article_id
  ), words AS (
    SELECT DISTINCT claim_id, unnest(regexp_extract_all(sentence, '[a-z0-9]+')) AS word FROM sentences
  ), met AS (
    SELECT w.claim_id, n.hardware_id, n.name FROM words w JOIN names n USING (word)
    UNION ALL
    SELECT s.claim_id, n.hardware_id, n.name FROM sentences s JOIN (FROM names WHERE word IS NULL) n ON contains(s.sentence, n.name)
  ), placed AS MATERIALIZED (
    SELECT s.claim_id, s.sentence, n.hardware_id, n.name,
      least(
        CASE WHEN contains(s.before, n.name) THEN gap_before(s.before, n.name) END,
        CASE WHEN contains(s.after, n.name) THEN gap_after(s.after, n.name) END
      ) AS distance
    FROM sentences s JOIN met n USING (claim_id)
    WHERE contains(s.sentence, n.name)
  )
  -- a name that stands only inside a longer one ("H200" in "DGX H200") names nothing
  SELECT claim_id, hardware_id, min(distance) AS distance, bool_and(names_a_baseline(before_name(sentence, name))) AS is_baseline
  FROM placed p
  WHERE distance IS NOT NULL AND NOT EXISTS (
    FROM placed l WHERE l.claim_id = p.claim_id AND length(l.name) > length(p.name) AND contains(l.name, p.name) AND l.hardware_id <> p.hardware_id
      AND length(replace(l.sentence, l.name, '')) - length(l.sentence) = -length(l.name) * ((length(p.sentence) - length(replace(p.sentence, p.name, ''))) // length(p.name)))
  GROUP BY ALL;

-- Which of the claims in doubt have the right figure or name beside them, in the same article and perhaps the same sentence: theirs is that of a
-- version, or of what the product is compared with.
CREATE OR REPLACE TEMP MACRO answered_by(claims_in_doubt, claims_agreed) AS TABLE
  SELECT w.claim_id, bool_or(d.sentence_start = c.sentence_start) AS in_sentence
  FROM query_table(claims_in_doubt) w
  JOIN claims c USING (claim_id)
  JOIN query_table(claims_agreed) o ON o.article_id = w.article_id AND o.predicate = w.predicate AND o.hardware = w.hardware
  JOIN claims d ON d.claim_id = o.claim_id
  GROUP BY w.claim_id;

-- What stands in the clause of the figure: words of a sum, of each one, and of what it is compared with.
CREATE OR REPLACE TEMP MACRO clause_before(before) AS regexp_extract(before, '[^，,。；;:：]*$');
CREATE OR REPLACE TEMP MACRO clause_after(after) AS regexp_extract(after, '^[^，,。；;:：]*');
CREATE OR REPLACE TEMP MACRO tells_all(before, after) AS
  regexp_matches(clause_before(before) || '…' || clause_after(after),
    '\b(sommando|in tutto|in totale|inter[oa]|complessiv\w*|insieme|total[ei])\b|合[计計]|[总總][计計]|加起?[来來]|[整全][个個套柜櫃机機]|[后後]者合|共');
CREATE OR REPLACE TEMP MACRO tells_each(before, after) AS
  regexp_matches(clause_before(before) || '…' || clause_after(after), '\b(ciascun[oa]?|ognun[oa]|ogni|per (gpu|scheda|chip|acceleratore|modulo)|l[''’]un[oa]|a testa|cadaun[oa])\b|[每单單][个個颗顆块塊张張片卡芯]|各');
-- "La potenza complessiva del cluster, spiega il geofisico, arriva a": words without what is inserted between two commas.
CREATE OR REPLACE TEMP MACRO without_insertion(words) AS regexp_replace(words, '[,，][^,，;；:：.。0-9]{3,60}[,，]', ' ', 'g');
CREATE OR REPLACE TEMP MACRO is_compared_with(before) AS
  regexp_matches(before, '\b(contro|rispetto (a|ai|alle|agli)|invece (di|dei|delle)|anziché|a fronte (di|dei|delle))\s+(i |gli |le |l[''’])?$|(上一代|前代|前作|[较較]|比|相比)的?\s*$');

-- Words that give a power as rated, not as measured.
CREATE OR REPLACE TEMP MACRO is_rated(before, after) AS
  regexp_matches(before || '…' || after, '\b(tdp|tbp|tgp)\b|dichiar|nominal|ufficial|da specific|\b(assorbimento|consumo|potenza) massim[oa]|最[大高]功耗|[标標]称|[标標]稱|[额額]定|官方|[热熱][设設]?[计計]|整卡功耗|典型功耗');

-- Whether a number's next word makes it an amount of memory, power or money: "in totale 90 terabyte", 共60TB.
CREATE OR REPLACE TEMP MACRO is_measured(after) AS
  regexp_matches(after, '^[ -]?([kmgtp]i?b|[kmg]?w|[kmgt]?hz|[a-z]*(byte|watt|flops?|hertz)|core|mila|milion[ei]|miliard[oi]|euro|dollari|yuan|corone|per cento|%|[$€¥％]|[千百兆吉太拍]?(瓦|字节|位元組)|瓩|[块塊]?[元钱錢]|核)([^a-z]|$)');

-- Words that give a sum as the whole of what is invested.
CREATE OR REPLACE TEMP MACRO is_whole_sum(before) AS
  regexp_matches(before, '([总總]投[资資]|投[资資][总總][额額])[^，,。；;]{0,6}$|\binvestimento (complessivo|totale)\b[^,.;]{0,12}$');

-- Words of growth or fall beside a ratio.
CREATE OR REPLACE TEMP MACRO tells_direction(words) AS
  regexp_matches(words, '成[长長]|[年月季周週][增减減]|[增减減]…|增[长長加幅至]|[上提]升|[涨漲]|下[降滑跌]|[减減]少|[降跌]|cresc|cresciut|aument|\brialz|rincar|in più|\bcal[oai]\w*|dimin|ridu[czs]|scont|in meno|ribass');

-- Of a date without its year only the day is the article's word; the year was found by the tense of its sentence.
CREATE OR REPLACE TEMP MACRO is_yearless(quote) AS NOT regexp_matches(quote, '(19|20)\d\d|''\d\d|[去前今]年|scors|fa$');

-- What is left of a sentence behind a figure: a point between digits ends none.
CREATE OR REPLACE TEMP MACRO rest_of_sentence(after) AS regexp_extract(after, '^([^.。!！?？;；\n]|\.\d)*');

-- Whether the words before and between two amounts tell them as old and new: "da 699 a 629", "41,1 miliardi dai 26,3", 由226亿增至391亿, 原价 … 到手价.
-- What was expected is no old amount.
CREATE OR REPLACE TEMP MACRO joins_two_amounts(before, between, after) AS
  length(between) <= 45 AND NOT regexp_matches(between || '…' || rest_of_sentence(after), 'attes|aspett|previst|stimat|consenso|[预預][期估计計测測]|市场|市場') AND (
    (regexp_matches(before, '\b(da|dai|dagli|dalle|dal)\s+(circa\s+|oltre\s+)?$') AND regexp_matches(between, '^[^,;.]{0,30}\b(a|ai|agli|alle)\s+(circa\s+|oltre\s+)?$'))
    OR regexp_matches(between, '\b(da|dai|dagli|dalle|contro|rispetto a\w*|invece de\w*|anziché)\s+(i |gli |le )?(circa\s+|oltre\s+)?$')
    OR (regexp_matches(before, '([由从從]|原[价價]|首[发發][价價]|原[来來]|去年同期)[^，,。；;、]{0,8}$') AND regexp_matches(between, '([至到]|特[价價]|[现現][价價]|到手[价價]?|[优優]惠[价價])[约約]?\s*$'))
    OR regexp_matches(between, '[，,]\s*((而|但)?((去年|上年|上一年|前一年|前年|一年前|(19|20)\d\d年|[上前]一?[季月]度?|第?[一二三四]季度?|\d{1,2}月份?)(同期)?[^，,。；;、]{0,6}[为為是仅僅]|(去年|上年|(19|20)\d\d年)同期)|(l[''’]anno (scorso|prima|precedente)|un anno (fa|prima)) (erano( stati)?|era( stato)?|furono))\s*$')
    OR regexp_matches(between, '([高低多少][于於出]|(^|[^同环環占百对對相])[较較比])[^，,。；;、]{0,12}$')
  );

-- Whether several buyers without a name have what is counted: "le società cinesi hanno ordinato 2 milioni di H200", 中国科技公司已订购…
CREATE OR REPLACE TEMP MACRO is_of_several_buyers(before) AS
  regexp_matches(
    before,
    '([多几幾数數各]家|中国|中國|[国國][内內]|大[陆陸]|科技|[云雲]|客[户戶]|互[联聯][网網])(的)?(科技|互[联聯][网網])?(公司|企[业業]|[厂廠]商|[业業]者|巨[头頭]|客[户戶])[^。；;]{0,12}$'
      || '|\b(aziende|società|clienti|colossi|imprese|operatori) (cinesi|americane|americani|statunitensi|europe[ei]|tecnologic\w+|del settore|del web)\b[^.;]{0,60}$'
  );

-- Whether the sentence of a sum names what else is in it than the pieces: service, network, installation; not what is paid for apart.
CREATE OR REPLACE TEMP MACRO holds_more_than_pieces(sentence) AS
  regexp_matches(
    regexp_replace(lower(sentence), '含[税稅]', '', 'g'),
    'compres[oiae]|inclus[oiae]|oltre a|più i |insieme a|comprende|assistenza|manutenzione|installazione|servizi|包括|含|另有|还有|還有|外加|以及|及其|配套|安装|运维|服务费|安裝|維運|網路設備|网络设备'
  ) AND NOT regexp_matches(lower(sentence), '单独(计价|结算|采购|招标)|單獨(計價|結算|採購)|另(行)?(计|計|算|购|購|付)|不(含|包括)|esclus[oiae]|a parte|separatamente');
