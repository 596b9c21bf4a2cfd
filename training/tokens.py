"""Writes the rules of spaCy's English tokenizer to the file that `parley.language.tokens` reads.

``python -m training.tokens [--to src/parley/language/tokens.json]``

Needs spaCy only. Beside the patterns as they are ("far") stand the same without the characters that hardly a
report in English has ("near"): their lists of thousands of letters and signs take most of the time that a
regular expression takes to compile.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import spacy

from parley.language.tokens import RULES, Patterns, Tokenizer

LAST_NEAR = 0x20BF
_ESCAPED = r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})"
_RANGE = re.compile(f"({_ESCAPED})(?:-({_ESCAPED}))?")


def near(pattern: str) -> str:
    """`pattern` without the escaped characters, and ranges of them, that begin beyond LAST_NEAR."""
    return _RANGE.sub(lambda match: "" if int(match[1][2:], 16) > LAST_NEAR else match[0], pattern)


def rules() -> dict[str, object]:
    """What the file holds."""
    tokenizer = spacy.blank("en").tokenizer
    searches = {
        "prefix": tokenizer.prefix_search,
        "suffix": tokenizer.suffix_search,
        "infix": tokenizer.infix_finditer,
        "address": tokenizer.url_match,
    }
    far = {name: search.__self__.pattern for name, search in searches.items()}
    close = {name: near(pattern) for name, pattern in far.items()}
    special = {word: [str(part[65]) for part in parts] for word, parts in tokenizer.rules.items()}
    plain = Tokenizer(Patterns(**close), Patterns(**far), {}, {})
    joined = [
        plain.cut(word, special=False)
        for word in sorted(special)
        if tokenizer.find_prefix(word) or tokenizer.find_infix(word) or tokenizer.find_suffix(word)
    ]
    return {"spacy": spacy.__version__, "near": close, "far": far, "special": special, "joined": joined}


def main() -> None:
    """Command line of the export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=RULES)
    options = parser.parse_args()
    text = json.dumps(rules(), ensure_ascii=False, indent=0, sort_keys=True)
    options.to.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
