"""The styles of an OpenDocument spreadsheet that hide what bears them: tables not shown, rows of no height."""

from jobhome_score.patterns import pattern
from jobhome_score.reading.xml_events import Attributes

ELEMENTS = frozenset({"style", "table-properties", "table-row-properties", "table-column-properties"})
SIZES = {"table-row-properties": "row-height", "table-column-properties": "column-width"}
LENGTH = pattern(r"-?([0-9]*\.?[0-9]+)(mm|cm|in|pt|pc|px)")
POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72, "pt": 1, "pc": 12, "px": 0.75}


class HidingStyles(set[str]):
    """The names of those styles, as they are met."""

    def __init__(self) -> None:
        """Start before the first style."""
        super().__init__()
        self._style = ""

    def opened(self, name: str, attributes: Attributes) -> None:
        """A style begins, or one of its properties."""
        if name == "style":
            self._style = attributes.get("name", "")
        elif attributes.get("display") == "false" or _is_nothing(attributes.get(SIZES.get(name, ""), "")):
            self.add(self._style)


def _is_nothing(length: str) -> bool:
    """Whether a height or a width is stated, and is less than a point: nobody sees a thing of it."""
    found = LENGTH.fullmatch(length.strip())
    return found is not None and float(found[1]) * POINTS[found[2]] < 1
