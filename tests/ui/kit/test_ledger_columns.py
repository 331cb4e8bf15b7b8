"""The columns that name a row, in a narrow window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFontMetrics

from daan_desk.services import ledgers, records
from daan_desk.services.office import Office
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.ledger_columns import naming
from daan_desk.ui.kit.ledger_page import LedgerPage
from tests import builders

Pages = Callable[..., LedgerPage]
GAPS = "研发费用归集不规范，" * 4
FIRM = "四川自贡大安粉末冶金有限责任公司"


def test_that_a_name_is_whole_where_other_words_must_be_cut(page_at: Pages, office: Office) -> None:
    enterprise = builders.enterprise(office, FIRM)
    values = {"enterprise": enterprise, "target": "专精特新", "target_year": 2027, "gaps": GAPS}
    records.add(office, "cultivation", values)
    page = page_at("cultivation")
    page.resize(1250, 600)
    page.desk.tasks.settle()
    widths = {name: page.table.columnWidth(at) for at, name in enumerate(page.body.columns.names())}
    metrics = QFontMetrics(sized(14))
    assert widths["enterprise"] >= metrics.horizontalAdvance(FIRM[:14])
    assert widths["gaps"] < metrics.horizontalAdvance(GAPS)


def test_that_the_spare_room_goes_to_words_and_not_to_a_year() -> None:
    assert naming(ledgers.ledger("entitlements")) == "policy"
    assert naming(ledgers.ledger("visits")) == "enterprise"
    assert naming(ledgers.ledger("issues")) == "title"
