"""Whether a percentage or a fraction is a part of a whole, a change, or neither."""

from __future__ import annotations

from collections.abc import Sequence

from models.values import Value
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.ratios.levels import is_level, is_taken, opens_with_part
from pipeline.extract.assembly.reading import Sentence, distance
from pipeline.extract.lexicon import Cue

_COUNTED = frozenset({"unit_count", "power"})
_MEASURED = frozenset({"memory", "bandwidth", "performance", "price", "power"})
_NEXT = 3
_OF_CHANGE = 8
"""How near a noun of change stands to the number that tells how much: "una riduzione del 15 %"."""


def is_part(
    sentence: Sentence, value: Value, direction: Cue | None, earlier: list[Draft], before: Sequence[Draft] = ()
) -> bool | None:
    """Whether the value is a part of a whole; False where it is neither that nor a change, None where it is a change.

    A share that rises to 15 % is still a share; a row of shares goes on without the word for it (il 23 % …, il 14 %).
    `before` are the figures of the sentence before, which a level may go on from (三星则小幅上升至33.7%).
    """
    patterns = sentence.pack.patterns
    if value.unit == "pp" or not (value.form == "fraction" or value.kind == "percent") or value.form == "discount":
        return None
    if direction and not sentence.pack.spaced and _tells_since_when(sentence, direction):
        return None
    if value.form == "fraction" and _is_out_of(sentence, value):
        return True
    if value.form == "fraction" and not direction:
        if _is_level_of_another(sentence, value) or patterns.share.of_former.match(sentence.text, value.end):
            return None
        if _is_of_those(sentence, value, before) or (tells_shares(sentence, value, before) and _is_at(sentence, value)):
            return True
    if (
        is_taken(sentence, value)
        or (before and opens_with_part(sentence, value))
        or (not direction and _divides(sentence, value, before))
    ):
        return True
    rate = patterns.ratio.rate_of_change.search(sentence.text, sentence.start, value.start)
    goes_on = any(d.predicate == "share" for d in before[-1 if sentence.pack.spaced else -2 :]) and (
        not sentence.pack.spaced or _tells_of_one_more(sentence, value)
    )
    if (
        (direction or sentence.pack.spaced)
        and goes_on
        and not rate
        and (
            _has_it(sentence, value, direction)
            or patterns.ratio.reached.search(sentence.text, sentence.start, value.start)
        )
    ):
        return True
    return None if rate else _is_share(sentence, value, direction, earlier)


def _is_out_of(sentence: Sentence, value: Value) -> bool:
    """ "Tre server su quattro", "su dieci chip, sette"."""
    share = sentence.pack.patterns.share
    if share.out_of.search(sentence.text, value.start, value.end):
        return True
    return share.of_so_many.search(sentence.text, sentence.start, value.start) is not None


def _is_level_of_another(sentence: Sentence, value: Value) -> bool:
    """ "Consuma un decimo", "costa la metà rispetto alla H100"."""
    share = sentence.pack.patterns.share
    before = share.consumes.search(sentence.text, sentence.start, value.start)
    return before is not None and share.alone.match(sentence.text, value.end) is not None


def _is_of_those(sentence: Sentence, value: Value, before: Sequence[Draft]) -> bool:
    """ "Delle 64.000 GPU solo la metà è accesa", "ne affitta la metà": a part of what was counted last."""
    share = sentence.pack.patterns.share
    counts = any(v.kind == "number" and v.form is None and v.end <= value.start for v in sentence.values)
    counted = counts or any(d.predicate in _COUNTED for d in before[-1:])
    measured = any(c.label in _MEASURED for c in sentence.find_cues("aspect", sentence.clause(value.start)))
    if not counted or measured or not share.goes.match(sentence.text, value.end):
        return False
    return share.of_those.search(sentence.text, sentence.start, value.start) is not None


def tells_shares(sentence: Sentence, value: Value, before: Sequence[Draft]) -> bool:
    """Whether the last figures before it, or a percentage before it in its sentence, are parts of a whole."""
    here = any(v.unit == "%" and v.end <= value.start for v in sentence.values)
    return here or any(d.predicate == "share" for d in before[-1:])


def _is_at(sentence: Sentence, value: Value) -> bool:
    """ "Gli altri valgono quasi un decimo", "l'Europa si ferma a un ventesimo": in a row of shares the next one's level."""
    share = sentence.pack.patterns.share
    at = share.next_level.search(sentence.text, sentence.start, value.start)
    return at is not None and share.goes.match(sentence.text, value.end) is not None


def _divides(sentence: Sentence, value: Value, before: Sequence[Draft]) -> bool:
    """ "L'altro 30% se lo dividono in sei"; "il mercato è in mano a Intel, con il 63%": the rest of a whole, somebody's part of a market."""
    share = sentence.pack.patterns.share
    if value.kind != "percent":
        return False
    if share.rest.search(sentence.text, sentence.start, value.start):
        return tells_shares(sentence, value, before)
    market = sentence.find_cues("aspect", (sentence.start, value.start), "market")
    named = any(sentence.start <= o.start < value.start and o.kind == "company" for o in sentence.organisations)
    return bool(market) and named and share.with_part.search(sentence.text, sentence.start, value.start) is not None


def _has_it(sentence: Sentence, value: Value, direction: Cue | None) -> bool:
    """ "Ad AMD è rimasto il 7%, a Intel l'1%": in a row of shares the next company's, with no word of change."""
    start, _ = sentence.clause(value.start)
    named = any(start <= o.start < value.start and o.kind == "company" for o in sentence.organisations)
    return sentence.pack.spaced and direction is None and named


