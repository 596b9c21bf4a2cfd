"""Whom somebody quotes: "the agency quoted Ruiz as saying the pier was shut" gives the words to Ruiz too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parley.findings.statements.drafts import Draft, characters, cue_root, trimmed
from parley.findings.statements.lexicon import lemma
from parley.language.syntax import agent, children, noun_phrase, passive
from parley.language.tree import Doc, Token
from parley.model import Span

_RULE = "rule: quoted as saying"
_SCORE = 0.7
_QUOTING = frozenset({"quote", "cite", "report"})
_SAYING = frozenset({"saying", "telling", "claiming", "stating", "warning", "insisting", "arguing"})
# Words from the one quoted to "as saying".
_NEAR = 3
# Words from "was quoted" to "saying".
_PASSIVE = 12
_OPENING = re.compile(r"(?:as\s+)?(?:saying|claiming|stating|warning|insisting|arguing)\s+", re.IGNORECASE)


def with_quoted(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and for "A quoted B as saying" what B said.

    Args:
        doc: the parsed report.
        drafts: what is attributed so far.
    """
    used = [draft.cue for draft in drafts if draft.cue is not None]
    found = [one for one in (_quoted(doc, draft) for draft in drafts) if one is not None]
    return [
        *(_past_saying(doc, draft) for draft in drafts),
        *(one for one in found if not any(cue.overlaps(one.anchor) for cue in used)),
    ]


def _quoted(doc: Doc, draft: Draft) -> Draft | None:
    root = cue_root(doc, draft)
    if draft.withheld or root is None or lemma(root) not in _QUOTING:
        return None
    if passive(root):
        return _quoted_by(doc, draft, root)
    whom = next((child for child in children(root, "obj") if child.i > root.i), None)
    saying = _as_saying(whom) if whom is not None else None
    if whom is None or saying is None:
        return None
    cue = Span(saying.idx, saying.idx + len(saying))
    before = tuple(part for part in draft.content if part.end <= root.idx)
    behind = (
        trimmed(doc.text, Span(cue.end, draft.content[-1].end)) if draft.content[-1].end > cue.end else None
    )
    content = before or ((behind,) if behind is not None else ())
    return Draft(cue, (characters(noun_phrase(whom)),), content, _RULE, _SCORE) if content else None


def _quoted_by(doc: Doc, draft: Draft, root: Token) -> Draft | None:
    """What Ruiz said, where "Ruiz was quoted by the agency as saying" is given to the agency."""
    whom = next(children(root, "nsubj:pass"), None)
    if whom is None or agent(root) is None:
        return None
    named = characters(noun_phrase(whom))
    if any(part.overlaps(named) for part in draft.source):
        return None
    end = min(root.i + _PASSIVE, len(doc))
    saying = next((one for one in doc[root.i : end] if one.lower_ in _SAYING), None)
    cue = Span(saying.idx, saying.idx + len(saying)) if saying is not None else draft.cue
    return Draft(cue, (named,), draft.content, _RULE, _SCORE) if cue is not None else None


def _past_saying(doc: Doc, draft: Draft) -> Draft:
    """The draft of "Ruiz was quoted as saying ..." with its words alone."""
    root, first = cue_root(doc, draft), draft.content[0]
    if root is None or lemma(root) != "quote" or not passive(root) or draft.withheld:
        return draft
    match = _OPENING.match(doc.text, first.start, first.end)
    words = trimmed(doc.text, Span(match.end(), first.end)) if match is not None else None
    return replace(draft, content=(words, *draft.content[1:])) if words is not None else draft


def _as_saying(whom: Token) -> Token | None:
    """The "saying" of "as saying", not far behind the one quoted and what describes them."""
    doc = whom.doc
    last = min(max(whom.right_edge.i, whom.i + _NEAR) + _NEAR, len(doc) - 1)
    places = (doc[place] for place in range(whom.i + 2, last + 1))
    return next((one for one in places if one.lower_ in _SAYING and doc[one.i - 1].lower_ == "as"), None)
