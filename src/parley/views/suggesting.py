"""What a record has read that could stand in a dossier: who speaks for whom, what is tabled, who publishes.

Nothing here is decided: these are suggestions, each with what it rests on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from parley.dossier.writing import Addition, Value
from parley.model import Encounter, Finding, Mention, Position, Proposal, Statement
from parley.record import Record, StoredFinding

REWORDED = 0.5
"""From this score on a text was reworded by a machine (measured by `bench/paraphrase.py`)."""

_KINDS_OF_PARTIES = ("country", "organisation", "group")
_ACTS = ("encounter", "position", "commitment", "proposal")


def suggestions(record: Record, least: int = 2) -> list[Addition]:
    """What could stand in a dossier, by tables, the most frequent first.

    Args:
        record: what was read; texts that a machine has reworded are left out, since their names may be too.
        least: in how many findings something must occur.

    Returns:
        Entries, whether a dossier has them already or not.
    """
    read = _Read(record)
    kinds = _kinds(read)
    parties = _parties(read, kinds)
    chosen = [name for name, count in _ordered(parties) if count >= least]
    return [
        *_party_entries(chosen, parties, kinds),
        *_people(read, kinds, set(chosen), _spellings(record, least), least),
        *_proposals(read, set(chosen), least),
        *_sites(read, least),
        *_feeds(record),
        *_outlets(record),
    ]


class _Read:
    """The findings of the reports that no machine has reworded."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._reworded = {entry.id for entry in record.reports() if entry.paraphrase >= REWORDED}

    def of_type(self, type: str) -> Iterator[StoredFinding]:
        """The findings of one type."""
        for stored in self._record.findings_of_type(type):
            if stored.report.id not in self._reworded:
                yield stored


def _kinds(read: _Read) -> dict[str, str]:
    """What kind of thing each name most often is."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for stored in read.of_type("mention"):
        if isinstance(stored.finding, Mention):
            counted[stored.finding.name][stored.finding.kind] += 1
    return {name: kinds.most_common(1)[0][0] for name, kinds in counted.items()}


def _parties(read: _Read, kinds: dict[str, str]) -> Counter[str]:
    """How often each side speaks, meets, takes a position or tables something."""
    counted: Counter[str] = Counter()
    for stored in read.of_type("statement"):
        source = stored.finding.source if isinstance(stored.finding, Statement) else None
        counted.update([source.on_behalf_of] if source and source.on_behalf_of else [])
    for kind in _ACTS:
        for stored in read.of_type(kind):
            counted.update(_sides(stored.finding))
    return Counter({name: count for name, count in counted.items() if _is_a_side(name, kinds.get(name))})


def _is_a_side(name: str, kind: str | None) -> bool:
    """Whether a name can be a party's: not a person's or a place's, nor a description ("Lund’s envoy")."""
    described = "’s " in name or "'s " in name
    return name[:1].isupper() and not described and kind not in ("person", "place", "site")


def _sides(finding: object) -> Iterator[str]:
    """The sides of a finding that is no statement."""
    if isinstance(finding, Encounter):
        yield from finding.participants
        return
    side = getattr(finding, "party", None) or getattr(finding, "proposed_by", None)
    if isinstance(side, str):
        yield side


def _party_entries(chosen: Iterable[str], counted: Counter[str], kinds: dict[str, str]) -> Iterator[Addition]:
    for name in chosen:
        kind = kinds.get(name)
        values = {"kind": kind} if kind in _KINDS_OF_PARTIES else {}
        yield Addition("parties", name, values, f"acts or speaks in {counted[name]} findings")


def _spellings(record: Record, least: int) -> dict[str, str]:
    """The name to show of everybody who goes by several: by each of the names."""
    shown: dict[str, str] = {}
    for entity in record.entities("person"):
        if max(entity.statements, entity.reports) >= least:
            for alias in record.aliases(entity.id):
                if not alias.by_office:
                    shown.setdefault(alias.name, entity.name)
    return shown


