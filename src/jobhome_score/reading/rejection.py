"""The two ways in which reading a file can end early."""

from jobhome_score.evidence import Place
from jobhome_score.problems import Code, Problem


class Rejected(Exception):
    """A file, or one place in it, that is not read. Becomes a problem once the file's name is known."""

    def __init__(
        self, code: Code, value: str = "", *, sheet: str = "", row: int = 0, column: int = -1, **facts: str
    ) -> None:
        """`facts` are the words its sentence needs."""
        super().__init__(code.value)
        self.code = code
        self.value = value
        self.sheet = sheet
        self.row = row
        self.column = column
        self.facts = facts

    def problem(self, file: str) -> Problem:
        """The same as a problem of the file."""
        return Problem(self.code, Place(file, self.sheet, self.row, self.column), self.value, self.facts)


class Unfamiliar(Exception):
    """The straight path met XML that it does not fully understand: the thorough path takes over."""


def over(limit: str, allowed: int, *, sheet: str = "", row: int = 0, column: int = -1) -> Rejected:
    """The rejection of what is larger than the limit of that name allows."""
    return Rejected(Code.LIMIT_EXCEEDED, sheet=sheet, row=row, column=column, limit=limit, allowed=str(allowed))
