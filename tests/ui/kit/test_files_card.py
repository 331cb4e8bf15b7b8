"""The card of a record's files: pasted pictures and files, nothing pasted, the words beside a file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from daan_desk.services import attachments, undo
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk, Surroundings
from daan_desk.ui.kit.files_card import FilesCard, sized_words
from daan_desk.ui.kit.preferences import Preferences
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.kit.theme import Theme
from tests import builders


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    place = builders.workplace(tmp_path)
    yield place.office
    place.close()


@pytest.fixture
def card(qtbot: QtBot, office: Office, tasks: Tasks, theme: Theme, preferences: Preferences) -> FilesCard:
    desk = Desk(Surroundings(office, tasks, theme, preferences, partial(undo.undo, office)))
    made = FilesCard(desk, "enterprises")
    qtbot.addWidget(made)
    made.show_files(builders.enterprise(office), ())
    made.show()
    return made


def pasted(card: FilesCard, data: QMimeData) -> list[str]:
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(card, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    card.desk.tasks.settle()
    return [str(row["name"]) for row in attachments.of(card.desk.office, card.owner)]


def test_that_a_picture_on_the_clipboard_becomes_a_file_named_after_its_moment(card: FilesCard) -> None:
    picture, data = QImage(8, 8, QImage.Format.Format_RGB32), QMimeData()
    picture.fill(Qt.GlobalColor.red)
    data.setImageData(picture)
    assert pasted(card, data) == ["截图 2026-11-23 093000.png"]


def test_that_several_copied_files_are_put_in_by_one_act(card: FilesCard, tmp_path: Path) -> None:
    files = [tmp_path / "会议纪要.txt", tmp_path / "现场.txt"]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    assert sorted(pasted(card, data)) == ["会议纪要.txt", "现场.txt"]
    assert undo.acts(card.desk.office, 1)[0].name == "添加 2 个附件"


def test_that_pasting_words_puts_nothing_in_and_says_so(card: FilesCard) -> None:
    told: list[str] = []
    card.desk.told.connect(lambda message: told.append(message.text))
    data = QMimeData()
    data.setText("只是一句话")
    assert pasted(card, data) == []
    assert told == ["剪贴板里没有文件或图片"]


def test_that_a_folder_gives_the_files_that_lie_in_it(card: FilesCard, tmp_path: Path) -> None:
    folder, data = tmp_path / "手机", QMimeData()
    (folder / "里层").mkdir(parents=True)
    (folder / "现场.txt").write_text("现场", encoding="utf-8")
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    assert pasted(card, data) == ["现场.txt"]


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 字节"), (1023, "1023 字节"), (2048, "2 KB"), (5 * 2**20, "5.0 MB"), (None, "0 字节")],
)
def test_that_a_size_is_told_in_words(size: int | None, words: str) -> None:
    assert sized_words(size) == words
