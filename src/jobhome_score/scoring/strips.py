"""The duties of the calendar cell by cell, met or not: what each week, month, quarter or half came to."""

from collections.abc import Iterator, Mapping, Sequence

from jobhome_score.measures.measuring import CALENDAR, Figure
from jobhome_score.rubric.document import Empty, Measure, Target
from jobhome_score.scoring.results import Cell, Strip


def strips(measures: Sequence[Measure], targets: Mapping[str, Target], figures: Sequence[Figure]) -> Iterator[Strip]:
    """One strip for each figure that is taken by calendar; figures of the whole period or of single rows have none."""
    for measure in measures:
        if measure.each[0] in CALENDAR:
            for name in measure.take:
                cells = tuple(_cell(figure, targets[name]) for figure in figures if figure.name == name)
                yield Strip(measure.each[0], name, targets[name], cells)


def _cell(figure: Figure, target: Target) -> Cell:
    value = None if figure.empty is Empty.MISSED else figure.value
    return Cell(figure.cell, value, figure.due, figure.meets(target))
