from hypothesis import given
from hypothesis import strategies as st

from parley.copies.statements import Telling, folded_statements
from parley.model import Speech

SAID = "a crew that has slept four hours cannot be asked to bring a ship through the Narrows"
SPUN = "a team that has rested four hours cannot be requested to convey a craft through the Narrows"


def telling(statement: str, report: str, words: str, **changed: object) -> Telling:
    given_: dict[str, object] = {
        "family": report,
        "original": True,
        "speaker": "Morag Tennant",
        "speech": Speech.DIRECT,
    }
    return Telling(statement, report, words=words, **{**given_, **changed})  # type: ignore[arg-type]


def test_a_statement_in_two_copies_is_one_of_one_source() -> None:
    [one] = folded_statements(
        [telling("s1", "a", SAID), telling("s2", "b", SAID, family="a", original=False)]
    )
    assert (one.sources, one.copies) == (1, 1)
    assert one.counted == "1 statement, 1 independent source, 1 copy"


def test_two_independent_reports_that_quote_it_are_two_sources() -> None:
    [one] = folded_statements(
        [
            telling("s1", "a", SAID),
            telling("s2", "b", SAID.partition(" cannot")[0] + " cannot be asked", speaker="Ms. Tennant"),
            telling("s3", "c", SAID, family="a", original=False),
        ]
    )
    assert one.counted == "1 statement, 2 independent sources, 1 copy"


def test_the_clean_words_are_shown_where_there_are_any() -> None:
    [one] = folded_statements(
        [
            telling("s1", "a", SPUN, verbatim=False, published="2025-01-01"),
            telling("s2", "b", SAID, family="a", original=False, published="2025-01-02"),
        ]
    )
    assert one.shown.words == SAID
    assert not one.altered


def test_words_known_from_a_spun_copy_only_are_marked_altered() -> None:
    [one] = folded_statements([telling("s1", "a", SPUN, verbatim=False)])
    assert one.altered


def test_other_words_of_the_same_speaker_are_another_statement() -> None:
    other = "nobody on these boats wanted to see the islands go short of bread"
    told = [telling("s1", "a", SAID), telling("s2", "b", other, family="a", original=False)]
    assert len(folded_statements(told)) == 2


def test_the_same_words_of_two_speakers_are_two_statements() -> None:
    told = [telling("s1", "a", SAID), telling("s2", "b", SAID, speaker="Piers Aldgate")]
    assert len(folded_statements(told)) == 2


def test_reported_speech_of_independent_reports_is_not_one() -> None:
    told = [
        telling("s1", "a", SAID, speech=Speech.INDIRECT),
        telling("s2", "b", SAID, speech=Speech.INDIRECT),
    ]
    assert len(folded_statements(told)) == 2


def test_a_refusal_is_not_folded_with_a_statement() -> None:
    told = [
        telling("s1", "a", "to comment on the subsidy", speech=Speech.WITHHELD),
        telling("s2", "b", "to comment on the subsidy", speech=Speech.INDIRECT, family="a", original=False),
    ]
    assert len(folded_statements(told)) == 2


def test_statements_of_one_report_stay_two() -> None:
    assert len(folded_statements([telling("s1", "a", SAID), telling("s2", "a", SAID)])) == 2


_TOLD = st.lists(
    st.builds(
        lambda number, report, family, words, speech, verbatim, speaker: telling(
            f"s{number:03}",
            f"{family}{report}",
            words,
            family=family,
            original=report == "0",
            speech=speech,
            verbatim=verbatim,
            speaker=speaker,
        ),
        st.integers(0, 999),
        st.sampled_from("012"),
        st.sampled_from("xyz"),
        st.sampled_from([SAID, SPUN, "we will sign on Monday if the boats sail again", "no"]),
        st.sampled_from(Speech),
        st.booleans(),
        st.sampled_from([None, "Morag Tennant", "Piers Aldgate"]),
    ),
    unique_by=lambda one: one.statement,
    max_size=12,
)


@given(_TOLD, st.randoms())
def test_every_telling_is_in_one_statement_in_any_order(told, chance) -> None:  # type: ignore[no-untyped-def]
    folded = folded_statements(told)
    assert sorted(one.statement for each in folded for one in each.tellings) == sorted(
        one.statement for one in told
    )
    chance.shuffle(told)
    assert folded_statements(told) == folded
    for each in folded:
        assert each.sources >= 1
        assert each.copies >= 0
        assert each.altered == (not any(one.verbatim for one in each.tellings))
