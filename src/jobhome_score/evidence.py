"""Place: where something stands in the ledgers, in the words an auditor needs to open it."""

from jobhome_score.named import NamedTuple

LETTERS = 26


class Place(NamedTuple):
    """A file, and as far as known its sheet, Excel row (from 1) and column (from 0).

    `column` is -1 and `row` 0 where the place is wider than a cell.
    """

    file: str
    sheet: str = ""
    row: int = 0
    column: int = -1

    @property
    def cell(self) -> str:
        """The cell as Excel writes it (F12); empty where no single cell is meant."""
        return f"{letters(self.column)}{self.row}" if self.row and self.column >= 0 else ""

    @property
    def letter(self) -> str:
        """The column as Excel writes it (F); empty where no column is meant."""
        return letters(self.column) if self.column >= 0 else ""

    def __str__(self) -> str:
        """The place as every message begins: workbook › sheet › cell."""
        last = self.cell or (str(self.row) if self.row else self.letter)
        return " › ".join(part for part in (self.file, self.sheet, last) if part)


def letters(column: int) -> str:
    """Excel's name of a column counted from 0: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, LETTERS)
        name = chr(ord("A") + digit) + name
    return name
