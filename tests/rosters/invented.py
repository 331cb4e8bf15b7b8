"""Rosters that chance puts together with a known truth: ledger, header words, shape, gaps, and what stands around."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from random import Random

from daan_desk.domain.sheets import Cell, Merge, Sheet
from daan_desk.services.ledgers import ledger
from tests.rosters.header_words import values, words
from tests.rosters.written import Written

TITLES = ("{}情况统计表", "大安区2025年{}汇总表", "{}（2025年6月）", "附表：{}")
GROUPS = ("基本情况", "有关情况", "具体情况", "其中", "工作情况")
ABOVE = (("附件1",), ("填报单位（盖章）：",), ("填报单位：某某镇", "填报日期：2025年6月30日"), ("单位：万元",))
TOLD = ("必填", "选填", "文本格式", "请填写全称", "下拉选择", "填写数字")
SECTIONS = ("{}、大山铺镇", "（{}）规上企业（4家）", "{}、制造业", "第{}批")
NUMERALS = "一二三四五六七八九"
BELOW = (
    *(
        "备注：1.请于每月25日前报送；2.金额保留两位小数。",
        "注：本表一式三份。",
        "说明：以上数据截至6月30日。",
        "制表：某某",
    ),
    *(
        "填表人：    审核人：    填报日期：",
        "单位负责人（签字）：",
        "（盖章）",
        "*本表由各镇街填报",
        "数据来源：区统计局",
    ),
    *("联系人：某某  联系电话：13800000000", "以上企业均已核实。", "—1—", "第1页 共2页", "报：区政府办"),
)
PEOPLE = frozenset({"officers"})  # whether a list of names is one of officers is nothing that words alone tell
NUMBERED = (lambda at: at, str, lambda at: f"{at}.", float)


@cache
def vocabulary() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Header words by ledger and field; under "" those that are none of its fields."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word in words():
        if word.ledger not in PEOPLE:
            found[word.ledger][word.field].append(word.text)
    return found


@cache
def bases() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The columns that a roster of the ledger cannot do without."""
    return {word.ledger: word.base for word in words() if word.ledger not in PEOPLE}


