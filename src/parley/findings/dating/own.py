"""Which time expression, if any, dates the saying itself and not what is said.

The rules go by where words stand, so that they hold when a parse is bad or missing; each carries a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from parley.findings.dating.candidates import (
    HEAD,
    Candidate,
    Dating,
    candidates_of,
    content_between,
    saying_value,
    unbroken,
)
from parley.findings.dating.clauses import at_occasion, governed, of_its_verb
from parley.findings.dating.counted import counted_dating, with_the_night
from parley.findings.dating.matters import LEADING, beside_object, of_request, withheld, within_the_thing
from parley.findings.dating.saying import Page, Saying
from parley.findings.dating.tense import named_by_noun
from parley.vocabulary.dating import dating_words
from parley.vocabulary.times import time_words

# Most words between the attributing words and a time that still belongs to them ("told a packed news
# conference at the foreign ministry in Vienna late on Thursday").
AFTER_CUE = 14
BETWEEN = 4
FRONTED = 16
SPEAKING = 32
PARTICIPLE = 6
PAPER = 7
OCCASION = 9
_AS_WHEN = frozenset({"when", "as"})
_SOON_AFTER = (["hours", "after"], ["minutes", "after"], ["moments", "after"])
_AT = frozenset({"at", "in", "during", "after", "ahead"})
_ENDS = frozenset(".?!;")
_REGULAR_PAST = re.compile(r"[a-z]{3,}ed")


def own_dating(
    page: Page, saying: Saying, published: str | None, others: Sequence[Saying] = ()
) -> Dating | None:
    """The date the saying's own sentence gives it, or None.

    Args:
        page: the document.
        saying: whose date is asked for.
        published: day of publication; a saying cannot be later.
        others: the report's other sayings, whose words date nothing but what is said within them.
    """
    candidates = candidates_of(page, saying, published)
    if not candidates:
        return None
    free = [
        one
        for one in candidates
        if not any(other.says(one.time.span) and other.excludes(saying) for other in others)
        and not (named_by_noun(page, saying) and any(_only_around(other, one) for other in others))
    ]
    counted = counted_dating(free, published)
    if counted is not None:
        return counted
    for rule, holds in _RULES:
        for candidate in candidates if holds in _SURE else free:
            value = saying_value(candidate.time, published)
            if value is not None and holds(candidate):
                return Dating(with_the_night(candidate, value, published), candidate.time.span, rule)
    return None


def _only_around(other: Saying, candidate: Candidate) -> bool:
    """Whether a noun stands in another's words and the time does not ("on Friday, Lund said its vow ...")."""
    cue = candidate.saying.cue
    return (
        cue is not None
        and other is not candidate.saying
        and other.says(cue)
        and not other.says(candidate.time.span)
    )


def _right_after(candidate: Candidate) -> bool:
    """`said Monday the drone was downed`, even where the engine counts the day among what was said."""
    words = candidate.gap(candidate.cue[1], candidate.start)
    if candidate.start < candidate.cue[1] or len(words) > 2 or not all(word in LEADING for word in words):
        return False
    following = candidate.gap(candidate.end, candidate.end + 1)
    return not (following and following[0] in dating_words().subject_follows)


def _after(candidate: Candidate) -> bool:
    """`told a news conference on Thursday`, `said the minister on Monday`."""
    if candidate.inside or candidate.start < candidate.cue[1]:
        return False
    if content_between(candidate, candidate.cue[1], candidate.start):
        return False
    source = candidate.source
    end = candidate.cue[1]
    if source is not None and end <= source[0] < candidate.start:
        if source[0] <= candidate.start < source[1] or source[0] - end > 3:
            return False
        end = source[1]
    words = candidate.gap(end, candidate.start)
    return unbroken(words, AFTER_CUE) and "," not in words[:-1]


def _between(candidate: Candidate) -> bool:
    """`the president on Wednesday announced`, `the envoy, speaking in Oslo on Monday, said`."""
    source = candidate.source
    if source is None or candidate.inside or not source[1] <= candidate.start < candidate.cue[0]:
        return False
    before, after = candidate.gap(source[1], candidate.start), candidate.gap(candidate.end, candidate.cue[0])
    speaking = next((place for place, word in enumerate(before[:3]) if word in dating_words().speaking), None)
    if speaking is not None:
        return unbroken(before[speaking + 1 :], FRONTED) and "," in after[-4:]
    limit = OCCASION if before and before[0] in _AT else BETWEEN
    return unbroken(before, limit) and unbroken(after, BETWEEN)


def _fronted(candidate: Candidate) -> bool:
    """`Speaking in Vienna on Sunday night, the minister said`; `On Friday, the union called for`."""
    words = dating_words()
    subject = candidate.source or candidate.cue
    first = min(subject[0], candidate.cue[0])
    cue = " ".join(candidate.gap(*candidate.cue))
    if candidate.inside or candidate.end > first or cue in words.quoting_prepositions:
        return False
    before = candidate.gap(candidate.sentence[0], candidate.start)
    while before and before[0] in words.fronted_fillers:
        before = before[1:]
    if before and (before[0] in _AS_WHEN or before[:2] in _SOON_AFTER):
        return _when_it_was(candidate, before)
    limit = SPEAKING if before and (before[0] in words.speaking or _opens_with_paper(before)) else FRONTED
    if before and (before[0] in words.fronted_openers or not unbroken(before, limit, _ENDS)):
        return False
    after = candidate.gap(candidate.end, first)
    if before[-1:] == ["of"] or content_between(candidate, candidate.sentence[0], first):
        return False
    if _names_a_thing(candidate) or _counts_days(after) or (after and after[-1] in words.clause_openers):
        return False
    if candidate.source is not None and cue.endswith("ing") and candidate.cue[0] < candidate.source[0]:
        return False
    return unbroken(after, FRONTED, _ENDS) and _is_phrase(candidate)


