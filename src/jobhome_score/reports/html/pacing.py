"""Where a year that still runs stands and where it is going, never mixed with the score."""

from jobhome_score.assessment import Assessment
from jobhome_score.insight.pacing import Pacing
from jobhome_score.locales import Lang
from jobhome_score.reports.html.markup import Html, element, joined, pairs, table
from jobhome_score.reports.pacing_rows import heading, notes, state_lines, tables


def paced(assessment: Assessment, pacing: Pacing, lang: Lang) -> Html:
    """The rules by where they stand, both projections, indicator by indicator, and the annual targets."""
    lead = element("p", heading(pacing, lang), class_="lead")
    said = (table(headings, rows, lang, "pacing") for headings, rows in tables(assessment, pacing, lang))
    small = (element("p", element("small", note)) for note in notes(lang))
    return joined([lead, pairs(state_lines(assessment, lang), "states"), *said, *small])
