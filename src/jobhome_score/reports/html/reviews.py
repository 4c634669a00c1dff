"""The decisions on disputes: the score before and after, each of them, and what was said of the misses of a rule."""

from collections.abc import Iterator

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.html.markup import Html, element, joined, list_of, pairs, table
from jobhome_score.reports.review_lines import COLUMNS, decision_rows, review_pairs, reviewed_lines
from jobhome_score.scoring.results import RuleScore


def decisions(assessment: Assessment, lang: Lang) -> Html:
    """The result before and after, then the list."""
    headings = [f"review.{name}" for name in COLUMNS]
    rows = (tuple(row) for row in decision_rows(assessment, lang))
    return joined([pairs(review_pairs(assessment, lang), "receipt"), table(headings, rows, lang, "decisions")])


def reviewed(rule: RuleScore, lang: Lang) -> Iterator[Html]:
    """What decisions said of a rule's misses; nothing where they said nothing."""
    said = (element("p", text) for text in reviewed_lines(rule, lang))
    if rule.reviewed:
        yield element("h5", say(lang, "review.title"))
        yield list_of(said, "misses reviewed")
