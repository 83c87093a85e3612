-- Figures as an Italian, Chinese or English newspaper prints them. `list_transform([x], lambda y: …)[1]` names an intermediate
-- result, so that it is computed (and its SQL expanded) once.

-- A figure of at most six significant digits stays exact; a longer one (a quotient) is rounded to four.
CREATE OR REPLACE MACRO short_figure(value) AS
  list_transform([CAST(value AS DOUBLE)], lambda figure: CASE
    WHEN figure = 0 OR NOT isfinite(figure) THEN figure
    WHEN length(rtrim(ltrim(regexp_replace(CAST(figure AS VARCHAR), '\.0$|[-.]|e.*$', '', 'g'), '0'), '0')) <= 6 THEN figure
    ELSE round(figure, 3 - CAST(floor(log10(abs(figure))) AS INTEGER))
  END)[1];

-- A DOUBLE without exponent or empty decimals: 1200, 0.5.
CREATE OR REPLACE MACRO plain(figure) AS
  CASE WHEN figure <> 0 AND abs(figure) < 0.001 THEN rtrim(rtrim(printf('%.15f', figure), '0'), '.') ELSE digits(figure) END;

-- 1234567.5 with a sign between thousands and another before decimals.
CREATE OR REPLACE MACRO grouped(figure, thousands, decimal_sign) AS
  list_transform([plain(figure)], lambda written:
    CASE WHEN starts_with(written, '-') THEN '-' ELSE '' END
    || ltrim(reverse(regexp_replace(reverse(ltrim(split_part(written, '.', 1), '-')), '(\d{3})', '\1' || thousands, 'g')), thousands)
    || CASE WHEN contains(written, '.') THEN decimal_sign || split_part(written, '.', 2) ELSE '' END)[1];

-- The largest of a language's steps (descending) in which a figure has at most three decimals, else 1.
CREATE OR REPLACE MACRO number_step(figure, steps) AS
  coalesce(list_filter(steps, lambda step: abs(figure) >= step AND abs(figure / step * 1000 - round(figure / step * 1000)) < 1e-6)[1], 1);

-- 1.08 billion; 300,000; 0.5
CREATE OR REPLACE MACRO number_en(value) AS
  list_transform([short_figure(value)], lambda figure:
    list_transform([number_step(figure, [1e12, 1e9, 1e6])], lambda step:
      grouped(figure / step, ',', '.') || CASE step WHEN 1e12 THEN ' trillion' WHEN 1e9 THEN ' billion' WHEN 1e6 THEN ' million' ELSE '' END)[1])[1];

-- 1,08 miliardi; 300.000; 0,5; 1.800 miliardi
CREATE OR REPLACE MACRO number_it(value) AS
  list_transform([short_figure(value)], lambda figure:
    list_transform([number_step(figure, [1e9, 1e6])], lambda step:
      grouped(figure / step, '.', ',') || CASE
        WHEN step = 1e9 AND abs(figure) = 1e9 THEN ' miliardo'
        WHEN step = 1e9 THEN ' miliardi'
        WHEN step = 1e6 AND abs(figure) = 1e6 THEN ' milione'
        WHEN step = 1e6 THEN ' milioni'
        ELSE '' END)[1])[1];

-- 10.8亿; 30万; 7000; 16896 (not 1.6896万); 1.8万亿
CREATE OR REPLACE MACRO number_zh_hans(value) AS
  list_transform([short_figure(value)], lambda figure: CASE
    WHEN abs(figure) >= 1e12 THEN plain(figure / 1e12) || '万亿'
    WHEN abs(figure) >= 1e8 THEN plain(figure / 1e8) || '亿'
    WHEN abs(figure) >= 1e6 OR (abs(figure) >= 1e4 AND abs(figure / 100 - round(figure / 100)) < 1e-9) THEN plain(figure / 1e4) || '万'
    ELSE plain(figure)
  END)[1];

-- Traditional forms of all characters that the macros of this file write.
CREATE OR REPLACE MACRO traditional(words) AS
  translate(words, '万亿个币欧韩镑点钟时约过内间达后这当计传闻预来标据转费单价为项',
                   '萬億個幣歐韓鎊點鐘時約過內間達後這當計傳聞預來標據轉費單價為項');
