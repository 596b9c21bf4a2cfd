"""Who is waiting for whom: the conditions of commitments as a graph, and the circles in it.

A deed is what a party would do. A condition that names another party's deed leads from that deed to the one
it would unlock. Where deeds of several parties wait for each other in a circle, nobody can begin: a deadlock.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from parley.identity.deeds import deed_words, denies, does, does_the_same, same_deed, tells, without
from parley.model import Holder, Position, Stance
from parley.record import Record
from parley.record.days import asked_days, days
from parley.record.names import searchable
from parley.record.seeking import Sought
from parley.views.board import day_of
from parley.views.commitments import OPEN, CommitmentLine, commitments
from parley.views.cycles import circles
from parley.views.deed_index import Deed as Deed
from parley.views.deed_index import Deeds, Parties
from parley.vocabulary.commitments import commitment_words
from parley.vocabulary.geography import naming

Effect = Literal["unlocks", "averts", "stops"]
_OPENING = 5
"""Among so many words a condition names who is to act ("only if Chad and Niger ...")."""


@dataclass(frozen=True, slots=True)
class Pending:
    """What a party would do, before it is asked what it waits for.

    Attributes:
        party: who.
        act: what; of a refusal, what is refused.
        status: `offered`, `accepted`, `refused` (not done until ...) or `accepts_if`.
        conditions: as the report words them.
        awaits: the parties whose acts they name; None where they are to be found in the words.
        day: EDTF date of the telling, or None.
        findings: ids of the findings that tell it, the latest first.
    """

    party: str
    act: str
    status: str
    conditions: tuple[str, ...]
    awaits: tuple[str, ...] | None
    day: str | None
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wait:
    """An edge of the graph: a deed that waits for another.

    Attributes:
        deed: the deed that waits, as a place in `Waiting.deeds`.
        awaits: the deed it waits for, likewise.
        effect: what the awaited deed does to it: `unlocks`; `averts` ("unless ..., it will ..."); `stops`
            ("if ..., it will not ...").
        condition: in the words of the report that told it last.
        day: EDTF date of that telling, or None.
        findings: ids of the findings that tell it, the latest first.
    """

    deed: int
    awaits: int
    effect: Effect
    condition: str
    day: str | None
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deadlock:
    """Parties that wait for each other.

    Attributes:
        kind: `deadlock` where their deeds close the circle; `mutual waiting` where each waits for the other,
            though not for the same deeds.
        parties: who.
        deeds: the deeds of the circle, as places in `Waiting.deeds`.
    """

    kind: Literal["deadlock", "mutual waiting"]
    parties: tuple[str, ...]
    deeds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """The graph.

    Attributes:
        deeds: its nodes: what parties would do, then what only conditions name.
        waits: its edges, those told of the latest day first.
        deadlocks: circles, those closed by deeds first.
    """

    deeds: tuple[Deed, ...]
    waits: tuple[Wait, ...]
    deadlocks: tuple[Deadlock, ...]


def waiting(record: Record, as_of: str | None = None, *, limit: int | None = None) -> Waiting:
    """Who waits for whom in a record: open commitments and conditional acceptances, by their conditions.

    Args:
        record: an open record.
        as_of: EDTF date; leaves out what is told of later days, and what has no date.
        limit: at most so many open commitments, and as many acceptances, those of the latest days; None: all.

    Raises:
        BadFilter: when `as_of` is not a date.
    """
    lines = commitments(record, as_of, status=OPEN, limit=limit)
    acts = [_of_line(line) for line in lines]
    return graph([*acts, *_acceptances(record, as_of, acts, limit)])


def _of_line(line: CommitmentLine) -> Pending:
    refused = denies(line.act)
    return Pending(
        party=line.party,
        act=line.act[4:] if refused else line.act,
        status="refused" if refused else line.status,
        conditions=line.conditions,
        awaits=line.awaits,
        day=line.day,
        findings=line.findings,
    )


def _acceptances(
    record: Record, as_of: str | None, acts: Sequence[Pending], limit: int | None
) -> Iterable[Pending]:
    """The parties' own conditional acceptances that no commitment tells already."""
    last = asked_days(as_of)
    told = {(searchable(act.party), condition) for act in acts for condition in act.conditions}
    sought = Sought("position", value=Stance.ACCEPTS_IF.value, until=as_of, limit=limit)
    for stored in record.seek(sought):
        position = stored.finding
        if not isinstance(position, Position) or position.stance is not Stance.ACCEPTS_IF:
            continue
        day, _ = day_of(position.as_of, stored.report.published)
        known = days(day)
        if last is not None and (known is None or known[0] > last[1]):
            continue
        if not _plain(position):
            continue
        again = any((searchable(position.party), one) in told for one in position.conditions)
        if position.holder is Holder.SELF and not again:
            yield Pending(
                position.party, position.on, "accepts_if", position.conditions, None, day, (stored.id,)
            )


def _plain(position: Position) -> bool:
    """Whether a position is on an issue, not on what could or would become of something."""
    return position.issue is not None and commitment_words("hypothetical").isdisjoint(
        position.on.casefold().split()
    )


