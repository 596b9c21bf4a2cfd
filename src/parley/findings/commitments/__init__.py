"""What each side undertakes to do, on which conditions, and what became of it."""

from parley.findings.commitments.gathering import commitments

__all__ = ["commitments"]
