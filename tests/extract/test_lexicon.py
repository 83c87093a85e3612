import pytest

from pipeline.extract.lexicon import Cue, Lexicon

LEXICON = Lexicon(
    {
        "event": {"order": ["acquist*", "订购"], "own": ["有"], "none": ["有望", "没有"]},
        "noun": {"gpu": ["GPU"], "core": ["core", "CUDA core"]},
        "says": {"after": ["^Stima"]},
    }
)


def labels(text: str) -> list[tuple[str, str]]:
    return [(text[c.start : c.end], c.label) for c in LEXICON.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acquisterà la GPU", [("Acquisterà", "order"), ("GPU", "gpu")]),
        ("riacquista", []),
        ("GPUs", []),
        ("订购GPU卡", [("订购", "order"), ("GPU", "gpu")]),
        ("拥有100颗", [("有", "own")]),
        ("有望没有", []),
        ("CUDA core", [("CUDA core", "core")]),
        ("Stima stima", [("Stima", "after")]),
        ("", []),
    ],
)
def test_find_matches_whole_words_stems_and_shadows(text: str, expected: list[tuple[str, str]]) -> None:
    assert labels(text) == expected


def test_find_keeps_places_where_lowering_makes_a_letter_longer() -> None:
    text = "İstanbul ha acquistato una GPU"
    assert labels(text) == [("acquistato", "order"), ("GPU", "gpu")]


def test_one_word_may_speak_for_several_categories() -> None:
    lexicon = Lexicon({"event": {"order": ["订购"]}, "date": {"order": ["订购"]}})
    assert lexicon.find("订购") == [Cue(0, 2, "date", "order"), Cue(0, 2, "event", "order")]
