"""Random site-years as sheets of plain cells, whole or split over several workbooks."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from tests.ledger_tables import MADE, rubric_source
from tests.oracle.case import OPTIONS
from tests.oracle.columns import sheets
from tests.oracle.rows import Row, Year, day
from tests.oracle.site_year import random_year

from jobhome_score.assessment import Assessment, MissingPolicy, Request, assess
from jobhome_score.ledgers.loading import Checked, check
from jobhome_score.reading.cells import Reading, Sheet, Value, Workbook
from jobhome_score.scoring.fitting import season_of
from jobhome_score.scoring.results import Score
from jobhome_score.views.season import Season

Lines = tuple[tuple[Value, ...], ...]


@dataclass(frozen=True)
class Drawn:
    """A year with the readings that it is assessed under."""

    year: Year
    readings: Mapping[str, str]
    as_of: dt.date | None = None

    @property
    def start(self) -> dt.date:
        """The first day of the period."""
        return day(self.year["project"][0], "period_start")

    @property
    def end(self) -> dt.date:
        """The last day of the period."""
        return day(self.year["project"][0], "period_end")

    def having(self, ledger: str, *rows: Row) -> "Drawn":
        """The same year with further rows; columns that they do not name are blank."""
        blank = {name: None for name, _, _ in sheets()[ledger].columns}
        return replace(self, year={**self.year, ledger: [*self.year[ledger], *({**blank, **row} for row in rows)]})

    def lacking(self, ledger: str) -> "Drawn":
        """The same year with a ledger not handed in."""
        return replace(self, year={name: rows for name, rows in self.year.items() if name != ledger})

    def honest(self) -> "Drawn":
        """The same year without findings of fabricated data."""
        kept = [row for row in self.year["findings"] if row["type"] != "数据造假"]
        return replace(self, year={**self.year, "findings": kept})

    def assess_with_season(self) -> tuple[Assessment, Season]:
        """The assessment with the season that further questions are asked of."""
        checked = check(Reading(tuple(_books(self.year, None))))
        assessment = assess(checked, rubric_source(), Request(MADE, self.readings, self.as_of))
        return assessment, season_of(checked.ledgers(), assessment.rubric, self.as_of)

    def assess(self, missing: str = "fail", dice: Random | None = None) -> Assessment:
        """The assessment; with dice, rows, sheets and files come in another order and ledgers in several sheets."""
        return assess(self.checked(dice), rubric_source(), self.request(missing))

    def checked(self, dice: Random | None = None) -> Checked:
        """The ledgers read and checked; with dice, in another order and in several sheets."""
        return check(Reading(tuple(_books(self.year, dice))))

    def request(self, missing: str = "fail") -> Request:
        """What is asked of the assessment."""
        return Request(MADE, self.readings, self.as_of, MissingPolicy(missing))


def drawn(seed: int) -> Drawn:
    """A random year under random readings, in some cases as of a day."""
    dice = Random(f"readings {seed}")
    share = dice.choice((0, 0.3, 0.8))
    year = random_year(seed)
    readings = {name: dice.choice(options) for name, options in OPTIONS.items() if dice.random() < share}
    if year["project"][0]["base_fee"] is None:
        readings.pop("fee_basis", None)
    found = Drawn(year, readings)
    as_of = found.start + dt.timedelta(days=dice.randrange(330))
    return replace(found, as_of=as_of if dice.random() < 0.3 else None)


def _cell(value: object) -> Value:
    if isinstance(value, bool):
        return "是" if value else "否"
    if value is None or isinstance(value, str | int | Decimal | dt.date | dt.time):
        return value
    raise TypeError(value)


def _books(year: Year, dice: Random | None) -> list[Workbook]:
    found: list[Sheet] = []
    for ledger, rows in year.items():
        sheet = sheets()[ledger]
        names = [name for name, _, _ in sheet.columns]
        lines: list[tuple[Value, ...]] = [tuple(_cell(row[name]) for name in names) for row in rows]
        heads = tuple(chinese for _, chinese, _ in sheet.columns)
        if ledger == "project":
            items = list(zip(heads, lines[0], strict=True))
            found.append(_sheet(sheet.title, tuple(item for item in items if item[1] is not None)))
            continue
        found += [_sheet(sheet.title, (heads, *part)) for part in _parts(lines, dice)]
    if dice is not None:
        dice.shuffle(found)
    files = [(f"{at // 3}.xlsx" if dice else "台账.xlsx", sheet) for at, sheet in enumerate(found)]
    return [
        Workbook(
            file,
            "",
            tuple(_numbered(at, replace(sheet, file=file)) for at, (of, sheet) in enumerate(files) if of == file),
        )
        for file in dict.fromkeys(file for file, _ in files)
    ]


def _numbered(at: int, sheet: Sheet) -> Sheet:
    return replace(sheet, name=f"{sheet.name}-{at % 12 + 1}月")


def _sheet(name: str, lines: Lines) -> Sheet:
    return Sheet("", name, tuple(range(1, len(lines) + 1)), lines)


def _parts(lines: list[tuple[Value, ...]], dice: Random | None) -> list[list[tuple[Value, ...]]]:
    if dice is None:
        return [lines]
    mixed = dice.sample(lines, len(lines))
    cut = dice.randint(0, len(mixed))
    return [mixed[:cut], mixed[cut:]]


def figures(score: Score) -> dict[str, Any]:
    """Every figure of a score sheet by name; evidence and its order are left out."""
    rules: dict[str, Any] = {}
    for section in score.sections:
        for line in section.indicators:
            rules[line.indicator.id] = (line.score, line.deducted, line.zeroed)
            for rule in line.rules:
                told = (rule.status, rule.measured, rule.misses, rule.deducted, rule.uncapped)
                rules[f"{line.indicator.id} {rule.rule.id}"] = told
    duties = {duty.obligation.id: (duty.status, duty.measured) for duty in score.obligations}
    totals: tuple[Fraction, ...] = (score.base, score.bonus, score.penalty, score.total)
    return {**rules, **duties, "totals": totals}
