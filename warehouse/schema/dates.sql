-- TIMEX3 values as people write dates. A DATE is read as well: as text it is the TIMEX3 value of its day.

CREATE OR REPLACE MACRO month_en(month) AS
  ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][month];
CREATE OR REPLACE MACRO month_it(month) AS
  ['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'][month];

-- The number in a part of a TIMEX3 value: 7 of "W07", 3 of "Q3".
CREATE OR REPLACE MACRO timex_number(part) AS TRY_CAST(regexp_extract(part, '\d+') AS INTEGER);

-- The year as it is printed; of a winter both years; of an undetermined date null.
CREATE OR REPLACE MACRO timex_year(timex) AS
  CASE
    WHEN timex[:4] = 'XXXX' THEN NULL
    WHEN timex[6:] = 'WI' THEN timex[:4] || '-' || right(CAST(TRY_CAST(timex[:4] AS INTEGER) + 1 AS VARCHAR), 2)
    ELSE timex[:4]
  END;

-- What a TIMEX3 value is: day, month, year, quarter, half, season, week, duration or reference.
CREATE OR REPLACE MACRO timex_kind(timex) AS
  CASE
    WHEN regexp_full_match(timex, '[\dX]{4}-\d{2}-\d{2}') THEN 'day'
    WHEN regexp_full_match(timex, '[\dX]{4}-\d{2}') THEN 'month'
    WHEN regexp_full_match(timex, '\d{4}') THEN 'year'
    WHEN regexp_full_match(timex, '[\dX]{4}-Q[1-4]') THEN 'quarter'
    WHEN regexp_full_match(timex, '[\dX]{4}-H[12]') THEN 'half'
    WHEN regexp_full_match(timex, '[\dX]{4}-(SP|SU|FA|WI)') THEN 'season'
    WHEN regexp_full_match(timex, '\d{4}-W\d{2}') THEN 'week'
    WHEN regexp_full_match(timex, 'P\d+(\.\d+)?[YMWD]|PT\d+(\.\d+)?[HMS]') THEN 'duration'
    WHEN timex IN ('FUTURE_REF', 'PAST_REF', 'PRESENT_REF') THEN 'reference'
  END;

-- The parts of a TIMEX3 value: its kind, printed year, the number of its month, quarter, half or week, its day, its season.
CREATE OR REPLACE MACRO timex_fields(timex) AS
  {'kind': timex_kind(timex), 'year': timex_year(timex), 'number': timex_number(timex[6:]), 'day': timex_number(timex[9:]), 'season': timex[6:]};

-- A duration's count as a number, and its unit: Y, M, W, D, TH, TM, TS.
CREATE OR REPLACE MACRO duration_count(timex) AS TRY_CAST(regexp_extract(timex, '\d+(\.\d+)?') AS DOUBLE);
CREATE OR REPLACE MACRO duration_unit(timex) AS regexp_replace(timex, '[P\d.]', '', 'g');

CREATE OR REPLACE MACRO duration_en(timex) AS
  number_en(duration_count(timex)) || ' '
  || MAP {'Y': 'year', 'M': 'month', 'W': 'week', 'D': 'day', 'TH': 'hour', 'TM': 'minute', 'TS': 'second'}[duration_unit(timex)]
  || CASE WHEN duration_count(timex) = 1 THEN '' ELSE 's' END;
CREATE OR REPLACE MACRO duration_it(timex) AS
  number_it(duration_count(timex)) || ' ' || CASE WHEN duration_count(timex) = 1
    THEN MAP {'Y': 'anno', 'M': 'mese', 'W': 'settimana', 'D': 'giorno', 'TH': 'ora', 'TM': 'minuto', 'TS': 'secondo'}[duration_unit(timex)]
    ELSE MAP {'Y': 'anni', 'M': 'mesi', 'W': 'settimane', 'D': 'giorni', 'TH': 'ore', 'TM': 'minuti', 'TS': 'secondi'}[duration_unit(timex)]
  END;
CREATE OR REPLACE MACRO duration_zh(timex) AS
  number_zh_hans(duration_count(timex))
  || MAP {'Y': '年', 'M': '个月', 'W': '周', 'D': '天', 'TH': '小时', 'TM': '分钟', 'TS': '秒'}[duration_unit(timex)];

