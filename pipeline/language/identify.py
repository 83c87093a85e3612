"""The language of one passage: by its script where that tells, by langdetect where it is written in Latin letters."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

from pipeline.text.script import han_count

_HIRAGANA = re.compile(r"[\u3041-\u309f]")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]")
_HANGUL = re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")
_LETTER = re.compile(r"[^\W\d_]")
# Names of products and companies say nothing of the language that names them.
_NAME = re.compile(r"\b(?:\w*\d\w*|[A-Z]{2,}\w*|https?://\S+)\b")
_TOLD_BY_SCRIPT = frozenset({"ja", "ko", "zh-cn", "zh-tw"})
# What we are given is mostly Italian: the smaller languages near it need better evidence than a handful of letters.
_PRIOR = {"it": 0.5, "en": 0.2, "fr": 0.05, "es": 0.05, "de": 0.05, "pt": 0.03}
_PRIOR_OTHERS = 0.002
_SEED = 0
# langdetect draws samples: more text than this makes it slower, not surer.
_LONGEST = 3000
# A Chinese character stands for about this many Latin letters.
_LETTERS_OF_A_CHARACTER = 3
_ZH_SHARE = 0.25
_HIRAGANA_SHARE, _KATAKANA_SHARE, _HANGUL_SHARE = 0.1, 0.3, 0.3


@dataclass(frozen=True, slots=True)
class Identified:
    """A passage's language (ISO 639-1), None where nothing tells; `letters` is its weight, Chinese characters as three."""

    language: str | None
    confidence: float
    letters: int


def identify(text: str) -> Identified:
    """The language of a passage by its own letters alone.

    Chinese, Japanese and Korean are told by their script, all others by langdetect with a fixed seed: on Chinese it errs
    half the time. Accepted gap: a passage of fewer than some 40 Latin letters is often told wrong, with low confidence.
    """
    han, hiragana, katakana, hangul = (
        han_count(text),
        *(len(pattern.findall(text)) for pattern in (_HIRAGANA, _KATAKANA, _HANGUL)),
    )
    kana = hiragana + katakana
    all_letters = len(_LETTER.findall(text))
    others = all_letters - han - kana - hangul
    letters = others + _LETTERS_OF_A_CHARACTER * (han + kana + hangul)
    if not letters:
        return Identified(None, 0.0, 0)
    if hangul >= _HANGUL_SHARE * (hangul + han + kana) and _LETTERS_OF_A_CHARACTER * hangul >= _ZH_SHARE * letters:
        return Identified("ko", 1.0, letters)
    if hiragana >= max(2, _HIRAGANA_SHARE * (han + kana)) or katakana >= max(8, _KATAKANA_SHARE * (han + kana)):
        return Identified("ja", 1.0, letters)
    if _LETTERS_OF_A_CHARACTER * han >= _ZH_SHARE * letters:
        return Identified("zh", 1.0, letters)
    return Identified(*_by_langdetect(text), letters)


@cache
def language_name(code: str) -> str:
    """The English name of a language, its code where we know none."""
    names = tomllib.loads(resources.files(__package__).joinpath("languages.toml").read_text(encoding="utf-8"))
    return str(names.get(code, code))


def _by_langdetect(text: str) -> tuple[str | None, float]:
    words = _NAME.sub(" ", text)
    factory = _factory()
    detector = factory.create()
    detector.set_prior_map({code: _PRIOR.get(code, _PRIOR_OTHERS) for code in factory.langlist})
    detector.append(words[:_LONGEST])
    try:
        best = detector.get_probabilities()[0]
    except (LangDetectException, IndexError):
        return None, 0.0
    return str(best.lang), float(best.prob)


@cache
def _factory() -> DetectorFactory:
    """A factory of our own, with its own seed: langdetect's is shared by the whole process, and anyone may reseed it."""
    profiles = (path for path in sorted(Path(PROFILES_DIRECTORY).iterdir()) if path.name not in _TOLD_BY_SCRIPT)
    factory = DetectorFactory()
    factory.seed = _SEED
    factory.load_json_profile([path.read_text(encoding="utf-8") for path in profiles])
    return factory
