"""Counts how often honest news uses the words of the spinner vocabulary, and writes `word_rates.toml`.

    python bench/word_rates.py ../shared/data

Reads the PolNeAR training articles and the worldwide newswire of the names set; keeps counts only, no text.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from parley.copies.paraphrase.inflection import noun_forms, verb_forms
from parley.copies.paraphrase.lexicon import lexicon
from parley.vocabulary.paraphrases import spinner_words

TARGET = Path(__file__).parent.parent / "src/parley/vocabulary/data/word_rates.toml"
HEADER = """\
# How often honest news uses the words that spinners exchange, in a million words. Written by
# bench/word_rates.py from the PolNeAR training articles and a worldwide newswire corpus (counts only).
"""


def honest_words(data: Path) -> Iterator[str]:
    """The words of the honest training corpora, in lower case."""
    import spacy

    tokenizer = spacy.blank("en").tokenizer
    for path in sorted((data / "polnear/train/text").iterdir()):
        text = path.read_text(encoding="utf-8", errors="replace")
        yield from (token.lower_ for token in tokenizer(text) if not token.is_space)
    for path in sorted((data / "names/newswire").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line:
                yield line.split("\t")[0].lower()


def main() -> None:
    """Counts, and writes the table."""
    counts = Counter(honest_words(Path(sys.argv[1])))
    total = counts.total()
    wanted = {
        form
        for word, substitutes in spinner_words().everyday.items()
        for each in (word, *substitutes)
        for form in (*noun_forms(each), *verb_forms(each))
    }
    for spun, readings in lexicon().originals.items():
        wanted.update({spun, *(original for rest, original in readings if not rest)})
    rates = {word: round(counts[word] * 1e6 / total) for word in sorted(wanted) if " " not in word}
    rows = [f"{word} {rate}" for word, rate in rates.items() if rate]
    TARGET.write_text(f'{HEADER}\nper_million = """\n' + "\n".join(rows) + '\n"""\n', encoding="utf-8")
    print(f"{len(rows)} words of {total} counted")


if __name__ == "__main__":
    main()