-- One TIMEX3 value, no interval: 19 December 2024; the third quarter of 2025; summer 2025; 3 years.
CREATE OR REPLACE MACRO timex_part_en(timex) AS
  list_transform([timex_fields(timex)], lambda date: CASE date.kind
    WHEN 'day' THEN concat_ws(' ', date.day, month_en(date.number), date.year)
    WHEN 'month' THEN concat_ws(' ', month_en(date.number), date.year)
    WHEN 'year' THEN timex
    WHEN 'quarter' THEN concat_ws(' of ', 'the ' || ['first', 'second', 'third', 'fourth'][date.number] || ' quarter', date.year)
    WHEN 'half' THEN concat_ws(' of ', 'the ' || ['first', 'second'][date.number] || ' half', date.year)
    WHEN 'season' THEN concat_ws(' ', MAP {'SP': 'spring', 'SU': 'summer', 'FA': 'autumn', 'WI': 'winter'}[date.season], date.year)
    WHEN 'week' THEN concat_ws(' ', 'week', date.number, 'of', date.year)
    WHEN 'duration' THEN duration_en(timex)
    WHEN 'reference' THEN MAP {'FUTURE_REF': 'soon', 'PAST_REF': 'recently', 'PRESENT_REF': 'now'}[timex]
    ELSE timex
  END)[1];

-- With its article where Italian has one: il 19 dicembre 2024; gennaio 2025; il terzo trimestre del 2025; l'estate 2025.
CREATE OR REPLACE MACRO timex_part_it(timex) AS
  list_transform([timex_fields(timex)], lambda date: CASE date.kind
    WHEN 'day' THEN concat_ws(' ',
      CASE date.day WHEN 1 THEN 'il 1°' WHEN 8 THEN 'l''8' WHEN 11 THEN 'l''11' ELSE concat('il ', date.day) END,
      month_it(date.number), date.year)
    WHEN 'month' THEN concat_ws(' ', month_it(date.number), date.year)
    WHEN 'year' THEN 'il ' || timex
    WHEN 'quarter' THEN concat_ws(' del ', 'il ' || ['primo', 'secondo', 'terzo', 'quarto'][date.number] || ' trimestre', date.year)
    WHEN 'half' THEN concat_ws(' del ', 'il ' || ['primo', 'secondo'][date.number] || ' semestre', date.year)
    WHEN 'season' THEN concat_ws(' ', MAP {'SP': 'la primavera', 'SU': 'l''estate', 'FA': 'l''autunno', 'WI': 'l''inverno'}[date.season], date.year)
    WHEN 'week' THEN concat_ws(' ', 'la settimana', date.number, 'del', date.year)
    WHEN 'duration' THEN duration_it(timex)
    WHEN 'reference' THEN MAP {'FUTURE_REF': 'prossimamente', 'PAST_REF': 'di recente', 'PRESENT_REF': 'ora'}[timex]
    ELSE timex
  END)[1];

CREATE OR REPLACE MACRO timex_part_zh(timex) AS
  list_transform([timex_fields(timex)], lambda date: CASE WHEN date.kind IN ('duration', 'reference') THEN '' ELSE coalesce(date.year || '年', '') END || CASE date.kind
    WHEN 'day' THEN concat(date.number, '月', date.day, '日')
    WHEN 'month' THEN concat(date.number, '月')
    WHEN 'year' THEN ''
    WHEN 'quarter' THEN '第' || ['一', '二', '三', '四'][date.number] || '季度'
    WHEN 'half' THEN ['上半年', '下半年'][date.number]
    WHEN 'season' THEN MAP {'SP': '春季', 'SU': '夏季', 'FA': '秋季', 'WI': '冬季'}[date.season]
    WHEN 'week' THEN concat('第', date.number, '周')
    WHEN 'duration' THEN duration_zh(timex)
    WHEN 'reference' THEN MAP {'FUTURE_REF': '近期', 'PAST_REF': '最近', 'PRESENT_REF': '现在'}[timex]
  END)[1];

-- A date as a noun, intervals (2023-05/2023-08) included: May 2023 to August 2023.
CREATE OR REPLACE MACRO date_en(timex) AS
  array_to_string(list_transform(string_split(CAST(timex AS VARCHAR), '/'), lambda part: timex_part_en(part)), ' to ');
CREATE OR REPLACE MACRO date_it(timex) AS
  array_to_string(list_transform(string_split(CAST(timex AS VARCHAR), '/'),
    lambda part: regexp_replace(timex_part_it(part), '^(il |la |l'')', '')), ' – ');
CREATE OR REPLACE MACRO date_zh_hans(timex) AS
  array_to_string(list_transform(string_split(CAST(timex AS VARCHAR), '/'), lambda part: coalesce(timex_part_zh(part), part)), '至');
CREATE OR REPLACE MACRO date_zh_hant(timex) AS traditional(date_zh_hans(timex));

