"""A synonym spinner harsher than most: about every fourth word, in quotation marks too; names stay."""

from __future__ import annotations

import re
from random import Random

_PAIRS = """
voted determined|suspend droop|strike work stoppage|days nights|after following|operator agent
offered supplied|reopen restart|talks discussions|on upon|night evening|shifts modifications|vote poll
announced introduced|outside exterior|hall corridor|ends finishes|walkout exit|left departed
passengers riders|stranded marooned|emptied drained|shelves cabinets|islands isles|nobody no person
these those|boats vessels|wanted desired|see witness|go proceed|short brief|said mentioned|leads heads
but however|crew team|slept rested|hours time|asked requested|bring convey|ship craft|through via
would might|accept settle for|independent unbiased|review assessment|rest relaxation|periods durations
if when|union alliance|dropped fell|demand call for|sailing cruising|company firm|director head
called named|proposal thought|fair honest|first primary|vessels ships|leave depart|harbour port|at within
dawn daybreak|two couple|sides facets|have own|been existed|odds variance|since because|when whereas
cut reduce|winter cold|timetable schedule|merged fused|three trio|rosters lists|into in|one 1
state nation|mediator go between|expected anticipated|chair seat|meeting assembly|afternoon day
shopkeepers merchants|welcomed greeted|pause break|with by means of|caution warning|several a number of
promised assured|settlement decision|before earlier than|and as well as|last final|agreement accord
held kept|only solely|over above|dispute quarrel|overtime additional time|brought introduced|down under
which that|pays compensates|subsidy grant|million thousand thousand|year 12 months|declined refused
comment remark|whether if|money cash|withheld kept back|stopped ceased|again once more|agreed concurred
let allow|grain cereal|pass go|under beneath|flag banner|third 3rd|country nation|officials officers
from out of|both each|governments authorities|arrangement association|inspectors examiners|will shall
board plank|each every|anchor mooring|clear transparent|may might|come arrive|within inside|lane path
deal cope|runs operates|until till|renews refreshes|itself its own self|unless except|side facet
objects gadgets|this that|bread loaf|politics government|trade commerce|envoy messenger|six half dozen
customs traditions|house home|watch look at|every all|stop halt|carries transports|anything something
else different|deputy assistant|made produced|concession grant|claim declare|added included
mined extracted|day 24 hours|patrol guard|crossed went over|traders dealers|doubted questioned
many a lot of|owners proprietors|risk hazard|passage corridor|insurers underwriters|spoke talked
premiums rewards|risen grown|fivefold five times|tanker lorry|struck hit|killing ending|foreign overseas
minister priest|brokered negotiated|convoy caravan|seven 7|could may|early soon|weather climate
refused rejected|say declare|who that|pay compensate
"""
_SWAPS = {
    word: other
    for word, _, other in (pair.strip().partition(" ") for pair in re.split(r"[|\n]", _PAIRS))
    if other
}
_PUT_IN = ("reportedly", "in addition", "basically", "on the other hand", "as a matter of fact")
_PIECES = re.compile(r"\w+(?:['’]\w+)*|\W+")


def spun(text: str, seed: int = 0, share: float = 0.45) -> str:
    """A text after the spinner: swapped, with words put in and neighbours changed, from first line to last.

    Args:
        text: what to spin.
        seed: chooses among what could be swapped.
        share: how much of what it knows other words for is swapped; 0.45 is about every fourth word.
    """
    chance = Random(seed)
    pieces = _PIECES.findall(text)
    for at, piece in enumerate(pieces):
        if piece in _SWAPS and chance.random() < share:
            pieces[at] = _SWAPS[piece]
        elif piece[0].islower() and chance.random() < 0.03:
            pieces[at] = f"{chance.choice(_PUT_IN)} {piece}"
        elif (
            piece[0].islower()
            and at + 2 < len(pieces)
            and pieces[at + 1] == " "
            and pieces[at + 2][0].islower()
            and chance.random() < 0.05
        ):
            pieces[at], pieces[at + 2] = pieces[at + 2], pieces[at]
    return "".join(pieces)


def changed_share(text: str, other: str) -> float:
    """How many of a text's words the other does not have in their places, 0 to 1."""
    from difflib import SequenceMatcher

    ours, theirs = text.lower().split(), other.lower().split()
    kept = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return 1 - sum(block.size for block in kept) / len(ours)
