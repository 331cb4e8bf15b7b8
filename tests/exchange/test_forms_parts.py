"""What openpyxl would lose of a form stays: text boxes, sparklines, data bars, remarks, unknown parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from daan_desk.domain.failures import Trouble
from daan_desk.exchange.forms import fill
from tests.exchange import blank_forms
from tests.exchange.blank_forms import LEDGER, records
from tests.exchange.comparing import parts, untouched

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"
DRAWING = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>'
    "<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
    "<xdr:to><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
    '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="文本框"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>'
    "<xdr:spPr/><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>请加盖公章</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    "<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
)
EXTENSIONS = (
    f'<extLst xmlns:x14="{X14}" xmlns:xm="{XM}"><ext uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}">'
    '<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar" id="{A}"><x14:dataBar/>'
    "</x14:cfRule><xm:sqref>E3:E4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>"
    '<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups><x14:sparklineGroup><x14:sparklines>'
    "<x14:sparkline><xm:f>'汇总 表'!D3:D4</xm:f><xm:sqref>G5</xm:sqref></x14:sparkline></x14:sparklines>"
    "</x14:sparklineGroup></x14:sparklineGroups></ext></extLst>"
)


def rewritten(path: Path, changes: dict[str, Callable[[str], str]], added: dict[str, str]) -> Path:
    """The same package with parts edited as text, and others added."""
    old = parts(path)
    with ZipFile(path, "w") as package:
        for name, content in old.items():
            package.writestr(name, changes[name](content.decode()) if name in changes else content)
        for name, text in added.items():
            package.writestr(name, text)
    return path


def rich(path: Path) -> Path:
    """The form with sums, and in it what openpyxl does not know."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def sheet(text: str) -> str:
        text = text.replace("</worksheet>", f'<drawing xmlns:r="{relation}" r:id="rId9"/>{EXTENSIONS}</worksheet>')
        first = '<c r="G3"><f t="shared" ref="G3:G4" si="0">E3/$E$5</f><v>0</v></c></row>'
        second = '<c r="G4"><f t="shared" si="0"/><v>0</v></c></row>'
        text = re.sub(r'(<row r="3".*?)</row>', lambda m: m[1] + first, text, count=1, flags=re.DOTALL)
        return re.sub(r'(<row r="4".*?)</row>', lambda m: m[1] + second, text, count=1, flags=re.DOTALL)

    def types(text: str) -> str:
        kind = "application/vnd.openxmlformats-officedocument.drawing+xml"
        chain = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
        return text.replace(
            "</Types>",
            f'<Override PartName="/xl/drawings/drawing9.xml" ContentType="{kind}"/>'
            f'<Override PartName="/xl/calcChain.xml" ContentType="{chain}"/></Types>',
        )

    def book(text: str) -> str:
        return text.replace(
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{relation}/calcChain" Target="calcChain.xml"/></Relationships>',
        )

    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId9" Type="{relation}/drawing" Target="../drawings/drawing9.xml"/></Relationships>'
    )
    return rewritten(
        blank_forms.totals(path),
        {SHEET: sheet, "[Content_Types].xml": types, "xl/_rels/workbook.xml.rels": book},
        {
            "xl/drawings/drawing9.xml": DRAWING,
            "xl/worksheets/_rels/sheet1.xml.rels": relations,
            "xl/calcChain.xml": f'<calcChain xmlns="{MAIN}"><c r="D5" i="1"/></calcChain>',
            "customXml/unknown.bin": "什么都有可能",
        },
    )


def test_that_a_text_box_goes_down_with_the_rows_and_keeps_its_words(tmp_path: Path) -> None:
    done = fill(rich(tmp_path / "a.xlsx"), records(5), LEDGER, tmp_path / "b.xlsx")
    drawing = parts(done.file)["xl/drawings/drawing9.xml"].decode()
    assert "请加盖公章" in drawing
    assert re.findall(r"<xdr:row>(\d+)</xdr:row>", drawing) == ["9", "12"]


def test_that_data_bars_and_sparklines_stay_and_grow(tmp_path: Path) -> None:
    done = fill(rich(tmp_path / "a.xlsx"), records(5), LEDGER, tmp_path / "b.xlsx")
    sheet = parts(done.file)[SHEET].decode()
    assert "<xm:sqref>E3:E7</xm:sqref>" in sheet
    assert "<xm:f>'汇总 表'!D3:D7</xm:f>" in sheet
    assert "<xm:sqref>G8</xm:sqref>" in sheet


@pytest.mark.filterwarnings("ignore:.*extension is not supported")  # openpyxl says so; it only looks here
def test_that_rows_that_share_a_formula_get_their_own(tmp_path: Path) -> None:
    done = fill(rich(tmp_path / "a.xlsx"), records(5), LEDGER, tmp_path / "b.xlsx")
    sheet = openpyxl.load_workbook(done.file)["汇总 表"]
    assert [sheet.cell(row, 7).value for row in range(3, 8)] == [f"=E{row}/$E$8" for row in range(3, 8)]


