"""A blank roster of any ledger, with choices to pick from and an example, that imports without a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from daan_desk.domain.days import Day, Month
from daan_desk.domain.fields import Field, Kind, Ledger
from daan_desk.domain.kinds import OneOf, Phone, YesNo
from daan_desk.domain.numbers import Integer, Number
from daan_desk.domain.sheets import letter
from daan_desk.domain.tables import Column, Table
from daan_desk.exchange.books_out import CREATOR, sheet_name
from daan_desk.exchange.ledger_style import BOX, FACE, HEADER_HEIGHT, put_text, set_page, style_body, style_header, unit
from daan_desk.exchange.targets import beside
from daan_desk.exchange.widths import FILTER_BUTTON, LINE, TALLEST, places

LINES = 500
EXAMPLE = "（示例）"
GUIDE, OPTIONS = "填写说明", "选项"
REQUIRED_FILL = PatternFill("solid", fgColor="B3261E")
EXAMPLE_FONT = Font(name=FACE, size=10.5, italic=True, color="6B7280")
LONGEST_LIST = 240
GUIDE_WIDTH = 100
GENERAL = (
    "红色栏目必须填写，其余栏目可以空着。",
    "灰色斜体的一行是示例，导入时会跳过，可以删去。",
    "不要改动第一行的栏目名称；栏目的先后可以调整，用不着的栏目可以删去。",
)
SAMPLES: tuple[tuple[type[Kind], object], ...] = (
    (YesNo, True),
    (Day, date(2026, 5, 6)),
    (Month, "2026-05"),
    (Integer, 120),
    (Number, 1500),
    (Phone, "0813-5500000"),
)


def write_template(ledger: Ledger, path: Path, choices: Mapping[str, Sequence[str]] | None = None) -> int:
    """Write a blank roster as .xlsx; answers the number of its columns.

    choices: field → the words to pick from, for links and for lists that the office edits.
    Raises `Trouble` where the file cannot be written.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = sheet_name(ledger.label, ())
    columns = [field for field in ledger.typed if not field.private]
    options = {field.name: words for field in columns if (words := words_of(field, choices or {}))}
    add_header(sheet, ledger, columns)
    add_example(sheet, ledger, columns, options)
    add_lines(sheet, columns)
    add_rules(book, sheet, columns, options)
    add_guide(book, columns, options)
    book.properties.creator = CREATOR
    with beside(path) as draft:
        book.save(draft)
    return len(columns)


