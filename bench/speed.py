"""Speed, as ratios within one run: ``python -m bench.speed [--texts FOLDER] [--rounds N]``.

Times, on the same texts and processors, one after the other and several times over:
(a) the encoder's forward pass alone, on ready-made inputs;
(b) everything `parley.reading.read_reports` does, from text to findings;
(c) a spaCy pipeline of the architecture of its small English model (tok2vec 96 wide, 4 deep; tagger,
    parser, ner), with random weights, over two processes if there are two processors.
Prints words a second for each, the ratios, and the process's peak memory. The medians of the rounds count.
The ratios come by the clock and, as ``..._by_work``, by the time that processors worked: where other programs
are busy too, only the latter say something.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import spacy
from spacy.language import Language

from parley.cli import NEW_OBJECTS_BEFORE_A_LOOK
from parley.language import load_engine
from parley.language.engine.network import Network
from parley.language.engine.windows import cut_windows
from parley.reading import read_reports
from parley.reports import report_from_text

TEXTS = Path("../shared/data/polnear/dev/text")
UPOS = [
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
]
RELATIONS = [
    "ROOT",
    "nsubj",
    "dobj",
    "prep",
    "pobj",
    "det",
    "amod",
    "compound",
    "aux",
    "advmod",
    "conj",
    "cc",
    "ccomp",
    "xcomp",
    "punct",
    "mark",
    "relcl",
]
NAMES = ["PERSON", "ORG", "GPE", "LOC", "NORP", "DATE", "MONEY", "FAC", "PRODUCT"]


def small_pipeline() -> Language:
    """A spaCy pipeline with the architecture of ``en_core_web_sm``, untrained."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    for name, labels in (("tagger", UPOS), ("parser", RELATIONS), ("ner", NAMES)):
        model = {**nlp.get_factory_meta(name).default_config["model"], "tok2vec": listener}
        pipe = nlp.add_pipe(name, config={"model": model})
        for label in labels:
            pipe.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    return nlp


def forward_inputs(network: Network, texts: list[str]) -> list[dict[str, object]]:
    """The encoder's inputs for all windows of all texts."""
    tokenizer = load_engine().tokenizer
    inputs: list[dict[str, object]] = []
    for text in texts:
        words, starts, fresh = [], [], True
        for token in tokenizer.tokens(text).words:
            if token.isspace():
                fresh = fresh or "\n" in token
                continue
            words.append(token)
            starts.append(fresh)
            fresh = False
        pieces = network.table.of(words)
        cuts = cut_windows(words, [len(ids) for ids, _ in pieces], starts)
        inputs += [dict(network.inputs(pieces[start:end], starts[start:end])) for start, end in cuts]
    return inputs


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds on the clock, and seconds that processors worked for this, other processes of ours included."""
    clock, before = time.perf_counter(), os.times()
    work()
    after = os.times()
    return time.perf_counter() - clock, sum(after[:4]) - sum(before[:4])


def main() -> int:
    """Command line; prints one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, default=TEXTS)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=int, default=30)
    options = parser.parse_args()
    paths = sorted(options.texts.glob("*.txt"))[: options.limit]
    if not paths:
        print(f"no texts at {options.texts}: give a folder of .txt files with --texts", file=sys.stderr)
        return 2
    # As the program `parley` runs; the peer runs so, too.
    gc.set_threshold(NEW_OBJECTS_BEFORE_A_LOOK)
    texts = [path.read_text(encoding="utf-8") for path in paths]
    words = sum(len(text.split()) for text in texts)
    network = load_engine().network
    inputs = forward_inputs(network, texts)
    processors = len(os.sched_getaffinity(0))

    def encoder() -> None:
        with ThreadPoolExecutor(processors) as pool:
            list(pool.map(lambda window: network.session.run(None, window), inputs))

    def whole() -> None:
        reports = (report_from_text(text, published="2016-10-01") for text in texts)
        for _ in read_reports(reports):
            pass

    small = small_pipeline()

    def peer() -> None:
        for _ in small.pipe(texts, n_process=processors, batch_size=max(1, len(texts) // processors)):
            pass

    encoder(), whole()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    taken: dict[str, list[tuple[float, float]]] = {"encoder": [], "whole": [], "peer": []}
    for _ in range(options.rounds):
        for name, work in (("encoder", encoder), ("whole", whole), ("peer", peer)):
            taken[name].append(timed(work))
    # The peer alone on one process, without the cost of starting others.
    # `timed` wants what gives readings; here only the clock counts, and spaCy's pipe is not typed.
    single, _ = min(timed(lambda: [None for _ in small.pipe(texts)]) for _ in range(2))  # type: ignore[arg-type, func-returns-value]
    median = {name: statistics.median(clock for clock, _ in values) for name, values in taken.items()}
    worked = {name: statistics.median(work for _, work in values) for name, values in taken.items()}
    print(
        json.dumps(
            {
                "bench": "speed", "processors": processors, "texts": len(texts), "words": words,
                "words_per_second": {name: round(words / value) for name, value in median.items()},
                "peer_single_process_words_per_second": round(words / single),
                "whole_to_encoder": round(median["whole"] / median["encoder"], 2),
                "whole_to_encoder_by_work": round(worked["whole"] / worked["encoder"], 2),
                "faster_than_peer": round(median["peer"] / median["whole"], 2),
                "faster_than_peer_by_work": round(worked["peer"] / worked["whole"], 2),
                "peak_memory_mb": round(memory),
            }
        )
    )  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
