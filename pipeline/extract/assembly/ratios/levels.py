"""Percentages that tell how large a part is, whatever verb stands by: what a share has come to or from, what somebody takes of a whole."""

from __future__ import annotations

import re

from models.values import Value
from pipeline.extract.assembly.reading import Sentence

_HEDGES = (
    r"(?:(?:circa|oltre|quasi|appena|solo|soltanto|almeno|ben|addirittura|più\s+del|meno\s+del|più\s+dell['’]|poco\s+più\s+del|fino\s+al)\s*"
    r"(?:il\s+|l['’])?)?"
)
_TAKEN_OF_IT = re.compile(
    rf"\bne\s+(?!(?:aument|riduc|ridott|cresc|tagli|abbass|alz|miglior)\w*)(?:[^\W\d]+\s+){{1,3}}?(?:il\s+|l['’]|lo\s+)?{_HEDGES}$",
    re.IGNORECASE,
)
"""Right before a percentage: that it is a part of what was told before ("ne assorbirebbe oltre il 60 %")."""
_GOES_TO = re.compile(
    r"\b(?:and(?:rà|ranno|rebbe|rebbero)|va|vanno|spett\w+|tocch?(?:a|ano|erà|eranno)|finisc\w+|finir(?:à|anno))"
    rf"\s+(?:(?:così|ormai|già|ancora|invece|oggi)\s+)?(?:il\s+|l['’]|un\s+){_HEDGES}$",
    re.IGNORECASE,
)
"""Right before a percentage: that a part of money or of orders goes to somebody."""
_HOLDS = re.compile(
    r"\b(?:trattien\w+|tratterrà|si\s+prend\w+|prenderà|prenderanno|si\s+aggiudic\w+|si\s+accaparr\w+|si\s+assicur\w+|incamer\w+|intasc\w+|"
    r"verser(?:à|anno)|vers(?:a|ano)|cederà|coprirà|copr(?:e|ono)|finanzi(?:a|ano|erà)|assorb(?:e|ono|irà|iva)|detien\w+|deteneva\w*|"
    r"(?:è|sono|era|erano)\s+per|possied\w+|possedeva\w*|controll(?:a|ano|ava)|rappresent(?:a|ano|ava|erà)|gener(?:a|ano|ava|erà)|port(?:a|ano)\s+a\s+casa|si\s+tien\w+)"
    rf"\s+(?:(?:così|ormai|già|ancora|invece|oggi)\s+)?(?:il\s+|l['’]|un\s+){_HEDGES}$",
    re.IGNORECASE,
)
"""Right before a percentage: a verb by which somebody gets, gives or holds a part."""
_DIVIDED = frozenset({"revenue", "spending", "market", "orders", "profit", "price"})
_OPENING = re.compile(rf"\W*(?:(?:di\s+quest[eio]|e)\s+)?(?:il\s+|l['’]|un\s+)?{_HEDGES}", re.IGNORECASE)
_IS_THERE = re.compile(
    r"\s+(?:ne\s+|si\s+)?(?:riguard|vien|vengono|provien|proven|arriv|finisc|finir|rest|riman|serv|tocc|appart|sarà|saranno|sta|stanno|va|vanno|andrà|lavor|gir|us|è|sono|era)"
    r"\w*\s+(?!(?:in\s+)?(?:più|meno)\b)",
    re.IGNORECASE,
)
"""Behind a percentage that opens a clause: a verb of which it is the subject."""
_STAYS = re.compile(
    r"\b(?:(?:rest|riman|rimas|ferm|attest|assest|inchiodat|stabil|sal|scend|sces|arriv|torn|giung)\w*|è|era|va|andrà)"
    rf"\s+(?:ancora\s+|sempre\s+|già\s+|ormai\s+)?(?:al\s+|all['’]\s*){_HEDGES}$",
    re.IGNORECASE,
)
"""Right before a percentage: that somebody is, or has come, there."""
_AT_LEVEL = re.compile(
    r"\b(?:super|sfior|tocc|raggiung|raggiun|oltrepass|avvicin|eccede|lambi|attest|assest|aggir|viaggi|varc|punt|mir|ambi|rest|rimar|riman|rimas|pass|manten)\w*\s+"
    rf"(?:ancora\s+|ormai\s+|già\s+)?(?:la\s+soglia\s+|quota\s+)?(?:(?:il|al|del|sul|intorno\s+al|attorno\s+al|(?:a\s+)?oltre\s+il|a\s+più\s+del|a\s+quasi\s+il)\s+|(?:l|all|sull|dell)['’]\s*|(?<=quota\s)){_HEDGES}$",
    re.IGNORECASE,
)
"""Right before a percentage: a verb of reaching a level, which the percentage is."""
_FROM_LEVEL = re.compile(
    r"\b(?:discesa|salita|calo|aumento|crescita|rialzo|sces[oaie]|salit[oaie]|scend\w+|sal(?:e|ire|endo)|partendo|ripart\w+)\s+(?:dal\s+|dall['’]\s*)$",
    re.IGNORECASE,
)
"""Right before a percentage: that a share has come from it."""
_RATE = re.compile(
    r"\b(?:crescit[ae]|aument[oi]|rialz[oi]|rincar[oi]|increment[oi]|progress[oi]|cal[oi]|fless\w+|contrazion\w+|riduzion\w+|ribass[oi]|ritocc\w+)\s+"
    r"(?:(?:attorno|intorno|vicin[oaie]|superior[ei]|inferior[ei]|pari|prossim[oaie]|stimat[oaie])\s+)?(?:al\s+|all['’]|fino\s+al\s+|fra\s+il\s+|tra\s+il\s+)\s*$",
    re.IGNORECASE,
)
"""Right before a percentage: that it is the rate of a change, however near a share stands."""


