"""The patterns that come with the model are sound: the linker compiles them only when a text has a word of theirs."""

from __future__ import annotations

import re
import string

import pytest

from models.hardware import HardwareModel, load


@pytest.fixture(scope="module")
def model() -> HardwareModel:
    return load()


def test_every_pattern_compiles_and_matches_no_empty_text(model: HardwareModel) -> None:
    assert [p.regex for p in model.patterns if re.compile(p.regex).match("")] == []


def test_no_id_asks_for_a_group_that_its_expression_lacks(model: HardwareModel) -> None:
    def asked(template: str) -> int:
        return max((int(name) for _, name, _, _ in string.Formatter().parse(template) if name), default=0)

    assert [p.regex for p in model.patterns if p.template and asked(p.template) > re.compile(p.regex).groups] == []


def test_every_pattern_without_an_id_has_a_group_to_make_one_of(model: HardwareModel) -> None:
    assert [p.regex for p in model.patterns if p.template is None and not re.compile(p.regex).groups] == []
