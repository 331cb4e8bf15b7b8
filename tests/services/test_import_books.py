"""Old books come in: visits, issues, who looks after whom, two things in one column."""

from __future__ import annotations

from datetime import date

from daan_desk.domain.imports import ImportPlan, Verdict
from daan_desk.domain.ledger_choice import match_as
from daan_desk.domain.questions import Question, Row
from daan_desk.domain.sheets import Layout
from daan_desk.services import imports, ledgers
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


def imports_match(sheet: Layout) -> list[str]:
    return [one.field for one in match_as(sheet, ledgers.ledger("issues")).columns]


def test_that_the_officers_in_charge_come_with_their_enterprises(office: Office) -> None:
    builders.officer(office, "王建国")
    sheet = layout(
        "企业名称 包联领导 首席服务官",
        (FIRMS[0], "王建国（副区长）", "陈　静"),
        (FIRMS[1], "王建国", "陈静、刘洋"),
        (FIRMS[2], None, "/"),
    )
    plan = imports.plan(office, sheet)
    assert [extra.text for extra in plan.extras][:2] == ["县级领导 王建国（副区长）", "企业首席服务官 陈静"]
    assert plan.proposed == {"officers": ("陈静", "刘洋")}
    changes = imports.carry_out(office, plan)
    assert changes.counts == {"officers": 2, "enterprises": 3, "assignments": 5}
    roles = {row["name"]: row["role"] for row in rows(office, "officers")}
    assert roles["陈静"] == "企业首席服务官"
    again = imports.plan(office, sheet)
    assert verdicts(again) == [Verdict.SAME] * 3
    assert again.extras == ()


def test_that_an_old_visit_book_keeps_its_days_people_and_issues(office: Office) -> None:
    builders.enterprise(office, FIRMS[0])
    sheet = layout(
        "走访时间 企业名称 走访人员 走访形式 反映问题 是否办结",
        ("2024年5月3日", FIRMS[0], "张伟、李娜", "实地走访", "无", "否"),
        ("5月6日", FIRMS[0], "张伟", "电话", "用工难", "是"),
        ("2024年5月上旬", FIRMS[0], "张伟", "实地", "融资难", "否"),
        year=2024,
    )
    plan = imports.plan(office, sheet)
    assert plan.ledger == "visits"
    assert verdicts(plan) == [Verdict.ADDED, Verdict.ADDED, Verdict.REFUSED]
    imports.carry_out(office, plan)
    first, second = sorted((row.values for row in rows(office, "visits")), key=lambda v: str(v["day"]))
    assert (first["day"], first["led_by"].text, first["companions"]) == (date(2024, 5, 3), "张伟", "李娜")  # type: ignore[attr-defined]
    assert second["way"] == "电话"
    (issue,) = rows(office, "issues")
    assert (issue["title"], issue["state"], issue["raised"]) == ("用工难", "已办结", date(2024, 5, 6))
    assert [v for v in verdicts(imports.plan(office, sheet)) if v is Verdict.SAME] == [Verdict.SAME] * 2


def test_that_two_visits_on_one_day_are_two_and_a_copied_line_is_one(office: Office) -> None:
    sheet = layout(
        "序号 走访日期 企业名称 走访人 方式 走访内容",
        (1, "2026-11-02", FIRMS[0], "张伟", "实地", "上午看车间"),
        (2, "2026-11-02", FIRMS[0], "张伟", "实地", "下午看仓库"),
        (3, "2026-11-02", FIRMS[0], "张伟", "实地", "上午看车间"),
    )
    plan = imports.plan(office, sheet)
    assert verdicts(plan) == [Verdict.ADDED, Verdict.ADDED, Verdict.SKIPPED]
    imports.carry_out(office, plan)
    assert verdicts(imports.plan(office, sheet)) == [Verdict.SAME, Verdict.SAME, Verdict.SKIPPED]


def test_that_an_issue_ledger_comes_in_with_titles_states_and_departments(office: Office) -> None:
    sheet = layout(
        "企业 问题描述 问题类别 责任单位 办理期限 办理结果",
        (FIRMS[0], "厂区门口道路积水。雨天进不了车", "园区配套", "区住建局\n区自规局", "2024.7.15前", "已办结"),
        (FIRMS[1], "缺电工五名", None, "区人社局", None, "正在办理"),
    )
    plan = imports.plan(office, sheet)
    assert plan.ledger == "issues"
    imports.carry_out(office, plan)
    first, second = sorted((row.values for row in rows(office, "issues")), key=lambda v: str(v["number"]))
    assert first["title"] == "厂区门口道路积水"
    assert (first["state"], first["due"], first["assisting"]) == ("已办结", date(2024, 7, 15), "区自规局")
    assert first["lead_department"].text == "区住房和城乡建设局"  # type: ignore[attr-defined]
    assert second["category"] == "其他"
    assert verdicts(imports.plan(office, sheet)) == [Verdict.SAME, Verdict.SAME]