def graph(pending: Sequence[Pending]) -> Waiting:
    """The graph of what parties would do: a pure function of the acts and their conditions.

    Args:
        pending: what each would do, each act of a party once.
    """
    deeds = Deeds()
    places = [_placed(deeds, one) for one in pending]
    parties = Parties(dict.fromkeys(one.party for one in pending))
    waits: list[Wait] = []
    for number, one in zip(places, pending, strict=True):
        for condition in one.conditions:
            for party in _named(one, condition, parties):
                awaited = _found(deeds, one, party, condition)
                if awaited is None:
                    awaited = deeds.add(Deed(party, _awaited_act(one, condition), "awaited"))
                effect = _effect(one, condition)
                waits.append(Wait(number, awaited, effect, condition, one.day, one.findings[:1]))
    merged = _merged(waits)
    return Waiting(tuple(deeds.all), merged, tuple(_deadlocks(deeds.all, merged)))


def _merged(waits: Sequence[Wait]) -> tuple[Wait, ...]:
    """Each wait once, those told of the latest day first, undated ones last."""
    found: dict[tuple[int, int, str], Wait] = {}
    for wait in sorted(waits, key=lambda one: days(one.day) or ("", ""), reverse=True):
        known = found.setdefault((wait.deed, wait.awaits, wait.effect), wait)
        if known is not wait:
            both = tuple(dict.fromkeys((*known.findings, *wait.findings)))
            found[wait.deed, wait.awaits, wait.effect] = replace(known, findings=both)
    return tuple(found.values())


def _placed(deeds: Deeds, one: Pending) -> int:
    """The place of an act among the deeds; a party's same deed, promised and refused, has one place."""
    for number in deeds.alike_of(one.party, one.act):
        deed = deeds.all[number]
        if same_deed(deed.act, one.act):
            deeds.all[number] = replace(deed, findings=(*deed.findings, *one.findings))
            return number
    return deeds.add(Deed(one.party, one.act, one.status, one.findings))


def _named(one: Pending, condition: str, parties: Parties) -> tuple[str | None, ...]:
    """The parties whose deed a condition names; (None,) where it names nobody's."""
    if one.awaits is not None:
        found = [side for side in one.awaits if searchable(side) in searchable(condition)]
        return tuple(found) or (one.awaits if one.awaits else (None,))
    opening = condition.split()[:_OPENING]
    sides = parties.among(searchable(" ".join(opening)))
    known = (naming(word.strip(",.’'")) for word in opening if word[:1].isupper())
    sides += [name.party for name in known if name is not None]
    return tuple(dict.fromkeys(side for side in sides if side != one.party)) or (None,)


def _found(deeds: Deeds, one: Pending, party: str | None, condition: str) -> int | None:
    """The deed a condition names, among those known; where it names nobody, the only one of its words."""
    asked = one.act if does_the_same(condition) else condition
    if party is None:
        return _found_of_nobody(deeds, one, condition, asked)
    act = deed_words(one.act) if asked is one.act else without(deed_words(condition), (party,))
    awaited = _awaited_act(one, condition)
    for number in deeds.alike_of(party, asked, awaited):
        deed = deeds.all[number]
        if deed.party != one.party and (
            does(act, without(deed_words(deed.act), (party,))) or same_deed(deed.act, awaited)
        ):
            return number
    return None


def _found_of_nobody(deeds: Deeds, one: Pending, condition: str, asked: str) -> int | None:
    act = deed_words(asked)
    others = [number for number in deeds.alike(asked) if deeds.all[number].party != one.party]
    known = [number for number in others if deeds.all[number].status != "awaited"]
    fits = [number for number in known if tells(act, deed_words(deeds.all[number].act))]
    return fits[0] if len(fits) == 1 else next(iter(deeds.nobodys(condition)), None)


def _awaited_act(one: Pending, condition: str) -> str:
    """What an awaited deed is called: the words of the condition, or the act where it is to be matched."""
    return one.act if does_the_same(condition) else condition


def _effect(one: Pending, condition: str) -> Effect:
    """What the deed a condition names does to the act that waits for it."""
    opening = condition.casefold()
    withheld = any(opening.startswith(word) for word in commitment_words("withheld"))
    if one.status == "refused":
        return "unlocks" if withheld else "stops"
    undone = opening.startswith("unless") or not commitment_words("undone").isdisjoint(opening.split())
    return "averts" if undone and one.status != "accepts_if" else "unlocks"


def _deadlocks(deeds: Sequence[Deed], waits: Sequence[Wait]) -> Iterable[Deadlock]:
    """The circles of deeds, then those of parties that no circle of deeds holds."""
    after: dict[int, list[int]] = {}
    between: dict[str, list[str]] = {}
    for wait in waits:
        if wait.effect != "unlocks":
            continue
        after.setdefault(wait.awaits, []).append(wait.deed)
        ahead, behind = deeds[wait.awaits].party, deeds[wait.deed].party
        if ahead is not None and behind is not None and ahead != behind:
            between.setdefault(ahead, []).append(behind)
    closed: list[frozenset[str]] = []
    for part in circles(after):
        sides = tuple(dict.fromkeys(party for number in part if (party := deeds[number].party)))
        if len(sides) > 1:
            closed.append(frozenset(sides))
            yield Deadlock("deadlock", sides, tuple(part))
    for group in circles(between):
        if frozenset(group) not in closed:
            inside = {
                number
                for wait in waits
                if wait.effect == "unlocks"
                and {deeds[wait.deed].party, deeds[wait.awaits].party} <= set(group)
                for number in (wait.deed, wait.awaits)
            }
            yield Deadlock("mutual waiting", tuple(group), tuple(sorted(inside)))
