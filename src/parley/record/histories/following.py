"""Following who is who: tellings of encounters are compared by who takes part, whatever they are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, update

from parley.record.histories.tables import histories, history_handles, history_tellings
from parley.record.identity_tables import appearances, name_forms
from parley.record.loading import batches

_KIND = "encounter"


@dataclass(frozen=True, slots=True)
class Moved:
    """A form of a name whose bearer is another, or belongs to another party, than before.

    Attributes:
        form: its number.
        old: the id of who it was, or None where it is new.
        new: the id of who it is; the same where only the party is another.
    """

    form: int
    old: str | None
    new: str | None


def follow(connection: Connection, moved: Sequence[Moved]) -> None:
    """Bring what is told of encounters up to date with who is who now.

    Where all that was known by one id goes by another now, which nobody had before, only the id is changed.
    """
    known = [one for one in moved if one.old is not None]
    if not known:
        return
    renamed = _renamed(connection, known)
    for old, new in sorted(renamed.items()):
        _rename(connection, [one.form for one in known if one.old == old], old, new)
    rest = {one.form for one in known if one.old not in renamed}
    if rest:
        from parley.record.histories.keeping import renew  # which asks who is who

        renew(connection, _reports(connection, rest))


def _renamed(connection: Connection, moved: Iterable[Moved]) -> dict[str, str]:
    """Ids that are replaced by others that nobody had before."""
    becomes: dict[str, set[str | None]] = {}
    forms: dict[str | None, set[int]] = {}
    for one in moved:
        becomes.setdefault(str(one.old), set()).add(one.new)
        forms.setdefault(one.new, set()).add(one.form)
    found: dict[str, str] = {}
    for old, several in becomes.items():
        new = next(iter(several))
        if len(several) > 1 or new is None or new == old:
            continue
        whose = connection.execute(
            select(name_forms.c.number, name_forms.c.entity).where(name_forms.c.entity.in_((old, new)))
        ).all()
        own = {one.form for one in moved if one.old == old}
        if all(row.entity == new for row in whose) and {row.number for row in whose} == own == forms[new]:
            found[old] = new
    return found


def _reports(connection: Connection, forms: Iterable[int]) -> set[str]:
    """The reports that tell of encounters and have some names."""
    found: set[str] = set()
    for batch in batches(sorted(forms)):
        query = (
            select(history_tellings.c.report)
            .join(appearances, appearances.c.report == history_tellings.c.report)
            .where(history_tellings.c.kind == _KIND, appearances.c.form.in_(batch))
        )
        found |= set(connection.scalars(query))
    return found


def _rename(connection: Connection, forms: Iterable[int], old: str, new: str) -> None:
    """Write another id for the same bearer."""
    for batch in batches(sorted(_reports(connection, forms))):
        here = (history_tellings.c.kind == _KIND) & history_tellings.c.report.in_(batch)
        query = select(history_tellings.c.finding, history_tellings.c.history)
        rows = connection.execute(query.where(here)).all()
        facts = func.replace(history_tellings.c.facts, old, new)
        connection.execute(update(history_tellings).where(here).values(facts=facts))
        for numbers in batches(sorted({row.finding for row in rows})):
            its = history_handles.c.finding.in_(numbers)
            handle = func.replace(history_handles.c.handle, old, new)
            connection.execute(update(history_handles).where(its).values(handle=handle))
        for numbers in batches(sorted({row.history for row in rows if row.history is not None})):
            lines = (histories.c.kind == _KIND) & histories.c.history.in_(numbers)
            content = func.replace(histories.c.content, old, new)
            connection.execute(update(histories).where(lines).values(content=content))
