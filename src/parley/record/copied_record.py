"""What a record knows of copies: the part of `Record` that answers for families and shared passages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, select

from parley.copies.kinds import Relation, Verdict
from parley.model.span import Span
from parley.record import ledger, versions
from parley.record.copy_tables import copy_links, copy_members
from parley.record.database import reading, writing
from parley.record.entries import StoredFinding
from parley.record.loading import batches, load_origins
from parley.record.schema import origins, readings, reports
from parley.record.steps import Step, in_steps

if TYPE_CHECKING:
    from parley.record.database import AnyRow

_SAME_TEXT = "the very same text, which came another way"


@dataclass(frozen=True, slots=True)
class Source:
    """A way a report came.

    Attributes:
        report: the report's id.
        origin: the path or address it came by, or None.
        url: where it was published, or None.
        outlet: who published it, or None.
        title: its headline there, or None.
        published: EDTF date, or None.
    """

    report: str
    origin: str | None
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class FamilyMember:
    """A report in its family.

    Attributes:
        source: the report, by a way it came.
        relation: what it is to the family's original.
        reasons: why it is held for that; none for an original.
    """

    source: Source
    relation: Relation
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoredFamily:
    """Reports that carry one text, the original first; one that came several ways is there several times."""

    members: tuple[FamilyMember, ...]

    @property
    def original(self) -> Source:
        """The report that the others are copies of."""
        return self.members[0].source


@dataclass(frozen=True, slots=True)
class SharedPassages:
    """What two reports share that are otherwise independent.

    Attributes:
        first: the one report.
        second: the other.
        spans: the places in the first and in the second text, each a pair.
        words: the first report's words there.
        second_words: the second's.
        templated: whether the two are made by one template, with other content.
    """

    first: Source
    second: Source
    spans: tuple[tuple[Span, Span], ...]
    words: tuple[str, ...]
    second_words: tuple[str, ...]
    templated: bool


class CopiedRecord:
    """Copies: families, shared passages, and what is not compared yet."""

    _engine: Engine
    _found_whole: dict[str, str | None]
    place: str

    def fold(self, anew: bool = False) -> int:
        """Compare the reports that were never compared; how many there were.

        Every report is compared when it is added; only those of a record that an older version made are not.
        What is interrupted goes on the next time.

        Args:
            anew: whether to forget what was found, and compare all.
        """
        done = 0
        for step in self._fold(anew):
            done = step.done
        return done

    def _fold(self, anew: bool = False) -> Iterator[Step]:
        """The same, giving how far it has come."""
        from parley.record import copying

        with reading(self._engine, self.place) as connection:
            state = versions.settled(connection)
            if not anew and state is not None and self._found_whole.get("copies") == state:
                return
            anew = anew or copying.is_outdated(connection)
            waiting = [] if anew else copying.pending(connection)
        self._found_whole["copies"] = state if not anew and not waiting else None
        if anew:
            with writing(self._engine, self.place) as connection:
                copying.forget(connection)
                waiting = copying.pending(connection)
        yield from in_steps(self._engine, self.place, waiting, copying.take_in)

    def families(self) -> list[StoredFamily]:
        """All families by the date of their originals; every report is in exactly one."""
        with reading(self._engine, self.place) as connection:
            rows = connection.execute(
                select(copy_members).order_by(copy_members.c.family, copy_members.c.position)
            ).all()
            sources = _sources(connection, [row.report for row in rows])
        grouped: dict[str, list[AnyRow]] = {}
        for row in rows:
            grouped.setdefault(row.family, []).append(row)
        made = [StoredFamily(tuple(_members(group, sources))) for group in grouped.values()]
        return sorted(made, key=lambda one: (one.original.published or "9999", one.original.report))

    def ways(self, report_fits: Callable[[Source], bool]) -> set[str]:
        """The families with a report that came in a way that fits, by the ids of their originals.

        It looks at how each report came, and at nothing else of it.
        """
        columns = (origins.c.origin, origins.c.url, origins.c.outlet, origins.c.title, origins.c.published)
        query = select(copy_members.c.family, copy_members.c.report, *columns).join(
            origins, origins.c.report == copy_members.c.report
        )
        found: set[str] = set()
        with reading(self._engine, self.place) as connection:
            for family, *way in connection.execute(query):
                if family not in found and report_fits(Source(*way)):
                    found.add(family)
        return found

    def family_of(self, report: str) -> tuple[FamilyMember, ...]:
        """The family of a report, by its whole id; empty where the record does not have it."""
        with reading(self._engine, self.place) as connection:
            own = select(copy_members.c.family).where(copy_members.c.report == report).scalar_subquery()
            rows = connection.execute(
                select(copy_members).where(copy_members.c.family == own).order_by(copy_members.c.position)
            ).all()
            return tuple(_members(rows, _sources(connection, [row.report for row in rows])))

    def family_ids(self, asked: Collection[str] | None = None) -> dict[str, tuple[str, Relation]]:
        """For reports, or all of them, the id of their family's original and what they are to it."""
        found = {}
        with reading(self._engine, self.place) as connection:
            query = select(copy_members.c.report, copy_members.c.family, copy_members.c.relation)
            chosen = (
                [query]
                if asked is None
                else [query.where(copy_members.c.report.in_(batch)) for batch in batches(sorted(asked))]
            )
            for one in chosen:
                for row in connection.execute(one):
                    found[row.report] = (row.family, Relation(row.relation))
        return found

    def told_in_families(self, asked: Collection[str]) -> list[StoredFinding]:
        """The statements of the other reports of the families of some reports, by day.

        Args:
            asked: whole ids of reports.
        """
        families = {family for family, _ in self.family_ids(asked).values()}
        with reading(self._engine, self.place) as connection:
            members: set[str] = set()
            for batch in batches(sorted(families)):
                query = select(copy_members.c.report).where(copy_members.c.family.in_(batch))
                members.update(connection.scalars(query))
            return ledger.findings_in(connection, sorted(members - set(asked)), ("statement",))

    def shared_passages(self) -> list[SharedPassages]:
        """What reports of different families share, word for word."""
        with reading(self._engine, self.place) as connection:
            first, second = copy_members.alias("first_member"), copy_members.alias("second_member")
            rows = connection.execute(
                select(copy_links)
                .join(first, first.c.report == copy_links.c.first)
                .join(second, second.c.report == copy_links.c.second)
                .where(first.c.family != second.c.family)
                .order_by(copy_links.c.first, copy_links.c.second)
            ).all()
            rows = [row for row in rows if row.passages]
            named = {name for row in rows for name in (row.first, row.second)}
            texts, sources = _texts(connection, named), _sources(connection, named)
        return [_shared(row, sources, (texts[row.first], texts[row.second])) for row in rows]


