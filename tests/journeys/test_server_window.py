"""The window on a shared workspace: in by the door with one's own login, every page, and every way to be refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from daan_desk import app
from daan_desk.domain.addresses import ServerAddress, address_of
from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.door import RECENT, Door
from daan_desk.entering import Entered
from daan_desk.menu import entries
from daan_desk.services import care, guarding, hearing, ledgers, records, servers, workspaces
from daan_desk.services.ledgers import Question, Where
from daan_desk.services.sample.filling import fill
from daan_desk.services.servers import Newcomer
from daan_desk.store import schema
from daan_desk.ui.kit.desk import Journey
from daan_desk.ui.pages.enterprises.page import EnterprisesPage
from daan_desk.ui.pages.welcome.keeping import Keeping
from daan_desk.ui.pages.welcome.password import PasswordBox
from tests import builders
from tests.builders import MONDAY, at
from tests.journeys.sitting import Sitting, button, click
from tests.shared import LOGIN, WORD, Shared

SMALL = 12
LEADER = "wangjg"


@dataclass
class Arrival:
    """A start of the program at the door of a server's workspace."""

    program: app.Program
    door: Door
    entered: list[Entered]

    def knock(self, address: ServerAddress, password: str = WORD) -> str:
        """Fill the page in and press its button; answers what the page says then."""
        page = self.door.join
        for line, words in ((page.server, address.server), (page.name, address.name), (page.user, address.user)):
            line.setText(words)
        page.password.setText(password)
        click(page.opening)
        for _ in range(3):
            self.program.tasks.settle(60)
            QApplication.processEvents()
        return page.problem.text()

    def sat_down(self) -> Sitting:
        (entered,) = self.entered
        self.entered.clear()
        sitting = Sitting(self.program, self.program.open(entered.place), entered.place)
        sitting.shell.resize(1366, 768)
        sitting.shell.show()
        sitting.settle()
        return sitting


@pytest.fixture
def arrival(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Arrival]:
    monkeypatch.setenv("DAAN_DESK_HOME", str(tmp_path / "machine"))
    program = app.Program(app.application())
    made = Arrival(program, Door(program.preferences, program.tasks, at(MONDAY)), [])
    made.door.opened.connect(made.entered.append)
    made.door.show()
    click(made.door.first.joining)
    yield made
    made.door.close()
    made.door.deleteLater()
    for entered in made.entered:
        entered.place.close()
    program.close()


@pytest.fixture(scope="module")
def district(shared: Shared) -> Iterator[str]:
    """A small sample district on the server, of which a leader looks after one enterprise."""
    name = shared.database()
    place = shared.opened(name)
    fill(place.office, place.office.today(), enterprises=SMALL)
    servers.add_officer(shared.administrator(name), Newcomer("王剑光", LEADER, WORD, "县级领导"), at(MONDAY))
    one = builders.enterprise(place.office, "自贡大安天工机械")
    with place.office.reading() as reader:
        leader = reader.where("officers", Where("name", "is", "王剑光"))[0]["id"]
    records.add(place.office, "assignments", {"enterprise": one, "officer": leader, "role": "县级领导"})
    place.close()
    yield name
    shared.drop(name)


def test_that_every_page_of_a_server_opens_under_the_officers_own_login(
    shared: Shared, arrival: Arrival, district: str
) -> None:
    address = shared.address(district)
    assert arrival.knock(address) == ""
    sitting = arrival.sat_down()
    assert sitting.office.officer.name == "李慧敏"
    complaints: list[object] = []
    sitting.shell.desk.complained.connect(complaints.append)
    for entry in entries():
        sitting.shell.open(Journey(entry.key))
        arrival.program.tasks.settle(60)
        assert sitting.shell.windowTitle().startswith(entry.title)
    sitting.shell.desk.acted.emit(hearing.everything())  # as when the line was cut and is back
    sitting.settle()
    assert complaints == []
    (kept,) = arrival.program.preferences.value(RECENT, [""])
    assert ServerAddress(kept).server == address.server
    assert WORD not in (Path(arrival.program.preferences._settings.fileName())).read_text(encoding="utf-8")


