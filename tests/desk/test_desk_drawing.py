"""Drawings say no more than the words: places, dates, who waits for whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.desk.drawing.graph import HEIGHT, WIDTH, graph
from parley.desk.drawing.line import Item, timeline
from parley.desk.drawing.map import HEIGHT as MAP_HEIGHT
from parley.desk.drawing.map import WIDTH as MAP_WIDTH
from parley.desk.drawing.map import world
from parley.desk.marks import parts_of, runs
from parley.desk.quoting import sentences_around
from parley.desk.screens.comparing import compared
from parley.model import Span

LANES = ("Calls", "Talks")


def item(on: str, lane: str = "Talks", key: str = "k") -> Item:
    """Something with a date."""
    return Item(key, lane, on, "held", "talks: A, B", "talks")


def test_a_bar_is_as_wide_as_its_date_is_uncertain() -> None:
    line = timeline([item("2025-06-02"), item("2025-06"), item("2025-06-10/2025-06-16")], LANES)
    assert line is not None
    day, month, week = (
        next(bar for bar in line.bars if bar.item.on == on)
        for on in ("2025-06-02", "2025-06", "2025-06-10/2025-06-16")
    )
    assert day.width < week.width < month.width
    assert week.width == pytest.approx(7 * (day.width + 2) - 2, rel=0.02)


def test_bars_of_a_lane_never_cover_each_other() -> None:
    line = timeline([item(f"2025-06-{day:02}") for day in (1, 1, 1, 2, 3, 20)], LANES)
    assert line is not None
    places = [(bar.y, bar.x, bar.x + bar.width) for bar in line.bars]
    for number, (y, left, right) in enumerate(places):
        for other_y, other_left, other_right in places[number + 1 :]:
            assert y != other_y or right <= other_left or other_right <= left


def test_what_has_no_date_is_not_drawn() -> None:
    assert timeline([item("nonsense"), item("2025-99")], LANES) is None
    assert timeline([], LANES) is None
    line = timeline([item("2025-06-02"), item("../2025-06-01")], LANES)
    assert line is not None and len(line.bars) == 1


@given(st.lists(st.dates().map(lambda day: item(day.isoformat())), min_size=1, max_size=30))
def test_every_bar_stands_inside_the_drawing(items: list[Item]) -> None:
    line = timeline(items, LANES)
    assert line is not None
    assert len(line.bars) == len(items)
    assert len(line.ticks) <= 12
    for bar in line.bars:
        assert bar.x >= 0 and bar.x + bar.width <= line.width + 1
        assert 0 <= bar.y < line.height


@pytest.mark.parametrize(
    ("name", "precision", "country"),
    [
        ("Moscow", "city", "RU"),
        ("Jeddah", "city", "SA"),
        ("Ukraine", "country", "UA"),
        ("the United States", "country", "US"),
        ("Paris, France", "city", "FR"),
        ("Vienna", "city", "AT"),
    ],
)
def test_a_place_is_placed_as_exactly_as_its_name_allows(name: str, precision: str, country: str) -> None:
    placed = world().find(name)
    assert placed is not None
    assert (placed.precision, placed.country) == (precision, country)


@pytest.mark.parametrize(
    "name", ["Merrow", "Springfield", "the White House", "a hotel", "", "  ", "\u202e", "San José"]
)
def test_a_name_that_could_be_several_places_or_none_gets_no_pin(name: str) -> None:
    assert world().find(name) is None


def test_the_map_holds_what_is_on_it() -> None:
    places = [world().find(name) for name in ("Moscow", "Kyiv", "Geneva")]
    drawn = world().drawn([(str(number), place) for number, place in enumerate(places) if place])
    assert drawn is not None
    assert len(drawn.rings) == 3
    assert all(0 < ring.x < MAP_WIDTH and 0 < ring.y < MAP_HEIGHT for ring in drawn.rings)
    assert {"Ukraine", "Russia", "Switzerland"} <= {area.name for area in drawn.areas}
    assert world().drawn([]) is None


def test_what_is_at_one_place_is_one_ring() -> None:
    place = world().find("Geneva")
    assert place is not None
    drawn = world().drawn([("a", place), ("b", place)])
    assert drawn is not None
    assert [ring.keys for ring in drawn.rings] == [("a", "b")]


def test_who_waits_for_whom_is_one_arrow_a_pair_and_both_ways_are_marked() -> None:
    drawn = graph([("A", "B"), ("A", "B"), ("B", "A"), ("C", "A")])
    assert drawn is not None
    assert {(edge.waiting, edge.awaited): (edge.count, edge.deadlock) for edge in drawn.edges} == {
        ("A", "B"): (2, True),
        ("B", "A"): (1, True),
        ("C", "A"): (1, False),
    }
    assert graph([]) is None


@given(
    st.lists(
        st.tuples(st.sampled_from("ABCDEFGHIJKLMNOPQR"), st.sampled_from("ABCDEFGHIJKLMNOPQR")), max_size=60
    )
)
def test_a_graph_of_any_size_fits_its_frame(pairs: list[tuple[str, str]]) -> None:
    drawn = graph(pairs)
    if drawn is not None:
        assert all(0 < node.x < WIDTH and 0 < node.y < HEIGHT for node in drawn.nodes)
        assert len(drawn.nodes) + drawn.left_out == len({name for pair in pairs for name in pair})


def statement(start: int, end: int, number: int) -> dict[str, object]:
    """A finding in the findings format, as far as marks need it."""
    return {
        "type": "statement",
        "id": f"s{number:016}",
        "speech": "direct",
        "source": None,
        "cue": None,
        "content": [{"start": start, "end": end}],
        "evidence": [{"start": start, "end": end}],
    }


@given(
    st.text(min_size=1, max_size=80),
    st.lists(st.tuples(st.integers(0, 79), st.integers(1, 80)), max_size=8),
    st.integers(0, 79),
    st.integers(1, 80),
)
def test_marks_change_no_word_and_are_closed_as_often_as_opened(
    text: str, places: list[tuple[int, int]], first: int, last: int
) -> None:
    spans = [(start, min(end, len(text))) for start, end in places if start < min(end, len(text))]
    part = Span(first, min(last, len(text))) if first < min(last, len(text)) else Span(0, len(text))
    report = {"furniture": [], "paraphrase": {"phrases": []}}
    objects = [report, *(statement(start, end, number) for number, (start, end) in enumerate(spans))]
    found = list(runs(text, part, objects, None))  # type: ignore[arg-type]
    assert "".join(run.words for run in found) == part.of(text)
    depth = 0
    for run in found:
        depth -= run.closed
        assert depth >= 0
        depth += len(run.opened)
    assert depth == 0


@given(st.text(alphabet="ab \n", max_size=400), st.integers(5, 60))
def test_parts_of_a_text_are_the_text(text: str, most: int) -> None:
    parts = parts_of(text, most)
    assert "".join(part.of(text) for part in parts) == text
    assert all(part.end - part.start <= most for part in parts)


@given(st.text(max_size=200), st.integers(0, 199), st.integers(1, 200))
def test_the_sentences_around_hold_what_they_are_around(text: str, start: int, end: int) -> None:
    end = min(end, len(text))
    if start < end:
        around = sentences_around(text, Span(start, end))
        assert around.start <= start and end <= around.end <= len(text)


def test_the_mark_of_a_list_is_no_part_of_a_sentence() -> None:
    text = "Points:\n\n- “We will sign,” he said.\n* It holds."
    assert (
        sentences_around(text, Span(text.index("We"), text.index(",”"))).of(text).startswith("“We will sign")
    )
    assert sentences_around(text, Span(text.index("It"), len(text))).of(text) == "It holds."
    assert sentences_around("- 3 degrees", Span(0, 5)).of("- 3 degrees") == "- 3 degrees"


def test_a_sentence_ends_at_its_point() -> None:
    text = "One came. Two went away. Three stayed."
    around = sentences_around(text, Span(14, 18))
    assert around.of(text) == "Two went away."


def test_paragraphs_that_answer_to_each_other_stand_beside_each_other() -> None:
    left = "The ministers met in Merrow on Monday.\n\nThey will meet again in June."
    right = "An advert.\n\nThe ministers assembled in Merrow on Monday.\n\nThey will meet again in June."
    pairs = list(compared(left, right))
    assert [
        ("".join(w.words for w in pair.left), "".join(w.words for w in pair.right)) for pair in pairs
    ] == [
        ("", "An advert."),
        ("The ministers met in Merrow on Monday.", "The ministers assembled in Merrow on Monday."),
        ("They will meet again in June.", "They will meet again in June."),
    ]
    assert [word.words for word in pairs[1].left if not word.same] == ["met"]
    assert pairs[2].alike == 1.0


def test_years_without_anything_are_left_out_and_each_stretch_keeps_its_order() -> None:
    spans = ["2019-06-03", "2019-06-07", "2025-03-14", "2025-03-31"]
    line = timeline([item(on) for on in spans], LANES)
    assert line is not None
    [gap] = line.breaks
    places = [bar.x for bar in sorted(line.bars, key=lambda bar: bar.item.on)]
    assert places == sorted(places)
    assert places[1] < gap < places[2]
    assert places[1] - places[0] > 50, "four days apart are told apart beside years of nothing"
    assert {tick.label for tick in line.ticks} >= {"3 Jun 2019", "14 Mar 2025"}


def test_what_is_dated_to_a_year_takes_no_room_from_what_is_dated_to_a_day() -> None:
    line = timeline([item("2018"), item("2025-03-14"), item("2025-03-20")], LANES)
    assert line is not None
    year, first, second = sorted(line.bars, key=lambda bar: bar.item.on)
    assert second.x - first.x > year.width
    within = timeline([item("2025"), item("2025-03-14"), item("2025-03-20")], LANES)
    assert within is not None and within.breaks == ()
    assert max(bar.x + bar.width for bar in within.bars) <= within.width


def test_a_point_that_only_shortens_a_word_ends_no_sentence() -> None:
    text = "Over. The U.S. companies and Mr. Vale’s crews agreed to wait. Then they left.\nNext it rained."
    agreed = Span(text.index("agreed"), text.index(" to wait"))
    around = sentences_around(text, agreed)
    assert around.of(text) == "The U.S. companies and Mr. Vale’s crews agreed to wait."
    rain = Span(text.index("rain"), text.index("rain") + 6)
    assert sentences_around(text, rain).of(text) == "Next it rained."


def test_a_long_bar_at_the_edge_has_its_label_on_it() -> None:
    long = Item("k", "Talks", "2025-05", "claimed", "mobilise: the northern army → the border", "told")
    line = timeline([long, item("2025-05-01"), item("2025-05-31")], LANES)
    assert line is not None
    bar = next(bar for bar in line.bars if bar.item.on == "2025-05")
    assert bar.inside and not bar.before
    assert bar.x <= bar.text_x <= bar.x + bar.width


def test_the_last_bar_of_many_stretches_can_be_seen() -> None:
    years = [item(f"{year}-03-0{day}") for year in range(2009, 2026, 2) for day in (1, 9)]
    line = timeline(years, LANES)
    assert line is not None
    assert all(bar.x + bar.width < line.width - 1 and bar.width >= 7 for bar in line.bars)
