"""What every ledger's page offers by itself: records made, opened, changed and removed; files in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.ledger_papers import LedgerPapers
from daan_desk.ui.kit.ledger_service import OfficeSource

if TYPE_CHECKING:
    from daan_desk.ui.kit.ledger_page import LedgerPage


def usual_actions(page: LedgerPage) -> tuple[LedgerAction, ...]:
    """The actions of a page in the order of its head; one that asks elsewhere than the office has no papers."""
    fixed, records, tr = page.setup.fixed, page.records, page.tr

    def copy_all(_: Shown) -> None:
        records.copy(page.model.ids(), page.body.columns.names())

    papers = (
        LedgerPapers(page.desk, page.ledger, page).actions(copy_all, fixed)
        if isinstance(page.source, OfficeSource)
        else ()
    )
    opening = LedgerAction(tr("打开"), "external-link", lambda s: records.open(s.selected[0]), "one", "menu")
    copying = LedgerAction(tr("复制"), "clipboard-copy", lambda _: page.copy(), "rows", "menu", keys="Ctrl+C")
    if fixed:
        return opening, copying, *papers
    many = LedgerAction(tr("批量修改"), "pencil", lambda s: records.change_many(s.selected), "rows", "both")
    gone = LedgerAction(tr("删除"), "trash-2", lambda s: records.remove(s.selected), "rows", "both")
    words = tr("新增{noun}").format(noun=page.ledger.noun)
    fresh = LedgerAction(words, "plus", lambda _: records.add(), look="main", keys="Ctrl+N")
    return opening, many, copying, gone, *papers, fresh
