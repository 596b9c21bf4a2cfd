"""Writes the trained network as an int8 ONNX graph with its labels, tokenizer and small tables.

``python -m training.export --run training/runs/first --to src/parley/language/engine/model
--texts ../shared/data/polnear/train/text``

The graph is written by hand, operator by operator, in onnxruntime's fused forms (dynamic quantisation with
the matrix product, skip connection with the norm): one window in, readings of its words out, no padding and
so no mask. Weights are symmetric, one scale a column; 7 bits of 8 are used, because processors without VNNI
add pairs of products in 16 bits and would overflow with 8.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import spacy
import torch
from onnx import TensorProto, helper, numpy_helper

from parley.language.engine.network import Network
from parley.language.engine.pieces import PieceTable
from parley.language.engine.windows import cut_windows
from training.encoder_package import tokenizer_path
from training.inventory import Inventory
from training.network import ARC, ATTENTION_HEADS, LABEL, LAYERS, LINK, LINK_LABELS
from training.tokenisation import tokenise

MICROSOFT = "com.microsoft"
QUANTUM = 63
# The order of the columns of the graph's output, after the tags.
PARTS = {
    "arc_dependent": ARC,
    "arc_head": ARC,
    "label_dependent": LABEL,
    "label_head": LABEL,
    "arc_head_bias": 1,
    "root": 1,
    "anchor": len(LINK_LABELS) * LINK,
    "member": LINK,
    "member_bias": len(LINK_LABELS),
}
# Products whose input is smoothed, and the share of its numbers that is left as it is.
SMOOTHED = (".qkv", ".up", ".down")
ORDINARY = 0.995
BENT = ("arc_dependent", "arc_head", "label_dependent", "label_head")


@dataclass
class Graph:
    """An ONNX graph under construction.

    Attributes:
        weights: the network's, by name.
        ranges: how large each number that a product reads gets, by product; None for a graph in floats.
        read: what each product reads.
    """

    weights: dict[str, np.ndarray]
    ranges: dict[str, np.ndarray] | None = None
    read: dict[str, str] = field(default_factory=dict)
    nodes: list = field(default_factory=list)
    constants: list = field(default_factory=list)

    def constant(self, name: str, values: np.ndarray) -> str:
        """Adds a constant, once."""
        if all(known.name != name for known in self.constants):
            self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(
        self, operator: str, inputs: list[str], output: str, domain: str = "", **attributes: object
    ) -> str:
        """Adds an operator with one output and returns the output's name."""
        self.nodes.append(
            helper.make_node(operator, inputs, [output], name=output, domain=domain, **attributes)
        )
        return output

    def product(self, hidden: str, name: str, matrix: np.ndarray, bias: np.ndarray) -> str:
        """`hidden` times `matrix` (out x in, as PyTorch keeps it), plus `bias`; int8 if ranges are known."""
        self.read[name] = hidden
        added = self.constant(f"{name}.bias", bias)
        if self.ranges is None:
            weight = self.constant(f"{name}.weight", matrix.T)
            product = self.add("MatMul", [hidden, weight], f"{name}.product")
            return self.add("Add", [product, added], f"{name}.out")
        if name.endswith(SMOOTHED):
            divisors = smoothing(self.ranges[name])
            factors = self.constant(f"{name}.smooth", 1 / divisors)
            hidden, matrix = self.add("Mul", [hidden, factors], f"{name}.smoothed"), matrix * divisors
        quantised, scale = quantise(matrix.T, axis=0)
        inputs = [
            hidden,
            self.constant(f"{name}.weight", quantised),
            self.constant(f"{name}.scale", scale.reshape(-1)),
            self.constant(f"{name}.zero", np.zeros(quantised.shape[1], np.int8)),
            added,
        ]
        return self.add("DynamicQuantizeMatMul", inputs, f"{name}.out", MICROSOFT)

    def skip_norm(self, hidden: str, skip: str, name: str) -> str:
        """LayerNorm of the sum of `hidden` and `skip`.

        In two operators: onnxruntime's one for both adds up number by number, six times as slowly.
        """
        scale = self.constant(f"{name}.scale", self.weights[f"{name}.weight"])
        shift = self.constant(f"{name}.shift", self.weights[f"{name}.bias"])
        both = self.add("Add", [hidden, skip], f"{name}.sum")
        return self.add("LayerNormalization", [both, scale, shift], f"{name}.out", axis=-1, epsilon=1e-12)


