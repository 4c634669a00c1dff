"""Whatever stands in a ledger, on its way out it is text: nothing is obeyed, nothing invisible goes out."""

import csv
import io
import json
import re
import unicodedata
import zipfile
from decimal import Decimal, InvalidOperation
from pathlib import Path

import openpyxl
import pytest
from tests.hostile.poison import FILE, POISONS, ledgers

from jobhome_score.assessment import Assessment, Request, assess
from jobhome_score.cli.asked import made_at
from jobhome_score.cli.rendering import ENDINGS, render
from jobhome_score.insight.flags.answers import Dossier
from jobhome_score.insight.flags.family import flags
from jobhome_score.insight.flags.sample import sample
from jobhome_score.insight.told import Told
from jobhome_score.ledgers.loading import Checked, check
from jobhome_score.reading.cells import Reading
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reports.account_text import account_text
from jobhome_score.reports.checked_xlsx import checked_xlsx
from jobhome_score.reports.drawing import Screen
from jobhome_score.reports.escape import UNSEEN
from jobhome_score.reports.flags.book import flags_xlsx
from jobhome_score.reports.flags.markdown import flags_md
from jobhome_score.reports.flags.page import flags_html
from jobhome_score.reports.flags.text import flags_text
from jobhome_score.reports.flags.value import flags_json
from jobhome_score.reports.indicator_md import indicator_md
from jobhome_score.reports.indicator_text import indicator_text
from jobhome_score.reports.problems_text import problems_json, problems_text
from jobhome_score.reports.settlement_text import settlement_text
from jobhome_score.reports.template_xlsx import templates
from jobhome_score.reports.terminal import assessment_text
from jobhome_score.rubric.source import load_rubric
from jobhome_score.scoring.fitting import season_of

LANGS = ("zh", "en")
IN_TIME = ("zh", pytest.param("en", marks=pytest.mark.thorough))
"""The languages of what takes its time."""

OBEYED = frozenset("=+-@\t\r")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
PACKED = (".xlsx", ".docx")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """A poisoned year that can be scored."""
    found = check(read_ledgers(ledgers(tmp_path_factory.mktemp("year"), extra=False)))
    return assess(found, load_rubric(), Request(made_at({"SOURCE_DATE_EPOCH": "1780000000"}), {}))


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reading, Checked]:
    """A poisoned year full of problems."""
    reading = read_ledgers(ledgers(tmp_path_factory.mktemp("broken"), extra=True))
    return reading, check(reading)


def assert_seen(text: str) -> None:
    """Nothing but visible characters and line ends."""
    assert set(UNSEEN.findall(text.replace("\r\n", "\n"))) <= {"\n"}


