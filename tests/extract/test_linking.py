"""Mentions in context: `[[words|id]]` marks what must be found, `[[words|id?]]` a product that the model does not know."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import NamedTuple

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.hardware import Organisation, Product, load
from pipeline.extract.linking import Linker
from pipeline.extract.mentions import Mention

CASES = Path(__file__).parent / "cases" / "linking.jsonl"
MARK = re.compile(r"\[\[(.+?)\|(.+?)\]\]")
TO_SIMPLIFIED = opencc.OpenCC("t2s").convert


class Marked(NamedTuple):
    start: int
    end: int
    id: str
    known: bool


def unmarked(text: str) -> tuple[str, list[Marked]]:
    """The plain text and its marks."""
    plain, marks, last = "", [], 0
    for match in MARK.finditer(text):
        plain += text[last : match.start()]
        marks.append(Marked(len(plain), len(plain) + len(match[1]), match[2].removesuffix("?"), match[2][-1] != "?"))
        plain += match[1]
        last = match.end()
    return plain + text[last:], marks


def cases() -> list[dict[str, str]]:
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker(load())


def found(mentions: list[Mention]) -> list[Marked]:
    return [Marked(m.start, m.end, m.id, m.known) for m in mentions]


@pytest.mark.parametrize("case", cases(), ids=lambda case: unmarked(case["text"])[0][:40])
def test_linking_in_context(linker: Linker, case: dict[str, str]) -> None:
    text, marks = unmarked(case["text"])
    view = TO_SIMPLIFIED(text)
    assert len(view) == len(text)
    assert found(linker.find(view, case["language"])) == marks


def test_parts_keep_what_a_span_took_in(linker: Linker) -> None:
    (mention,) = linker.find("Nvidia Blackwell B200", "it")
    assert (mention.start, mention.end, mention.id) == (0, 21, "nvidia-b200")
    assert [(p.start, p.end, p.id, p.kind) for p in mention.parts] == [
        (0, 6, "nvidia", "company"),
        (7, 16, "nvidia-blackwell", "architecture"),
    ]


def test_person_and_kind(linker: Linker) -> None:
    (mention,) = linker.find("老黄", "zh")
    assert (mention.name, mention.type, mention.kind) == ("Jensen Huang", "organisation", "person")


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("La GPU Rubin di Nvidia", "it", "gpu"),
        ("Nvidia Rubin avrà 288 GB", "it", "gpu"),
        ("l'architettura Rubin di Nvidia", "it", "architecture"),
        ("il VR200 è basato su Rubin", "it", "architecture"),
        ("英伟达Rubin架构", "zh", "architecture"),
        ("英伟达Rubin芯片", "zh", "gpu"),
        ("100 mila GPU Blackwell", "it", "gpu"),
        ("Nvidia presenta Blackwell", "it", "architecture"),
        ("la piattaforma Blackwell", "it", "architecture"),
        ("Blackwell架构GPU", "zh", "architecture"),
        ("Blackwell GPU", "zh", "gpu"),
        ("adotta Zen 5", "it", "architecture"),
    ],
)
def test_an_architecture_or_its_chip(linker: Linker, text: str, language: str, kind: str) -> None:
    named = [m.kind for m in linker.find(text, language) if m.kind in ("architecture", "gpu")]
    assert named == [kind]


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("RTX 6090", "nvidia-rtx-6090"),
        ("RTX6090Ti", "nvidia-rtx-6090-ti"),
        ("MI500X", "amd-mi500x"),
        ("Ryzen 9 10950X", "amd-ryzen-9-10950x"),
        ("Core Ultra 9 385K", "intel-core-ultra-9-385k"),
        ("Gaudi 4", "intel-gaudi-4"),
        ("TPU v9", "google-tpu-v9"),
        ("Trainium 5", "aws-trainium5"),
        ("B200A", "nvidia-b200a"),
        ("GB400", "nvidia-gb400"),
        ("GB300 NVL36", "nvidia-gb300-nvl36"),
        ("EPYC 9999", "amd-epyc-9999"),
        ("Radeon RX 9080 XT", "amd-rx-9080-xt"),
        ("Arc B770", "intel-arc-b770"),
    ],
)
def test_unknown_products_keep_their_slug(linker: Linker, words: str, id_: str) -> None:
    text = f"Si parla della {words}, non ancora presentata."
    (mention,) = linker.find(text, "it")
    assert (mention.id, mention.known, text[mention.start : mention.end]) == (id_, False, words)


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("昇腾990", "huawei-ascend-990"),
        ("思元790", "cambricon-mlu790"),
        ("骁龙9 Gen 2", "qualcomm-snapdragon-9-gen-2"),
        ("天玑9700", "mediatek-dimensity-9700"),
        ("麒麟9050", "huawei-kirin-9050"),
        ("锐龙9 10950X3D", "amd-ryzen-9-10950x3d"),
        ("酷睿Ultra 9 385K", "intel-core-ultra-9-385k"),
        ("霄龙9999", "amd-epyc-9999"),
    ],
)
def test_unknown_products_in_chinese(linker: Linker, words: str, id_: str) -> None:
    (mention,) = linker.find(f"网传{words}即将发布", "zh")
    assert (mention.start, mention.end, mention.id, mention.known) == (2, 2 + len(words), id_, False)


@pytest.mark.parametrize("gap", ["", " ", "-", "\u00a0"])
def test_spellings_of_one_name(linker: Linker, gap: str) -> None:
    assert [m.id for m in linker.find(f"la RTX{gap}5090 e", "it")] == ["nvidia-rtx-5090"]


@pytest.mark.parametrize("text", ["H1000", "xH100", "GH100x", "H100.5", "AH200", "B2000"])
def test_no_name_inside_a_longer_word(linker: Linker, text: str) -> None:
    assert not any(m.known and m.type == "hardware" for m in linker.find(f"un {text} qui", "it"))


NAMES = ["H100", "GB200 NVL72", "RTX 5070 Ti", "英伟达", "Nvidia", "昇腾910C", "5090", "M4", "Rubin", "TSMC", "MI300X"]
FILLER = ["di", "la GPU", "采购", "、", "(", ") ", "10万张", " ", "\n", "é", "😀", "x", "9", "-"]


@given(st.lists(st.sampled_from(NAMES + FILLER), max_size=25).map("".join), st.sampled_from(["it", "zh"]))
def test_mentions_are_ordered_apart_and_repeatable(linker: Linker, text: str, language: str) -> None:
    mentions = linker.find(text, language)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    assert all(m.start <= p.start < p.end <= m.end for m in mentions for p in m.parts)
    assert linker.find(text, language) == mentions


@given(
    st.sampled_from(["H100", "H200", "B200", "GB200", "MI300X", "RTX 5090"]),
    st.sampled_from("abcdefghijklmnopqrtuvwxyz0123456789"),
)
def test_a_letter_more_is_another_product(linker: Linker, name: str, tail: str) -> None:
    known = {m.id for m in linker.find(name, "it")}
    assert not known & {m.id for m in linker.find(name + tail, "it")}


def test_every_name_leads_to_its_own_entry(linker: Linker) -> None:
    model = load()
    entries: list[Product | Organisation] = [*model.products.values(), *model.organisations.values()]
    for entry in entries:
        for alias in entry.aliases:
            if alias.context is None:
                view = TO_SIMPLIFIED(alias.text)
                language = "it" if view.isascii() else "zh"
                assert [(m.id, m.start, m.end) for m in linker.find(view, language)] == [(entry.id, 0, len(view))]
