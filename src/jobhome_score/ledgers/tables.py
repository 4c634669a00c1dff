"""A ledger as it was read: typed columns over all its sheets, each row keeping its workbook, sheet and Excel row."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jobhome_score.evidence import Place
from jobhome_score.ledgers.kinds import TextKind
from jobhome_score.ledgers.period import Period
from jobhome_score.ledgers.rows import Ledger
from jobhome_score.ledgers.wording import keys
from jobhome_score.named import NamedTuple
from jobhome_score.problems import Problem
from jobhome_score.records import dataclass, field

if TYPE_CHECKING:
    import pandas as pd
    from pydantic import BaseModel


class Piece(NamedTuple):
    """The rows that one sheet gave to a ledger: the Excel number of each, and in which column each field stood."""

    file: str
    sheet: str
    numbers: Sequence[int]
    places: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Table:
    """A ledger's rows as columns by field id; a blank cell holds what the field's declaration says of blanks."""

    ledger: Ledger
    columns: Mapping[str, Sequence[Any]]
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    keys: dict[str, Sequence[Any]] = field(default_factory=dict, repr=False, compare=False)
    """Columns by comparison key, made when first asked for."""
    plain: frozenset[str] = frozenset()
    """The columns whose texts are all plain."""

    def __len__(self) -> int:
        """How many rows there are."""
        return self.starts[-1]

    def place(self, row: int, field_id: str = "") -> Place:
        """Where a row stands, or one of its cells."""
        piece = bisect_right(self.starts, row) - 1
        sheet = self.pieces[piece]
        return Place(sheet.file, sheet.sheet, sheet.numbers[row - self.starts[piece]], sheet.places.get(field_id, -1))

    def keyed(self, field_id: str) -> Sequence[Any]:
        """A column as it is compared: texts by their key, everything else as it is."""
        kind = self.ledger.fields[field_id].kind
        column = self.columns[field_id]
        if not isinstance(kind, TextKind):
            return column
        if field_id not in self.keys:
            self.keys[field_id] = keys(column, kind.key, plain=field_id in self.plain)
        return self.keys[field_id]

    def row(self, row: int) -> "BaseModel":
        """One row as a frozen pydantic model."""
        return self.ledger.model()(**{name: column[row] for name, column in self.columns.items()})

    def rows(self) -> "Iterator[BaseModel]":
        """Every row as a frozen pydantic model, in reading order."""
        return map(self.row, range(len(self)))


def table(
    ledger: Ledger,
    columns: Mapping[str, Sequence[Any]],
    pieces: Sequence[Piece],
    plain: frozenset[str] = frozenset(),
) -> Table:
    """A table over pieces whose rows follow one another in the columns."""
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece.numbers))
    return Table(ledger, columns, tuple(pieces), tuple(starts), plain=plain)


@dataclass(frozen=True, slots=True)
class Contract:
    """What the project sheet says. Amounts in yuan; `paid` is 0 where nothing is written."""

    site: str
    operator: str
    purchaser: str | None
    period: Period
    contract_amount: Decimal
    base_fee: Decimal | None
    assessed_fee: Decimal | None
    paid: Decimal


@dataclass(frozen=True, slots=True)
class SheetAccount:
    """What became of a sheet's rows: read = counted + left out with a reason + rows with problems.

    `ledger` is empty for a sheet that is no ledger; `left_out` counts rows by reason.
    """

    file: str
    sheet: str
    ledger: str
    sha256: str
    read: int
    counted: int
    left_out: Mapping[str, int]
    faulty: int


@dataclass(frozen=True, slots=True)
class Ledgers:
    """Everything the ledgers say. A ledger that was not handed in is absent from `tables`, which is not an empty one."""

    contract: Contract
    tables: Mapping[str, Table]
    accounts: tuple[SheetAccount, ...]
    problems: tuple[Problem, ...] = ()

    def frame(self, ledger_id: str) -> "pd.DataFrame":
        """A ledger as a pandas frame for analysis, with file, sheet and row beside its columns; never used for scoring."""
        import pandas as pd  # heavy, and only analysts want it

        found = self.tables[ledger_id]
        places = [found.place(row) for row in range(len(found))]
        where = {name: [getattr(place, name) for place in places] for name in ("file", "sheet", "row")}
        return pd.DataFrame({name: list(column) for name, column in found.columns.items()} | where)
