"""What the hardware model costs: loading it, and linking with 300 and with 3,000 products. `make bench`.

Loading is read, validated and cross-checked, in a process that has imported its modules. The synthetic models keep the real
organisations, patterns and contexts; their products are invented, and the same text, which names the first of them, is
linked with both.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from models.hardware import Alias, HardwareModel, Product, load
from pipeline.extract.linking import Linker

RUNS = 20
TURNS = 7
SIZES = (300, 3000)
ALLOWED_GROWTH = 1.5
SERIES = ("Ryxen", "Radex", "Xevon", "Tegrix", "Kirox", "Snapdrax", "Gaudex", "Instix", "Maiax", "Trainix")
SENTENCES = (
    "La {0} costa 1.999 dollari e consuma 575 W; la {1} ha 16 GB, la metà della {2}, secondo Nvidia e TSMC. ",
    "{0}采用台积电4纳米工艺，显存为32GB，比{1}多一倍；英伟达表示{2}将于明年上市，售价7999元。",
)


class Time(NamedTuple):
    """Medians, in seconds."""

    wall: float
    cpu: float


def median_time(work: Callable[[], object], runs: int = RUNS) -> Time:
    """The medians of some runs, one more before them to warm up."""
    work()
    walls, cpus = [], []
    for _ in range(runs):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return Time(statistics.median(walls), statistics.median(cpus))


def least_times(linkers: Mapping[int, Linker], text: str) -> dict[int, float]:
    """The least CPU seconds that each linker takes for the text, in turns, so that a busy machine slows all alike."""
    least = dict.fromkeys(linkers, float("inf"))
    for _ in range(TURNS):
        for size, linker in linkers.items():
            start = time.process_time()
            linker.find(text, "zh")
            least[size] = min(least[size], time.process_time() - start)
    return least


def synthetic(model: HardwareModel, size: int) -> HardwareModel:
    """The model with `size` invented products in place of its own."""
    products = {p.id: p for p in map(invented, range(size))}
    return replace(model, products=products)


def invented(number: int) -> Product:
    """A product named like real ones: "Xevon 1042 Ti", with a second name."""
    series, tail = SERIES[number % len(SERIES)], ("", " Ti", "X")[number % 3]
    name = f"{series} {1000 + number}{tail}"
    key = name.lower().replace(" ", "-")
    return Product(id=key, name=name, kind="gpu", aliases=(Alias(name), Alias(f"{series}卡{1000 + number}{tail}")))


def text_about(products: Mapping[str, Product], length: int = 60_000) -> str:
    """Some articles' worth of sentences that name products, in both languages."""
    names = [p.name for p in products.values()]
    written, number = "", 0
    while len(written) < length:
        written += SENTENCES[number % 2].format(*(names[(number * 7 + i) % len(names)] for i in range(3)))
        number += 1
    return written


def main() -> int:
    """Print the figures; 1 where linking slows down with the number of products."""
    loading = median_time(load)
    model = load()
    print(f"loading {len(model.products)} products: {loading.wall * 1000:.0f} ms wall, {loading.cpu * 1000:.0f} ms CPU")
    text = text_about(synthetic(model, SIZES[0]).products)
    linkers = {size: Linker(synthetic(model, size)) for size in SIZES}
    needed = least_times(linkers, text)
    for size, seconds in needed.items():
        found = len([m for m in linkers[size].find(text, "zh") if m.type == "hardware"])
        print(f"linking with {size:>5,} products: {len(text) / seconds:>9,.0f} characters/s, {found:,} products found")
    growth = needed[SIZES[-1]] / needed[SIZES[0]]
    print(f"ten times the products: {growth:.2f} times the time")
    return int(growth > ALLOWED_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
