"""What was measured, as tables: medians, and ratios within the same round, so that a busy machine cancels out."""

import datetime as dt
import os
import platform
import resource
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median

from clock import Sample
from contenders import Contender

Rounds = Mapping[str, Sequence[Sample]]
LIBRARIES = ("python-calamine", "openpyxl", "pandas", "typer")


def ratio(rounds: Rounds, name: str, base: str) -> float:
    """How many times as long as `base`, as the median over the rounds."""
    pairs = zip(rounds[name], rounds[base], strict=True)
    return median(mine.wall / theirs.wall for mine, theirs in pairs)


def work_ratio(rounds: Rounds, name: str, base: str) -> float:
    """How many times as much processor time as `base`, that of processes begun on the way counted in."""
    pairs = zip(rounds[name], rounds[base], strict=True)
    return median(mine.cpu / theirs.cpu for mine, theirs in pairs)


def table(rounds: Rounds, who: Sequence[Contender], base: str) -> Iterator[str]:
    """A Markdown table; times in milliseconds."""
    yield f"| | wall, median | fastest – slowest | processor | peak memory | × {base}, wall | × {base}, processor |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for one in who:
        samples = rounds[one.name]
        walls = [sample.wall for sample in samples]
        yield (
            f"| **{one.name}**: {one.says} | {_ms(median(walls))} | {_ms(min(walls))} – {_ms(max(walls))} "
            f"| {_ms(median(sample.cpu for sample in samples))} "
            f"| {median(sample.peak for sample in samples):.0f} MB | {ratio(rounds, one.name, base):.2f} "
            f"| {work_ratio(rounds, one.name, base):.2f} |"
        )


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms".replace(",", " ")


def machine() -> str:
    """Processor, cores, memory, system and the versions that matter."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{_processor()}, {os.cpu_count()} cores; {platform.system()} {platform.release()}; "
        f"Python {platform.python_version()}; {libraries}"
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def size(folder: Path) -> str:
    """How much there is to read."""
    files = sorted(folder.glob("*.xlsx"))
    return f"{len(files)} workbooks, {sum(file.stat().st_size for file in files) / 1024:,.0f} KB"


def page(parts: Sequence[str], rounds: int, folder: Path, rows: str) -> str:
    """The whole page of results."""
    floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    load = os.getloadavg()[0]
    today = dt.datetime.now().astimezone().date().isoformat()
    head = (
        "# Results",
        "",
        f"{today}. {machine()}.",
        f"`{folder.name}`: {size(folder)}, {rows} rows. {rounds} rounds; in each round every command runs once,",
        "in a process of its own (cold interpreter, files in the system's cache); a first round is thrown away.",
        "Ratios are medians of the ratios within a round. A process begins as a copy of the one that measures, so that",
        f"no peak below {floor} MB can be told. The machine's load at the end was {load:.1f} (this run alone makes 1).",
        "Made by `python benchmarks/run.py`. What leads are worth is another page: [HONEST_YEARS.md](HONEST_YEARS.md).",
        "",
    )
    return "\n".join((*head, *parts)) + "\n"
