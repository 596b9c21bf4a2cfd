"""Where the words of a role end."""

from __future__ import annotations

from parley.language.tree import Doc, Token

DASHES = frozenset({"-", "–"})
CLOSERS = frozenset({".", ";", ":", "—", "--", "(", ")", "“", "”", '"', "?", "!", "…"})
_APPOSITION_REACH = 36


def closing(doc: Doc, index: int) -> int:
    """After the bracket that closes the one at a token; the token itself where none does."""
    for after in range(index, min(len(doc), index + 8)):
        if doc[after].text == ")":
            return after + 1
    return index


def phrase_end(doc: Doc, index: int) -> int:
    """Where a descriptive phrase ends: at a comma, full stop, relative pronoun, quotation mark or break."""
    limit = min(len(doc), index + _APPOSITION_REACH)
    while index < limit:
        token = doc[index]
        if token.text == "," or token.text in CLOSERS - {"("} or token.is_space:
            break
        if token.text == "(":
            closed = closing(doc, index)
            if closed == index:
                break
            index = closed
            continue
        if token.lower_ in {"who", "which", "that", "whose"} or _finite(token):
            break
        index += 1
    while index > 0 and doc[index - 1].lower_ in {"and", "has", "have", "is", "was", "had"}:
        index -= 1
    return index


def _finite(token: Token) -> bool:
    if token.pos_ != "VERB" or token.tag_ not in {"VBD", "VBZ"}:
        return False
    return token.i == 0 or token.nbor(-1).text not in DASHES
