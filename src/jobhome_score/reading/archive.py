"""A zip archive in memory whose directory was checked before anything is unpacked."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from jobhome_score.patterns import pattern
from jobhome_score.problems import Code
from jobhome_score.reading.limits import MIB, Limits
from jobhome_score.reading.rejection import Rejected, over

BLOCK = MIB
RATIO_FROM = 8 * MIB  # small parts may shrink as far as they like
WEIGHED_FROM = 64 * MIB  # what is smaller may weigh four times as much
WIDE = pattern(rb"[\xf0-\xf4]")
"""Opens a character that makes every other one of its text take four bytes of memory."""
WIDTH = 4
ENCRYPTED = 0x1
# what the library raises on archives that are not whole
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, OverflowError, RuntimeError, struct.error)
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENTRY = b"PK\x01\x02"  # opens every entry of the directory


class Archive:
    """The parts of a package by name, each unpacked on demand and counted against the limits while it is."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Read and check the directory; raise Rejected for a damaged or a suspicious archive."""
        if data.count(ENTRY) > limits.members:  # before the library builds them all
            raise over("members", limits.members)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGE as error:
            raise Rejected(Code.DAMAGED_FILE, reason="zip") from error
        self._limits = limits
        self._sizes: dict[str, int] = {}
        self._tags = 0
        self._weight = 0
        members = self._zip.infolist()
        # a tag takes a byte at least, and nothing is read more than twice nor beyond its stated size
        self._counts_tags = 2 * sum(info.file_size for info in members) > limits.most_tags
        _check_directory(members, limits)
        self._names = {info.filename.casefold(): info for info in members}

    def __contains__(self, name: str) -> bool:
        """Whether a part of that name exists; Excel ignores case."""
        return name.casefold() in self._names

    @property
    def unpacked(self) -> int:
        """How many bytes were unpacked so far."""
        return sum(self._sizes.values())

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the directory."""
        return tuple(info.filename for info in self._names.values())

    def read(self, name: str) -> bytes:
        """The whole part; raises Rejected when it is missing, damaged or too large."""
        return b"".join(self.blocks(name))

    def beginning(self, name: str, size: int) -> bytes:
        """The part up to about `size` bytes; the same as `read` for a smaller one."""
        found: list[bytes] = []
        for block in self.blocks(name):
            found.append(block)
            size -= len(block)
            if size <= 0:
                break
        return b"".join(found)

    def blocks(self, name: str) -> Iterator[bytes]:
        """The part in blocks, its real size counted, its checksum checked at the end."""
        info = self._names.get(name.casefold())
        if info is None:
            raise Rejected(Code.DAMAGED_FILE, reason="missing", part=name)
        size = 0
        try:
            with self._zip.open(info) as part:
                while block := part.read(BLOCK):
                    size += len(block)
                    self._count(name, size, block)
                    yield block
        except DAMAGE as error:
            raise Rejected(Code.DAMAGED_FILE, reason="zip", part=name) from error

    def _count(self, name: str, size: int, block: bytes) -> None:
        """Hold what was really unpacked against the limits: a directory may lie, and small tags cost much time."""
        if self._counts_tags:
            self._tags += block.count(b"<")
        if self._tags > self._limits.most_tags:
            raise over("tags", self._limits.most_tags)
        if size > self._limits.part_bytes:
            raise over("part_bytes", self._limits.part_bytes)
        self._sizes[name] = size
        unpacked = self.unpacked
        if unpacked > WEIGHED_FROM and WIDE.search(block):
            self._weight += (WIDTH - 1) * len(block)
        if unpacked > self._limits.unpacked_bytes or unpacked + self._weight > 2 * self._limits.unpacked_bytes:
            raise over("unpacked_bytes", self._limits.unpacked_bytes)


def _check_directory(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Reject what no spreadsheet program writes: traps in names, sizes and numbers."""
    if len(members) > limits.members:
        raise over("members", limits.members)
    seen: set[str] = set()
    for info in members:
        _check_name(info.orig_filename, seen)
        if info.flag_bits & ENCRYPTED:
            raise Rejected(Code.ENCRYPTED_FILE)
        if info.compress_type not in METHODS:
            raise Rejected(Code.SUSPICIOUS_ARCHIVE, info.filename, why="method")
        if info.file_size >= RATIO_FROM and info.file_size > limits.ratio * max(info.compress_size, 1):
            raise over("ratio", limits.ratio)
    read = [info for info in members if info.filename.endswith((".xml", ".rels", ".bin"))]
    if any(info.file_size > limits.part_bytes for info in read):
        raise over("part_bytes", limits.part_bytes)
    if sum(info.file_size for info in read) > limits.unpacked_bytes:
        raise over("unpacked_bytes", limits.unpacked_bytes)


def _check_name(name: str, seen: set[str]) -> None:
    """Reject a member whose name leads out of the archive or stands for two parts."""
    key = name.casefold()
    if "\\" in name or "\0" in name or ".." in name.split("/") or name.startswith("/"):
        raise Rejected(Code.SUSPICIOUS_ARCHIVE, name, why="path")
    if key in seen:
        raise Rejected(Code.SUSPICIOUS_ARCHIVE, name, why="twice")
    seen.add(key)
