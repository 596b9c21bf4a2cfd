"""Lines broken to fit a width end no sentence; a line of its own does."""

from __future__ import annotations

from parley.language import load_engine

_WRAPPED = (
    "OSLO, March 3 -\n"
    "Talks between the port and the dockers on a new\n"
    "contract will go on until Friday, the mayor said on\n"
    "Tuesday, after a night in which neither side gave any\n"
    "ground on wages.\n"
    "    The dockers want a raise of four percent in each\n"
    "of the next two years, with a promise that no berth\n"
    "is closed before the contract ends.\n"
)


def _sentences(text: str) -> list[str]:
    return [" ".join(sentence.text.split()) for sentence in load_engine().parse(text).sents]


def test_a_line_broken_to_fit_ends_no_sentence() -> None:
    assert any(
        sentence.startswith("The dockers want") and sentence.endswith("ends.")
        for sentence in _sentences(_WRAPPED)
    )


def test_a_line_of_its_own_does() -> None:
    assert _sentences("The dockers want more pay\nThe port will not offer it") == [
        "The dockers want more pay",
        "The port will not offer it",
    ]