class Inventor:
    """Puts one roster together; merging: whether cells may be merged."""

    def __init__(self, dice: Random, merging: bool = True) -> None:
        self.dice, self.merging = dice, merging
        self.ledger = dice.choice(sorted(bases()))
        self.rows: list[list[Cell]] = []
        self.merges: list[Merge] = []
        self.records: list[int] = []
        self.count = dice.choice((3, 5, 6, 12, 25))
        self.heads, self.fields, self.columns = self.chosen()

    def likely(self, share: float) -> bool:
        return self.dice.random() < share

    def chosen(self) -> tuple[list[str], list[str], list[list[Cell]]]:
        """Header words, fields and cells: the needed columns, some others, and perhaps the rows counted."""
        known, spoken = ledger(self.ledger), vocabulary()[self.ledger]
        base = bases()[self.ledger]
        others = sorted(set(spoken) - {field for _, field in base} - {""})
        taken = self.dice.sample(others, min(len(others), self.dice.randint(2, 9)))
        pairs = [(self.dice.choice(spoken.get(field, [text])), field) for text, field in base]
        pairs += [(self.dice.choice(spoken[field]), field) for field in taken]
        pairs += [(text, "") for text in self.dice.sample(spoken[""], 2)] if self.likely(0.5) and spoken[""] else []
        needed = {field for _, field in base}
        columns = [self.cells(known, field, needed) for _, field in pairs]
        if self.likely(0.75):
            said = self.dice.choice(NUMBERED)
            pairs.insert(0, (self.dice.choice(("序号", "编号", "No.", "序 号")), ""))
            columns.insert(0, [said(at + 1) for at in range(self.count)])
        return [text for text, _ in pairs], [field for _, field in pairs], columns

    def cells(self, known: object, field: str, needed: set[str]) -> list[Cell]:
        """Values of the field, or some words; gaps where nothing demands it."""
        some = values(known, field) if field else tuple(f"其他内容{at}" for at in range(6))  # type: ignore[arg-type]
        cells = [some[at % 6] for at in range(self.count)]
        if field in ("name", "enterprise", "company", "demand"):
            return [f"{str(cell)[:2]}{'甲乙丙丁戊'[at // 6]}{str(cell)[2:]}" for at, cell in enumerate(cells)]
        gaps = 0.0 if field in needed else self.dice.choice((0.0, 0.0, 0.2, 0.6))
        return [None if self.likely(gaps) else cell for cell in cells]

    def line(self, *cells: Cell) -> int:
        self.rows.append([*cells, *[None] * (len(self.heads) - len(cells))])
        return len(self.rows)

    def wide(self, text: str) -> None:
        row = self.line(text)
        if self.merging and self.likely(0.6) and len(self.heads) > 1:
            self.merges.append(Merge(row, 0, row, len(self.heads) - 1))

    def above(self) -> None:
        if self.likely(0.15):
            self.line()
        if self.likely(0.7):
            self.wide(self.dice.choice(TITLES).format(ledger(self.ledger).label))
        if self.likely(0.4):
            first, *last = self.dice.choice(ABOVE)
            gap = [None] * (len(self.heads) - 1 - len(last))
            self.line(first, *gap, *last) if len(self.heads) > 3 else self.line(first)

    def header(self) -> tuple[int, ...]:
        """One row; or two or three with some columns under a group."""
        width = len(self.heads)
        if not self.merging or width < 6 or self.likely(0.5):
            return (self.line(*self.heads),)
        start = self.dice.randint(2, width - 3)
        end = min(width - 1, start + self.dice.randint(1, 3))
        grouped = range(start, end + 1)
        over = [None if at in grouped else text for at, text in enumerate(self.heads)]
        over[start] = self.dice.choice(GROUPS)
        top = self.line(*over)
        under = self.line(*[text if at in grouped else None for at, text in enumerate(self.heads)])
        last = self.line() if self.likely(0.3) else under
        self.merges += [Merge(top, at, last, at) for at in range(width) if at not in grouped]
        self.merges += [Merge(under, at, last, at) for at in grouped if last > under]
        self.merges.append(Merge(top, start, top, end))
        return tuple(range(top, last + 1))

    def below_header(self) -> None:
        width = len(self.heads)
        if self.likely(0.15) and width >= 4:
            self.line("甲", "乙", *range(1, width - 1))
        if self.likely(0.15):
            self.line(*[self.dice.choice(TOLD) for _ in self.heads])
        if self.likely(0.15):
            self.line(None, "合计", *[None] * (width - 3), self.count)

    def body(self, header: tuple[int, ...]) -> None:
        parted, summed, gap, again = (self.likely(share) for share in (0.2, 0.12, 0.15, 0.08))
        for at, cells in enumerate(zip(*self.columns, strict=True)):
            if parted and at % 4 == 0:
                self.wide(self.dice.choice(SECTIONS).format(NUMERALS[at // 4]))
            if gap and at == self.count // 2:
                self.line()
            if again and at == self.count // 2:
                self.rows += [list(self.rows[row - 1]) for row in header]
            self.records.append(self.line(*cells))
            if summed and at % 4 == 3:
                self.line(None, self.dice.choice(("小计", "小  计", "小计：4家")), *[None] * (len(self.heads) - 3), 4)

    def foot(self) -> None:
        if self.likely(0.25):
            said = self.dice.choice(("合计", "合  计", "总计", f"合计：{self.count}家", f"共{self.count}家"))
            self.line(said, *[None] * (len(self.heads) - 2), self.count * 3 if self.likely(0.7) else None)
        for note in self.dice.sample(BELOW, self.dice.choice((0, 0, 1, 3))):
            self.wide(note)

    def roster(self) -> Written:
        """The roster with its truth."""
        self.above()
        header = self.header()
        self.below_header()
        self.body(header)
        self.foot()
        sheet = Sheet("名单", tuple(map(tuple, self.rows)), tuple(self.merges))
        columns = tuple(frozenset({field}) for field in self.fields)
        return Written("随机名册", (self.ledger,), sheet, header, tuple(self.records), columns)


def invented(dice: Random, merging: bool = True) -> Written:
    """A roster put together by these dice."""
    return Inventor(dice, merging).roster()
