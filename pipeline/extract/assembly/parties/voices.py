"""On whose word a statement stands: the speakers of a sentence and how far each one speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

OUTLET_KINDS = frozenset({"outlet", "agency"})
SPEAKER_KINDS = frozenset({"outlet", "analyst", "bank", "agency", "research"})
_FORECASTERS = frozenset({"analyst", "bank", "research"})
_QUOTED = re.compile('[“「『«"]')
_OPENED = re.compile(r":\s*[«“\"]")
"""What opens direct speech behind its speaker."""
_CUT_SHORT = re.compile(r"[»”\"][,.]?\s+(?:[a-zà-ù]+\s+){1,3}$")
"""Between direct speech and the speaker behind it: a verb without an object."""
_COMMA = re.compile(r"\s*,")
_TO_VERB = 10
_REACH = 80
_BACKWARD_REACH = 3
"""How many sentences with statements "the news comes from X" covers."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says something, and where in the text that is said; `kind` is the organisation's."""

    name: str
    start: int
    end: int
    kind: str

    @property
    def forecasts(self) -> bool:
        """Whether he speaks of what others will do."""
        return self.kind in _FORECASTERS

    plans: bool = False
    """Whether somebody tells what he himself expects to do: no word of his on when it will be."""


@dataclass(slots=True)
class Voices:
    """Who has spoken and who has been named so far, so that "he", "the report" and "the company" stand for somebody."""

    last: Voice | None = None
    person: Voice | None = None
    company: Mention | None = None
    carried: list[Voice] = field(default_factory=list)
    """Those who go on speaking: behind a semicolon in the next sentence, behind a colon in the whole next block."""

    block: int = -1
    """The block in which those behind a colon speak."""

    def meet(self, organisations: Iterable[Mention]) -> None:
        """Takes note of the people that a sentence names."""
        for organisation in organisations:
            if organisation.kind == "person":
                self.person = _of(organisation)
            elif organisation.kind in _FORECASTERS:
                self.last = _of(organisation)

    def heard(self, sentence: Sentence, voices: Sequence[Voice]) -> None:
        """Takes note of who spoke in a sentence, and of whether they go on."""
        own = [v for v in voices if v.start >= sentence.start and not v.plans]
        if own:
            self.last = own[-1]
        written = sentence.text[sentence.start : sentence.end].rstrip(" ”»")
        if voices and written.endswith((":", "：")):
            last = sentence.end == sentence.block.end
            self.carried, self.block = list(voices[-1:]), sentence.block_index + last
        elif sentence.block_index != self.block or own:
            self.carried = list(voices[-1:]) if written.endswith((";", "；")) else []


def find_voices(sentence: Sentence, voices: Voices) -> list[Voice]:
    """The speakers of the sentence by place; those who go on speaking from the sentence before stand first."""
    says = [c for c in sentence.find_cues("says") if not _is_silent(sentence, c)]
    revising = _revising(sentence)
    found = [
        replace(_of(o), plans=_plans(sentence, o))
        for o in sentence.organisations
        if not only_apposition(sentence, o)
        and (o == revising or (_speaks(sentence, o, says) and not (revising and o.start > revising.start)))
    ]
    for cue in says:
        if not any(v.end - cue.start >= -_REACH and v.start - cue.end <= _REACH for v in found):
            voice = _referred(sentence, cue, voices)
            if voice and not (sentence.pack.spaced and cue.label == "discloses" and voice.kind not in SPEAKER_KINDS):
                found.append(voice)
    quoted = None if found else _quoted_person(sentence)
    if quoted:
        found.append(quoted)
    found.sort(key=lambda v: v.start)
    return [*voices.carried, *found]


def _speaks(sentence: Sentence, organisation: Mention, says: Sequence[Cue]) -> bool:
    """ "secondo X", "X ha detto", 据X, X表示; to disclose is to say for outlets and analysts only."""
    patterns = sentence.pack.patterns
    before = [c for c in says if c.label == "before" and 0 <= organisation.start - c.end <= _REACH]
    if any(
        patterns.voice.cites.fullmatch(sentence.gap(cue.end, organisation.start))
        or _behind_his_office(sentence, cue, organisation)
        for cue in before
    ):
        return True
    if _inverted(sentence, organisation, says) or _in_his_view(sentence, organisation):
        return True
    labels = {"after", "discloses"} if organisation.kind in SPEAKER_KINDS else {"after"}
    after = [c for c in says if c.label in labels and 0 <= c.start - organisation.end <= _REACH]
    gap = sentence.gap(organisation.end, after[0].start) if after else ""
    return bool(after) and (
        patterns.voice.said.fullmatch(gap) is not None
        or (gap.strip() == "," and _named_between(sentence, organisation))
    )


