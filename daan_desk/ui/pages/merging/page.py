"""Where laptops meet: a parcel is handed out or taken in, and what two people wrote differently waits for a choice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from daan_desk.services import merging, provisional
from daan_desk.services.changes import Changes
from daan_desk.services.merging import Conflict, Peer, Receiver, Twins
from daan_desk.services.office import Office
from daan_desk.services.provisional import Station
from daan_desk.services.twins import open_twins
from daan_desk.ui.kit.cards import Card, EmptyState
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.drops import first_file
from daan_desk.ui.kit.flow import page_room
from daan_desk.ui.kit.page import Choice, Page
from daan_desk.ui.kit.rows import LineList
from daan_desk.ui.pages.merging.boxes import ChoiceBox
from daan_desk.ui.pages.merging.cards import Giving, Taking
from daan_desk.ui.pages.merging.station import StationCard
from daan_desk.ui.pages.merging.twins import TwinsCard
from daan_desk.ui.pages.merging.words import line_of


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows, read in one go."""

    conflicts: tuple[Conflict, ...]
    pairs: tuple[Twins, ...]
    peers: tuple[Peer, ...]
    receivers: tuple[Receiver, ...]
    station: Station


def found(office: Office) -> Found:
    """What the page shows."""
    return Found(
        merging.conflicts(office),
        open_twins(office),
        merging.peers(office),
        merging.receivers(office),
        provisional.station(office),
    )


class MergingPage(Page):
    """Two cards for parcels, what this computer is, and the lists of what waits for a choice or is written twice."""

    key: ClassVar[str] = "merging"
    title: ClassVar[str] = "交换与合并"
    icon: ClassVar[str] = "git-merge"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAcceptDrops(True)
        self.giving, self.taking = Giving(desk), Taking(desk)
        self.station, self.twins = StationCard(desk), TwinsCard(desk)
        self.lines, self.asked, self.shown = LineList(), Card(self.tr("等您选择")), QStackedWidget()
        self.lines.setAccessibleName(self.tr("等您选择的内容"))
        self.box: ChoiceBox | None = None
        self._lay_out()
        self.lines.chosen.connect(self.decide)
        self.setFocusProxy(self.taking.press)
        self.read()

    def _lay_out(self) -> None:
        remedy = self.tr("两个人把同一处改得不一样，或一个删除、另一个还在改时，会列在这里，请您选一个。")
        self.shown.addWidget(EmptyState("circle-check", self.tr("没有需要选择的内容"), remedy))
        self.shown.addWidget(self.lines)
        self.asked.body.addWidget(self.shown, 1)
        room, row = page_room(self), QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.giving, 1)
        row.addWidget(self.taking, 1)
        room.addLayout(row)
        room.addWidget(self.station)
        lists = QHBoxLayout()
        lists.setSpacing(16)
        lists.addWidget(self.asked, 1)
        lists.addWidget(self.twins, 1)
        room.addLayout(lists, 1)

    def concerns(self, changes: Changes) -> bool:
        return True

    def read(self) -> None:
        office = self.desk.office
        self.desk.tasks.run(lambda: found(office), then=self._show, owner=self)

    def _show(self, found: Found) -> None:
        conflicts = found.conflicts
        self.lines.show_lines([line_of(conflict) for conflict in conflicts])
        self.shown.setCurrentIndex(1 if conflicts else 0)
        count = self.tr("等您选择（{n} 处）").format(n=len(conflicts)) if conflicts else self.tr("等您选择")
        self.asked.title.setText(count)
        self.twins.show_pairs(found.pairs)
        self.giving.show_takers(found.peers, found.receivers, laptop=found.station.laptop)
        self.station.show_station(found.station)

    def decide(self, conflict: object) -> None:
        """Open the choice for a conflict of the list."""
        assert isinstance(conflict, Conflict)
        self.box = ChoiceBox(self, conflict)
        self.box.accepted.connect(self._decided)
        self.box.open()

    def _decided(self) -> None:
        assert self.box is not None
        self.desk.act(partial(merging.decide, self.desk.office, self.box.conflict, self.box.chosen()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if first_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = first_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.taking.open(path)

    def choices(self) -> tuple[Choice, ...]:
        return (
            Choice(self.tr("打出交换包"), self.giving.choose, self.title, "package"),
            Choice(self.tr("合并交换包"), self.taking.choose, self.title, "package-open"),
        )
