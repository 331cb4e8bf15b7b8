"""Made-up sheets in every shape that offices send, each with the truth about it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from hypothesis import strategies as st

from daan_desk.domain.sheets import Cell, Merge, Sheet

TOWNS = ("大安街道", "龙井街道", "牛佛镇", "庙坝镇", "回龙镇", "何市镇")
MAKES = ("阀门", "泵业", "硬质合金", "彩灯", "食品", "包装", "机械", "化工")
KINDS = ("有限公司", "有限责任公司", "厂", "股份有限公司", "加工厂")


@dataclass(frozen=True)
class Shape:
    """What a sheet is to look like; the usual values make the plainest roster."""

    records: int = 8
    title: bool = False
    attachment: bool = False
    unit_line: bool = False
    told_above: bool = False
    blank_first: bool = False
    split: bool = False
    merged_header: bool = True
    dressed: bool = False
    column_numbers: bool = False
    told_below: bool = False
    example: bool = False
    total: str = ""
    groups: str = ""
    subtotals: bool = False
    blank_between: bool = False
    notes: bool = False
    signature: bool = False
    repeated_header: bool = False
    header: bool = True


@dataclass
class Truth:
    """What a reader has to find in the sheet."""

    sheet: Sheet
    title_rows: list[int] = field(default_factory=list)
    header_rows: tuple[int, ...] = ()
    records: dict[int, list[Cell]] = field(default_factory=dict)
    unit: str | None = None
    year: int | None = None


PLAIN = ("序号", "所在镇街", "企业名称", "统一社会信用代码", "联系人", "联系电话")
DRESSED = ("序号", "\u00a0所在镇街", "*企业\n名称", "统一社会信用代码（必填）", "1.联系人", "联系电话(选填)")
FIGURES = ("从业人数", "2023年", "2024年", "备注")


def record(at: int) -> list[Cell]:
    """The cells of one enterprise, made up from its number."""
    name = f"自贡{MAKES[at % len(MAKES)]}{at}{KINDS[at % len(KINDS)]}"
    code = f"9151030{at % 10}MA6{at:06d}X"
    town = TOWNS[at // 3 % len(TOWNS)]
    phone: Cell = f"1380000{at:04d}" if at % 2 else 13800000000 + at
    revenue: Cell = 1000.5 + at if at % 4 else f"{at}亿元"
    return [at, town, name, code, f"张{at}", phone, at * 7 % 300, revenue, 900 + at, "新增" if at % 5 == 0 else None]


class Builder:
    """Puts rows under each other and remembers what each is."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.rows: list[list[Cell]] = []
        self.merges: list[Merge] = []
        self.truth = Truth(Sheet(""))
        self.width = len(PLAIN) + len(FIGURES)

    @property
    def next(self) -> int:
        return len(self.rows) + 1

    def line(self, *cells: Cell) -> int:
        self.rows.append(list(cells))
        return len(self.rows)

    def wide(self, text: str) -> int:
        row = self.line(text)
        self.merges.append(Merge(row, 0, row, self.width - 1))
        return row

    def above(self) -> None:
        shape = self.shape
        if shape.blank_first:
            self.line()
        if shape.attachment:
            self.truth.title_rows.append(self.line("附件1"))
        if shape.title:
            self.truth.title_rows.append(self.wide("大安区2024年规模以上工业企业名单"))
            self.truth.year = 2024
        if shape.unit_line:
            cells: list[Cell] = ["填报单位：大安区经信局", *[None] * 7, "单位：万元"]
            self.truth.title_rows.append(self.line(*cells))
            self.truth.unit = "万元"
        if shape.told_above:
            self.truth.title_rows.append(self.wide("填写说明：请勿改动表格结构，带星号的为必填。"))

    def heads(self) -> None:
        if not self.shape.header:
            return
        words = list(DRESSED if self.shape.dressed else PLAIN)
        if self.shape.split:
            top = self.line(*words, "从业人数", "营业收入", None, "备注")
            self.line(*[None] * 7, "2023年", "2024年")
            if self.shape.merged_header:
                self.merges += [Merge(top, at, top + 1, at) for at in (*range(7), 9)]
                self.merges.append(Merge(top, 7, top, 8))
            self.truth.header_rows = (top, top + 1)
        else:
            self.truth.header_rows = (self.line(*words, "从业人数", "2023年营业收入", "2024年营业收入", "备注"),)

    def below_header(self) -> None:
        shape = self.shape
        if shape.column_numbers:
            self.line("甲", "乙", "丙", *range(1, 8))
        if shape.told_below:
            self.line(None, "下拉选择", "必填，与营业执照一致", "必填，18位", "选填", "填写手机号", *["填写数字"] * 3)
        if shape.example:
            self.line("示例", "大安街道", "自贡某某机械有限公司", "91510300MA6000000X", "张某", "13800000000", 10, 5, 6)
        if shape.total == "first":
            self.line(None, "合  计", *[None] * 4, 1234, 5678.5, 5600)

    def body(self) -> None:
        shape, town, group = self.shape, None, []
        for at in range(1, shape.records + 1):
            cells = record(at)
            if cells[1] != town:
                self.close(group)
                group, town = [], cells[1]
                if shape.groups == "sections":
                    self.line(f"{'一二三四五六七八九十'[at // 3 % 10]}、{town}")
            if shape.blank_between and at == 4:
                self.line()
            if shape.repeated_header and at == 5 and shape.header:
                self.rows += [list(self.rows[row - 1]) for row in self.truth.header_rows]
            shown = list(cells)
            if shape.groups in ("merged", "first") and group:
                shown[1] = None
            group.append(self.line(*shown))
            self.truth.records[group[-1]] = cells
        self.close(group)

    def close(self, group: list[int]) -> None:
        if len(group) > 1 and self.shape.groups == "merged" and group[-1] - group[0] == len(group) - 1:
            self.merges.append(Merge(group[0], 1, group[-1], 1))
        if group and self.shape.subtotals:
            self.line(None, "小计", *[None] * 4, 100, 2000, 1900)

    def after(self) -> None:
        shape = self.shape
        if shape.total == "last":
            self.line("合计", *[None] * 5, 1234, 5678.5, 5600)
        if shape.notes:
            self.line()
            self.wide("注：1.营业收入为年报数；2.从业人数为年末数。")
        if shape.signature:
            self.line("填表人：李某", *[None] * 3, "审核人：王某", *[None] * 3, "2024年7月5日")

    def made(self) -> Truth:
        self.above()
        self.heads()
        self.below_header()
        self.body()
        self.after()
        self.truth.sheet = Sheet("名单", tuple(tuple(row) for row in self.rows), tuple(self.merges))
        return self.truth


def made(shape: Shape) -> Truth:
    """The sheet of that shape, with its truth."""
    return Builder(shape).made()


def possible(shape: Shape) -> Shape:
    """The same shape without what cannot stand together: a blank row inside a merged group, two headers in a page."""
    changes: dict[str, object] = {}
    if shape.groups == "merged":
        changes |= {"blank_between": False, "repeated_header": False, "subtotals": False}
    if not shape.header:
        changes |= {"split": False, "column_numbers": False, "told_below": False, "example": False, "groups": ""}
    values = {each.name: getattr(shape, each.name) for each in fields(shape)} | changes
    return Shape(**values)


SHAPES = st.builds(
    Shape,
    records=st.integers(3, 25),
    total=st.sampled_from(["", "first", "last"]),
    groups=st.sampled_from(["", "merged", "first", "sections"]),
    header=st.just(True),
    **{each.name: st.booleans() for each in fields(Shape) if each.type == "bool" and each.name != "header"},
).map(possible)
