"""Answers about single tokens that are asked for again and again, kept with the document."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from parley.language.tree import Token

Answer = TypeVar("Answer")


def remembered(question: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """A function of one token that works each answer out once a document.

    The tree does not change once it is made, so neither do the answers; nobody may write to an answer.
    """

    @wraps(question)
    def recalled(token: Token) -> Answer:
        answers: dict[int, Answer] = token.doc.memory[question]
        place = token.i
        if place in answers:
            return answers[place]
        answer = answers[place] = question(token)
        return answer

    return recalled