def _is_silent(sentence: Sentence, cue: Cue) -> bool:
    """ "La società non ha commentato": who says nothing vouches for nothing; who does not expect something says so."""
    voice = sentence.pack.patterns.voice
    if voice.denied.search(sentence.text, sentence.start, cue.start) is None:
        return False
    return voice.spoken.match(sentence.text, cue.start, cue.end) is not None


def _quoted_person(sentence: Sentence) -> Voice | None:
    """ "Maselli non si illude: «…»", "«…», taglia corto Ezio Marangon": the one person beside direct speech, whatever the verb."""
    people = [o for o in sentence.organisations if o.kind == "person"]
    if not people or not sentence.pack.spaced:
        return None
    opened = _OPENED.search(sentence.text, sentence.start, sentence.end)
    before = [p for p in people if opened and p.end <= opened.start()]
    if before and len({p.id for p in before}) == 1 and sentence.gap(sentence.start, before[0].start).count("«") == 0:
        return _of(before[0])
    behind = (p for p in people if _CUT_SHORT.search(sentence.text, sentence.start, p.start))
    return next((_of(p) for p in behind), None)


def _in_his_view(sentence: Sentence, organisation: Mention) -> bool:
    """ "Per TrendForce i prezzi saliranno": at the head of a statement, of one whose trade it is to say what will be."""
    if organisation.kind not in SPEAKER_KINDS:
        return False
    return sentence.pack.patterns.voice.in_his_view.search(sentence.gap(sentence.start, organisation.start)) is not None


def _named_between(sentence: Sentence, person: Mention) -> bool:
    """ "Un dirigente, Forrest Norrod, ha precisato": whether commas set off the name of somebody called by his office before."""
    if person.kind != "person":
        return False
    return sentence.pack.patterns.voice.called.search(sentence.text, sentence.start, person.start) is not None


def _behind_his_office(sentence: Sentence, cue: Cue, organisation: Mention) -> bool:
    """ "Secondo il CEO di Nvidia, Jensen Huang": between the word and the speaker only what he leads stands."""
    if organisation.kind != "person" or not sentence.pack.spaced:
        return False
    led = [o for o in sentence.organisations if cue.end <= o.start and o.end <= organisation.start]
    return (
        len(led) == 1
        and only_apposition(sentence, led[0])
        and not sentence.gap(led[0].end, organisation.start).strip(" ,")
    )


def _inverted(sentence: Sentence, organisation: Mention, says: Sequence[Cue]) -> bool:
    """ "…", ha detto agli analisti il direttore finanziario David Zinsner: the verb, whom it was said to, an office and its name."""
    voice = sentence.pack.patterns.voice
    if organisation.kind != "person":
        return False
    verbs = [c for c in says if 0 <= organisation.start - c.end <= _REACH and c.label != "discloses"]
    gap = sentence.gap(verbs[-1].end, organisation.start) if verbs else ""
    return voice.office.fullmatch(gap) is not None and voice.of_somebody.search(gap) is None


def _revising(sentence: Sentence) -> Mention | None:
    """高盛把华虹今年资本开支预测由18亿上调至20亿: the one who changes his forecast of somebody else's figures."""
    found = (
        o
        for o in sentence.organisations
        if o.kind in _FORECASTERS and sentence.pack.patterns.voice.revises.match(sentence.text, o.end, sentence.end)
    )
    return next(found, None)


def _plans(sentence: Sentence, organisation: Mention) -> bool:
    """X预计 without a break behind the verb, where X is no analyst: a plan of his own."""
    if organisation.kind in SPEAKER_KINDS or organisation.kind == "person":
        return False
    expects = sentence.find_cues("modality", (organisation.end, min(organisation.end + 8, sentence.end)), "expected")
    return bool(expects) and sentence.text[expects[0].end : expects[0].end + 1] not in ",，:："


def _referred(sentence: Sentence, cue: Cue, voices: Voices) -> Voice | None:
    """He, the report, the company, the chief of X: who spoke or was named before."""
    if cue.label == "before":
        behind = sentence.find_cues("voice", (cue.end, min(cue.end + 30, sentence.end)))
        return _stands_for(behind[0], voices) if behind and behind[0].start - cue.end <= 1 else None
    for word in sentence.find_cues("voice", (max(sentence.start, cue.start - _REACH), cue.start)):
        if word.label == "head" and any(word.end <= o.start < cue.start for o in sentence.organisations):
            return _at(voices.person, word)
        if not sentence.pack.patterns.voice.said.fullmatch(sentence.gap(word.end, cue.start)):
            continue
        return _stands_for(word, voices)
    return None


def _stands_for(word: Cue, voices: Voices) -> Voice | None:
    if word.label == "everybody":
        return None
    if word.label == "company":
        return _at(_of(voices.company), word) if voices.company else None
    return _at(voices.person if word.label == "head" else voices.last, word)


