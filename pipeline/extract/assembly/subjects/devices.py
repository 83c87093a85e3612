"""Devices and the chips inside them: whose figure it is where "X搭载Y", "il portatile X con Y" names both."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.reading import WEAK_KINDS, Placed, Sentence
from pipeline.extract.mentions import Mention

DEVICE_KINDS = frozenset({"system", "console"})
_PROCESSORS = frozenset({"cpu", "soc"})
_CHIPS = _PROCESSORS | {"gpu", "family", "architecture"}
_OF_A_CHIP = frozenset({"core_count", "clock", "transistor_count", "die_area", "process_node", "foundry", "compute"})
_ONLY_OF_A_CHIP = _OF_A_CHIP - {"compute"}
_PHONE_PROCESSORS = (
    "qualcomm-snapdragon-4", "qualcomm-snapdragon-6", "qualcomm-snapdragon-7", "qualcomm-snapdragon-8", "mediatek-dimensity",
    "mediatek-helio", "samsung-exynos", "huawei-kirin", "google-tensor", "xiaomi-xring", "unisoc",
)  # fmt: skip
_QUOTES = frozenset("\"'“«(")
_OF_THE_DEVICE = frozenset({"unit_price", "availability"})
_WITH_MEMORY = ("apple-m",)
"""Processors whose memory is told as theirs: it is in one package with them."""
_NOT_A_PROCESSORS = frozenset({"memory_capacity", "memory_type"})
_OF_THE_DEVICE_NOT_ITS_PROCESSOR = _OF_THE_DEVICE | {"memory_capacity"}


def device_of(sentence: Sentence, part: Mention, predicate: str, discourse: Discourse) -> Mention | None:
    """The device that a chip is built into, where a figure behind the chip's name can only be the device's.

    A processor has no memory and, inside a device, no price: "un Vivobook con lo Snapdragon X, 16 GB e 1 TB, a 749 euro".
    A graphics chip has a memory of its own. None where no device is named before with a verb of building in between, or
    the chip names an edition of it (5080版).
    """
    own = _OF_THE_DEVICE_NOT_ITS_PROCESSOR if part.kind in _PROCESSORS else _OF_THE_DEVICE
    if sentence.pack.spaced and part.kind in _PROCESSORS:
        own = own | {"memory_type"}
    if part.kind not in _CHIPS or predicate not in own:
        return None
    named = [m for m in sentence.products if _may_hold(m, part) and m.end <= part.start]
    if named:
        device = named[-1]
        return device if _built_in(sentence, device.end, part) else None
    section = discourse.section or discourse.focus
    if section and section[0].kind in DEVICE_KINDS and _built_in(sentence, sentence.clause(part.start)[0], part):
        return section[0]
    return device_listed(sentence, [part], discourse)


def _may_hold(whole: Mention, part: Mention) -> bool:
    """Whether a product may be a device with the chip: of a processor a board or a machine too that no table has ("l'Odroid H4, con il Core i3")."""
    if whole.kind in DEVICE_KINDS:
        return True
    unlisted = whole.kind == "board" or (whole.kind == "accelerator" and not whole.known)
    return unlisted and part.kind in _PROCESSORS


def device_with(
    sentence: Sentence, place: Placed, chip: Mention, predicate: str, discourse: Discourse
) -> Mention | None:
    """ "Parte da 3.199 dollari con la 5070 Ti": the device that goes on being talked about, whose edition the chip behind tells."""
    device = next(iter(discourse.section or discourse.focus), None)
    if predicate not in _OF_THE_DEVICE or chip.kind not in _CHIPS or device is None or device.kind not in DEVICE_KINDS:
        return None
    with_it = place.end <= chip.start and sentence.pack.patterns.part.equipped.match(
        sentence.gap(place.end, chip.start).strip()
    )
    return device if with_it else None


def devices_own(products: list[Mention], predicate: str, discourse: Discourse) -> list[Mention]:
    """What goes on being talked about, told apart where a figure can only be the device's or only be its processor's."""
    if predicate in _ONLY_OF_A_CHIP and products and all(m.kind in DEVICE_KINDS for m in products):
        processor = _processor_spoken_of(discourse)
        return [processor] if processor else products
    device = next(iter(discourse.section or discourse.title), None)
    if device is None or device.kind not in DEVICE_KINDS or predicate not in _NOT_A_PROCESSORS:
        return products
    chips = [m for m in products if m.kind in _PROCESSORS and not m.id.startswith(_WITH_MEMORY)]
    return [device] if products and len(chips) == len(products) else products


def _processor_spoken_of(discourse: Discourse) -> Mention | None:
    """The title's, or else the last one named that nothing was compared against."""
    compared = {m.id for m in discourse.parts}
    told = (*discourse.title, *(m for m in reversed(discourse.recent) if m.id not in compared))
    return next((m for m in told if m.kind in _PROCESSORS), None)


def is_inside_phones(mention: Mention, predicate: str) -> bool:
    """Whether a figure that is told later on can only be that of an unnamed phone: its price or memory, not its processor's."""
    brand = mention.id.startswith(_PHONE_PROCESSORS)
    return (
        mention.kind in {"soc", "family", "cpu"}
        and brand
        and predicate in _OF_THE_DEVICE_NOT_ITS_PROCESSOR - {"availability"}
    )


