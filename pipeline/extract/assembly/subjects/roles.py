"""Which products of a sentence its figures are not about: those compared against or replaced."""

from __future__ import annotations

import itertools

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.asides import parts_in_item
from pipeline.extract.assembly.subjects.brackets import is_multiplied
from pipeline.extract.assembly.subjects.candidates import unnamed_parts
from pipeline.extract.assembly.subjects.compared import adjacent_baseline
from pipeline.extract.mentions import Mention

_REACH = 60
_OPENING = 9
"""So many characters stand at most before a product that opens its clause: 至于上一代的旗舰."""
_PREDECESSORS = frozenset({"predecessor", "against"})
"""Labels of the words for a predecessor: 前代, and 而前代 at the head of a clause."""
_COMMAS = frozenset(",，")
_SHORT_JOINT = 2
"""A comma, "e" or 和: with an article behind it ("e la 5080") another statement may begin."""


def _opens_with_predecessor(sentence: Sentence, mention: Mention) -> bool:
    """上一代S4000采用…: a predecessor that opens its clause is what the clause is about."""
    patterns = sentence.pack.patterns
    told = sentence.find_cues("reference", (mention.start - _OPENING, mention.start))
    if sentence.pack.spaced or not any(c.label in _PREDECESSORS for c in told):
        return False
    start, _ = sentence.clause(mention.start)
    return mention.start - start <= _OPENING and not patterns.comparison.compares.search(
        sentence.gap(start, mention.start)
    )


def _wholes(sentence: Sentence) -> list[Mention]:
    """ "La 7900 XT dovrebbe essere la migliore delle RDNA 3, con 32 GB": what the product before is said to be one of."""
    patterns = sentence.pack.patterns
    return [
        m
        for before, m in itertools.pairwise(sentence.products)
        if patterns.comparison.one_of.fullmatch(sentence.gap(before.end, m.start))
        and before.kind not in TECHNOLOGY_KINDS
    ]


def _is_origin(sentence: Sentence, mention: Mention) -> bool:
    """ "La MI308X, versione per la Cina della MI300X, ha …": in an apposition, what the product before is made out of."""
    before = [m for m in sentence.products if m.end <= mention.start and m.kind == mention.kind]
    return bool(before) and bool(
        sentence.pack.patterns.comparison.version_of.fullmatch(sentence.gap(before[-1].end, mention.start))
    )


def _is_kin(sentence: Sentence, mention: Mention) -> bool:
    """骁龙8s Gen 4是骁龙8 Gen 3的小弟: whose kin the product before is said to be."""
    patterns = sentence.pack.patterns
    if not patterns.comparison.kin_of.match(sentence.text, mention.end):
        return False
    before = [m for m in sentence.products if m.end <= mention.start and m.kind == mention.kind]
    return (
        bool(before) and patterns.comparison.kin_is.fullmatch(sentence.gap(before[-1].end, mention.start)) is not None
    )


def _is_next(sentence: Sentence, mention: Mention, reach: int) -> bool:
    """ "Rispetto alla 4090 la 5090 consuma …": the words of comparing belong to another product, named between."""
    if not sentence.pack.spaced:
        return False
    between = [
        m for m in sentence.products
        if mention.start - reach <= m.start and m.end <= mention.start and m.kind == mention.kind
    ]  # fmt: skip
    if not between:
        return False
    return sentence.pack.patterns.clause.coordinated.fullmatch(sentence.gap(between[-1].end, mention.start)) is None


def _is_outdone(sentence: Sentence, mention: Mention, discourse: Discourse) -> bool:
    """ "La B200 triplica le prestazioni della H100": what a product multiplies is another one's, unless a company multiplies it."""
    told = sentence.pack.patterns.comparison.multiplies.search(sentence.text, sentence.start, mention.start)
    if told is None:
        return False
    if any(o.end <= told.start() and o.kind == "company" for o in sentence.organisations):
        return any(m.end <= told.start() for m in sentence.products)
    topic = [*(m for m in sentence.products if m.end <= told.start()), *discourse.focus]
    return any(m.id != mention.id and m.kind == mention.kind for m in topic)


def _is_apposed_predecessor(sentence: Sentence, mention: Mention, before: str) -> bool:
    """ "Rispetto alla generazione precedente, Trillium, la memoria cresce": the predecessor's name, between commas behind what it is."""
    patterns = sentence.pack.patterns.comparison
    if not patterns.closes_apposition.match(sentence.text, mention.end):
        return False
    return patterns.predecessor_apposed.search(before) is not None


