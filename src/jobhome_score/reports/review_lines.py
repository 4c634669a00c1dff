"""Decisions on disputes in words, alike in every report: what each is about, on whose word, and what it changed."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from jobhome_score.assessment import Assessment, Before, Result, ReviewSource, adds
from jobhome_score.ledgers.catalogue import REVIEWS
from jobhome_score.ledgers.reviews import ReviewDecision, Verdict
from jobhome_score.locales import Lang, say, word
from jobhome_score.named import NamedTuple
from jobhome_score.reports.both_ends import best_of, span
from jobhome_score.reports.evidence_rows import grouped, note
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.settlement_text import money, percent_text
from jobhome_score.rubric.document import Role
from jobhome_score.scoring.results import Reviewed, RuleScore

Pair = tuple[str, str]
COLUMNS = ("place", "object", "verdict", "reason", "by", "date", "document", "until", "effect", "applied")


class Said(NamedTuple):
    """What a decision said of a miss, with the rule that charges it and what that rule does to the total."""

    role: Role
    indicator: str
    rule: RuleScore
    reviewed: Reviewed


def is_reviewed(assessment: Assessment) -> bool:
    """Whether there are decisions to tell of, applied or not."""
    review = assessment.review
    return bool(review.decisions or review.later or review.listed)


def said_of(assessment: Assessment) -> Mapping[ReviewDecision, Sequence[Said]]:
    """Everything that each decision said, in the order of the score sheet."""
    found: dict[ReviewDecision, list[Said]] = {one: [] for one in assessment.review.decisions}
    for section in assessment.score.sections:
        for line in section.indicators:
            for rule in line.rules:
                for one in rule.reviewed:
                    said = Said(section.section.role, line.indicator.id, rule, one)
                    found.setdefault(one.decision, []).append(said)
    return found


def all_decisions(assessment: Assessment) -> Iterator[tuple[str, ReviewDecision]]:
    """Every decision, with whether it was applied: yes, later, listed."""
    review = assessment.review
    for applied, decisions in (("yes", review.decisions), ("later", review.later), ("listed", review.listed)):
        yield from ((applied, one) for one in decisions)


def object_words(assessment: Assessment, decision: ReviewDecision, lang: Lang) -> str:
    """What a decision is about: a row, or an indicator with its rule and period."""
    lines = assessment.rubric.indicators()
    line = lines.get(decision.indicator)
    rules = [rule for one in ([line] if line else lines.values()) for rule in one.rules if rule.id == decision.rule]
    rule = decision.rule if len(rules) != 1 else rules[0].title[lang]
    figure = word(lang, "figure", decision.figure) if decision.figure else ""
    when = decision.when or ("" if decision.row is not None else say(lang, "review.whole"))
    row = "" if decision.row is None else str(decision.row)
    title = "" if line is None or decision.row is not None or rule else line.title[lang]
    parts = " ".join(part for part in (row, decision.indicator, title, rule, figure, when) if part)
    return parts + ("" if decision.count is None else say(lang, "review.number", count=shown(decision.count)))


def note_words(decision: ReviewDecision, lang: Lang) -> str:
    """The verdict with its reason, by whom, when, and on which document."""
    document = say(lang, "review.note.document", document=decision.document) if decision.document else ""
    until = say(lang, "review.note.until", until=decision.until.isoformat()) if decision.until else ""
    facts = {"reason": decision.reason, "by": decision.by, "date": decision.date.isoformat()}
    return say(lang, "review.note", verdict=verdict_word(decision, lang), document=document, until=until, **facts)


def verdict_word(decision: ReviewDecision, lang: Lang) -> str:
    """Upheld, withdrawn or waived."""
    return say(lang, f"verdict.{decision.verdict.value}")


def effect_words(said: Sequence[Said], lang: Lang) -> str:
    """What a decision changed, rule by rule."""
    if not said:
        return say(lang, "review.what.nothing")
    return say(lang, "list.also").join(dict.fromkeys(_effect(one, lang) for one in said))


def _effect(said: Said, lang: Lang) -> str:
    miss, reviewed = said.reviewed.miss, said.reviewed
    name = f" {word(lang, 'figure', miss.name)}" if miss.name else ""
    alone = reviewed.decision.row is not None and miss.cell == str(reviewed.decision.row)
    facts = {
        "rule": f"{said.indicator} {said.rule.rule.title[lang]}",
        "cell": ("" if alone or not miss.cell else f" {miss.cell}") + name,
    }
    if not reviewed.fell:
        return say(lang, "review.what.still" if reviewed.decision.excuses else "review.what.upheld", **facts)
    sign = "−" if said.role is Role.BONUS else "+"
    return say(lang, "review.what", times=shown(miss.steps), points=shown(reviewed.points), sign=sign, **facts)


def points_of(said: Sequence[Said]) -> Fraction:
    """What a decision took off before any cap; less than nothing where it withdrew an award."""
    return sum((-one.reviewed.points if one.role is Role.BONUS else one.reviewed.points for one in said), Fraction(0))


def reviewed_lines(rule: RuleScore, lang: Lang) -> Iterator[str]:
    """Of a rule, each miss that a decision speaks of: the decision, the miss, its rows."""
    for one in rule.reviewed:
        places = one.miss.places[:]
        where = grouped(places, lang) if places else ""
        said = " — ".join(part for part in (note(one.miss, lang, places[0] if places else None), where) if part)
        yield f"{note_words(one.decision, lang)} · {said}"


def decision_rows(assessment: Assessment, lang: Lang) -> Iterator[Sequence[str]]:
    """The list of decisions, as `COLUMNS` names its columns."""
    said = said_of(assessment)
    for applied, one in all_decisions(assessment):
        effect = effect_words(said.get(one, ()), lang) if applied == "yes" else "—"
        until = one.until.isoformat() if one.until else ""
        yield (str(one.place), object_words(assessment, one, lang), verdict_word(one, lang), one.reason, one.by,
               one.date.isoformat(), one.document, until, effect, say(lang, f"review.applied.{applied}"))  # fmt: skip


def review_pairs(assessment: Assessment, lang: Lang) -> Iterator[Pair]:
    """The score before and after, on which decisions, and what changed indicator by indicator; nothing without any."""
    if not is_reviewed(assessment):
        return
    yield say(lang, "review.source"), source_words(assessment, lang)
    if assessment.review.decisions:
        yield say(lang, "review.title"), count_words(assessment, lang)
    if assessment.review.before is not None:
        yield say(lang, "review.before"), _result_words(assessment.review.before, assessment.review.best_before, lang)
        yield say(lang, "review.after"), _result_words(assessment.result, assessment.best, lang)
    changed = list(changed_lines(assessment, lang))
    if changed:
        yield say(lang, "review.indicators"), say(lang, "list.also").join(changed)
    if assessment.review.listed:
        yield say(lang, "review.title"), listed_words(assessment, lang)


def _result_words(low: Result | Before, high: Result | Before | None, lang: Lang) -> str:
    ends = [low] if high is None else [low, high]
    paid = [say(lang, "list.comma").join((percent_text(one.payout.share), money(one.payout.payable))) for one in ends]
    return " – ".join(say(lang, "list.beside", text=shown(_total(one)), more=more)
                      for one, more in zip(ends, paid, strict=True))  # fmt: skip


def _total(one: Result | Before) -> Fraction:
    return one.total if isinstance(one, Before) else one.score.total


def source_words(assessment: Assessment, lang: Lang) -> str:
    """Whose decisions were applied."""
    files = say(lang, "list.sep").join(name for name, _ in review_files(assessment))
    return say(lang, f"review.source.{assessment.review.source.value}", files=files)


def review_files(assessment: Assessment) -> Sequence[Pair]:
    """The files that the applied decisions stand in, with their SHA-256."""
    if assessment.review.source is ReviewSource.NONE:
        return ()
    listed = {one.place.file for one in assessment.review.listed}
    found = {one.account.file: one.account.sha256 for one in assessment.inputs if one.account.ledger == REVIEWS}
    used = {one.place.file for one in (*assessment.review.decisions, *assessment.review.later)}
    return [(file, sha256) for file, sha256 in found.items() if file in used or file not in listed]


def count_words(assessment: Assessment, lang: Lang) -> str:
    """How many decisions of each kind were applied."""
    decisions = assessment.review.decisions
    counts = {kind.value: str(sum(one.verdict is kind for one in decisions)) for kind in Verdict}
    return say(lang, "review.count", applied=str(len(decisions)), **counts)


def listed_words(assessment: Assessment, lang: Lang) -> str:
    """How many decisions were found among the ledgers and not applied."""
    return say(lang, "review.listed", count=str(len(assessment.review.listed)))


def changed_lines(assessment: Assessment, lang: Lang) -> Iterator[str]:
    """Each indicator that review changed, before and after."""
    before, most, best = assessment.review.before, assessment.review.best_before, best_of(assessment)
    if before is None:
        return
    for section in assessment.score.sections:
        for line in section.indicators:
            was, now = before.lines[line.indicator.id], adds(line, section.section.role)
            if was != now:
                was_at_best = None if most is None else most.lines[line.indicator.id]
                facts = {"before": span(was, was_at_best), "after": span(now, best.lines.get(line.indicator.id))}
                yield say(lang, "review.indicator", id=line.indicator.id, **facts)


def total_words(assessment: Assessment, lang: Lang) -> str:
    """Before 83.6 → after 85.1; empty where nothing was reviewed."""
    before, most, best = assessment.review.before, assessment.review.best_before, assessment.best
    if before is None:
        return ""
    was = span(before.total, None if most is None else most.total)
    now = span(assessment.score.total, None if best is None else best.score.total)
    return say(lang, "review.total", before=was, after=now)
