"""Runs the trained graph: words in, readings of every head out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from parley.language.engine.pieces import CASES, CLS, SEP, PieceTable
from parley.language.engine.windows import cut_windows

Numbers = NDArray[np.float32]
MODEL_FOLDER = Path(__file__).parent / "model"


@dataclass(frozen=True)
class Labels:
    """The labels of every task and where their scores stand.

    Attributes:
        model: digest of the graph.
        labels: label lists by task.
        scores: widths of the parts of the graph's first output, in order.
        bent: widths of the parts of its second output.
    """

    model: str
    labels: dict[str, tuple[str, ...]]
    scores: dict[str, int]
    bent: dict[str, int]

    @classmethod
    def load(cls, path: Path) -> Labels:
        """Reads ``labels.json`` as the export wrote it."""
        read = json.loads(path.read_text(encoding="utf-8"))
        labels = {task: tuple(names) for task, names in read["labels"].items()}
        return cls(read["model"], labels, read["scores"], read["bent"])

    @cached_property
    def columns(self) -> dict[str, slice]:
        """Columns of the first output by part, with the tag tasks spelled out."""
        tags = {task: len(names) for task, names in self.labels.items() if task != "relation"}
        return _slices({**tags, **{part: size for part, size in self.scores.items() if part != "tags"}})

    @cached_property
    def bent_columns(self) -> dict[str, slice]:
        """Columns of the second output by part."""
        return _slices(self.bent)


def _slices(sizes: dict[str, int]) -> dict[str, slice]:
    found, start = {}, 0
    for name, size in sizes.items():
        found[name] = slice(start, start + size)
        start += size
    return found


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True)
class WindowReadings:
    """What the heads say of the words of one window.

    Attributes:
        start: number of the window's first word in the report.
        scores: words x all straight heads.
        bent: words x all heads behind a GELU.
        labels: names the columns.
    """

    start: int
    scores: Numbers
    bent: Numbers
    labels: Labels

    def __getitem__(self, part: str) -> Numbers:
        """The scores of one task or head, a row a word."""
        if part in self.labels.bent_columns:
            return self.bent[:, self.labels.bent_columns[part]]
        return self.scores[:, self.labels.columns[part]]


@dataclass(frozen=True)
class Network:
    """The encoder with all heads.

    One window is one run on one thread; windows run side by side. That needs no padding and no mask.
    """

    session: Any
    table: PieceTable
    labels: Labels
    tables: dict[str, Numbers]
    threads: int
    controller: ThreadpoolController

    @classmethod
    def load(cls, folder: Path = MODEL_FOLDER, threads: int | None = None) -> Network:
        """Loads ``model.onnx`` and its tables.

        Args:
            folder: where the export wrote them.
            threads: windows read side by side; default: the processors this process may use.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        # A report's windows differ in size: an arena that remembers the largest of each would only grow.
        options.enable_mem_pattern = False
        # The export writes the fused operators that are fast; further fusion brings in one that is slow.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        with np.load(folder / "tables.npz") as stored:
            tables = {name: stored[name] for name in stored.files}
        return cls(
            session,
            PieceTable.load(folder / "tokenizer.json"),
            Labels.load(folder / "labels.json"),
            tables,
            threads or processors(),
            ThreadpoolController(),
        )

    def single_threaded(self) -> AbstractContextManager[Any]:
        """Keeps the matrix library from starting threads of its own for products this small.

        On two busy cores its threads made a window's relations take 12 ms instead of 0.1 ms.
        """
        limit: AbstractContextManager[Any] = self.controller.limit(limits=1, user_api="blas")
        return limit

    def read(self, words: Sequence[str], paragraph_starts: Sequence[bool]) -> Iterator[WindowReadings]:
        """Readings window by window, in order.

        Args:
            words: the words of a report, none of them white space.
            paragraph_starts: whether a paragraph begins at the word.
        """
        pieces = self.table.of(words)
        cuts = cut_windows(words, [len(ids) for ids, _ in pieces], paragraph_starts)
        inputs = (self.inputs(pieces[start:end], paragraph_starts[start:end]) for start, end in cuts)
        if len(cuts) < 2 or self.threads < 2:
            outputs: Iterator[tuple[Numbers, Numbers]] = map(self._run, inputs)
            yield from self._named(cuts, outputs)
            return
        with ThreadPoolExecutor(self.threads) as pool:
            yield from self._named(cuts, pool.map(self._run, inputs))

    def _named(
        self, cuts: list[tuple[int, int]], outputs: Iterator[tuple[Numbers, Numbers]]
    ) -> Iterator[WindowReadings]:
        for (start, _), (scores, bent) in zip(cuts, outputs, strict=True):
            yield WindowReadings(start, scores, bent, self.labels)

    def _run(self, inputs: dict[str, NDArray[np.int64]]) -> tuple[Numbers, Numbers]:
        scores, bent = self.session.run(None, inputs)
        return scores, bent

    @staticmethod
    def inputs(
        pieces: Sequence[tuple[tuple[int, ...], int]], paragraph_starts: Sequence[bool]
    ) -> dict[str, NDArray[np.int64]]:
        """The graph's inputs for the words of one window."""
        words, cases = zip(*pieces, strict=True)
        sizes = np.fromiter(map(len, words), np.int64, len(words))
        ends = sizes.cumsum()
        ids = np.full(ends[-1] + 2, SEP, np.int64)
        ids[0] = CLS
        ids[1:-1] = np.fromiter(chain.from_iterable(words), np.int64, ends[-1])
        first = 1 + ends - sizes
        looks = np.zeros_like(ids)
        looks[1:-1] = np.repeat(np.array(cases), sizes)
        looks[first] += CASES * np.array(paragraph_starts)
        return {"ids": ids[None], "looks": looks[None], "first": first}
