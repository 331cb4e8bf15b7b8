"""The two cards of the page: one hands a parcel out, one takes a parcel in after showing what that would do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from daan_desk.domain.failures import Rejected
from daan_desk.exchange import parcels
from daan_desk.exchange.parcels import ENDING, Packed
from daan_desk.services import merging
from daan_desk.services.merging import MergePlan, Peer, Receiver, Twins
from daan_desk.services.office import Office
from daan_desk.ui.kit.cards import Card, button, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.saved_files import ask_file, ask_place, offer_file
from daan_desk.ui.pages.merging.boxes import PasswordBox, merge_box

PEER, OFFICER = "peer/", "officer/"  # what a choice of takers is: before the replica, before the officer's id


class _Part(Card):
    """A card with a sentence, and its controls at the foot."""

    def __init__(self, desk: Desk, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.desk = desk
        sentence = label(words, "soft")
        sentence.setWordWrap(True)
        self.foot = QHBoxLayout()
        self.body.addWidget(sentence)
        self.body.addStretch(1)
        self.body.addLayout(self.foot)


class Giving(_Part):
    """Packs a parcel: of everything, of what somebody lacks from whom a parcel came, or for an officer's laptop."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.tr("把这台电脑上的内容打成一个加密文件，用U盘或内部邮件交给别人。对方合并后，两边的工作都在。")
        super().__init__(desk, desk.tr("打出交换包"), words, parent)
        self.scope, self.press = QComboBox(), button(self.tr("打包…"), "main")
        self.scope.setAccessibleName(self.tr("带哪些内容"))
        self.scope.addItem(self.tr("全部内容"), "")
        self._takers: dict[str, str] = {}
        put_icon(self.press, "package", "on-accent")
        self.foot.addWidget(self.scope, 1)
        self.foot.addWidget(self.press)
        self.press.clicked.connect(self.choose)

    def show_takers(self, peers: Sequence[Peer], receivers: Sequence[Receiver], *, laptop: bool) -> None:
        """From whom parcels came, who need only what is new; and officers, who get what they look after.

        A laptop offers first what the last one that it heard of, the office, does not have yet.
        """
        first = laptop and peers and not self._takers
        kept = f"{PEER}{peers[0].replica}" if first else self.scope.currentData()
        self._takers = {f"{PEER}{peer.replica}": peer.by for peer in peers}
        self._takers |= {f"{OFFICER}{receiver.id}": f"给{receiver.name}" for receiver in receivers}
        self.scope.clear()
        self.scope.addItem(self.tr("全部内容"), "")
        for peer in peers:
            words = self.tr("只带{by}还没有的内容（上次交换 {day}）")
            self.scope.addItem(words.format(by=peer.by, day=f"{peer.made:%m-%d}"), f"{PEER}{peer.replica}")
        for receiver in receivers:
            words = self.tr("给{name}（{role}）的笔记本：只带所包联的 {n} 家")
            told = words.format(name=receiver.name, role=receiver.role, n=receiver.count)
            self.scope.addItem(told, f"{OFFICER}{receiver.id}")
        self.scope.setCurrentIndex(max(0, self.scope.findData(kept)))

    def choose(self) -> None:
        """Ask where to."""
        chosen = str(self.scope.currentData())
        whose = self._takers[chosen] if chosen.startswith(OFFICER) else self.desk.office.officer.name
        stem = f"交换包-{whose}-{self.desk.office.today():%Y%m%d}"
        place = ask_place(self, self.desk.preferences, stem, ENDING)
        if place is not None:
            self.pack_to(place)

    def pack_to(self, place: Path) -> PasswordBox:
        """Ask for the password and write the parcel there."""
        sentence = self.tr("对方合并时要填同一个密码。请当面或电话告诉对方，不要和文件一起发。")
        box = PasswordBox(self, self.tr("给交换包设一个密码"), sentence, self.tr("打包"))
        box.accepted.connect(lambda: self._pack(place, box.line.text()))
        box.open()
        return box

    def _pack(self, place: Path, password: str) -> None:
        self.press.setEnabled(False)
        work = partial(_packed, self.desk.office, place, str(self.scope.currentData()), password)
        self.desk.tasks.run(work, then=self._done, failed=self._failed, owner=self)

    def _done(self, done: Packed) -> None:
        self.press.setEnabled(True)
        words = self.tr("已打包 {n} 处改动、{f} 个附件").format(n=f"{done.changes:,}", f=done.files)
        if done.left_out:
            words += self.tr("，{n} 个附件太大没有带上").format(n=len(done.left_out))
        offer_file(self, done.file, words)

    def _failed(self, failure: BaseException) -> None:
        self.press.setEnabled(True)
        self.desk.complain(failure)


class Taking(_Part):
    """Reads a parcel, shows the plan, and merges it when the officer agrees."""

    planned = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.tr("把别人交来的交换包拖到这里，或选择文件。先看会改动什么，确认之后才合并，合并后也能撤销。")
        super().__init__(desk, desk.tr("合并交换包"), words, parent)
        self.press, self.state = button(self.tr("选择交换包…"), "main"), label("", "soft")
        put_icon(self.press, "package-open", "on-accent")
        self.foot.addWidget(self.press)
        self.foot.addWidget(self.state, 1)
        self.press.clicked.connect(self.choose)

    def choose(self) -> None:
        """Ask which file."""
        path = ask_file(self, self.desk.preferences, self.tr("选择交换包"), self.tr("交换包") + f" (*{ENDING})")
        if path is not None:
            self.open(path)

    def open(self, path: Path, complaint: str = "") -> PasswordBox:
        """Ask for the password of a parcel, then read it and work the plan out."""
        words = complaint or self.tr("请填写打包的人告诉您的密码。")
        box = PasswordBox(self, self.tr("打开“{name}”").format(name=path.name), words, self.tr("打开"))
        box.accepted.connect(lambda: self._read(path, box.line.text()))
        box.open()
        return box

    def _read(self, path: Path, password: str) -> None:
        self._busy(self.tr("正在读取和核对……"))
        work = partial(_planned, self.desk.office, path, password)
        self.desk.tasks.run(work, then=self._show, failed=partial(self._failed, path), owner=self)

    def _failed(self, path: Path, failure: BaseException) -> None:
        self._busy("")
        if isinstance(failure, Rejected) and "password" in failure.problems:
            self.open(path, failure.problems["password"])
        else:
            self.desk.complain(failure)

    def _show(self, plan: MergePlan) -> None:
        self._busy("")
        box, together = merge_box(self, plan)
        twins = plan.twins
        box.accepted.connect(lambda: self._merge(plan, twins if together.isChecked() else ()))
        box.open()
        self.planned.emit(box)

    def _merge(self, plan: MergePlan, together: Sequence[Twins]) -> None:
        self._busy(self.tr("正在合并……"))
        work = partial(merging.carry_out, self.desk.office, plan, together)
        self.desk.act(work, then=lambda _: self._busy(""), failed=self._stuck)

    def _stuck(self, failure: BaseException) -> None:
        self._busy("")
        self.desk.complain(failure)

    def _busy(self, words: str) -> None:
        self.press.setEnabled(not words)
        self.state.setText(words)


def _packed(office: Office, place: Path, taker: str, password: str) -> Packed:
    officer = taker.removeprefix(OFFICER) if taker.startswith(OFFICER) else ""
    peer = taker.removeprefix(PEER) if taker.startswith(PEER) else ""
    return parcels.write(place, merging.pack(office, peer=peer, officer=officer), password)


def _planned(office: Office, path: Path, password: str) -> MergePlan:
    return merging.plan(office, parcels.read(path, password))
