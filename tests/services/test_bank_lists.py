"""Each bank gets a list with what it needs to see; what it sends back comes in as its answer."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.imports import Verdict
from daan_desk.exchange.bank_lists_out import write_bank_lists
from daan_desk.exchange.layouts import layouts
from daan_desk.exchange.workbooks import read
from daan_desk.services import bank_lists, financing, financing_record, imports, ledgers, records, settings
from daan_desk.services.office import Office
from daan_desk.services.values import linked
from tests.services import services_world as world
from tests.services.services_world import BANK, FIRM, OTHER

OTHER_BANK = "工商银行大安支行"


@pytest.fixture
def files(office: Office, tmp_path: Path) -> dict[str, Path]:
    """The lists of all banks after both demands were pushed to both, the first of them answered."""
    made = world.laid(office)
    records.change(office, "financing", made["financing"][1], {"notes": "企业资金链紧张", "preferred_bank": "某银行"})
    financing.push(office, made["financing"], made["banks"])
    lists = bank_lists.lists(office)
    written = write_bank_lists([(one.file, one.table) for one in lists], tmp_path / "清单", office.today())
    return {one.bank: file for one, file in zip(lists, written, strict=True)}


def cells(file: Path) -> list[list[object]]:
    return [list(row) for row in openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True)]


def test_that_a_bank_sees_its_own_pushes_and_nothing_of_other_banks_or_of_the_office(files: dict[str, Path]) -> None:
    assert files[BANK].name == f"推送清单-{BANK}-20261123.xlsx"
    head, *rows = cells(files[OTHER_BANK])
    assert {"融资需求", "银行", "答复时限", "结论"} < set(head)
    assert not {"意向银行", "备注", "来源活动"} & set(head)
    words = {str(cell) for row in rows for cell in row if cell is not None}
    assert not words & {BANK, "某银行", "企业资金链紧张", "同意"}
    assert {f"{FIRM} R2026-0001", f"{OTHER} R2026-0002"} <= words


def test_that_what_a_bank_sends_back_comes_in_as_its_answer(office: Office, files: dict[str, Path]) -> None:
    book = openpyxl.load_workbook(files[OTHER_BANK])
    sheet = book.worksheets[0]
    head = {str(cell.value).partition("(")[0].partition("（")[0]: cell.column for cell in sheet[1]}
    row = next(r for r in range(2, sheet.max_row + 1) if "R2026-0002" in str(sheet.cell(r, head["融资需求"]).value))
    for word, value in (("结论", "同意"), ("授信金额", 260), ("授信日期", "2026-11-30")):
        sheet.cell(row, head[word]).value = value
    book.save(files[OTHER_BANK])
    plan = imports.plan(office, layouts(read(files[OTHER_BANK]))[0])
    assert plan.ledger == "bank_responses"
    assert sorted(one.verdict for one in plan.rows) == sorted([Verdict.CHANGED, Verdict.SAME])
    imports.carry_out(office, plan)
    with office.reading() as reader:
        demand = linked(reader, "financing", "R2026-0002")
    assert ledgers.row(office, "financing", demand)["state"] == "已授信"


def test_that_the_office_decides_which_columns_a_bank_sees(office: Office) -> None:
    made = world.laid(office)
    settings.change_setting(office, "bank_list_columns", ["需求金额"])
    with pytest.raises(Rejected):
        settings.change_setting(office, "bank_list_columns", ["意向银行"])
    [only] = bank_lists.lists(office, banks=made["banks"][:1])
    labels = [column.label for column in only.table.columns]
    assert labels[4:6] == ["需求金额(万元)", "结论"]


def test_that_nothing_to_send_is_said(office: Office) -> None:
    with pytest.raises(Rejected, match="先在“融资需求”里推送"):
        bank_lists.lists(office)


def test_that_the_record_tells_first_borrowers_banks_and_reasons_and_who_is_late(office: Office) -> None:
    made = world.laid(office)
    financing.push(office, made["financing"], made["banks"])
    records.change(office, "bank_responses", made["bank_responses"][1], {"due": "2026-11-20"})
    [late] = [one for one in financing_record.awaited(office) if one.light.colour == "逾期"]
    assert (late.id, late.bank, late.demand) == (made["bank_responses"][1], BANK, f"{OTHER} R2026-0002")
    records.change(office, "bank_responses", late.id, {"decision": "婉拒", "reason": "抵押物不足"})
    found = financing_record.record(office)
    assert [(one.reason, one.ids) for one in found.declined] == [("抵押物不足", (late.id,))]
    assert (found.first.demands, str(found.first.rate)) == ((made["financing"][1],), "0.0%（0/1）")
    assert [(one.bank, len(one.pushed), len(one.declined), int(one.credit)) for one in found.banks] == [
        (OTHER_BANK, 2, 0, 0),
        (BANK, 2, 1, 500),
    ]
