"""Who stands in the centre of a report at each point: the ground on which pronouns are resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from parley.findings.people.layout import paragraphs, quoted_tokens, sentences, told_before
from parley.findings.people.member import Kind, Resolution
from parley.language.tree import Doc, Token
from parley.vocabulary.offices import Sex, standings

_SUBJECT, _FIRST, _OBJECT, _OTHER, _POSSESSOR = 3.0, 2.5, 1.2, 0.8, 0.5
# "Lund's departure came late, and she ...": the sentence tells of Lund.
_THROUGH = 2.4
_SOURCE = 1.5
_QUOTED, _RULED_OUT, _DOUBTFUL_SEX = 0.25, 0.12, 0.3
_DECAY = (1.0, 0.95, 0.55, 0.4, 0.3, 0.2, 0.15, 0.1)
_OFTEN = 0.04
# For who comes up in another paragraph, where this one opens with somebody.
_ELSEWHERE = 0.55
_LIKELY = 0.9
# For the body that spoke last: more than to be named often.
_LAST = 0.4
_LEAST = 0.2
_PAIR = 2
_PARTS = frozenset({"flat", "compound", "appos", "nmod:desc", "nmod:unmarked", "goeswith"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})

Key = tuple[str, Kind]


@dataclass(frozen=True, slots=True)
class Entry:
    """One place where somebody comes up.

    Attributes:
        token: first token.
        sentence: number of its sentence.
        weight: how central its place in the sentence is.
        quoted: whether it stands inside quotation marks.
        who: what it stands for.
        key: by which entries of one bearer are known.
    """

    token: int
    sentence: int
    weight: float
    quoted: bool
    who: Resolution
    key: Key


def key_of(who: Resolution) -> Key:
    """By which two resolutions are known to be the same."""
    if who.member is not None:
        return (who.member.name, who.member.kind)
    return (who.name.casefold(), who.kind)


class Focus:
    """The places where somebody comes up, in text order."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.parsed = doc.is_parsed
        self.sentence_of = sentences(doc)
        self.quoted = quoted_tokens(doc)
        self.paragraph = paragraphs(doc)
        self._told = told_before(doc, self.sentence_of, self.quoted)
        self.entries: list[Entry] = []
        self._count: dict[Key, int] = {}
        self._led: set[int] = set()

    def add(self, start: int, end: int, who: Resolution, *, source: bool = False) -> None:
        """Notes that `who` comes up at these tokens; calls must come in text order."""
        sentence = self.sentence_of[start]
        weight = self._weight(start, end)
        if source:
            weight = _SOURCE + (max(weight, _SUBJECT) if weight > _POSSESSOR else weight)
        entry = Entry(start, sentence, weight, bool(self.quoted[start]), who, key_of(who))
        self.entries.append(entry)
        self._count[entry.key] = self._count.get(entry.key, 0) + 1
        if not entry.quoted:
            self._led.add(sentence)

    def _weight(self, start: int, end: int) -> float:
        following = self.doc[end] if end < len(self.doc) else None
        owns = following is not None and following.text in _POSSESSIVES
        if not self.parsed:
            if owns:
                return _POSSESSOR
            first = self.sentence_of[start] not in self._led and not self.quoted[start]
            return _FIRST if first else _OBJECT
        if owns:
            return _THROUGH if _owns_subject(self.doc[end]) else _POSSESSOR
        return _grammatical(self.doc, start, end)

    def distance(self, earlier: int, later: int) -> int:
        """How many sentences lie between two, those that are nothing but a quotation left out."""
        return max(self._told[later] - self._told[earlier], 1 if later > earlier else 0)

    def before(self, token: int) -> Iterator[Entry]:
        """The entries before a token, the last first."""
        for entry in reversed(self.entries):
            if entry.token < token:
                yield entry

    def speaker_before(self, token: int) -> Entry | None:
        """The last entry before a token that names a source, or None."""
        return next((entry for entry in self.before(token) if entry.weight >= _SOURCE + _SUBJECT), None)

    def pair_before(self, token: int, *, bodies: bool = False) -> tuple[Resolution, ...]:
        """The two of whom a token's sentence or the one before told last, with no third; else nobody.

        Args:
            token: where "they" stands.
            bodies: whether two countries are meant; else two people.
        """
        here = self.sentence_of[token]
        for sentence in (here, here - 1):
            people: dict[Key, Resolution] = {}
            for entry in self.before(token):
                if entry.sentence < sentence:
                    break
                told = _is_state(entry.who) and entry.weight < _SOURCE + _SUBJECT
                fits = told if bodies else entry.who.kind is Kind.PERSON
                if entry.sentence == sentence and fits and not entry.quoted:
                    people.setdefault(entry.key, entry.who)
            if len(people) == _PAIR:
                return tuple(reversed(people.values()))
        return ()

    def best(
        self,
        token: int,
        fits: Callable[[Resolution], float],
        ruled_out: frozenset[Key] = frozenset(),
    ) -> Resolution | None:
        """Who is most likely meant at `token`, or None where nobody is likely enough.

        Args:
            token: where the pronoun or description stands.
            fits: how well somebody fits it, 0 for not at all.
            ruled_out: who is spoken of in the words that the source says, and so hardly says them.
        """
        here, paragraph = self.sentence_of[token], self.paragraph[token]
        opened = self._opened(token, fits)
        scores: dict[Key, float] = {}
        found: dict[Key, Resolution] = {}
        for entry in self.before(token):
            distance = self.distance(entry.sentence, here)
            if distance >= len(_DECAY):
                break
            fit = fits(entry.who)
            if fit <= 0:
                continue
            score = entry.weight * _DECAY[distance] * fit
            score *= _ELSEWHERE if opened and self.paragraph[entry.token] != paragraph else 1.0
            score *= _QUOTED if entry.quoted and not self.quoted[token] else 1.0
            score *= _RULED_OUT if entry.key in ruled_out else 1.0
            if score > scores.get(entry.key, 0.0):
                scores[entry.key] = score
                found[entry.key] = entry.who
        if not scores:
            return None
        spoke = self.speaker_before(token)
        last = spoke.key if spoke is not None and spoke.who.kind is not Kind.PERSON else None
        if spoke is not None and self._told_since(spoke, token, fits):
            last = None

        def rank(key: Key) -> float:
            return scores[key] + _OFTEN * min(self._count[key], 10) + (_LAST if key == last else 0.0)

        best = max(scores, key=rank)
        return found[best] if scores[best] >= _LEAST else None

    def _told_since(self, spoke: Entry, token: int, fits: Callable[[Resolution], float]) -> bool:
        """Whether the sentence before tells what another did who fits, later than somebody spoke."""
        before = self.sentence_of[token] - 1
        for entry in self.before(token):
            if entry.token <= spoke.token or entry.sentence < before:
                return False
            told = entry.sentence == before and entry.weight >= _SUBJECT and not entry.quoted
            if told and entry.key != spoke.key and fits(entry.who) > _LIKELY:
                return True
        return False

    def _opened(self, token: int, fits: Callable[[Resolution], float]) -> bool:
        """Whether a sentence before a token, in its paragraph, tells what somebody did who fits."""
        here, paragraph = self.sentence_of[token], self.paragraph[token]
        for entry in self.before(token):
            if self.paragraph[entry.token] != paragraph:
                return False
            if (
                entry.sentence < here
                and entry.weight >= _SUBJECT
                and not entry.quoted
                and fits(entry.who) > _LIKELY
            ):
                return True
        return False

    def standing(self, token: int, who: Key) -> float:
        """How central somebody is before a token, from 0 on."""
        here = self.sentence_of[token]
        top = 0.0
        for entry in self.before(token):
            if entry.key == who:
                distance = self.distance(entry.sentence, here)
                near = _DECAY[distance] if distance < len(_DECAY) else _DECAY[-1] / 2
                top = max(top, entry.weight * near * (_QUOTED if entry.quoted else 1.0))
        return top

    def in_paragraph(self, token: int, who: Key) -> bool:
        """Whether somebody came up in the paragraph of a token, before it, outside quotation marks."""
        start = token
        while start > 0 and "\n" not in self.doc[start - 1].text:
            start -= 1
        for entry in self.before(token):
            if entry.token < start:
                break
            if entry.key == who and not entry.quoted:
                return True
        return False

    def count(self, who: Key) -> int:
        """How often somebody came up so far."""
        return self._count.get(who, 0)