def _when_it_was(candidate: Candidate, before: list[str]) -> bool:
    """`When the talks began on Thursday, she rejected`: a clause that ends in a day says when."""
    subject = candidate.source or candidate.cue
    after = candidate.gap(candidate.end, min(subject[0], candidate.cue[0]))
    return after[:1] == [","] and unbroken(before[1:], FRONTED) and unbroken(after[1:], BETWEEN)


def _opens_with_paper(before: list[str]) -> bool:
    """Whether a sentence opens with what somebody speaks in: "In a white paper on the talks, released"."""
    return before[0] in ("in", "at", "during") and bool(dating_words().occasions & set(before[1:PAPER]))


def _names_a_thing(candidate: Candidate) -> bool:
    """Whether a time tells which thing is meant ("The March 3 accord was hailed, but both have yet ...")."""
    doc = candidate.page.doc
    if not candidate.page.tagged or candidate.start == 0 or candidate.end >= len(doc):
        return False
    if dating_words().occasions & set(candidate.gap(candidate.end, candidate.end + 3)):
        return False
    return doc[candidate.start - 1].pos_ == "DET" and doc[candidate.end].pos_ in ("NOUN", "PROPN")


def _counts_days(words: list[str]) -> bool:
    """Whether a clause is open that counts from the time: "on Sunday, two days after the union said"."""
    side = next((place for place, word in enumerate(words) if word in ("after", "before")), 0)
    return side > 0 and words[side - 1] in ("day", "days") and "," not in words[side:]


def _is_phrase(candidate: Candidate) -> bool:
    """Whether what stands before the time is a phrase, not a clause with a subject and a verb of its own."""
    doc = candidate.page.doc
    # The first word may be a participle: "Asked on Monday".
    tokens = doc[candidate.sentence[0] + 1 : candidate.start]
    if candidate.page.tagged:
        return not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in tokens)
    past = time_words().direction["past_forms"]
    return not any(token.lower_ in past or _REGULAR_PAST.fullmatch(token.lower_) for token in tokens)


def _participle(candidate: Candidate) -> bool:
    """`cut its rating on Wednesday, citing`; `set back the talks last week by proposing`."""
    if candidate.inside or candidate.end > candidate.cue[0]:
        return False
    cue = candidate.gap(*candidate.cue)
    if not cue or not cue[0].endswith("ing"):
        return False
    if candidate.gap(candidate.start - 1, candidate.start) == ["since"]:
        return False
    if any(word in ("who", "which", "that") for word in candidate.gap(candidate.start - 6, candidate.start)):
        return False
    return unbroken(candidate.gap(candidate.end, candidate.cue[0]), PARTICIPLE)


def _when(candidate: Candidate) -> bool:
    """`since September 2022, when it said`."""
    if candidate.inside or candidate.end > candidate.cue[0]:
        return False
    words = candidate.gap(candidate.end, candidate.cue[0])
    while words and words[0] == ",":
        words = words[1:]
    return bool(words) and words[0] == "when" and unbroken(words[1:], 8)


def _of_source(candidate: Candidate) -> bool:
    """`Friday's statement said`, `according to a letter sent on Monday`, `his tweet last year`."""
    source, page = candidate.source, candidate.page
    if source is None:
        return False
    holds = source[0] <= candidate.start < source[1] or (
        0 <= candidate.start - source[1] <= BETWEEN and not candidate.inside
    )
    if candidate.end == source[1] and candidate.start - source[0] > 0:
        before = page.doc[candidate.start - 1]
        if before.text[:1].isupper() and page.doc[candidate.start].text[:1].isupper():
            # "The White House Monday said": no name, but whoever spoke and when.
            return True
    named = set(page.lowers(*source)) & dating_words().occasions
    return holds and bool(named) and unbroken(candidate.gap(source[1], candidate.start), BETWEEN)


def _closing(candidate: Candidate) -> bool:
    """`rejected the offer on Monday`: at the sentence's end, after what is said, of a verb that acts."""
    if candidate.inside or candidate.start < candidate.cue[1] or not candidate.saying.content:
        return False
    cue = candidate.gap(*candidate.cue)
    content = candidate.saying.content[-1]
    gap = candidate.gap(candidate.page.tokens(content)[1], candidate.start)
    after = candidate.gap(candidate.end, candidate.sentence[1])
    acting = bool({" ".join(cue), *cue} & dating_words().acting_cues)
    return acting and len(gap) <= 2 and unbroken(gap, 2) and (not after or after[0] in ".,")


_RULES: tuple[tuple[str, Callable[[Candidate], bool]], ...] = (
    ("day right after the cue", _right_after),
    ("time after the cue", _after),
    ("time between source and cue", _between),
    ("time of the source's document", _of_source),
    (HEAD, _fronted),
    ("time of the participle's clause", _participle),
    ("time explained by a when-clause", _when),
    ("time at the end of the clause", _closing),
    ("time that modifies the cue in the parse", governed),
    ("time of the occasion at which it is said", at_occasion),
    ("time of the verb that the cue goes with", of_its_verb),
    ("time at the end of what is asked for", of_request),
    ("day before what the announced thing is of", within_the_thing),
    ("day on which nothing was said", withheld),
    ("day between whom it is about and what", beside_object),
)

# Rules so sure of their words that they hold even where the engine counts the time among somebody's words.
_SURE = frozenset({_right_after, _when, of_request, within_the_thing, beside_object, withheld})
