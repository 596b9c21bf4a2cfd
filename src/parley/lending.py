"""A dossier's parties lent to the reading: who they are is known before the first word is read."""

from __future__ import annotations

from collections.abc import Mapping

from parley.dossier import Dossier
from parley.vocabulary.geography import Form, Naming

# Kinds of `parley.vocabulary.geography` by those of a dossier; nobody's guess is an organisation.
_KINDS = {"country": "country", "organisation": "agency", "group": "movement", "union": "union"}


def namings_of(dossier: Dossier) -> Mapping[str, Naming]:
    """What the names and aliases of a dossier's parties stand for, for `parley.vocabulary.geography.lent`.

    Args:
        dossier: what a person wrote down.
    """
    return {
        words: Naming(party.name, _KINDS.get(party.kind or "", "agency"), Form.NAME)
        for party in dossier.parties
        for words in (party.name, *party.aliases)
    }
