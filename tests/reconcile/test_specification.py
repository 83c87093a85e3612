"""A figure against the model's: see model.toml for what the products have."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, quantity, reconcile_cases

H100, B200, GB200, NVL72, MI300X, RTX = (
    "nvidia-h100", "nvidia-b200", "nvidia-gb200", "nvidia-gb200-nvl72", "amd-mi300x", "nvidia-rtx-5090",
)  # fmt: skip


def words(text: str) -> Row:
    """Words of the sentence; the claim that carries them is of no interest to the check."""
    return attribute("foundry", object="TSMC", quote=text)


def power(watts: object, hardware: str, quote: str, **fields: object) -> list[Row]:
    return [quantity("power", watts, "W", hardware=hardware, quote=quote, **fields)]


def transistors(count: float, hardware: str, quote: str, **fields: object) -> list[Row]:
    return [quantity("transistor_count", count, hardware=hardware, quote=quote, **fields)]


def memory(size: object, hardware: str, quote: str, **fields: object) -> list[Row]:
    return [quantity("memory_capacity", size, "B", hardware=hardware, quote=quote, **fields)]


def compute(speed: float, hardware: str, quote: str, **fields: object) -> list[Row]:
    return [quantity("compute", speed, "FLOP/s", hardware=hardware, quote=quote, **fields)]


FIGURES = {
    # one B200 has 208 billion, a GB200 two of them
    "a part's transistors": Case(transistors(208e9, GB200, "2080亿个晶体管"), "conflict", "spec_conflict"),
    # the range of a single GPU; a GB200 has 2,700 W
    "a part's power": Case(power((700, 1200), GB200, "700W到1200W"), "conflict", "spec_conflict"),
    "the whole's memory": Case(memory(13.5e12, GB200, "13,5 TB"), "conflict", "spec_conflict"),
    "the predecessor's memory": Case(memory(80e9, B200, "80 GB di memoria"), "conflict", "spec_conflict"),
    "the successor's transistors": Case(
        transistors(208e9, H100, "208 miliardi di transistor"), "conflict", "spec_conflict"
    ),
    "no one's power": Case(power(1500, MI300X, "1500瓦"), "conflict", "spec_conflict"),
    "no one's bandwidth": Case(
        [quantity("memory_bandwidth", 9e12, "B/s", hardware=MI300X, quote="9 TB/s")], "conflict", "spec_conflict"
    ),
    "no one's die": Case(
        [quantity("die_area", 500e-6, "m2", hardware=H100, quote="500 mm²")], "conflict", "spec_conflict"
    ),
    "sparse as dense": Case(
        compute(3958e12, H100, "3.958 TFLOPS", workload="FP8", condition="dense"), "conflict", "spec_conflict"
    ),
    "cores": Case(
        [quantity("core_count", 10000, hardware=RTX, quote="10.000 CUDA core", condition="cuda")],
        "conflict",
        "spec_conflict",
        published="2025-03-01",
    ),
    "leak told as a fact": Case(
        [quantity("core_count", 10000, hardware=RTX, quote="10.000 CUDA core", condition="cuda")],
        "outdated",
        published="2024-10-01",
    ),
    "performance cores": Case(
        [quantity("core_count", 4, hardware=RTX, quote="4 core", condition="performance")],
        None,
        published="2025-03-01",
    ),
    "ten times": Case(memory(1.92e12, MI300X, "1,92 TB"), "conflict", "magnitude"),
    "yi for thousand yi": Case(transistors(153e8, MI300X, "153亿"), "conflict", "magnitude"),
    "kilowatts for watts": Case(power(575e3, RTX, "575 kW"), "conflict", "magnitude"),
    "figure not verified": Case(power(1800, "amd-unverified", "1.800 W"), "doubtful"),
    "overclocked": Case(power(680, RTX, "680 W"), "doubtful", published="2025-03-01"),
    # the card is rated 575 W, the accelerator 750 W
    "drawn in use": Case(power(480, RTX, "480 W"), "doubtful", published="2025-03-01"),
    "rated below the maker's figure": Case(
        [words("TDP di"), *power(480, RTX, "480 W")], "conflict", published="2025-03-01"
    ),
    "rated above it": Case([words("TDP di"), *power(640, RTX, "640 W")], "doubtful", published="2025-03-01"),
    "rated a little below": Case([words("TDP di"), *power(540, RTX, "540 W")], "doubtful", published="2025-03-01"),
    "of a version made to order": Case([words("una versione su misura con"), *power(1500, MI300X, "1.500 W")], None),
    "rumour after the launch": Case(power(1500, MI300X, "1.500 W", modality="rumored"), "doubtful"),
    "hardly read": Case(power(1500, MI300X, "1.500 W", confidence=0.3), "doubtful"),
    "architecture": Case(transistors(900e9, "nvidia-blackwell", "9000亿"), "doubtful"),
    # forecasts before the product was public
    "rumour before the launch": Case(power(600, RTX, "600 W", modality="rumored"), "supported", published="2024-12-19"),
    "rumour far off": Case(power(1100, RTX, "1.100 W", modality="rumored"), "outdated", published="2024-10-01"),
    # clean
    "SXM": Case(power(700, H100, "700 W"), "supported"),
    "PCIe": Case(power(350, H100, "350 W"), "supported"),
    "PCIe said": Case(power(700, H100, "700 W", condition="PCIe"), "conflict"),
    "configurable": Case(power(1200, B200, "1.200 W"), "supported"),
    "up to": Case(power(1200, B200, "fino a 1.200 W", bound="max"), "supported"),
    "over": Case(power(1000, B200, "oltre 1.000 W", bound="min"), "supported"),
    "about": Case(power(600, RTX, "circa 600 W", bound="about"), "supported"),
    "usable memory": Case(memory(180e9, B200, "180 GB"), "supported"),
    "gibibytes": Case(memory(34.36e9, RTX, "32 GiB"), "supported"),
    "sum of two": Case(memory(384e9, GB200, "384 GB"), "supported"),
    "sparse": Case(compute(4e15, H100, "4 petaflops", workload="FP8"), "supported"),
    "dense": Case(compute(1.98e15, H100, "1.98 PFLOPS", workload="FP8"), "supported"),
    "dense said": Case(compute(1979e12, H100, "1979 TFLOPS", workload="FP8", condition="dense"), "supported"),
    "other precision": Case(compute(1e15, H100, "1 petaflop", workload="FP16"), "supported"),
    "precision unknown to the model": Case(compute(60e12, H100, "60 TFLOPS", workload="FP64"), None),
    "base": Case([quantity("clock", 2e9, "Hz", hardware=RTX, quote="2 GHz", condition="base")], "supported"),
    "megahertz for gigahertz": Case(
        [quantity("clock", 2.4e6, "Hz", hardware=RTX, quote="2,4 MHz", confidence=0.6)], "conflict", "magnitude"
    ),
    "boost": Case([quantity("clock", 2.4e9, "Hz", hardware=RTX, quote="2,4 GHz", condition="boost")], "supported"),
    "tensor cores": Case(
        [quantity("core_count", 528, hardware=H100, quote="528 tensor core", condition="tensor")], "supported"
    ),
    "rounded": Case(transistors(200e9, B200, "circa 200 miliardi", bound="about"), "supported"),
    "per die": Case(transistors(104e9, B200, "1040亿", basis="die"), None),
    "of a site": Case(power(150e6, H100, "150 MW"), None),
    "of an order": Case([quantity("power", 6e9, "W", hardware=MI300X, event="order", quote="6 GW")], None),
    "denied": Case(power(1500, MI300X, "1.500 W", polarity="negative"), None),
    "unknown product": Case(power(1500, "nvidia-rtx-9090", "1.500 W", known=False), None),
}


def name_of(predicate: str, hardware: str, thing: str, **fields: object) -> list[Row]:
    return [attribute(predicate, hardware=hardware, object=thing, quote=thing, **fields)]


NAMES = {
    "swapped letters": Case(name_of("process_node", GB200, "TSMC N4P"), "conflict", "spec_conflict"),
    "other node": Case(name_of("process_node", B200, "TSMC N3"), "conflict", "spec_conflict"),
    "other maker": Case(name_of("process_node", H100, "Samsung 4N"), "conflict", "spec_conflict"),
    "other packaging": Case(name_of("packaging", B200, "CoWoS-S"), "conflict", "spec_conflict"),
    "other memory": Case(name_of("memory_type", H100, "GDDR7"), "conflict", "spec_conflict"),
    "other architecture": Case(name_of("architecture", GB200, "nvidia-hopper"), "conflict", "spec_conflict"),
    "the wrong way round": Case(name_of("successor", H100, B200), "conflict", "spec_conflict"),
    "7 nm": Case(name_of("process_node", H100, "7 nm"), "conflict", "spec_conflict"),
    "5 nm class": Case(name_of("process_node", H100, "5 nm"), None),
    "another generation": Case(name_of("memory_type", B200, "HBM3"), "doubtful"),
    "generic node": Case(name_of("process_node", B200, "4 nm"), "supported"),
    "in Chinese": Case(name_of("process_node", B200, "4纳米"), "supported"),
    "a chiplet's node": Case(name_of("process_node", MI300X, "6 nm"), "supported"),
    "a part's node": Case(name_of("process_node", GB200, "TSMC 4N"), "supported"),
    "less precise": Case(name_of("packaging", B200, "CoWoS"), "supported"),
    "family of memory": Case(name_of("memory_type", B200, "HBM"), "supported"),
    "a part's memory": Case(name_of("memory_type", GB200, "LPDDR5X"), "supported"),
    "foundry": Case(name_of("foundry", H100, "TSMC"), "supported"),
    "spelling": Case(name_of("packaging", B200, "CoWoS L"), "supported"),
    "grandfather": Case(name_of("successor", B200, "nvidia-a100"), "supported"),
    "an architecture succeeds": Case(name_of("successor", "nvidia-blackwell", "nvidia-hopper"), "supported"),
    "assembler, not foundry": Case(name_of("foundry", B200, "Foxconn"), None),
}


@pytest.fixture(scope="module")
def figures(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "specification", FIGURES)


@pytest.fixture(scope="module")
def names(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "specification_name", NAMES)


@pytest.mark.parametrize("name", FIGURES)
def test_specification(figures: dict[str, list[Row]], name: str) -> None:
    assert outcome(figures[name]) == FIGURES[name].verdict
    if FIGURES[name].family:
        assert figures[name][0]["family"] == FIGURES[name].family


@pytest.mark.parametrize("name", NAMES)
def test_specification_name(names: dict[str, list[Row]], name: str) -> None:
    assert outcome(names[name]) == NAMES[name].verdict
    if NAMES[name].family:
        assert names[name][0]["family"] == NAMES[name].family


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a part's transistors", "figure of one B200 (NVIDIA: B200 data sheet); one GB200 has 2"),
        ("a part's power", "figure of one B200"),
        ("the whole's memory", "figure of a whole GB200 NVL72 (NVIDIA: GB200 NVL72 data sheet), which has 36 GB200"),
        ("the predecessor's memory", "figure of another product, H100"),
        ("the successor's transistors", "figure of another product, B200"),
    ],
)
def test_specification_names_the_scope_slip(figures: dict[str, list[Row]], name: str, told: str) -> None:
    assert told in figures[name][0]["explanation_en"]


@pytest.mark.parametrize(
    ("name", "meant"), [("ten times", 192e9), ("yi for thousand yi", 153e9), ("kilowatts for watts", 575)]
)
def test_specification_gives_the_value_meant(figures: dict[str, list[Row]], name: str, meant: float) -> None:
    assert float(figures[name][0]["meant"]) == pytest.approx(meant)
