"""The matching is the largest, and of these the best: held against trying every choice."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.assignment import Pair, best_matching


def is_one_to_one(pairs: list[Pair]) -> bool:
    return len({g for g, _ in pairs}) == len(pairs) == len({f for _, f in pairs})


def by_trying_all(quality: dict[Pair, int]) -> tuple[int, int]:
    """Size and total quality of the best choice."""
    return max(
        (size, sum(quality[pair] for pair in chosen))
        for size in range(min(4, len(quality)) + 1)
        for chosen in combinations(quality, size)
        if is_one_to_one(list(chosen))
    )


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(-9, 0), max_size=10))
def test_no_choice_is_better(quality: dict[Pair, int]) -> None:
    chosen = best_matching(list(quality), quality)
    assert is_one_to_one(chosen)
    assert (len(chosen), sum(quality[pair] for pair in chosen)) == by_trying_all(quality)


def test_a_better_pair_gives_way_to_a_larger_matching() -> None:
    quality = {(0, 0): 0, (0, 1): -5, (1, 0): -5}
    assert best_matching(list(quality), quality) == [(0, 1), (1, 0)]


def test_the_better_of_two_gets_the_only_place() -> None:
    assert best_matching([(0, 0), (1, 0)], {(0, 0): -3, (1, 0): -1}) == [(1, 0)]
