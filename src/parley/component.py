"""Parley as a component of a spaCy pipeline: ``nlp.add_pipe("parley")``.

```python
nlp = spacy.blank("en")
nlp.add_pipe("parley", config={"published": "2025-03-17"})
doc = nlp("The minister said on Monday that the talks would go on.")
doc._.parley.statements
```

In a blank pipeline the engine also sets tags, heads and names; annotation that earlier components made is
left as it is (Parley's rules expect Universal Dependencies labels) and only attributions are added.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from parley.language import load_engine
from parley.language.spacy_documents import fill, register_extensions
from parley.model import Report
from parley.reading import engine_name, read_document


@dataclass(frozen=True)
class Component:
    """Reads every document of a pipeline; findings are in ``doc._.parley`` (a `ReadReport`).

    Attributes:
        published: day of publication of all documents, EDTF, or None; weekdays need it.
    """

    published: str | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Fills `doc` and reads it."""
        engine = load_engine()
        if doc.has_annotation("DEP"):
            bare = Doc(
                doc.vocab,
                words=[token.text for token in doc],
                spaces=[bool(token.whitespace_) for token in doc],
            )
            filled = fill(bare, engine.network)
            doc._.attributions = filled._.attributions
            doc._.spun_chances = filled._.spun_chances
        else:
            fill(doc, engine.network)
        report = Report(doc.text, published=self.published, published_from=self.published and "given")
        doc._.parley = read_document(doc, report, engine_name(engine))
        return doc


@Language.factory("parley", default_config={"published": None})
def make_component(nlp: Language, name: str, published: str | None) -> Component:
    """Makes the component; spaCy calls this for ``add_pipe("parley")``."""
    load_engine()
    register_extensions()
    if not Doc.has_extension("parley"):
        Doc.set_extension("parley", default=None)
    return Component(published)
