"""What is done with records from a ledger's page: open, make, change in place or many at once, delete, copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Row
from daan_desk.domain.tables import Column, Table
from daan_desk.services.stale import Seen, Stale, knowing
from daan_desk.ui.kit.bulk import BulkDialog
from daan_desk.ui.kit.clash_box import BEFORE, MINE, THEIRS, ClashBox
from daan_desk.ui.kit.clipboard import as_mime
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Plan, plan_box
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.form_desk import FormDesk
from daan_desk.ui.kit.form_dialog import FormDialog
from daan_desk.ui.kit.form_drafts import Drafts
from daan_desk.ui.kit.ledger_setup import LedgerSetup

NAMED = 5  # records named before a deletion


class LedgerRecords(QObject):
    """Opens the forms and boxes of one ledger over its page and carries their acts out through the desk."""

    def __init__(self, desk: Desk, around: Around, setup: LedgerSetup, drafts: Drafts | None, host: QWidget) -> None:
        super().__init__(host)
        self._desk, self._around, self._setup, self._host = desk, around, setup, host
        self._ledger = around.source.ledger
        self._form_desk = FormDesk(desk.act, desk.complain, drafts, self.open, desk.heard)
        self.dialog: QWidget | None = None  # the one that is open, for tests and for closing

    def open(self, record: str) -> None:
        """Show a record: in the page's own way where it has one, else in its form."""
        if self._setup.open_record:
            self._setup.open_record(record)
        else:
            self.form(record)

    def form(self, record: str = "", values: Mapping[str, object] | None = None) -> FormDialog:
        """The form of a record, or of a new one that begins with these values."""
        dialog = self._setup.form(self._around, self._form_desk, record, self._host)
        if not record:
            dialog.start_with({**self._setup.fresh, **(values or {})})
        dialog.open()
        self.dialog = dialog
        return dialog

    def add(self) -> None:
        self.form()

    def change_many(self, ids: Sequence[str]) -> None:
        """Change a field of many records, with a preview."""
        dialog = BulkDialog(self._around, self._form_desk, ids, self._host)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        self.dialog = dialog

    def change_one(self, record: str, field: str, raw: object, shown: Row | None = None) -> None:
        """Save a quick edit, held against what the table showed."""
        seen = Seen(self._ledger.name, record, {field: _plain(shown[field])} if shown else {})
        self._save_one(seen, field, raw)

    def _save_one(self, seen: Seen, field: str, raw: object) -> None:
        work = partial(knowing, seen, partial(self._around.source.change, seen.id, {field: raw}))
        self._desk.act(work, failed=partial(self._met, field, raw))

    def _met(self, field: str, raw: object, failure: BaseException) -> None:
        """Another was first: the officer chooses which of the values shall stand."""
        if not isinstance(failure, Stale):
            self._desk.complain(failure)
            return
        box = ClashBox(self._host, failure, self._ledger, self._around.source.today())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        values = {MINE: raw, BEFORE: failure.clashes[0].before, THEIRS: failure.clashes[0].theirs}
        box.accepted.connect(lambda: self._save_one(failure.taken_note(), field, values[box.chosen()[field]]))
        box.open()
        self.dialog = box

    def remove(self, ids: Sequence[str]) -> None:
        """Delete records after naming them."""
        if ids:
            work = partial(self._around.source.rows, ids[:NAMED])
            self._around.tasks.run(work, partial(self._ask_removal, tuple(ids)), owner=self)

    def _ask_removal(self, ids: tuple[str, ...], first: Sequence[Row]) -> None:
        noun = self._ledger.noun
        named = [" ".join(self._ledger[n].kind.show(row[n]) for n in self._ledger.title.split()) for row in first]
        more = [self.tr("…… 共 {n} 条").format(n=f"{len(ids):,}")] if len(ids) > len(named) else []
        title = self.tr("删除 {n} 条{noun}？").format(n=f"{len(ids):,}", noun=noun)
        sentence = self.tr("删除后可以用“撤销”找回。还被其他记录用到的不能删除。")
        plan = Plan(title, sentence, remarks=[*named, *more], doing=self.tr("删除"), danger=True)
        box = plan_box(self._host, plan)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(lambda: self._desk.act(partial(self._around.source.remove, ids)))
        box.open()
        self.dialog = box

    def copy(self, ids: Sequence[str], columns: Sequence[str]) -> None:
        """Put rows on the clipboard as a table that Excel takes."""
        if ids:
            work = partial(self._around.source.rows, ids)
            self._around.tasks.run(work, partial(self._copied, tuple(columns)), owner=self)

    def _copied(self, columns: tuple[str, ...], rows: Sequence[Row]) -> None:
        fields = [self._ledger[name] for name in columns]
        heads = tuple(Column(f.label, f.kind, f.width, f.total, f.name) for f in fields)
        table = Table(self._ledger.label, heads, tuple(tuple(row[name] for name in columns) for row in rows))
        QGuiApplication.clipboard().setMimeData(as_mime(table))
        self._desk.tell(self.tr("已复制 {n} 行，可以直接粘贴到 Excel").format(n=f"{len(rows):,}"))


def _plain(value: object) -> object:
    return value.id if isinstance(value, Linked) else value
