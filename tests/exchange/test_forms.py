"""Blank forms of ten shapes are filled, and compared cell by cell with what was there before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import Linked, LinkTo, OneOf, Text
from daan_desk.exchange.form_columns import Known
from daan_desk.exchange.form_references import Inserted
from daan_desk.exchange.form_values import in_words
from daan_desk.exchange.forms import Filled, fill, plan_fill
from tests.exchange import blank_forms
from tests.exchange.blank_forms import ALL, LEDGER, record, records
from tests.exchange.comparing import differences, same_style_rows, untouched

# form → sheet, first and last line, rows put in for four records
GROWTH = {
    "plain": ("附件1", 3, 7, 0),
    "totals": ("汇总 表", 3, 4, 2),
    "two_rows": ("Sheet", 6, 9, 0),
    "bare": ("Sheet", 2, 1, 0),
    "named": ("Sheet", 2, 4, 0),
    "on_top": ("表", 3, 5, 1),
    "tall": ("Sheet", 2, 5, 4),
    "card": ("登记表", 2, 8, 0),
    "grouped": ("名单", 4, 4, 3),
    "wide": ("Sheet", 5, 7, 1),
}


def filled(make: Callable[[Path], Path], folder: Path, count: int = 4) -> tuple[Path, Filled]:
    """A blank form and what became of it."""
    form = make(folder / "空白表.xlsx")
    return form, fill(form, records(count), LEDGER, folder / "已填.xlsx")


def values(done: Filled, sheet: str = "") -> list[list[Any]]:
    return [list(row) for row in openpyxl.load_workbook(done.file)[sheet or done.sheet].iter_rows(values_only=True)]


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_that_nothing_of_the_form_is_lost(make: Callable[[Path], Path], tmp_path: Path) -> None:
    form, done = filled(make, tmp_path)
    grown = Inserted(*GROWTH[make.__name__])
    assert done.sheet == grown.sheet
    assert differences(form, done.file, grown, formulas=grown.count == 0) == []
    kept = untouched(form, done.file)
    assert {"xl/styles.xml", "xl/theme/theme1.xml", "docProps/core.xml"} <= kept


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_that_every_record_arrives_and_the_blank_form_stays_blank(make: Callable[[Path], Path], tmp_path: Path) -> None:
    form = make(tmp_path / "空白表.xlsx")
    content = form.read_bytes()
    done = fill(form, records(4), LEDGER, tmp_path / "已填.xlsx")
    assert form.read_bytes() == content
    wanted = records(2) if make is blank_forms.named else records(4)  # whom that form asks about
    assert done.rows == len(wanted)
    book = openpyxl.load_workbook(done.file)
    words = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {one["name"] for one in wanted} <= words


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_that_a_form_filled_with_nothing_is_the_form(make: Callable[[Path], Path], tmp_path: Path) -> None:
    form, done = filled(make, tmp_path, 0)
    _, first, last, _ = GROWTH[make.__name__]
    assert differences(form, done.file, Inserted(done.sheet, first, last, 0)) == []
    assert done.rows == 0


def test_that_the_plan_says_what_filling_will_do(tmp_path: Path) -> None:
    plan = plan_fill(blank_forms.plain(tmp_path / "a.xlsx"), LEDGER)
    assert plan.columns == {
        "单位名称": "name", "法人代表": "legal_representative", "联系方式": "contact_phone", "备注": "notes",
    }  # fmt: skip
    assert (plan.sheet, plan.unknown, plan.lines, plan.cards) == ("附件1", ("主导产业链环节",), 5, False)


def test_that_rows_put_in_look_like_the_last_line_and_everything_follows(tmp_path: Path) -> None:
    _, done = filled(blank_forms.totals, tmp_path, 5)
    sheet = openpyxl.load_workbook(done.file)["汇总 表"]
    assert same_style_rows(done.file, "汇总 表", 4, range(5, 8))
    assert [cell.value for cell in sheet[8]] == ["合计", None, None, "=SUM(D3:D7)", "=SUM(E3:E7)"]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:E1", "A8:C8", "A10:B10"}
    assert str(sheet.data_validations.dataValidation[0].sqref) == "C3:C7"
    rules = sheet.conditional_formatting
    assert [(str(rule.sqref), rule.rules[0].formula) for rule in rules] == [("E3:E7", ["$E$8/2"])]
    assert sheet.print_area == "'汇总 表'!$A$1:$E$10"
    assert sheet.auto_filter.ref == "A2:E7"
    book = openpyxl.load_workbook(done.file)
    assert book.defined_names["收入"].attr_text == "'汇总 表'!$E$3:$E$7"
    assert [row[1] for row in values(done, "数据")] == ["='汇总 表'!D8", "=SUM('汇总 表'!E3:E7)", "=D5"]
    assert book["字典"].sheet_state == "hidden"


def test_that_sums_carry_their_values_for_programs_that_do_not_calculate(tmp_path: Path) -> None:
    _, done = filled(blank_forms.totals, tmp_path, 5)
    sheet = openpyxl.load_workbook(done.file, data_only=True)["汇总 表"]
    assert [sheet["D8"].value, sheet["E8"].value] == [150, 1507.5]


def test_that_blank_sums_of_the_totals_row_are_written(tmp_path: Path) -> None:
    form = blank_forms.totals(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(form)
    book["汇总 表"]["D5"] = None
    book.save(form)
    done = fill(form, records(2), LEDGER, tmp_path / "b.xlsx")
    assert values(done)[4][3:] == ["=SUM(D3:D4)", "=SUM(E3:E4)"]


def test_that_amounts_are_in_the_forms_unit(tmp_path: Path) -> None:
    units = {"two_rows": (6, 5, 1_005_000), "on_top": (3, 3, 1005), "wide": (5, 6, 0.01005), "totals": (3, 5, 100.5)}
    for make in (blank_forms.two_rows, blank_forms.on_top, blank_forms.wide, blank_forms.totals):
        _, done = filled(make, tmp_path)
        row, column, amount = units[make.__name__]
        assert openpyxl.load_workbook(done.file)[done.sheet].cell(row, column).value == amount


def test_that_days_and_shares_are_values_only_where_the_form_shows_them(tmp_path: Path) -> None:
    _, done = filled(blank_forms.two_rows, tmp_path)
    assert values(done)[5][1:7] == ["示例1号有限公司", datetime(2001, 2, 1), "是", 1_005_000, 0.125, None]  # noqa: DTZ001
    _, done = filled(blank_forms.bare, tmp_path)
    assert values(done)[1] == ["示例1号有限公司", "01510304000000001X", 10, "2001-02-01", None]
    assert done.unknown == ("开户行",)


def test_that_lines_that_name_an_enterprise_are_completed_and_nothing_is_overwritten(tmp_path: Path) -> None:
    _, done = filled(blank_forms.named, tmp_path)
    assert values(done)[1:] == [
        [1, "示例2号有限公司", 20, "李示2 0813-5500002"],
        [2, "示例9号有限公司", None, None],
        [3, "示例1号有限公司", 777, "李示1 0813-5500001"],
    ]
    assert (done.rows, done.unmatched) == (2, ("示例9号有限公司",))


def test_that_an_enterprise_is_found_however_a_form_writes_its_name(tmp_path: Path) -> None:
    form = blank_forms.named(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(form)
    book.active["B2"] = "四川省自贡市 示例２号有限责任公司"
    book.save(form)
    mine = [{**record(2), "name": "自贡示例2号有限公司"}]
    done = fill(form, mine, LEDGER, tmp_path / "b.xlsx")
    assert values(done)[1][2:] == [20, "李示2 0813-5500002"]


def test_that_a_form_whose_only_line_is_a_full_example_takes_everybody(tmp_path: Path) -> None:
    form = blank_forms.named(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(form)
    book.active.delete_rows(3, 2)
    book.active["C2"], book.active["D2"] = 88, "示例 13800000000"
    book.save(form)
    done = fill(form, records(3), LEDGER, tmp_path / "b.xlsx")
    assert {"示例1号有限公司", "示例3号有限公司"} <= {row[1] for row in values(done)}


def test_that_one_line_with_an_example_that_is_not_ours_takes_everybody_below_it(tmp_path: Path) -> None:
    form = blank_forms.named(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(form)
    book.active.delete_rows(3, 2)
    book.active["B2"], book.active["C2"] = "例：某某有限公司", None
    book.save(form)
    done = fill(form, records(3), LEDGER, tmp_path / "b.xlsx")
    assert (done.rows, done.unmatched) == (3, ())
    assert {"示例1号有限公司", "示例3号有限公司"} <= {row[1] for row in values(done)}


STATE = OneOf(("待交办", "办理中", "已办结", "已销号"), aliases=(("是", "已办结"), ("否", "办理中")))


@pytest.mark.parametrize(("state", "said"), [("待交办", "否"), ("办理中", "否"), ("已办结", "是"), ("已销号", "是")])
def test_that_whether_something_is_done_is_answered_yes_or_no(state: str, said: str) -> None:
    assert in_words(state, STATE, (), "办理情况 / 是否办结") == said
    assert in_words(state, STATE, (), "办理状态") is None


def test_that_a_word_that_is_nearer_to_neither_is_left_as_it_is() -> None:
    assert in_words("甲", OneOf(("甲", "乙")), (), "是否办结") is None


def test_that_formulas_of_a_line_go_on_and_sums_on_top_grow(tmp_path: Path) -> None:
    _, done = filled(blank_forms.on_top, tmp_path)
    assert values(done)[1] == ["合计", "=SUM(B3:B6)", "=SUM(C3:C6)", "=C2/B2"]
    assert [row[3] for row in values(done)[2:6]] == ["=C3/B3", "=C4/B4", "=C5/B5", "=C6/B6"]
    assert done.unknown == ()
    sheet = openpyxl.load_workbook(done.file)["表"]
    assert sheet["A8"].comment.text == "请盖章"
    chart = sheet._charts[0]
    assert chart.series[0].val.numRef.f == "'表'!$B$3:$B$6"
    assert chart.anchor._from.row == 9


def test_that_a_record_may_take_two_rows(tmp_path: Path) -> None:
    _, done = filled(blank_forms.tall, tmp_path, 3)
    assert [row[0] for row in values(done)] == ["序号", 1, None, 2, None, 3, None, "说明：每户两行。"]
    merges = {str(area) for area in openpyxl.load_workbook(done.file).active.merged_cells.ranges}
    assert {"A6:A7", "B6:B7", "C6:C7", "D6:D7"} <= merges


def test_that_the_forms_own_words_and_ticks_are_used(tmp_path: Path) -> None:
    _, done = filled(blank_forms.grouped, tmp_path, 2)
    assert values(done)[3:5] == [
        [1, "牛佛镇", "示例1号有限公司", "√", "小型"],
        [2, "牛佛镇", "示例2号有限公司", None, "小型"],
    ]
    form = blank_forms.named(tmp_path / "c.xlsx")
    assert plan_fill(form, LEDGER).columns["联系人及电话"] == "contact_name"


def test_that_one_enterprise_a_sheet_is_filled_and_copied(tmp_path: Path) -> None:
    form, done = filled(blank_forms.card, tmp_path, 3)
    assert plan_fill(form, LEDGER).cards
    book = openpyxl.load_workbook(done.file)
    assert book.sheetnames == ["登记表", "示例2号有限公司", "示例3号有限公司"]
    for number, sheet in enumerate(book, 1):
        wanted = record(number)
        assert [sheet[place].value for place in ("B2", "B3", "D3", "B4", "D4", "B5", "D5")] == [
            wanted["name"], wanted["credit_code"], wanted["legal_representative"], wanted["contact_name"],
            wanted["contact_phone"], wanted["employees"], float(str(wanted["revenue_last_year"])),
        ]  # fmt: skip
        assert sheet["B6"].value.day == number
        assert sheet["A8"].comment.text == "必填"
        assert sheet.print_area.endswith("!$A$1:$D$8")
        assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:D1", "B2:D2", "B7:D7"}
    assert done.unknown == ("银行账号",)


def test_that_text_stays_text_whatever_it_looks_like(tmp_path: Path) -> None:
    form = blank_forms.plain(tmp_path / "a.xlsx")
    done = fill(form, [record(1, notes='=HYPERLINK("x")', name="+甲\x00")], LEDGER, tmp_path / "b.xlsx")
    row = openpyxl.load_workbook(done.file)["附件1"][3]
    assert [(cell.value, cell.data_type) for cell in (row[1], row[5])] == [("+甲", "s"), ('=HYPERLINK("x")', "s")]


def test_that_a_column_that_no_record_speaks_of_is_listed_as_unknown(tmp_path: Path) -> None:
    form = blank_forms.plain(tmp_path / "a.xlsx")
    done = fill(form, [{"name": "甲"}], LEDGER, tmp_path / "b.xlsx")
    assert done.columns == {"单位名称": "name"}
    assert set(done.unknown) == {"主导产业链环节", "法人代表", "联系方式", "备注"}


def test_that_what_cannot_be_filled_is_said(tmp_path: Path) -> None:
    form = blank_forms.plain(tmp_path / "a.xlsx")
    with pytest.raises(Rejected, match="盖住空白表"):
        fill(form, [], LEDGER, form)
    with pytest.raises(Rejected, match=r"存为 \.xlsx"):
        fill(form, [], LEDGER, tmp_path / "b.xls")
    with pytest.raises(Trouble, match="找不到文件"):
        fill(tmp_path / "没有.xlsx", [], LEDGER, tmp_path / "b.xlsx")
    with pytest.raises(Rejected, match="没有名为“别的”的工作表"):
        fill(form, [], LEDGER, tmp_path / "b.xlsx", sheet="别的")
    book = openpyxl.Workbook()
    book.active["A1"] = "会议通知"
    book.save(tmp_path / "c.xlsx")
    with pytest.raises(Rejected, match="没有找到"):
        fill(tmp_path / "c.xlsx", records(1), LEDGER, tmp_path / "d.xlsx")
    (tmp_path / "e.xlsx").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(Trouble):
        fill(tmp_path / "e.xlsx", records(1), LEDGER, tmp_path / "d.xlsx")
    assert not (tmp_path / "d.xlsx").exists()


def test_that_linked_records_and_worked_out_fields_are_filled_too(tmp_path: Path) -> None:
    fields = (
        Field("enterprise", "企业", LinkTo("enterprises"), required=True, aliases=("企业名称",)),
        Field("title", "问题标题", Text()),
        Field("days_left", "剩余天数", Text(), derived=True),
    )
    issues = Ledger("问题诉求", name="issues", keys=(), fields=fields, by_name={field.name: field for field in fields})
    book = openpyxl.Workbook()
    blank_forms.header(book.active, 1, ["序号", "企业名称", "问题标题", "法定代表人", "联系电话", "剩余天数"])
    blank_forms.lines(book.active, 2, 3, 6)
    book.save(tmp_path / "a.xlsx")
    row = {
        "enterprise": Linked("e1", "甲示例有限公司"),
        "title": "用电",
        "days_left": "3",
        "enterprise.legal_representative": "张示",
        "enterprise.contact_phone": "0813-1",
    }
    done = fill(tmp_path / "a.xlsx", [row], Known(issues, {"enterprise": LEDGER}), tmp_path / "b.xlsx")
    assert values(done)[1] == [1, "甲示例有限公司", "用电", "张示", "0813-1", "3"]
    assert done.columns["法定代表人"] == "enterprise.legal_representative"
