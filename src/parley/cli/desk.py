"""`parley desk`: the record in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from parley.cli.ground_options import default_ground, discretion_of, ground_option
from parley.cli.options import dossier_option, examples, record_option

if TYPE_CHECKING:
    from parley.desk.access import Access

_ROLES = ("reader", "analyst", "admin")


@click.command(
    "desk",
    short_help="Open the record in the browser.",
    epilog=examples(
        "parley desk",
        "parley desk --record talks.db --port 9000 --no-browser",
        "parley desk --grant anna:analyst       # asks for her password",
        "parley desk --host 0.0.0.0 --certificate desk.pem --key desk.key",
    ),
)
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Where to listen; else the first free from 8642 on."
)
@click.option("--no-browser", is_flag=True, help="Print the address and open no browser.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Let others reach it; they must sign in."
)
@click.option("--name", "names", multiple=True, metavar="HOST", help="A host name others know it by.")
@click.option("--certificate", type=click.Path(exists=True, dir_okay=False), help="TLS certificate (PEM).")
@click.option("--key", type=click.Path(exists=True, dir_okay=False), help="The key of the certificate (PEM).")
@click.option(
    "--access", "access_path", metavar="FILE", help="Who may sign in; else a file in your data folder."
)
@click.option("--grant", metavar="NAME:ROLE", help="Let somebody sign in with a password, and end.")
@click.option("--grant-token", metavar="NAME:ROLE", help="Let a program in: print its token, and end.")
@click.option("--revoke", metavar="NAME", help="Take back what was granted, and end.")
@record_option
@dossier_option
@ground_option
def desk_command(record_path: str | None, access_path: str | None, **given: Any) -> None:
    """Opens the record in the browser: brief, changes, board, reader, timeline, commitments, sources, people.

    It asks nothing of any other machine. Without a record it shows a sample negotiation, and says so.
    Only this machine can reach it; with --host others can, who must sign in: grant it first. A role is
    reader (looks), analyst (also adds reports and rules on findings) or admin (also lets others in, has feeds
    followed, rebuilds what is derived).
    """
    from parley.desk.access import Access

    access = Access(Path(access_path) if access_path else _access_file())
    for option, grant in (("grant", _grant), ("grant_token", _grant_token), ("revoke", _revoke)):
        value = given[option]
        if value is not None:
            grant(access, value)
            return
    _serve(record_path if _is_named("record_path") else None, access, given)


def _is_named(parameter: str) -> bool:
    """Whether a parameter stands on the command line; the environment only says where the default is."""
    source = click.get_current_context().get_parameter_source(parameter)
    return source is click.core.ParameterSource.COMMANDLINE


def _access_file() -> Path:
    """Where it is kept who may sign in."""
    from platformdirs import user_data_path

    return user_data_path("parley") / "desk-access.json"


def _serve(record_path: str | None, access: Access, given: dict[str, Any]) -> None:
    """Opens the record and serves it."""
    from parley.cli.asked import show_catching_up
    from parley.desk.serving import Serving, desk_of, is_loopback, opened_store, serve

    host = given["host"]
    reachable = not is_loopback(host)
    serving = Serving(
        host=host,
        port=given["port"],
        names=frozenset(given["names"]),
        access=access if reachable else None,
        certificate=given["certificate"],
        key=given["key"],
    )
    with opened_store(record_path) as store:
        show_catching_up(store.record, copies=True)
        if given["ground_path"] or not store.maps.there:
            store.maps.place = Path(given["ground_path"] or default_ground()).expanduser()
        if given["dossier"]:
            store.maps.discretion = discretion_of(given["dossier"])
        desk = desk_of(store, serving)
        if store.sample:
            _say("There is no record yet, so this is a sample negotiation, which ends with the program.")
            _say("Its countries, people and words are invented. Read your own: parley read REPORT...")
        else:
            _say(f"The record: {store.record.place}")
        if reachable and not serving.certificate:
            _say("Without --certificate, passwords and pages can be read on their way; put TLS before it.")
        serve(desk, serving, browser=not given["no_browser"], say=_say)


def _say(line: str) -> None:
    from parley.cli.terminal import one_line

    click.echo(one_line(line), err=True)


def _grant(access: Access, value: str) -> None:
    """Asks for a password and keeps what it hashes to."""
    from parley.desk.access import Role

    name, role = _parted(value, "--grant")
    password = click.prompt(f"Password for {name}", hide_input=True, confirmation_prompt=True, err=True)
    access.grant_password(name, Role(role), password)
    _say(f"{name} may sign in as {role}; kept in {access.file}.")


def _grant_token(access: Access, value: str) -> None:
    """Prints a new token, which is kept nowhere."""
    from parley.desk.access import Role

    name, role = _parted(value, "--grant-token")
    click.echo(access.grant_token(name, Role(role)))
    _say(f"This token lets in {name} as {role}. It is shown once and kept nowhere; only its hash is.")


def _revoke(access: Access, name: str) -> None:
    """Takes back what was granted."""
    known = access.revoke(name)
    _say(f"{name} may no longer sign in." if known else f"Nothing was granted to {name}.")


def _parted(value: str, option: str) -> tuple[str, str]:
    name, _, role = value.rpartition(":")
    if not name.strip() or role not in _ROLES:
        raise click.BadParameter(f"write NAME:ROLE with one of {', '.join(_ROLES)}.", param_hint=option)
    return name.strip(), role
