"""What a workbook says of itself: when it was made and last saved. Read only where somebody asks for it."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from jobhome_score.reading.archive import Archive
from jobhome_score.reading.folder import file_bytes
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.rejection import Rejected
from jobhome_score.reading.sniff import ZIP
from jobhome_score.reading.xml_events import Attributes, parse
from jobhome_score.records import dataclass

CORE, META = "docProps/core.xml", "meta.xml"
MADE, SAVED = frozenset({"created", "creation-date"}), frozenset({"modified", "date"})
HERE = dt.timezone(dt.timedelta(hours=8))
"""The mainland's one time zone: a file made at 00:30 on 1 July says 30 June in universal time."""

LONGEST = 40
"""So many characters of a time are looked at; none that any program writes is longer."""


@dataclass(frozen=True, slots=True)
class Properties:
    """The days on which a workbook was made and last saved, on the mainland; None where it does not say."""

    created: dt.date | None
    modified: dt.date | None


def properties_in(path: Path, known: Mapping[str, str], limits: Limits) -> Mapping[str, Properties]:
    """What the workbooks of a folder, or one file, say of themselves, by file name.

    `known` gives the SHA-256 of each as it was read before; a file that has changed since, or cannot be read again, is
    left out: nothing is said of bytes that nobody assessed.
    """
    return dict(_read(path, known, limits))


def _read(path: Path, known: Mapping[str, str], limits: Limits) -> Iterator[tuple[str, Properties]]:
    for name, sha256 in known.items():
        try:
            data = file_bytes(path / name if path.is_dir() else path.resolve(strict=True), limits)
            if hashlib.sha256(data).hexdigest() == sha256:
                yield name, properties(data, limits)
        except (Rejected, OSError, MemoryError):
            continue


def properties(data: bytes, limits: Limits) -> Properties:
    """What a workbook says of itself: .xlsx, .xlsm, .xlsb, .ods; nothing for any other. Raises Rejected."""
    if not data.startswith(ZIP):
        return Properties(None, None)
    archive = Archive(data, limits)
    part = next((name for name in (CORE, META) if name in archive), "")
    texts: dict[str, str] = {}
    open_ = ""

    def start(name: str, _: Attributes) -> None:
        nonlocal open_
        open_ = name

    def text(found: str) -> None:
        texts[open_] = (texts.get(open_, "") + found)[:LONGEST]

    def end(_: str) -> None:
        nonlocal open_
        open_ = ""

    if part:
        parse(archive.blocks(part), limits, start, end, text)
    return Properties(_day(texts, MADE), _day(texts, SAVED))


def _day(texts: Mapping[str, str], names: frozenset[str]) -> dt.date | None:
    said = next((texts[name].strip() for name in texts if name in names), "")
    try:
        moment = dt.datetime.fromisoformat(said)
    except ValueError:
        return None
    try:
        return (moment if moment.tzinfo is None else moment.astimezone(HERE)).date()
    except OverflowError:
        return None