def words_of(field: Field, choices: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The words that a field offers: those handed in, else its kind's own."""
    if choices.get(field.name):
        return tuple(choices[field.name])
    if isinstance(field.kind, YesNo):
        return ("是", "否")
    return field.kind.words if isinstance(field.kind, OneOf) else ()


def add_header(sheet: Any, ledger: Ledger, columns: Sequence[Field]) -> None:
    """The labels, those that must be filled in on red."""
    for place, field in enumerate(columns, 1):
        cell = sheet.cell(1, place)
        put_text(cell, field.label)
        style_header(cell)
        if field.required:
            cell.fill = REQUIRED_FILL
        sheet.column_dimensions[letter(place - 1)].width = max(field.width, places(field.label) + FILTER_BUTTON) + 1
    sheet.row_dimensions[1].height = HEADER_HEIGHT
    sheet.freeze_panes = "A2"
    plan = tuple(Column(field.label, field.kind) for field in columns)
    set_page(sheet, Table(f"{ledger.label}（空白表）", plan, ()))


def add_example(sheet: Any, ledger: Ledger, columns: Sequence[Field], options: Mapping[str, Sequence[str]]) -> None:
    """A line that shows how to write, marked so that no import takes it for a record."""
    marked = next((f.name for f in columns if f.name == ledger.title and f.name not in options), "")
    marked = marked or next(f.name for f in columns if f.kind.storage == "text" and f.name not in options)
    for place, field in enumerate(columns, 1):
        cell = sheet.cell(2, place)
        value = field.kind.cell(sample(field, options.get(field.name, ())))
        if field.name == marked:
            value = f"{EXAMPLE}{field.label}"
        style_body(cell, Column(field.label, field.kind), field.width)
        cell.font = EXAMPLE_FONT
        if isinstance(value, str):
            put_text(cell, value)
        else:
            cell.value = value


def sample(field: Field, words: Sequence[str]) -> object:
    """A value of a field's kind for the example; nothing where only the office knows one."""
    found = next((value for kind, value in SAMPLES if isinstance(field.kind, kind)), None)
    return words[0] if words and found is None else found


def add_lines(sheet: Any, columns: Sequence[Field]) -> None:
    """Blank lines in the formats of their columns, so that codes stay text as they are typed."""
    for place, field in enumerate(columns, 1):
        column = Column(field.label, field.kind)
        for row in range(3, LINES + 3):
            cell = sheet.cell(row, place)
            cell.number_format = column.kind.number_format
            cell.border = BOX


def add_rules(book: Workbook, sheet: Any, columns: Sequence[Field], options: Mapping[str, Sequence[str]]) -> None:
    """Lists to pick from; a list that the office may lengthen only warns."""
    hidden = None
    for place, field in enumerate(columns):
        words = options.get(field.name, ())
        if not words:
            continue
        inline = ",".join(words)
        if len(inline) > LONGEST_LIST or any("," in word or '"' in word for word in words):
            hidden = hidden or hidden_sheet(book)
            formula = put_options(hidden, words)
        else:
            formula = f'"{inline}"'
        rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
        rule.errorStyle = "stop" if is_closed(field) else "warning"
        rule.errorTitle, rule.error = (
            field.label,
            "请从下拉列表中选择" if is_closed(field) else "列表中没有这一项，确定要用吗？",
        )
        rule.add(f"{letter(place)}2:{letter(place)}{LINES + 2}")
        sheet.add_data_validation(rule)


def is_closed(field: Field) -> bool:
    """Whether only the listed words are right."""
    return isinstance(field.kind, YesNo) or (isinstance(field.kind, OneOf) and not field.kind.setting)


def hidden_sheet(book: Workbook) -> Any:
    """Where long lists stand."""
    sheet = book.create_sheet(OPTIONS)
    sheet.sheet_state = "hidden"
    return sheet


def put_options(sheet: Any, words: Sequence[str]) -> str:
    """One list as a column of the hidden sheet; answers the range that a rule names."""
    place = sheet.max_column + 1 if sheet["A1"].value is not None else 1
    for row, word in enumerate(words, 1):
        put_text(sheet.cell(row, place), word)
    letters = letter(place - 1)
    return f"'{OPTIONS}'!${letters}$1:${letters}${len(words)}"


def add_guide(book: Workbook, columns: Sequence[Field], options: Mapping[str, Sequence[str]]) -> None:
    """What belongs into every column, on a sheet of its own."""
    sheet = book.create_sheet(GUIDE)
    sheet.column_dimensions["A"].width = GUIDE_WIDTH
    told = [*GENERAL, *(f"{field.label}：{asked(field, options.get(field.name, ()))}。" for field in columns)]
    # all of it in one cell: a column of sentences would look like a roster to whoever searches for one
    put_text(sheet["A1"], "\n".join(told))
    sheet["A1"].alignment = Alignment(vertical="top", wrap_text=True)
    sheet["A1"].font = Font(name=FACE, size=11)
    sheet.row_dimensions[1].height = min(TALLEST, LINE * (len(told) + 1))


def asked(field: Field, words: Sequence[str]) -> str:
    """One column in words."""
    parts = ["必填" if field.required else "选填"]
    if unit(field.kind):
        parts.append(f"单位：{unit(field.kind)}")
    if isinstance(field.kind, Day):
        parts.append("日期写成 2026-05-06")
    if words:
        parts.append("只能从列表中选" if is_closed(field) else "从列表中选，列表中没有的也可以写")
    return "；".join([*parts, *([field.hint] if field.hint else [])])
