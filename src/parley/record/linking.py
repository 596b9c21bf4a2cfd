"""Who the forms of a block are: linked anew, block by block, whenever something in it changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from parley.identity.clustering import Group, Ruled, Suggestion, groups
from parley.identity.forms import FormKind, form_of_key
from parley.identity.linking import Known, parts
from parley.identity.names import folded
from parley.model.rulings import Ruling, RulingKind
from parley.record.attaching import HOLDS, attach_offices, office_block
from parley.record.entity_rows import drop_entities, entity_id
from parley.record.histories.following import Moved, follow
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


def bucket(count: int) -> int:
    """A count in powers of two: 1 once, 2 two or three times, 3 up to seven, 0 never."""
    return max(count, 0).bit_length()


def relink(connection: Connection, blocks: Iterable[str], ruled: Sequence[Ruling]) -> None:
    """Say anew who the forms of some blocks are, with those that rulings tie to them.

    Args:
        connection: inside a transaction that may write.
        blocks: what changed.
        ruled: all rulings in force that merge or split.
    """
    decided = _decided(ruled)
    regions = _regions(connection, set(blocks), decided)
    within = {block for region in regions for block in region}
    known = _known(connection, within)
    made = _Made()
    for region in regions:
        forms = [one for one in known if one.block in region and one.known.form.kind is not FormKind.OFFICE]
        found, suggested = groups((one.known for one in forms), decided)
        made.take(found, suggested, ruled)
    moved = _write(connection, within, known, made)
    offices = {block for block in within if block.startswith(f"{FormKind.OFFICE.value}|")}
    held = {feature for one in known for feature in one.known.features if feature.startswith(HOLDS)}
    offices |= {office_block(feature) for feature in held}
    follow(connection, moved + attach_offices(connection, offices))


@dataclass(frozen=True, slots=True)
class _Kept:
    """A form as it is kept.

    Attributes:
        number: its number.
        block: what it shares with all that could be the same.
        known: the form and what is said of it.
        linked: who it was said to be, how surely, and why.
    """

    number: int
    block: str
    known: Known
    linked: tuple[str | None, float, tuple[str, ...]]


@dataclass
class _Made:
    """Who forms are, as it was just found out.

    Attributes:
        linked: by a form's key: whose it is, how surely, why.
        entities: rows of `entities` by their ids.
        suggested: rows of `identity_suggestions` by both keys.
    """

    linked: dict[str, tuple[str | None, float, tuple[str, ...]]] = field(default_factory=dict)
    entities: dict[str, dict[str, str]] = field(default_factory=dict)
    suggested: dict[tuple[str, str], dict[str, object]] = field(default_factory=dict)

    def take(self, found: Iterable[Group], suggested: Iterable[Suggestion], ruled: Sequence[Ruling]) -> None:
        """Note the groups of one region."""
        for group in found:
            identifier = entity_id(group.id)
            for member in group.members:
                self.linked[member.known.form.key] = identifier, member.score, member.reasons
            party = next((one.known.form.party for one in group.members if one.known.form.party), "")
            kind = group.members[0].known.form.kind.value
            row = {"id": identifier, "kind": kind, "name": _shown(group, ruled), "party": party}
            self.entities[identifier] = row
        for one in suggested:
            self.suggested[one.first, one.second] = {
                "first": one.first,
                "second": one.second,
                "block": form_of_key(one.second).block,
                "score": one.score,
                "reasons": list(one.reasons),
            }


def _regions(connection: Connection, blocks: set[str], decided: Sequence[Ruled]) -> list[set[str]]:
    """Blocks, each with all that merges tie to it."""
    regions = []
    waiting = set(blocks)
    while waiting:
        region = _region(connection, min(waiting), decided)
        waiting -= region
        regions.append(region)
    return regions


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


def _known(connection: Connection, blocks: Iterable[str]) -> list[_Kept]:
    """The forms of some blocks, with what is said of them and who they were said to be."""
    rows: list[AnyRow] = []
    features: dict[int, dict[str, int]] = defaultdict(dict)
    for batch in batches(sorted(blocks)):
        rows += connection.execute(select(name_forms).where(name_forms.c.block.in_(batch))).all()
    for numbers in batches(row.number for row in rows):
        for row in connection.execute(select(form_features).where(form_features.c.form.in_(numbers))):
            features[row.form][row.feature] = bucket(row.times)
    return [
        _Kept(
            row.number,
            row.block,
            Known(form_of_key(row.key), features[row.number]),
            (row.entity, row.score, tuple(row.reasons)),
        )
        for row in rows
    ]


def _write(connection: Connection, within: Iterable[str], known: Sequence[_Kept], made: _Made) -> list[Moved]:
    """Write who the forms are, as far as it is not what was kept; the forms whose bearer is another now."""
    changed = [
        {"form": one.number, "whose": linked[0], "surely": linked[1], "why": list(linked[2])}
        for one in known
        if (linked := made.linked.get(one.known.form.key)) is not None and linked != one.linked
    ]
    if changed:
        setting = update(name_forms).where(name_forms.c.number == bindparam("form"))
        values: dict[str, Any] = {
            "entity": bindparam("whose"),
            "score": bindparam("surely"),
            "reasons": bindparam("why"),
        }
        connection.execute(setting.values(values), changed)
    there: dict[str, AnyRow] = {}
    for batch in batches(made.entities):
        for row in connection.execute(select(entities).where(entities.c.id.in_(batch))):
            there[row.id] = row
    new = [row for identifier, row in made.entities.items() if _as_row(there.get(identifier)) != row]
    if new:
        known_ids = [row["id"] for row in new if row["id"] in there]
        for batch in batches(known_ids):
            connection.execute(delete(entities).where(entities.c.id.in_(batch)))
        connection.execute(insert(entities), new)
    _write_suggestions(connection, within, made)
    offices = [one for one in known if one.known.form.kind is FormKind.OFFICE]
    old = {one.linked[0] for one in known if one not in offices} - made.entities.keys()
    drop_entities(connection, {identifier for identifier in old if identifier is not None})
    replaced = [row for row in new if row["id"] in there]
    of_other_party = {row["id"] for row in replaced if there[row["id"]].party != row["party"]}
    return [
        Moved(one.number, one.linked[0], linked[0])
        for one in known
        if (linked := made.linked.get(one.known.form.key)) is not None
        and (linked[0] != one.linked[0] or linked[0] in of_other_party)
    ]


def _as_row(row: AnyRow | None) -> dict[str, str] | None:
    return None if row is None else {"id": row.id, "kind": row.kind, "name": row.name, "party": row.party}


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


def _write_suggestions(connection: Connection, within: Iterable[str], made: _Made) -> None:
    there: dict[tuple[str, str], dict[str, object]] = {}
    for batch in batches(sorted(within)):
        query = select(identity_suggestions).where(identity_suggestions.c.block.in_(batch))
        for row in connection.execute(query):
            there[row.first, row.second] = dict(row._mapping)
    changed = {
        pair for pair in there.keys() | made.suggested.keys() if there.get(pair) != made.suggested.get(pair)
    }
    for first, second in sorted(changed & there.keys()):
        pair = (identity_suggestions.c.first == first) & (identity_suggestions.c.second == second)
        connection.execute(delete(identity_suggestions).where(pair))
    new = [made.suggested[pair] for pair in sorted(changed & made.suggested.keys())]
    if new:
        connection.execute(insert(identity_suggestions), new)
