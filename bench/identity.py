"""Who is who across outlets: ``python -m bench.identity [--data DIR] [--jsonl]``.

Ten events of NewsWCL50, five outlets each, read into one record as anybody would; then every mention that
people annotated is asked of the record: whom does it name? B³ and CEAF (over mentions and over entities) for
people, organisations and countries, beside the baseline that takes equal strings for one. A mention the
record has nobody for is one of its own; in the third row it goes by its string. Chains of the corpus are
within an event, so all are scored within events. The corpus counts descriptions ("the dealmaker") and all
that acts for a country as mentions; the rows of mentions with a name leave out those that have none.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from parley import read
from parley.identity.names import folded
from parley.model import Mention, ReadReport, Statement
from parley.record import open_record
from parley.vocabulary.offices import honorifics, titles

DATA = Path("../shared/data/outlets/newswcl50-text/output_data/conll.csv")
PUBLISHED = "2018-06"
KINDS = {"ACTOR": "people", "ACTOR-I": "organisations", "GROUP": "organisations", "COUNTRY": "countries"}
OURS = {"people": ("person",), "organisations": ("organisation", "person"), "countries": ("country", "place")}
"""Kinds of ours that may answer. More than half of the names in the corpus's chains of bodies are people: a
chain has all who act for one ("Mr. Flynn" and "Comey" for the United States)."""

_NO_SPACE_BEFORE = re.compile(r"^(?:[-,.;:!?)\]’”%]|'s|'S|’s|n't|n’t|'re|'ve|'ll|'d|'m)$")
_NO_SPACE_AFTER = re.compile(r"^[-(\[“$#]$")
Clusters = Mapping[object, object]


@dataclass(frozen=True)
class Gold:
    """An annotated mention: its event, outlet's article, characters, chain and kind, and its words."""

    event: str
    article: str
    start: int
    end: int
    chain: str
    kind: str
    words: str

    @property
    def named(self) -> bool:
        """Whether it holds a name: a word with a capital that no sentence begins with."""
        return any(word[:1].isupper() for word in self.words.split())


def articles(path: Path) -> tuple[dict[str, str], list[Gold]]:
    """The texts of all articles, and all mentions of people, organisations and countries in them."""
    rows: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["doc_id"]].append((int(row["sent_id"]), row["token"], row["reference"]))
    texts: dict[str, str] = {}
    found: list[Gold] = []
    for article, tokens in rows.items():
        texts[article], places = _text(tokens)
        found += _mentions(article, tokens, places, texts[article])
    return texts, found


def _text(tokens: Sequence[tuple[int, str, str]]) -> tuple[str, list[tuple[int, int]]]:
    """An article's text, a sentence a line, and where each token stands."""
    text, places, before = "", [], None
    for sentence, token, _ in tokens:
        word = " " if token.strip() == "" else token
        if before is not None and sentence != before[0]:
            text += "\n"
        elif before is not None and not (_NO_SPACE_BEFORE.match(word) or _NO_SPACE_AFTER.match(before[1])):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
        before = sentence, word
    return text, places


def _mentions(
    article: str, tokens: Sequence[tuple[int, str, str]], places: Sequence[tuple[int, int]], text: str
) -> list[Gold]:
    """The mentions of one article."""
    open_: dict[str, list[int]] = defaultdict(list)
    found = []
    for number, (_, _, reference) in enumerate(tokens):
        for part in reference.split("|"):
            chain = part.strip("()")
            if part.startswith("("):
                open_[chain].append(number)
            if part.endswith(")") and open_[chain]:
                start = places[open_[chain].pop()][0]
                end = places[number][1]
                kind = KINDS.get(chain.rpartition("_")[2])
                if kind:
                    event = article.partition("_")[0]
                    found.append(Gold(event, article, start, end, chain, kind, text[start:end]))
    return found


def answers(texts: Mapping[str, str], gold: Iterable[Gold]) -> dict[Gold, str | None]:
    """Whom each mention names by the record, None where it has nobody there."""
    reads = {article: read(text, published=PUBLISHED) for article, text in sorted(texts.items())}
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "record.db") as record:
        for one in reads.values():
            record.add(one)
        known = record.entities_in({one.report.id for one in reads.values()})
        shift = {article: _shift(texts[article], reads[article].report.text) for article in texts}
        spans = {article: _named(one) for article, one in reads.items()}
        found: dict[Gold, str | None] = {}
        for mention in gold:
            best = None
            move = shift[mention.article]
            for start, end, name in spans[mention.article]:
                entity = known.get((reads[mention.article].report.id, name))
                inside = mention.start - move <= start and end <= mention.end - move
                around = start <= mention.start - move and mention.end - move <= end
                if entity is None or not (inside or around) or entity.kind not in OURS[mention.kind]:
                    continue
                rated = (end - start, -start, entity.party if entity.kind == "place" else entity.id)
                best = max(best, rated) if best else rated
            found[mention] = str(best[2]) if best else None
    return found


def _shift(given: str, kept: str) -> int:
    """By how many characters the kept text is shorter at its beginning."""
    return len(given) - len(given.lstrip()) if given.strip() == kept.strip() else 0


def _named(one: ReadReport) -> list[tuple[int, int, str]]:
    """All places where a report names somebody, or speaks of its sources."""
    found = []
    for finding in one.findings:
        if isinstance(finding, Mention):
            found += [(span.start, span.end, finding.name) for span in finding.evidence]
        elif isinstance(finding, Statement) and finding.source is not None:
            mention = finding.source.mention
            found.append((mention.start, mention.end, finding.source.name))
    return found


