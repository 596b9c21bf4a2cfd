"""The cast of a report: everybody it names, and whom its sources' words stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from parley.findings.people.affiliation import Bearings
from parley.findings.people.focus import Focus, Key
from parley.findings.people.member import Kind, Member, Named, Resolution
from parley.findings.people.members import Roster, roster
from parley.findings.people.nameless import collective
from parley.findings.people.naming import named_in
from parley.findings.people.nouns import role_noun_ending
from parley.findings.people.phrases import Phrase, head_name, head_noun, phrase_of
from parley.findings.people.sources import Reader
from parley.language.syntax import known_lemma
from parley.language.tree import Doc, Token
from parley.model import Attribution, Mention, Report, Span
from parley.vocabulary.cues import voicing_words
from parley.vocabulary.offices import body_words

_MARKS = frozenset('“”"«»')
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_SUBJECT_PRONOUNS = frozenset({"he", "she"})
_RULE = "people.cast"
_NAMED_CONFIDENCE = {Kind.PERSON: 0.9, Kind.COUNTRY: 0.97, Kind.GROUP: 0.85, Kind.ORGANISATION: 0.85}


@dataclass(frozen=True)
class Cast:
    """Who is who within one report.

    Attributes:
        members: everybody and everything named, in the order of their first mention.
    """

    members: tuple[Member, ...]
    _reader: Reader = field(repr=False, compare=False)

    def resolve(
        self, mention: Span, position: int | None = None, speaker: Resolution | None = None
    ) -> Resolution:
        """Whom the words of a source stand for.

        Args:
            mention: the words that name the source ("he", "the Kremlin's spokesman"), as offsets into the
                report's text.
            position: where the source speaks, when not where it is mentioned; nobody who first comes up
                after it can be meant by a pronoun.
            speaker: who says the quotation in which `mention` stands, to resolve "we" and "I".

        Returns:
            The resolution; a source that cannot be told stays as the report writes it.
        """
        return self._reader.resolve(mention, mention.start if position is None else position, speaker)

    def named(self, words: str) -> Member | None:
        """The member with this name, or None."""
        return next((member for member in self.members if member.name == words), None)

    def at(self, place: Span) -> Member | None:
        """The member of which a mention lies at, or overlaps, a place, or None; people come first."""
        found = [member for member in self.members if any(span.overlaps(place) for span in member.mentions)]
        return min(found, key=lambda member: member.kind is not Kind.PERSON, default=None)


def build_cast(doc: Doc, report: Report) -> Cast:
    """Who is who within one report.

    Args:
        doc: the parsed document, with names and, where the engine found them, attributions.
        report: the report it was parsed from; what its furniture covers is nobody's name.
    """
    names = named_in(doc, report)
    bearings = Bearings(doc, names)
    people = roster(doc, names, bearings)
    reader = Reader(doc, people, bearings, Focus(doc))
    attributions: Sequence[Attribution] = doc.attributions
    _walk(doc, names, attributions, reader)
    return Cast(people.members, reader)


def mentions(cast: Cast) -> tuple[Mention, ...]:
    """One finding for each member of the cast, with every place that names it as evidence."""
    return tuple(
        Mention(
            evidence=member.mentions,
            confidence=_NAMED_CONFIDENCE.get(member.kind, 0.8),
            rule=_RULE,
            name=member.name,
            kind=member.kind.value,
            role=member.role,
            affiliation=member.affiliation,
        )
        for member in cast.members
    )


def _walk(doc: Doc, names: Sequence[Named], attributions: Sequence[Attribution], reader: Reader) -> None:
    """Goes through a report once, in text order, noting who comes up where."""
    sources = _source_starts(doc, attributions)
    heads = _source_names(doc, sources, reader.bearings)
    reader.spoken_of = _spoken_of(doc, attributions, reader.roster, reader.bearings)
    start_of = {named.start: named for named in names if named in reader.roster.owner}
    bodies = body_words("government")
    for token in doc:
        named = start_of.get(token.i)
        if token.lower_ in bodies and named is None:
            _note_body(token, reader, sources)
        span = sources.get(token.i)
        if span is not None:
            _note_source(doc, span, reader)
        elif named is None and token.lower_ == "the" and token.head.dep_ in _SUBJECTS:
            _note_office(doc, token, reader, sources)
        elif named is None and token.tag_ == "NNS" and token.dep_ in _SUBJECTS:
            _note_people(doc, token, reader, sources)
        if named is not None:
            who = (
                _named_source(named, heads[named], reader) if named in heads else reader.of_name(named, None)
            )
            reader.focus.add(named.start, named.end, who, source=named in heads)
        elif token.lower_ in _SUBJECT_PRONOUNS and span is None and not reader.focus.quoted[token.i]:
            meant = reader.meant_by(token.lower_, token.i)
            if meant is not None:
                reader.focus.add(token.i, token.i + 1, meant)


def _note_body(token: Token, reader: Reader, sources: dict[int, Span]) -> None:
    """Notes a government, army or campaign that the report calls by somebody else's name."""
    if reader.bearings.at(token.i) is not None:
        return
    start = token.i
    while start > 0 and token.i - start < 4 and reader.bearings.at(start) is None:
        start -= 1
        if token.doc[start].pos_ in {"ADP", "PRON", "VERB"} or token.doc[start].text == ",":
            return
    named = reader.bearings.at(start)
    if named is None or (named.naming is None and named.kind is not Kind.PERSON):
        return
    article = named.start > 0 and token.doc[named.start - 1].lower_ == "the"
    first = named.start - article
    if any(index in sources for index in range(first, token.i + 1)):
        return
    who = reader.resolve_phrase(Phrase(first, token.i + 1, token.i + 1), first)
    if who.kind is not Kind.PERSON and not who.plural:
        reader.focus.add(token.i, token.i + 1, who)


