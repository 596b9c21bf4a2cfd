"""The engine as one object, and a user's own spaCy pipeline in place of its parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from parley.language.document import analysed
from parley.language.engine.network import Network
from parley.language.mirroring import mirror
from parley.language.tokens import Tokenizer, load_tokenizer
from parley.language.tree import Doc
from parley.reports.blocks import unwrapped

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc


@dataclass(frozen=True)
class Engine:
    """Reads texts.

    Attributes:
        tokenizer: cuts a text into tokens.
        network: the trained network.
        pipeline: a user's spaCy pipeline; its tags, heads and names replace the engine's, attributions stay.
        spacy_alone: held while spaCy works: its vocabulary is not made for two threads.
    """

    tokenizer: Tokenizer
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
        from parley.language.spacy_documents import as_spacy, english, with_pipeline

        own = self._own(text)
        with self.spacy_alone:
            return with_pipeline(own, self.pipeline) if self.pipeline else as_spacy(own, english())

    def tree(self, text: str) -> Doc:
        """The parsed document of `text` as the rules read it; the same as ``mirror(parse(text))``, sooner."""
        return self._own(text) if self.pipeline is None else mirror(self.parse(text))

    def _own(self, text: str) -> Doc:
        """The document as the engine reads it, whatever pipeline there is."""
        return analysed(self.tokenizer.tokens(unwrapped(text)), self.network)


@lru_cache(maxsize=1)
def load_engine() -> Engine:
    """The engine that travels in the package; loaded once a process."""
    return Engine(load_tokenizer(), Network.load())


def parse(text: str) -> SpacyDoc:
    """The parsed document of `text` by the package's engine."""
    return load_engine().parse(text)
