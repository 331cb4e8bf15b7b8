"""What becomes of every row, as lists that are worked out line by line when they come into sight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from daan_desk.domain.columns import Match
from daan_desk.domain.fields import Ledger
from daan_desk.domain.imports import CellChange, ImportPlan, Judged, Verdict
from daan_desk.domain.sheets import DataRow, Layout
from daan_desk.ui.pages.imports.study import Place, Study
from daan_desk.ui.pages.imports.words import one_line, target_words

NARROW, MIDDLE, BROAD = 70, 220, 340
PER_SIGN, LEAST, MOST = 9, 110, 260


class Spoken(NamedTuple):
    """One line about one row: where it stands, the record, and what is to be said."""

    row: int
    sheet: str
    judged: Judged | None
    source: DataRow | None
    words: tuple[str, ...]
    place: int = -1


@dataclass(frozen=True)
class Lines:
    """One tab: heads with widths, items, and what a column says of an item. `mended`: the column that can be mended."""

    label: str
    heads: tuple[tuple[str, int], ...]
    items: Sequence[Any]
    say: Callable[[Any, int], str]
    spot: Callable[[Any], tuple[str, int]]
    mended: int = -1
    tone: tuple[int, str] = (-1, "")
    shared: frozenset[tuple[str, int]] = frozenset()

    def mend(self, item: Any) -> Place | None:
        """The cell that a line speaks of; None where it cannot be mended here.

        shared: rows of the sheet that give several records, for which one cell stands: they are mended in the file.
        """
        able = self.mended >= 0 and item.place >= 0 and (item.sheet, item.row) not in self.shared
        return (item.sheet, item.row, item.place) if able else None


def lists(study: Study, ledger: Ledger) -> tuple[Lines, ...]:
    """The tabs in their order."""
    plan = study.plan
    assert plan is not None
    rows = Rows(study.layout, plan, ledger)
    return (
        rows.whole("新增", Verdict.ADDED),
        rows.changed(),
        rows.whole("相同", Verdict.SAME),
        rows.refused(),
        rows.skipped(),
        rows.warned(),
        _absent(plan, ledger),
    )


class Rows:
    """The rows of a plan beside those of its layout."""

    def __init__(self, layout: Layout, plan: ImportPlan, ledger: Ledger) -> None:
        self.layout, self.plan, self.ledger = layout, plan, ledger
        self.several = len(layout.sheets) > 1
        self.narrow = 2 * NARROW if self.several else NARROW
        self.columns: tuple[Match, ...] = tuple(match for match in plan.columns if match.field)
        self.places = {match.field: match.column for match in plan.columns if match.field}
        self.pairs = list(zip(plan.rows, layout.rows, strict=True))

    def width(self, match: Match) -> int:
        """Pixels for the values of a field and for its label."""
        label = PER_SIGN * len(target_words(match, self.ledger).encode("gb18030"))
        known = self.ledger.by_name.get(match.field)
        return min(MOST, max(LEAST, PER_SIGN * known.width if known else 0, label) + 24)

    def number(self, sheet: str, row: int) -> str:
        return f"{sheet} {row}" if self.several and sheet else str(row) if row else "整张表"

    def whole(self, label: str, verdict: Verdict) -> Lines:
        """Rows with every column that is imported."""
        heads = tuple((target_words(match, self.ledger), self.width(match)) for match in self.columns)
        items = [pair for pair in self.pairs if pair[0].verdict is verdict]

        def say(item: tuple[Judged, DataRow], column: int) -> str:
            judged, source = item
            if column == 0:
                return self.number(source.sheet, judged.row)
            return one_line(source.cells[self.columns[column - 1].column])

        return Lines(label, (("行", self.narrow), *heads), items, say, lambda item: (item[1].sheet, item[0].row))

    def changed(self) -> Lines:
        """Old and new, cell by cell."""
        changed = [(judged, source) for judged, source in self.pairs if judged.verdict is Verdict.CHANGED]
        items = [(judged, source, change) for judged, source in changed for change in judged.changes]

        def say(item: tuple[Judged, DataRow, CellChange], column: int) -> str:
            judged, source, change = item
            field = self.ledger[change.field].label
            words = (self.number(source.sheet, judged.row), judged.text, field, change.old or "（空）", change.new)
            return words[column]

        heads = (("行", self.narrow), (self.ledger.noun, 260), ("栏目", 160), ("原来", 220), ("改为", 220))
        return Lines("修改", heads, items, say, lambda item: (item[1].sheet, item[0].row), tone=(4, "accent"))

    def refused(self) -> Lines:
        """Every problem beside its cell, which can be mended here."""
        refused = [(judged, source) for judged, source in self.pairs if judged.verdict is Verdict.REFUSED]
        items = [
            Spoken(judged.row, source.sheet, judged, source, (name, why), self.places.get(name, -1))
            for judged, source in refused
            for name, why in judged.problems.items()
        ]

        def say(item: Spoken, column: int) -> str:
            name, why = item.words
            label = self.ledger[name].label if name in self.ledger.by_name else ""
            return (self.number(item.sheet, item.row), self.cell(item), why, label, self.filled(item))[column]

        heads = (
            ("行", self.narrow),
            ("表中的值（点开可改）", MIDDLE),
            ("为什么", BROAD),
            ("栏目", 130),
            ("这一行", BROAD),
        )
        times = Counter((source.sheet, judged.row) for judged, source in self.pairs)
        shared = frozenset(spot for spot, count in times.items() if count > 1)
        return Lines("不能导入", heads, items, say, _spot, mended=1, tone=(2, "red"), shared=shared)

    def cell(self, item: Spoken) -> str:
        if item.place < 0 or item.source is None:
            return "表中没有这一列"
        return one_line(item.source.cells[item.place])

    def filled(self, item: Spoken) -> str:
        """The row in one line, so that it can be told from others."""
        cells = item.source.cells if item.source else ()
        return " · ".join(text for text in map(one_line, cells) if text)

    def skipped(self) -> Lines:
        """Rows that are no records, and doubles."""
        gone = [Spoken(one.row, one.sheet, None, None, (one.why,)) for one in self.plan.skipped]
        doubles = [
            Spoken(judged.row, source.sheet, judged, source, (judged.why,))
            for judged, source in self.pairs
            if judged.verdict is Verdict.SKIPPED
        ]
        heads = (("行", self.narrow), ("为什么跳过", 420), (self.ledger.noun, BROAD))
        return Lines("跳过", heads, sorted([*gone, *doubles], key=lambda one: one[:2]), self._said, _spot)

    def warned(self) -> Lines:
        """What an officer should know: of the sheet as a whole first, then row by row."""
        items = [Spoken(0, "", None, None, (text,)) for text in self.plan.questions]
        items += [Spoken(row, "", None, None, (text,)) for row, text in self.plan.warnings]
        items += [
            Spoken(judged.row, source.sheet, judged, source, (text,))
            for judged, source in self.pairs
            for text in judged.warnings
        ]
        heads = (("行", self.narrow), ("提醒", 560), (self.ledger.noun, BROAD))
        return Lines("提醒", heads, items, self._said, _spot)

    def _said(self, item: Spoken, column: int) -> str:
        name = item.judged.text if item.judged else ""
        return (self.number(item.sheet, item.row), item.words[0], name)[column]


def _spot(item: Spoken) -> tuple[str, int]:
    return item.sheet, item.row


def _absent(plan: ImportPlan, ledger: Ledger) -> Lines:
    """Records that we have and the file does not name; they stay as they are."""

    def say(item: tuple[str, str], column: int) -> str:
        return (item[1], "不会改动，也不会删除")[column]

    heads = ((f"{ledger.label}里有、这份文件里没有的{ledger.noun}", 420), ("导入时", BROAD))
    return Lines("不再出现在本文件中", heads, plan.absent, say, lambda _: ("", 0))
