"""Files that cannot be written where somebody wants them: the box says why and stays open for another place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QFileDialog

from daan_desk.ui.kit.export_box import ExportBox
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.pages.enterprises.page import EnterprisesPage
from daan_desk.ui.pages.summary.page import SummaryPage
from tests import builders
from tests.builders import MONDAY
from tests.journeys.sitting import Key, Mod, Sitting, button, click, sit_down


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Sitting]:
    monkeypatch.setenv("DAAN_DESK_HOME", str(tmp_path / "machine"))
    place = builders.workplace(tmp_path)
    builders.enterprise(place.office)
    place.close()
    sitting = sit_down(tmp_path / "desk.daan", MONDAY)
    yield sitting
    sitting.close()


def box_of(desk: Sitting) -> ExportBox:
    """Ctrl+E on the list of enterprises."""
    page: LedgerPage = desk.go(EnterprisesPage).ledger
    page.table.setFocus()
    desk.press(Key.Key_E, Mod.ControlModifier)
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, ExportBox) and one.isVisible())


def written(desk: Sitting, box: ExportBox, to: Path) -> str:
    """Press the button; answers what the box says of it."""
    box.show_place(to)
    click(box.doing)
    desk.settle()
    box.tasks.settle(60)
    return box.status.text() if box.status.isVisible() else box.heading.text()


def locked(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows while Excel has the file: it can be read and not replaced."""
    replace = Path.replace

    def refuse(self: Path, other: Path) -> Path:
        if Path(other) == target:
            raise PermissionError(13, "being used by another process", str(other))
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", refuse)


def test_that_a_workbook_open_elsewhere_is_told_and_another_name_is_taken(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "企业名录.xlsx"
    to.write_bytes(b"open in Excel")
    locked(to, monkeypatch)
    box = box_of(desk)
    assert written(desk, box, to).startswith("“企业名录.xlsx”正在被别的程序使用，或者不允许改写。")
    assert to.read_bytes() == b"open in Excel"
    assert list(tmp_path.glob(".draft-*")) == []
    assert written(desk, box, tmp_path / "企业名录-2.xlsx") == "已导出 1 条"
    assert load_workbook(tmp_path / "企业名录-2.xlsx").worksheets[0].max_row > 1
    click(box.leaving)


@pytest.mark.parametrize(
    ("place", "sentence"),
    [("U盘/企业名录.xlsx", "不存在。"), ("长" * 120 + ".xlsx", "不能用作文件名。")],
)
def test_that_a_place_that_is_none_is_told(desk: Sitting, tmp_path: Path, place: str, sentence: str) -> None:
    box = box_of(desk)
    assert sentence in written(desk, box, tmp_path / place)
    assert written(desk, box, tmp_path / "企业名录.xlsx") == "已导出 1 条"
    click(box.leaving)


@pytest.mark.parametrize("words", ["存为 Word", "存为 Excel", "存为网页"])
def test_that_a_summary_that_cannot_be_saved_is_told(
    desk: Sitting, tmp_path: Path, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = desk.go(SummaryPage)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "U盘" / "月报"), ""))
    click(button(page, words))
    desk.settle()
    box = desk.shell.complaints.box
    assert box is not None
    assert box.heading.text() == f"文件夹“{tmp_path / 'U盘'}”不存在。"
    click(box.doing)


def test_that_a_pdf_that_cannot_be_saved_is_told_in_the_preview(desk: Sitting, tmp_path: Path) -> None:
    page = desk.go(SummaryPage)
    click(button(page, "打印预览、PDF"))
    preview = page.preview
    assert preview is not None
    preview.tasks.settle(60)
    preview.save_to(tmp_path / "U盘" / "月报.pdf")
    preview.tasks.settle(60)
    assert "U盘" in preview.status.text()
    preview.save_to(tmp_path / "月报.pdf")
    preview.tasks.settle(60)
    assert (tmp_path / "月报.pdf").read_bytes().startswith(b"%PDF")
    preview.close()