CREATE OR REPLACE MACRO number_zh_hant(value) AS traditional(number_zh_hans(value));

-- The step and symbol in which a quantity is told: 1e9 and GW for 2500000000 W. Symbols are empty for what has words (money, days, counts).
CREATE OR REPLACE MACRO unit_scale(value, unit) AS
  list_transform([abs(CAST(value AS DOUBLE))], lambda size: CASE unit
    WHEN 'W' THEN CASE WHEN size >= 1e9 THEN {'step': 1e9, 'symbol': 'GW'} WHEN size >= 1e6 THEN {'step': 1e6, 'symbol': 'MW'}
      WHEN size >= 1e4 THEN {'step': 1e3, 'symbol': 'kW'} ELSE {'step': 1e0, 'symbol': 'W'} END
    WHEN 'Wh' THEN CASE WHEN size >= 1e12 THEN {'step': 1e12, 'symbol': 'TWh'} WHEN size >= 1e9 THEN {'step': 1e9, 'symbol': 'GWh'}
      WHEN size >= 1e6 THEN {'step': 1e6, 'symbol': 'MWh'} WHEN size >= 1e4 THEN {'step': 1e3, 'symbol': 'kWh'} ELSE {'step': 1e0, 'symbol': 'Wh'} END
    WHEN 'B' THEN CASE WHEN size >= 1e15 THEN {'step': 1e15, 'symbol': 'PB'} WHEN size >= 1e12 THEN {'step': 1e12, 'symbol': 'TB'}
      WHEN size >= 1e9 THEN {'step': 1e9, 'symbol': 'GB'} WHEN size >= 1e6 THEN {'step': 1e6, 'symbol': 'MB'}
      WHEN size >= 1e3 THEN {'step': 1e3, 'symbol': 'KB'} ELSE {'step': 1e0, 'symbol': 'B'} END
    WHEN 'B/s' THEN CASE WHEN size >= 1e15 THEN {'step': 1e15, 'symbol': 'PB/s'} WHEN size >= 1e12 THEN {'step': 1e12, 'symbol': 'TB/s'}
      WHEN size >= 1e9 THEN {'step': 1e9, 'symbol': 'GB/s'} WHEN size >= 1e6 THEN {'step': 1e6, 'symbol': 'MB/s'} ELSE {'step': 1e0, 'symbol': 'B/s'} END
    WHEN 'bit/s' THEN CASE WHEN size >= 1e12 THEN {'step': 1e12, 'symbol': 'Tbit/s'} WHEN size >= 1e9 THEN {'step': 1e9, 'symbol': 'Gbit/s'}
      WHEN size >= 1e6 THEN {'step': 1e6, 'symbol': 'Mbit/s'} ELSE {'step': 1e0, 'symbol': 'bit/s'} END
    WHEN 'Hz' THEN CASE WHEN size >= 1e9 THEN {'step': 1e9, 'symbol': 'GHz'} WHEN size >= 1e6 THEN {'step': 1e6, 'symbol': 'MHz'}
      WHEN size >= 1e3 THEN {'step': 1e3, 'symbol': 'kHz'} ELSE {'step': 1e0, 'symbol': 'Hz'} END
    WHEN 'FLOP/s' THEN CASE WHEN size >= 1e18 THEN {'step': 1e18, 'symbol': 'EFLOPS'} WHEN size >= 1e15 THEN {'step': 1e15, 'symbol': 'PFLOPS'}
      WHEN size >= 1e12 THEN {'step': 1e12, 'symbol': 'TFLOPS'} WHEN size >= 1e9 THEN {'step': 1e9, 'symbol': 'GFLOPS'} ELSE {'step': 1e0, 'symbol': 'FLOPS'} END
    WHEN 'OP/s' THEN CASE WHEN size >= 1e12 THEN {'step': 1e12, 'symbol': 'TOPS'} WHEN size >= 1e9 THEN {'step': 1e9, 'symbol': 'GOPS'}
      ELSE {'step': 1e0, 'symbol': 'OPS'} END
    WHEN 'm' THEN CASE WHEN size >= 1e3 THEN {'step': 1e3, 'symbol': 'km'} WHEN size >= 1 THEN {'step': 1e0, 'symbol': 'm'}
      WHEN size >= 1e-3 THEN {'step': 1e-3, 'symbol': 'mm'} WHEN size >= 1e-6 THEN {'step': 1e-6, 'symbol': 'µm'} ELSE {'step': 1e-9, 'symbol': 'nm'} END
    WHEN 'm2' THEN CASE WHEN size >= 0.1 THEN {'step': 1e0, 'symbol': 'm²'} ELSE {'step': 1e-6, 'symbol': 'mm²'} END
    WHEN 'K' THEN {'step': 1e0, 'symbol': '°C'}
    WHEN '%' THEN {'step': 1e0, 'symbol': '%'}
    WHEN 's' THEN CASE WHEN size >= 86400 THEN {'step': 86400e0, 'symbol': ''} WHEN size >= 3600 THEN {'step': 3600e0, 'symbol': ''}
      WHEN size >= 60 THEN {'step': 60e0, 'symbol': ''} WHEN size >= 1 THEN {'step': 1e0, 'symbol': ''}
      WHEN size >= 1e-3 THEN {'step': 1e-3, 'symbol': 'ms'} WHEN size >= 1e-6 THEN {'step': 1e-6, 'symbol': 'µs'} ELSE {'step': 1e-9, 'symbol': 'ns'} END
    ELSE {'step': 1e0, 'symbol': ''}
  END)[1];

