"""Backups, bringing one back, and finding a quiet change."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from daan_desk.domain.copies import NEWEST
from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import attachments, care, ledgers, restoring, workspaces
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Workplace
from tests import builders


def test_that_a_healthy_workspace_has_no_problems(office: Office) -> None:
    one = builders.enterprise(office)
    builders.visit(office, one)
    found = care.check(office)
    assert found.problems == ()
    assert found.entries > 40


# The last act with all that it made: what is left agrees with itself.
FORGOTTEN = (
    "DELETE FROM journal WHERE act = (SELECT act FROM journal ORDER BY stamp DESC LIMIT 1);"
    "DELETE FROM enterprises; DELETE FROM acts WHERE id NOT IN (SELECT row FROM journal)"
)


@pytest.mark.parametrize(
    ("quietly", "told"),
    [
        ("UPDATE enterprises SET employees = 9", "与操作日志不一致"),
        ("UPDATE journal SET author = 'x' WHERE seq = 5", "被改动过"),
        ("DELETE FROM journal WHERE seq = 5", "有缺失"),
        ("DELETE FROM enterprises", "与操作日志不一致"),
        ("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)", "少了 1 条"),
        (FORGOTTEN, "少了"),
        ("UPDATE journal SET seq = 11 - seq WHERE seq IN (5, 6)", "被改动过"),
        ("UPDATE enterprises SET id = 'x'", "操作日志里没有的记录"),
        ("UPDATE journal SET id = 'x' WHERE seq = (SELECT max(seq) FROM journal)", "被换过"),
    ],
)
def test_that_a_quiet_change_past_the_program_is_found(office: Office, quietly: str, told: str) -> None:
    builders.enterprise(office, employees=5)
    with office.database.writing() as connection:
        for statement in quietly.split(";"):
            connection.execute(text(statement))
    assert any(told in problem for problem in care.check(office).problems)


def test_that_who_shortens_the_journal_and_its_account_too_is_found_by_the_last_copy(office: Office) -> None:
    builders.enterprise(office)
    copy = care.automatic(office, "每日")
    assert copy is not None
    assert care.check(office).problems == ()
    with office.database.writing() as connection:
        for statement in (*FORGOTTEN.split(";"), "DELETE FROM facts WHERE name = 'journal'"):
            connection.execute(text(statement))
    assert [one for one in care.check(office).problems if "比最近的自动备份少了" in one]
    copy.write_bytes(copy.read_bytes()[:9000])
    assert care.check(office).problems == ()


def test_that_a_workspace_of_an_older_program_gets_its_account_with_the_next_act(office: Office) -> None:
    with office.database.writing() as connection:
        connection.execute(text("DELETE FROM facts WHERE name = 'journal'"))
    assert care.check(office).problems == ()
    builders.enterprise(office)
    assert care.check(office).problems == ()
    with office.database.writing() as connection:
        connection.execute(text("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)"))
    assert [one for one in care.check(office).problems if "少了 1 条" in one]


def test_that_a_restored_workspace_is_not_held_against_the_copies_of_what_it_was(place: Workplace) -> None:
    first = care.automatic(place.office, "每日")
    assert first is not None
    builders.enterprise(place.office)
    care.automatic(place.office, "手动")
    restoring.restore_here(place, first)
    assert care.check(place.office).problems == ()
    builders.enterprise(place.office, "自贡后来有限公司")
    care.automatic(place.office, "手动")
    assert care.check(place.office).problems == ()


def test_that_a_backup_opens_with_the_same_password_and_holds_the_same(office: Office, tmp_path: Path) -> None:
    builders.enterprise(office)
    copy = care.back_up(office, tmp_path / "copy.daan", builders.PASSWORD)
    place = workspaces.unlock(copy, builders.PASSWORD, builders.at())
    assert ledgers.totals(place.office, Question("enterprises")).count == 1
    assert care.check(place.office).problems == ()
    place.close()
    with pytest.raises(Rejected, match="已经存在"):
        care.back_up(office, copy)


def test_that_a_restore_keeps_what_stood_there_aside(place: Workplace, tmp_path: Path) -> None:
    copy = care.back_up(place.office, tmp_path / "copy.daan")
    builders.enterprise(place.office)
    path = place.office.database.path
    with pytest.raises(Trouble, match="正在另一个窗口"):
        care.restore(copy, path, builders.PASSWORD)
    place.close()
    aside = care.restore(copy, path, builders.PASSWORD)
    assert aside is not None
    counts = []
    for file in (path, aside):
        again = workspaces.unlock(file, builders.PASSWORD, builders.at())
        counts.append(ledgers.totals(again.office, Question("enterprises")).count)
        again.close()
    assert counts == [0, 1]


def test_that_a_restored_copy_goes_on_under_a_new_name_so_that_no_chain_branches_silently(
    place: Workplace, tmp_path: Path
) -> None:
    copy = care.back_up(place.office, tmp_path / "copy.daan")
    builders.enterprise(place.office)
    lost, path = place.office.database.replica, place.office.database.path
    place.close()
    care.restore(copy, path, builders.PASSWORD)
    again = workspaces.unlock(path, builders.PASSWORD, builders.at())
    assert again.office.database.replica != lost
    builders.enterprise(again.office, "自贡乙公司")
    assert care.check(again.office).problems == ()
    assert again.office.officer.name == "李慧敏"
    again.close()
    assert [file.name for file in path.parent.iterdir() if "unfinished" in file.name] == []


def test_that_a_restore_that_fails_leaves_what_stood_there(place: Workplace, tmp_path: Path) -> None:
    path = place.office.database.path
    builders.enterprise(place.office)
    place.close()
    broken = tmp_path / "broken.daan"
    broken.write_bytes(path.read_bytes()[:4096] + b"\0" * 4096 * 3)
    for copy, failure in ((tmp_path / "none.daan", "找不到"), (broken, "损坏")):
        with pytest.raises(Trouble, match=failure):
            care.restore(copy, path, builders.PASSWORD)
    with pytest.raises(Rejected, match="密码"):
        care.restore(path, tmp_path / "other.daan", "别的密码")
    again = workspaces.unlock(path, builders.PASSWORD, builders.at())
    assert ledgers.totals(again.office, Question("enterprises")).count == 1
    again.close()


def test_that_the_first_opening_of_a_day_makes_a_copy_and_old_ones_go(office: Office) -> None:
    assert care.daily(office) is not None
    assert care.daily(office) is None
    for number in range(NEWEST + 2):
        care.automatic(office, f"导入前{number:02d}")
    assert len(care.copies(office)) == NEWEST


def test_that_attachments_live_in_the_workspace_and_their_damage_is_found(office: Office, tmp_path: Path) -> None:
    one = builders.enterprise(office)
    photo = tmp_path / "现场.jpg"
    photo.write_bytes(b"\xff\xd8 a picture")
    attachments.attach(office, "enterprises", one, [photo])
    (row,) = attachments.of(office, one)
    photo.unlink()
    assert attachments.contents(office, row.id) == ("现场.jpg", b"\xff\xd8 a picture")
    again = [attachments.save_to(office, row.id, tmp_path).name for _ in range(2)]
    assert again == ["现场.jpg", "现场（2）.jpg"]
    with office.database.writing() as connection:
        connection.execute(text("UPDATE blobs SET data = x'00'"))
    assert any("附件内容损坏" in problem for problem in care.check(office).problems)
