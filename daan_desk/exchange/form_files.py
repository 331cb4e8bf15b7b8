"""Which files are forms that can be filled, told by content, and what is said of those that are none."""

from __future__ import annotations

from pathlib import Path

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.domain.sheets import Book
from daan_desk.exchange.form_book import FormBook
from daan_desk.exchange.form_package import opened
from daan_desk.exchange.form_xml import XmlBook
from daan_desk.exchange.workbooks import read
from daan_desk.exchange.xls_forms.book import opened as opened_old

SAVE_AS = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再填。"
OTHERS = {
    "xlsb": ("是二进制工作簿（.xlsb），不能直接填写。", SAVE_AS),
    "ods": ("是 ODF 表格（.ods），不能直接填写。", "请用 WPS、Excel 或 LibreOffice 打开，另存为 .xlsx 后再填。"),
    "csv": ("是没有格式的文本表，不是空白表。", "请选 Excel 或 WPS 的空白表；只要一份数据，用台账的“导出”。"),
    "html": ("其实是网页，只是起了表格的名字。", SAVE_AS),
    "mhtml": ("其实是网页，只是起了表格的名字。", SAVE_AS),
    "spreadsheetml": ("是 XML 表格，不能直接填写。", SAVE_AS),
}


def refuse(form: Path, to: Path) -> None:
    """Say at once where a filled form cannot go."""
    if to.suffix.lower() != form.suffix.lower():
        raise Rejected(f"填好的表要和原表一样存为 {form.suffix.lower()} 文件")
    if to.resolve() == form.resolve():
        raise Rejected("填好的表不能盖住空白表，请换一个文件名")


def opened_form(path: Path) -> tuple[Book, FormBook]:
    """What a form says, and the form to write into; `Trouble` where the file is none."""
    try:
        book = read(path)  # the careful reader first: it knows bombs, passwords and broken files
        if book.format not in OTHERS:
            return book, opened_old(path) if book.format == "xls" else XmlBook(opened(path))
    except Trouble as why:
        raise Trouble(*for_filling(why)) from why
    sentence, remedy = OTHERS[book.format]
    raise Trouble(f"“{path.name}”{sentence}", remedy)


def for_filling(why: Trouble) -> tuple[str, str]:
    """What the reader of imports says, to somebody who wants to fill."""
    remedy = why.remedy.replace("再导入", "再填").replace("Excel、WPS 表格或 CSV 文件", "Excel 或 WPS 的空白表")
    return why.sentence, remedy