-- A value in a step of its unit, as a number to print; kelvins are told in degrees Celsius.
CREATE OR REPLACE MACRO in_step(value, unit, step) AS
  list_transform([(CAST(value AS DOUBLE) - CASE WHEN unit = 'K' THEN 273.15 ELSE 0 END) / step], lambda figure:
    round(figure, 12 - greatest(0, CAST(floor(log10(greatest(abs(figure), 1e-12))) AS INTEGER))))[1];

-- The words of units that have words. `one` says that the number before is 1.
CREATE OR REPLACE MACRO unit_word_en(unit, step, one) AS
  CASE unit
    WHEN '1' THEN '' WHEN 'pp' THEN CASE WHEN one THEN ' percentage point' ELSE ' percentage points' END
    WHEN 's' THEN ' ' || CASE step WHEN 86400 THEN 'day' WHEN 3600 THEN 'hour' WHEN 60 THEN 'minute' ELSE 'second' END || CASE WHEN one THEN '' ELSE 's' END
    WHEN 'USD' THEN CASE WHEN one THEN ' US dollar' ELSE ' US dollars' END
    WHEN 'EUR' THEN CASE WHEN one THEN ' euro' ELSE ' euros' END
    WHEN 'TWD' THEN CASE WHEN one THEN ' Taiwan dollar' ELSE ' Taiwan dollars' END
    WHEN 'HKD' THEN CASE WHEN one THEN ' Hong Kong dollar' ELSE ' Hong Kong dollars' END
    WHEN 'GBP' THEN CASE WHEN one THEN ' pound' ELSE ' pounds' END
    WHEN 'CNY' THEN ' yuan' WHEN 'JPY' THEN ' yen' WHEN 'KRW' THEN ' won'
    ELSE coalesce(' ' || unit, '')
  END;

CREATE OR REPLACE MACRO unit_word_it(unit, step, one) AS
  CASE unit
    WHEN '1' THEN '' WHEN 'pp' THEN CASE WHEN one THEN ' punto percentuale' ELSE ' punti percentuali' END
    WHEN 's' THEN CASE WHEN one
      THEN CASE step WHEN 86400 THEN ' giorno' WHEN 3600 THEN ' ora' WHEN 60 THEN ' minuto' ELSE ' secondo' END
      ELSE CASE step WHEN 86400 THEN ' giorni' WHEN 3600 THEN ' ore' WHEN 60 THEN ' minuti' ELSE ' secondi' END END
    WHEN 'USD' THEN CASE WHEN one THEN ' dollaro' ELSE ' dollari' END
    WHEN 'TWD' THEN CASE WHEN one THEN ' dollaro taiwanese' ELSE ' dollari taiwanesi' END
    WHEN 'HKD' THEN CASE WHEN one THEN ' dollaro di Hong Kong' ELSE ' dollari di Hong Kong' END
    WHEN 'GBP' THEN CASE WHEN one THEN ' sterlina' ELSE ' sterline' END
    WHEN 'EUR' THEN ' euro' WHEN 'CNY' THEN ' yuan' WHEN 'JPY' THEN ' yen' WHEN 'KRW' THEN ' won'
    ELSE coalesce(' ' || unit, '')
  END;

