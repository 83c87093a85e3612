"""Architectures and packagings that the hardware model does not have, by their noun: "architettura Xe3", MR-MUF封装."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_NO_SHAPE = re.compile(r"RISC-V|x86.*|ARM(?:v\d.*)?|MoE|AI", re.IGNORECASE)
"""Instruction sets and kinds of models are no product's architecture."""
_ARCHITECTURE = re.compile(r"\d|-")


def attribute_names(sentence: Sentence) -> list[Mention]:
    """Mentions of kind "architecture" and "packaging" for the names that stand with their noun and are nothing else."""
    patterns = sentence.pack.patterns
    found = []
    for kind, pattern in (("architecture", patterns.architecture_named), ("packaging", patterns.packaging_named)):
        for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
            start, end = match.span("name")
            name = sentence.text[start:end]
            taken = any(m.start < end and start < m.end for m in sentence.products)
            if taken or _NO_SHAPE.fullmatch(name) or (kind == "architecture" and not _ARCHITECTURE.search(name)):
                continue
            found.append(Mention(start, end, _slug(name), name, "hardware", kind, known=False))
    return found


def of_maker(attribute: Mention, product: Mention, sentence: Sentence) -> Mention:
    """The attribute with the product's maker before its name in the id, unless another maker's name begins it (Arm Neoverse)."""
    if attribute in sentence.products or any(o.start == attribute.start for o in sentence.organisations):
        return attribute
    return replace(attribute, id=f"{product.id.split('-')[0]}-{attribute.id}")


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
