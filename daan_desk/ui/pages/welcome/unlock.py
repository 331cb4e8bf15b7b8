"""Every later start: the password of a workspace, or the key of its recovery sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPushButton, QWidget

from daan_desk.domain.guarding import wait_after
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.rows import Line, LineList
from daan_desk.ui.kit.secret import secret
from daan_desk.ui.pages.welcome.entrance import ENDING, Entrance, PathField
from daan_desk.ui.pages.welcome.openings import Opening, Rescuing, Restoring


class Unlock(Entrance):
    """`asked` carries an `Opening`; whoever opens the file calls `refuse_password` or `refuse` when it cannot."""

    asked = Signal(object)
    restore_wanted = Signal(object)
    rescue_wanted = Signal(object)
    new_wanted = Signal()
    server_wanted = Signal()

    def __init__(self, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__("打开工作区", "输入密码继续工作。", parent)
        self.failures = 0
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        self.recent, self.password, self.recovery = LineList(), secret(), QLineEdit()
        self.file = PathField(recent[0] if recent else Path(), existing=True)
        self.recovery.setPlaceholderText(self.tr("抄写在恢复单上的密钥，各组之间可以有空格"))
        self.row(self.tr("工作区"), self.file)
        self.row(self.tr("密码"), self.password)
        self.row(self.tr("恢复密钥"), self.recovery)
        self.keeping, self._kept = QCheckBox(self.tr("在本机记住，下次不用输入密码")), ""
        self.keeping.setToolTip(self.tr("密钥由系统的钥匙串保管，登录这台电脑的人才打得开；锁定以后仍要输入密码"))
        self.form.addRow("", self.keeping)
        for hidden in (self.recovery, self.keeping):
            self.form.setRowVisible(hidden, False)
        self._show_recent(recent)
        self._buttons()
        self.setFocusProxy(self.password)

    def offer_keeping(self) -> None:
        """This machine has a key ring that is safe."""
        self.form.setRowVisible(self.keeping, True)
        self.fit()

    def show_kept(self, words: str) -> None:
        """The key that this machine remembers of the file: then no password need be typed."""
        self._kept = words
        self.keeping.setChecked(bool(words))
        self.password.setPlaceholderText(self.tr("本机已记住，直接点“打开”") if words else "")

    def refuse_damaged(self, sentence: str, wait: int = 0) -> None:
        """The file cannot be read: say so, and offer to save what is left of it."""
        self.rescuing.show()
        self.refuse(sentence)
        self.rescuing.setFocus()
        self.hold(wait)

    @property
    def waiting(self) -> int:
        """Seconds until the next try."""
        return self._left

    def refuse_password(self, sentence: str, wait: int = 0) -> None:
        """A wrong password: say so, and make the next try wait the longer the more often it was wrong.

        wait: the seconds that are kept beside the file, where others tried before this page was opened.
        """
        self.failures += 1
        self.refuse(sentence, self.password)
        self.hold(max(wait_after(self.failures), wait))

    def hold(self, seconds: int) -> None:
        """Let nothing be tried for so long."""
        self._left = seconds
        if self._left:
            self.opening.setEnabled(False)
            self._timer.start()
            self._say_wait()

    def tick(self) -> None:
        """One second has passed."""
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
            self.opening.setEnabled(True)
        self._say_wait()

    def _say_wait(self) -> None:
        words = self.tr("请等 {n} 秒再试").format(n=self._left) if self._left > 0 else self.tr("打开")
        self.opening.setText(words)

    def _buttons(self) -> None:
        new, self.forgotten = button(self.tr("新建工作区"), "link"), button(self.tr("忘记密码"), "link")
        self.joining = button(self.tr("连接服务器"), "link")
        self.opening: QPushButton = button(self.tr("打开"), "main")
        self.main = self.opening
        self.opening.setDefault(True)
        self.restoring = button(self.tr("从备份恢复…"), "link")
        for part in (new, self.joining, self.forgotten, self.restoring):
            self.foot.addWidget(part)
        self.foot.addStretch(1)
        self.foot.addWidget(self.opening)
        self.rescuing = button(self.tr("抢救还读得出的内容…"))
        self.rescuing.hide()
        self.card.body.insertWidget(self.card.body.count() - 1, self.rescuing)
        self.rescuing.clicked.connect(self._rescue)
        self.file.line.textChanged.connect(self.rescuing.hide)
        new.clicked.connect(self.new_wanted)
        self.joining.clicked.connect(self.server_wanted)
        self.forgotten.clicked.connect(self._turn)
        self.restoring.clicked.connect(self._restore)
        self.opening.clicked.connect(self._ask)

    def _turn(self) -> None:
        recovering = not self.form.isRowVisible(self.recovery)
        self.form.setRowVisible(self.recovery, recovering)
        self.form.setRowVisible(self.password, not recovering)
        self.forgotten.setText(self.tr("用密码打开") if recovering else self.tr("忘记密码"))
        (self.recovery if recovering else self.password).setFocus()

    def _restore(self) -> None:
        """Ask which backup; its password is the one that stands in the field."""
        if self._left > 0:
            return
        if not self.password.text() or not self.file.text().strip():
            self.refuse(self.tr("请先选好要恢复到的工作区文件，并输入备份的密码。"), self.password)
            return
        kinds = self.tr("备份 (*{ending})").format(ending=ENDING)
        copy, _ = QFileDialog.getOpenFileName(self, self.tr("选择备份文件"), str(self.file.path.parent), kinds)
        if copy:
            self.refuse("")
            self.restore_wanted.emit(Restoring(Path(copy), self.file.path, self.password.text()))

    def _rescue(self) -> None:
        """Saving goes by the password, which is asked for where the recovery key was typed."""
        if self._left > 0:
            return
        if not self.password.text():
            if self.password.isHidden():
                self._turn()
            self.refuse(self.tr("抢救要用工作区的密码，请输入密码。"), self.password)
            return
        self.rescue_wanted.emit(Rescuing(self.file.path, self.password.text()))

    def _show_recent(self, recent: Sequence[Path]) -> None:
        self.recent.setVisible(len(recent) > 1)
        self.recent.setAccessibleName(self.tr("最近打开的工作区"))
        self.recent.show_lines([Line(path, path.stem, str(path.parent)) for path in recent[:4]])
        self.recent.setFixedHeight(self.recent.full_height() + 2)
        self.card.body.insertWidget(2, self.recent)
        self.recent.chosen.connect(self._pick)

    def _pick(self, path: Path) -> None:
        self.file.show_path(path)
        self.password.setFocus()

    def _ask(self) -> None:
        if self._left > 0:
            return
        recovering = self.form.isRowVisible(self.recovery)
        typed = self.recovery if recovering else self.password
        kept = "" if recovering or typed.text() else self._kept
        if not self.file.text().strip():
            self.refuse(self.tr("请选择要打开的工作区文件。"), self.file.line)
        elif not typed.text() and not kept:
            self.refuse(self.tr("请输入恢复密钥。") if recovering else self.tr("请输入密码。"), typed)
        else:
            self.refuse("")
            words, password = (typed.text(), "") if recovering else (kept, typed.text())
            self.asked.emit(Opening(self.file.path, password, words, bool(kept)))
