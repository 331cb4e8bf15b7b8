"""A form that is filled while others change its record: nothing is overwritten, the same field is asked about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daan_desk.services import ledgers, records
from daan_desk.services.changes import Changes
from daan_desk.services.hearing import Heard
from daan_desk.services.office import Identity, Office
from daan_desk.ui.kit.clash_box import BEFORE, MINE, THEIRS, ClashBox
from daan_desk.ui.kit.form_dialog import FormDialog
from daan_desk.ui.kit.ledger_page import LedgerPage
from tests import builders
from tests.builders import MONDAY
from tests.ui.kit.workspace_hands import form_of

Pages = Callable[[str], LedgerPage]


@pytest.fixture
def works(office: Office) -> str:
    return builders.enterprise(office, contact_name="赵一", products="硬质合金", short_name="天工")


@pytest.fixture
def form(page_at: Pages, works: str, qtbot: QtBot) -> FormDialog:
    page = page_at("enterprises")
    page.records.form(works)
    return form_of(page, qtbot)


def by_another(office: Office, works: str, **values: object) -> None:
    """Somebody else at the same record."""
    who = builders.officer(office, "王建国", "县级领导")
    other = Office(office.database, Identity(who, "王建国", "县级领导"), builders.at(MONDAY + timedelta(hours=1)))
    records.change(other, "enterprises", works, values)


def saved(form: FormDialog, **values: object) -> ClashBox:
    form.form.put(values)
    form.save()
    form.around.tasks.settle()
    assert form.seen.box is not None
    return form.seen.box


def test_that_another_field_is_kept_beside_ones_own_without_a_question(
    form: FormDialog, office: Office, works: str
) -> None:
    by_another(office, works, contact_name="孙三")
    form.form.put({"short_name": "大安天工"})
    form.save()
    form.around.tasks.settle()
    assert form.seen.box is None
    row = ledgers.row(office, "enterprises", works)
    assert (row["contact_name"], row["short_name"]) == ("孙三", "大安天工")


@pytest.mark.parametrize(("word", "kept"), [(MINE, "钱二"), (THEIRS, "孙三"), (BEFORE, "赵一")])
def test_that_the_same_field_becomes_what_was_chosen_and_the_rest_is_saved_with_it(
    form: FormDialog, office: Office, works: str, word: str, kept: str
) -> None:
    by_another(office, works, contact_name="孙三")
    box = saved(form, contact_name="钱二", short_name="大安天工")
    assert ledgers.row(office, "enterprises", works)["short_name"] == "天工"
    assert box.press("contact_name", THEIRS).text().startswith("王建国（")
    box.press("contact_name", word).setChecked(True)
    box.accept()
    form.around.tasks.settle()
    row = ledgers.row(office, "enterprises", works)
    assert (row["contact_name"], row["short_name"]) == (kept, "大安天工")


def test_that_who_does_not_choose_loses_no_word(form: FormDialog, office: Office, works: str) -> None:
    by_another(office, works, contact_name="孙三")
    box = saved(form, contact_name="钱二")
    box.reject()
    assert form.isVisible()
    assert form.form.altered() == {"contact_name": "钱二"}
    assert ledgers.row(office, "enterprises", works)["contact_name"] == "孙三"
    form.drop()


def test_that_a_change_by_somebody_else_is_told_and_no_field_is_touched(form: FormDialog, works: str) -> None:
    form.form.put({"contact_name": "钱二"})
    assert form.seen.note.isHidden()
    heard = Heard(Changes("act", "", {"enterprises": (works,)}, elsewhere=True), "王建国", MONDAY)
    assert form.desk.heard is not None
    form.desk.heard.emit(Heard(Changes("act", "", {"enterprises": ("another",)}), "王建国", MONDAY))
    assert form.seen.note.isHidden()
    form.desk.heard.emit(heard)
    assert form.seen.note.isVisible()
    assert form.seen.told.text().startswith("王建国在 09:30 改过这条记录。")
    assert form.form.altered() == {"contact_name": "钱二"}
    form.drop()


def test_that_a_quick_edit_of_what_another_changed_is_asked_about_too(
    page_at: Pages, office: Office, works: str
) -> None:
    page = page_at("enterprises")
    page.desk.tasks.settle()
    shown = page.model.row_at(0)
    page.desk.tasks.settle()
    shown = page.model.row_at(0)
    assert shown is not None and shown["operating_state"] != "停产"
    by_another(office, works, operating_state="停产")
    page.model.edited.emit(works, "operating_state", "减产")
    page.desk.tasks.settle()
    box = page.records.dialog
    assert isinstance(box, ClashBox)
    box.accept()
    page.desk.tasks.settle()
    QApplication.processEvents()
    assert ledgers.row(office, "enterprises", works)["operating_state"] == "减产"


def test_that_words_found_again_days_later_say_what_another_changed_under_them(
    form: FormDialog, page_at: Pages, office: Office, works: str, qtbot: QtBot
) -> None:
    form.form.put({"contact_name": "钱二", "short_name": "大安天工"})
    form._edited()
    form._drafts.keep()
    form.around.tasks.settle()
    form.done(0)  # as when the program was killed
    by_another(office, works, contact_name="孙三", products="刀具")
    page = page_at("enterprises")
    page.records.form(works)
    again = form_of(page, qtbot)
    again.around.tasks.settle()
    assert again.form.altered() == {"contact_name": "钱二", "short_name": "大安天工"}
    assert again.seen.note.isVisible()
    assert again.seen.told.text() == "上次填写以后，别人改过：联系人。您填写的还在，请核对后再保存。"
    again.drop()
    again.reject()
