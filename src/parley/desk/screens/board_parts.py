"""What the board is made of: the cells of parties and issues, and what became of their stances."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from parley.desk.narrowing import has_words
from parley.desk.quoting import teller
from parley.desk.screens.brief_parts import MOST_PARTIES, first_board
from parley.desk.showing import stance
from parley.desk.view import Asked
from parley.desk.wording import Worded
from parley.record import Record
from parley.record.names import searchable
from parley.views.board import Board, Cell, Stand, board
from parley.views.changes import contradict, step


@dataclass(frozen=True, slots=True)
class Shown:
    """A stance in a cell of the page.

    Attributes:
        stand: the stance.
        words: the stance as people say it.
        teller: who says so, where it is not the party.
        change: against the earlier date, or None.
        was: what it was at the earlier date, where it is another now.
        conflict: whether another own stance of the same cell and day says otherwise.
        altered: whether only a machine's rewording tells of it.
    """

    stand: Stand
    words: str
    teller: str | None
    change: str | None
    was: Stand | None
    conflict: bool
    altered: bool = False

    @property
    def sources(self) -> int:
        """Independent sources."""
        return self.stand.sources

    @property
    def copies(self) -> int:
        """Reports beyond those."""
        return len(self.stand.reports) - self.stand.sources


@dataclass(frozen=True, slots=True)
class Matter:
    """What stands in a cell of the page on one topic.

    Attributes:
        cell: all of it.
        own: the party's own latest stances.
        ascribed: what others say of it.
    """

    cell: Cell
    own: tuple[Shown, ...]
    ascribed: tuple[Shown, ...]

    @property
    def earlier(self) -> int:
        """How many own stances came before."""
        return len(self.cell.earlier)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which board the record is asked for.

    Attributes:
        as_of: EDTF date, or None.
        party: words of the party's name, or None.
        issue: words of the issue, or None.
        parties: at most so many, those with most positions; None: all.
    """

    as_of: str | None = None
    party: str | None = None
    issue: str | None = None
    parties: int | None = None


def board_of(asked: Asked, as_of: str | None, party: str | None, issue: str | None, part: int = 1) -> Board:
    """The board as of a day, of the parties and issues asked for.

    Of a small record the whole board is kept and looked through; a large one is asked for no more than there
    are parts to show, and one party beyond, which says that there are more.
    """
    if asked.store.large:
        party, issue = (words if searchable(words or "").strip() else None for words in (party, issue))
        if (as_of, party, issue, part) == (None, None, None, 1):
            return asked.store.kept("first board", first_board)
        wanted = Wanted(as_of, party, issue, part * MOST_PARTIES + 1)
        return asked.store.kept(("board", wanted), partial(wanted_board, wanted=wanted))
    work_out = partial(wanted_board, wanted=Wanted(as_of)) if as_of else whole_board
    return narrowed(asked.store.kept(("board", as_of), work_out), party, issue)


def wanted_board(record: Record, wanted: Wanted) -> Board:
    """The board that is wanted."""
    return board(record, wanted.as_of, party=wanted.party, issue=wanted.issue, parties=wanted.parties)


def whole_board(record: Record) -> Board:
    """The board of all there is."""
    return _whole_board(record, record.version())


@lru_cache(maxsize=1)
def _whole_board(record: Record, version: str) -> Board:
    """The same, kept until the version is another."""
    return board(record)


def narrowed(whole: Board, party: str | None, issue: str | None) -> Board:
    """What a board has of some parties and issues."""
    if not party and not issue:
        return whole
    cells = tuple(
        cell for cell in whole.cells if has_words(cell.party, party) and has_words(cell.topic, issue)
    )
    names, topics = {cell.party for cell in cells}, {cell.topic for cell in cells}
    return Board(
        whole.as_of,
        tuple(one for one in whole.parties if one in names),
        tuple(one for one in whole.topics if one in topics),
        cells,
    )


def shown_stand(cell: Cell, shown: Worded, before: Board | None) -> Shown:
    """A stance of a cell as the page shows it, held against what stood before."""
    stand = shown.stand
    own = stand.ascribed_by is None
    earlier = before.cell(cell.party, cell.topic) if before and own else None
    change, was = change_of(stand, earlier) if before and own else (None, None)
    same = [one.stance for one in cell.latest if _is_on_the_same(one, stand)]
    return Shown(
        stand=stand,
        words=stance(stand.stance),
        teller=teller(stand.ascribed_by),
        change=change,
        was=was,
        conflict=own and contradict(same),
        altered=shown.altered,
    )


def _is_on_the_same(one: Stand, other: Stand) -> bool:
    return bool({words.casefold() for words in one.on} & {words.casefold() for words in other.on})


def change_of(stand: Stand, before: Cell | None) -> tuple[str, Stand | None]:
    """What became of a stance since an earlier cell, one of `CHANGES`, and what it was there."""
    known = before.own if before else ()
    if any(set(one.findings) >= set(stand.findings) for one in known):
        return "same", None
    latest = before.latest if before else ()
    same = next((one for one in latest if _is_on_the_same(one, stand)), None)
    if same is None:
        return "new", None
    kind = step(same.stance, same.conditions, stand.stance, stand.conditions)
    return (kind.value, same) if kind is not None else ("same", None)


def gone(found: Board, before: Board) -> Iterator[tuple[Cell, Shown]]:
    """Cells that stood before and have nothing of their own now."""
    now = {(cell.party, cell.topic) for cell in found.cells if cell.own}
    for cell in before.cells:
        if cell.own and (cell.party, cell.topic) not in now:
            yield cell, Shown(cell.own[0], "", None, "withdrawn", None, False)
