"""Blank forms of many shapes, made up as superiors make them, and the records to fill them with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import Linked, LinkTo, LongText, OneOf, Phone, Text, YesNo
from daan_desk.domain.numbers import Integer, Money, Percent

THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
FIELDS = (
    Field("name", "企业名称", Text(), required=True, aliases=("单位名称", "公司名称")),
    Field("credit_code", "统一社会信用代码", Text(18), aliases=("信用代码",)),
    Field("legal_representative", "法定代表人", Text(), aliases=("法人代表",)),
    Field("contact_name", "联系人", Text()),
    Field("contact_phone", "联系电话", Phone(), aliases=("联系方式",)),
    Field("town", "镇街", LinkTo("towns"), aliases=("所属镇街",)),
    Field("size_class", "规模", OneOf(("大型", "中型", "小型", "微型")), aliases=("企业规模",)),
    Field("above_scale", "是否规上", YesNo(), aliases=("是否规上企业",)),
    Field("employees", "从业人数", Integer("人"), total=True, aliases=("从业人员",)),
    Field("revenue_last_year", "上年营业收入", Money("万元"), total=True, aliases=("营业收入",)),
    Field("registered_capital", "注册资本", Money("万元")),
    Field("founded", "成立日期", Day(), aliases=("成立时间",)),
    Field("share", "年利率", Percent()),
    Field("notes", "备注", LongText()),
)
LEDGER = Ledger(
    "企业名录",
    noun="企业",
    keys=(("credit_code",), ("name",)),
    name="enterprises",
    fields=FIELDS,
    by_name={field.name: field for field in FIELDS},
)


def record(number: int, **changes: object) -> dict[str, object]:
    """One made-up enterprise as rows carry it."""
    return {
        "name": f"示例{number}号有限公司",
        "credit_code": f"0151030400000{number:04d}X",
        "legal_representative": f"张示{number}",
        "contact_name": f"李示{number}",
        "contact_phone": f"0813-55000{number:02d}",
        "town": Linked("t1", "牛佛镇"),
        "size_class": "小型",
        "above_scale": number % 2 == 1,
        "employees": 10 * number,
        "revenue_last_year": Decimal("100.5") * number,
        "founded": date(2001, 2, number),
        "share": Decimal("12.5"),
        "notes": None,
        **changes,
    }


def records(count: int) -> list[dict[str, object]]:
    """Made-up enterprises, the first is number 1."""
    return [record(number) for number in range(1, count + 1)]


def lines(sheet: Any, first: int, last: int, columns: int, height: float = 26) -> None:
    """Blank lines with borders, a typeface and a height of their own."""
    for row in range(first, last + 1):
        sheet.row_dimensions[row].height = height
        for column in range(1, columns + 1):
            cell = sheet.cell(row, column)
            cell.border, cell.font = BOX, Font(name="仿宋", size=12)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def header(sheet: Any, row: int, words: list[str]) -> None:
    """A header row in bold on grey."""
    lines(sheet, row, row, len(words), 30)
    for column, word in enumerate(words, 1):
        cell = sheet.cell(row, column, word)
        cell.font, cell.fill = Font(name="黑体", size=12, bold=True), PatternFill("solid", fgColor="D9D9D9")


def plain(path: Path) -> Path:
    """A title, a header, five lines with serial numbers, a note."""
    book = Workbook()
    sheet = book.active
    sheet.title = "附件1"
    sheet["A1"] = "规上企业情况统计表"
    sheet.merge_cells("A1:F1")
    header(sheet, 2, ["序号", "单位名称", "法人代表", "联系方式", "主导产业链环节", "备注"])
    lines(sheet, 3, 7, 6)
    for number in range(1, 6):
        sheet.cell(2 + number, 1, number)
    sheet["A8"] = "注：本表由各区填报。"
    sheet.merge_cells("A8:F8")
    for letters, width in zip("ABCDEF", (6, 30, 12, 18, 20, 25), strict=True):
        sheet.column_dimensions[letters].width = width
    book.save(path)
    return path


def totals(path: Path) -> Path:
    """Two lines, sums below, rules, names, a second sheet that reads the sums, a hidden sheet, print settings."""
    book = Workbook()
    sheet = book.active
    sheet.title = "汇总 表"
    sheet["A1"] = "企业营收统计表"
    sheet.merge_cells("A1:E1")
    header(sheet, 2, ["序号", "企业名称", "企业规模", "从业人数（人）", "营业收入（万元）"])
    lines(sheet, 3, 5, 5)
    sheet["A5"] = "合计"
    sheet.merge_cells("A5:C5")
    sheet["D5"], sheet["E5"] = "=SUM(D3:D4)", "=SUM(E3:E4)"
    sheet["E3"].number_format = sheet["E4"].number_format = "#,##0.0"
    sheet["A7"] = "填表人："
    sheet["D7"] = "审核人："
    sheet.merge_cells("A7:B7")
    sheet.row_dimensions[7].height = 40
    rule = DataValidation(type="list", formula1='"大型企业,小型,微型"', allow_blank=True)
    rule.add("C3:C4")
    sheet.add_data_validation(rule)
    sheet.conditional_formatting.add(
        "E3:E4", CellIsRule(operator="greaterThan", formula=["$E$5/2"], font=Font(color="FF0000"))
    )
    sheet.print_area = "A1:E7"
    sheet.print_title_rows = "1:2"
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = "A2:E4"
    sheet.page_setup.orientation = "landscape"
    other = book.create_sheet("数据")
    other["A1"], other["B1"] = "总人数", "='汇总 表'!D5"
    other["B2"] = "=SUM('汇总 表'!E3:E4)"
    other["B3"] = "=D5"
    secret = book.create_sheet("字典")
    secret["A1"] = "大型企业"
    secret.sheet_state = "hidden"
    book.defined_names["收入"] = DefinedName("收入", attr_text="'汇总 表'!$E$3:$E$4")
    book.save(path)
    return path


def two_rows(path: Path) -> Path:
    """A header of two rows with merged cells, the unit in the corner, column numbers under it."""
    book = Workbook()
    sheet = book.active
    sheet["A1"] = "企业基本情况表"
    sheet.merge_cells("A1:G1")
    sheet["G2"] = "单位：元"
    header(sheet, 3, ["序号", "企业名称", "基本情况", "", "经营情况", "", "备注"])
    header(sheet, 4, ["", "", "成立时间", "是否规上企业", "营业收入", "年利率(%)", ""])
    for area in ("A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4"):
        sheet.merge_cells(area)
    header(sheet, 5, ["甲", "乙", "1", "2", "3", "4", "5"])
    lines(sheet, 6, 9, 7)
    for row in range(6, 10):
        sheet.cell(row, 3).number_format = 'yyyy"年"m"月"'
        sheet.cell(row, 6).number_format = "0.0%"
    book.save(path)
    return path


def bare(path: Path) -> Path:
    """A header in the first row and nothing under it."""
    book = Workbook()
    sheet = book.active
    for column, word in enumerate(("企业名称", "统一社会信用代码", "从业人数", "成立日期", "开户行"), 1):
        sheet.cell(1, column, word).font = Font(bold=True)
    sheet.column_dimensions["A"].width = 33
    book.save(path)
    return path


def named(path: Path) -> Path:
    """Three enterprises are listed already, their figures are asked for."""
    book = Workbook()
    sheet = book.active
    header(sheet, 1, ["序号", "企业名称", "从业人数", "联系人及电话"])
    lines(sheet, 2, 4, 4)
    for row, number in ((2, 2), (3, 9), (4, 1)):
        sheet.cell(row, 1, row - 1)
        sheet.cell(row, 2, f"示例{number}号有限公司")
    sheet["C4"] = 777
    book.save(path)
    return path


def on_top(path: Path) -> Path:
    """Sums above the lines, formulas in every line, a chart of them, a remark below."""
    book = Workbook()
    sheet = book.active
    sheet.title = "表"
    header(sheet, 1, ["企业名称", "从业人数", "营业收入（千元）", "人均"])
    lines(sheet, 2, 5, 4)
    sheet["A2"], sheet["B2"], sheet["C2"] = "合计", "=SUM(B3:B5)", "=SUM(C3:C5)"
    for row in range(2, 6):
        sheet.cell(row, 4, f"=C{row}/B{row}")
    sheet["A7"] = "注：千元取整。"
    sheet["A7"].comment = Comment("请盖章", "上级")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=3, max_row=5))
    chart.set_categories(Reference(sheet, min_col=1, min_row=3, max_row=5))
    sheet.add_chart(chart, "A9")
    book.save(path)
    return path


def tall(path: Path) -> Path:
    """Two rows a record: merged cells beside two half cells."""
    book = Workbook()
    sheet = book.active
    header(sheet, 1, ["序号", "企业名称", "联系人", "联系电话"])
    lines(sheet, 2, 5, 4)
    for row in (2, 4):
        for letters in "ABCD":
            sheet.merge_cells(f"{letters}{row}:{letters}{row + 1}")
    sheet["A6"] = "说明：每户两行。"
    book.save(path)
    return path


def card(path: Path) -> Path:
    """One enterprise a sheet: labels beside and above their values, a title, a signature line."""
    book = Workbook()
    sheet = book.active
    sheet.title = "登记表"
    sheet["A1"] = "企业基本信息登记表"
    sheet.merge_cells("A1:D1")
    lines(sheet, 2, 7, 4)
    words = {
        "A2": "企业名称", "A3": "统一社会信用代码", "C3": "法定代表人", "A4": "联系人", "C4": "联系电话",
        "A5": "从业人数（人）", "C5": "营业收入（万元）", "A6": "成立日期", "C6": "银行账号", "A7": "备注",
    }  # fmt: skip
    for place, word in words.items():
        sheet[place] = word
    sheet.merge_cells("B2:D2")
    sheet.merge_cells("B7:D7")
    sheet["B6"].number_format = "yyyy-mm-dd"
    sheet.print_area = "A1:D8"
    sheet["A8"] = "填表日期："
    sheet["A8"].comment = Comment("必填", "上级")
    book.save(path)
    return path


def grouped(path: Path) -> Path:
    """The roster is on the second sheet, behind a page of instructions; one line, ticks, signatures below."""
    book = Workbook()
    book.active.title = "填表说明"
    book.active["A1"] = "一、企业名称填写全称。"
    book.active["A2"] = "二、是否规上打√。"
    sheet = book.create_sheet("名单")
    sheet["A1"] = "附件2"
    sheet["A2"] = "企业名单"
    sheet.merge_cells("A2:E2")
    header(sheet, 3, ["序号", "所属镇街", "企业名称", "是否规上（是打√）", "规模"])
    lines(sheet, 4, 4, 5)
    sheet["A5"] = "填报单位："
    sheet["C5"] = "联系电话："
    book.save(path)
    return path


def wide(path: Path) -> Path:
    """Lines only on the right of the sheet, a column of formulas that share one, and serial numbers by formula."""
    book = Workbook()
    sheet = book.active
    for column, word in enumerate(["编号", "公司名称", "注册资本", "上年营业收入（亿元）", "倍数"], 3):
        sheet.cell(4, column, word).border = BOX
    for row in range(5, 8):
        for column in range(3, 8):
            sheet.cell(row, column).border = BOX
        sheet.cell(row, 3, "=ROW()-4")
        sheet.cell(row, 7, f"=F{row}*10000/E{row}")
    sheet["C2"] = "截至上年末"
    book.save(path)
    return path


ALL = (plain, totals, two_rows, bare, named, on_top, tall, card, grouped, wide)
