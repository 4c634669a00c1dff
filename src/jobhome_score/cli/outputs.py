"""Files that a command writes: whole or not at all, never over a ledger, over others only when told to."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from jobhome_score.cli.ending import refuse
from jobhome_score.cli.language import Lang
from jobhome_score.cli.reasons import reason
from jobhome_score.cli.saying import echo
from jobhome_score.locales import say
from jobhome_score.reports.escape import plain

SPREADSHEETS = (".xlsx", ".csv")


def write_files(
    paths: Sequence[Path],
    render: Callable[[Path], bytes],
    lang: Lang,
    *,
    force: bool,
    quiet: bool,
    ledgers: Path | None = None,
    reviews: str | None = None,
) -> None:  # fmt: skip
    """Write each output under a temporary name and rename it; what exists needs `force`, and may not be a ledger.

    Nor may it be the file of decisions on disputes, `reviews`.
    """
    read = [ledgers, *([Path(reviews)] if reviews else [])] if ledgers else []
    check_free(paths, lang, force=force, ledgers=read)
    for path in paths:
        _write(path, render(path), lang)
        if not quiet:
            echo(say(lang, "cli.written", name=plain(str(path))), err=True)
        if ledgers and path.suffix.lower() in SPREADSHEETS and _same(path.parent, ledgers):
            echo(say(lang, "cli.in_ledgers", name=plain(str(path))), err=True)


def check_free(paths: Sequence[Path], lang: Lang, *, force: bool, ledgers: Sequence[Path]) -> None:
    """End the command where an output exists already and may not be overwritten; a ledger never may."""
    for path in paths:
        if not os.path.lexists(path):
            continue
        if any(_same(path, ledger) for folder in ledgers for ledger in _files(folder)):
            refuse(lang, "cli.is_ledger", name=str(path))
        if not force:
            refuse(lang, "cli.exists", name=str(path))


def way_to(ledgers: Path, output: Path) -> str:
    """The relative way from a file's folder to the folder of the ledgers; empty where they lie on other drives."""
    folder = ledgers if ledgers.is_dir() else ledgers.parent
    try:
        way = os.path.relpath(folder.resolve(), output.parent.resolve())
    except ValueError:
        return ""
    return "" if way == os.curdir else Path(way).as_posix()


def _write(path: Path, data: bytes, lang: Lang) -> None:
    temporary = path.with_name(f".{path.name}.part")
    try:
        temporary.unlink(missing_ok=True)
        with temporary.open("xb") as file:  # a link of that name is not followed
            file.write(data)
        temporary.replace(path)
    except PermissionError:
        refuse(lang, "cli.locked", name=str(path))
    except OSError as error:
        refuse(lang, "cli.unwritable", name=str(path), reason=reason(lang, error))
    finally:
        _remove(temporary)


def _remove(path: Path) -> None:
    """Leave nothing half written behind, as far as the disk allows."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _files(ledgers: Path) -> Iterator[Path]:
    """The ledgers themselves: the file, or whatever lies in the folder."""
    if ledgers.is_dir():
        yield from ledgers.iterdir()
    else:
        yield ledgers


def _same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, by whatever name or link."""
    try:
        return one.samefile(other)
    except OSError:
        return False
