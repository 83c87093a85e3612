"""Where sentences and clauses end, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.sentences import clauses, split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in clauses(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Il dott. Bianchi stima 1.742 GPU in vendita.",
        "Nvidia Corp. ha annunciato la scheda.",
        "L'ing. G. Verdi usa PCIe 5.0 e la versione v2.1 del driver.",
        "Il prezzo, p.es. a Milano, è di 3.5 mln di dollari.",
        "La nota n. 12 (cfr. pag. 4) cita l'art. 3.",
        "«Non è vero?» chiede il direttore.",
        "Forse… ma non subito.",
        "Ha sede a Santa Clara, negli U.S.A. e in Asia.",
        "1. Le schede in arrivo",
        "Il sito nvidia.com/it?id=3 elenca i prezzi.",
        "英伟达发布v2.1版驱动，支持PCIe 5.0，售价3.5万美元。",
        "“真的吗？”，他问。",
        "«Davvero?», chiede il direttore.",
        "他在AMD公司（总部在美国加州）工作。",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Costa 999 euro. Arriva nel 2025. Piace a tutti!",
            ["Costa 999 euro.", "Arriva nel 2025.", "Piace a tutti!"],
        ),
        ("Produce chip, schede ecc. Il resto lo compra.", ["Produce chip, schede ecc.", "Il resto lo compra."]),
        ("«Siamo pronti.» Poi il silenzio.", ["«Siamo pronti.»", "Poi il silenzio."]),
        ('Ha detto: "Costa poco." "Davvero?"', ['Ha detto: "Costa poco."', '"Davvero?"']),
        ("Quanto consuma? Circa 700 W… Troppo.", ["Quanto consuma?", "Circa 700 W…", "Troppo."]),
        ("售价3万美元。明年交付！真的吗？", ["售价3万美元。", "明年交付！", "真的吗？"]),
        ("他说：“已经卖完。”随后离开。", ["他说：“已经卖完。”", "随后离开。"]),
        ("抢疯了!10万块GPU?太多……网友说", ["抢疯了!", "10万块GPU?", "太多……", "网友说"]),
        ("功耗700瓦；显存80GB；售价未知", ["功耗700瓦；", "显存80GB；", "售价未知"]),
        ("搭载H100 GPU.英伟达未回应.", ["搭载H100 GPU.", "英伟达未回应."]),
        ("Titolo senza punto\n\nPrimo paragrafo.", ["Titolo senza punto", "Primo paragrafo."]),
    ],
)
def test_sentences_end_where_they_should(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_hard_wrapped_sentence_is_not_broken_at_the_line() -> None:
    text = (
        "La società ha comunicato ieri che il numero delle\n"
        "schede consegnate nel trimestre è cresciuto a 500\n"
        "mila. Il dato supera le attese degli analisti, che\n"
        "ne prevedevano di meno."
    )
    first = text.index("mila.") + len("mila.")
    assert split_sentences(text, 0, len(text)) == [(0, first), (first + 1, len(text))]


def test_sentences_stay_inside_the_given_span() -> None:
    text = "Prima. Seconda frase. Terza."
    assert [text[a:b] for a, b in split_sentences(text, 7, 21)] == ["Seconda frase."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Costa 1,2 milioni, poi scende.", ["Costa 1,2 milioni,", "poi scende."]),
        ("Alle 05:47 parte, alle 1,100 arriva.", ["Alle 05:47 parte,", "alle 1,100 arriva."]),
        ("B200 usa 1000 W mentre H100 ne usa 700.", ["B200 usa 1000 W", "mentre H100 ne usa 700."]),
        ("Il rapporto è 4:1 ma sale.", ["Il rapporto è 4:1", "ma sale."]),
        ("显存80GB，带宽3.35TB/s，售价约3万美元。", ["显存80GB，", "带宽3.35TB/s，", "售价约3万美元。"]),
        ("性能提升1,100倍,功耗下降", ["性能提升1,100倍,", "功耗下降"]),
        ("会议于10：30开始：共三项", ["会议于10：30开始：", "共三项"]),
        ("Vedi https://esempio.it/a: qui.", ["Vedi https://esempio.it/a:", "qui."]),
    ],
)
def test_clauses_never_split_a_number(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@given(st.text(alphabet=st.sampled_from("abÈ1 .,;:!?…。！？；，“”»«()\"'\n\r\t中国3万"), max_size=80), st.data())
def test_spans_of_any_text_are_ordered_and_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = split_sentences(text, start, end)
    previous = start
    for low, high in found:
        assert previous <= low < high <= end
        assert not text[low].isspace()
        assert not text[high - 1].isspace()
        assert not text[previous:low].strip()
        inner = clauses(text, low, high)
        assert "".join(text[low:high].split()) == "".join("".join(text[a:b].split()) for a, b in inner)
        previous = high
    assert not text[previous:end].strip()


def test_what_is_longer_than_any_sentence_is_read_in_pieces() -> None:
    text = "，".join(f"{n}万颗芯片" for n in range(2000))
    found = split_sentences(text, 0, len(text))
    assert max(end - start for start, end in found) <= 1000
    assert "".join(text[start:end] for start, end in found) == text
