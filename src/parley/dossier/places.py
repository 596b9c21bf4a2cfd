"""Where dossiers lie, and how a new one is made."""

from __future__ import annotations

import os
import re
from importlib.resources import files
from pathlib import Path

from platformdirs import user_data_path

from parley.dossier.errors import NoDossier

FOLDER_VARIABLE = "PARLEY_DOSSIERS"
"""The environment variable that says in which folder dossiers lie."""

ENDING = ".toml"
_NAME = re.compile(r"[^\W_][\w .-]{0,99}")


def dossier_folder() -> Path:
    """Where dossiers lie: in `PARLEY_DOSSIERS`, else in the user's data folder."""
    said = os.environ.get(FOLDER_VARIABLE)
    return Path(said).expanduser() if said else user_data_path("parley") / "dossiers"


def dossier_place(name: str) -> Path:
    """The file of a dossier: what ends in ".toml" or leads through folders is a path, all else a name.

    Raises:
        NoDossier: when it is neither.
    """
    if name.endswith(ENDING) or os.sep in name or "/" in name:
        return Path(name).expanduser()
    if not _NAME.fullmatch(name):
        raise NoDossier(f"{name!r} is no name for a dossier: use letters, digits, blanks and hyphens.")
    return dossier_folder() / f"{name}{ENDING}"


def new_dossier(name: str, place: Path | None = None) -> Path:
    """Makes a dossier with a table of each kind, each explained; gives its file.

    Args:
        name: what it is called, or the path of its file.
        place: where to put it; None: where dossiers lie.

    Raises:
        NoDossier: when there is one already, or the name is none.
    """
    path = place or dossier_place(name)
    called = path.name.removesuffix(ENDING) if place is None else name.removesuffix(ENDING)
    path.parent.mkdir(parents=True, exist_ok=True)
    template = files("parley.dossier").joinpath("template.toml").read_text(encoding="utf-8")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(template.replace("{name}", _quoted(called)))
    except FileExistsError as error:
        raise NoDossier(
            f"{path} is there already, and is left as it is: edit it, or choose another name."
        ) from error
    return path


def _quoted(name: str) -> str:
    """A name as it may stand between the quotation marks of a TOML string."""
    return name.replace("\\", "\\\\").replace('"', '\\"')
