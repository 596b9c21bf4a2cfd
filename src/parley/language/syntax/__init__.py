"""Reading a dependency parse (Universal Dependencies labels) by small questions about single tokens.

All functions are pure, look only at a token's own neighbourhood, and never fail on an odd tree.
"""

from parley.language.syntax.arguments import (
    Oblique,
    agent,
    case_of,
    complement,
    indirect_object,
    objects,
    obliques,
    subject,
    subjects,
)
from parley.language.syntax.clauses import (
    clause_span,
    clause_tokens,
    controllers,
    governing_predicate,
    main_predicates,
    predicate_of,
    verb_group,
)
from parley.language.syntax.memory import remembered
from parley.language.syntax.phrases import (
    appositions,
    conjuncts,
    coordination_head,
    is_title,
    noun_phrase,
    phrase_head,
    possessor,
    role_nouns,
    span_root,
)
from parley.language.syntax.relations import children, is_predicate, relation
from parley.language.syntax.verbs import Aspect, Tense, aspect, modality, negated, passive, tense
from parley.language.syntax.words import known_form, known_lemma

__all__ = [
    "Aspect",
    "Oblique",
    "Tense",
    "agent",
    "appositions",
    "aspect",
    "case_of",
    "children",
    "clause_span",
    "clause_tokens",
    "complement",
    "conjuncts",
    "controllers",
    "coordination_head",
    "governing_predicate",
    "indirect_object",
    "is_predicate",
    "is_title",
    "known_form",
    "known_lemma",
    "main_predicates",
    "modality",
    "negated",
    "noun_phrase",
    "objects",
    "obliques",
    "passive",
    "phrase_head",
    "possessor",
    "predicate_of",
    "relation",
    "remembered",
    "role_nouns",
    "span_root",
    "subject",
    "subjects",
    "tense",
    "verb_group",
]
