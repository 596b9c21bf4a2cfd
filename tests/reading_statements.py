"""Statements of documents made by hand, with a cast that takes every source at its word."""

from dataclasses import dataclass

from parley.findings.statements import statements
from parley.language.tree import Doc
from parley.model import Furniture, Report, Span, Statement


@dataclass(frozen=True)
class Named:
    name: str
    role: str | None = None
    on_behalf_of: str | None = None


@dataclass(frozen=True)
class Telling:
    """A cast that takes words as they stand, pronouns by a table."""

    text: str
    pronouns: dict[str, str]

    def resolve(self, span: Span, position: int) -> Named | None:
        words = span.of(self.text)
        return Named(self.pronouns.get(words.lower(), words))


def read(doc: Doc, *furniture: Furniture, **pronouns: str) -> tuple[Statement, ...]:
    report = Report(doc.text, furniture=tuple(furniture))
    return statements(doc, report, Telling(doc.text, pronouns), [])


def names(found: tuple[Statement, ...]) -> list[str | None]:
    return [one.source.name if one.source is not None else None for one in found]


def said(doc: Doc, one: Statement) -> list[str]:
    return [part.of(doc.text) for part in one.content]