def is_of_things(sentence: Sentence, value: Value) -> bool:
    """ "Nove decimi dei chip più avanzati", "di queste, sei su dieci": whether the whole is computing hardware or its power."""
    share = sentence.pack.patterns.share
    if share.of_hardware.match(sentence.text, value.end):
        return True
    told = share.of_these.search(sentence.text, sentence.start, value.start)
    so_many = value.form == "fraction" and _is_out_of(sentence, value) and bool(sentence.find_cues("noun"))
    return told is not None or so_many or (value.form == "fraction" and _is_of_those(sentence, value, ()))


def is_no_part(sentence: Sentence, value: Value) -> bool:
    """ "Tra le due c'è il 4% di scarto", "possiede il 7% del capitale": percentages that no claim has."""
    share = sentence.pack.patterns.share
    if share.out_of.search(sentence.text, value.start, value.end):
        return share.mark.search(sentence.text, sentence.start, value.start) is not None
    return share.no_part.match(sentence.text, value.end) is not None or _of_a_company(sentence, value)


def _of_a_company(sentence: Sentence, value: Value) -> bool:
    """ "Ha rilevato il 10% di Intel": somebody's part in a company."""
    share = sentence.pack.patterns.share
    behind = share.of_company.match(sentence.text, value.end)
    company = behind and any(o.kind == "company" and o.start == behind.end() for o in sentence.organisations)
    return bool(company) and share.company_held.search(sentence.text, sentence.start, value.start) is not None


def _tells_since_when(sentence: Sentence, direction: Cue) -> bool:
    """季增达53%: a verb that tells against what time something grows reaches no level."""
    return any(c.start <= direction.start < c.end for c in sentence.find_cues("baseline"))


def _tells_of_one_more(sentence: Sentence, value: Value) -> bool:
    """ "AMD è al 12%. Intel è scesa sotto il 70 per cento": whether a company of its own, and no other aspect, goes with the level."""
    clause = sentence.clause(value.start)
    named = any(o.kind == "company" and o.end <= value.start for o in sentence.organisations)
    pointed = any(
        c.label in {"former", "latter"} for c in sentence.find_cues("reference", (sentence.start, value.start))
    )
    return (named or pointed) and all(c.label == "market" for c in sentence.find_cues("aspect", clause))


def _is_share(sentence: Sentence, value: Value, direction: Cue | None, earlier: list[Draft]) -> bool | None:
    patterns = sentence.pack.patterns
    if direction is None and patterns.share.announced.search(sentence.text, sentence.start, value.start):
        return True
    if _names_whole(sentence, value, direction):
        return True
    share = sentence.nearest("share", value, sentence.clause(value.start))
    if value.form == "fraction" and direction and _touches(sentence, direction, value):
        return True if share and is_level(sentence, value) else None
    bounds = sentence.pack.spaced and value.bound in {"min", "max"}  # "meno di un sesto": no verb of change
    if value.form == "fraction" and (direction is None or bounds) and not share and _of_product(sentence, value):
        return None
    if value.form == "fraction":
        return bool(share or patterns.share.of_whole.match(sentence.text, value.end))
    if direction is None:
        if not share and _of_product(sentence, value):
            return None
        return bool(share or (sentence.pack.spaced and patterns.share.of_whole.match(sentence.text, value.end))) or any(
            d.predicate == "share" for d in earlier
        )
    cues = [c for c in sentence.find_cues("share") if not patterns.ratio.of_these.match(sentence.text, c.start)]
    shares = cues or any(d.predicate == "share" for d in earlier)
    return True if shares and is_level(sentence, value) else None


def _names_whole(sentence: Sentence, value: Value, direction: Cue | None) -> bool:
    """产能的四成, 一成左右的营收, 一半由欧盟承担: the whole that the value is a part of stands right beside it."""
    if direction and distance(direction, value) <= (_OF_CHANGE if sentence.pack.spaced else _NEXT):
        return False
    patterns = sentence.pack.patterns
    named = [m for m in sentence.products if m.end <= value.start]
    if named and patterns.clause.genitive.fullmatch(sentence.gap(named[-1].end, value.start)):
        return False
    if patterns.ratio.whole_before.search(sentence.text, sentence.clause(value.start)[0], value.start):
        return True
    return patterns.ratio.whole_behind.match(sentence.text, value.end) is not None


def _touches(sentence: Sentence, direction: Cue, value: Value) -> bool:
    share = sentence.pack.patterns.share
    before = direction.end <= value.start and share.changed_by.search(sentence.gap(direction.end, value.start))
    behind = value.end <= direction.start and share.of_more.fullmatch(sentence.gap(value.end, direction.start))
    return bool(before or behind) or distance(direction, value) <= _NEXT


def _of_product(sentence: Sentence, value: Value) -> bool:
    """前者的15%, "la metà delle prestazioni della H100": a part of what another product does, not of a whole."""
    if value.unit != "%" and value.form != "fraction":
        return False
    patterns = sentence.pack.patterns
    if patterns.ratio.of_that.search(sentence.text, sentence.start, value.start):
        pointed = sentence.find_cues("reference", label="former") or sentence.find_cues("reference", label="latter")
        return bool(sentence.products or pointed) and bool(sentence.find_cues("aspect"))
    before = [m for m in sentence.products if m.end <= value.start]
    gap = sentence.gap(before[-1].end, value.start) if before else ""
    spoken_of = len(sentence.products) > 1 or sentence.find_cues("reference", label="own_subject")
    if spoken_of and "的" in gap and patterns.ratio.of_baseline.fullmatch(gap):
        return True
    aside = [m for m in sentence.aside if value.end <= m.start]
    if aside and patterns.share.of_another.fullmatch(sentence.gap(value.end, aside[0].start)):
        return True
    return bool(aside) and bool(sentence.find_cues("aspect", (value.end, aside[0].start)))
