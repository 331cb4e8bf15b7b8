"""One line over the form: how often groups came lately, who was there last, what is still open."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from daan_desk.services.visit_grounds import Before
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.pills import Pill, PillLabel

CROWDED = 3


class Banner(QFrame):
    """Says what to do until an enterprise is named, so that the form does not jump when it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "note")
        self.recent, self.words = PillLabel(), label("", "soft")
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self.recent)
        row.addWidget(self.words, 1)
        self.show_before(None, date.min)

    def show_before(self, before: Before | None, today: date) -> None:
        """What is known of the enterprise; None for none."""
        self.recent.setVisible(before is not None)
        if before is None:
            self.words.setText(self.tr("先选企业，这里会说近 30 天来过几批、上次是谁、还有什么没办完。"))
            return
        count = before.recent.count
        self.recent.show_pill(
            Pill(before.recent.words, "amber" if count >= CROWDED else "accent" if count else "green")
        )
        self.words.setText(" · ".join(said(before, today)))


def said(before: Before, today: date) -> list[str]:
    """The last visit, the open issues, and where the filled-in values come from."""
    parts = []
    last = before.last
    if last is None or not isinstance(last["day"], date):
        parts.append("还没有走访过")
    else:
        came = last["led_by"].text if last["led_by"] else last["companions"]  # type: ignore[attr-defined]
        days = (today - last["day"]).days
        when = f"{days} 天前" if days else "今天"
        parts.append(f"上次 {last['day']}（{when}）{came or ''}".strip())
    parts.append(f"未办结问题 {len(before.issues)} 个" if before.issues else "没有未办结问题")
    if last is not None:
        parts.append("已带出上次的内容，只改有变化的")
    return parts
