"""Whose words stand outside all statements: a declaration's author, those whom a heading names."""

from __future__ import annotations

import parley
from parley.model import Holder, Position


def _found(text: str, title: str | None = None) -> set[tuple[str, str, str | None]]:
    read = parley.read(text, published="2024-05-06", title=title)
    found = (finding for finding in read.findings if isinstance(finding, Position))
    return {
        (one.party, one.stance.value, one.ascribed_by if one.holder is Holder.ASCRIBED else None)
        for one in found
    }


DECLARATION = (
    "I welcome the truce in Chad. My administration has worked for it since May, and Norway is glad of it. "
    "I call on Peru to release the crew. Norway will not rest, and we will keep our ports open to aid."
)


def test_a_declaration_of_who_governs_is_the_country_s_own() -> None:
    found = _found(DECLARATION)
    assert ("Norway", "accepts", None) in found
    assert ("Norway", "seeks", None) in found


def test_the_title_tells_who_wrote_it() -> None:
    text = (
        "I welcome the deal on the port. I thank the union and the shippers for reaching it. "
        "It keeps our country moving, and we will keep working."
    )
    assert ("United States", "accepts", None) in _found(text, "Statement by President Joe Biden on the Port")


def test_a_reporter_s_i_is_nobody_s() -> None:
    text = (
        "I met the miners of Chad on Monday. I asked what they want, and my guide shrugged. "
        "I welcome the rain after a dry month. Chad is a hard country for me."
    )
    assert not _found(text)


def test_quotations_below_a_heading_are_of_whom_it_names() -> None:
    text = (
        "Ministers of Norway and Peru went on air on Sunday to talk about the strike.\n\n"
        "**Norwegian Foreign Minister Ida Lund on Radio Oslo**\n\n"
        "-   “We want an end to the strike in the ports.”\n"
        "-   “Peru must open its market to our cod.”\n\n"
        "**Peruvian Trade Minister Ana Ruiz on Radio Lima**\n\n"
        "-   “We want a lower tariff on our fish.”\n"
    )
    found = _found(text)
    assert ("Norway", "seeks", None) in found
    assert ("Norway", "demands", None) in found
    assert ("Peru", "seeks", None) in found
