"""Sheet 图表: native charts over the live cells: score per indicator, charges by month."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import say
from jobhome_score.reports.report_lines import reached, worth
from jobhome_score.reports.workbook.charges import RuleCharges
from jobhome_score.reports.workbook.deductions import FIRST, Ledger
from jobhome_score.reports.workbook.formats import Page, quoted
from jobhome_score.rubric.document import Role
from jobhome_score.views.cells import months_within

if TYPE_CHECKING:
    from xlsxwriter import Workbook

COLUMNS: Final = ("indicator", "points", "score", "", "month", "charges")
WIDTHS: Final = (34, 8, 8, 4, 12, 10)
SIZE: Final = {"width": 760, "height": 480}
BLUE, GREY, RED = "#4472C4", "#D9D9D9", "#C00000"


def write_charts(
    book: "Workbook",
    page: Page,
    assessment: Assessment,
    at: Mapping[str, int],
    charged: tuple[Sequence[RuleCharges], Ledger],
) -> None:
    """Write the two small tables that the charts draw, and the charts beside them."""
    page.header(0, [name or "blank" for name in COLUMNS], WIDTHS)
    lines = _scores(page, assessment, at)
    months = _months(page, assessment, *charged)
    here = quoted(page.lang, "charts")
    scores = book.add_chart({"type": "bar"})
    for column, colour in (("C", BLUE), ("B", GREY)):
        scores.add_series({
            "name": f"={here}${column}$1", "categories": f"={here}$A$2:$A${lines + 1}",
            "values": f"={here}${column}$2:${column}${lines + 1}", "fill": {"color": colour}, "gap": 40,
        })  # fmt: skip
    scores.set_title({"name": say(page.lang, "workbook.chart.scores"), "name_font": {"size": 14}})
    scores.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    scores.set_x_axis({"min": 0, "major_gridlines": {"visible": True, "line": {"color": GREY}}})
    scores.set_legend({"position": "bottom"})
    scores.set_size({**SIZE, "height": 620})
    page.sheet.insert_chart("H2", scores)
    bars = book.add_chart({"type": "column"})
    bars.add_series({
        "name": f"={here}$F$1", "categories": f"={here}$E$2:$E${months + 1}",
        "values": f"={here}$F$2:$F${months + 1}", "fill": {"color": RED}, "gap": 60,
    })  # fmt: skip
    bars.set_title({"name": say(page.lang, "workbook.chart.months"), "name_font": {"size": 14}})
    bars.set_legend({"none": True})
    bars.set_y_axis({"min": 0, "major_gridlines": {"visible": True, "line": {"color": GREY}}})
    bars.set_size(SIZE)
    page.sheet.insert_chart("H34", bars)


def _scores(page: Page, assessment: Assessment, at: Mapping[str, int]) -> int:
    """A line an indicator of the base and bonus sections; how many there are."""
    count, scores = 0, quoted(page.lang, "scores")
    for section in assessment.score.sections:
        role = section.section.role
        if role is Role.PENALTY:
            continue
        for row, line in enumerate(section.indicators, count + 1):
            indicator, count = line.indicator, row
            page.put(row, 0, f"{indicator.id} {indicator.title[page.lang]}")
            page.put(row, 1, worth(line), "points")
            page.live(row, 2, f"{scores}$H${at[indicator.id] + 1}", reached(line, role))
    return count


def _months(page: Page, assessment: Assessment, rules: Sequence[RuleCharges], ledger: Ledger) -> int:
    """A line a month with the charges that still stand; how many there are."""
    known: dict[str, int] = {}
    for rule in rules:
        for term in rule.terms if rule.role is not Role.BONUS else ():
            for charge in term.charges:
                known[charge.month] = known.get(charge.month, 0) + int(charge.accepted)
    here, row = quoted(page.lang, "charges"), 0
    first, last = FIRST + 1, ledger.last + 1
    kind = say(page.lang, "workbook.takes")
    for row, month in enumerate(months_within(assessment.contract.period), 1):
        name = f"{month.start.year}-{month.start.month:02}"
        page.put(row, 4, name, "centre")
        same = f'({here}$I${first}:$I${last}=$E${row + 1})*({here}$B${first}:$B${last}="{kind}")'
        page.live(row, 5, f"SUMPRODUCT({same}*({here}$G${first}:$G${last}>0))", Fraction(known.get(name, 0)))
    return row
