"""What readings leave alone is settled once and read once, and never says anything else."""

import copy
from collections.abc import Mapping

import pytest
from tests.rubric.small import changed, every_node, read

from jobhome_score.rubric.build import RUBRIC
from jobhome_score.rubric.nodes import Refused
from jobhome_score.rubric.readings import branches, settle
from jobhome_score.rubric.source import load_rubric

SOURCE = load_rubric()
TRIALS: list[Mapping[str, str]] = [{}, *({name: one.id} for name, reading in SOURCE.readings.items()
                                         for one in reading.options)]  # fmt: skip


def test_a_node_settles_as_if_alone() -> None:
    for trial in TRIALS:
        options = SOURCE.options(trial)
        assert SOURCE.settling.under(SOURCE.nodes, options) == settle(SOURCE.nodes, options)


def test_a_rubric_is_read_as_if_no_other_had_been_read_before() -> None:
    for trial in TRIALS:
        assert SOURCE.under(trial) == RUBRIC.read(settle(SOURCE.nodes, SOURCE.options(trial)), [])


def test_the_readings_of_a_node_are_those_of_its_branches() -> None:
    for node in every_node(SOURCE.nodes):
        assert SOURCE.settling.readings(node) == tuple(dict.fromkeys(branch.reading for branch in branches(node)))


def test_what_a_reading_does_not_touch_stays_one_value() -> None:
    before, after = SOURCE.under({}).indicators(), SOURCE.under({"gig_openings": "content"}).indicators()
    other = {name for name, line in before.items() if line is not after[name]}
    assert other == {"2.6"}
    changed_rules = [rule.id for rule, now in zip(before["2.6"].rules, after["2.6"].rules, strict=True)
                     if rule is not now]  # fmt: skip
    assert changed_rules == ["openings"]


def test_a_copy_knows_its_own_nodes() -> None:
    other = copy.deepcopy(SOURCE)
    assert other.nodes is not SOURCE.nodes
    assert other.settling.readings(other.nodes) == SOURCE.settling.readings(SOURCE.nodes)
    assert other.under({"gig_openings": "content"}) == SOURCE.under({"gig_openings": "content"})


def test_an_option_that_is_not_written_is_refused_each_time() -> None:
    source = read(changed("part_months: together", "part_months: {reading: strict, loose: together, firm: each}"))
    for _ in range(2):
        with pytest.raises(Refused):
            source.settling.under(source.nodes, {"strict": "no"})
