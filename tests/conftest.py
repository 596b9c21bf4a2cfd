"""What holds for all tests: no example of Hypothesis fails because the machine is busy."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("parley", deadline=None)
settings.load_profile("parley")
