"""When a statement was said, which is not when it was reported: `said_on`, in EDTF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.findings.dating.candidates import Dating
from parley.findings.dating.carried import date_sayings
from parley.findings.dating.own import own_dating
from parley.findings.dating.saying import Page, saying_of
from parley.language.times import TimeExpression
from parley.language.tree import Doc
from parley.model import Attribution, Statement

__all__ = ["Dating", "date_statements", "dated", "said_on"]


def said_on(
    doc: Doc, said: Attribution | Statement, times: Sequence[TimeExpression], published: str | None
) -> str | None:
    """The date that a statement's own sentence gives the saying.

    Args:
        doc: the document.
        said: the statement or attribution.
        times: the document's time expressions, from `parley.language.times.find_times`.
        published: day of publication, EDTF, or None.

    Returns:
        EDTF, or None where the sentence does not date the saying. A date inside what is said never counts.
    """
    found = own_dating(Page(doc, times), saying_of(said), published)
    return found.value if found is not None else None


def date_statements(
    doc: Doc, statements: Sequence[Statement], times: Sequence[TimeExpression], published: str | None
) -> tuple[Dating | None, ...]:
    """When each of a report's statements was said, with the words and the rule that show it.

    Besides its own sentence, a statement may take its date from the same speaker's statement just before,
    or from an occasion dated elsewhere in the report ("in his letter").

    Args:
        doc: the document.
        statements: all statements of the report, in text order.
        times: the document's time expressions.
        published: day of publication, EDTF, or None.

    Returns:
        One dating a statement; None where the report gives no way to know.
    """
    return date_sayings(Page(doc, times), [saying_of(statement) for statement in statements], published)


def dated(
    doc: Doc, statements: Sequence[Statement], times: Sequence[TimeExpression], published: str | None
) -> tuple[Statement, ...]:
    """The statements with `said_on` filled in; see `date_statements`."""
    found = date_statements(doc, statements, times, published)
    return tuple(
        replace(statement, said_on=dating.value if dating is not None else None)
        for statement, dating in zip(statements, found, strict=True)
    )
