"""PolNeAR: US political news with human attributions (brat standoff). Research use; no text is shipped."""

from __future__ import annotations

import re
from pathlib import Path

from spacy.language import Language

from training.examples import UNKNOWN, Example, Link
from training.tokenisation import Words, tokenise

ENTITY = re.compile(r"(T\d+)\t(\w[\w-]*) ([\d ;]+)\t")
RELATION = re.compile(r"E\d+\t(.*)")


def load(folder: Path, tokenizer: Language) -> list[Example]:
    """All articles of one split, with the first annotator's attributions.

    Args:
        folder: holds ``text/*.txt`` and ``attributions/*_ANNOTATOR.ann``.
        tokenizer: a blank spaCy pipeline.
    """
    return [_example(path, folder, tokenizer) for path in sorted((folder / "text").glob("*.txt"))]


def _example(path: Path, folder: Path, tokenizer: Language) -> Example:
    words = tokenise(path.read_text(encoding="utf-8"), tokenizer)
    name = path.stem.replace("[", "[[]")
    annotators = sorted((folder / "attributions").glob(f"{name}*.ann"))
    links = [link for part in read_attributions(annotators[0]) if (link := to_words(words, *part))]
    starts = tuple(1 if new else UNKNOWN for new in words.paragraph_starts)
    return Example("polnear", words.words, words.paragraph_starts, starts, links=tuple(links))


Ranges = tuple[tuple[int, int], ...]


def read_attributions(path: Path) -> list[tuple[Ranges, Ranges, Ranges]]:
    """The (cue, source, content) character ranges of one standoff file."""
    entities: dict[str, Ranges] = {}
    relations = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if match := ENTITY.match(line):
            parts = (part.split() for part in match[3].split(";"))
            entities[match[1]] = tuple((int(start), int(end)) for start, end in parts)
        elif match := RELATION.match(line):
            relations.append([argument.split(":") for argument in match[1].split()])
    found = []
    for relation in relations:
        roles: dict[str, list[tuple[int, int]]] = {"Cue": [], "Source": [], "Content": []}
        for role, target in relation:
            roles.get(re.sub(r"\d+$", "", role), []).extend(entities.get(target, ()))
        if roles["Content"]:
            found.append((tuple(roles["Cue"]), tuple(roles["Source"]), tuple(roles["Content"])))
    return found


def to_words(words: Words, cue: Ranges, source: Ranges, content: Ranges) -> Link | None:
    """The attribution over words, its edges freed of punctuation; None without a cue or content."""
    cues, contents = words.ranges(cue), words.ranges(content)
    if not cues or not contents:
        return None
    return Link(cues[0], words.ranges(source), contents)
