"""All enterprises before all policies: what came out by policy, which verdicts turn, and all of it kept at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from daan_desk.domain.policies import Answer
from daan_desk.services import entitling
from daan_desk.services.entitling import Plan
from daan_desk.services.policy_judging import Entitled
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.explaining import ExplainBox, Explained
from daan_desk.ui.kit.ledger_actions import Shown
from daan_desk.ui.kit.pills import Pill, tone_of
from daan_desk.ui.kit.rows import Line

TURNS = "turns"
SHOWN = (Answer.MET, Answer.NEAR, Answer.UNKNOWN, Answer.UNMET)
MOST = 60  # enterprises that are named of one policy; the counts speak of all


class WholeDoor:
    """Opens the plan of a year."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.box: ExplainBox | None = None

    def open(self, _shown: Shown) -> None:
        """Work the plan out in the background, then show it."""
        office = self.desk.office
        self.desk.tasks.run(partial(entitling.plan, office, office.today().year), self._show, owner=self.desk)

    def _show(self, plan: Plan) -> None:
        tr = self.desk.tr
        title = tr("{y} 年：{n} 项政策对全部企业").format(y=plan.year, n=len(plan.policies))
        self.box = box = ExplainBox(self.window(), title, sentence(plan))
        box.setWindowTitle(tr("全部比对"))
        box.show_explained(tuple(lines(plan)))
        box.offer(tr("记入政策兑现"), tr("关闭"))
        box.doing.setEnabled(bool(plan.fresh or plan.changed))
        box.finished.connect(partial(self._keep, plan))
        box.open()

    def _keep(self, plan: Plan, answer: int) -> None:
        if answer == QDialog.DialogCode.Accepted:
            self.desk.act(partial(entitling.carry_out, self.desk.office, plan))


def sentence(plan: Plan) -> str:
    """What came out altogether, and what keeping it would do."""
    counts = "，".join(f"{answer} {plan.total(answer)}" for answer in (Answer.MET, Answer.NEAR, Answer.UNKNOWN))
    if not plan.fresh and not plan.changed:
        return f"{counts}。与已记入的一致，没有要更新的。"
    return f"{counts}。记入将新增 {plan.fresh} 条、更新 {plan.changed} 条，其中结论变化 {len(plan.turns)} 条。"


def lines(plan: Plan) -> Iterator[Explained]:
    """The verdicts that turn first, then policy by policy."""
    if plan.turns:
        turned = tuple(
            (Pill(turn.after, tone_of(turn.after)), f"{turn.enterprise}：{turn.policy}，原为“{turn.before}”")
            for turn in plan.turns
        )
        yield Explained(
            Line(TURNS, "结论有变化的", "记入前请看一遍", Pill(f"{len(turned)} 条", "amber")), turned[:MOST]
        )
    for policy in plan.policies:
        mine = [one for one in plan.judged if one.policy == policy]
        if mine:  # in an office without enterprises there is nothing to tell of a policy
            yield Explained(_line(mine), points(mine))


def _line(mine: Sequence[Entitled]) -> Line:
    counts = {answer: sum(one.verdict.answer is answer for one in mine) for answer in SHOWN}
    detail = "，".join(f"{answer} {count}" for answer, count in counts.items() if count)
    met = counts[Answer.MET]
    return Line(mine[0].policy, mine[0].title, detail, Pill(f"符合 {met} 家", "green" if met else "grey"))


def points(mine: Sequence[Entitled]) -> tuple[tuple[Pill, str], ...]:
    """The enterprises of one policy, each with the one thing that matters."""
    if not any(reason.fact for one in mine for reason in one.verdict.reasons):
        return ((Pill(Answer.UNKNOWN, "grey"), "条件还没有录入，无法判断：先在政策的“条件”里录入，再比对"),)
    told = [one for one in mine if one.verdict.answer is not Answer.UNMET]
    shown = [(_pill(one), f"{one.name}：{_why(one)}") for one in told[:MOST]]
    rest = len(told) - len(shown)
    return (*shown, *([(Pill("还有", "grey"), f"另外 {rest} 家，记入后在“政策兑现”里查看")] if rest else []))


def _pill(one: Entitled) -> Pill:
    return Pill(one.verdict.answer, tone_of(one.verdict.answer))


def _why(one: Entitled) -> str:
    return one.expected.working if one.verdict.answer is Answer.MET else (*one.verdict.lacking, "")[0]
