from dataclasses import replace
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from parley.copies.comparison import Comparison, Side
from parley.copies.families import BY_RULING, Family, Link, Rulings, families
from parley.copies.kinds import Relation
from parley.copies.relations import Facts

NAMES = ("ada", "bel", "cor", "dun", "eld", "fen")


def side(share: float, words: int = 300, before: int = 0, behind: int = 0) -> Side:
    return Side(words, words, share, share, share, share, share, before, behind)


def link(first: str, second: str, share: float = 0.97, back: float | None = None) -> Link:
    sides = side(share), side(share if back is None else back)
    return Link(first, second, Comparison(*sides, 0.0, 0.0, 0, 0, ()))


def names(made: tuple[Family, ...]) -> list[list[str]]:
    return [[member.report for member in family.members] for family in made]


def facts(*reports: str) -> list[Facts]:
    return [
        Facts(report, published=f"2025-06-{number:02}", words=300) for number, report in enumerate(reports, 1)
    ]


def test_a_report_alone_is_a_family() -> None:
    assert names(families(facts("ada"), [])) == [["ada"]]


def test_the_earliest_is_the_original_and_the_spun_never() -> None:
    known = facts("ada", "bel", "cor")
    known[0] = replace(known[0], spun=0.9)
    made = families(known, [link("ada", "bel"), link("bel", "cor"), link("ada", "cor")])
    assert names(made) == [["bel", "cor", "ada"]]
    assert made[0].members[0].relation is Relation.ORIGINAL
    assert made[0].members[2].relation is Relation.PARAPHRASE


def test_of_one_day_the_longest_is_the_original() -> None:
    known = [Facts("ada", "2025-06-01", words=200), Facts("bel", "2025-06-01", words=400)]
    assert names(families(known, [link("ada", "bel")])) == [["bel", "ada"]]


def test_of_two_about_as_long_the_shorter_is_the_original() -> None:
    known = [Facts("ada", "2025-06-01", words=404), Facts("bel", "2025-06-01", words=401)]
    assert names(families(known, [link("ada", "bel")])) == [["bel", "ada"]]


def test_versions_of_one_page_stand_in_the_order_they_came() -> None:
    day, page = "2025-06-01", "web https://gull.example/dam"
    known = [
        Facts("ada", day, words=200, address=page, came=7),
        Facts("bel", day, words=400, address=page, came=9),
        Facts("cor", day, words=300),
    ]
    links = [link("ada", "bel"), link("bel", "cor"), link("ada", "cor")]
    assert names(families(known, links)) == [["ada", "bel", "cor"]]
    assert names(families(known[::-1], links)) == [["ada", "bel", "cor"]]
    # A spun text is never the original, whatever stood at its address first.
    spun = [replace(known[0], spun=0.9), *known[1:]]
    assert names(families(spun, links)) == [["bel", "cor", "ada"]]


def test_a_chain_of_rewrites_does_not_grow() -> None:
    links = [link("ada", "bel", 0.45), link("bel", "cor", 0.45), link("cor", "dun", 0.45)]
    made = families(facts("ada", "bel", "cor", "dun"), links)
    assert names(made) == [["ada", "bel"], ["cor", "dun"]]


def test_a_copy_of_a_copy_is_told_step_by_step() -> None:
    made = families(facts("ada", "bel", "cor"), [link("ada", "bel", 0.65), link("bel", "cor")])
    assert [member.relation for member in made[0].members] == [
        Relation.ORIGINAL,
        Relation.REWRITE,
        Relation.REWRITE,
    ]


def test_reasons_are_said_in_words() -> None:
    [family] = families(facts("ada", "bel"), [link("ada", "bel")])
    assert family.members[1].reasons[0] == "97 % of its words stand in ada in the same order"


def test_a_page_with_two_stories_goes_with_the_one_it_has_most_of() -> None:
    long = Side(900, 900, 0.3, 0.3, 0.3, 0.3, 0.3, 0, 600)
    other = Side(900, 900, 0.25, 0.25, 0.25, 0.25, 0.25, 500, 100)
    links = [
        Link("ada", "dun", Comparison(side(1.0), long, 0.0, 0.0, 0, 0, ())),
        Link("bel", "dun", Comparison(side(1.0), other, 0.0, 0.0, 0, 0, ())),
    ]
    assert sorted(map(sorted, names(families(facts("ada", "bel", "dun"), links)))) == [
        ["ada", "dun"],
        ["bel"],
    ]


def test_a_person_keeps_two_reports_apart() -> None:
    ruled = Rulings(separated=frozenset([frozenset(("ada", "cor"))]))
    made = families(facts("ada", "bel", "cor"), [link("ada", "bel"), link("bel", "cor", 0.9)], ruled)
    assert names(made) == [["ada", "bel"], ["cor"]]


def test_a_person_joins_two_reports() -> None:
    ruled = Rulings(joined=frozenset([frozenset(("ada", "cor"))]))
    made = families(facts("ada", "bel", "cor"), [], ruled)
    assert names(made) == [["ada", "cor"], ["bel"]]
    assert made[0].members[1].reasons == (BY_RULING,)


def test_a_person_moves_a_report() -> None:
    links = [link("ada", "bel"), link("bel", "cor"), link("ada", "cor")]
    alone = families(facts("ada", "bel", "cor"), links, Rulings(moved={"cor": None}))
    assert names(alone) == [["ada", "bel"], ["cor"]]
    moved = families(facts("ada", "bel", "cor", "dun"), links, Rulings(moved={"bel": "dun"}))
    assert names(moved) == [["ada", "cor"], ["bel", "dun"]]


def test_moves_in_a_circle_come_to_rest() -> None:
    made = families(facts("ada", "bel"), [], Rulings(moved={"ada": "bel", "bel": "ada"}))
    assert sorted(chain(*names(made))) == ["ada", "bel"]


_LINKS = st.lists(
    st.builds(
        lambda pair, share, back: link(min(pair), max(pair), share, back),
        st.sets(st.sampled_from(NAMES), min_size=2, max_size=2),
        st.sampled_from([0.4, 0.5, 0.65, 0.97]),
        st.sampled_from([0.1, 0.4, 0.97]),
    ),
    unique_by=lambda one: (one.first, one.second),
)
_PAIRS = st.frozensets(st.frozensets(st.sampled_from(NAMES), min_size=2, max_size=2), max_size=2)
_MOVES = st.dictionaries(st.sampled_from(NAMES), st.none() | st.sampled_from(NAMES), max_size=2)


@given(_LINKS, _PAIRS, _MOVES, st.randoms())
def test_order_plays_no_part_and_every_report_is_in_one_family(links, pairs, moves, chance) -> None:  # type: ignore[no-untyped-def]
    known = facts(*NAMES)
    ruled = Rulings(separated=pairs, moved=moves)
    made = families(known, links, ruled)
    assert sorted(chain(*names(made))) == sorted(NAMES)
    chance.shuffle(known)
    chance.shuffle(links)
    assert families(known, links, ruled) == made
    moved = set(moves)
    for family in made:
        members = {member.report for member in family.members}
        assert not any(pair <= members - moved for pair in pairs)