-- A date as an adverb, modifier and bound applied: by the end of 2025; on 19 December 2024; not before January 2025; within 3 years.
CREATE OR REPLACE MACRO when_en(timex, mod, bound) AS
  list_transform([{'words': date_en(timex), 'kind': timex_kind(timex)}], lambda date: CASE
    WHEN date.kind = 'reference' THEN date.words
    WHEN date.kind = 'duration' THEN CASE bound WHEN 'max' THEN 'within ' WHEN 'min' THEN 'in at least ' WHEN 'about' THEN 'in about ' ELSE 'in ' END || date.words
    WHEN contains(timex, '/') THEN 'from ' || date.words
    ELSE CASE
        WHEN bound = 'max' THEN 'by '
        WHEN bound = 'min' THEN 'not before '
        WHEN bound = 'about' THEN 'around '
        WHEN mod IN ('BEFORE', 'AFTER') THEN ''
        WHEN mod IN ('START', 'END') THEN 'at '
        WHEN date.kind = 'day' THEN 'on '
        ELSE 'in '
      END
      || CASE mod WHEN 'START' THEN 'the beginning of ' WHEN 'MID' THEN 'the middle of ' WHEN 'END' THEN 'the end of '
        WHEN 'BEFORE' THEN 'before ' WHEN 'AFTER' THEN 'after ' ELSE '' END
      || date.words
  END)[1];

-- Italian joins the preposition with the article: nel 2025, dell'estate, a gennaio.
CREATE OR REPLACE MACRO preposition_it(words, before_il, before_la, before_l, before_none) AS
  CASE
    WHEN starts_with(words, 'il ') THEN before_il || words[4:]
    WHEN starts_with(words, 'la ') THEN before_la || words[4:]
    WHEN starts_with(words, 'l''') THEN before_l || words[3:]
    ELSE before_none || words
  END;
CREATE OR REPLACE MACRO interval_when_it(first, last) AS
  list_transform([{'first': timex_part_it(first), 'last': timex_part_it(last)}], lambda dates:
    preposition_it(dates.first, 'dal ', 'dalla ', 'dall''', 'da ') || ' ' || preposition_it(dates.last, 'al ', 'alla ', 'all''', 'a '))[1];
CREATE OR REPLACE MACRO when_it(timex, mod, bound) AS
  list_transform([{'words': timex_part_it(timex), 'kind': timex_kind(timex)}], lambda date: CASE
    WHEN date.kind = 'reference' THEN date.words
    WHEN date.kind = 'duration' THEN CASE bound WHEN 'max' THEN 'entro ' WHEN 'min' THEN 'in almeno ' WHEN 'about' THEN 'in circa ' ELSE 'in ' END || date.words
    WHEN contains(timex, '/') THEN interval_when_it(split_part(timex, '/', 1), split_part(timex, '/', -1))
    WHEN mod IN ('START', 'MID', 'END') THEN
      CASE bound WHEN 'max' THEN 'entro ' WHEN 'min' THEN 'non prima di ' WHEN 'about' THEN 'verso ' ELSE 'a ' END
      || CASE mod WHEN 'START' THEN 'inizio ' WHEN 'MID' THEN 'metà ' ELSE 'fine ' END || regexp_replace(date.words, '^(il |la |l'')', '')
    WHEN bound = 'min' OR mod = 'BEFORE' THEN
      CASE bound WHEN 'min' THEN 'non ' ELSE '' END || 'prima ' || preposition_it(date.words, 'del ', 'della ', 'dell''', 'di ')
    WHEN mod = 'AFTER' THEN 'dopo ' || date.words
    WHEN bound = 'max' THEN 'entro ' || date.words
    WHEN bound = 'about' THEN 'verso ' || date.words
    WHEN date.kind = 'day' THEN date.words
    ELSE preposition_it(date.words, 'nel ', 'nella ', 'nell''', CASE WHEN starts_with(date.words, 'a') THEN 'ad ' ELSE 'a ' END)
  END)[1];

CREATE OR REPLACE MACRO when_zh_hans(timex, mod, bound) AS
  list_transform([{'words': date_zh_hans(timex), 'kind': timex_kind(timex)}], lambda date: CASE WHEN bound = 'about' THEN '约' ELSE '' END || CASE
    WHEN date.kind = 'reference' THEN date.words
    WHEN date.kind = 'duration' THEN CASE bound WHEN 'min' THEN '至少' ELSE '' END || date.words || CASE bound WHEN 'max' THEN '内' ELSE '后' END
    ELSE date.words
      || CASE WHEN mod = 'START' THEN '初' WHEN mod = 'END' THEN '底' WHEN mod = 'MID' AND date.kind = 'month' THEN '中旬' WHEN mod = 'MID' THEN '中' ELSE '' END
      || CASE WHEN mod = 'BEFORE' OR bound = 'max' THEN '前' WHEN mod = 'AFTER' THEN '后' WHEN bound = 'min' THEN '起' ELSE '' END
  END)[1];
CREATE OR REPLACE MACRO when_zh_hant(timex, mod, bound) AS traditional(when_zh_hans(timex, mod, bound));
