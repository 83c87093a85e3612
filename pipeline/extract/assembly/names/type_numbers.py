"""Chinese texts: products that are named by nothing but a type number, known by where it stands (下一代SM2608, 12纳米的E26)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.text.view import View

_TYPE_NUMBER = re.compile(
    r"(?<![A-Za-z\d./+&-])(?=[A-Z\d-]*\d)(?=[\d-]*[A-Z])[A-Z\d]{1,5}\d[A-Z\d]*(?:-[A-Z\d]{1,3})?[a-z]?"
    r"(?: (?:Pro|Plus|Max|Ultra|Ti|XT|Super|Mini|Lite)\+?)*(?![A-Za-z\d%]|[.]\d)"
)
_NO_TYPE = re.compile(
    # quantities, sizes and ranks
    r"\d+[A-Z]+|[GCLQHTO]\d|\dD\d?|[ABC]\d?轮"
    # codes of shares, periods, fairs, places
    r"|(?:SH|SZ|BJ|HK)\d{5,6}|(?:FY|CES|GTC|MWC|CY|Q|H|T)\d{1,4}|\d{0,4}[QH][1-4]|FY\d+[QH]\d|[1-4][QH]\d{2,4}|[A-Z]{1,4}20[12]\d|APEC\d*|COVID-?\d+"
    # standards, sockets, number formats, models of language
    r"|(?:DDR|LPDDR|GDDR|HBM|PCIE|USB|WIFI|LGA|AM|FP|INT|BF|TF|MXFP|NVFP|UINT|IPV|ISO|GPT|SDXL|MP|AV|VP|DP|HDMI|CAT|UFS|BGA|CL|RV|ARMV|SSE|AVX|SHA|AES|RSA|COP|GB/T)-?\d+[A-Z]{0,2}|SM[234]|IP[56]\d|M2|[VRKO]\d{1,2}"
    # Arm's cores
    r"|X(?:[1-4]|9[23]\d)|A[57][1-3]\d|G[67]\d{2}|G9[23]5"
    # processes
    r"|N[2-7][A-Z]?|[SA]F\d|A1[0-9]|\d{1,2}A|SF\dP?",
)
_PLACE = re.compile(
    r"\s?(?:超大核|大核|中核|小核|核|厂|廠|地块|楼|号楼|展位|展馆|高速|公路|航班|地铁|机房|楼宇|园区|座|栋|股|轮|频道|讯|班|工厂|基地|晶圆|病毒|会议|峰会|协议|标准|接口|插槽|屏|视频|画质|游戏)"
)
"""What follows the name of a place, a standard or a round, and of no product."""
_NOUN = "主控|控制芯片|芯片|处理器|显卡|图形核心|加速卡|计算卡|加速器|基带|GPU|CPU|SoC|ASIC|NPU|DPU|主机|服务器|小主机|掌机|工作站|超节点|固态硬盘|SSD|交换机|光模块|模组"
_BEFORE = re.compile(
    rf"(?:{_NOUN}|新品|型号|旗舰|接班人|前辈|前代|上代|上一代|下一代|新一代|第[一二三四五六七八]代|新款|老款|继任者|后继者|纳米的|奈米的|级的|面向[^,，。]{{1,6}}的|[片颗款张枚台]的?)\s?[“「『]?$"
)
_BEHIND = re.compile(rf"[”」』]?\s?(?:AI|系列|独立|专用)?(?:{_NOUN})(?![厂商大])")
_TOLD = re.compile(
    r"[”」』]?(?:的(?:功耗|性能|算力|显存|内存|带宽|频率|主频|面积|制程|工艺|售价|价格|单价|投片|流片|量产|晶体管|成本)|采用|基于|走的是|采\d|搭载|功耗|售价|算力|显存"
    r"|[^,，。;；:：\d]{0,8}(?:流片|投片|送样|量产|改版|\d+(?:\.\d+)?(?:TOPS|TFLOPS|PFLOPS|瓦|W\b|纳米|奈米|nm)))"
)
_LONG = re.compile(r"\d{3}")
_INSIDE = re.compile(r"(?:内置|集成|内建|整合)的?\s?$")
_LEAST_SAID = 2
_SHORT = 3
"""A name of so few characters has to be said twice, unless its noun stands beside it."""


def type_numbers(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[tuple[str, str | None, int]]:
    """Each such name once, with the noun beside it, if there is one, and the place of its first mention."""
    if pack.spaced:
        return
    found: dict[str, list[re.Match[str]]] = {}
    starts = [m.start for m in mentions]
    for match in _TYPE_NUMBER.finditer(view.text):
        at = bisect_left(starts, match.end())
        # 骁龙8G3: what stands right behind a product's name belongs to it.
        taken = at > 0 and mentions[at - 1].end >= match.start() and mentions[at - 1].type == "hardware"
        if not taken and not _NO_TYPE.fullmatch(match[0].upper()) and not _PLACE.match(view.text, match.end()):
            found.setdefault(match[0], []).append(match)
    makers = {m.end for m in mentions if m.kind == "company"}
    for name, matches in found.items():
        nouns = [n for m in matches if (n := _noun_beside(view.text, m)) is not None]
        told = any(_TOLD.match(view.text, m.end()) for m in matches)
        made = _LONG.search(name) and any(m.start() - gap in makers for m in matches for gap in (0, 1))
        if nouns or made or (told and (len(name) > _SHORT or len(matches) >= _LEAST_SAID)):
            yield name, next(filter(None, nouns), None), matches[0].start()


def _noun_beside(text: str, match: re.Match[str]) -> str | None:
    """The noun of hardware, or what else only stands before a product's name, right beside it; None where nothing does."""
    behind = _BEHIND.match(text, match.end())
    if behind and _INSIDE.search(text, max(0, match.start() - 4), match.start()):
        return None
    before = _BEFORE.search(text, max(0, match.start() - 14), match.start())
    if behind:
        return behind[0].strip("”」』 ")
    return before[0].strip(" “「『") if before else None
