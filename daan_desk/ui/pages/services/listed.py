"""The lists of policies that matter: who did not apply, who waits for money, what closes, which data are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from daan_desk.domain.numbers import Money
from daan_desk.domain.questions import Question, Where
from daan_desk.services import policy_lists
from daan_desk.services.office import Office
from daan_desk.services.policy_lists import Listed, Lists, Missing
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.explaining import ExplainBox, Explained
from daan_desk.ui.kit.ledger_actions import Shown
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.rows import Line

Found = tuple[Lists, Sequence[Missing]]
MOST = 60
ZERO = Decimal(0)
CLEAR = "没有，很好。"


class ListsDoor:
    """Opens the box of the lists; its button opens the records of the list that is marked."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.box: ExplainBox | None = None
        self.ways: dict[object, Question] = {}

    def open(self, _shown: Shown) -> None:
        """Read the lists in the background, then show them."""
        self.desk.tasks.run(partial(found, self.desk.office), self._show, owner=self.desk)

    def _show(self, read: Found) -> None:
        tr = self.desk.tr
        sentence = tr("按最近一次比对和今天的日期。缺数据的不算不符合，补上数据再比对。")
        self.box = box = ExplainBox(self.window(), tr("政策提醒"), sentence, "bell-ring")
        self.ways = questions(*read)
        box.show_explained(explained(*read))
        box.offer(tr("打开这些记录"), tr("关闭"))
        box.list.selectionModel().currentChanged.connect(self._allow)
        box.finished.connect(self._go)
        self._allow()
        box.open()

    def _allow(self, *_indexes: object) -> None:
        marked = self.box.marked() if self.box else None
        if self.box:
            self.box.doing.setEnabled(marked is not None and marked.line.key in self.ways)

    def _go(self, answer: int) -> None:
        marked = self.box.marked() if self.box else None
        if answer == QDialog.DialogCode.Accepted and marked:
            question = self.ways[marked.line.key]
            self.desk.go(question.ledger, Target(question=question))


def found(office: Office) -> Found:
    """Both readings."""
    return policy_lists.lists(office), policy_lists.missing(office)


def questions(lists: Lists, missing: Sequence[Missing]) -> dict[object, Question]:
    """What each list opens; an empty one opens nothing."""
    ways: dict[object, Question] = {}
    for name, some in (("not_applied", lists.not_applied), ("not_paid", lists.not_paid), ("closing", lists.closing)):
        if some:
            ways[name] = _these(some[0].ledger, (one.id for one in some))
    return ways | {one.fact: _these("enterprises", (key for key, _ in one.enterprises)) for one in missing}


def _these(ledger: str, ids: Iterable[str]) -> Question:
    return Question(ledger, where=(Where("id", "in", tuple(ids)),))


def explained(lists: Lists, missing: Sequence[Missing]) -> tuple[Explained, ...]:
    """The three lists, then every missing fact with the enterprises that wait for it."""
    three = (
        ("not_applied", "符合但未申报", lists.not_applied, "amber"),
        ("not_paid", "已申报超时未拨付", lists.not_paid, "red"),
        ("closing", "申报窗口将关", lists.closing, "amber"),
    )
    return (*(_list(*one) for one in three), *map(_fact, missing))


def _list(key: str, title: str, some: Sequence[Listed], tone: str) -> Explained:
    sums = [one.amount for one in some if one.amount is not None]
    unknown = len(some) - len(sums)
    money = f"金额合计 {Money().show(sum(sums, ZERO))} 万元" if sums else ""
    rest = f"{unknown} 条没有写明金额" if some and unknown and key != "closing" else ""
    detail = "，".join(word for word in (money, rest) if word) or ("" if some else CLEAR)
    points = tuple((Pill(one.words, tone), _said(one)) for one in some[:MOST])
    return Explained(Line(key, title, detail, Pill(f"{len(some)} 条", tone if some else "green")), points)


def _said(one: Listed) -> str:
    who = f"{one.enterprise}：{one.policy}" if one.enterprise else one.policy
    money = f"，{Money().show(one.amount)} 万元" if one.amount is not None else ""
    day = f"，{one.day}" if one.day else ""
    return f"{who}{money}{day}"


def _fact(one: Missing) -> Explained:
    count = len(one.enterprises)
    line = Line(one.fact, f"缺“{one.fact}”", f"{one.ledger}，可由{one.giver}提供", Pill(f"{count} 家", "grey"))
    points = tuple((Pill("缺数据", "grey"), name) for _, name in one.enterprises[:MOST])
    rest = count - len(points)
    return Explained(line, (*points, *([(Pill("还有", "grey"), f"另外 {rest} 家")] if rest else [])))
