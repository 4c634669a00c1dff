"""The decisions on disputes below the score sheet on a terminal."""

from collections.abc import Iterator

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.escape import plain
from jobhome_score.reports.review_lines import (
    all_decisions,
    count_words,
    effect_words,
    note_words,
    object_words,
    said_of,
)

DECISIONS_SHOWN = 12


def decision_notes(assessment: Assessment, lang: Lang) -> Iterator[str]:
    """The decisions on disputes with what each changed, then those that were not applied."""
    if assessment.review.decisions:
        yield count_words(assessment, lang)
    said = said_of(assessment)
    for at, (applied, one) in enumerate(all_decisions(assessment)):
        if at == DECISIONS_SHOWN:
            yield say(lang, "review.more", count=str(len(list(all_decisions(assessment))) - at))
            return
        facts = {"object": object_words(assessment, one, lang), "note": note_words(one, lang)}
        if applied == "listed":
            if one is assessment.review.listed[0]:
                yield say(lang, "review.unapplied", count=str(len(assessment.review.listed)))
            yield plain(say(lang, "review.line_listed", **facts))
            continue
        effect = effect_words(said.get(one, ()), lang) if applied == "yes" else say(lang, f"review.applied.{applied}")
        yield plain(say(lang, "review.line", **facts, effect=effect))
