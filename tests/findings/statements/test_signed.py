"""Quotations signed by who said them."""

from __future__ import annotations

import parley
from parley.model import Speech

LETTERS = """Readers sent us their views on the fishing accord between Norway and Iceland.

“We lost our grounds in 1986 and nobody asked us.” — Ingrid Aas, skipper, Bodø

"The quota is fair if the inspectors do their work." -- Per Dahl

“The accord is a gift to the big boats.”
― Olaf Johansen (Tromsø)

“Nobody will sign this” — a line the crews painted on the quay — was gone on Monday.
"""


def test_the_name_behind_a_quotation_is_its_source() -> None:
    found = [one for one in parley.read(LETTERS).statements if one.rule == "signed quotation"]
    assert [one.source.name for one in found if one.source] == ["Ingrid Aas", "Per Dahl", "Olaf Johansen"]
    assert all(one.speech is Speech.DIRECT for one in found)
    assert found[1].content[0].of(LETTERS) == "The quota is fair if the inspectors do their work."
