"""stub"""
from __future__ import annotations
from typing import Any
def read_table(source: Any, given: Any) -> Any:
    return None
def keep_table(connection: Any, source: Any, table: Any) -> int:
    return 0
