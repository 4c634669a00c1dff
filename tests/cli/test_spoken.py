"""What the option parser says: in the user's language, place first, and no line too wide."""

import pytest

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
