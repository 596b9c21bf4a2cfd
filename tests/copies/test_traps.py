"""The traps known from real reporting, each with reports written for it."""

import pytest

from copied_stories import (
    BRIEFING_ONE,
    BRIEFING_TWO,
    DIGEST,
    FERRIES,
    FERRIES_BY_ANOTHER,
    GRAIN,
    GRAIN_BACK_TRANSLATED,
    GROUP_IN_JUNE,
    GROUP_IN_MAY,
    LETTER,
    LETTER_PRINTED,
    LETTER_QUOTED,
    READOUT_NORTH,
    READOUT_SOUTH,
)
from folded_texts import folded, relation_of, verdict_of
from parley.copies.kinds import Relation, Verdict
from spinner import changed_share, spun

FURNITURE = """\
Sign up for our morning newsletter

Advertisement

By Lena Marsh

{story}
Share this article

Read more: Ten things to do on the coast this weekend

Follow us for the latest from around the region, and tell us what you think in the comments below.
"""


def test_trap_1_template_twins_are_no_copies() -> None:
    assert verdict_of(READOUT_NORTH, READOUT_SOUTH) is Verdict.TWINS
    assert len(folded({"north": READOUT_NORTH, "south": READOUT_SOUTH})) == 2


def test_trap_1_a_form_filled_in_twice_for_the_same_people_is_no_copy() -> None:
    assert verdict_of(GROUP_IN_MAY, GROUP_IN_JUNE) is Verdict.TWINS


def test_trap_1_a_twin_that_is_reprinted_goes_with_its_own_side() -> None:
    families = folded({"north": READOUT_NORTH, "south": READOUT_SOUTH, "again": f"{READOUT_SOUTH}\nEnds."})
    assert sorted(map(sorted, families)) == [["again", "south"], ["north"]]


def test_trap_2_two_outlets_that_print_one_letter_are_independent() -> None:
    assert verdict_of(LETTER_QUOTED, LETTER_PRINTED) is Verdict.PASSAGES


def test_trap_2_a_letter_and_a_report_that_quotes_all_of_it_are_independent() -> None:
    assert verdict_of("\n\n".join(LETTER), LETTER_QUOTED) is Verdict.PASSAGES


def test_trap_2_the_letter_printed_twice_is_one_document() -> None:
    letter = "\n\n".join(LETTER)
    assert verdict_of(letter, f"Here is the letter in full.\n\n{letter}") is Verdict.COPY


def test_trap_3_syndication_under_another_headline() -> None:
    reprint = f"Ten days of peace on the Lorne Strait\n\n{FERRIES}"
    assert relation_of(FERRIES, reprint) is Relation.REPRINT


def test_trap_3_a_wire_copy_with_the_page_around_it() -> None:
    assert relation_of(FERRIES, FURNITURE.format(story=FERRIES)) is Relation.REPRINT


def test_trap_3_the_page_around_two_stories_makes_no_copy() -> None:
    assert verdict_of(FURNITURE.format(story=BRIEFING_ONE), FURNITURE.format(story=FERRIES)) in (
        Verdict.NOTHING,
        Verdict.PASSAGES,
    )


def test_trap_4_rewrite_over_wire() -> None:
    wire = FERRIES.split("\n\n")
    own = FERRIES_BY_ANOTHER.split("\n\n")
    rewrite = "\n\n".join([own[0], wire[1], wire[2], own[2], wire[3], wire[4]])
    assert relation_of(FERRIES, rewrite) is Relation.REWRITE


def test_trap_5_a_wrong_date_on_a_page_makes_no_copy_the_original_of_a_spun_one() -> None:
    """The date of a photograph is earlier than the report's; the spun words still give the copy away."""
    families = folded(
        {"wire": FERRIES, "spun": spun(FERRIES)}, published={"spun": "2019-06-28", "wire": "2025-01-07"}
    )
    assert families == [["wire", "spun"]]


