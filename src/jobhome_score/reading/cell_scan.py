"""One row of the straight path, cell by cell."""

from jobhome_score.patterns import pattern
from jobhome_score.problems import Code
from jobhome_score.reading.cells import Fault, Value
from jobhome_score.reading.kinds import Kinds, Meaning
from jobhome_score.reading.references import COLUMNS, column_index
from jobhome_score.reading.rejection import Unfamiliar
from jobhome_score.reading.xml_text import unescaped

# any cell after its reference: attributes, formula (with the end of the cell where no value follows), attributes of the
# value, value
ANY_CELL = (
    r"([^<>/]*+)(?:/>|>(<f(?=[\s/>])[^<>/]*+(?:/>|>[^<]*+</f>)(?:</c>)?+)?+"
    r"(?:<(?:v|is><t)(?:/>|([^<>/]*+)>([^<]*+)</(?:v|t></is)>))?+(?:(?<=</c>)|</c>))"
)
CELL = pattern(r'<c r="([A-Z]{1,3})([0-9]{1,7})"' + ANY_CELL)
ATTRIBUTE = pattern(r"\s+([A-Za-z:0-9]+)=\"([^\"<>&]*)\"")
FORMULA = pattern(r"<f[^<>]*>([^<]*)")
LONGEST_ATTRIBUTES = 1_000  # the pattern looks at blanks again and again
PRESERVED = 'xml:space="preserve"'


class Openings(dict[tuple[str, str], Meaning]):
    """The meaning of a cell by its attributes and those of its value, worked out once for each that occurs."""

    def __init__(self, kinds: Kinds) -> None:
        """`kinds` are those of the workbook."""
        super().__init__()
        self._kinds = kinds

    def __missing__(self, opening: tuple[str, str]) -> Meaning:
        """Work out what was not met before; raises Unfamiliar for what is no attribute of a value either."""
        attributes(opening[1])
        meaning = self[opening] = self._kinds.meaning(attributes(opening[0]), preserved=PRESERVED in opening[1])
        return meaning

    def value(self, own: str, formula: str, of_value: str, stored: str) -> Value:
        """The value of a cell by the four groups of ANY_CELL."""
        meaning = self[own, of_value]
        if stored:
            return meaning[stored]
        if formula and (formula.endswith("</c>") or attributes(own).get("t") != "str"):
            return without_value(unescaped(FORMULA.findall(formula)[0]))
        return None


class Doubtful(Openings):
    """The same in a workbook that asks to be calculated when it is opened: there, 0 stands for no result as well."""

    def value(self, own: str, formula: str, of_value: str, stored: str) -> Value:
        """The value of a cell by the four groups of ANY_CELL."""
        return super().value(own, formula, of_value, "" if formula and stored == "0" else stored)


def without_value(formula: str) -> Fault:
    """A formula that was never calculated."""
    return Fault(Code.FORMULA_WITHOUT_VALUE, f"={formula}")


def attributes(text: str) -> dict[str, str]:
    """The attributes behind a reference; raises Unfamiliar when the text holds anything else, or a second one."""
    if len(text) > LONGEST_ATTRIBUTES:
        raise Unfamiliar
    found = ATTRIBUTE.findall(text)
    named = dict(found)
    if len(named) != len(found) or "r" in named or ATTRIBUTE.sub("", text).strip():
        raise Unfamiliar
    return named


def scanned_cells(number: int, content: str, openings: Openings) -> dict[int, Value]:
    """The filled cells of a row by column; raises Unfamiliar for everything but plain cells of that row."""
    cells: dict[int, Value] = {}
    own = str(number)
    end = 0
    for found in CELL.finditer(content):
        name, row, *groups = found.groups("")
        column = column_index(name)
        if content[end : found.start()].strip() or row != own or column in cells or column >= COLUMNS:
            raise Unfamiliar
        end = found.end()
        try:
            cells[column] = openings.value(*groups)
        except KeyError as error:  # a shared text that does not exist
            raise Unfamiliar from error
    if content[end:].strip():
        raise Unfamiliar
    return {column: value for column, value in cells.items() if value is not None}
