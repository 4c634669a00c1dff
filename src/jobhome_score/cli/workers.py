"""A few worker processes, each at one job at a time. A worker's death costs its job alone, and is said of that job."""

import signal
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Final

from jobhome_score.cli.portfolio_work import Done, Job, work
from jobhome_score.records import dataclass

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

RENEWED_AFTER: Final = 200
"""So many jobs a worker does before a new one takes its place: what they left in its memory goes with it."""

PATIENCE: Final = 5
"""Seconds that a worker is given to end."""


@dataclass(slots=True)
class Worker:
    """A process with the line to it, the job it is at, and how many it has done."""

    process: "SpawnProcess"
    line: Connection
    job: Job | None = None
    done: int = 0


def worked(jobs: Sequence[Job], count: int) -> Iterator[Done]:
    """The jobs done, in whatever order they come to an end. The workers are gone when it ends, however it ends."""
    waiting = list(reversed(jobs))
    crew = [_hired() for _ in range(min(count, len(jobs)))]
    try:
        for worker in crew:
            _give(worker, waiting.pop())
        while busy := [worker for worker in crew if worker.job is not None]:
            ready = wait([worker.line for worker in busy])
            for worker in [one for one in busy if one.line in ready]:
                yield _taken(worker)
                crew.remove(worker)
                crew.append(_next(worker, waiting))
    finally:
        for worker in crew:
            _dismissed(worker)


def _hired() -> Worker:
    """A new process; spawned, so that it shares nothing with this one."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs,), daemon=True)
    interrupted = signal.signal(signal.SIGINT, signal.SIG_IGN)  # inherited: an interrupt is the parent's business
    try:
        process.start()
    finally:
        signal.signal(signal.SIGINT, interrupted)
    theirs.close()
    return Worker(process, ours)


def serve(line: Connection) -> None:
    """Be a worker: do one job after another until nobody has any."""
    with suppress(EOFError, BrokenPipeError):
        while True:
            line.send(work(line.recv()))


def _give(worker: Worker, job: Job) -> None:
    worker.job = job
    with suppress(BrokenPipeError):  # it died meanwhile: its line says so to whoever waits for the answer
        worker.line.send(job)


def _taken(worker: Worker) -> Done:
    """The answer of a worker; where it died instead, that."""
    from jobhome_score.insight.portfolio import Failure, Site

    assert worker.job is not None  # noqa: S101 - only the busy are asked
    try:
        done: Done = worker.line.recv()
    except (EOFError, OSError):
        worker.process.join(PATIENCE)
        facts = {"code": str(worker.process.exitcode)}
        return Done(worker.job.folder, Site(worker.job.folder, Failure("died", facts)))
    return done


def _next(worker: Worker, waiting: list[Job]) -> Worker:
    """The worker with its next job, or a new one in its place."""
    worker.job, worker.done = None, worker.done + 1
    if not waiting:
        return worker
    if worker.done >= RENEWED_AFTER or not worker.process.is_alive():
        _dismissed(worker)
        worker = _hired()
    _give(worker, waiting.pop())
    return worker


def _dismissed(worker: Worker) -> None:
    """End a process: kindly where it only waits, else at once."""
    worker.line.close()
    if worker.job is not None:
        worker.process.terminate()
    worker.process.join(PATIENCE)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()
    worker.process.close()
