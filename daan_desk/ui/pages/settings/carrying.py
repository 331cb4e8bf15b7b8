"""The settings as one file: written at the office, and taken over on a laptop after a look at what would change."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from daan_desk.domain.setting_files import SettingPlan
from daan_desk.services import setting_files
from daan_desk.services.office import Office
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Plan, confirm, say
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.saved_files import ask_file, ask_place, offer_file

ENDING = ".json"


class Carrying(QObject):
    """The two buttons below the groups and what they do."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self.desk, self.host = desk, host
        self.out, self.take = button(self.tr("导出设置…")), button(self.tr("导入设置…"))
        put_icon(self.out, "download")
        put_icon(self.take, "upload")
        self.out.setToolTip(self.tr("把全部设置和园区写成一个文件，交给各台电脑"))
        self.take.setToolTip(self.tr("先看会改哪些设置，确认后才写入"))
        self.out.clicked.connect(self.save)
        self.take.clicked.connect(self.choose)

    def save(self) -> None:
        """Write all settings into a file that the officer names."""
        stem = self.tr("设置-{day}").format(day=f"{self.desk.office.today():%Y%m%d}")
        to = ask_place(self.host, self.desk.preferences, stem, ENDING)
        if to:
            done = partial(self._saved, to)
            self.desk.tasks.run(partial(_write, self.desk.office, to), then=done, owner=self)

    def choose(self) -> None:
        """Ask for a file and show what it would change."""
        kinds = self.tr("设置文件 (*.json)")
        found = ask_file(self.host, self.desk.preferences, self.tr("选择设置文件"), kinds)
        if found:
            self.desk.tasks.run(partial(_planned, self.desk.office, found), then=self.show_plan, owner=self)

    def show_plan(self, found: SettingPlan) -> None:
        """Show what would change; it is written when the officer agrees."""
        if not (found.changes or found.parks):
            remedy = "；".join(found.refused) or self.tr("共比对 {n} 项设置。").format(n=found.same)
            say(self.host, self.tr("没有要改的内容"), remedy)
        elif confirm(self.host, told(found, self)):
            self.desk.act(partial(setting_files.carry_out, self.desk.office, found))

    def _saved(self, to: Path, count: int) -> None:
        offer_file(self.host, to, self.tr("已导出 {n} 项设置").format(n=count))


def told(found: SettingPlan, by: QObject) -> Plan:
    """The plan in words: which setting from what to what, which parks are new, what stays as it is."""
    sentence = by.tr("来自“{office}”，{day} 导出。确认后一次写入，可以撤销。").format(
        office=found.office, day=found.day
    )
    counts = [
        (by.tr("要改的设置"), len(found.changes)),
        (by.tr("新增园区"), len(found.parks)),
        (by.tr("相同"), found.same),
        (by.tr("不采用"), len(found.refused) + len(found.unfamiliar)),
    ]
    remarks = [
        *(one.words for one in found.changes),
        *(by.tr("新增园区：{name}").format(name=park["name"]) for park in found.parks),
        *(by.tr("不采用：{problem}").format(problem=problem) for problem in found.refused),
        *(by.tr("不认识的设置，不采用：{key}").format(key=key) for key in found.unfamiliar),
    ]
    return Plan(by.tr("导入设置"), sentence, counts, remarks, by.tr("导入"))


def _write(office: Office, to: Path) -> int:
    from daan_desk.exchange.setting_files import write_settings

    return write_settings(setting_files.carried(office), to)


def _planned(office: Office, source: Path) -> SettingPlan:
    from daan_desk.exchange.setting_files import read_settings

    return setting_files.plan(office, read_settings(source))
