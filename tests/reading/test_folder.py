import gc
import hashlib
import os
from pathlib import Path

import openpyxl
import pytest
import xlwt
from tests.reading.made import parts, sheet, zipped

from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reading.limits import Limits

ONE = sheet('<row r="1"><c r="A1"><v>1</v></c></row>')


def told(reading):
    return [(p.code.value, p.place.file, dict(p.facts)) for p in reading.problems]


def test_nothing_at_the_path_is_not_ours_to_explain(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_ledgers(tmp_path / "absent")


def test_a_folder_without_ledgers_is_a_problem(tmp_path):
    folder = tmp_path / "空"
    folder.mkdir()
    assert told(read_ledgers(folder)) == [("no-ledgers", "空", {})]


def test_files_come_in_the_order_of_their_names_with_their_hash(tmp_path):
    for name in ("b.xlsx", "a.xlsx", "c.csv"):
        if name.endswith("csv"):
            (tmp_path / name).write_text("1\n")
        else:
            zipped(tmp_path / name, parts({"表": ONE}))
    reading = read_ledgers(tmp_path)
    assert [book.file for book in reading.workbooks] == ["a.xlsx", "b.xlsx", "c.csv"]
    assert reading.workbooks[0].sha256 == hashlib.sha256((tmp_path / "a.xlsx").read_bytes()).hexdigest()


def test_lock_files_and_hidden_files_are_silent_and_the_rest_is_listed(tmp_path):
    zipped(tmp_path / "a.xlsx", parts({"表": ONE}))
    for name in ("~$a.xlsx", ".DS_Store", ".hidden.xlsx", "Thumbs.db"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "notes.docx").write_bytes(b"x")
    (tmp_path / "folder.xlsx").mkdir()
    (tmp_path / "link.xlsx").symlink_to(tmp_path / "a.xlsx")
    os.mkfifo(tmp_path / "pipe.xlsx")
    reading = read_ledgers(tmp_path)
    assert told(reading) == [
        ("ignored-file", "folder.xlsx", {"kind": "folder"}),
        ("ignored-file", "link.xlsx", {"kind": "link"}),
        ("ignored-file", "notes.docx", {"kind": "other"}),
        ("ignored-file", "pipe.xlsx", {"kind": "special"}),
    ]
    assert [book.file for book in reading.workbooks] == ["a.xlsx"]


def test_one_bad_file_never_stops_the_others(tmp_path):
    zipped(tmp_path / "z.xlsx", parts({"表": ONE}))
    (tmp_path / "a.xlsx").write_bytes(os.urandom(500) + b"\0")
    (tmp_path / "b.xlsx").write_bytes(b"")
    (tmp_path / "c.xlsx").write_bytes((tmp_path / "z.xlsx").read_bytes()[:-100])
    reading = read_ledgers(tmp_path)
    assert [code for code, _, _ in told(reading)] == ["damaged-file"] * 3
    assert [book.file for book in reading.workbooks] == ["z.xlsx"]


def test_a_single_file_may_be_given_instead_of_a_folder(tmp_path):
    path = zipped(tmp_path / "a.xlsx", parts({"表": ONE}))
    reading = read_ledgers(path)
    assert (reading.workbooks[0].file, reading.problems) == ("a.xlsx", ())


def test_a_pipe_given_as_the_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.xlsx")
    assert told(read_ledgers(tmp_path / "pipe.xlsx")) == [("unreadable-file", "pipe.xlsx", {"reason": "special"})]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to the superuser")
def test_a_file_that_may_not_be_read_is_named(tmp_path):
    path = zipped(tmp_path / "a.xlsx", parts({"表": ONE}))
    path.chmod(0)
    assert told(read_ledgers(tmp_path)) == [("unreadable-file", "a.xlsx", {"reason": "permission"})]


def test_a_file_over_the_limit_is_not_read(tmp_path):
    (tmp_path / "a.csv").write_text("1234567890")
    reading = read_ledgers(tmp_path, Limits(file_bytes=9))
    assert told(reading) == [("limit-exceeded", "a.csv", {"limit": "file_bytes", "allowed": "9"})]


def test_the_collector_is_as_it_was(tmp_path):
    (tmp_path / "a.csv").write_text("1")
    read_ledgers(tmp_path)
    assert gc.isenabled()


REALLY = {
    "html": "<html><table><tr><td>1</td></tr></table></html>",
    "mhtml": "MIME-Version: 1.0\nContent-Type: multipart/related",
    "xml-2003": '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
    "text": "日期,名称\n",
    "pdf": "%PDF-1.7",
}


@pytest.mark.parametrize("really", REALLY)
def test_what_is_no_workbook_is_told_what_it_really_is(tmp_path, really):
    (tmp_path / "a.xlsx").write_text(REALLY[really])
    assert told(read_ledgers(tmp_path)) == [("not-a-workbook", "a.xlsx", {"really": really})]


def test_a_text_document_in_a_zip_is_no_workbook(tmp_path):
    members = parts({"表": ONE})
    members["_rels/.rels"] = members["_rels/.rels"].replace("xl/workbook.xml", "word/document.xml")
    zipped(tmp_path / "a.xlsx", members)
    assert told(read_ledgers(tmp_path)) == [("not-a-workbook", "a.xlsx", {"really": "docx"})]


def old_workbook(path: Path) -> None:
    book = xlwt.Workbook()
    book.add_sheet("表").write(0, 0, "甲")
    book.save(str(path))


def test_an_old_workbook_under_a_new_name_is_read_and_flagged(tmp_path):
    old_workbook(tmp_path / "a.xlsx")
    reading = read_ledgers(tmp_path)
    assert told(reading) == [("renamed-format", "a.xlsx", {"really": "xls"})]
    assert reading.workbooks[0].sheets[0].rows == [("甲",)]


def test_a_wps_workbook_is_read_without_a_word(tmp_path):
    old_workbook(tmp_path / "a.et")
    assert told(read_ledgers(tmp_path)) == []


def test_a_protected_workbook_says_so(tmp_path):
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    (tmp_path / "a.xlsx").write_bytes(ole)
    assert told(read_ledgers(tmp_path)) == [("encrypted-file", "a.xlsx", {})]


def test_the_second_of_two_sheets_of_one_name_is_refused(tmp_path):
    members = parts({"表": ONE, "Table": ONE, "tABLE": ONE})
    zipped(tmp_path / "a.xlsx", members)
    reading = read_ledgers(tmp_path)
    assert [(p.code.value, str(p.place)) for p in reading.problems] == [("duplicate-sheet-name", "a.xlsx › tABLE")]
    assert [s.name for s in reading.workbooks[0].sheets] == ["表", "Table"]


def test_a_workbook_of_openpyxl_is_read(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["甲", 1])  # type: ignore[union-attr]
    book.save(tmp_path / "a.xlsm")
    assert read_ledgers(tmp_path).workbooks[0].sheets[0].rows == [("甲", 1)]
