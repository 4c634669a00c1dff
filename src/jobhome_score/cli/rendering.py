"""How commands write an assessment: on standard output by format, into files by their endings."""

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from jobhome_score.cli.declared import Option
from jobhome_score.cli.ending import refuse
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format
from jobhome_score.locales import say

if TYPE_CHECKING:
    from jobhome_score.insight.flags.family import Flags
    from jobhome_score.insight.plan.answer import Answer
    from jobhome_score.insight.told import Told


class SortChoice(Enum):
    """In which order the indicators are listed."""

    CLAUSES = "clauses"
    POINTS = "points"


Notice = Annotated[bool, Option("--notice", help="notice")]
Sort = Annotated[SortChoice, Option("--sort", help="sort")]
SORTED: Final = (Format.TEXT, Format.MD)
"""What people read from the top; the others keep the order of the annex for whoever reads them by machine."""

PAGE: Final = ".html"
DOCUMENT: Final = ".docx"
DATA: Final = ".json"
RANGED: Final = frozenset({PAGE, ".xlsx", DATA})
"""The files that say, or keep, how far all readings together can move the result."""
WITH_LEADS: Final = frozenset({PAGE, ".xlsx"})
ENDINGS: Final = (DATA, ".md", ".csv", ".xlsx", DOCUMENT, PAGE)


def ending_of(path: Path) -> str:
    """The ending that decides the format."""
    return path.suffix.lower()


def check_endings(
    paths: Sequence[Path], lang: Lang, known: Sequence[str] = ENDINGS, *, notice: bool = False
) -> None:  # fmt: skip
    """End the command where a file's ending names no format, or a notice has no file to go to."""
    for path in paths:
        if ending_of(path) not in known:
            refuse(lang, "cli.ending", name=str(path), known=say(lang, "list.sep").join(known))
    if notice and not any(ending_of(path) == DOCUMENT for path in paths):
        refuse(lang, "cli.notice")


def check_format(chosen: Format, lang: Lang, known: Sequence[Format]) -> None:
    """End the command where standard output is asked for in a format that it has not."""
    if chosen not in known:
        refuse(lang, "cli.format", value=chosen.value, known=say(lang, "list.sep").join(one.value for one in known))


def check_leads(paths: Sequence[Path], lang: Lang, *, leads: bool) -> None:
    """End the command where leads are asked for and no file shows them."""
    if leads and not any(ending_of(path) in WITH_LEADS for path in paths):
        refuse(lang, "cli.with_flags")


def check_plan(paths: Sequence[Path], lang: Lang, *, asked: bool, ranged: bool) -> None:
    """End the command where a plan is asked for and no file shows it, or a range would take two."""
    if asked and not any(ending_of(path) in WITH_LEADS for path in paths):
        refuse(lang, "cli.with_plan")
    if asked and ranged:
        refuse(lang, "cli.plan_range")


def check_sort(sort: SortChoice, output_format: Format, lang: Lang) -> None:
    """End the command where standard output is to be sorted in a format that keeps the order of the annex."""
    if sort is SortChoice.POINTS and output_format not in SORTED:
        refuse(lang, "cli.sort", value=output_format.value)


def shown(found: "Told", output_format: Format, lang: Lang, sort: SortChoice = SortChoice.CLAUSES) -> str:
    """The assessment as standard output shows it."""
    if output_format is Format.TEXT:
        from jobhome_score.cli.screen import screen
        from jobhome_score.reports.ordering import Order
        from jobhome_score.reports.terminal import assessment_text

        return assessment_text(found.assessment, lang, screen(), found.effects, Order(sort.value), found.pacing)
    data = render(found, f".{output_format.value}", lang, sort=sort)
    return data.decode("utf-8-sig" if output_format is Format.CSV else "utf-8")


def render(
    found: "Told",
    ending: str,
    lang: Lang,
    base: str | None = None,
    sort: SortChoice = SortChoice.CLAUSES,
    *,
    notice: bool = False,
    leads: "Flags | None" = None,
    raising: "Answer | None" = None,
) -> bytes:  # fmt: skip
    """What is told in the format of a file's ending.

    `base` is the way from the file's folder to the ledgers, for those that link to them; None: no links. `sort` is for
    Markdown. `notice` makes a document the notice of rectification; `leads` and `raising` are for those that show them.
    """
    assessment, pacing = found.assessment, found.pacing
    match ending.lower():
        case ".json":
            from jobhome_score.reports.assessment_json import assessment_json

            return assessment_json(assessment, lang, found.effects, pacing, found.whole).encode()
        case ".md":
            from jobhome_score.reports.assessment_md import assessment_md
            from jobhome_score.reports.ordering import Order

            return assessment_md(assessment, lang, Order(sort.value), pacing).encode()
        case ".csv":
            from jobhome_score.reports.assessment_csv import assessment_csv

            return assessment_csv(assessment, lang, pacing)
        case ".html":
            from jobhome_score.reports.html.page import assessment_html

            return assessment_html(assessment, lang, found.effects, pacing, leads, found.whole, raising).encode()
        case ".docx" if notice:
            from jobhome_score.reports.documents.notice_docx import notice_docx

            return notice_docx(assessment, lang)
        case ".docx":
            from jobhome_score.reports.documents.score_docx import score_docx

            return score_docx(assessment, lang)
    from jobhome_score.reports.workbook.assessment_xlsx import assessment_xlsx

    return assessment_xlsx(assessment, lang, base, pacing, leads, found.whole, raising)
