"""Moves of issues by their small forms: proposed days, refusals beside the fields, many at once, drafts."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from daan_desk.domain.issues import State
from daan_desk.services import issues, ledgers
from daan_desk.services.office import Office
from daan_desk.ui.pages.issues.page import IssuesPage
from tests.ui.pages.issues_hands import Opened, confirmed, dialog_of, issue_at, page_of, settle, typed

Key, Mod, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton

LIFE = {
    "dispatch": {"lead_department": "区住建局"},
    "accept": {},
    "step": {"what": "已到现场查看"},
    "answer": {"outcome": "路面已修复"},
    "callback": {"callback": "满意"},
}


def sheet_at(office: Office, opened: Opened, state: str) -> tuple[IssuesPage, str]:
    one = issue_at(office, state)
    page = page_of(opened)
    page.open_issue(one)
    settle(page)
    return page, one


def test_that_only_the_moves_of_its_state_are_buttons_and_the_others_say_when(office: Office, opened: Opened) -> None:
    page, _ = sheet_at(office, opened, State.DISPATCHED)
    assert list(page.sheet.moves.buttons) == ["return", "accept", "extend"]
    assert "办结：要在“办理中”、“长期推进”时才能做" in page.sheet.moves.reasons
    assert len(page.sheet.moves.reasons) == 9


def test_that_dispatching_proposes_the_day_and_explains_it(office: Office, opened: Opened) -> None:
    page, one = sheet_at(office, opened, State.REGISTERED)
    QTest.mouseClick(page.sheet.moves.buttons["dispatch"], LEFT)
    dialog = dialog_of(page)
    assert dialog.title.text() == "交办：2026-0001 厂区门口道路破损"
    assert dialog.form.raws()["due"] == "2026-12-02"
    assert "办理时限：7 个工作日，到 12 月 2 日（周三）" in dialog.outlook.words.text()
    typed(dialog, "lead_department", "区住建局")
    typed(dialog, "grade", "复杂")
    dialog.work_out()
    settle(page)
    assert dialog.form.raws()["due"] == "2026-12-14"
    assert "办理后：已交办，时限 12 月 14 日（周一）" in dialog.outlook.words.text()
    confirmed(page, dialog)
    row = ledgers.row(office, "issues", one)
    assert (row["state"], row["due"], row["grade"]) == ("已交办", date(2026, 12, 14), "复杂")
    assert page.sheet.pills[0].pill.text == "已交办"


def test_that_a_day_that_somebody_typed_is_not_proposed_away(office: Office, opened: Opened) -> None:
    page, one = sheet_at(office, opened, State.REGISTERED)
    dialog = page.moving.start("dispatch", [one])
    dialog_of(page)
    typed(dialog, "due", "2026-11-27")
    typed(dialog, "grade", "疑难")
    typed(dialog, "lead_department", "区住建局")
    dialog.work_out()
    confirmed(page, dialog)
    assert ledgers.row(office, "issues", one)["due"] == date(2026, 11, 27)


def test_that_a_refusal_stands_beside_its_field_word_for_word(office: Office, opened: Opened) -> None:
    page, one = sheet_at(office, opened, State.DISPATCHED)
    dialog = page.moving.start("extend", [one])
    dialog_of(page)
    typed(dialog, "due", "2026-12-01")
    typed(dialog, "reason", "材料未齐")
    confirmed(page, dialog)
    assert dialog.form.problems() == {"due": "新时限须晚于原时限 2026-12-02"}
    assert dialog.isVisible()
    typed(dialog, "due", "2026-12-09")
    confirmed(page, dialog)
    assert ledgers.row(office, "issues", one)["extended"] == 1
    assert page.sheet.timeline.moments[0].text == "材料未齐\n时限：12 月 2 日（周三） → 12 月 9 日（周三）"


def test_that_what_is_missing_is_told_only_when_the_move_is_tried(office: Office, opened: Opened) -> None:
    page, one = sheet_at(office, opened, State.IN_PROGRESS)
    dialog = page.moving.start("answer", [one])
    dialog_of(page)
    assert dialog.form.problems() == {}
    confirmed(page, dialog)
    assert dialog.form.problems() == {"outcome": "办结须填写办理结果"}


def test_that_a_whole_life_is_lived_from_the_buttons(office: Office, opened: Opened) -> None:
    page, one = sheet_at(office, opened, State.REGISTERED)
    for move, values in LIFE.items():
        QTest.mouseClick(page.sheet.moves.buttons[move], LEFT)
        dialog = dialog_of(page)
        for name, text in values.items():
            typed(dialog, name, text)
        confirmed(page, dialog)
    row = ledgers.row(office, "issues", one)
    assert (row["state"], row["callback_by"]) == ("已销号", "李慧敏")
    titles = [moment.title for moment in page.sheet.timeline.moments]
    assert titles[:3] == ["回访：已办结 → 已销号", "办结：办理中 → 已办结", "进展"]
    assert titles[3:] == ["开始办理：已交办 → 办理中", "交办：待交办 → 已交办", "提出"]
    page.desk.undo_stack.undo()
    settle(page)
    assert page.sheet.pills[0].pill.text == "已办结"


def test_that_what_was_typed_comes_back_when_the_form_was_only_closed(office: Office, opened: Opened) -> None:
    page, one = sheet_at(office, opened, State.IN_PROGRESS)
    dialog = page.moving.start("answer", [one])
    dialog_of(page)
    typed(dialog, "outcome", "路面已修复一半")
    dialog._drafts.keep()
    settle(page)
    QTest.keyClick(dialog, Key.Key_Escape)
    again = page.moving.start("answer", [one])
    dialog_of(page)
    assert again.form.raws()["outcome"] == "路面已修复一半"
    assert again.note.isVisible()
    again.drop()
    assert again.form.raws()["outcome"] is None


def test_that_several_are_dispatched_at_once_and_the_refused_are_shown_first(office: Office, opened: Opened) -> None:
    ids = [issue_at(office, State.REGISTERED, f"第{n}件") for n in "一二"] + [issue_at(office, State.ANSWERED, "旧事")]
    page = page_of(opened)
    page.ledger.table.select_ids(ids)
    QTest.mouseClick(page.ledger.bar.buttons["交办"][0], LEFT)
    dialog = dialog_of(page)
    assert dialog.title.text() == "交办 3 个问题"
    typed(dialog, "lead_department", "区经信局")
    dialog.work_out()
    settle(page)
    assert "将交办 2 个，1 个不能办，原因见下" in dialog.outlook.words.text()
    assert [line.pill.text for line in dialog.outlook.list.lines if line.pill] == ["不能办", "可以", "可以"]
    confirmed(page, dialog)
    assert [ledgers.row(office, "issues", one)["state"] for one in ids] == ["已交办", "已交办", "已办结"]


def test_that_the_menu_offers_what_at_least_one_of_the_issues_allows(office: Office, opened: Opened) -> None:
    ids = [issue_at(office, State.REGISTERED, "甲事"), issue_at(office, State.IN_PROGRESS, "乙事")]
    page = page_of(opened)
    page.moving.offer(ids)
    settle(page)
    assert page.moving.menu is not None
    words = [action.text() for action in page.moving.menu.actions()]
    assert words == ["交办…", "进展…", "转长期推进…", "办结…", "解释说明…", "延期…"]
    page.moving.menu.close()


def test_that_a_dissatisfied_enterprise_is_told_the_new_day_before_it_is_saved(office: Office, opened: Opened) -> None:
    page, one = sheet_at(office, opened, State.ANSWERED)
    dialog = page.moving.start("callback", [one], {"callback": "不满意"})
    dialog_of(page)
    assert "15 个工作日，到 12 月 14 日（周一）" in dialog.outlook.words.text()
    confirmed(page, dialog)
    assert ledgers.row(office, "issues", one)["grade"] == "复杂"
    assert [step["move"] for step in issues.life(office, one)][-1] == "回访"
