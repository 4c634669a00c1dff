"""Files that people sign, as the commands write them."""

from pathlib import Path

from docx import Document
from openpyxl import load_workbook
from tests.called import called

SAMPLE = Path(__file__).parents[2] / "sample_ledgers" / "good-year"


def run(*arguments: str) -> int:
    return called(*arguments).exit_code


def test_a_notice_is_written_in_place_of_the_score_table(tmp_path: Path, small: Path) -> None:
    score, notice = tmp_path / "评分表.docx", tmp_path / "通知.docx"
    assert run("assess", str(small), "--lang", "zh", "-q", "-o", str(score)) == 0
    assert run("assess", str(small), "--lang", "zh", "-q", "--notice", "-o", str(notice)) == 0
    assert "整改通知书" in [one.text for one in Document(str(notice)).paragraphs]
    assert "整改通知书" not in [one.text for one in Document(str(score)).paragraphs]
    assert run("assess", str(small), "--lang", "zh", "-q", "--notice") == 2


def test_the_workbook_links_to_the_ledgers_from_where_it_lies(tmp_path: Path) -> None:
    book = tmp_path / "评分表.xlsx"
    assert run("assess", str(SAMPLE), "--lang", "zh", "-q", "-o", str(book)) == 0
    rows = load_workbook(book)["扣分明细"].iter_rows()
    links = [cell.hyperlink.target for row in rows for cell in row if cell.hyperlink]
    assert links
    for link in links:
        assert (tmp_path / link.replace("\\", "/").replace("%20", " ")).resolve().is_file()


def test_settlement_sheets_are_written_in_both_formats(tmp_path: Path, small: Path) -> None:
    files = [tmp_path / "结算单.xlsx", tmp_path / "结算单.docx"]
    wanted = [part for file in files for part in ("-o", str(file))]
    assert run("settle", str(small), "--lang", "zh", "--paid", "100", *wanted) == 0
    assert all(file.stat().st_size for file in files)
    assert run("settle", str(small), "--lang", "zh", *wanted) == 2
    assert run("settle", str(small), "--lang", "zh", "-o", str(tmp_path / "结算单.pdf")) == 2
