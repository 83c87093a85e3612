"""A growth, cut or discount against the two amounts that it relates."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, price, quantity, reconcile_cases

H100, B200, RTX = "nvidia-h100", "nvidia-b200", "nvidia-rtx-5090"


def sales(value: float, quote: str, **fields: Any) -> Row:
    return price("revenue", value, "USD", holder="Nvidia", quote=quote, **fields)


def growth(value: float, quote: str, aspect: str = "revenue", **fields: Any) -> Row:
    return quantity("relative", value, aspect=aspect, quote=quote, **{"holder": "Nvidia"} | fields)


def costs(value: float, quote: str, **fields: Any) -> Row:
    return price("unit_price", value, "EUR", hardware=RTX, quote=quote, **fields)


def cut(value: float, quote: str, **fields: Any) -> Row:
    return growth(value, quote, "price", hardware=RTX, holder=None, **fields)


def word(text: str) -> Row:
    """Words between the figures; the claim that carries them is of no interest to the check."""
    return attribute("foundry", object="TSMC", quote=text)


CASES = {
    # 391 / 226 = 1.73
    "growth": Case([word("由"), sales(22.6e9, "226亿美元"), word("增至"), sales(39.1e9, "391亿美元"), growth(1.53, "53%")], "conflict", "arithmetic"),
    "right": Case([sales(22.6e9, "226亿美元"), sales(39.1e9, "391亿美元"), growth(1.73, "73%")], "supported"),
    "new before old": Case([sales(39.1e9, "39,1 miliardi"), word("dai"), sales(22.6e9, "22,6 miliardi"), growth(1.53, "53%")], "conflict"),
    "old in a clause of its own": Case([sales(19.8e9, "198億元"), word("，高於去年同期的"), sales(16e9, "160億元"), growth(1.35, "35%")], "conflict"),
    "words between the old amount and the growth": Case(
        [word("a"), sales(39.1e9, "39,1 miliardi"), word("dai"), sales(22.6e9, "22,6 miliardi"), word("di un anno prima, con un progresso del"), growth(1.53, "53%"), word("; erano"), sales(31e9, "31")], "conflict"
    ),
    "last year's behind": Case([sales(39.1e9, "391亿美元"), word("，去年为"), sales(22.6e9, "226亿美元"), word("，增幅"), growth(1.53, "53%")], "conflict"),
    "profit": Case(
        [price("other_amount", 5.25e8, "CNY", holder="Nvidia", quote="5.25亿元"), word("，2024年同期"), price("other_amount", 2.1e8, "CNY", holder="Nvidia", quote="2.1亿元"), word("，增幅"), growth(3.5, "250%", "profit")], "conflict"
    ),
    "a firm's beside the market's": Case(
        [word("从"), quantity("unit_count", 70.6e6, event="ship", quote="7060万台"), word("降至"), quantity("unit_count", 64.3e6, event="ship", quote="6430万台"), growth(0.76, "24%", "count", holder="Apple", sentence=1)], None
    ),
    # 比 of 同比 compares with last year, not with the amount before
    "segments with their growth": Case([sales(72.5e8, "72.5亿美元"), word("，同比增长"), growth(1.98, "98%"), word("，计算收入"), sales(338e8, "338亿美元")], None),
    "what the market expected": Case([sales(68.2e8, "68.2亿美元"), word("，比市场预期的"), sales(67.1e8, "67.1亿美元"), word("高，同比增长"), growth(1.18, "18%")], None),
    # two segments of one quarter: nothing joins them
    "two segments": Case([sales(12.9e9, "12,9 miliardi"), word("e quelli della fonderia a"), sales(4.4e9, "4,4 miliardi"), growth(1.03, "3%")], None),
    "two segments in Chinese": Case([sales(180.2e8, "180.2亿美元"), word("，其中AI业务"), sales(65e8, "65亿美元"), growth(1.28, "28%")], None),
    # a ratio of whatever was read, right behind two amounts that words join
    "of another aspect": Case(
        [word("da"), price("order_value", 6.5e9, quote="6,5"), word("a"), price("revenue", 12.6e9, quote="12,6 miliardi"), word(", con un incremento del"), growth(1.7, "70%", "capacity", holder=None)],
        "conflict",
    ),
    "of another aspect, right": Case(
        [word("da"), price("order_value", 6.5e9, quote="6,5"), word("a"), price("revenue", 12.6e9, quote="12,6 miliardi"), word(", con un incremento del"), growth(1.94, "94%", "capacity", holder=None)],
        "supported",
    ),
    "cores": Case([quantity("core_count", 10752, hardware=RTX, quote="10.752 core"), word("contro i"), quantity("core_count", 9728, hardware=RTX, quote="9.728"), word(", il"), growth(1.4, "40%", "price", hardware=RTX, holder=None)], "conflict"),
    "the margins'": Case(
        [word("da"), price("order_value", 6.5e9, quote="6,5"), word("a"), price("revenue", 12.6e9, quote="12,6 miliardi"), word(", con margini su del"), growth(1.2, "20%", "profit", holder=None)], None
    ),
    # 629 / 699 = 0.9
    "discount": Case([word("da"), costs(699, "699"), word("a"), costs(629, "629 euro"), cut(0.75, "25%")], "conflict", "arithmetic"),
    "discount, right": Case([costs(699, "699 euro"), costs(629, "629 euro"), cut(0.9, "10%")], "supported"),
    "discount in the next sentence": Case([word("原价"), costs(699, "699欧元"), word("，到手价"), costs(629, "629欧元"), cut(0.75, "25%", sentence=1)], "conflict"),
    # a fall of 10 % that was read as a rise
    "direction misread": Case([costs(699, "699 euro"), costs(629, "629 euro"), cut(1.1, "10%")], "supported"),
    "about": Case([sales(30e9, "300亿"), sales(46.7e9, "467亿"), growth(1.5, "约五成", bound="about")], "supported"),
    # 30 → 46.7 is 1.557: "56 %" stands for 55.5 to 56.5
    "rounded": Case([sales(30e9, "300亿"), sales(46.7e9, "467亿"), growth(1.56, "56%")], "supported"),
    "just beside": Case([word("da"), sales(30.1e9, "30,1"), word("a"), sales(46.7e9, "46,7 miliardi"), growth(1.61, "61%")], "doubtful"),
    # 4 times more: 5 times as much
    "N or N + 1": Case([sales(10e9, "100亿"), sales(50e9, "500亿"), growth(4, "增长4倍")], "supported"),
    "between two products": Case(
        [
            quantity("memory_bandwidth", 3.35e12, "B/s", hardware=H100, quote="3.35TB/s"),
            quantity("memory_bandwidth", 8e12, "B/s", hardware=B200, quote="8TB/s"),
            growth(5, "5倍", "bandwidth", hardware=B200, holder=None, object=H100),
        ],
        "conflict",
    ),
    "one amount of each product, far apart": Case(
        [
            quantity("memory_bandwidth", 3.35e12, "B/s", hardware=H100, quote="3,35 TB/s"),
            quantity("memory_bandwidth", 8e12, "B/s", hardware=B200, quote="8 TB/s", sentence=3),
            growth(5, "cinque volte", "bandwidth", hardware=B200, holder=None, object=H100, sentence=3),
        ],
        "conflict",
    ),
    "two amounts of one product": Case(
        [
            quantity("memory_bandwidth", 3.35e12, "B/s", hardware=H100, quote="3,35 TB/s"),
            quantity("memory_bandwidth", 2e12, "B/s", hardware=H100, quote="2 TB/s", sentence=1),
            quantity("memory_bandwidth", 8e12, "B/s", hardware=B200, quote="8 TB/s", sentence=3),
            growth(5, "cinque volte", "bandwidth", hardware=B200, holder=None, object=H100, sentence=3),
        ],
        None,
    ),
    "of what the sentence before told": Case(
        [
            quantity("memory_bandwidth", 1.008e12, "B/s", hardware=RTX, quote="1008GB/s"),
            quantity("memory_bandwidth", 4e12, "B/s", hardware=H100, quote="4TB/s", sentence=1),
            attribute("foundry", object="TSMC", quote="，是它的", sentence=1),
            growth(6, "六倍", "bandwidth", hardware=H100, holder=None, sentence=1),
        ],
        "conflict",
    ),
    "a row of a table": Case(
        [costs(4.8, "4.8欧元", as_of="2025-10"), costs(5.4, "5.4欧元", as_of="2025-11"), cut(1.215, "21.5%", baseline="2025-10")], "conflict"
    ),
    "a list of many amounts": Case([costs(100.0 + n, f"{n} euro") for n in range(9)] + [cut(0.5, "50%")], None),
    "what was expected": Case([word("da"), sales(11.1e9, "11,1"), word("a"), sales(11.32e9, "11,32"), word("attesi"), growth(1.46, "46%")], None),
    "against the time that it names": Case(
        [
            sales(46.7e9, "46,7 miliardi", as_of="2025-Q2"), growth(1.56, "56%", baseline="2024-Q2"),
            sales(41e9, "41 miliardi", as_of="2024-Q2", sentence=1),
        ],
        "conflict",
    ),
    "of another time": Case(
        [sales(46.7e9, "46,7 miliardi", as_of="2025-Q2"), growth(1.56, "56%", baseline="2024-Q2"), sales(41e9, "41 mld", as_of="2025-Q1", sentence=1)],
        None,
    ),
    # which two of the three it relates is not told
    "three amounts": Case([sales(10e9, "10"), sales(20e9, "20"), sales(30e9, "30"), growth(4, "quattro volte")], None),
    "three amounts, two fit": Case([sales(10e9, "10"), sales(20e9, "20"), sales(30e9, "30"), growth(3, "tre volte")], "supported"),
    "a forecast beside a fact": Case(
        [sales(57e9, "570亿"), sales(65e9, "650亿", modality="expected"), growth(1.22, "22%")], None
    ),
    "of something else": Case([sales(57e9, "57"), sales(35e9, "35"), growth(1.2, "20%", "profit")], None),
    "another company's": Case([sales(57e9, "57"), price("revenue", 35e9, "USD", holder="AMD", quote="35"), growth(1.2, "20%")], None),
    "another currency": Case([sales(57e9, "57"), price("revenue", 35e9, "EUR", holder="Nvidia", quote="35"), growth(1.2, "20%")], None),
    "against a forecast": Case([sales(57e9, "57"), sales(35e9, "35"), growth(1.2, "20%", baseline="forecast")], None),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "stated_change", CASES)


@pytest.mark.parametrize("name", CASES)
def test_stated_change(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_stated_change_reckons_as_the_article_does(findings: dict[str, list[Row]]) -> None:
    assert "39.1 billion US dollars it is 73% more, not 53%" in findings["growth"][0]["explanation_en"]
    assert "Da 699 euro a 629 euro: −10%, non −25%" in findings["discount"][0]["explanation_it"]
    assert "8TB/s是3.35TB/s的2.4倍，而不是5倍" in findings["between two products"][0]["explanation_zh_hans"]
