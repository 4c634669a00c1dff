"""The rows behind the misses of a rule, each with a note that says what it has to do with them."""

from collections.abc import Iterator, Sequence

from jobhome_score.evidence import Place
from jobhome_score.locales import Lang, say, word
from jobhome_score.named import NamedTuple
from jobhome_score.reports.measure_words import column_words
from jobhome_score.reports.phrases import figure_text, target_text
from jobhome_score.rubric.document import Comparison, Target
from jobhome_score.scoring.results import Miss, RuleScore
from jobhome_score.views.catalogue import views

RANGES_SHOWN = 30


class Witness(NamedTuple):
    """A row of a ledger, or None where a miss has no rows, with what it says."""

    place: Place | None
    note: str


def witnesses(rule: RuleScore, lang: Lang) -> list[Witness]:
    """Every row behind a rule's misses, once each, in the order of the misses; rowless misses in between."""
    notes: dict[Place, list[str]] = {}
    found: list[Place | str] = []
    for miss, places in rows_by_miss(rule):
        if not places:
            found.append(f"{note(miss, lang)} · {say(lang, 'report.no_rows')}")
        for place in places:
            if place not in notes:
                found.append(place)
            notes.setdefault(place, []).append(f"{note(miss, lang, place)} {row_values(miss, place, lang)}".rstrip())
    also = say(lang, "list.also")
    return [
        Witness(None, one) if isinstance(one, str) else Witness(one, also.join(dict.fromkeys(notes[one])))
        for one in found
    ]


def rows_by_miss(rule: RuleScore) -> Iterator[tuple[Miss, Sequence[Place]]]:
    """Each miss with its rows, looked up once: every look at them afresh would work them out again."""
    for miss in rule.found:
        yield miss, miss.places[:]


def counts_bare(target: Target) -> bool:
    """Whether a figure only counts what happened, held against nothing at all."""
    return target.comparison is Comparison.AT_MOST and not target.number


def note(miss: Miss, lang: Lang, place: Place | None = None) -> str:
    """What a miss says: its cell, unless that is the row itself, its figure, what was required."""
    cell = "" if place is not None and miss.cell == str(place) else miss.cell
    name = word(lang, "figure", miss.name) if miss.name else ""
    value = say(lang, "report.nothing") if miss.value is None else figure_text(miss.value, miss.target)
    alone = "report.measured_alone" if not name and miss.value is not None else "report.figure"
    said = say(lang, "report.in_all" if counts_bare(miss.target) else alone, value=value,
               target=target_text(miss.target))  # fmt: skip
    return " ".join(part for part in (cell, name, said) if part)


def row_values(miss: Miss, place: Place, lang: Lang) -> str:
    """The values of a row that mattered, such as companies=34."""
    if not miss.view:
        return ""
    view = views()[miss.view]
    said = miss.says(place).items()
    return " ".join(f"{column_words(view, name, lang)}={_value(value, lang)}" for name, value in said)


def _value(value: object, lang: Lang) -> str:
    if isinstance(value, bool):
        return say(lang, "report.yes" if value else "report.no")
    return "—" if value is None else word(lang, "rubric.value", str(value))


def grouped(places: Sequence[Place], lang: Lang, most: int = RANGES_SHOWN) -> str:
    """Rows in few words: each sheet once, its rows as ranges (3–7, 9), at most so many."""
    by_sheet: dict[str, list[int]] = {}
    for place in places:
        by_sheet.setdefault(f"{place.file} › {place.sheet}", []).append(place.row)
    parts = (f"{sheet} › {_shortened(tuple(_ranges(sorted(rows))), len(rows), most, lang)}"
             for sheet, rows in by_sheet.items())  # fmt: skip
    return say(lang, "list.also").join(parts)


def _shortened(ranges: Sequence[str], rows: int, most: int, lang: Lang) -> str:
    more = say(lang, "report.rows_in_all", rows=str(rows)) if len(ranges) > most else ""
    return say(lang, "list.sep").join(ranges[:most]) + more


def _ranges(rows: Sequence[int]) -> Iterator[str]:
    first = 0
    for at, row in enumerate(rows):
        if at + 1 == len(rows) or rows[at + 1] != row + 1:
            yield str(row) if first == at else f"{rows[first]}–{row}"
            first = at + 1
