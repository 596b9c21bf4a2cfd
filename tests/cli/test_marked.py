import re

from parley.cli.marked import coloured, legend, plain
from parley.model import Report
from parley.views.marking import marks, pieces
from small_report import small_report

READ = small_report()
PIECES = tuple(pieces(READ.report.text, marks(READ)))


def test_labels_say_what_every_passage_is() -> None:
    shown = plain(PIECES)
    assert "“[1d We will sign on Friday],” [1s the trade minister, Asta Lind], [1c told] reporters" in shown
    assert "[4s The envoy, Paul Okoro], [4c declined] [4w to comment]." in shown
    assert "[~ Sign up to our newsletter.]" in shown
    assert "[? telephone name = telephone call?]" in shown


def test_a_statement_in_a_statement_is_marked_inside_it() -> None:
    assert "[2m that [3s Ferrand’s envoy] had [3c promised] [3m “a short list”] during a" in plain(PIECES)


def test_colour_and_labels_show_the_same_words() -> None:
    assert coloured(PIECES).plain == plain(PIECES)


def test_without_its_labels_the_text_is_the_text() -> None:
    bare = re.sub(r"\[\d*[scdmiw~?] | = telephone call\?\]|\]", "", plain(PIECES))
    assert bare == READ.report.text


def test_the_legend_explains_every_kind_that_is_there_and_no_other() -> None:
    labels = [label for label, _, _ in legend(marks(READ))]
    assert labels == ["[1s …]", "[1c …]", "[1d …]", "[1m …]", "[1w …]", "[~ …]", "[? …]"]


def test_terminal_commands_in_a_report_are_not_passed_on() -> None:
    report = Report("One \x1b[2J two \u202e three")
    shown = tuple(pieces(report.text, ()))
    assert plain(shown) == coloured(shown).plain == "One  two  three"