CREATE OR REPLACE MACRO unit_word_zh(unit, step) AS
  CASE unit
    WHEN '1' THEN '' WHEN 'pp' THEN '个百分点'
    WHEN 's' THEN CASE step WHEN 86400 THEN '天' WHEN 3600 THEN '小时' WHEN 60 THEN '分钟' ELSE '秒' END
    WHEN 'USD' THEN '美元' WHEN 'CNY' THEN '元人民币' WHEN 'EUR' THEN '欧元' WHEN 'TWD' THEN '元新台币' WHEN 'HKD' THEN '港元'
    WHEN 'GBP' THEN '英镑' WHEN 'JPY' THEN '日元' WHEN 'KRW' THEN '韩元'
    ELSE coalesce(unit, '')
  END;

-- Italian puts "di" between milioni or miliardi and what is counted.
CREATE OR REPLACE MACRO with_di(number_words) AS
  regexp_replace(number_words, '(milion[ei]|miliard[oi])$', '\1 di');

-- Number words, then the symbol or the word of the unit.
CREATE OR REPLACE MACRO join_unit_en(number_words, unit, scale) AS
  list_transform([number_words], lambda words: words || CASE
    WHEN scale.symbol = '%' THEN '%'
    WHEN scale.symbol <> '' THEN ' ' || scale.symbol
    ELSE unit_word_en(unit, scale.step, words = '1')
  END)[1];
CREATE OR REPLACE MACRO join_unit_it(number_words, unit, scale) AS
  list_transform([number_words], lambda words: CASE
    WHEN scale.symbol = '%' THEN words || '%'
    WHEN scale.symbol <> '' THEN with_di(words) || ' ' || scale.symbol
    WHEN coalesce(unit, '1') = '1' THEN words
    ELSE with_di(words) || unit_word_it(unit, scale.step, words = '1')
  END)[1];
CREATE OR REPLACE MACRO join_unit_zh(number_words, unit, scale) AS
  number_words || CASE WHEN scale.symbol <> '' THEN scale.symbol ELSE unit_word_zh(unit, scale.step) END;

-- A value with its unit: 1.08 billion US dollars; 700 W; 2,5 miliardi di dollari; 10.8亿美元.
CREATE OR REPLACE MACRO amount_en(value, unit) AS
  list_transform([unit_scale(value, unit)], lambda scale: join_unit_en(number_en(in_step(value, unit, scale.step)), unit, scale))[1];
CREATE OR REPLACE MACRO amount_it(value, unit) AS
  list_transform([unit_scale(value, unit)], lambda scale: join_unit_it(number_it(in_step(value, unit, scale.step)), unit, scale))[1];
CREATE OR REPLACE MACRO amount_zh_hans(value, unit) AS
  list_transform([unit_scale(value, unit)], lambda scale: join_unit_zh(number_zh_hans(in_step(value, unit, scale.step)), unit, scale))[1];
CREATE OR REPLACE MACRO amount_zh_hant(value, unit) AS traditional(amount_zh_hans(value, unit));

-- A fraction as a percentage: 0.075 is 7.5%, 7,5%.
CREATE OR REPLACE MACRO percent_en(fraction) AS number_en(100 * CAST(fraction AS DOUBLE)) || '%';
CREATE OR REPLACE MACRO percent_it(fraction) AS number_it(100 * CAST(fraction AS DOUBLE)) || '%';
CREATE OR REPLACE MACRO percent_zh_hans(fraction) AS number_zh_hans(100 * CAST(fraction AS DOUBLE)) || '%';
CREATE OR REPLACE MACRO percent_zh_hant(fraction) AS traditional(percent_zh_hans(fraction));

-- One step for both ends of an interval, that of the smaller: 700 to 1,200 W, not 700 W to 1.2 kW.
CREATE OR REPLACE MACRO interval_scale(low, high, unit) AS
  unit_scale(coalesce(CASE WHEN low > 0 THEN low END, high, low), unit);

