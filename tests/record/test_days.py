import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.record.days import days

DAYS = [
    ("2025-03-16", ("2025-03-16", "2025-03-16")),
    (" 2025-03-16 ", ("2025-03-16", "2025-03-16")),
    ("2025-03", ("2025-03-01", "2025-03-31")),
    ("2024-02~", ("2024-02-01", "2024-02-29")),
    ("2025?", ("2025-01-01", "2025-12-31")),
    ("2025-03-13/2025-03-16", ("2025-03-13", "2025-03-16")),
    ("2025-03/2025-04", ("2025-03-01", "2025-04-30")),
    ("2025-03-13/..", ("2025-03-13", "9999-12-31")),
    ("/2025-03-13", ("0001-01-01", "2025-03-13")),
    (None, None),
    ("", None),
    ("/", None),
    ("../..", None),
    ("2025-02-30", None),
    ("2025-13", None),
    ("0000", None),
    ("2025-03-16/2025-03-13", None),
    ("2025-03-16/soon", None),
    ("on Thursday", None),
    ("2025-3-1", None),
]


@pytest.mark.parametrize(("edtf", "expected"), DAYS)
def test_the_days_a_date_may_mean(edtf: str | None, expected: tuple[str, str] | None) -> None:
    assert days(edtf) == expected


@given(st.dates())
def test_every_day_is_itself(day: object) -> None:
    assert days(str(day)) == (str(day), str(day))


@given(st.text(alphabet="0123456789-/.~?", max_size=24))
def test_what_looks_like_a_date_never_fails_and_never_ends_before_it_begins(edtf: str) -> None:
    found = days(edtf)
    assert found is None or found[0] <= found[1]
