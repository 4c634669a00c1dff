"""What every file report says in the same words: the head, the result, the lines of the sources."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from jobhome_score.assessment import Assessment, adds
from jobhome_score.locales import Lang, say, word
from jobhome_score.reports.amount_in_words import amount_in_words
from jobhome_score.reports.both_ends import ends, parts, span
from jobhome_score.reports.decisions import decision_pairs
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.phrases import measured_text
from jobhome_score.reports.review_lines import review_pairs
from jobhome_score.reports.settlement_text import money, percent_text, period_text
from jobhome_score.rubric.document import Role
from jobhome_score.scoring.results import IndicatorScore, ObligationState, RuleScore, Tally

Pair = tuple[str, str]


def head(assessment: Assessment, lang: Lang) -> Iterator[Pair]:
    """Whose assessment this is, of which period, under which rubric."""
    contract, rubric = assessment.contract, assessment.rubric
    yield say(lang, "report.site"), contract.site
    yield say(lang, "report.operator"), contract.operator
    if contract.purchaser:
        yield say(lang, "report.purchaser"), contract.purchaser
    yield say(lang, "report.period"), period_text(contract, lang)
    if assessment.request.as_of:
        yield say(lang, "report.as_of"), assessment.request.as_of.isoformat()
    yield (
        say(lang, "report.rubric"),
        say(lang, "list.beside", text=rubric.title[lang], more=f"{rubric.id} {rubric.version}"),
    )


def result(assessment: Assessment, lang: Lang) -> Iterator[Pair]:
    """Points, total, percentage and amounts; both ends where ledgers are absent."""
    score, payout = assessment.score, assessment.payout
    best = assessment.result if assessment.best is None else assessment.best
    for name, text in parts(assessment).items():
        yield say(lang, f"report.{name}"), text
    out_of = shown(Fraction(assessment.rubric.settlement.out_of))
    yield say(lang, "report.total"), f"{span(score.total, best.score.total)} / {out_of}"
    yield say(lang, "report.percent"), span(payout.share, best.payout.share, percent_text)
    yield say(lang, "report.fee"), money(payout.fee)
    yield say(lang, "report.payable"), ends(money(payout.payable), money(best.payout.payable))
    words = ends(amount_in_words(payout.payable), amount_in_words(best.payout.payable))
    yield say(lang, "report.payable_words"), words
    yield say(lang, "report.paid"), money(payout.paid)
    yield say(lang, "report.due"), ends(money(payout.due), money(best.payout.due))
    if assessment.best is not None:
        yield say(lang, "report.range"), say(lang, "report.range.means")
    yield from review_pairs(assessment, lang)


def receipt(assessment: Assessment, lang: Lang) -> Iterator[Pair]:
    """What it takes to compute the same again. No time of day: the same input gives the same bytes."""
    yield say(lang, "report.rubric"), f"{assessment.rubric.id} {assessment.rubric.version}"
    yield "SHA-256", assessment.rubric_sha256
    yield say(lang, "report.version"), assessment.version
    yield from decision_pairs(assessment, lang)
    if assessment.absent:
        yield say(lang, "report.missing"), say(lang, f"report.missing.{assessment.request.missing.value}")
    for ledger, lines in assessment.absent.items():
        needed = say(lang, "report.absent.lines", lines=say(lang, "list.sep").join(lines))
        yield say(lang, "report.absent"), say(lang, "list.beside", text=say(lang, f"ledger.{ledger}"), more=needed)


def rule_measured(rule: RuleScore, lang: Lang) -> str:
    """What a rule measured; which ledgers are absent where it could not be."""
    if rule.lacking:
        names = say(lang, "list.sep").join(say(lang, f"ledger.{name}") for name in sorted(rule.lacking))
        return say(lang, "report.lacking", ledgers=names)
    return measured_text(rule, lang)


def duty_measured(state: ObligationState, lang: Lang) -> str:
    """What an obligation measured."""
    if isinstance(state.measured, Tally):
        return say(lang, "phrase.tally", met=str(state.measured.met), due=str(state.measured.due))
    return "—" if state.measured is None else shown(state.measured)


def worth(line: IndicatorScore) -> Decimal | None:
    """What an indicator is worth, or for a bonus or penalty the most it can bring or take."""
    return line.indicator.cap if line.indicator.points is None else line.indicator.points


def reached(line: IndicatorScore, role: Role) -> Fraction:
    """What an indicator adds to the total; less than nothing for a penalty."""
    return adds(line, role)


def between(low: Fraction, high: Fraction | None, lang: Lang) -> list[str]:
    """That ledgers are absent and between which points the score lies, for formats whose numbers must stay numbers."""
    if high is None or high == low:
        return []
    return [say(lang, "report.between", low=shown(low), high=shown(high))]


def hashes(assessment: Assessment) -> Iterable[Pair]:
    """Every file that went in with its SHA-256, once each."""
    return dict.fromkeys((one.account.file, one.account.sha256) for one in assessment.inputs)


def left_out_words(left_out: Mapping[str, int], lang: Lang) -> str:
    """Rows left out, by reason."""
    return say(lang, "list.sep").join(f"{word(lang, 'left_out', reason)} {rows}" for reason, rows in left_out.items())
