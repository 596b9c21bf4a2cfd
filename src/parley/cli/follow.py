"""`parley follow`: keeps up with feeds."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import click

from parley.cli.fetching import load_fetcher, trust_option
from parley.cli.options import dossier_option, examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column
from parley.cli.terminal import one_line

if TYPE_CHECKING:
    from parley.cli.reading_run import Reader
    from parley.following import FeedTold, Follower, PageTold, Source
    from parley.record import Record

_COLUMNS = (
    Column("status"),
    Column("listed", spare=True),
    Column("new"),
    Column("updated"),
    Column("gone"),
    Column("failed"),
    Column("feed", "bold"),
    Column("remark", wide=True),
)
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_SHORTEST_PAUSE = 60.0


@click.command(
    "follow",
    short_help="Keep up with feeds.",
    epilog=examples(
        "parley follow https://example.org/feed.xml --once",
        "parley follow harbour --every 30m        # the feeds of a dossier",
        "parley follow --once                     # the feeds followed before",
    ),
)
@click.argument("feeds", metavar="[DOSSIER|URL]...", nargs=-1)
@click.option("--once", is_flag=True, help="One round, then end.")
@click.option(
    "--every",
    metavar="TIME",
    default="15m",
    show_default=True,
    help="How long to wait between rounds: 10m, 2h.",
)
@click.option("--recheck", is_flag=True, help="Look again at every page, however recently it was read.")
@trust_option
@dossier_option
@format_option(Format.TABLE, Format.JSONL)
@record_option
def follow_command(feeds: tuple[str, ...], once: bool, every: str, form: str, **options: Any) -> None:
    """Keeps up with feeds: reads what is new, sees what was changed, notes what is gone.

    A feed is RSS, Atom, a JSON feed or a sitemap. DOSSIER is the name or the file of a dossier, whose feeds
    are followed; without any argument those of the dossier in use, else all that were followed before.
    Reports with all their words in the feed are read from there, others are fetched. Feeds and pages are
    asked whether they have changed, robots.txt is obeyed, no host is asked twice within a second, one that
    fails is left alone for longer each time. What is known is kept in the record: a run that was broken off
    goes on where it was.

    An article that was changed is kept beside what it said before (`parley show REPORT --versions`); one
    that has vanished stays, and is marked. A feed that cannot be read is told of, and the others go on.
    """
    from parley.following import Follower
    from parley.record import open_record

    pause = _seconds(every)
    with open_record(options["record_path"]) as record:
        sources = _sources(feeds, options["dossier"], record)
        taking = _Taking(record, options["dossier"])
        fetcher = load_fetcher(options["trusted"])
        while True:
            follower = Follower(record, fetcher, taking.take, recheck_all=options["recheck"])
            _show(follower, sources, Format(form))
            if once:
                return
            time.sleep(pause)


def _seconds(words: str) -> float:
    """The seconds that "15m" or "2h" means.

    Raises:
        click.BadParameter: when it means nothing, or less than a minute.
    """
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smhd]?)", words.strip().lower())
    seconds = float(found[1]) * _UNITS[found[2] or "s"] if found else 0.0
    if seconds < _SHORTEST_PAUSE:
        raise click.BadParameter(
            f"{words!r} is no time of a minute or more: write 15m or 2h.", param_hint="--every"
        )
    return seconds


def _sources(named: Sequence[str], in_use: str | None, record: Record) -> list[Source]:
    """The feeds to follow.

    Raises:
        click.UsageError: when there are none.
    """
    from parley.dossier import load_dossier
    from parley.following import Source

    found: list[Source] = []
    for name in named or ([in_use] if in_use else []):
        if name.lower().startswith(("http://", "https://")):
            found.append(Source(name))
        else:
            found += [Source(feed.url, feed.outlet) for feed in load_dossier(name).feeds]
    if not named and not in_use:
        found = [Source(known.url, None, known.listed_by) for known in record.followed_feeds()]
    if not found:
        raise click.UsageError("There is no feed to follow: name one, or a dossier that has some.")
    return found


class _Taking:
    """Reads reports into the record; what reads them is loaded when the first comes."""

    def __init__(self, record: Record, dossier: str | None) -> None:
        self._record = record
        self._dossier = dossier
        self._reader: Reader | None = None

    def take(self, taken: Any) -> str:
        """Reads a report into the record, and gives its id."""
        from parley.cli import read
        from parley.cli.reading_run import keep

        if self._reader is None:
            self._reader = read.reader_loader(self._dossier)()
        return keep(self._record, taken.report, self._reader, taken.arrival).read.report.id


@dataclass
class _Line:
    """What came of one feed and its pages."""

    feed: str
    status: str
    listed: int = 0
    new: int = 0
    updated: int = 0
    gone: int = 0
    failed: int = 0
    remark: str | None = None


def _show(follower: Follower, sources: Iterable[Source], form: Format) -> None:
    """Runs a round and writes what came of it, page by page as it comes and feed by feed at the end."""
    from parley.cli.output import write_jsonl
    from parley.cli.table import write_table
    from parley.following import FeedTold

    lines: dict[str, _Line] = {}
    for told in follower.round(sources):
        if form is Format.JSONL:
            kind = "feed" if isinstance(told, FeedTold) else "page"
            write_jsonl([{"type": kind, **asdict(told)}])
        elif isinstance(told, FeedTold):
            lines[told.url] = _Line(told.url, told.status, told.listed, remark=_remark(told))
        else:
            _count(lines[told.feed], told)
            _say(told)
    if form is Format.TABLE:
        write_table(
            _COLUMNS, [[getattr(line, column.heading) for column in _COLUMNS] for line in lines.values()]
        )


def _remark(told: FeedTold) -> str | None:
    """Why a feed failed, and when it is asked again."""
    again = f"Asked again after {told.again}." if told.again else None
    return " ".join(filter(None, [told.reason, again])) or None


def _count(line: _Line, told: PageTold) -> None:
    name = told.outcome.value
    if name in ("new", "updated", "gone", "failed"):
        setattr(line, name, getattr(line, name) + 1)


def _say(told: PageTold) -> None:
    """Prints what came of a page to the standard error; of one that is as it was, nothing."""
    from parley.following import PageOutcome

    if told.outcome in (PageOutcome.KNOWN, PageOutcome.UNCHANGED):
        return
    words = " ".join(filter(None, [told.report, told.title])) if told.report else ""
    reason = told.reason or ""
    click.echo(one_line(f"{told.outcome}: {told.url} {words} {reason}"), err=True)
