"""Who the forms of a block are: linked anew, block by block, whenever something in it changed."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, insert, select, update

from parley.identity.clustering import Group, Ruled, Suggestion, groups
from parley.identity.forms import FormKind, form_of_key
from parley.identity.linking import Known, parts
from parley.identity.names import folded
from parley.identity.offices import bearer
from parley.model.rulings import Ruling, RulingKind
from parley.record.identity_tables import (
    appearances,
    entities,
    form_features,
    identity_suggestions,
    name_forms,
)
from parley.record.loading import batches

if TYPE_CHECKING:
    from parley.record.database import AnyRow

ENTITY_LETTER = "w"
"""First letter of the id of a person, body or place."""

_HOLDS = "holds:"


def bucket(count: int) -> int:
    """A count in powers of two: 1 once, 2 two or three times, 3 up to seven, 0 never."""
    return max(count, 0).bit_length()


def entity_id(key: str) -> str:
    """The id of whoever the form with this key stands first for."""
    return ENTITY_LETTER + hashlib.sha256(f"parley-entity-1|{key}".encode()).hexdigest()[:16]


def relink(connection: Connection, blocks: Iterable[str], ruled: Sequence[Ruling]) -> None:
    """Say anew who the forms of some blocks are, with those that rulings tie to them.

    Args:
        connection: inside a transaction that may write.
        blocks: what changed.
        ruled: all rulings in force that merge or split.
    """
    decided = _decided(ruled)
    waiting, done, offices = set(blocks), set[str](), set[str]()
    while waiting:
        region = _region(connection, waiting.pop(), decided)
        waiting -= region
        done |= region
        known = _known(connection, region)
        if any(block.startswith(f"{FormKind.OFFICE.value}|") for block in region):
            offices |= region
        else:
            offices |= _write_groups(connection, region, known, (decided, ruled))
    _attach_offices(connection, offices)


def _decided(ruled: Iterable[Ruling]) -> list[Ruled]:
    """Rulings on two names."""
    found = []
    for ruling in ruled:
        names = [folded(str(thing["name"])) for thing in ruling.target.get("things", ()) if "name" in thing]
        if len(names) == 2:
            found.append(Ruled(names[0], names[1], ruling.kind is RulingKind.MERGE))
    return found


def _region(connection: Connection, block: str, decided: Sequence[Ruled]) -> set[str]:
    """A block and all that merges tie to it."""
    merges = [ruled for ruled in decided if ruled.one]
    if not merges:
        return {block}
    names = {name for ruled in merges for name in (ruled.first, ruled.second)}
    blocks_of: dict[str, set[str]] = defaultdict(set)
    for batch in batches(sorted(names)):
        query = (
            select(appearances.c.words, name_forms.c.block)
            .join(name_forms, name_forms.c.number == appearances.c.form)
            .where(appearances.c.words.in_(batch))
            .distinct()
        )
        for row in connection.execute(query):
            blocks_of[row.words].add(row.block)
    region, size = {block}, 0
    while len(region) != size:
        size = len(region)
        for ruled in merges:
            tied = blocks_of[ruled.first] | blocks_of[ruled.second]
            if tied & region:
                region |= tied
    return region


def _known(connection: Connection, region: Iterable[str]) -> dict[int, Known]:
    """The forms of some blocks by their numbers, with what is said of them."""
    forms: dict[int, str] = {}
    features: dict[int, dict[str, int]] = defaultdict(dict)
    for batch in batches(sorted(region)):
        forms.update(
            (row.number, row.key)
            for row in connection.execute(
                select(name_forms.c.number, name_forms.c.key).where(name_forms.c.block.in_(batch))
            )
        )
    for numbers in batches(sorted(forms)):
        for row in connection.execute(select(form_features).where(form_features.c.form.in_(numbers))):
            features[row.form][row.feature] = bucket(row.times)
    return {number: Known(form_of_key(key), features[number]) for number, key in forms.items()}


def _write_groups(
    connection: Connection,
    region: Iterable[str],
    known: dict[int, Known],
    rulings: tuple[Sequence[Ruled], Sequence[Ruling]],
) -> set[str]:
    """Write who the forms are; the blocks of offices whose bearers are among them."""
    decided, ruled = rulings
    numbers = {one.form.key: number for number, one in known.items()}
    old = _old_entities(connection, numbers.values())
    found, suggested = groups(known.values(), decided)
    for group in found:
        identifier = entity_id(group.id)
        for member in group.members:
            connection.execute(
                update(name_forms)
                .where(name_forms.c.number == numbers[member.known.form.key])
                .values(entity=identifier, score=member.score, reasons=list(member.reasons))
            )
        _write_entity(connection, identifier, group, ruled)
    _write_suggestions(connection, region, suggested)
    drop_entities(connection, old | {entity_id(group.id) for group in found})
    return {
        f"{FormKind.OFFICE.value}|{feature[len(_HOLDS) :].rpartition('|')[0]}"
        for one in known.values()
        for feature in one.features
        if feature.startswith(_HOLDS)
    }


def _old_entities(connection: Connection, numbers: Iterable[int]) -> set[str]:
    found: set[str] = set()
    for batch in batches(numbers):
        query = select(name_forms.c.entity).where(
            name_forms.c.number.in_(batch), name_forms.c.entity.is_not(None)
        )
        found.update(connection.scalars(query))
    return found


def _write_entity(connection: Connection, identifier: str, group: Group, ruled: Sequence[Ruling]) -> None:
    connection.execute(delete(entities).where(entities.c.id == identifier))
    first = group.members[0].known.form
    party = next((one.known.form.party for one in group.members if one.known.form.party), "")
    row = {"id": identifier, "kind": first.kind.value, "name": _shown(group, ruled), "party": party}
    connection.execute(insert(entities), row)


def _shown(group: Group, ruled: Sequence[Ruling]) -> str:
    """The name to show: one a person gave, else that of the fullest forms which reports write most often."""
    spellings = {folded(spelt) for member in group.members for spelt in member.known.spellings()}
    for ruling in reversed(ruled):
        name = ruling.value.get("name")
        if ruling.kind is RulingKind.MERGE and name and folded(str(name)) in spellings:
            return str(name)
    members = [member.known for member in group.members]
    if members[0].form.kind is FormKind.PERSON:
        members = [one for one in members if parts(one).given] or members
    best = max(members, key=lambda one: (one.weight, -members.index(one)))
    return best.spelling()


def _write_suggestions(
    connection: Connection, region: Iterable[str], suggested: Sequence[Suggestion]
) -> None:
    for batch in batches(sorted(region)):
        connection.execute(delete(identity_suggestions).where(identity_suggestions.c.block.in_(batch)))
    rows = {
        (one.first, one.second): {
            "first": one.first,
            "second": one.second,
            "block": form_of_key(one.second).block,
            "score": one.score,
            "reasons": list(one.reasons),
        }
        for one in suggested
    }
    if rows:
        connection.execute(insert(identity_suggestions), list(rows.values()))


def drop_entities(connection: Connection, candidates: Iterable[str]) -> None:
    """Take away those that no form stands for any more."""
    for identifier in sorted(candidates):
        used = select(name_forms.c.number).where(name_forms.c.entity == identifier).limit(1)
        if connection.scalar(used) is None:
            connection.execute(delete(entities).where(entities.c.id == identifier))


def _attach_offices(connection: Connection, blocks: Iterable[str]) -> None:
    """Say whom offices mean that reports name without a name, as far as the record's reports know."""
    for block in sorted(blocks):
        rows = connection.execute(select(name_forms).where(name_forms.c.block == block)).all()
        if not rows:
            continue
        held = _held(connection, block.partition("|")[2])
        for row in rows:
            _attach(connection, row, held)


