"""Architectures and packagings that the hardware model does not have, by their noun: "architettura Xe3", MR-MUF封装."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.candidates import counts_parts
from pipeline.extract.assembly.subjects.told_attributes import is_architecture_told
from pipeline.extract.mentions import Mention

_NO_SHAPE = re.compile(r"RISC-V|x86.*|ARM(?:v\d.*)?|MoE|AI", re.IGNORECASE)
"""Instruction sets and kinds of models are no product's architecture."""
_ARCHITECTURE = re.compile(r"\d|-|[a-z][A-Z]")
"""What tells a name that nothing else vouches for: a digit, a hyphen, a capital inside."""
_NAME_OF_ONE = re.compile(
    r"(?!Chiplet|Transformer|Mamba|Dragonfly|Tile|Hybrid|Zonal|Server|Intel|Arm)[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?"
)
"""One word that names an architecture where a verb of using stands before it, and tells of no kind: 自研的Oryon架构."""


def is_told(sentence: Sentence, architecture: Mention) -> bool:
    """ "Gira su architettura Zen 5", "l'architettura resta Hopper", "otto core Zen 5": whether words right before it tell it of a product."""
    if not sentence.pack.spaced:
        return is_architecture_told(sentence, architecture)
    told = sentence.pack.patterns.part.architecture_told.search(sentence.text, sentence.start, architecture.start)
    return told is not None or counts_parts(sentence, architecture)


def attribute_names(sentence: Sentence) -> list[Mention]:
    """Mentions of kind "architecture" and "packaging" for the names that stand with their noun and are nothing else."""
    patterns = sentence.pack.patterns
    found = []
    for kind, pattern in (
        ("architecture", patterns.part.architecture_named),
        ("packaging", patterns.part.packaging_named),
    ):
        for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
            start, end = match.span("name")
            name = sentence.text[start:end]
            taken = any(m.start < end and start < m.end for m in sentence.products)
            if taken or _NO_SHAPE.fullmatch(name) or (kind == "architecture" and not _is_name(sentence, start, name)):
                continue
            found.append(Mention(start, end, _slug(name), name, "hardware", kind, known=False))
    return found + _memory_names(sentence)


def _memory_names(sentence: Sentence) -> list[Mention]:
    """ "44 GB di SRAM", "128 GB di HiBL 1.0": the kind of memory behind its capacity, by a name that no table has."""
    found = []
    for value in sentence.values:
        told = (
            sentence.pack.patterns.attribute.memory_kind.match(sentence.text, value.end) if value.unit == "B" else None
        )
        if told is None or any(m.start < told.end("name") and told.start("name") < m.end for m in sentence.products):
            continue
        name = told["name"].upper() if told["name"].lower() == "sram" else told["name"]
        start, end = told.span("name")
        found.append(Mention(start, end, _slug(name), name, "hardware", "memory", known=False))
    return found


def _is_name(sentence: Sentence, start: int, name: str) -> bool:
    """Whether a capitalised word behind its noun names an architecture, and not whose it is ("architettura Intel")."""
    if _ARCHITECTURE.search(name):
        return True
    maker = any(o.start <= start < o.end for o in sentence.organisations)
    if not sentence.pack.spaced:
        uses = sentence.find_cues("attribute", (sentence.clause(start)[0], start), "uses")
        return not maker and bool(uses) and _NAME_OF_ONE.fullmatch(name) is not None
    told = sentence.pack.patterns.part.architecture_told.search(sentence.text, sentence.start, start)
    return not maker and told is not None


def of_maker(attribute: Mention, product: Mention, sentence: Sentence) -> Mention:
    """The attribute with the product's maker before its name in the id, unless another maker's name begins it (Arm Neoverse)."""
    if attribute in sentence.products or any(o.start == attribute.start for o in sentence.organisations):
        return attribute
    return replace(attribute, id=f"{product.id.split('-')[0]}-{attribute.id}")


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
