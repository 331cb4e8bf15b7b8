"""Everything that the office decides, by group; each setting is saved by itself, all of them travel in one file."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from daan_desk.domain.settings import SETTINGS
from daan_desk.services import settings
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.page import Choice, Page
from daan_desk.ui.pages.settings.card import SettingCard
from daan_desk.ui.pages.settings.carrying import Carrying
from daan_desk.ui.pages.settings.machine import GROUP, machine_cards

GROUPS_WIDTH, GROUP_HEIGHT, MARGIN, WIDEST = 168, 36, 24, 900


class SettingsPage(Page):
    """Groups at the left, the settings of one group at the right."""

    key: ClassVar[str] = "settings"
    title: ClassVar[str] = "设置"
    icon: ClassVar[str] = "settings"
    reads = ("settings",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.groups = QListWidget()
        self.groups.setFixedWidth(GROUPS_WIDTH)
        self.groups.setProperty("look", "groups")
        self.groups.setAccessibleName(self.tr("设置分组"))
        self.machine = machine_cards(desk)
        groups = dict.fromkeys(setting.group for setting in SETTINGS)
        for group in (*groups, GROUP) if self.machine else groups:
            item = QListWidgetItem(group, self.groups)
            item.setSizeHint(QSize(0, GROUP_HEIGHT))
        self.carrying = Carrying(desk, self)
        self.cards = {setting.key: SettingCard(desk, setting) for setting in SETTINGS}
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self._column())
        room = QHBoxLayout(self)
        room.setContentsMargins(MARGIN, 18, MARGIN, 18)
        room.setSpacing(16)
        room.addLayout(self._side())
        room.addWidget(self.area, 1)
        self.groups.currentTextChanged.connect(self._show_group)
        self.groups.setCurrentRow(0)
        self.setFocusProxy(self.groups)
        self.read()

    def choices(self) -> tuple[Choice, ...]:
        """The settings as a file, from anywhere by Ctrl+K."""
        return (
            Choice(self.tr("导出设置"), self.carrying.save, icon="download"),
            Choice(self.tr("导入设置"), self.carrying.choose, icon="upload"),
        )

    def read(self) -> None:
        office, keys = self.desk.office, list(self.cards)
        self.desk.tasks.run(lambda: {key: settings.setting(office, key) for key in keys}, self._show, owner=self)
        if self._group == GROUP:
            self._read_machine()

    def _show(self, values: dict[str, object]) -> None:
        for key, value in values.items():
            self.cards[key].show_kept(value)

    def _side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.groups, 1)
        for press in (self.carrying.out, self.carrying.take):
            press.setFixedWidth(GROUPS_WIDTH)
            side.addWidget(press)
        return side

    def _column(self) -> QWidget:
        whole = QWidget()
        whole.setProperty("look", "clear")
        room = QVBoxLayout(whole)
        room.setContentsMargins(0, 0, 8, 0)
        room.setSpacing(14)
        for card in (*self.cards.values(), *self.machine):
            card.setMaximumWidth(WIDEST)
            room.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        room.addStretch(1)
        return whole

    def _show_group(self, group: str) -> None:
        for card in self.cards.values():
            card.setVisible(card.setting.group == group)
        for own in self.machine:
            own.setVisible(group == GROUP)
        if group == GROUP:
            self._read_machine()
        self.area.verticalScrollBar().setValue(0)

    @property
    def _group(self) -> str:
        item = self.groups.currentItem()
        return item.text() if item else ""

    def _read_machine(self) -> None:
        for own in self.machine:
            own.read()
