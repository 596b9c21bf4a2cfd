"""Whom a source means that is described, not named: "the minister", "a Chadian spokesman", "the ministry"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.findings.people.affiliation import Bearings
from parley.findings.people.descriptions import Description, body_meant, described_person, member_meant
from parley.findings.people.focus import Focus
from parley.findings.people.introduced import named_later, only_person, without_role
from parley.findings.people.member import Kind, Member, Resolution
from parley.findings.people.members import Roster
from parley.findings.people.nameless import NamelessParty, collective
from parley.findings.people.nouns import RoleNoun
from parley.findings.people.phrases import Phrase, head_noun, owner_name, written
from parley.language.tree import Doc
from parley.vocabulary.offices import Standing, office_words, standings


@dataclass(frozen=True, slots=True)
class Describer:
    """Resolves descriptions in one report.

    Attributes:
        doc: the parsed document.
        roster: everybody it names.
        bearings: who is named where.
        focus: who comes up where; grows as the report is walked through.
        nameless: for whom nameless sources speak.
    """

    doc: Doc
    roster: Roster
    bearings: Bearings
    focus: Focus
    nameless: NamelessParty

    def meant(self, phrase: Phrase, token: int) -> Resolution | None:
        """Whom a description means, seen from a token; None where the report does not tell."""
        noun = head_noun(self.doc, phrase)
        noun = self._with_rank(noun, phrase) if noun is not None else None
        if noun is not None and not collective(noun.noun):
            wanted = described_person(self.doc, phrase, noun, self.bearings, self._owner_at)
            if wanted is not None:
                again = self._nameless_again(phrase, noun, token)
                # "The diplomat" after "a Chadian diplomat said" is that one, whoever else may be called so.
                first = again if noun.noun in office_words("many_hold") else None
                return first or self._person(wanted, token) or again or self._alone(wanted, noun, token)
            vague = described_person(self.doc, phrase, noun, self.bearings, self._owner_at, vague=True)
            later = self._later(vague, token) if vague is not None else None
            if later is not None:
                return later
        if noun is not None and noun.plural and (several := self._several_again(phrase, noun, token)):
            return several
        body = body_meant(self.doc, phrase, self.focus, token)
        return replace(body, how="description") if body is not None else None

    def _with_rank(self, noun: RoleNoun, phrase: Phrase) -> RoleNoun:
        """A noun with the rank told before a country: "the top Peruvian diplomat" is the top diplomat."""
        ranked = f"top {noun.noun}"
        before = self.doc[phrase.start : noun.start].text.lower().split()
        return replace(noun, noun=ranked) if "top" in before and ranked in standings() else noun

    def as_written(self, phrase: Phrase) -> Resolution:
        """A source the report does not name: its own words are its name."""
        noun = head_noun(self.doc, phrase)
        last = self.doc[phrase.base_end - 1]
        plural = noun.plural if noun is not None else last.tag_ in {"NNS", "NNPS"}
        single = noun is not None and not noun.plural and not collective(noun.noun)
        kind = Kind.PERSON if single else Kind.GROUP
        party = self.nameless.of(phrase, noun)
        return Resolution(self._words(phrase), kind, "as written", on_behalf_of=party, plural=plural)

    def _words(self, phrase: Phrase) -> str:
        """The words of a source, with the whole name of who owns it ("Lund's office" is Ida Lund's)."""
        text = written(self.doc, phrase)
        if (
            phrase.start > 0
            and self.doc[phrase.start - 1].lower_ == "both"
            and phrase.end - phrase.start == 1
        ):
            return f"both {text}"
        owner = owner_name(self.doc, phrase, self.bearings)
        if owner is None or owner.kind is not Kind.PERSON or owner.start != phrase.start:
            return text
        whose = self._owner_at(owner.start)
        own, mark, rest = text.partition(self.doc[owner.end].text)
        return f"{whose.name}{mark}{rest}" if whose is not None and own in whose.name else text

    def _person(self, wanted: Description, token: int) -> Resolution | None:
        members = self.roster.members
        found = member_meant(wanted, members, self.focus, token)
        if found is None:
            found = without_role(wanted, self.focus, token)
        return _described(found) if found is not None else self._later(wanted, token)

    def _alone(self, wanted: Description, noun: RoleNoun, token: int) -> Resolution | None:
        """ "The author" is the one person who came up just before, where nobody else did."""
        if noun.standing is not Standing.PRIVATE or wanted.party or wanted.words or wanted.of:
            return None
        found = only_person(wanted, self.focus, token)
        return _described(found) if found is not None else None

    def _later(self, wanted: Description, token: int) -> Resolution | None:
        found = named_later(wanted, self.roster.members, self.doc, token)
        return _described(found) if found is not None else None

    def _owner_at(self, token: int) -> Member | None:
        named = self.bearings.at(token)
        if named is None or named not in self.roster.owner:
            return None
        return self.roster.members[self.roster.owner[named]]

    def _nameless_again(self, phrase: Phrase, noun: RoleNoun, token: int) -> Resolution | None:
        """ "the official" after "a senior Chadian official said": the same nameless source."""
        if phrase.end - phrase.start != noun.end - noun.start + 1:
            return None

        def fits(who: Resolution) -> float:
            same = who.how == "as written" and not who.plural and noun.noun in who.name.lower()
            return 1.0 if same and who.name.lower() != f"the {noun.noun}" else 0.0

        meant = self.focus.best(token, fits)
        return replace(meant, how="description") if meant is not None else None

    def _several_again(self, phrase: Phrase, noun: RoleNoun, token: int) -> Resolution | None:
        """ "These officials" after "two Chadian officials said": the same nameless people."""
        pointing = self.doc[phrase.start].lower_ in {"these", "those", "the"}
        if not pointing or phrase.end != noun.end or noun.start != phrase.start + 1:
            return None
        written = self.doc[noun.start : noun.end].text.lower()

        def fits(who: Resolution) -> float:
            words = who.name.lower().split()
            same = who.how == "as written" and who.plural and written in words
            return 1.0 if same and words[0] != "the" else 0.0

        meant = self.focus.best(token, fits)
        return replace(meant, how="description") if meant is not None else None


def _described(member: Member) -> Resolution:
    return Resolution(member.name, member.kind, "description", member.role, member.party, member=member)
