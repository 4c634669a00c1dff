"""Tables of official documents: fixed widths, heads repeated on every page, rows that do not break across pages."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from jobhome_score.patterns import pattern
from jobhome_score.reports.documents.writing import (
    BODY,
    HEAD,
    Align,
    align_to,
    element_of,
    set_font,
    tag_of,
    write_line,
)
from jobhome_score.reports.escape import plain

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

CELL_SPACE: Final = 2
"""Points above and below the text of a cell."""
TWIPS: Final = 567
"""Twentieths of a point in a centimetre."""

ROW_LIST: Final = pattern("、(?=[0-9])")
"""Where a list of row numbers may be parted; some programs take 3、6、9 for one number that fits on no line."""
MAY_PART: Final = "、\u200b"

Row = Sequence[str | list[str]]
"""The texts of a row; a cell may hold several lines."""


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
            column.set(tag_of("w"), str(round(width * TWIPS)))
        total = element_of("tblW", w=str(round(sum(widths) * TWIPS)), type="dxa")
        properties = self._table._tbl.tblPr  # noqa: SLF001 - likewise
        for old in properties.findall(tag_of("tblW")):
            properties.replace(old, total)

    def head(self, texts: Row) -> None:
        """Add the row of headings, repeated on every page and never the last thing on one."""
        self.row(texts, bold=True, centred=range(len(texts)))
        self.hold(1)
        self._properties().append(element_of("tblHeader", val="true"))

    def _properties(self) -> Any:
        return self._table.rows[-1]._tr.get_or_add_trPr()  # noqa: SLF001 - likewise

    def row(self, texts: Row, *, bold: bool = False, centred: Iterable[int] = (), height: float = 0) -> None:
        """Add a row; `height` in cm is the least it has."""
        from docx.shared import Cm

        cells = self._table.add_row().cells
        self._properties().append(element_of("cantSplit", val="true"))
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
        align_to(paragraph, align)
        for number, line in enumerate([text] if isinstance(text, str) else text):
            run = paragraph.add_run()
            if number:
                run.add_break()
            run.add_text(ROW_LIST.sub(MAY_PART, plain(line)))
            set_font(run, HEAD if bold else BODY, self._size, bold=bold)

    def hold(self, rows: int) -> None:
        """Keep the last rows on one page with what comes next; to be told after their cells are joined."""
        for row in self._table._tbl.tr_lst[-rows:]:  # noqa: SLF001 - joined cells are seen nowhere else
            for paragraph in row.iter(tag_of("p")):
                paragraph.get_or_add_pPr().keepNext_val = True

    def close(self, *, with_next: bool = False) -> None:
        """Keep whatever comes next apart, so that two tables never run into one; or on one page with the last row."""
        for paragraph in self._table._tbl.tr_lst[-1].iter(tag_of("p")):  # noqa: SLF001 - likewise
            paragraph.get_or_add_pPr().keepNext_val = with_next
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