def chips_of(products: list[Mention], predicate: str, named: list[Mention]) -> list[Mention]:
    """The products without the devices, where a chip is named beside them and the figure is one that chips have.

    `named` are the mentions before the figure, those built into others among them: 小米17搭载骁龙8，主频4.6GHz.
    """
    if predicate not in _OF_A_CHIP:
        return products
    chips = [m for m in products if m.kind not in DEVICE_KINDS]
    before = any(m.kind not in WEAK_KINDS and m in named for m in chips)
    if before or not products or len(chips) == len(products):
        return chips
    return [m for m in named if m.kind in _PROCESSORS][-1:] or products


def keeps_the_stage(sentence: Sentence, products: list[Mention], discourse: Discourse) -> Mention | None:
    """The device that goes on being talked about behind a sentence that names chips inside it.

    It is named before them there, or all that a sentence of its section names are chips. `products` are in order.
    """
    devices = [m for m in products if _may_hold(m, products[-1])]
    if devices:
        inside = [m for m in products if m.start >= devices[-1].end]
        built_in = inside and _are_chips(inside) and _built_in(sentence, devices[-1].end, inside[0])
        return devices[-1] if built_in else None
    section = discourse.section or discourse.heading
    if section and section[0].kind in DEVICE_KINDS and _are_chips(products):
        return section[0]
    return device_listed(sentence, products, discourse)


def card_of(sentence: Sentence, die: Mention, discourse: Discourse) -> Mention | None:
    """The graphics card that goes on being talked about where a sentence tells something of its die: named before it there, or the topic."""
    if die.kind != "die" or sentence.pack.spaced:
        return None
    here = [m for m in sentence.products if m.kind == "gpu" and m.end <= die.start and m not in sentence.aside]
    return next((m for m in (*reversed(here), *discourse.focus, *discourse.title) if m.kind == "gpu"), None)


def device_listed(sentence: Sentence, products: Sequence[Mention], discourse: Discourse) -> Mention | None:
    """The device of which a sentence only names parts: an item of its list ("• CPU: Ryzen 7 8845HS") or "la grafica è la 680M".

    What no table has may be a device; one that is itself told in an item has no list of its own.
    """
    topic = next(iter(discourse.focus), None)
    if topic is None or topic in products or not products:
        return None
    device = topic.kind in DEVICE_KINDS or not (topic.known or topic.kind in _CHIPS)
    line = sentence.text[sentence.text.rfind("\n", 0, topic.start) + 1 : topic.start].strip()
    if not device or (line and not line[0].isalnum() and line[0] not in _QUOTES):
        return None
    if _is_its_part(sentence, products[0]) and topic.kind in DEVICE_KINDS:
        return topic
    return topic if _are_chips(products) and told_as_part(sentence, products[0]) else None


def _is_its_part(sentence: Sentence, chip: Mention) -> bool:
    """ "Il suo cervello, il GB10, mette insieme …": in apposition to the word for what it is in the device."""
    if chip.kind not in _CHIPS | {"superchip"}:
        return False
    return sentence.pack.patterns.topic.its_part.search(sentence.gap(sentence.start, chip.start)) is not None


def told_as_part(sentence: Sentence, chip: Mention) -> bool:
    """ "• Processore: Ryzen 7 8845HS", "La grafica è la Radeon 680M": an item or a predicate that says what part the chip is."""
    patterns = sentence.pack.patterns
    before = sentence.gap(sentence.start, chip.start)
    if patterns.device.part_is.search(before):
        return True
    opens = patterns.device.item_opens.fullmatch(before) or patterns.part.label.fullmatch(before)
    return bool(sentence.block.kind == "list" and opens and patterns.device.item_ends.match(sentence.text, chip.end))


def without_built_in(sentence: Sentence, products: list[Mention]) -> list[Mention]:
    """What a title is about: not the chip of a device without a name ("Mini PC con Ryzen 7 a 389 euro")."""
    if not sentence.pack.spaced or not products or products[0].kind not in _CHIPS:
        return products
    devices = sentence.find_cues("noun", (sentence.start, products[0].start), "device")
    inside = devices and sentence.pack.patterns.part.equipped.search(sentence.text, devices[-1].end, products[0].start)
    return [m for m in products if m.kind not in _CHIPS] if inside else products


def _are_chips(products: Sequence[Mention]) -> bool:
    return all(m.kind in _CHIPS for m in products)


def verbs_of_having(sentence: Sentence, start: int, end: int) -> list[int]:
    """Where each verb ends that gives a device the chip behind it: "monta", "con", 搭载, or "ha una" right before the chip."""
    patterns = sentence.pack.patterns
    verbs = [m.end() for m in patterns.part.equipped.finditer(sentence.text, start, end)]
    had = patterns.part.has_part.search(sentence.text, start, end)
    had = had or patterns.part.moved_by.search(sentence.text, sentence.start, end)
    return [*verbs, had.end()] if had else verbs


def _built_in(sentence: Sentence, start: int, part: Mention) -> bool:
    edition = sentence.pack.patterns.part.edition.match(sentence.text, part.end)
    if edition is not None or is_announced(sentence, start, part):
        return True
    return bool(verbs_of_having(sentence, start, part.start))


def is_announced(sentence: Sentence, start: int, part: Mention) -> bool:
    """ "Huawei Pura 80 Ultra sotto la lente: Kirin 9020, 16 GB": a chip that opens the list of what a device has."""
    told = sentence.gap(start, part.start)
    return sentence.pack.patterns.device.list_opens.fullmatch(told) is not None
