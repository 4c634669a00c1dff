"""How a hostile file and the answer it earns are written down."""

from collections.abc import Callable
from typing import NamedTuple


class Refused(NamedTuple):
    """A file by its name and bytes; the code it earns, and one of the facts told with it."""

    file: str
    data: Callable[[], bytes]
    code: str
    fact: str = ""


def in_xlsx(data: Callable[[], bytes], code: str, fact: str = "") -> Refused:
    return Refused("a.xlsx", data, code, fact)


def in_xls(data: Callable[[], bytes], code: str, fact: str = "") -> Refused:
    return Refused("a.xls", data, code, fact)


def in_ods(data: Callable[[], bytes], code: str, fact: str = "") -> Refused:
    return Refused("a.ods", data, code, fact)


def in_csv(data: bytes, code: str, fact: str = "") -> Refused:
    return Refused("表.csv", lambda: data, code, fact)