def string_match(gold: Iterable[Gold]) -> dict[Gold, str | None]:
    """The baseline: equal words are one, whatever their case, articles and titles."""
    skipped = {folded(word) for word in (*honorifics(), *titles())} | {"the", "a", "an"}
    return {
        one: " ".join(word for word in folded(one.words).split() if word not in skipped) or one.words
        for one in gold
    }


def scores(gold: Sequence[Gold], answered: Mapping[Gold, str | None]) -> dict[str, float]:
    """B³ (F1, precision, recall), CEAF over mentions and over entities (F1), within events."""
    ours: dict[Gold, object] = {}
    for number, one in enumerate(gold):
        answer = answered[one]
        ours[one] = ("alone", number) if answer is None else (one.event, answer)
    truth = {one: (one.event, one.chain) for one in gold}
    precision, recall = _b_cubed(truth, ours)
    return {
        "b3": 2 * precision * recall / (precision + recall),
        "b3_p": precision,
        "b3_r": recall,
        "ceaf_m": _ceaf(gold, truth, ours, by_entity=False),
        "ceaf_e": _ceaf(gold, truth, ours, by_entity=True),
    }


def _grouped(labels: Clusters) -> dict[object, set[object]]:
    groups: dict[object, set[object]] = defaultdict(set)
    for item, label in labels.items():
        groups[label].add(item)
    return groups


def _b_cubed(truth: Clusters, ours: Clusters) -> tuple[float, float]:
    """The average share of each mention's group that is right, and of its chain that is found."""
    true_groups, our_groups = _grouped(truth), _grouped(ours)
    precision = recall = 0.0
    for item, label in ours.items():
        mine, right = our_groups[label], true_groups[truth[item]]
        both = len(mine & right)
        precision += both / len(mine)
        recall += both / len(right)
    return precision / len(ours), recall / len(ours)


def _ceaf(gold: Sequence[Gold], truth: Clusters, ours: Clusters, *, by_entity: bool) -> float:
    """F1 of the best one-to-one match of groups, event by event."""
    matched = our_weight = true_weight = 0.0
    for event in sorted({one.event for one in gold}):
        within = [one for one in gold if one.event == event]
        right = list(_grouped({one: truth[one] for one in within}).values())
        mine = list(_grouped({one: ours[one] for one in within}).values())
        likeness = [
            [2 * len(a & b) / (len(a) + len(b)) if by_entity else float(len(a & b)) for b in mine]
            for a in right
        ]
        matched += _best_match(likeness)
        true_weight += len(right) if by_entity else len(within)
        our_weight += len(mine) if by_entity else len(within)
    precision, recall = matched / our_weight, matched / true_weight
    return 2 * precision * recall / (precision + recall) if matched else 0.0


def _best_match(likeness: Sequence[Sequence[float]]) -> float:
    """The largest sum of a one-to-one match of rows and columns (Kuhn and Munkres, with potentials)."""
    rows, columns = len(likeness), len(likeness[0])
    if rows > columns:
        return _best_match([[likeness[i][j] for i in range(rows)] for j in range(columns)])
    by_row, by_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    matched = [0] * (columns + 1)
    for row in range(1, rows + 1):
        matched[0], column = row, 0
        least, before, used = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while matched[column]:
            used[column] = True
            current, change, following = matched[column], float("inf"), 0
            for other in range(1, columns + 1):
                if used[other]:
                    continue
                cost = -likeness[current - 1][other - 1] - by_row[current] - by_column[other]
                if cost < least[other]:
                    least[other], before[other] = cost, column
                if least[other] < change:
                    change, following = least[other], other
            for other in range(columns + 1):
                if used[other]:
                    by_row[matched[other]] += change
                    by_column[other] -= change
                else:
                    least[other] -= change
            column = following
        while column:
            matched[column] = matched[before[column]]
            column = before[column]
    return sum(likeness[matched[j] - 1][j - 1] for j in range(1, columns + 1) if matched[j])


def main() -> int:
    """Command line; prints a table, or one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--jsonl", action="store_true")
    options = parser.parse_args()
    if not options.data.is_file():
        print(f"no corpus at {options.data}: give its conll.csv with --data", file=sys.stderr)
        return 2
    texts, gold = articles(options.data)
    headed = False
    answered, baseline = answers(texts, gold), string_match(gold)
    for which in ("all mentions", "mentions with a name"):
        for kind in ("people", "organisations", "countries"):
            asked = [one for one in gold if one.kind == kind and (one.named or which == "all mentions")]
            joined = {one: answered[one] or f"string {baseline[one]}" for one in asked}
            systems = (("parley", answered), ("string match", baseline), ("parley, else string", joined))
            for system, given in systems:
                row = {"mentions": which, "kind": kind, "system": system, "count": len(asked)}
                row |= {name: round(score, 3) for name, score in scores(asked, given).items()}
                row["answered"] = round(sum(given[one] is not None for one in asked) / len(asked), 3)
                if not headed and not options.jsonl:
                    _print({name: name for name in row}, jsonl=False)
                    headed = True
                _print(row, jsonl=options.jsonl)
    return 0


def _print(row: Mapping[str, object], *, jsonl: bool) -> None:
    if jsonl:
        print(json.dumps(row))
    else:
        print(
            "  ".join(
                str(value).ljust(20 if name in ("mentions", "system") else 13) for name, value in row.items()
            )
        )


if __name__ == "__main__":
    sys.exit(main())
