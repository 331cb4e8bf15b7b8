"""The cards of one meeting: what it is, who is asked and who came, what came up, what was left from the last one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel

from daan_desk.domain.kinds import Linked
from daan_desk.domain.numbers import Money
from daan_desk.domain.questions import Row
from daan_desk.services.meeting_sheets import MeetingSheet
from daan_desk.services.meeting_tables import counted, day_of, day_words, text_of, unit_of
from daan_desk.ui.kit.cards import Card, label
from daan_desk.ui.kit.lines_card import LinesCard
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.pills import Pill, tone_of
from daan_desk.ui.kit.rows import Line

CAME = {True: Pill("到会", "green"), False: Pill("请假", "amber"), None: Pill("待签到", "grey")}


class FactsCard(Card):
    """When, where and who, the agenda as it will be spoken of, and what the officer wrote about it."""

    def __init__(self) -> None:
        super().__init__("活动安排")
        self.lines: dict[str, QLabel] = {}
        form = QGridLayout()  # a form layout lets a label sink beside words of several lines
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(6)
        form.setColumnStretch(1, 1)
        for at, name in enumerate(("时间", "地点", "主持人", "议程", "纪要")):
            words = self.lines[name] = label()
            words.setWordWrap(True)
            words.setMinimumWidth(1)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addWidget(label(name, "soft"), at, 0, Qt.AlignmentFlag.AlignTop)
            form.addWidget(words, at, 1)
        self.body.addLayout(form)

    def show_sheet(self, sheet: MeetingSheet) -> None:
        row = sheet.row
        told = {
            "时间": f"{day_words(day_of(row))} {row['hours'] or ''}".strip(),
            "地点": str(row["place"] or "—"),
            "主持人": text_of(row["host"]) or "—",
            "议程": "\n".join(f"{at}. {item}" for at, item in enumerate(sheet.agenda, 1)),
            "纪要": str(row["minutes"] or "—"),
        }
        for name, words in told.items():
            self.lines[name].setText(words)


class GuestsCard(LinesCard):
    """`turned` carries a guest and whether they came: Enter or a click goes from 待签到 to 到会, 请假 and back."""

    turned = Signal(str, object)

    def __init__(self) -> None:
        super().__init__("参加人员", "还没有邀请。按条件选企业，或添加干部、部门、银行。", "邀请…")
        self._guests: dict[str, Row] = {}
        self.list.chosen.connect(self._turn)

    def show_sheet(self, sheet: MeetingSheet) -> None:
        self._guests = {guest.id: guest for guest in sheet.guests}
        self.show_lines([_guest(guest) for guest in sheet.guests])
        self.list.setFixedHeight(self.list.full_height() + 2)
        there = self.tr("，到会 {n} 人").format(n=len(sheet.came)) if sheet.came else ""
        self.title.setText(self.tr("参加人员　{counted}{there}").format(counted=counted(sheet.guests), there=there))

    def _turn(self, guest: object) -> None:
        now = self._guests[str(guest)]["came"]
        self.turned.emit(str(guest), {None: True, True: False, False: None}[now if isinstance(now, bool) else None])


def _guest(guest: Row) -> Line:
    unit, person = unit_of(guest), str(guest["person"] or "")
    told = (person if unit else "", str(guest["post"] or ""), str(guest["phone"] or ""))
    came = guest["came"] if isinstance(guest["came"], bool) else None
    return Line(guest.id, unit or person, " · ".join(part for part in told if part) or str(guest["part"]), CAME[came])


class CameUpCard(LinesCard):
    """Issues and demands; `gone` leads to the record."""

    gone = Signal(str, object)

    def __init__(self, title: str, nothing: str) -> None:
        super().__init__(title, nothing)
        self._name = title
        self.list.chosen.connect(lambda key: self.gone.emit(key[0], Target(record=key[1])))

    def show_rows(self, issues: Sequence[Row], demands: Sequence[Row], remark: str = "") -> None:
        self.show_lines([*map(_issue, issues), *map(_demand, demands)])
        self.list.setFixedHeight(self.list.full_height() + 2)
        counts = self.tr("{issues} 个问题、{demands} 个融资需求").format(issues=len(issues), demands=len(demands))
        parts = (self._name, remark, counts if issues or demands else "")
        self.title.setText("　".join(part for part in parts if part))


def _issue(row: Row) -> Line:
    department = text_of(row["lead_department"])
    told = " · ".join(part for part in (text_of(row["enterprise"]), department) if part)
    return Line(("issues", row.id), str(row["title"]), told, Pill(str(row["state"]), tone_of(str(row["state"]))))


def _demand(row: Row) -> Line:
    enterprise = row["enterprise"].text if isinstance(row["enterprise"], Linked) else ""
    title = f"融资 {Money().show(row['amount'])} 万元"
    told = " · ".join(part for part in (enterprise, str(row["purpose"] or "")) if part)
    return Line(("financing", row.id), title, told, Pill(str(row["state"]), tone_of(str(row["state"]))))
