"""What the entries of a hardware model say of each other, and where that does not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.hardware.schema import Context, HardwareModel, Organisation, Product

GENERIC_PARTS = frozenset({"cpu", "gpu", "accelerator", "switch"})


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A key of an entry that names something the model does not have, or a name that two entries claim."""

    entry: str
    key: str
    message: str
    missing: str | None = None

    def __str__(self) -> str:
        return f"{self.entry}: {self.key}: {self.message}"


def unresolved(model: HardwareModel) -> Iterator[Unresolved]:
    """All references of the model that lead nowhere, and all names that lead to two entries."""
    for product in model.products.values():
        yield from _of_product(model, product)
    for organisation in model.organisations.values():
        yield from _of_organisation(model, organisation)
    for number, pattern in enumerate(model.patterns, 1):
        if pattern.vendor and pattern.vendor not in model.organisations:
            yield Unresolved(
                f"patterns.{number}", "vendor", f"no organisation {pattern.vendor!r}", missing=pattern.vendor
            )
        if pattern.context and pattern.context not in model.naming.contexts:
            yield Unresolved(
                f"patterns.{number}", "context", f"no context {pattern.context!r}", missing=pattern.context
            )
    yield from _names_of_two(model.products, model.naming.contexts)
    yield from _names_of_two(model.organisations, model.naming.contexts)


def _of_product(model: HardwareModel, product: Product) -> Iterator[Unresolved]:
    def missing(key: str, kind: str, name: str) -> Unresolved:
        return Unresolved(product.id, key, f"no {kind} {name!r}", missing=name)

    if product.vendor and product.vendor not in model.organisations:
        yield missing("vendor", "organisation", product.vendor)
    for key, other in (("architecture", product.architecture), ("predecessor", product.predecessor)):
        if other and other not in model.products:
            yield missing(key, "product", other)
    for part in product.components:
        if part.id not in model.products and part.id not in GENERIC_PARTS:
            yield missing("components", "product", part.id)
    for figure in product.figures:
        if figure.predicate == "relative" and figure.object not in model.products:
            yield missing("against", "product", str(figure.object))
    named = [f.source for f in product.figures] + [c.source for c in product.components]
    for source in dict.fromkeys(n for n in named if n not in model.sources):
        yield missing("source", "source", source)
    yield from _unnamed(model, product)
    yield from _contexts(model, product)


def _unnamed(model: HardwareModel, product: Product) -> Iterator[Unresolved]:
    """Checked figures that nobody can look up again: their source has neither an address nor a document's title."""
    checked = [f.source for f in product.figures if f.checked] + [c.source for c in product.components if c.checked]
    for key in dict.fromkeys(checked):
        source = model.sources.get(key)
        if source and not source.url and not source.title.strip():
            yield Unresolved(
                product.id, "checked", f"source {key!r} has neither a url nor a title to look the figure up in"
            )


def _of_organisation(model: HardwareModel, organisation: Organisation) -> Iterator[Unresolved]:
    for key, other in (("parent", organisation.parent), ("heads", organisation.heads)):
        if other and other not in model.organisations:
            yield Unresolved(organisation.id, key, f"no organisation {other!r}", missing=other)
    yield from _contexts(model, organisation)


def _contexts(model: HardwareModel, entry: Product | Organisation) -> Iterator[Unresolved]:
    for context in dict.fromkeys(a.context for a in entry.aliases):
        if context and context not in model.naming.contexts:
            yield Unresolved(entry.id, "short", f"no context {context!r}", missing=context)


def _names_of_two(
    entries: Mapping[str, Product] | Mapping[str, Organisation], contexts: Mapping[str, Context]
) -> Iterator[Unresolved]:
    """A name that needs no context must have one owner, whoever was read first; one that needs it may have several, the text decides."""
    owners: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in entries.values():
        for alias in entry.aliases:
            if alias.context is None or (alias.context in contexts and contexts[alias.context].only_forbids):
                owners[alias.text.casefold()][entry.id] = None
    for name, ids in owners.items():
        if len(ids) > 1:
            *earlier, last = ids
            yield Unresolved(last, "aliases", f"{name!r} is a name of {', '.join(earlier)} too")
