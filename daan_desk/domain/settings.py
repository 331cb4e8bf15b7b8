"""Everything that the office edits: a row each with its words, its shape, what the program ships, and its check."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from daan_desk.domain import bank_lists, duties, qualifications, towns
from daan_desk.domain.above_scale import THRESHOLD
from daan_desk.domain.conditions import FACTS
from daan_desk.domain.deadlines import DEADLINES, Grade, Limits
from daan_desk.domain.facts import Role
from daan_desk.domain.failures import Rejected
from daan_desk.domain.periods import KIND_WORDS
from daan_desk.domain.setting_defaults import CATEGORIES, MEETING_KINDS, REJECTIONS, THRESHOLD_ROWS, THRESHOLDS, TRACKS
from daan_desk.domain.shapes import Line, Measure, OneDay, Part, Rows, Several, Shape, Switch, Whole

OFFICE, ISSUES, VISITS, ROSTERS, SERVICES, CALENDAR, PROJECTS, PAPER = (
    "办公室",
    "问题诉求",
    "走访",
    "企业与资质",
    "活动、融资与政策",
    "工作日",
    "项目",
    "版面",
)
OTHER_CATEGORY = "其他"
TERM = Whole(0, 60, "个工作日")
NAMED_DAYS = Rows((Part("day", "日期", OneDay()), Part("name", "说明", Line(40, optional=True))), ("day",))
ROLES = Line(choices=tuple(Role))


@dataclass(frozen=True)
class Setting:
    """One thing that the office decides; values are plain JSON, `shipped` is what the program comes with."""

    key: str
    label: str
    group: str
    shape: Shape
    shipped: object
    hint: str = ""

    @property
    def default(self) -> object:
        """A copy of what the program ships, which may be edited."""
        return deepcopy(self.shipped)

    def check(self, value: object) -> None:
        """Raise `Rejected` under the setting's key, with its label in the sentence, where the value does not fit."""
        try:
            self.shape.check(value)
        except Rejected as problem:
            raise Rejected({self.key: f"{self.label}：{problem}"}) from None


def _deadlines() -> list[dict[str, object]]:
    return [{"category": row.category, "grade": str(row.grade), "days": row.days} for row in DEADLINES]


def _visit_rules() -> list[dict[str, object]]:
    return [
        {"role": str(rule.role), "period": rule.period, "times": rule.times, "ways": list(rule.ways)}
        for rule in duties.VISIT_RULES
    ]


def _kinds() -> list[dict[str, object]]:
    return [
        {"name": kind.name, "years": kind.years, "year_end": kind.year_end, "renewal": kind.renewal}
        for kind in qualifications.KINDS
    ]


