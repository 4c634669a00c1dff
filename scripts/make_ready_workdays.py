"""Write beside the module of working days what the library knows of them: `make workdays`, after it learns a year."""

from chinese_calendar.constants import holidays

from jobhome_score.views.workdays import READY, ready_text


def main() -> None:
    """Write one file for all years."""
    READY.write_text(ready_text(sorted({day.year for day in holidays})), encoding="utf-8")


if __name__ == "__main__":
    main()
