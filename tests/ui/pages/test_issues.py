"""The page of issues: lists, one issue in full, its form, and the ways between them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from daan_desk.domain.issues import State
from daan_desk.domain.kinds import Linked
from daan_desk.services import issue_lists, ledgers, records
from daan_desk.services.ledgers import Question, Where
from daan_desk.services.office import Office
from daan_desk.ui.kit.page import Target
from daan_desk.ui.pages.issues.form import IssueForm
from daan_desk.ui.pages.issues.page import IssuesPage
from tests import builders
from tests.ui.pages.issues_hands import Opened, issue_at, page_of, settle, typed

Key, Mod = Qt.Key, Qt.KeyboardModifier


def shown(page: IssuesPage, name: str) -> list[str]:
    model = page.ledger.model
    at = [field.name for field in model.fields].index(name)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def form_of(page: IssuesPage, qtbot: QtBot) -> IssueForm:
    dialog = page.ledger.records.dialog
    assert isinstance(dialog, IssueForm)
    settle(page)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_that_every_list_says_how_many_it_has(office: Office, opened: Opened) -> None:
    issue_at(office, State.REGISTERED)
    issue_at(office, State.ANSWERED, "用电增容")
    page = page_of(opened)
    texts = page.ledger.body.tabs.texts()
    assert texts[:4] == ("全部 2", "待交办 1", "已交办 0", "办理中 0")
    assert "待回访 1" in texts and "已办结/销号 1" in texts


def test_that_the_light_stands_in_words_with_the_tone_of_its_colour(office: Office, opened: Opened) -> None:
    issue_at(office, State.IN_PROGRESS)
    page = page_of(opened)
    page.ledger.table.grab()
    settle(page)
    assert shown(page, "light") == ["剩 7 个工作日"]
    assert page.source.tones == {"剩 7 个工作日": "green"}


def test_that_a_number_elsewhere_opens_its_rows_under_its_list(office: Office, opened: Opened) -> None:
    issue_at(office, State.DISPATCHED)
    issue_at(office, State.REGISTERED, "用电增容")
    page = page_of(opened)
    late = dict(issue_lists.tabs(issue_lists.bounds(office)))["逾期"]
    page.show_for(Target(question=Question("issues", where=late)))
    settle(page)
    assert page.ledger.control.asking.tab == 5
    page.show_for(Target(question=Question("issues", where=(Where("state", "is", "已交办"), Where("grade", "filled")))))
    settle(page)
    assert (page.ledger.control.asking.tab, page.ledger.model.rowCount()) == (0, 1)


def test_that_an_issue_opens_in_full_and_escape_leads_back(office: Office, opened: Opened) -> None:
    one = issue_at(office, State.DISPATCHED)
    page = page_of(opened)
    page.ledger.table.select_ids([one])
    page.ledger.table.setFocus()
    QTest.keyClick(page.ledger.table, Key.Key_Return)
    settle(page)
    assert page.stack.currentWidget() is page.sheet
    assert page.sheet.title.text() == "2026-0001 厂区门口道路破损"
    assert [pill.pill.text for pill in page.sheet.pills] == ["已交办", "一般", "剩 7 个工作日"]
    moments = page.sheet.timeline.moments
    assert [moment.title for moment in moments] == ["交办：待交办 → 已交办", "提出"]
    assert moments[0].text == "时限：12 月 2 日（周三）"
    QTest.keyClick(page.sheet.back, Key.Key_Escape)
    assert page.stack.currentWidget() is page.ledger


def test_that_enterprise_and_visit_of_an_issue_open_their_pages(office: Office, opened: Opened) -> None:
    enterprise = builders.enterprise(office)
    visit = builders.visit(office, enterprise)
    one = builders.issue(office, enterprise, visit=visit)
    page = page_of(opened)
    journeys: list[tuple[str, object]] = []
    page.desk.went.connect(lambda journey: journeys.append((journey.key, journey.target)))
    page.open_issue(one)
    settle(page)
    for name in ("enterprise", "visit"):
        QTest.mouseClick(page.sheet.facts.links[name], Qt.MouseButton.LeftButton)
    assert journeys[1:] == [("enterprises", Target(record=enterprise)), ("visits", Target(record=visit))]


def test_that_a_new_issue_of_kind_other_asks_for_its_keyword(office: Office, opened: Opened, qtbot: QtBot) -> None:
    enterprise = builders.enterprise(office)
    page = page_of(opened)
    QTest.keyClick(page.ledger.table, Key.Key_N, Mod.ControlModifier)
    dialog = form_of(page, qtbot)
    assert dialog.form.cells["keyword"].isHidden()
    assert dialog.form.cells["grade"].field.hint == "咨询 3、一般 7、复杂 15、疑难 30 个工作日"
    dialog.form.put({"enterprise": Linked(enterprise, "自贡天工机械有限公司")})
    typed(dialog, "title", "食堂油烟扰民")
    typed(dialog, "category", "其他")
    assert not dialog.form.cells["keyword"].isHidden()
    dialog.save()
    settle(page)
    assert dialog.form.problems() == {"keyword": "“其他”须填写关键词，便于以后归类"}
    typed(dialog, "keyword", "油烟")
    dialog.save()
    settle(page)
    assert shown(page, "title") == ["食堂油烟扰民"]
    row = ledgers.row(office, "issues", page.ledger.model.ids()[0])
    assert (row["notes"], row["source"], row["grade"]) == ("关键词：油烟", "企业自报", "一般")


def test_that_the_plain_fields_are_changed_in_the_form_and_taken_back(
    office: Office, opened: Opened, qtbot: QtBot
) -> None:
    one = issue_at(office, State.DISPATCHED)
    page = page_of(opened)
    page.open_issue(one)
    settle(page)
    QTest.keyClick(page.sheet.back, Key.Key_E, Mod.ControlModifier)
    dialog = form_of(page, qtbot)
    assert "due" not in dialog.form.cells and "state" not in dialog.form.cells
    typed(dialog, "title", "厂区门口道路塌陷")
    dialog.save()
    settle(page)
    assert page.sheet.title.text() == "2026-0001 厂区门口道路塌陷"
    page.desk.undo_stack.undo()
    settle(page)
    assert page.sheet.title.text() == "2026-0001 厂区门口道路破损"


def test_that_files_are_dropped_pasted_saved_and_taken_out(office: Office, opened: Opened, tmp_path: Path) -> None:
    one = issue_at(office, State.REGISTERED)
    page = page_of(opened)
    page.open_issue(one)
    settle(page)
    file = tmp_path / "现场记录.txt"
    file.write_text("路面塌陷约两米", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    assert page.sheet.files.take(data)
    settle(page)
    assert [line.title for line in page.sheet.files.list.lines] == ["现场记录.txt"]
    kept = page.sheet.files.files[0].id
    page.sheet.files.save_to(kept, tmp_path)
    settle(page)
    assert (tmp_path / "现场记录（2）.txt").read_text(encoding="utf-8") == "路面塌陷约两米"
    page.sheet.files.list.setCurrentIndex(page.sheet.files.list.model().index(0, 0))
    QTest.keyClick(page.sheet.files, Key.Key_Delete)
    settle(page)
    assert page.sheet.files.list.lines == ()


def test_that_an_issue_that_is_gone_leads_back_to_the_list(office: Office, opened: Opened) -> None:
    one = issue_at(office, State.REGISTERED)
    page = page_of(opened)
    complaints: list[str] = []
    page.desk.complained.connect(lambda failure: complaints.append(str(failure)))
    page.open_issue(one)
    settle(page)
    page.desk.act(lambda: records.remove(office, "issues", [one]))
    settle(page)
    assert page.stack.currentWidget() is page.ledger
    assert complaints
