"""The paper of a handover (移交清单): a table for each kind of thing, the same on screen, print, Word and workbook."""

from __future__ import annotations

from daan_desk.domain.handovers import HandoverSheet
from daan_desk.domain.kinds import Text
from daan_desk.domain.numbers import Integer
from daan_desk.domain.tables import Column, Table
from daan_desk.services.handovers import Handover

WORDS = Text(200)
COUNT, REST = Column("序号", Integer(), 6), (Column("情况", WORDS, 30), Column("移交", WORDS, 24))
# ledger → title of its table, header of what it is
KINDS = (
    ("assignments", "包联企业和项目", "企业或项目"),
    ("issues", "未办结问题", "问题"),
    ("projects", "在建项目", "项目"),
    ("leads", "招商线索", "企业"),
    ("visits", "走访遗留事项", "事项"),
)


def sheet(planned: Handover) -> HandoverSheet:
    """What is handed over, on paper."""
    made = (_table(planned, *kind) for kind in KINDS)
    return HandoverSheet(
        f"{planned.leaver.name}移交{planned.successor.name}工作清单",
        opening(planned),
        tuple(table for table in made if table.rows),
    )


def opening(planned: Handover) -> str:
    """Who hands over to whom, from which day, why, and how much."""
    counts = [f"{title} {n} 项" for ledger, title, _ in KINDS if (n := len(planned.of(ledger)))]
    return (
        f"{planned.leaver.name}（{planned.leaver.role}）自 {planned.day:%Y-%m-%d} 起，"
        f"将以下工作移交{planned.successor.name}（{planned.successor.role}）。依据：{planned.basis}。"
        f"共{'、'.join(counts) or '无可移交事项'}。"
    )


def _table(planned: Handover, ledger: str, title: str, head: str) -> Table:
    columns = (
        Column("序号", Integer(), 6),
        Column(head, WORDS, 28),
        Column("情况", WORDS, 30),
        Column("移交", WORDS, 24),
    )
    items = planned.of(ledger)
    return Table(title, columns, tuple((at, i.text, i.detail, i.how) for at, i in enumerate(items, start=1)))
