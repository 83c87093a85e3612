"""People and companies that the hardware model does not have, found by the words around their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.text.view import View

_MOST = 40
"""So many different names at most: an article has a handful."""


def find_names(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with those of unlisted people and companies, by place.

    A name counts where the words around it speak of a person or a company ("l'analista Marta Rossi", 东岭证券研报), and then
    everywhere in the text; a person's surname stands for the whole name. `name` has the article's own characters.
    """
    names: dict[str, tuple[str, str]] = {}
    for kind, pattern in (("person", pack.patterns.person), ("company", pack.patterns.company)):
        for match in pattern.finditer(view.text):
            words = match["name"]
            if len(names) < _MOST and words not in names and not _overlaps(mentions, *match.span("name")):
                analyst = kind == "company" and pack.patterns.analyst.search(words)
                original = view.original[slice(*view.span(*match.span("name")))]
                names[words] = (original, "analyst" if analyst else kind)
                if kind == "person" and pack.spaced:
                    names.setdefault(words.split()[-1], names[words])
    if not names:
        return list(mentions)
    found = [*mentions, *_everywhere(view.text, names, pack, mentions)]
    return sorted(found, key=lambda m: m.start)


def _everywhere(
    text: str, names: dict[str, tuple[str, str]], pack: LanguagePack, mentions: Sequence[Mention]
) -> Iterable[Mention]:
    either = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    word = rf"(?<!\w)(?:{either})(?!\w)" if pack.spaced else either
    taken = [(m.start, m.end) for m in mentions]
    at = 0
    for match in re.finditer(word, text):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at < len(taken) and taken[at][0] < match.end():
            continue
        name, kind = names[match[0]]
        yield Mention(match.start(), match.end(), f"name:{name}", name, "organisation", kind, known=False)


def _overlaps(mentions: Sequence[Mention], start: int, end: int) -> bool:
    return any(m.start < end and start < m.end for m in mentions)
