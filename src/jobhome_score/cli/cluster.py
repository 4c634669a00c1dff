"""The same jobs on a Dask cluster that is running already; Dask is loaded here alone, and only when asked for."""

import logging
import socket
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from jobhome_score.cli.ending import refuse
from jobhome_score.cli.language import Lang
from jobhome_score.cli.portfolio_work import Done, Job, work

if TYPE_CHECKING:
    from distributed import Future

PATIENCE: Final = 10
"""Seconds to wait for the scheduler."""

NETWORK: Final = frozenset({"tcp", "tls"})


def worked_on(address: str, jobs: Sequence[Job], lang: Lang) -> Iterator[Done]:
    """The jobs done by the cluster, in whatever order they come to an end; ends the command where there is none."""
    try:
        from distributed import Client, as_completed
    except ImportError:
        refuse(lang, "portfolio.no_dask")
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what goes wrong is said here, once
    try:
        _knock(address)
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        refuse(lang, "portfolio.no_scheduler", address=address, reason=str(error).partition("\n")[0])
    with client:
        futures = {client.submit(work, job, pure=False): job for job in jobs}
        for future in as_completed(futures, loop=client.loop):
            yield _answer(future, futures[future])
            future.release()


def _knock(address: str) -> None:
    """Raise OSError or ValueError where nobody listens; a client of Dask's own would go on trying at its end."""
    from distributed.comm.addressing import parse_address, parse_host_port

    scheme, where = parse_address(address)
    if scheme in NETWORK:
        socket.create_connection(parse_host_port(where), PATIENCE).close()


def _answer(future: "Future", job: Job) -> Done:
    """What the cluster says of a job; a worker that died or lacks the program is that job's failure."""
    from jobhome_score.insight.portfolio import Failure, Site

    error = future.exception()
    if error is None:
        done: Done = future.result()
        return done
    facts = {"kind": type(error).__name__, "reason": str(error).partition("\n")[0]}
    return Done(job.folder, Site(job.folder, Failure("cluster", facts)))
