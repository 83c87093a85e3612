"""Companies that are called by their seat, their chief or their people: "il gruppo di Suwon", "l'azienda di Jensen Huang", "i coreani", "la casa coreana"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from models.hardware.schema import Organisation
from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.extract.pattern_groups.group import joined
from pipeline.text.view import View

_OF_LATE = 400
"""How far back, in characters, a company may have been named that "the Korean group" stands for."""


@dataclass(frozen=True, slots=True)
class _Epithets:
    """A language's ways of naming a company without its name."""

    seated: re.Pattern[str]
    led: re.Pattern[str]
    peoples: re.Pattern[str]
    origin: re.Pattern[str]
    seats: Mapping[str, Sequence[str]]
    country_of: Mapping[str, str]
    home_of: Mapping[str, str]
    """The country by the adjective's stem."""


@cache
def _epithets(language: str) -> _Epithets | None:
    file = resources.files("pipeline.extract") / language / "epithets.toml"
    if not file.is_file():
        return None
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    patterns = data["patterns"]
    words = {
        "noun": patterns["noun"],
        "nouns": "|".join(data["nouns"]),
        "led": "|".join(data["led"]),
        "seats": "|".join(re.escape(s) for s in data["seats"]),
        "peoples": "|".join(p for names in data["peoples"].values() for p in names),
        "origins": "|".join(p for names in data["origins"].values() for p in names),
    }
    return _Epithets(
        seated=re.compile(joined(patterns["seated"], words)),
        led=re.compile(joined(patterns["led"], words)),
        peoples=re.compile(joined(patterns["peoples"], words)),
        origin=re.compile(joined(patterns["origin"], words)),
        seats=data["seats"],
        country_of={p: country for country, names in data["peoples"].items() for p in names},
        home_of={p: country for country, names in data["origins"].items() for p in names},
    )


def find_epithets(
    view: View, pack: LanguagePack, mentions: Sequence[Mention], organisations: Mapping[str, Organisation]
) -> list[Mention]:
    """The mentions with those of companies called by their seat, their chief or their people, by place.

    Of several companies of one seat it is the one that was named last before, else the first one that the text names at
    all, else the best known; a people stands for a company only where the text names no other one of its country.
    """
    epithets = _epithets(pack.language)
    if epithets is None:
        return list(mentions)
    named = [m for m in mentions if m.type == "organisation" and m.kind == "company" and m.id in organisations]
    found = [
        *_by_seat(view.text, epithets, named, organisations),
        *_by_chief(view.text, epithets, mentions, organisations),
        *_by_people(view.text, epithets, named, organisations),
        *_by_origin(view.text, epithets, named, organisations),
    ]
    kept = [m for m in mentions if not any(f.start <= m.start and m.end <= f.end for f in found)]
    free = [f for f in found if not any(m.start < f.end and f.start < m.end for m in kept)]
    return sorted([*kept, *free], key=lambda m: m.start)


def _by_seat(
    text: str, epithets: _Epithets, named: Sequence[Mention], organisations: Mapping[str, Organisation]
) -> Iterator[Mention]:
    for match in epithets.seated.finditer(text):
        ids = [i for i in epithets.seats[match["seat"]] if i in organisations]
        alike = [m for m in named if m.id in ids and not match.start() <= m.start < match.end()]
        before = [m for m in alike if m.end <= match.start()]
        chosen = [m.id for m in (before[-1:] or alike[:1])] or ids
        if chosen:
            yield _mention(organisations[chosen[0]], match.start(), match.end())


def _by_chief(
    text: str, epithets: _Epithets, mentions: Sequence[Mention], organisations: Mapping[str, Organisation]
) -> Iterator[Mention]:
    people = {m.start: m for m in mentions if m.kind == "person"}
    for match in epithets.led.finditer(text):
        person = people.get(match.end())
        chief = organisations.get(person.id) if person else None
        if person and chief and chief.heads and chief.heads in organisations:
            yield _mention(organisations[chief.heads], match.start(), person.end)


def _by_people(
    text: str, epithets: _Epithets, named: Sequence[Mention], organisations: Mapping[str, Organisation]
) -> Iterator[Mention]:
    for match in epithets.peoples.finditer(text):
        country = epithets.country_of[match["people"]]
        alike = {m.id: m for m in named if organisations[m.id].country == country}
        if len(alike) == 1:
            yield replace(next(iter(alike.values())), start=match.start("people"), end=match.end(), parts=())


def _by_origin(
    text: str, epithets: _Epithets, named: Sequence[Mention], organisations: Mapping[str, Organisation]
) -> Iterator[Mention]:
    """ "Il gruppo coreano", "l'azienda britannica": the one company of the country that the text names, else that it has named of late."""
    for match in epithets.origin.finditer(text):
        country = epithets.home_of[match["origin"]]
        alike = [m for m in named if organisations[m.id].country == country]
        late = [m for m in alike if 0 <= match.start() - m.end <= _OF_LATE]
        for among in (alike, late):
            if len({m.id for m in among}) == 1:
                yield replace(among[0], start=match.start(), end=match.end(), parts=())
                break


def _mention(organisation: Organisation, start: int, end: int) -> Mention:
    return Mention(start, end, organisation.id, organisation.name, "organisation", organisation.kind)
