"""The maps beside a record: where the ground store is, the made-up sample, answers kept until it changes."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from parley.ground.hiding import Discretion
    from parley.ground.store import GroundStore

T = TypeVar("T")

NAME = "ground.db"
"""What the ground store beside a record is called."""

_KEPT = 300
"""How many answers of a kind are kept; the oldest goes first."""


class Maps:
    """Where a desk finds its maps.

    Args:
        record: the place of the record; the ground store is looked for beside it where that is a file.

    Attributes:
        place: the ground store, whether it is there or not; None where the record is no file.
    """

    def __init__(self, record: str) -> None:
        self.place = None if "://" in record else Path(record).expanduser().with_name(NAME)
        self._discretion: Discretion | None = None
        self._lock = threading.Lock()
        self._sample: tempfile.TemporaryDirectory[str] | None = None
        self._kept: dict[str, dict[Hashable, object]] = {}

    @property
    def discretion(self) -> Discretion:
        """How fresh and how fine ground may be shown; as is usual where nobody said."""
        from parley.ground.hiding import Discretion

        return self._discretion or Discretion()

    @discretion.setter
    def discretion(self, said: Discretion) -> None:
        self._discretion = said

    @property
    def there(self) -> bool:
        """Whether somebody imported maps."""
        return self.place is not None and self.place.exists()

    @contextmanager
    def opened(self, *, sample: bool) -> Iterator[GroundStore]:
        """The ground store, or the made-up sample.

        Raises:
            NotAGroundStore: when there is none, or it is something else.
        """
        from parley.ground.store import GroundStore

        place = self._sample_place() if sample else self.place or Path(NAME)
        with GroundStore(place, create=False) as ground:
            yield ground

    def kept(
        self, ground: GroundStore, key: tuple[Hashable, ...], work_out: Callable[[], T], most: int = _KEPT
    ) -> T:
        """What `work_out` gives for a ground store as it is.

        Args:
            ground: the store asked.
            key: what is asked, the kind of question first; the same for the same question.
            work_out: finds the answer.
            most: how many answers of this kind are kept.
        """
        whole = (_state(ground.path), key)
        with self._lock:
            of_kind = self._kept.setdefault(str(key[0]), {})
            if whole in of_kind:
                return cast(T, of_kind[whole])
        value = work_out()
        with self._lock:
            of_kind[whole] = value
            while len(of_kind) > most:
                of_kind.pop(next(iter(of_kind)))
        return value

    def _sample_place(self) -> Path:
        """The store of the sample, made when it is first asked for."""
        from parley.ground.adapters.given import Given
        from parley.ground.importing import import_files
        from parley.ground.store import GroundStore

        with self._lock:
            if self._sample is None:
                folder = tempfile.TemporaryDirectory(prefix="parley-maps-", ignore_cleanup_errors=True)
                with (
                    as_file(files("parley.samples").joinpath("ground")) as maps,
                    GroundStore(Path(folder.name) / NAME) as store,
                ):
                    for _ in import_files(store, (str(maps),), Given()):
                        pass
                self._sample = folder
            return Path(self._sample.name) / NAME

    def close(self) -> None:
        """Throws the sample away."""
        with self._lock:
            if self._sample is not None:
                self._sample.cleanup()
                self._sample = None


def _state(path: Path) -> tuple[str, tuple[tuple[int, int], ...]]:
    """What changes whenever the store does; looking into it makes an empty log beside it."""
    found = []
    for file in (path, path.with_name(path.name + "-wal")):
        told = file.stat() if file.exists() else None
        if told is not None and told.st_size:
            found.append((told.st_mtime_ns, told.st_size))
    return str(path), tuple(found)
