"""A report on its way in: what a format gave, and what the person who reads it gave."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """What the person who reads reports says of them; it goes before all else.

    Attributes:
        published: day of publication, as given, or None.
        outlet: who published them, or None.
        url: where they were published, or None.
    """

    published: str | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a format gave: a text, not yet checked, and what is said of it.

    Attributes:
        text: the text, as decoded.
        title: the headline, or None.
        outlet: who published it, or None.
        byline: who wrote it, or None.
        url: where it was published, or None.
        published: day of publication as the metadata has it, or None.
        headings: paragraphs that the mark-up says are headings.
        part: which part of its source it is (an item's key, a number), or None where it is all of it.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    headings: frozenset[str] = frozenset()
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A report of which a list gives the address, but not the words.

    Attributes:
        address: where its page is.
        title: its headline as the list has it, or None.
        outlet: who published it, or None.
        byline: who wrote it, or None.
        published: day of publication as the list has it, or None.
        is_list: whether the address is that of another list.
    """

    address: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Flaw:
    """A part of an input that is no report.

    Attributes:
        part: which part.
        reason: one sentence that says why.
        skipped: whether nothing is wrong with it: it is of another kind.
    """

    part: str
    reason: str
    skipped: bool = False