def is_taken(sentence: Sentence, value: Value) -> bool:
    """Whether an Italian verb makes a percentage the part that somebody takes, gives or holds of a whole."""
    if not sentence.pack.spaced or value.kind != "percent" or _changes_behind(sentence, value):
        return False
    before = (sentence.text, sentence.start, value.start)
    if takes_of_it(sentence, value) or _HOLDS.search(*before) is not None or _stays_at(sentence, value):
        return True
    divided = any(c.label in _DIVIDED for c in sentence.find_cues("aspect"))
    return divided and _GOES_TO.search(*before) is not None


def opens_with_part(sentence: Sentence, value: Value) -> bool:
    """ "Il 44 % riguarda la Lombardia": a part of what was told before is the subject of an Italian verb."""
    if not sentence.pack.spaced or value.kind != "percent":
        return False
    opens = _OPENING.fullmatch(sentence.gap(sentence.clause(value.start)[0], value.start))
    return opens is not None and _IS_THERE.match(sentence.text, value.end) is not None


def _stays_at(sentence: Sentence, value: Value) -> bool:
    """ "Nvidia è rimasta all'82 %", "AMD sale al 7": a company that is at a level, where nothing else tells of what."""
    start, end = sentence.clause(value.start)
    company = any(start <= o.start < value.start and o.kind == "company" for o in sentence.organisations)
    others = any(c.label != "market" for c in sentence.find_cues("aspect", (start, end)))
    if not company or sentence.products or others:
        return False
    stays = _STAYS.search(sentence.text, sentence.start, value.start)
    return stays is not None and not sentence.text.startswith((" di", " del"), value.end)


def takes_of_it(sentence: Sentence, value: Value) -> bool:
    """ "Nvidia ne assorbirebbe oltre il 60 %": whether the whole is what was told before."""
    return sentence.pack.spaced and _TAKEN_OF_IT.search(sentence.text, sentence.start, value.start) is not None


def _changes_behind(sentence: Sentence, value: Value) -> bool:
    """ "Ne offre il 20 % in più": a word of change right behind."""
    behind = sentence.find_cues("change", (value.end, min(value.end + 10, sentence.end)))
    return bool(behind) and behind[0].start - value.end <= len(" in ")


def is_level(sentence: Sentence, value: Value) -> bool:
    """Whether the percentage is what something has come to, or has come from ("dal 20 % al 40 %"), and no change."""
    patterns = sentence.pack.patterns
    if is_rate(sentence, value):
        return False
    if patterns.ratio.reached.search(sentence.text, sentence.start, value.start):
        return True
    if sentence.pack.spaced and any(
        p.search(sentence.text, sentence.start, value.start) for p in (_AT_LEVEL, _FROM_LEVEL)
    ):
        return True
    if patterns.ratio.level_compared.search(sentence.text, sentence.start, value.start):
        return True
    compared = not sentence.pack.spaced and sentence.text.endswith("的", sentence.start, value.start)
    if not compared and not patterns.ratio.level_from.search(sentence.text, sentence.start, value.start):
        return False
    behind = next((v for v in sentence.values if v.start >= value.end and v.kind == "percent"), None)
    return behind is not None and patterns.ratio.level_to.fullmatch(sentence.gap(value.end, behind.start)) is not None


def is_rate(sentence: Sentence, value: Value) -> bool:
    """ "Una crescita attorno al 15 %": the rate of a change, by its noun."""
    return sentence.pack.spaced and _RATE.search(sentence.text, sentence.start, value.start) is not None
