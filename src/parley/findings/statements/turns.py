"""Transcripts: who speaks is named before the words ("MS. LUND: We accept."), without quotation marks.

Briefings, interviews and hearings are handed out in this form. A label counts only where a text has
several of them and each names somebody, so that "WATCH:" or "Football:" begins no speech.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parley.findings.statements.drafts import Draft
from parley.findings.statements.quotations import Quotation
from parley.language.tree import Doc
from parley.model import Report, Span
from parley.vocabulary.labels import label_words

RULE = "speaker label"
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
# A name in capitals, or one written as names are; then perhaps "(Norway)" or ", Norwegian Radio".
_NAME = (
    r"(?P<name>[A-Z][A-Z.'’\- ]+[A-Z.]|"
    r"[A-Z][\w.'’\-]*(?: (?:of|the|de|van|von|al|bin|[A-Z][\w.'’\-]*)){0,5})"
)
_LABEL = re.compile(r"[ \t]*" + _NAME + r"(?:\s*\([^()\n]{1,60}\)|, [^:\n.!?]{1,60})?(?P<colon>:)\s+(?=\S)")
# "Q: ...", "A.  ...", "Q Will they sign?"; but no "A" that is an article.
_SHORT = re.compile(
    r"[ \t]*(?P<name>[QA])(?:(?P<colon>[:.])\s+|[^\S\n]{2,}|(?<=Q)[^\S\n]+(?=[A-Z—–-]))(?=\S)"
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b")
_LEAST, _MANY = 2, 3
_CERTAIN = 0.97
# Shorter turns are calls between the speakers ("Yes, sir.").
_SHORTEST = 4
# Who speaks, who is spoken to, or a word whose meaning stands before it.
_NAMING_NOBODY = frozenset({"i", "we", "you", "us", "which", "that", "who"})


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says before the next one does.

    Attributes:
        label: the words that name the speaker.
        colon: the mark after them, where there is one.
        words: what is said, a span a paragraph.
        asks: whether the label only says that somebody asks ("Q").
    """

    label: Span
    colon: Span | None
    words: tuple[Span, ...]
    asks: bool


def turns(doc: Doc, report: Report) -> tuple[Turn, ...]:
    """The turns of a transcript, in text order; none where a text is no transcript.

    Args:
        doc: the parsed report.
        report: the report; its furniture is nobody's speech.
    """
    text = doc.text
    furniture = [part.span for part in report.furniture]
    paragraphs = [
        Span(match.start(), match.end())
        for match in _PARAGRAPH.finditer(text)
        if not any(part.contains(Span(match.start(), match.end())) for part in furniture)
    ]
    labels = [_label(text, paragraph) for paragraph in paragraphs]
    known = _speakers(doc, [label for label in labels if label is not None])
    if not known:
        return ()
    found = tuple(_turns(text, paragraphs, labels, known))
    if any(turn.asks or turn.label.of(text).isupper() for turn in found):
        return found
    # Neither questions nor labels in capitals: headings and lists look so too ("Lund: 24 seats"), and a
    # report goes on behind them. Speech has a first person, and ends with its line.
    short = tuple(replace(turn, words=turn.words[:1]) for turn in found)
    own = sum(_FIRST_PERSON.search(turn.words[0].of(text)) is not None for turn in short)
    return short if 2 * own >= len(short) else ()


def turn_drafts(text: str, found: Sequence[Turn]) -> list[Draft]:
    """A draft for each turn that says something; questions of nameless reporters claim nothing."""
    nameless = label_words().answerers
    drafts = []
    for turn in found:
        if turn.asks or sum(len(part.of(text).split()) for part in turn.words) < _SHORTEST:
            continue
        source = () if _bare(turn.label.of(text)) in nameless else (turn.label,)
        drafts.append(Draft(turn.colon, source, turn.words, RULE, _CERTAIN))
    return drafts


def outside(text: str, drafts: Sequence[Draft], found: Sequence[Turn]) -> list[Draft]:
    """The drafts without what is only asked, and without quoted words that a speaker reads out or mimics.

    What a speaker says that "we" or "you" say is left in the speaker's own words: it tells of nobody else.
    """
    asked = [part for turn in found if turn.asks for part in (turn.label, *turn.words)]
    spoken = [part for turn in found for part in turn.words]
    return [
        draft
        for draft in drafts
        if not any(part.overlaps(draft.anchor) for part in asked)
        and not (
            (draft.cue is None or _is_of_speaker(text, draft))
            and any(part.contains(draft.extent) for part in spoken)
        )
    ]


