"""English Worldwide Newswire (Shan et al., EMNLP Findings 2023): names in worldwide news. Research use."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language

from training.examples import UNKNOWN, Example

# Their classes in spaCy's words. Countries become GPE at run time, by the vocabulary.
CLASSES = {
    "Person": "PERSON", "Organization": "ORG", "Location": "LOC", "Facility": "FAC", "NORP": "NORP",
    "Date": "DATE", "Money": "MONEY", "Product": "PRODUCT", "Misc": "MISC",
}  # fmt: skip
HELD_OUT = 10
# The corpus splits "girl ’ s" where spaCy keeps "’s" together.
APOSTROPHES, POSSESSIVE = ("’", "'"), ("s",)


def load(folder: Path, tokenizer: Language, *, held_out: bool = False) -> list[Example]:
    """All articles but every tenth, or (`held_out`) every tenth alone."""
    paths = sorted(folder.glob("*.tsv"))
    kept = [path for number, path in enumerate(paths) if (number % HELD_OUT == 0) == held_out]
    return [_example(path, tokenizer) for path in kept]


def _example(path: Path, tokenizer: Language) -> Example:
    words: list[str] = []
    names: list[str] = []
    breaks: list[bool] = []
    sentences: list[int] = []
    fresh = True
    for line in path.read_text(encoding="utf-8").split("\n"):
        if "\t" not in line:
            fresh = True
            continue
        form, label = line.rsplit("\t", 1)
        if form.startswith("http") or not form.strip():
            continue
        position, _, kind = label.strip().partition("-")
        if form in POSSESSIVE and words and words[-1] in APOSTROPHES:
            words[-1] += form
            continue
        name = CLASSES.get(kind)
        for number, piece in enumerate(_pieces(form.strip(), tokenizer)):
            inside = position in "IE" or number > 0
            words.append(piece)
            names.append("O" if name is None else f"{'I' if inside else 'B'}-{name}")
            breaks.append(fresh)
            sentences.append(1 if fresh else UNKNOWN)
            fresh = False
    return Example("newswire", tuple(words), tuple(breaks), tuple(sentences), names=tuple(names))


def _pieces(form: str, tokenizer: Language) -> list[str]:
    return [token.text for token in tokenizer.make_doc(form) if not token.is_space]
