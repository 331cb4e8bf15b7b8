"""Another password for the open workspace: the old one, the new one twice, and what then has to be thrown away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from daan_desk.domain.failures import Rejected
from daan_desk.services import guarding
from daan_desk.services.workspaces import Workplace
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.secret import secret


class PasswordBox(Box):
    """`changed` carries the words of the new recovery sheet; until then the workspace keeps its old password."""

    changed = Signal(str)

    def __init__(self, host: QWidget, desk: Desk, place: Workplace) -> None:
        shared = desk.office.database.shared
        sentence = host.tr("整个工作区用新密码重新加密。原来的恢复单随之作废，改好后会给您一份新的。")
        if shared:
            sentence = host.tr("改的是您登录服务器的密码，马上生效，别人的不受影响。忘记了请技术人员重新设置。")
        super().__init__(host, host.tr("修改密码"), sentence, "lock")
        self.desk, self.place, self._busy = desk, place, False
        self._doing = host.tr("正在修改…") if shared else host.tr("正在重新加密…")
        self.old, self.new, self.again = secret(), secret(), secret()
        self.new.setPlaceholderText(self.tr("至少 8 个字符"))
        self.form, self.problem = QFormLayout(), label("", "bad")
        self.form.setVerticalSpacing(10)
        self.form.setHorizontalSpacing(16)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._row(self.tr("现在的密码"), self.old)
        self._row(self.tr("新密码"), self.new)
        self._row(self.tr("再输一遍新密码"), self.again)
        self.body.addLayout(self.form)
        self.body.addWidget(self.problem)
        self.offer(self.tr("修改密码"), self.tr("取消"))
        self.old.setFocus()

    def _row(self, words: str, line: QLineEdit) -> None:
        line.setAccessibleName(words)
        name = label(words, "soft")
        name.setBuddy(line)
        self.form.addRow(name, line)

    def accept(self) -> None:
        """Change it in the background, unless the second time was typed differently."""
        if self._busy:
            return
        if self.new.text() != self.again.text():
            self._refuse(self.tr("两次输入的新密码不一样。"), self.again)
            return
        self._show_busy(True)
        work = partial(guarding.change_password, self.place, self.old.text(), self.new.text())
        self.desk.tasks.run(work, then=self._done, failed=self._failed, owner=self)

    def reject(self) -> None:
        """Nothing is half changed: while the file is written anew the box stays."""
        if not self._busy:
            super().reject()

    def _show_busy(self, busy: bool) -> None:
        self._busy = busy
        self.doing.setEnabled(not busy)
        self.doing.setText(self._doing if busy else self.tr("修改密码"))

    def _done(self, words: str) -> None:
        self._show_busy(False)
        super().accept()
        self.changed.emit(words)

    def _failed(self, failure: BaseException) -> None:
        self._show_busy(False)
        if not isinstance(failure, Rejected):
            self.desk.complain(failure)
            return
        self._refuse(str(failure), self.new if "new" in failure.problems else self.old)

    def _refuse(self, sentence: str, line: QLineEdit) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        line.setFocus()
        line.selectAll()
