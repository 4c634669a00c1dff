"""Containers, archives and XML that are not read, each with the code and a fact it earns."""

import io
import zipfile
from collections.abc import Iterator

import xlwt
from tests.hostile.making import (
    BOOK,
    CELL,
    RELS,
    SHARED,
    SHEET,
    STYLES,
    book,
    declared,
    lying,
    ods,
    ods_members,
    ole,
    packed,
    table,
    with_part,
    with_shared,
    without,
    xlsx,
)  # fmt: skip
from tests.hostile.refused import Refused, in_ods, in_xls, in_xlsx
from tests.reading.made import MAIN, RELATIONS, parts, sheet

MIB = 1 << 20
DTD = '<!DOCTYPE a [<!ENTITY b "c">]>'
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;"><!ENTITY d "&c;&c;&c;">]>'
EXTERNAL = '<!DOCTYPE a SYSTEM "file:///etc/passwd">'
XML_2003 = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
TEXT_DOCUMENT = "application/vnd.oasis.opendocument.text"
TO_A_DOCUMENT = RELATIONS.format('<Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/>')
TO_NOTHING = RELATIONS.format("".join(f'<Relationship Id="x{number}"/>' for number in range(5_002)))
LOCKED = {"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}
USES_SHARED = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'


def with_directory(offset: int, value: int) -> bytes:
    """An archive with one byte of its first directory entry changed."""
    data = bytearray(xlsx())
    data[data.index(b"PK\1\2") + offset] = value
    return bytes(data)


def xls() -> bytes:
    out, page = io.BytesIO(), xlwt.Workbook()
    page.add_sheet("表").write(0, 0, 1)
    page.save(out)
    return out.getvalue()


def embedded(*streams: str) -> bytes:
    """A compound file whose workbook does not stand where a workbook stands, beside streams of these names."""
    elsewhere = xls().replace("Workbook".encode("utf-16-le"), "Workbuch".encode("utf-16-le"))
    return elsewhere + b"".join(f"{name}\0".encode("utf-16-le").ljust(512, b"\0") for name in ("Workbook", *streams))


def text(stored: str) -> bytes:
    return xlsx(f'<row r="1"><c r="A1" t="str"><v>{stored}</v></c></row>')


CONTAINERS = {
    "empty": in_xlsx(lambda: b"", "damaged-file", "empty"),
    "random bytes": in_xlsx(lambda: b"\x00\x01\x02" * 99, "damaged-file", "unknown"),
    "wrong checksum": in_xlsx(
        lambda: packed(book(), zipfile.ZIP_STORED).replace(b"<v>1</v>", b"<v>2</v>"), "damaged-file", "zip"
    ),
    "encrypted member": in_xlsx(lambda: with_directory(8, 1), "encrypted-file"),
    "unknown compression": in_xlsx(lambda: with_directory(10, 14), "suspicious-archive", "method"),
    "encrypted package": in_xlsx(lambda: ole("EncryptionInfo", "EncryptedPackage"), "encrypted-file"),
    "encrypted ods": in_ods(lambda: ods("", **LOCKED), "encrypted-file"),
    "compound file without a workbook": in_xls(lambda: ole("Nothing"), "damaged-file", "ole"),
    "word document": in_xls(lambda: ole("WordDocument"), "not-a-workbook", "doc"),
    "presentation": in_xls(lambda: ole("PowerPoint Document"), "not-a-workbook", "ppt"),
    "word document with a workbook inside": in_xls(lambda: embedded("WordDocument"), "not-a-workbook", "doc"),
    "a workbook inside of something": in_xls(embedded, "damaged-file", "ole"),
    "cut .xls": in_xls(lambda: xls()[:2_000], "damaged-file"),
    "html": in_xlsx(lambda: b"<html><body><table>", "not-a-workbook", "html"),
    "html as xls": in_xls(lambda: b" \r\n<!DOCTYPE HTML ><html>", "not-a-workbook", "html"),
    "mhtml": in_xlsx(lambda: b"MIME-Version: 1.0\r\n", "not-a-workbook", "mhtml"),
    "xml 2003": in_xls(lambda: XML_2003, "not-a-workbook", "xml-2003"),
    "xml": in_xlsx(lambda: b'<?xml version="1.0"?><a/>', "not-a-workbook", "xml"),
    "text": in_xlsx("日期,姓名\n".encode, "not-a-workbook", "text"),
    "pdf": in_xlsx(lambda: b"%PDF-1.7", "not-a-workbook", "pdf"),
    "rtf": in_xls(lambda: b"{\\rtf1", "not-a-workbook", "rtf"),
    "picture": in_xlsx(lambda: b"\x89PNG\r\n", "not-a-workbook", "image"),
    "plain archive": in_xlsx(lambda: packed({"a.txt": "a"}), "not-a-workbook", "zip"),
    "word archive": in_xlsx(lambda: packed({"_rels/.rels": TO_A_DOCUMENT}), "not-a-workbook", "docx"),
    "text document": in_ods(lambda: packed({"mimetype": TEXT_DOCUMENT}), "not-a-workbook", "opendocument"),
    "ods without a spreadsheet": in_ods(
        lambda: packed({**ods_members(""), "content.xml": "<a/>"}), "not-a-workbook", "opendocument"
    ),
    "another root": in_xlsx(lambda: with_part(BOOK, "<a/>"), "not-a-workbook", "xml"),
}

ARCHIVES = {
    **{
        f"member {name!r}": in_xlsx(lambda name=name: packed({**book(), name: "x"}), "suspicious-archive", why)
        for name, why in (
            ("../evil.xml", "path"), ("xl/../../evil", "path"), ("xl\\evil.xml", "path"), ("/evil.xml", "path"),
            ("XL/Workbook.XML", "twice"),
        )
    },
    "missing sheet": in_xlsx(lambda: without(SHEET), "damaged-file", "missing"),
    "missing workbook": in_xlsx(lambda: without(BOOK), "not-a-workbook", "zip"),
    "missing relations": in_xlsx(lambda: without(RELS), "damaged-file", "missing"),
    "missing content": in_ods(lambda: packed({"mimetype": ods_members("")["mimetype"]}), "damaged-file", "missing"),
    "missing shared texts": in_xlsx(
        lambda: packed({name: content for name, content in book(USES_SHARED).items() if name != SHARED}),
        "damaged-file", "cell",
    ),
    "ratio": in_xlsx(lambda: packed({**book(), "xl/media/a.png": bytes(9 * MIB)}), "limit-exceeded", "ratio"),
    "a part of 300 MB by the directory": in_xlsx(lambda: lying(xlsx(), SHEET, 300 * MIB), "limit-exceeded", "ratio"),
    "a size that is too small": in_xlsx(lambda: lying(xlsx(), SHEET, 40), "damaged-file", "zip"),
    "5 001 members": in_xlsx(
        lambda: packed({**book(), **{f"m/{number}": "" for number in range(5_001)}}), "limit-exceeded", "members"
    ),
    "5 002 relations": in_xlsx(lambda: with_part(RELS, TO_NOTHING), "limit-exceeded", "members"),
    "257 sheets": in_xlsx(
        lambda: packed(parts({f"表{number}": sheet("") for number in range(257)})), "limit-exceeded", "sheets"
    ),
    "257 tables": in_ods(
        lambda: ods("".join(table("", f"t{number}") for number in range(257))), "limit-exceeded", "sheets"
    ),
    "100 001 styles": in_xlsx(
        lambda: with_part(STYLES, f'<styleSheet xmlns="{MAIN}"><cellXfs>{"<xf/>" * 100_001}</cellXfs></styleSheet>'),
        "limit-exceeded", "styles",
    ),
}  # fmt: skip

XML = {
    **{
        f"{kind} in {part}": in_xlsx(lambda part=part, text=text: declared(part, text), "forbidden-xml")
        for part in (SHEET, SHARED, STYLES, BOOK, RELS, "_rels/.rels")
        for kind, text in (("document type", DTD), ("laughs", LAUGHS), ("external entity", EXTERNAL))
    },
    "document type in ods": in_ods(
        lambda: declared("content.xml", DTD, ods_members(table(""))), "forbidden-xml"
    ),
    "undeclared entity": in_xlsx(lambda: text("&evil;"), "damaged-file", "xml"),
    "raw NUL": in_xlsx(lambda: text("a\0b"), "damaged-file", "xml"),
    "half a surrogate": in_xlsx(lambda: text("&#xD800;"), "damaged-file", "xml"),
    "101 levels in a sheet": in_xlsx(lambda: xlsx(after="<a>" * 101 + "</a>" * 101), "limit-exceeded", "depth"),
    "101 levels in the workbook": in_xlsx(
        lambda: with_part(BOOK, f'<workbook xmlns="{MAIN}">' + "<a>" * 100), "limit-exceeded", "depth"
    ),
    "101 levels in shared texts": in_xlsx(lambda: with_shared("<si>" * 100), "limit-exceeded", "depth"),
    "101 levels in ods": in_ods(lambda: ods("<a>" * 99), "limit-exceeded", "depth"),
    "broken sheet": in_xlsx(
        lambda: with_part(SHEET, f'<worksheet xmlns="{MAIN}"><sheetData>'), "damaged-file", "xml"
    ),
    **{
        f"shared texts cut to {len(cut)}": in_xlsx(lambda cut=cut: with_part(SHARED, cut), "damaged-file", "xml")
        for cut in ("<sst ", f'<sst xmlns="{MAIN}"><si><t>甲</t></si>', f'<sst xmlns="{MAIN}"><si><t>甲</t></si>\n')
    },
    "broken styles": in_xlsx(lambda: with_part(STYLES, "<a"), "damaged-file", "xml"),
    **{
        f"encoding {encoding}": in_xlsx(
            lambda encoding=encoding: with_part(
                SHEET, f'<?xml version="1.0" encoding="{encoding}"?>{sheet(CELL)}'.encode()
            ),
            "damaged-file", "xml",
        )
        for encoding in ("gb2312", "gb18030", "big5", "utf-7", "cp037", "unicode_escape", "rot13", "x" * 5_000)
    },
    "unknown encoding": in_xlsx(
        lambda: with_part(SHEET, '<?xml version="1.0" encoding="martian"?>' + sheet(CELL)), "damaged-file", "xml"
    ),
    "a tag that never ends": in_xlsx(
        lambda: with_part(SHEET, f'<worksheet xmlns="{MAIN}" a="{"x" * 6 * MIB}"/>'), "limit-exceeded", "text_bytes"
    ),
    "sheet name of a novel": in_xlsx(lambda: xlsx(name="年" * 300), "damaged-file", "sheet-name"),
}  # fmt: skip


def truncated() -> Iterator[tuple[str, Refused]]:
    """A workbook cut off at every tenth."""
    data = xlsx()
    for tenth in range(1, 10):
        cut = data[: len(data) * tenth // 10]
        yield f"cut at {tenth}/10", in_xlsx(lambda cut=cut: cut, "damaged-file", "zip")


PACKAGES: dict[str, Refused] = {**CONTAINERS, **ARCHIVES, **XML, **dict(truncated())}