def _note_office(doc: Doc, article: Token, reader: Reader, sources: dict[int, Span]) -> None:
    """Notes somebody named whom the report calls by their office where it tells what they did."""
    start, end = article.i, article.head.i + 1
    if reader.focus.quoted[start] or any(index in sources for index in range(start, end)):
        return
    phrase = Phrase(start, end, end)
    noun = head_noun(doc, phrase)
    if noun is None or noun.plural or reader.bearings.between(start, end):
        return
    who = reader.resolve_phrase(phrase, start)
    if who.member is not None and who.kind is Kind.PERSON:
        reader.focus.add(start, end, who)


def _note_people(doc: Doc, head: Token, reader: Reader, sources: dict[int, Span]) -> None:
    """Notes people without names of whom the report tells what they do ("U.S. officials are wary")."""
    start, end = head.left_edge.i, head.i + 1
    noun = role_noun_ending(doc, head.i, start)
    if (
        noun is None
        or not noun.plural
        or collective(noun.noun)
        or any(index in sources for index in range(start, end))
    ):
        return
    who = reader.resolve_phrase(Phrase(start, end, end), start)
    if who.plural and who.how == "as written" and not reader.focus.quoted[start]:
        reader.focus.add(start, end, who)


def _named_source(named: Named, phrase: Phrase, reader: Reader) -> Resolution:
    """Whom a name that heads a source stands for; a body that is not known goes by the source's words."""
    if named.kind is Kind.ORGANISATION and named.naming is None:
        return reader.of_name(named, phrase)
    return reader.acting(named)


def _source_names(doc: Doc, sources: dict[int, Span], bearings: Bearings) -> dict[Named, Phrase]:
    """The names that head a source, each with the first source it heads."""
    found: dict[Named, Phrase] = {}
    for span in sources.values():
        phrase = phrase_of(doc, span)
        named = head_name(doc, phrase, bearings) if phrase is not None else None
        if phrase is not None and named is not None:
            found.setdefault(named, phrase)
    return found


def _note_source(doc: Doc, span: Span, reader: Reader) -> None:
    """Notes a source that is no plain name: a pronoun, a description, several at once."""
    phrase = phrase_of(doc, span)
    if phrase is None:
        return
    who = reader.resolve_phrase(phrase, phrase.start)
    lost = who.how == "as written" and doc[phrase.start].pos_ == "PRON"
    if not lost and who.how not in {"named", "short name"}:
        reader.focus.add(phrase.start, phrase.end, who, source=True)


def _source_starts(doc: Doc, attributions: Sequence[Attribution]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for attribution in attributions:
        if not _speaks(doc, attribution):
            continue
        for mention in attribution.source[:1]:
            phrase = phrase_of(doc, mention)
            if phrase is not None:
                found[phrase.start] = mention
    return found


def _speaks(doc: Doc, attribution: Attribution) -> bool:
    """Whether a cue has a word of saying or judging; the engine also takes some deeds for words."""
    cue = attribution.cue
    tokens = doc.char_span(cue.start, cue.end) if cue is not None else None
    if tokens is None or any(_voices(token) for token in tokens):
        return True
    whole = doc.text[attribution.content[0].start - 1 : attribution.content[-1].end + 1]
    return bool(_MARKS.intersection(whole))


def _voices(token: Token) -> bool:
    words = voicing_words(noun=token.pos_ in {"NOUN", "PROPN"})
    return known_lemma(token, words) in words


def _spoken_of(
    doc: Doc, attributions: Sequence[Attribution], people: Roster, bearings: Bearings
) -> dict[int, frozenset[Key]]:
    """For each source's first token, who is named in the words it says."""
    found: dict[int, frozenset[Key]] = {}
    for attribution in attributions:
        phrase = phrase_of(doc, attribution.source[0]) if attribution.source else None
        if phrase is None:
            continue
        keys = set()
        for content in attribution.content:
            span = doc.char_span(content.start, content.end)
            for named in bearings.between(span.start, span.end) if span is not None else ():
                if named in people.owner:
                    member = people.members[people.owner[named]]
                    keys.add((member.name, member.kind))
        found[phrase.start] = found.get(phrase.start, frozenset()) | frozenset(keys)
    return found
