"""Pictures of every part of the kit, for looking: `python -m tests.ui.gallery FOLDER [SCENE…]`."""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from daan_desk.ui.kit.desk import Desk, Journey, Message, Surroundings
from daan_desk.ui.kit.equipment import Equipment, News
from daan_desk.ui.kit.faults import Faults
from daan_desk.ui.kit.page import Choice, PageEntry
from daan_desk.ui.kit.preferences import Preferences
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.kit.theme import Theme
from daan_desk.ui.kit.words import speak_chinese
from daan_desk.ui.shell import Shell
from tests.ui.conftest import RESOURCES, MadeUpOffice, UndoBook
from tests.ui.gallery_boxes import boxes, doors, preview
from tests.ui.gallery_figures import CalendarPage, StatsPage, TablesPage
from tests.ui.gallery_scenes import ControlsPage, EmptyPage, HomePage

if TYPE_CHECKING:
    from daan_desk.services.office import Office

SIZES = ((1366, 768), (1920, 1080))
FOCUSED = (QPushButton, QLineEdit, QComboBox, QCheckBox, QRadioButton, QTabBar, QToolButton)
GROUPS = (
    ("", (("home", "工作首页", "house", HomePage),)),
    ("企业", (("list", "企业名录", "building-2", EmptyPage), ("visits", "走访记录", "map-pin-check", EmptyPage))),
    ("办理", (("issues", "问题诉求", "circle-alert", EmptyPage), ("money", "融资需求", "banknote", EmptyPage))),
    ("资料", (("stats", "统计图表", "chart-column", StatsPage), ("tables", "图表数字", "table", TablesPage))),
    ("", (("calendar", "日历", "calendar-days", CalendarPage), ("set", "系统设置", "settings", ControlsPage))),
)


def entries() -> list[PageEntry]:
    return [PageEntry(key, title, icon, group, make) for group, pages in GROUPS for key, title, icon, make in pages]


def found(text: str) -> list[Choice]:
    return [
        Choice("天工智能装备有限公司", lambda: None, "企业 · 高新园区 · 逾期 1 件", "building-2"),
        Choice("11 月问题清零调度会", lambda: None, "活动 · 周五 15:00", "users"),
    ]


class Gallery:
    """One window, every scene, both looks, two sizes."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.folder = folder
        preferences = Preferences(Path(tempfile.mkdtemp()) / "machine.ini")
        self.theme, self.tasks = Theme(app, RESOURCES, preferences), Tasks()
        office = cast("Office", MadeUpOffice())
        self.desk = Desk(Surroundings(office, self.tasks, self.theme, preferences, UndoBook()))
        equipment = Equipment(
            Faults(logging.getLogger("gallery")), found, news=lambda: News(5, "区企业服务办 · 已保存 09:26")
        )
        self.shell = Shell(self.desk, entries(), equipment)
        self.shell.show()
        self.shell.activateWindow()

    def scenes(self) -> dict[str, Callable[[], object]]:
        shell = self.shell
        return {
            "home": lambda: shell.open(Journey("home")),
            "empty": lambda: shell.open(Journey("visits")),
            "stats": lambda: shell.open(Journey("stats")),
            "tables": lambda: shell.open(Journey("tables")),
            "calendar": lambda: shell.open(Journey("calendar")),
            "controls": lambda: shell.open(Journey("set")),
            **{f"focus-{n}": partial(self._focus, kind) for n, kind in enumerate(FOCUSED)},
            "toast": lambda: shell.toast.show_message(Message("已新增走访：天工智能装备有限公司", "a", "good")),
            "palette": lambda: (shell.toast.hide(), shell.open(Journey("home")), shell.palette_box.open("")),
        }

    def _focus(self, kind: type[QWidget]) -> None:
        """Give the focus to the first widget of that kind on the page with the controls, as Tab would."""
        self.shell.open(Journey("set"))
        page = self.shell.page
        assert page is not None
        page.findChildren(kind)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def shoot(self, wanted: list[str]) -> None:
        for dark in (False, True):
            self.theme.switch(dark)
            for name, scene in self.scenes().items():
                if not wanted or name in wanted:
                    scene()
                    self._take(f"{name}-{'dark' if dark else 'light'}")
            self.shell.palette_box.close_box()
            look = "dark" if dark else "light"
            for name, widget in {**boxes(self.shell), **doors()}.items():
                if not wanted or name in wanted:
                    self._alone(widget, f"{name}-{look}")
            if not wanted or "preview" in wanted:
                paper = preview()
                paper.resize(1000, 720)
                self._shown(paper)
                paper.tasks.settle(60)
                paper.grab().save(str(self.folder / f"preview-{look}.png"))
                paper.close()

    def _alone(self, widget: QWidget, name: str) -> None:
        if name.startswith("door"):
            widget.resize(1366, 768)
        self._shown(widget)
        widget.grab().save(str(self.folder / f"{name}.png"))
        widget.close()

    def _shown(self, widget: QWidget) -> None:
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        widget.show()
        QApplication.processEvents()

    def _take(self, name: str) -> None:
        for width, height in SIZES:
            self.shell.resize(width, height)
            self.tasks.settle()
            QApplication.processEvents()
            self.shell.grab().save(str(self.folder / f"{name}-{width}.png"))


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    speak_chinese(app)
    gallery = Gallery(app, folder)
    gallery.shoot(sys.argv[2:])
    gallery.tasks.close()


if __name__ == "__main__":
    main()
