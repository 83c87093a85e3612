"""Whether a percentage or a fraction is a part of a whole, a change, or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.values import Value
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.ratios.levels import is_level, is_taken, opens_with_part
from pipeline.extract.assembly.reading import Sentence, distance
from pipeline.extract.lexicon import Cue

_OF_WHOLE = re.compile(r"\s*(?:del|dell['’]|della|dei|delle|degli|dello|di|的)")
_OF_ANOTHER = re.compile(
    r"\s+(?:circa\s+)?(?:d(?:i|ell['’])\s*(?:una?|un['’]|quell[oaie]\s+d(?:i|el|ella|ell['’]))\s*(?:\w+\s+)?|"
    r"d(?:el|ella|ello)\s+(?:\w+\s+)?|dell['’]\s*)",
    re.IGNORECASE,
)
"""Between a ratio and the product that it is of: "l'80 % di una H100"."""
_ANNOUNCED = re.compile(
    r"占[^,，。;；\d]{0,12}(?:营收|收入|销售额|营业额|产能|出货|销量|比重|份额|用量|采购|订单)[,，][^。;；]*$"
)
"""ASIC占我们的营收，今年不到一成: that what follows are parts of a whole."""
_NO_PART = re.compile(
    r"\s+(?:di\s+(?:scarto|differenza|distacco|divario)|del(?:l['’]|\s+)(?:capitale|azionariato)|delle\s+(?:azioni|quote)|dei\s+voti)\b",
    re.IGNORECASE,
)
"""Behind a percentage: that it is how far two are apart, or somebody's part in a company, which no claim has."""
_OUT_OF = re.compile(r"\bsu\b")
_OF = re.compile(r"\s+d(?:i|ella)\s+")
_MARK = re.compile(
    r"\b(?:vot[oi]|punteggio|riparabilità|giudizio|pagella|valutazione|indice)\b[^.;]{0,40}$", re.IGNORECASE
)
"""Before "3 su 10": that it is a mark."""
_HOLDS = re.compile(
    r"\b(?:rilev|acquis|compr|possied|possed|detien|deten|rastrell|sottoscri|controll|partecip|quota)\w*\s[^.;:]{0,30}$",
    re.IGNORECASE,
)
_OF_LEVEL = re.compile(
    r"\b(?:consum|cost|assorb|dissip|occup|pes|richied|ingombr)(?:a|ano|ava|avano|erà|eranno|erebbe|e|ono|eva)\s+"
    r"(?:secondo\s+(?:(?:la|il|lo)\s+|l['’])?\w+\s+|(?!per\b)\w+\s+)?(?:(?:la|un|una)\s*)?$",
    re.IGNORECASE,
)
"""Before a fraction: that it is of what another thing consumes or costs ("consuma un decimo")."""
_ALONE = re.compile(
    r"\s*(?:[.,;:!?)»”\"]|$|rispetto\b|in\s+confronto\b|di\s+(?:una?|quell|quant)|d['’]un|"
    r"d(?:el|ella|ello)\s+(?:precedente|predecessore|vecchi|solito|normale|passato)|dell['’]attuale)",
    re.IGNORECASE,
)
_OF_BEFORE = re.compile(
    r"\s+(?:di\s+(?:prima|oggi|ieri|allora|adesso|un(?:a|['’])?\s*(?:anno|mese|settimana)\s+fa|listino|quell[oaie]\s+d(?:i|el|ella|ell['’]))|"
    r"d(?:el|ella|ell['’]|ello)\s*(?:prezzo|costo|listino|anno\s+scorso|20\d\d|passato))\b",
    re.IGNORECASE,
)
"""Behind a fraction: that it is of what something was or cost ("la metà di prima")."""
_OF_THOSE = re.compile(
    r"(?:\bde(?:i|gli|lle)\s+quali|\bdi\s+cui|\bdi\s+quest[eio]|\bne\s+\w+(?:\s+\w+)?|,|\be|\b(?:solo|appena|soltanto))\s+"
    r"(?:(?:solo|soltanto|appena|quasi|circa|oltre|già|ben|almeno|più\s+d(?:i|ella)|meno\s+d(?:i|ella))\s+){0,2}(?:la\s+|un\s+)?$",
    re.IGNORECASE,
)
"""Before a fraction: that it is of what has been counted ("dei 20.000 previsti, un terzo …")."""
_GOES = re.compile(
    r"\s*(?:[.,;:!?)»”\"]|$|(?:è|sono|era|erano|sarà|saranno|va|vanno|andrà|andranno|verrà|verranno|resta|finisc\w+|finirà|"
    r"arriv\w+|spett\w+|tocc\w+|appart\w+|gira|lavora|serv\w+|viene|già|ancora|a|al|alla|per)\b)",
    re.IGNORECASE,
)
_OF_HARDWARE = re.compile(
    r"\s+(?:d(?:i|el|ella|ei|elle|egli)\s+|dell['’])(?:\w+\s+){0,2}?(?:chip|GPU|CPU|processor\w+|acceleratori|server|schede|wafer|"
    r"semiconduttori|memori[ae]|potenza\s+di\s+calcolo|capacità\s+di\s+calcolo|calcolo|data\s?center|supercomputer|unità|pezzi)\b",
    re.IGNORECASE,
)
_OF_THESE = re.compile(r"\bdi\s+(?:quest|quell)[ei]\b,?\s*[^.;:]{0,20}$", re.IGNORECASE)
_COUNTED = frozenset({"unit_count", "power"})
_AT_LEVEL = re.compile(
    r"\b(?:val[eg]\w*|valeva\w*|ferm\w+\s+a|arriv\w+\s+a|sal\w+\s+a|scend\w+\s+a|pes\w+\s+per|ha|hanno|tocca|tocc\w+\s+a|rest\w+|rappresent\w+|con)\s+"
    r"(?:(?:quasi|circa|oltre|appena|solo|meno\s+di|più\s+di|poco\s+(?:più|meno)\s+di)\s+){0,2}(?:la\s+|un\s+|una\s+)?$",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:l['’]altr[oa]|il\s+(?:restante|rimanente))\s+$", re.IGNORECASE)
_WITH_PART = re.compile(r"\bcon\s+(?:appena\s+|circa\s+|quasi\s+|oltre\s+)?(?:il|l['’]|un)\s*$", re.IGNORECASE)
_MEASURED = frozenset({"memory", "bandwidth", "performance", "price", "power"})
_ON_SO_MANY = re.compile(
    r"(?:^|[.,;:!?]\s+|\be\s+|\n\W*)(?:su|ogni)\s+(?:due|tre|quattro|cinque|dieci|venti|cento|\d+)\s[^.;:!?\d]{0,80}$",
    re.IGNORECASE,
)
"""Before so many out of so many: "su dieci chip venduti, sette"."""
_NEXT = 3
_BY = re.compile(r"(?:^|\s)(?:di|del|della|d['’])\s*(?:circa|quasi|oltre|almeno|un\s+buon)?\s*$", re.IGNORECASE)
"""Between a verb of change and the fraction by which something changes: "saliti di un quarto", "più veloce della 4090 di un terzo"."""
_OF_MORE = re.compile(r"\s+(?:di|d['’])\s*(?:\w+\s+){1,2}", re.IGNORECASE)
"""Between a fraction and "in più": "un terzo di core in più"."""
_OF_CHANGE = 8
"""How near a noun of change stands to the number that tells how much: "una riduzione del 15 %"."""


def is_part(
    sentence: Sentence, value: Value, direction: Cue | None, earlier: list[Draft], before: Sequence[Draft] = ()
) -> bool | None:
    """Whether the value is a part of a whole; False where it is neither that nor a change, None where it is a change.

    A share that rises to 15 % is still a share; a row of shares goes on without the word for it (il 23 % …, il 14 %).
    `before` are the figures of the sentence before, which a level may go on from (三星则小幅上升至33.7%).
    """
    if value.unit == "pp" or not (value.form == "fraction" or value.kind == "percent") or value.form == "discount":
        return None
    if direction and not sentence.pack.spaced and _tells_since_when(sentence, direction):
        return None
    if value.form == "fraction" and _is_out_of(sentence, value):
        return True
    if sentence.pack.spaced and value.form == "fraction" and not direction:
        if _is_level_of_another(sentence, value) or _OF_BEFORE.match(sentence.text, value.end):
            return None
        if _is_of_those(sentence, value, before) or (tells_shares(sentence, value, before) and _is_at(sentence, value)):
            return True
    if (
        is_taken(sentence, value)
        or (before and opens_with_part(sentence, value))
        or (sentence.pack.spaced and not direction and _divides(sentence, value, before))
    ):
        return True
    rate = sentence.pack.patterns.ratio.rate_of_change.search(sentence.text, sentence.start, value.start)
    goes_on = any(d.predicate == "share" for d in before[-1 if sentence.pack.spaced else -2 :]) and (
        not sentence.pack.spaced or _tells_of_one_more(sentence, value)
    )
    if (
        (direction or sentence.pack.spaced)
        and goes_on
        and not rate
        and (
            _has_it(sentence, value, direction)
            or sentence.pack.patterns.ratio.reached.search(sentence.text, sentence.start, value.start)
        )
    ):
        return True
    return None if rate else _is_share(sentence, value, direction, earlier)


def _is_out_of(sentence: Sentence, value: Value) -> bool:
    """ "Tre server su quattro", "su dieci chip, sette"."""
    if _OUT_OF.search(sentence.text, value.start, value.end):
        return True
    return sentence.pack.spaced and _ON_SO_MANY.search(sentence.text, sentence.start, value.start) is not None


def _is_level_of_another(sentence: Sentence, value: Value) -> bool:
    """ "Consuma un decimo", "costa la metà rispetto alla H100"."""
    before = _OF_LEVEL.search(sentence.text, sentence.start, value.start)
    return before is not None and _ALONE.match(sentence.text, value.end) is not None


def _is_of_those(sentence: Sentence, value: Value, before: Sequence[Draft]) -> bool:
    """ "Delle 64.000 GPU solo la metà è accesa", "ne affitta la metà": a part of what was counted last."""
    counts = any(v.kind == "number" and v.form is None and v.end <= value.start for v in sentence.values)
    counted = counts or any(d.predicate in _COUNTED for d in before[-1:])
    measured = any(c.label in _MEASURED for c in sentence.find_cues("aspect", sentence.clause(value.start)))
    if not counted or measured or not _GOES.match(sentence.text, value.end):
        return False
    return _OF_THOSE.search(sentence.text, sentence.start, value.start) is not None


def tells_shares(sentence: Sentence, value: Value, before: Sequence[Draft]) -> bool:
    """Whether the last figures before it, or a percentage before it in its sentence, are parts of a whole."""
    here = any(v.unit == "%" and v.end <= value.start for v in sentence.values)
    return here or any(d.predicate == "share" for d in before[-1:])


def _is_at(sentence: Sentence, value: Value) -> bool:
    """ "Gli altri valgono quasi un decimo", "l'Europa si ferma a un ventesimo": in a row of shares the next one's level."""
    at = _AT_LEVEL.search(sentence.text, sentence.start, value.start)
    return at is not None and _GOES.match(sentence.text, value.end) is not None


def _divides(sentence: Sentence, value: Value, before: Sequence[Draft]) -> bool:
    """ "L'altro 30% se lo dividono in sei"; "il mercato è in mano a Intel, con il 63%": the rest of a whole, somebody's part of a market."""
    if value.kind != "percent":
        return False
    if _REST.search(sentence.text, sentence.start, value.start):
        return tells_shares(sentence, value, before)
    market = sentence.find_cues("aspect", (sentence.start, value.start), "market")
    named = any(sentence.start <= o.start < value.start and o.kind == "company" for o in sentence.organisations)
    return bool(market) and named and _WITH_PART.search(sentence.text, sentence.start, value.start) is not None


def _has_it(sentence: Sentence, value: Value, direction: Cue | None) -> bool:
    """ "Ad AMD è rimasto il 7%, a Intel l'1%": in a row of shares the next company's, with no word of change."""
    start, _ = sentence.clause(value.start)
    named = any(start <= o.start < value.start and o.kind == "company" for o in sentence.organisations)
    return sentence.pack.spaced and direction is None and named


def is_of_things(sentence: Sentence, value: Value) -> bool:
    """ "Nove decimi dei chip più avanzati", "di queste, sei su dieci": whether the whole is computing hardware or its power."""
    if not sentence.pack.spaced:
        return False
    if _OF_HARDWARE.match(sentence.text, value.end):
        return True
    told = _OF_THESE.search(sentence.text, sentence.start, value.start)
    so_many = value.form == "fraction" and _is_out_of(sentence, value) and bool(sentence.find_cues("noun"))
    return told is not None or so_many or (value.form == "fraction" and _is_of_those(sentence, value, ()))


def is_no_part(sentence: Sentence, value: Value) -> bool:
    """ "Tra le due c'è il 4% di scarto", "possiede il 7% del capitale": percentages that no claim has."""
    if not sentence.pack.spaced:
        return False
    if _OUT_OF.search(sentence.text, value.start, value.end):
        return _MARK.search(sentence.text, sentence.start, value.start) is not None
    return _NO_PART.match(sentence.text, value.end) is not None or _of_a_company(sentence, value)


def _of_a_company(sentence: Sentence, value: Value) -> bool:
    """ "Ha rilevato il 10% di Intel": somebody's part in a company."""
    behind = _OF.match(sentence.text, value.end)
    company = behind and any(o.kind == "company" and o.start == behind.end() for o in sentence.organisations)
    return bool(company) and _HOLDS.search(sentence.text, sentence.start, value.start) is not None


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
    announced = not sentence.pack.spaced and direction is None
    if announced and _ANNOUNCED.search(sentence.text, sentence.start, value.start):
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
        return bool(share or _OF_WHOLE.match(sentence.text, value.end))
    if direction is None:
        if not share and _of_product(sentence, value):
            return None
        return bool(share or (sentence.pack.spaced and _OF_WHOLE.match(sentence.text, value.end))) or any(
            d.predicate == "share" for d in earlier
        )
    cues = [
        c
        for c in sentence.find_cues("share")
        if not sentence.pack.patterns.ratio.of_these.match(sentence.text, c.start)
    ]
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
    if not sentence.pack.spaced:
        return distance(direction, value) <= _NEXT
    before = direction.end <= value.start and _BY.search(sentence.gap(direction.end, value.start))
    behind = value.end <= direction.start and _OF_MORE.fullmatch(sentence.gap(value.end, direction.start))
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
    if aside and sentence.pack.spaced and _OF_ANOTHER.fullmatch(sentence.gap(value.end, aside[0].start)):
        return True
    return bool(aside) and bool(sentence.find_cues("aspect", (value.end, aside[0].start)))
