"""A dossier's parties are known before the first word is read."""

from __future__ import annotations

import parley
from parley.dossier import Dossier, Party
from parley.model import Position

TEXT = "Brenn rejected the pause on Monday. The Hill Committee said it would accept it if Brenn did the same."


def test_a_partys_alias_takes_a_stance_for_it() -> None:
    lent = Dossier(
        "ilmar",
        parties=(Party("Kardeva", ("Brenn",), "country"), Party("Hill Committee", (), "group")),
    )
    found = parley.read(TEXT, published="2025-06-02", dossier=lent).findings
    stands = {one.party: (one.stance.value, one.holder.value) for one in found if isinstance(one, Position)}
    assert stands["Kardeva"] == ("rejects", "self")
    assert stands["Hill Committee"] == ("accepts_if", "self")


def test_what_is_lent_is_given_back() -> None:
    lent = Dossier("ilmar", parties=(Party("Kardeva", ("Brenn",), "country"),))
    parley.read(TEXT, dossier=lent)
    plain = parley.read(TEXT, published="2025-06-02").findings
    assert "Kardeva" not in {one.party for one in plain if isinstance(one, Position)}
