"""The floor: the same files through python-calamine into plain lists, and nothing else."""

import sys
from pathlib import Path

from python_calamine import CalamineWorkbook


def main(folder: Path) -> None:
    """Read every sheet of every workbook of a folder and say how many rows there were."""
    rows = 0
    for path in sorted(folder.glob("*.xlsx")):
        book = CalamineWorkbook.from_path(str(path))
        for name in book.sheet_names:
            rows += len(book.get_sheet_by_name(name).to_python())
    print(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
