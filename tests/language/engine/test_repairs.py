import numpy as np

from parley.language.engine.repairs import one_subject_each

LABELS = ("root", "nsubj", "xcomp", "ccomp", "obj", "nsubj:pass")


def test_a_second_subject_belongs_to_the_clause_after_it() -> None:
    # The union demanded owners lift bans
    heads = np.array([1, 1, 1, 1, 3])
    relations = np.array([LABELS.index(name) for name in ("nsubj", "root", "nsubj", "xcomp", "obj")])
    one_subject_each(heads, relations, LABELS)
    assert heads.tolist() == [1, 1, 3, 1, 3]
    assert LABELS[relations[3]] == "ccomp"


def test_a_subject_after_its_verb_stays_where_it_is_the_only_one() -> None:
    # said owners / to lift
    heads = np.array([0, 0, 0])
    relations = np.array([LABELS.index(name) for name in ("root", "nsubj", "xcomp")])
    one_subject_each(heads, relations, LABELS)
    assert heads.tolist() == [0, 0, 0]
