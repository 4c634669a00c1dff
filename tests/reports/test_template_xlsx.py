"""Empty ledgers come back through reading with every column, and can be assessed once the project is known."""

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import get_args

import openpyxl
import pytest

from jobhome_score.assessment import Request, assess
from jobhome_score.ledgers.catalogue import PROJECT, ledgers
from jobhome_score.ledgers.kinds import Choice, YesNo
from jobhome_score.ledgers.loading import Checked, check
from jobhome_score.locales import Lang
from jobhome_score.problems import Code, errors
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reports.template_columns import NOTED, asked
from jobhome_score.reports.template_xlsx import BOOKS, sheet_name, templates
from jobhome_score.rubric.source import load_rubric
from jobhome_score.scoring.results import Status

LANGS: tuple[Lang, ...] = get_args(Lang)
PROJECT_SAYS = {
    "site": "云溪市就业之家",
    "operator": "云溪启明人力资源服务有限公司",
    "period_start": dt.date(2025, 7, 1),
    "period_end": dt.date(2026, 6, 30),
    "contract_amount": 1_200_000,
}
MADE = dt.datetime(2026, 7, 3, 9, 12, tzinfo=dt.UTC)


def written(folder: Path, lang: Lang) -> Checked:
    for name, data in templates(lang).items():
        (folder / name).write_bytes(data)
    return check(read_ledgers(folder))


def fill_project(folder: Path, lang: Lang) -> None:
    path = folder / next(iter(templates(lang)))
    book = openpyxl.load_workbook(path)
    sheet = book[sheet_name(ledgers()[PROJECT], lang)]
    for row, name in enumerate(ledgers()[PROJECT].fields, start=2):
        if name in PROJECT_SAYS:
            sheet.cell(row, 2).value = PROJECT_SAYS[name]
    book.save(path)


@pytest.mark.parametrize("lang", LANGS)
def test_every_ledger_comes_back_with_every_column(tmp_path: Path, lang: Lang) -> None:
    found = written(tmp_path, lang)
    assert found.handed_in == frozenset(ledgers())
    for name, table in found.tables.items():
        assert set(table.pieces[0].places) == set(ledgers()[name].fields), name
        assert len(table) == 0


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_wrong_with_them_but_that_the_project_is_empty(tmp_path: Path, lang: Lang) -> None:
    found = written(tmp_path, lang)
    required = [field.id for field in ledgers()[PROJECT].fields.values() if field.required]
    assert {problem.code for problem in found.problems} == {Code.MISSING_PROJECT_ITEM}
    assert [problem.facts["id"] for problem in found.problems] == required


@pytest.mark.parametrize("lang", LANGS)
def test_with_a_project_they_can_be_assessed(tmp_path: Path, lang: Lang) -> None:
    written(tmp_path, lang)
    fill_project(tmp_path, lang)
    found = check(read_ledgers(tmp_path))
    assert not errors(found.problems)
    score = assess(found, load_rubric(), Request(MADE, {})).score
    assert 0 <= score.total < 60
    assert Status.NO_EVIDENCE not in {duty.status for duty in score.obligations}


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_template_has_the_same_bytes(lang: Lang) -> None:
    assert templates(lang) == templates(lang)


def test_each_ledger_has_one_place() -> None:
    assert sorted(name for _, names in BOOKS for name in names) == sorted(ledgers())


@pytest.mark.parametrize("lang", LANGS)
def test_choices_have_drop_downs_and_headers_have_notes(lang: Lang) -> None:
    books = zip(BOOKS, templates(lang).values(), strict=True)
    for (_, names), data in books:
        book = openpyxl.load_workbook(BytesIO(data))
        assert len(book.sheetnames) == len(names) + 1
        for name in names:
            sheet = book[sheet_name(ledgers()[name], lang)]
            header = sheet[1] if name != PROJECT else [row[0] for row in sheet.iter_rows(min_row=2)]
            assert all(cell.comment and cell.comment.text for cell in header)
            assert sheet.freeze_panes
            lists = [check for check in sheet.data_validations.dataValidation if check.type == "list"]
            listed = [field for field in ledgers()[name].fields.values() if isinstance(field.kind, Choice | YesNo)]
            assert len(lists) == len(listed)


@pytest.mark.parametrize("lang", LANGS)
def test_what_drop_downs_offer_can_be_read(lang: Lang) -> None:
    for ledger in ledgers().values():
        for field in ledger.fields.values():
            offered = asked(ledger, field, lang).check.get("source", ())
            assert None not in [field.kind.read(word) for word in offered]
            assert len(",".join(offered)) <= 255  # what Excel allows in a list


def test_notes_are_about_columns_that_exist() -> None:
    assert {f"{name}.{field}" for name, ledger in ledgers().items() for field in ledger.fields} >= NOTED
