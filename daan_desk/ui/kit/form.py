"""A form out of a ledger's description: groups, two columns where there is room, problems beside the fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from daan_desk.domain.fields import Field
from daan_desk.domain.kinds import Linked
from daan_desk.ui.kit.cards import Card, label
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.form_cell import FormCell
from daan_desk.ui.kit.form_judging import Judgement
from daan_desk.ui.kit.form_part import FormPart

TWO_COLUMNS = 640
WIDE = frozenset({"paragraphs"})


def groups_of(fields: Sequence[Field]) -> dict[str, list[Field]]:
    """Fields by the name of their group, groups in the order in which they first appear."""
    groups: dict[str, list[Field]] = {}
    for field in fields:
        groups.setdefault(field.group, []).append(field)
    return groups


class FormGroup(Card):
    """A group's fields in one or two columns; paragraphs take the whole width."""

    def __init__(self, name: str, cells: Sequence[FormCell], parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._cells = tuple(cells)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        self.body.addLayout(self._grid)
        self._columns = 0
        self.lay(1)

    def lay(self, columns: int) -> None:
        """Place the cells row by row, so that Tab goes through them as the eye does."""
        if columns == self._columns:
            return
        self._columns = columns
        row = at = 0
        for cell in self._cells:
            span = columns if cell.field.kind.editor in WIDE else 1
            if at + span > columns:
                row, at = row + 1, 0
            self._grid.addWidget(cell, row, at, 1, span)
            at += span
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class Form(QWidget):
    """Editors for fields; keeps what it was filled with, so that it can say what was changed."""

    changed = Signal()
    followed = Signal(str)

    def __init__(self, fields: Sequence[Field], around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "clear")
        self.cells: dict[str, FormCell] = {}
        self.groups: list[FormGroup] = []
        self.parts: dict[str, FormPart] = {}
        self.general = label("", "bad")
        self.general.setWordWrap(True)
        self.general.hide()
        self._before: dict[str, object] = {}
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(14)
        room.addWidget(self.general)
        for name, members in groups_of(fields).items():
            room.addWidget(self._group(name, members, around))
        room.addStretch(1)
        self.fill({})

    def _group(self, name: str, fields: Sequence[Field], around: Around) -> FormGroup:
        cells = [FormCell(field, around) for field in fields]
        for cell in cells:
            self.cells[cell.field.name] = cell
            cell.editor.changed.connect(self.changed)
            cell.followed.connect(self.followed)
        self.groups.append(FormGroup(name, cells, self))
        return self.groups[-1]

    def add_part(self, part: FormPart) -> None:
        """Put something that is more than a field below the groups; its value is one of the form's values."""
        room = self.layout()
        assert isinstance(room, QVBoxLayout)
        room.insertWidget(room.count() - 1, part)
        self.parts[part.name] = part
        part.changed.connect(self.changed)

    # -- values -------------------------------------------------------------------------------------------------------

    def fill(self, values: Mapping[str, object]) -> None:
        """Show the values of a record; what stood here before is forgotten."""
        for name, cell in self.cells.items():
            cell.editor.fill(values.get(name))
            cell.touched = False
            cell.say("")
        for name, part in self.parts.items():
            part.fill(values.get(name))
        self.general.hide()
        self._before = self.raws()

    def put(self, values: Mapping[str, object]) -> None:
        """Type values into the form: they count as changes."""
        for name, value in values.items():
            if name in self.cells:
                self.cells[name].editor.fill(value)
            elif name in self.parts:
                self.parts[name].fill(value)

    def base_on(self, name: str, value: object) -> None:
        """Another value to begin with under what stands in a field; what stands there stays."""
        editor = self.cells[name].editor
        typed = editor.raw()
        editor.fill(value)
        self._before[name] = editor.raw()
        editor.fill(typed)

    def refill(self, values: Mapping[str, object]) -> None:
        """Other values to begin with; what somebody has typed stays and still counts as a change."""
        typed = self.altered()
        for name, value in values.items():
            if name in self.cells and name not in typed:
                self.cells[name].editor.fill(value)
                self._before[name] = self.cells[name].editor.raw()

    def raws(self) -> dict[str, object]:
        """What stands in the editors and parts, by name."""
        fields = {name: cell.editor.raw() for name, cell in self.cells.items()}
        return {**fields, **{name: part.raw() for name, part in self.parts.items()}}

    def altered(self) -> dict[str, object]:
        """What stands in the fields that differ from what they were filled with."""
        return {name: raw for name, raw in self.raws().items() if _plain(raw) != _plain(self._before.get(name))}

    # -- what is wrong ------------------------------------------------------------------------------------------------

    def show_findings(self, found: Judgement, *, every: bool = False) -> None:
        """Sentences beside their fields; before saving (`every`) problems only where somebody has been."""
        for name, cell in self.cells.items():
            cell.touched = cell.touched or every
            told = cell.touched or (cell.editor.raw() is not None and not cell.editor.unfinished())
            problem = found.problems.get(name, "") if told else ""
            cell.say(problem, found.warnings.get(name, ""), found.twins.get(name, ""))
        for part in self.parts.values():
            part.show_findings(found.problems, found.warnings, every=every)
        rest = [words for name, words in found.problems.items() if name.split(".")[0] not in (*self.cells, *self.parts)]
        self.general.setText("；".join(rest))
        self.general.setVisible(bool(rest) and every)

    def problems(self) -> dict[str, str]:
        """The problems that are shown, by field."""
        own = {name: cell.problem for name, cell in self.cells.items() if cell.problem}
        return own | {name: words for part in self.parts.values() for name, words in part.problems().items()}

    def focus_first(self) -> None:
        for cell in self.cells.values():
            cell.editor.setFocus()
            return

    def refuse(self, problems: Mapping[str, str]) -> None:
        """Show beside every field why it was refused, and go to the first of them."""
        self.show_findings(Judgement(problems), every=True)
        self.focus_problem()

    def focus_problem(self) -> None:
        """Go to the first field that has a problem."""
        for cell in self.cells.values():
            if cell.problem:
                cell.editor.setFocus()
                return
        for part in self.parts.values():
            if part.problems():
                part.focus_problem()
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for group in self.groups:
            group.lay(2 if event.size().width() >= TWO_COLUMNS else 1)


def _plain(raw: object) -> object:
    """A raw value for comparing: a link is its record, text without blanks at its ends."""
    if isinstance(raw, Linked):
        return raw.id
    return raw.strip() or None if isinstance(raw, str) else raw
