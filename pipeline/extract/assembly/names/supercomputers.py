"""Supercomputers and clusters that the hardware model does not have, found by the words around their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from models.hardware.schema import SITE_KINDS, Product
from pipeline.extract.assembly.names.occurrences import occurrences, whole_words
from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.text.view import View

_MOST = 20
"""So many new names at most: an article has a handful."""
_SHORTEST = 4
_LATIN_WORD = re.compile(r"[A-Za-z]+")


def find_supercomputers(
    view: View, pack: LanguagePack, mentions: Sequence[Mention], listed: Mapping[str, Product]
) -> list[Mention]:
    """The mentions with those of supercomputers that the model does not have, by place.

    A name counts where it is said to be a supercomputer's ("il supercomputer Grifone", 超算“木星”, the quoted name of a title
    about supercomputing), and then everywhere in the text. Where one is named, the machines that it is told beside count
    too: one that it replaces, one with petaflops of its own, the next of its name ("Isambard 2"). A Chinese name takes its
    id from the Latin one in brackets behind it, if there is one; `listed` are the model's products by id, for a name that
    only there turns out to be known (“木星”（JUPITER）).
    """
    patterns = pack.patterns
    names: dict[str, Mention] = {}
    _collect(view, patterns.product.system.finditer(view.text), mentions, names, listed)
    known = [m for m in mentions if m.kind in SITE_KINDS]
    if known or names:
        _collect(view, patterns.product.system_beside.finditer(view.text), mentions, names, listed)
    if known:
        _collect(view, _numbered(known, view.text, pack), mentions, names, listed)
    if not names:
        return list(mentions)
    return sorted(
        [*mentions, *occurrences(view.text, names, whole_words(pack.spaced), mentions)], key=lambda m: m.start
    )


def _collect(
    view: View,
    matches: Iterable[re.Match[str]],
    mentions: Sequence[Mention],
    names: dict[str, Mention],
    listed: Mapping[str, Product],
) -> None:
    """Adds the names that no mention holds already; `name` has the article's own characters."""
    for match in matches:
        start, end = match.span("name") if match["name"] else match.span("second")
        if len(names) == _MOST or any(m.start < end and start < m.end for m in mentions):
            continue
        name = view.original[slice(*view.span(start, end))]
        latin = match.groupdict().get("latin")
        identifier = "-".join((latin or name).lower().split())
        product = listed.get(identifier)
        system = (
            Mention(0, 0, product.id, product.name, "hardware", product.kind)
            if product
            else Mention(0, 0, identifier, name, "hardware", "supercomputer", known=False)
        )
        for words in (view.text[start:end], latin):
            if words:
                names.setdefault(words, system)


def _numbered(known: Sequence[Mention], text: str, pack: LanguagePack) -> Iterable[re.Match[str]]:
    """ "Isambard 2" where Isambard-AI is known: a listed machine's first word and a number that counts nothing."""
    words = {match[0] for m in known if (match := _LATIN_WORD.match(m.name)) and len(match[0]) >= _SHORTEST}
    if not words:
        return ()
    either = "|".join(sorted(map(re.escape, words)))
    numbered = re.finditer(rf"(?<!\w)(?P<name>(?:{either})[ -]?\d{{1,2}})", text)
    return (match for match in numbered if pack.patterns.product.system_number_ends.match(text, match.end()))
