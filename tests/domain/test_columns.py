"""Header words and values to fields, and a sheet to its ledger."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from daan_desk.domain.columns import Matching
from daan_desk.domain.headings import canonical, heading
from daan_desk.domain.ledger_choice import match
from daan_desk.domain.likeness import likeness
from daan_desk.domain.sheets import Cell
from daan_desk.services.ledgers import ledgers
from tests.sheets import code, layout

FIRMS = ("自贡天工机械有限公司", "自贡华岭阀门有限公司", "自贡永盛泵业有限公司", "大安区长兴机械厂")


def found(headers: str | Sequence[str], *rows: Sequence[Cell], **more: object) -> Matching:
    return match(layout(headers, *rows, **more), ledgers())


def fields(matching: Matching) -> dict[str, str]:
    return {one.header: one.field for one in matching.columns if one.field}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("企业名称", "name"),
        ("*企业名称（必填）", "name"),
        ("1.单位名称", "name"),
        ("公司全称", "name"),
        ("企业（集团）名称", "name"),
        ("统一社会信用代码，18位", "credit_code"),
        ("法定代表人（单位负责人）", "legal_representative"),
        ("法人代表姓名", "legal_representative"),
        ("联 系 人", "contact_name"),
        ("手机号码", "contact_phone"),
        ("所在镇（街道）", "town"),
        ("乡镇(街道)", "town"),
        ("所属街道", "town"),
        ("从业人员期末人数", "employees"),
        ("员工总人数", "employees"),
        ("营业收入（万元）", "revenue_last_year"),
        ("上一年营业额(元)", "revenue_last_year"),
        ("主营业务收入2023", "revenue_last_year"),
        ("主营业务收入 / 2023年", "revenue_last_year"),
        ("注册资金（万元）", "registered_capital"),
        ("成立时间", "founded"),
        ("是否规上企业(必填)", "above_scale"),
        ("公司规模", "size_class"),
        ("证监会行业(2012版)", "industry_code"),
    ],
)
def test_that_a_header_is_understood_however_it_is_written(header: str, field: str) -> None:
    if field == "name":
        assert fields(found([header, "信用代码", "镇街"]))[header] == field
    else:
        assert fields(found(["企业名称", "简称", header]))[header] == field


def test_that_units_years_and_periods_are_taken_out_of_a_header() -> None:
    assert heading("营业收入（单位：千元）").unit == "千元"
    assert heading("建筑面积㎡").unit == "m2"
    assert heading("年利率%").unit == "%"
    assert heading("主营业务收入 / 2023年").year == 2023
    assert heading("主营业务收入 / 2024年1-6月").partial
    assert heading("主营业务收入 / 同比±%").compared
    assert heading("企业名称（盖章）").unit is None


def test_that_near_words_have_one_form() -> None:
    assert canonical("公司全称") == canonical("单位名称") == "企业名称"
    assert canonical("成立时间") == "成立日期"
    assert likeness("企业名称", "企业名称") == 1
    assert likeness("企业名称", "联系电话") < 0.2


def test_that_the_newest_whole_year_is_the_revenue_and_growth_is_not() -> None:
    heads = ["企业名称", "营业收入2022", "营业收入2023", "营业收入 / 2024年1-6月", "营业收入 / 同比±%"]
    one = found(heads, (FIRMS[0], 1, 2, 3, 4.5))
    assert fields(one) == {"企业名称": "name", "营业收入2023": "revenue_last_year"}
    reasons = {match.header: match.reason for match in one.columns}
    assert "更近" in reasons["营业收入2022"]
    assert "一段时间" in reasons["营业收入 / 2024年1-6月"]


def test_that_a_credit_code_column_is_found_without_any_header() -> None:
    rows = [(firm, code(at), 13800000000 + at) for at, firm in enumerate(FIRMS)]
    one = found(["", "", ""], *rows)
    assert [match.field for match in one.columns] == ["name", "credit_code", "contact_phone"]
    assert all(match.certainty == "sure" for match in one.columns)


def test_that_the_better_filled_of_two_name_columns_is_taken_and_the_other_fills_its_gaps() -> None:
    rows = [(firm if at == 1 else None, firm, "大安街道") for at, firm in enumerate(FIRMS)]
    one = found("单位名称 企业名称 镇街", *rows)
    assert fields(one) == {"企业名称": "name", "镇街": "town"}
    assert one.columns[0].spare == "name"


def test_that_one_column_can_hold_a_person_and_his_number() -> None:
    one = found("企业名称 企业负责人及电话", (FIRMS[0], "赵某 13800000001"))
    assert one.columns[1].field == "legal_representative"
    assert one.columns[1].also == "contact_phone"


def test_that_a_phone_behind_an_officer_is_the_officers() -> None:
    one = found("企业名称 联系人 联系电话 包联干部 电话", (FIRMS[0], "赵某", "13800000001", "王建国", "13900000001"))
    assert fields(one)["联系电话"] == "contact_phone"
    assert fields(one)["包联干部"] == "assignments.服务专员"
    assert "电话" not in fields(one)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("包联区领导", "县级领导"),
        ("挂钩领导", "县级领导"),
        ("首席服务官", "企业首席服务官"),
        ("驻企干部", "驻企干部"),
        ("联络员", "服务专员"),
    ],
)
def test_that_columns_say_who_looks_after_an_enterprise(header: str, role: str) -> None:
    one = found(["企业名称", header], (FIRMS[0], "王建国"))
    assert one.columns[1].role == role


def test_that_a_column_of_units_is_no_name() -> None:
    one = found("目标内容 单位 权数 本年度目标", ("争取资金", "亿元", 5, "≥11"), ("建设工程", "个", 5, "建成"))
    assert one.refused
    assert not one.ledger


def test_that_mere_codes_are_no_credit_codes_and_short_names_are_asked_about() -> None:
    one = found("代码 名称", ("835912.OC", "天工"), ("831728.OC", "华岭"))
    assert fields(one) == {"名称": "name"}
    assert one.columns[1].certainty == "doubtful"
    assert one.questions


def test_that_likeness_only_suggests() -> None:
    one = found("企业名称 主要产品产量 公司英文全称", (FIRMS[0], "阀门", "TIANGONG CO., LTD"))
    assert fields(one) == {"企业名称": "name"}
    assert one.columns[1].certainty == "doubtful"
    assert one.columns[1].suggested == "products"
    assert one.columns[2].suggested == ""


def test_that_a_unit_of_another_kind_contradicts_the_words() -> None:
    one = found(["企业名称", "从业人数（万元）", "注册资本（万元）"], (FIRMS[0], 5, 6))
    assert fields(one) == {"企业名称": "name", "注册资本（万元）": "registered_capital"}


def test_that_the_sheets_of_several_towns_say_the_town() -> None:
    rows = [(firm, ("大安街道", "何市镇")[at % 2]) for at, firm in enumerate(FIRMS)]
    assert fields(found("企业名称 工作表", *rows))["工作表"] == "town"
    assert "工作表" not in fields(found("企业名称 工作表", *((firm, "Sheet1") for firm in FIRMS)))


def test_that_thousands_of_columns_are_listed_and_only_the_first_hundreds_looked_at() -> None:
    heads = ["企业名称", *(f"栏目{at}" for at in range(3000)), "联系电话"]
    one = found(heads, (FIRMS[0], *range(3000), "13800000001"))
    assert fields(one) == {"企业名称": "name"}
    assert (len(one.columns), one.columns[-1].reason) == (3002, "列太多，只认前 400 列")
