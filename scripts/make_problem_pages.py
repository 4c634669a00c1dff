"""Write docs/problems.md from the gallery in tests/problems: `python -m scripts.make_problem_pages [words]`.

With `words` it first writes the gallery's sentences anew, as the product says them now; look at the difference.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from tests.problems.gallery import LEDGERS, ROOT, RUBRICS, earned, entries, rubric_problem

from jobhome_score.problems import Code, Severity
from jobhome_score.reports.problems_text import problem_line, rubric_problem_line

TARGET = ROOT / "docs" / "problems.md"
HEAD = """\
# 问题一览 · Every problem and what to do

本页由 `tests/problems/` 生成：每种问题一条能引出它的输入、原话和处理办法。“错误”不改正就不计分，“提示”只列出。

Made from `tests/problems/`: for every kind of problem an input that earns it, its exact words,
and the remedy. An *error* stops the scoring, a *warning* is only listed.
"""
FAMILIES: Mapping[str, tuple[str, str]] = {
    "no-ledgers": ("文件", "Files"),
    "unmatched-sheet": ("工作表与列", "Sheets and columns"),
    "error-cell": ("单元格", "Cells"),
    "needed-here": ("行与行、台账与台账之间", "Rows and ledgers"),
    "no-reviews": ("复核决定", "Decisions on disputes"),
    "missing-ledger": ("项目与整体", "The project and the whole"),
}
INPUTS: Mapping[str, tuple[str, str]] = {
    "sample": ("样例", "Sample"),
    "file": ("文件", "File"),
    "folder": ("文件夹", "Folder"),
    "merged": ("合并单元格", "Merged cells"),
}
DEGREES = {Severity.ERROR: "错误 · error", Severity.WARNING: "提示 · warning"}
FENCE = "```"


def page() -> str:
    """The whole page."""
    return "\n".join((HEAD, *_ledgers(), "## 评分表与算例 · Rubrics and their cases\n", *_rubrics()))


def _ledgers() -> Iterator[str]:
    found = entries(LEDGERS)
    for code in Code:
        if code.value in FAMILIES:
            zh, en = FAMILIES[code.value]
            yield f"## {zh} · {en}\n"
        yield f"### `{code.value}`\n\n{DEGREES[code.severity]}\n"
        yield from _input(found[code.value])
        yield from _words(found[code.value])
        remedy = found[code.value]["remedy"]
        yield f"处理：{remedy['zh']}。\n\nRemedy: {remedy['en']}.\n"


def _input(entry: Mapping[str, Any]) -> Iterator[str]:
    for key, (zh, en) in INPUTS.items():
        if key in entry:
            where = "sample_ledgers/broken-year" if key == "sample" else entry[key]
            yield f"{zh} · {en}: `{where}`\n"
    if "table" in entry:
        yield f"{FENCE}text\n{entry['table'].rstrip()}\n{FENCE}\n"
    if "decided" in entry:
        yield f"{FENCE}yaml\n{entry['decided'].rstrip()}\n{FENCE}\n"
    if "decisions" in entry:
        rows = f"复核\n{entry['decisions']}" if entry["decisions"] else ""
        text = "\n\n".join(part.rstrip() for part in (entry.get("tables", ""), rows) if part)
        yield f"{FENCE}text\n{text or '—'}\n{FENCE}\n"
    if "project" in entry:
        items = "\n".join(f"{item}  {value}" for item, value in entry["project"].items())
        chosen = "".join(f"\n--reading {name}={option}" for name, option in entry.get("readings", {}).items())
        yield f"{FENCE}text\n项目信息\n{items}{chosen}\n{FENCE}\n"


def _words(entry: Mapping[str, Any]) -> Iterator[str]:
    yield f"{FENCE}text\n{entry['zh']}\n{entry['en']}\n{FENCE}\n"


def _rubrics() -> Iterator[str]:
    for code, entry in sorted(entries(RUBRICS).items()):
        yield f"### `{code}`\n"
        if "times" in entry:
            yield f"× {entry['times']:,}\n"
        wrong = next(entry[key] for key in ("wrong", "cases_wrong", "costs_wrong", "document", "bytes") if key in entry)
        yield f"{FENCE}yaml\n{wrong.rstrip()}\n{FENCE}\n"
        yield from _words(entry)
        right = next((entry[key] for key in ("right", "cases_right", "costs_right") if key in entry), "")
        if right:
            yield f"应为 · Right:\n\n{FENCE}yaml\n{right.rstrip()}\n{FENCE}\n"


class _Tidy(yaml.SafeDumper):
    """Writes texts of several lines as blocks."""


def _text(dumper: _Tidy, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Tidy.add_representer(str, _text)


def write_words() -> None:
    """Write what the product says now into the gallery."""
    ledgers, rubrics = dict(entries(LEDGERS)), dict(entries(RUBRICS))
    for code, entry in ledgers.items():
        problem = earned(code, entry)
        ledgers[code] = {**entry, "zh": problem_line(problem, "zh"), "en": problem_line(problem, "en")}
    for code, entry in rubrics.items():
        found, file = rubric_problem(code, entry), file_of(entry)
        rubrics[code] = {
            **entry,
            "zh": rubric_problem_line(file, found, "zh"),
            "en": rubric_problem_line(file, found, "en"),
        }
    _dump(LEDGERS, ledgers)
    _dump(RUBRICS, rubrics)


def file_of(entry: Mapping[str, Any]) -> str:
    """The file in which a problem of a rubric stands."""
    if "costs_wrong" in entry:
        return "costs.yaml"
    return "rubric.cases.yaml" if "cases_wrong" in entry else "rubric.yaml"


def _dump(path: Path, found: Mapping[str, Any]) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    body = yaml.dump(found, Dumper=_Tidy, allow_unicode=True, sort_keys=False, width=110)
    path.write_text(f"{first}\n{body}", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["words"]:
        write_words()
    TARGET.write_text(page(), encoding="utf-8")
