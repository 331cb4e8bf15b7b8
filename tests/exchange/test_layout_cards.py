"""Sheets that have no line for each enterprise: cards, forms, lists on their side, records of two lines."""

from __future__ import annotations

from daan_desk.domain.sheets import Book, Cell, Layout, Merge, Role, Sheet, Spot
from daan_desk.exchange import workbooks
from daan_desk.exchange.books.turning import upright
from daan_desk.exchange.layouts import layout, layouts

A, B, C = "自贡某甲阀门有限公司", "自贡某乙泵业有限公司", "四川某丙合金有限公司"
Rows = list[list[Cell]]


def sheet(rows: Rows, name: str = "表", merges: tuple[Merge, ...] = ()) -> Sheet:
    return Sheet(name, tuple(map(tuple, rows)), merges)


def card(name: Cell, contact: Cell = "张三", town: Cell = "大山铺镇") -> Rows:
    return [
        ["企业走访登记表", None, None, None],
        ["企业名称", name, "联系人", contact],
        ["联系电话：", "13812345678", "所在镇街", town],
        ["主要产品", "阀门", "从业人数", 120],
    ]


def records(found: Layout) -> list[dict[str, Cell]]:
    return [dict(zip(found.shape, row.cells, strict=True)) for row in found.rows]


def test_that_cards_below_each_other_are_a_record_each() -> None:
    found = layout(sheet([*card(A), [None], *card(B, contact=None), [None], *card(None)]))
    assert [(row.number, row.cells[0]) for row in found.rows] == [(2, A), (7, B)]
    assert records(found)[0] == {
        "企业名称": A,
        "联系人": "张三",
        "联系电话": "13812345678",
        "所在镇街": "大山铺镇",
        "主要产品": "阀门",
        "从业人数": 120,
    }
    assert records(found)[1]["联系人"] is None
    assert [(gone.row, gone.why) for gone in found.skipped] == [(12, "这一块没有填写企业名称")]
    assert (found.role, found.sure) == (Role.ROSTER, False)


def test_that_sheets_of_one_card_each_are_taken_together() -> None:
    found = layouts(Book("登记表.xlsx", "xlsx", (sheet(card(A), "甲"), sheet(card(B), "乙"), sheet(card(C), "丙"))))
    assert found[0].sheets == ("甲", "乙", "丙")
    assert [row.cells[0] for row in found[0].rows] == [A, B, C]


def test_that_what_has_no_label_on_a_card_is_told() -> None:
    found = layout(sheet([*card(A), ["备注", "好", "另租两亩", None]]))
    assert any("另租两亩" in text for _, text in found.warnings)


def test_that_an_empty_form_is_a_form_and_none_of_its_labels_a_name() -> None:
    rows: Rows = [["企业情况登记表"], ["企业名称", None, "联系人", None], ["联系电话", None, "所在镇街", None]]
    found = layout(sheet([*rows, ["主要产品", None, "从业人数", None], ["注册资本", None, "成立日期", None]]))
    assert (found.role, found.rows) == (Role.FORM, ())


def test_that_records_of_two_lines_become_one_each() -> None:
    rows: Rows = [["企业联系表"], ["企业名称", "法人", "电话"], ["地址", "主要产品", "人数"]]
    for name in (A, B, C):
        rows += [[name, "张三", "13812345678"], ["大安区牛佛镇", "阀门", 120]]
    found = layout(sheet(rows))
    assert [(row.number, row.cells) for row in found.rows][:1] == [
        (4, (A, "张三", "13812345678", "大安区牛佛镇", "阀门", 120))
    ]
    assert found.shape == ("企业名称", "法人", "电话", "地址", "主要产品", "人数")
    assert (found.header_rows, len(found.rows)) == ((2, 3), 3)


SIDEWAYS: Rows = [
    ["企业基本情况对比表"],
    ["序号", 1, 2, 3],
    ["企业名称", A, B, C],
    ["联系领导", "王某", None, "李某"],
    ["从业人数", 120, None, 300],
    ["主要产品", "阀门", "泵", "合金"],
    ["注：数据截至2025年底。"],
]


def test_that_a_list_on_its_side_is_set_upright_with_its_merges_and_marks() -> None:
    lying = Sheet(
        "表", tuple(map(tuple, SIDEWAYS)), (Merge(4, 1, 4, 2), Merge(1, 0, 1, 3)), errors=(Spot(5, 2, "#N/A"),)
    )
    turned = upright(lying)
    assert turned.rows[1] == ("序号", "企业名称", "联系领导", "从业人数", "主要产品")
    assert turned.rows[3] == (2, B, None, None, "泵")
    assert turned.merges == (Merge(3, 2, 4, 2), Merge(1, 0, 1, 3))
    assert turned.errors == (Spot(4, 3, "#N/A"),)
    assert "横排" in turned.warnings[0]
    found = layout(turned)
    assert [row.cells[2] for row in found.rows] == ["王某", "王某", "李某"]


def test_that_what_stands_upright_stays_as_it_is() -> None:
    rows: Rows = [["企业名称", "联系人", "电话"], [A, "张三", "1"], [B, "李四", "2"], [C, "王五", "3"]]
    assert upright(sheet(rows)) == sheet(rows)


def test_that_a_copied_list_on_its_side_is_set_upright_too() -> None:
    text = "\n".join("\t".join("" if cell is None else str(cell) for cell in row) for row in SIDEWAYS)
    assert workbooks.read_pasted(text).sheets[0].rows[2][1] == A
