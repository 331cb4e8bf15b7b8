"""The lists that go to the banks: a folder is chosen, a workbook for each bank is written, and they can be opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from daan_desk.domain.questions import Question, Where
from daan_desk.services import bank_lists
from daan_desk.services.office import Office
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.ledger_actions import Shown
from daan_desk.ui.kit.rows import Line, LineList
from daan_desk.ui.kit.saved_files import FOLDER, folder, open_file, open_folder

HEIGHT = 360


@dataclass(frozen=True, slots=True)
class Written:
    """A workbook that was written for a bank."""

    bank: str
    file: Path
    rows: int


class BankListDoor:
    """Writes the lists of the pushes that the page shows."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.box: Box | None = None
        self.lines = LineList()

    def of_demands(self, shown: Shown) -> None:
        """The pushes of the selected demands."""
        self._ask(Question("bank_responses", where=(Where("demand", "in", shown.selected),)))

    def of_pushes(self, shown: Shown) -> None:
        """The selected pushes; without any selected those that wait for an answer."""
        picked = Question("bank_responses", where=(Where("id", "in", shown.selected),))
        self._ask(picked if shown.selected else bank_lists.WAITING)

    def _ask(self, question: Question) -> None:
        title = self.desk.tr("把推送清单放到哪个文件夹")
        place = QFileDialog.getExistingDirectory(self.window(), title, str(folder(self.desk.preferences)))
        if place:
            self.desk.preferences.keep(FOLDER, place)
            self.write(question, Path(place))

    def write(self, question: Question, place: Path) -> None:
        """Write them in the background, then show what was written."""
        self.desk.tasks.run(partial(written, self.desk.office, question, place), self._show, owner=self.desk)

    def _show(self, found: Sequence[Written]) -> None:
        tr = self.desk.tr
        words = tr("每家银行一个文件，只有发给它的需求，没有其他银行的情况。银行填好发回后，可以直接导入。")
        self.box = box = Box(
            self.window(), tr("已写好 {n} 家银行的推送清单").format(n=len(found)), words, "circle-check"
        )
        box.tile.show_tone("green")
        self.lines = lines = LineList(boxed=True)
        lines.setAccessibleName(box.windowTitle())
        lines.show_lines([Line(one.file, one.bank, f"{one.rows} 条需求，{one.file.name}") for one in found])
        lines.setFixedHeight(min(HEIGHT, lines.full_height() + 4))
        lines.chosen.connect(open_file)
        opening = button(tr("打开所在文件夹"))
        put_icon(opening, "folder-open")
        opening.clicked.connect(lambda: open_folder(found[0].file))
        box.setMinimumWidth(620)
        box.body.addWidget(lines)
        box.foot.addWidget(opening)
        box.offer(tr("关闭"))
        box.open()


def written(office: Office, question: Question, place: Path) -> tuple[Written, ...]:
    """Write the lists into the folder."""
    from daan_desk.exchange.bank_lists_out import write_bank_lists  # the workbook library loads when it is wanted

    made = bank_lists.lists(office, question)
    files = write_bank_lists([(one.file, one.table) for one in made], place, office.today())
    return tuple(Written(one.bank, file, len(one.table.rows)) for one, file in zip(made, files, strict=True))
