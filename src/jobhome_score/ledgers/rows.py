"""What a ledger is: a class of rows whose annotated columns are declared once, for reading, templates and notebooks alike."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final, get_args

from jobhome_score.ledgers.days import Clock, Day, Span, SpanKind
from jobhome_score.ledgers.kinds import Kind, TextKind, yes_no
from jobhome_score.ledgers.numbers import Count, Money
from jobhome_score.ledgers.wording import header_key, phone_key
from jobhome_score.named import NamedTuple
from jobhome_score.records import dataclass

if TYPE_CHECKING:
    from pydantic import BaseModel

REQUIRED: Final = object()
"""The column must be there and every row must fill it."""

Text = Annotated[str, TextKind()]
Phone = Annotated[str, TextKind(key=phone_key)]
Date = Annotated[dt.date, Day()]
Time = Annotated[str, Clock()]
Whole = Annotated[int, Count()]
Yuan = Annotated[Decimal, Money()]
Flag = Annotated[bool, yes_no()]
Covers = Annotated[Span, SpanKind()]


class Column(NamedTuple):
    """How a column is headed: its Chinese name, synonyms, unit; whether it is part of the key; what a blank means."""

    zh: str
    also: tuple[str, ...] = ()
    unit: str = ""
    key: bool = False
    blank: Any = REQUIRED


class Field(NamedTuple):
    """One column of a ledger, with its English id, its kind and its Python type."""

    id: str
    column: Column
    kind: Kind
    type: Any

    @property
    def required(self) -> bool:
        """Whether the column must exist and be filled."""
        return self.column.blank is REQUIRED

    @property
    def names(self) -> tuple[str, ...]:
        """Its own names, Chinese and English; these win over synonyms."""
        return self.column.zh, self.id


class LedgerRow:
    """A row of a ledger. Subclasses declare one annotated name a column; instances are made by `Ledger.model`."""

    ledger: ClassVar[str]
    sheet: ClassVar[str]
    also: ClassVar[tuple[str, ...]]

    def __init_subclass__(cls, *, ledger: str, sheet: str, also: tuple[str, ...] = ()) -> None:
        """Keep the ledger's English id, its sheet name and further sheet names."""
        cls.ledger, cls.sheet, cls.also = ledger, sheet, also


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """The declaration of one ledger, as taken from its row class."""

    id: str
    sheet: str
    also: tuple[str, ...]
    row: type[LedgerRow]
    fields: Mapping[str, Field]

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that together may not repeat; empty where rows may."""
        return tuple(field.id for field in self.fields.values() if field.column.key)

    def headers(self) -> tuple[Mapping[str, Field], Mapping[str, Field]]:
        """Fields by the key of their own names, and by the key of their synonyms."""
        return _headers(self)

    def model(self) -> "type[BaseModel]":
        """The pydantic model of a row, frozen; built when first asked for."""
        return _model(self)


def ledger_of(row: type[LedgerRow]) -> Ledger:
    """Read the declaration off a row class."""
    fields = {}
    for name, annotation in row.__annotations__.items():
        python_type, kind, column = get_args(annotation)
        fields[name] = Field(name, column, kind, python_type)
    return Ledger(row.ledger, row.sheet, row.also, row, fields)


@cache
def _headers(ledger: Ledger) -> tuple[Mapping[str, Field], Mapping[str, Field]]:
    """The same, made when first asked for."""
    own = {header_key(name): field for field in ledger.fields.values() for name in field.names}
    also = {header_key(name): field for field in ledger.fields.values() for name in field.column.also}
    return own, also


@cache
def _model(ledger: Ledger) -> "type[BaseModel]":
    from pydantic import ConfigDict, create_model  # heavy, and needed only by who asks for whole rows

    fields: dict[str, Any] = {
        field.id: (field.type, ...) if field.required else (field.type | None, field.column.blank)
        for field in ledger.fields.values()
    }
    config = ConfigDict(frozen=True, arbitrary_types_allowed=True)
    return create_model(ledger.row.__name__, __config__=config, __doc__=ledger.row.__doc__, **fields)
