"""Reading a corpus on Ray: shards side by side, on this machine's cores or on a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from parley.errors import ParleyError
from parley.scale.shards import Shard, shards
from parley.scale.work import ShardResult, read_shard


class NoRay(ParleyError):
    """The distributed engine is not installed."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A shard whose worker died, more than once; the next run tries it again."""

    shard: Shard
    reason: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where to run.

    Attributes:
        workers: shards read at a time, each on one core; None: all cores.
        address: of a running Ray cluster; None: this machine.
    """

    workers: int | None = None
    address: str | None = None


def run(
    inputs: Iterable[Path],
    folder: Path,
    cluster: Cluster | None = None,
    work: Callable[[Shard, str], ShardResult] = read_shard,
) -> Iterator[ShardResult | Lost]:
    """Reads a corpus into a folder of Parquet files, and gives each shard's result as it comes.

    Args:
        inputs: see `parley.scale.shards.shards`.
        folder: where to write; made when absent. On a cluster it must be a folder that all workers see.
        cluster: where to run.
        work: what reads a shard.

    Raises:
        NoCorpus: when there is nothing to read.
        NoRay: when Ray is not installed.
    """
    cut = shards(inputs)
    folder.mkdir(parents=True, exist_ok=True)
    yield from _on_ray(cut, str(folder.absolute()), cluster or Cluster(), work)


def _on_ray(
    cut: Sequence[Shard], folder: str, cluster: Cluster, work: Callable[[Shard, str], ShardResult]
) -> Iterator[ShardResult | Lost]:
    try:
        import ray
    except ImportError as error:
        raise NoRay("Reading a corpus needs Ray: pip install 'parley-record[scale]'.") from error
    settings = {"address": cluster.address} if cluster.address else {"num_cpus": cluster.workers}
    ray.init(include_dashboard=False, log_to_driver=False, configure_logging=False, **settings)
    try:
        # One thread a worker: the workers share the cores, not the threads of one of them.
        remote = ray.remote(num_cpus=1, max_retries=1, runtime_env={"env_vars": {"OMP_NUM_THREADS": "1"}})(
            work
        )
        waiting = {remote.remote(shard, folder): shard for shard in cut}
        while waiting:
            done, _ = ray.wait(list(waiting), num_returns=1)
            shard = waiting.pop(done[0])
            try:
                yield ray.get(done[0])
            except ray.exceptions.RayError as error:
                yield Lost(shard, str(error).strip().splitlines()[-1])
    finally:
        ray.shutdown()
