"""Which of a sentence's mentions a figure can be about: products before families, no attributes, no parts that are built in."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.reading import ARCHITECTURE_KINDS, SYSTEM_KINDS, WEAK_KINDS, Placed, Sentence
from pipeline.extract.assembly.subjects.goods import is_sold
from pipeline.extract.assembly.subjects.told_attributes import capacity_of, is_made_in
from pipeline.extract.mentions import Mention

_TECHNOLOGY_SUBJECTS = frozenset(
    {"unit_price", "memory_bandwidth", "memory_capacity", "relative", "share", "launch", "production", "availability",
     "delivery", "other_date", "foundry", "packaging", "rental_price", "clock", "link_bandwidth", "unit_count", "transistor_count", "deployment"}
)  # fmt: skip
_ARCHITECTURES_AND_CHIPS = ARCHITECTURE_KINDS | {"gpu"}
"""An architecture's name may stand for its chip."""
_GENERATION = re.compile(r"[A-Za-z]+[ -]?\d(?:\.\d)?[a-z]?")
"""The name of an architecture with the number of its generation, where models have numbers of several digits."""
_PART_REACH = 24
_WHOLES = (SYSTEM_KINDS | {"server", "rack", "pod", "console"}) - {"superchip"}
_BEHIND = 8
_COUNTED = 3
"""So many characters stand at most between a number and what it counts: a blank, a word for pieces."""
_OPENING = 6
"""So many characters may stand before what opens a clause: an article, a quotation mark, a blank."""
_OF_A_CARD = frozenset(
    {
        "memory_type",
        "unit_price",
        "rental_price",
        "memory_capacity",
        "memory_bandwidth",
        "power",
        "clock",
        "compute",
        "core_count",
    }
)
"""What the card has that a die is built into: on the die alone nobody measures it."""
_QUOTE = re.compile(r"\s*[\"“«'‘(]\s*")
_STOP = re.compile("[,，;；。:：]")


def eligible(mention: Mention, predicate: str) -> bool:
    """Whether a statement of this predicate can be about this kind of thing."""
    if mention.kind in TECHNOLOGY_KINDS:
        return predicate in _TECHNOLOGY_SUBJECTS or (
            mention.kind == "memory" and predicate in {"power", "process_node"}
        )
    if mention.kind == "die":
        return predicate not in _OF_A_CARD
    return not (mention.kind in ARCHITECTURE_KINDS and predicate == "unit_price")


def spoken_of(sentence: Sentence, value: Placed, named: list[Mention], discourse: Discourse) -> list[Mention]:
    """The mentions that a figure can be about: products before families and architectures, unless only such a one stands
    before the figure; and a technology only where it is itself the topic."""
    products = [m for m in named if m.kind not in TECHNOLOGY_KINDS | WEAK_KINDS]
    start, _ = sentence.clause(value.start)
    weak_before = [m for m in named if m.kind in WEAK_KINDS and m.start < value.start and not is_attribute(sentence, m)]
    families = [m for m in weak_before if start <= m.start]
    if weak_before and _told_already(sentence, value, products, weak_before[-1]):
        return weak_before[-1:]
    technology = _technology_before(sentence, value, named)
    if technology and not families and all(m.start > value.start for m in products):
        return technology
    if products and (not families or any(start <= m.start < value.start for m in products)):
        return _carriers(sentence, value, products)
    if families:
        return families
    weak = [m for m in named if m.kind in WEAK_KINDS and not is_attribute(sentence, m)]
    if weak:
        return weak
    topics = [m for m in named if m.kind in TECHNOLOGY_KINDS and not is_attribute(sentence, m)]
    about_products = any(f.kind not in TECHNOLOGY_KINDS for f in discourse.focus)
    return topics if not about_products or _opens(sentence, topics) else []


def _technology_before(sentence: Sentence, value: Placed, named: list[Mention]) -> list[Mention]:
    """HBM4价格飙5成, 海力士锁定Rubin订单: the technology that opens the figure's own clause."""
    patterns = sentence.pack.patterns
    start, _ = sentence.clause(value.start)
    return [
        m
        for m in named
        if m.kind in TECHNOLOGY_KINDS
        and (0 <= m.start - start <= _OPENING or patterns.memory.piece_of.fullmatch(sentence.gap(start, m.start)))
        and m.start < value.start
        and not is_attribute(sentence, m)
    ][:1]


