"""Compiles the templates of a check to SQL, so that DuckDB writes all explanations itself, column by column.

Writing a figure for readers takes large macros, which DuckDB binds anew for every expression that uses them. So the figures
of all checks are gathered in one table and written there once, in every language; an explanation joins what it shows.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from models.errors import CheckError
from pipeline.reconcile.check_file import Check
from pipeline.reconcile.template import Part, Section, Slot
from warehouse.definitions import quoted

EXPLANATION_LANGUAGES = ("en", "it", "zh_hans", "zh_hant")
TRADITIONAL = "s2tw"  # OpenCC's plain s2t writes forms such as 爲 and 覈 that newspapers do not print
UNIT = "<unit>"

# The columns that a slot `{name:format}` reads, as suffixes of its name, and the columns of the table of figures that they
# fill. UNIT stands for the column `name_unit`, or `unit` where the query returns no such column.
FORMATS: dict[str, dict[str, str]] = {
    "number": {"low": ""},
    "amount": {"low": "", "unit": UNIT},
    "interval": {"low": "_low", "high": "_high", "unit": UNIT},
    "said": {"low": "_value", "high": "_value_high", "unit": UNIT, "bound": "_bound"},
    "ratio": {"low": ""},
    "percent": {"low": ""},
    "date": {"first_day": ""},
    "period": {"first_day": "_start", "last_day": "_end"},
    "term": {"word": ""},
    "text": {},
}
FIGURE_COLUMNS = {
    "low": "DOUBLE", "high": "DOUBLE", "unit": "VARCHAR", "bound": "VARCHAR", "first_day": "DATE", "last_day": "DATE", "word": "VARCHAR",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Explanations:
    """A check's explanations in SQL.

    `figures` has, for each figure that a template shows, the expressions that fill the table of figures: one struct a
    figure over the columns of the comparison. `texts` has, by language, the expression that writes the explanation, over the
    comparison `c` and the written figures `f0`, `f1`, … in the order of `figures`.
    """

    figures: list[str]
    texts: dict[str, str]


def compile_explanations(
    check: Check, columns: Mapping[str, str], to_traditional: Callable[[str], str]
) -> Explanations:
    """The check's templates as SQL; `columns` has the types of the comparison's columns.

    Raises CheckError, with the template's line, for a slot whose column the query does not return or whose format
    does not exist.
    """
    figures: dict[str, str] = {}
    texts = {}
    for language in EXPLANATION_LANGUAGES:
        template = check.templates[language.split("_")[0]]
        convert = to_traditional if language == "zh_hant" else str
        compiler = _Compiler(f"{check.path}:{template.line}", language, columns, convert, figures)
        texts[language] = f"trim({compiler.concatenation(template.parts)})"
    return Explanations(list(figures), texts)


def without_gaps(text: str) -> str:
    """The expression that joins the blanks left behind by sections that were left out; most texts have none."""
    return f"CASE WHEN contains({text}, '  ') THEN regexp_replace({text}, '  +', ' ', 'g') ELSE {text} END"


def term_macros(to_traditional: Callable[[str], str]) -> list[str]:
    """The statements that define `term_en`, `term_it`, … : what predicates and parts are called in each language."""
    terms = tomllib.loads(files("pipeline.reconcile").joinpath("terms.toml").read_text(encoding="utf-8"))
    statements = []
    for language in EXPLANATION_LANGUAGES:
        convert = to_traditional if language == "zh_hant" else str
        cases = " ".join(
            f"WHEN {quoted(key)} THEN {quoted(convert(names[language.split('_')[0]]))}" for key, names in terms.items()
        )
        statements.append(f"CREATE OR REPLACE TEMP MACRO term_{language}(word) AS CASE word {cases} ELSE word END")
    return statements


def writing_statement(figure_format: str) -> str:
    """The statement that writes all figures of one format, from the table `shown` to the table `written`."""
    arguments = ", ".join(f"figure.{column}" for column in FORMATS[figure_format])
    in_languages = ", ".join(f"{figure_format}_{name}({arguments}) AS {name}" for name in ("en", "it", "zh_hans"))
    # Of a figure the Traditional form is the Simplified one character by character; words have their own.
    traditional = f"term_zh_hant({arguments})" if figure_format == "term" else "traditional(zh_hans)"
    return (
        "INSERT INTO written SELECT figure_key, coalesce(en, '–'), coalesce(it, '–'), coalesce(zh_hans, '–'), "
        f"coalesce({traditional}, '–') FROM ("
        f"SELECT figure, hash(figure) AS figure_key, {in_languages} "
        f"FROM (SELECT DISTINCT figure FROM shown WHERE figure.format = '{figure_format}'))"
    )


class _Compiler:
    """Turns the parts of one template into SQL; `figures` collects what all templates of the check show."""

    def __init__(
        self,
        place: str,
        language: str,
        columns: Mapping[str, str],
        convert: Callable[[str], str],
        figures: dict[str, str],
    ) -> None:
        self.place, self.language, self.columns, self.convert, self.figures = place, language, columns, convert, figures

    def concatenation(self, parts: Sequence[Part]) -> str:
        return f"concat({', '.join(map(self.expression, parts))})" if parts else "''"

    def expression(self, part: Part) -> str:
        if isinstance(part, str):
            return quoted(self.convert(part))
        if isinstance(part, Slot):
            return self.slot(part)
        return self.section(part)

    def section(self, section: Section) -> str:
        column = f"c.{self.column(section.column)}"
        is_flag = self.columns[section.column] == "BOOLEAN"
        shown = f"coalesce({column}, false)" if is_flag else f"{column} IS NOT NULL"
        condition = f"NOT ({shown})" if section.negated else shown
        return f"CASE WHEN {condition} THEN {self.concatenation(section.parts)} ELSE '' END"

    def slot(self, slot: Slot) -> str:
        filled = FORMATS.get(slot.format)
        if filled is None:
            raise CheckError(f"{self.place}: format {slot.format!r} is none of {', '.join(FORMATS)}")
        if not filled:
            return f"coalesce(CAST(c.{self.column(slot.column)} AS VARCHAR), '–')"
        fields = [f"'format': '{slot.format}'"]
        for column, kind in FIGURE_COLUMNS.items():
            suffix = filled.get(column)
            value = "NULL" if suffix is None else self.argument(slot, suffix)
            fields.append(f"'{column}': CAST({value} AS {kind})")
        figure = self.figures.setdefault("{" + ", ".join(fields) + "}", f"f{len(self.figures)}")
        return f"{figure}.{self.language}"

    def argument(self, slot: Slot, suffix: str) -> str:
        if suffix != UNIT:
            return self.column(slot.column + suffix)
        own = f"{slot.column}_unit"
        return self.column(own if own in self.columns else "unit")

    def column(self, name: str) -> str:
        if name not in self.columns:
            raise CheckError(
                f"{self.place}: the query returns no column {name!r}; it returns {', '.join(self.columns)}"
            )
        return f'"{name}"'
