"""What a form knows of others at its record: who changed it meanwhile, and the question where two changed the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from daan_desk.services.stale import Seen, Stale, knowing
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.clash_box import BEFORE, MINE, ClashBox
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.form import Form

if TYPE_CHECKING:
    from daan_desk.services.hearing import Heard
    from daan_desk.ui.kit.form_desk import FormDesk

T = TypeVar("T")
SAW = "\x1fsaw"  # in a draft: what stood in its fields


class Asking(Protocol):
    """The form at work, as far as it is needed here."""

    form: Form
    around: Around
    record: str

    def save(self) -> None: ...


class FormSeen(QObject):
    """Holds the record as it was when the form was filled; without a record it does nothing."""

    def __init__(self, dialog: Asking, desk: FormDesk, window: QWidget) -> None:
        super().__init__(window)
        self._dialog, self._window = dialog, window
        self._seen: Seen | None = None
        self.box: ClashBox | None = None  # the one that is open, for tests
        self.note, self.told = _note()
        room = window.layout()
        assert isinstance(room, QVBoxLayout)
        room.insertWidget(1, self.note)
        if desk.heard is not None:
            desk.heard.connect(self.hear)

    def begin(self) -> None:
        """See the record before it is shown: what is changed after this is asked about, never overwritten."""
        if self._dialog.record:
            work = partial(self._dialog.around.source.seen, self._dialog.record)
            self._dialog.around.tasks.run(work, self._see, owner=self)

    def _see(self, seen: Seen) -> None:
        self._seen = seen

    def hear(self, heard: Heard) -> None:
        """Somebody else changed something; if it was this record, say so and leave every field as it is."""
        ids = heard.changes.ids.get(self._dialog.around.source.ledger.name, ())
        if self._dialog.record and self._dialog.record in ids:
            words = self.tr("{by}在 {at} 改过这条记录。您填写的没有动，保存时同一处改得不一样会问您。")
            self.told.setText(words.format(by=heard.by, at=f"{heard.at:%H:%M}"))
            self.note.show()

    def draft(self) -> Mapping[str, object]:
        """What was typed, with what stood in those fields before: the draft may be found days later."""
        typed = self._dialog.form.altered()
        seen = self._seen.values if self._seen and typed else {}
        before = {name: str(seen[name]) for name in typed if name in seen}
        return {**typed, SAW: before} if before else typed

    def found(self, draft: Mapping[str, object]) -> dict[str, object]:
        """The fields of a draft; where somebody else changed them since, that is said."""
        saw, now = draft.get(SAW), self._seen.values if self._seen else {}
        kept = saw.items() if isinstance(saw, Mapping) else ()
        ledger = self._dialog.around.source.ledger
        moved = [ledger[name].label for name, before in kept if name in now and str(now[name]) != before]
        if moved:
            words = self.tr("上次填写以后，别人改过：{fields}。您填写的还在，请核对后再保存。")
            self.told.setText(words.format(fields="、".join(moved)))
            self.note.show()
        return {name: value for name, value in draft.items() if name != SAW}

    def knowing(self, work: Callable[[], T]) -> Callable[[], T]:
        """The work, held against what was seen."""
        return partial(knowing, self._seen, work) if self._seen else work

    def takes(self, failure: BaseException) -> bool:
        """Whether this is the question which of two shall stand; it is asked at once."""
        known = isinstance(failure, Stale) and all(clash.field in self._dialog.form.cells for clash in failure.clashes)
        if not known:
            return False
        assert isinstance(failure, Stale)
        source = self._dialog.around.source
        self.box = ClashBox(self._window, failure, source.ledger, source.today())
        self.box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.box.accepted.connect(partial(self._decided, failure))
        self.box.open()
        return True

    def _decided(self, stale: Stale) -> None:
        assert self.box is not None
        self._seen, form = stale.taken_note(), self._dialog.form
        for clash in stale.clashes:
            form.base_on(clash.field, clash.theirs)
        form.put(_given_way(stale, self.box.chosen()))
        self.note.hide()
        self._dialog.save()


def _given_way(stale: Stale, chosen: Mapping[str, str]) -> dict[str, object]:
    """The fields in which the officer's own words give way, with what stands there instead."""
    others = [clash for clash in stale.clashes if chosen[clash.field] != MINE]
    return {clash.field: clash.before if chosen[clash.field] == BEFORE else clash.theirs for clash in others}


def _note() -> tuple[QFrame, QLabel]:
    note, told = QFrame(), label()
    note.setProperty("look", "note-warn")
    told.setWordWrap(True)
    row = QHBoxLayout(note)
    row.setContentsMargins(12, 8, 12, 8)
    row.addWidget(told, 1)
    note.hide()
    return note, told
