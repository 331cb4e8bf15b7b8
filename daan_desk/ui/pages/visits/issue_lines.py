"""The issues that came up, one line each, in the visit's own form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daan_desk.domain.questions import Row
from daan_desk.ui.kit.cards import Card, button, label
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.form_part import FormPart
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.pills import Pill, tone_of
from daan_desk.ui.kit.rows import Line, LineList
from daan_desk.ui.pages.visits.issue_line import IssueLine
from daan_desk.ui.pages.visits.source import LINES


class IssueLines(FormPart):
    """There is always one empty line; empty lines are not kept."""

    name: ClassVar[str] = "issues"
    finished = Signal()  # Enter in an empty line: nothing more to write here

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self.lines: list[IssueLine] = []
        self.card = Card(self.tr("现场收集的问题"), parent=self)
        self.more = button(self.tr("再记一条"), "link")
        self.more.setAutoDefault(False)
        put_icon(self.more, "plus", "accent")
        self.more.clicked.connect(lambda: self.add().editors["title"].setFocus())
        self.known = LineList()
        self.known.setAccessibleName(self.tr("这次走访已登记的问题"))
        self.known.hide()
        self._room = QVBoxLayout()
        self._room.setSpacing(8)
        self._lay()
        self.fill(None)

    def _lay(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addWidget(label(self.tr("回车到下一格、下一条；空行不保存"), "small"))
        foot.addStretch(1)
        self.card.body.addWidget(self.known)
        self.card.body.addLayout(self._room)
        self.card.body.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)

    def show_known(self, issues: Sequence[Row]) -> None:
        """Issues that were registered on this visit before."""
        self.known.show_lines([_line(row) for row in issues])
        self.known.setFixedHeight(self.known.full_height() + 2)
        self.known.setVisible(bool(issues))

    # -- lines --------------------------------------------------------------------------------------------------------

    def add(self, values: Mapping[str, object] | None = None) -> IssueLine:
        """A further line."""
        line = IssueLine(self.around, self)
        line.fill(values or {})
        line.changed.connect(self.changed)
        line.ended.connect(lambda: self._after(line))
        line.given_up.connect(self.finished)
        line.removed.connect(lambda: self.remove(line))
        self._insert(line, len(self.lines))
        return line

    def remove(self, line: IssueLine) -> None:
        """Take a line out; the last one is only emptied."""
        at = self.lines.index(line)
        if len(self.lines) == 1:
            line.fill({})
        else:
            self.lines.remove(line)
            line.setParent(None)
            line.deleteLater()
        self._number()
        self.lines[min(at, len(self.lines) - 1)].editors["title"].setFocus()
        self.changed.emit()

    def _after(self, line: IssueLine) -> None:
        at = self.lines.index(line) + 1
        following = self.lines[at] if at < len(self.lines) else self.add()
        following.editors["title"].setFocus()

    def _insert(self, line: IssueLine, at: int) -> None:
        self.lines.insert(at, line)
        self._room.insertWidget(at, line)
        line.show()  # at once: what is not yet seen cannot take the focus
        self._number()
        self._chain()

    def _chain(self) -> None:
        """Tab goes through the lines as the eye does, and then to the button below them."""
        inputs = [editor.focusProxy() or editor for line in self.lines for editor in line.editors.values()]
        for before, after in pairwise([self.known, *inputs, self.more]):
            QWidget.setTabOrder(before, after)

    def _number(self) -> None:
        for at, line in enumerate(self.lines, start=1):
            line.number(at)

    # -- as a part of the form ----------------------------------------------------------------------------------------

    def raw(self) -> object:
        written = [line.raw() for line in self.written()]
        return {LINES: written} if written else None

    def written(self) -> list[IssueLine]:
        """The lines that hold something, in order: the nth is the nth issue."""
        return [line for line in self.lines if line.raw()]

    def fill(self, value: Any) -> None:
        for line in self.lines:
            line.setParent(None)
            line.deleteLater()
        self.lines = []
        for values in (value or {}).get(LINES, ()):
            self.add(values)
        if not self.lines:
            self.add()

    def setFocus(self) -> None:  # type: ignore[override]
        """Go to the first line that is still empty."""
        empty = next((line for line in self.lines if not line.raw()), None) or self.add()
        empty.editors["title"].setFocus()

    def show_findings(self, problems: Mapping[str, str], warnings: Mapping[str, str], *, every: bool) -> None:
        for at, line in enumerate(self.written()):
            if every or not line.unfinished():
                line.say(_of(problems, f"{self.name}.{at}."))

    def problems(self) -> Mapping[str, str]:
        found = {}
        for at, line in enumerate(self.written()):
            name = line.problem()
            if name:
                found[f"{self.name}.{at}.{name}"] = line.messages[name].text()
        return found

    def focus_problem(self) -> None:
        for line in self.lines:
            if line.problem():
                line.editors[line.problem()].setFocus()
                return


def _of(problems: Mapping[str, str], beginning: str) -> dict[str, str]:
    return {key.removeprefix(beginning): words for key, words in problems.items() if key.startswith(beginning)}


def _line(row: Row) -> Line:
    return Line(row.id, f"{row['number'] or ''} {row['title']}".strip(), str(row["category"] or ""), _pill(row))


def _pill(row: Row) -> Pill:
    return Pill(str(row["state"]), tone_of(str(row["state"])))
