"""`settle`: what is paid for a year, in figures and in words."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jobhome_score.cli import options
from jobhome_score.cli.asked import Asked
from jobhome_score.cli.declared import Option
from jobhome_score.cli.ending import print_result, refuse
from jobhome_score.cli.journey import assessed
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice
from jobhome_score.cli.outputs import write_files
from jobhome_score.locales import say
from jobhome_score.records import replace
from jobhome_score.rubric import PACKAGED

if TYPE_CHECKING:
    from jobhome_score.assessment import Assessment

Amount = Annotated[str | None, Option("--contract-amount", help="contract_amount", metavar="YUAN")]
Paid = Annotated[str | None, Option("--paid", help="paid", metavar="YUAN")]


def settle_command(
    ledgers: options.Ledgers,
    contract_amount: Amount = None,
    paid: Paid = None,
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
    lang: options.LangOption = options.SPOKEN_CHOICE,
    quiet: options.Quiet = False,
) -> None:
    """Print the payout of an assessment, write the settlement sheets asked for."""
    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    amounts = {
        "contract_amount": _money("--contract-amount", contract_amount, spoken),
        "paid": _money("--paid", paid, spoken),
    }
    if output_format not in (Format.TEXT, Format.JSON):
        refuse(spoken, "cli.format", value=output_format.value, known=say(spoken, "list.sep").join(("text", "json")))
    for path in output or ():
        if path.suffix.lower() not in ENDINGS:
            refuse(spoken, "cli.ending", name=str(path), known=say(spoken, "list.sep").join(ENDINGS))
    asked = Asked(ledgers, spoken, rubric, reading or (), as_of, missing, hidden, limit or (), decided, reviews)
    assessment = resettled(assessed(asked), amounts, spoken)
    write_files(
        output or (),
        lambda path: _sheet(assessment, path, spoken),
        spoken,
        force=force,
        quiet=quiet,
        ledgers=ledgers,
        reviews=reviews,
    )
    if quiet:
        return
    if output_format is Format.JSON:
        from jobhome_score.reports.settlement_text import settlement_json

        print_result(settlement_json(assessment, spoken))
    else:
        from jobhome_score.reports.settlement_text import settlement_text

        print_result(settlement_text(assessment, spoken))


ENDINGS = (".xlsx", ".docx")


def _sheet(assessment: "Assessment", path: Path, lang: Lang) -> bytes:
    """The settlement sheet in the format of a file's ending."""
    if path.suffix.lower() == ".docx":
        from jobhome_score.reports.documents.settlement_docx import settlement_docx

        return settlement_docx(assessment, lang)
    from jobhome_score.reports.workbook.settlement_xlsx import settlement_xlsx

    return settlement_xlsx(assessment, lang)


def _money(option: str, text: str | None, lang: Lang) -> Decimal | None:
    from jobhome_score.ledgers.kinds import Unreadable
    from jobhome_score.ledgers.numbers import Money

    if text is None:
        return None
    try:
        return Money().read(text)
    except Unreadable:
        refuse(lang, "cli.money", option=option, value=text)


def resettled(assessment: "Assessment", amounts: dict[str, Decimal | None], lang: Lang) -> "Assessment":
    """The assessment with amounts of the command line in place of the project sheet's."""
    from jobhome_score.assessment import Result
    from jobhome_score.rubric.paying import Basis
    from jobhome_score.settlement import settle

    whole, paid = amounts["contract_amount"], amounts["paid"]
    if whole is None and paid is None:
        return assessment
    rules, before = assessment.rubric.settlement, assessment.contract
    if whole is not None and rules.basis is Basis.ASSESSED:
        refuse(lang, "cli.amount_under_assessed")
    contract = replace(
        before,
        contract_amount=before.contract_amount if whole is None else whole,
        paid=before.paid if paid is None else paid,
    )

    def again(result: Result) -> Result:
        return Result(result.score, settle(rules, result.score.total, contract))

    best = None if assessment.best is None else again(assessment.best)
    return replace(assessment, contract=contract, result=again(assessment.result), best=best)
