"""Statements: words or thoughts that a report attributes to a source."""

from parley.findings.statements.gathering import statements

__all__ = ["statements"]
