"""The longer lists that the program ships as defaults: what enterprises ask for, the ladders, the services' words."""

from __future__ import annotations

from daan_desk.domain.conditions import OPERATORS
from daan_desk.domain.shapes import LastDay, Line, OneDay, Part, Rows

_CATEGORIES = {
    "融资": ("贷款", "续贷", "担保", "利率", "股权融资"),
    "用工人才": ("招工", "人才引进", "技能培训", "职工子女入学", "住房"),
    "用地厂房": ("用地指标", "厂房租赁", "不动产权证", "扩建"),
    "用能(水电气)": ("用水", "用电", "用气", "能源价格"),
    "政策兑现": ("政策咨询", "申报", "资金拨付"),
    "市场订单": ("本地配套", "市场开拓", "拖欠账款"),
    "物流运输": ("道路通行", "铁路运输", "物流成本"),
    "审批手续": ("立项", "规划许可", "施工许可", "竣工验收"),
    "园区配套": ("道路", "管网", "公交", "食堂宿舍", "通信"),
    "安全环保": ("安全评价", "消防", "环评", "排污许可"),
    "科技创新": ("产学研合作", "资质申报", "知识产权", "数字化改造"),
    "历史遗留": ("产权", "债务", "征拆"),
    "税费社保": ("税收", "收费", "社保"),
    "其他": (),
}
CATEGORIES = [{"name": name, "items": list(items)} for name, items in _CATEGORIES.items()]
_LADDERS = {
    "科技企业": (("科技型中小企业", "高新技术企业", "瞪羚企业"), "2024-01-01"),
    "优质中小企业": (("创新型中小企业", "专精特新", "专精特新“小巨人”", "单项冠军"), "2026-04-01"),
}
TRACKS = [{"name": name, "steps": list(steps), "since": since} for name, (steps, since) in _LADDERS.items()]
MEETING_KINDS = ["“安逸隆”下午茶", "银政企恳谈会", "座谈会", "现场办公会"]
REJECTIONS = ["抵押物不足", "征信问题", "负债率高", "经营年限短", "行业限制", "资料不全", "利率未谈拢", "其他"]
_SMALL = ("科技型中小企业", "国科发政〔2017〕115号", "2017-05-03", "")
_SPECIAL = ("专精特新", "工信部企业〔2022〕63号", "2022-08-01", "2026-03-31")
# The rule revised in 2026 is not in these rows: what is not known is entered by the office, never made up.
_THRESHOLDS = (
    (_SMALL, "从业人数", "≤", "500", ""),
    (_SMALL, "上年营业收入", "≤", "20000", ""),
    (_SPECIAL, "成立年限", "≥", "2", ""),
    (_SPECIAL, "年研发费用", "≥", "100", "上年"),
    (_SPECIAL, "研发费用占比", "≥", "3", "上年"),
    (_SPECIAL, "上年营业收入", "≥", "1000", ""),
)
THRESHOLDS = [
    {
        "level": level,
        "fact": fact,
        "operator": operator,
        "value": value,
        "year": year,
        "basis": basis,
        "since": since,
        "until": until,
    }
    for (level, basis, since, until), fact, operator, value, year in _THRESHOLDS
]
THRESHOLD_ROWS = Rows(
    (
        Part("level", "层级", Line(40)),
        Part("fact", "指标", Line(40)),
        Part("operator", "关系", Line(choices=OPERATORS)),
        Part("value", "值", Line(100)),
        Part("year", "年度", Line(10, optional=True)),
        Part("basis", "依据", Line(80)),
        Part("since", "施行日期", OneDay()),
        Part("until", "停止执行（空为至今）", LastDay()),
    ),
    ("level", "fact", "operator", "since"),
)
