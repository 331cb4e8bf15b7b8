"""The enterprises before one policy, each condition explained, and the verdicts kept on request."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from daan_desk.domain.policies import Answer
from daan_desk.services import entitling, policies
from daan_desk.services.policy_judging import Entitled
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.explaining import ExplainBox, Explained
from daan_desk.ui.kit.pills import Pill, tone_of
from daan_desk.ui.kit.rows import Line

SHOWN = (Answer.MET, Answer.NEAR, Answer.UNKNOWN, Answer.UNMET)


class EntitledDoor:
    """Opens the box of a policy."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.box: ExplainBox | None = None

    def open(self, policy: str) -> None:
        """Compare every enterprise with the policy and show what came out."""
        work = partial(policies.of_policy, self.desk.office, policy)
        self.desk.tasks.run(work, partial(self._show, policy), owner=self.desk)

    def _show(self, policy: str, found: Sequence[Entitled]) -> None:
        title = found[0].title if found else self.desk.tr("没有企业可以比对")
        self.box = box = ExplainBox(self.window(), title, counted(found))
        box.setWindowTitle(self.desk.tr("比对企业"))
        box.show_explained([explained(one) for one in found])
        box.offer(self.desk.tr("记入政策兑现"), self.desk.tr("关闭"))
        box.doing.setEnabled(any(one.verdict.answer in entitling.WORTH_KEEPING for one in found))
        box.finished.connect(partial(self._keep, policy))
        box.open()

    def _keep(self, policy: str, answer: int) -> None:
        if answer == QDialog.DialogCode.Accepted:
            office = self.desk.office
            self.desk.act(partial(entitling.record, office, policy, office.today().year))


def counted(found: Sequence[Entitled]) -> str:
    """How many enterprises of each answer."""
    counts = {answer: sum(one.verdict.answer is answer for one in found) for answer in SHOWN}
    return "，".join(f"{answer} {count} 家" for answer, count in counts.items())


def explained(one: Entitled) -> Explained:
    """An enterprise with every condition and the amount that it can expect."""
    reasons = tuple((Pill(reason.answer, tone_of(reason.answer)), reason.words) for reason in one.verdict.reasons)
    money = (Pill("预计金额", "accent"), one.expected.working)
    lacking = [reason.words for reason in one.verdict.reasons if reason.answer is not Answer.MET]
    detail = lacking[0] if lacking else one.expected.working
    answer = one.verdict.answer
    return Explained(Line(one.enterprise, one.name, detail, Pill(answer, tone_of(answer))), (*reasons, money))
