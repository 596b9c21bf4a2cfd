"""Where each side stands: positions on proposals and issues, and the proposals on the table."""

from parley.findings.positions.gathering import positions
from parley.findings.positions.tabled import proposals

__all__ = ["positions", "proposals"]
