"""`parley open`: makes a dossier."""

from __future__ import annotations

from pathlib import Path

import click

from parley.cli.options import examples


@click.command(
    "open",
    short_help="Make a dossier: one negotiation's own settings.",
    epilog=examples("parley open harbour", "parley open harbour --path talks/harbour.toml"),
)
@click.argument("name")
@click.option("--path", metavar="FILE", type=click.Path(path_type=Path), help="Where to put it.")
def open_command(name: str, path: Path | None) -> None:
    """Makes a dossier: a TOML file for what you know of one negotiation.

    It has a place for parties, people, issues, proposals, sites, feeds and outlets, each explained; all of
    it is optional. It lies in your data folder (or in PARLEY_DOSSIERS) unless --path says where. One that is
    there is left as it is. `parley suggest` fills it from what was read.
    """
    from parley.dossier import new_dossier

    made = new_dossier(name, path)
    click.echo(str(made))
    in_use = name if path is None else path
    click.echo(f"Edit it, or fill it with: parley suggest --dossier {in_use} --write", err=True)
