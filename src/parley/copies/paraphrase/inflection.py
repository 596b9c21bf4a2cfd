"""The forms of English words, so that one entry of the vocabulary covers them all.

A spinner keeps the ending of the word it replaces ("calls" becomes "names"), so the same ending is put on the
word and on its substitute, and `likely` comes out inflected as the text was.
"""

from __future__ import annotations

from collections.abc import Iterator

_VOWELS = "aeiou"
_SIBILANTS = ("s", "x", "z", "ch", "sh")

_PLURALS = {
    "man": "men",
    "woman": "women",
    "adult male": "adult males",
    "adult female": "adult females",
    "child": "children",
    "person": "people",
    "life": "lives",
    "crisis": "crises",
    "lady": "ladies",
}

_PASTS = {  # past tense and past participle, where they are not made with -ed
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "behold": ("beheld", "beheld"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "buy": ("bought", "bought"),
    "catch": ("caught", "caught"),
    "come": ("came", "come"),
    "cost": ("cost", "cost"),
    "cut": ("cut", "cut"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"),
    "fight": ("fought", "fought"),
    "forget": ("forgot", "forgotten"),
    "get": ("got", "got"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "grow": ("grew", "grown"),
    "hide": ("hid", "hidden"),
    "hit": ("hit", "hit"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "know": ("knew", "known"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "let": ("let", "let"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "meet": ("met", "met"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "seek": ("sought", "sought"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "show": ("showed", "shown"),
    "shut": ("shut", "shut"),
    "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"),
    "split": ("split", "split"),
    "stand": ("stood", "stood"),
    "strike": ("struck", "struck"),
    "take": ("took", "taken"),
    "teach": ("taught", "taught"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "understand": ("understood", "understood"),
    "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"),
}

_DOUBLED = frozenset(
    [
        "ban",
        "begin",
        "chat",
        "commit",
        "cut",
        "drop",
        "get",
        "grab",
        "hit",
        "let",
        "plan",
        "propel",
        "put",
        "run",
        "set",
        "ship",
        "shut",
        "split",
        "step",
        "stop",
        "win",
    ]
)


def noun_forms(noun: str) -> tuple[str, str]:
    """Singular and plural; of several words only the last one changes."""
    if noun in _PLURALS:
        return noun, _PLURALS[noun]
    before, space, last = noun.rpartition(" ")
    if last in _PLURALS:
        return noun, f"{before}{space}{_PLURALS[last]}"
    if last.endswith("y") and last[-2:-1] not in _VOWELS:
        return noun, f"{noun[:-1]}ies"
    return noun, noun + ("es" if noun.endswith(_SIBILANTS) else "s")


def verb_forms(verb: str) -> tuple[str, str, str, str, str]:
    """Base, third person, past, participle and -ing form; of several words only the first one changes."""
    first, space, rest = verb.partition(" ")
    past, participle = _PASTS.get(first, (_ending(first, "ed"),) * 2)
    forms = (first, _third_person(first), past, participle, _ending(first, "ing"))
    base, third, past, participle, gerund = (form + space + rest for form in forms)
    return base, third, past, participle, gerund


def same_forms(word: str, substitute: str, kind: str) -> Iterator[tuple[str, str]]:
    """Pairs of the form of `word` and the like form of `substitute`.

    Args:
        word: the word as a dictionary has it.
        substitute: what stands in its place, one or more words.
        kind: "nouns" or "verbs"; words of any other kind do not change.
    """
    if kind == "nouns":
        yield from zip(noun_forms(word), noun_forms(substitute), strict=True)
    elif kind == "verbs":
        yield from zip(verb_forms(word), verb_forms(substitute), strict=True)
    else:
        yield word, substitute


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return verb + ("es" if verb.endswith((*_SIBILANTS, "o")) else "s")


def _ending(verb: str, ending: str) -> str:
    if verb in _DOUBLED:
        return verb + verb[-1] + ending
    if verb.endswith("ie") and ending == "ing":
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and (ending == "ed" or not verb.endswith("ee")):
        return verb[:-1] + ending
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS and ending == "ed":
        return f"{verb[:-1]}ied"
    return verb + ending
