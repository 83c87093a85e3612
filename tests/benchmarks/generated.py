"""Generated articles with claims, for measuring what a warehouse of many costs: deterministic, the same for one seed and size.

Products, figures and parts are those of the hardware model; which product, holder and day an article is about follows a
long tail, as in the news. Most figures are right, some are off, a tenth of the articles copy an earlier one, and some of the copies have
another number. The texts hold the claims' sentences among filler, so that sketches and checks meet texts that differ.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from models.hardware.schema import HardwareModel

Row = dict[str, Any]
FIRST_DAY = date(2024, 1, 1)
DAYS = 1000
CLAIMS_AN_ARTICLE = 10
HOLDERS = (
    "Meta", "Microsoft", "xAI", "Google", "Amazon", "Oracle", "OpenAI", "CoreWeave", "Tesla", "Alibaba", "ByteDance", "Tencent", "Baidu", "Apple",
    "TSMC", "Samsung", "SK Hynix", "Foxconn", "Eni", "Leonardo", "Anthropic", "Mistral AI", "Nebius", "Lambda", "Supermicro", "Dell", "HPE", "Lenovo",
    "Huawei", "Cambricon", "SMIC", "G42", "Reliance", "SoftBank", "Fujitsu", "Deutsche Telekom", "Orange", "Fastweb", "Aruba", "Seeweb",
)  # fmt: skip
SOURCES = ("HSBC", "Morgan Stanley", "Goldman Sachs", "TrendForce", "Bloomberg", "Reuters", "Elon Musk", "Jensen Huang")
WORDS = {
    "it": (
        "mercato azienda secondo nuova memoria domanda centro calcolo rete energia cliente analista trimestre impianto fornitore progetto scheda modello "
        "vendita costo ritardo capacità produzione contratto ministero governo dazio licenza ricerca università ospedale banca settore crescita "
        "utile margine quota consegna linea confezione temperatura acqua raffreddamento terreno cantiere permesso sindaco regione porto"
    ),
    "zh": (
        "市场 公司 需求 产能 客户 分析 季度 工厂 供应 项目 型号 销售 成本 推迟 合同 政府 关税 许可 研究 大学 医院 银行 行业 增长 利润 份额 交付 产线 封装 温度 "
        "液冷 土地 工地 审批 园区 地区 港口 团队 训练 推理 服务 电力 机房 网络 存储 投资 平台 发布 竞争 未来"
    ),
}
QUANTITIES = (
    "power",
    "memory_capacity",
    "memory_bandwidth",
    "transistor_count",
    "die_area",
    "clock",
    "core_count",
    "compute",
)
NAMES = ("architecture", "process_node", "memory_type", "packaging", "foundry")


@dataclass(slots=True)
class Draft:
    """An article in the making."""

    language: str
    day: date
    text: list[str] = field(default_factory=list)
    length: int = 0
    claims: list[Row] = field(default_factory=list)

    def write(self, words: str) -> None:
        self.text.append(words)
        self.length += len(words)


class Generator:
    """Articles and claims as rows of the warehouse's tables."""

    def __init__(self, model: HardwareModel, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._words = {language: words.split() for language, words in WORDS.items()}
        rows = model.rows()
        self._names = {row["hardware_id"]: row["name"] for row in rows["hardware"]}
        self._specs: dict[str, list[Row]] = {}
        for row in rows["hardware_specs"]:
            if row["value"] is not None and row["predicate"] in QUANTITIES:
                self._specs.setdefault(row["hardware_id"], []).append(row)
        self._attributes = [r for r in rows["hardware_specs"] if r["predicate"] in NAMES and r.get("object")]
        self._dates = [
            r for r in rows["hardware_specs"] if r.get("date_start") and r["predicate"] in ("launch", "availability")
        ]
        self._parts = rows["hardware_components"]
        self._products = sorted(self._specs)
        self._random.shuffle(self._products)

    def articles(self, count: int) -> Iterator[tuple[Row, list[Row]]]:
        """So many articles, each with its ten claims."""
        recent: list[tuple[Row, list[Row]]] = []
        for number in range(count):
            if recent and self._random.random() < 0.1:
                yield self._copy(number, *self._random.choice(recent))
                continue
            written = self._article(number)
            recent = [*recent[-199:], written]
            yield written

    def _article(self, number: int) -> tuple[Row, list[Row]]:
        draft = Draft("it" if number % 2 else "zh", FIRST_DAY + timedelta(days=self._random.randrange(DAYS)))
        product, holder = self._tail(self._products), self._tail(HOLDERS)
        while len(draft.claims) < CLAIMS_AN_ARTICLE:
            self._filler(draft)
            self._random.choices(_KINDS, _SHARES)[0](self, draft, product, holder)
            draft.write(". " if draft.language == "it" else "。")
            if self._random.random() < 0.3:
                product = self._tail(self._products)
        return self._rows(number, draft)

    def _rows(self, number: int, draft: Draft) -> tuple[Row, list[Row]]:
        key = f"{number:07}"
        article = {
            "article_id": f"a{key}", "document_key": f"{key}.txt", "text": "".join(draft.text), "language": draft.language, "published": draft.day,
            "script": "Hans" if draft.language == "zh" else None, "extractor_version": "generated", "input_hash": key,
        }  # fmt: skip
        claims = [
            {
                "claim_id": f"c{key}-{n}",
                "article_id": f"a{key}",
                **claim,
                "sentence_end": min(claim["sentence_end"], draft.length),
            }
            for n, claim in enumerate(draft.claims[:CLAIMS_AN_ARTICLE])
        ]
        return article, claims

    def _copy(self, number: int, article: Row, claims: list[Row]) -> tuple[Row, list[Row]]:
        key = f"{number:07}"
        day = article["published"] + timedelta(days=self._random.randrange(3))
        copied = article | {"article_id": f"a{key}", "document_key": f"{key}.txt", "published": day, "input_hash": key}
        own = [claim | {"claim_id": f"c{key}-{n}", "article_id": f"a{key}"} for n, claim in enumerate(claims)]
        if self._random.random() < 0.3:
            changed = self._random.choice(own)
            digit = next((i for i, sign in enumerate(changed["quote"]) if sign in "123456789"), None)
            if digit is not None and changed.get("value"):
                at = changed["span_start"] + digit
                new = str(int(changed["quote"][digit]) % 9 + 1)
                copied["text"] = copied["text"][:at] + new + copied["text"][at + 1 :]
                changed["quote"] = changed["quote"][:digit] + new + changed["quote"][digit + 1 :]
                changed["value"] = changed["value"] * 3
                changed.pop("value_high", None)
        return copied, own

    def _tail(self, choices: Any) -> Any:
        """One of the choices, the first far more often than the last."""
        return choices[
            min(int(self._random.paretovariate(0.6)) - 1, len(choices) - 1)
            if self._random.random() < 0.8
            else self._random.randrange(len(choices))
        ]

    def _filler(self, draft: Draft) -> None:
        words = self._random.choices(self._words[draft.language], k=self._random.randrange(4, 14))
        draft.write(" ".join(words) + " " if draft.language == "it" else "".join(words))

    def _claim(self, draft: Draft, kind: str, predicate: str, quote: str, **fields: Any) -> None:
        start = draft.length
        draft.write(quote)
        draft.claims.append(
            {
                "kind": kind, "predicate": predicate, "quote": quote, "span_start": start, "span_end": draft.length, "known": True,
                "sentence_start": max(0, start - 40), "sentence_end": draft.length + 20, "confidence": self._random.choice((0.6, 0.75, 0.85, 0.9)),
                "zone": "title" if not draft.claims else "body", "modality": self._random.choices(("asserted", "planned", "expected", "rumored"), (70, 12, 10, 8))[0],
                "source": self._random.choice(SOURCES) if self._random.random() < 0.15 else None, "bound": self._random.choices(("exact", "about", "min", "max"), (80, 8, 8, 4))[0],
            } | fields
        )  # fmt: skip

    def _specification(self, draft: Draft, product: str, holder: str) -> None:
        spec = self._random.choice(self._specs[product])
        value = float(spec["value"]) * self._random.choices((1, 1.5, 10), (94, 5, 1))[0]
        self._claim(
            draft, "quantity", spec["predicate"], f"{value:.4g} {self._names[product]}", hardware=product, value=_rounded(value), unit=spec["unit"],
            condition=spec.get("condition"), workload=spec.get("workload"),
        )  # fmt: skip

    def _order(self, draft: Draft, product: str, holder: str) -> None:
        count = (
            self._random.choice((1000, 5000, 20_000, 24_000, 100_000, 350_000))
            * self._random.choices((1, 1.1, 10), (90, 8, 2))[0]
        )
        event = self._random.choice(("order", "own", "deploy", "ship"))
        self._claim(
            draft,
            "quantity",
            "unit_count",
            f"{count:.0f} {self._names[product]}",
            hardware=product,
            holder=holder,
            value=round(count),
            unit="1",
            event=event,
        )

    def _deal(self, draft: Draft, product: str, holder: str) -> None:
        unit, count = self._random.choice((25_000, 30_000, 40_000)), self._random.choice((1000, 10_000, 50_000))
        deal = f"d{len(draft.claims)}"
        for kind, predicate, value, currency in (
            ("price", "unit_price", unit, "USD"), ("quantity", "unit_count", count, "1"), ("price", "order_value", unit * count, "USD"),
        ):  # fmt: skip
            extra = {"event": "order"} if predicate == "unit_count" else {}
            self._claim(
                draft,
                kind,
                predicate,
                f"{value} {currency}",
                hardware=product,
                holder=holder,
                value=value,
                unit=currency,
                deal=deal,
                bound="exact",
                **extra,
            )

    def _pair(self, draft: Draft, product: str, holder: str) -> None:
        dollars = self._random.choice((1, 2, 3, 5, 8)) * 10 ** self._random.randrange(6, 10)
        same = f"s{len(draft.claims)}"
        self._claim(
            draft,
            "price",
            "order_value",
            f"{dollars} USD",
            holder=holder,
            hardware=product,
            value=dollars,
            unit="USD",
            same_as=same,
            bound="exact",
        )
        self._claim(
            draft, "price", "order_value", f"{round(dollars * 7.2)} CNY", holder=holder, hardware=product, value=round(dollars * 7.2), unit="CNY", same_as=same, bound="about",
        )  # fmt: skip

    def _site(self, draft: Draft, product: str, holder: str) -> None:
        megawatts = self._random.choice((10, 20, 70, 150, 300))
        self._claim(
            draft,
            "quantity",
            "power",
            f"{megawatts} MW",
            holder=holder,
            hardware=product,
            value=megawatts * 10**6,
            unit="W",
            event="deploy",
        )

    def _date(self, draft: Draft, product: str, holder: str) -> None:
        known = self._random.choice(self._dates)
        days = timedelta(days=self._random.choice((0, 0, 0, 40, 400)))
        start, end = known["date_start"] + days, known["date_end"] + days
        self._claim(
            draft,
            "date",
            known["predicate"],
            start.isoformat(),
            hardware=known["hardware_id"],
            date_start=start,
            date_end=end,
            timex=start.isoformat(),
        )

    def _ratio(self, draft: Draft, product: str, holder: str) -> None:
        times = self._random.choice((2, 3, 4, 5, 30))
        self._claim(
            draft, "quantity", "relative", f"{times}x", hardware=product, object=self._tail(self._products), value=times, unit="1",
            aspect=self._random.choice(("performance", "training", "inference", "power", "memory")),
        )  # fmt: skip

    def _part(self, draft: Draft, product: str, holder: str) -> None:
        part = self._random.choice(self._parts)
        self._claim(
            draft, "hardware", "component", f"{part['count']} {part['component_id']}", hardware=part["hardware_id"], object=part["component_id"], value=part["count"], unit="1",
        )  # fmt: skip

    def _attribute(self, draft: Draft, product: str, holder: str) -> None:
        known = self._random.choice(self._attributes)
        self._claim(
            draft,
            "hardware",
            known["predicate"],
            str(known["object"]),
            hardware=known["hardware_id"],
            object=known["object"],
            bound="exact",
        )

    def _forecast(self, draft: Draft, product: str, holder: str) -> None:
        billions = self._random.randrange(10, 90)
        self._claim(
            draft, "price", "revenue", f"{billions} bn", holder=holder, value=billions * 10**9, unit="USD", modality="expected", source=self._random.choice(SOURCES),
            as_of=f"{draft.day.year + 1}",
        )  # fmt: skip


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")


_Kind = Callable[[Generator, Draft, str, str], None]
_KINDS: tuple[_Kind, ...] = (
    Generator._specification, Generator._order, Generator._deal, Generator._pair, Generator._site, Generator._date, Generator._ratio, Generator._part,
    Generator._attribute, Generator._forecast,
)  # fmt: skip
_SHARES = (40, 14, 4, 4, 4, 10, 6, 5, 10, 4)