def test_that_parts_that_nobody_touched_are_byte_for_byte_the_same(tmp_path: Path) -> None:
    form = rich(tmp_path / "a.xlsx")
    few = fill(form, records(2), LEDGER, tmp_path / "b.xlsx")
    assert set(parts(form)) - untouched(form, few.file) == {SHEET, "xl/workbook.xml"}
    many = fill(form, records(5), LEDGER, tmp_path / "c.xlsx")
    changed = set(parts(form)) - untouched(form, many.file)
    assert {"customXml/unknown.bin", "xl/styles.xml", "xl/worksheets/sheet3.xml"} & changed == set()


def test_that_the_old_order_of_calculation_goes_and_excel_is_told_to_calculate(tmp_path: Path) -> None:
    done = fill(rich(tmp_path / "a.xlsx"), records(5), LEDGER, tmp_path / "b.xlsx")
    new = parts(done.file)
    assert "xl/calcChain.xml" not in new
    assert b"calcChain" not in new["[Content_Types].xml"] + new["xl/_rels/workbook.xml.rels"]
    assert b'fullCalcOnLoad="1"' in new["xl/workbook.xml"]


def test_that_the_box_of_a_remark_goes_down_with_its_cell(tmp_path: Path) -> None:
    form = blank_forms.on_top(tmp_path / "a.xlsx")
    done = fill(form, records(5), LEDGER, tmp_path / "b.xlsx")
    name = next(name for name in parts(form) if name.endswith((".vml", "Drawing1.vml")))
    rows = [re.findall(rb":Row>(\d+)</", parts(path)[name]) for path in (form, done.file)]
    assert rows == [[b"6"], [b"8"]]


def test_that_macros_stay_in_a_form_that_has_them(tmp_path: Path) -> None:
    form = blank_forms.plain(tmp_path / "a.xlsx")
    rewritten(form, {}, {"xl/vbaProject.bin": "macro"}).rename(tmp_path / "a.xlsm")
    done = fill(tmp_path / "a.xlsm", records(2), LEDGER, tmp_path / "b.xlsm")
    assert parts(done.file)["xl/vbaProject.bin"] == b"macro"


def test_that_a_signed_form_is_refused_instead_of_broken(tmp_path: Path) -> None:
    form = rewritten(blank_forms.plain(tmp_path / "a.xlsx"), {}, {"_xmlsignatures/sig1.xml": "<x/>"})
    with pytest.raises(Trouble, match="数字签名"):
        fill(form, records(2), LEDGER, tmp_path / "b.xlsx")
    assert not (tmp_path / "b.xlsx").exists()


def test_that_a_table_of_excel_grows_and_cannot_be_copied(tmp_path: Path) -> None:
    form = blank_forms.plain(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(form)
    table = openpyxl.worksheet.table.Table(displayName="名单", ref="A2:F7")
    book.active.add_table(table)
    book.save(form)
    done = fill(form, records(7), LEDGER, tmp_path / "b.xlsx")
    assert next(iter(openpyxl.load_workbook(done.file).active.tables.values())).ref == "A2:F9"
    card = blank_forms.card(tmp_path / "c.xlsx")
    book = openpyxl.load_workbook(card)
    book.active["F1"], book.active["G1"] = "x", "y"
    book.active.add_table(openpyxl.worksheet.table.Table(displayName="t", ref="F1:G3"))
    book.save(card)
    with pytest.raises(Trouble, match="一次只能填一家"):
        fill(card, records(2), LEDGER, tmp_path / "d.xlsx")
    assert fill(card, records(1), LEDGER, tmp_path / "d.xlsx").rows == 1


def test_that_a_broken_or_enormous_form_is_refused_with_a_sentence(tmp_path: Path) -> None:
    deep = "<x>" * 400 + "</x>" * 400
    form = rewritten(
        blank_forms.plain(tmp_path / "a.xlsx"),
        {SHEET: lambda text: text.replace("<pageMargins", deep + "<pageMargins")},
        {},
    )
    with pytest.raises(Trouble, match="不是能填写的"):
        fill(form, records(1), LEDGER, tmp_path / "b.xlsx")
    many = "".join(f'<row r="{row}"><c r="A{row}"/></row>' for row in range(9, 500_000))
    form = rewritten(
        blank_forms.plain(tmp_path / "c.xlsx"),
        {SHEET: lambda text: text.replace("</sheetData>", many + "</sheetData>")},
        {},
    )
    with pytest.raises(Trouble, match="不像一份空白表"):
        fill(form, records(1), LEDGER, tmp_path / "b.xlsx")
    assert not (tmp_path / "b.xlsx").exists()
