"""The pages of the desk, one view a file, in the order of the navigation."""

from __future__ import annotations

from parley.desk.screens.about import ABOUT
from parley.desk.screens.adding import ADDING
from parley.desk.screens.administering import ADMINISTERING
from parley.desk.screens.board import BOARD
from parley.desk.screens.brief import BRIEF
from parley.desk.screens.cell import CELL
from parley.desk.screens.changes import CHANGES
from parley.desk.screens.commitments import COMMITMENTS
from parley.desk.screens.comparing import COMPARING
from parley.desk.screens.disputes import DISPUTES
from parley.desk.screens.finding import FINDING
from parley.desk.screens.ground import GROUND
from parley.desk.screens.people import PEOPLE
from parley.desk.screens.person import PERSON
from parley.desk.screens.report import REPORT
from parley.desk.screens.rulings import RULINGS
from parley.desk.screens.search import SEARCH
from parley.desk.screens.sources import SOURCES
from parley.desk.screens.timeline import TIMELINE

VIEWS = (
    BRIEF,
    CHANGES,
    BOARD,
    CELL,
    TIMELINE,
    GROUND,
    COMMITMENTS,
    DISPUTES,
    SOURCES,
    COMPARING,
    REPORT,
    FINDING,
    PEOPLE,
    PERSON,
    SEARCH,
    RULINGS,
    ADDING,
    ADMINISTERING,
    ABOUT,
)
"""All views. Those with a fixed path come before those whose path has a part in it that could be anything."""

VIEWS_BY_NAME = {view.name: view for view in VIEWS}

NAVIGATION = (
    (BRIEF, "b"),
    (CHANGES, "n"),
    (BOARD, "p"),
    (TIMELINE, "t"),
    (GROUND, "m"),
    (COMMITMENTS, "c"),
    (SOURCES, "s"),
    (PEOPLE, "w"),
    (SEARCH, "f"),
)
"""What the head of every page leads to, with the key that follows "g"."""
