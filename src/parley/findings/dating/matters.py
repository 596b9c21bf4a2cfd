"""Days that stand among what is said, or what is not said, and are yet of the saying."""

from __future__ import annotations

from parley.findings.dating.candidates import Candidate, unbroken
from parley.language.times.edtf import parse_day
from parley.vocabulary.dating import dating_words

REQUEST = 16
THING = 6
OBJECT = 5
LEADING = frozenset({"on", "late", "early", "in", "earlier", "at", "over", "during", "just"})


def within_the_thing(candidate: Candidate) -> bool:
    """`announced the start on Monday of a new round`: a day before the "of" is of what was announced."""
    words = candidate.gap(candidate.cue[1], candidate.start)
    cue = candidate.gap(*candidate.cue)
    acting = bool(cue) and cue[-1] in dating_words().announcing
    opens = acting and words[-1:] == ["on"] and unbroken(words, THING)
    doc = candidate.page.doc
    plain = not any(
        token.pos_ in ("VERB", "AUX", "ADP") for token in doc[candidate.cue[1] : candidate.start - 1]
    )
    return opens and plain and candidate.gap(candidate.end, candidate.end + 1) == ["of"]


def withheld(candidate: Candidate) -> bool:
    """`could not be reached for comment on Tuesday`, `did not respond on Monday`."""
    content = candidate.saying.content
    cue = candidate.saying.cue
    if not content or cue is None or content[0].start > cue.start or candidate.start < candidate.cue[1]:
        return False
    words = candidate.gap(candidate.cue[1], candidate.start)
    after = candidate.gap(candidate.end, candidate.sentence[1])
    return set(words) <= dating_words().silent and (not after or after[0] in ".,;")


def beside_object(candidate: Candidate) -> bool:
    """`accused Russia this week of bombing`, `urged both fleets on Sunday to return`: the cue's own day."""
    words = candidate.gap(candidate.cue[1], candidate.start)
    while words and words[-1] in LEADING:
        words = words[:-1]
    following = candidate.gap(candidate.end, candidate.end + 1)
    known = dating_words()
    verbs = {"of": known.takes_of, "for": known.takes_for, "to": known.requesting}
    cue = set(candidate.gap(*candidate.cue))
    if not words or len(words) > OBJECT or not following or not cue & verbs.get(following[0], frozenset()):
        return False
    tokens = candidate.page.doc[candidate.cue[1] : candidate.cue[1] + len(words)]
    return unbroken(words, OBJECT) and not any(token.pos_ in ("VERB", "AUX", "ADP") for token in tokens)


def of_request(candidate: Candidate) -> bool:
    """`urged both sides to save the deal on Friday`: what is asked for lies ahead, the day does not.

    Only of the day before publication: "to return on Monday" may well be the Monday to come.
    """
    last, day = parse_day(candidate.published), parse_day(candidate.time.value)
    if last is None or day is None or not 0 <= (last - day).days <= 1:
        return False
    words = dating_words()
    cue = candidate.gap(*candidate.cue)
    asking = any(word in words.requesting for word in cue) and not words.out_of_time & set(cue)
    content = candidate.gap(candidate.cue[1], candidate.start)
    after = candidate.gap(candidate.end, candidate.sentence[1])
    return (
        asking
        and candidate.time.rule == "weekday past"
        and {"to", "for"} & set(content) != set()
        and unbroken(content, REQUEST)
        and (not after or after[0] in ".;")
    )
