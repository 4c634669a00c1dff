"""The page: one file that needs nothing else, read without a script, printed with everything unfolded."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from jobhome_score.assessment import Assessment
from jobhome_score.insight.sensitivity import Effect
from jobhome_score.locales import Lang, say
from jobhome_score.reports.calendar_duties import duties
from jobhome_score.reports.html import appendix
from jobhome_score.reports.html.headline import headline
from jobhome_score.reports.html.markup import Html, block, element, joined
from jobhome_score.reports.html.readings import readings
from jobhome_score.reports.html.scores import overview, scores
from jobhome_score.reports.html.strips import calendar

if TYPE_CHECKING:
    from jobhome_score.insight.pacing import Pacing

TONGUE: Final = {"zh": "zh-CN", "en": "en"}


def assessment_html(
    assessment: Assessment, lang: Lang, effects: Sequence[Effect] = (), pacing: "Pacing | None" = None
) -> str:  # fmt: skip
    """The whole assessment as a page; `effects` are the single changes of readings that would move the payout."""
    blocks = list(_blocks(assessment, lang, effects, pacing))
    main = element(
        "main", headline(assessment, lang), overview(assessment, lang), _contents(blocks, lang),
        *(part for _, _, part in blocks), appendix.footer(assessment, lang),
    )  # fmt: skip
    title = f"{assessment.contract.site} · {say(lang, 'report.title')}"
    page = element("html", _head(title), element("body", main), lang=TONGUE[lang])
    return "<!DOCTYPE html>\n" + page.source + "\n"


def _head(title: str) -> Html:
    style = files(__package__).joinpath("page.css").read_text("utf-8")
    return element(
        "head",
        element("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy(style)}">'),
        element("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name_="color-scheme", content="light dark"),
        element("meta", name_="referrer", content="no-referrer"),
        element("title", title),
        Html(f"<style>{style}</style>"),
    )


def policy(style: str) -> str:
    """What a browser may do for this page: nothing but apply this very style."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


Block = tuple[str, str, Html]
"""Where a part can be reached, the key of its heading, and itself."""


def _blocks(
    assessment: Assessment, lang: Lang, effects: Sequence[Effect], pacing: "Pacing | None"
) -> Iterator[Block]:  # fmt: skip
    def made(anchor: str, key: str, inside: Html) -> Block:
        return anchor, key, block(key, lang, inside, anchor=anchor)

    yield made("scores", "report.sheet.scores", scores(assessment, lang))
    if pacing is not None:
        from jobhome_score.reports.html.pacing import paced  # only for a year that still runs

        yield made("pacing", "pacing.title", paced(assessment, pacing, lang))
    if any(duties(assessment, lang)):
        yield made("calendar", "html.calendar", calendar(assessment, lang))
    yield made("obligations", "report.sheet.duties", appendix.obligations(assessment, lang))
    yield made("readings", "report.sheet.readings", readings(assessment, effects, lang))
    yield made("unpriced", "html.unpriced", appendix.unpriced(assessment, lang))
    yield made("sources", "report.sheet.sources", appendix.sources(assessment, lang))
    if assessment.problems:
        yield made("warnings", "report.warnings", appendix.warnings(assessment, lang))


def _contents(blocks: Sequence[Block], lang: Lang) -> Html:
    links = joined(element("a", say(lang, key), href=f"#{anchor}") for anchor, key, _ in blocks)
    return element("nav", links)
