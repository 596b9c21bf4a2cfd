"""Who says something and then no more: "Lund said the port would open but gave no day" is all of Lund."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.findings.statements.drafts import Draft, cue_root, tokens_of, trimmed
from parley.findings.statements.lexicon import lemma
from parley.language.syntax import children
from parley.language.tree import Doc
from parley.model import Span
from parley.vocabulary.cues import attributing_words

_MARKS = frozenset('“”"«»')
_JOINTS = frozenset({"but", "and", ",", "though", "although", "yet"})
# Words a content must keep before the joint, and most words behind what is withheld.
_LEAST = 3
_BEHIND = 2


def with_reticence(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, what is withheld at the end of somebody's words taken out and given to that speaker.

    Only where what is withheld has no subject of its own, and nothing is quoted: it is the reporter who tells
    that the speaker "gave no reasons".

    Args:
        doc: the parsed report.
        drafts: what is attributed, the withheld among it.
    """
    kept = list(drafts)
    for number, draft in enumerate(kept):
        if draft.withheld and draft.cue is not None and not _has_subject(doc, draft):
            outer = next((place for place, other in enumerate(kept) if _tells(doc, other, draft)), None)
            cut = _cut(doc, kept[outer], draft.cue) if outer is not None else None
            if outer is not None and cut is not None:
                kept[outer] = replace(kept[outer], content=cut)
                kept[number] = replace(draft, source=kept[outer].source)
    return kept


def _has_subject(doc: Doc, draft: Draft) -> bool:
    root = cue_root(doc, draft)
    return root is None or any(True for _ in children(root, "nsubj", "nsubj:pass"))


def _tells(doc: Doc, other: Draft, draft: Draft) -> bool:
    """Whether a draft's unquoted words end with what another withholds."""
    root = cue_root(doc, other)
    if other.withheld or not other.source or root is None or draft.cue is None:
        return False
    last = other.content[-1]
    if not last.contains(draft.cue) or _MARKS.intersection(last.of(doc.text)):
        return False
    behind = doc.text[max(draft.extent.end, draft.cue.end) : last.end].split()
    return lemma(root) in attributing_words().verbs and len(behind) <= _BEHIND and root.idx < last.start


def _cut(doc: Doc, outer: Draft, cue: Span) -> tuple[Span, ...] | None:
    last = outer.content[-1]
    tokens = tokens_of(doc, Span(last.start, cue.start))
    if tokens is None:
        return None
    end = len(tokens)
    while end > 0 and tokens[end - 1].lower_ in _JOINTS:
        end -= 1
    if end == len(tokens) and doc.text[cue.start : cue.start + 7].lower() != "without":
        return None
    words = trimmed(doc.text, Span(last.start, tokens[end - 1].idx + len(tokens[end - 1]))) if end else None
    return (*outer.content[:-1], words) if words is not None and end >= _LEAST else None