def _is_state(who: Resolution) -> bool:
    known = who.member.naming if who.member is not None else None
    return who.kind is Kind.COUNTRY or (known is not None and known.kind == "country")


def sex_fit(who: Resolution, wanted: Sex) -> float:
    """How well somebody fits "he" or "she": 0 where the report says otherwise."""
    member = who.member
    if member is None or member.sex is None:
        return 0.95
    if member.sex is wanted:
        return 1.1
    return 0.0 if member.sure_of_sex else _DOUBTFUL_SEX


def _grammatical(doc: Doc, start: int, end: int) -> float:
    """How central a noun phrase is by its place in the parse."""
    head = _top(doc, start, end)
    if head.dep_.startswith("nsubj"):
        return _SUBJECT if not head.dep_.endswith("pass") else _FIRST
    if head.dep_ in {"root", "ROOT", "parataxis"}:
        return _FIRST
    if head.dep_ in {"obj", "iobj", "obl:agent"}:
        return _OBJECT
    return _POSSESSOR if head.dep_ == "nmod:poss" else _OTHER


def _owns_subject(mark: Token) -> bool:
    """Whether the thing behind a genitive, which is nobody, is what a sentence tells of."""
    thing = mark.head.head
    alone = thing.tag_ == "NN" and thing.dep_ == "nsubj" and thing.i > mark.i
    return alone and thing.lower_ not in standings() and thing.head.dep_ == "root"


def _top(doc: Doc, start: int, end: int) -> Token:
    """The head of the noun phrase whose name lies at these tokens."""
    head = next(
        (token for token in doc[start:end] if not start <= token.head.i < end or token.head == token), None
    )
    head = head if head is not None else doc[start]
    for _ in range(6):
        if (head.dep_ in _PARTS and head.head != head) or (
            head.dep_ == "conj" and head.head.dep_.startswith(("nsubj", "obj"))
        ):
            head = head.head
    return head
