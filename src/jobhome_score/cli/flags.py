"""`flags`: leads for the auditor, and a sample of rows to check on site."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jobhome_score.cli import options
from jobhome_score.cli.asked import Asked, limits_of
from jobhome_score.cli.declared import Option
from jobhome_score.cli.ending import print_result, refuse
from jobhome_score.cli.journey import Travelled, travelled
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice
from jobhome_score.cli.outputs import write_files
from jobhome_score.locales import say
from jobhome_score.rubric import PACKAGED

if TYPE_CHECKING:
    from jobhome_score.assessment import Assessment
    from jobhome_score.insight.flags.answers import Dossier
    from jobhome_score.insight.flags.family import Flags
    from jobhome_score.insight.flags.sample import Sample

SampleSize = Annotated[int | None, Option("--sample", help="sample", metavar="N")]
Seed = Annotated[str | None, Option("--seed", help="seed", metavar="SEED")]
ENDINGS = (".json", ".md", ".xlsx", ".html")
FORMATS = (Format.TEXT, Format.JSON, Format.MD)
LARGEST_SAMPLE = 10_000


def flags_command(
    ledgers: options.Ledgers,
    sample: SampleSize = None,
    seed: Seed = None,
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
    """Print the leads, with a sample where one is asked for; write the files. Leads are no verdict: it ends with 0."""
    from jobhome_score.insight.flags.family import flags

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    _check(sample, seed, output_format, output or (), spoken)
    asked = Asked(ledgers, spoken, rubric, reading or (), as_of, missing, hidden, limit or (), decided, reviews)
    journey = travelled(asked)
    assessment, dossier = journey.assessment, dossier_of(journey, asked)
    found = flags(dossier)
    drawn = None if sample is None or seed is None else _drawn(assessment, dossier, sample, seed)

    def written(path: Path) -> bytes:
        return _rendered(assessment, found, drawn, path.suffix.lower(), spoken)

    write_files(output or (), written, spoken, force=force, quiet=quiet, ledgers=ledgers, reviews=reviews)
    if quiet:
        return
    if output_format is Format.TEXT:
        from jobhome_score.cli.screen import screen
        from jobhome_score.reports.flags.text import flags_text

        print_result(flags_text(assessment, found, drawn, spoken, screen().width))
    else:
        print_result(_rendered(assessment, found, drawn, f".{output_format.value}", spoken).decode())


def _check(
    sample: int | None, seed: str | None, output_format: Format, output: Sequence[Path], lang: Lang
) -> None:  # fmt: skip
    """End the command where its options do not go together."""
    if output_format not in FORMATS:
        refuse(
            lang,
            "cli.format",
            value=output_format.value,
            known=say(lang, "list.sep").join(one.value for one in FORMATS),
        )
    for path in output:
        if path.suffix.lower() not in ENDINGS:
            refuse(lang, "cli.ending", name=str(path), known=say(lang, "list.sep").join(ENDINGS))
    if sample is not None and not 1 <= sample <= LARGEST_SAMPLE:
        refuse(lang, "cli.sample_size", value=str(sample), most=str(LARGEST_SAMPLE))
    if sample is not None and not seed:
        refuse(lang, "cli.seed_needed")
    if sample is None and seed is not None:
        refuse(lang, "cli.seed_alone")


def dossier_of(found: Travelled, asked: Asked) -> "Dossier":
    """What questions about ledgers that were assessed are asked of."""
    from jobhome_score.insight.flags.answers import Dossier
    from jobhome_score.reading.properties import properties_in

    known = {account.file: account.sha256 for account in found.season.ledgers.accounts}
    properties = properties_in(asked.ledgers, known, limits_of(asked))
    return Dossier(found.season, found.assessment.rubric, properties)


def _drawn(assessment: "Assessment", dossier: "Dossier", size: int, seed: str) -> "Sample":
    from jobhome_score.insight.flags.sample import sample

    return sample(assessment, dossier.bench, size, seed)


def _rendered(
    assessment: "Assessment", found: "Flags", drawn: "Sample | None", ending: str, lang: Lang
) -> bytes:  # fmt: skip
    match ending:
        case ".json":
            from jobhome_score.reports.flags.value import flags_json

            return flags_json(assessment, found, drawn, lang).encode()
        case ".md":
            from jobhome_score.reports.flags.markdown import flags_md

            return flags_md(assessment, found, drawn, lang).encode()
        case ".html":
            from jobhome_score.reports.flags.page import flags_html

            return flags_html(assessment, found, drawn, lang).encode()
    from jobhome_score.reports.flags.book import flags_xlsx

    return flags_xlsx(assessment, found, drawn, lang)
