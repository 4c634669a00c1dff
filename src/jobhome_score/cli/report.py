"""`report`: every report of a stored result, made without its ledgers."""

from pathlib import Path
from typing import Annotated

from jobhome_score.cli import options
from jobhome_score.cli.declared import Option
from jobhome_score.cli.ending import plainly, print_result, refuse
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice
from jobhome_score.cli.outputs import way_to, write_files
from jobhome_score.cli.rendering import Notice, Sort, SortChoice, check_endings, check_sort, ending_of, render, shown
from jobhome_score.cli.saying import echo
from jobhome_score.cli.stored import ResultFile, StoredRubric, header_read, named, read_stored, rubric_of
from jobhome_score.locales import say
from jobhome_score.reports.escape import plain

LedgerFolder = Annotated[Path | None, Option("--ledgers", help="report_ledgers", metavar="LEDGERS")]
WORKBOOK = ".xlsx"


def report_command(
    result: ResultFile,
    output: options.Outputs = None,
    notice: Notice = False,
    ledgers: LedgerFolder = None,
    rubric: StoredRubric = None,
    output_format: options.FormatOption = Format.TEXT,
    sort: Sort = SortChoice.CLAUSES,
    force: options.Force = False,
    lang: options.LangOption = options.SPOKEN_CHOICE,
    quiet: options.Quiet = False,
) -> None:
    """Write the files asked for from a stored result, else print it as `assess` would."""
    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    check_endings(output or (), spoken, notice=notice)
    check_sort(sort, output_format, spoken)
    if ledgers is not None and not ledgers.exists():
        refuse(spoken, "cli.no_ledgers", name=str(ledgers))
    data = read_stored(result, spoken)
    header = header_read(data, result, spoken)
    source = rubric_of(header, rubric, result, spoken)
    from jobhome_score.reports.stored_result import read_result

    with named(result, spoken, header.version), plainly(spoken):
        found = read_result(data, source)

    def written(path: Path) -> bytes:
        base = None if ledgers is None else way_to(ledgers, path)
        return render(found, path.suffix, spoken, base, sort, notice=notice)

    write_files(output or (), written, spoken, force=force, quiet=quiet, ledgers=ledgers)
    if not output and not quiet:
        print_result(shown(found, output_format, spoken, sort))
    if not quiet:
        _say_where_from(result, output or [], ledgers, spoken)
        if found.whole is None and found.assessment.best is None:
            echo(say(spoken, "report.no_readings", file=plain(str(result))), err=True)


def _say_where_from(result: Path, output: list[Path], ledgers: Path | None, lang: Lang) -> None:
    """Figures of a file are as true as the file; and without the ledgers there is nothing to link to."""
    echo(say(lang, "report.taken", file=plain(str(result))), err=True)
    for path in output:
        if ledgers is None and ending_of(path) == WORKBOOK:
            echo(say(lang, "report.no_links", name=plain(str(path))), err=True)
