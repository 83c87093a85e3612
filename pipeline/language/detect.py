"""Which language each passage of an article is in, and whether the article is one of ours."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from models.records import Article, Language, Reject
from pipeline.language.identify import Identified, identify, identify_by_script, language_name
from pipeline.text.script import script_of
from pipeline.text.view import normalise

OURS: tuple[Language, ...] = ("it", "zh")
# A passage in another language than its article needs so many letters, and so much confidence, to be set aside;
# "be like:", a name or an English quotation of a few words goes with the article.
_LONG_PASSAGE = 120
_CERTAIN = 0.9
# An article is read if this share of it is Italian or Chinese.
_OUR_SHARE = 0.3


def detect(article: Article, *, language: Language | None = None) -> Article:
    """The article with its `language`, `script` and `spun_score`, and each block with its language.

    Languages are ISO 639-1 codes, of whatever language it is ("en", "ja"); None where no letter tells. The article's is that of
    most of its text, ours ("it", "zh") already from a third on. `language` overrides the article's.
    """
    identified = [_identify_passage(article.text[block.start : block.end]) for block in article.blocks]
    main = language or _main_language(article, identified)
    blocks = tuple(
        block.model_copy(update={"language": _passage_language(found, main)})
        for block, found in zip(article.blocks, identified, strict=True)
    )
    chinese = "\n".join(article.text[block.start : block.end] for block in blocks if block.language == "zh")
    script = script_of(chinese or article.text) or "Hans" if main == "zh" else None
    spun_score = normalise(article.text, script=script).spun_score if main == "zh" else 0.0
    update = {"language": main, "script": script, "blocks": blocks, "spun_score": spun_score}
    return article.model_copy(update=update)


def set_aside(article: Article) -> Reject | None:
    """The Reject of an article that `detect` found to be in a language that is not ours, else None."""
    if article.language in OURS:
        return None
    if article.language is None:
        reason = "No language can be told from the text; only Italian and Chinese are read."
    else:
        name = language_name(article.language)
        reason = f"The article is in {name} ({article.language}); only Italian and Chinese are read."
    path = article.path or article.document_key
    return Reject(path=path, reason_code="other_language", reason=reason, record=article.record)


def _identify_passage(text: str) -> Identified:
    """The passage's own language where it can be sure of it: by its script, or because it is long enough."""
    by_script = identify_by_script(text)
    if by_script.language is not None or by_script.letters < _LONG_PASSAGE:
        return by_script
    found = identify(text)
    return found if found.confidence >= _CERTAIN else replace(found, language=None)


def _main_language(article: Article, identified: list[Identified]) -> str | None:
    """The language of most letters; passages that cannot be told alone are read together."""
    weights: Counter[str] = Counter()
    untold: list[str] = []
    for block, found in zip(article.blocks, identified, strict=True):
        if block.kind == "furniture":
            continue
        if found.language is None:
            untold.append(article.text[block.start : block.end])
        else:
            weights[found.language] += found.letters
    rest = identify("\n".join(untold))
    if rest.language is not None:
        weights[rest.language] += rest.letters
    if not weights:
        return identify(article.text).language
    ours = max(OURS, key=lambda code: weights[code])
    return ours if weights[ours] >= _OUR_SHARE * weights.total() else weights.most_common(1)[0][0]


def _passage_language(found: Identified, main: str | None) -> str | None:
    """The passage's own language where it is long enough, else the article's.

    Chinese characters are Chinese in a passage of any length, except in Japanese articles, which have passages without kana.
    """
    told = found.letters >= _LONG_PASSAGE or (found.language == "zh" and main != "ja")
    return found.language if found.language is not None and told else main