def smoothing(ranges: np.ndarray) -> np.ndarray:
    """What to divide numbers by so that a few large ones do not leave the others a handful of steps of 255.

    One of 384 numbers reaches 30 where the others stay under 7. The weights that read it are multiplied by
    what it is divided by (as in SmoothQuant, Xiao and others 2023, for the largest only).
    """
    return np.maximum(ranges / np.quantile(ranges, ORDINARY), 1).astype(np.float32)


def quantise(matrix: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Signed whole numbers up to QUANTUM and the scale along `axis`."""
    scale = np.maximum(np.abs(matrix).max(axis=axis, keepdims=True), 1e-8) / QUANTUM
    return np.round(matrix / scale).astype(np.int8), scale.astype(np.float32)


def embed(graph: Graph) -> str:
    """Sum of word, position and feature vectors, normed. The word table is int8, one scale a row."""
    words = graph.weights["words.weight"]
    scale = np.abs(words).max(axis=1, keepdims=True) / 127
    table = graph.constant("words", np.round(words / np.maximum(scale, 1e-8)).astype(np.int8))
    scales = graph.constant("words.scale", scale.astype(np.float32))
    whole = graph.add("Gather", [table, "ids"], "words.whole", axis=0)
    cast = graph.add("Cast", [whole], "words.float", to=TensorProto.FLOAT)
    row_scale = graph.add("Gather", [scales, "ids"], "words.row", axis=0)
    vectors = graph.add("Mul", [cast, row_scale], "words.vectors")
    looks = graph.add(
        "Gather", [graph.constant("features", graph.weights["features.weight"]), "looks"], "looks.vectors"
    )
    size = graph.add("Shape", ["ids"], "size")
    one = graph.constant("one", np.array([1], np.int64))
    length = graph.add("Slice", [size, one, graph.constant("two", np.array([2], np.int64))], "length")
    zero = graph.constant("zero", np.array([0], np.int64))
    positions = graph.constant("positions", graph.weights["positions.weight"])
    places = graph.add("Slice", [positions, zero, length, zero], "places")
    base = graph.add("Add", [looks, places], "base")
    return graph.skip_norm(vectors, base, "norm")


def layer(graph: Graph, number: int, hidden: str) -> str:
    """One transformer layer; of the last one, only what the words' first pieces become."""
    name = f"layers.{number}"
    weights = graph.weights

    def product(inner: str, part: str) -> str:
        return graph.product(
            inner, f"{name}.{part}", weights[f"{name}.{part}.weight"], weights[f"{name}.{part}.bias"]
        )

    qkv = product(hidden, "qkv")
    parts = [f"{name}.{part}" for part in ("q", "k", "v")]
    graph.nodes.append(helper.make_node("Split", [qkv], parts, name=f"{name}.split", axis=2, num_outputs=3))
    if number == LAYERS - 1:
        hidden = graph.add("Gather", [hidden, "first"], f"{name}.hidden.words", axis=1)
        parts[0] = graph.add("Gather", [parts[0], "first"], f"{name}.q.words", axis=1)
    attended = graph.add(
        "MultiHeadAttention", parts, f"{name}.attended", MICROSOFT, num_heads=ATTENTION_HEADS
    )
    hidden = graph.skip_norm(product(attended, "out"), hidden, f"{name}.norm1")
    bent = graph.add("Gelu", [product(hidden, "up")], f"{name}.bent", MICROSOFT)
    return graph.skip_norm(product(bent, "down"), hidden, f"{name}.norm2")


def read_heads(graph: Graph, hidden: str) -> None:
    """All heads in two matrix products over the words."""
    words = graph.add("Squeeze", [hidden, graph.constant("zero", np.array([0], np.int64))], "words.read")
    straight = [name for name in PARTS if name not in BENT]
    for output, names in (("straight", ["tags", *straight]), ("curved", list(BENT))):
        matrix = np.concatenate([graph.weights[f"heads.{name}.weight"] for name in names])
        bias = np.concatenate([graph.weights[f"heads.{name}.bias"] for name in names])
        scores = graph.product(words, output, matrix, bias)
        if output == "curved":
            graph.add("Gelu", [scores], "bent", MICROSOFT)
        else:
            graph.add("Identity", [scores], "scores")


def build(weights: dict[str, np.ndarray], ranges: dict[str, np.ndarray] | None) -> Graph:
    """All of the graph; see `Graph` for `ranges`."""
    graph = Graph(weights, ranges)
    hidden = embed(graph)
    for number in range(LAYERS):
        hidden = layer(graph, number, hidden)
    read_heads(graph, hidden)
    return graph


def model_of(graph: Graph, also: list[str]) -> onnx.ModelProto:
    """The model, which gives out the values named in `also` beside its readings."""
    whole, real = TensorProto.INT64, TensorProto.FLOAT
    inputs = [
        helper.make_tensor_value_info("ids", whole, [1, "pieces"]),
        helper.make_tensor_value_info("looks", whole, [1, "pieces"]),
        helper.make_tensor_value_info("first", whole, ["words"]),
    ]
    outputs = [
        helper.make_tensor_value_info("scores", real, ["words", None]),
        helper.make_tensor_value_info("bent", real, ["words", None]),
    ]
    outputs += [helper.make_tensor_value_info(name, real, None) for name in also]
    body = helper.make_graph(graph.nodes, "parley", inputs, outputs, graph.constants)
    versions = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(body, opset_imports=versions, ir_version=9)


def weights_of(checkpoint: Path) -> dict[str, np.ndarray]:
    """The averaged weights of a run by name; heads under ``heads.``."""
    state = torch.load(checkpoint)
    found = {name: value.float().numpy() for name, value in state["encoder"].items()}
    return found | {f"heads.{name}": value.float().numpy() for name, value in state["heads"].items()}


def measured(weights: dict[str, np.ndarray], texts: list[str]) -> dict[str, np.ndarray]:
    """How large each number that a product reads gets while the network in floats reads `texts`."""
    graph = build(weights, None)
    values = sorted(set(graph.read.values()))
    model = model_of(graph, values).SerializeToString()
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    largest: dict[str, np.ndarray] = {}
    for inputs in windows_of(texts):
        for name, value in zip(values, session.run(values, inputs), strict=True):
            size = np.abs(value).reshape(-1, value.shape[-1]).max(axis=0)
            largest[name] = np.maximum(largest.get(name, 0), size)
    return {product: largest[name] for product, name in graph.read.items()}


def windows_of(texts: list[str]) -> Iterator[dict[str, np.ndarray]]:
    """The graph's inputs for all windows of `texts`."""
    table, tokenizer = PieceTable.load(tokenizer_path()), spacy.blank("en")
    for text in texts:
        found = tokenise(text, tokenizer)
        pieces = table.of(found.words)
        cuts = cut_windows(found.words, [len(ids) for ids, _ in pieces], found.paragraph_starts)
        for start, end in cuts:
            yield Network.inputs(pieces[start:end], found.paragraph_starts[start:end])


def export(run: Path, target: Path, texts: list[str]) -> str:
    """Writes model.onnx, tables.npz, labels.json and tokenizer.json; returns the model's digest."""
    target.mkdir(parents=True, exist_ok=True)
    weights = weights_of(run / "average.pt")
    inventory = Inventory.load(run / "labels.json")
    data = model_of(build(weights, measured(weights, texts)), []).SerializeToString()
    (target / "model.onnx").write_bytes(data)
    np.savez(
        target / "tables.npz",
        distance=weights["heads.distance.weight"],
        relation=weights["heads.relation.weight"],
        relation_bias=weights["heads.relation.bias"],
    )
    digest = hashlib.sha256(data).hexdigest()[:12]
    order = ["tags", *(name for name in PARTS if name not in BENT)]
    sizes = {"tags": len(weights["heads.tags.bias"]), **PARTS}
    description = {
        "model": digest,
        "labels": inventory.labels,
        "scores": {name: sizes[name] for name in order},
        "bent": {name: sizes[name] for name in BENT},
        "link_labels": LINK_LABELS,
    }
    (target / "labels.json").write_text(
        json.dumps(description, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    shutil.copyfile(tokenizer_path(), target / "tokenizer.json")
    return digest


def main() -> None:
    """Command line of the export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=Path("training/runs/first"))
    parser.add_argument("--to", type=Path, default=Path("src/parley/language/engine/model"))
    parser.add_argument("--texts", type=Path, default=Path("../shared/data/polnear/train/text"))
    options = parser.parse_args()
    paths = sorted(options.texts.glob("*.txt"))[::20][:30]
    digest = export(options.run, options.to, [path.read_text(encoding="utf-8") for path in paths])
    print(f"model {digest} written to {options.to}")


if __name__ == "__main__":
    main()
