"""A wrong date is told in one way, whichever command it is given to."""

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from command_line import CommandLine
from parley.cli.dates import DateType, DayType
from parley.cli.program import parley

ABOUT_DATES = {"since", "until", "as_of", "on", "from", "to", "start", "end", "day", "published", "date"}
NO_DATES = {("coverage", "gaps")}


def commands(
    group: click.Group = parley, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """All commands with the words they are called by."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


DATED = [
    (path, option.opts[0], option.type)
    for path, command in commands()
    for option in command.params
    if isinstance(option, click.Option) and isinstance(option.type, DateType)
]


def test_every_option_that_is_about_a_date_takes_one() -> None:
    untyped = [
        (path, option.name)
        for path, command in commands()
        for option in command.params
        if isinstance(option, click.Option)
        and (option.name in ABOUT_DATES or (option.metavar or "") in {"DATE", "DAY"})
        and not isinstance(option.type, DateType)
    ]
    assert untyped == []
    assert len({path for path, _, _ in DATED}) >= 15


@pytest.mark.parametrize(
    ("path", "option", "kind"), DATED, ids=[" ".join((*path, option)) for path, option, _ in DATED]
)
@pytest.mark.parametrize("wrong", ["yesterday", "2025-02-30"])
def test_what_is_no_date_is_told_alike(
    path: tuple[str, ...], option: str, kind: DateType, wrong: str
) -> None:
    shown = CliRunner().invoke(parley, [*path, option, wrong])
    assert shown.exit_code == 2
    assert shown.stdout == ""
    told = (
        f"'{wrong}' is not a day: write YYYY-MM-DD."
        if isinstance(kind, DayType)
        else f"'{wrong}' is not a date: write YYYY, YYYY-MM or YYYY-MM-DD."
    )
    assert shown.stderr.splitlines()[-1] == f"Error: Invalid value for '{option}': {told}"


@pytest.mark.parametrize(
    "asked",
    [
        ("search", "since:yesterday"),
        ("search", "until:yesterday"),
        ("export", "jsonl", "out.jsonl", "since:yesterday"),
    ],
)
def test_so_is_one_among_the_words_of_a_question(filled: CommandLine, asked: tuple[str, ...]) -> None:
    shown = filled.run(*asked)
    assert shown.exit_code == 2
    assert shown.stderr == "Error: 'yesterday' is not a date: write YYYY, YYYY-MM or YYYY-MM-DD.\n"


def test_so_is_one_that_a_finding_is_corrected_to(filled: CommandLine) -> None:
    finding = filled.run("ledger", "--format", "csv").stdout.splitlines()[1].split(",")[0]
    shown = filled.run("rule", "correct", finding, "said_on", "yesterday")
    assert shown.exit_code == 2
    assert shown.stderr == "Error: 'yesterday' is not a date: write YYYY, YYYY-MM or YYYY-MM-DD.\n"


@pytest.mark.parametrize("command", ["ledger", "changes", "calendar", "timeline", "events", "proposals"])
def test_days_in_the_wrong_order_are_told_alike(filled: CommandLine, command: str) -> None:
    shown = filled.run(command, "--since", "2025-06", "--until", "2025-05")
    assert shown.exit_code == 2
    assert shown.stderr == (
        "Error: No day is both from 2025-06 on and until 2025-05: the first is the later.\n"
    )


def test_days_of_publication_may_be_written_as_pages_do(filled: CommandLine) -> None:
    shown = filled.run("read", "nothing.txt", "--published", "2 June 2025")
    assert "is not a date" not in shown.stderr
