"""Which columns of a sheet nobody sees, told range by range: a file may repeat a range a million times."""

from jobhome_score.reading.references import COLUMNS


class Columns:
    """Columns stated and columns hidden, each as a number with one bit a column: a range costs as little as one."""

    def __init__(self) -> None:
        """Start with nothing hidden."""
        self.hidden_unless_stated = False
        self._stated = 0
        self._hidden = 0

    def state(self, first: int, last: int, *, hidden: bool) -> None:
        """Say of the columns `first` to `last`, counted from 0, whether they are hidden; either may be too large."""
        first, last = max(first, 0), min(last, COLUMNS - 1)
        if first > last:
            return
        bits = (1 << last + 1) - (1 << first)
        self._stated |= bits
        if hidden:
            self._hidden |= bits

    def hidden(self) -> frozenset[int]:
        """The columns that are hidden; of those that the file does not speak of, what it says by default."""
        bits = self._hidden
        if self.hidden_unless_stated:
            bits |= ((1 << COLUMNS) - 1) & ~self._stated
        return frozenset(column for column, bit in enumerate(reversed(f"{bits:b}")) if bit == "1")
