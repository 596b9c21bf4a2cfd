"""Spins a training text the way synonym spinners do, keeping its annotation.

Spinners swap words for what a thesaurus lists beside them, blind to sense. Three sources of such swaps:
WordNet (Debian package ``wordnet-base``; any sense, re-inflected naively), the reporting verbs below, and
small grammar words. Each replaced word is labelled, so that one head learns to see a spinner's hand.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path

from training.examples import Example, Link

WORDNET = Path("/usr/share/wordnet")
PARTS_OF_SPEECH = ("verb", "noun", "adj", "adv")

# What spinners make of reporting verbs and other words that carry an attribution; written from general
# knowledge of such texts. Values are swapped in as they stand, so inflection is kept.
REPORTING = {
    "said": ["mentioned", "stated", "acknowledged", "talked about", "remarked", "expressed", "stated that"],
    "says": ["mentions", "states", "claims", "expresses"],
    "say": ["mention", "state", "speak"],
    "saying": ["stating", "mentioning", "pronouncing"],
    "told": ["instructed", "advised", "knowledgeable", "informed"],
    "tell": ["inform", "instruct"],
    "noted": ["famous", "well-known", "observed"],
    "added": ["delivered", "introduced", "brought", "extra"],
    "asked": ["requested", "questioned"],
    "announced": ["introduced", "declared"],
    "warned": ["cautioned", "alerted"],
    "called": ["known as", "referred to as", "named"],
    "argued": ["contended", "quarreled"],
    "denied": ["refused", "disavowed"],
    "rejected": ["refused", "turned down"],
    "declined": ["refused", "dropped"],
    "refused": ["declined", "denied"],
    "accused": ["blamed", "charged"],
    "agreed": ["concurred", "consented", "settled"],
    "believes": ["thinks", "trusts"],
    "wants": ["needs", "desires"],
    "want": ["need", "desire"],
    "wrote": ["composed", "penned"],
    "reported": ["said", "documented"],
    "insisted": ["maintained", "urged"],
    "suggested": ["advised", "recommended"],
    "confirmed": ["verified", "proven"],
    "according": ["in accordance", "in keeping"],
    "spokesman": ["representative", "consultant"],
    "spokeswoman": ["representative"],
    "officials": ["officers", "authorities"],
    "official": ["officer"],
    "leaders": ["heads"],
}
SMALL = {
    "but": ["however"], "while": ["whereas"], "because": ["as a result of"], "about": ["a few", "regarding"],
    "may": ["might", "could"], "will": ["is going to"], "many": ["quite a few"], "first": ["preliminary"],
    "two": ["2"], "three": ["3"], "four": ["4"], "also": ["additionally"], "before": ["earlier than"],
    "after": ["following"], "around": ["round"], "back": ["again"],
    "against": ["towards", "in opposition to"],
    "last": ["final"], "year": ["12 months"], "thing": ["factor"], "people": ["folks"],
    "there": ["right here"],
    "among": ["amongst"], "during": ["throughout"], "such": ["resembling"], "including": ["together with"],
    "between": ["amid"], "since": ["for the reason that"], "both": ["each"], "just": ["simply"],
}  # fmt: skip


@dataclass(frozen=True)
class Thesaurus:
    """Lemma to synonyms, and irregular forms to lemmas, by part of speech."""

    synonyms: dict[str, dict[str, tuple[str, ...]]]
    irregular: dict[str, dict[str, str]]


def read_thesaurus(folder: Path = WORDNET) -> Thesaurus:
    """WordNet's synonyms of the first four senses of each word.

    Raises:
        FileNotFoundError: when Debian's ``wordnet-base`` is not installed.
    """
    synonyms: dict[str, dict[str, tuple[str, ...]]] = {}
    irregular: dict[str, dict[str, str]] = {}
    for part in PARTS_OF_SPEECH:
        members = _members(folder / f"data.{part}")
        synonyms[part] = _synonyms(folder / f"index.{part}", members)
        lines = (folder / f"{part}.exc").read_text().split("\n")
        irregular[part] = {line.split()[0]: line.split()[1] for line in lines if len(line.split()) > 1}
    return Thesaurus(synonyms, irregular)


def _members(path: Path) -> dict[str, list[str]]:
    members = {}
    for line in path.read_text(encoding="latin-1").split("\n"):
        if line[:1].isdigit():
            columns = line.split(" ")
            count = int(columns[3], 16)
            words = [columns[4 + 2 * number].split("(")[0] for number in range(count)]
            members[columns[0]] = [word.replace("_", " ") for word in words]
    return members


def _synonyms(path: Path, members: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    table = {}
    for line in path.read_text(encoding="latin-1").split("\n"):
        if line[:1].isalpha():
            columns = line.split()
            senses = columns[-int(columns[2]) :][:4]
            words = {word for sense in senses for word in members[sense] if word.lower() != columns[0]}
            if words:
                table[columns[0]] = tuple(sorted(words))
    return table


# How to take an ending off and put it back; first match wins.
ENDINGS = {
    "verb": (
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ied", "y"),
        ("ed", ""),
        ("ed", "e"),
    ),
    "noun": (("ies", "y"), ("es", ""), ("s", "")),
}
VOWELS = "aeiou"


def candidates(word: str, thesaurus: Thesaurus) -> list[str]:
    """Swaps for a lower-case word, inflected like it where a simple rule can."""
    found = [*REPORTING.get(word, ()), *SMALL.get(word, ())]
    for part in PARTS_OF_SPEECH:
        table = thesaurus.synonyms[part]
        found.extend(table.get(word, ()))
        for ending, restored in ENDINGS.get(part, ()):
            if word.endswith(ending) and (lemma := word[: -len(ending)] + restored) in table:
                found.extend(_inflect(synonym, part, ending) for synonym in table[lemma])
                break
        if (lemma := thesaurus.irregular[part].get(word)) in table:
            ending = "s" if part == "noun" else "ed"
            found.extend(_inflect(synonym, part, ending) for synonym in table[lemma])
    return found


def _inflect(words: str, part: str, ending: str) -> str:
    head, *rest = words.split(" ") if part == "verb" else [words]
    if ending in ("s", "es", "ies"):
        head = head[:-1] + "ies" if head.endswith("y") and head[-2:-1] not in VOWELS else head + "s"
    elif ending in ("ed", "ied"):
        head = head + "d" if head.endswith("e") else head[:-1] + "ied" if head.endswith("y") else head + "ed"
    elif ending == "ing":
        head = head[:-1] + "ing" if head.endswith("e") else head + "ing"
    return " ".join([head, *rest])


def spin(example: Example, thesaurus: Thesaurus, chance: random.Random) -> Example:
    """A spun copy of `example`; its words, labels and links changed together.

    About `rate` of the words that have a swap are swapped, names seldom; `rate` differs by document, as
    real spinners do.
    """
    rate = chance.choice((0.15, 0.3, 0.5))
    words: list[tuple[str, ...]] = []
    changed: list[bool] = []
    for number, word in enumerate(example.words):
        swap = _swap(word, number and not example.paragraph_starts[number], thesaurus, chance, rate)
        words.append(swap or (word,))
        changed.append(swap is not None)
    return _rebuilt(example, words, changed)


def _swap(
    word: str, inside: bool | int, thesaurus: Thesaurus, chance: random.Random, rate: float
) -> tuple[str, ...] | None:
    name = bool(inside) and word[:1].isupper()
    if len(word) < 3 or not word.isalpha() or chance.random() > (rate * 0.08 if name else rate):
        return None
    found = [swap for swap in candidates(word.lower(), thesaurus) if swap != word.lower()]
    if not found:
        return None
    swap = chance.choice(found).split(" ")
    if word[:1].isupper():
        swap[0] = swap[0].capitalize()
    return tuple(swap)


def _rebuilt(example: Example, words: list[tuple[str, ...]], changed: list[bool]) -> Example:
    start_of = [0]
    for swap in words:
        start_of.append(start_of[-1] + len(swap))

    def spread(values: tuple, inside=lambda value: value) -> tuple:  # type: ignore[no-untyped-def]
        return tuple(
            value if place == 0 else inside(value)
            for value, swap in zip(values, words, strict=True)
            for place in range(len(swap))
        )

    def move(ranges: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((start_of[start], start_of[end]) for start, end in ranges)

    links = example.links and tuple(
        Link(move((link.cue,))[0], move(link.source), move(link.content)) for link in example.links
    )
    # Tags, lemmas and heads of swapped words are not known any more.
    blank = tuple(None for swap in words for _ in swap)
    return replace(
        example,
        words=tuple(piece for swap in words for piece in swap),
        paragraph_starts=spread(example.paragraph_starts, lambda value: False),
        sentence_starts=spread(example.sentence_starts, lambda value: 0),
        names=spread(example.names, lambda value: value and value.replace("B-", "I-")),
        spun=tuple(int(new) for new, swap in zip(changed, words, strict=True) for _ in swap),
        links=links,
        upos=blank, xpos=blank, lemmas=blank, deprels=blank, heads=(),
    )  # fmt: skip


QUOTE_STYLES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"), ("``", "''"))
OPENING, CLOSING, STRAIGHT = ("“", "``"), ("”", "''"), '"'


def requote(example: Example, chance: random.Random) -> Example:
    """`example` with its double quotation marks written in another style."""
    opening, closing = chance.choice(QUOTE_STYLES)
    words, is_open = [], False
    for word, fresh in zip(example.words, example.paragraph_starts, strict=True):
        is_open = is_open and not fresh
        if word in OPENING or (word == STRAIGHT and not is_open):
            word, is_open = opening, True
        elif word in CLOSING or word == STRAIGHT:
            word, is_open = closing, False
        words.append(word)
    return replace(example, words=tuple(words))
