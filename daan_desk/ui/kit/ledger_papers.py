"""What goes in and out of a ledger's page: import, workbook, print, blank roster, a superior's form, the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from daan_desk.domain.fields import Ledger
from daan_desk.domain.questions import Question
from daan_desk.domain.tables import Table
from daan_desk.services import ledgers
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.export_box import Export, ExportBox
from daan_desk.ui.kit.fill_box import FillBox, Filling, planned
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.paper import ledger_paper
from daan_desk.ui.kit.phones_tick import PhonesTick
from daan_desk.ui.kit.preview import Preview
from daan_desk.ui.kit.saved_files import ask_file, ask_place, folder, free, offer_file

IMPORTS, BACKUPS = "imports", "backups"
FORMS = "*.xlsx *.xlsm *.xls *.et"


class LedgerPapers(QObject):
    """Bound to one ledger and the page over which its boxes open."""

    def __init__(self, desk: Desk, ledger: Ledger, host: QWidget) -> None:
        super().__init__(host)
        self._desk, self._ledger, self._host = desk, ledger, host
        self.dialog: QDialog | None = None  # the one that is open, for tests and for closing

    def actions(self, copy: Callable[[Shown], object], fixed: bool = False) -> tuple[LedgerAction, ...]:
        """The actions of a page; of a ledger in which nothing is made only those that lead out."""
        out = LedgerAction(self.tr("导出 Excel"), "download", self.export, keys="Ctrl+E", alone=True)
        printing = LedgerAction(self.tr("打印…"), "printer", self.print, place="more", keys="Ctrl+P")
        copying = LedgerAction(self.tr("复制全部行"), "clipboard-copy", copy, place="more")
        if fixed:
            return out, printing, copying
        bring = LedgerAction(self.tr("导入"), "upload", lambda _: self.bring(), alone=True)
        filling = LedgerAction(self.tr("填写上级表格…"), "file-check", self.fill, place="more")
        blank = LedgerAction(self.tr("下载导入模板…"), "file-down", lambda _: self.template(), place="more")
        back = LedgerAction(self.tr("从备份找回…"), "archive-restore", lambda _: self.bring_back(), place="more")
        return bring, out, printing, filling, blank, copying, back

    def bring(self) -> None:
        """Go where files come in, and say for which ledger."""
        self._desk.go(IMPORTS, Target(question=Question(self._ledger.name)))

    def bring_back(self) -> None:
        """Go where backups are, and say in which ledger something is missing."""
        self._desk.go(BACKUPS, Target(question=Question(self._ledger.name)))

    # -- workbook -----------------------------------------------------------------------------------------------------

    def export(self, shown: Shown) -> None:
        """Ask how the workbook shall be, under a name that is already there."""
        work = partial(ledgers.ids, self._desk.office, shown.question)
        self._desk.tasks.run(work, then=lambda ids: self._ask_export(shown, len(ids)), owner=self)

    def _ask_export(self, shown: Shown, count: int) -> None:
        stem = f"{self._ledger.label}-{self._desk.office.today():%Y%m%d}"
        place = free(folder(self._desk.preferences), stem, ".xlsx")
        self._open(ExportBox(self._desk, self._host, Export(self._ledger, shown, count), place))

    # -- paper --------------------------------------------------------------------------------------------------------

    def print(self, shown: Shown) -> None:
        """Show the rows as they will be printed."""
        work = partial(ledgers.table, self._desk.office, shown.question, shown.columns)
        self._desk.tasks.run(work, then=partial(self._preview, shown.narrowed), owner=self)

    def _preview(self, narrowed: Sequence[str], table: Table) -> None:
        phones = PhonesTick(self._desk, self._ledger, (column.kind for column in table.columns))
        paper = ledger_paper(phones.told(table), self._under(narrowed, len(table.rows)))
        preview = Preview(paper, folder(self._desk.preferences), self._host)
        preview.head.insertWidget(1, phones)
        phones.clicked.connect(preview.reject)
        phones.clicked.connect(lambda: self._preview(narrowed, table))
        self._open(preview)

    def _under(self, narrowed: Sequence[str], rows: int) -> str:
        """What stands under the title: a paper that leaves rows out must say which, and as of when."""
        day = self._desk.office.today()
        count = self.tr("共 {n} 条").format(n=f"{rows:,}")
        return "　".join((*narrowed, count, f"{day.year}年{day.month}月{day.day}日"))

    # -- forms --------------------------------------------------------------------------------------------------------

    def fill(self, shown: Shown) -> None:
        """Choose a blank form and show what would be filled in it."""
        title, kinds = self.tr("选择要填写的空白表"), self.tr("Excel、WPS 表格") + f" ({FORMS})"
        form = ask_file(self._host, self._desk.preferences, title, kinds)
        if form:
            work = partial(planned, self._desk.office, form, shown.question)
            self._desk.tasks.run(work, then=partial(self._ask_fill, shown.question), owner=self)

    def _ask_fill(self, question: Question, filling: Filling) -> None:
        form = filling.form
        place = free(form.parent, f"{form.stem}-已填", form.suffix.lower())
        self._open(FillBox(self._desk, self._host, filling, question, place))

    def template(self) -> None:
        """A blank roster that comes in again without a question."""
        save_template(self._desk, self._ledger.name, self._host)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        self.dialog = dialog


def save_template(desk: Desk, ledger: str, host: QWidget) -> None:
    """Ask for a place and write the ledger's blank roster there."""
    described = ledgers.ledger(ledger)
    to = ask_place(host, desk.preferences, desk.tr("{label}-导入模板").format(label=described.label), ".xlsx")
    if to:
        then = partial(_template_saved, host, to)
        desk.tasks.run(partial(_write_template, desk.office, described, to), then=then, owner=host)


def _write_template(office: Office, ledger: Ledger, to: Path) -> int:
    from daan_desk.exchange.templates_out import write_template  # openpyxl: only who writes one waits for it

    return write_template(ledger, to, ledgers.lists(office, ledger.name))


def _template_saved(host: QWidget, to: Path, columns: int) -> None:
    offer_file(host, to, f"模板已保存，共 {columns} 栏")
