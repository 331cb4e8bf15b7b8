"""Files in the visit's form: dropped, pasted, kept with the draft, saved in the same act."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from daan_desk.services import attachments
from daan_desk.services.office import Office
from daan_desk.ui.pages.visits.form import VisitForm
from daan_desk.ui.pages.visits.page import VisitsPage
from tests import builders
from tests.ui.pages.visits_hands import Opened, form_of, left, named, page_of, pressed, rows, saved

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def one(office: Office) -> str:
    made = builders.enterprise(office)
    builders.visit(office, made, day="2026-11-10")
    return made


@pytest.fixture
def page(opened: Opened, one: str) -> VisitsPage:
    return page_of(opened)


@pytest.fixture
def form(page: VisitsPage, one: str, qtbot: QtBot) -> VisitForm:
    made = form_of(page, qtbot)
    named(made, one)
    return made


def copied(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def test_that_files_wait_for_the_visit_and_go_in_with_it(form: VisitForm, office: Office, tmp_path: Path) -> None:
    note, other = tmp_path / "记录.txt", tmp_path / "照片.png"
    note.write_text("x", encoding="utf-8")
    other.write_bytes(b"y")
    assert form.files.take(copied(note, other))
    form.files.take(copied(note))
    assert [line.title for line in form.files.card.list.lines] == ["记录.txt", "照片.png"]
    form.files.card.remove(str(other))
    assert rows(office, "attachments") == ()
    saved(form)
    newest = rows(office, "visits")[0]
    assert [row["name"] for row in attachments.of(office, newest.id)] == ["记录.txt"]


def test_that_a_picture_pasted_into_any_field_becomes_a_file_and_words_stay_words(form: VisitForm) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(image)
    form.form.cells["summary"].editor.setFocus()
    pressed(Key.Key_V, Mod.ControlModifier)
    assert [path.suffix for path in form.files.card.paths] == [".png"]
    clipboard.setText("words")
    pressed(Key.Key_V, Mod.ControlModifier)
    assert form.form.cells["summary"].editor.raw() == "words"
    assert len(form.files.card.paths) == 1
    left(form)


def test_that_a_draft_leaves_out_files_that_are_gone(form: VisitForm, tmp_path: Path) -> None:
    form.files.fill({"paths": [str(tmp_path / "没有了.png")]})
    assert form.files.raw() is None
    left(form)


def test_that_a_file_that_vanished_before_saving_keeps_the_form_open(
    form: VisitForm, page: VisitsPage, tmp_path: Path, office: Office
) -> None:
    note = tmp_path / "记录.txt"
    note.write_text("x", encoding="utf-8")
    form.files.card.add([note])
    note.unlink()
    heard: list[object] = []
    page.desk.complained.connect(heard.append)
    saved(form)
    assert form.isVisible() and len(heard) == 1
    assert len(rows(office, "visits")) == 1
    left(form)