def _told_already(sentence: Sentence, value: Placed, products: list[Mention], weak: Mention) -> bool:
    """GB200的1,200W，以及Vera Rubin平台，其TDP…2,300W: the product before has its figure of this sort, the family is the next."""
    before = [m for m in products if m.end <= weak.start]
    if not isinstance(value, Value) or value.unit is None or not before:
        return False
    if any(weak.end <= m.start < value.start for m in products):
        return False
    return any(before[-1].end <= v.start and v.end <= weak.start and v.unit == value.unit for v in sentence.values)


def _carriers(sentence: Sentence, value: Placed, products: list[Mention]) -> list[Mention]:
    """ "La RTX 5090 si basa sulla GB202 e ha 21.760 core": without what is built in, where the one that has it stands before."""
    start, _ = sentence.clause(value.start)
    built_in = {
        m.start
        for before, m in itertools.pairwise(products)
        if m.end <= value.start
        and (cues := sentence.find_cues("builds_on", (before.end, m.start)))
        and ";" not in sentence.gap(cues[-1].end, m.start)
        # X搭载的Y: it is Y that is spoken of, a die only in its own clause
        and ((m.kind == "die" and m.end <= start) or not sentence.gap(cues[-1].end, m.start).startswith("的"))
    }
    built_in |= {
        m.start
        for before, m in itertools.pairwise(products)
        if m.end <= value.start
        and before.kind in _WHOLES
        and m.kind not in _WHOLES
        and sentence.pack.patterns.device.with_part.fullmatch(sentence.gap(before.end, m.start))
    }
    built_in |= {
        m.start
        for before, m in itertools.pairwise(products)
        if m.end <= value.start and is_counted_part(sentence, before.end, m, value)
    }
    return [m for m in products if m.start not in built_in]


def is_counted_part(sentence: Sentence, start: int, part: Mention, value: Placed) -> bool:
    """Whether `value` goes on about what is made of so many of a product: 由两颗M3 Max拼合，…, "unisce due 910B e offre …"."""
    patterns = sentence.pack.patterns
    counted = [
        v for v in sentence.values if v.kind == "number" and start <= v.start and 0 <= part.start - v.end <= _COUNTED
    ]
    if not counted or not sentence.find_cues("contains", (start, counted[-1].start), "made"):
        return False
    since = sentence.gap(part.end, value.start)
    return patterns.device.whole_goes_on.search(since) is not None and not sentence.find_cues(
        "each", (part.end, value.start)
    )


