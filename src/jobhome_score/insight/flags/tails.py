"""How often chance alone would show as much: upper tails of distributions of counts, to fifty digits.

Terms follow one another by exact ratios in decimal arithmetic that rounds at the fiftieth digit and knows no underflow,
so that a ledger of a million rows costs no more than a walk along its counts.
"""

from collections.abc import Iterator
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from fractions import Fraction

EXACT = Context(prec=50, Emax=MAX_EMAX, Emin=MIN_EMIN)
ZERO, ONE = Decimal(0), Decimal(1)
RAREST = Decimal("1e-1000")
NEGLIGIBLE = Decimal("1e-40")
"""A term so much smaller than the sum before it ends the sum: terms beyond the middle only fall."""


def binomial(trials: int, chance: Fraction, least: int) -> Decimal:
    """The chance of `least` or more successes in some trials; 1 where no more is asked than is to be expected."""
    if least <= 0 or least <= trials * chance:
        return ONE
    return _upper(_binomial_terms(trials, chance, least)) if least <= trials else ZERO


def hypergeometric(every: int, marked: int, drawn: int, least: int) -> Decimal:
    """The chance that of `drawn` things out of `every` at least `least` are marked; 1 where that is to be expected."""
    if least <= 0 or least * every <= marked * drawn:
        return ONE
    return _upper(_hypergeometric_terms(every, marked, drawn, least)) if least <= min(marked, drawn) else ZERO


def clumped(trials: int, chance: Fraction, more: Fraction, least: int) -> Decimal:
    """The chance that rare clumps hold `least` or more things in all.

    Each trial begins a clump with `chance`; a clump holds one thing, then one more with the chance `more`, and so on.
    So many clumps hold that many things just where among the first `least - 1` things fewer clumps end than there are.
    """
    mean = trials * chance / (1 - more)
    if least <= 0 or least <= mean:
        return ONE
    total, ended, ends = ZERO, ZERO, _binomial_terms(least - 1, 1 - more, 0)
    begun = _binomial_terms(trials, chance, 1)
    for end, begin in zip(ends, begun, strict=False):
        ended = EXACT.add(ended, end)
        total = EXACT.add(total, EXACT.multiply(begin, ended))
    return _bounded(EXACT.add(total, binomial(trials, chance, least + 1)))


def _upper(terms: Iterator[Decimal]) -> Decimal:
    total = ZERO
    for term in terms:
        total = EXACT.add(total, term)
        if term <= EXACT.multiply(total, NEGLIGIBLE):
            break
    return _bounded(total)


def _bounded(total: Decimal) -> Decimal:
    """A chance of 1 at most; one that is not nothing, never said to be rarer than anybody can read."""
    return min(ONE, max(total, RAREST)) if total else ZERO


def _binomial_terms(trials: int, chance: Fraction, least: int) -> Iterator[Decimal]:
    """The chances of exactly `least`, one more, … successes."""
    odds = chance / (1 - chance)
    term = _power(1 - chance, trials)
    for count in range(trials + 1):
        if count >= least:
            yield term
        term = _times(term, (trials - count) * odds.numerator, (count + 1) * odds.denominator)


def _hypergeometric_terms(every: int, marked: int, drawn: int, least: int) -> Iterator[Decimal]:
    """The chances that exactly `least`, one more, … of the things drawn are marked."""
    plain = every - marked
    count = max(0, drawn - plain)
    term = _fewest(every, marked, drawn, count)
    while count <= min(marked, drawn):
        if count >= least:
            yield term
        term = _times(term, (marked - count) * (drawn - count), (count + 1) * (plain - drawn + count + 1))
        count += 1


def _fewest(every: int, marked: int, drawn: int, count: int) -> Decimal:
    """The chance of the fewest marked things that can be drawn: none, or (`count`) all but those that are plain."""
    term = ONE
    if not count:
        for step in range(drawn):
            term = _times(term, every - marked - step, every - step)
        return term
    for step in range(every - drawn):
        term = _times(term, marked - step, every - step)
    return term


def _power(base: Fraction, times: int) -> Decimal:
    return EXACT.power(EXACT.divide(Decimal(base.numerator), Decimal(base.denominator)), Decimal(times))


def _times(term: Decimal, numerator: int, denominator: int) -> Decimal:
    return EXACT.divide(EXACT.multiply(term, Decimal(numerator)), Decimal(denominator))
