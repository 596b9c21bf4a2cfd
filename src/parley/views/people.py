"""One person or body in full: said, said about, met with, roles through time, names it goes by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from parley.identity.names import folded
from parley.model import Statement
from parley.record import Record
from parley.record.entity_entries import Alias, Entity, Role
from parley.record.entries import StoredFinding
from parley.record.histories.asking import History, HistoryFilter
from parley.views.calendar import CalendarEntry, entries_of

_LONGEST_ROLE = 60
"""Letters; what is longer is a clause a report put where a role stands."""


@dataclass(frozen=True, slots=True)
class Met:
    """Who somebody met or spoke with.

    Attributes:
        name: the other's name.
        times: in how many encounters that were held.
        planned: in how many that are planned or off.
        last: EDTF date of the latest of them with a date, or None.
    """

    name: str
    times: int
    planned: int
    last: str | None


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the record's reports say of somebody.

    Attributes:
        entity: who.
        aliases: the names it goes by, with how surely it is the same and why.
        roles: what reports call it, from when to when.
        said: its statements, in the order they were made.
        about: statements of others about it.
        encounters: calls, meetings and talks it takes part in, by day.
        met: with whom, those met most often first.
    """

    entity: Entity
    aliases: tuple[Alias, ...]
    roles: tuple[Role, ...]
    said: tuple[StoredFinding, ...]
    about: tuple[StoredFinding, ...]
    encounters: tuple[CalendarEntry, ...]
    met: tuple[Met, ...]


def portrait(record: Record, called: str, *, limit: int | None = None) -> Portrait:
    """What the record's reports say of somebody.

    Args:
        record: an open record.
        called: a name, words of it, or an id.
        limit: only what so many reports of the latest days say, and so many encounters; None: all.

    Raises:
        NotFound: when nobody goes by it.
        Ambiguous: when several do.
    """
    entity = record.entity(called)
    names = record.appearances(entity.id, limit)
    said, about = [], []
    for stored in record.findings_in(names, ("statement",)):
        own = names[stored.report.id]
        finding = stored.finding
        assert isinstance(finding, Statement)
        if finding.source is not None and finding.source.name in own:
            said.append(stored)
        elif _is_about(finding, own):
            about.append(stored)
    aliases = record.called(entity.id)
    encounters = _encounters(record, entity, aliases, limit)
    return Portrait(
        entity=entity,
        aliases=record.aliases(entity.id),
        roles=tuple(role for role in record.roles(entity.id) if len(role.role) <= _LONGEST_ROLE),
        said=tuple(said),
        about=tuple(about),
        encounters=encounters,
        met=_met(encounters, {entity.name, *aliases}),
    )


def _encounters(
    record: Record, entity: Entity, aliases: Iterable[str], limit: int | None
) -> tuple[CalendarEntry, ...]:
    """The encounters that somebody takes part in, by day."""
    asked = HistoryFilter("encounter", names=tuple(sorted(aliases)), limit=limit)
    own = [one for one in record.histories(asked) if _takes_part(one, entity)] if asked.names else []
    return tuple(entries_of(record, own))


def _takes_part(history: History, entity: Entity) -> bool:
    """Whether it is this one, and nobody else of the name; parties are known by their names alone."""
    keys = {key for key, _ in history.content["participants"]}
    return entity.id in keys or entity.kind != "person"


def _is_about(statement: Statement, own: frozenset[str]) -> bool:
    called = {folded(name) for name in own}
    return any(folded(name) in called for name in statement.about)


def _met(encounters: Sequence[CalendarEntry], own: Collection[str]) -> tuple[Met, ...]:
    """With whom, counted over encounters, never over the reports that tell of them."""
    held, planned, last = Counter[str](), Counter[str](), dict[str, str]()
    for entry in encounters:
        for other in entry.participants:
            if other in own:
                continue
            (held if entry.status in ("held", "underway") else planned)[other] += 1
            if entry.on is not None:
                last[other] = max(last.get(other, ""), entry.on)
    both = held.keys() | planned.keys()
    found = [Met(other, held[other], planned[other], last.get(other)) for other in both]
    return tuple(sorted(found, key=lambda one: (-one.times, -one.planned, one.name)))