def _opens(sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether the first of the mentions stands at the head of the sentence, before any value."""
    if not mentions:
        return False
    return all(v.start > mentions[0].start for v in sentence.values) and mentions[0].start - sentence.start < 12


def is_attribute(sentence: Sentence, mention: Mention) -> bool:
    """Whether a verb of having stands before the mention in its clause, or a figure right before it (32 GB GDDR7)."""
    patterns = sentence.pack.patterns
    if sentence.pack.spaced and (is_sold(sentence, mention) or _is_made(sentence, mention)):
        return False
    start, _ = sentence.clause(mention.start)
    uses = sentence.find_cues("attribute", (max(start, mention.start - 40), mention.start), "uses")
    itemised = sentence.block.kind == "list" or not sentence.pack.spaced
    if itemised and patterns.part.label.fullmatch(sentence.gap(sentence.start, mention.start)):
        return True
    if sentence.pack.spaced and mention.kind in WEAK_KINDS and _quoted_beside(sentence, mention):
        return True
    labelled = mention.kind == "memory"
    labelled = labelled and patterns.memory.labelled.search(sentence.text, sentence.start, mention.start) is not None
    if labelled or (mention.kind in TECHNOLOGY_KINDS and _is_possessed(sentence, mention)):
        return True
    # 采用3nm工艺的MI350: what is used stands before the 的, who uses it behind.
    if mention.kind in ARCHITECTURE_KINDS and _told_with_its_noun(sentence, mention):
        return True
    if uses and "的" not in sentence.gap(uses[-1].end, mention.start):
        return True
    if mention.kind in ARCHITECTURE_KINDS and counts_parts(sentence, mention):
        return True
    return (
        _tells_kind_of_capacity(sentence, mention)
        or is_made_in(sentence, mention)
        or any(
            0 <= mention.start - v.end <= 14
            and v.kind == "quantity"
            and not _STOP.search(sentence.gap(v.end, mention.start))
            and "的" not in sentence.gap(v.end, mention.start)
            for v in sentence.values
        )
    )


def _tells_kind_of_capacity(sentence: Sentence, memory: Mention) -> bool:
    """Ironwood…，HBM3E容量192GB: whose capacity it is has been named before."""
    if memory.kind != "memory" or not capacity_of(sentence, memory):
        return False
    return any(m.end <= memory.start and m.kind not in TECHNOLOGY_KINDS for m in sentence.products)


def _is_possessed(sentence: Sentence, technology: Mention) -> bool:
    """Vera的NVLink带宽: the technology stands right behind the product that has it."""
    owners = [m.end for m in sentence.products if m.end < technology.start and m.kind not in TECHNOLOGY_KINDS]
    return bool(owners) and sentence.gap(owners[-1], technology.start).strip() == "的"


def _told_with_its_noun(sentence: Sentence, architecture: Mention) -> bool:
    """ "… sull'architettura CDNA 6": the noun stands before the name and does not open the clause."""
    if sentence.pack.patterns.part.architecture_told.search(sentence.text, sentence.start, architecture.start):
        return True
    start, _ = sentence.clause(architecture.start)
    noun = sentence.find_cues("attribute", (max(start, architecture.start - 16), architecture.start), "architecture")
    return bool(noun) and noun[0].start - start > _OPENING


def _quoted_beside(sentence: Sentence, mention: Mention) -> bool:
    """ "Ryzen 9000 "Zen 5"": a code name in quotation marks or brackets right behind the product."""
    return any(
        m.end < mention.start and _QUOTE.fullmatch(sentence.gap(m.end, mention.start))
        for m in sentence.products
        if m is not mention
    )


def _is_made(sentence: Sentence, architecture: Mention) -> bool:
    """ "Infine l'architettura Panther Lake sarà realizzata in 18A": an architecture is the subject of what is told of its process."""
    patterns = sentence.pack.patterns
    if (
        architecture.kind not in ARCHITECTURE_KINDS
        or patterns.technology.is_made.match(sentence.text, architecture.end) is None
    ):
        return False
    return (
        patterns.technology.architecture_subject.search(sentence.text, sentence.start, architecture.start) is not None
    )


def counts_parts(sentence: Sentence, architecture: Mention) -> bool:
    """ "Otto core Zen 6", 28个RDNA 3单元: the architecture tells of what make the counted parts are."""
    patterns = sentence.pack.patterns
    behind = sentence.find_cues("noun", (architecture.end, min(architecture.end + _BEHIND, sentence.end)), "core")
    counted = any(0 <= architecture.start - v.end <= 1 for v in sentence.values if v.kind == "number")
    if not sentence.pack.spaced and (
        (behind and counted) or patterns.technology.parts_counted.match(sentence.text, architecture.end)
    ):
        return True
    parts = sentence.find_cues(
        "noun", (max(sentence.start, architecture.start - _PART_REACH), architecture.start), "core"
    )
    return bool(parts) and any(0 <= parts[-1].start - v.end <= 1 for v in sentence.values)


def without_parts(sentence: Sentence, mentions: Collection[Mention]) -> list[Mention]:
    """Without the architectures that only tell what a part is: "una GPU Blackwell da 2.560 core"."""
    parts = unnamed_parts(sentence)
    return [
        m for m in mentions if m not in parts and (m.kind not in ARCHITECTURE_KINDS or not is_attribute(sentence, m))
    ]


def unnamed_parts(sentence: Sentence) -> list[Mention]:
    """The architectures that tell of what make a part is: "Jetson Thor ha una GPU Blackwell", where the GPU has no name."""
    patterns = sentence.pack.patterns
    parts = []
    for mention in sentence.products:
        if mention.kind not in _ARCHITECTURES_AND_CHIPS:
            continue
        numbered = any(c.isdigit() for c in mention.name) and not _GENERATION.fullmatch(mention.name)
        if mention.kind not in ARCHITECTURE_KINDS and numbered:
            continue
        part = patterns.part.a_part.search(sentence.text, sentence.start, mention.start)
        specified = patterns.part.part_specified.match(sentence.text, mention.end)
        owned = specified or any(o.end <= mention.start and o.kind not in WEAK_KINDS for o in sentence.products)
        if part and (owned or part["had"]):
            parts.append(mention)
    return parts
