"""What `report` writes from a stored result is what `assess` wrote from the ledgers, to the byte."""

import json
import shutil
from pathlib import Path

import pytest
from tests.called import Called, called

SAMPLES = Path(__file__).resolve().parents[2] / "sample_ledgers"
NAMES = ("a.html", "a.xlsx", "a.docx", "a.md", "a.csv", "a.json")
LANGS = ("zh", "en")
AT = {"SOURCE_DATE_EPOCH": "1782000000", "COLUMNS": "100"}


def run(*words: object, **environ: str) -> Called:
    return called(*words, **AT, **environ)


def files(folder: Path, *, notice: bool = False) -> list[str]:
    """The options that write every format into a folder, or the notice."""
    folder.mkdir()
    names = ("notice.docx",) if notice else NAMES
    return [word for name in names for word in ("-o", str(folder / name))] + (["--notice"] if notice else [])


def check_same_bytes(tmp_path: Path, year: Path, lang: str, *asked: str, stored_in: tuple[str, ...] = LANGS) -> None:
    """Every format in one language, from results that were stored in each."""
    made = {}
    for notice in (False, True):
        folder = tmp_path / f"{lang} {notice}"
        made[notice] = run("assess", year, *asked, "--lang", lang, *files(folder, notice=notice)).stdout, folder
    for stored in stored_in:
        result = tmp_path / f"{stored}.json"
        assert run("assess", year, *asked, "--lang", stored, "-q", "-o", result).exit_code == 0
        for notice, (_, here) in made.items():
            there = tmp_path / f"{lang} {notice} from {stored}"
            again = run("report", result, "--ledgers", year, "--lang", lang, *files(there, notice=notice))
            assert again.exit_code == 0, again.stderr
            same = {path.name: path.read_bytes() == (there / path.name).read_bytes() for path in here.iterdir()}
            assert len(same) == (1 if notice else len(NAMES))
            assert all(same.values()), same
        assert run("report", result, "--lang", lang).stdout == made[True][0]


@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=pytest.mark.thorough)])
def test_a_year_in_every_format_and_both_languages(tmp_path: Path, small: Path, lang: str) -> None:
    check_same_bytes(tmp_path, small, lang, stored_in=("zh",))


@pytest.mark.thorough
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("year", "asked"),
    [
        (".", ()),
        ("good-year", ()),
        ("hard-year", ()),
        (".", ("--as-of", "2026-03-31")),
        ("hard-year", ("--as-of", "2025-07-01")),
        (".", ("--reading", "gig_openings=content", "--reading", "fee_basis=assessed")),
        ("hard-year", ("--reading", "sessions_counted=best", "--reading", "percentage_points=proportional")),
    ],
)
def test_every_year_day_and_reading_in_every_format(
    tmp_path: Path, year: str, asked: tuple[str, ...], lang: str
) -> None:
    check_same_bytes(tmp_path, SAMPLES / year, lang, *asked)


@pytest.mark.thorough
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("missing", ["zero", "range"])
@pytest.mark.parametrize("withheld", ["招聘活动", "督导"])
def test_years_with_a_ledger_withheld_in_every_format(tmp_path: Path, missing: str, withheld: str, lang: str) -> None:
    year = tmp_path / "台账"
    year.mkdir()
    for workbook in SAMPLES.glob("*.xlsx"):
        if withheld not in workbook.name:
            shutil.copy(workbook, year)
    assert len(list(year.iterdir())) == len(list(SAMPLES.glob("*.xlsx"))) - 1
    check_same_bytes(tmp_path, year, lang, "--missing", missing)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory, small: Path) -> Path:
    """A result of a small year."""
    path = tmp_path_factory.mktemp("stored") / "结果.json"
    assert run("assess", small, "--lang", "zh", "-q", "-o", path).exit_code == 0
    return path


@pytest.mark.parametrize("form", ["md", "csv"])
def test_standard_output_takes_the_same_formats_as_assess(small: Path, stored: Path, form: str) -> None:
    asked = ("--format", form, "--lang", "en")
    assert run("report", stored, *asked).stdout == run("assess", small, *asked).stdout


