"""A backup comes back while the window is open: all of it, or one record with its parts and files."""

from __future__ import annotations

from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import attachments, care, guarding, issues, ledgers, records, restoring, undo
from daan_desk.services.ledgers import Question
from daan_desk.services.workspaces import Workplace
from daan_desk.store import backup
from tests import builders
from tests.builders import PASSWORD


def names(place: Workplace) -> list[object]:
    rows = ledgers.rows(place.office, "enterprises", ledgers.ids(place.office, Question("enterprises")))
    return sorted(str(row["name"]) for row in rows)


def test_that_everything_comes_back_in_the_open_workspace_and_work_goes_on(place: Workplace) -> None:
    builders.enterprise(place.office, "自贡一号有限公司")
    copy, replica = care.automatic(place.office, "每日"), place.office.database.replica
    builders.enterprise(place.office, "自贡二号有限公司")
    aside = restoring.restore_here(place, copy)
    assert names(place) == ["自贡一号有限公司"]
    assert place.office.database.replica != replica
    builders.enterprise(place.office, "自贡三号有限公司")
    assert care.check(place.office).problems == ()
    assert aside is not None
    assert aside.exists()
    assert list(aside.parent.glob("*.unfinished*")) == []


def test_that_a_copy_of_an_earlier_password_asks_for_it(place: Workplace) -> None:
    builders.enterprise(place.office)
    copy = care.automatic(place.office, "每日")
    guarding.change_password(place, PASSWORD, "另一个密码2027")
    with pytest.raises(Rejected, match="另一个密码"):
        restoring.restore_here(place, copy)
    restoring.restore_here(place, copy, PASSWORD)
    assert guarding.right(place.office, PASSWORD)
    assert names(place) == ["自贡天工机械有限公司"]


@pytest.mark.parametrize("cut", [0, 4096, 9000])
def test_that_a_truncated_backup_is_refused_and_the_workspace_stays(place: Workplace, cut: int) -> None:
    builders.enterprise(place.office)
    copy = care.automatic(place.office, "每日")
    copy.write_bytes(copy.read_bytes()[:cut])
    with pytest.raises(Trouble):
        restoring.restore_here(place, copy)
    assert names(place) == ["自贡天工机械有限公司"]
    builders.enterprise(place.office, "自贡后来有限公司")
    assert care.check(place.office).problems == ()


def test_that_one_record_comes_back_as_the_backup_has_it(place: Workplace) -> None:
    one = builders.enterprise(place.office, products="阀门", employees=20)
    builders.enterprise(place.office, "自贡旁边有限公司", products="泵")
    copy = care.automatic(place.office, "每日")
    records.change(place.office, "enterprises", one, {"products": "改错了"})
    (found,) = restoring.older(place, copy, "enterprises")
    assert (found.id, found.differences, found.gone) == (one, (("主要产品", "阀门", "改错了"),), False)
    changes = restoring.restore_record(place, copy, "enterprises", one)
    assert ledgers.row(place.office, "enterprises", one)["products"] == "阀门"
    assert restoring.older(place, copy, "enterprises") == ()
    with pytest.raises(Rejected, match="不用恢复"):
        restoring.restore_record(place, copy, "enterprises", one)
    undo.undo(place.office, changes.act)
    assert ledgers.row(place.office, "enterprises", one)["products"] == "改错了"


def test_that_a_deleted_issue_comes_back_with_its_steps_and_files(place: Workplace, tmp_path: Path) -> None:
    one = builders.issue(place.office, builders.enterprise(place.office))
    issues.move(place.office, one, "交办", {"lead_department": "区交通局"})
    photo = tmp_path / "路.txt"
    photo.write_text("破损的路", encoding="utf-8")
    attachments.attach(place.office, "issues", one, [photo])
    copy = care.automatic(place.office, "每日")
    records.remove(place.office, "issues", [one])
    (found,) = restoring.older(place, copy, "issues")
    assert found.gone
    restoring.restore_record(place, copy, "issues", one)
    assert ledgers.row(place.office, "issues", one)["state"] == "已交办"
    assert len(issues.life(place.office, one)) == 1
    assert [file["name"] for file in attachments.of(place.office, one)] == ["路.txt"]
    assert care.check(place.office).problems == ()


def test_that_an_automatic_copy_that_is_not_sound_is_not_kept(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = backup._copy_pages

    def spoiled(database: object, to: Path) -> int:
        entries = real(database, to)  # type: ignore[arg-type]
        raw = bytearray(to.read_bytes())
        raw[5 * 4096 + 200] ^= 1
        to.write_bytes(raw)
        return entries

    monkeypatch.setattr(backup, "_copy_pages", spoiled)
    with pytest.raises(Trouble, match="没有通过核对"):
        care.automatic(place.office, "每日")
    assert care.copies(place.office) == ()


def test_that_what_a_killed_restore_left_is_not_played_into_the_next_one(place: Workplace) -> None:
    builders.enterprise(place.office, "自贡一号有限公司")
    copy = care.automatic(place.office, "每日")
    builders.enterprise(place.office, "自贡二号有限公司")
    path = place.office.database.path
    for ending in (".unfinished", ".reading"):
        left = path.with_name(path.name + ending)
        left.write_bytes(path.read_bytes())
        left.with_name(left.name + "-wal").write_bytes(path.with_name(path.name + "-wal").read_bytes())
    assert [one.gone for one in restoring.older(place, copy, "enterprises")] == []
    restoring.restore_here(place, copy)
    assert names(place) == ["自贡一号有限公司"]
    assert care.check(place.office).problems == ()
