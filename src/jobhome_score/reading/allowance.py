"""What the files of a folder may take together: all of them are held in memory until the end."""

from jobhome_score.problems import Code, Problem
from jobhome_score.reading.cells import Workbook
from jobhome_score.reading.grid import filled
from jobhome_score.reading.limits import Limits
from jobhome_score.records import replace

FULL_FILES = 3
"""So many files may have as many cells as one is allowed; what they unpack to counts for all of them together."""


class Allowance:
    """What is left of the limits after the files read so far."""

    def __init__(self, limits: Limits) -> None:
        """Start before the first file."""
        self._limits = limits
        self._bytes = limits.unpacked_bytes
        self._cells = FULL_FILES * limits.cells

    def limits(self) -> Limits:
        """The limits of the next file."""
        limits = self._limits
        if self._bytes >= limits.unpacked_bytes and self._cells >= limits.cells:
            return limits
        return replace(limits, unpacked_bytes=max(self._bytes, 0), cells=max(min(self._cells, limits.cells), 0))

    def covers(self, limits: Limits) -> bool:
        """Whether what is left allows as much as these limits, so that they would not have been told apart."""
        return self._bytes >= limits.unpacked_bytes and self._cells >= limits.cells

    def take(self, workbook: Workbook) -> None:
        """Count a file that was read; its cells one by one only where there is room for many."""
        self._bytes -= workbook.unpacked
        slots = sum(len(sheet.rows) * len(sheet.rows[0]) for sheet in workbook.sheets if sheet.rows)
        exactly = slots * FULL_FILES > self._limits.cells
        self._cells -= sum(filled(sheet.rows) for sheet in workbook.sheets) if exactly else slots

    def as_told(self, problem: Problem) -> Problem:
        """A problem with the limit that can be raised, not with what was left of it."""
        limit = problem.facts.get("limit", "")
        if problem.code is not Code.LIMIT_EXCEEDED or limit not in {"unpacked_bytes", "cells"}:
            return problem
        return replace(problem, facts={**problem.facts, "allowed": str(getattr(self._limits, limit))})
