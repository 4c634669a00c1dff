"""What the head of the bureau reads: whose year, the total, the share of the fee, the amount."""

from collections.abc import Iterator
from fractions import Fraction

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.amount_in_words import amount_in_words
from jobhome_score.reports.both_ends import ends, parts, span
from jobhome_score.reports.html.bars import gauge
from jobhome_score.reports.html.markup import Html, element, joined, list_of, pairs
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.review_lines import listed_words
from jobhome_score.reports.settlement_text import (
    band_text,
    bands_text,
    in_words,
    money,
    percent_text,
    period_text,
    reviewed_words,
)
from jobhome_score.rubric.paying import Basis
from jobhome_score.scoring.results import Status


def headline(assessment: Assessment, lang: Lang) -> Html:
    """The head of the page with the result in large figures."""
    return element("header", _project(assessment, lang), *_cautions(assessment, lang), _result(assessment, lang))


def _project(assessment: Assessment, lang: Lang) -> Html:
    contract, rubric = assessment.contract, assessment.rubric
    period = period_text(contract, lang)
    facts = [(say(lang, "report.operator"), contract.operator)]
    if contract.purchaser:
        facts.append((say(lang, "report.purchaser"), contract.purchaser))
    facts.append((say(lang, "report.period"), period))
    if assessment.request.as_of:
        facts.append((say(lang, "report.as_of"), assessment.request.as_of.isoformat()))
    over = element("p", rubric.title[lang], class_="over")
    return joined([over, element("h1", contract.site), pairs(facts, "facts")])


def _cautions(assessment: Assessment, lang: Lang) -> Iterator[Html]:
    policy = assessment.request.missing.value
    sep = say(lang, "list.sep")
    absent = [
        say(lang, f"screen.absent_{policy}", ledger=say(lang, f"ledger.{ledger}"), lines=sep.join(lines))
        for ledger, lines in assessment.absent.items()
    ]
    said = [say(lang, "list.also").join(absent)] if absent else []
    waiting = sum(rule.status is Status.NOT_YET_DUE for section in assessment.score.sections
                  for line in section.indicators for rule in line.rules)  # fmt: skip
    if waiting:
        said.append(say(lang, "html.waiting", count=str(waiting)))
    if assessment.review.before is not None:
        said.append(reviewed_words(assessment, lang))
    if assessment.review.listed:
        said.append(listed_words(assessment, lang))
    if said:
        yield list_of((element("span", one) for one in said), "cautions")


def _result(assessment: Assessment, lang: Lang) -> Html:
    score, payout, best = assessment.score, assessment.payout, assessment.best
    high = payout if best is None else best.payout
    total = span(score.total, score.total if best is None else best.score.total)
    out_of = shown(Fraction(assessment.rubric.settlement.out_of))
    words = amount_in_words(payout.payable)
    return element(
        "div",
        _figure("report.total", total, f" / {out_of}", say(lang, "screen.sum", **parts(assessment)), lang, "total"),
        _figure("report.percent", ends(percent_text(payout.share), percent_text(high.share)), "",
                bands_text(assessment, lang), lang),
        _figure("report.payable", ends(money(payout.payable), money(high.payable)), "",
                ends(words, amount_in_words(high.payable)), lang),
        element("div", gauge(assessment), _bands(assessment, lang), class_="scale"),
        pairs(_amounts(assessment, lang), "amounts"),
        class_="result",
    )  # fmt: skip


def _figure(key: str, value: str, after: str, below: str, lang: Lang, class_: str = "") -> Html:
    number = element("strong", value, element("span", after) if after else "")
    return element("div", element("h2", say(lang, key)), number, element("p", below), class_=f"figure {class_}".strip())


def _bands(assessment: Assessment, lang: Lang) -> Html:
    bands = reversed(assessment.rubric.settlement.bands)
    reached = assessment.payout.band
    items = (element("li", band_text(assessment, band, lang), class_="reached" if band == reached else "")
             for band in bands)  # fmt: skip
    return element("ol", *items, class_="bands")


def _amounts(assessment: Assessment, lang: Lang) -> Iterator[tuple[str, str]]:
    payout, contract = assessment.payout, assessment.contract
    yield say(lang, "report.fee"), money(payout.fee)
    if assessment.rubric.settlement.basis is Basis.ASSESSED:
        if contract.base_fee is not None:
            yield say(lang, "settle.base_fee"), money(contract.base_fee)
        if contract.assessed_fee is not None:
            yield say(lang, "settle.assessed_fee"), money(contract.assessed_fee)
    yield say(lang, "report.paid"), money(payout.paid)
    best = payout if assessment.best is None else assessment.best.payout
    yield say(lang, "report.due"), ends(in_words(payout.due), in_words(best.due))
