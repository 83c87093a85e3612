"""What an organisation is in its sentence: a subject, one who receives or orders, one of several, or only whose make a thing is."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Placed, Sentence
from pipeline.extract.mentions import Mention

ACTOR_KINDS = frozenset({"company", "person", "government", "institution", "fund"})
_SHARED = frozenset({"investment", "funding", "revenue", "other_amount", "relative", "share"})
"""What two have together; an order, a contract or a site may be told of two and be one's."""
_SEVERAL = 3

_OPERATOR_REACH = 24


def oblique(sentence: Sentence, organisation: Mention) -> bool:
    """Whether the organisation is no subject: "con Microsoft", "di Nvidia", 与甲骨文, 由台积电."""
    before = sentence.text[max(sentence.start, organisation.start - 14) : organisation.start]
    return bool(sentence.pack.patterns.party.oblique.search(before)) or _in_oblique_row(sentence, organisation)


def _in_oblique_row(sentence: Sentence, organisation: Mention) -> bool:
    """ "Con Bosch, Infineon e NXP": the second of three behind one preposition."""
    if not sentence.pack.patterns.party.row_goes_on.match(sentence.text, organisation.end):
        return False
    first = next((o for o in reversed(sentence.organisations) if o.end <= organisation.start), None)
    return first is not None and sentence.gap(first.end, organisation.start) == ", " and oblique(sentence, first)


def modifies(sentence: Sentence, organisation: Mention) -> bool:
    """Whether the name only tells whose make a thing is: "GPU Nvidia", "sistema HPE", 英伟达芯片."""
    party = sentence.pack.patterns.party
    nouns = sentence.find_cues(
        "noun", (max(sentence.start, organisation.start - 20), min(organisation.end + 12, sentence.end))
    )
    if sentence.pack.spaced:
        return any(organisation.start - c.end == 1 for c in nouns)
    if party.lists.match(sentence.text, organisation.end):
        return True
    if party.has_only.match(sentence.text, organisation.end):
        return False
    return any(c.start == organisation.end for c in nouns)


def asks(sentence: Sentence) -> bool:
    """Whether the sentence is a question that ends its paragraph."""
    written = sentence.text[sentence.start : sentence.block.end].rstrip()
    return written.endswith(("?", "？")) and sentence.block.kind in {"paragraph", "heading"}


def receives(sentence: Sentence, organisation: Mention) -> bool:
    before = sentence.text[max(sentence.start, organisation.start - 14) : organisation.start]
    return bool(sentence.pack.patterns.party.recipient.search(before))


def _reach(sentence: Sentence) -> int:
    """How far before a party the word for what it does may stand."""
    return 110 if sentence.pack.spaced else 30


def operates(sentence: Sentence, organisation: Mention) -> bool:
    """ "Gestito dal Barcelona Supercomputing Center e pagato dall'Unione europea": the one who runs a machine."""
    before = sentence.text[max(sentence.start, organisation.start - _OPERATOR_REACH) : organisation.start]
    return bool(sentence.pack.patterns.party.operator.search(before))


def orders(sentence: Sentence, organisation: Mention) -> bool:
    """IREN获微软97亿美元合约: the one whose order another wins."""
    before = sentence.text[max(sentence.start, organisation.start - _reach(sentence)) : organisation.start]
    return bool(sentence.pack.patterns.party.customer.search(before))


def builds(sentence: Sentence, organisation: Mention) -> bool:
    """由慧与(HPE)承建，造价约1亿: the one who builds what another one pays for."""
    party = sentence.pack.patterns.party
    before = party.by.search(sentence.gap(max(sentence.start, organisation.start - 8), organisation.start))
    return before is not None and party.builds.match(sentence.text, organisation.end) is not None


def wins(sentence: Sentence, organisation: Mention) -> bool:
    """ "La gara è stata aggiudicata a Eviden", 江岭信息以3.8亿元中标: the one who wins a tender, and so sells."""
    patterns = sentence.pack.patterns
    before = sentence.text[max(sentence.start, organisation.start - _reach(sentence)) : organisation.start]
    return bool(
        patterns.party.wins_before.search(before) or patterns.party.wins_behind.match(sentence.text, organisation.end)
    )


def receives_capital(sentence: Sentence, organisation: Mention) -> bool:
    """ "Una quota da 5 miliardi in Intel": what somebody else puts money into."""
    before = sentence.text[max(sentence.start, organisation.start - 60) : organisation.start]
    return sentence.pack.patterns.party.into.search(before) is not None


def next_in_row(sentence: Sentence, value: Placed) -> Mention | None:
    """ "Lenovo (19,4 milioni) precede HP con 15,0 e Dell con 10,1", "Meta fra 66 e 72": the company right before its figure."""
    company = next((o for o in reversed(sentence.organisations) if o.kind == "company" and o.end <= value.start), None)
    if company is None:
        return None
    return (
        company if sentence.pack.patterns.party.has_its_own.fullmatch(sentence.gap(company.end, value.start)) else None
    )


