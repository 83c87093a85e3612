"""What succeeds what: "la B300 sostituirà la B200", B200的继任者B300, 接替它的B300."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_REACH = 30


def read_successors(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """Drafts of `successor` at the place of the product that is replaced."""
    if sentence.pack.spaced:
        return _named_predecessors(sentence, discourse) + _told_by_verb(sentence, discourse)
    return [_draft(sentence, heir, old, at) for heir, old, at in _followed(sentence, discourse)]


def _draft(sentence: Sentence, heir: Mention, old: Mention, at: Mention, rule: str = "attribute.successor") -> Draft:
    draft = Draft("hardware", "successor", at.start, at.end, sentence, rule, 0.7)
    draft.subjects, draft.fields["object"] = [heir], old.id
    return draft


def _followed(sentence: Sentence, discourse: Discourse) -> Iterator[tuple[Mention, Mention, Mention]]:
    """The successors of a Chinese sentence with what they replace and where that is said."""
    successor = sentence.pack.patterns.successor
    chips = [m for m in sentence.products if m.kind not in TECHNOLOGY_KINDS | SITE_KINDS]
    for one, other in itertools.pairwise(chips):
        if one.id == other.id or _maker(one) != _maker(other):
            continue
        order = _order(sentence, one, other)
        if order:
            yield (one, other, other) if order > 0 else (other, one, one)
    for mention in chips:
        earlier = [*discourse.recent, *discourse.focus, *(m for m in chips if m.end <= mention.start)]
        kin = [m for m in earlier if _maker(m) == _maker(mention) and m.id != mention.id and m.kind == mention.kind]
        if not kin:
            continue
        if successor.heir_of_it.search(sentence.text, sentence.start, mention.start):
            yield mention, kin[-1], kin[-1] if kin[-1] in chips else mention
        elif successor.it_replaces.search(sentence.text, sentence.start, mention.start):
            spoken_of = next((m for m in (*discourse.focus, *reversed(discourse.recent)) if m in kin), kin[-1])
            yield spoken_of, mention, mention
        elif successor.in_its.search(sentence.text, sentence.start, mention.start) and successor.place.match(
            sentence.text, mention.end
        ):
            yield kin[-1], mention, mention


def _order(sentence: Sentence, one: Mention, other: Mention) -> int:
    """1 where the first of two neighbours succeeds the second, -1 where the second succeeds the first, else 0."""
    successor = sentence.pack.patterns.successor
    text, gap = sentence.text, sentence.gap(one.end, other.start)
    if successor.follows.fullmatch(gap) or (
        successor.as_heir.fullmatch(gap) and successor.of_heir.match(text, other.end)
    ):
        return 1
    led = successor.following.search(text, sentence.start, one.start) and successor.is_it.fullmatch(gap)
    passive = successor.passive.fullmatch(gap) and successor.is_followed.match(text, other.end)
    return -1 if led or passive or successor.heir_named.fullmatch(gap) or successor.gives_way.fullmatch(gap) else 0


def _maker(mention: Mention) -> str:
    return mention.id.partition("-")[0]


def _told_by_verb(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """X succeeds Y: the product before the verb, or what is spoken of, replaces the one behind it; the other way round where Y
    is replaced by X or leaves it its place, and where an heir is named behind ("il successore della H20 sarà la B30A")."""
    successor = sentence.pack.patterns.successor
    drafts: dict[int, Draft] = {d.start: d for d in _following_it(sentence, discourse)}
    for cue in sentence.find_cues("attribute", label="successor"):
        before = [m for m in sentence.products if m.end <= cue.start]
        replaced = _replaced_by_pronoun(sentence, cue, before, discourse)
        if replaced:
            drafts[before[-1].start] = _draft(sentence, before[-1], replaced, before[-1])
            continue
        after = [m for m in sentence.products if cue.end <= m.start <= cue.end + _REACH]
        if not after:
            which = _which_it_follows(sentence, cue, before, discourse)
            if which:
                drafts[which[1].start] = _draft(sentence, which[0], which[1], which[1])
            continue
        heir, old = (before or _topic(sentence, cue, after[0], discourse))[-1:], after[0]
        named = next((m for m in sentence.products if m.start >= old.end), None)
        if not before and named and successor.heir_behind.fullmatch(sentence.gap(old.end, named.start)):
            heir = [named]
        elif before and successor.given_way.match(sentence.text, cue.start):
            heir, old = [old], before[-1]
        if heir and heir[0].id != old.id and heir[0].kind == old.kind:
            drafts[after[0].start] = _draft(sentence, heir[0], old, after[0])
    return list(drafts.values())


def _replaced_by_pronoun(sentence: Sentence, verb: Cue, before: list[Mention], discourse: Discourse) -> Mention | None:
    """ "La 4060 che l'ha sostituita": what the pronoun before the verb stands for, where a product of its kind is the subject."""
    if not before or not sentence.pack.patterns.successor.pronoun_object.search(
        sentence.text, before[-1].end, verb.start
    ):
        return None
    earlier = (*reversed(before[:-1]), *discourse.focus, *reversed(discourse.recent))
    return next((m for m in earlier if m.id != before[-1].id and m.kind == before[-1].kind), None)


def _following_it(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """ "A raccoglierne l'eredità sarà la B770", "al suo posto arriva la 5080": the heir of what was spoken of."""
    successor = sentence.pack.patterns.successor
    drafts = []
    for mention in sentence.products:
        told = successor.heir_of_it.search(sentence.text, sentence.start, mention.start)
        if not told and not successor.is_its_heir.match(sentence.text, mention.end):
            continue
        earlier = [*(m for m in sentence.products if m.end <= mention.start), *discourse.focus]
        old = next((m for m in earlier if m.id != mention.id and m.kind == mention.kind), None)
        if old:
            drafts.append(_draft(sentence, mention, old, mention))
    return drafts


def _which_it_follows(
    sentence: Sentence, verb: Cue, before: list[Mention], discourse: Discourse
) -> tuple[Mention, Mention] | None:
    """ "… del 7980X di cui prende il posto": the product that the relative clause is about, and what is spoken of as its heir."""
    if not before or not sentence.pack.patterns.successor.which.fullmatch(sentence.gap(before[-1].end, verb.start)):
        return None
    old = before[-1]
    spoken_of = (*(m for m in before if m not in sentence.aside), *discourse.focus)
    heir = next((m for m in spoken_of if m.id != old.id and m.kind == old.kind), None)
    return (heir, old) if heir else None


def _topic(sentence: Sentence, verb: Cue, old: Mention, discourse: Discourse) -> list[Mention]:
    """ "Manda in pensione Piz Daint": what is spoken of, where the verb opens its clause."""
    successor = sentence.pack.patterns.successor
    start, _ = sentence.clause(verb.start)
    noun = successor.heir_noun.fullmatch(sentence.text, verb.start, verb.end)
    if noun or sentence.find_cues("change", (verb.start, old.start)):
        return []
    return discourse.focus[:1] if successor.no_subject.fullmatch(sentence.gap(start, verb.start)) else []


def _named_predecessors(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """ "Quando il predecessore STM32H7 …": the product that the sentence began with, or the topic, replaces the one so called."""
    drafts: list[Draft] = []
    for mention in sentence.products:
        if (
            not sentence.pack.patterns.successor.predecessor.search(sentence.text, sentence.start, mention.start)
            or mention.kind in SITE_KINDS
        ):
            continue
        before = [m for m in sentence.products if m.end <= mention.start and m.id != mention.id]
        named = (*before[:1], *discourse.focus, *discourse.title, *reversed(discourse.recent))
        heirs = [m for m in named if m.id != mention.id and m.kind not in TECHNOLOGY_KINDS]
        heirs.sort(key=lambda m: m.kind != mention.kind)
        if heirs:
            drafts.append(_draft(sentence, heirs[0], mention, mention, "attribute.predecessor"))
    return drafts
