"""A miss with the rows behind it, which are looked up only when somebody asks."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property, partial

from jobhome_score.evidence import Place
from jobhome_score.measures.measuring import Figure
from jobhome_score.rubric.document import Empty, How, Measure, Term
from jobhome_score.scoring.results import Miss
from jobhome_score.scoring.units import units_of


def miss_of(figure: Figure, term: Term, count: Fraction) -> Miss:
    """The miss of a figure that a term charges `count` times."""
    target = term.targets[figure.name]
    value = None if figure.empty is Empty.MISSED else figure.value
    rows = Evidence(figure, term)
    units = partial(units_of, figure, term, count)
    return Miss(figure.cell, figure.name, value, target, count, rows, rows.says, rows.view, term, units)


class Evidence(Sequence[Place]):
    """The rows behind a miss, looked up only when somebody asks: a year may have thousands that nobody reads."""

    def __init__(self, figure: Figure, term: Term) -> None:
        """Keep the figure; of a ratio the rows that do not count in full, of every other figure all its rows."""
        self._figure = figure
        self._term = term

    def __len__(self) -> int:
        """How many ledger rows there are."""
        return len(self._places)

    def __getitem__(self, index: int | slice) -> "Place | Sequence[Place]":  # type: ignore[override]
        """Look up a place."""
        return self._places[index]

    def says(self, place: Place) -> Mapping[str, object]:
        """What the row at a place holds in the columns that the term looks at."""
        row = self._rows[place]
        return {name: column[row] for name, column in self._columns.items()}

    @property
    def view(self) -> str:
        """The view that the rows stand in."""
        return self._measure.of

    @property
    def _measure(self) -> Measure:
        return next(one for one in self._term.measures if self._figure.name in one.take)

    @cached_property
    def _rows(self) -> Mapping[Place, int]:
        rows = _telling_rows(self._figure, self._term)
        return {place: row for row in reversed(rows) for place in self._figure.relation.places(row)}

    @cached_property
    def _places(self) -> Sequence[Place]:
        rows = _telling_rows(self._figure, self._term)
        return tuple(dict.fromkeys(place for row in rows for place in self._figure.relation.places(row)))

    @cached_property
    def _columns(self) -> Mapping[str, Sequence[object]]:
        """The columns of the conditions and of the figure, each once."""
        measure = self._measure
        conditions = (*measure.where.all_of, *measure.where.any_of)
        taken = measure.take[self._figure.name].columns
        names = dict.fromkeys(name for name in (*(one.column for one in conditions), *taken) if name != "all")
        return {name: self._figure.relation.column(name) for name in names}


def _telling_rows(figure: Figure, term: Term) -> Sequence[int]:
    how = next(measure.take[figure.name] for measure in term.measures if figure.name in measure.take)
    if how.how is not How.RATIO:
        return figure.rows
    part, whole = how.columns
    parts = figure.relation.column(part)
    wholes = [1] * figure.relation.size if whole == "all" else figure.relation.column(whole)
    return [row for row in figure.rows if (parts[row] or 0) < (wholes[row] or 0)]
