"""Whose somebody is by what stands beside: "Chad's Ida Lund", "its minister", who spoke just before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from parley.findings.people.affiliation import Bearings
from parley.findings.people.behalf import standing_of
from parley.findings.people.bodies import medium
from parley.findings.people.member import Kind, Named, Role
from parley.findings.people.nouns import role_noun_ending
from parley.language.tree import Doc
from parley.vocabulary.geography import Form
from parley.vocabulary.offices import Standing, office_words

_BODIES = frozenset({Kind.COUNTRY, Kind.ORGANISATION, Kind.GROUP})
_OWNING = frozenset({"its", "their"})
_TITLE = 6
# Tokens, from the words of a body to those of its spokesman who is named without it.
_SOON = 110
_OWN = 3


class Beside:
    """Tells whose people of one report are where their roles do not say it.

    Args:
        doc: the parsed document.
        bearings: who is named where.
    """

    def __init__(self, doc: Doc, bearings: Bearings) -> None:
        self._doc = doc
        self._bearings = bearings

    def of(self, group: Sequence[Named], roles: Sequence[Role]) -> str | None:
        """The party of a person with these names and roles, or None."""
        if any(role.party or role.past or role.master is not None for role in roles):
            return None
        if roles and not any(standing_of(role.noun) is Standing.OFFICE for role in roles):
            return None
        return self._owned(group) or (self._led(group, roles) if roles else None)

    def _owned(self, group: Sequence[Named]) -> str | None:
        """ "Chad's Ida Lund": the country or body whose name owns that of a person."""
        for named in group:
            owner = self._bearings.at(named.start - 2)
            if owner is None or self._doc[named.start - 1].tag_ != "POS" or owner.kind is Kind.PERSON:
                continue
            if owner.end == named.start - 1 and self._may_send(owner):
                return self._bearings.party_of(owner)
        return None

    def _may_send(self, owner: Named) -> bool:
        if owner.naming is not None:
            return owner.naming.kind != "media" and owner.naming.form is not Form.CAPITAL
        return owner.kind in _BODIES and not medium(self._bearings.text(owner))

    def _led(self, group: Sequence[Named], roles: Sequence[Role]) -> str | None:
        for named in group:
            start = self._title_start(named.start)
            if start and self._doc[start - 1].lower_ in _OWNING:
                return self._named_before(start - 1)
        if any(role.noun in office_words("speaking") for role in roles):
            return self.spoke_before(group[0].start)
        return None

    def _title_start(self, name: int) -> int:
        start = name
        while start > 0 and name - start < _TITLE and self._doc[start - 1].pos_ in {"NOUN", "PROPN", "ADJ"}:
            start -= 1
        return start

    def _named_before(self, token: int) -> str | None:
        """The party of the last body named before a token in its sentence, or None."""
        start = next((at for at in range(token, -1, -1) if self._doc[at].is_sent_start), 0)
        bodies = [named for named in self._bearings.between(start, token) if self._may_send(named)]
        bodies = [named for named in bodies if named.kind is not Kind.PERSON]
        return self._bearings.party_of(bodies[-1]) if bodies else None

    def spoke_before(self, token: int) -> str | None:
        """The body that was the last to speak before a token, not long before; None where a person was."""
        starts = [start for start, _ in self._spoken]
        for start, named in reversed(self._spoken[: bisect_left(starts, token - _OWN)]):
            if token - start > _SOON:
                return None
            if named.kind is Kind.PERSON:
                return None
            if self._may_send(named) or named.naming is not None:
                return self._bearings.party_of(named)
        return None

    @cached_property
    def _spoken(self) -> list[tuple[int, Named]]:
        """Where a source names somebody: its first token, and a person or else the first body it names."""
        return sorted(self._sources(), key=lambda one: one[0])

    def _sources(self) -> Iterator[tuple[int, Named]]:
        for attribution in self._doc.attributions:
            for mention in attribution.source[:1]:
                span = self._doc.char_span(mention.start, mention.end)
                names = self._bearings.between(span.start, span.end) if span is not None else []
                people = [named for named in names if named.kind is Kind.PERSON]
                if span is not None and names:
                    yield span.start, (people or names)[0]

    def spokesman(self, noun: str, start: int, end: int) -> bool:
        """Whether a phrase is nothing but "a spokesman": a noun for who speaks, and an article."""
        bare = role_noun_ending(self._doc, end - 1, start)
        return noun in office_words("speaking") and bare is not None and bare.start - start <= 1