def test_trap_5_an_undated_page_is_no_original_of_a_dated_one() -> None:
    families = folded({"undated": f"{FERRIES}\nEnds.", "dated": FERRIES}, published={"dated": "2025-01-07"})
    assert families == [["dated", "undated"]]


def test_trap_6_boilerplate_titles_make_no_copies() -> None:
    texts = {"ferries": FERRIES, "grain": GRAIN, "briefing": BRIEFING_ONE}
    families = folded(texts, title="The latest news from the coast and around the world")
    assert sorted(map(sorted, families)) == [["briefing"], ["ferries"], ["grain"]]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("story", [FERRIES, GRAIN, BRIEFING_ONE])
def test_trap_10_spin_that_breaks_the_sense(story: str, seed: int) -> None:
    copy = spun(story, seed)
    assert relation_of(story, copy) is Relation.PARAPHRASE


def test_the_spinner_is_as_harsh_as_a_real_one() -> None:
    for story in (FERRIES, GRAIN):
        assert changed_share(story, spun(story)) > 0.22
    quotation = GRAIN[GRAIN.index("“") : GRAIN.index("”")]
    assert quotation not in spun(GRAIN)


@pytest.mark.parametrize("story", [FERRIES, GRAIN])
def test_trap_10_everything_swapped_that_can_be(story: str) -> None:
    copy = spun(story, share=1.0)
    assert changed_share(story, copy) > 0.5
    assert relation_of(story, copy) is Relation.PARAPHRASE


def test_trap_10_a_spun_copy_of_one_report_is_no_copy_of_another_on_the_event() -> None:
    assert verdict_of(spun(FERRIES), FERRIES_BY_ANOTHER) is Verdict.NOTHING


def test_translation_and_back() -> None:
    assert relation_of(GRAIN, GRAIN_BACK_TRANSLATED) is Relation.PARAPHRASE


def test_trap_11_an_injected_attribution_changes_nothing() -> None:
    injected = FERRIES.replace(
        "The two sides have", "It has been recently reported that the two sides have"
    ).replace("Shopkeepers on Tarra", "According to recent reports, shopkeepers on Tarra")
    assert injected != FERRIES
    assert relation_of(FERRIES, injected) is Relation.REPRINT


def test_trap_12_a_set_document_repeated_is_one_source() -> None:
    texts = {
        "office": READOUT_NORTH,
        "feed": READOUT_NORTH.replace("\n\n", "\n"),
        "page": f"{READOUT_NORTH}\nEnds.",
    }
    assert [sorted(family) for family in folded(texts)] == [["feed", "office", "page"]]


def test_independent_reports_of_one_event_are_two_families() -> None:
    assert verdict_of(FERRIES, FERRIES_BY_ANOTHER) is Verdict.NOTHING


def test_a_digest_does_not_make_its_stories_one() -> None:
    families = folded({"health": BRIEFING_ONE, "schools": BRIEFING_TWO, "digest": DIGEST})
    assert not any({"health", "schools"} <= set(family) for family in families)
    assert len(families) == 2


def test_a_copy_cut_from_the_end_is_partial() -> None:
    assert relation_of(FERRIES, "\n\n".join(FERRIES.split("\n\n")[:4])) is Relation.PARTIAL


def test_other_figures_in_a_report_of_no_known_outlet_are_an_update() -> None:
    assert relation_of(FERRIES, FERRIES.replace("14,000", "16,500")) is Relation.UPDATE


def test_more_behind_a_report_of_no_known_outlet_is_an_update() -> None:
    assert relation_of(FERRIES, f"{FERRIES}\n{BRIEFING_TWO}") is Relation.UPDATE


def test_a_later_version_by_the_same_outlet_is_an_update() -> None:
    later = FERRIES.replace("14,000", "16,500").replace("ten days", "two weeks") + (
        "\nLate on Tuesday the first tug was seen taking on fuel, and lights burned in the ticket hall again."
    )
    assert relation_of(FERRIES, later, outlet="Sellick Mail") is Relation.UPDATE
