"""When a workbook was made, by its own word: the mainland's day, behind the same walls as every other part."""

import datetime as dt
import hashlib
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from jobhome_score.problems import Code
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.properties import Properties, properties, properties_in
from jobhome_score.reading.rejection import Rejected

CORE = """<?xml version="1.0" encoding="UTF-8"?>{more}
<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t" xmlns:xsi="x"><dc:creator>张三</dc:creator>
<dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created>
<dcterms:modified xsi:type="dcterms:W3CDTF">2026-07-09T01:00:00Z</dcterms:modified></cp:coreProperties>"""


def package(**parts: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


def made(created: str, more: str = "") -> bytes:
    return package(docProps__core_xml=CORE.format(created=created, more=more))


def test_the_day_is_the_mainlands_whatever_the_file_says_it_in() -> None:
    late = properties(made("2026-06-30T16:30:00Z"), Limits())
    assert late == Properties(dt.date(2026, 7, 1), dt.date(2026, 7, 9))
    assert properties(made("2026-06-30T15:59:59Z"), Limits()).created == dt.date(2026, 6, 30)
    assert properties(made("2026-06-30T23:30:00"), Limits()).created == dt.date(2026, 6, 30)
    assert properties(made("2026-06-30T23:30:00+08:00"), Limits()).created == dt.date(2026, 6, 30)


@pytest.mark.parametrize("said", ["", "昨天", "2026-13-40", "0000", "9999-12-31T23:59:59Z", "x" * 10_000])
def test_what_is_no_day_is_none(said: str) -> None:
    assert properties(made(said), Limits()).created is None


def test_an_open_document_says_it_in_its_own_part() -> None:
    meta = "<o:m xmlns:o='o' xmlns:meta='m'><meta:creation-date>2026-07-02T08:00:00.123</meta:creation-date></o:m>"
    assert properties(package(meta_xml=meta), Limits()).created == dt.date(2026, 7, 2)


def test_other_formats_and_silent_workbooks_say_nothing() -> None:
    nothing = Properties(None, None)
    assert properties(b"\xd0\xcf\x11\xe0rest", Limits()) == nothing
    assert properties("日期,名称".encode(), Limits()) == nothing
    assert properties(package(xl__workbook_xml="<workbook/>"), Limits()) == nothing


def test_a_declaration_that_could_mean_more_is_refused_here_too() -> None:
    with pytest.raises(Rejected) as refused:
        properties(made("2026-07-01", '<!DOCTYPE a [<!ENTITY b "c">]>'), Limits())
    assert refused.value.code is Code.FORBIDDEN_XML


def test_only_the_bytes_that_were_assessed_are_listened_to(tmp_path: Path) -> None:
    data = made("2026-07-02T01:00:00Z")
    (tmp_path / "a.xlsx").write_bytes(data)
    (tmp_path / "b.xlsx").write_bytes(made("2026-07-03", "<!DOCTYPE a>"))
    known = {name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in ("a.xlsx", "b.xlsx")}
    found = properties_in(tmp_path, {**known, "gone.xlsx": "0"}, Limits())
    assert found == {"a.xlsx": Properties(dt.date(2026, 7, 2), dt.date(2026, 7, 9))}
    assert properties_in(tmp_path / "a.xlsx", {"a.xlsx": known["a.xlsx"]}, Limits()).keys() == {"a.xlsx"}
    assert properties_in(tmp_path, {"a.xlsx": "another"}, Limits()) == {}
