"""Whether it is a computing centre or a plant that opens, and none of the chips that were spoken of before."""

from __future__ import annotations

import re

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.places import Found
from pipeline.extract.lexicon import Cue

_ADVERBS = re.compile(
    "(?:预计|计划|预定|有望|可望|料|拟|要|已经?|于|将|会|在|到|起|便|就|才|正式|全面|陆续|率先|全部|也|都|则|可|首次|顺利|如期|分批|逐步|开始|刚刚?|最快|最迟)*[^,，。;；]?"
)
"""What stands between a site and its verb, without the date."""
_TAKES_OBJECT = ("部署", "安装", "装", "接入")
"""Verbs of deployment whose object is what is deployed: 在数据中心部署TPU."""
_ITS_PLACE = re.compile(
    r"(?:\s+(?:di\s+|a\s+|da\s+|del(?:la)?\s+|dell['’])[A-ZÀ-Ù][\w-]+(?:\s[A-ZÀ-Ù][\w-]+)?|,\s+(?:in|a|nel(?:la)?|vicino\s+a)\s+[A-ZÀ-Ù][\w-]+(?:\s[A-ZÀ-Ù][\w-]+)?,)?"
    r"\s+(?:(?:sar(?:à|anno)|è|sono|verrà|dovrebbe(?:\s+essere)?|potrebbe(?:\s+essere)?|diventerà)\s+)?"
)
"""Between a site and its verb: where it stands, and an auxiliary."""
_OF = re.compile(
    r"\s+d(?:el|ella|ello|ei|egli|elle|i)\s+(?:(?:nuov|prim|second|terz)\w+\s+)?|\s+dell['’]\s*", re.IGNORECASE
)
"""Between the noun of an event and the site."""
_OPENS = re.compile(r"(?:apr(?:e|irà|iranno|ono|ì|ire|irebbe)|inaugur\w+|apertura)\b", re.IGNORECASE)
_REACH = 40
_PARTS_OF_SITE = re.compile(
    r"\W*(?:i|gli|le)\s+(?:prim[ie]\s+)?(?:\w+\s+)?(?:componenti|armadi|rack|pezzi|nodi|server|cabinet|moduli|lame|parti|apparati)\s+"
    r"(?:di\s+calcolo\s+)?(?:(?:di|del|della|dello)\s+|dell['’])",
    re.IGNORECASE,
)
"""At the head of a sentence: the parts of a machine."""


def of_the_site(sentence: Sentence, event: Cue, discourse: Discourse) -> bool:
    """项目一期预计年内投运: words that only a plant or a centre takes, in an article that speaks of one."""
    if sentence.pack.spaced and _behind_noun(sentence, event):
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
    return sentence.pack.spaced and "pront" in sentence.text[event.start : event.end].lower()


def arrives_in_parts(sentence: Sentence, event: Cue) -> bool:
    """ "I componenti del supercomputer hanno cominciato ad arrivare": what it is built of is delivered, and it does not run yet."""
    if not sentence.pack.spaced or not sentence.text.lower().startswith("arriv", event.start):
        return False
    if not any(m.kind in SITE_KINDS and m.end <= event.start for m in sentence.products):
        return False
    before = sentence.text[sentence.start : event.start]
    return _PARTS_OF_SITE.match(before) is not None


def opens_site(sentence: Sentence, event: Cue, discourse: Discourse) -> bool:
    """ "Aprirà nel 2026 con 18.000 GB300": an Italian verb of opening, which only a site can be the subject of."""
    if not sentence.pack.spaced or not discourse.sited or not _OPENS.match(sentence.text, event.start):
        return False
    start, _ = sentence.clause(event.start)
    return not any(m.kind in SITE_KINDS or start <= m.start < event.start for m in sentence.products)


def told_ahead(sentence: Sentence, event: Cue, found: Found) -> bool:
    """数据中心10月底上线，首期装了1.2万颗810E: a product named only behind the verb is no subject where a site stands before it."""
    if sentence.pack.spaced or found.how not in {"succession", "cataphora"}:
        return False
    if sentence.text.startswith(_TAKES_OBJECT, event.start):
        return False
    return all(m.start > event.start for m in found.products) and names_site(sentence, event)


def _only_dated_between(sentence: Sentence, start: int, end: int) -> bool:
    """二期预计明年6月上线: whether only a date and what hedges it stand between the stage of a site and its verb."""
    if sentence.pack.spaced:
        return _ITS_PLACE.fullmatch(sentence.text, start, end) is not None
    dates = [(v.start, v.end) for v in sentence.values if v.kind == "date" and start <= v.start and v.end <= end]
    rest, at = "", start
    for first, last in dates:
        rest, at = rest + sentence.gap(at, first), last
    return _ADVERBS.fullmatch(rest + sentence.gap(at, end)) is not None


def names_site(sentence: Sentence, event: Cue) -> bool:
    """二期建成, 机房启用: the word for a site or a stage of it stands before the verb, and no product between."""
    if sentence.pack.spaced and _behind_noun(sentence, event):
        return True
    words = sentence.find_cues("nominal", (sentence.start, event.start), "site_stage")
    return bool(words) and not any(
        words[-1].end <= m.start < event.start and m.kind not in SITE_KINDS for m in sentence.products
    )


def _behind_noun(sentence: Sentence, event: Cue) -> bool:
    """ "L'apertura del nuovo data center è fissata al 2027": the site stands behind the noun of what happens to it."""
    behind = sentence.find_cues("nominal", (event.end, min(event.end + _REACH, sentence.end)), "site_stage")
    return bool(behind) and _OF.fullmatch(sentence.gap(event.end, behind[0].start)) is not None
