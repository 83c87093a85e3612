"""The spaCy components: found by their entry point, with spans that lead to claims of exact places."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

IT = "Meta ha ordinato 10.000 H100. La RTX 5090 costa 2.349 euro."
ZH = "微软采购了10万颗H100。RTX 5090的售价为16499元。"


def pipeline(language: str, *factories: str) -> Language:
    nlp = spacy.blank(language)
    for factory in factories or ("newsclaims",):
        nlp.add_pipe(factory)
    return nlp


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", IT, [("unit_count", "10.000 H100", "nvidia-h100"), ("unit_price", "2.349 euro", "nvidia-rtx-5090")]),
        ("zh", ZH, [("unit_count", "10万颗H100", "nvidia-h100"), ("unit_price", "16499元", "nvidia-rtx-5090")]),
    ],
)
def test_newsclaims_sets_claims_and_their_spans(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    doc = pipeline(language)(text)
    assert [(c.predicate, c.quote, c.hardware) for c in doc._.claims] == expected
    assert all(text[c.start : c.end] == c.quote for c in doc._.claims)
    spans = doc.spans["claims"]
    assert [span.label_ for span in spans] == [predicate for predicate, _, _ in expected]
    assert [span._.claim for span in spans] == doc._.claims
    assert all(claim.quote in span.text for span, claim in zip(spans, doc._.claims, strict=True))


def test_the_other_groups_hold_values_products_and_organisations() -> None:
    doc = pipeline("it")(IT)
    assert [(s.text, s.label_) for s in doc.spans["values"]] == [("10.000", "number"), ("2.349 euro", "price")]
    assert [s.kb_id_ for s in doc.spans["hardware"]] == ["nvidia-h100", "nvidia-rtx-5090"]
    assert [s.kb_id_ for s in doc.spans["organisations"]] == ["meta"]


def test_the_three_steps_alone_do_what_the_whole_does() -> None:
    steps = pipeline("it", "newsclaims_values", "newsclaims_mentions", "newsclaims_claims")
    assert steps(IT)._.claims == pipeline("it")(IT)._.claims


def test_published_is_what_relative_dates_stand_on() -> None:
    nlp = spacy.blank("it")
    nlp.add_pipe("newsclaims", config={"published": "2025-03-10"})
    (claim,) = nlp("Nvidia presenterà Rubin il prossimo anno.")._.claims
    assert (claim.predicate, claim.timex) == ("launch", "2026")


def test_a_doc_without_claims_has_empty_groups() -> None:
    doc = pipeline("it")("Oggi piove.")
    assert doc._.claims == []
    assert len(doc.spans["claims"]) == 0


def test_a_user_file_adds_products_to_the_pipeline(tmp_path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(
        '[products.acme-zx9]\nname = "ZX9 Ultra"\nvendor = "nvidia"\nkind = "gpu"\naliases = ["ZX9 Ultra"]\n',
        encoding="utf-8",
    )
    nlp = spacy.blank("it")
    nlp.add_pipe("newsclaims", config={"hardware": [str(file)]})
    (claim,) = nlp("La ZX9 Ultra assorbe 300 W.")._.claims
    assert (claim.hardware, claim.known, claim.value) == ("acme-zx9", True, 300)
