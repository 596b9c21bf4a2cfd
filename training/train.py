"""Trains the engine: ``python -m training.train --data ../shared/data --run training/runs/first``.

One pass mixes all corpora; every window carries the labels it has. Checkpoints are written after every
pass and every ten minutes, and `--resume` goes on from the last one. Weights are averaged over training
(exponential moving average); the average is what is exported.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from dataclasses import dataclass
from pathlib import Path

import spacy
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from parley.language.engine.pieces import PieceTable
from training.batches import Batch, batches, windows
from training.corpora import newswire, polnear, treebank
from training.encoder_package import tokenizer_path
from training.examples import UNKNOWN, Example
from training.inventory import Inventory, build
from training.network import Encoder, Heads, Readings, arc_scores, link_scores, pretrained_encoder
from training.spinning import Thesaurus, read_thesaurus, requote, spin


@dataclass(frozen=True)
class Settings:
    """What a run is made with; written beside its checkpoints."""

    passes: int = 5
    budget: int = 3072
    longest: int = 224
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    warmup: float = 0.04
    average: float = 0.998
    spun_share: float = 0.3
    requoted_share: float = 0.25
    seed: int = 7


# Weight of each task's loss. Links and cues are what Parley exists for.
WEIGHTS = {
    "sentence": 0.5, "upos": 0.5, "xpos": 0.5, "lemma": 0.5, "name": 1.0, "cue": 1.5, "spun": 0.3,
    "link": 3.0, "arc": 1.0, "relation": 0.7,
}  # fmt: skip
SAVE_EVERY = 600.0  # seconds


def corpora(data: Path) -> dict[str, list[Example]]:
    """The training parts by corpus name."""
    tokenizer = spacy.blank("en")
    return {
        "polnear": polnear.load(data / "polnear" / "train", tokenizer),
        "ewt": treebank.load(data / "ud" / "ewt" / "en_ewt-ud-train.conllu"),
        "gum": treebank.load(data / "ud" / "gum" / "en_gum-ud-train.conllu", treebank.OPEN_GENRES),
        "newswire": newswire.load(data / "names" / "newswire", tokenizer),
    }


def one_pass(
    sources: dict[str, list[Example]], thesaurus: Thesaurus, chance: random.Random, settings: Settings
) -> list[Example]:
    """The documents of one pass: all, half of the names corpus, some spun, some in other quote styles."""
    chosen = [*sources["polnear"], *sources["ewt"], *sources["gum"]]
    chosen += chance.sample(sources["newswire"], len(sources["newswire"]) // 2)
    documents = []
    for example in chosen:
        annotated_syntax = example.heads[0] != UNKNOWN
        if not annotated_syntax and chance.random() < settings.spun_share:
            example = spin(example, thesaurus, chance)
        if chance.random() < settings.requoted_share:
            example = requote(example, chance)
        documents.append(example)
    return documents


def loss_of(batch: Batch, encoder: Encoder, heads: Heads, inventory: Inventory) -> dict[str, Tensor]:
    """The losses by task."""
    hidden = encoder(batch.ids, batch.features, batch.mask)
    vectors = hidden.reshape(-1, hidden.shape[-1])[batch.first].float()
    readings = heads(F.dropout(vectors, 0.1, heads.training))
    losses = {}
    for task, columns in inventory.slices.items():
        labels = batch.tags[task]
        if (labels != UNKNOWN).any():
            losses[task] = F.cross_entropy(readings.tags[:, columns], labels, ignore_index=UNKNOWN)
    if batch.sentences:
        losses["arc"], losses["relation"] = parse_losses(batch, heads, readings)
    if batch.links:
        losses["link"] = link_loss(batch, heads, readings)
    return losses


def parse_losses(batch: Batch, heads: Heads, readings: Readings) -> tuple[Tensor, Tensor]:
    """Mean losses of heads and of relations given the right heads."""
    arcs, dependents, governors, relations, count = [], [], [], [], 0
    # Splitting, not slicing: the gradient of a slice is a tensor of the whole size, one a sentence.
    sizes, chosen = covering([words for words, _, _ in batch.sentences], len(readings.root))
    parts = [readings.arc_dependent.split(sizes), readings.arc_head.split(sizes), readings.root.split(sizes)]
    for number, (words, wanted, labels) in zip(chosen, batch.sentences, strict=True):
        scores = arc_scores(*(part[number] for part in parts))
        arcs.append(F.cross_entropy(scores, wanted, ignore_index=UNKNOWN, reduction="sum"))
        known = wanted != UNKNOWN
        count += int(known.sum())
        places = torch.arange(words.start, words.stop)
        dependents.append(places[known])
        governors.append(words.start + wanted[known])
        relations.append(labels[known])
    scores = heads.relation_scores(
        readings.label_dependent[torch.cat(dependents)], readings.label_head[torch.cat(governors)]
    )
    return torch.stack(arcs).sum() / max(1, count), F.cross_entropy(
        scores, torch.cat(relations), ignore_index=UNKNOWN
    )


def link_loss(batch: Batch, heads: Heads, readings: Readings) -> Tensor:
    """Mean loss over cues and the words of their windows."""
    losses, count = [], 0
    sizes, chosen = covering([words for words, _, _ in batch.links], len(readings.root))
    members, biases = readings.member.split(sizes), readings.member_bias.split(sizes)
    cues = readings.anchor[torch.cat([anchors for _, anchors, _ in batch.links])]
    cues_by_window = cues.split([len(anchors) for _, anchors, _ in batch.links])
    for number, window_cues, (words, anchors, labels) in zip(
        chosen, cues_by_window, batch.links, strict=True
    ):
        scores = link_scores(heads, window_cues, members[number], biases[number], anchors - words.start)
        losses.append(F.cross_entropy(scores.flatten(0, 1), labels.flatten(), reduction="sum"))
        count += labels.numel()
    return torch.stack(losses).sum() / max(1, count)


def covering(ranges: list[slice], size: int) -> tuple[list[int], list[int]]:
    """Sizes of pieces that cover 0 to `size` and hold every range whole; and which pieces those are."""
    sizes, chosen, end = [], [], 0
    for words in ranges:
        if words.start > end:
            sizes.append(words.start - end)
        chosen.append(len(sizes))
        sizes.append(words.stop - words.start)
        end = words.stop
    if end < size:
        sizes.append(size - end)
    return sizes, chosen


class Optimiser:
    """AdamW on float32 masters of an encoder that computes in bfloat16, and on float32 heads."""

    def __init__(self, encoder: Encoder, heads: Heads, settings: Settings) -> None:
        encoder.words.weight.requires_grad_(False)
        self.half = [parameter for parameter in encoder.parameters() if parameter.requires_grad]
        self.masters = [parameter.detach().float().clone().requires_grad_(True) for parameter in self.half]
        self.heads = list(heads.parameters())
        groups = [
            {"params": self.masters, "lr": settings.encoder_rate},
            {"params": self.heads, "lr": settings.head_rate},
        ]
        self.inner = torch.optim.AdamW(groups, weight_decay=settings.decay, betas=(0.9, 0.98))
        self.rates = [group["lr"] for group in groups]
        self.averages = [parameter.detach().clone() for parameter in (*self.masters, *self.heads)]

    def step(self, factor: float, average: float) -> None:
        """One step at `factor` of the full rates; then the running average moves by 1 - `average`."""
        for master, half in zip(self.masters, self.half, strict=True):
            master.grad = None if half.grad is None else half.grad.float()
            half.grad = None
        nn.utils.clip_grad_norm_([*self.masters, *self.heads], 1.0)
        for group, rate in zip(self.inner.param_groups, self.rates, strict=True):
            group["lr"] = rate * factor
        self.inner.step()
        self.inner.zero_grad(set_to_none=True)
        with torch.no_grad():
            for master, half in zip(self.masters, self.half, strict=True):
                half.copy_(master)
            current = [parameter.detach() for parameter in (*self.masters, *self.heads)]
            torch._foreach_lerp_(self.averages, current, 1 - average)


def rate_factor(done: float, warmup: float) -> float:
    """Share of the full rate: up in `warmup`, level to 60 %, then down to 2 % as a cosine."""
    if done < warmup:
        return done / warmup
    if done < 0.6:
        return 1.0
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (done - 0.6) / 0.4))


def averaged(encoder: Encoder, heads: Heads, optimiser: Optimiser) -> dict[str, dict[str, Tensor]]:
    """State dicts with the averaged weights."""
    names = [name for name, parameter in encoder.named_parameters() if parameter.requires_grad]
    size = len(names)
    encoder_state = {name: value.float() for name, value in encoder.state_dict().items()}
    encoder_state.update(zip(names, optimiser.averages[:size], strict=True))
    head_names = [name for name, _ in heads.named_parameters()]
    return {"encoder": encoder_state, "heads": dict(zip(head_names, optimiser.averages[size:], strict=True))}


def write_checkpoint(path: Path, state: dict[str, object]) -> None:
    """Writes beside, then renames: a crash leaves the old checkpoint whole."""
    beside = path.with_suffix(".part")
    torch.save(state, beside)
    beside.replace(path)


class Trainer:
    """A run: corpora, network, optimiser, and how far it has come."""

    def __init__(self, data: Path, run: Path, table: PieceTable, settings: Settings) -> None:
        run.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(settings.seed)
        self.run, self.table, self.settings = run, table, settings
        self.sources = corpora(data)
        self.inventory = build([*self.sources["ewt"], *self.sources["gum"]])
        self.inventory.save(run / "labels.json")
        self.thesaurus = read_thesaurus()
        self.encoder = pretrained_encoder()
        self.heads = heads_for(self.inventory)
        # The optimiser takes its float32 masters before the encoder goes to bfloat16.
        self.optimiser = Optimiser(self.encoder, self.heads, settings)
        self.encoder.to(torch.bfloat16)
        self.optimiser.half = [weights for weights in self.encoder.parameters() if weights.requires_grad]
        self.passes = self.steps = 0

    def resume(self) -> None:
        """Takes up the last checkpoint, if there is one; a pass cut short starts again."""
        if not (self.run / "last.pt").exists():
            return
        state = torch.load(self.run / "last.pt")
        optimiser = self.optimiser
        with torch.no_grad():
            for old, new in zip((*optimiser.masters, *optimiser.heads), state["current"], strict=True):
                old.copy_(new)
            for half, master in zip(optimiser.half, optimiser.masters, strict=True):
                half.copy_(master)
        optimiser.averages = state["averages"]
        optimiser.inner.load_state_dict(state["optimiser"])
        self.passes, self.steps = state["passes"], state["steps"]

    def save(self) -> None:
        """Writes the averaged weights for export, and the state for going on."""
        write_checkpoint(self.run / "average.pt", averaged(self.encoder, self.heads, self.optimiser))
        optimiser = self.optimiser
        state = {
            "current": [weights.detach() for weights in (*optimiser.masters, *optimiser.heads)],
            "averages": optimiser.averages,
            "optimiser": optimiser.inner.state_dict(),
            "passes": self.passes,
            "steps": self.steps,
        }
        write_checkpoint(self.run / "last.pt", state)

    def train(self) -> None:
        """Trains to the end of the last pass."""
        while self.passes < self.settings.passes:
            self.one_pass()
            self.passes += 1
            self.save()

    def one_pass(self) -> None:
        """One pass over the corpora, with a line of losses every 25 batches."""
        chance = random.Random(self.settings.seed * 1000 + self.passes)
        documents = one_pass(self.sources, self.thesaurus, chance, self.settings)
        pieces = [
            window
            for example in documents
            for window in windows(example, self.table, chance, self.settings.longest)
        ]
        groups = list(batches(pieces, self.table, self.inventory, self.settings.budget, chance))
        self.encoder.train()
        self.heads.train()
        clock = saved = time.time()
        seen = 0
        means: dict[str, float] = {}
        for number, batch in enumerate(groups):
            done = (self.passes + number / len(groups)) / self.settings.passes
            losses = self.step(batch, done)
            seen += int(batch.mask.sum())
            for task, loss in losses.items():
                means[task] = 0.98 * means.get(task, loss) + 0.02 * loss
            if number % 25 == 0:
                shown = {task: round(value, 3) for task, value in means.items()}
                place = {"pass": self.passes, "batch": f"{number}/{len(groups)}"}
                print(
                    json.dumps(place | {"pieces_s": round(seen / (time.time() - clock))} | shown), flush=True
                )
            if time.time() - saved > SAVE_EVERY:
                self.save()
                saved = time.time()

    def step(self, batch: Batch, done: float) -> dict[str, float]:
        """One step, `done` (0 to 1) into the run; the losses by task."""
        losses = loss_of(batch, self.encoder, self.heads, self.inventory)
        torch.stack([WEIGHTS[task] * loss for task, loss in losses.items()]).sum().backward()
        average = min(self.settings.average, (1 + self.steps) / (10 + self.steps))
        self.optimiser.step(rate_factor(done, self.settings.warmup), average)
        self.steps += 1
        return {task: loss.item() for task, loss in losses.items()}


def heads_for(inventory: Inventory) -> Heads:
    """Fresh heads for the labels of `inventory`."""
    tags = sum(len(inventory.labels[task]) for task in inventory.tag_tasks)
    return Heads(tags, len(inventory.labels["relation"]))


def main() -> None:
    """Command line of the training."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--run", type=Path, default=Path("training/runs/first"))
    parser.add_argument(
        "--tokenizer", type=Path, default=None, help="tokenizer.json; default: the encoder package's"
    )
    parser.add_argument("--passes", type=int, default=Settings.passes)
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args()
    if not options.data.exists():
        parser.error(f"no training data at {options.data}: the corpora are not part of the project")
    table = PieceTable.load(options.tokenizer or tokenizer_path())
    trainer = Trainer(options.data, options.run, table, Settings(passes=options.passes))
    if options.resume:
        trainer.resume()
    trainer.train()


if __name__ == "__main__":
    main()
