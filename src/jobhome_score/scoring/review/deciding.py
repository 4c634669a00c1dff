"""From the rows of a reviews ledger to decisions, with everything that is wrong about them."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from jobhome_score.evidence import Place
from jobhome_score.ledgers.body import about
from jobhome_score.ledgers.catalogue import ledgers
from jobhome_score.ledgers.reviews import VERDICTS, ReviewDecision, cover_of, is_whole
from jobhome_score.ledgers.tables import Contract, Table
from jobhome_score.ledgers.wording import key
from jobhome_score.problems import Code, Problem
from jobhome_score.records import dataclass, field
from jobhome_score.rubric.document import Role, Rubric, Rule
from jobhome_score.views.catalogue import views

NEAR = 0.4


@dataclass
class Deciding:
    """The rows of a reviews ledger held against the ledgers and the rubric they speak of."""

    rubric: Rubric
    tables: Mapping[str, Table]
    contract: Contract
    others: frozenset[str]
    """Rules that the rubric has under other readings only."""
    problems: list[Problem] = field(default_factory=list)

    def decisions(self, found: Table) -> tuple[ReviewDecision, ...]:
        """Every row as a decision, as far as it can be told what it means; what cannot is among the problems."""
        return tuple(one for row in range(len(found)) if (one := self._decision(found, row)) is not None)

    def _decision(self, found: Table, row: int) -> ReviewDecision | None:
        said = {name: column[row] for name, column in found.columns.items()}
        if any(said[name] is None for name in ("verdict", "reason", "by", "date")):
            return None
        named, ledger = self._row(found, row, said)
        line = self._indicator(found, row, said)
        if named is None and said["indicator"] is None:
            self._tell(Code.REVIEW_OF_NOTHING, found, row, "indicator")
        rule = self._rule(found, row, said, line)
        when, cover = self._when(found, row, said)
        self._rest(found, row, said, rule, named)
        return ReviewDecision(
            place=found.place(row),
            verdict=VERDICTS[said["verdict"]],
            reason=said["reason"], by=said["by"], date=said["date"], document=said["document"] or "",
            until=said["until"], row=named, ledger=ledger, indicator=line, rule=rule,
            figure=self._figure(found, row, said, line), when=when, cover=cover,
            count=None if said["count"] is None else Fraction(said["count"]),
            alone=bool(ledger) and ledger in self._bonus_only(),
        )  # fmt: skip

    def _tell(self, code: Code, found: Table, row: int, name: str, value: str = "", **facts: str) -> None:
        self.problems.append(Problem(code, found.place(row, name), value, about(found.ledger.fields[name]) | facts))

    def _row(self, found: Table, row: int, said: Mapping[str, Any]) -> tuple[Place | None, str]:
        """The ledger row that is named, and its ledger."""
        file, sheet, number = said["file"], said["worksheet"], said["row"]
        if sheet is None and number is None and file is None:
            return None, ""
        for name, other in (("worksheet", "row"), ("row", "worksheet")):
            if said[name] is None:
                filled = other if said[other] is not None else "file"
                self._tell(Code.NEEDED_HERE, found, row, name, reason=f"{filled}-given")
                return Place(file or "", sheet or "", number or 0), ""
        pieces = [(table, piece) for table in self.tables.values() for piece in table.pieces
                  if key(piece.sheet) == key(sheet) and _same_file(piece.file, file)]  # fmt: skip
        places = [(Place(piece.file, piece.sheet, number), table.ledger.id)
                  for table, piece in pieces if number in piece.numbers]  # fmt: skip
        if len(places) == 1:
            return places[0]
        shown = " › ".join(part for part in (file, sheet, str(number)) if part)
        why = "several" if places else "no-row" if pieces else "no-sheet"
        known = "、".join(dict.fromkeys(f"{piece.file} › {piece.sheet}" for _, piece in pieces)) or self._sheets(sheet)
        self._tell(Code.UNKNOWN_ROW, found, row, "row" if pieces else "worksheet", shown, why=why, known=known)
        return Place(file or "", sheet, number), ""

    def _sheets(self, sheet: str) -> str:
        known = dict.fromkeys(piece.sheet for table in self.tables.values() for piece in table.pieces)
        return "、".join(get_close_matches(sheet, known, 3, NEAR) or known)

    def _indicator(self, found: Table, row: int, said: Mapping[str, Any]) -> str:
        name = key(said["indicator"] or "")
        if not name:
            return ""
        lines = self.rubric.indicators()
        titles = {key(line.title[lang]): line.id for line in lines.values() for lang in ("zh", "en")}
        if name not in lines and name not in titles:
            self._tell(Code.UNKNOWN_INDICATOR, found, row, "indicator", said["indicator"], known="、".join(lines))
        return name if name in lines else titles.get(name, "")

    def _rule(self, found: Table, row: int, said: Mapping[str, Any], line: str) -> str:
        name = key(said["rule"] or "")
        if not name:
            return ""
        rules = self._rules(line)
        known = {spelling: rule.id for rule in rules for spelling in (rule.id, *_titles(rule))}
        if name in known:
            return known[name]
        if name in self.others:
            return name
        words = [rule.title.zh for rule in rules]
        near = get_close_matches(name, words, 1, NEAR) or get_close_matches(name, list(known), 1, NEAR)
        facts = {"near": near[0] if near else "", "known": "" if near else "、".join(dict.fromkeys(words))}
        self._tell(Code.UNKNOWN_RULE, found, row, "rule", said["rule"], **facts)
        return ""

    def _rules(self, line: str) -> Sequence[Rule]:
        lines = self.rubric.indicators()
        return [rule for name in ([line] if line else lines) for rule in lines[name].rules]

    def _when(self, found: Table, row: int, said: Mapping[str, Any]) -> tuple[str, Any]:
        """The period meant, and the days of the calendar that it names."""
        text = said["when"]
        if text is None or is_whole(text):
            return "", None
        cover = cover_of(text, self.contract.period)
        events = self.tables.get("events")
        known = (
            key(text) in (() if events is None else events.keyed("event"))
            or text in views()["all_callbacks"].columns["group"].options
        )
        if cover is None and not known:
            self._tell(Code.UNKNOWN_PERIOD, found, row, "when", text)
        return text, cover

    def _rest(self, found: Table, row: int, said: Mapping[str, Any], rule: str, named: Place | None) -> None:
        if said["until"] is not None and said["verdict"] not in (None, "免责"):
            self._tell(Code.NOT_WANTED_HERE, found, row, "until", said["until"].isoformat(),
                       reason=f"复核结论={said['verdict']}")  # fmt: skip
        if said["count"] is not None and not rule and said["rule"] is None and named is None:
            self._tell(Code.NEEDED_HERE, found, row, "rule", reason="count-given")
        start = self.contract.period.start
        if said["date"] is not None and said["date"] < start:
            self._tell(Code.REVIEW_TOO_EARLY, found, row, "date", said["date"].isoformat(), start=start.isoformat())
        if said["by"] is not None and key(said["by"]) == key(self.contract.operator):
            self._tell(Code.REVIEW_BY_OPERATOR, found, row, "by", said["by"])

    def _figure(self, found: Table, row: int, said: Mapping[str, Any], line: str) -> str:
        """A figure by its name, or by the column it is taken from as its ledger heads it."""
        name = key(said["figure"] or "")
        known = dict(_figures(self._rules(line))) if name else {}
        if name and name not in known:
            self._tell(Code.UNKNOWN_RULE, found, row, "figure", said["figure"], near="", known="、".join(known))
        return known.get(name, "")

    def _bonus_only(self) -> frozenset[str]:
        """The ledgers that only bonus rows look at."""
        bonus, other = (
            {ledger for section in self.rubric.sections if (section.role is Role.BONUS) is wanted
             for line in section.indicators for rule in line.rules for term in rule.terms
             for measure in term.measures for ledger in views()[measure.of].needs}
            for wanted in (True, False)
        )  # fmt: skip
        return frozenset(bonus - other)


def _figures(rules: Sequence[Rule]) -> Iterator[tuple[str, str]]:
    """The spellings of the figures that rules take by name, each with its name."""
    for measure in (measure for rule in rules for term in rule.terms for measure in term.measures):
        for name, how in measure.take.items():
            columns = [declared for ledger in views()[measure.of].needs for column in how.columns
                       if (declared := ledgers()[ledger].fields.get(column)) is not None]  # fmt: skip
            for spelling in (name, *(spelling for one in columns for spelling in one.names)) if name else ():
                yield key(spelling), name


def _same_file(file: str, written: str | None) -> bool:
    if written is None:
        return True
    bare = file.rpartition("/")[2]
    return key(written) in (key(file), key(bare), key(bare.rpartition(".")[0]))


def _titles(rule: Rule) -> Iterator[str]:
    yield from (key(rule.title.zh), key(rule.title.en))
