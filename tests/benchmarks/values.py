"""Characters a second on one core: find_values and extract_claims beside the peers, in one run. `make bench`.

The texts are the articles of corpus/gold, and the seeds where NEWSCLAIMS_SHARED names them. The peers do less or other things:
JioNLP finds and parses times and amounts of money; Recognizers-Text numbers, units and (in Chinese) dates; dateparser dates only; a
blank spaCy tokenizer finds nothing at all.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 3.0
PUBLISHED = date(2025, 3, 10)
Reader = Callable[[str], object]


def texts(language: str) -> list[str]:
    """The articles of a language."""
    found = []
    for gold in sorted((ROOT / "corpus" / "gold").glob("*.jsonl")):
        lines = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
        found += [line["text"] for line in lines if line["language"] == language]
    shared = os.environ.get("NEWSCLAIMS_SHARED")
    if shared:
        found += [seed.read_text("utf-8") for seed in sorted((Path(shared) / "seeds").glob(f"{language}-*.txt"))]
    return found


def ours(language: str) -> Iterator[tuple[str, Reader]]:
    """newsclaims and the bare tokenizer."""
    import spacy

    import newsclaims

    yield "newsclaims find_values", lambda text: newsclaims.find_values(text, language, PUBLISHED)
    yield "newsclaims extract_claims", lambda text: newsclaims.extract_claims(text, language, PUBLISHED)
    yield f"spacy.blank({language!r}) tokenizer", spacy.blank(language)


def peers(language: str) -> Iterator[tuple[str, Reader]]:
    """What each peer can do in the language."""
    if language == "zh":
        with contextlib.redirect_stdout(io.StringIO()):  # it greets
            import jionlp

        yield "JioNLP times and money", lambda text: (jionlp.ner.extract_time(text), jionlp.ner.extract_money(text))
    with contextlib.redirect_stdout(io.StringIO()):
        from recognizers_number import recognize_number, recognize_percentage
        from recognizers_number_with_unit import recognize_currency, recognize_dimension
    culture = {"it": "it-it", "zh": "zh-cn"}[language]

    def numbers_and_units(text: str) -> object:
        found = [recognize_number(text, culture), recognize_percentage(text, culture)]
        return [*found, recognize_currency(text, culture), recognize_dimension(text, culture)]

    yield "Recognizers-Text numbers and units", numbers_and_units
    from recognizers_date_time import recognize_datetime

    yield "Recognizers-Text with dates", lambda text: (numbers_and_units(text), recognize_datetime(text, culture))
    from dateparser.search import search_dates

    yield "dateparser search_dates", lambda text: search_dates(text, languages=[language])


def speed(reader: Reader, articles: list[str]) -> float:
    """Characters a second over some seconds; raises what the reader raises."""
    with contextlib.redirect_stdout(io.StringIO()):
        reader(articles[0][:200])
        characters, started = 0, time.perf_counter()
        while time.perf_counter() - started < SECONDS:
            for article in articles:
                reader(article)
                characters += len(article)
                if time.perf_counter() - started > SECONDS:
                    break
        return characters / (time.perf_counter() - started)


def growth(reader: Reader, text: str) -> float:
    """Time a character of a text 100 times as long, as a multiple of that of the text."""
    reader(text)

    def per_character(written: str) -> float:
        best = 1e9
        for _ in range(3):
            started = time.perf_counter()
            reader(written)
            best = min(best, time.perf_counter() - started)
        return best / len(written)

    return per_character("\n".join([text] * 100)) / per_character(text)


WORST = {
    "10,000 digits": "1" * 10_000,
    "10,000 × 万": "万" * 10_000,
    "10,000 × mila": "mila " * 10_000,
    "nested brackets": "(" * 10_000 + "10 GW" + ")" * 10_000,
    "10,000 commas": "1,2," * 10_000,
    "10,000 × 一": "一" * 10_000,
    "10,000 × @a": "@a" * 10_000,
    "5,000 × 1亿": "1亿" * 5_000,
    "names": "RTX 5090 " * 5_000,
}


def main() -> None:
    """Print the tables."""
    warnings.simplefilter("ignore")
    logging.disable()  # JioNLP logs a traceback for each expression that it cannot parse
    for language in ("it", "zh"):
        articles = texts(language)
        print(f"\n{language}: {len(articles)} articles, {sum(map(len, articles)):,} characters")
        print(f"{'':38}{'characters/s':>14}{'find_values is':>18}{'extract_claims is':>20}")
        rates: dict[str, float] = {}
        for name, reader in chain(ours(language), peers(language)):
            try:
                rate = speed(reader, articles)
            except Exception as error:  # a peer that fails on a text is a result
                print(f"{name:38}{'failed':>14}  {type(error).__name__}: {str(error)[:60]}")
                continue
            rates[name] = rate
            line = f"{name:38}{rate:>14,.0f}"
            for own, width in (("newsclaims find_values", 17), ("newsclaims extract_claims", 19)):
                line += f"{rates[own] / rate:>{width}.2f}×" if own in rates else " " * (width + 1)
            print(line)
    import newsclaims

    print("\ntime a character, 100 × as long a text against one:")
    for language in ("it", "zh"):
        article = texts(language)[0]
        for name, reader in list(ours(language))[:2]:
            print(f"  {language} {name:28}{growth(reader, article):>6.2f}×")
    print("\nworst strings, seconds: find_values it, zh; extract_claims it, zh")
    for name, text in WORST.items():
        shown = []
        for call in (newsclaims.find_values, newsclaims.extract_claims):
            for language in ("it", "zh"):
                started = time.perf_counter()
                call(text, language, PUBLISHED)
                shown.append(time.perf_counter() - started)
        print(f"  {name:18}" + "".join(f"{s:>9.3f}" for s in shown))


if __name__ == "__main__":
    sys.exit(main())
