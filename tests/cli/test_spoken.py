"""What the option parser says: in the user's language, place first, and no line too wide."""

import pytest

from jobhome_score import __version__
from jobhome_score.cli.commands import NAMES
from jobhome_score.reports.wrapping import width

from .conftest import SAMPLES, Run

PAGES = [(), *((name,) for name in NAMES), *(("rubric", name) for name in ("show", "check", "diff"))]
ENGLISH = ("Usage", "Options", "Arguments", "Commands", "Show this", "required", "default", "OPTIONS")

REFUSED = [
    (("asess",), "asess：没有这个命令。相近的有：assess。", "asess: no such command. Near: assess."),
    (
        ("assess", SAMPLES, "--ouput", "x"),
        "--ouput：没有这个选项。相近的有：--output、--sort。",
        "--ouput: no such option. Near: --output, --sort.",
    ),
    (("assess",), "LEDGERS：必填，未填写。", "LEDGERS: needed, but not given."),
    (
        ("assess", "a", "b"),
        "b：多余的参数，请去掉；路径中有空格的，请加引号。",
        "b: one word too many. Leave it out; a path with blanks needs quotes.",
    ),
    (("assess", SAMPLES, "--as-of"), "--as-of：后面应有内容。", "--as-of: a value should follow."),
    (("assess", SAMPLES, "--force=1"), "--force：后面不应有内容。", "--force: takes no value."),
    (
        ("assess", SAMPLES, "--missing", "no"),
        "--missing no：没有这个取值。可用：fail、zero、range。",
        "--missing no: no such choice. Known: fail, zero, range.",
    ),
    (("--lang=zh", "--lang"), "--lang：后面应有内容。", "--lang：后面应有内容。"),
    (("--",), "没有写明命令。", "No command was given."),
    (("-q", "assess"), "-q：没有这个选项。", "-q: no such option."),
    (("--rubric", "x", "assess"), "--rubric：没有这个选项。", "--rubric: no such option."),
    (("rubric", "shw"), "shw：没有这个命令。相近的有：show。", "shw: no such command. Near: show."),
    (("plans",), "plans：没有这个命令。相近的有：plan、flags。", "plans: no such command. Near: plan, flags."),
    (("rubric", "diff", "a"), "B：必填，未填写。", "B: needed, but not given."),
    (("rubric", "schema", "--rubric"), "--rubric：没有这个选项。", "--rubric: no such option."),
    (("assess", "-help"), "-e：没有这个选项。", "-e: no such option."),
    (("assess", "--help=1"), "--help：后面不应有内容。", "--help: takes no value."),
    (("assess", "-qo"), "-o：后面应有内容。", "-o: a value should follow."),
    (("assess", "--as-of", "--help"), "LEDGERS：必填，未填写。", "LEDGERS: needed, but not given."),
    (
        ("assess", SAMPLES, "--sort", "it's\\n"),
        "--sort it's\\n：没有这个取值。可用：clauses、points。",
        "--sort it's\\n: no such choice. Known: clauses, points.",
    ),
    (("flags", SAMPLES, "--sample", "1.0"), "--sample 1.0：应为整数。", "--sample 1.0: should be a whole number."),
    (("portfolio", SAMPLES, "--workers", "x"), "--workers x：应为整数。", "--workers x: should be a whole number."),
    (("portfolio", SAMPLES, "--workers", "0"), "--workers 0：不在范围内，应为 ≥ 1。", "--workers 0: should be ≥ 1."),
]


@pytest.mark.parametrize(("words", "chinese", "english"), REFUSED)
def test_refused_in_the_users_language(run: Run, words: tuple[object, ...], chinese: str, english: str) -> None:
    for lang, said in (("zh_CN.UTF-8", chinese), ("en_GB.UTF-8", english)):
        done = run(*words, lang=lang)
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.splitlines()[0] == said


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("asess", ""),
        ("rubric shw", " rubric"),
        ("rubric diff", " rubric diff"),
        ("assess --as-of", " assess"),
        ("assess -x", " assess"),
    ],
)
def test_a_refusal_says_where_to_read_on(run: Run, words: str, command: str) -> None:
    said = run(*words.split(), lang="C").stderr.splitlines()
    assert said[1:] == [f"See python -m jobhome_score{command} --help"]


@pytest.mark.parametrize("words", [(), ("rubric",)])
def test_without_a_command_the_page_is_shown_and_nothing_done(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == run(*words, "--help").stdout


def test_a_refusal_shows_no_control_characters(run: Run) -> None:
    assert "\x1b" not in run("\x1b[31massess").stderr


@pytest.mark.parametrize("words", PAGES)
def test_a_chinese_help_page_holds_no_english_of_the_parser(run: Run, words: tuple[str, ...]) -> None:
    page = run(*words, "--help", COLUMNS="80").stdout
    assert page.startswith("用法：")
    assert [word for word in ENGLISH if word in page] == []
    assert max(map(width, page.splitlines())) <= 80


def test_the_list_of_commands_cuts_nothing(run: Run) -> None:
    for lang in ("zh_CN.UTF-8", "en_GB.UTF-8"):
        lines = run("--help", lang=lang, COLUMNS="80").stdout.splitlines()
        assert [
            line for line in lines if line.endswith(("...", "…")) and "ARGS" not in line and "参数" not in line
        ] == []


def test_the_language_may_stand_before_the_command(run: Run) -> None:
    assert run("--lang", "zh", "--help", lang="C").stdout.startswith("用法")
    assert "总分 87.6" in run("--lang", "zh", "assess", SAMPLES, lang="C").stdout


@pytest.mark.parametrize("words", [("--version",), ("--lang", "xx", "--version", "asess"), ("--version", "--help")])
def test_the_version_is_told_whatever_else_is_asked(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"jobhome-score {__version__}\n", "")


@pytest.mark.parametrize("asked", ["-h", "-qh", "a b --sort x --help", "--sort x -h a"])
def test_help_comes_before_what_is_wrong_with_the_values(run: Run, asked: str) -> None:
    assert run("assess", *asked.split()).stdout == run("assess", "--help").stdout


SHOWN = """\
Usage: python -m jobhome_score rubric show
           [OPTIONS] [RUBRIC]

  The rubric in words under one set of readings,
  for signing.

Arguments:
  [RUBRIC]  The rubric: a packaged name or the
            path of a YAML file.  [default:
            pingxiang-2025]

Options:
  --reading NAME=OPTION  Settle one open reading;
                         repeatable.
  --readings FILE        The readings that are
                         decided (YAML: option,
                         decided_by, date,
                         document).
  --lang [zh|en]         Language: zh or en.
                         [default: en]
  -h, --help             Show this page.
"""


def test_a_page_is_as_wide_as_the_terminal_within_reason(run: Run) -> None:
    pages = {
        wide: run("rubric", "show", "-h", lang="C", COLUMNS=wide).stdout for wide in ("1", "40", "60", "80", "900", "x")
    }
    assert pages["1"] == pages["40"] == SHOWN
    assert max(map(len, pages["60"].splitlines())) <= 58
    assert pages["80"] == pages["900"] == pages["x"]


def test_a_page_says_what_holds_and_what_is_asked(run: Run) -> None:
    page = run("portfolio", "--help", lang="zh_CN.UTF-8", COLUMNS="80").stdout
    marks = ("ROOT", "[必填]", "--workers N", "[1 以上的整数]", "[fail|zero|range]", "[默认：fail]", "-q, --quiet")
    assert [mark for mark in marks if mark not in page] == []
