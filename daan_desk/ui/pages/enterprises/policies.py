"""One enterprise before every policy, condition by condition, and the notice that it is handed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from daan_desk.domain.boxed import BoxedForm
from daan_desk.domain.notices import boxed
from daan_desk.domain.policies import Answer
from daan_desk.services import policies, policy_notices
from daan_desk.services.office import Office
from daan_desk.services.policy_judging import Entitled
from daan_desk.ui.kit.boxed_preview import BoxedPreview, documents
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.explaining import ExplainBox, Explained
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.pills import Pill, tone_of
from daan_desk.ui.kit.rows import Line

SHOWN = (Answer.MET, Answer.NEAR, Answer.UNKNOWN, Answer.UNMET)


class PoliciesDoor:
    """Opens what an enterprise is entitled to; from there its notice, and that it was handed over."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.box: ExplainBox | None = None
        self.preview: BoxedPreview | None = None

    def open(self, enterprise: str) -> None:
        """Compare the enterprise with every policy in force and show what came out."""
        work = partial(policies.of_enterprise, self.desk.office, enterprise)
        self.desk.tasks.run(work, partial(self._show, enterprise), owner=self.desk)

    def _show(self, enterprise: str, found: Sequence[Entitled]) -> None:
        tr = self.desk.tr
        counts = "，".join(f"{word} {sum(one.verdict.answer is word for one in found)} 项" for word in SHOWN)
        title = found[0].name if found else tr("没有可以比对的政策")
        sentence = counts if found else tr("已停止经营的企业不比对；政策和条件在“政策事项”里登记。")
        self.box = box = ExplainBox(self.window(), title, sentence, "scroll-text")
        box.setWindowTitle(tr("可享受的政策"))
        box.show_explained([explained(one) for one in found])
        notice = button(tr("政策告知单"))
        put_icon(notice, "printer")
        notice.clicked.connect(partial(self.notice, enterprise))
        box.foot.addWidget(notice)
        box.offer(tr("记为已告知"), tr("关闭"))
        for press in (notice, box.doing):
            press.setEnabled(bool(found))
        box.finished.connect(partial(self._hand_over, enterprise))
        box.open()

    def notice(self, enterprise: str, _checked: bool = False) -> None:
        """Show the notice as it will be printed."""
        self.desk.tasks.run(partial(notice_of, self.desk.office, enterprise), self._preview, owner=self.desk)

    def _preview(self, form: BoxedForm) -> None:
        self.preview = BoxedPreview(form, documents(), self.box or self.window())
        self.preview.open()

    def _hand_over(self, enterprise: str, answer: int) -> None:
        self.box = None
        if answer == QDialog.DialogCode.Accepted:
            self.desk.act(partial(policy_notices.hand_over, self.desk.office, enterprise))


def notice_of(office: Office, enterprise: str) -> BoxedForm:
    """The notice as a form of boxes."""
    return boxed(policy_notices.notice(office, enterprise))


def explained(one: Entitled) -> Explained:
    """A policy with every condition and the amount that can be expected."""
    answer = one.verdict.answer
    reasons = tuple((Pill(reason.answer, tone_of(reason.answer)), reason.words) for reason in one.verdict.reasons)
    detail = (*one.verdict.lacking, one.expected.working)[0]
    money = (Pill("预计金额", "accent"), one.expected.working)
    return Explained(Line(one.policy, one.title, detail, Pill(answer, tone_of(answer))), (*reasons, money))
