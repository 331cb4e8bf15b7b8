"""The backups as an officer sees them: when, why, how large, provable, and carried to a second place."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import care, copies, guarding, records, restore_plans
from daan_desk.services.workspaces import Workplace
from daan_desk.store import backup
from tests import builders
from tests.builders import MONDAY, PASSWORD

NEW = "盐都灯会2027"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "U盘"
    folder.mkdir()
    return folder


def test_that_the_list_says_when_why_how_large_and_by_which_password(place: Workplace) -> None:
    care.daily(place.office)
    guarding.change_password(place, PASSWORD, NEW)
    told = {one.why: one for one in copies.listed(place.office)}
    assert {why: one.ours for why, one in told.items()} == {"改密码后": True, "每日": False}
    before = told["每日"]
    assert before.made.replace(tzinfo=None) == MONDAY.replace(tzinfo=None)
    assert before.bytes == before.file.stat().st_size > 0
    assert {one.place for one in told.values()} == {copies.HERE}


def test_that_the_newest_copy_is_carried_to_the_second_place_once(place: Workplace, stick: Path) -> None:
    copies.set_second(place.office, stick)
    made = copies.now(place.office)
    assert made is not None
    (there,) = stick.rglob("*.daan")
    assert there.read_bytes() == made.read_bytes()
    assert copies.carry(place.office) is None
    assert [one.place for one in copies.listed(place.office)] == [copies.HERE, copies.THERE]
    copies.set_second(place.office, None)
    assert copies.second(place.office) is None
    assert there.exists()


def test_that_a_stick_that_is_not_there_is_told_and_the_first_copy_stands(place: Workplace, stick: Path) -> None:
    copies.set_second(place.office, stick)
    stick.rmdir()
    with pytest.raises(Trouble, match="插好U盘"):
        copies.now(place.office)
    assert len(care.copies(place.office)) == 1
    assert [one.place for one in copies.listed(place.office)] == [copies.HERE]
    stick.mkdir()
    assert copies.carry(place.office) is not None


def test_that_a_full_stick_leaves_no_half_copy(place: Workplace, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copies.set_second(place.office, stick)

    def full(_source: Path, to: Path) -> None:
        to.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copies.shutil, "copyfile", full)
    with pytest.raises(Trouble, match="没有写成"):
        copies.now(place.office)
    assert list(stick.rglob("*.*")) == []


def test_that_a_stick_that_changes_bytes_is_found_out(
    place: Workplace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies.set_second(place.office, stick)

    def lying(source: Path, to: Path) -> None:
        to.write_bytes(source.read_bytes()[:-1] + b"?")

    monkeypatch.setattr(copies.shutil, "copyfile", lying)
    with pytest.raises(Trouble, match="没有通过核对"):
        copies.now(place.office)
    assert list(stick.rglob("*.*")) == []


def test_that_a_second_place_must_be_there_and_be_another_one(place: Workplace, stick: Path) -> None:
    care.daily(place.office)
    for folder, told in ((stick / "没有", "找不到"), (care.folder_of(place.office.database.path), "已经是")):
        with pytest.raises(Rejected, match=told):
            copies.set_second(place.office, folder)


def test_that_a_copy_is_proved_page_by_page_and_word_by_word(place: Workplace) -> None:
    builders.enterprise(place.office)
    made = copies.now(place.office)
    assert made is not None
    assert copies.verified(place, made).problems == ()
    raw = bytearray(made.read_bytes())
    raw[-4096 + 200] ^= 1
    made.write_bytes(raw)
    try:
        problems = copies.verified(place, made).problems
    except Trouble as damaged:
        problems = (damaged.sentence,)
    assert problems


def test_that_what_a_restore_would_change_is_told_before_and_nothing_is_touched(place: Workplace) -> None:
    builders.enterprise(place.office, "自贡一号有限公司")
    made = copies.now(place.office)
    assert made is not None
    builders.enterprise(place.office, "自贡二号有限公司")
    one = builders.enterprise(place.office, "自贡三号有限公司")
    records.remove(place.office, "enterprises", [one])
    found = restore_plans.plan(place, made)
    assert found.differing == (("企业名录", 1, 2),)
    assert found.steps == 3
    assert "自贡三号有限公司" in found.newest[0]
    assert list(made.parent.parent.glob("*.reading*")) == []


def test_that_a_copy_from_before_an_upgrade_is_listed(place: Workplace) -> None:
    path = place.office.database.path
    backup.copy(place.office.database, path.with_name(f"{path.name}.before-v99.backup"))
    (one,) = copies.listed(place.office)
    assert (one.why, one.ours) == ("升级前", True)
    assert one.made - MONDAY > timedelta(0)
