"""A sheet to its ledger, or a sentence why it is none of ours."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from daan_desk.domain.columns import Matching, Remembered
from daan_desk.domain.failures import Rejected
from daan_desk.domain.ledger_choice import match, match_as
from daan_desk.domain.ledger_needs import refuse_incomplete
from daan_desk.domain.sheets import Cell, Role
from daan_desk.services.ledgers import ledger, ledgers
from tests.sheets import layout

FIRMS = ("自贡天工机械有限公司", "自贡华岭阀门有限公司", "自贡永盛泵业有限公司", "大安区长兴机械厂")


def found(headers: str | Sequence[str], *rows: Sequence[Cell], **more: object) -> Matching:
    return match(layout(headers, *rows, **more), ledgers())


def fields(matching: Matching) -> dict[str, str]:
    return {one.header: one.field for one in matching.columns if one.field}


def test_that_people_lists_are_refused_in_words() -> None:
    assert "人员名单" in found("姓名 身份证号 电话", ("张三", "510304199001011234", "13800000001")).refused
    assert "人员名单" in found("姓名 手机号 部门 职位", ("张三", "13800000001", "办公室", "科员")).refused


def test_that_an_enterprise_list_with_citizens_numbers_in_it_is_still_one() -> None:
    one = found("企业名称 法定代表人 身份证号码", *((firm, "张三", "510304199001011234") for firm in FIRMS))
    assert one.ledger == "enterprises"
    assert "身份证号码" not in fields(one)


def test_that_statistical_forms_are_refused_in_words() -> None:
    one = found("社区名称 序号 人数", ("光华社区", 1, 117), role=Role.FORM, why="第一栏是“社区名称”")
    assert "统计" in one.refused


def test_that_an_empty_sheet_is_refused() -> None:
    assert "空" in found([]).refused


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        ("走访时间 企业名称 走访人员 走访形式 走访情况", "visits"),
        ("企业 问题描述 问题类别 责任单位 办理期限 办理进展", "issues"),
        ("姓名 身份 所在单位 职务 联系电话", "officers"),
        ("企业名称 资质名称 级别 认定时间 有效期至", "qualifications"),
        ("企业名称 月份 工业总产值 用电量 税收", "figures"),
        ("企业 干部 身份 起始 结束", "assignments"),
        ("部门名称 负责人 联系电话", "departments"),
        ("企业名称 镇街 联系人 联系电话 备注", "enterprises"),
    ],
)
def test_that_a_sheet_is_told_which_ledger_it_is(headers: str, name: str) -> None:
    assert found(headers).ledger == name


def test_that_every_ledger_knows_its_own_export() -> None:
    for described in ledgers():
        one = found([field.label for field in described.fields])
        assert one.ledger == described.name
        named = {match.field for match in one.columns}
        assert named >= {field.name for field in described.typed}


def test_that_a_ledger_can_be_chosen_and_says_what_is_missing() -> None:
    assert (
        match_as(layout("企业名称 走访日期 方式", (FIRMS[0], "2026-11-02", "实地")), ledger("visits")).ledger
        == "visits"
    )
    with pytest.raises(Rejected, match="企业名称"):
        refuse_incomplete(
            ledger("enterprises"), match_as(layout("镇街 人数", ("大安街道", 5)), ledger("enterprises")).columns
        )


def test_that_a_confirmed_matching_comes_back_for_the_same_header_words() -> None:
    shape = ("甲方", "乙方", "金额")
    known = Remembered(shape, "enterprises", ("", "name", ""))
    one = match(layout(shape, ("某局", FIRMS[0], 5)), ledgers(), (known,))
    assert fields(one) == {"乙方": "name"}
    assert one.columns[1].certainty == "sure"


def test_that_a_result_column_of_states_is_the_state() -> None:
    rows = [(firm, "道路积水", f"已对接第{at}次", "√" if at % 2 else "正在办理") for at, firm in enumerate(FIRMS)]
    one = found("企业 问题描述 办理进展 办理结果（已办结/正在办理）", *rows)
    assert fields(one)["办理进展"] == "outcome"
    assert fields(one)["办理结果（已办结/正在办理）"] == "state"


@pytest.mark.parametrize(
    ("title", "headers", "name"),
    [
        ("2026年高新技术企业名单", "企业名称 证书编号 发证日期 有效期至", "qualifications"),
        ("2026年高新技术企业名单", "企业名称 镇街 联系人 联系电话", "enterprises"),
        ("“安逸隆”下午茶活动台账", "期数 时间 地点 主题 主持人", "meetings"),
        ("企业首席服务官名册", "姓名 单位及职务 联系电话 服务企业", "assignments"),
        ("企业首席服务官联系企业花名册", "企业名称 地址 法定代表人 首席服务官 联系电话", "enterprises"),
        ("闲置厂房资源清册", "产权单位 位置 建筑面积（㎡） 层高 联系人 手机", "assets"),
        ("闲置土地台账", "宗地编号 土地使用权人 坐落 面积（公顷） 约定开工时间 处置方式", "idle_lands"),
    ],
)
def test_that_the_title_helps_where_a_list_leaves_out_what_every_row_has(title: str, headers: str, name: str) -> None:
    one = found(headers, title=title)
    assert (one.ledger, one.refused) == (name, "")


def test_that_the_post_and_the_number_beside_an_officer_are_his() -> None:
    one = found("联系领导 职务 联系电话 联系企业", ("李建国", "副区长", "13800000001", FIRMS[0]))
    assert fields(one) == {"联系领导": "assignments.县级领导", "联系企业": "name"}


@pytest.mark.parametrize(
    ("header", "hint"), [("拟融资总额度数", "请指定哪一列是它"), ("需求资金金额", "“需求资金金额”可能就是它")]
)
def test_that_a_strange_sum_in_a_book_of_demands_is_asked_for_and_makes_no_roster_of_it(header: str, hint: str) -> None:
    rows = [(firm, 500 + at, "农商银行") for at, firm in enumerate(FIRMS)]
    one = found(f"企业名称 {header} 意向银行", *rows, title="中小企业融资需求汇总表")
    assert (one.ledger, one.of("amount")) == ("financing", None)
    with pytest.raises(Rejected, match=hint):
        refuse_incomplete(ledger(one.ledger), one.columns)


def test_that_a_title_alone_makes_no_other_ledger_of_a_roster() -> None:
    rows = [(firm, "何市镇", "张三", "13800000001") for firm in FIRMS]
    assert found("企业名称 镇街 联系人 联系电话", *rows, title="重点走访企业和融资需求企业名单").ledger == "enterprises"


def test_that_a_table_of_a_month_without_a_year_says_where_to_write_it() -> None:
    row = (1, FIRMS[0], 120, 110)
    sheet = layout("序号 企业名称 工业总产值 营业收入", row, title="5月份规上工业企业主要指标")
    with pytest.raises(Rejected, match="2026年5月"):
        refuse_incomplete(ledger("figures"), match_as(sheet, ledger("figures")).columns, sheet)
