"""One indicator down to the rows as Markdown, to be pasted into an answer."""

from collections.abc import Iterator

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang
from jobhome_score.reports.escape import markdown_cell
from jobhome_score.reports.indicator_text import RULE, indicator_lines

INDENT = "  "


def indicator_md(assessment: Assessment, indicator: str, lang: Lang) -> str:
    """The indicator's title, its rules under headings, everything else as lists, deeper where the text is indented."""
    return "\n".join(_marked(indicator_lines(assessment, indicator, lang))).rstrip() + "\n"


def _marked(lines: list[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        words = line.lstrip()
        depth = (len(line) - len(words)) // len(INDENT)
        if not words or depth:
            yield INDENT * (depth - 1) + f"- {markdown_cell(words)}" if words else ""
        else:
            yield f"{'##' if number else '#'} {markdown_cell(words.removeprefix(RULE))}"
            yield ""
