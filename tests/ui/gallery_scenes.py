"""Made-up pages that show every part of the kit as officers would see it."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from daan_desk.ui.kit.cards import Card, EmptyState, NumberCard, label
from daan_desk.ui.kit.page import Choice, Page
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.rows import Line, LineList

OVERDUE = (
    ("厂区门口道路破损，大货车进出困难", "华瑞精密机械有限公司 · 区住建局 · 王建国", "逾期 12 天", "red"),
    ("二期项目用电增容申请迟迟未批复", "中科样例科技股份有限公司 · 区供电公司 · 李慧敏", "逾期 9 天", "red"),
    ("员工子女入学名额协调", "远航供应链管理有限公司 · 区教育局 · 陈志远", "逾期 6 天", "red"),
    ("高新技术企业认定补贴尚未到账", "博创信息技术有限公司 · 区科技局 · 赵晓燕", "逾期 5 天", "red"),
    ("园区公交末班车时间过早", "盛源电子有限公司 · 区交通局 · 周文斌", "剩 2 天", "amber"),
    ("危废暂存点环评手续衔接", "嘉禾新材料（集团）有限公司 · 生态环境分局 · 孙丽", "剩 1 天", "amber"),
    ("产业工人公租房申请条件", "天工智能装备有限公司 · 区住建局 · 吴海涛", "办理中", "accent"),
)
WEEK = (
    ("今天\n14:30", "走访：天工智能装备有限公司", "高新园区 · 同行 3 人", "accent"),
    ("今天\n16:00", "下午茶活动纪要审核", "待您签批", "amber"),
    ("周二\n09:00", "产业链专题会", "区政府 3 号会议室", "accent"),
    ("周三\n10:00", "走访：恒信样例器械有限公司", "凉高山街道 · 回访", "green"),
)


class HomePage(Page):
    """Number cards, a list of lines with pills, a week with marks."""

    key, title, icon = "home", "工作首页", "house"

    def __init__(self, desk: object) -> None:
        super().__init__(desk)  # type: ignore[arg-type]
        room = QVBoxLayout(self)
        room.setContentsMargins(24, 18, 24, 20)
        room.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(label("上午好，李主任", "title"))
        head.addSpacing(20)
        head.addWidget(label("11月23日 星期一 · 今天有 2 项安排，5 个问题需要您协调", "soft"))
        head.addStretch(1)
        room.addLayout(head)
        room.addLayout(self._numbers())
        room.addLayout(self._lists(), 1)

    def choices(self) -> tuple[Choice, ...]:
        return (
            Choice("新建走访", lambda: None, "登记一次企业走访", "plus", "Ctrl+N"),
            Choice("登记问题", lambda: None, "从走访或来电", "circle-alert", "Ctrl+I"),
        )

    def _numbers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(16)
        for at, (name, icon, number, note, tone) in enumerate(
            (
                ("本周待走访", "map-pin-check", "6", "已完成 4 家，共 10 家", "accent"),
                ("待我办理", "list-checks", "9", "3 件今天到期", "accent"),
                ("待签批纪要", "notebook-pen", "3", "最早提交于 11-20", "green"),
                ("逾期问题", "triangle-alert", "7", "较上周减少 2 件", "red"),
            )
        ):
            card = NumberCard(name, icon)
            card.show_number(number, note, tone)
            grid.addWidget(card, 0, at)
        return grid

    def _lists(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        overdue, week = Card("逾期和临期问题", "全部 7 件"), Card("本周安排", "日历")
        lines, days = LineList(), LineList()
        lines.show_lines([Line(t, t, d, Pill(w, tone)) for t, d, w, tone in OVERDUE])
        days.show_lines([Line(t, t, d, mark=mark, tone=tone) for mark, t, d, tone in WEEK])
        overdue.body.addWidget(lines)
        week.body.addWidget(days)
        row.addWidget(overdue, 7)
        row.addWidget(week, 5)
        return row


class EmptyPage(Page):
    """What a page without anything says."""

    key, title, icon = "empty", "走访记录", "map-pin-check"

    def __init__(self, desk: object) -> None:
        super().__init__(desk)  # type: ignore[arg-type]
        room = QVBoxLayout(self)
        room.setContentsMargins(24, 18, 24, 20)
        card = Card()
        card.body.addWidget(
            EmptyState("map-pin", "还没有走访记录", "先登记一次走访，或从表格导入以往的走访台账。", "登记走访")
        )
        room.addWidget(card, 1)


class ControlsPage(Page):
    """Buttons and fields in every state."""

    key, title, icon = "controls", "系统设置", "settings"

    def __init__(self, desk: object) -> None:
        super().__init__(desk)  # type: ignore[arg-type]
        from tests.ui.gallery_controls import controls

        room = QVBoxLayout(self)
        room.setContentsMargins(24, 18, 24, 20)
        room.addWidget(controls(), 1)
