"""Roster import: what becomes of every row of an enterprise roster."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from daan_desk.domain.imports import ImportPlan, Verdict
from daan_desk.domain.questions import Question, Row
from daan_desk.services import imports, ledgers
from daan_desk.services.importing.reading import apart
from daan_desk.services.office import Office
from tests import builders
from tests.sheets import code, layout

FIRMS = ("自贡天工机械有限公司", "自贡华岭阀门有限公司", "自贡永盛泵业有限公司")


def rows(office: Office, ledger: str) -> tuple[Row, ...]:
    return ledgers.rows(office, ledger, ledgers.ids(office, Question(ledger)))


def verdicts(plan: ImportPlan) -> list[Verdict]:
    return [judged.verdict for judged in plan.rows]


def said(plan: ImportPlan) -> str:
    return "\n".join(text for judged in plan.rows for text in judged.warnings)


def test_that_a_roster_comes_in_and_the_same_roster_again_changes_nothing(office: Office) -> None:
    sheet = layout(
        "序号 企业名称 统一社会信用代码 镇街 联系电话 营业收入（元） 成立日期 是否规上",
        (1, FIRMS[0], code(1), "大安街道", 13812345678.0, 12345678, date(2001, 2, 3), "√"),
        (2, FIRMS[1], code(2), "和平乡", "0813-5551234", "1.2亿", "2001.2.3", "否"),
    )
    plan = imports.plan(office, sheet)
    assert verdicts(plan) == [Verdict.ADDED, Verdict.ADDED]
    imports.carry_out(office, plan)
    first, second = sorted((row.values for row in rows(office, "enterprises")), key=lambda v: str(v["credit_code"]))
    assert first["contact_phone"] == "13812345678"
    assert first["revenue_last_year"] == Decimal("1234.5678")
    assert first["founded"] == date(2001, 2, 3)
    assert first["above_scale"] is True
    assert second["town"].text == "和平街道"  # type: ignore[attr-defined]
    assert second["revenue_last_year"] == 12000
    assert verdicts(imports.plan(office, sheet)) == [Verdict.SAME, Verdict.SAME]


def test_that_changes_are_shown_cell_by_cell_before_they_are_made(office: Office) -> None:
    builders.enterprise(office, FIRMS[0], credit_code=code(1), contact_phone="13800000001", town="大安街道")
    sheet = layout("企业名称 信用代码 联系电话 镇街 联系人", (FIRMS[0], code(1), "13800000002", "龙井街道", None))
    plan = imports.plan(office, sheet)
    assert verdicts(plan) == [Verdict.CHANGED]
    assert plan.rows[0].changes == (
        ("contact_phone", "13800000001", "13800000002"),
        ("town", "大安街道", "龙井街道"),
    )
    changes = imports.carry_out(office, plan)
    assert changes.counts == {"enterprises": 1}
    assert rows(office, "enterprises")[0]["contact_phone"] == "13800000002"


def test_that_an_empty_cell_never_erases_and_rules_hold_by_column(office: Office) -> None:
    builders.enterprise(office, FIRMS[0], contact_phone="13800000001", contact_name="赵某")
    sheet = layout("企业名称 联系电话 联系人 详细地址", (FIRMS[0], "13800000002", None, "大安街 1 号"))
    kept = imports.plan(office, sheet, rules={"contact_phone": "fill", "address": "fill"})
    assert [change.field for change in kept.rows[0].changes] == ["address"]
    never = imports.plan(office, sheet, rules={"contact_phone": "never", "address": "never"})
    assert verdicts(never) == [Verdict.SAME]


@pytest.mark.parametrize(
    "name",
    [
        "自贡市天工机械有限责任公司",
        "四川省自贡市天工机械有限公司",
        "自贡天工 机械有限公司",
        "自贡天工机械有限公司（注销）",
    ],
)
def test_that_an_enterprise_is_found_by_its_name_in_any_spelling_and_keeps_its_own(office: Office, name: str) -> None:
    builders.enterprise(office, FIRMS[0])
    plan = imports.plan(office, layout("企业名称 联系电话", (name, "13800000001")))
    assert verdicts(plan) == [Verdict.CHANGED]
    imports.carry_out(office, plan)
    assert rows(office, "enterprises")[0]["name"] == FIRMS[0]


def test_that_the_code_comes_before_the_name(office: Office) -> None:
    builders.enterprise(office, FIRMS[0], credit_code=code(1))
    plan = imports.plan(office, layout("企业名称 信用代码", (FIRMS[1], code(1))))
    assert plan.rows[0].changes == (("name", FIRMS[0], FIRMS[1]),)


def test_that_a_known_name_with_another_code_is_told(office: Office) -> None:
    builders.enterprise(office, FIRMS[0], credit_code=code(1))
    plan = imports.plan(office, layout("企业名称 信用代码", (FIRMS[0], code(2))))
    assert verdicts(plan) == [Verdict.CHANGED]
    assert code(1) in said(plan)


def test_that_a_double_in_the_file_is_skipped_with_the_row_that_it_repeats(office: Office) -> None:
    sheet = layout(
        "企业名称 信用代码 联系电话",
        (FIRMS[0], code(1), "13800000001"),
        (FIRMS[1], code(1), "13800000002"),
        (FIRMS[0], None, None),
    )
    plan = imports.plan(office, sheet)
    assert verdicts(plan) == [Verdict.ADDED, Verdict.SKIPPED, Verdict.SKIPPED]
    assert "第 2 行" in plan.rows[1].why
    assert "联系电话" in plan.rows[1].why


def test_that_one_name_with_two_codes_is_two_enterprises(office: Office) -> None:
    plan = imports.plan(office, layout("企业名称 信用代码", (FIRMS[0], code(1)), (FIRMS[0], code(2))))
    assert verdicts(plan) == [Verdict.ADDED, Verdict.ADDED]
    assert "同名" in said(plan)


def test_that_a_row_is_refused_only_when_it_cannot_be_known(office: Office) -> None:
    sheet = layout(
        "企业名称 信用代码 营业收入（万元）", (None, code(1), 5), (FIRMS[1], "9.11E+17", "亏损"), ("#REF!", code(3), 7)
    )
    plan = imports.plan(office, sheet)
    assert verdicts(plan) == [Verdict.REFUSED, Verdict.ADDED, Verdict.REFUSED]
    assert plan.rows[0].problems == {"name": "企业名称不能为空"}
    assert "公式错误" in plan.rows[2].problems["name"]
    assert "丢失" in said(plan)
    assert "亏损" in said(plan)
    imports.carry_out(office, plan)
    assert [row["credit_code"] for row in rows(office, "enterprises")] == [None]


def test_that_a_refused_row_does_not_hide_the_good_one_behind_it(office: Office) -> None:
    plan = imports.plan(office, layout("企业名称 信用代码", (None, code(1)), (FIRMS[0], code(1))))
    assert verdicts(plan) == [Verdict.REFUSED, Verdict.ADDED]


def test_that_a_town_that_nobody_knows_is_left_empty_and_named(office: Office) -> None:
    plan = imports.plan(
        office, layout("企业名称 镇街", (FIRMS[0], "城东街道"), (FIRMS[1], "永嘉乡"), (FIRMS[2], "大山铺"))
    )
    assert plan.proposed == {"towns": ("城东街道",)}
    assert "城东街道" in said(plan)
    assert "撤并" in said(plan)
    assert "town" not in plan.rows[0].values
    assert "town" in plan.rows[2].values


def test_that_a_new_town_is_made_when_somebody_says_so(office: Office) -> None:
    sheet = layout("企业名称 镇街", (FIRMS[0], "城东街道"))
    changes = imports.carry_out(office, imports.plan(office, sheet, rules={"towns": "create"}))
    assert changes.counts == {"towns": 1, "enterprises": 1}
    assert rows(office, "enterprises")[0]["town"].text == "城东街道"  # type: ignore[attr-defined]


def test_that_names_that_look_alike_are_asked_about(office: Office) -> None:
    builders.enterprise(office, "自贡华岭精密阀门有限公司")
    plan = imports.plan(office, layout("企业名称", ("四川华岭精密阀门股份有限公司",)))
    assert verdicts(plan) == [Verdict.ADDED]
    assert "相近" in said(plan)


@pytest.mark.parametrize(
    ("cell", "persons", "numbers"),
    [
        ("赵某 13800000001", "赵某", "13800000001"),
        ("李强（总经理）：13912345678；王芳 13712345678", "李强（总经理）、王芳", "13912345678、13712345678"),
        ("联系人：张三 手机13812345678", "张三", "13812345678"),
        ("张三(13812345678)", "张三", "13812345678"),
        ("王芳（财务）0813-5501234", "王芳（财务）", "0813-5501234"),
        ("13812345678", "", "13812345678"),
    ],
)
def test_that_persons_and_their_numbers_in_one_cell_are_told_apart(cell: str, persons: str, numbers: str) -> None:
    assert apart(cell) == (persons, numbers)
