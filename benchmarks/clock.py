"""One cold process measured: wall time, processor time and peak memory."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile

COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Everybody runs as installed: modules are compiled by the first round, which is thrown away."""


@dataclass(frozen=True)
class Sample:
    """What one process took: seconds, seconds of the processor, MB at its peak; and what it printed."""

    wall: float
    cpu: float
    peak: float
    code: int
    output: str


def run_cold(command: Sequence[str]) -> Sample:
    """Run a command to its end. Processor time is that of its children too; the peak is that of the largest of them."""
    with TemporaryFile() as out:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env=COMPILED)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read().decode(errors="replace")
    return Sample(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode, text)
