from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from parley.copies.passages import passages
from parley.copies.runs import SHORTEST_RUN, shared_runs
from parley.copies.signatures import GUARANTEED, signature
from parley.copies.words import story_words, word_forms

SMALL = st.lists(st.sampled_from("abcdefgh"), max_size=60)


def spoken_words(text: str) -> list[str]:
    words = story_words(text)
    return [form for form, spoken in zip(words.forms, words.spoken, strict=True) if spoken]


def anchors(text: str) -> list[str]:
    words = story_words(text)
    return [form for form, anchor in zip(words.forms, words.anchors, strict=True) if anchor]


def test_forms_are_the_same_in_two_prints_of_one_sentence() -> None:
    assert word_forms("The U.S. offered two ships and 1,400 tons to Côte d’Or’s ports.") == word_forms(
        "the US offered 2 ships and 1400 tons to Cote d'Or ports"
    )


def test_words_stand_where_they_say() -> None:
    text = "Talks in Halden broke off.\n\n“We are done,” said Mr. Brandt."
    words = story_words(text)
    assert [text[start:end] for start, end in words.spans][:3] == ["Talks", "in", "Halden"]
    assert len(words) == len(words.spans) == len(words.spoken) == len(words.anchors)


def test_a_title_before_a_name_ends_no_sentence() -> None:
    assert len(story_words("The minister met Mr. Brandt in Halden. They spoke for an hour.").sentences) == 2


def test_words_in_quotation_marks_are_spoken() -> None:
    assert spoken_words('Ada Lind said: "The road is open." Nobody believed her.') == [
        "the",
        "road",
        "is",
        "open",
    ]


def test_a_quotation_goes_on_in_a_paragraph_that_begins_with_a_mark() -> None:
    text = "“The first day was long.\n\n“The second was longer,” she said."
    assert spoken_words(text) == ["the", "first", "day", "was", "long", "the", "second", "was", "longer"]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert spoken_words("The dockers’ union and the owners’ league met at Brenn’s old hall.") == []


def test_a_letter_printed_without_marks_is_spoken() -> None:
    text = "We thank you for your letter, and I regret that our answer comes so late."
    assert len(spoken_words(text)) == len(story_words(text))


def test_the_united_states_are_no_pronoun() -> None:
    assert spoken_words("The US sent envoys to Brenn, and the US said that it would pay.") == []


def test_names_and_figures_are_anchors_wherever_they_stand() -> None:
    assert anchors("Brandt met 40 envoys in Halden. Envoys saw Brandt leave. Later they left.") == [
        "brandt",
        "40",
        "halden",
        "brandt",
    ]


def test_furniture_is_no_story() -> None:
    text = "By Lena Marsh\n\nThe ferry left Sellick at dawn with all its crew aboard.\n\nAdvertisement"
    words = story_words(text)
    assert words.forms[:2] == ("the", "ferry")
    assert words.furniture >= 3


def test_no_words_no_numbers() -> None:
    assert signature(story_words("…")) == frozenset()


@given(SMALL, SMALL)
def test_runs_are_the_same_words_in_both(first: list[str], second: list[str]) -> None:
    runs = shared_runs(first, second)
    for run in runs:
        assert run.length >= SHORTEST_RUN
        assert first[run.first : run.first + run.length] == second[run.second : run.second + run.length]
    ends = [(run.second, run.second + run.length) for run in runs]
    assert all(one[1] <= other[0] for one, other in pairwise(ends))


@given(SMALL, SMALL)
def test_passages_hold_all_long_runs(first: list[str], second: list[str]) -> None:
    runs = shared_runs(first, second)
    found = passages(runs)
    for run in runs:
        if run.length >= 14:
            assert any(
                one.second <= run.second and run.second + run.length <= one.second_end for one in found
            )
    assert all(one.shared <= one.second_end - one.second for one in found)


@given(st.integers(0, 40), st.integers(0, 40), st.randoms())
def test_a_long_enough_shared_run_is_always_found(before: int, after: int, chance) -> None:  # type: ignore[no-untyped-def]
    def filler(count: int) -> str:
        return " ".join(f"w{chance.randrange(10**9)}" for _ in range(count))

    shared = " ".join(f"s{chance.randrange(10**9)}" for _ in range(GUARANTEED))
    one = story_words(f"{filler(before)} {shared} {filler(after)}")
    other = story_words(f"{filler(after)} {shared} {filler(before)}")
    assert signature(one) & signature(other)
