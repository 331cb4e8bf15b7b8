"""What every row of a sheet was taken for, in a word and a tone; and what every column of it becomes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from daan_desk.domain.fields import Ledger
from daan_desk.domain.imports import Verdict
from daan_desk.ui.pages.imports.study import Study
from daan_desk.ui.pages.imports.words import target_words


class Mark(Enum):
    """What a row is: its word, the tone of its ground ("" = none)."""

    TITLE = ("标题", "violet")
    HEADER = ("表头", "accent")
    DATA = ("", "")
    HIDDEN = ("隐藏行", "amber")
    SKIPPED = ("跳过", "grey")
    REFUSED = ("不能导入", "red")
    BLANK = ("", "grey")

    @property
    def word(self) -> str:
        return str(self.value[0])

    @property
    def tone(self) -> str:
        return str(self.value[1])


@dataclass(frozen=True)
class Marks:
    """Row → mark and reason, for all but plain data and blank rows; sheet column → what it becomes ("" = nothing)."""

    rows: dict[int, tuple[Mark, str]] = field(default_factory=dict)
    data: frozenset[int] = frozenset()
    columns: dict[int, str] = field(default_factory=dict)

    def of(self, row: int) -> tuple[Mark, str]:
        """The mark of the sheet's own row number, and the reason for it."""
        found = self.rows.get(row)
        if found:
            return found
        return (Mark.DATA, "数据行") if row in self.data else (Mark.BLANK, "没有读入")


def marked(study: Study, ledger: Ledger | None) -> Marks:
    """The marks of the sheet that is looked at."""
    layout, name = study.layout, study.layout.sheet
    data = frozenset(row.number for row in layout.rows if row.sheet in ("", name))
    rows: dict[int, tuple[Mark, str]] = {}
    rows.update({row: (Mark.HIDDEN, "表中隐藏的行，也读入了") for row in study.sheet.hidden_rows if row in data})
    rows.update({gone.row: (Mark.SKIPPED, gone.why) for gone in layout.skipped if gone.sheet in ("", name)})
    rows.update(dict.fromkeys(layout.title_rows, (Mark.TITLE, "表头上面的标题和说明")))
    rows.update(dict.fromkeys(layout.header_rows, (Mark.HEADER, "栏目的名称")))
    rows.update(_judged(study))
    return Marks(rows, data, _columns(study, ledger))


def _judged(study: Study) -> dict[int, tuple[Mark, str]]:
    found: dict[int, tuple[Mark, str]] = {}
    for judged in study.plan.rows if study.plan else ():
        if judged.sheet not in ("", study.layout.sheet):
            continue
        if judged.verdict is Verdict.REFUSED:
            found[judged.row] = (Mark.REFUSED, "；".join(judged.problems.values()))
        elif judged.verdict is Verdict.SKIPPED:
            found[judged.row] = (Mark.SKIPPED, judged.why)
    return found


def _columns(study: Study, ledger: Ledger | None) -> dict[int, str]:
    headers = study.layout.headers
    return {headers[one.column].column: target_words(one, ledger) for one in study.columns if one.field and ledger}
