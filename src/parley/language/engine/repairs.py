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
    of_subjects, of_complements = _numbers(labels, SUBJECTS), _numbers(labels, COMPLEMENTS)
    above, kinds = heads.tolist(), relations.tolist()
    subjects = [place for place, kind in enumerate(kinds) if kind in of_subjects]
    complements = [place for place, kind in enumerate(kinds) if kind in of_complements]
    for place in subjects:
        verb = above[place]
        if verb >= place or not any(above[other] == verb for other in subjects if other < verb):
            continue
        later = next((clause for clause in complements if clause > place and above[clause] == verb), None)
        if later is not None:
            heads[place] = above[place] = later
    owners = {above[place] for place in subjects}
    open_clause, closed = labels.index("xcomp"), labels.index("ccomp")
    for place in complements:
        if kinds[place] == open_clause and place in owners:
            relations[place] = closed


def _numbers(labels: Sequence[str], names: Sequence[str]) -> frozenset[int]:
    return frozenset(labels.index(name) for name in names if name in labels)
