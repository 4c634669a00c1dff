"""`portfolio`: every site folder below a root, assessed, ranked and summed."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jobhome_score.cli import options
from jobhome_score.cli.asked import Asked, limits_of, request_of
from jobhome_score.cli.declared import Argument, Option
from jobhome_score.cli.ending import NO, plainly, print_result, refuse
from jobhome_score.cli.journey import AMONG_LEDGERS, load_rubric_named
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice
from jobhome_score.cli.outputs import check_free, write_files
from jobhome_score.cli.reasons import reason
from jobhome_score.cli.saying import echo
from jobhome_score.locales import say
from jobhome_score.rubric import PACKAGED

if TYPE_CHECKING:
    from jobhome_score.cli.portfolio_work import Done, Job, Terms
    from jobhome_score.insight.portfolio import Portfolio
    from jobhome_score.rubric.document import Rubric

Root = Annotated[Path, Argument("ROOT", help="portfolio_root")]
Workers = Annotated[int | None, Option("--workers", help="portfolio_workers", metavar="N", least=1)]
Scheduler = Annotated[str | None, Option("--scheduler", help="portfolio_scheduler", metavar="ADDRESS")]
Results = Annotated[Path | None, Option("--results", help="portfolio_results", metavar="FOLDER")]
FailUnder = Annotated[str | None, Option("--fail-under", help="fail_under", metavar="SCORE")]
ENDINGS = (".json", ".md", ".csv", ".xlsx", ".html")


def portfolio_command(
    root: Root,
    workers: Workers = None,
    scheduler: Scheduler = None,
    results: Results = None,
    rubric: options.RubricName = PACKAGED,
    reading: options.ReadingOptions = None,
    decided: options.ReadingsFile = None,
    as_of: options.AsOf = None,
    missing: options.Missing = options.MissingChoice.FAIL,
    hidden: options.HiddenOption = options.HiddenChoice.FAIL,
    limit: options.LimitOptions = None,
    reviews: options.Reviews = None,
    output_format: options.FormatOption = Format.TEXT,
    output: options.Outputs = None,
    force: options.Force = False,
    fail_under: FailUnder = None,
    lang: options.LangOption = options.SPOKEN_CHOICE,
    quiet: options.Quiet = False,
) -> None:
    """Assess every site below a root, print the ranking, write the files asked for."""
    from jobhome_score.cli.assess import bound_of
    from jobhome_score.cli.rendering import check_endings
    from jobhome_score.insight.portfolio import portfolio

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    bound = bound_of(fail_under, spoken)
    check_endings(output or (), spoken, ENDINGS)
    if workers is not None and scheduler is not None:
        refuse(spoken, "portfolio.one_way")
    if reviews not in (None, AMONG_LEDGERS):
        refuse(spoken, "portfolio.reviews_kind", value=str(reviews))
    asked = Asked(root, spoken, rubric, reading or (), as_of, missing, hidden, limit or (), decided, reviews)
    terms, settled = _terms(asked, keep=results is not None)
    folders = _folders(root, spoken)
    jobs = [_job(root, folder, terms) for folder in folders]
    kept = {job.folder: results / job.folder / "result.json" for job in jobs} if results else {}
    check_free([*(output or ()), *kept.values()], spoken, force=force, ledgers=folders)
    done = [] if not jobs else _done(jobs, workers, scheduler, spoken, quiet=quiet)
    sites, left_out = [], []
    for one in done:
        if one.site is None:
            left_out.append(one.folder)
            continue
        sites.append(one.site)
        if one.result:
            _keep(kept[one.folder], one.result, spoken, force=force)
    if not sites:
        refuse(spoken, "portfolio.no_sites", name=str(root))
    found = portfolio(sites, left_out)
    write_files(
        output or (), lambda path: _render(found, settled, terms, path.suffix.lower(), spoken), spoken,
        force=force, quiet=quiet,
    )  # fmt: skip
    if not quiet:
        print_result(_shown(found, settled, terms, output_format, spoken))
    if found.unscored or (bound is not None and any(one.total < bound for _, _, one in found.ranked)):
        raise SystemExit(NO)


def _terms(asked: Asked, *, keep: bool) -> "tuple[Terms, Rubric]":
    """Under what all sites are assessed, and the rubric so settled; ends the command where it cannot be."""
    from jobhome_score.cli.portfolio_work import Terms
    from jobhome_score.rubric.source import find_rubric, text_of

    limits = limits_of(asked)
    with plainly(asked.lang):
        source = load_rubric_named(asked)
        request = request_of(asked, source)
        settled = source.under(request.readings)
        text = text_of(find_rubric(asked.rubric))
    chosen = tuple(source.options(request.readings).items())
    terms = Terms(
        source.file, text, source.sha256, chosen, request.as_of, request.missing.value, asked.hidden.value, limits,
        request.made, asked.lang, keep, request.decisions, asked.reviews is not None,
    )  # fmt: skip
    return terms, settled


def _folders(root: Path, lang: Lang) -> list[Path]:
    """The root and every folder below it that holds a spreadsheet, by name; links are not followed."""
    if not root.is_dir():
        refuse(lang, "portfolio.no_root", name=str(root))
    return list(_holding(root))


def _holding(root: Path) -> Iterator[Path]:
    from jobhome_score.reading.file import is_spreadsheet_name

    waiting = [root]  # no folder is too deep for a list
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            yield folder  # the worker says why it cannot be read
            continue
        seen = [entry for entry in entries if not entry.name.startswith(("~$", "."))]
        if any(is_spreadsheet_name(entry.name) and entry.is_file(follow_symlinks=False) for entry in seen):
            yield folder
        waiting += [Path(entry.path) for entry in reversed(seen) if entry.is_dir(follow_symlinks=False)]


def _job(root: Path, folder: Path, terms: "Terms") -> "Job":
    from jobhome_score.cli.portfolio_work import Job

    return Job(folder.relative_to(root).as_posix(), folder.resolve(), terms)


def _done(
    jobs: "Sequence[Job]", workers: int | None, scheduler: str | None, lang: Lang, *, quiet: bool
) -> "Iterator[Done]":  # fmt: skip
    """The jobs done here or on a cluster; on a terminal, how far it has come."""
    if scheduler is not None:
        from jobhome_score.cli.cluster import worked_on

        found = worked_on(scheduler, jobs, lang)
    else:
        from jobhome_score.cli.workers import worked

        found = worked(jobs, workers or os.cpu_count() or 1)
    watched = not quiet and sys.stderr.isatty()
    for at, one in enumerate(found, 1):
        if watched:
            progress = say(lang, "portfolio.progress", done=str(at), all=str(len(jobs)))
            echo(f"\r{progress}", err=True, end="\n" if at == len(jobs) else "")
        yield one


def _keep(path: Path, text: str, lang: Lang, *, force: bool) -> None:
    """Write a site's own result."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        refuse(lang, "cli.unwritable", name=str(path.parent), reason=reason(lang, error))
    write_files([path], lambda _: text.encode(), lang, force=force, quiet=True)