def assert_only_cells(data: bytes) -> None:
    """A workbook of texts and numbers: no formula of somebody else's, no link out of it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    assert not [name for name in parts if "externalLink" in name or "vba" in name]
    for name, xml in parts.items():
        assert_seen(xml.replace("\n", ""))
        for formula in re.findall(r"<f>([^<]*)", xml):
            assert not any(bad in formula for bad in ("cmd", "calc", "HYPERLINK", "evil")), formula
        for target in re.findall(r'Target="([^"]*)"[^>]*TargetMode="External"', xml):
            assert not re.match(r"[a-z]+:|\\\\|//", target, re.IGNORECASE), (name, target)
    for page in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type != "f" or not any(poison in str(cell.value) for poison in POISONS)


def is_number(text: str) -> bool:
    try:
        Decimal(text)
    except InvalidOperation:
        return False
    return True


@pytest.mark.parametrize("lang", IN_TIME)
@pytest.mark.parametrize("ending", [ending for ending in ENDINGS if ending not in PACKED])
def test_text_files_show_what_cannot_be_seen(year: Assessment, ending: str, lang) -> None:
    assert_seen(render(Told(year), ending, lang).decode("utf-8-sig"))


@pytest.mark.parametrize("lang", LANGS)
def test_cells_of_a_csv_are_never_formulas(year: Assessment, lang) -> None:
    data = render(Told(year), ".csv", lang).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(data, newline="")) for cell in row]
    assert any(cell.startswith("'") for cell in cells)
    for cell in cells:
        first = unicodedata.normalize("NFKC", cell.lstrip()[:1])
        assert first not in OBEYED or is_number(cell), cell


@pytest.mark.parametrize("lang", LANGS)
def test_a_json_report_is_json_and_keeps_the_text(year: Assessment, lang) -> None:
    value = json.loads(render(Told(year), ".json", lang))
    assert value["project"]["site"] == year.contract.site


@pytest.mark.parametrize("lang", LANGS)
def test_a_markdown_report_holds_no_markup_of_others(year: Assessment, lang) -> None:
    text = render(Told(year), ".md", lang).decode()
    assert not re.search(r"<(?!br)[a-z]|(?<!\\)\]\(|://|javascript:alert\(1\)\)$", text, re.IGNORECASE)


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_holds_no_elements_of_others(year: Assessment, lang) -> None:
    page = render(Told(year), ".html", lang).decode()
    assert "Content-Security-Policy" in page
    for bad in ("<script>alert", "<img src=x", "<svg onload", "<b>&`x`"):
        assert bad not in page
    assert not re.search(r'(?:href|src)="(?!#|data:)', page)


@pytest.mark.parametrize("lang", IN_TIME)
@pytest.mark.parametrize("base", ["", "台账/"])
def test_a_workbook_holds_texts_and_no_links_out(year: Assessment, lang, base: str) -> None:
    assert_only_cells(render(Told(year), ".xlsx", lang, base=base))


@pytest.mark.parametrize("lang", LANGS)
def test_a_document_holds_text_only(year: Assessment, lang) -> None:
    with zipfile.ZipFile(io.BytesIO(render(Told(year), ".docx", lang))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    assert "External" not in "".join(parts.values())
    assert_seen(parts["word/document.xml"].replace("\n", ""))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("colour", [False, True])
def test_the_screen_shows_markup_as_it_is_written(year: Assessment, lang, colour: bool) -> None:
    text = assessment_text(year, lang, Screen(100, colour=colour))
    assert_seen(COLOUR.sub("", text) if colour else text)
    assert "😄" not in text


@pytest.mark.parametrize("lang", LANGS)
def test_every_indicator_is_shown_harmlessly(year: Assessment, lang) -> None:
    for section in year.score.sections:
        for line in section.indicators:
            assert_seen(indicator_text(year, line.indicator.id, lang, Screen(100, colour=False)))
            page = indicator_md(year, line.indicator.id, lang)
            assert_seen(page)
            assert not re.search(r"<(?!br)[a-z]|(?<!\\)\]\(|://", page, re.IGNORECASE)
    assert_seen(settlement_text(year, lang))


@pytest.mark.parametrize("lang", IN_TIME)
def test_problems_and_accounts_are_told_harmlessly(broken: tuple[Reading, Checked], lang) -> None:
    _, found = broken
    assert len(found.problems) > len(POISONS)
    assert_seen(problems_text(found.problems, lang))
    assert_seen(account_text(found.accounts, lang))
    told = problems_json(found.problems, found.accounts, lang)
    assert_seen(told)
    assert {problem["file"] for problem in json.loads(told)["problems"]} >= {f"9{FILE}"}


@pytest.mark.parametrize("lang", IN_TIME)
def test_a_checked_workbook_holds_texts_only(broken: tuple[Reading, Checked], lang) -> None:
    reading, found = broken
    assert_only_cells(checked_xlsx(reading, found.problems, lang))


@pytest.mark.parametrize("lang", IN_TIME)
def test_leads_and_a_sample_of_every_row_are_told_harmlessly(tmp_path: Path, lang) -> None:
    found = check(read_ledgers(ledgers(tmp_path, extra=False)))
    asked = Request(made_at({"SOURCE_DATE_EPOCH": "1780000000"}), {})
    assessment = assess(found, load_rubric(), asked)
    dossier = Dossier(season_of(found.ledgers(), assessment.rubric, None), assessment.rubric, {})
    told = assessment, flags(dossier), sample(assessment, dossier.bench, 10_000, POISONS[0])
    assert told[2].rows
    for text in (flags_text(*told, lang, 100), flags_json(*told, lang), flags_md(*told, lang), flags_html(*told, lang)):
        assert_seen(text)
    assert not re.search(r"<(?!br)[a-z]|(?<!\\)\]\(|://", flags_md(*told, lang), re.IGNORECASE)
    assert not re.search(r"<script|<img|<svg|<b>&", flags_html(*told, lang))
    assert_only_cells(flags_xlsx(*told, lang))


@pytest.mark.parametrize("lang", LANGS)
def test_templates_know_nothing_of_anybodys_text(lang) -> None:
    for name, data in templates(lang).items():
        assert Path(name).name == name
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert not [part for part in archive.namelist() if "externalLink" in part]
