"""Patterns that are compiled when they are first used: dozens stand in the modules of a run, few runs need them all."""

import re
from typing import TYPE_CHECKING, Any

__all__ = ["pattern"]


class _Late:
    """A pattern as written; it does what a compiled one does, and each of its methods is looked up once."""

    def __init__(self, *written: Any) -> None:
        """`written` is what `re.compile` takes."""
        self._written = written

    def __getattr__(self, name: str) -> Any:
        """A method of the compiled pattern, kept for the next time. `re` keeps the pattern itself."""
        found = self.__dict__[name] = getattr(re.compile(*self._written), name)
        return found


if TYPE_CHECKING:
    pattern = re.compile
else:
    pattern = _Late
