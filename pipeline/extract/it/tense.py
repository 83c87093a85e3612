"""The direction of time that the verbs of an Italian sentence give."""

from __future__ import annotations

from pipeline.extract.it.calendar_words import CALENDAR
from pipeline.extract.it.tokens import Scan, fold
from pipeline.extract.values.timex import Tense

_PAST = frozenset(CALENDAR["tense"]["past_words"])
_FUTURE = frozenset(CALENDAR["tense"]["future_words"])
_PAST_ENDINGS = tuple(CALENDAR["tense"]["past_endings"])
_FUTURE_ENDINGS = tuple(CALENDAR["tense"]["future_endings"])
_FOLDED_ENDINGS = tuple(map(fold, _PAST_ENDINGS + _FUTURE_ENDINGS))
_PARTICIPLES = tuple(CALENDAR["tense"]["participle_endings"])
_AFTER_BE = _PARTICIPLES + tuple(CALENDAR["tense"]["irregular_participle_endings"])
_NOUNS = frozenset(CALENDAR["tense"]["participle_like_nouns"])
_AUXILIARIES = frozenset(CALENDAR["tense"]["future_auxiliaries"])
_HEARSAY = ("avrebb",)
"""The conditional of what is said to have happened: "avrebbe guadagnato nel quarto trimestre"."""
_REACH = 30
_SINCE = frozenset({"dal", "dall", "da"})
_LASTING = frozenset(
    {"circolazione", "vendita", "commercio", "produzione", "servizio", "funzione", "listino", "attivita"}
)
"""What goes on since a date where no verb tells another time: "è in vendita dal 20 febbraio"."""
_THE = frozenset({"il", "la", "lo"})
_STOPS = frozenset({".", "!", "?", ";"})


def tense_around(scan: Scan, first: int, stop: int) -> Tense | None:
    """The tense of the verb nearest to the tokens `first` to `stop` in their sentence, the one before them preferred.

    "future" where nothing else stands in the line: a lone date is one to come.
    """
    if "entro" in (scan.words[first - 1], scan.words[first - 2], scan.words[first - 3]):
        return "future"
    if _is_set_for(scan, first):
        return "future"
    before = _nearest(scan, range(first - 1, max(-1, first - _REACH), -1), first)
    if before is None and _goes_on_since(scan, first):
        return "past"
    after = _nearest(scan, range(stop, min(len(scan), stop + _REACH)), stop)
    if before and after:
        return before[0] if before[1] <= after[1] + 3 else after[0]
    nearest = before or after
    if nearest:
        return nearest[0]
    return None if _is_text(scan, first - 1, -1) or _is_text(scan, stop, 1) else "future"


def _is_set_for(scan: Scan, first: int) -> bool:
    """Whether "per" stands before the date: "in agenda per ottobre", "ha fissato per il 12 giugno"."""
    article = scan.words[first - 1] in _THE
    return scan.words[first - 1 - article] == "per"


def _goes_on_since(scan: Scan, first: int) -> bool:
    since = first > 3 and scan.words[first - 1] in _SINCE and scan.words[first - 2] in _LASTING
    return since and scan.original(first - 4).lower() in ("è", "sono")


def _is_text(scan: Scan, i: int, direction: int) -> bool:
    """Whether the line goes on in that direction with words that say something."""
    for j in range(i, i + 6 * direction, direction):
        if not 0 <= j < len(scan) or scan.breaks[j + (direction < 0)]:
            return False
        if scan.kinds[j] == "word" and len(scan.words[j]) > 3:
            return True
    return False


def _nearest(scan: Scan, indexes: range, edge: int) -> tuple[Tense, int] | None:
    for i in indexes:
        word = scan.words[i]
        if word in _STOPS or (scan.breaks[i] and i > edge) or (i < edge and scan.breaks[i + 1]):
            return None
        tense = _tense_of(scan, i) or (_participle(scan, i) if edge - 3 <= i < edge else None)
        if tense:
            return tense, abs(i - edge)
    return None


def _participle(scan: Scan, i: int, endings: tuple[str, ...] = _PARTICIPLES) -> Tense | None:
    """The past, where a participle stands right before the date: "rilasciati ad agosto"; with an auxiliary its tense ("sarà inaugurato il 24")."""
    word = scan.words[i]
    is_participle = (
        scan.kinds[i] == "word"
        and len(word) > 5
        and word.endswith(endings)
        and (not scan.is_capitalised(i) or _opens(scan, i))
    )
    if not is_participle:
        return None
    if word in _NOUNS and endings is _PARTICIPLES:
        return None
    if scan.words[i - 1].startswith(_HEARSAY) or scan.words[i - 2].startswith(_HEARSAY):
        return "past"
    auxiliaries = range(i - 1, max(-1, i - 4), -1) if endings is _PARTICIPLES else ()
    return "future" if any(_is_future_auxiliary(scan, j) for j in auxiliaries) else "past"


def _is_future_auxiliary(scan: Scan, i: int) -> bool:
    return scan.words[i] in _AUXILIARIES or (i >= 0 and scan.words[i] in _FUTURE)


def _opens(scan: Scan, i: int) -> bool:
    """Whether a sentence or a line begins at token `i`, where every word has a capital."""
    return i == 0 or scan.breaks[i] or scan.words[i - 1] in _STOPS


def _tense_of(scan: Scan, i: int) -> Tense | None:
    word = scan.words[i]
    if word in _FUTURE:
        return "past" if scan.words[i - 1] in ("era", "erano") else "future"
    if word in _PAST:
        return "past"
    if word in ("e", "sono") and scan.original(i).lower() in ("è", "sono"):
        is_past = scan.words[i + 1] not in _FUTURE and _participle(scan, i + 1, _AFTER_BE)
        return "past" if is_past else None
    if len(word) < 4 or not word.endswith(_FOLDED_ENDINGS):
        return None
    original = scan.original(i).lower()
    if original.endswith(_FUTURE_ENDINGS):
        return "future"
    return "past" if original.endswith(_PAST_ENDINGS) else None
