"""How an official document is written: fonts by name, tables of fixed widths, page numbers, always the same bytes."""

import datetime as dt
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jobhome_score.locales import Lang, say
from jobhome_score.reports.escape import plain

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

BODY, HEAD, TITLE = "仿宋_GB2312", "黑体", "方正小标宋简体"
LATIN: Final = "Times New Roman"
MADE: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""A document must say when it was made; always this, so that the same input gives the same bytes."""
FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
A4: Final = (21.0, 29.7)
MARGIN: Final = 1.8
CELL_SPACE: Final = 2
"""Points above and below the text of a cell."""
TWIPS: Final = 567
"""Twentieths of a point in a centimetre."""

Align = Literal["left", "center", "right"]
Row = Sequence[str | list[str]]
"""The texts of a row; a cell may hold several lines."""


def new_document(title: str, lang: Lang, *, landscape: bool) -> "Document":
    """An empty A4 document with numbered pages and fixed properties."""
    from docx import Document  # only where a document is written
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    document = Document()
    section = document.sections[0]
    width, height = reversed(A4) if landscape else A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = LATIN, Pt(12)
    normal.element.rPr.rFonts.set(_name("eastAsia"), BODY)
    normal.element.rPr.append(_element("lang", val="en-US", eastAsia="zh-CN"))  # lines break by Chinese rules
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by, properties.comments = plain(title), "", "", ""
    properties.created = properties.modified = MADE
    properties.revision = 1
    document.styles["Footer"].font.size = Pt(9)
    _number_pages(section.footer.paragraphs[0], lang)
    return document


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{tag}")


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(_name(name), value)
    return element


def _number_pages(paragraph: "Paragraph", lang: Lang) -> None:
    """第 1 页 共 5 页, as fields that Word and WPS count themselves."""
    _aligned(paragraph, "center")
    for part in say(lang, "document.page").split("|"):
        run = paragraph.add_run()
        _font(run, BODY, 9)
        if part in ("PAGE", "NUMPAGES"):
            begin, end = (_element("fldChar", fldCharType=kind) for kind in ("begin", "end"))
            for element in (begin, _code(part), end):
                run._r.append(element)  # noqa: SLF001 - the library has no fields of its own
        else:
            run.text = part


def _code(field: str) -> Any:
    code = _element("instrText")
    code.text = field
    return code


def _font(run: "Run", east: str, size: float, *, bold: bool = False) -> None:
    from docx.shared import Pt

    run.font.name, run.font.size, run.font.bold = LATIN, Pt(size), bold
    run._r.get_or_add_rPr().get_or_add_rFonts().set(_name("eastAsia"), east)  # noqa: SLF001 - likewise


def _aligned(paragraph: "Paragraph", align: Align) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = {
        "left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT,
    }[align]  # fmt: skip


def write_title(document: "Document", text: str) -> None:
    """The title in the font of official titles."""
    paragraph = document.add_paragraph()
    _aligned(paragraph, "center")
    _font(paragraph.add_run(plain(text)), TITLE, 20)


def write_line(
    document: "Document", text: str, *, head: bool = False, align: Align = "left", size: float = 12,
    with_next: bool = False,
) -> None:  # fmt: skip
    """A paragraph of its own; a heading, and what is told so, on one page with what comes next."""
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = head or with_next
    paragraph.paragraph_format.space_after = Pt(4)
    _aligned(paragraph, align)
    _font(paragraph.add_run(plain(text)), HEAD if head else BODY, size, bold=head)


def new_page(document: "Document") -> None:
    """The line written last begins a page of its own."""
    document.paragraphs[-1].paragraph_format.page_break_before = True


def write_body(document: "Document", text: str, size: float = 15, *, with_next: bool = False) -> None:
    """A paragraph of running text, its first line indented by two characters."""
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = with_next
    paragraph.paragraph_format.first_line_indent = Pt(2 * size)
    paragraph.paragraph_format.line_spacing = 1.5
    paragraph.paragraph_format.space_before = Pt(6)
    _font(paragraph.add_run(plain(text)), BODY, size)


class Grid:
    """A table of fixed column widths (cm) whose head is repeated and whose rows do not break across pages."""

    def __init__(
        self, document: "Document", widths: Sequence[float], size: float = 9, *, together: bool = False
    ) -> None:  # fmt: skip
        """Begin a table without rows; `together` on one page with what follows it."""
        self._document, self._together = document, together
        self._table = document.add_table(rows=0, cols=len(widths))
        self._table.style = "Table Grid"
        self._table.autofit = False
        self._widths = widths
        self._size = size
        for column, width in zip(self._table._tbl.tblGrid.gridCol_lst, widths, strict=True):  # noqa: SLF001 - no other way
            column.set(_name("w"), str(round(width * TWIPS)))
        total = _element("tblW", w=str(round(sum(widths) * TWIPS)), type="dxa")
        properties = self._table._tbl.tblPr  # noqa: SLF001 - likewise
        for old in properties.findall(_name("tblW")):
            properties.replace(old, total)

    def head(self, texts: Row) -> None:
        """Add the row of headings, repeated on every page."""
        self.row(texts, bold=True, centred=range(len(texts)))
        self._properties().append(_element("tblHeader", val="true"))

    def _properties(self) -> Any:
        return self._table.rows[-1]._tr.get_or_add_trPr()  # noqa: SLF001 - likewise

    def row(self, texts: Row, *, bold: bool = False, centred: Iterable[int] = (), height: float = 0) -> None:
        """Add a row; `height` in cm is the least it has."""
        from docx.shared import Cm

        cells = self._table.add_row().cells
        self._properties().append(_element("cantSplit", val="true"))
        if height:
            self._table.rows[-1].height = Cm(height)
        middle = frozenset(centred)
        for at, (cell, text, width) in enumerate(zip(cells, texts, self._widths, strict=True)):
            cell.width = Cm(width)
            self._fill(cell, text, bold=bold, align="center" if at in middle else "left")

    def _fill(self, cell: "_Cell", text: str | list[str], *, bold: bool, align: Align) -> None:
        from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
        from docx.shared import Pt

        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = cell.paragraphs[0]
        form = paragraph.paragraph_format
        form.space_before = form.space_after = Pt(CELL_SPACE)
        form.keep_with_next = self._together
        _aligned(paragraph, align)
        for number, line in enumerate([text] if isinstance(text, str) else text):
            run = paragraph.add_run()
            if number:
                run.add_break()
            run.add_text(plain(line))
            _font(run, HEAD if bold else BODY, self._size, bold=bold)

    def close(self, *, with_next: bool = False) -> None:
        """Keep whatever comes next apart, so that two tables never run into one; or on one page with the last row."""
        for paragraph in self._table.rows[-1].cells[0].paragraphs:
            paragraph.paragraph_format.keep_with_next = with_next
        write_line(self._document, "", size=6, with_next=with_next)

    def span(self, first: int, last: int) -> None:
        """Join cells of the last row; the first one's text stays."""
        cells = self._table.rows[-1].cells
        for cell in cells[first + 1 : last + 1]:
            for paragraph in cell.paragraphs[1:]:
                paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001 - likewise
        joined = cells[first].merge(cells[last])
        for paragraph in joined.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001 - likewise

    def down(self, column: int, rows: int) -> None:
        """Join the last rows of a column; the first one's text stays."""
        cells = [row.cells[column] for row in self._table.rows[-rows:]]
        joined = cells[0].merge(cells[-1])
        for paragraph in joined.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001 - likewise


def document_bytes(document: "Document") -> bytes:
    """The document's bytes, with fixed times in its zip directory."""
    raw, out = BytesIO(), BytesIO()
    document.save(raw)
    with ZipFile(raw) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            info = ZipInfo(name, FIRST_DAY)
            info.compress_type = ZIP_DEFLATED
            after.writestr(info, before.read(name))
    return out.getvalue()
