"""`compare`: what two assessments do not share, and why."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jobhome_score.cli import options
from jobhome_score.cli.asked import Asked
from jobhome_score.cli.declared import Argument, Option
from jobhome_score.cli.ending import NO, print_result, refuse
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice
from jobhome_score.cli.outputs import check_free, write_files
from jobhome_score.cli.rendering import check_endings, check_format
from jobhome_score.records import replace
from jobhome_score.rubric import PACKAGED

if TYPE_CHECKING:
    from jobhome_score.insight.differences import Comparison

First = Annotated[Path, Argument("A", help="compare_a")]
Second = Annotated[Path, Argument("B", help="compare_b")]
AsOfA = Annotated[str | None, Option("--as-of-a", help="compare_as_of_a", metavar="DATE")]
AsOfB = Annotated[str | None, Option("--as-of-b", help="compare_as_of_b", metavar="DATE")]
ReviewsA = Annotated[
    str | None,
    Option("--reviews-a", help="compare_reviews_a", metavar="FILE|ledgers"),
]
ReviewsB = Annotated[
    str | None,
    Option("--reviews-b", help="compare_reviews_b", metavar="FILE|ledgers"),
]
ENDINGS = (".json", ".md", ".xlsx", ".html")


def compare_command(
    a: First,
    b: Second,
    rubric: options.RubricName = PACKAGED,
    reading: options.ReadingOptions = None,
    decided: options.ReadingsFile = None,
    as_of: options.AsOf = None,
    as_of_a: AsOfA = None,
    as_of_b: AsOfB = None,
    missing: options.Missing = options.MissingChoice.FAIL,
    hidden: options.HiddenOption = options.HiddenChoice.FAIL,
    limit: options.LimitOptions = None,
    reviews: options.Reviews = None,
    reviews_a: ReviewsA = None,
    reviews_b: ReviewsB = None,
    output_format: options.FormatOption = Format.TEXT,
    output: options.Outputs = None,
    force: options.Force = False,
    lang: options.LangOption = options.SPOKEN_CHOICE,
    quiet: options.Quiet = False,
) -> None:
    """Hold two results or hand-ins against each other; exit 1 where they differ."""
    from jobhome_score.cli.compared_sides import compared_sides, is_stored

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    check_format(output_format, spoken, (Format.TEXT, Format.JSON, Format.MD))
    check_endings(output or (), spoken, ENDINGS)
    read = [a, b, *(Path(name) for name in (reviews, reviews_a, reviews_b) if name)]
    check_free(output or (), spoken, force=force, ledgers=read)
    for path, day, decisions, side in ((a, as_of_a, reviews_a, "a"), (b, as_of_b, reviews_b, "b")):
        if day is not None and is_stored(path):
            refuse(spoken, "compare.own_day", option=f"--as-of-{side}", name=str(path))
        if decisions is not None and is_stored(path):
            refuse(spoken, "compare.own_reviews", option=f"--reviews-{side}", name=str(path))
    asked = Asked(a, spoken, rubric, reading or (), as_of, missing, hidden, limit or (), decided)
    found = compared_sides(
        replace(asked, as_of=as_of_a or as_of, reviews=reviews_a or reviews),
        replace(asked, ledgers=b, as_of=as_of_b or as_of, reviews=reviews_b or reviews),
    )
    write_files(
        output or (), lambda path: _render(found, path.suffix.lower(), spoken), spoken, force=force, quiet=quiet
    )  # fmt: skip
    if not quiet:
        print_result(_shown(found, output_format, spoken))
    if not found.same:
        raise SystemExit(NO)


def _render(found: "Comparison", ending: str, lang: Lang) -> bytes:
    """The comparison in the format of a file's ending."""
    if ending == ".json":
        from jobhome_score.reports.comparison_json import comparison_json

        return comparison_json(found, lang).encode()
    from jobhome_score.reports.comparison_tables import comparison_tables

    report = comparison_tables(found, lang)
    if ending == ".md":
        from jobhome_score.reports.tables_md import tables_md

        return tables_md(report, lang).encode()
    if ending == ".html":
        from jobhome_score.reports.html.tables_page import tables_html

        return tables_html(report, lang).encode()
    from jobhome_score.reports.workbook.tables_xlsx import tables_xlsx

    return tables_xlsx(report, lang)


def _shown(found: "Comparison", output_format: Format, lang: Lang) -> str:
    if output_format is Format.TEXT:
        from jobhome_score.cli.screen import screen
        from jobhome_score.reports.comparison_text import comparison_text

        return comparison_text(found, lang, screen())
    return _render(found, f".{output_format.value}", lang).decode()
