"""What succeeds what: "la B300 sostituirà la B200", B200的继任者B300, 接替它的B300."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_REACH = 30
_PREDECESSOR = re.compile(r"\bpredecessor[ae],?\s+(?:(?:il|lo|la)\s+|l['’])?$", re.IGNORECASE)
_GIVEN_WAY = re.compile(
    r"(?:sostituit|rimpiazzat|soppiantat|avvicendat)[oaie]\s+(?:\w+\s+)?d(?:a(?:l|lla|llo|i|gli|lle)?\b|all['’])|"
    r"(?:lasc|ced)\w+\s+(?:il\s+)?(?:posto|passo|testimone)\s+a",
    re.IGNORECASE,
)
"""That what stands before the verb is replaced by what stands behind it."""
_HEIR_BEHIND = re.compile(
    r"(?:,\s+|\s+(?:si\s+chiam\w+|(?:è|sarà|sarebbe)(?:\s+stat[oa]\s+\w+)?|(?:avrà|ha|porta|prende)\s+(?:il\s+)?nome(?:\s+di)?)\s+)"
    r"(?:(?:il|la|lo)\s+|l['’])?(?:nuov[oa]\s+)?",
    re.IGNORECASE,
)
"""Between what is replaced and the heir that is named behind it."""
_IN_ITS_STEAD = re.compile(
    r"\b(?:a\s+(?:raccoglier|prender|rilevar)ne\s+(?:l['’]eredità|il\s+(?:posto|testimone))|"
    r"(?:a|per)\s+(?:sostituir|rimpiazzar|soppiantar)l[aoie]|al\s+su[oa]\s+posto)\s+"
    r"(?:è|sarà|sono|saranno|sarebbe|arriv\w+|c['’]è|ci\s+sarà|ci\s+pens\w+|verrà|entra|entrerà|toccherà\s+a(?:l|lla|ll['’])?)\s*"
    r"(?:(?:il|lo|la|i|le)\s+|l['’])?(?:nuov[oa]\s+)?$|"
    r"(?<![\w'’])(?:(?:il|lo|la)\s+|l['’])\s*(?:suo\s+|sua\s+)?(?:\w+\s+)?"
    r"(?:erede|successor[ea]|sostitut[oa]|rimpiazzo|discendente)(?:\s+(?!di\b|del)\w+)?"
    r"(?:,\s+|\s+(?:si\s+chiam\w+|(?:è|sarà|sarebbe)(?:\s+stat[oa]\s+\w+)?|(?:avrà|ha|porta|prende)\s+(?:il\s+)?nome(?:\s+di)?)\s+)"
    r"(?:(?:il|lo|la)\s+|l['’])?(?:nuov[oa]\s+)?$",
    re.IGNORECASE,
)
"""Right before a product: that it replaces what was spoken of."""
_PRONOUN_OBJECT = re.compile(
    r"(?:\bl['’](?:ha|hanno|aveva|avrà|avrebbe)|\b(?:lo|la|li|le))\s+(?:poi\s+|già\s+)?$", re.IGNORECASE
)
_IS_ITS_HEIR = re.compile(
    r",?\s+(?:che\s+)?ne\s+(?:è|sarà|sarebbe|rappresenta|costituisce)\s+(?:(?:il|la)\s+|l['’])(?:\w+\s+)?(?:erede|successor[ea]|discendente)\b",
    re.IGNORECASE,
)
"""Behind a product: the same ("la 5070, che ne è l'erede")."""
_WHICH = re.compile(r"\s*,?\s+(?:che|d(?:i\s+cui|el(?:la)?\s+quale)|a(?:\s+cui|l(?:la)?\s+quale))\s+", re.IGNORECASE)
"""Between a product and the verb of the relative clause that tells who replaces it."""
_NO_SUBJECT = re.compile(
    r"\W*(?:(?:e|così|infatti|inoltre|la\s+macchina|il\s+sistema|il\s+chip|la\s+scheda)\s+)?", re.IGNORECASE
)
_NOUNS = frozenset({"erede", "eredi", "successore", "successori", "sostituto", "discendente"})
_HEIR = "(?:直接|正统|精神)?(?:继任者|继任产品|继任机型|后继者|后继机型|后继型号|后继产品|后续产品|后续型号|接班人|接棒者|接班产品|换代产品|迭代产品)"
_FOLLOW = "(?:接替|接棒|接班|顶替|取代|替代|替换|换下|淘汰)"
_ITS = "(?:它|其|前者|(?:该|这[款张颗代])[^,，。;；的\\d]{1,4})"
_FOLLOWS = re.compile(
    rf"(?:(?![不未难无没])[^,，。;；的由被让]){{0,8}}?{_FOLLOW}(?:掉|了)?(?:上一代|上代|前代|前一代|现役|原有|现有|老款|老将|的是|旧款|的)*"
    r"(?:[^,，。;；\n]{2,12}的)?"
)
"""Between a product and the one that it succeeds."""
_AS = re.compile("(?:[^,，。;；]{0,4}?)(?:是|作为|乃|系)(?:[^,，。;；\\d]{0,4}?)")
_OF_HEIR = re.compile(f"的{_HEIR}")
_HEIR_NAMED = re.compile(
    rf"的{_HEIR}(?:[是为:：,，、“「\"]|名为|叫做?|代号|就是|也就是|新一代|新款|[\u4e00-\u9fff]{{2,3}}(?=$))*"
)
"""Between a product and its successor."""
_FOLLOWING = re.compile(f"{_FOLLOW}$")
_IS_IT = re.compile("的(?:[是则便就]|将是|会是|新一代|新款|新芯片|新卡|型号|产品)*")
_GIVES_WAY = re.compile("(?:[^,，。;；]{0,6}?)(?:让位(?:于|给)|交棒(?:给)?|让路给)(?:新一代|新款)?")
_PASSIVE = re.compile("(?:[^,，。;；]{0,6}?)[由被](?:新一代|新款|[\u4e00-\u9fff]{2,3}的)?")
_IS_FOLLOWED = re.compile(f"(?:[^,，。;；\\d]{{0,4}}?){_FOLLOW}")
_FOLLOWS_IT = re.compile(
    rf"(?:{_FOLLOW}{_ITS}的(?:[是则]|将是|会是|新一代|新款|[\u4e00-\u9fff]{{2,3}}(?=$))*|{_ITS}的?{_HEIR}(?:[是为:：,，、]|则是|名为|叫做?|代号)*)$"
)
"""Right before the successor of what was spoken of."""
_IT_FOLLOWS = re.compile(
    rf"(?:^|(?<=[,，。;；、！？!?”」\s]))(?:它|其|新[品卡款机]|(?:该|这[款张颗代])[^,，。;；的不未难无没\d由被让]{{1,6}})(?:[^,，。;；不未难无没\d的由被让]{{0,4}})"
    rf"{_FOLLOW}(?:掉|了)?(?:的是)?(?:[^,，。;；]{{2,12}}的)?$"
)
"""Right before what is replaced by what was spoken of: 它接替去年11月亮相的…."""
_IN_ITS_PLACE = re.compile("接(?:下|过|替|棒)?(?:的(?:正)?是|了|的)?$")
_PLACE = re.compile("的(?:班|棒|位置|生态位)")


def read_successors(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """Drafts of `successor` at the place of the product that is replaced."""
    if sentence.pack.spaced:
        return _named_predecessors(sentence, discourse) + _told_by_verb(sentence, discourse)
    return [_draft(sentence, heir, old, at) for heir, old, at in _followed(sentence, discourse)]


def _draft(sentence: Sentence, heir: Mention, old: Mention, at: Mention, rule: str = "attribute.successor") -> Draft:
    draft = Draft("hardware", "successor", at.start, at.end, sentence, rule, 0.7)
    draft.subjects, draft.fields["object"] = [heir], old.id
    return draft


def _followed(sentence: Sentence, discourse: Discourse) -> Iterator[tuple[Mention, Mention, Mention]]:
    """The successors of a Chinese sentence with what they replace and where that is said."""
    chips = [m for m in sentence.products if m.kind not in TECHNOLOGY_KINDS | SITE_KINDS]
    for one, other in itertools.pairwise(chips):
        if one.id == other.id or _maker(one) != _maker(other):
            continue
        order = _order(sentence, one, other)
        if order:
            yield (one, other, other) if order > 0 else (other, one, one)
    for mention in chips:
        earlier = [*discourse.recent, *discourse.focus, *(m for m in chips if m.end <= mention.start)]
        kin = [m for m in earlier if _maker(m) == _maker(mention) and m.id != mention.id and m.kind == mention.kind]
        if not kin:
            continue
        if _FOLLOWS_IT.search(sentence.text, sentence.start, mention.start):
            yield mention, kin[-1], kin[-1] if kin[-1] in chips else mention
        elif _IT_FOLLOWS.search(sentence.text, sentence.start, mention.start):
            spoken_of = next((m for m in (*discourse.focus, *reversed(discourse.recent)) if m in kin), kin[-1])
            yield spoken_of, mention, mention
        elif _IN_ITS_PLACE.search(sentence.text, sentence.start, mention.start) and _PLACE.match(
            sentence.text, mention.end
        ):
            yield kin[-1], mention, mention


def _order(sentence: Sentence, one: Mention, other: Mention) -> int:
    """1 where the first of two neighbours succeeds the second, -1 where the second succeeds the first, else 0."""
    text, gap = sentence.text, sentence.gap(one.end, other.start)
    if _FOLLOWS.fullmatch(gap) or (_AS.fullmatch(gap) and _OF_HEIR.match(text, other.end)):
        return 1
    led = _FOLLOWING.search(text, sentence.start, one.start) and _IS_IT.fullmatch(gap)
    passive = _PASSIVE.fullmatch(gap) and _IS_FOLLOWED.match(text, other.end)
    return -1 if led or passive or _HEIR_NAMED.fullmatch(gap) or _GIVES_WAY.fullmatch(gap) else 0


def _maker(mention: Mention) -> str:
    return mention.id.partition("-")[0]


def _told_by_verb(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """X succeeds Y: the product before the verb, or what is spoken of, replaces the one behind it; the other way round where Y
    is replaced by X or leaves it its place, and where an heir is named behind ("il successore della H20 sarà la B30A")."""
    drafts: dict[int, Draft] = {d.start: d for d in _following_it(sentence, discourse)}
    for cue in sentence.find_cues("attribute", label="successor"):
        before = [m for m in sentence.products if m.end <= cue.start]
        replaced = _replaced_by_pronoun(sentence, cue, before, discourse)
        if replaced:
            drafts[before[-1].start] = _draft(sentence, before[-1], replaced, before[-1])
            continue
        after = [m for m in sentence.products if cue.end <= m.start <= cue.end + _REACH]
        if not after:
            which = _which_it_follows(sentence, cue, before, discourse)
            if which:
                drafts[which[1].start] = _draft(sentence, which[0], which[1], which[1])
            continue
        heir, old = (before or _topic(sentence, cue, after[0], discourse))[-1:], after[0]
        named = next((m for m in sentence.products if m.start >= old.end), None)
        if not before and named and _HEIR_BEHIND.fullmatch(sentence.gap(old.end, named.start)):
            heir = [named]
        elif before and _GIVEN_WAY.match(sentence.text, cue.start):
            heir, old = [old], before[-1]
        if heir and heir[0].id != old.id and heir[0].kind == old.kind:
            drafts[after[0].start] = _draft(sentence, heir[0], old, after[0])
    return list(drafts.values())


def _replaced_by_pronoun(sentence: Sentence, verb: Cue, before: list[Mention], discourse: Discourse) -> Mention | None:
    """ "La 4060 che l'ha sostituita": what the pronoun before the verb stands for, where a product of its kind is the subject."""
    if not before or not _PRONOUN_OBJECT.search(sentence.text, before[-1].end, verb.start):
        return None
    earlier = (*reversed(before[:-1]), *discourse.focus, *reversed(discourse.recent))
    return next((m for m in earlier if m.id != before[-1].id and m.kind == before[-1].kind), None)


def _following_it(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """ "A raccoglierne l'eredità sarà la B770", "al suo posto arriva la 5080": the heir of what was spoken of."""
    drafts = []
    for mention in sentence.products:
        told = _IN_ITS_STEAD.search(sentence.text, sentence.start, mention.start)
        if not told and not _IS_ITS_HEIR.match(sentence.text, mention.end):
            continue
        earlier = [*(m for m in sentence.products if m.end <= mention.start), *discourse.focus]
        old = next((m for m in earlier if m.id != mention.id and m.kind == mention.kind), None)
        if old:
            drafts.append(_draft(sentence, mention, old, mention))
    return drafts


def _which_it_follows(
    sentence: Sentence, verb: Cue, before: list[Mention], discourse: Discourse
) -> tuple[Mention, Mention] | None:
    """ "… del 7980X di cui prende il posto": the product that the relative clause is about, and what is spoken of as its heir."""
    if not before or not _WHICH.fullmatch(sentence.gap(before[-1].end, verb.start)):
        return None
    old = before[-1]
    spoken_of = (*(m for m in before if m not in sentence.aside), *discourse.focus)
    heir = next((m for m in spoken_of if m.id != old.id and m.kind == old.kind), None)
    return (heir, old) if heir else None


def _topic(sentence: Sentence, verb: Cue, old: Mention, discourse: Discourse) -> list[Mention]:
    """ "Manda in pensione Piz Daint": what is spoken of, where the verb opens its clause."""
    start, _ = sentence.clause(verb.start)
    if sentence.find_cues("change", (verb.start, old.start)) or sentence.text[verb.start : verb.end].lower() in _NOUNS:
        return []
    return discourse.focus[:1] if _NO_SUBJECT.fullmatch(sentence.gap(start, verb.start)) else []


def _named_predecessors(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """ "Quando il predecessore STM32H7 …": the product that the sentence began with, or the topic, replaces the one so called."""
    drafts: list[Draft] = []
    for mention in sentence.products:
        if not _PREDECESSOR.search(sentence.text, sentence.start, mention.start) or mention.kind in SITE_KINDS:
            continue
        before = [m for m in sentence.products if m.end <= mention.start and m.id != mention.id]
        named = (*before[:1], *discourse.focus, *discourse.title, *reversed(discourse.recent))
        heirs = [m for m in named if m.id != mention.id and m.kind not in TECHNOLOGY_KINDS]
        heirs.sort(key=lambda m: m.kind != mention.kind)
        if heirs:
            drafts.append(_draft(sentence, heirs[0], mention, mention, "attribute.predecessor"))
    return drafts
