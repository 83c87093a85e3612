-- Every claim as one plain sentence in four forms of writing. Words and templates are data: see phrases.sql.

CREATE OR REPLACE MACRO filled(template, product, holder, object, figure, aspect, date) AS
  replace(replace(replace(replace(replace(replace(replace(template,
    '{product}', product), '{holder}', coalesce(holder, '')), '{object}', coalesce(object, '')),
    '{counted}', with_di(figure)), '{value}', figure), '{aspect}', coalesce(aspect, '')), '{when}', date);

-- What stands in brackets after the sentence; nothing where there is nothing to say.
CREATE OR REPLACE MACRO bracketed(notes, opening, comma, closing) AS
  list_transform([coalesce(array_to_string(notes, comma), '')], lambda joined: CASE WHEN joined = '' THEN '' ELSE opening || joined || closing END)[1];

-- Whether a claim can fill all placeholders of a template.
CREATE OR REPLACE MACRO can_fill(template, has_product, has_holder, has_object, has_value, has_aspect) AS
  (has_product OR NOT contains(template, '{product}')) AND (has_holder OR NOT contains(template, '{holder}'))
  AND (has_object OR NOT contains(template, '{object}')) AND (has_value OR NOT contains(template, '{value}'))
  AND (has_aspect OR NOT contains(template, '{aspect}'));

