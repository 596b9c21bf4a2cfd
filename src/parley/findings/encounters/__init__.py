"""Calls, meetings, talks, summits, visits, briefings and news conferences."""

from parley.findings.encounters.gathering import encounters

__all__ = ["encounters"]
