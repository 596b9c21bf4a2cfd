"""Puts right what two heads of the parser cannot both mean."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]
SUBJECTS = ("nsubj", "nsubj:pass")
COMPLEMENTS = ("xcomp", "ccomp")


def one_subject_each(heads: Indices, relations: Indices, labels: Sequence[str]) -> None:
    """Gives a verb's second subject to the clause that follows it, in place.

    "The union demanded the owners lift the ban": a verb has one subject, so where a second one stands
    after the verb and before its clausal complement, it is the complement's. And a complement with a subject
    of its own is no open one ("ccomp", not "xcomp").

    Args:
        heads: the head of each word, itself for a root.
        relations: each word's relation to its head, as an index into `labels`.
        labels: the relations' names.
    """
    subjects = np.isin(relations, [labels.index(name) for name in SUBJECTS if name in labels])
    complements = np.isin(relations, [labels.index(name) for name in COMPLEMENTS if name in labels])
    places = np.arange(len(heads))
    for place in np.flatnonzero(subjects & (heads < places)).tolist():
        verb = int(heads[place])
        has_own = bool(subjects[:verb][heads[:verb] == verb].any())
        later = np.flatnonzero(complements & (heads == verb) & (places > place))
        if has_own and len(later):
            heads[place] = later[0]
    owners = np.zeros(len(heads), bool)
    owners[heads[subjects]] = True
    open_clauses = relations == labels.index("xcomp")
    relations[open_clauses & owners] = labels.index("ccomp")
