"""Links the names in a text to the products and organisations of the hardware model."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter

from models.hardware import HardwareModel, Pattern
from pipeline.extract.contexts import Candidate, ContextWords, Surroundings, any_of
from pipeline.extract.gazetteer import Gazetteer, Name, fold, is_whole, plural_end, spellings
from pipeline.extract.mentions import Mention
from pipeline.extract.needed_words import WordIndex, needed_words

_PIECE_REACH = 16
_PREFIX_KINDS = frozenset({"architecture", "family"})
_OF_A_CHIP = ("memory_capacity", "power", "unit_price")  # Rubin is an architecture and the name of its GPU
_CURRENCY_SIGNS = "$€¥£"
_NO_GROUND = (0, 0)
_MOST_INSIDE = 8
"""So many names at most begin inside another one."""
_MODEL_BEHIND = re.compile(r"-[a-z]{0,3}\d")


@dataclass(frozen=True)
class _Scheme:
    """A pattern in one script. It is compiled when a text first has a word of it: few texts have those of all makers."""

    pattern: Pattern
    written: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(self.written)


class Linker:
    """Finds mentions; built once a model, used for any number of texts, keeps nothing of them.

    One pass of an automaton finds all names, a fixed number of patterns the products that the model does not have.
    Names that are ordinary words or short ("Spark", "5090", "M4") count where the whole name stands somewhere in the
    text or a word of their context stands near.
    """

    def __init__(self, model: HardwareModel) -> None:
        self._model = model
        self._gazetteer = Gazetteer(model)
        self._brands = {vendor: {fold(b) for b in brands} for vendor, brands in model.naming.brands.items()}
        self._schemes = [_Scheme(p, regex) for p in model.patterns for regex in spellings(p.regex)]
        self._needing = WordIndex({fold(word) for word in needed_words(scheme.written)} for scheme in self._schemes)
        self._translations = {
            text: english for word, english in model.naming.translations.items() for text in spellings(word)
        }
        self._contexts = {key: ContextWords(context) for key, context in model.naming.contexts.items()}
        self._kin = _kin(model)
        self._chips = {p.id for p in model.products.values() if p.kind == "architecture" and p.figures_of(*_OF_A_CHIP)}
        self._pieces = {kind: _beside(words) for kind, words in model.naming.pieces.items()}
        self._measure = re.compile(rf" ?(?:{any_of(model.naming.measures).pattern})|[.,]\d{{1,3}}(?!\d)")

    def find(self, text: str, language: str) -> list[Mention]:
        """The mentions in a normalised text (Simplified Chinese, ASCII digits), in order, none overlapping another."""
        folded = fold(text)
        certain: list[Candidate] = []
        in_context: list[Candidate] = []
        for candidate in self._candidates(text, folded, language):
            cues = self._contexts.get(candidate.name.context or "")
            if cues is None or cues.only_forbids:
                if cues is None or not cues.forbid(folded, candidate.start, candidate.end):
                    certain.append(candidate)
            else:
                in_context.append(candidate)
        in_full = _longest(_without_split_families(certain))
        accepted = self._in_context(folded, in_context, in_full)
        chosen = _longest([*in_full, *accepted])
        joined = self._joined(text, [_with_plural(folded, c) for c in chosen])
        return [self._as_piece(folded, m) if m.kind == "architecture" else m for m in joined]

    def _candidates(self, text: str, folded: str, language: str) -> Iterator[Candidate]:
        for hit in self._gazetteer.hits(folded):
            for name in hit.names:
                if language == "it" and name.cased and not _has_capitals(text[hit.start : hit.end], name.cased):
                    continue
                yield self._candidate(hit.start, hit.end, name, folded[hit.start : hit.end])
        for index in self._needing.possible(folded):
            scheme = self._schemes[index]
            for match in scheme.regex.finditer(text):
                if is_whole(folded, *match.span()):
                    yield self._by_pattern(scheme.pattern, match, folded[match.start() : match.end()])

    def _candidate(self, start: int, end: int, name: Name, words: str) -> Candidate:
        if name.type == "hardware":
            product = self._model.products[name.id]
            mention = Mention(start, end, product.id, product.name, "hardware", product.kind)
            return Candidate(mention, name, product.vendor, words)
        if name.type == "organisation":
            organisation = self._model.organisations[name.id]
            mention = Mention(start, end, organisation.id, organisation.name, "organisation", organisation.kind)
            return Candidate(mention, name, organisation.id, words)
        return Candidate(Mention(start, end, name.id, "", "hardware", name.type), name, name.id, words)

    def _by_pattern(self, pattern: Pattern, match: re.Match[str], words: str) -> Candidate:
        identifier = self._slug(pattern, match)
        product = self._model.products.get(identifier)
        start, end = match.span()
        mention = (
            Mention(start, end, product.id, product.name, "hardware", product.kind)
            if product
            else Mention(start, end, identifier, match[0], "hardware", pattern.kind, known=False)
        )
        return Candidate(mention, Name("hardware", identifier, pattern.context), pattern.vendor, words)

    def _slug(self, pattern: Pattern, match: re.Match[str]) -> str:
        words = [self._translations.get(group, group) for group in match.groups(default="")]
        model = pattern.template.format(match[0], *words) if pattern.template else "-".join(w for w in words if w)
        slug = re.sub(r"[\s_-]+", "-", model.lower()).strip("-")
        return f"{pattern.vendor}-{slug}" if pattern.vendor else slug

    def _in_context(
        self, folded: str, candidates: Iterable[Candidate], in_full: list[Candidate]
    ) -> Iterator[Candidate]:
        """Of the names that need a context those that have it; of several meanings of one place the best founded."""
        text = Surroundings(folded, in_full)
        by_place: dict[tuple[int, int], list[Candidate]] = {}
        for candidate in candidates:
            by_place.setdefault((candidate.start, candidate.end), []).append(candidate)
        for (start, end), meanings in sorted(by_place.items()):
            if self._is_number_here(folded, start, end) or _goes_on(folded, start, end):
                continue
            own = [c for c in meanings if c.mention.known or not text.ends_another_name(c)]
            own = [c for c in own if c.name.type != "hardware" or not text.goes_on_with_another(c)]
            founded = [((self._grounds(text, c), c.mention.known), c) for c in own]
            best = max((ground for ground, _ in founded), default=(_NO_GROUND, False))
            of_best = {c.mention.id: c for ground, c in founded if ground == best}
            if best[0] > _NO_GROUND and len(of_best) == 1:
                yield from of_best.values()
                text.accept(*of_best.values())

    def _grounds(self, text: Surroundings, candidate: Candidate) -> tuple[int, int]:
        """How well the text supports a short name: the sort of ground, best last, and within a sort its nearness."""
        cues = self._contexts[candidate.name.context or ""]
        if cues.directly_before(text.folded, candidate.start):
            return (4, 0)
        if cues.forbid(text.folded, candidate.start, candidate.end):
            return _NO_GROUND
        full = text.places.get(candidate.mention.id, [])
        earlier = bisect_right(full, candidate.start)
        if earlier:
            return (6, full[earlier - 1])
        if candidate.vendor and text.vendor_before(candidate.start) == candidate.vendor:
            return (5, 0)
        distance = cues.distance(text.folded, candidate)
        if distance is not None:
            return (4, -distance)
        if full:
            return (3, 0)
        named_kin = not text.places.keys().isdisjoint(self._kin.get(candidate.mention.id, ()))
        if named_kin or text.follows_its_like(candidate) or cues.weak_near(text.folded, candidate.start, candidate.end):
            return (2, 0)
        distinct = any(c.isdigit() or c == " " for c in candidate.words)
        plain = (distinct and candidate.vendor in text.vendors) or cues.named_anywhere(text.folded)
        return (1, 0) if plain else _NO_GROUND

    def _is_number_here(self, folded: str, start: int, end: int) -> bool:
        """A bare number is a quantity, not a model, where a unit, a currency or more digits stand beside it."""
        if not folded[start:end].isdigit():
            return False
        return folded[start - 1 : start] in tuple(_CURRENCY_SIGNS) or self._measure.match(folded, end) is not None

    def _joined(self, text: str, chosen: Iterable[Candidate]) -> list[Mention]:
        """Each product in one mention with the maker, brand and architecture directly before it and a tail after it."""
        done: list[Candidate] = []
        for candidate in chosen:
            whole = candidate
            if candidate.name.type == "tail":
                if done and done[-1].name.type == "hardware" and _touch(text, done[-1], candidate):
                    done[-1] = _reaching(done[-1], done[-1].start, candidate.end)
                continue
            while done and _touch(text, done[-1], whole) and self._is_prefix(done[-1], candidate):
                before = done.pop()
                own = () if self._is_brand(before, candidate.vendor or "") else _as_part(before)
                parts = (*before.mention.parts, *own)
                whole = _reaching(whole, before.start, whole.end, (*parts, *whole.mention.parts))
            done.append(whole)
        return [c.mention for c in done if not c.is_affix]

    def _as_piece(self, folded: str, mention: Mention) -> Mention:
        """What an architecture's name stands for where it stands: the architecture or, with or without "GPU", its chip."""
        around = folded[max(0, mention.start - _PIECE_REACH) : mention.start]
        for kind, (before, inside_or_after) in self._pieces.items():
            named = inside_or_after.search(folded, mention.start, mention.end)
            if named or inside_or_after.match(folded, mention.end) or before.search(around):
                return replace(mention, kind=kind)
        return replace(mention, kind="gpu") if mention.id in self._chips else mention

    def _is_prefix(self, left: Candidate, right: Candidate) -> bool:
        if right.name.type != "hardware":
            return False
        if left.name.type == "hardware":
            same_maker = left.vendor is not None and left.vendor == right.vendor
            return left.mention.id == right.mention.id or (same_maker and left.mention.kind in _PREFIX_KINDS)
        vendor = self._model.organisations.get(right.vendor or "")
        return vendor is not None and (left.vendor in (vendor.id, vendor.parent) or self._is_brand(left, vendor.id))

    def _is_brand(self, candidate: Candidate, vendor: str) -> bool:
        """Whether the words are a brand of this vendor, even where they name a company elsewhere ("Tesla V100")."""
        return candidate.words in self._brands.get(vendor, ())


