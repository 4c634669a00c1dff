"""Links that open the cell behind a charge, by a path relative to the workbook."""

from typing import Final

from jobhome_score.evidence import Place
from jobhome_score.reports.escape import plain

MOST: Final = 60_000
"""Excel keeps 65 530 links a sheet."""

LONGEST: Final = 200
RISKY: Final = frozenset('%#\\:*?"<>|')
"""What a path may not hold: what Windows forbids in names, and what a link reads as something else."""


def link_to(place: Place, base: str | None) -> str | None:
    """The link to a row; None where none would be safe, or `base` (the way from workbook to ledgers) is not known."""
    if base is None:
        return None
    path = f"{base}/{place.file}" if base else place.file
    if not _harmless(path) or path.startswith("/") or plain(place.sheet) != place.sheet:
        return None
    if place.file.lower().endswith(".csv") or not place.sheet or "#" in place.sheet:
        return f"external:{path}"
    sheet = place.sheet.replace("'", "''")
    return f"external:{path}#'{sheet}'!A{max(place.row, 1)}"


def _harmless(path: str) -> bool:
    return bool(path) and plain(path) == path and not RISKY & set(path) and len(path) <= LONGEST
