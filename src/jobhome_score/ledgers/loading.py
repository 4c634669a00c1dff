"""CHECK: what was read into ledgers of typed rows, with every problem at once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from jobhome_score.evidence import Place
from jobhome_score.ledgers.body import Body, about, read_body
from jobhome_score.ledgers.catalogue import PROJECT, REVIEWS, ledgers
from jobhome_score.ledgers.checks import check_tables
from jobhome_score.ledgers.layout import filled_down
from jobhome_score.ledgers.matching import Header, find_header, is_instructions, ledger_named
from jobhome_score.ledgers.project import ProjectItems, contract_of, read_items
from jobhome_score.ledgers.rows import Ledger
from jobhome_score.ledgers.suspects import ledger_in_instructions, merged_counts, rows_above
from jobhome_score.ledgers.tables import Contract, Ledgers, Piece, SheetAccount, Table, table
from jobhome_score.problems import MOST_COLUMNS, Code, LedgerError, Problem, errors, folded
from jobhome_score.reading.cells import Reading, Sheet, Workbook
from jobhome_score.records import dataclass, field

LONGEST_SEEN, MOST_SEEN = 60, 50  # of the columns that are named where one is missing


@dataclass(slots=True)
class Intake:
    """What has been taken in so far: bodies and pieces by ledger, accounts, problems."""

    bodies: dict[str, list[tuple[Piece, Body]]] = field(default_factory=dict)
    project: ProjectItems = field(default_factory=ProjectItems)
    project_sheets: list[Sheet] = field(default_factory=list)
    accounts: list[SheetAccount] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    """Ledgers that were handed in, even if they could not be read."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Ledgers as far as they could be checked: `contract` is None where the project sheet does not give one."""

    contract: Contract | None
    tables: dict[str, Table]
    handed_in: frozenset[str]
    accounts: tuple[SheetAccount, ...]
    problems: tuple[Problem, ...]

    def ledgers(self) -> Ledgers:
        """The ledgers, fit for scoring. Raises LedgerError with every problem where one stops it."""
        found = self.as_far_as_read()
        if found is None or errors(self.problems):
            raise LedgerError(self.problems)
        return found

    def as_far_as_read(self) -> Ledgers | None:
        """The ledgers with all their problems, for further checks only; None without a period to check against."""
        if self.contract is None:
            return None
        return Ledgers(self.contract, self.tables, self.accounts, self.problems)


def check(reading: Reading) -> Checked:
    """Turn plain sheets into typed ledgers; nothing raises, everything wrong is among the problems."""
    intake = Intake(problems=list(reading.problems))
    for workbook in reading.workbooks:
        for sheet, ledger in match_sheets(workbook):
            _take_in(intake, workbook, sheet, ledger)
    contract = _contract(intake)
    intake.problems.extend(_blank(intake))
    tables = {name: _join(ledgers()[name], found) for name, found in intake.bodies.items()}
    found = _news(intake.problems, check_tables(tables, contract, frozenset(intake.named)))
    problems = tuple(in_reading_order(chain(intake.problems, found), reading))
    return Checked(contract, tables, frozenset(intake.named), tuple(intake.accounts), problems)


def _news(told: Sequence[Problem], found: Iterator[Problem]) -> Iterator[Problem]:
    """What was found later, save that a cell is wanted here which is filled and could not be read."""
    places = {problem.place for problem in told}
    yield from (problem for problem in found if problem.code is not Code.NEEDED_HERE or problem.place not in places)


def in_reading_order(problems: Iterable[Problem], reading: Reading) -> Sequence[Problem]:
    """Problems by file, sheet, row and column, as somebody meets them who reads the workbooks from the start."""
    sheets = [(sheet.file, sheet.name) for workbook in reading.workbooks for sheet in workbook.sheets]
    at = {place: position for position, place in enumerate(dict.fromkeys(sheets))}

    def order(problem: Problem) -> tuple[str, int, int, int]:
        place = problem.place
        return place.file, at.get((place.file, place.sheet), -1), place.row, place.column

    return sorted(problems, key=order)


def match_sheets(workbook: Workbook) -> Iterator[tuple[Sheet, Ledger | None]]:
    """Each sheet with its ledger by name; a lone sheet may go by the file's name. Instructions are left to the caller."""
    filled = [sheet for sheet in workbook.sheets if sheet.rows and not is_instructions(sheet.name)]
    for sheet in workbook.sheets:
        ledger = ledger_named(sheet.name)
        if ledger is None and filled == [sheet]:
            ledger = ledger_named(workbook.file.rpartition("/")[2].rpartition(".")[0])
        yield sheet, ledger


