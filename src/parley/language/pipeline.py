"""The engine as one object, and a user's own spaCy pipeline in place of its parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from parley.language.document import analysed, fill, register_extensions
from parley.language.engine.network import Network
from parley.language.tree import Doc, mirror
from parley.reports.blocks import unwrapped

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc


@dataclass(frozen=True)
class Engine:
    """Reads texts.

    Attributes:
        tokenizer: a blank English spaCy pipeline.
        network: the trained network.
        pipeline: a user's spaCy pipeline; its tags, heads and names replace the engine's, attributions stay.
        spacy_alone: held while spaCy works: its vocabulary is not made for two threads.
    """

    tokenizer: Language
    network: Network
    pipeline: Language | None = None
    spacy_alone: Lock = field(default_factory=Lock, repr=False, compare=False)

    @property
    def version(self) -> str:
        """What read a report: the model's digest, and the user's pipeline if there is one."""
        own = f"model {self.network.labels.model}"
        if self.pipeline is None:
            return own
        meta = self.pipeline.meta
        return f"{own}; pipeline {meta['lang']}_{meta['name']} {meta['version']}"

    def parse(self, text: str) -> SpacyDoc:
        """The parsed document of `text` as spaCy's; offsets of its tokens are offsets into `text`."""
        doc = fill(self._tokenised(text), self.network)
        if self.pipeline is None:
            return doc
        with self.spacy_alone:
            return _with_pipeline(doc, self.pipeline)

    def tree(self, text: str) -> Doc:
        """The parsed document of `text` as the rules read it; the same as ``mirror(parse(text))``, sooner."""
        if self.pipeline is None:
            return analysed(self._tokenised(text), self.network)
        return mirror(self.parse(text))

    def _tokenised(self, text: str) -> SpacyDoc:
        # spaCy refuses texts of over a million characters, a guard for its own parser's memory; the readers
        # bound the size of reports already.
        with self.spacy_alone:
            self.tokenizer.max_length = max(self.tokenizer.max_length, len(text) + 1)
            return self.tokenizer.make_doc(unwrapped(text))


def _with_pipeline(doc: SpacyDoc, pipeline: Language) -> SpacyDoc:
    """`doc` with tags, heads and names by the user's pipeline, run on the same tokens."""
    from spacy.tokens import Doc as SpacyDoc

    bare = SpacyDoc(
        pipeline.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
    )
    theirs = pipeline(bare)
    theirs._.attributions = doc._.attributions
    theirs._.spun_chances = doc._.spun_chances
    return theirs


@lru_cache(maxsize=1)
def load_engine() -> Engine:
    """The engine that travels in the package; loaded once a process."""
    from spacy.lang.en import English

    register_extensions()
    return Engine(English(), Network.load())


def parse(text: str) -> SpacyDoc:
    """The parsed document of `text` by the package's engine."""
    return load_engine().parse(text)