def _is_fronted_baseline(sentence: Sentence, mention: Mention) -> bool:
    """ "Della Gainward ha il doppio della memoria": the genitive that a sentence opens with is what its ratio is taken of."""
    if not sentence.pack.spaced or not sentence.pack.patterns.topic.genitive.fullmatch(
        sentence.gap(sentence.start, mention.start)
    ):
        return False
    return sentence.pack.patterns.topic.fronted_baseline.match(sentence.text, mention.end) is not None


def set_aside(sentence: Sentence, discourse: Discourse) -> None:
    """Fills `sentence.aside` with the products that are only compared against, or are a part ("GPU: GB206, 4.608 core").

    Where all would be, the first one is what the sentence is about after all, unless the article speaks of another.
    """
    patterns = sentence.pack.patterns
    for mention in sentence.products:
        if mention.kind in SITE_KINDS and not _is_site_compared(sentence, mention):
            continue
        before = sentence.text[max(sentence.start, mention.start - _REACH) : mention.start]
        after = sentence.text[mention.end : min(sentence.end, mention.end + 2 * _REACH)]
        told = patterns.ratio.baseline_before.search(before)
        compared = (
            told
            and not _opens_with_predecessor(sentence, mention)
            and not _is_next(sentence, mention, len(told[0]))
            and not any(
                p.search(before)
                for p in (patterns.comparison.presented, patterns.topic.turns_to, patterns.topic.introduces_rival)
            )
        )
        compared = compared or patterns.topic.compared_with.search(before) is not None
        compared = compared or _is_fronted_baseline(sentence, mention)
        compared = compared or _is_apposed_predecessor(sentence, mention, before)
        compared = compared or _is_outdone(sentence, mention, discourse)
        compared = compared or _is_origin(sentence, mention) or _is_kin(sentence, mention)
        compared = compared or is_multiplied(sentence, mention)
        if compared or patterns.ratio.baseline_after.match(after):
            sentence.aside.append(mention)
        elif patterns.part.of_makers.match(after):
            sentence.aside.append(mention)
            sentence.uncompared.append(mention)
    sentence.aside += [m for m in _wholes(sentence) if m not in sentence.aside]
    sentence.aside += [m for m in (*unnamed_parts(sentence), *parts_in_item(sentence)) if m not in sentence.aside]
    if sentence.products and (sentence.block.kind == "list" or not sentence.pack.spaced):
        first = sentence.products[0]
        if patterns.part.label.fullmatch(sentence.gap(sentence.start, first.start)) and first not in sentence.aside:
            sentence.aside.append(first)
    for earlier, mention in itertools.pairwise(sentence.products):
        gap = sentence.gap(earlier.end, mention.start)
        joined = len(gap.strip()) <= _SHORT_JOINT and patterns.clause.coordinated.fullmatch(gap) is not None
        # 相比RTX 40系列，RTX 50系列…: lists have 、 in Chinese, and behind a comma the subject stands.
        joined = joined and (sentence.pack.spaced or gap.strip() not in _COMMAS)
        if earlier in sentence.aside and mention not in sentence.aside and joined:
            sentence.aside.append(mention)
    for value in sentence.values:
        tight = adjacent_baseline(sentence, value)
        if tight and tight not in sentence.aside:
            sentence.aside.append(tight)
    other_topic = sentence.pack.spaced and any(m.id not in {a.id for a in sentence.aside} for m in discourse.focus)
    all_aside = len(sentence.aside) > 1 and len(sentence.aside) == len(sentence.products)
    if all_aside and not other_topic and not _is_compared_against(sentence, sentence.aside[0]):
        sentence.aside.pop(0)


def _is_site_compared(sentence: Sentence, site: Mention) -> bool:
    """ "Più potente di Frontier"; El Capitan超越Frontier，…: sites are hardly ever what something is compared against."""
    patterns = sentence.pack.patterns
    if patterns.comparison.site_against.search(sentence.text, sentence.start, site.start):
        return True
    if sentence.pack.spaced:
        return patterns.ratio.baseline_after.match(sentence.text, site.end, sentence.end) is not None
    start, _ = sentence.clause(site.start)
    return any(start <= m.start and m.end <= site.start and m.kind in SITE_KINDS for m in sentence.products)


def _is_compared_against(sentence: Sentence, mention: Mention) -> bool:
    """天枢已超越Hopper, 天璇对标Blackwell: in Chinese what stands behind such a verb is never the subject."""
    before = sentence.text[max(sentence.start, mention.start - _REACH) : mention.start]
    return not sentence.pack.spaced and sentence.pack.patterns.ratio.baseline_before.search(before) is not None
