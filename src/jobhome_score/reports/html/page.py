"""The page: one file that needs nothing else, read without a script, printed with everything unfolded."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jobhome_score.assessment import Assessment
from jobhome_score.insight.flags.family import Flags
from jobhome_score.insight.sensitivity import Effect, Sensitivity
from jobhome_score.locales import Lang, say
from jobhome_score.reports.calendar_duties import duties
from jobhome_score.reports.flags.page import leads as leads_of
from jobhome_score.reports.flags.page import style
from jobhome_score.reports.html import appendix
from jobhome_score.reports.html.frame import framed
from jobhome_score.reports.html.headline import headline
from jobhome_score.reports.html.markup import Html, block, element, joined
from jobhome_score.reports.html.readings import readings
from jobhome_score.reports.html.reviews import decisions
from jobhome_score.reports.html.scores import overview, scores
from jobhome_score.reports.html.strips import calendar
from jobhome_score.reports.review_lines import is_reviewed

if TYPE_CHECKING:
    from jobhome_score.insight.pacing import Pacing
    from jobhome_score.insight.plan.answer import Answer


def assessment_html(
    assessment: Assessment,
    lang: Lang,
    effects: Sequence[Effect] = (),
    pacing: "Pacing | None" = None,
    leads: Flags | None = None,
    whole: Sensitivity | None = None,
    raising: "Answer | None" = None,
) -> str:
    """The whole assessment as a page; `effects` are the single changes of readings that would move the payout.

    `leads`: where the auditor asks for them in this report. `whole`: all that is known about the readings.
    `raising`: what would raise the score, where that is asked for.
    """
    asked = readings(assessment, effects, whole, lang)
    blocks = list(_blocks(assessment, lang, asked, pacing, leads, raising))
    main = element(
        "main", headline(assessment, lang), overview(assessment, lang), _contents(blocks, lang),
        *(part for _, _, part in blocks), appendix.footer(assessment, lang),
    )  # fmt: skip
    title = f"{assessment.contract.site} · {say(lang, 'report.title')}"
    return framed(title, main, lang, "" if leads is None else style())


Block = tuple[str, str, Html]
"""Where a part can be reached, the key of its heading, and itself."""


def _blocks(
    assessment: Assessment, lang: Lang, asked: Html, pacing: "Pacing | None", leads: Flags | None,
    raising: "Answer | None",
) -> Iterator[Block]:  # fmt: skip
    def made(anchor: str, key: str, inside: Html) -> Block:
        return anchor, key, block(key, lang, inside, anchor=anchor)

    yield made("scores", "report.sheet.scores", scores(assessment, lang))
    if pacing is not None:
        from jobhome_score.reports.html.pacing import paced  # only for a year that still runs

        yield made("pacing", "pacing.title", paced(assessment, pacing, lang))
    if any(duties(assessment, lang)):
        yield made("calendar", "html.calendar", calendar(assessment, lang))
    if raising is not None:
        from jobhome_score.reports.html.plan import plan_of  # only where a plan was asked for

        yield made("plan", "plan.title", plan_of(raising, lang))
    if is_reviewed(assessment):
        yield made("reviews", "review.title", decisions(assessment, lang))
    yield made("obligations", "report.sheet.duties", appendix.obligations(assessment, lang))
    yield made("readings", "report.sheet.readings", asked)
    yield made("unpriced", "html.unpriced", appendix.unpriced(assessment, lang))
    yield made("sources", "report.sheet.sources", appendix.sources(assessment, lang))
    if assessment.problems:
        yield made("warnings", "report.warnings", appendix.warnings(assessment, lang))
    if leads is not None:
        yield made("flags", "workbook.sheet.flags", leads_of(assessment, leads, lang))


def _contents(blocks: Sequence[Block], lang: Lang) -> Html:
    links = joined(element("a", say(lang, key), href=f"#{anchor}") for anchor, key, _ in blocks)
    return element("nav", links)
