"""How much of an untrusted file is read, and what happens to what it hides."""

from enum import Enum

from jobhome_score.records import dataclass, defaults

MIB = 1024 * 1024
TAGS_A_CELL = 10


class Hidden(Enum):
    """What to do with hidden rows, columns and sheets that hold data."""

    FAIL = "fail"
    INCLUDE = "include"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one file may bring. Each can be raised by name; the defaults are far above any real ledger."""

    file_bytes: int = 50 * MIB
    unpacked_bytes: int = 512 * MIB
    part_bytes: int = 256 * MIB
    ratio: int = 500
    members: int = 5_000
    sheets: int = 256
    cells: int = 2_000_000
    tags: int = 20_000_000
    area: int = 20_000_000
    columns: int = 1_000
    merges: int = 100_000
    styles: int = 100_000
    text_bytes: int = MIB
    depth: int = 100
    seconds: int = 45
    memory_bytes: int = 1_024 * MIB

    @property
    def most_tags(self) -> int:
        """XML tags in all that is unpacked. A cell has about four; who raises the cells, raises these as well."""
        return max(self.tags, TAGS_A_CELL * self.cells)

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names under which limits can be raised."""
        return tuple(defaults(cls) or ())
