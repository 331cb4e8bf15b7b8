"""Everything about an enterprise on one line of time, by kind where somebody wants only one, longer on demand."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from daan_desk.domain.lights import Colour
from daan_desk.services import enterprises
from daan_desk.services.enterprise_story import PAGE, Happening, Story
from daan_desk.ui.kit.cards import Card, EmptyState, button
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.flow import FlowLayout
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.timeline import Moment, Timeline

KINDS: Final = {
    "": "全部", "visits": "走访", "issues": "问题", "steps": "办理", "qualifications": "资质", "assignments": "包联",
    "attachments": "附件", "figures": "指标",
}  # fmt: skip
TONES: Final = {
    "visits": "accent", "issues": "amber", "steps": "grey", "qualifications": "violet", "assignments": "green",
    "attachments": "grey", "figures": "grey",
}  # fmt: skip
LIGHTS: Final = {Colour.GREEN: "green", Colour.YELLOW: "amber", Colour.RED: "red", Colour.GREY: "grey"}
PAGES: Final = ("visits", "issues", "qualifications", "assignments", "figures")


class StoryCard(Card):
    """`gone` carries page and target of the moment whose link was pressed."""

    gone = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("服务记录", parent=parent)
        self.desk, self.enterprise, self.kind = desk, "", ""
        self.happenings: list[Happening] = []
        self.timeline, self.more = Timeline(), button("", "link")
        self.empty = EmptyState("history", self.tr("还没有记录"), self.tr("登记第一次走访，这里就会有它的时间线"))
        self.chips: dict[str, QToolButton] = {}
        chips = FlowLayout(4)
        self._group = QButtonGroup(self)
        for kind in KINDS:
            chips.addWidget(self._chip(kind))
        self.body.addLayout(chips)
        for part in (self.timeline, self.empty, self.more):
            self.body.addWidget(part)
        self.timeline.followed.connect(self._follow)
        self.more.clicked.connect(self.read_on)

    def _chip(self, kind: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setText(KINDS[kind])
        chip.setCheckable(True)
        chip.setChecked(not kind)
        chip.setProperty("look", "chip")
        chip.clicked.connect(partial(self.choose, kind))
        self._group.addButton(chip)
        self.chips[kind] = chip
        return chip

    def open(self, enterprise: str) -> None:
        """Tell the story of an enterprise from its newest day."""
        self.enterprise = enterprise
        self.choose("")

    def choose(self, kind: str) -> None:
        """Only what comes from that ledger, "" for everything."""
        self.kind = kind
        self.chips[kind].setChecked(True)
        self._ask(0, PAGE)

    def read(self) -> None:
        """Ask again for as much as is shown."""
        self._ask(0, max(PAGE, len(self.happenings)))

    def read_on(self) -> None:
        """The happenings before those."""
        self._ask(len(self.happenings), PAGE)

    def _ask(self, skip: int, limit: int) -> None:
        work = partial(enterprises.story, self.desk.office, self.enterprise, self.kind, skip, limit)
        self.desk.tasks.run(work, partial(self._show, self.enterprise, self.kind, skip), owner=self)

    def _show(self, enterprise: str, kind: str, skip: int, story: Story) -> None:
        if (enterprise, kind) != (self.enterprise, self.kind):
            return
        self.happenings = [*self.happenings[:skip], *story.happenings]
        self.timeline.show_moments([moment(one) for one in self.happenings])
        left = story.total - len(self.happenings)
        self.more.setText(self.tr("再看以前的 {n} 条").format(n=left))
        self.more.setVisible(left > 0)
        self.empty.setVisible(not self.happenings)
        for name, chip in self.chips.items():
            count = story.counts.get(name, 0) if name else sum(story.counts.values())
            chip.setText(f"{KINDS[name]} {count}")
            chip.setVisible(bool(count) or name in ("", self.kind))

    def _follow(self, key: Happening) -> None:
        self.gone.emit(key.ledger, Target(record=key.record))


def moment(one: Happening) -> Moment:
    """A happening as the line of time shows it; its light colours the dot, its words say the same."""
    tone = LIGHTS.get(Colour(one.colour), "grey") if one.colour else TONES[one.kind]
    when = " · ".join(part for part in (f"{one.day:%Y-%m-%d}", one.state, one.detail) if part)
    return Moment(one, one.title, when, one.text, tone, "查看" if one.ledger in PAGES else "")
