"""The language of one passage: by its script where that tells, by langdetect where it is written in Latin letters."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
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
_KANA_OR_HANGUL = re.compile(r"[\u3041-\u309f\u30a1-\u30fa\u30fc\uac00-\ud7af\u1100-\u11ff]")
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")
# Names of products and companies say nothing of the language that names them.
_NAME = re.compile(r"\b(?:\w*\d\w*|[A-Z]{2,}\w*|https?://\S+)\b")
_TOLD_BY_SCRIPT = frozenset({"ja", "ko", "zh-cn", "zh-tw"})
# A passage is told by its function words where so many words, and so large a share of them, are one language's, well
# ahead of the next: Spanish and French share "la" and "de" with Italian.
_FEWEST_WORDS, _WORD_SHARE, _AHEAD = 6, 0.2, 1.5
_FEW_LETTERS = 60
# What we are given is mostly Italian: the smaller languages near it need better evidence than a handful of letters.
_PRIOR = {"it": 0.5, "en": 0.2, "fr": 0.05, "es": 0.05, "de": 0.05, "pt": 0.03}
_PRIOR_OTHERS = 0.002
_SEED = 0
# langdetect draws samples: more text than this makes it slower, not surer.
_LONGEST = 1500
# A Chinese character stands for about this many Latin letters.
_LETTERS_OF_A_CHARACTER = 3
_ASIAN_SHARE = 0.25
_HIRAGANA_SHARE, _KATAKANA_SHARE, _HANGUL_SHARE = 0.1, 0.3, 0.3


@dataclass(frozen=True, slots=True)
class Identified:
    """A passage's language (ISO 639-1), None where nothing tells; `letters` is its weight, Chinese characters as three."""

    language: str | None
    confidence: float
    letters: int


def identify(text: str) -> Identified:
    """The language of a passage by its own letters alone.

    Chinese, Japanese and Korean are told by their script, Latin passages by their function words or else by langdetect
    with a fixed seed: on Chinese it errs half the time. A passage of a few Latin words is Italian unless one of them is
    another language's function word: langdetect guesses there, and a wrong guess would set aside a headline.
    """
    by_script = identify_by_script(text)
    if by_script.language is not None or not by_script.letters:
        return by_script
    told = _by_function_words(text)
    language, confidence = (told, 1.0) if told else _by_langdetect(text)
    if by_script.letters < _FEW_LETTERS and _LATIN.search(text) and not _has_own_word(text, language):
        language, confidence = "it", 0.5
    return Identified(language, confidence, by_script.letters)


def identify_by_script(text: str) -> Identified:
    """The passage's language if its script tells it (zh, ja, ko), else None; far cheaper than `identify`."""
    han = han_count(text)
    hiragana = katakana = hangul = 0
    if _KANA_OR_HANGUL.search(text):
        hiragana, katakana, hangul = (len(pattern.findall(text)) for pattern in (_HIRAGANA, _KATAKANA, _HANGUL))
    kana = hiragana + katakana
    asian = han + kana + hangul
    letters = sum(map(len, _WORD.findall(text))) + (_LETTERS_OF_A_CHARACTER - 1) * asian
    if _LETTERS_OF_A_CHARACTER * asian < _ASIAN_SHARE * letters or not asian:
        return Identified(None, 0.0, letters)
    if hangul >= _HANGUL_SHARE * asian:
        return Identified("ko", 1.0, letters)
    if hiragana >= max(2, _HIRAGANA_SHARE * asian) or katakana >= max(8, _KATAKANA_SHARE * asian):
        return Identified("ja", 1.0, letters)
    return Identified("zh" if han else None, 1.0 if han else 0.0, letters)


@cache
def language_name(code: str) -> str:
    """The English name of a language, its code where we know none."""
    return str(_data()["names"].get(code, code))


def _by_function_words(text: str) -> str | None:
    """The language of the passage's little words, None where they are few or two languages share them."""
    words = Counter(_WORD.findall(text.lower()))
    hits = {code: sum(words[word] for word in known.intersection(words)) for code, known in _function_words().items()}
    best, second = sorted(hits, key=hits.__getitem__, reverse=True)[:2]
    clear = hits[best] >= max(_FEWEST_WORDS, _WORD_SHARE * words.total()) and hits[best] >= _AHEAD * hits[second]
    return best if clear else None


def _has_own_word(text: str, language: str | None) -> bool:
    """True if the passage has a function word of the language that Italian does not share."""
    known = _function_words()
    own = known.get(language or "it", frozenset()) - (known["it"] if language != "it" else frozenset())
    return not own.isdisjoint(_WORD.findall(text.lower()))


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
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files(__package__).joinpath("languages.toml").read_text(encoding="utf-8"))


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _data()["function_words"].items()}


@cache
def _factory() -> DetectorFactory:
    """A factory of our own, with its own seed: langdetect's is shared by the whole process, and anyone may reseed it."""
    profiles = (path for path in sorted(Path(PROFILES_DIRECTORY).iterdir()) if path.name not in _TOLD_BY_SCRIPT)
    factory = DetectorFactory()
    factory.seed = _SEED
    factory.load_json_profile([path.read_text(encoding="utf-8") for path in profiles])
    return factory
