"""Words that attribute, withhold, and set the scene of saying something."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class AttributingWords:
    """Words that give something to a source; lemmas in lower case.

    Attributes:
        verbs: verbs of saying that take a clause or a quotation.
        telling: verbs whose object is the person spoken to.
        urging: verbs that ask somebody to act.
        judging: verbs whose object is what is said or judged.
        accusing: verbs that name somebody and then the reproach.
        nouns: nouns that carry words of their possessor.
        asking_nouns: those of them that say what is wanted after "for" or "of".
        showing: verbs by which a document says something.
        thinking: verbs of thought, and of a document's finding.
        questioning: verbs of putting a question to somebody.
        prepositions: prepositions that attribute by themselves.
        viewpoints: nouns of "in X's view".
        as_verbs: verbs of "as X put it".
    """

    verbs: Words
    telling: Words
    urging: Words
    judging: Words
    accusing: Words
    nouns: Words
    asking_nouns: Words
    showing: Words
    thinking: Words
    questioning: Words
    prepositions: Words
    viewpoints: Words
    as_verbs: Words


@dataclass(frozen=True, slots=True)
class RelayedWords:
    """Verbs by which somebody speaks within another's words, by what follows them; lemmas in lower case.

    Attributes:
        clause: they take what is said as a clause.
        infinitive: they take it as an infinitive.
        object: they take it as a thing.
        prepositions: verb and preposition before the thing ("call for").
    """

    clause: Words
    infinitive: Words
    object: Words
    prepositions: Words

    @property
    def verbs(self) -> Words:
        """All of the verbs."""
        governing = frozenset(phrase.split(" ")[0] for phrase in self.prepositions)
        return self.clause | self.infinitive | self.object | governing


@dataclass(frozen=True, slots=True)
class WithholdingWords:
    """Words of a source that does not answer; lemmas in lower case. See `data/cues.toml` for each list."""

    refusing: Words
    disclosing: Words
    undisclosing: Words
    unable: Words
    reached: Words
    giving: Words
    unsaid: Words
    requests: Words
    press: Words
    information: Words
    reaching: Words
    silent: Words
    keeping: Words
    deflecting: Words
    questions: Words
    idioms: Words
    drawing: Words
    plain: Words


@dataclass(frozen=True, slots=True)
class SurroundingWords:
    """Words for where, through what and to whom something is said. See `data/cues.toml` for each list."""

    prepositions: Words
    speaking: Words
    media: Words
    venues: Words
    listeners: Words


@dataclass(frozen=True, slots=True)
class InferringWords:
    """Words that attribute nothing, or only now and then. See `data/cues.toml` for each list."""

    verbs: Words
    expecting: Words
    measures: Words
    acting: Words
    terms: Words
    quoting_terms: Words
    speechless: Words
    telling: Words
    speaking_with: Words
    clausal: Words
    pictures: Words
    pointing: Words
    citing: Words
    naming: Words
    knowing: Words
    greeting: Words
    guests: Words
    unsaid: Words
    nobody: Words
    partaking: Words
    partaking_in: Words
    phrasal: Words
    binding: Words
    provoking: Words


@cache
def _data() -> dict[str, dict[str, object]]:
    source = files("parley.vocabulary").joinpath("data", "cues.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _lists(section: dict[str, object]) -> dict[str, Words]:
    return {name: frozenset(words) for name, words in section.items() if isinstance(words, list)}


@cache
def attributing_words() -> AttributingWords:
    """The words that attribute."""
    section = _data()["attributing"]
    phrases = section["phrases"]
    assert isinstance(phrases, dict)
    return AttributingWords(**_lists(section), **_lists(phrases))


@cache
def voicing_words(noun: bool = False) -> Words:
    """Every word by which somebody speaks, judges or shows a stand; lemmas in lower case.

    Args:
        noun: whether nouns are asked for, and not verbs and adjectives.
    """
    data = _data()
    attributing, voicing = _lists(data["attributing"]), _lists(data["voicing"])
    if noun:
        return attributing["nouns"].union(
            voicing["nouns"], voicing["attitudes"], attributing_words().viewpoints
        )
    nested = [words for name, words in (*attributing.items(), *voicing.items()) if name != "nouns"]
    return frozenset(word for words in nested for word in words) | attributing_words().as_verbs


@cache
def relayed_words() -> RelayedWords:
    """The verbs by which somebody speaks within another's words."""
    return RelayedWords(**_lists(_data()["relayed"]))


@cache
def withholding_words() -> WithholdingWords:
    """The words that withhold."""
    return WithholdingWords(**_lists(_data()["withholding"]))


@cache
def surrounding_words() -> SurroundingWords:
    """The words for listeners, places and channels."""
    return SurroundingWords(**_lists(_data()["surroundings"]))


@cache
def inferring_words() -> InferringWords:
    """The words by which the reporter, or nobody in particular, judges."""
    return InferringWords(**_lists(_data()["inferring"]))


@cache
def credit_phrases() -> Words:
    """Phrases of sentences that only thank colleagues, in lower case."""
    return _lists(_data()["credits"])["phrases"]


@cache
def cue_lemmas() -> Words:
    """Every word of the lists on attributing, inferring, acting and withholding."""
    sections = (_data()[name] for name in ("attributing", "inferring", "voicing", "withholding"))
    nested = [words for section in sections for words in _lists(section).values()]
    return frozenset(word for words in nested for word in words) | attributing_words().as_verbs
