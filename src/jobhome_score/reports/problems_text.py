"""Problems in words: the place first, then what is wrong with the value, then what to do; also as JSON."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from jobhome_score.ledgers.tables import SheetAccount
from jobhome_score.locales import Lang, knows, say
from jobhome_score.problems import Code, Problem, Severity
from jobhome_score.reports.escape import brief, plain
from jobhome_score.reports.json_text import json_text
from jobhome_score.rubric.nodes import RubricError, RubricProblem

LISTS: Final = frozenset({"known", "columns", "wants", "indicators", "years", "figures", "numbers"})
"""Facts that are lists, joined the Chinese way."""

LONG_LIST: Final = 600
LONGEST_VALUE: Final = 1_000
MIB: Final = 1024 * 1024
MINUS: Final = ("-", "－", "−")


def problem_line(problem: Problem, lang: Lang) -> str:
    """A problem on one line, its place first."""
    place = plain(str(problem.place))
    return f"{place}  {message(problem, lang)}" if place else message(problem, lang)


def problems_text(problems: Iterable[Problem], lang: Lang) -> str:
    """Every problem on a line of its own, errors before warnings, each in reading order, and how many there are."""
    found = tuple(problems)
    if not found:
        return say(lang, "problems.none") + "\n"
    wrong = [problem_line(one, lang) for one in found if one.severity is Severity.ERROR]
    odd = [problem_line(one, lang) for one in found if one.severity is Severity.WARNING]
    blocks = [wrong, [say(lang, "problems.warnings"), *odd] if odd else []]
    counts = say(lang, "problems.counts", errors=str(len(wrong)), warnings=str(len(odd)))
    ending = say(lang, "problems.stops" if wrong else "problems.passes")
    blocks.append([counts + ("" if lang == "zh" else " ") + ending])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def message(problem: Problem, lang: Lang) -> str:
    """What is wrong and what to do, without the place."""
    facts = _facts(problem, lang)
    key = _key(problem)
    tails = (f"{key}+{name}" for name, fact in facts.items() if fact and knows(lang, f"{key}+{name}"))
    more = ("problem+more",) if "more" in facts else ()
    return "".join(say(lang, one, **facts) for one in (key, *tails, *more))


def _key(problem: Problem) -> str:
    """The sentence's key; a negative count is a whole number all the same, and has a sentence of its own."""
    negative = problem.code is Code.BAD_COUNT and problem.value.startswith(MINUS) and problem.value[1:].isdecimal()
    return "problem.negative-count" if negative else f"problem.{problem.code.value}"


def expected(problem: Problem, lang: Lang) -> str:
    """What should stand there; empty where a sentence alone can tell."""
    return _facts(problem, lang)["expected"]


def _facts(problem: Problem, lang: Lang) -> dict[str, str]:
    """The facts as a sentence takes them: escaped, cut, with the words of our own in their language."""
    facts = {name: _fact(name, text, lang) for name, text in problem.facts.items()}
    facts |= {f"{name}_id": text for name, text in problem.facts.items() if f"{name}_id" not in facts}
    if problem.code is Code.LIMIT_EXCEEDED:
        facts["allowed"] = _amount(problem.facts["limit"], problem.facts["allowed"])
    if lang == "en" and "column" in facts:
        facts["column"] = f"{facts['column']} ({problem.facts['id']})"
    facts["value"] = brief(problem.value)
    return facts | {"expected": _expected(problem, facts, lang)}


def _fact(name: str, text: str, lang: Lang) -> str:
    if knows(lang, f"fact.{name}.{text}"):
        return say(lang, f"fact.{name}.{text}")
    listed = text.replace("、", ", ") if lang == "en" and name in LISTS else text
    return brief(listed, LONG_LIST)


def _amount(limit: str, allowed: str) -> str:
    """A limit in MB where it is one of bytes, else with separators."""
    if limit.endswith("_bytes") and int(allowed) >= MIB:
        return f"{int(allowed) // MIB:,} MB"
    return f"{int(allowed):,}"


def _expected(problem: Problem, facts: Mapping[str, str], lang: Lang) -> str:
    own = f"expected.code.{problem.code.value}"
    if knows(lang, own):
        return say(lang, own, **facts)
    kind = f"expected.kind.{problem.facts.get('kind', '')}"
    return say(lang, kind, **facts) if knows(lang, kind) else ""


def problem_value(problem: Problem, lang: Lang) -> dict[str, Any]:
    """A problem as JSON has it; what is not known of its place is null."""
    place = problem.place
    return {
        "severity": problem.severity.value,
        "code": problem.code.value,
        "file": place.file or None,
        "sheet": place.sheet or None,
        "cell": place.cell or None,
        "row": place.row or None,
        "column": place.letter or None,
        "value": problem.value[:LONGEST_VALUE],
        "expected": expected(problem, lang),
        "message": message(problem, lang),
    }


def problems_json(problems: Iterable[Problem], accounts: Sequence[SheetAccount], lang: Lang) -> str:
    """Every problem in reading order, and what became of the rows of every sheet."""
    rows = [
        {
            "file": one.file, "sheet": one.sheet, "ledger": one.ledger or None, "read": one.read,
            "counted": one.counted, "left_out": one.left_out, "problems": one.faulty,
        }
        for one in accounts
    ]  # fmt: skip
    found = [problem_value(one, lang) for one in problems]
    return json_text({"schema": "jobhome-score/problems/1", "problems": found, "account": rows})


def rubric_problem_line(file: str, problem: RubricProblem, lang: Lang) -> str:
    """A problem of a rubric: file:line:column, what is wrong, the nearest right name."""
    place = f"{plain(file)}:{problem.mark.line}:{problem.mark.column}"
    facts = {name: _fact(name, text, lang) for name, text in problem.facts}
    key = f"rubric_problem.{problem.code}"
    tails = [f"{key}+{name}" for name, fact in facts.items() if fact]
    if "near" in facts:
        tails.append("rubric_problem+near" if facts["near"] else "rubric_problem+known")
    return f"{place}  " + "".join(say(lang, one, **facts) for one in (key, *tails) if knows(lang, one))


def rubric_problems_text(error: RubricError, lang: Lang) -> str:
    """Every problem of a rubric on a line of its own, and how many there are."""
    lines = [rubric_problem_line(error.file, one, lang) for one in error.problems]
    return "\n".join((*lines, say(lang, "rubric_problems.count", count=str(len(lines))))) + "\n"