-- Both ends of an interval, an open end said as such: 65,000 to 70,000 US dollars; at least 700 W; at most 5 GW.
CREATE OR REPLACE MACRO interval_en(low, high, unit) AS
  list_transform([interval_scale(low, high, unit)], lambda scale:
    list_transform([list_transform([low, high], lambda figure: number_en(in_step(figure, unit, scale.step)))], lambda ends:
      CASE
        WHEN ends[1] IS NULL THEN 'at most '
        WHEN ends[2] IS NULL THEN 'at least '
        WHEN ends[1] <> ends[2] THEN ends[1] || ' to '
        ELSE ''
      END || join_unit_en(coalesce(ends[2], ends[1]), unit, scale))[1])[1];
CREATE OR REPLACE MACRO interval_it(low, high, unit) AS
  list_transform([interval_scale(low, high, unit)], lambda scale:
    list_transform([list_transform([low, high], lambda figure: number_it(in_step(figure, unit, scale.step)))], lambda ends:
      CASE
        WHEN ends[1] IS NULL THEN 'al massimo '
        WHEN ends[2] IS NULL THEN 'almeno '
        WHEN ends[1] <> ends[2] THEN 'da ' || ends[1] || ' a '
        ELSE ''
      END || join_unit_it(coalesce(ends[2], ends[1]), unit, scale))[1])[1];
CREATE OR REPLACE MACRO interval_zh_hans(low, high, unit) AS
  list_transform([interval_scale(low, high, unit)], lambda scale:
    list_transform([list_transform([low, high], lambda figure: number_zh_hans(in_step(figure, unit, scale.step)))], lambda ends:
      CASE
        WHEN ends[1] IS NULL THEN '最多'
        WHEN ends[2] IS NULL THEN '至少'
        WHEN ends[1] <> ends[2] THEN ends[1] || '至'
        ELSE ''
      END || join_unit_zh(coalesce(ends[2], ends[1]), unit, scale))[1])[1];
CREATE OR REPLACE MACRO interval_zh_hant(low, high, unit) AS traditional(interval_zh_hans(low, high, unit));

-- The words of a bound, before the figure.
CREATE OR REPLACE MACRO bound_en(bound) AS CASE bound WHEN 'about' THEN 'about ' WHEN 'min' THEN 'at least ' WHEN 'max' THEN 'up to ' ELSE '' END;
CREATE OR REPLACE MACRO bound_it(bound) AS CASE bound WHEN 'about' THEN 'circa ' WHEN 'min' THEN 'almeno ' WHEN 'max' THEN 'fino a ' ELSE '' END;
CREATE OR REPLACE MACRO bound_zh_hans(bound) AS CASE bound WHEN 'about' THEN '约' WHEN 'min' THEN '至少' WHEN 'max' THEN '最多' ELSE '' END;

-- A claim's figure with its bound, as the article means it: about 300,000; up to 70,000 US dollars; 700 to 1,200 W.
CREATE OR REPLACE MACRO said_en(value, value_high, unit, bound) AS bound_en(bound) || interval_en(value, coalesce(value_high, value), unit);
CREATE OR REPLACE MACRO said_it(value, value_high, unit, bound) AS bound_it(bound) || interval_it(value, coalesce(value_high, value), unit);
CREATE OR REPLACE MACRO said_zh_hans(value, value_high, unit, bound) AS
  bound_zh_hans(bound) || interval_zh_hans(value, coalesce(value_high, value), unit);
CREATE OR REPLACE MACRO said_zh_hant(value, value_high, unit, bound) AS traditional(said_zh_hans(value, value_high, unit, bound));

-- An id in words, for products that the hardware model does not know: nvidia-rtx-6090 is Nvidia RTX 6090.
CREATE OR REPLACE MACRO id_words(id) AS
  array_to_string(list_transform(string_split(id, '-'), lambda part:
    CASE WHEN length(part) <= 3 OR regexp_matches(part, '\d') THEN upper(part) ELSE upper(part[1]) || part[2:] END), ' ');

-- A product with its maker, said once: Nvidia B200; AMD Instinct, not AMD AMD Instinct.
CREATE OR REPLACE MACRO product_words(name, vendor) AS
  CASE WHEN vendor IS NULL OR starts_with(lower(name), lower(vendor)) THEN name ELSE vendor || ' ' || name END;
