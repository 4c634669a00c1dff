"""What the parts around the sheets of an .xlsx say: which sheets there are, their styles, their date system."""

import posixpath
from collections.abc import Sequence

from jobhome_score.named import NamedTuple
from jobhome_score.problems import Code
from jobhome_score.reading.archive import Archive
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.number_formats import Shows, built_in, custom
from jobhome_score.reading.references import small_number
from jobhome_score.reading.rejection import Rejected, over
from jobhome_score.reading.xml_events import Attributes, parse

WORKSHEET, CHART_SHEET = "worksheet", "chartsheet"
ROOT_RELATIONS = "_rels/.rels"
TRUE = frozenset({"1", "true", "on"})


class Relation(NamedTuple):
    """One part that another part refers to: the last word of its type, and its name in the archive."""

    kind: str
    target: str


class SheetPart(NamedTuple):
    """A sheet by its name, its part in the archive, and whether it is hidden; macro and dialog sheets are not read."""

    name: str
    part: str
    hidden: bool
    is_worksheet: bool = True


class Package(NamedTuple):
    """A workbook's sheets in order, what its styles show, its date system, and the part of its shared texts.

    `doubtful` is one that asks to be calculated when it is opened: a program wrote it that cannot.
    """

    sheets: tuple[SheetPart, ...]
    styles: Sequence[Shows]
    since_1904: bool
    doubtful: bool
    shared_strings: str


def main_part(archive: Archive, limits: Limits) -> str:
    """The part that an Office package is about; empty where it does not say."""
    if ROOT_RELATIONS not in archive:
        return ""
    roots = relations(archive, "", limits).values()
    return next((root.target for root in roots if root.kind == "officeDocument"), "")


def relations(archive: Archive, part: str, limits: Limits) -> dict[str, Relation]:
    """What a part refers to, by the identifiers it uses; those outside of the archive are left out."""
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, Relation] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/")
            if attributes.get("Id", "") in found:
                raise Rejected(Code.DAMAGED_FILE, reason="xml", part=source)
            found[attributes.get("Id", "")] = Relation(attributes.get("Type", "").rpartition("/")[2], target)
            if len(found) > limits.members:
                raise over("members", limits.members)

    if source in archive:
        parse(archive.blocks(source), limits, start)
    return found


def package(archive: Archive, part: str, limits: Limits) -> Package:
    """The workbook at `part`; raises Rejected when it is damaged or has too many sheets."""
    related = relations(archive, part, limits)
    listed: list[Attributes] = []
    settings: Attributes = {}
    calculation: Attributes = {}
    root = ""

    def start(name: str, attributes: Attributes) -> None:
        nonlocal root
        root = root or name
        if name == "workbookPr":
            settings.update(settings or attributes)
        elif name == "calcPr":
            calculation.update(attributes)
        elif name == "sheet":
            listed.append(attributes)
            if len(listed) > limits.sheets:
                raise over("sheets", limits.sheets)

    parse(archive.blocks(part), limits, start)
    if root != "workbook":
        raise Rejected(Code.NOT_A_WORKBOOK, really="xml")
    named = {relation.kind: relation.target for relation in related.values()}
    return Package(
        tuple(_sheets(listed, related)),
        styles(archive, named.get("styles", ""), limits),
        settings.get("date1904") in TRUE,
        calculation.get("fullCalcOnLoad") in TRUE,
        named.get("sharedStrings", ""),
    )


def _sheets(listed: Sequence[Attributes], related: dict[str, Relation]) -> list[SheetPart]:
    """The listed sheets without those of charts, which hold no cells."""
    found: list[SheetPart] = []
    used: set[str] = set()
    for attributes in listed:
        name = attributes.get("name", "")
        identifier = attributes.get("id", "")
        relation = related.get(identifier) if identifier else Relation("module", "")  # of Visual Basic
        if relation is None:
            raise Rejected(Code.DAMAGED_FILE, sheet=name, reason="missing")
        if relation.kind == WORKSHEET:
            if relation.target in used:  # its rows would count twice
                raise Rejected(Code.DAMAGED_FILE, sheet=name, reason="xml")
            used.add(relation.target)
            found.append(SheetPart(name, relation.target, attributes.get("state", "visible") != "visible"))
        elif relation.kind != CHART_SHEET:
            found.append(SheetPart(name, "", hidden=False, is_worksheet=False))
    return found


def styles(archive: Archive, part: str, limits: Limits) -> list[Shows]:
    """What each cell style shows, in the order in which cells refer to them."""
    section = ""
    used: list[int] = []
    codes: dict[int, str] = {}

    def start(name: str, attributes: Attributes) -> None:
        nonlocal section
        if name in {"numFmts", "cellXfs"}:
            section = name
        elif (section, name) == ("numFmts", "numFmt"):
            codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif (section, name) == ("cellXfs", "xf"):
            used.append(_number(attributes.get("numFmtId")))
        if len(used) + len(codes) > limits.styles:
            raise over("styles", limits.styles)

    def end(name: str) -> None:
        nonlocal section
        if name == section:
            section = ""

    if part in archive:
        parse(archive.blocks(part), limits, start, end)
    shows = {number: custom(codes[number]) if number in codes else built_in(number) for number in set(used)}
    return [shows[number] for number in used]


def _number(text: str | None) -> int:
    """The number of a format; 0 is the general format."""
    return small_number(text or "", 0)
