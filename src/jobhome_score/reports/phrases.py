"""How figures, requirements and misses are put into a few words, alike in every report."""

from fractions import Fraction

from jobhome_score.locales import Lang, say
from jobhome_score.reports.numbers import shown
from jobhome_score.rubric.document import Comparison, Role, Target
from jobhome_score.scoring.results import IndicatorScore, RuleScore, Tally

SIGNS = {
    Comparison.AT_LEAST: ">=",
    Comparison.MORE_THAN: ">",
    Comparison.AT_MOST: "<=",
    Comparison.LESS_THAN: "<",
}
PRETTY = {">=": "≥", "<=": "≤"}


def figure_text(value: Fraction | None, target: Target | None = None) -> str:
    """A figure as people read it; a rate as a percentage; growth without bound or one over nothing as a dash."""
    if value is None:
        return "—"
    return f"{shown(value * 100)}%" if target is not None and target.percent else shown(value)


def target_text(target: Target, *, pretty: bool = True) -> str:
    """A requirement such as ≥ 38 or ≥ 90%."""
    sign = SIGNS[target.comparison]
    number = shown(target.number * 100) + "%" if target.percent else shown(target.number)
    return f"{PRETTY.get(sign, sign) if pretty else sign} {number}"


def measured_text(rule: RuleScore, lang: Lang) -> str:
    """What a rule measured, against what: 37 / 38, 11/12 months met, ×2 for things that should not be."""
    if isinstance(rule.measured, Tally):
        return say(lang, "phrase.tally", met=str(rule.measured.met), due=str(rule.measured.due))
    targets = rule.rule.terms[0].targets
    parts = []
    for name, value in rule.measured.items():
        target = targets.get(name)
        if target is not None and target.comparison is Comparison.AT_MOST and not target.number:
            parts.append(f"×{figure_text(value)}")
        else:
            limit = "" if target is None else f" / {target_text(target).removeprefix('≥ ').replace('> ', '>')}"
            parts.append(figure_text(value, target) + limit)
    return "，".join(parts) if lang == "zh" else ", ".join(parts)


def rule_phrase(rule: RuleScore, lang: Lang, *, sign: str = "−") -> str:
    """A rule that costs or brings something, in a few words."""
    if rule.lacking:
        return f"{rule.rule.title[lang]} {say(lang, 'phrase.not_handed_in')} {sign}{shown(rule.deducted)}"
    return f"{judged_phrase(rule, lang)} {sign}{shown(rule.deducted)}"


def judged_phrase(rule: RuleScore, lang: Lang) -> str:
    """What a rule measured, and how many points a review took off before any cap."""
    phrase = f"{rule.rule.title[lang]} {measured_text(rule, lang)}"
    if not rule.excused:
        return phrase
    return phrase + say(lang, "review.phrase", points=shown(sum((one.points for one in rule.excused), Fraction(0))))


def why(line: IndicatorScore, lang: Lang, *, sign: str = "−") -> str:
    """What an indicator lost or gained, in a few words; empty where it did neither."""
    return ("；" if lang == "zh" else "; ").join(reasons(line, lang, sign=sign))


def reasons(line: IndicatorScore, lang: Lang, *, sign: str = "−") -> list[str]:
    """The same rule by rule."""
    parts = [rule_phrase(rule, lang, sign=sign) if rule.deducted else judged_phrase(rule, lang)
             for rule in line.rules if rule.deducted or rule.excused]  # fmt: skip
    if line.zeroed:
        parts.insert(0, say(lang, "phrase.presumed" if line.presumed else "phrase.zeroed"))
    return parts


def cause(line: IndicatorScore, role: Role, lang: Lang) -> str:
    """Why an indicator lost or gained points, in a few words."""
    return why(line, lang, sign=_sign(role))


def causes(line: IndicatorScore, role: Role, lang: Lang) -> list[str]:
    """The same, one rule a line."""
    return reasons(line, lang, sign=_sign(role))


def _sign(role: Role) -> str:
    return "+" if role is Role.BONUS else "−"
