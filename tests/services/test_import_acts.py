"""An import as an act: shown, corrected, carried out, stopped, taken back, told."""

from __future__ import annotations

import pytest

from daan_desk.domain.failures import Cancelled, Rejected
from daan_desk.domain.imports import ImportPlan, Verdict
from daan_desk.domain.questions import Question, Row
from daan_desk.domain.sheets import Skipped
from daan_desk.services import imports, ledgers, records, undo
from daan_desk.services.office import Office
from tests import builders
from tests.sheets import layout

FIRMS = ("自贡天工机械有限公司", "自贡华岭阀门有限公司", "自贡永盛泵业有限公司")


def rows(office: Office, ledger: str) -> tuple[Row, ...]:
    return ledgers.rows(office, ledger, ledgers.ids(office, Question(ledger)))


def verdicts(plan: ImportPlan) -> list[Verdict]:
    return [judged.verdict for judged in plan.rows]


def said(plan: ImportPlan) -> str:
    return "\n".join(text for judged in plan.rows for text in judged.warnings)


def test_that_an_import_is_taken_back_as_a_whole_with_all_that_it_brought(office: Office) -> None:
    sheet = layout("企业名称 包联领导", (FIRMS[0], "王建国"), (FIRMS[1], "王建国"))
    changes = imports.carry_out(office, imports.plan(office, sheet))
    undo.undo(office, changes.act)
    assert rows(office, "enterprises") == ()
    assert rows(office, "assignments") == ()


def test_that_undo_keeps_what_was_changed_since(office: Office) -> None:
    changes = imports.carry_out(office, imports.plan(office, layout("企业名称", (FIRMS[0],), (FIRMS[1],))))
    later = changes.ids["enterprises"][0]
    records.change(office, "enterprises", later, {"notes": "后来改过"})
    undo.undo(office, changes.act)
    assert [row.id for row in rows(office, "enterprises")] == [later]


def test_that_a_cancelled_import_leaves_nothing_behind(office: Office) -> None:
    plan = imports.plan(office, layout("企业名称", *((f"自贡第{at}机械厂",) for at in range(30))))
    heard: list[tuple[int, int]] = []
    with pytest.raises(Cancelled):
        imports.carry_out(
            office, plan, progress=lambda done, total: heard.append((done, total)), cancelled=lambda: True
        )
    assert heard == [(30, 30)]
    assert rows(office, "enterprises") == ()


def test_that_the_officer_can_change_the_matching(office: Office) -> None:
    sheet = layout("企业名称 产品名称 备注", (FIRMS[0], "阀门", "好"))
    plan = imports.plan(office, sheet, mapping={"产品名称": "主要产品", "备注": ""})
    assert plan.rows[0].values == {"name": FIRMS[0], "products": "阀门"}


def test_that_an_officer_can_say_what_a_strange_sheet_is(office: Office) -> None:
    sheet = layout("甲方 乙方 金额", ("某局", "天工", 5))
    with pytest.raises(Rejected):
        imports.plan(office, sheet)
    with pytest.raises(Rejected, match="企业名称"):
        imports.plan(office, sheet, ledger="enterprises")
    plan = imports.plan(office, sheet, ledger="enterprises", mapping={"乙方": "企业名称"})
    assert plan.rows[0].values == {"name": "天工"}


def test_that_a_confirmed_matching_is_remembered_for_the_next_file(office: Office) -> None:
    confirmed = imports.plan(office, layout("企业名称 乙方 金额", (FIRMS[0], "x", 5)), mapping={"乙方": "short_name"})
    imports.remember(office, confirmed)
    again = imports.plan(office, layout("企业名称 乙方 金额", (FIRMS[1], "y", 6)))
    assert again.rows[0].values == {"name": FIRMS[1], "short_name": "y"}


def test_that_a_remembered_matching_keeps_officers_in_charge_and_columns_of_two_fields(office: Office) -> None:
    heads = "企业名称 联系人及电话 包联领导"
    first = imports.plan(office, layout(heads, (FIRMS[0], "赵某 13800000001", "王建国")))
    imports.remember(office, first)
    again = imports.plan(office, layout(heads, (FIRMS[1], "钱某 13800000002", "王建国")))
    assert again.columns[0].reason == "上次确认过"
    assert again.rows[0].values["contact_phone"] == "13800000002"
    assert [extra.text for extra in again.extras] == ["县级领导 王建国"]


def test_that_those_that_a_file_no_longer_names_are_listed(office: Office) -> None:
    builders.enterprise(office, FIRMS[0])
    builders.enterprise(office, FIRMS[1])
    plan = imports.plan(office, layout("企业名称", (FIRMS[0],)))
    assert [text for _, text in plan.absent] == [FIRMS[1]]


def test_that_a_sheet_that_is_no_ledger_is_refused_and_the_one_that_is_chosen(office: Office) -> None:
    form = layout("姓名 身份证号", ("张三", "510304199001011234"), sheet="人员")
    roster = layout("企业名称", (FIRMS[0],), sheet="名录")
    assert imports.chosen(office, (form, roster)).sheet == "名录"
    assert imports.chosen(office, (roster, form), sheet="名录").sheet == "名录"
    with pytest.raises(Rejected, match="人员名单"):
        imports.chosen(office, (form,))
    with pytest.raises(Rejected, match="没有名为"):
        imports.chosen(office, (roster,), sheet="不存在")


def test_that_a_sheet_that_nobody_sees_comes_in_only_by_its_name(office: Office) -> None:
    seen = layout("姓名 身份证号", ("张三", "510304199001011234"), sheet="人员")
    unseen = layout("企业名称", (FIRMS[0],), sheet="旧名录", hidden=True)
    with pytest.raises(Rejected, match="隐藏的工作表没有导入"):
        imports.chosen(office, (seen, unseen))
    assert imports.chosen(office, (seen, unseen), sheet="旧名录") is unseen


def answered(office: Office) -> dict[str, object]:
    """The answer for a sheet with a good row, a nameless one, a double and an odd number."""
    sheet = layout(
        "序号 企业名称 联系电话",
        (1, FIRMS[0], "13800000001"),
        (2, None, "13800000002"),
        (3, FIRMS[0], "13800000001"),
        (4, FIRMS[1], "1380000"),
        header_rows=(1,),
        skipped=(Skipped(7, "合计行"),),
    )
    plan = imports.plan(office, sheet)
    assert imports.answer(plan)["act"] == ""
    return imports.answer(plan, imports.carry_out(office, plan))


def test_that_the_answer_has_exactly_what_the_command_line_promises(office: Office) -> None:
    told = answered(office)
    assert told.pop("act")
    assert told == {
        "ledger": "enterprises",
        "sheet": "Sheet1",
        "header_rows": [1],
        "columns": {"企业名称": "name", "联系电话": "contact_phone"},
        "ignored": ["序号"],
        "data_rows": 4,
        "added": 2,
        "changed": 0,
        "same": 0,
        "refused": [{"row": 3, "problems": ["企业名称不能为空"]}],
        "skipped": [
            {"row": 7, "why": "合计行"},
            {"row": 4, "why": "与第 2 行重复（企业名称相同），没有重复导入"},
        ],
        "warnings": [{"row": 5, "text": "联系电话：“1380000”不像一个完整的电话号码，已照原样保留"}],
    }


def test_that_every_wrong_cell_has_its_place_for_the_workbook_that_goes_back(office: Office) -> None:
    plan = imports.plan(office, layout("企业名称 人数", (None, 5), (FIRMS[0], "很多")))
    places = {(spot.row, spot.column) for spot in plan.spots}
    assert places == {(2, 0), (3, -1)}