def dealt_out(draft: Draft, organisations: Sequence[Mention]) -> Mention | None:
    """A and B hold 21 % and 17 % respectively: the holder that stands in the row where the value does."""
    sentence = draft.sentence
    if draft.value and draft.rule == "elided" and (beside := next_in_row(sentence, draft.value)) in organisations:
        return beside
    named = _falls_to(draft, organisations) or _told_behind(draft, organisations)
    if named:
        return named
    respectively = sentence.find_cues("reference", sentence.clause(draft.start), "respectively")
    if not respectively or draft.value is None:
        return None
    start, end = sentence.clause(draft.start)
    row = [v for v in sentence.values if start <= v.start < end and v.kind == draft.value.kind]
    before = [o for o in organisations if start <= o.start and o.end <= row[0].start]
    if not before:
        before = _last_row([o for o in organisations if o.end <= start], sentence)
        before = before if len(before) == len(row) else []
    return before[-len(row) :][row.index(draft.value)] if len(before) >= len(row) > 1 else None


def _falls_to(draft: Draft, organisations: Sequence[Mention]) -> Mention | None:
    """ "A Micron ne è andato il 21%, a Samsung il 17": the one to whom the figure falls, named right before it."""
    sentence = draft.sentence
    party = sentence.pack.patterns.party
    before = next((o for o in reversed(organisations) if o.end <= draft.start), None)
    if before is None or not party.falls_to.fullmatch(sentence.gap(before.end, draft.start)):
        return None
    return before if party.dative.search(sentence.gap(sentence.start, before.start)) else None


def in_subordinate(sentence: Sentence, organisation: Mention) -> bool:
    """ "Dove Foxconn aveva promesso …, Microsoft apre": whether he is the subject of the clause that opens the sentence for the main one."""
    comma = sentence.text.find(",", organisation.end, sentence.end)
    head = sentence.pack.patterns.party.subordinate
    return comma > 0 and head.fullmatch(sentence.text, sentence.start, organisation.start) is not None


def _told_behind(draft: Draft, organisations: Sequence[Mention]) -> Mention | None:
    """ "Il 70 % delle HBM, contro il 17 di Micron", "superata anche da Micron (21 %)": in a row of shares the one right beside his."""
    sentence = draft.sentence
    if draft.predicate != "share" or not sentence.pack.spaced:
        return None
    if not any(v.kind == "percent" and v.end <= draft.start for v in sentence.values):
        return None
    bracket = sentence.parenthesis(draft.start)
    named = [o for o in organisations if bracket and 0 <= bracket[0] - o.end <= 1]
    if named:
        return named[-1]
    behind = next((o for o in organisations if o.start >= draft.end), None)
    return (
        behind
        if behind and sentence.pack.patterns.party.share_before.fullmatch(sentence.gap(draft.end, behind.start))
        else None
    )


def _last_row(organisations: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """The last of them with those that are coordinated to it: 亚马逊、谷歌和微软."""
    row = list(organisations[-1:])
    for other in reversed(organisations[:-1]):
        if not sentence.pack.patterns.clause.coordinated.fullmatch(sentence.gap(other.end, row[0].start)):
            break
        row.insert(0, other)
    return row


def possesses(sentence: Sentence, organisation: Mention) -> bool:
    """赢得了英伟达的信任, 包下台积电2nm产能: the name only tells whose something is."""
    if sentence.pack.spaced:
        return False
    of_it = sentence.pack.patterns.party.possessive.match(sentence.text, organisation.end)
    return of_it is not None or any(m.start == organisation.end for m in sentence.products)


def of_many(draft: Draft, candidates: Sequence[Mention]) -> bool:
    """ "Le startup di chip hanno raccolto …", 四大科技巨头的总投资将达…: a subject that is nobody by name, told after all who are."""
    sentence = draft.sentence
    party = sentence.pack.patterns.party
    before = [o.end for o in candidates if o.end <= draft.start]
    start = max([sentence.start, *before])
    if draft.predicate == "investment" and party.foreseen.search(sentence.text, start, draft.start):
        return True
    return party.collective.search(sentence.text[start : draft.start]) is not None


def one_of_several(draft: Draft, named: Mention) -> bool:
    """ "Microsoft, Google e Meta investiranno insieme …", 微软、谷歌和Meta合计投入…: what several do together no one holds."""
    sentence = draft.sentence
    dealt = ("respectively", "each")
    if named.end > draft.start or any(
        sentence.find_cues("reference", sentence.clause(draft.start), label) for label in dealt
    ):
        return False
    pattern, row = sentence.pack.patterns.clause.coordinated, [named]
    of_people = named.kind == "person"
    actors = [o for o in sentence.organisations if o.kind in ACTOR_KINDS and (o.kind == "person") == of_people]
    for other in (o for o in actors if named.end <= o.start < draft.start):
        if not pattern.fullmatch(sentence.gap(row[-1].end, other.start)):
            break
        row.append(other)
    for other in reversed([o for o in actors if o.end <= named.start]):
        if not pattern.fullmatch(sentence.gap(other.end, row[0].start)):
            break
        row.insert(0, other)
    return len({o.id for o in row}) >= (2 if draft.predicate in _SHARED else _SEVERAL)


def subject_behind_opening(draft: Draft, subjects: Sequence[Mention]) -> Mention | None:
    """ "Con il 67 % del mercato, TSMC resta prima": the subject of the clause behind the one that the sentence opens with."""
    sentence = draft.sentence
    start, end = sentence.clause(draft.start)
    if start != sentence.start or not sentence.pack.patterns.party.opens.match(sentence.text, start, draft.start):
        return None
    _, behind = sentence.clause(end)
    return next((o for o in subjects if end <= o.start < behind), None)
