"""Kinds of cells: each turns one plain value into a typed one, or says by a code why it cannot."""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from operator import is_
from types import NoneType
from typing import Any

from jobhome_score.ledgers.wording import all_plain, hides_characters, key
from jobhome_score.named import NamedTuple
from jobhome_score.problems import Code
from jobhome_score.reading.cells import Fault, Value
from jobhome_score.records import dataclass


class Unreadable(Exception):
    """This value cannot be what its column wants. Carries the code of the problem."""

    def __init__(self, code: Code) -> None:
        """Only a code: place and value are known to the caller."""
        super().__init__()
        self.code = code


class Kind(ABC):
    """What a column holds. `name` is what its sentences are looked up by."""

    name: str

    @abstractmethod
    def read(self, value: Value) -> Any:
        """Return the typed value. Raises Unreadable. Never called with None."""

    def flag(self, value: Value) -> Code | None:
        """Return what is worth a warning about a value that can be read."""
        del value
        return None

    def wants(self) -> str:
        """Return what may stand here beyond the kind's own sentence: the choices, the bounds."""
        return ""

    def takes(self, types: set[type]) -> bool:
        """Whether cells of these types, if they fit, are typed values as they stand."""
        del types
        return False

    def fits(self, values: Any) -> bool:
        """Whether all of these cells, of types it takes, need neither reading nor remark."""
        del values
        return False


class Swept(NamedTuple):
    """A whole column read: typed values, None where the cell is empty or unreadable, and what was met by row index.

    `blank`: whether a cell is empty; `plain`: whether all cells are plain texts.
    """

    values: Sequence[Any]
    unreadable: Mapping[int, Code]
    flagged: Mapping[int, Code]
    blank: bool
    plain: bool = False


NUMBERS = frozenset({bool, int, Decimal})
"""Types whose values are equal across them: of True, 1 and Decimal(1) a set holds only the one that comes first."""


def sweep(column: Sequence[Value], kind: Kind) -> Swept:
    """Read a column, each different value once: ledgers repeat themselves.

    A column whose cells are all of the right type already is looked at as a whole and taken as it is.
    """
    distinct = set(column)
    types = set(map(type, distinct))
    if not types.isdisjoint(NUMBERS):
        types = set(map(type, column))
    blank = NoneType in types
    if bool in types:
        pairs = list(zip(map(type, column), column, strict=True))
        return _gather(pairs, set(pairs), lambda pair: pair[1], kind, blank=blank)
    if kind.takes(types - {NoneType}):
        distinct.discard(None)
        if not distinct or kind.fits(distinct):
            return Swept(column, {}, {}, blank, isinstance(kind, TextKind))
    return _gather(column, distinct, lambda value: value, kind, blank=blank)


def _gather(
    cells: Sequence[Any], distinct: Iterable[Any], value_of: Callable[[Any], Value], kind: Kind, *, blank: bool
) -> Swept:  # fmt: skip
    typed: dict[Any, Any] = {None: None}
    failed: dict[Any, Code] = {}
    noted: dict[Any, Code] = {}
    for cell in distinct:
        value = value_of(cell)
        if value is None:
            typed[cell] = None
            continue
        try:
            typed[cell] = read_value(value, kind)
        except Unreadable as reason:
            typed[cell] = None
            failed[cell] = reason.code
            continue
        flag = kind.flag(value)
        if flag is not None:
            noted[cell] = flag
    as_they_stand = all(map(is_, typed, typed.values()))
    return Swept(
        cells if as_they_stand else list(map(typed.__getitem__, cells)),
        {row: failed[cell] for row, cell in enumerate(cells) if cell in failed} if failed else {},
        {row: noted[cell] for row, cell in enumerate(cells) if cell in noted} if noted else {},
        blank,
    )


def read_value(value: Value, kind: Kind) -> Any:
    """Read one filled cell. Raises Unreadable."""
    if isinstance(value, Fault):
        raise Unreadable(value.code)
    return kind.read(value)


def shown(value: Value) -> str:
    """A value as its cell shows it, for messages and for text columns: numbers as their shortest decimal text."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case Decimal():
            return format(value.normalize(), "f")
        case dt.datetime():
            midnight = value.time() == dt.time()
            return value.date().isoformat() if midnight else value.isoformat(sep=" ")
        case Fault():
            return value.shown
    return str(value)


@dataclass(frozen=True, slots=True)
class TextKind(Kind):
    """Text, compared on a key. Numbers count as the text they show: 1001 and "1001" are one event."""

    name: str = "text"
    key: Callable[[str], str] = key

    def read(self, value: Value) -> str:
        """Return the text as written, without blanks around it."""
        text = value.strip() if isinstance(value, str) else shown(value)
        if not self.key(text):
            raise Unreadable(Code.BAD_TEXT)
        return text

    def flag(self, value: Value) -> Code | None:
        """Flag characters nobody can see."""
        if isinstance(value, str) and hides_characters(value):
            return Code.INVISIBLE_CHARACTERS
        return None

    def takes(self, types: set[type]) -> bool:
        """Text as it stands."""
        return types <= {str}

    def fits(self, values: Any) -> bool:
        """Plain text without blanks."""
        return all_plain(values)


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of a few words; `also` maps what offices write to the word meant."""

    options: tuple[str, ...]
    also: Mapping[str, str]
    name: str = "choice"

    def read(self, value: Value) -> str:
        """Return the option meant."""
        word = key(shown(value)).casefold()
        found = self.also.get(word)
        if found is None:
            raise Unreadable(Code.BAD_CHOICE)
        return found

    def takes(self, types: set[type]) -> bool:
        """Words as they stand."""
        return types <= {str}

    def fits(self, values: Any) -> bool:
        """The options themselves, without synonyms."""
        return frozenset(self.options).issuperset(values)

    def wants(self) -> str:
        """The options themselves."""
        return "、".join(self.options)


def choice(*options: str, also: Mapping[str, str] | None = None) -> Choice:
    """A choice column; `also` lists synonyms as {word: option}."""
    words = {key(word).casefold(): option for word, option in (also or {}).items()}
    return Choice(options, words | {key(option).casefold(): option for option in options})


YES = ("是", "√", "✓", "✔", "☑", "y", "yes", "有", "true", "1", "已", "对", "t")
NO = ("否", "×", "✗", "✘", "✕", "x", "n", "no", "无", "false", "0", "未", "没有", "错", "f")


@dataclass(frozen=True, slots=True)
class YesNo(Kind):
    """Yes or no, in the marks offices use; `also` adds what one column says in words of its own."""

    words: Mapping[str, bool]
    name: str = "yes-no"

    def read(self, value: Value) -> bool:
        """Return whether the cell says yes."""
        said = self.words.get(key(shown(value)).casefold())
        if said is None:
            raise Unreadable(Code.BAD_YES_NO)
        return said


def yes_no(yes: Iterable[str] = (), no: Iterable[str] = ()) -> YesNo:
    """A yes/no column with its own further words for either."""
    return YesNo({key(word): True for word in (*YES, *yes)} | {key(word): False for word in (*NO, *no)})
