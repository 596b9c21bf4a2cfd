"""Short names that a report itself gives in brackets: "the Harbour Union (HU)", "the League (Liga)"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from parley.findings.people.bodies import governmental, medium
from parley.language.tree import Doc, Token
from parley.vocabulary.geography import Form, Naming, country_named, naming
from parley.vocabulary.offices import body_words, office_words
from parley.vocabulary.sides import side_words

_LINKS = frozenset({"of", "for", "the", "and", "de", "la", "du", "des", "&", "-", "in", "on", "to"})
_OPENING = {"(": ")", ",": ","}
_OWNING = frozenset({"'s", "’s"})
_LONGEST, _LONGEST_SHORT = 12, 3
_LETTERS = range(2, 11)
_SUREST = 3
_BARE = 2


def shortened(doc: Doc) -> Mapping[str, Naming]:
    """The bodies for which a report gives a short name in brackets, by the full name and by the short one.

    Bodies of a state are left out: whose they are is told by the state's name. A government with a name and
    a short name of its own ("the Hill Unity Government (HUG)") is none of the state's, but a rival's.

    Args:
        doc: the parsed report.

    Returns:
        For each form of a name whom it stands for; empty for nearly every report.
    """
    found: dict[str, Naming] = {}
    counted: Counter[str] = Counter()
    for bracket in doc:
        if bracket.text not in _OPENING or bracket.i == 0:
            continue
        short = _inside(bracket)
        if short is None or naming(short) is not None:
            continue
        counted = counted or Counter(token.text for token in doc)
        full = _spelled(bracket, short, counted)
        if full is None:
            continue
        known = naming(full)
        if known is not None:
            found.setdefault(short, known)
        elif _own_side(doc, bracket, full):
            named = Naming(full, _kind(full), Form.NAME)
            found.setdefault(short, named)
            found.setdefault(full, named)
    return found


def _inside(bracket: Token) -> str | None:
    """What stands in brackets, where it can be a short name, or None."""
    doc = bracket.doc
    end = bracket.i + 1
    closing = _OPENING[bracket.text]
    while end < len(doc) and end - bracket.i <= _LONGEST_SHORT and doc[end].text != closing:
        end += 1
    if end >= len(doc) or doc[end].text != closing or end == bracket.i + 1:
        return None
    text = doc[bracket.i + 1 : end].text
    if closing == "," and not (text.isalpha() and text.isupper()):  # "the Dockers' League, DL, said ..."
        return None
    letters = _letters(text)
    joined = all(not token.whitespace_ for token in doc[bracket.i + 1 : end - 1])
    plain = joined and text[:1].isupper() and len(letters) in _LETTERS and not text.isdigit()
    return text if plain and all(one.isalpha() or one in "-–.&/" for one in text) else None


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalpha())


def _spelled(bracket: Token, short: str, counted: Mapping[str, int]) -> str | None:
    """The name before a bracket of which it gives the short one, or None."""
    named = [entity for entity in bracket.doc.ents if entity.end == bracket.i and entity.label_ == "ORG"]
    letters = _letters(short)
    best: str | None = None
    for start in _starts(bracket):
        words = [token.text for token in bracket.doc[start : bracket.i]]
        initials = "".join(
            word[0].casefold() for word in words if word[0].isalnum() and word.lower() not in _LINKS
        )
        own = any(token.ent_type_ == "ORG" for token in bracket.doc[start : bracket.i]) or _is_org(bracket)
        strict = initials == letters and len(letters) >= _SUREST
        shuffled = sorted(initials) == sorted(letters) and len(letters) >= _SUREST
        if own and (strict or (shuffled and bracket.text == "(")):
            return _text(bracket.doc, start, bracket.i)
        if bracket.text == ",":
            continue
        # The shortest name that holds the letters: "chief and Hill People's Party (HPLP)" is the party's.
        if own and words[0][:1].isupper() and len(words) > 1 and _within(letters, "".join(words).casefold()):
            best = _text(bracket.doc, start, bracket.i) if short != short.upper() or named else best
    if best is not None:
        return best
    again = counted[short] > 1 and bracket.text == "("
    return (
        _text(bracket.doc, _with_country(bracket.doc, named[0].start), bracket.i) if named and again else None
    )


def _with_country(doc: Doc, start: int) -> int:
    """Where a body's name begins with the adjective of its country ("the Peruvian | Football League")."""
    known = naming(doc[start - 1].text) if start else None
    return start - 1 if known is not None and known.form is Form.ADJECTIVE else start


def _is_org(bracket: Token) -> bool:
    return bracket.doc[bracket.i + 1].ent_type_ == "ORG"


def _starts(bracket: Token) -> Iterator[int]:
    """Where the name before a bracket may begin: at a word with a capital, the longest name first."""
    doc = bracket.doc
    start = bracket.i
    while start > 0 and bracket.i - start < _LONGEST and _goes_on(doc[start - 1]):
        start -= 1
    for at in range(start, bracket.i):
        if doc[at].text[:1].isalnum() and doc[at].lower_ not in _LINKS:
            yield at


def _goes_on(token: Token) -> bool:
    if token.text in {"'", "’"}:
        return True
    if token.text in _OWNING or token.is_space or token.lower_ in {"a", "an", "by", "with", "as"}:
        # "Chad's Hill League (HL)": the name begins behind the country that owns it.
        return token.text in _OWNING and naming(token.doc[max(0, token.i - 1)].text) is None and token.i > 0
    return token.lower_ in _LINKS or (token.is_alpha and token.pos_ in {"PROPN", "NOUN", "ADJ", "X", ""})


def _within(letters: str, name: str) -> bool:
    """Whether letters stand in a name in this order, the first at its start."""
    if not name.startswith(letters[:1]):
        return False
    rest = iter(name)
    return all(letter in rest for letter in letters)


def _text(doc: Doc, start: int, end: int) -> str:
    return " ".join(doc[start:end].text.split())


def _own_side(doc: Doc, bracket: Token, full: str) -> bool:
    """Whether the body with such a name is a side of its own, and no document, medium or part of a state."""
    words = full.lower().split()
    if medium(full) or words[-1] in side_words("texts") or len(words) < _BARE:
        return False
    if country_named(full) is not None:
        return False
    return not governmental(full) or words[-1] in office_words("rival")


def _kind(full: str) -> str:
    words = set(full.lower().split())
    if words & body_words("union"):
        return "union"
    if words & {"party", "democrats", "liberals"}:
        return "political_party"
    return "company" if words & (body_words("company") - {"group", "energy"}) else "agency"
