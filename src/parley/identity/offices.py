"""Offices: what a role comes to, and whom "Ukraine's president" means on a day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from parley.vocabulary.geography import naming
from parley.vocabulary.identity import same_office, single_offices
from parley.vocabulary.offices import national_offices, past_marks, standings

_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*\.?")
_HEAD = re.compile(r"\s+(?:of|for|to|at|in|with|on|from|under|and)\s+|,|;")
_UNDER = frozenset({"deputy", "vice", "assistant", "associate", "junior", "shadow", "under", "deputy-"})
_PAST = frozenset({"then", "ex", "late", "ousted", "deposed", "onetime", "erstwhile"})
_OF_STATE = "secretary of state"
_LONGEST = 4
_WITHIN = 12
"""Months within which a report that names the bearer tells whom another means."""


@dataclass(frozen=True, slots=True)
class Office:
    """What a role comes to.

    Attributes:
        name: the office in small letters, one name for several ("prime minister" of "premier").
        past: whether the role says that it is over ("former").
    """

    name: str
    past: bool = False

    @property
    def single(self) -> bool:
        """Whether one person of a party holds it at a time."""
        return self.name in single_offices()


@lru_cache(maxsize=16384)
def office_of(role: str | None) -> Office | None:
    """The office that a role names, or None where it names none."""
    if not role:
        return None
    lower = " ".join(role.lower().split())
    of_state = lower.find(_OF_STATE)
    if of_state >= 0:
        return Office(_OF_STATE if "under" not in lower[:of_state] else "undersecretary", _is_past(lower))
    words = _WORD.findall(_HEAD.split(lower)[0])
    for size in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[-size:])
        if phrase not in single_offices() and phrase not in standings():
            continue
        before = words[-size - 1] if size < len(words) else ""
        name = same_office(phrase)
        return Office(f"deputy {name}" if before in _UNDER else name, _is_past(lower))
    return None


def _is_past(role: str) -> bool:
    words = set(re.findall(r"[^\W_]+", role))
    return bool(words & (_PAST | past_marks()))


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """A person named by office alone.

    Attributes:
        office: the office, one name for several.
        party: whose, by the record's name for it.
    """

    office: str
    party: str


@lru_cache(maxsize=16384)
def office_phrase(words: str, party: str | None) -> OfficePhrase | None:
    """Whose office a source is named by: "Ukraine's president", "the Russian foreign minister"; else None.

    Args:
        words: as the report names the source.
        party: whom the source speaks for, as the report gives it; needed where the words do not say it.
    """
    bare = re.sub(r"^(the|its|their|his|her)\s+", "", words.strip(), flags=re.IGNORECASE)
    before, of, after = bare.partition(" of ")
    whole = before.lower() if of and f"{before.lower()} of" != "secretary of" else bare.lower()
    for office in sorted(single_offices(), key=len, reverse=True):
        if whole != office and not whole.endswith(f" {office}"):
            continue
        whose = bare[: len(whole) - len(office)].strip() if not (of and whole == office) else after
        return _of_party(office, re.sub(r"['’]s?$", "", whose).strip(), party)
    return None


def _of_party(office: str, whose: str, party: str | None) -> OfficePhrase | None:
    if whose:
        known = naming(whose)
        return OfficePhrase(same_office(office), known.party) if known else None
    national = national_offices().get(office)
    known = naming(party) if party else None
    if national:
        return OfficePhrase(same_office(office), national)
    return OfficePhrase(same_office(office), known.party) if known else None


def bearer(month: str, held: Mapping[str, Sequence[str]], blocks: Mapping[str, str]) -> str | None:
    """Whom the record's reports give an office around a month.

    Args:
        month: ``2025-03``; empty where the report has no date.
        held: for each name the months in which a report gives it the office.
        blocks: for each name what it shares with all that could be the same person.

    Returns:
        A name; None where no report says, none does within a year, or two people are equally near.
    """
    near = [(_distance(month, one), name) for name, months in held.items() for one in months]
    near = [(far, name) for far, name in near if far <= _WITHIN]
    if not near:
        return None
    nearest = min(near)[0]
    names = sorted({name for far, name in near if far == nearest})
    return names[0] if len({blocks[name] for name in names}) == 1 else None


def _distance(first: str, second: str) -> int:
    """Months between two months; where one is not known, as far as may be."""
    if len(first) != 7 or len(second) != 7:
        return _WITHIN
    return abs(12 * (int(first[:4]) - int(second[:4])) + int(first[5:]) - int(second[5:]))
