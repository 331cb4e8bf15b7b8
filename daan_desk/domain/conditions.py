"""One condition of a policy or of a step of cultivation: a fact of the enterprise, a relation, a value, a year."""

from __future__ import annotations

from dataclasses import dataclass

OPERATORS = ("≥", "≤", ">", "<", "=", "≠", "属于", "不属于", "包含", "不包含", "有资质", "无资质")
OPERATOR_WORDS = (
    (">=", "≥"),
    ("不低于", "≥"),
    ("不少于", "≥"),
    ("达到", "≥"),
    ("<=", "≤"),
    ("不超过", "≤"),
    ("不高于", "≤"),
    ("大于", ">"),
    ("高于", ">"),
    ("小于", "<"),
    ("低于", "<"),
    ("等于", "="),
    ("是", "="),
    ("不等于", "≠"),
    ("具有", "有资质"),
    ("取得", "有资质"),
)
COMPARING = ("≥", "≤", ">", "<")
ROSTER, MONTHS, HELD = "企业名录", "月度指标", "资质台账"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that conditions ask about: its word, its unit ("" for words), where it stands and who can give it."""

    word: str
    unit: str = ""
    ledger: str = ROSTER
    giver: str = "企业或属地镇街"

    @property
    def numeric(self) -> bool:
        """Whether it is compared as a number."""
        return bool(self.unit)


FACTS = (
    Fact("一主两辅", giver="区经信局"),
    Fact("镇街", giver="属地镇街"),
    Fact("园区", giver="园区管理单位"),
    Fact("国民经济行业代码", giver="区统计局或企业"),
    Fact("规模", giver="区经信局"),
    Fact("是否规上", giver="区统计局"),
    Fact("经营状态"),
    Fact("标签", giver="专班"),
    Fact("资质", ledger=HELD, giver="主管部门的认定名单"),
    Fact("从业人数", "人"),
    Fact("上年营业收入", "万元"),
    Fact("注册资本", "万元", giver="区市监局或企业"),
    Fact("成立年限", "年", giver="区市监局或企业"),
    Fact("年工业总产值", "万元", MONTHS, "区统计局或企业"),
    Fact("年营业收入", "万元", MONTHS, "区统计局或企业"),
    Fact("年税收", "万元", MONTHS, "区税务局"),
    Fact("年用电量", "万千瓦时", MONTHS, "大安供电"),
    Fact("年出口", "万元", MONTHS, "区商务局或企业"),
    Fact("年研发费用", "万元", MONTHS, "企业"),
    Fact("研发费用占比", "%", MONTHS, "企业"),
    Fact("产值增速", "%", MONTHS, "区统计局或企业"),
    Fact("营收增速", "%", MONTHS, "区统计局或企业"),
)
BY_WORD = {fact.word: fact for fact in FACTS}


@dataclass(frozen=True, slots=True)
class Condition:
    """A row of conditions; `either`: rows with the same word there are alternatives. year: 上年, 今年, 2025 or ""."""

    fact: str
    operator: str
    value: str = ""
    year: str = ""
    either: str = ""

    @property
    def named(self) -> str:
        """The fact with its year: 上年工业总产值, 2025年税收, 从业人数."""
        year = f"{self.year}年" if self.year.isdigit() else self.year
        return f"{year}{self.fact.removeprefix('年') if year.endswith('年') else self.fact}"

    @property
    def words(self) -> str:
        """The condition as it is said: 2025 年营业收入 ≥ 2000 万元."""
        unit = BY_WORD[self.fact].unit if self.fact in BY_WORD else ""
        behind = f" {unit}" if unit and self.value.replace(".", "").replace(",", "").isdigit() else ""
        if self.operator.endswith("资质"):
            return f"{self.operator[0]}“{self.value}”资质"
        return f"{self.named} {self.operator} {self.value}{behind}".strip()


def year_meant(text: str, today_year: int) -> int | None:
    """The year of a condition: 上年, 今年, 2025, 2025年; None where it names none."""
    word = text.strip().removesuffix("年度").removesuffix("年")
    said = {"上": today_year - 1, "去": today_year - 1, "今": today_year, "本": today_year, "当": today_year}
    said |= {"前": today_year - 2}
    if word in said:
        return said[word]
    return int(word) if len(word) == 4 and word.isdigit() else None
