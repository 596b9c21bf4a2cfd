"""Every bad thing of `bench.faults` once: it says what was lost, and nothing is."""

from __future__ import annotations

import sys

import pytest
from bench import faults

if sys.platform == "win32":
    pytest.skip("needs limits and signals of Unix", allow_module_level=True)

LONG_ONES = ("read", "follow")
"""They start the program three times or load the language engine; `python -m bench.faults` tries them."""

SHORT_ONES = tuple(kind for kind in faults.KINDS if kind not in LONG_ONES)


def test_nothing_is_lost_whatever_happens() -> None:
    tried = list(faults.trials(len(SHORT_ONES), 7, SHORT_ONES))
    assert [kind for kind, _ in tried] == list(SHORT_ONES)


def test_what_is_lost_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def forget(trial: faults.Trial) -> str:
        trial.kept.add(trial.numbers(1))
        return "said to be kept, and never added"

    monkeypatch.setattr(faults, "BAD_THINGS", {"add": forget})
    with pytest.raises(faults.Lost, match="1 reports that were kept are gone"):
        list(faults.trials(1, 7, ("add",)))
