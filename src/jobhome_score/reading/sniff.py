"""What a file really is, by its bytes and never by its name."""

import re
from enum import Enum

from jobhome_score.patterns import pattern
from jobhome_score.problems import Code
from jobhome_score.reading.archive import Archive
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.package import main_part
from jobhome_score.reading.rejection import Rejected

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
BEGINNING = 4_096
SIGNATURES = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"\x1f\x8b", "archive"),
)
HTML = pattern(rb"<(?:!doctype\s+html|html|head|meta|style|body|table)[\s>]", re.IGNORECASE)
XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
ENCRYPTED = "EncryptedPackage"
WORKBOOKS = ("Workbook", "Book")
DOCUMENTS = (("WordDocument", "doc"), ("PowerPoint Document", "ppt"))
SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


class Format(Enum):
    """The formats that are read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"


def outer_format(data: bytes) -> Format | None:
    """The format of a file that is no archive, None for one that is; raises Rejected for what is no workbook.

    Text of any kind counts as CSV here: whether it may be one, its name decides.
    """
    if data.startswith(ZIP):
        return None
    if data.startswith(OLE):
        return _compound(data)
    if data.startswith(BIFF):
        return Format.XLS
    really = _really(data)
    if really:
        raise Rejected(Code.NOT_A_WORKBOOK, really=really)
    if b"\0" in _beginning(data):
        raise Rejected(Code.DAMAGED_FILE, reason="unknown")
    return Format.CSV


def _beginning(data: bytes) -> bytes:
    """The beginning of a text, whatever marks and blanks it starts with."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[:BEGINNING].decode("utf-16", "replace").encode("utf-8", "replace").lstrip()
    return data[:BEGINNING].removeprefix(b"\xef\xbb\xbf").lstrip()


def _really(data: bytes) -> str:
    """What a file is that is named like a workbook and is none; empty for plain text and the unknown."""
    for signature, really in SIGNATURES:
        if data.startswith(signature):
            return really
    beginning = _beginning(data)
    if beginning[:13].lower() == b"mime-version:":
        return "mhtml"
    if beginning.startswith(b"<") and HTML.search(beginning):
        return "html"
    if beginning.startswith(b"<?xml"):
        return "xml-2003" if XML_2003 in beginning else "xml"
    return ""


def _compound(data: bytes) -> Format:
    """What an OLE container holds, by the names of its streams."""
    if _holds(data, ENCRYPTED):
        raise Rejected(Code.ENCRYPTED_FILE)
    if any(_holds(data, stream) for stream in WORKBOOKS):
        return Format.XLS
    raise other_document(data)


def other_document(data: bytes) -> Rejected:
    """The refusal of an OLE container that is no workbook, though one may be embedded in it."""
    held = [really for stream, really in DOCUMENTS if _holds(data, stream)]
    return Rejected(Code.NOT_A_WORKBOOK, really=held[0]) if held else Rejected(Code.DAMAGED_FILE, reason="ole")


def _holds(data: bytes, stream: str) -> bool:
    """Whether an OLE container has a stream of that name; case means nothing there, and some write WORKBOOK."""
    return re.search(re.escape(f"{stream}\0".encode("utf-16-le")), data, re.IGNORECASE) is not None


def inner_format(archive: Archive, limits: Limits) -> tuple[Format, str]:
    """The format of an archive and its main part; raises Rejected for what is no workbook."""
    if "mimetype" in archive:
        if not archive.read("mimetype").startswith(SPREADSHEET):
            raise Rejected(Code.NOT_A_WORKBOOK, really="opendocument")
        return Format.ODS, "content.xml"
    part = main_part(archive, limits) or "xl/workbook.xml"
    if part.startswith(("word/", "ppt/")):
        raise Rejected(Code.NOT_A_WORKBOOK, really="docx" if part.startswith("word/") else "pptx")
    if part.endswith(".bin"):
        return Format.XLSB, part
    if part not in archive:
        raise Rejected(Code.NOT_A_WORKBOOK, really="zip")
    return Format.XLSX, part