DEADLINE_ROWS = Rows(
    (
        Part("category", "类别", Line(40, optional=True)),
        Part("grade", "难度", Line(optional=True, choices=tuple(Grade))),
        Part("days", "工作日", Whole(1, 366)),
    ),
    ("category", "grade"),
    1,
)
RULE_ROWS = Rows(
    (
        Part("role", "身份", ROLES),
        Part("period", "周期", Line(choices=tuple(KIND_WORDS), shown=tuple(KIND_WORDS.values()))),
        Part("times", "次数", Whole(0, 31)),
        Part("ways", "计入的方式", Several(Line(choices=duties.WAYS), 1)),
    ),
    ("role",),
)
KIND_ROWS = Rows(
    (
        Part("name", "资质", Line(60)),
        Part("years", "有效年数（0 为长期）", Whole(0, 30)),
        Part("year_end", "12 月 31 日失效", Switch()),
        Part("renewal", "到期办理", Line(20)),
    ),
    ("name",),
    1,
)
CATEGORY_ROWS = Rows((Part("name", "类别", Line(20)), Part("items", "细类", Several(Line(20)))), ("name",), 1)
TRACK_ROWS = Rows(
    (
        Part("name", "培育路径", Line(40)),
        Part("steps", "层级（由低到高）", Several(Line(40), 2)),
        Part("since", "施行日期", OneDay()),
    ),
    ("name", "since"),
)
LIMITS = Limits()
SETTINGS = (
    Setting("office_name", "办公室名称", OFFICE, Line(60), "大安区企业服务工作专班"),
    Setting("issuing_unit", "编发单位", OFFICE, Line(60), "大安区企业服务工作专班办公室"),
    Setting("brief_title", "简报报头", OFFICE, Line(40), "大安区企业服务工作简报"),
    Setting("region", "行政区划代码", OFFICE, Line(12), towns.DISTRICT),
    Setting("issue_categories", "问题类别", ISSUES, CATEGORY_ROWS, CATEGORIES, "“其他”须填写关键词"),
    Setting(
        "deadlines", "办理时限", ISSUES, DEADLINE_ROWS, _deadlines(), "类别和难度都填的最先适用，其次按类别，再按难度"
    ),
    Setting("dispatch_days", "交办时限", ISSUES, TERM, LIMITS.dispatch),
    Setting("objection_days", "退回异议时限", ISSUES, TERM, LIMITS.objection),
    Setting("callback_days", "办结后回访时限", ISSUES, TERM, LIMITS.callback),
    Setting("extension_days", "延期须提前", ISSUES, TERM, LIMITS.extension),
    Setting("yellow_days", "黄灯：剩余不多于", ISSUES, TERM, LIMITS.yellow),
    Setting("issue_number_digits", "问题编号位数", ISSUES, Whole(3, 8, "位"), 4),
    Setting("visit_rules", "走访要求", VISITS, RULE_ROWS, _visit_rules(), "电话走访单独统计"),
    Setting("recent_days", "走访频次提示的天数", VISITS, Whole(1, 366, "天"), duties.RECENT_DAYS),
    Setting("neglected_days", "多少天未走访算久未走访", VISITS, Whole(1, 3660, "天"), duties.NEGLECTED_DAYS),
    Setting(
        "several_officers",
        "同一企业可有多名干部的身份",
        VISITS,
        Several(ROLES),
        [Role.STATIONED.value, Role.LIAISON.value],
    ),
    Setting("clusters", "一主两辅", ROSTERS, Several(Line(60), 1), list(towns.CLUSTERS)),
    Setting("above_scale_revenue", "规上营业收入", ROSTERS, Whole(0, 10**7, "万元"), int(THRESHOLD)),
    Setting("qualification_kinds", "资质种类和有效期", ROSTERS, KIND_ROWS, _kinds()),
    Setting("reminder_months", "到期前提醒", ROSTERS, Several(Whole(1, 36, "个月")), list(qualifications.REMINDERS)),
    Setting("cultivation_tracks", "培育路径", ROSTERS, TRACK_ROWS, TRACKS),
    Setting(
        "cultivation_thresholds", "培育门槛", ROSTERS, THRESHOLD_ROWS, THRESHOLDS, "标准修订后，停用旧行、新增一行"
    ),
    Setting("meeting_kinds", "活动类别", SERVICES, Several(Line(30), 1), MEETING_KINDS),
    Setting("response_months", "银行答复时限", SERVICES, Whole(1, 12, "个月"), 1),
    Setting(
        "bank_list_columns",
        "银行推送清单的栏目",
        SERVICES,
        Several(Line(choices=tuple(bank_lists.OFFERED)), 1),
        list(bank_lists.COLUMNS),
        "只列银行需要看到的；其他银行的答复、意向银行、来源和备注从不列出",
    ),
    Setting("rejection_reasons", "未授信原因", SERVICES, Several(Line(30), 1), REJECTIONS),
    Setting("policy_facts", "政策条件的指标", SERVICES, Several(Line(30), 1), [fact.word for fact in FACTS]),
    Setting("near_share", "“差一点”的幅度", SERVICES, Whole(1, 50, "%"), 10, "离门槛不超过这么多的算差一点"),
    Setting("window_days", "申报窗口提前提醒", SERVICES, Whole(1, 180, "天"), 30),
    Setting("figure_jump", "月度指标波动提示", SERVICES, Whole(10, 1000, "%"), 50, "比上月变化超过这么多时提示核对"),
    Setting("rest_days", "补充的休息日", CALENDAR, NAMED_DAYS, [], "优先于程序自带的节假日表"),
    Setting("make_up_days", "补充的调休上班日", CALENDAR, NAMED_DAYS, [], "优先于程序自带的节假日表"),
    Setting("start_red_months", "未按期开工红灯", PROJECTS, Whole(1, 36, "个月"), 3),
    Setting("progress_yellow_points", "进度落后黄灯", PROJECTS, Whole(1, 100, "个百分点"), 10),
    Setting("progress_red_points", "进度落后红灯", PROJECTS, Whole(1, 100, "个百分点"), 30),
    Setting("page_top", "上边距", PAPER, Measure(5, 80, "毫米"), 37),
    Setting("page_left", "左边距", PAPER, Measure(5, 80, "毫米"), 28),
    Setting("page_right", "右边距", PAPER, Measure(5, 80, "毫米"), 26),
    Setting("page_bottom", "下边距", PAPER, Measure(5, 80, "毫米"), 35),
    Setting("page_lines", "每页行数", PAPER, Whole(10, 60, "行"), 22),
    Setting("page_characters", "每行字数", PAPER, Whole(10, 60, "字"), 28),
    Setting("body_size", "正文字号", PAPER, Measure(8, 40, "磅"), 16),
)
BY_KEY: Mapping[str, Setting] = {setting.key: setting for setting in SETTINGS}


def setting_named(word: str) -> Setting:
    """The setting of that key or Chinese label; `Rejected` where there is none."""
    found = BY_KEY.get(word) or next((setting for setting in SETTINGS if setting.label == word), None)
    if found is None:
        raise Rejected(f"没有名为“{word}”的设置")
    return found


def choices(key: str, value: object) -> tuple[str, ...]:
    """The words that a list setting offers to a field (`OneOf(setting=key)`): names of its rows, or its own words."""
    setting_named(key)
    if not isinstance(value, list | tuple):
        return ()
    return tuple(str(row["name"]) if isinstance(row, dict) else str(row) for row in value)


def asks_for_keyword(category: str) -> bool:
    """其他 asks for a keyword, because in real ledgers it swallows a third."""
    return category == OTHER_CATEGORY
