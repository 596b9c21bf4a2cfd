"""Names that only the report itself explains: unknown states, short names in brackets, halves of a land."""

from __future__ import annotations

from collections.abc import Mapping

from parley.findings.people.repairs import is_half
from parley.findings.people.shortened import shortened
from parley.findings.people.states import states_named
from parley.language.tree import Doc, Token
from parley.vocabulary.geography import Form, Naming, naming
from parley.vocabulary.states import land_halves


def names_shown(doc: Doc) -> Mapping[str, Naming]:
    """Whom names stand for that the vocabulary does not have, where the report shows it.

    Args:
        doc: the parsed report.

    Returns:
        For each form of a name whom it stands for; empty for most reports.
    """
    return {**shortened(doc), **_halves(doc), **states_named(doc)}


def _halves(doc: Doc) -> dict[str, Naming]:
    """ "The North", where a report has named the land of which it is one."""
    halves = land_halves()
    places = [token for token in doc if token.text in halves]
    if not any(_named_whole(token, halves[token.text]) for token in places):
        return {}
    alone = {token.text for token in places if is_half(token)}
    return {half: Naming(halves[half], "country", Form.NAME) for half in alone}


def _named_whole(token: Token, whole: str) -> bool:
    known = naming(token.doc[token.i : token.i + 2].text)
    return known is not None and known.party == whole
