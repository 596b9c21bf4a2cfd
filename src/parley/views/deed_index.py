"""The deeds and parties of a graph of who waits for whom, found by their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.identity.deeds import deed_words, handles
from parley.record.names import searchable


@dataclass(frozen=True, slots=True)
class Deed:
    """A node of the graph.

    Attributes:
        party: who would do it; None where the condition names nobody.
        act: what, in a report's words; of a deed that only a condition names, the condition's.
        status: as `Pending` has it, or `awaited`: only a condition names it, nobody was found to promise it.
        findings: ids of the findings that tell of it as their act.
    """

    party: str | None
    act: str
    status: str
    findings: tuple[str, ...] = ()


class Deeds:
    """The deeds of a graph, found by whose they are and by their words."""

    def __init__(self) -> None:
        self.all: list[Deed] = []
        self._by_word: dict[str, list[int]] = {}
        self._of: dict[tuple[str | None, str], list[int]] = {}
        self._nobodys: dict[str, list[int]] = {}

    def add(self, deed: Deed) -> int:
        """The place of a new deed."""
        number = len(self.all)
        self.all.append(deed)
        for handle in _handles(deed.act):
            self._by_word.setdefault(handle, []).append(number)
            self._of.setdefault((deed.party, handle), []).append(number)
        if deed.party is None:
            self._nobodys.setdefault(deed.act, []).append(number)
        return number

    def alike(self, act: str) -> list[int]:
        """The places of all deeds that share a word with an act, in their order."""
        return sorted({number for handle in _handles(act) for number in self._by_word.get(handle, ())})

    def alike_of(self, party: str | None, *acts: str) -> list[int]:
        """The places of a party's deeds that share a word with one of some acts, in their order."""
        wanted = {handle for act in acts for handle in _handles(act)}
        return sorted({number for handle in wanted for number in self._of.get((party, handle), ())})

    def nobodys(self, act: str) -> list[int]:
        """The places of the deeds of just these words that nobody is named for."""
        return self._nobodys.get(act, [])


class Parties:
    """The parties of a graph, found among words."""

    def __init__(self, names: Iterable[str]) -> None:
        self._places: dict[str, list[tuple[int, str]]] = {}
        for number, name in enumerate(names):
            self._places.setdefault(searchable(name).strip(), []).append((number, name))

    def among(self, words: str) -> list[str]:
        """The parties named in words as they are searched, in the order of the graph."""
        parts = words.split()
        ends = range(1, len(parts) + 1)
        runs = {" ".join(parts[start:end]) for end in ends for start in range(end)}
        return [name for _, name in sorted(one for run in runs for one in self._places.get(run, ()))]


def _handles(act: str) -> frozenset[str]:
    return handles(deed_words(act)) | {f"= {act.casefold()}"}
