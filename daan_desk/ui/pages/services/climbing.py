"""Who is there or nearly there for the next step of a ladder, with what it lacks; who is marked is taken up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from daan_desk.domain.policies import Answer
from daan_desk.services import cultivation
from daan_desk.services.cultivation import Climber
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.explaining import ExplainBox, Explained
from daan_desk.ui.kit.ledger_actions import Shown
from daan_desk.ui.kit.pills import Pill, tone_of
from daan_desk.ui.kit.rows import Line

SHOWN = (Answer.MET, Answer.NEAR, Answer.UNKNOWN)


class ClimberDoor:
    """Opens the box of those who climb."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.box: ExplainBox | None = None

    def open(self, _shown: Shown) -> None:
        """Work out where everybody stands, then show it."""
        work = partial(cultivation.climbers, self.desk.office, SHOWN)
        self.desk.tasks.run(work, self._show, owner=self.desk)

    def _show(self, found: Sequence[Climber]) -> None:
        tr = self.desk.tr
        counts = {answer: sum(one.verdict.answer is answer for one in found) for answer in SHOWN}
        words = tr("已达到 {met} 家次，差一点 {near} 家次，缺数据 {unknown} 家次。门槛在“设置”里，按日期生效。")
        sentence = words.format(met=counts[SHOWN[0]], near=counts[SHOWN[1]], unknown=counts[SHOWN[2]])
        self.box = box = ExplainBox(self.window(), tr("谁快到下一层级了"), sentence, "sprout")
        box.show_explained([explained(one) for one in found])
        box.offer(tr("纳入培育库"), tr("关闭"))
        box.doing.setEnabled(bool(found))
        box.finished.connect(self._enrol)
        box.open()

    def _enrol(self, answer: int) -> None:
        marked = self.box.marked() if self.box else None
        if answer == QDialog.DialogCode.Accepted and marked and isinstance(marked.line.key, tuple):
            office = self.desk.office
            self.desk.act(partial(cultivation.enrol, office, [marked.line.key], office.today().year + 1))


def explained(one: Climber) -> Explained:
    """An enterprise with every threshold of its next step."""
    answer, following = one.verdict.answer, one.standing.following
    now = one.standing.level or "未入库"
    detail = f"{one.track}：{now} → {following}"
    points = tuple((Pill(reason.answer, tone_of(reason.answer)), reason.words) for reason in one.verdict.reasons)
    return Explained(Line((one.enterprise, following), one.name, detail, Pill(answer, tone_of(answer))), points)
