"""How an official document is written: fonts by name, tables of fixed widths, page numbers, always the same bytes."""

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jobhome_score.locales import Lang, say
from jobhome_score.reports.escape import plain

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

BODY, HEAD, TITLE = "仿宋_GB2312", "黑体", "方正小标宋简体"
LATIN: Final = "Times New Roman"
MADE: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""A document must say when it was made; always this, so that the same input gives the same bytes."""
FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
A4: Final = (21.0, 29.7)
MARGIN: Final = 1.8

Align = Literal["left", "center", "right"]


def new_document(title: str, lang: Lang, *, landscape: bool) -> "Document":
    """An empty A4 document with numbered pages and fixed properties."""
    from docx import Document  # only where a document is written
    from docx.shared import Pt

    document = Document()
    section = document.sections[0]
    _turn(section, landscape=landscape)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = LATIN, Pt(12)
    normal.element.rPr.rFonts.set(tag_of("eastAsia"), BODY)
    normal.element.rPr.append(element_of("lang", val="en-US", eastAsia="zh-CN"))  # lines break by Chinese rules
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by, properties.comments = plain(title), "", "", ""
    properties.created = properties.modified = MADE
    properties.revision = 1
    document.styles["Footer"].font.size = Pt(9)
    _number_pages(section.footer.paragraphs[0], lang)
    return document


def _turn(section: "Section", *, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    width, height = reversed(A4) if landscape else A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)


def wide_annex(document: "Document") -> float:
    """Begin landscape pages for what comes after the lines to sign; the width (cm) between their margins."""
    from docx.enum.section import WD_SECTION

    _turn(document.add_section(WD_SECTION.NEW_PAGE), landscape=True)
    return A4[1] - 2 * MARGIN


def tag_of(tag: str) -> str:
    """The full name of a tag or attribute of the format."""
    from docx.oxml.ns import qn

    return qn(f"w:{tag}")


def element_of(tag: str, **attributes: str) -> Any:
    """A new element with its attributes."""
    from docx.oxml import OxmlElement

    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(tag_of(name), value)
    return element


def _number_pages(paragraph: "Paragraph", lang: Lang) -> None:
    """第 1 页 共 5 页, as fields that Word and WPS count themselves."""
    align_to(paragraph, "center")
    for part in say(lang, "document.page").split("|"):
        run = paragraph.add_run()
        set_font(run, BODY, 9)
        if part in ("PAGE", "NUMPAGES"):
            begin, end = (element_of("fldChar", fldCharType=kind) for kind in ("begin", "end"))
            for element in (begin, _code(part), end):
                run._r.append(element)  # noqa: SLF001 - the library has no fields of its own
        else:
            run.text = part


def _code(field: str) -> Any:
    code = element_of("instrText")
    code.text = field
    return code


def set_font(run: "Run", east: str, size: float, *, bold: bool = False) -> None:
    """Give a run its fonts, one for Chinese and one for Latin letters, and its size."""
    from docx.shared import Pt

    run.font.name, run.font.size, run.font.bold = LATIN, Pt(size), bold
    run._r.get_or_add_rPr().get_or_add_rFonts().set(tag_of("eastAsia"), east)  # noqa: SLF001 - likewise


def align_to(paragraph: "Paragraph", align: Align) -> None:
    """Align a paragraph."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = {
        "left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT,
    }[align]  # fmt: skip


def write_title(document: "Document", text: str) -> None:
    """The title in the font of official titles, never alone on its page."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    align_to(paragraph, "center")
    set_font(paragraph.add_run(plain(text)), TITLE, 20)


def write_line(
    document: "Document", text: str, *, head: bool = False, align: Align = "left", size: float = 12,
    with_next: bool = False,
) -> None:  # fmt: skip
    """A paragraph of its own; a heading, and what is told so, on one page with what comes next."""
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = head or with_next
    paragraph.paragraph_format.space_after = Pt(4)
    align_to(paragraph, align)
    set_font(paragraph.add_run(plain(text)), HEAD if head else BODY, size, bold=head)


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
    set_font(paragraph.add_run(plain(text)), BODY, size)


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