def _take_in(intake: Intake, workbook: Workbook, sheet: Sheet, ledger: Ledger | None) -> None:
    if is_instructions(sheet.name):
        _note(intake, workbook, sheet, "", 0, {"instructions": len(sheet.rows)} if sheet.rows else {})
        intake.problems.extend(ledger_in_instructions(sheet))
    elif ledger is None:
        _note(intake, workbook, sheet, "", 0, {"unmatched": len(sheet.rows)} if sheet.rows else {})
        if sheet.rows:
            names = "、".join(known.sheet for known in ledgers().values())
            problem = Problem(Code.UNMATCHED_SHEET, Place(sheet.file, sheet.name), sheet.name, {"known": names})
            intake.problems.append(problem)
    elif ledger.id == PROJECT:
        intake.named.add(PROJECT)
        intake.project_sheets.append(sheet)
        counted = read_items(ledger, sheet, intake.project)
        _note(intake, workbook, sheet, PROJECT, counted, {"other": len(sheet.rows) - counted})
    else:
        intake.named.add(ledger.id)
        _take_rows(intake, workbook, sheet, ledger)


def _take_rows(intake: Intake, workbook: Workbook, as_read: Sheet, ledger: Ledger) -> None:
    sheet = filled_down(as_read)
    if not sheet.rows:
        nothing = Piece(sheet.file, sheet.name, (), {}), Body([], {name: [] for name in ledger.fields})
        intake.bodies.setdefault(ledger.id, []).append(nothing)
        _note(intake, workbook, sheet, ledger.id, 0, {})
        return
    header = find_header(ledger, sheet.numbers, sheet.rows)
    faults = list(folded(_header_problems(ledger, sheet, header), MOST_COLUMNS, by_column=False))
    intake.problems.extend(faults)
    if header is None or errors(faults):
        _note(intake, workbook, sheet, ledger.id, 0, {}, faulty=len(sheet.rows))
        return
    intake.problems.extend(folded(chain(rows_above(ledger, sheet, header), merged_counts(as_read, header))))
    body = read_body(ledger, sheet, header)
    intake.problems.extend(sorted(body.problems, key=lambda problem: (problem.place.row, problem.place.column)))
    piece = Piece(sheet.file, sheet.name, body.numbers, {found.id: at for at, found in header.fields.items()})
    intake.bodies.setdefault(ledger.id, []).append((piece, body))
    left_out = {"title": header.index, "header": 1} | body.left_out
    _note(intake, workbook, sheet, ledger.id, len(body.numbers) - len(body.faulty), left_out, faulty=len(body.faulty))


def _note(
    intake: Intake, workbook: Workbook, sheet: Sheet, ledger: str, counted: int, left_out: dict[str, int], faulty: int = 0
) -> None:  # fmt: skip
    """Account for every row of a sheet: read = counted + left out + faulty."""
    reasons = {reason: rows for reason, rows in (left_out | {"hidden": sheet.hidden_left_out}).items() if rows}
    read = len(sheet.rows) + sheet.hidden_left_out
    if read != counted + sum(reasons.values()) + faulty:
        raise AssertionError((sheet.file, sheet.name, read, counted, reasons, faulty))
    intake.accounts.append(
        SheetAccount(sheet.file, sheet.name, ledger, workbook.sha256, read, counted, reasons, faulty)
    )


def _header_problems(ledger: Ledger, sheet: Sheet, header: Header | None) -> Iterator[Problem]:
    place = Place(sheet.file, sheet.name)
    if header is None:
        wanted = "、".join(found.column.zh for found in ledger.fields.values() if found.required)
        yield Problem(Code.HEADER_NOT_FOUND, place, "", {"ledger": ledger.sheet, "columns": wanted})
        return
    at = place._replace(row=sheet.numbers[header.index])
    seen = "、".join(text[:LONGEST_SEEN] for text in islice(header.unknown.values(), MOST_SEEN))
    for missing in header.missing:
        yield Problem(Code.MISSING_COLUMN, at, "", about(missing) | {"ledger": ledger.sheet, "unknown": seen})
    for name, columns in header.doubled.items():
        where = "、".join(at._replace(column=column).letter for column in columns)
        yield Problem(Code.DUPLICATE_COLUMN, at, where, about(ledger.fields[name]))
    for column, text in header.unknown.items():
        yield Problem(Code.UNKNOWN_COLUMN, at._replace(column=column), text, {"ledger": ledger.sheet})


def _contract(intake: Intake) -> Contract | None:
    if not intake.project_sheets:
        return None
    project = ledgers()[PROJECT]
    contract = contract_of(project, intake.project, intake.project_sheets)
    intake.problems.extend(intake.project.problems)
    return contract


def _blank(intake: Intake) -> Iterator[Problem]:
    """Ledgers of which no sheet has as much as a header: handed in, but with nothing to see."""
    for name, found in intake.bodies.items():
        first, _ = found[0]
        if name != REVIEWS and not any(piece.places for piece, _ in found):
            yield Problem(Code.BLANK_LEDGER, Place(first.file, first.sheet), "", {"ledger": ledgers()[name].sheet})


def _join(ledger: Ledger, found: Sequence[tuple[Piece, Body]]) -> Table:
    columns: dict[str, Any] = {}
    for name in ledger.fields:
        parts = [body.columns[name] for _, body in found]
        columns[name] = parts[0] if len(parts) == 1 else list(chain.from_iterable(parts))
    plain = frozenset(ledger.fields).intersection(*(body.plain for _, body in found))
    return table(ledger, columns, [piece for piece, _ in found], plain)