def source_of(draft: Draft, voices: Sequence[Voice], drafts: Sequence[Draft]) -> Voice | None:
    """The one whose word the statement is: who spoke last before it, or the one that closes its sentence.

    An outlet that reports somebody else's words is not the one.
    """
    voices = [v for v in voices if not (v.plans and draft.kind == "date")]
    told = [v for v in voices if v.kind not in OUTLET_KINDS] or voices
    before = [v for v in told if v.start <= draft.start and not (_others_expect(draft, v) or _bracketed(draft, v))]
    if before:
        return _announcing(draft, before[-1]) or before[-1]
    closing = told[0] if told else None
    last = closing and (not any(d.start > closing.end for d in drafts) or _set_off(draft, closing))
    return closing if closing and last and not _says_more(draft.sentence, closing) else None


def _announcing(draft: Draft, outlet: Voice) -> Voice | None:
    """据彭博社报道，谷歌宣布…: who announces what an outlet reports."""
    sentence = draft.sentence
    if sentence.pack.spaced or outlet.kind not in OUTLET_KINDS:
        return None
    for cue in sentence.find_cues("nominal", (outlet.end, draft.start), "announced"):
        companies = [o for o in sentence.organisations if outlet.end <= o.start and o.end <= cue.start]
        if companies and sentence.pack.patterns.voice.said.fullmatch(sentence.gap(companies[-1].end, cue.start)):
            return _of(companies[-1])
    return None


def _bracketed(draft: Draft, voice: Voice) -> bool:
    """ "Più veloce del 60% (parola di Google), la CPU del 34%": who speaks in a bracket speaks of what stands before or in it."""
    bracket = draft.sentence.parenthesis(voice.start)
    if bracket is None or bracket[0] <= draft.start <= bracket[1]:
        return False
    return bool(draft.sentence.find_cues("says", bracket))


def _set_off(draft: Draft, voice: Voice) -> bool:
    """ "… il 70 %, calcola Counterpoint, contro il 17 di Micron": who speaks is set off by commas right behind the statement."""
    sentence = draft.sentence
    bracket = sentence.parenthesis(voice.start)
    if bracket and 0 <= bracket[0] - draft.end <= _TO_VERB:
        return True
    if not sentence.pack.spaced or not _COMMA.match(sentence.text, voice.end):
        return False
    comma = sentence.text.rfind(",", draft.end, voice.start)
    told = sentence.find_cues("says", (comma + 1, voice.start)) if comma > 0 else []
    if not told or told[0].start - comma > _TO_VERB:
        return False
    return not sentence.pack.patterns.voice.goes_on.search(sentence.gap(draft.end, comma + 1))


def _says_more(sentence: Sentence, voice: Voice) -> bool:
    """CEO直言“大部分增长由GB300推动”: whoever is quoted behind the figures does not speak for them."""
    return bool(_QUOTED.search(sentence.text, voice.end, sentence.end))


def _others_expect(draft: Draft, voice: Voice) -> bool:
    """ "Il gruppo attende 6,1 miliardi, mentre gli analisti si aspettavano 6,4": somebody without a name says the second."""
    sentence = draft.sentence
    if voice.start < sentence.start:
        return False
    start, _ = sentence.clause(draft.start)
    unnamed = sentence.pack.patterns.voice.unnamed.search(sentence.text, start, draft.start)
    return unnamed is not None and voice.end <= unnamed.start()


def spread_backward(read: Sequence[tuple[Sentence, list[Draft], list[Voice]]]) -> None:
    """ "The news comes from X": X is the source of the statements of the sentences just before that have none."""
    for index, (sentence, _, voices) in enumerate(read):
        if not voices or not sentence.pack.patterns.voice.backward.search(sentence.text, sentence.start, sentence.end):
            continue
        left = _BACKWARD_REACH
        for earlier, drafts, own in reversed(read[max(0, index - 2 * _BACKWARD_REACH) : index]):
            if not left or own or earlier.block.kind in {"title", "heading"}:
                break
            left -= bool(drafts)
            for draft in drafts:
                draft.fields.setdefault("source", voices[-1].name)


def _at(voice: Voice | None, place: Cue) -> Voice | None:
    return Voice(voice.name, place.start, place.end, voice.kind) if voice else None


def _of(organisation: Mention) -> Voice:
    return Voice(organisation.name, organisation.start, organisation.end, organisation.kind)


def only_apposition(sentence: Sentence, organisation: Mention) -> bool:
    """ "il CEO di SpaceX": the organisation only tells whose chief somebody is, or where a message was put."""
    place = organisation.start, organisation.end
    if place not in sentence.apposed:
        sentence.apposed[place] = _is_apposition(sentence, organisation)
    return sentence.apposed[place]


def _is_apposition(sentence: Sentence, organisation: Mention) -> bool:
    patterns = sentence.pack.patterns
    if sentence.pack.spaced:
        return bool(
            patterns.name.apposition.search(sentence.text[max(0, organisation.start - 45) : organisation.start])
        )
    return bool(patterns.name.apposition.match(sentence.text, organisation.end))
