"""A dossier's names in findings: who is meant by an alias, who speaks for whom.

Only names are changed, never a span: the words of the report stay what they are. What the report itself says
of a role or a party goes before what the dossier says.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, fields, replace
from functools import cached_property
from typing import Any, Protocol, TypeVar

from parley.dossier.dossier import Dossier, Party, Person, Proposal, Site
from parley.model import (
    Commitment,
    Encounter,
    Event,
    Finding,
    Mention,
    Position,
    ReadReport,
    Source,
    Statement,
)
from parley.model import (
    Proposal as ProposalFinding,
)

_NAMES = frozenset(
    (
        "addressee",
        "agenda_withheld_by",
        "proposed_by",
        "party",
        "ascribed_by",
        "claimed_by",
        "actor",
        "target",
    )
)
_LISTS_OF_NAMES = frozenset(("participants", "awaits", "about"))
_WORD = re.compile(r"\w+")


class _Named(Protocol):
    """An entry that has names."""

    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


Entry = TypeVar("Entry", bound=_Named)
SomeFinding = TypeVar("SomeFinding", bound=Finding)


def digest(dossier: Dossier) -> str:
    """Eight hexadecimal digits of what of a dossier changes findings: another dossier is another reading."""
    told = [
        [astuple(entry) for entry in dossier.parties],
        [astuple(entry) for entry in dossier.people],
        [astuple(entry) for entry in dossier.issues],
        [astuple(entry) for entry in dossier.proposals],
        [astuple(entry) for entry in dossier.sites],
    ]
    return hashlib.sha256(json.dumps(["parley-dossier-1", told]).encode()).hexdigest()[:8]


def engine_with(engine: str, dossier: Dossier) -> str:
    """What read a report, and which dossier was in use."""
    return f"{engine}; dossier {dossier.name} {digest(dossier)}"


def with_names(read: ReadReport, dossier: Dossier) -> ReadReport:
    """A read report with the names, roles, parties and issues of a dossier.

    Args:
        read: the report as it was read.
        dossier: what a person wrote down.

    Returns:
        The same findings in the same order, with the same spans; the engine says which dossier was in use.
    """
    names = _Names(dossier)
    found = tuple(names.in_finding(finding) for finding in read.findings)
    return replace(read, engine=engine_with(read.engine, dossier), findings=found)


@dataclass(frozen=True)
class _Names:
    """What the names in a dossier stand for."""

    dossier: Dossier

    @cached_property
    def _parties(self) -> Mapping[str, Party]:
        return _by_name(self.dossier.parties)

    @cached_property
    def _people(self) -> Mapping[str, Person]:
        return _by_name(self.dossier.people)

    @cached_property
    def _proposals(self) -> Mapping[str, Proposal]:
        return _by_name(self.dossier.proposals)

    @cached_property
    def _sites(self) -> Mapping[str, Site]:
        return _by_name(self.dossier.sites)

    def in_finding(self, finding: Finding) -> Finding:
        """A finding with the dossier's names."""
        named = self._with_names(finding)
        match named:
            case Statement(source=Source() as source):
                return replace(named, source=self._source(source))
            case Encounter() | Event():
                site = self._sites.get(_key(named.place or ""))
                return replace(named, place=site.name) if site else named
            case ProposalFinding():
                proposal = self._proposals.get(_key(named.label))
                return replace(named, label=proposal.name) if proposal else named
            case Position() | Commitment():
                return self._with_issue(named)
            case Mention():
                return self._mention(named)
            case _:
                return named

    def _with_names(self, finding: SomeFinding) -> SomeFinding:
        """A finding whose fields that are names of people and parties are those of the dossier."""
        changed: dict[str, Any] = {}
        for field in fields(finding):
            value = getattr(finding, field.name)
            if field.name in _NAMES and isinstance(value, str):
                changed[field.name] = self.of(value)
            elif field.name in _LISTS_OF_NAMES and isinstance(value, tuple):
                changed[field.name] = tuple(dict.fromkeys(self.of(name) for name in value))
        return replace(finding, **changed) if changed else finding

    def of(self, name: str) -> str:
        """The name that a dossier has for a person or party; the same name where it has none."""
        known = self._people.get(_key(name)) or self._parties.get(_key(name))
        return known.name if known else name

    def _source(self, source: Source) -> Source:
        person = self._people.get(_key(source.name))
        party = source.on_behalf_of or (person.party if person else None)
        return replace(
            source,
            name=self.of(source.name),
            role=source.role or (person.role if person else None),
            on_behalf_of=self.of(party) if party else None,
        )

    def _mention(self, mention: Mention) -> Mention:
        person = self._people.get(_key(mention.name))
        affiliation = mention.affiliation or (person.party if person else None)
        site = self._sites.get(_key(mention.name))
        return replace(
            mention,
            name=site.name if site else self.of(mention.name),
            kind="site" if site else mention.kind,
            role=mention.role or (person.role if person else None),
            affiliation=self.of(affiliation) if affiliation else None,
        )

    def _with_issue(self, finding: Position | Commitment) -> Position | Commitment:
        """A position or commitment with the dossier's proposal and, where it has no issue, the dossier's."""
        about = finding.on if isinstance(finding, Position) else finding.act
        if isinstance(finding, Position) and (proposal := self._proposals.get(_key(about))):
            finding = replace(finding, on=proposal.name)
        if finding.issue is not None:
            return finding
        words = f" {_key(about)} "
        for issue in self.dossier.issues:
            if any(f" {_key(word)} " in words for word in (issue.name, *issue.words)):
                return replace(finding, issue=issue.name)
        return finding


def _by_name(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """Entries by each of their names; of two that share one, the first."""
    named: dict[str, Entry] = {}
    for entry in entries:
        names: tuple[str, ...] = (entry.name, *entry.aliases)
        for key in filter(None, map(_key, names)):
            named.setdefault(key, entry)
    return named


def _key(name: str) -> str:
    """A name as it is compared: its words in small letters, without an article before them."""
    words = _WORD.findall(name.casefold())
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)