def _kin(model: HardwareModel) -> dict[str, set[str]]:
    """What, named in full, supports a product's short name: its predecessor, its successors, of an architecture its products."""
    kin: dict[str, set[str]] = {}
    for product in model.products.values():
        if product.predecessor:
            kin.setdefault(product.id, set()).add(product.predecessor)
            kin.setdefault(product.predecessor, set()).add(product.id)
        if product.architecture:
            kin.setdefault(product.architecture, set()).add(product.id)
    return kin


def _goes_on(folded: str, start: int, end: int) -> bool:
    """Whether a word is the beginning of another product's name ("Cortex-X925")."""
    return folded[start:end].isalpha() and _MODEL_BEHIND.match(folded, end) is not None


def _beside(words: Iterable[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Any of the words at the end of what stands before a name, and within or after it."""
    either = any_of(words).pattern
    return re.compile(rf"(?:{either})[ -]?$"), re.compile(rf"[ -]?(?:{either})")


def _has_capitals(words: str, cased: str) -> bool:
    """Whether the words have the capitals that the name has; words all in capitals have them too."""
    return words.startswith(cased) or words.isupper()


def _rank(candidate: Candidate) -> tuple[int, int, bool, bool, bool, str]:
    mention = candidate.mention
    return (
        mention.start,
        -mention.end,
        candidate.is_affix,
        not mention.known,
        candidate.name.context is None,
        mention.id,
    )


def _longest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Of overlapping candidates the first, of those that start together the longest, known before unknown, in context before out of it."""
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=_rank):
        if not chosen or candidate.start >= chosen[-1].end:
            chosen.append(candidate)
    return chosen


def _without_split_families(candidates: list[Candidate]) -> Iterator[Candidate]:
    """Without a family named with its maker where a longer name of that maker's begins in it: "Intel Core" in "Intel Core Ultra"."""
    placed = sorted(candidates, key=attrgetter("start"))
    split = set()
    for family in (c for c in placed if c.mention.kind == "family"):
        at = bisect_right(placed, family.start, key=attrgetter("start"))
        inside = [c for c in placed[at : at + _MOST_INSIDE] if c.start < family.end < c.end and not c.is_affix]
        if any(c.vendor == family.vendor and c.mention.id != family.mention.id for c in inside):
            split.add(family)
    return (c for c in candidates if c not in split)


def _touch(text: str, left: Candidate, right: Candidate) -> bool:
    return text[left.end : right.start] in ("", " ")


def _with_plural(folded: str, candidate: Candidate) -> Candidate:
    end = plural_end(folded, candidate.start, candidate.end)
    return candidate if end == candidate.end else _reaching(candidate, candidate.start, end)


def _reaching(candidate: Candidate, start: int, end: int, parts: tuple[Mention, ...] | None = None) -> Candidate:
    mention = replace(
        candidate.mention, start=start, end=end, parts=candidate.mention.parts if parts is None else parts
    )
    return replace(candidate, mention=mention)


def _as_part(candidate: Candidate) -> tuple[Mention, ...]:
    """The candidate's own name without what it had taken in itself; brands are no mention."""
    if candidate.is_affix:
        return ()
    start = candidate.mention.start if not candidate.mention.parts else candidate.end - len(candidate.words)
    return (replace(candidate.mention, start=start, parts=()),)