def _people(
    read: _Read, kinds: dict[str, str], parties: set[str], spellings: dict[str, str], least: int
) -> Iterator[Addition]:
    said: Counter[str] = Counter()
    aliases: defaultdict[str, Counter[str]] = defaultdict(Counter)
    reports: defaultdict[str, set[str]] = defaultdict(set)
    roles: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sides: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for stored in (*read.of_type("statement"), *read.of_type("mention")):
        name, role, side = _person(stored.finding)
        if name is not None and kinds.get(name) == "person":
            written, name = name, spellings.get(name, name)
            aliases[name].update([written] if written != name else [])
            said[name] += isinstance(stored.finding, Statement)
            reports[name].add(stored.report.id)
            roles[name].update([role] if role else [])
            sides[name].update([side] if side in parties else [])
    for name in sorted(reports, key=lambda name: (-said[name], -len(reports[name]), name)):
        values = {"role": _most(roles[name]), "party": _most(sides[name])}
        known: dict[str, Value] = {key: value for key, value in values.items() if value}
        if aliases[name]:
            known["aliases"] = tuple(alias for alias, _ in _ordered(aliases[name]))
        if known and max(said[name], len(reports[name])) >= least:
            why = f"{_times(said[name], 'statement')}, {_times(len(reports[name]), 'report')}"
            yield Addition("people", name, known, why)


def _person(finding: Finding) -> tuple[str | None, str | None, str | None]:
    """The name, role and party that a finding gives of somebody."""
    if isinstance(finding, Statement) and finding.source:
        return finding.source.name, finding.source.role, finding.source.on_behalf_of
    if isinstance(finding, Mention):
        return finding.name, finding.role, finding.affiliation
    return None, None, None


def _most(counted: Counter[str]) -> str | None:
    """What was counted most often; of equals the first by letter."""
    return _ordered(counted)[0][0] if counted else None


def _proposals(read: _Read, parties: set[str], least: int) -> Iterator[Addition]:
    tabled: defaultdict[str, Counter[str]] = defaultdict(Counter)
    counted: Counter[str] = Counter()
    for stored in read.of_type("proposal"):
        if isinstance(stored.finding, Proposal):
            counted[stored.finding.label] += 1
            tabled[stored.finding.label].update(filter(None, [stored.finding.proposed_by]))
    on = Counter(
        stored.finding.on for stored in read.of_type("position") if isinstance(stored.finding, Position)
    )
    for label, count in _ordered(counted):
        if count + on[label] >= least:
            by = next((name for name, _ in tabled[label].most_common() if name in parties), None)
            yield Addition(
                "proposals", label, {"proposed_by": by} if by else {}, _times(count + on[label], "finding")
            )


def _sites(read: _Read, least: int) -> Iterator[Addition]:
    counted: Counter[str] = Counter()
    for stored in read.of_type("mention"):
        if isinstance(stored.finding, Mention) and stored.finding.kind == "site":
            counted[stored.finding.name] += 1
    for name, count in _ordered(counted):
        if count >= least:
            yield Addition("sites", name, {}, f"named in {_times(count, 'report')}")


def _feeds(record: Record) -> Iterator[Addition]:
    for feed in record.followed_feeds():
        if feed.listed_by is None and feed.gone is None:
            yield Addition("feeds", feed.url, {}, "followed before")


def _outlets(record: Record) -> Iterator[Addition]:
    """The outlets, with the host that most of their reports came from."""
    counted: Counter[str] = Counter()
    hosts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in record.reports():
        if entry.outlet:
            counted[entry.outlet] += 1
            host = urlsplit(entry.origin or "").hostname
            hosts[entry.outlet].update([host.removeprefix("www.")] if host else [])
    for outlet, count in _ordered(counted):
        host = next((host for host, _ in hosts[outlet].most_common(1)), None)
        yield Addition("outlets", outlet, {"host": host} if host else {}, _times(count, "report"))


def _ordered(counted: Counter[str]) -> list[tuple[str, int]]:
    """What was counted, the most frequent first, of equals the first by letter."""
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def _times(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
