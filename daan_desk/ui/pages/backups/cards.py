"""What the page says above its table: the last copy and how one is made, and the second place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton

from daan_desk.services import copies
from daan_desk.services.copies import Copy
from daan_desk.ui.kit.cards import Card, button, label, put_look
from daan_desk.ui.kit.caring import Caring
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.pages.backups.table import size_of


class CopyCard(Card):
    """A heading, two sentences and buttons; `changed` says that the list is to be read again."""

    changed = Signal()

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(title)
        self.desk = desk
        self.state, self.about, self.row = label(), label("", "small"), QHBoxLayout()
        for words in (self.state, self.about):
            words.setWordWrap(True)
            self.body.addWidget(words)
        self.body.addStretch(1)
        self.row.setSpacing(8)
        self.row.addStretch(1)
        self.body.addLayout(self.row)

    def offer(self, words: str, icon: str, act: Callable[[], object], look: str = "") -> QPushButton:
        """A button of the card."""
        press = button(words, look)
        put_icon(press, icon, "on-accent" if look == "main" else "soft")
        press.clicked.connect(lambda: act())
        self.row.insertWidget(self.row.count() - 1, press)
        return press


class NowCard(CopyCard):
    """The last copy; one now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr("自动备份"))
        self.about.setText(self.tr("每天第一次打开，以及导入、合并、升级、改密码时自动备份，写成后都打开核对过。"))
        self.caring = Caring(desk, self)
        self.press = self.offer(self.tr("立即备份"), "database-backup", self.make, "main")
        self.offer(self.tr("备份到…"), "download", self.caring.back_up)
        self.offer(self.tr("检查工作区"), "circle-check", self.caring.check)

    def show_copies(self, found: tuple[Copy, ...]) -> None:
        """Say when the last one was made."""
        last = next((one for one in found if one.place == copies.HERE), None)
        words = self.tr("还没有备份。")
        if last is not None:
            words = self.tr("最近一次：{at}，{why}，{size}").format(
                at=f"{last.made:%Y-%m-%d %H:%M}", why=last.why, size=size_of(last.bytes)
            )
        self.state.setText(words)

    def make(self) -> None:
        """A copy now, carried to the second place too."""
        self.press.setEnabled(False)
        self.desk.tell(self.tr("正在备份…"))
        work = partial(copies.now, self.desk.office)
        self.desk.tasks.run(work, then=self._made, failed=self._failed, owner=self)

    def _made(self, _: Path | None) -> None:
        self.press.setEnabled(True)
        self.desk.tell(self.tr("已备份并核对"), tone="good")
        self.changed.emit()

    def _failed(self, failure: BaseException) -> None:
        self.press.setEnabled(True)
        self.desk.complain(failure)
        self.changed.emit()


class SecondCard(CopyCard):
    """Where every day's copy is carried besides."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr("另存一份"))
        self.about.setText(
            self.tr("电脑坏了，只有别处的那一份还在。选U盘或办公室的共享文件夹，每天自动另存，同样加密。")
        )
        self.choosing = self.offer(self.tr("选择文件夹…"), "folder-open", self.choose)
        self.ending = self.offer(self.tr("不再另存"), "x", partial(self.keep, None))

    def show_folder(self, folder: Path | None) -> None:
        """Say where, and whether it is there now."""
        there = folder is not None and folder.is_dir()
        words = self.tr("现在没有另存。") if folder is None else self.tr("另存到：{folder}").format(folder=folder)
        if folder is not None and not there:
            words += self.tr("（现在找不到，请插好U盘）")
        self.state.setText(words)
        put_look(self.state, "look", "warn" if folder is not None and not there else "")
        self.ending.setVisible(folder is not None)

    def choose(self) -> None:
        """Ask for the folder."""
        found = QFileDialog.getExistingDirectory(self, self.tr("另存备份到哪个文件夹"))
        if found:
            self.keep(Path(found))

    def keep(self, folder: Path | None) -> None:
        """Keep it, and carry the newest copy there at once."""

        def work() -> None:
            copies.set_second(self.desk.office, folder)
            copies.carry(self.desk.office)

        self.desk.tasks.run(work, then=self._kept, failed=self._failed, owner=self)

    def _kept(self, _: None) -> None:
        self.desk.tell(self.tr("已记下，备份会另存一份"), tone="good")
        self.changed.emit()

    def _failed(self, failure: BaseException) -> None:
        self.desk.complain(failure)
        self.changed.emit()
