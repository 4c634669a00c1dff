"""Why the system could not read or write, in the user's language."""

import errno

from jobhome_score.cli.language import Lang
from jobhome_score.locales import knows, say


def reason(lang: Lang, error: OSError) -> str:
    """What the system says, in our words where it is one of the usual reasons, else in its own."""
    key = f"system.{errno.errorcode.get(error.errno or 0, '')}"
    return say(lang, key) if knows(lang, key) else error.strerror or str(error)
