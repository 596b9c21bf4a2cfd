"""From a TOML file to a dossier: everything is checked, and what is wrong is said with its line."""

from __future__ import annotations

import difflib
import math
import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any

from parley.dossier.dossier import TABLES, Dossier, Showing
from parley.dossier.errors import BadDossier, NoDossier
from parley.dossier.lines import line_of
from parley.dossier.places import ENDING, dossier_folder, dossier_place

_KINDS = ("country", "organisation", "group", "union")
_LARGEST = 5_000_000
_MOST = {"delay_days": 3650, "decimals": 6}
_DEGREES = {"latitude": 90.0, "longitude": 180.0}


def load_dossier(name: str) -> Dossier:
    """The dossier of this name, or in this file.

    Raises:
        NoDossier: when there is none.
        BadDossier: when it says something that Parley does not understand.
    """
    path = dossier_place(name)
    try:
        data = path.read_bytes()[: _LARGEST + 1]
    except FileNotFoundError as error:
        raise NoDossier(
            f"There is no dossier at {path}: make it with “parley open {name}”.{_others()}"
        ) from error
    except OSError as error:
        raise NoDossier(f"The dossier {path} cannot be read: {error.strerror}.") from error
    if len(data) > _LARGEST:
        raise BadDossier(
            f"{path}: It is larger than {_LARGEST // 1_000_000} MB; a dossier is written by hand."
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadDossier(f"{path}, line {line}: It is not UTF-8 text; save it as UTF-8.") from error
    return dossier_of(text, str(path))


def dossier_of(text: str, place: str = "the dossier") -> Dossier:
    """The dossier that a text writes.

    Args:
        text: TOML.
        place: the file, for errors.

    Raises:
        BadDossier: when it says something that Parley does not understand.
    """
    text = text.replace("\r\n", "\n")
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadDossier(_not_toml(place, text, error)) from error
    checking = _Checking(text, place)
    name = checking.words(data.pop("name", Path(place).name.removesuffix(ENDING)), None, 0, "name")
    title = checking.words(data.pop("title"), None, 0, "title") if "title" in data else None
    ground = checking.showing(data.pop("ground", {}))
    tables = {table: tuple(checking.entries(table, entries)) for table, entries in data.items()}
    dossier = Dossier(name, title, ground=ground, place=place, **tables)
    checking.references(dossier)
    return dossier


def _not_toml(place: str, text: str, error: Exception) -> str:
    """The words of the TOML reader with the line it names, put first."""
    said = str(error)
    line = said.rpartition("(at line ")[2].partition(",")[0]
    where = line if line.isdigit() else str(text.count("\n") + 1)
    reason = said.partition(" (at ")[0] if said else "it is nested too deeply"
    return f"{place}, line {where}: {reason}; write it as in the template of “parley open”."


def _others() -> str:
    folder = dossier_folder()
    names = sorted(path.stem for path in folder.glob(f"*{ENDING}")) if folder.is_dir() else []
    return f" There are: {', '.join(names)}." if names else ""


@dataclass(frozen=True)
class _Checking:
    """Checks values, and says where a wrong one stands."""

    text: str
    place: str

    def refuse(self, table: str | None, number: int, key: str | None, reason: str) -> BadDossier:
        """The error for a value."""
        return BadDossier(f"{self.place}, line {line_of(self.text, table, number, key)}: {reason}")

    def entries(self, table: str, entries: object) -> Iterator[Any]:
        """The entries of a table."""
        if table not in TABLES:
            raise self.refuse(table, 0, table, self._unknown(table, TABLES, "table"))
        if not isinstance(entries, list):
            raise self.refuse(table, 0, table, f"Begin each entry with [[{table}]], in double brackets.")
        seen: dict[str, int] = {}
        for number, entry in enumerate(entries):
            if not isinstance(entry, dict):
                raise self.refuse(
                    table, number, table, f"Begin each entry with [[{table}]], in double brackets."
                )
            made = self._entry(table, number, entry)
            name = str(getattr(made, "name", None) or getattr(made, "url", ""))
            if name.casefold() in seen:
                raise self.refuse(
                    table, number, None, f"“{name}” is there already; put both entries together."
                )
            seen[name.casefold()] = number
            yield made

    def showing(self, given: object) -> Showing:
        """The table on how ground may be shown: whole numbers within bounds."""
        if not isinstance(given, dict):
            raise self.refuse("ground", 0, None, "Begin it with [ground], in single brackets.")
        for key, value in given.items():
            if key not in _MOST:
                raise self.refuse("ground", 0, key, self._unknown(key, _MOST, "key"))
            if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST[key]:
                raise self.refuse(
                    "ground", 0, key, f"{key} must be a whole number from 0 to {_MOST[key]}: {key} = 3."
                )
        return Showing(**given)

    def _entry(self, table: str, number: int, entry: dict[str, object]) -> Any:
        kind = TABLES[table]
        known = {field.name: field for field in fields(kind)}
        values: dict[str, Any] = {}
        for key, value in entry.items():
            if key not in known:
                raise self.refuse(table, number, key, self._unknown(key, known, "key"))
            values[key] = self._value(value, table, number, key)
        for key, field in known.items():
            if field.default is MISSING and key not in values:
                raise self.refuse(
                    table, number, None, f'The entry of [[{table}]] needs a {key}: add {key} = "…".'
                )
        return kind(**values)

    def _value(self, value: object, table: str, number: int, key: str) -> Any:
        if key in ("aliases", "words"):
            return self._list(value, table, number, key)
        if key in _DEGREES:
            return self._degrees(value, table, number, key)
        words = self.words(value, table, number, key)
        if key == "kind" and words not in _KINDS:
            raise self.refuse(
                table, number, key, f"“{words}” is no kind of party: write {', '.join(_KINDS)}."
            )
        if key == "url" and not words.startswith(("http://", "https://")):
            raise self.refuse(table, number, key, f"“{words}” is no web address: begin it with https://.")
        return words

    def words(self, value: object, table: str | None, number: int, key: str) -> str:
        """A value that must be words."""
        if not isinstance(value, str) or not value.strip():
            raise self.refuse(table, number, key, f'{key} must be words in quotation marks: {key} = "…".')
        return " ".join(value.split())

    def _list(self, value: object, table: str, number: int, key: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self.refuse(table, number, key, f'{key} must be a list: {key} = ["…", "…"].')
        return tuple(dict.fromkeys(self.words(item, table, number, key) for item in value))

    def _degrees(self, value: object, table: str, number: int, key: str) -> float:
        most = _DEGREES[key]
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not math.isfinite(value)
            or abs(value) > most
        ):
            raise self.refuse(table, number, key, f"{key} must be degrees from -{most:g} to {most:g}.")
        return float(value)

    def references(self, dossier: Dossier) -> None:
        """Makes sure that every party that is named is one of the parties."""
        parties = {name.casefold() for party in dossier.parties for name in (party.name, *party.aliases)}
        named = [("people", "party", [person.party for person in dossier.people])]
        named.append(("proposals", "proposed_by", [proposal.proposed_by for proposal in dossier.proposals]))
        for table, key, names in named:
            for number, name in enumerate(names):
                if name and name.casefold() not in parties:
                    known = [party.name for party in dossier.parties]
                    raise self.refuse(table, number, key, self._unknown(name, known, "party") + _HINT)

    def _unknown(self, said: str, known: Any, what: str) -> str:
        """What to write in place of a word that is not known."""
        near = difflib.get_close_matches(said, list(known), 1)
        there = ", ".join(known) or "none yet"
        advice = f"did you mean “{near[0]}”?" if near else f"there are: {there}."
        return f"There is no {what} “{said}”; {advice}"


_HINT = " Or add it under [[parties]]."
