"""Machine-paraphrased Chinese is read as what it stands for; honest Chinese is left alone."""

from itertools import pairwise

import pytest

from pipeline.text.spun import unspin
from pipeline.text.view import normalise


@pytest.mark.parametrize(
    ("spun", "plain"),
    [
        ("公司花了3亿好意思元买下这批功绩器。", "公司花了3亿美元买下这批服务器。"),
        ("这家好意思国公司的东谈主工智能芯片卖得很好。", "这家美国公司的人工智能芯片卖得很好。"),
        ("东说念主工智能阛阓的渠说念商都知说念。", "人工智能市场的渠道商都知道。"),
        ("好意思光瞻望来岁托福首批内存。", "美光预计明年交付首批内存。"),
        ("新居品剿袭3nm工艺,来岁坐蓐。", "新产品采用3nm工艺,明年生产。"),
        ("两家公司保合手合作,并捏续投资大讲话模子。", "两家公司保持合作,并持续投资大语言模型。"),
        ("糟践者将在好意思国阛阓看到这款家具。", "消费者将在美国市场看到这款产品。"),
        ("股东会上,首席践诺官谈到了东谈主工智能。", "股东会上,首席执行官谈到了人工智能。"),
        ("这是蹙迫的一步:好意思元订单跳跃20亿。", "这是重要的一步:美元订单超过20亿。"),
        ("说明讯息,好意思国工厂的量产筹备推迟。", "根据消息,美国工厂的量产计划推迟。"),
        ("新款处治器有16中枢,售价500好意思元傍边。", "新款处理器有16核心,售价500美元左右。"),
        ("限度2025年3月,好意思国大家第一的数据中心已用电1GW。", "截至2025年3月,美国全球第一的数据中心已用电1GW。"),
        ("芯单方面积是上一代的两倍,售价3万好意思元。", "芯片面积是上一代的两倍,售价3万美元。"),
        ("它用3nm芯一会儿期制造,在好意思国封装。", "它用3nm芯片技术制造,在美国封装。"),
        ("亚马逊的成本开支达到340亿好意思元。", "亚马逊的资本开支达到340亿美元。"),
        ("向戴尔、遐想等功绩器厂商托福。", "向戴尔、联想等服务器厂商交付。"),
        ("两东谈主念念考后的作念法很直不雅。", "两人思考后的做法很直观。"),
    ],
)
def test_spun_phrases_read_as_what_they_stand_for(spun: str, plain: str) -> None:
    view = normalise(spun)
    assert view.text == plain
    assert view.spun_score > 0


@pytest.mark.parametrize(
    "honest",
    [
        "她准备考研,托福考了一百分,家具都搬走了,心情很激动。",
        "不好意思的是,我们面前的这份说明书写得太普遍了。",
        "培训机构谋略拓展托福和考研业务,讯息一出股价大跌。",
        "这家红木家具公司的古迹展厅限制了人数。",
        "他很不好意思,还没好意思说出口。",
        "股东谈主营业务时提到,京东谈主站流量,房东谈主要问题。",
        "街谈巷议不必理会,她念念不忘,心心念念想买新显卡。",
        "家居品牌和起居品质都在提升,不雅照被删除。",
        "工作器具归位后,他负责处分配送问题。",
        "英伟达去年面向全球市场交付了50万块显卡,预计明年超过80万块。",
        "这些二十来岁的人表现时好时坏,中国银行将体现时代的要求。",
        "他得知谈判破裂,高管谈路线图,视频谈话里简直不雅观。",
        "来回所需的时间符合手续要求,综合手续费不高,揭晓示范名单。",
        "厂商加快卡脖子技术攻关,加快器件国产化,中芯单方面宣布涨价。",
        "寄托着希望的一代人在中枢城市的商场里寻找时刻。",
    ],
)
def test_honest_chinese_is_left_alone(honest: str) -> None:
    view = normalise(honest)
    assert view.text == honest
    assert view.spun_score == 0


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("這則訊息說明家具業面前的限制,股東很激動。", "这则讯息说明家具业面前的限制,股东很激动。"),
        ("網友瞻望未來,考研與托福的謀略各異。", "网友瞻望未来,考研与托福的谋略各异。"),
        ("大家都知道,台積電的產品普及率高。", "大家都知道,台积电的产品普及率高。"),
    ],
)
def test_traditional_text_keeps_its_own_words(traditional: str, simplified: str) -> None:
    assert normalise(traditional).text == simplified
    assert normalise(traditional, script="Hant").spun_score == 0


def test_ambiguous_words_wait_for_proof() -> None:
    honest = "公司从海外采购显卡,交给客户使用,双方都很满意,也签下了新的合同。" * 40
    # One telltale in some 1,200 characters may be a slip of the pen: it alone is read, the examination stays one.
    text = honest + "她的托福成绩很好,一笔好意思元汇款到了,家具也买好了。"
    assert normalise(text).text.endswith("她的托福成绩很好,一笔美元汇款到了,家具也买好了。")
    spun = "首批托福的家具由好意思国公司坐蓐,东谈主民币结算。" * 3
    assert normalise(spun).text == "首批交付的产品由美国公司生产,人民币结算。" * 3


def test_an_examination_inside_a_spun_article_stays_one() -> None:
    text = "好意思国阛阓的东谈主工智能公司招聘,要求托福成绩,也要求考研英语成绩。"
    assert normalise(text).text == "美国市场的人工智能公司招聘,要求托福成绩,也要求考研英语成绩。"


def test_old_words_are_read_but_prove_nothing() -> None:
    view = normalise("现时来看,产品行将上市,来岁扩产,较旧年翻番。辞旧年,迎新年。")
    assert view.text == "目前来看,产品即将上市,明年扩产,较去年翻番。辞旧年,迎新年。"
    assert view.spun_score == 0


def test_score_is_the_share_of_altered_sentences() -> None:
    text = "售价3万好意思元。真便宜。OK!大家都知谈。网友很高兴。"
    # Four sentences have Chinese characters, two of them a telltale.
    assert unspin(text).score == 0.5


def test_replacements_are_ordered_and_apart() -> None:
    found = unspin("好意思国大讲话模子由功绩器考研,芯单方面积跳跃800mm²,售价7万好意思元。").replacements
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [r.text for r in found] == ["美", "大语言模型", "服务器", "训练", "芯片面积", "超过", "美"]
