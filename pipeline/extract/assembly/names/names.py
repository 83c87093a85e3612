"""People and companies that the hardware model does not have, found by the words around their names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import itemgetter

from models.values import Value
from pipeline.extract.assembly.names.occurrences import occurrences, whole_words
from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.text.view import View

_MOST = 40
"""So many different names at most: an article has a handful."""
_SHORTEST = 3
_LONGEST = 20
_CLOSING = (")", "）")
_UNITS_IN_NAMES = frozenset({"K", "m", "W"})
"""Units that letters of a product's name look like: "il 910C", "la Zero 2 W"."""


def find_names(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with those of unlisted people and companies, by place.

    A name counts where the words around it speak of a person or a company ("l'analista Marta Rossi", 东岭证券研报), and then
    everywhere in the text; a person's first or last name stands for the whole name, of listed people too. `name` has the
    article's own characters.
    """
    names: dict[str, Mention] = {}
    listed: set[str] = set()
    patterns = pack.patterns
    for kind, pattern in (
        ("person", patterns.name.person),
        ("person", patterns.name.answering),
        ("outlet", patterns.name.outlet),
        ("institution", patterns.name.institution),
        ("company", patterns.name.company),
        ("company", patterns.name.introduced),
        ("company", patterns.name.reporting),
        ("company", patterns.name.employing),
        ("company", patterns.name.trade_name),
        ("company", patterns.name.acting),
        ("company", patterns.name.named_again),
    ):
        for match in pattern.finditer(view.text):
            words = match["name"]
            if len(names) == _MOST or words in names or words in listed:
                continue
            if pattern is patterns.name.acting and _is_word(words, view.text):
                continue
            if pattern is patterns.name.named_again and view.text.count(words) == 1:
                continue
            if _overlaps(mentions, *match.span("name")):
                listed.add(words)
            else:
                analyst = kind == "company" and (_only_cited(match) or pack.patterns.name.analyst.search(words))
                name = view.original[slice(*view.span(*match.span("name")))]
                observes = match.re.groupindex.get("observer") and match["observer"]
                names[words] = _unlisted(name, "analyst" if analyst or observes else kind)
    names |= _translated(view, pack, mentions)
    names |= _in_latin_letters(view, pack, names)
    if pack.spaced:
        _shorten_people(names, mentions)
        _shorten_companies(names, mentions, pack)
    if not names:
        return list(mentions)
    found = [*mentions, *occurrences(view.text, names, whole_words(pack.spaced), mentions)]
    return sorted(found, key=lambda m: m.start)


def _shorten_people(names: dict[str, Mention], mentions: Sequence[Mention]) -> None:
    """A person's first or last name stands for the whole one; of three letters the last only: "Kuo si aspetta"."""
    for person in [m for m in (*mentions, *names.values()) if m.kind == "person"]:
        words = person.name.split()
        for word in words:
            if word.isalpha() and (len(word) > _SHORTEST or (len(word) == _SHORTEST and word is words[-1] != words[0])):
                names.setdefault(word, person)


def _shorten_companies(names: dict[str, Mention], mentions: Sequence[Mention], pack: LanguagePack) -> None:
    """ "Etruria" behind "Etruria Cloud": a name without the word of its trade stands for the whole one, unless another company has it."""
    own = {m.name for m in mentions if m.type == "organisation"}
    for company in [m for m in (*mentions, *names.values()) if m.type == "organisation" and m.kind != "person"]:
        short = pack.patterns.name.without_trade.fullmatch(company.name)
        if short and short["name"] not in own:
            names[short["name"]] = company


def _is_word(name: str, text: str) -> bool:
    """Whether the text has the name without its capital too, so that it is an ordinary word."""
    return re.search(rf"(?<!\w){re.escape(name[0].lower() + name[1:])}(?!\w)", text) is not None


def _only_cited(match: re.Match[str]) -> bool:
    """Whether the name stands there only for its figures: "secondo i dati di PitchBook", "…, stima KB Securities, …"."""
    groups = match.re.groupindex
    return bool(("cited" in groups and match["cited"]) or ("inserted" in groups and match["inserted"]))


def _translated(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """The names in quotation marks that a listed name in brackets explains: “木星”（JUPITER）."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        if mention.type != "hardware" or view.text[mention.end : mention.end + 1] not in _CLOSING:
            continue
        before = pack.patterns.product.translated.search(view.text, max(0, mention.start - _LONGEST), mention.start)
        if before:
            found.setdefault(before["name"], mention)
    return found


def _in_latin_letters(view: View, pack: LanguagePack, names: Mapping[str, Mention]) -> dict[str, Mention]:
    """The companies that a bracket gives in Latin letters, under both names: 澄光科技（Lumera）is Lumera."""
    found: dict[str, Mention] = {}
    for match in pack.patterns.name.in_latin.finditer(view.text):
        company = names.get(match["name"])
        if company and company.type == "organisation" and company.kind != "person":
            name = view.original[slice(*view.span(*match.span("latin")))]
            found[match["name"]] = found[match["latin"]] = _unlisted(name, company.kind)
    return found


def outside_names(values: Sequence[Value], mentions: Sequence[Mention], text: str) -> list[Value]:
    """The values without the bare numbers that are a part of a product's name: 天选6 Pro, "Legion 7", "della 4090 e 12 GB"."""
    names = sorted((m.start, m.end) for m in mentions if m.type == "hardware")
    kept = []
    for value in values:
        at = bisect_right(names, value.start, key=itemgetter(0)) - 1
        inside = at >= 0 and names[at][0] <= value.start < names[at][1]
        bare = value.kind == "number" or value.unit in _UNITS_IN_NAMES or text[value.start : value.end].isdigit()
        if not inside or not bare:
            kept.append(value)
    return kept


def _unlisted(name: str, kind: str) -> Mention:
    """A mention of somebody that the model does not have; its place is still open."""
    return Mention(0, 0, f"name:{name}", name, "organisation", kind, known=False)


def _overlaps(mentions: Sequence[Mention], start: int, end: int) -> bool:
    return any(m.start < end and start < m.end for m in mentions)
