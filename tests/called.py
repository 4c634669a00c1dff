"""The command line called within this process, for who looks at what it says and writes, many times over."""

import os
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from unittest.mock import patch

from jobhome_score.cli import app


@dataclass(frozen=True)
class Called:
    """How a call ended, and what it said. A defect comes out of the call itself."""

    exit_code: int
    stdout: str
    stderr: str

    @property
    def output(self) -> str:
        """All that was said."""
        return self.stdout + self.stderr


def called(*words: object, **environ: str) -> Called:
    """Call the command line by its words."""
    streams = [TextIOWrapper(BytesIO(), "utf-8", errors="backslashreplace") for _ in range(2)]
    code = 0
    with patch.dict(os.environ, environ), redirect_stdout(streams[0]), redirect_stderr(streams[1]):
        try:
            app(list(map(str, words)))
        except SystemExit as ended:
            code = int(ended.code or 0)
    for stream in streams:
        stream.flush()
    return Called(code, *(stream.buffer.getvalue().decode() for stream in streams))  # type: ignore[attr-defined]
