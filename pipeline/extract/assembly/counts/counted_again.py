"""Numbers that count what is spoken of, without its noun: "ne abbiamo ordinati altri 150", "è arrivata a mille a settimana"."""

from __future__ import annotations

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import WEAK_KINDS, Sentence
from pipeline.extract.assembly.subjects.subjects import find_subjects
from pipeline.extract.mentions import Mention

_FEW, _MANY = 2, 10
_MADE = frozenset({"produce", "ship"})
_HAD = frozenset({"order", "own", "deploy"})


def count_of_it(sentence: Sentence, value: Value, discourse: Discourse) -> Draft | None:
    """ "Ne abbiamo ordinati altri 150", "di Ascend ne usciranno 700 mila": a count of what is spoken of, by the verb's event.

    So is a rate without "ne": "la produzione dei rack è arrivata a mille a settimana".
    """
    start = _counting_from(sentence, value)
    if start is None or sentence.pack.patterns.count.elided_behind.match(sentence.text, value.end) is None:
        return None
    verbs = sentence.find_cues("event", (start, value.start))
    found = find_subjects(sentence, value, "unit_count", discourse)
    event = verbs[-1].label if verbs else "own" if _is_had(sentence, value) else None
    if not event or not found.products or (value.value or 0) < _fewest_of_it(event, found.products[0]):
        return None
    draft = from_value(
        value, "quantity", "unit_count", sentence, f"count.pieces.{found.how}", min(found.confidence, 0.65)
    )
    draft.subjects = [p for p in found.products if p.kind not in SITE_KINDS]
    draft.fields |= {"unit": "1", "event": event}
    return draft


def _is_had(sentence: Sentence, value: Value) -> bool:
    """ "Anthropic ne avrà un milione": a company right before "ne" and a verb of having."""
    had = sentence.pack.patterns.count.has_of_it.search(sentence.text, sentence.start, value.start)
    return had is not None and any(o.end == had.start() for o in sentence.organisations)


def _fewest_of_it(event: str, product: Mention) -> int:
    """ "Ne ho ordinate due": of things with a name that somebody has, two are counted; of families and machines ten."""
    return _FEW if event in _HAD and product.kind not in WEAK_KINDS | SITE_KINDS | TECHNOLOGY_KINDS else _MANY


def _counting_from(sentence: Sentence, value: Value) -> int | None:
    """Where the verb may stand that a number without a noun counts by: from "ne" on, or in the clause of a rate of output."""
    behind_ne = sentence.pack.patterns.count.counts_it.search(sentence.text, sentence.start, value.start)
    if behind_ne:
        return behind_ne.start()
    start, _ = sentence.clause(value.start)
    made = any(c.label in _MADE for c in sentence.find_cues("event", (start, value.start)))
    return start if sentence.pack.spaced and value.per and made else None