def _held(connection: Connection, office: str) -> dict[str, list[str]]:
    """Who holds an office by the record's reports: forms by key, each with the months it is said."""
    low = f"{_HOLDS}{office}|"
    rows = connection.execute(
        select(name_forms.c.key, form_features.c.feature)
        .join(name_forms, name_forms.c.number == form_features.c.form)
        .where(
            form_features.c.feature >= _HOLDS,
            form_features.c.feature < "holds;",
            form_features.c.feature >= low,
            form_features.c.feature < f"{_HOLDS}{office}}}",
            name_forms.c.kind == FormKind.PERSON.value,
        )
    )
    held: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        held[row.key].append(row.feature[len(low) :])
    return held


def _attach(connection: Connection, row: AnyRow, held: dict[str, list[str]]) -> None:
    form = form_of_key(row.key)
    whom = bearer(form.apart, held, {key: form_of_key(key).block for key in held})
    old = row.entity
    target = None
    if whom is not None:
        query = select(name_forms.c.number, name_forms.c.entity).where(name_forms.c.key == whom)
        target = connection.execute(query).one()
    identifier = entity_id(row.key) if target is None else target.entity
    reasons = (
        [] if target is None else [f"{form.name} of {form.party} in {form.apart}, by the record's reports"]
    )
    connection.execute(
        update(name_forms)
        .where(name_forms.c.number == row.number)
        .values(
            refers_to=None if target is None else target.number,
            entity=identifier,
            score=1.0 if target is None else 0.85,
            reasons=reasons,
        )
    )
    if target is None:
        connection.execute(delete(entities).where(entities.c.id == identifier))
        name = f"{form.name} of {form.party}"
        named = {"id": identifier, "kind": FormKind.PERSON.value, "name": name, "party": form.party}
        connection.execute(insert(entities), named)
    drop_entities(connection, {old} - {None, identifier})