def test_that_a_leader_counts_lists_and_finds_what_is_his_alone(
    shared: Shared, arrival: Arrival, district: str
) -> None:
    assert arrival.knock(shared.address(district, LEADER)) == ""
    sitting = arrival.sat_down()
    assert [row["name"] for row in sitting.rows("enterprises")] == ["自贡大安天工机械"]
    sitting.go(EnterprisesPage)
    assert ledgers.totals(sitting.office, Question("enterprises")).count == 1
    assert len(ledgers.table(sitting.office, Question("enterprises")).rows) == 1
    assert [choice.text for choice in app.found(sitting.shell.desk, "tgjx")][:1] == ["自贡大安天工机械"]
    assert app.found(sitting.shell.desk, "有限公司") == []


def test_that_the_menu_offers_nothing_that_is_for_files_alone(shared: Shared, arrival: Arrival, district: str) -> None:
    arrival.knock(shared.address(district))
    sitting = arrival.sat_down()
    words = [line.text() for line in sitting.shell.bar.officer.menu().actions()]
    assert [word.partition("\t")[0] for word in words] == ["锁定", "自动锁定…", "检查工作区", "修改密码…", "使用手册"]
    keeping = next(one for one in sitting.shell.desk.children() if isinstance(one, Keeping))
    keeping.caring.check()
    sitting.settle()
    assert sitting.shell.toast.words.text().startswith("工作区完好")
    assert care.automatic(sitting.office, "导入前") is None
    with pytest.raises(Trouble, match="pg_dump"):
        care.back_up(sitting.office, Path("somewhere.daan"))


def test_that_a_locked_window_on_a_server_is_opened_by_ones_own_password_and_guessing_gets_slow(
    shared: Shared, arrival: Arrival, district: str
) -> None:
    arrival.knock(shared.address(district))
    sitting = arrival.sat_down()
    assert sitting.program.locking is not None
    sitting.program.locking.lock()
    for waiting in (0, 0, 2):
        assert not guarding.admits(sitting.office, "falsch-falsch")
        assert guarding.waiting(sitting.office) == waiting
    assert guarding.admits(sitting.office, WORD)
    assert guarding.waiting(sitting.office) == 0


def test_that_an_officer_changes_the_own_password_and_goes_on_working(
    shared: Shared, arrival: Arrival, district: str
) -> None:
    fresh = "新密码-2026-11"
    servers.add_officer(shared.administrator(district), Newcomer("周正", "zhouz", WORD, "专班"), at(MONDAY))
    arrival.knock(shared.address(district, "zhouz"))
    sitting = arrival.sat_down()
    keeping = next(one for one in sitting.shell.desk.children() if isinstance(one, Keeping))
    keeping.ask_password()
    box = keeping.box
    assert isinstance(box, PasswordBox)
    for old, new, said in (("falsch", fresh, "现在的密码不对"), (WORD, "kurz", "新密码至少要")):
        box.old.setText(old)
        box.new.setText(new)
        box.again.setText(new)
        box.accept()
        sitting.settle()
        assert box.problem.text().startswith(said)
    box.old.setText(WORD)
    for line in (box.new, box.again):
        line.setText(fresh)
    box.accept()
    sitting.settle()
    assert sitting.shell.toast.words.text().startswith("密码已修改")
    sitting.office.database.engine.dispose()  # the next question needs a new connection
    assert len(sitting.rows("enterprises")) > SMALL
    assert fresh not in shared.server.log.read_text(encoding="utf-8", errors="replace")
    with pytest.raises(Rejected):
        shared.opened(district, "zhouz")
    workspaces.unlock(shared.address(district, "zhouz"), fresh, at(MONDAY)).close()


def test_that_a_wrong_password_is_told_and_makes_the_next_try_wait(
    shared: Shared, arrival: Arrival, district: str
) -> None:
    join = arrival.door.join
    for waiting in (0, 0, 2):
        assert arrival.knock(shared.address(district), "falsch-falsch") == "用户名或密码不对，请再试一次。"
        assert join.waiting == waiting
    assert not join.opening.isEnabled()
    join._tick()
    join._tick()
    assert arrival.knock(shared.address(district)) == ""
    assert len(arrival.entered) == 1


