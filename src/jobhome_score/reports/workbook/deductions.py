"""Sheet 扣分明细: one line a charge, with a column that the reader may change and a link to the source."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from jobhome_score.locales import say
from jobhome_score.records import dataclass
from jobhome_score.reports.workbook.charges import Charge, RuleCharges, TermCharges, Together
from jobhome_score.reports.workbook.formats import Page, quoted
from jobhome_score.reports.workbook.links import MOST, link_to
from jobhome_score.rubric.document import Role

COLUMNS: Final = (
    "id", "kind", "rule", "what", "times", "amount", "accepted", "charged", "month", "file", "sheet", "row", "open",
    "reviewed",
)  # fmt: skip
WIDTHS: Final = (7, 7, 18, 32, 7, 8, 8, 8, 10, 22, 14, 26, 8, 40)
FIRST: Final = 2
"""The first line of charges, from 0, below a hint and the head."""

ARGUMENTS: Final = 255
"""So many a function of Excel takes."""

TIMES, AMOUNT, ACCEPTED, CHARGED = (COLUMNS.index(name) for name in ("times", "amount", "accepted", "charged"))
OPEN: Final = COLUMNS.index("open")


@dataclass(frozen=True, slots=True)
class Ledger:
    """Where the charges stand: the formula of every rule's sum, and of every indicator's falsification."""

    sums: Sequence[str]
    zeroed: Mapping[str, str]
    last: int


def write_deductions(page: Page, rules: Sequence[RuleCharges], base: str | None) -> Ledger:
    """Write the lines; say by which formulas other sheets find them."""
    last_column = OPEN + any(one.review for rule in rules for term in rule.terms for one in term.charges)
    page.high(0, 34)
    page.merged((0, 0, 0, last_column), say(page.lang, "workbook.hint"), "hint")
    page.header(FIRST - 1, COLUMNS[: last_column + 1], WIDTHS[: last_column + 1])
    here, row = quoted(page.lang, "charges"), FIRST
    sums: list[str] = []
    marks: dict[str, list[str]] = {}
    for rule in rules:
        terms: list[str] = []
        for term in rule.terms:
            for charge in term.charges:
                _line(page, row, rule, charge, base, last_column)
                if charge.names:
                    marks.setdefault(charge.names, []).append(f"{here}$G${row + 1}")
                row += 1
            terms.append(_sum(term, here, row - len(term.charges) + 1))
        joined = f"MAX({','.join(terms)})" if rule.larger else "+".join(terms)
        sums.append(joined or "0")
    last = max(row - 1, FIRST)
    page.sheet.autofilter(FIRST - 1, 0, last, last_column)
    page.sheet.data_validation(FIRST, ACCEPTED, last, ACCEPTED, {"validate": "list", "source": ["1", "0"]})
    if row == FIRST:
        page.merged((FIRST, 0, FIRST, last_column), say(page.lang, "report.no_misses"))
    zeroed = {name: f"MAX({','.join(cells)})>0" for name, cells in _capped(marks)}
    return Ledger(sums, zeroed, last)


def _capped(marks: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Sequence[str]]]:
    """An indicator is falsified no more by a cell beyond what a function takes."""
    for name, cells in marks.items():
        yield name, cells[:ARGUMENTS]


def _sum(term: TermCharges, here: str, first: int) -> str:
    """The formula of a term whose lines begin in row `first`: added up, or the largest, within its cap.

    Where the largest counts, what stands of a shortfall and what a decision took off it are one.
    """
    groups = term.groups()
    last = first + len(term.charges) - 1
    cells = f"{here}$H${first}:$H${last}"
    if term.together is Together.LARGEST and len(groups) < len(term.charges) and len(groups) <= ARGUMENTS:
        cells = ",".join("+".join(f"{here}$H${first + at}" for at in lines) for lines in groups)
    name = "SUM" if term.together is Together.SUM else "MAX"
    return f"{name}({cells})" if term.cap is None else f"MIN({term.cap},{name}({cells}))"


def _line(page: Page, row: int, rule: RuleCharges, charge: Charge, base: str | None, last: int) -> None:
    place, lang = charge.place, page.lang
    kind = "brings" if rule.role is Role.BONUS else "takes"
    texts = (rule.line.indicator.id, say(lang, f"workbook.{kind}"), rule.scored.rule.title[lang], charge.what)
    for column, text in enumerate(texts):
        page.put(row, column, text, "centre" if column < len(("id", "kind")) else "text")
    page.put(row, TIMES, charge.times, "points")
    page.put(row, AMOUNT, charge.points, "points")
    page.put(row, ACCEPTED, int(charge.accepted), "choice")
    page.live(row, CHARGED, f"ROUND(F{row + 1}*G{row + 1},6)", rounded(charge.counted))
    file, sheet = (place.file, place.sheet) if place else ("", "")
    for column, text in enumerate((charge.month, file, sheet, charge.rows), CHARGED + 1):
        page.put(row, column, text, "centre" if column == CHARGED + 1 else "text")
    url = link_to(place, base) if place and row < MOST else None
    if url is None:
        page.put(row, OPEN, "" if place else "—", "centre")
    else:
        page.sheet.write_url(row, OPEN, url, page.looks["link"], say(lang, "workbook.open.cell"))
    if last > OPEN:
        page.put(row, last, charge.review)
    page.height(row, (charge.what, file, charge.rows, charge.review), (WIDTHS[3], WIDTHS[9], WIDTHS[11], WIDTHS[-1]))


def rounded(points: Fraction) -> Fraction:
    """What ROUND(…,6) makes of points."""
    return Fraction(round(points * 10**6), 10**6)
