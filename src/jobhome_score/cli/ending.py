"""How a command ends: with what it found on standard output, or with words on standard error and an exit code."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import SPOKEN
from jobhome_score.cli.reasons import reason
from jobhome_score.cli.saying import echo
from jobhome_score.locales import say
from jobhome_score.reports.escape import plain

DONE, NO, IMPOSSIBLE = 0, 1, 2  # done; done, and the answer is no; could not be done


def refuse(lang: Lang, key: str, code: int = IMPOSSIBLE, **facts: str) -> NoReturn:
    """Say on standard error why a command ends here, and end it."""
    echo(say(lang, key, **{name: plain(fact) for name, fact in facts.items()}), err=True)
    raise SystemExit(code)


@contextmanager
def plainly(lang: Lang) -> Iterator[None]:
    """Turn what may go wrong on a journey into words and an exit code."""
    from jobhome_score.problems import LedgerError
    from jobhome_score.reports.problems_text import problems_text, rubric_problems_text
    from jobhome_score.rubric.nodes import RubricError

    try:
        yield
    except LedgerError as error:
        echo(problems_text(error.problems, lang), err=True)
        echo(say(lang, "cli.not_scored"), err=True)
        raise SystemExit(NO) from None
    except RubricError as error:
        echo(rubric_problems_text(error, lang), err=True)
        raise SystemExit(IMPOSSIBLE) from None


def print_result(text: str) -> None:
    """Write a result to standard output as UTF-8, whatever the console's own encoding."""
    try:
        _print(text)
    except BrokenPipeError:
        raise  # whoever reads has read enough; the shell knows what that means
    except OSError as error:
        refuse(SPOKEN, "cli.no_space", reason=reason(SPOKEN, error))


def _print(text: str) -> None:
    sys.stdout.flush()
    data = text if text.endswith("\n") else text + "\n"
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None or sys.stdout.isatty():
        echo(data, end="")
    else:
        buffer.write(data.encode("utf-8", "surrogateescape"))
        buffer.flush()
