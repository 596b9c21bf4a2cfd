"""What reads, by name and version: known without loading it."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

_RULES = ("copies/paraphrase", "findings", "language", "vocabulary")
"""Rooms whose rules and words make the findings."""


def name_of(model: str) -> str:
    """Name and version of what reads: the program's version, the model's digest, the rules' digest.

    So a report is read anew when any of them has changed, and never when none has.

    Args:
        model: what reads, as `parley.language.Engine.version` says it.
    """
    return f"parley {version('parley-record')}; {model}; rules {rules_digest()}"


def bundled_name() -> str:
    """The name of what travels in the package; its model is not loaded for it."""
    labels = files("parley").joinpath("language", "engine", "model", "labels.json")
    return name_of(f"model {json.loads(labels.read_text(encoding='utf-8'))['model']}")


@cache
def rules_digest() -> str:
    """Eight hexadecimal digits that change with the rules and the vocabulary (under 10 ms for all files)."""
    root = Path(str(files("parley")))
    digest = hashlib.sha256()
    for room in _RULES:
        for path in sorted((root / room).rglob("*")):
            if path.suffix in (".py", ".toml", ".json"):
                content = path.read_bytes().replace(b"\r\n", b"\n")
                digest.update(f"{path.relative_to(root).as_posix()} {len(content)}\n".encode())
                digest.update(content)
    return digest.hexdigest()[:8]