def test_that_a_plain_count_of_rows_is_no_issues_number() -> None:
    sheet = layout("编号 企业名称 问题描述", (1, FIRMS[0], "招工难"), (2, FIRMS[1], "缺资金"))
    assert imports_match(sheet) == ["", "enterprise", "description"]


def test_that_an_issue_whose_book_tells_of_progress_is_the_same_issue_further_on(office: Office) -> None:
    words = "企业名称 问题描述 提出时间 办理情况"
    for told, verdict in (("对接中", Verdict.ADDED), ("已招 50 人", Verdict.CHANGED), ("已招 50 人", Verdict.SAME)):
        plan = imports.plan(office, layout(words, (FIRMS[0], "招工难", "2025-03-05", told)), ledger="issues")
        assert verdicts(plan) == [verdict]
        imports.carry_out(office, plan)
    assert [row["outcome"] for row in rows(office, "issues")] == ["已招 50 人"]
    later = layout(words, (FIRMS[0], "招工难", "2025-09-05", "对接中"))
    assert verdicts(imports.plan(office, later, ledger="issues")) == [Verdict.ADDED]


def test_that_a_visit_told_at_more_length_is_the_same_visit_and_another_leaders_is_none(office: Office) -> None:
    words = "走访日期 企业名称 走访领导 走访内容"
    imports.carry_out(office, imports.plan(office, layout(words, ("2026-11-02", FIRMS[0], "张伟", "看车间"))))
    longer = imports.plan(office, layout(words, ("2026-11-02", FIRMS[0], "张伟", "看车间，问订单")))
    assert (verdicts(longer), longer.rows[0].changes) == ([Verdict.CHANGED], (("summary", "看车间", "看车间，问订单"),))
    other = imports.plan(office, layout(words, ("2026-11-02", FIRMS[0], "李敏", "送政策")))
    assert verdicts(other) == [Verdict.ADDED]


def test_that_a_number_under_which_we_have_another_enterprises_issue_is_refused(office: Office) -> None:
    may = layout("编号 企业名称 问题描述", ("001", FIRMS[0], "招工难"), ("002", FIRMS[1], "缺资金"))
    imports.carry_out(office, imports.plan(office, may))
    june = layout("编号 企业名称 问题描述", ("001", FIRMS[2], "用电贵"), ("002", FIRMS[1], "缺流动资金"))
    plan = imports.plan(office, june)
    assert verdicts(plan) == [Verdict.REFUSED, Verdict.CHANGED]
    assert plan.rows[0].problems == {"number": "编号已经是另一个问题的（001 招工难），请改编号，或不导入这一列"}


def test_that_what_goes_without_saying_in_a_sheet_is_said_once(office: Office) -> None:
    plan = imports.plan(office, layout("走访日期 企业名称 走访人", ("2026-11-02", FIRMS[0], "张伟")), ledger="visits")
    assert plan.rows[0].values["way"] == "实地"
    assert any("方式" in question for question in plan.questions)


def test_that_a_spare_column_fills_the_gaps_of_the_better_one(office: Office) -> None:
    sheet = layout(
        "单位名称 企业名称 镇街", (None, FIRMS[0], "大安街道"), (FIRMS[1], None, None), (None, FIRMS[2], None)
    )
    plan = imports.plan(office, sheet)
    assert [judged.values.get("name") for judged in plan.rows] == [FIRMS[0], FIRMS[1], FIRMS[2]]


def test_that_a_person_and_his_number_in_one_cell_are_taken_apart(office: Office) -> None:
    plan = imports.plan(office, layout("企业名称 联系人及电话", (FIRMS[0], "赵某 13800000001"), (FIRMS[1], "钱某")))
    assert plan.rows[0].values == {"name": FIRMS[0], "contact_name": "赵某", "contact_phone": "13800000001"}
    assert plan.rows[1].values == {"name": FIRMS[1], "contact_name": "钱某"}
