"""Events end to end on PETRARCH2's validation sentences: ``python -m bench.event_triples [--misses]``.

What `parley.read` gives as (actor's country, class, target's country), against the coded events, CAMEO codes
turned into PLOVER's roots. PETRARCH2 codes statements and wishes as events of their own, gives both ways
of every meeting, and takes the country a place lies in for the other side; Parley does none of these.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import parley
from parley.model import Event
from parley.vocabulary.events import folded_codes
from parley.vocabulary.geography import naming

EVENTS = Path("../shared/data/events")
SENTENCES = EVENTS / "petrarch2/universal/UniversalPetrarch/data/text/PETR2_GSR_validation.xml"
COUNTRIES = EVENTS / "petrarch2/petrarch2/data/dictionaries/Phoenix.Countries.actors.txt"
# The first two figures of a CAMEO code, by PLOVER's conversion table.
_CAMEO = {
    "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "YIELD",
    "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST",
    "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip


def fold(code: str) -> str:
    """A class by the name older schemes have for it."""
    return "YIELD" if code in folded_codes("YIELD") else code


def _r(value: float) -> float:
    return round(value, 3)


def country_codes(path: Path) -> dict[str, str]:
    """Names of countries with CAMEO's codes, from the dictionary beside the sentences."""
    found: dict[str, str] = {}
    code = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        head = re.match(r"([A-Z_.()]+)\s+\[([A-Z]{3})\]", line)
        if head:
            code = head[2]
            found.setdefault(head[1].strip("_").replace("_", " ").lower(), code)
        elif line.startswith("+") and code:
            found.setdefault(line[1:].split()[0].strip("_").replace("_", " ").lower(), code)
        elif not line.startswith(("\t", " ", "#")):
            code = ""
    return found


def triples(path: Path, countries: dict[str, str], misses: bool) -> dict[str, object]:
    """The second measure: what the program finds in PETRARCH2's validation sentences."""
    counts: Counter[str] = Counter()
    text = path.read_text(encoding="utf-8")
    for head, coded, sentence in re.findall(r"<Sentence (.*?)>(.*?)<Text>(.*?)</Text>", text, re.DOTALL):
        words = " ".join(sentence.split()).replace("`` ", "“").replace(" ''", "”").replace("''", "”")
        date = re.search(r'date="(\d{4})(\d\d)(\d\d)"', head)
        if not words:
            continue
        gold = set(_coded(coded))
        ours = set(_read(words, "-".join(date.groups()) if date else None, countries))
        counts["sentences"] += 1
        counts["gold"] += len(gold)
        counts["ours"] += len(ours)
        counts["right"] += len(gold & ours)
        counts["right class"] += len({code for _, code, _ in gold} & {code for _, code, _ in ours})
        counts["gold classes"] += len({code for _, code, _ in gold})
        counts["our classes"] += len({code for _, code, _ in ours})
        if misses and gold != ours:
            print(f"{words[:160]}\n    gold {sorted(gold)}\n    ours {sorted(ours)}")
    return {
        **counts,
        "P": _r(counts["right"] / max(1, counts["ours"])),
        "R": _r(counts["right"] / max(1, counts["gold"])),
        "class P": _r(counts["right class"] / max(1, counts["our classes"])),
        "class R": _r(counts["right class"] / max(1, counts["gold classes"])),
    }


def _coded(text: str) -> Iterator[tuple[str, str, str]]:
    pattern = r'eventcode="(\d+)" sourcecode="([^"]*)" targetcode="([^"]*)"'
    for code, source, target in re.findall(pattern, text):
        if code[:2] in _CAMEO:
            yield source[:3], _CAMEO[code[:2]], target[:3]


def _read(text: str, published: str | None, countries: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    read = parley.read(text, published=published)
    party = {mention.name: mention.affiliation or mention.name for mention in read.mentions}
    for found in read.findings:
        if isinstance(found, Event) and found.factuality != "denied":
            for actor in (found.actor or "").split("; "):
                for target in (found.target or "").split("; "):
                    sides = [_country(party.get(name, name), countries) for name in (actor, target)]
                    yield sides[0], fold(found.code), sides[1]


def _country(name: str, countries: dict[str, str]) -> str:
    """The code of the country a name or any of its words stands for."""
    for words in (name, *name.replace("’s", "").replace("'s", "").split()):
        known = naming(words)
        code = countries.get((known.party if known is not None else words).lower())
        if code is not None:
            return code
    return "---"


def main() -> int:
    """Command line; prints one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=Path, default=SENTENCES)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if not options.sentences.exists() or not COUNTRIES.exists():
        print(f"no sentences at {options.sentences}: give a file with --sentences", file=sys.stderr)
        return 2
    found = triples(options.sentences, country_codes(COUNTRIES), options.misses)
    print(json.dumps({"bench": "event triples", **found}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
