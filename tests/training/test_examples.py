from training.examples import UNKNOWN, Example, Link, cut


def test_a_cut_drops_links_and_heads_that_leave_it() -> None:
    whole = Example(
        "test",
        ("a", "b", "c", "d", "e"),
        (True, False, False, True, False),
        (1, 0, 0, 1, 0),
        heads=(1, 1, 1, 4, 4),
        links=(Link((1, 2), ((0, 1),), ((2, 5),)), Link((4, 5), (), ((3, 4),))),
    )
    part = cut(whole, 1, 4)
    assert part.words == ("b", "c", "d")
    assert part.heads == (0, 0, UNKNOWN)
    assert part.links == (Link((0, 1), (), ((1, 3),)),)
