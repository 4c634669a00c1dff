"""Why a command line cannot be understood, in the user's language and the house's form."""

from collections.abc import Sequence

from jobhome_score.cli.options import SPOKEN
from jobhome_score.locales import say
from jobhome_score.reports.escape import plain


class Misused(Exception):
    """A command line that cannot be understood: the key of a sentence, its facts, and what may have been meant."""

    def __init__(self, key: str, near: Sequence[str] = (), **facts: str) -> None:
        """`near` are the names that come near the one given."""
        super().__init__(key)
        self.key, self.near, self.facts = key, near, facts


def refusal(misused: Misused, path: str) -> str:
    """Place, value, what to do, and where to read on; `path` is the command as it was called."""
    text = say(SPOKEN, misused.key, **misused.facts)
    if misused.near:
        text += say(SPOKEN, "usage.near", known=listed(misused.near))
    return plain(text) + say(SPOKEN, "usage.see", command=path)


def listed(names: Sequence[str]) -> str:
    """Names one after another."""
    return say(SPOKEN, "list.sep").join(names)
