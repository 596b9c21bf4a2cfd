"""A stance told in a sentence: "offers to stop filling the dam, if the ban is lifted"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.model import Stance

# Before a name of something; before what somebody does; before what is to be so.
_TOLD = {
    Stance.PROPOSES: ("proposes", "proposes to", "proposes that"),
    Stance.ACCEPTS: ("accepts", "agrees to", "agrees that"),
    Stance.ACCEPTS_IF: ("accepts", "agrees to", "agrees that"),
    Stance.ACCEPTS_IN_PRINCIPLE: (
        "accepts in principle", "agrees in principle to", "agrees in principle that",
    ),
    Stance.UNDECIDED: ("has not decided on", "has not decided whether to", "has not decided whether"),
    Stance.REJECTS: ("rejects", "refuses to", "does not accept that"),
    Stance.DEMANDS: ("demands", "demands:", "demands that"),
    Stance.OFFERS: ("offers", "offers to", "offers that"),
    Stance.SEEKS: ("seeks", "seeks to", "wants:"),
    Stance.WITHHOLDS: ("will not say where it stands on", "will not", "will not say whether"),
}  # fmt: skip
_ON_CONDITIONS = {Stance.ACCEPTS_IF: ", on conditions"}
_CONNECTING = re.compile(
    r"(?:if|unless|until|till|once|after|when|before|while|only|provided|providing|so|as|on|in|without|"
    r"but|however|though|although|except|given|assuming|with|by|for|subject|pending|where|because|since)\b",
    re.IGNORECASE,
)
_HELPERS = r"(?:to|will|would|could|can|must|should|shall|may|not|n['’]t|never)"
_ARTICLE = re.compile(
    r"^(?:a|an|the|its|their|his|her|our|any|all|no|this|that|these|those|some)\b", re.IGNORECASE
)
_LINKING = re.compile(r" (?:of|in|from|at|for|with|on|by|to|who|that)\b")
_PLURAL = {"has": "have", "does": "do", "will": "will", "wants:": "want:", "demands:": "demand:"}
# What a report speaks of before and after it is named ("Kardeva has not agreed").
_GENERIC = re.compile(
    r"proposal|plan|offer|deal|agreement|accord|truce|cease-?fire|treaty|draft|text|pact|idea|package|contract"
)


def told(stance: Stance, on: str, conditions: Sequence[str], words: str) -> str:
    """A stance as the rest of a sentence that begins with who takes it.

    Args:
        stance: the stance.
        on: short name of the proposal or issue, as it is kept.
        conditions: the conditions in the report's words.
        words: the report's words that show the stance; they tell whether `on` is done ("to stop filling"),
            is to be so ("that the forces leave"), or is a thing ("the plan").
    """
    thing, deed, state = _TOLD[stance]
    if _stands(rf"{_HELPERS}\s+(?:\w+ly\s+)?", on, words) and not _ARTICLE.match(on):
        said = f"{deed} {on}"
    elif _stands(r"that\s+(?:the\s+|all\s+|its\s+)?", on, words) and len(on.split()) > 2:
        said = f"{state} {on}"
    elif not _ARTICLE.match(on) and (
        _stands(r"(?:the|an?)\s+", on.split()[0], words) or _GENERIC.fullmatch(on)
    ):
        said = f"{thing} the {on}"
    else:
        said = f"{thing} {on}"
    # What stands in the thing itself is not said twice.
    others = [condition for condition in conditions if condition.casefold() not in on.casefold()]
    return said + _joined(stance, others)


def sentence(who: str, said: str) -> str:
    """A sentence's words from who takes a stance and what `told` gives: "Five powers accept the deal".

    Args:
        who: a party, as it is called.
        said: the rest, in the third person singular.
    """
    first, _, rest = said.partition(" ")
    if _is_several(who):
        first = _PLURAL.get(first, first.removesuffix("s"))
        rest = rest.replace("where it stands", "where they stand", 1)
    return f"{who[:1].upper()}{who[1:]} {first} {rest}"


def own(who: str) -> str:
    """ "Its" or "their"."""
    return "their" if _is_several(who) else "its"


def _is_several(who: str) -> bool:
    """Whether a party is called by a plural noun ("world powers", "critics at home"); names never are."""
    head = _LINKING.split(who)[0].split()[-1:]
    return " and " in who or any(word.islower() and word.endswith("s") and word[-2:] != "ss" for word in head)


def _stands(before: str, on: str, words: str) -> bool:
    """Whether `on` stands in the words right behind something."""
    return re.search(rf"\b{before}{re.escape(on)}\b", words, re.IGNORECASE) is not None


def _lowered(condition: str) -> str:
    """A condition that began a sentence of the report, in the midst of another."""
    return condition[:1].lower() + condition[1:]


def _joined(stance: Stance, conditions: Sequence[str]) -> str:
    if not conditions:
        return _ON_CONDITIONS.get(stance, "")
    parts = [
        _lowered(part) if _CONNECTING.match(part) else f"on this condition: {part}" for part in conditions
    ]
    return f", {'; '.join(parts)}"
