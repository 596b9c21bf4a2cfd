"""Whether a cue tells of a saying in the story's own time."""

from __future__ import annotations

from parley.findings.dating.saying import Page, Saying
from parley.language.syntax import children
from parley.model import Span
from parley.vocabulary.dating import dating_words

_QUOTES = frozenset({'"', "“", "”"})
_MOMENTS = frozenset({"did", "went", "continued", "proceeded"})
_HAVING = frozenset({"has", "have", "had", "'ve", "’ve", "'d", "’d"})
_PERFECT = frozenset({"has", "have", "'ve", "’ve"})


def out_of_time(page: Page, saying: Saying) -> bool:
    """Whether the cue tells of another time than the story's: "has said", "had warned", "often says".

    In a report's first paragraph the present perfect tells the news itself.
    """
    if saying.cue is None:
        return False
    words = dating_words()
    start, end = page.tokens(saying.cue)
    sentence = page.sentence_of(saying.cue.start)
    first = max(start - 3, sentence.start, *(_end_before(page, part, start) for part in saying.source), 0)
    before = page.lowers(first, end + 1)
    # "had to withdraw" tells what happened, not what had happened before.
    around = {word for word, following in zip(before, [*before[1:], ""], strict=True) if following != "to"}
    if sentence.paragraph == page.first_paragraph:
        around -= _PERFECT
    opening = {*page.lowers(sentence.start, sentence.start + 2)}
    dated = any(page.token_at(time.span.start) == sentence.start for time in page.times)
    if dated or opening & dating_words().speaking:
        # "Earlier this week" says when; "speaking earlier" is still of the same day.
        opening = set()
    if around & (words.out_of_time | words.background) or opening & {"earlier", "previously"}:
        return True
    if page.lowers(end, end + 3) == ["at", "the", "time"]:
        return True
    return page.parsed and (_goes_with_the_past(page, start, end) or _shares_a_perfect(page, start, end))


def _goes_with_the_past(page: Page, start: int, end: int) -> bool:
    """Whether a participle goes with a verb that goes back behind the story ("had been pressing, saying")."""
    verb = next((token for token in page.doc[start:end] if token.tag_ == "VBG"), None)
    if verb is None or verb.head.i == verb.i or verb.head.pos_ != "VERB":
        return False
    return any(helper.lower_ == "had" for helper in children(verb.head, "aux"))


def _shares_a_perfect(page: Page, start: int, end: int) -> bool:
    """Whether the cue is the second of two participles with one helper: "has mocked him and demanded"."""
    verb = next((token for token in page.doc[start:end] if token.tag_ in ("VBN", "VBD")), None)
    if verb is None or verb.dep_ != "conj" or any(child.dep_.startswith("nsubj") for child in verb.children):
        return False
    if page.sentence_of(verb.idx).paragraph == page.first_paragraph:
        return False
    if _QUOTES & {token.text for token in page.doc[verb.head.i : verb.i]}:
        return False
    return any(helper.lower_ in _HAVING for helper in children(verb.head, "aux"))


def _end_before(page: Page, source: Span, cue: int) -> int:
    """Where a source that stands before the cue ends; 0 for one after it."""
    end = page.tokens(source)[1]
    return end if end <= cue else 0


def lasting(page: Page, saying: Saying) -> bool:
    """Whether the cue tells what somebody thinks, names what was said, or quotes through another."""
    if saying.cue is None:
        return True
    words = dating_words()
    start, end = page.tokens(saying.cue)
    cue = page.lowers(start, end)
    if "to" in cue and _MOMENTS & set(cue):
        # "did not want to say", "went on to say" tell of a moment.
        return False
    possessed = page.lowers(start - 1, start)
    return (
        quotes_through(page, saying)
        or bool(set(cue) & words.lasting)
        or bool(set(possessed) & words.possessives)
        or (page.tagged and (_is_plural(page, start, end) or _goes_on(page, start, end)))
    )


def _goes_on(page: Page, start: int, end: int) -> bool:
    """Whether the cue tells of what is being done these days: "is threatening to raise tolls"."""
    verb = next((token for token in page.doc[start:end] if token.tag_ == "VBG"), None)
    return verb is not None and any(helper.tag_ in ("VBZ", "VBP") for helper in children(verb, "aux"))


def _is_plural(page: Page, start: int, end: int) -> bool:
    """Whether the cue is a noun in the plural, "repeated threats", made at no one moment."""
    tags = [token.tag_ for token in page.doc[start:end]]
    return "NNS" in tags and not any(tag.startswith(("VB", "MD")) for tag in tags)


def at_no_moment(page: Page, saying: Saying) -> bool:
    """Whether the cue is a noun ("Oslo's insistence") or what many say any day ("analysts call it")."""
    if saying.cue is None or not page.tagged:
        return False
    tags = [token.tag_ for token in page.doc[slice(*page.tokens(saying.cue))]]
    return named_by_noun(page, saying) or "VBP" in tags


def named_by_noun(page: Page, saying: Saying) -> bool:
    """Whether the cue is a noun ("Oslo's promise to")."""
    if saying.cue is None or not page.tagged:
        return False
    tags = [token.tag_ for token in page.doc[slice(*page.tokens(saying.cue))]]
    return any(tag in {"NN", "NNS"} for tag in tags) and not any(tag.startswith(("VB", "MD")) for tag in tags)


def looks_back(page: Page, saying: Saying) -> bool:
    """Whether the cue goes back behind the story: "had earlier hinted"."""
    if saying.cue is None:
        return False
    start, end = page.tokens(saying.cue)
    return "had" in page.lowers(start - 2, end - 1)


def quotes_through(page: Page, saying: Saying) -> bool:
    """Whether the cue names the source of what was said elsewhere: "according to"."""
    if saying.cue is None:
        return False
    return " ".join(page.lowers(*page.tokens(saying.cue))) in dating_words().quoting_prepositions
