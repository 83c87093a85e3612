"""The best one-to-one matching of two sets, given the pairs that may be matched and how good each is.

Successive best augmenting paths, each found with Bellman and Ford's search; meant for the small clusters of claims that
stand at one place, not for dense graphs of thousands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

Pair = tuple[int, int]


def best_matching(pairs: Sequence[Pair], quality: Mapping[Pair, int]) -> list[Pair]:
    """The largest one-to-one choice of `pairs`, the one of best total `quality` among these.

    Each augmenting path is the best there is (Bellman and Ford's search), so that the choice stays optimal at every size.
    """
    by_gold: defaultdict[int, list[int]] = defaultdict(list)
    for g, f in pairs:
        by_gold[g].append(f)
    owner: dict[int, int] = {}  # found → gold
    partner: dict[int, int] = {}  # gold → found
    for g in by_gold:
        _augment(g, by_gold, quality, owner, partner)
    return sorted(partner.items())


def _augment(
    start: int,
    by_gold: Mapping[int, list[int]],
    quality: Mapping[Pair, int],
    owner: dict[int, int],
    partner: dict[int, int],
) -> None:
    """Bring the gold claim `start` into the matching along the best alternating path."""
    gain = {start: 0}
    reached: dict[int, int] = {}
    came_from: dict[int, int] = {}
    queue = [start]
    for g in queue:
        for f in by_gold[g]:
            total = gain[g] + quality[g, f]
            if f in reached and reached[f] >= total:
                continue
            reached[f], came_from[f] = total, g
            if f in owner:
                without = total - quality[owner[f], f]
                if owner[f] not in gain or gain[owner[f]] < without:
                    gain[owner[f]] = without
                    queue.append(owner[f])
    free = [f for f in reached if f not in owner]
    if free:
        end = max(free, key=lambda f: reached[f])
    else:
        # no room for one more: it may still be better if another gold claim gives up its place
        loser = max(gain, key=lambda g: gain[g])
        if loser == start:
            return
        end = partner.pop(loser)
    while True:
        g = came_from[end]
        previous = partner.get(g)
        owner[end], partner[g] = g, end
        if previous is None:
            return
        end = previous
