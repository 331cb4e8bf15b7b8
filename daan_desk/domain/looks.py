"""What the values of a column look like, whatever its header says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from daan_desk.domain import credit_code
from daan_desk.domain.contacts import ANY_PHONE, MOBILE
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Context, Kind
from daan_desk.domain.units import known
from daan_desk.domain.words import EMPTY_WORDS, half_width, plain

SAMPLE = 200
FIRM = re.compile(
    r"(?:公司|集团|厂|店|商行|合作社|经营部|门市部?|工作室|中心|研究院|研究所|事务所|银行|支行|分行|医院|学校|酒店|宾馆|超市|加工坊|"
    r"农场|养殖场|餐馆|饭店|商贸|物流园|协会|商会|个体户|工业园|服务部|修理部|加工部|批发部)(?:\(.*\))?$"
)
TOWN = re.compile(r"^.{1,8}(?:街道|街道办|街道办事处|镇|乡)$")
PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}")
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝"
    "邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯"
    "管卢莫房裘缪解应宗丁宣邓洪包诸左石崔吉龚程嵇邢裴陆荣翁荀甄曲封储靳焦巴谷车侯全班仰秋仲伊宫宁栾甘厉祖武符刘景詹束龙叶幸司韶黎白蒲邰从鄂索赖卓屠蒙池乔胥苍闻党翟谭劳姬申冉宰雍"
    "桑桂牛寿通边扈燕尚农温庄晏柴瞿阎充慕连茹习艾鱼容古易廖庚终居衡步都耿满弘匡文寇广东欧利师巩聂晁勾敖融冷辛阚那简饶曾沙丰关查红游竺权盖益桓欧覃付代涂肖闫"
)
NUMBER = re.compile(r"[-+]?[\d,]+(?:\.\d+)?%?|[-+]?\.\d+")
CITIZEN = re.compile(r"[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]|\d{6}\*+[\dXx]{1,4}")


@dataclass(frozen=True)
class Looks:
    """The filled values of a column's sample as plain half-width text, their raw form, and how much of it is filled."""

    texts: tuple[str, ...] = ()
    raws: tuple[object, ...] = ()
    filled: float = 0.0

    def share(self, true: Callable[[str], object]) -> float:
        """The part of the filled values of which it is true; 0 for an empty column."""
        return sum(1 for text in self.texts if true(text)) / len(self.texts) if self.texts else 0.0

    @cached_property
    def codes(self) -> float:
        """Credit codes, right ones and those with a typing error."""
        return self.share(
            lambda text: credit_code.SHAPE.fullmatch(code := credit_code.normal(text)) and not citizen(code)
        )

    @cached_property
    def right_codes(self) -> float:
        return self.share(lambda text: credit_code.valid(credit_code.normal(text)))

    @cached_property
    def citizens(self) -> float:
        return self.share(citizen)

    @cached_property
    def firms(self) -> float:
        return self.share(lambda text: len(text) > 3 and FIRM.search(text))

    @cached_property
    def towns(self) -> float:
        return self.share(TOWN.match)

    @cached_property
    def mobiles(self) -> float:
        return self.share(lambda text: MOBILE.fullmatch(text.removesuffix(".0").replace(" ", "")))

    @cached_property
    def phones(self) -> float:
        return self.share(ANY_PHONE.search)

    @cached_property
    def people(self) -> float:
        return self.share(lambda text: PERSON.fullmatch(text.replace(" ", "")) and text[0] in SURNAMES)

    @cached_property
    def numbers(self) -> float:
        return self.share(NUMBER.fullmatch)

    @cached_property
    def units(self) -> float:
        return self.share(known)

    @cached_property
    def days(self) -> float:
        return sum(isinstance(raw, date) for raw in self.raws) / len(self.raws) if self.raws else 0.0

    @cached_property
    def various(self) -> float:
        """Different values among the filled ones: 1 where every row has its own."""
        return len(set(self.texts)) / len(self.texts) if self.texts else 0.0

    def readable(self, kind: Kind, context: Context) -> float:
        """The part of the values that the kind can read; 1 for an empty column."""
        return sum(reads(kind, raw, context) for raw in self.raws) / len(self.raws) if self.raws else 1.0


def citizen(text: str) -> bool:
    """Whether this is a person's number, also one with stars in it."""
    return bool(CITIZEN.fullmatch(text)) and not (credit_code.valid(text) and text[0] in credit_code.FIRST_SIGNS)


def reads(kind: Kind, raw: object, context: Context) -> bool:
    """Whether the kind can read the value."""
    try:
        kind.read(raw, context)
    except Rejected:
        return False
    return True


def looks(cells: Sequence[object]) -> Looks:
    """How a column looks, by at most `SAMPLE` cells taken evenly from all of it."""
    step = max(1, len(cells) // SAMPLE)
    taken = cells[::step]
    pairs = [(half_width(text), raw) for raw in taken if (text := plain(raw)) not in EMPTY_WORDS]
    return Looks(tuple(text for text, _ in pairs), tuple(raw for _, raw in pairs), len(pairs) / max(1, len(taken)))
