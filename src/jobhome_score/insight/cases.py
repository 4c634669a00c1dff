"""The rubric's own tests: run the cases that lie beside it, and say which of them fail and what no case shows."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from jobhome_score.insight.case_coverage import shown_by, told_apart
from jobhome_score.insight.case_file import TOTAL, USUAL, Case, read_cases
from jobhome_score.insight.case_needs import Need, needs_of, pairs_of, places_of
from jobhome_score.insight.case_run import Bench, Run, run_case
from jobhome_score.insight.case_tables import project_items, reading_of
from jobhome_score.ledgers.loading import check
from jobhome_score.measures.measuring import Workbench
from jobhome_score.problems import Problem
from jobhome_score.records import dataclass
from jobhome_score.rubric.document import Rubric, Words
from jobhome_score.rubric.nodes import Mark, RubricError, RubricProblem
from jobhome_score.rubric.readings import branches
from jobhome_score.rubric.source import RubricSource
from jobhome_score.scoring.fitting import season_of

SUFFIX = ".cases.yaml"


@dataclass(frozen=True, slots=True)
class WrongFigure:
    """A figure that is not what a case expects. `found` None: what the case is about has no such figure.

    `readings`: those that the case chooses, with their options.
    """

    line: int
    shows: Words
    about: str
    readings: Mapping[str, str]
    name: str
    expected: Fraction
    found: Fraction | None


@dataclass(frozen=True, slots=True)
class Unloadable:
    """A case whose ledgers cannot be scored, and why; the row of each place is a line of the file."""

    line: int
    shows: Words
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something of the rubric that no case shows."""

    need: Need


Failure = WrongFigure | Unloadable | Gap


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the cases: how many there are, how many runs they made, those that passed, all that failed."""

    file: str
    cases: int
    runs: int
    passed: tuple[Case, ...]
    failures: tuple[Failure, ...]
    shown: int
    """How much of the rubric the cases show, of everything that they must."""
    needed: int


def run_cases(source: RubricSource, rubric_path: Path) -> Outcome | None:
    """Run the cases beside a rubric; None where there are none. Raises RubricError, OSError."""
    path = rubric_path.with_name(rubric_path.stem + SUFFIX)
    if not path.is_file():
        return None
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise RubricError(path.name, (RubricProblem("yaml-encoding", Mark(1, 1)),)) from None
    return run_text(Bench(source, {}), path.name, text)


def run_text(bench: Bench, file: str, text: str) -> Outcome:
    """Run the cases of a text. Raises RubricError where it is malformed."""
    trials = [bench.rubric(trial) for trial in _trials(bench.source)]
    cases = read_cases(file, text, bench.source.readings, _subjects(trials))
    by_case = [tuple(run_case(bench, cases, case)) for case in cases.cases]
    runs = [run for group in by_case for run in group]
    needs = dict.fromkeys(_needs(bench, trials))
    shown = {need for group in by_case for need in _shown(group, bench.source)}
    gaps = [Gap(need) for need in needs if need not in shown]
    passed = tuple(group[0].case for group in by_case if all(run.passed for run in group))
    failures: list[Failure] = [failure for run in runs for failure in _failures(run)]
    return Outcome(file, len(by_case), len(runs), passed, (*failures, *gaps), len(needs) - len(gaps), len(needs))


def _trials(source: RubricSource) -> Sequence[Mapping[str, str]]:
    """The defaults, and every option of every choice with the readings around it; each set of options once."""
    trials: list[Mapping[str, str]] = [{}]
    for branch in branches(source.nodes):
        trials.extend({**branch.under, branch.reading: option.id} for option in source.readings[branch.reading].options)
    return tuple({tuple(source.options(trial).items()): trial for trial in trials}.values())


def _subjects(trials: Sequence[Rubric]) -> Sequence[str]:
    """Everything that a case may be about, under any option."""
    found: dict[str, None] = {}
    for rubric in trials:
        for section in rubric.sections:
            found[section.id] = None
            for line in section.indicators:
                found |= dict.fromkeys((line.id, *(f"{line.id} {rule.id}" for rule in line.rules)))
    return (*found, TOTAL)


def _needs(bench: Bench, trials: Sequence[Rubric]) -> Iterator[Need]:
    """What must be shown. How much a rule can cost at most depends on the calendar: the usual period's is taken."""
    empty = check(reading_of("", (), {}, project_items(USUAL, {"contract_amount": "1"}))).ledgers()
    for rubric in trials:
        yield from needs_of(rubric, Workbench(season_of(empty, rubric, None), rubric))
    readings = bench.source.readings
    places = places_of(bench.source.nodes, tuple(readings))
    for reading in readings.values():
        yield from pairs_of(reading, places[reading.id])


def _shown(group: Sequence[Run], source: RubricSource) -> Iterator[Need]:
    passed = [run for run in group if run.passed]
    for run in passed:
        yield from shown_by(run)
    yield from told_apart(passed, source.readings)


def _failures(run: Run) -> Iterator[Failure]:
    case = run.case
    if run.scored is None:
        yield Unloadable(case.line, case.shows, run.problems)
        return
    chosen = {name: run.options[name] for name in (*case.readings, *run.varied)}
    for one in run.wanted:
        if one.found != one.expected:
            yield WrongFigure(one.mark.line, case.shows, case.about, chosen, one.name, one.expected, one.found)