def _render(found: "Portfolio", rubric: "Rubric", terms: "Terms", ending: str, lang: Lang) -> bytes:
    """The portfolio in the format of a file's ending."""
    from jobhome_score.reports.portfolio_json import Under, portfolio_json, under_facts
    from jobhome_score.reports.portfolio_tables import portfolio_tables, ranking

    under = Under(terms.rubric_sha256, dict(terms.readings), terms.as_of, terms.missing, terms.made, terms.reviewed)
    if ending == ".json":
        return portfolio_json(found, rubric, under, lang).encode()
    if ending == ".csv":
        from jobhome_score.reports.tables_md import tables_csv

        return tables_csv(ranking(found, rubric, lang))
    report = portfolio_tables(found, rubric, lang, under_facts(rubric, under, lang))
    if ending == ".md":
        from jobhome_score.reports.tables_md import tables_md

        return tables_md(report, lang).encode()
    if ending == ".html":
        from jobhome_score.reports.html.tables_page import tables_html

        return tables_html(report, lang).encode()
    from jobhome_score.reports.workbook.tables_xlsx import tables_xlsx

    return tables_xlsx(report, lang)


def _shown(found: "Portfolio", rubric: "Rubric", terms: "Terms", output_format: Format, lang: Lang) -> str:
    if output_format is Format.TEXT:
        from jobhome_score.cli.screen import screen
        from jobhome_score.reports.portfolio_text import portfolio_text

        return portfolio_text(found, rubric, lang, screen())
    data = _render(found, rubric, terms, f".{output_format.value}", lang)
    return data.decode("utf-8-sig" if output_format is Format.CSV else "utf-8")