CREATE OR REPLACE VIEW claim_sentences AS
WITH
templates AS (
  SELECT predicate, form, list({'tense': tense, 'en': en, 'it': it, 'zh_hans': zh_hans, 'zh_hant': zh_hant}
    ORDER BY length(en) - length(replace(en, '{', '')) DESC, en) AS choices
  FROM sentence_templates
  GROUP BY ALL
),
words AS (SELECT topic, word, {'en': en, 'it': it, 'zh_hans': zh_hans, 'zh_hant': zh_hant} AS said FROM sentence_words),
labels AS (SELECT map_from_entries(list((word, said))) AS label FROM words WHERE topic = 'label'),
told AS (
  SELECT
    c.claim_id, c.quote, c.predicate, c.holder, c.source, c.as_of, c.condition, c.workload, c.mod, c.bound, c.timex, c.polarity, c.basis_size,
    coalesce(product_words(product.name, product.vendor), id_words(c.hardware)) AS product,
    coalesce(product_words(other.name, other.vendor), CASE WHEN c.predicate IN ('architecture', 'component', 'successor', 'relative') THEN id_words(c.object) ELSE c.object END) AS object,
    CASE
      WHEN c.predicate = 'unit_count' THEN coalesce(c.event, '')
      WHEN c.predicate = 'power' AND c.event = 'order' THEN 'order'
      WHEN c.predicate = 'power' AND c.hardware IS NULL AND c.holder IS NOT NULL THEN 'site'
      WHEN c.predicate = 'relative' THEN CASE WHEN coalesce(c.unit, '1') = '1' THEN 'ratio' ELSE 'difference' END
      ELSE ''
    END AS form,
    CASE WHEN c.modality IN ('planned', 'expected') OR (c.kind = 'date' AND c.date_start > a.published) THEN 'coming' ELSE 'stated' END AS tense,
    CAST(c.value AS DOUBLE) * CASE WHEN c.predicate = 'share' THEN 100 ELSE 1 END AS figure,
    CAST(c.value_high AS DOUBLE) * CASE WHEN c.predicate = 'share' THEN 100 ELSE 1 END AS figure_high,
    CASE WHEN c.predicate = 'share' THEN '%' ELSE c.unit END AS unit,
    aspect.said AS aspect, modality.said AS modality, stage.said AS stage, per.said AS per, basis.said AS basis
  FROM claims AS c
  LEFT JOIN articles AS a USING (article_id)
  LEFT JOIN hardware AS product ON product.hardware_id = c.hardware
  LEFT JOIN hardware AS other ON other.hardware_id = c.object
  LEFT JOIN words AS aspect ON aspect.topic = 'aspect' AND aspect.word = c.aspect
  LEFT JOIN words AS modality ON modality.topic = 'modality' AND modality.word = c.modality
  LEFT JOIN words AS stage ON stage.topic = 'stage' AND stage.word = c.stage
  LEFT JOIN words AS per ON per.topic = 'per' AND per.word = c.per
  LEFT JOIN words AS basis ON basis.topic = 'basis' AND basis.word = c.basis
),
chosen AS (
  SELECT
    told.*, label,
    list_filter(coalesce(exact.choices, general.choices), lambda choice: choice.tense IN ('', told.tense)
      AND can_fill(choice.en, product IS NOT NULL OR told.predicate = 'unit_count', holder IS NOT NULL, object IS NOT NULL, figure IS NOT NULL OR timex IS NOT NULL, aspect IS NOT NULL))[1] AS best,
    list_filter(coalesce(exact.choices, general.choices), lambda choice: choice.tense IN ('', told.tense)
      AND can_fill(choice.en, true, holder IS NOT NULL, object IS NOT NULL, true, aspect IS NOT NULL))[1] AS fallback
  FROM told
  CROSS JOIN labels
  LEFT JOIN templates AS exact ON exact.predicate = told.predicate AND exact.form = told.form
  LEFT JOIN templates AS general ON general.predicate = told.predicate AND general.form = ''
),
rendered AS (
  SELECT
    *, coalesce(best, fallback) AS template,
    CASE WHEN predicate = 'unit_count' THEN label['nameless'] ELSE label['it'] END AS nameless,
    coalesce(CASE WHEN predicate = 'duration' THEN bound_en(bound) || date_en(timex) END, said_en(figure, figure_high, unit, bound) || coalesce(per.en, ''), quote) AS figure_en,
    coalesce(CASE WHEN predicate = 'duration' THEN bound_it(bound) || date_it(timex) END, said_it(figure, figure_high, unit, bound) || coalesce(per.it, ''), quote) AS figure_it,
    coalesce(CASE WHEN predicate = 'duration' THEN bound_zh_hans(bound) || date_zh_hans(timex) END, said_zh_hans(figure, figure_high, unit, bound) || coalesce(per.zh_hans, ''), quote) AS figure_zh
  FROM chosen
)
SELECT
  claim_id,
  CASE WHEN polarity = 'negative' THEN label['denied'].en ELSE '' END
    || filled(template.en, coalesce(product, nameless.en), holder, object, figure_en, aspect.en, coalesce(when_en(timex, mod, bound), quote))
    || bracketed([modality.en, stage.en, condition, workload, nullif(concat_ws(' of ', basis.en, basis_size), ''), label['as_of'].en || date_en(as_of), label['source'].en || source], ' (', ', ', ')') AS en,
  CASE WHEN polarity = 'negative' THEN label['denied'].it ELSE '' END
    || filled(template.it, coalesce(product, nameless.it), holder, object, figure_it, aspect.it, coalesce(when_it(timex, mod, bound), quote))
    || bracketed([modality.it, stage.it, condition, workload, nullif(concat_ws(' da ', basis.it, basis_size), ''), label['as_of'].it || date_it(as_of), label['source'].it || source], ' (', ', ', ')') AS it,
  CASE WHEN polarity = 'negative' THEN label['denied'].zh_hans ELSE '' END
    || filled(template.zh_hans, coalesce(product, nameless.zh_hans), holder, object, figure_zh, aspect.zh_hans, coalesce(when_zh_hans(timex, mod, bound), quote))
    || bracketed([modality.zh_hans, stage.zh_hans, condition, workload, basis.zh_hans, label['as_of'].zh_hans || date_zh_hans(as_of), label['source'].zh_hans || source], '（', '，', '）') AS zh_hans,
  CASE WHEN polarity = 'negative' THEN label['denied'].zh_hant ELSE '' END
    || filled(template.zh_hant, coalesce(product, nameless.zh_hant), holder, object, traditional(figure_zh), aspect.zh_hant, coalesce(when_zh_hant(timex, mod, bound), quote))
    || bracketed([modality.zh_hant, stage.zh_hant, condition, workload, basis.zh_hant, label['as_of'].zh_hant || date_zh_hant(as_of), label['source'].zh_hant || source], '（', '，', '）') AS zh_hant
FROM rendered;
COMMENT ON VIEW claim_sentences IS 'Every claim as one plain sentence in English, Italian, simplified and traditional Chinese.';
COMMENT ON COLUMN claim_sentences.claim_id IS 'The claim.';
COMMENT ON COLUMN claim_sentences.en IS 'English.';
COMMENT ON COLUMN claim_sentences.it IS 'Italian.';
COMMENT ON COLUMN claim_sentences.zh_hans IS 'Simplified Chinese.';
COMMENT ON COLUMN claim_sentences.zh_hant IS 'Traditional Chinese.';
