"""The idle assets that fit a need and the needs that fit an asset, with what fits, what does not, what nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from daan_desk.domain.matching import FAILS, FITS, UNKNOWN, Match
from daan_desk.services import assets
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.explaining import ExplainBox, Explained
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.rows import Line

TONES = {FITS: "green", FAILS: "red", UNKNOWN: "grey"}


class SpaceDoor:
    """Opens the box of assets for a need."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.box: ExplainBox | None = None

    def open(self, need: str) -> None:
        """Match in the background, then show."""
        work = partial(assets.matches, self.desk.office, need)
        self.desk.tasks.run(work, partial(self._show, need), owner=self.desk)

    def _show(self, need: str, found: Sequence[Match]) -> None:
        tr = self.desk.tr
        clean = sum(not match.of(FAILS) for match in found)
        words = tr("同类型的闲置资产 {n} 处，其中 {m} 处没有不符的条件。").format(n=len(found), m=clean)
        sentence = words if found else tr("没有同类型的闲置资产，可以先在“闲置资产”里登记。")
        self.box = box = ExplainBox(self.window(), tr("匹配闲置资产"), sentence, "combine")
        box.show_explained([explained(match) for match in found])
        box.offer(tr("开始对接"), tr("关闭"))
        box.doing.setEnabled(bool(found))
        box.finished.connect(partial(self._settle, need))
        box.open()

    def _settle(self, need: str, answer: int) -> None:
        marked = self.box.marked() if self.box else None
        if answer == QDialog.DialogCode.Accepted and marked:
            self.desk.act(partial(assets.settle, self.desk.office, need, str(marked.line.key)))


class TakerDoor:
    """Opens the box of needs for an asset."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.box: ExplainBox | None = None

    def open(self, asset: str) -> None:
        """Match in the background, then show."""
        work = partial(assets.takers, self.desk.office, asset)
        self.desk.tasks.run(work, partial(self._show, asset), owner=self.desk)

    def _show(self, asset: str, found: Sequence[tuple[str, str, Match]]) -> None:
        tr = self.desk.tr
        words = tr("还没落实的同类型需求 {n} 个，合适的在前。").format(n=len(found))
        sentence = words if found else tr("没有同类型的用房需求；已盘活、已收储的资产不再匹配。")
        self.box = box = ExplainBox(self.window(), tr("匹配用房需求"), sentence, "combine")
        box.show_explained([explained(match, need, firm) for need, firm, match in found])
        box.offer(tr("开始对接"), tr("关闭"))
        box.doing.setEnabled(bool(found))
        box.finished.connect(partial(self._settle, asset))
        box.open()

    def _settle(self, asset: str, answer: int) -> None:
        marked = self.box.marked() if self.box else None
        if answer == QDialog.DialogCode.Accepted and marked:
            self.desk.act(partial(assets.offer, self.desk.office, str(marked.line.key), (asset,)))


def explained(match: Match, key: str = "", name: str = "") -> Explained:
    """An asset, or the enterprise that needs one, with its points, what does not fit first."""
    fails, unknown = match.of(FAILS), match.of(UNKNOWN)
    word, tone = ("不符 {n} 项", "red") if fails else ("待核 {n} 项", "grey") if unknown else ("合适", "green")
    pill = Pill(word.format(n=len(fails) or len(unknown)), tone)
    ordered = [(answer, words) for answer in (FAILS, UNKNOWN, FITS) for words in match.of(answer)]
    points = tuple((Pill(answer, TONES[answer]), words) for answer, words in ordered)
    return Explained(
        Line(key or match.offer.id, name or match.offer.name, (*fails, *match.of(FITS), "")[0], pill), points
    )
