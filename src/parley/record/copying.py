"""Keeping who copied whom: with every report that is added, and anew where what is known of one changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, func, insert, or_, select

from parley.copies.comparison import Comparison, Side, compare
from parley.copies.families import Link, Rulings, families
from parley.copies.kinds import Verdict
from parley.copies.passages import passages
from parley.copies.relations import Facts
from parley.copies.signatures import SCHEME
from parley.copies.verdict import verdict
from parley.copies.words import Words
from parley.model import Span
from parley.model.rulings import RulingKind, in_force
from parley.record import standing
from parley.record.applying import as_ruling
from parley.record.arrival_tables import arrivals
from parley.record.copy_index import HUBS, note, still_near, words_of
from parley.record.copy_tables import copy_keys, copy_links, copy_members, copy_signatures
from parley.record.courses import FOLDED
from parley.record.dating import best_origin
from parley.record.histories import keeping as histories
from parley.record.loading import batches, load_origins
from parley.record.ruling_tables import rulings
from parley.record.schema import readings, reports

if TYPE_CHECKING:
    from parley.record.database import AnyRow

_LIVE = ("web", "feed")
"""Ways in which a page is asked for itself, so that what came later was put up later."""


def take_in(connection: Connection, report: str, hubs: int = HUBS) -> None:
    """Compare a report of the record with those it may share something with, and put it into its family.

    A report that was compared before is only put into its family anew: what is known of it may have changed.

    Args:
        connection: inside a transaction that may write.
        report: its id.
        hubs: see `parley.record.copy_index.HUBS`.
    """
    touched = {report}
    if not _is_compared(connection, report):
        neighbours = note(connection, report, hubs)
        words = words_of(connection, report)
        for other in sorted(neighbours.near):
            if _link(connection, (report, words), (other, words_of(connection, other))):
                touched.add(other)
        touched |= _part(connection, neighbours.unsure, hubs)
    regroup(connection, touched)


def pending(connection: Connection) -> list[str]:
    """The reports that were not compared: of a record made before copies were looked for."""
    counts = [
        connection.scalar(select(func.count()).select_from(table)) for table in (reports, copy_signatures)
    ]
    if counts[0] == counts[1]:
        return []
    query = (
        select(reports.c.id)
        .outerjoin(copy_signatures, copy_signatures.c.report == reports.c.id)
        .where(copy_signatures.c.report.is_(None))
        .order_by(reports.c.id)
    )
    return list(connection.scalars(query))


def regroup(connection: Connection, touched: Iterable[str]) -> None:
    """Make the families of some reports, and of all that are linked with them, anew.

    Args:
        connection: inside a transaction that may write.
        touched: ids of reports whose links, facts or rulings have changed.
    """
    ruled = rulings_on_families(connection)
    within = _connected(connection, touched, ruled)
    links = _links_within(connection, within)
    made = families(_facts(connection, within), links, ruled)
    before = _families_of(connection, within)
    copies = _copies_among(connection, within)
    for batch in batches(sorted(within)):
        connection.execute(delete(copy_members).where(copy_members.c.report.in_(batch)))
    rows = [
        {
            "report": member.report,
            "family": family.original,
            "relation": member.relation.value,
            "position": position,
            "reasons": list(member.reasons),
        }
        for family in made
        for position, member in enumerate(family.members)
    ]
    if rows:
        connection.execute(insert(copy_members), rows)
    now = {member.report: family.original for family in made for member in family.members}
    voices = _copies_among(connection, within) ^ copies
    moved = {report for report in now if before.get(report) != now[report]}
    standing.renew(connection, moved | voices)
    histories.renew(connection, voices & before.keys())


def _copies_among(connection: Connection, reports: Iterable[str]) -> set[str]:
    """Those of some reports that only copy another."""
    found: set[str] = set()
    for batch in batches(sorted(reports)):
        query = select(copy_members.c.report).where(
            copy_members.c.report.in_(batch), copy_members.c.relation.in_(FOLDED)
        )
        found |= set(connection.scalars(query))
    return found


def _families_of(connection: Connection, reports: Iterable[str]) -> dict[str, str]:
    """The families some reports are in."""
    found: dict[str, str] = {}
    for batch in batches(sorted(reports)):
        query = select(copy_members.c.report, copy_members.c.family).where(copy_members.c.report.in_(batch))
        found.update((row.report, row.family) for row in connection.execute(query))
    return found


def rulings_on_families(connection: Connection) -> Rulings:
    """What people decided about families: where reports were moved."""
    kinds = (RulingKind.MOVE.value, RulingKind.UNDO.value)
    rows = connection.execute(select(rulings).where(rulings.c.kind.in_(kinds))).all()
    moved: dict[str, str | None] = {}
    for ruling in in_force(tuple(map(as_ruling, rows))):
        if ruling.kind is not RulingKind.MOVE:
            continue
        target = ruling.value.get("family")
        moved[str(ruling.target["report"])] = None if target is None else str(target)
    return Rulings(moved=moved)


def _is_compared(connection: Connection, report: str) -> bool:
    query = select(copy_signatures.c.report).where(copy_signatures.c.report == report)
    return connection.execute(query).first() is not None


def is_outdated(connection: Connection) -> bool:
    """Whether some reports were compared in an older way."""
    query = select(copy_signatures.c.report).where(
        or_(copy_signatures.c.scheme < SCHEME, copy_signatures.c.scheme > SCHEME)
    )
    return connection.execute(query.limit(1)).first() is not None


def forget(connection: Connection) -> None:
    """Take away all that was found of copies. It can be found again: `pending` then names every report."""
    for table in (copy_members, copy_links, copy_keys, copy_signatures):
        connection.execute(delete(table))


def _link(connection: Connection, one: tuple[str, Words], other: tuple[str, Words]) -> bool:
    """Compare two reports and keep what they share; False where that is nothing."""
    (first, ours), (second, theirs) = sorted((one, other), key=lambda side: side[0])
    comparison = compare(ours, theirs)
    found = verdict(comparison)
    if found is Verdict.NOTHING:
        return False
    places = [
        (*_offsets(ours.span(one.first, one.first_end)), *_offsets(theirs.span(one.second, one.second_end)))
        for one in passages(comparison.runs)
    ]
    row = {"first": first, "second": second, "verdict": found.value, "passages": places}
    connection.execute(insert(copy_links), {**row, "measures": measures(comparison)})
    return True


def _offsets(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _part(connection: Connection, unsure: Mapping[str, Collection[str]], hubs: int) -> set[str]:
    """Take back what was found of pairs that are no longer compared; the reports that lost something."""
    lost: set[str] = set()
    for report, others in sorted(unsure.items()):
        query = select(copy_links.c.first, copy_links.c.second).where(
            or_(copy_links.c.first == report, copy_links.c.second == report)
        )
        for first, second in connection.execute(query).all():
            if (second if first == report else first) in others and not still_near(
                connection, first, second, hubs
            ):
                here = (copy_links.c.first == first) & (copy_links.c.second == second)
                connection.execute(delete(copy_links).where(here))
                lost |= {first, second}
    return lost


def measures(comparison: Comparison) -> list[Any]:
    """A comparison as JSON has it, without its runs."""
    sides = [
        [getattr(side, name) for name in Side.__slots__] for side in (comparison.first, comparison.second)
    ]
    return [*sides, comparison.twins, comparison.reworded, comparison.swapped, comparison.changed]


def as_link(row: AnyRow) -> Link:
    """The link of a row of `copy_links`."""
    first, second, twins, reworded, swapped, changed = row.measures
    comparison = Comparison(Side(*first), Side(*second), twins, reworded, swapped, changed, ())
    return Link(row.first, row.second, comparison)


def _connected(connection: Connection, touched: Iterable[str], ruled: Rulings) -> set[str]:
    """The reports that copies or rulings connect with some, step by step."""
    moved: dict[str, set[str]] = {}
    for report, target in ruled.moved.items():
        if target is not None:
            moved.setdefault(report, set()).add(target)
            moved.setdefault(target, set()).add(report)
    within: set[str] = set()
    edge = set(touched)
    while edge:
        within |= edge
        reached = set().union(*(moved.get(report, ()) for report in edge))
        for batch in batches(sorted(edge)):
            query = select(copy_links.c.first, copy_links.c.second).where(
                copy_links.c.verdict == Verdict.COPY.value,
                or_(copy_links.c.first.in_(batch), copy_links.c.second.in_(batch)),
            )
            for row in connection.execute(query):
                reached |= {row.first, row.second}
        edge = reached - within
    return within


def _links_within(connection: Connection, within: Iterable[str]) -> list[Link]:
    """The links between copies of which the first is one of some reports that all are connected."""
    links = []
    for batch in batches(sorted(within)):
        query = select(copy_links).where(
            copy_links.c.verdict == Verdict.COPY.value, copy_links.c.first.in_(batch)
        )
        links += [as_link(row) for row in connection.execute(query)]
    return links


def _facts(connection: Connection, within: Iterable[str]) -> list[Facts]:
    """What is known of reports beside their texts."""
    facts = []
    for batch in batches(sorted(within)):
        query = (
            select(
                copy_signatures.c.report,
                copy_signatures.c.words,
                readings.c.published,
                readings.c.paraphrase_score,
            )
            .outerjoin(readings, (readings.c.report == copy_signatures.c.report) & readings.c.current)
            .where(copy_signatures.c.report.in_(batch))
        )
        rows: Sequence[AnyRow] = connection.execute(query).all()
        ways = load_origins(connection, batch)
        stood = _stood(connection, batch)
        facts += [_known(row, ways[row.report], stood.get(row.report)) for row in rows]
    return facts


def _stood(connection: Connection, batch: Sequence[str]) -> dict[str, tuple[str, int]]:
    """The page each of some reports stood on, and the number of the arrival that first brought it from there.

    What a feed says of a page and what the page says are no versions of each other.
    """
    query = (
        select(arrivals.c.report, arrivals.c.way, arrivals.c.address, arrivals.c.number)
        .where(arrivals.c.report.in_(batch), arrivals.c.address.is_not(None), arrivals.c.way.in_(_LIVE))
        .order_by(arrivals.c.number.desc())
    )
    return {row.report: (f"{row.way} {row.address}", row.number) for row in connection.execute(query)}


def _known(row: AnyRow, ways: Sequence[AnyRow], stood: tuple[str, int] | None) -> Facts:
    way = best_origin(ways, row.published or "")
    return Facts(
        report=row.report,
        published=way.published,
        outlet=way.outlet,
        title=way.title,
        url=way.url,
        spun=row.paraphrase_score or 0.0,
        words=row.words,
        address=None if stood is None else stood[0],
        came=0 if stood is None else stood[1],
    )
