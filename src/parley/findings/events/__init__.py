"""What happened on the ground and in politics, in PLOVER's root classes."""

from parley.findings.events.gathering import events

__all__ = ["events"]
