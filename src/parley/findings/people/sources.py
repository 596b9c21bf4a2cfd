"""Resolves the words of a source to whom they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from parley.findings.people.affiliation import Bearings
from parley.findings.people.behalf import stands_for_government
from parley.findings.people.beside import Beside
from parley.findings.people.bodies import medium
from parley.findings.people.clauses import clause_subject, main_subject, named_by_clause, subject_beside
from parley.findings.people.described import Describer
from parley.findings.people.focus import Focus, Key, key_of, sex_fit
from parley.findings.people.homes import Homes
from parley.findings.people.joined import (
    is_notice,
    issuer,
    listed,
    one_person,
    person_behind_comma,
    spoken_for,
    stands_alone,
)
from parley.findings.people.member import Kind, Member, Named, Resolution
from parley.findings.people.members import Roster
from parley.findings.people.nameless import (
    NamelessParty,
    acting_body,
    carries_words,
    plurality,
    sends_delegates,
    single_person,
)
from parley.findings.people.phrases import (
    Phrase,
    head_name,
    head_noun,
    owner_name,
    parts,
    phrase_of,
    whole,
    without_genitive,
    without_style,
    written,
)
from parley.language.tree import Doc
from parley.language.words import token_before
from parley.model import Span
from parley.vocabulary.geography import Form, is_lent
from parley.vocabulary.offices import Sex, Standing

_SINGULAR = {"he": Sex.HE, "him": Sex.HE, "his": Sex.HE, "himself": Sex.HE}
_SINGULAR |= {"she": Sex.SHE, "her": Sex.SHE, "hers": Sex.SHE, "herself": Sex.SHE}
_NEUTRAL = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_FIRST = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "myself", "ourselves"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_BOTH = 4
_NOBODY: frozenset[Key] = frozenset()


class Reader:
    """Resolves sources by a report's roster and by who is in focus before them."""

    def __init__(self, doc: Doc, names: Roster, bearings: Bearings, focus: Focus) -> None:
        self.doc = doc
        self.roster = names
        self.bearings = bearings
        self.focus = focus
        self.spoken_of: Mapping[int, frozenset[Key]] = {}
        nameless = NamelessParty(
            doc, bearings, self._owner_at, self.meant_by, Beside(doc, bearings), Homes(doc, bearings)
        )
        self._describer = Describer(doc, names, bearings, focus, nameless)

    def resolve(self, mention: Span, position: int, speaker: Resolution | None) -> Resolution:
        """Whom `mention` stands for; `position` is the character before which somebody must have come up."""
        phrase = phrase_of(self.doc, mention)
        if phrase is None:
            return Resolution(mention.of(self.doc.text).strip(), Kind.GROUP, "as written")
        token = phrase.start
        if position != mention.start:
            before = token_before(self.doc, position)
            token = before if before >= 0 else token
        return self.resolve_phrase(phrase, token, speaker)

    def resolve_phrase(self, phrase: Phrase, token: int, speaker: Resolution | None = None) -> Resolution:
        """Whom the words of a phrase stand for, seen from `token`."""
        phrase = without_genitive(self.doc, without_style(self.doc, phrase))
        if (pronoun := self._pronoun(phrase, token, speaker)) is not None:
            return pronoun
        if (several := self._several(phrase, token)) is not None:
            return several
        named = head_name(self.doc, phrase, self.bearings)
        if named is not None:
            return self.of_name(named, phrase)
        return self._describer.meant(phrase, token) or self._describer.as_written(phrase)

    # Pronouns

    def _pronoun(self, phrase: Phrase, token: int, speaker: Resolution | None) -> Resolution | None:
        word = self.doc[phrase.start].lower_
        alone = phrase.base_end - phrase.start == 1 or (
            phrase.base_end - phrase.start == 2
            and self.doc[phrase.start + 1].lower_.endswith(("self", "selves"))
        )
        if not alone:
            return self._possessor(phrase, token)
        if word in _RELATIVE:
            return self._antecedent(phrase.start)
        if word in _FIRST and speaker is not None:
            return replace(speaker, how="pronoun")
        owns = self.doc[phrase.start].tag_ == "PRP$"
        meant = (self._of_own_clause(phrase.start, word) if owns else None) or self.meant_by(word, token)
        return replace(meant, how="pronoun") if meant is not None else None

    def meant_by(self, word: str, token: int) -> Resolution | None:
        """Whom a pronoun of the third person means at a token, or None."""
        ruled_out = self.spoken_of.get(token, _NOBODY)
        if word in _SINGULAR:
            sex = _SINGULAR[word]
            for found in map(self._known, named_by_clause(self.doc, self.bearings, token)):
                if found is not None and single_person(found) * sex_fit(found, sex) > 0:
                    return found
            person = self.focus.best(token, lambda who: single_person(who) * sex_fit(who, sex), ruled_out)
            return person or self._delegate(token)
        if word in _NEUTRAL:
            beside = self._known(subject_beside(self.doc, self.bearings, token))
            fits = beside is not None and acting_body(beside) > 0
            return beside if fits else self.focus.best(token, acting_body, ruled_out)
        return self._those(token, ruled_out) if word in _PLURAL else None

    def _known(self, named: Named | None) -> Resolution | None:
        return self.of_name(named, None) if named is not None and named in self.roster.owner else None

    def _of_own_clause(self, start: int, word: str) -> Resolution | None:
        who = self._known(clause_subject(self.doc, self.bearings, start)) if word in _SINGULAR else None
        return who if who is not None and single_person(who) * sex_fit(who, _SINGULAR[word]) > 0 else None

    def _of_main_clause(self, start: int, word: str) -> Resolution | None:
        named = main_subject(self.doc, self.bearings, start) if word in _NEUTRAL else None
        who = self.acting(named) if named is not None and named in self.roster.owner else None
        return who if who is not None and acting_body(who) > 0 else None

    def _those(self, token: int, ruled_out: frozenset[Key]) -> Resolution | None:
        """Whom "they" means; before a country, the two people of whom the last sentence told."""
        meant = self.focus.best(token, plurality, ruled_out)
        if meant is not None and (meant.plural or meant.kind is Kind.GROUP):
            return meant
        both = any(word.lower_ == "both" for word in self.doc[token + 1 : token + _BOTH])
        pair = self.focus.pair_before(token, bodies=both)
        if not pair:
            return meant
        parties = list(dict.fromkeys(who.on_behalf_of for who in pair if who.on_behalf_of))
        name = listed([who.name for who in pair])
        return Resolution(name, Kind.GROUP, "several", on_behalf_of="; ".join(parties) or None, plural=True)

    def _delegate(self, token: int) -> Resolution | None:
        """The country or bloc that spoke just before, where a bulletin writes "he" of its delegate."""
        before = self.focus.speaker_before(token)
        if before is None or self.focus.sentence_of[token] - before.sentence > 1:
            return None
        return before.who if acting_body(before.who) * sends_delegates(before.who) > 0 else None

    def _antecedent(self, start: int) -> Resolution | None:
        index = start - 1
        while index > 0 and (self.doc[index].text in {",", "—", "-", ")"} or self.doc[index].is_space):
            index -= 1
        named = self.bearings.at(index)
        if named is not None and named in self.roster.owner:
            return replace(self.of_name(named, None), how="pronoun")
        here = self.focus.sentence_of[start]
        last = next(self.focus.before(start), None)
        return replace(last.who, how="pronoun") if last is not None and last.sentence == here else None

    def _possessor(self, phrase: Phrase, token: int) -> Resolution | None:
        """ "his tweet" and "Mr. Roe's letter" speak for him; "his office" is somebody else."""
        carries = map(carries_words, self.doc[phrase.start : phrase.base_end])  # asked only where it counts
        word = self.doc[phrase.start].lower_
        if word == "whose" and not self.bearings.between(phrase.start, phrase.end):
            owner = self._antecedent(phrase.start)
            return self._of_possessor(phrase, owner) if owner is not None else None
        if word in {"his", "her", "its", "their"} and head_name(self.doc, phrase, self.bearings) is None:
            place = min(token, phrase.start)
            meant = self._of_main_clause(phrase.start, word) or self._of_own_clause(phrase.start, word)
            meant = meant or self.meant_by(word, place)
            if meant is None:
                return None
            if any(carries):
                return replace(meant, how="possessor")
            return self._of_possessor(phrase, meant)
        if head_noun(self.doc, phrase) is not None or not any(carries):
            return None
        named = owner_name(self.doc, phrase, self.bearings) or issuer(self.doc, phrase, self.bearings)
        if named is not None and named in self.roster.owner:
            return replace(self.of_name(named, None), how="possessor")
        again = word == "the" and is_notice(self.doc, phrase)
        before = self.focus.speaker_before(token) if again else None
        return before.who if before is not None and before.who.how == "possessor" else None

    def _of_possessor(self, phrase: Phrase, owner: Resolution) -> Resolution:
        rest = written(self.doc, phrase).partition(" ")[2]
        name = f"{owner.name}’s {rest}" if not owner.name.endswith("s") else f"{owner.name}’ {rest}"
        noun = head_noun(self.doc, phrase)
        speaks = noun is None or noun.standing is Standing.OFFICE
        kind = Kind.PERSON if noun is not None and not noun.plural else Kind.ORGANISATION
        party = self._own_nation(phrase) or (owner.on_behalf_of if speaks else None)
        return Resolution(name, kind, "description", on_behalf_of=party, plural=bool(noun and noun.plural))

    def _own_nation(self, phrase: Phrase) -> str | None:
        """The nation that a phrase itself names, whoever owns it ("her Danish counterpart" is Denmark's)."""
        known = (one.naming for one in self.bearings.between(phrase.start, phrase.base_end))
        return next((one.party for one in known if one is not None and one.kind == "country"), None)

    # Names

    def of_name(self, named: Named, phrase: Phrase | None) -> Resolution:
        """Whom a name stands for, in the words of the source where it is no person's."""
        if phrase is not None and stands_for_government(named):
            return replace(self.of_name(named, None), kind=Kind.COUNTRY)
        group = spoken_for(self.doc, named, self.bearings) if phrase is not None else None
        if group is not None:
            return replace(self.of_name(named, None), on_behalf_of=self.bearings.party_of(group))
        if named.kind is Kind.NATIONALITY or named not in self.roster.owner:
            party = named.naming.party if named.naming is not None else None
            return Resolution(party or self.bearings.text(named), Kind.COUNTRY, "named", on_behalf_of=party)
        member = self.roster.members[self.roster.owner[named]]
        if member.kind is Kind.PERSON:
            same = self.bearings.text(named) == member.name
            how = "named" if same else "short name"
            return Resolution(member.name, member.kind, how, member.role, member.party, member=member)
        return Resolution(
            self._with_article(named, phrase),
            member.kind,
            "named",
            None,
            None if phrase is not None and medium(written(self.doc, whole(phrase))) else member.party,
            member=member,
        )

    def acting(self, named: Named) -> Resolution:
        """Whom a name stands for where it speaks: a capital is its country's government."""
        who = self.of_name(named, None)
        return replace(who, kind=Kind.COUNTRY) if stands_for_government(named) else who

    def _with_article(self, named: Named, phrase: Phrase | None) -> str:
        """A name that is no person's as the report writes it, with "the" where it stands before it.

        A body's name comes with the country before it ("Chad's Defence Ministry").
        """
        text = self.bearings.text(named)
        if named.naming is not None and is_lent(text):
            at = self.roster.members[self.roster.owner[named]].mentions[0].start
            before = self.doc.text[max(0, at - 4) : at].lower()
            article = named.naming.kind != "country" and before == "the "
            return f"the {named.naming.party}" if article else named.naming.party
        seat = named.naming is not None and named.naming.form is Form.SEAT
        if phrase is not None and (named.naming is None or seat) and named.start > phrase.start:
            first = self.bearings.at(phrase.start + (self.doc[phrase.start].lower_ == "the"))
            if first is not None and first is not named and first.kind is not Kind.PERSON:
                return written(self.doc, Phrase(phrase.start, named.end, named.end))
        before = self.doc[named.start - 1].lower_ if named.start else ""
        return f"the {text}" if before == "the" else text

    # Several at once

    def _several(self, phrase: Phrase, token: int) -> Resolution | None:
        """ "Moscow and Kyiv", "Mr. Roe and his minister": each resolved, the names joined as written."""
        spans = parts(self.doc, phrase, self.bearings)
        if len(spans) < 2:
            return None
        alone = person_behind_comma(self.doc, phrase, self.bearings) or one_person(
            self.doc, spans, self.bearings
        )
        if alone is not None:
            return self.of_name(alone, None)
        found: list[Resolution] = []
        for span in spans:
            part = phrase_of(self.doc, span)
            if part is None or not stands_alone(self.doc, part, self.bearings, later=bool(found)):
                return None
            found.append(self.resolve_phrase(part, token))
        text = written(self.doc, whole(phrase))
        found = [
            one
            for number, one in enumerate(found)
            if key_of(one) not in {key_of(two) for two in found[:number]}
        ]
        named = [one for one in found if one.kind is Kind.PERSON and one.member is not None]
        people = bool(named) and all(one in named or one.name == "others" for one in found)
        parties = list(dict.fromkeys(one.on_behalf_of for one in found if one.on_behalf_of))
        name = listed([one.name for one in found]) if people else text
        return Resolution(name, Kind.GROUP, "several", on_behalf_of="; ".join(parties) or None, plural=True)

    def _owner_at(self, token: int) -> Member | None:
        named = self.bearings.at(token)
        if named is None or named not in self.roster.owner:
            return None
        return self.roster.members[self.roster.owner[named]]
