"""How fresh and how fine ground may be shown is the dossier's to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.cli.ground_options import discretion_of
from parley.dossier import BadDossier, Showing, dossier_of


def test_delay_and_rounding_are_of_the_dossier(tmp_path: Path) -> None:
    place = tmp_path / "rail.toml"
    place.write_text('name = "rail"\n[ground]\ndelay_days = 10\n', encoding="utf-8")
    assert dossier_of(place.read_text()).ground == Showing(10, None)
    discretion = discretion_of(str(place))
    assert (discretion.delay_days, discretion.decimals) == (10, 3)
    assert discretion_of(None).delay_days == 3


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[ground]\ndelay_days = -1", "line 2: delay_days must be a whole number"),
        ("[ground]\ndecimals = true", "decimals must be a whole number from 0 to 6"),
        ("[ground]\ndelay = 3", "did you mean “delay_days”"),
        ("[[ground]]\ndecimals = 3", "single brackets"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, why: str) -> None:
    with pytest.raises(BadDossier, match=why):
        dossier_of(text)
