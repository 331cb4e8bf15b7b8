"""The network is cut in the middle of an act on a server: nothing half, nothing twice, and never a guess."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from daan_desk.domain.addresses import ServerAddress
from daan_desk.domain.failures import Offline, Trouble
from daan_desk.exchange import layouts, parcels, workbooks
from daan_desk.services import care, imports, ledgers, merging, records, undo, visits, workspaces
from daan_desk.services.changes import Changes
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Workplace
from daan_desk.store import certainty
from daan_desk.store.server import engine
from tests import builders, laptops
from tests.faults import lines
from tests.faults.lines import COMMIT, Line
from tests.servers import ADMINISTRATORS_WORD
from tests.shared import LOGIN, WORD, Shared

ROSTER = "企业名称\t从业人数\n" + "\n".join(f"自贡盐都{number}号有限公司\t{number}" for number in range(40))


@dataclass
class Window:
    """A workspace on a server, open over a line; `other` is a colleague's window, whose line is sound."""

    place: Workplace
    line: Line
    other: Workplace
    shared: Shared
    database: str

    @property
    def office(self) -> Office:
        return self.place.office

    def count(self, ledger: str = "enterprises") -> int:
        """How many records there are for everybody."""
        return ledgers.totals(self.other.office, Question(ledger)).count


@pytest.fixture(scope="module")
def window(shared: Shared) -> Iterator[Window]:
    name = shared.database()
    with lines.laid(shared.server.folder) as line:
        address = shared.server.url(name, LOGIN).replace(shared.server.folder.name, line.folder.name)
        place = workspaces.unlock(ServerAddress(address), WORD, builders.at())
        other = shared.opened(name)
        yield Window(place, line, other, shared, name)
        place.close()
        other.close()
    shared.drop(name)


@pytest.fixture(autouse=True)
def repaired(window: Window, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(certainty, "WAITS", (0.0, 0.1))
    yield
    window.line.repair()


def log_a_visit(office: Office) -> Changes:
    """What would stand there twice if it were simply done again."""
    firm = ledgers.ids(office, Question("enterprises"))
    one = firm[0] if firm else builders.enterprise(office)
    values = {"enterprise": one, "day": office.today(), "way": "实地", "companions": "李慧敏"}
    return visits.log(office, values, [{"title": "用电增容", "category": "用能"}])


def test_that_an_act_cut_before_its_commit_is_not_kept_and_said_to_be_not(window: Window) -> None:
    log_a_visit(window.office)
    before = window.count("visits"), window.count("issues")
    window.line.break_before(COMMIT)
    with pytest.raises(Offline, match="断了，这一步没有保存"):
        log_a_visit(window.office)
    assert (window.count("visits"), window.count("issues")) == before
    log_a_visit(window.office)
    assert (window.count("visits"), window.count("issues")) == (before[0] + 1, before[1] + 1)


def test_that_an_act_whose_answer_was_lost_is_found_to_be_kept_and_answers_as_if_nothing_had_been(
    window: Window,
) -> None:
    log_a_visit(window.office)
    before = window.count("visits")
    window.line.break_before(COMMIT, answers=True)
    changes = log_a_visit(window.office)
    assert window.count("visits") == before + 1
    assert changes.act == undo.acts(window.other.office, 1)[0].id
    undo.undo(window.office, changes.act)
    assert window.count("visits") == before


@pytest.mark.parametrize("answers", [False, True])
def test_that_nobody_guesses_while_the_server_cannot_be_asked(window: Window, answers: bool) -> None:
    log_a_visit(window.office)
    before = window.count("visits")
    window.line.break_before(COMMIT, answers=answers, whole=False)
    with pytest.raises(Trouble, match=r"现在还不知道“登记走访：.*”有没有保存.*操作记录") as told:
        log_a_visit(window.office)
    assert not isinstance(told.value, Offline)  # a box, not a line that goes away by itself
    window.line.repair()
    assert window.count("visits") - before == int(answers)


@pytest.mark.parametrize("after", [1, 3, 6, 9, 13])
def test_that_an_act_cut_anywhere_leaves_nothing_half(window: Window, after: int) -> None:
    plan = imports.plan(window.office, layouts.layouts(workbooks.read_pasted(ROSTER))[0])
    before = window.count()
    window.line.break_after(after)
    try:
        imports.carry_out(window.office, plan)
        wanted = before + len(plan.rows)
    except Trouble as told:
        assert "没有保存" in str(told)
        wanted = before
    window.line.repair()
    assert window.count() == wanted
    if wanted != before:
        undo.undo(window.office, undo.acts(window.office, 1)[0].id)
    assert care.check(window.other.office).problems == ()


def test_that_a_merge_that_was_cut_is_merged_once_at_the_next_try(window: Window, tmp_path: Path) -> None:
    laptop = laptops.laptop(tmp_path, "王建国")
    builders.enterprise(laptop.office, "自贡下乡有限公司")
    parcels.write(tmp_path / "a.daanx", merging.pack(laptop.office), builders.PASSWORD)
    laptop.close()
    parcel = parcels.read(tmp_path / "a.daanx", builders.PASSWORD)
    before = window.count()
    plan = merging.plan(window.office, parcel)
    window.line.break_before(COMMIT)
    with pytest.raises(Offline):
        merging.carry_out(window.office, plan)
    assert window.count() == before
    merging.carry_out(window.office, merging.plan(window.office, parcel))
    assert merging.plan(window.office, parcel).empty
    assert window.count() == before + 1


def test_that_a_server_that_ends_the_session_is_told_and_the_next_try_works(window: Window) -> None:
    before = window.count()
    where = window.shared.server.url("postgres")
    sessions = sorted(window.office.database.sessions)
    with pytest.raises(Offline, match="没有保存"), window.office.writing("新增企业") as act:
        act.add("enterprises", {"name": "自贡半途有限公司"})
        with psycopg.connect(where, password=ADMINISTRATORS_WORD, autocommit=True) as administrator:
            administrator.execute("SELECT pg_terminate_backend(pid) FROM unnest(%s::int[]) pid", [sessions])
        act.add("enterprises", {"name": "自贡半途二号有限公司"})
    assert window.count() == before
    records.add(window.office, "enterprises", {"name": "自贡再来有限公司"})
    assert window.count() == before + 1


def test_that_a_window_that_falls_asleep_within_an_act_does_not_keep_the_others_waiting(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"idle_in_transaction_session_timeout={engine.ASLEEP}" in engine.OPTIONS
    monkeypatch.setattr(engine, "OPTIONS", engine.OPTIONS.replace(str(engine.ASLEEP), "300"))
    sleeper = window.shared.opened(window.database)
    with pytest.raises(Trouble, match="没有保存"), sleeper.office.writing("新增企业") as act:
        act.add("enterprises", {"name": "自贡睡着有限公司"})
        builders.enterprise(window.other.office, "自贡醒着有限公司")  # waits until the server has had enough
        act.add("enterprises", {"name": "自贡睡着二号有限公司"})
    sleeper.close()