def _shared(row: AnyRow, sources: dict[str, list[Source]], texts: tuple[str, str]) -> SharedPassages:
    spans = tuple((Span(start, end), Span(start2, end2)) for start, end, start2, end2 in row.passages)
    return SharedPassages(
        first=sources[row.first][0],
        second=sources[row.second][0],
        spans=spans,
        words=tuple(ours.of(texts[0]) for ours, _ in spans),
        second_words=tuple(theirs.of(texts[1]) for _, theirs in spans),
        templated=row.verdict == Verdict.TWINS.value,
    )


def _members(rows: Sequence[AnyRow], sources: dict[str, list[Source]]) -> Iterator[FamilyMember]:
    """The members of a family; the ways the same text came beside the first are reprints of it."""
    for row in rows:
        first, *others = sources[row.report]
        relation = Relation(row.relation)
        yield FamilyMember(first, relation, tuple(row.reasons))
        again = Relation.REPRINT if relation is Relation.ORIGINAL else relation
        for source in others:
            yield FamilyMember(source, again, (_SAME_TEXT,))


def _sources(connection: Connection, ids: Iterable[str]) -> dict[str, list[Source]]:
    """The ways reports came, one a path or address: first the one that dates the report best."""
    from parley.record.dating import best_origin

    dated = _published(connection, ids := sorted(set(ids)))
    found: dict[str, list[Source]] = {}
    for report, ways in load_origins(connection, ids).items():
        best = best_origin(ways, dated.get(report, ""))
        by_place: dict[Any, AnyRow] = {best.origin or best.url: best}
        for way in ways:
            by_place.setdefault(way.origin or way.url, way)
        found[report] = [
            Source(report, way.origin or way.url, way.url, way.outlet, way.title, way.published)
            for way in by_place.values()
        ]
    return found


def _published(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The dates that the current readings of reports counted from."""
    dated: dict[str, str] = {}
    for batch in batches(ids):
        query = select(readings.c.report, readings.c.published).where(
            readings.c.report.in_(batch), readings.c.current
        )
        dated.update((row.report, row.published) for row in connection.execute(query))
    return dated


def _texts(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for batch in batches(sorted(ids)):
        query = select(reports.c.id, reports.c.text).where(reports.c.id.in_(batch))
        texts.update((row.id, row.text) for row in connection.execute(query))
    return texts
