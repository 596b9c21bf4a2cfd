"""How to read the desk: its words, its marks, its keys, its addresses."""

from __future__ import annotations

from parley.desk.view import Answer, Asked, Field, View

WORDS = (
    ("report", "One published text. It never changes; its id is made from its text."),
    ("finding", "One thing one report says, with the words that show it."),
    ("statement", "Words or thoughts that a report attributes to somebody."),
    ("direct", "All of a statement's words stand inside quotation marks."),
    ("mixed", "A part of them does."),
    ("indirect", "None of them does: the reporter's words for what was said."),
    ("withheld", "Somebody declined, refused, or could not be reached."),
    ("own", "A stance that the party gives by its own people, papers or acts."),
    ("ascribed", "A stance that somebody else says it has; it is never counted as the party's own."),
    ("independent source", "Reports that carry the same text, or a machine's rewording of it, are one."),
    ("folded", "A copy, counted with its original and still there to be read."),
    ("altered wording", "A machine has swapped words of this text; its quotation marks prove nothing."),
    ("machine", "Found by the program; nobody has looked at it."),
    ("confirmed, corrected", "A person has looked at it; the log of rulings says who and when."),
    ("no statement found", "Nothing was found that says it. It does not mean that a party is neutral."),
    (
        "contested",
        "A map shows the ground as in dispute, claimed only, or divided; it does not say who holds it.",
    ),
    ("border noise", "A map shows something across a border, but no more than the way the border was drawn."),
    ("not covered", "A map cannot say: it does not look there, or not on that day, or draws no such ground."),
    ("not yet read", "There are reports that wait to be read; the answer may be in them."),
    ("filtered out", "There is something, but the filters of this page leave it out."),
)
KEYS = (
    ("/", "Search"),
    ("?", "This page"),
    (
        "g, then b n p t m c s w f",
        "Brief, News (what changed), Board (positions), Timeline, Maps, Commitments, Sources, Who, Find",
    ),
    ("j, k", "Next and previous finding, row or sentence"),
    ("Enter", "Open it"),
    ("a, x", "Accept, reject the finding"),
    ("e", "Edit it"),
    ("Space", "Skip to the next that nobody has looked at"),
    ("u, Backspace", "Undo the last ruling"),
    ("o", "Open the report at its own address"),
    ("Esc", "Close, leave the field"),
)

_FIELDS = (
    Field("word", "string", "A word the desk uses."),
    Field("means", "string", "What it means."),
)


def _answer(asked: Asked) -> Answer:
    """The words of the desk."""
    rows = [{"word": word, "means": means} for word, means in WORDS]
    return Answer(rows, shown={"keys_listed": KEYS})


ABOUT = View(
    "about",
    "/about",
    "How to read this",
    "The words, marks, keys and addresses of the desk, and what it cannot do.",
    _FIELDS,
    _answer,
)
