"""Month by month and week by week: every duty of the calendar as a strip of cells, darker the more was done."""

from fractions import Fraction
from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say, word
from jobhome_score.reports.calendar_duties import Duty, duties, each_words, tally_of
from jobhome_score.reports.html.markup import Html, element, joined
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.phrases import figure_text, target_text
from jobhome_score.rubric.document import Comparison
from jobhome_score.scoring.results import Cell, Strip

MUCH: Final = Fraction(2)
MORE: Final = Fraction(5, 4)
LONG: Final = 10_000
"""From here on a figure is written in 万 or thousands, so that it fits into its cell."""

ENOUGH: Final = frozenset({Comparison.AT_LEAST, Comparison.MORE_THAN})


def calendar(assessment: Assessment, lang: Lang) -> Html:
    """All strips, those of months before those of weeks, and what their colours mean."""
    rows = joined(_row(duty, lang) for duty in duties(assessment, lang))
    return joined([_legend(lang), element("div", rows, class_="strips")])


def _legend(lang: Lang) -> Html:
    marks = ("none", "short", "met", "more", "much", "later")
    cells = (element("li", element("i", class_=f"cell {mark}"), say(lang, f"html.cell.{mark}")) for mark in marks)
    return element("ul", *cells, class_="legend")


def _row(duty: Duty, lang: Lang) -> Html:
    strip = duty.strip
    met, due = tally_of(strip)
    tally = say(lang, "phrase.tally", met=str(met), due=str(due))
    head = element(
        "div", element("span", duty.id, class_="id"), element("b", duty.title),
        element("small", f"{each_words(strip, lang)} · {tally}"), class_="duty",
    )  # fmt: skip
    cells = element("ol", *(_cell(cell, strip, lang) for cell in strip.cells), class_=f"strip {strip.grain}")
    return element("div", head, cells, class_="row")


def _cell(cell: Cell, strip: Strip, lang: Lang) -> Html:
    value = figure_text(cell.value, strip.target)
    said = f"{cell.label}  {value} ({target_text(strip.target)})"
    shown_value = _short(cell.value, strip, lang) if cell.due else "·"
    label = element("span", short_label(cell.label, strip.grain, lang), class_="when")
    return element("li", label, element("span", shown_value, class_="what"), class_=f"cell {mark_of(cell, strip)}",
                   title=said)  # fmt: skip


def mark_of(cell: Cell, strip: Strip) -> str:
    """What a cell looks like: nothing done, too little, met, well above, twice as much, or not due yet."""
    if not cell.due:
        return "later"
    if not cell.met:
        return "short" if cell.value else "none"
    wanted = strip.target.number
    if cell.value is None or strip.target.comparison not in ENOUGH or wanted <= 0:
        return "met"
    share = cell.value / wanted
    return "much" if share >= MUCH else "more" if share >= MORE else "met"


def short_label(label: str, grain: str, lang: Lang) -> str:
    """What stands in a cell for 2025-07, 2025Q3 or 2025-W27; joined part months keep both ends."""
    parts = [part.rpartition("-")[2] for part in label.split("+")]
    if grain == "month":
        return "+".join(_month(part, lang) for part in parts)
    return "+".join(part[2:] if grain == "quarter" and len(part) > len("2025") else part for part in parts)


def _month(digits: str, lang: Lang) -> str:
    return word(lang, "html.month", digits)


def _short(value: Fraction | None, strip: Strip, lang: Lang) -> str:
    if value is None or strip.target.percent or abs(value) < LONG:
        return figure_text(value, strip.target)
    unit = 10_000 if lang == "zh" else 1_000
    return f"{shown(Fraction(round(value / unit * 10), 10))}{say(lang, 'html.unit')}"
