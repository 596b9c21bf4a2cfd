"""Options and words that the commands of `parley ground` share."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from parley.cli.output import Format

if TYPE_CHECKING:
    from parley.ground.hiding import Discretion
    from parley.ground.model import Place
    from parley.ground.store import GroundStore

FORMATS = (Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)


def ground_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --ground."""
    return click.option(
        "--ground",
        "ground_path",
        metavar="PATH",
        envvar="PARLEY_GROUND",
        show_envvar=True,
        help="The ground store. The default lies beside the record.",
    )(command)


def default_ground() -> Path:
    """Where the ground store is when nobody says: beside the record where that is a file, else in the data
    folder.
    """
    record = os.environ.get("PARLEY_RECORD", "")
    if record and "://" not in record:
        return Path(record).expanduser().with_name("ground.db")
    from platformdirs import user_data_path

    return user_data_path("parley") / "ground.db"


def open_ground(path: str | None, *, create: bool = False) -> GroundStore:
    """Opens the ground store.

    Raises:
        NotAGroundStore: when it is absent and not to be made, or is something else.
    """
    from parley.ground.store import GroundStore

    return GroundStore(path or default_ground(), create=create)


def place_in(store: GroundStore, words: str) -> Place:
    """The place that words name; says on the standard error where a town of that name could be meant.

    Raises:
        UnknownPlace: when nothing is named so, or several places are.
    """
    from parley.ground.places import find_place, namesake_town

    place = find_place(store, words)
    town = namesake_town(place, words)
    if town is not None:
        click.echo(f"“{words}” is read as {place.name}; for the town, write “{town}”.", err=True)
    return place


def discretion_of(dossier: str | None) -> Discretion:
    """How fresh and how fine ground may be shown: as a dossier says, else as is usual.

    Raises:
        ParleyError: when there is no such dossier, or it is wrong.
    """
    from parley.ground.hiding import Discretion

    if not dossier:
        return Discretion()
    from parley.dossier import load_dossier

    said = load_dossier(dossier).ground
    return Discretion.given(said.delay_days, said.decimals)


def write_answers(
    answers: Sequence[Any], columns: Sequence[Any], form: str, names: Sequence[str] | None = None
) -> None:
    """Writes frozen answers as a table, JSON, JSON Lines or CSV.

    Args:
        answers: dataclasses.
        columns: what a table shows, by the names of fields with spaces for underlines.
        form: how to write them.
        names: the fields, in order; needed where there may be no answer.
    """
    from parley.cli.rows import write_rows

    rows: list[dict[str, Any]] = [asdict(answer) for answer in answers]
    fields = list(names or (rows[0] if rows else ()))
    flat = Format(form) in (Format.TABLE, Format.CSV)
    if flat:
        rows = [{name: _cell(value) for name, value in row.items()} for row in rows]
        rows = [row | {name.replace("_", " "): value for name, value in row.items()} for row in rows]
    write_rows(fields, rows, columns, Format(form))


def _cell(value: Any) -> Any:
    """A value as one cell: lists joined."""
    if isinstance(value, list | tuple):
        return "; ".join(str(part) for part in value)
    return str(value.value) if hasattr(value, "value") else value
