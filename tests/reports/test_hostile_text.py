import subprocess
import sys
import time

import pytest

from parley.reports.furniture import find_furniture


@pytest.mark.parametrize("unit", ["A", "A, ", "AAA-", "Aa, Bb and ", "(A ", "A/A ", "A | ", "Aa via "])
@pytest.mark.parametrize("start", ["", "By Aa ", "Aa reported from ", "(Reporting by "])
def test_no_text_makes_a_pattern_try_everything(start: str, unit: str) -> None:
    line = (start + unit * 600)[:600]
    text = "\n".join(f"{line[:length]} é!" for length in (60, 170, 300, 600))
    before = time.process_time()
    find_furniture(text)
    assert time.process_time() - before < 2


def test_pages_are_the_only_reason_to_load_their_library() -> None:
    code = (
        "import sys; from parley.reports import report_from_text; report_from_text('They met on Monday.');"
        "sys.exit(any(name in sys.modules for name in ('trafilatura', 'lxml', 'spacy', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