def test_it_says_that_the_figures_are_those_of_the_file(stored: Path) -> None:
    assert "结果.json：数字取自该文件，未重新计算" in run("report", stored, "--lang", "zh").stderr
    said = run("report", stored, "--lang", "en").stderr
    assert "were not computed again" in said
    assert "verify" in said
    assert run("report", stored, "-q").output == ""


def test_what_was_never_asked_about_the_readings_is_said_to_be_lacking(small: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.json"
    plain.write_text(run("assess", small, "--format", "json", "--lang", "zh").stdout, encoding="utf-8")
    assert json.loads(plain.read_text("utf-8"))["moving"] is None
    done = run("report", plain, "--lang", "en")
    assert done.exit_code == 0
    assert "does not hold what the readings move" in done.stderr
    assert run("verify", plain, small).exit_code == 0


def test_with_files_asked_for_nothing_is_printed_but_where_they_went(stored: Path, tmp_path: Path) -> None:
    done = run("report", stored, "-o", tmp_path / "a.md", "--lang", "en")
    assert done.stdout == ""
    assert "a.md" in done.stderr
    assert run("report", stored, "-o", tmp_path / "a.md").exit_code == 2
    assert run("report", stored, "-o", tmp_path / "a.md", "--force").exit_code == 0


def test_a_workbook_without_the_way_to_the_ledgers_has_no_links_and_says_so(stored: Path, tmp_path: Path) -> None:
    done = run("report", stored, "-o", tmp_path / "a.xlsx", "--lang", "en")
    assert done.exit_code == 0
    assert "--ledgers" in done.stderr
    assert b"external" not in (tmp_path / "a.xlsx").read_bytes()
    assert run("report", stored, "-o", tmp_path / "b.xlsx", "--ledgers", tmp_path / "nowhere").exit_code == 2


def test_a_result_says_the_same_under_verify(small: Path, stored: Path) -> None:
    done = run("verify", stored, small, "--lang", "en")
    assert done.exit_code == 0, done.stdout


def test_verify_names_a_figure_that_only_reports_look_at(small: Path, stored: Path, tmp_path: Path) -> None:
    data = json.loads(stored.read_text("utf-8"))
    data["exact"]["assessment"]["result"]["score"]["total"] = "100"
    (tmp_path / "r.json").write_text(json.dumps(data), encoding="utf-8")
    done = run("verify", tmp_path / "r.json", small, "--lang", "en")
    assert done.exit_code == 1
    assert "exact.assessment.result.score.total: stored 100" in done.stdout


def test_another_rubric_than_the_one_scored_under_is_refused_with_both_hashes(stored: Path, tmp_path: Path) -> None:
    text = (SAMPLES.parent / "rubrics" / "pingxiang-2025.yaml").read_text("utf-8")
    (tmp_path / "another.yaml").write_text(text + "\n# changed\n", encoding="utf-8")
    done = run("report", stored, "--rubric", tmp_path / "another.yaml", "--lang", "en")
    assert done.exit_code == 2
    rubric = json.loads(stored.read_text("utf-8"))["rubric"]
    assert rubric["sha256"] in done.stderr
    assert "another.yaml has SHA-256" in done.stderr.replace("\n", " ")
    assert run("report", stored, "--rubric", SAMPLES.parent / "rubrics" / "pingxiang-2025.yaml").exit_code == 0


@pytest.mark.parametrize("name", ["../../secret", "/etc/passwd", "no-such-rubric", "", "a\x1b[31m"])
def test_a_result_sends_nobody_to_another_file(stored: Path, tmp_path: Path, name: str) -> None:
    data = json.loads(stored.read_text("utf-8"))
    data["rubric"]["id"] = name
    (tmp_path / "r.json").write_text(json.dumps(data), encoding="utf-8")
    for words in (("report", tmp_path / "r.json"), ("verify", tmp_path / "r.json", SAMPLES)):
        done = run(*words, "--lang", "en")
        assert done.exit_code == 2
        assert "does not come with the program" in done.stderr
        assert "\x1b" not in done.stderr
