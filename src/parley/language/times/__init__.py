"""Time expressions: finds the words of a report that name a time and normalises them to EDTF.

Takes a tokenised document and the day of publication; knows nothing of findings.
"""

from parley.language.times.edtf import bounds
from parley.language.times.expression import TimeExpression, TimeKind
from parley.language.times.find import find_times

__all__ = ["TimeExpression", "TimeKind", "bounds", "find_times"]
