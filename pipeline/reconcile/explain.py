"""Compiles the templates of a check to SQL expressions, so that DuckDB writes all explanations itself, column by column."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from models.errors import CheckError
from pipeline.reconcile.check_file import Check
from pipeline.reconcile.template import Part, Section, Slot

EXPLANATION_LANGUAGES = ("en", "it", "zh_hans", "zh_hant")
TRADITIONAL = "s2tw"  # OpenCC's plain s2t writes forms such as 爲 and 覈 that newspapers do not print


UNIT = "<unit>"

# How a slot `{name:format}` is written: the macro `<format>_<language>` gets the columns `name` + suffix. UNIT stands for
# the column `name_unit`, or `unit` where the query returns no such column.
FORMATS: dict[str, tuple[str, ...]] = {
    "text": ("",),
    "number": ("",),
    "amount": ("", UNIT),
    "interval": ("_low", "_high", UNIT),
    "said": ("_value", "_value_high", UNIT, "_bound"),
    "ratio": ("",),
    "percent": ("",),
    "date": ("",),
    "period": ("_start", "_end"),
    "term": ("",),
}
# Formats of which the Traditional form is that of the Simplified one, character by character.
_ONE_CHINESE = frozenset(("number", "amount", "interval", "said", "ratio", "percent", "date", "period"))


@dataclass(frozen=True, slots=True)
class Explanations:
    """SQL for the explanations of one check: `slots` (name → expression over the comparison's columns), each written once
    however often templates use it, and `texts` (language → expression over the slots and columns)."""

    slots: dict[str, str]
    texts: dict[str, str]


def compile_explanations(
    check: Check, columns: Mapping[str, str], to_traditional: Callable[[str], str]
) -> Explanations:
    """The check's templates as SQL; `columns` has the types of the comparison's columns.

    Raises CheckError, with the template's line, for a slot whose column the query does not return or whose format
    does not exist.
    """
    slots: dict[str, str] = {}
    texts = {}
    for language in EXPLANATION_LANGUAGES:
        template = check.templates[language.split("_")[0]]
        convert = to_traditional if language == "zh_hant" else str
        compiler = _Compiler(f"{check.path}:{template.line}", language, columns, convert, slots)
        # Sections that are left out leave their blanks behind.
        texts[language] = f"trim(regexp_replace({compiler.concatenation(template.parts)}, ' +', ' ', 'g'))"
    return Explanations({name: sql for sql, name in slots.items()}, texts)


def term_macros(to_traditional: Callable[[str], str]) -> list[str]:
    """The statements that define `term_en`, `term_it`, … : what predicates and parts are called in each language."""
    terms = tomllib.loads(files("pipeline.reconcile").joinpath("terms.toml").read_text(encoding="utf-8"))
    statements = []
    for language in EXPLANATION_LANGUAGES:
        convert = to_traditional if language == "zh_hant" else str
        cases = " ".join(
            f"WHEN {_literal(key)} THEN {_literal(convert(names[language.split('_')[0]]))}"
            for key, names in terms.items()
        )
        statements.append(f"CREATE OR REPLACE TEMP MACRO term_{language}(key) AS CASE key {cases} ELSE key END")
    return statements


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


class _Compiler:
    """Turns the parts of one template into SQL over the columns of one check's comparisons."""

    def __init__(
        self,
        place: str,
        language: str,
        columns: Mapping[str, str],
        convert: Callable[[str], str],
        slots: dict[str, str],
    ) -> None:
        self.place, self.language, self.columns, self.convert, self.slots = place, language, columns, convert, slots

    def concatenation(self, parts: Sequence[Part]) -> str:
        return f"concat({', '.join(map(self.expression, parts))})" if parts else "''"

    def expression(self, part: Part) -> str:
        if isinstance(part, str):
            return _literal(self.convert(part))
        if isinstance(part, Slot):
            return self.slot(part)
        return self.section(part)

    def section(self, section: Section) -> str:
        column = self.column(section.column)
        is_flag = self.columns[section.column] == "BOOLEAN"
        shown = f"coalesce({column}, false)" if is_flag else f"{column} IS NOT NULL"
        condition = f"NOT ({shown})" if section.negated else shown
        return f"CASE WHEN {condition} THEN {self.concatenation(section.parts)} ELSE '' END"

    def slot(self, slot: Slot) -> str:
        suffixes = FORMATS.get(slot.format)
        if suffixes is None:
            raise CheckError(f"{self.place}: format {slot.format!r} is none of {', '.join(FORMATS)}")
        arguments = [self.unit(slot) if suffix == UNIT else self.column(slot.column + suffix) for suffix in suffixes]
        if self.language == "zh_hant" and slot.format in _ONE_CHINESE:
            return f"traditional({self.named(slot.format, 'zh_hans', arguments)})"
        return self.named(slot.format, self.language, arguments)

    def named(self, macro: str, language: str, arguments: Sequence[str]) -> str:
        sql = f"{macro}_{language}({', '.join(arguments)})"
        return self.slots.setdefault(sql, f"slot_{len(self.slots)}")

    def unit(self, slot: Slot) -> str:
        own = f"{slot.column}_unit"
        return self.column(own if own in self.columns else "unit")

    def column(self, name: str) -> str:
        if name not in self.columns:
            raise CheckError(
                f"{self.place}: the query returns no column {name!r}; it returns {', '.join(self.columns)}"
            )
        return f'"{name}"'
