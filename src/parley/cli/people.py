"""`parley people`: who speaks and who is named; one of them in full."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

import click

from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.record import Record
    from parley.views.folding import Told
    from parley.views.people import Portrait

_COLUMNS = (
    Column("name", "bold"),
    Column("kind", spare=True),
    Column("party"),
    Column("statements"),
    Column("reports", spare=True),
    Column("id", "dim", cut=8),
    Column("role", wide=True),
)
_SUGGESTION_COLUMNS = (
    Column("score"),
    Column("kind", spare=True),
    Column("first", "bold"),
    Column("second", "bold"),
    Column("why", wide=True),
)
_ALIAS_COLUMNS = (
    Column("name", "bold"),
    Column("party"),
    Column("reports"),
    Column("score"),
    Column("why", wide=True),
)
_ROLE_COLUMNS = (
    Column("first", "cyan"),
    Column("last", "cyan"),
    Column("reports"),
    Column("role", wide=True),
)
_MET_COLUMNS = (Column("name", "bold"), Column("times"), Column("planned"), Column("last", wide=True))
_ENCOUNTER_COLUMNS = (
    Column("on", "cyan"),
    Column("status"),
    Column("form"),
    Column("checked"),
    Column("participants", wide=True),
)


@click.command(
    "people",
    short_help="List who speaks and who is named; show one in full.",
    epilog=examples(
        "parley people",
        "parley people lind                 # said, said about, met with, names, roles",
        "parley people --suggestions        # names that may be one's",
        "parley people --format csv > people.csv",
    ),
)
@click.argument("name", required=False)
@click.option("--suggestions", is_flag=True, help="List names that may be one's, for you to decide.")
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def people_command(name: str | None, suggestions: bool, form: str, record_path: str | None) -> None:
    """Lists who speaks and who is named, each once whatever reports call them; or shows NAME in full.

    NAME is a name, words of it, or an id. Where names are not surely one's they stay two and are listed by
    --suggestions; `parley rule merge` and `parley rule split` decide. A statement that copies carry, too, is
    counted and shown once.
    """
    from parley.cli.asked import asked_record
    from parley.cli.rows import write_rows
    from parley.record import NotFound, Person
    from parley.views.folding import fold_found, independence, sources_of
    from parley.views.people import portrait

    if name is not None and suggestions:
        raise click.UsageError("Give either a name or --suggestions.")
    with asked_record(record_path, copies=True) as record:
        if suggestions:
            _write_suggestions(record, Format(form))
            return
        if name is not None:
            try:
                shown = portrait(record, name)
            except NotFound as error:
                raise NotFound(" ".join(filter(None, [str(error), _meant(record, name)]))) from error
            told = _Told(
                fold_found(record, shown.said),
                fold_found(record, shown.about),
                independence(*sources_of(record, record.appearances(shown.entity.id))),
            )
            _write_portrait(shown, told, Format(form))
            return
        found = [asdict(person) for person in record.people()]
    write_rows([field.name for field in fields(Person)], found, _COLUMNS, Format(form))


def _meant(record: Record, name: str) -> str:
    from parley.cli.near import meant

    return meant(name, [person.name for person in record.people()])


def _write_suggestions(record: Record, form: Format) -> None:
    from parley.cli.rows import write_rows
    from parley.record.entity_entries import IdentitySuggestion

    rows = [asdict(one) for one in record.suggestions()]
    flat = form in (Format.TABLE, Format.CSV)
    for row in rows:
        if flat:
            row["reasons"] = "; ".join(row["reasons"])
        row["why"] = row["reasons"]
        if form is Format.TABLE:
            row["first"] = _with_party(row["first"], row["first_party"])
            row["second"] = _with_party(row["second"], row["second_party"])
    names = [field.name for field in fields(IdentitySuggestion)]
    shown = rows if form is Format.TABLE else [{name: row[name] for name in names} for row in rows]
    write_rows(names, shown, _SUGGESTION_COLUMNS, form)


def _with_party(name: str, party: str | None) -> str:
    return f"{name} ({party})" if party else name


@dataclass(frozen=True, slots=True)
class _Told:
    """What somebody said and what others said about it, each once; how many sources name it."""

    said: tuple[Told, ...]
    about: tuple[Told, ...]
    named_by: str


def _write_portrait(shown: Portrait, told: _Told, form: Format) -> None:
    """Writes one person or body in full: in sections for people, else as objects that say what they are."""
    from parley.cli import output

    if form is Format.TABLE:
        _write_sections(shown, told)
    elif form is Format.CSV:
        from parley.cli.ledger import write_told

        write_told(told.said, form)
    elif form is Format.JSON:
        output.write_json(_objects(shown, told))
    else:
        output.write_jsonl(_objects(shown, told))


def _objects(shown: Portrait, told: _Told) -> list[dict[str, Any]]:
    return [
        {"type": "person", **asdict(shown.entity)},
        *({"type": "alias", **asdict(alias)} for alias in shown.aliases),
        *({"type": "role", **asdict(role)} for role in shown.roles),
        *({"type": "met", **asdict(met)} for met in shown.met),
        *({"type": "encounter", **asdict(entry)} for entry in shown.encounters),
        *({"type": "said", "statement": one.object} for one in told.said),
        *({"type": "about", "statement": one.object} for one in told.about),
    ]


def _write_sections(shown: Portrait, told: _Told) -> None:
    from parley.cli.ledger import write_told

    entity = shown.entity
    click.echo(f"{_with_party(entity.name, entity.party)}, {entity.kind} {entity.id}")
    click.echo(f"{len(told.said)} statement{'' if len(told.said) == 1 else 's'}, named by {told.named_by}")
    aliases = [{**asdict(one), "why": "; ".join(one.reasons)} for one in shown.aliases]
    _section("Names", _ALIAS_COLUMNS, aliases)
    _section("Roles", _ROLE_COLUMNS, map(asdict, shown.roles))
    _section("Met with", _MET_COLUMNS, map(asdict, shown.met))
    encounters = [{**asdict(one), "participants": "; ".join(one.participants)} for one in shown.encounters]
    _section("Encounters", _ENCOUNTER_COLUMNS, encounters)
    for title, statements in (("Said", told.said), ("Said about", told.about)):
        if statements:
            click.echo(f"\n{title} ({len(statements)})")
            write_told(statements, Format.TABLE)


def _section(title: str, columns: tuple[Column, ...], rows: Iterable[dict[str, Any]]) -> None:
    from parley.cli.table import write_table

    lines = [[row[column.heading] for column in columns] for row in rows]
    if lines:
        click.echo(f"\n{title} ({len(lines)})")
        write_table(columns, lines)
