import numpy as np

from parley.language.names import begun, names, settled, whole


def test_a_name_goes_with_the_majority_of_its_mentions() -> None:
    words = ["Kardeva", "and", "Kardeva", "or", "Kardeva"]
    assert settled(["B-LOC", "O", "B-PERSON", "O", "B-LOC"], words) == ["B-LOC", "O", "B-LOC", "O", "B-LOC"]
    assert settled(["B-LOC", "O", "B-PERSON", "O", "O"], words) == ["B-LOC", "O", "B-PERSON", "O", "O"], (
        "a tie"
    )


def test_known_countries_are_told_from_other_places() -> None:
    assert settled(["B-LOC", "O", "B-LOC", "I-LOC"], ["Norway", "and", "Air", "Bay"]) == [
        "B-GPE", "O", "B-LOC", "I-LOC",
    ]  # fmt: skip


def test_nationalities_and_dates_are_left_alone() -> None:
    labels = ["B-NORP", "B-DATE", "I-DATE"]
    assert settled(labels, ["Norwegian", "last", "May"]) == labels


def test_ranges() -> None:
    assert list(names(["I-ORG", "I-ORG", "B-ORG", "O", "B-LOC", "I-ORG"])) == [
        (0, 2, "ORG"), (2, 3, "ORG"), (4, 5, "LOC"), (5, 6, "ORG"),
    ]  # fmt: skip


def test_a_name_does_not_go_on_over_white_space() -> None:
    adjacent = np.array([True, True, False])
    assert list(begun(["B-ORG", "I-ORG", "I-ORG"], adjacent)) == ["B-ORG", "I-ORG", "B-ORG"]


def test_a_given_name_and_the_family_name_cut_from_it_are_one_person() -> None:
    labels = ["O", "B-ORG", "B-PERSON", "O", "B-PERSON", "B-LOC"]
    words = ["President", "Angela", "Lund", "told", "Carlos", "Vega"]
    assert whole(labels, words, [True] * 6) == [
        "O", "B-PERSON", "I-PERSON", "O", "B-PERSON", "I-PERSON",
    ]  # fmt: skip


def test_names_that_only_stand_side_by_side_stay_two() -> None:
    words = ["Jordan", "Atallah", "Lund"]
    labels = ["B-GPE", "B-PERSON", "I-PERSON"]
    assert whole(labels, words, [True] * 3) == labels, "a country"
    assert whole(["B-PERSON", "B-ORG"], ["Carlos", "Reuters"], [True, False]) == ["B-PERSON", "B-ORG"], (
        "over a line break"
    )
    assert whole(["B-ORG", "B-PERSON"], ["NAM", "Lund"], [True, True]) == ["B-ORG", "B-PERSON"], (
        "no given name"
    )
    assert whole(["B-ORG", "B-ORG"], ["Marco", "Steel"], [True, True]) == ["B-ORG", "B-ORG"], "no person"
