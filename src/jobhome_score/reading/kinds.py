"""What the text of a cell's value means, by the cell's type and style."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from jobhome_score.problems import Code
from jobhome_score.reading.cells import Fault, Value
from jobhome_score.reading.exact import duration, iso_moment, moment, number
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.number_formats import Shows
from jobhome_score.reading.references import small_number
from jobhome_score.reading.rejection import Unfamiliar
from jobhome_score.reading.xml_text import XML_SPACE, cell_text

Meaning = Mapping[str, Value]
"""From the text of a value to the value. A text that is not there raises KeyError or is worked out, see Memo."""


class Memo(dict[str, Value]):
    """A meaning worked out once for each text that occurs. Empty text is an empty cell."""

    def __init__(self, work_out: Callable[[str], Value]) -> None:
        """`work_out` makes a value of a text that is not empty."""
        super().__init__({"": None})
        self._work_out = work_out

    def __missing__(self, text: str) -> Value:
        """Work out what was not met before."""
        value = self[text] = self._work_out(text)
        return value


class Kinds:
    """The meanings in force in one workbook: its shared texts, its styles, its date system."""

    def __init__(
        self,
        shared: Sequence[Value],
        styles: Sequence[Shows],
        limits: Limits,
        *,
        since_1904: bool,
        doubtful: bool = False,
        decoded: Callable[[str], str] = str,
    ) -> None:
        """`shared` and `styles` are in the order of their numbers; `decoded` makes text of what is stored.

        `doubtful` is a workbook that was written without being calculated.
        """
        self.doubtful = doubtful
        self._styles = styles

        def text(stored: str) -> Value:
            return cell_text(decoded(stored), limits.text_bytes)

        self._texts = Memo(text)
        self._trimmed = Memo(lambda stored: text(stored.strip(XML_SPACE)))
        self._typed: dict[str, Meaning] = {
            "s": dict(zip(chain([""], map(str, range(len(shared)))), chain([None], shared), strict=True)),
            "str": self._texts,
            "b": Memo(lambda stored: _boolean(decoded(stored))),
            "e": Memo(lambda stored: Fault(Code.ERROR_CELL, decoded(stored))),
            "d": Memo(lambda stored: iso_moment(decoded(stored))),
        }
        self._numbers: dict[Shows, Meaning] = {
            Shows.NUMBER: Memo(lambda stored: number(decoded(stored).strip())),
            Shows.DATE: Memo(lambda stored: moment(decoded(stored).strip(), since_1904=since_1904)),
            Shows.ELAPSED: Memo(lambda stored: duration(decoded(stored).strip(), since_1904=since_1904)),
        }

    def meaning(self, attributes: Mapping[str, str], *, preserved: bool) -> Meaning:
        """The meaning of the values of a cell with these attributes; `preserved` keeps the blanks around inline text.

        Raises Unfamiliar for a type that the format does not know.
        """
        kind = attributes.get("t", "n")
        if kind == "n":
            return self._numbers[self._shows(attributes.get("s", "0"))]
        if kind == "inlineStr":
            return self._texts if preserved else self._trimmed
        if kind not in self._typed:
            raise Unfamiliar
        return self._typed[kind]

    def _shows(self, style: str) -> Shows:
        """What a style shows; a style that is not declared shows numbers."""
        index = small_number(style, len(self._styles))
        return self._styles[index] if index < len(self._styles) else Shows.NUMBER


def _boolean(stored: str) -> Value:
    """TRUE or FALSE as stored."""
    match stored.strip():
        case "1" | "true":
            return True
        case "0" | "false":
            return False
        case other:
            return Fault(Code.BAD_YES_NO, other)
