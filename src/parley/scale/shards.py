"""Cutting a corpus into shards: parts that are read by one worker in one go."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from parley.errors import ParleyError

ROWS = 500
"""Rows of a Parquet file in a shard: some minutes of one worker, so that little is lost when one dies."""
FILES = 200
"""Small files in a shard."""
_WHOLE = (".jsonl", ".ndjson", ".warc", ".warc.gz", ".wacz", ".mbox")


class NoCorpus(ParleyError):
    """There is nothing to read, or it cannot be cut."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of a corpus.

    Attributes:
        paths: the files it is in.
        start: first row, for a Parquet file.
        stop: after the last row, or None for whole files.
    """

    paths: tuple[str, ...]
    start: int = 0
    stop: int | None = None

    def key(self, engine: str) -> str:
        """By what its result is known: another engine, or another part, has another key."""
        named = "\n".join((engine, str(self.start), str(self.stop), *self.paths))
        return hashlib.sha256(named.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def shards(inputs: Iterable[Path]) -> list[Shard]:
    """The shards of a corpus, in the order of its files.

    Args:
        inputs: Parquet files (with a column `text`; `published`, `outlet`, `url`, `title` and `origin` are
            taken where they are there), whatever `parley read` takes, or folders of these.

    Raises:
        NoCorpus: when there is nothing in them.
    """
    found: list[Shard] = []
    small: list[str] = []
    for path in _files(inputs):
        if path.suffix == ".parquet":
            found.extend(_rows(path))
        elif path.name.endswith(_WHOLE):
            found.append(Shard((str(path),)))
        else:
            small.append(str(path))
    found.extend(Shard(tuple(small[start : start + FILES])) for start in range(0, len(small), FILES))
    if not found:
        raise NoCorpus("There is nothing to read: give Parquet files, web archives, or folders of reports.")
    return found


def _files(inputs: Iterable[Path]) -> Iterator[Path]:
    for path in inputs:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.is_file() and file.name[0] != ".")
        elif path.is_file():
            yield path
        else:
            raise NoCorpus(f"There is no {path}.")


def _rows(path: Path) -> Iterator[Shard]:
    from pyarrow import ArrowInvalid, parquet

    try:
        file = parquet.ParquetFile(path)
    except (ArrowInvalid, OSError) as error:
        raise NoCorpus(f"{path} is no Parquet file: {str(error).splitlines()[0]}") from error
    if "text" not in file.schema_arrow.names:
        raise NoCorpus(f"{path} has no column `text`; it has {', '.join(file.schema_arrow.names)}.")
    for start in range(0, file.metadata.num_rows, ROWS):
        yield Shard((str(path),), start, min(start + ROWS, file.metadata.num_rows))
