"""Every service's ledger: kept, found, changed, undone, exported, and brought in again without a difference."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.imports import Verdict
from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Question, Where
from daan_desk.exchange.layouts import layouts
from daan_desk.exchange.ledgers_out import write_ledger
from daan_desk.exchange.workbooks import read
from daan_desk.services import imports, ledgers, records, undo
from daan_desk.services.office import Office
from tests import builders
from tests.services import services_world as world
from tests.services.services_world import BANK, FIRM, OTHER, POLICY, PROJECT, THEME
from tests.sheets import layout


def only(office: Office, ledger: str, *where: Where) -> dict[str, object]:
    [row] = ledgers.rows(office, ledger, ledgers.ids(office, Question(ledger, where=where)))
    return dict(row.values)


def test_that_every_ledger_goes_out_and_comes_in_again_without_a_difference(office: Office, tmp_path: Path) -> None:
    world.laid(office)
    for name in world.ROWS:
        table = ledgers.table(office, Question(name))
        path = tmp_path / f"{name}.xlsx"
        write_ledger(table, path)
        plan = imports.plan(office, layouts(read(path))[0])
        assert plan.ledger == name
        assert [judged.verdict for judged in plan.rows] == [Verdict.SAME] * len(table.rows), (name, plan.rows)


def test_that_what_was_kept_is_undone_with_all_that_followed_from_it(office: Office) -> None:
    world.laid(office)
    acts = {act.name.partition("：")[0]: act.id for act in reversed(undo.acts(office))}
    for name in world.ROWS:
        if name not in ("financing", "projects", "banks", "meetings", "policies", "assets", "space_needs"):
            before = ledgers.totals(office, Question(name)).count
            undo.undo(office, acts[f"新增{ledgers.ledger(name).noun}"])
            assert ledgers.totals(office, Question(name)).count == before - 1, name
    assert only(office, "financing", Where("amount", "is", 300))["state"] == "申报"
    assert only(office, "projects", Where("name", "is", PROJECT))["done_year"] == 100


def test_that_links_are_found_by_name_number_and_title(office: Office) -> None:
    world.laid(office)
    response = only(office, "bank_responses", Where("credit", "filled"))
    assert response["demand"] == Linked(response["demand"].id, f"{FIRM} R2026-0001")  # type: ignore[attr-defined]
    assert only(office, "participants", Where("enterprise", "filled"))["meeting"].text == f"2026-11-12 {THEME}"  # type: ignore[attr-defined]
    records.add(office, "bank_responses", {"demand": f"{OTHER} R2026-0002", "bank": "工商银行大安支行"})
    records.add(office, "participants", {"meeting": f"2026-11-12 {THEME}", "person": "李慧敏"})


def test_that_meetings_are_numbered_by_year_and_kind(office: Office) -> None:
    for day, kind in (
        ("2026-03-01", "座谈会"),
        ("2026-04-01", "座谈会"),
        ("2026-04-02", "现场办公会"),
        ("2025-04-01", "座谈会"),
    ):
        records.add(office, "meetings", {"kind": kind, "theme": f"{day}{kind}", "day": day})
    found = ledgers.rows(office, "meetings", ledgers.ids(office, Question("meetings", sort=("day",))))
    assert [row["number"] for row in found] == [1, 1, 2, 1]


def test_that_a_meeting_counts_what_was_raised_there_and_its_issues_say_where_they_come_from(office: Office) -> None:
    world.laid(office)
    records.add(
        office, "issues", {"enterprise": FIRM, "title": "用电报装", "category": "用能(水电气)", "meeting": THEME}
    )
    records.add(office, "financing", {"enterprise": FIRM, "amount": 100, "meeting": THEME})
    meeting = only(office, "meetings", Where("theme", "is", THEME))
    assert (meeting["people"], meeting["issues"], meeting["demands"]) == (2, 1, 1)
    assert only(office, "issues")["source"] == "下午茶"


def test_that_a_bank_has_a_month_to_answer_and_its_answer_moves_the_demand(office: Office) -> None:
    made = world.laid(office)
    response = only(office, "bank_responses", Where("credit", "empty"))
    assert response["due"] == date(2026, 12, 1)
    assert only(office, "financing", Where("amount", "is", 800))["state"] == "已授信"
    assert only(office, "financing", Where("amount", "is", 300))["state"] == "对接中"
    records.change(office, "bank_responses", made["bank_responses"][0], {"loan": 450, "loan_day": "2026-11-20"})
    demand = only(office, "financing", Where("amount", "is", 800))
    assert (demand["state"], demand["banks"], demand["credit"], demand["loan"]) == (
        "已放款",
        1,
        Decimal(500),
        Decimal(450),
    )
    records.remove(office, "bank_responses", [made["bank_responses"][1]])
    assert only(office, "financing", Where("amount", "is", 300))["state"] == "对接中"


def test_that_the_newest_month_of_a_project_is_what_the_project_says(office: Office) -> None:
    made = world.laid(office)
    project = only(office, "projects", Where("name", "is", PROJECT))
    assert (project["done_month"], project["done_year"], project["progress"]) == (150, 250, "设备进场")
    records.change(office, "project_months", made["project_months"][0], {"done_month": 120})
    assert only(office, "projects", Where("name", "is", PROJECT))["done_year"] == 270
    records.remove(office, "project_months", [made["project_months"][1]])
    assert only(office, "projects", Where("name", "is", PROJECT))["done_year"] == 120


def test_that_an_assignment_is_to_an_enterprise_or_to_a_project(office: Office) -> None:
    world.laid(office)
    with pytest.raises(Rejected, match="至少要填一个"):
        records.add(office, "assignments", {"officer": "王建国", "role": "县级领导"})
    identity = records.add(office, "assignments", {"officer": "王建国", "role": "县级领导", "project": PROJECT})
    with pytest.raises(Rejected, match="至少要填一个"):
        records.change(office, "assignments", identity.first("assignments"), {"project": None})


def test_that_defaults_say_where_a_new_record_begins(office: Office) -> None:
    world.laid(office)
    assert only(office, "assets", Where("kind", "is", "土地"))["state"] == "闲置"
    match = only(office, "space_matches")
    assert (match["state"], match["officer"].text) == ("已推荐", "李慧敏")  # type: ignore[attr-defined]
    assert only(office, "leads")["stage"] == "线索"
    assert only(office, "tech_projects")["state"] == "储备"
    assert only(office, "cultivation")["track"] == "科技企业"
    assert only(office, "weekly_notes")["week"] == date(2026, 11, 16)
    assert only(office, "conditions", Where("either", "filled"))["number"] == 2
    assert only(office, "participants", Where("bank", "filled"))["part"] == "银行"


def test_that_parts_go_with_the_whole_and_what_others_use_stays(office: Office) -> None:
    made = world.laid(office)
    records.remove(office, "entitlements", made["entitlements"])
    records.remove(office, "policies", made["policies"])
    assert ledgers.totals(office, Question("conditions")).count == 0
    with pytest.raises(Rejected, match="银行对接"):
        records.remove(office, "banks", [made["banks"][0]])


@pytest.mark.parametrize(
    ("ledger", "headers", "row", "expected"),
    [
        (
            "financing",
            "企业名称 融资需求金额（元） 贷款用途 期限（月） 担保方式 抵押物 意向银行 首贷户 登记日期",
            (FIRM, 5000000, "流动资金周转", 12, "抵押贷款", "厂房", "农行", "√", "2026-11-02"),
            {"amount": Decimal(500), "purpose": "流动资金", "months": 12, "way": "抵押", "first_loan": True},
        ),
        (
            "bank_responses",
            "企业名称 授信银行 推荐时间 是否授信 授信额度（万元） 放款金额（万元） 利率(%) 未授信原因",
            (FIRM, BANK, "2026-11-02", "通过", 300, 200, 3.45, None),
            {"decision": "同意", "credit": Decimal(300), "loan": Decimal(200), "rate": Decimal("3.45")},
        ),
        (
            "assets",
            "载体资源名称 资源类型 建筑面积（平方米） 闲置面积（㎡） 资源状态 产权性质 权属 规划产业定位",
            (
                "西区厂房",
                "标准厂房",
                "5,000",
                1800,
                "空置",
                "可租可售",
                "大安国资",
                "装备",
            ),
            {"kind": "厂房", "floor_area": Decimal(5000), "state": "闲置", "tenure": "租售"},
        ),
        (
            "projects",
            "项目名称 建设单位 项目类型 计划总投资（亿元） 年度计划投资（万元） 开工时间 形象进度 包挂领导 牵头单位",
            (
                "智能装备产业园",
                FIRM,
                "新开工",
                1.2,
                3000,
                "2026-03-01",
                "主体施工",
                "王建国",
                "区经信局",
            ),
            {"kind": "新建", "investment": Decimal(12000), "plan_year": Decimal(3000), "started": date(2026, 3, 1)},
        ),
        (
            "meetings",
            "活动日期 活动主题 活动类型 活动地点 主持领导 活动情况",
            ("2026年11月6日", "装备制造专场", "下午茶", "政务中心", "王建国", "收集问题 5 个"),
            {"kind": "“安逸隆”下午茶", "day": date(2026, 11, 6), "host": "王建国"},
        ),
        (
            "policies",
            "政策名称 文号 政策级别 政策类型 申报截止时间 受理科室 咨询电话",
            ("技改奖补", "大安府发〔2026〕3号", "区级", "补助", "2026-12-20", "企业服务股", "0813-5551234"),
            {"level": "区", "sort": "奖补", "window_to": date(2026, 12, 20)},
        ),
        (
            "entitlements",
            "申报企业 政策名称 兑现年度 申报时间 申请金额（万元） 兑现金额（元） 兑现时间",
            (FIRM, POLICY, "2025年", "2025-06-01", 20, 150000, "2025-09-01"),
            {"year": 2025, "applied_amount": Decimal(20), "paid_amount": Decimal(15)},
        ),
        (
            "cultivation",
            "单位名称 培育目标 目标年度 存在短板 责任部门",
            (FIRM, "专精特新", "2027", "研发投入不足", "区经信局"),
            {"target": "专精特新", "target_year": 2027, "track": "优质中小企业"},
        ),
        (
            "leads",
            "意向企业 所在区域 产业方向 投资内容 对接人员 洽谈阶段 下次联系时间",
            ("无锡远航阀门有限公司", "长三角地区", "通用装备", "建设生产线", "李慧敏", "在谈", "2026-12-05"),
            {"place": "长三角", "stage": "洽谈", "next_contact": date(2026, 12, 5)},
        ),
        (
            "tech_projects",
            "项目名称 承担单位 合作高校 申请资金（万元） 立项情况 开始时间",
            ("高压阀门密封研究", FIRM, "四川大学", 80, "立项", "2026-01-01"),
            {"partner": "四川大学", "funds": Decimal(80), "state": "已立项"},
        ),
        (
            "space_needs",
            "企业名称 需求类型 需求面积（亩） 层高要求 租售意向 意向镇街",
            (FIRM, "工业用地", 30, None, "转让", "新民镇"),
            {"kind": "土地", "area": Decimal(20000), "tenure": "出售"},
        ),
        (
            "weekly_notes",
            "驻企干部 所驻企业 日期 在企天数 工作内容 存在问题",
            ("王建国", FIRM, "2026-11-11", 4, "走访车间", "用工紧缺"),
            {"week": date(2026, 11, 9), "days": 4},
        ),
    ],
)
def test_that_a_roster_in_its_own_words_comes_in(
    office: Office, ledger: str, headers: str, row: tuple[object, ...], expected: dict[str, object]
) -> None:
    builders.enterprise(office, FIRM)
    builders.officer(office)
    records.add(office, "policies", {"name": POLICY})
    records.add(office, "banks", {"name": BANK})
    if ledger == "bank_responses":
        records.add(office, "financing", {"enterprise": FIRM, "amount": 300})
    plan = imports.plan(office, layout(headers, row))  # type: ignore[arg-type]
    assert plan.ledger == ledger
    assert [judged.verdict for judged in plan.rows] == [Verdict.ADDED], plan.rows
    changes = imports.carry_out(office, plan)
    values = ledgers.row(office, ledger, changes.first(ledger)).values
    assert {name: values[name] for name in expected} == expected
