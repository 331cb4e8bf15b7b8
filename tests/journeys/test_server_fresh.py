"""Two officers at one server: what the other did appears by itself, and a line that is cut is told and comes back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from daan_desk import app
from daan_desk.services import hearing, ledgers, records, servers, workspaces
from daan_desk.services.hearing import Heard
from daan_desk.services.ledgers import Question, Where
from daan_desk.services.servers import Newcomer
from daan_desk.services.workspaces import Workplace
from daan_desk.ui.kit.form_dialog import FormDialog
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.pages.enterprises.page import EnterprisesPage
from tests import builders
from tests.journeys.sitting import Sitting
from tests.shared import LOGIN, WORD, Shared

OTHER = "wangjg"
PATIENCE = 20.0


@dataclass
class Two:
    """A window of one officer, and another officer elsewhere; `name` is the database."""

    shared: Shared
    name: str
    sitting: Sitting
    other: Workplace

    def wait(self, fits: Callable[[], bool]) -> None:
        """Until the window shows it, by itself."""
        end = monotonic() + PATIENCE
        while not fits():
            assert monotonic() < end, "it did not appear"
            QTest.qWait(50)
            self.sitting.program.tasks.settle(PATIENCE)

    def cut(self) -> None:
        """Every connection of the window's officer ends, as when the network fails."""
        gone = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{LOGIN}'"
        assert self.shared.server.psql(self.name, gone, "verwalter", "geheim-2026").stderr == ""


@pytest.fixture
def two(shared: Shared, qapp: QApplication) -> Iterator[Two]:
    name = shared.database()
    servers.add_officer(shared.administrator(name), Newcomer("王剑光", OTHER, WORD, "专班"), builders.at())
    other = shared.opened(name, OTHER)
    builders.enterprise(other.office, "自贡大安天工机械")
    place = shared.opened(name)
    program = app.Program(app.application())
    sitting = Sitting(program, program.open(place), place)
    sitting.shell.resize(1366, 768)
    sitting.shell.show()
    sitting.settle()
    yield Two(shared, name, sitting, other)
    sitting.close()
    other.close()
    shared.drop(name)


def shown(page: EnterprisesPage) -> int:
    ledger = page.findChild(LedgerPage)
    assert ledger is not None
    return len(ledger.model.ids())


def test_that_what_another_officer_did_appears_by_itself_but_not_while_one_types(two: Two) -> None:
    page = two.sitting.go(EnterprisesPage)
    assert shown(page) == 1
    builders.enterprise(two.other.office, "自贡大安永固建材")
    two.wait(lambda: shown(page) == 2)
    ear = two.sitting.program.ear
    assert ear is not None
    line = QLineEdit(two.sitting.shell)
    line.show()
    line.setFocus()
    ear.calm._timer.setInterval(60_000)  # the looks are taken by hand
    ear.calm.gap = 0.0
    ear.calm.put(hearing.everything())
    came: list[object] = []
    ear.calm.came.connect(came.append)
    line.setText("一个字")
    ear.calm.look()
    assert came == []
    ear.calm.look()
    assert len(came) == 1


def test_that_an_open_form_says_who_changed_its_record_and_keeps_what_was_typed(two: Two) -> None:
    page = two.sitting.go(EnterprisesPage)
    (works,) = ledgers.ids(two.sitting.office, Question("enterprises"))
    ledger = page.findChild(LedgerPage)
    assert ledger is not None
    form = ledger.records.form(works)
    two.sitting.settle()
    form.form.put({"contact_name": "赵一"})
    records.change(two.other.office, "enterprises", works, {"contact_name": "孙三", "short_name": "天工"})
    two.wait(lambda: form.seen.note.isVisible())
    assert form.seen.told.text().startswith("王剑光在 ")
    form.save()
    two.sitting.settle()
    assert isinstance(form, FormDialog) and form.seen.box is not None
    (clash,) = form.seen.box.stale.clashes
    assert (clash.by, clash.mine, clash.theirs) == ("王剑光", "赵一", "孙三")
    form.seen.box.accept()
    two.sitting.settle()
    row = ledgers.row(two.sitting.office, "enterprises", works)
    assert (row["contact_name"], row["short_name"]) == ("赵一", "天工")


def test_that_a_line_that_is_cut_is_told_at_the_foot_and_is_back_by_itself_with_everything_fresh(two: Two) -> None:
    page = two.sitting.go(EnterprisesPage)
    strip, toast = two.sitting.shell.strip, two.sitting.shell.toast
    assert not strip.isVisible()
    two.cut()
    two.wait(strip.isVisible)
    assert "正在重新连接" in strip.told.text()
    builders.enterprise(two.other.office, "自贡大安永固建材")
    two.wait(lambda: not strip.isVisible())
    assert toast.words.text().startswith("已重新连上服务器")
    two.wait(lambda: shown(page) == 2)


def test_that_a_login_that_is_shut_out_is_told_as_that(two: Two) -> None:
    servers.remove_officer(two.shared.administrator(two.name), LOGIN, builders.at())
    try:
        strip = two.sitting.shell.strip
        two.wait(lambda: "这个登录名已经停用" in strip.told.text())
        assert strip.isVisible()
    finally:
        admin = two.shared.administrator(two.name)
        servers.add_officer(admin, Newcomer("李慧敏", LOGIN, WORD, "专班"), builders.at())


def test_that_a_leader_hears_of_his_own_enterprises_and_not_of_others(shared: Shared) -> None:
    name = shared.database()
    office = shared.opened(name)
    admin = shared.administrator(name)
    servers.add_officer(admin, Newcomer("张立德", "zhangld", WORD, "县级领导"), builders.at())
    own, other = (builders.enterprise(office.office, each) for each in ("自贡大安天工机械", "自贡大安永固建材"))
    with office.office.reading() as reader:
        leader = reader.where("officers", Where("name", "is", "张立德"))[0]["id"]
    records.add(office.office, "assignments", {"enterprise": own, "officer": leader, "role": "县级领导"})
    place = workspaces.unlock(shared.address(name, "zhangld"), WORD, builders.at())
    heard: list[object] = []
    stop = threading.Event()
    thread = threading.Thread(target=hearing.listen, args=(place.office, heard.append, stop))
    thread.start()
    try:
        end = monotonic() + PATIENCE
        while not heard:
            assert monotonic() < end
            records.change(office.office, "enterprises", other, {"short_name": f"{monotonic()}"})
            records.change(office.office, "enterprises", own, {"short_name": f"{monotonic()}"})
            stop.wait(0.5)
        assert all(isinstance(each, Heard) and each.changes.ids == {"enterprises": (own,)} for each in heard)
    finally:
        stop.set()
        thread.join()
        place.close()
        office.close()
        shared.drop(name)
