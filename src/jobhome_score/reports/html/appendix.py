"""What stands beside the score: obligations, what has no price, the files with their rows, warnings, the receipt."""

from collections.abc import Iterator, Sequence

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.evidence_rows import grouped
from jobhome_score.reports.html.markup import Child, Html, element, joined, list_of, pairs, table
from jobhome_score.reports.problems_text import problem_line
from jobhome_score.reports.report_lines import duty_measured, hashes, left_out_words, receipt
from jobhome_score.reports.requirements import duty_required
from jobhome_score.scoring.results import ObligationState, Status

RANGES_SHOWN = 60
"""So many ranges of rows behind an obligation are written out."""


def obligations(assessment: Assessment, lang: Lang) -> Html:
    """Duties without a price, each with where it stands and the rows where it was missed."""
    states = assessment.score.obligations
    met = sum(state.status is Status.MET for state in states)
    lead = element("p", say(lang, "screen.obligations", met=str(met), all=str(len(states))), class_="lead")
    rows = (_obligation(state, lang) for state in states)
    headings = ("report.obligation", "report.measured", "report.required", "report.status")
    return joined([lead, table(headings, rows, lang, "duties")])


def _obligation(state: ObligationState, lang: Lang) -> Sequence[Child]:
    duty, status = state.obligation, state.status.value
    pill = element("span", say(lang, f"status.{status}"), class_=f"pill {status}")
    title = element("span", duty.title[lang], *_where(state, lang))
    return title, duty_measured(state, lang), duty_required(duty, lang), pill


def _where(state: ObligationState, lang: Lang) -> Iterator[Html]:
    """The cells that were missed, such as 2026-02; of rows, which ones."""
    places = [place for miss in state.found for place in miss.places]
    cells = [miss.cell for miss in state.found if miss.cell and (state.strips or not miss.places)]
    if cells:
        yield element("small", say(lang, "list.sep").join(cells), class_="cells")
    if places and not state.strips:
        yield element("small", grouped(places, lang, RANGES_SHOWN), class_="cells")


def unpriced(assessment: Assessment, lang: Lang) -> Html:
    """What the terms ask for and put no price on; somebody has to look."""
    found = (element("span", element("span", line.indicator.id, class_="id"), " ", words[lang])
             for section in assessment.score.sections for line in section.indicators
             for words in line.indicator.unpriced)  # fmt: skip
    return list_of(found, "plainlist")


def sources(assessment: Assessment, lang: Lang) -> Html:
    """Every sheet with its rows, every file with its hash."""
    headings = ("report.file", "report.sheet", "report.ledger", "report.read", "report.counted", "report.left_out",
                "report.outside", "report.after_as_of")  # fmt: skip
    prints = (element("span", file, " ", element("code", sha256)) for file, sha256 in hashes(assessment))
    sheets = table(headings, _inputs(assessment, lang), lang, "inputs")
    return joined([sheets, element("h3", "SHA-256"), list_of(prints, "prints")])


def _inputs(assessment: Assessment, lang: Lang) -> Iterator[Sequence[Child]]:
    for one in assessment.inputs:
        account = one.account
        ledger = say(lang, f"ledger.{account.ledger}") if account.ledger else "—"
        counts = (str(account.read), str(account.counted), left_out_words(account.left_out, lang) or "0")
        yield account.file, account.sheet, ledger, *counts, str(one.apart.outside), str(one.apart.later)


def warnings(assessment: Assessment, lang: Lang) -> Html:
    """What is odd about the ledgers without stopping the scoring."""
    return list_of((element("span", problem_line(one, lang)) for one in assessment.problems), "plainlist")


def footer(assessment: Assessment, lang: Lang) -> Html:
    """What it takes to compute the same again."""
    return element("footer", element("h2", say(lang, "html.receipt")), pairs(receipt(assessment, lang), "receipt"))
