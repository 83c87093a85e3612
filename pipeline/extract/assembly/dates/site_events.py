"""Whether it is a computing centre or a plant that opens, and none of the chips that were spoken of before."""

from __future__ import annotations

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.places import Found
from pipeline.extract.lexicon import Cue

_REACH = 40


def of_the_site(sentence: Sentence, event: Cue, discourse: Discourse) -> bool:
    """项目一期预计年内投运: words that only a plant or a centre takes, in an article that speaks of one."""
    if _behind_noun(sentence, event):
        return True
    facility = any(c.start == event.start for c in sentence.find_cues("nominal", label="facility"))
    if not facility:
        beside = sentence.find_cues("nominal", (sentence.start, event.start), "site_stage")
        return (
            (event.label == "deployment" or is_ready(sentence, event))
            and bool(beside)
            and _only_dated_between(sentence, beside[-1].end, event.start)
        )
    return names_site(sentence, event) or (discourse.sited and all(m.kind in SITE_KINDS for m in discourse.focus))


def is_ready(sentence: Sentence, event: Cue) -> bool:
    """ "Il primo edificio sarà pronto a marzo": of a site it is the day from which it runs."""
    return sentence.pack.patterns.event.ready.search(sentence.text, event.start, event.end) is not None


def arrives_in_parts(sentence: Sentence, event: Cue) -> bool:
    """ "I componenti del supercomputer hanno cominciato ad arrivare": what it is built of is delivered, and it does not run yet."""
    patterns = sentence.pack.patterns
    if not patterns.event.arrives.match(sentence.text, event.start):
        return False
    if not any(m.kind in SITE_KINDS and m.end <= event.start for m in sentence.products):
        return False
    before = sentence.text[sentence.start : event.start]
    return patterns.event.parts_of_site.match(before) is not None


def opens_site(sentence: Sentence, event: Cue, discourse: Discourse) -> bool:
    """ "Aprirà nel 2026 con 18.000 GB300": an Italian verb of opening, which only a site can be the subject of."""
    if not discourse.sited or not sentence.pack.patterns.event.opens.match(sentence.text, event.start):
        return False
    start, _ = sentence.clause(event.start)
    return not any(m.kind in SITE_KINDS or start <= m.start < event.start for m in sentence.products)


def told_ahead(sentence: Sentence, event: Cue, found: Found) -> bool:
    """数据中心10月底上线，首期装了1.2万颗810E: a product named only behind the verb is no subject where a site stands before it."""
    if sentence.pack.spaced or found.how not in {"succession", "cataphora"}:
        return False
    if sentence.pack.patterns.event.takes_object.match(sentence.text, event.start):
        return False
    return all(m.start > event.start for m in found.products) and names_site(sentence, event)


def _only_dated_between(sentence: Sentence, start: int, end: int) -> bool:
    """二期预计明年6月上线: whether only a date and what hedges it stand between the stage of a site and its verb."""
    event = sentence.pack.patterns.event
    if sentence.pack.spaced:
        return event.site_to_verb.fullmatch(sentence.text, start, end) is not None
    dates = [(v.start, v.end) for v in sentence.values if v.kind == "date" and start <= v.start and v.end <= end]
    rest, at = "", start
    for first, last in dates:
        rest, at = rest + sentence.gap(at, first), last
    return event.site_to_verb.fullmatch(rest + sentence.gap(at, end)) is not None


def names_site(sentence: Sentence, event: Cue) -> bool:
    """二期建成, 机房启用: the word for a site or a stage of it stands before the verb, and no product between."""
    if _behind_noun(sentence, event):
        return True
    words = sentence.find_cues("nominal", (sentence.start, event.start), "site_stage")
    return bool(words) and not any(
        words[-1].end <= m.start < event.start and m.kind not in SITE_KINDS for m in sentence.products
    )


def _behind_noun(sentence: Sentence, event: Cue) -> bool:
    """ "L'apertura del nuovo data center è fissata al 2027": the site stands behind the noun of what happens to it."""
    behind = sentence.find_cues("nominal", (event.end, min(event.end + _REACH, sentence.end)), "site_stage")
    return (
        bool(behind)
        and sentence.pack.patterns.event.of_site.fullmatch(sentence.gap(event.end, behind[0].start)) is not None
    )