def test_that_no_server_no_workspace_and_no_officer_are_each_told_in_words(shared: Shared, arrival: Arrival) -> None:
    nowhere = address_of("127.0.0.1:9", "desk", LOGIN)
    assert arrival.knock(nowhere).startswith("连不上服务器。请确认电脑已接入办公网")
    assert arrival.knock(shared.address("nichts")).startswith("服务器上没有这个数据库")
    stranger = shared.server.url("postgres", "verwalter")
    assert arrival.knock(ServerAddress(stranger), "geheim-2026").startswith("这个数据库还没有建成工作区。")
    assert arrival.entered == []


@pytest.mark.parametrize(
    ("version", "sentence"),
    [
        (schema.LATEST - 1, "服务器上的工作区是旧版本的。请服务器管理员运行 daan-desk server-upgrade 升级后再打开。"),
        (schema.LATEST + 1, "这个工作区是用更新的版本建立的"),
    ],
)
def test_that_an_older_and_a_newer_schema_say_who_does_what(
    shared: Shared, arrival: Arrival, version: int, sentence: str
) -> None:
    name = shared.database()
    statement = f"SET ROLE daan_owner; UPDATE daan.facts SET value = '{version}' WHERE name = 'schema'"
    assert shared.server.psql(name, statement, "verwalter", "geheim-2026").stderr == ""
    try:
        assert arrival.knock(shared.address(name)).startswith(sentence)
        assert arrival.entered == []
    finally:
        shared.drop(name)


def test_that_the_next_start_asks_for_the_password_of_the_last_server(
    shared: Shared, arrival: Arrival, district: str
) -> None:
    address = shared.address(district)
    arrival.knock(address)
    again = Door(arrival.program.preferences, arrival.program.tasks, at(MONDAY))
    again.show()
    try:
        assert again.currentWidget() is again.join
        assert (again.join.name.text(), again.join.user.text()) == (district, LOGIN)
        assert again.join.password.text() == ""
        click(button(again.join, "打开本机的工作区文件"))
        assert again.currentWidget() is again.unlock
        again.show_place(address)
        assert again.currentWidget() is again.join
    finally:
        again.close()
        again.deleteLater()


def test_that_a_whole_address_is_taken_apart_where_the_server_is_asked_for(arrival: Arrival) -> None:
    join = arrival.door.join
    join.server.setText("postgresql://zhangld@qfb-server:5433/anyilong?sslmode=verify-full")
    join.server.editingFinished.emit()
    assert join.server.text() == "qfb-server:5433?sslmode=verify-full"
    assert (join.name.text(), join.user.text()) == ("anyilong", "zhangld")
    join.server.setText("postgresql://zhangld:geheim@qfb-server/anyilong")
    join.server.editingFinished.emit()
    assert "密码不要写进服务器地址" in join.problem.text()


def test_that_what_is_not_filled_in_is_asked_for(arrival: Arrival) -> None:
    join = arrival.door.join
    for line, words in ((join.server, "qfb-server"), (join.user, "lihm")):
        click(join.opening)
        assert join.problem.text().startswith("请填写")
        line.setText(words)
    click(join.opening)
    assert join.problem.text() == "请输入密码。"


def test_that_a_place_is_opened_by_its_command_only_where_there_is_a_screen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from daan_desk import cli

    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main(["open", "postgresql://lihm@qfb-server/desk"]) == 3
    assert "没有显示屏" in capsys.readouterr().err
    opened: list[object] = []
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setattr(app, "main", opened.append)
    assert cli.main(["open", "postgresql://lihm@qfb-server/desk"]) == 0
    assert opened == [ServerAddress("postgresql://lihm@qfb-server/desk")]


def test_that_the_parts_of_an_address_make_the_address_again() -> None:
    for url in (
        "postgresql://lihm@10.1.2.3/desk",
        "postgresql://lihm@qfb-server:5433/desk?sslmode=verify-full",
        "postgresql://lihm@/desk?host=%2Ftmp%2Fpg",
        "postgresql://lihm@[::1]:5432/desk",
    ):
        address = ServerAddress(url)
        assert str(address_of(address.server, address.name, address.user)) == url
