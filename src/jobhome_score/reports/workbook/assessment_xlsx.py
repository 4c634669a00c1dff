"""An assessment in, the official workbook out."""

from io import BytesIO
from typing import TYPE_CHECKING, Final

from jobhome_score.assessment import Assessment
from jobhome_score.insight.flags.family import Flags
from jobhome_score.insight.sensitivity import Sensitivity
from jobhome_score.locales import Lang, say
from jobhome_score.reports.flags.book import write_leads
from jobhome_score.reports.review_lines import is_reviewed
from jobhome_score.reports.workbook.charges import charged_rules
from jobhome_score.reports.workbook.charts import write_charts
from jobhome_score.reports.workbook.deductions import write_deductions
from jobhome_score.reports.workbook.formats import CREATED, OPTIONS, looks_of, page_of
from jobhome_score.reports.workbook.inputs import write_inputs
from jobhome_score.reports.workbook.obligations import write_obligations
from jobhome_score.reports.workbook.readings import write_readings
from jobhome_score.reports.workbook.rectification import write_rectification
from jobhome_score.reports.workbook.reviews import write_reviews
from jobhome_score.reports.workbook.rules import write_rules
from jobhome_score.reports.workbook.score_sheet import Formulas, write_scores

if TYPE_CHECKING:
    from jobhome_score.insight.pacing import Pacing
    from jobhome_score.insight.plan.answer import Answer

SHEETS: Final = ("scores", "charges", "rules", "reviews", "fix", "duties", "readings", "sources", "charts")


def assessment_xlsx(
    assessment: Assessment, lang: Lang, base: str | None = "", pacing: "Pacing | None" = None,
    leads: Flags | None = None, whole: Sensitivity | None = None, raising: "Answer | None" = None,
) -> bytes:  # fmt: skip
    """The workbook's bytes; the same assessment gives the same bytes.

    `base` is the way from the workbook's folder to the ledgers, with which links find them; None: no links. `leads`:
    where the auditor asks for them in this workbook. `whole`: all that is known about the readings.
    `raising`: what would raise the score, where that is asked for.
    """
    from xlsxwriter import Workbook  # only where a workbook is written

    out = BytesIO()
    with Workbook(out, OPTIONS) as book:
        book.set_properties({"title": say(lang, "report.title"), "created": CREATED})
        looks = looks_of(book)
        also = () if pacing is None else ("pacing",)
        names = [name for name in (*SHEETS, *also) if name != "reviews" or is_reviewed(assessment)]
        pages = {name: page_of(book, looks, lang, name) for name in names}
        rules = charged_rules(assessment, lang)
        ledger = write_deductions(pages["charges"], rules, base)
        rows = write_rules(pages["rules"], rules, ledger)
        at = write_scores(pages["scores"], assessment, Formulas(rows, ledger.zeroed))
        if "reviews" in pages:
            write_reviews(pages["reviews"], assessment)
        write_rectification(pages["fix"], assessment)
        write_obligations(pages["duties"], assessment)
        write_readings(pages["readings"], assessment, whole)
        write_inputs(pages["sources"], assessment)
        if pacing is not None:
            from jobhome_score.reports.workbook.pacing import write_pacing  # only for a year that still runs

            write_pacing(pages["pacing"], assessment, pacing)
        write_charts(book, pages["charts"], assessment, at, (rules, ledger))
        if raising is not None:
            from jobhome_score.reports.workbook.plan import write_plan  # only where a plan was asked for

            write_plan(page_of(book, looks, lang, "plan"), raising)
        if leads is not None:
            write_leads(page_of(book, looks, lang, "flags"), assessment, leads)
    return out.getvalue()
