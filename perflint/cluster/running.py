"""A batch on Dask: the steps one after the other, each spread over the workers. The only importer of Dask."""

import contextlib
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import dask
import msgspec
from distributed import Client, LocalCluster, as_completed
from distributed.security import Security
from msgspec import Struct

from perflint.cluster import steps
from perflint.cluster.dossiers import SCHEMA
from perflint.cluster.order import Batch, mark_of
from perflint.cluster.parts import Part, parts_of
from perflint.cluster.rows import SCHEMAS, Rows, write_rows
from perflint.data.store import write_whole
from perflint.judge import InputError
from perflint.version import __version__
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.gathering import judging_state
from perflint.workspace.runs.omissions import config_findings

_MOST_SHARES = 256
_RETRIES = 3
Tell = Callable[[str, int, int], None]
# What a run writes for its partitions, and may take away: other files of a folder that is somebody's stay.
_OUR_OWN = re.compile(r"part-\d{6,}\.(?:parquet|jsonl)")
# A worker judges in a process of its own, which one that is a daemon may not start; and it waits for nobody's log.
_SETTINGS = {"distributed.worker.daemon": False, "distributed.admin.tick.limit": "1h", "logging.distributed": "error"}


class Order(Struct, frozen=True):
    """What a batch is asked to do: the source, the folder for the result, tables a partition, who works, the format."""

    source: str
    folder: Path
    config: Config
    options: Options
    size: int
    workers: int
    scheduler: str
    form: str


class Summary(Struct, frozen=True):
    """What a batch came to, as `summary.json` has it; `done_before` counts the tables that an earlier run had inspected.

    `lang` is the language of its messages.
    """

    schema: str
    tool: dict[str, str]
    summary: dict[str, int]
    partitions: int
    done_before: int
    unreadable: int
    lang: str


def run_batch(order: Order, tell: Tell) -> Summary:
    """Return what a batch comes to, its result written; `tell` hears of each step, how many parts of it are done, of how many.

    Raises:
        SourceError: the source cannot be read.
        OSError: the folder cannot be written, or the scheduler not be reached.
        ERRORS: rules or settings are broken.
    """
    errors: list[InputError] = []
    parts = parts_of(order.source, order.config, order.size, errors, order.options.lang)
    batch = _batch(order, parts)
    _make_room(order, len(parts))
    before = sum(part.size for part in parts if batch.inspected(part.number, mark_of(batch, part)).exists())
    counts = Counter(_write_own(order, errors))
    if parts:
        with _client(order) as client:
            counts.update(steps.take_steps(batch, parts, _spread(client, tell)))
    summary = Summary(
        SCHEMA, {"name": "perflint", "version": __version__},
        {name: counts[name] for name in _COUNTED}, len(parts), before, counts["unreadable"],
        order.options.lang,
    )  # fmt: skip
    write_whole(order.folder / "summary.json", msgspec.json.format(msgspec.json.encode(summary), indent=1) + b"\n")
    return summary


_COUNTED = ("files", "tables", "indicators", "errors", "warnings", "infos", "suppressed", "fixable", "unchecked")


def _batch(order: Order, parts: Sequence[Part]) -> Batch:
    state = judging_state(order.config, order.options)
    shares = max(1, min(_MOST_SHARES, len(parts)))
    known = "\n".join([state, order.form, *(part.stamp for part in parts)])
    run = hashlib.blake2b(known.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
    return Batch(order.folder.resolve(), shares, order.config, order.options, order.form, state, run)


def _make_room(order: Order, parts: int) -> None:
    """Make the folders of the result, and take away what an earlier run left there that this one will not replace."""
    wanted = {f"part-{number:06d}.{order.form}" for number in range(parts)}
    for name in SCHEMAS:
        (order.folder / name).mkdir(parents=True, exist_ok=True)
        for file in (order.folder / name).iterdir():
            if _OUR_OWN.fullmatch(file.name) and file.name not in wanted:
                file.unlink()


def _write_own(order: Order, errors: Sequence[InputError]) -> dict[str, int]:
    """Write what concerns no partition: inputs that could not be looked at, and what is wrong with the configuration."""
    rows = Rows()
    rows.kept["errors"] += [msgspec.structs.asdict(error) for error in errors]
    rows.take(list(config_findings(order.config, order.options)))
    rows.counts["unreadable"] += len(errors)
    write_rows(order.folder, None, rows, order.form)
    return rows.counts


@contextlib.contextmanager
def _client(order: Order) -> Iterator[Client]:
    """Yield a client of the cluster that is named, else of one on this machine that nobody else can talk to."""
    with dask.config.set(_SETTINGS):
        if order.scheduler:
            with Client(order.scheduler) as client:
                yield client
            return
        security = Security.temporary()
        with (
            LocalCluster(
                n_workers=order.workers, threads_per_worker=1, processes=True, host="127.0.0.1", protocol="tls://",
                dashboard_address=None, worker_dashboard_address=None, security=security, memory_limit=0,
            ) as cluster,
            Client(cluster, security=security) as client,
        ):  # fmt: skip
            yield client


def _spread(client: Client, tell: Tell) -> steps.Spread:
    return lambda name, work, tasks: _step(client, name, tell, work, tasks)


def _step(client: Client, name: str, tell: Tell, work: Callable[..., Any], tasks: list[tuple[Any, ...]]) -> list[Any]:
    """Return what a step makes of all its tasks; one whose worker dies is done again by another."""
    futures = [client.submit(work, *task, pure=False, retries=_RETRIES) for task in tasks]
    made = []
    tell(name, 0, len(tasks))
    for done, future in enumerate(as_completed(futures), 1):
        made.append(future.result())
        tell(name, done, len(tasks))
    return made