def _is_of_speaker(text: str, draft: Draft) -> bool:
    """Whether a source is only "we", "you", or a "which" that names nobody."""
    return bool(draft.source) and all(
        part.of(text).strip().lower() in _NAMING_NOBODY for part in draft.source
    )


def turn_quotations(found: Sequence[Turn]) -> tuple[Quotation, ...]:
    """The words of all turns as quoted passages, which they are without the marks."""
    return tuple(Quotation(part, part, 0) for turn in found for part in turn.words)


@dataclass(frozen=True, slots=True)
class _Label:
    name: str
    span: Span
    colon: Span | None
    after: int
    from_elsewhere: bool


def _label(text: str, paragraph: Span) -> _Label | None:
    match = _SHORT.match(text, paragraph.start, paragraph.end) or _LABEL.match(
        text, paragraph.start, paragraph.end
    )
    if match is None:
        return None
    colon = Span(*match.span("colon")) if match.group("colon") else None
    elsewhere = "," in text[match.end("name") : match.end()]
    return _Label(match.group("name"), Span(*match.span("name")), colon, match.end(), elsewhere)


def _speakers(doc: Doc, labels: Sequence[_Label]) -> frozenset[str]:
    """The labels that name somebody; none where a text has too few of them to be a transcript.

    Two in capitals make one, or one that comes back, or three as names are written.
    """
    named = [label for label in labels if _names_somebody(doc, label)]
    often = Counter(label.name for label in named)
    sure = sum(often[name] for name in often if name.isupper() or often[name] >= _LEAST)
    if sure < _LEAST and len(named) < _MANY:
        return frozenset()
    # In a transcript, others in capitals speak too ("OLE HANSEN, Norwegian Radio:", "AAS:" and "AAS:").
    again = Counter(label.name for label in labels)
    others = {name for name in again if _is_in_capitals(name) and (" " in name or again[name] >= _LEAST)}
    return frozenset({*often, *others})


def _is_in_capitals(name: str) -> bool:
    return name.isupper() and not set(map(_bare, name.split())) & label_words().never


def _bare(word: str) -> str:
    return word.strip(".,").lower()


def _names_somebody(doc: Doc, label: _Label) -> bool:
    """Whether a label names who speaks: by office or form of address, as who asks or answers, as a person."""
    words = label_words()
    spoken = set(map(_bare, label.name.split()))
    if spoken & words.never:
        return False
    if spoken & (words.askers | words.answerers | words.offices):
        return True
    tokens = doc.char_span(label.span.start, label.span.end)
    return tokens is not None and any(token.ent_type_ == "PERSON" for token in tokens)


def _turns(
    text: str, paragraphs: Sequence[Span], labels: Sequence[_Label | None], known: frozenset[str]
) -> Iterator[Turn]:
    words = label_words()
    current: _Label | None = None
    said: list[Span] = []
    for paragraph, label in zip(paragraphs, labels, strict=True):
        if label is not None and label.name in known:
            if current is not None and said:
                yield _turn(text, current, said, words.askers)
            current, said = label, []
            start = label.after
        else:
            start = paragraph.start
        part = _spoken(text, start, paragraph.end)
        if current is not None and part is not None:
            said.append(part)
    if current is not None and said:
        yield _turn(text, current, said, words.askers)


def _turn(text: str, label: _Label, said: Sequence[Span], askers: frozenset[str]) -> Turn:
    """A turn; a reporter called up by name and outlet asks, where the words end as a question does."""
    called = label.from_elsewhere and text[said[-1].end - 1] == "?"
    return Turn(label.span, label.colon, tuple(said), called or _bare(label.name) in askers)


def _spoken(text: str, start: int, end: int) -> Span | None:
    """The words of a paragraph, without space at its edges; None for a stage direction ("(Laughter.)")."""
    words = text[start:end]
    if _ASIDE.fullmatch(words) or not any(mark.isalnum() for mark in words):
        return None
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
