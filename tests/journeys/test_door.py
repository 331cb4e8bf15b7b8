"""The way in, through the real first page and the real password page: what opens, and what is refused how."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from daan_desk import app, entering
from daan_desk.domain.failures import Trouble
from daan_desk.door import Door
from daan_desk.entering import Entered
from daan_desk.exchange import parcels
from daan_desk.services import care, ledgers, merging, records, workspaces
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from daan_desk.services.sample.filling import fill
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.pages.home.page import HomePage
from daan_desk.ui.pages.welcome.recovery import RecoveryKey
from tests import builders
from tests.builders import MONDAY, PASSWORD, at
from tests.journeys.sitting import Sitting, click

FRESH = "安逸隆下午茶2026"
SMALL = 12  # enterprises of a sample district that is made in a second


@dataclass
class Entry:
    """A start of the program: its door, and what came through it."""

    program: app.Program
    door: Door
    entered: list[Entered]

    def wait(self) -> None:
        for _ in range(3):
            self.program.tasks.settle(60)
            QApplication.processEvents()

    def opened(self) -> Sitting:
        """The window on what came through the door."""
        self.wait()
        (entered,) = self.entered
        sitting = Sitting(self.program, self.program.open(entered.place), entered.place)
        sitting.shell.show()
        sitting.settle()
        self.entered.clear()
        return sitting

    def leave(self) -> None:
        """Let go of what came through the door."""
        for entered in self.entered:
            entered.place.close()
        self.entered.clear()

    def try_password(self, words: str) -> str:
        """Type a password and press the button; answers what the page says then."""
        put(self.door.unlock.password, words)
        if self.door.unlock.opening.isEnabled():
            click(self.door.unlock.opening)
        self.wait()
        return self.door.unlock.problem.text()


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Path:
    """A machine on which the program was never started."""
    monkeypatch.setenv("DAAN_DESK_HOME", str(tmp_path / "machine"))
    return tmp_path


@pytest.fixture
def starts(machine: Path) -> Iterator[list[Entry]]:
    made: list[Entry] = []
    yield made
    for entry in made:
        entry.door.close()
        entry.door.deleteLater()
        entry.leave()
        entry.program.close()


def start(starts: list[Entry], moment: datetime = MONDAY) -> Entry:
    """Start the program up to its door."""
    program = app.Program(app.application())
    entry = Entry(program, Door(program.preferences, program.tasks, at(moment)), [])
    entry.door.opened.connect(entry.entered.append)
    entry.door.show()
    starts.append(entry)
    return entry


def known(machine: Path, starts: list[Entry]) -> Path:
    """A workspace that this machine opened before."""
    builders.workplace(machine).close()
    first = start(starts)
    first.door.unlock.file.show_path(machine / "desk.daan")
    first.door.setCurrentWidget(first.door.unlock)
    assert first.try_password(PASSWORD) == ""
    first.leave()
    return machine / "desk.daan"


def put(line: QLineEdit, words: str) -> None:
    line.setText(words)


def filled(entry: Entry, *, sample: bool = False) -> None:
    """Fill the first page and press its button."""
    page = entry.door.first
    for line, words in ((page.name, "李慧敏"), (page.password, FRESH), (page.again, FRESH)):
        put(line, words)
    page.role.setCurrentText("专班")
    page.sample.setChecked(sample)
    click(page.making)
    entry.wait()


def test_that_the_first_start_makes_a_workspace_and_shows_its_recovery_key_once(starts: list[Entry]) -> None:
    entry = start(starts)
    assert entry.door.currentWidget() is entry.door.first
    filled(entry)
    sheet = entry.door.sheet
    assert entry.door.currentWidget() is sheet
    assert sheet.key is not None
    assert not sheet.going.isEnabled()
    words = sheet.key.words
    assert "".join(words.split("-")) == "".join(sheet.key.shown.text().split())
    assert sheet.key.height() >= sheet.key.sizeHint().height()
    assert sheet.key.shown.height() >= sheet.key.shown.sizeHint().height()
    sheet.kept.setChecked(True)
    click(sheet.going)
    sitting = entry.opened()
    assert sitting.place.recovery == words
    page = sitting.shell.page
    assert isinstance(page, HomePage)
    assert page.empty.isVisible()


def test_that_the_sample_district_fills_the_first_page(starts: list[Entry], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entering, "fill", partial(fill, enterprises=SMALL))
    entry = start(starts)
    filled(entry, sample=True)
    entry.door.sheet.kept.setChecked(True)
    click(entry.door.sheet.going)
    sitting = entry.opened()
    assert ledgers.totals(sitting.office, Question("enterprises")).count == SMALL
    assert ledgers.totals(sitting.office, Question("visits")).count > SMALL


def test_that_a_sample_that_fails_leaves_no_half_workspace(
    starts: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(office: Office, today: object) -> None:
        builders.enterprise(office)
        raise Trouble("磁盘已满，这一步没有保存。", "请腾出一些空间再试。")

    monkeypatch.setattr(entering, "fill", full)
    entry = start(starts)
    filled(entry, sample=True)
    assert "磁盘已满" in entry.door.first.problem.text()
    assert not entry.door.first.file.path.exists()
    monkeypatch.undo()
    click(entry.door.first.making)
    entry.wait()
    assert "不能" not in entry.door.first.problem.text()


def test_that_who_leaves_before_the_key_is_kept_opens_the_workspace_next_time(starts: list[Entry]) -> None:
    entry = start(starts)
    filled(entry)
    entry.door.close()
    again = start(starts)
    assert again.door.currentWidget() is again.door.unlock
    assert again.try_password(FRESH) == ""
    assert len(again.entered) == 1


def test_that_wrong_passwords_are_told_and_make_the_next_try_wait(machine: Path, starts: list[Entry]) -> None:
    known(machine, starts)
    entry = start(starts)
    unlock = entry.door.unlock
    assert entry.door.currentWidget() is unlock
    for waiting in (0, 0, 2):
        assert entry.try_password("not the password") == "密码不对，请再试一次。"
        assert unlock.waiting == waiting
    entry.try_password(PASSWORD)
    assert entry.entered == []
    unlock.tick()
    unlock.tick()
    entry.try_password("wrong again")
    assert unlock.waiting == 4
    for _ in range(4):
        unlock.tick()
    assert entry.try_password(PASSWORD) == ""
    assert len(entry.entered) == 1


def test_that_a_second_window_on_the_same_workspace_is_refused_in_words(machine: Path, starts: list[Entry]) -> None:
    known(machine, starts)
    first = start(starts)
    first.try_password(PASSWORD)
    sitting = first.opened()
    second = start(starts)
    said = second.try_password(PASSWORD)
    assert said == "这个工作区正在另一个窗口里使用。请先关闭那个窗口（或等正在执行的命令结束）再打开。"
    assert second.entered == []
    problem = second.door.unlock.problem
    assert problem.height() >= problem.heightForWidth(problem.width()), "every line of the sentence can be read"
    sitting.close()
    assert second.try_password(PASSWORD) == ""
    assert len(second.entered) == 1


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda file: file.write_bytes(file.read_bytes()[:5000]), "不完整"),
        (lambda file: file.write_bytes(b"SQLite format 3\0" + bytes(4080)), "不是完整的工作区文件"),
        (lambda file: file.write_bytes(file.read_bytes()[:4096] + os.urandom(file.stat().st_size - 4096)), "已损坏"),
        (lambda file: file.unlink(), "找不到工作区文件"),
    ],
)
def test_that_a_damaged_file_is_told_and_left_as_it_is(
    machine: Path, starts: list[Entry], damage: object, sentence: str
) -> None:
    file = known(machine, starts)
    entry = start(starts)
    damage(file)  # type: ignore[operator]
    before = file.read_bytes() if file.exists() else None
    assert sentence in entry.try_password(PASSWORD)
    assert (file.read_bytes() if file.exists() else None) == before
    assert entry.entered == []


def test_that_a_folder_that_cannot_be_written_is_told(
    machine: Path, starts: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = known(machine, starts)
    monkeypatch.setattr(
        os, "access", lambda *_: False
    )  # root may write anywhere, so the folder's own mode says nothing
    entry = start(starts)
    assert entry.try_password(PASSWORD).startswith(f"不能在文件夹“{file.parent}”里写入。")
    assert entry.entered == []


def test_that_the_recovery_key_opens_what_the_password_does_not(machine: Path, starts: list[Entry]) -> None:
    file = known(machine, starts)
    first = start(starts)
    first.try_password(PASSWORD)
    words = first.entered[0].place.recovery
    first.leave()

    entry = start(starts)
    unlock = entry.door.unlock
    assert unlock.file.path == file
    click(unlock.forgotten)
    put(unlock.recovery, words.lower().replace("-", " ")[:-1] + "9")
    click(unlock.opening)
    entry.wait()
    assert unlock.problem.text() == "恢复密钥抄写有误，请逐组核对。"
    put(unlock.recovery, words.lower().replace("-", " "))
    click(unlock.opening)
    entry.wait()
    assert len(entry.entered) == 1


def test_that_a_copy_that_cannot_be_made_keeps_nobody_out(
    machine: Path, starts: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = known(machine, starts)

    def full(office: Office) -> None:
        raise Trouble("磁盘已满，这一步没有保存。", "请腾出一些空间再试。")

    monkeypatch.setattr(care, "daily", full)
    entry = start(starts)
    assert entry.try_password(PASSWORD) == ""
    (entered,) = entry.entered
    assert entered.place.office.database.path == file
    assert entered.regret is not None
    assert entered.regret.sentence == "今天的自动备份没有做成：磁盘已满，这一步没有保存。"


def test_that_a_fault_at_the_door_is_told_and_does_not_lock_the_page(
    machine: Path, starts: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    known(machine, starts)

    def broken(office: Office) -> None:
        raise ZeroDivisionError

    entry = start(starts)
    with monkeypatch.context() as patched:
        patched.setattr(care, "daily", broken)
        entry.program.faults.install()
        said = entry.try_password(PASSWORD)
        entry.program.faults.uninstall()
    assert said.startswith("程序出了点问题，没有打开。")
    assert entry.try_password(PASSWORD) == ""
    assert len(entry.entered) == 1


def test_that_a_backup_is_brought_back_and_what_stood_there_is_kept(
    machine: Path, starts: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = known(machine, starts)
    first = start(starts)
    first.try_password(PASSWORD)
    office = first.entered[0].place.office
    builders.enterprise(office, "自贡天工机械有限公司")
    copy = care.back_up(office, machine / "备份.daan")
    builders.enterprise(office, "自贡华岭阀门有限公司")
    first.leave()

    entry = start(starts)
    unlock = entry.door.unlock
    click(unlock.restoring)
    assert "请先" in unlock.problem.text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(copy), ""))
    put(unlock.password, PASSWORD)
    click(unlock.restoring)
    entry.wait()
    (entered,) = entry.entered
    assert ledgers.totals(entered.place.office, Question("enterprises")).count == 1
    (aside,) = machine.glob("desk-恢复前-*.daan")
    assert entered.note == f"已从备份“备份.daan”恢复，原来的文件留作“{aside.name}”"
    assert entered.place.office.database.path == file


def test_that_the_menu_of_the_officer_copies_checks_and_shows_the_key(
    machine: Path, starts: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    known(machine, starts)
    entry = start(starts)
    entry.try_password(PASSWORD)
    sitting = entry.opened()
    lines = {line.text(): line for line in sitting.shell.bar.officer.menu().actions()}
    to = machine / "带走.daan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(to), ""))
    lines["备份工作区…"].trigger()
    sitting.settle()
    box = QApplication.activeModalWidget()
    assert isinstance(box, Box) and box.heading.text().startswith("备份已存好")
    box.reject()
    workspaces.unlock(to, PASSWORD, at(), writing=False).close()
    lines["检查工作区"].trigger()
    sitting.settle()
    assert sitting.shell.toast.words.text().startswith("工作区完好")
    lines["恢复密钥…"].trigger()
    sitting.settle()
    shown = QApplication.activeModalWidget()
    assert shown is not None
    (key,) = shown.findChildren(RecoveryKey)
    assert key.words == sitting.place.recovery
    click(key.copying)
    assert QGuiApplication.clipboard().text() == key.words
    click(key.printing)
    assert key.preview is not None
    key.preview.tasks.settle(30)
    assert "共 1 页" in key.preview.status.text()
    key.preview.close()
    shown.close()


def test_that_a_leader_starts_from_the_offices_parcel_in_two_steps(
    starts: list[Entry], machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, file = builders.workplace(machine, name="office.daan"), machine / "给王建国.daanx"
    builders.officer(place.office)
    one = builders.enterprise(place.office)
    builders.enterprise(place.office, "自贡别家公司")
    records.add(place.office, "assignments", {"officer": "王建国", "enterprise": one, "role": "县级领导"})
    parcels.write(file, merging.pack(place.office, officer="王建国"), PASSWORD)
    place.close()
    entry = start(starts)
    click(entry.door.first.fresh)
    page = entry.door.parcel
    assert entry.door.currentWidget() is page
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page.choose()
    for line, words in ((page.secret, "错的"), (page.password, FRESH), (page.again, FRESH)):
        put(line, words)
    click(page.making)
    entry.wait()
    assert "交换包的密码不对" in page.problem.text()
    assert not page.file.path.exists()
    put(page.secret, PASSWORD)
    click(page.making)
    entry.wait()
    entry.door.sheet.kept.setChecked(True)
    click(entry.door.sheet.going)
    sitting = entry.opened()
    assert sitting.office.officer.name == "王建国"
    assert ledgers.totals(sitting.office, Question("enterprises")).count == 1
    builders.issue(sitting.office, one)
    assert ledgers.find(sitting.office, "临2026-王建国-001", ["issues"])
