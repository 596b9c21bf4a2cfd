"""From a text to a parsed document.

`parse` gives a spaCy `Doc` with sentences, tags, heads (Universal Dependencies), names and attributions.
Knows reports and vocabulary; knows nothing of findings.
"""

from parley.language.mirroring import mirror
from parley.language.pipeline import Engine, load_engine, parse

__all__ = ["Engine", "load_engine", "mirror", "parse"]
