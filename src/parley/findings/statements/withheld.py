"""Finds where a source says nothing: declined, refused, did not elaborate, could not be reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parley.findings.statements.drafts import Draft, trimmed
from parley.findings.statements.evading import cannot, denied, left_out, turns_away, unable_to
from parley.findings.statements.lexicon import is_somebody, lemma
from parley.findings.statements.unreached import of_calls, unreached_by
from parley.language.syntax import children, negated, obliques, relation, subject, verb_group
from parley.language.tree import Doc, Token
from parley.model import Span
from parley.vocabulary.cues import WithholdingWords, attributing_words, withholding_words

_RULE = "rule: withheld"
_SCORE = 0.8
_CONTENT_LABELS = frozenset({"obj", "ccomp", "obl", "xcomp", "advmod", "iobj"})
_QUESTION_TAGS = frozenset({"WRB", "WP", "WDT", "WP$"})
_CLAUSE_MARKS = frozenset({"if", "whether", "how", "why", "when", "where", "what", "which", "who"})
_NO_SOURCE = frozenset({"i", "we", "me", "us", "you", "nobody", "one", "nothing", "someone"})
# Verbs whose complement is the request, not what is withheld.
_ANSWERING = frozenset({"respond", "reply", "answer", "reach", "contact", "locate", "return"})
# What one declines to be.
_EXACT = frozenset({"specific", "precise", "drawn"})
_PREDICATES = frozenset({"ADJ", "VERB", "AUX"})
_NONE = frozenset({"no", "few", "little"})
_ABLE = frozenset({"can", "could", "ca"})
_WILLING = frozenset({"would", "will", "'d", "’d", "'ll", "’ll", "wo"})
# Characters between a withholding and what is withheld.
_BESIDE = 3
_TIME_LABELS = frozenset({"obl:tmod", "obl:unmarked"})


def withheld_drafts(doc: Doc) -> list[Draft]:
    """Every place where a source is said to withhold something.

    The content is what is withheld where it is named ("details of the offer"); where it is not ("did not
    elaborate", "did not specify when"), the content is the withholding itself. The source is left to be
    found from the parse.
    """
    words = withholding_words()
    found = []
    for token in doc:
        match = _match(token, words)
        unreached = unreached_by(token) if match is None and token.pos_ == "VERB" else None
        if unreached is not None:
            found.append(of_calls(token, unreached))
        if match is not None:
            draft = _draft(doc, *match)
            if draft is not None:
                found.append(draft)
    return found


def _match(token: Token, words: WithholdingWords) -> tuple[Token, Token] | None:
    """The first and the last predicate of a withholding ("declined", "give"), or None."""
    if token.pos_ not in _PREDICATES and not token.lower_.endswith("ing"):
        return None
    word = lemma(token)
    if token.pos_ == "ADJ":
        unable = unable_to(token, words)
        if unable is not None and _speaker_can_be(token):
            return token, unable
        silent = word in words.silent and token.tag_ == "JJ" and _is_silent(token, words)
        return (token, token) if silent and _speaker_can_be(token) and is_somebody(subject(token)) else None
    if left_out(token, words):
        return (token, token) if _speaker_can_be(token) else None
    if token.pos_ not in {"VERB", "AUX"}:
        return None
    if word in words.refusing:
        return _refusal(token, words)
    withheld = (
        (word in words.plain and _has_object(token, words.information))
        or (word in words.reaching and token.tag_ == "VBN" and _is_out_of_reach(token))
        or (word in words.undisclosing and denied(token) and _undisclosed(token, word, words))
        or (word == "confirm" and cannot(token))
        or (word in words.giving and _gives_nothing(token, word, words))
        or turns_away(token, word, words)
    )
    return (token, token) if withheld and _speaker_can_be(token) else None


def _is_out_of_reach(token: Token) -> bool:
    """Whether somebody could not be reached; who "had not been contacted" is not said to be silent."""
    able = any(helper.lower_ in _ABLE for helper in children(token, "aux"))
    return negated(token, own=True) and (able or lemma(token) == "reach")


def _refusal(token: Token, words: WithholdingWords) -> tuple[Token, Token] | None:
    for child in children(token, "xcomp"):
        if child.lower_ in _EXACT or (lemma(child) in words.disclosing and _discloses(child, words)):
            return token, child
    if lemma(token) in {"decline", "refuse"} and _requested(token, words):
        return token, token
    return None


def _requested(token: Token, words: WithholdingWords) -> bool:
    """Whether what is refused is to answer ("declined comment", "refused requests for comment")."""
    for child in children(token, "obj"):
        asked = [child, *(oblique.head for oblique in obliques(child, "for"))]
        if any(lemma(noun) in words.requests or noun.lower_ in words.requests for noun in asked):
            return True
    return False


def _discloses(verb: Token, words: WithholdingWords) -> bool:
    """Whether an act that can disclose does so here (not "refused to give the region autonomy")."""
    word = lemma(verb)
    if word in {"speak", "talk", "confirm", "address", "discuss"}:
        others = [oblique.head for oblique in obliques(verb) if oblique.case in {"to", "with"}]
        return all(_is_one_of(other, words.press) for other in others)
    if word == "go":
        return any(_is_one_of(oblique.head, words.information) for oblique in obliques(verb, "into"))
    if word == "be":
        return verb.pos_ == "VERB"
    if word in words.giving or word == "venture":
        return _has_object(verb, words.information)
    return True


def _has_object(verb: Token, nouns: frozenset[str]) -> bool:
    return any(_is_one_of(child, nouns) for child in children(verb, "obj"))


def _is_one_of(noun: Token, nouns: frozenset[str]) -> bool:
    return noun.lower_ in nouns or lemma(noun) in nouns


def _is_silent(token: Token, words: WithholdingWords) -> bool:
    verbs = [*children(token, "cop")] or ([token.head] if relation(token) == "xcomp" else [])
    if not any(lemma(verb) in words.keeping for verb in verbs):
        return False
    if lemma(token) != "available" and lemma(token) != "unavailable":
        return True
    denied = lemma(token) == "unavailable" or negated(token, own=True)
    return denied and any(_is_one_of(oblique.head, words.information) for oblique in obliques(token, "for"))


def _speaker_can_be(verb: Token) -> bool:
    """Whether somebody is silent: not the one who speaks, and not the reader who is told to be."""
    found = subject(verb) or (subject(verb.head) if _without(verb) is not None else None)
    return (
        found is not None
        and found.lower_ not in _NO_SOURCE
        and lemma(found) not in withholding_words().reached
    )


def _gives_nothing(token: Token, word: str, words: WithholdingWords) -> bool:
    for child in children(token, "obj"):
        determiners = {word.lower_ for word in child.lefts}
        denied = determiners & _NONE or ("any" in determiners and negated(token, own=True))
        wanted = words.unsaid if word in {"have", "make"} else words.information
        if denied and _is_one_of(child, wanted):
            return True
    if word in {"have", "make"} or not negated(token, own=True):
        return False
    if word == "go":
        return any(_is_one_of(oblique.head, words.information) for oblique in obliques(token, "into"))
    if word == "discuss":
        # "They did not discuss tariffs": a topic not taken up; who "would not" keeps it to themselves.
        willing = any(helper.lower_ in _WILLING for helper in children(token, "aux"))
        return willing and not any(oblique.case == "at" for oblique in obliques(token))
    return _has_object(token, words.information)


def _undisclosed(token: Token, word: str, words: WithholdingWords) -> bool:
    """Whether a denied verb of disclosing withholds, rather than denies a clause or something else."""
    if word in words.unable and any(helper.lower_ in _ABLE for helper in children(token, "aux")):
        return False
    if token.tag_ == "VBG" and any(mark.lower_ in {"for", "of"} for mark in children(token, "mark", "case")):
        return False
    if word == "address":
        return token.tag_ == "VB" and any(True for _ in children(token, "obj"))
    if word == "expand":
        return any(True for _ in obliques(token, "on"))
    if word in {"name", "identify", "explain", "answer"} and not any(children(token, "obj", "ccomp")):
        return word == "answer" and any(_is_asked(child) for child in children(token, "advcl"))
    if word in {"specify", "elaborate"} or (word == "answer" and _has_object(token, words.questions)):
        return True
    if word == "say" and any(child.pos_ == "NOUN" for child in children(token, "obj")):
        return False
    unsaid = [child.lower_ for child in children(token, "obj", "advmod", "discourse")]
    if "nothing" in unsaid or any(word in {"no", "enough", "yes"} for word in unsaid):
        return False
    if word == "say" and any(helper.lower_ in _ABLE for helper in children(token, "aux")):
        return _asks(token) or not any(children(token, "ccomp", "xcomp", "obj", "parataxis"))
    return _asks(token) or not any(children(token, "ccomp", "xcomp"))


def _is_asked(clause: Token) -> bool:
    """Whether a clause tells that somebody was asked ("did not answer when reporters asked")."""
    return lemma(clause) in attributing_words().questioning


def _asks(verb: Token) -> bool:
    """Whether a verb's clause is a question ("when", "whether")."""
    return any(_opens_question(child) for child in children(verb, "ccomp", "xcomp"))


def _opens_question(clause: Token) -> bool:
    opening = [word for word in clause.subtree if word.i <= clause.i][:3]
    return any(word.lower_ in _CLAUSE_MARKS or word.tag_ in _QUESTION_TAGS for word in opening)


def _draft(doc: Doc, first: Token, last: Token) -> Draft | None:
    group = verb_group(first)
    start = _without(first) or group.start_char
    phrase_end = max(last.idx + len(last), _end_of_phrase(last))
    phrase = trimmed(doc.text, Span(start, phrase_end))
    if phrase is None:
        return None
    cue = Span(start, max(last.idx + len(last), group.end_char) if last is not first else group.end_char)
    content = _withheld_words(doc, last) or phrase
    return Draft(cue, (), (content,), _RULE, _SCORE, withheld=True)


def _without(verb: Token) -> int | None:
    """Where "without" stands before a participle ("without elaborating"), or None."""
    return next((child.idx for child in children(verb, "mark", "case") if child.lower_ == "without"), None)


def _complements(verb: Token) -> Iterator[Token]:
    for child in verb.rights:
        asks = relation(child) == "advcl" and child.left_edge.i == verb.i + 1 and _opens_question(child)
        if asks or (relation(child) in _CONTENT_LABELS and child.dep_ not in _TIME_LABELS):
            yield child


def _end_of_phrase(verb: Token) -> int:
    ends = [child.right_edge.idx + len(child.right_edge) for child in _complements(verb)]
    return max(ends, default=verb.idx + len(verb))


def _withheld_words(doc: Doc, verb: Token) -> Span | None:
    """The words for what is withheld; None where there are none, only a question word, or only a request."""
    parts = [child for child in _complements(verb) if relation(child) != "advmod"]
    if not parts or lemma(verb) in _ANSWERING or verb.pos_ == "ADJ":
        return None
    if any(word.lower_ in _NONE for word in parts[0].lefts):
        return None
    start, end = parts[0].left_edge.i, max(part.right_edge.i for part in parts)
    if end - start < 1:
        return None
    return trimmed(doc.text, Span(doc[start].idx, doc[end].idx + len(doc[end])))


def with_withheld(drafts: list[Draft], withheld: list[Draft]) -> list[Draft]:
    """Joins what rules found withheld with what the engine attributed: no place is reported twice.

    Where both speak of the same place, the engine's source is kept, and its content too unless that is
    much shorter than what the rule found.
    """
    kept = list(drafts)
    for found in withheld:
        place = _same_place(kept, found)
        if place is None:
            kept.append(found)
            continue
        draft = kept[place]
        own = sum(part.end - part.start for part in draft.content)
        longer = found.extent.end - found.extent.start
        beside = draft.extent.start <= found.whole.end + _BESIDE and draft.extent.end >= found.whole.start
        kept_own = beside and own * 2 >= longer and own <= longer * 2
        content = draft.content if kept_own else found.content
        kept[place] = replace(draft, content=content, withheld=True, cue=draft.cue or found.cue)
    return kept


def _same_place(drafts: list[Draft], found: Draft) -> int | None:
    assert found.cue is not None
    for number, draft in enumerate(drafts):
        if draft.cue is not None and draft.cue.overlaps(found.cue):
            return number
    return None
