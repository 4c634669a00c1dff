"""What came of a rubric's cases, in words."""

from collections.abc import Iterator
from fractions import Fraction

from jobhome_score.insight.cases import Failure, Gap, Outcome, Unloadable, WrongFigure
from jobhome_score.locales import Lang, say
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.problems_text import problems_text


def cases_text(outcome: Outcome, lang: Lang) -> str:
    """One line where everything passes; else each failure with its line in the file, then what no case shows."""
    return "\n".join(_lines(outcome, lang))


def _lines(outcome: Outcome, lang: Lang) -> Iterator[str]:
    gaps = [failure for failure in outcome.failures if isinstance(failure, Gap)]
    for failure in outcome.failures:
        if not isinstance(failure, Gap):
            yield from _failure(outcome.file, failure, lang)
    if gaps:
        yield say(lang, "cases.gaps")
        yield from (_gap(gap, lang) for gap in gaps)
    yield say(
        lang,
        "cases.failed" if outcome.failures else "cases.passed",
        file=outcome.file,
        cases=str(outcome.cases),
        runs=str(outcome.runs),
        passed=str(len(outcome.passed)),
        shown=str(outcome.shown),
        needed=str(outcome.needed),
    )


def _failure(file: str, failure: Failure, lang: Lang) -> Iterator[str]:
    if isinstance(failure, Unloadable):
        yield say(lang, "cases.unloadable", file=file, line=str(failure.line), shows=failure.shows[lang])
        yield problems_text(failure.problems, lang)
    elif isinstance(failure, WrongFigure):
        yield _wrong(file, failure, lang)


def _wrong(file: str, failure: WrongFigure, lang: Lang) -> str:
    about = _about(failure.about, lang)
    readings = say(lang, "list.sep").join(f"{name}={option}" for name, option in failure.readings.items())
    found = say(lang, "cases.no_figure", about=about) if failure.found is None else _figure(failure.name, failure.found)
    return say(
        lang,
        "cases.wrong",
        file=file,
        line=str(failure.line),
        about=about,
        name=say(lang, f"cases.name.{failure.name}"),
        expected=_figure(failure.name, failure.expected),
        found=found,
        shows=failure.shows[lang],
        under=say(lang, "cases.under", readings=readings) if readings else "",
    )


def _gap(gap: Gap, lang: Lang) -> str:
    need = gap.need
    edge = say(lang, f"cases.edge.{need.edge.value}")
    return say(lang, "cases.gap", about=_about(need.about, lang), what=need.what, edge=edge)


def _about(about: str, lang: Lang) -> str:
    return say(lang, "cases.about.total") if about == "total" else about


def _figure(name: str, value: Fraction) -> str:
    return f"{shown(value * 100)}%" if name == "percent" else shown(value)
