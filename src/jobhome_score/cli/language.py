"""Which language to speak: what the command line asks for, else what the system speaks."""

from collections.abc import Mapping, Sequence
from typing import Literal

Lang = Literal["zh", "en"]
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language(argv: Sequence[str], environ: Mapping[str, str]) -> Lang:
    """`--lang` wherever it stands, else Chinese where the system's locale is Chinese, else English."""
    for at, word in enumerate(argv):
        asked = argv[at + 1] if word == "--lang" and at + 1 < len(argv) else word.removeprefix("--lang=")
        if word.startswith("--lang") and asked in ("zh", "en"):
            return "zh" if asked == "zh" else "en"
    spoken = next((environ[name] for name in VARIABLES if environ.get(name)), "")
    return "zh" if spoken.lower().startswith("zh") else "en"
