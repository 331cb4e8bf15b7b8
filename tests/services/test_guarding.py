"""The password: changed without losing a word, and guessing gets slow whatever program is started anew."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import care, guarding, ledgers, records, restoring, salvage, workspaces
from daan_desk.services.ledgers import Question
from daan_desk.services.workspaces import Workplace
from daan_desk.store import rekeying
from tests import builders
from tests.builders import MONDAY, PASSWORD

NEW = "盐都灯会2027"


def enterprises(place: Workplace) -> int:
    return ledgers.totals(place.office, Question("enterprises")).count


def test_that_a_new_password_opens_and_the_old_one_and_the_old_sheet_no_longer(place: Workplace) -> None:
    builders.enterprise(place.office)
    old_words, path = place.recovery, place.office.database.path
    words = guarding.change_password(place, PASSWORD, NEW)
    builders.enterprise(place.office, "自贡后来有限公司")
    assert place.recovery == words
    place.close()
    with pytest.raises(Rejected, match="密码不对"):
        workspaces.unlock(path, PASSWORD, builders.at())
    with pytest.raises(Trouble, match="不属于这个工作区"):
        workspaces.unlock(path, old_words, builders.at(), recovery=True)
    for secret, recovery in ((NEW, False), (words, True)):
        again = workspaces.unlock(path, secret, builders.at(), recovery=recovery)
        assert enterprises(again) == 2
        assert care.check(again.office).problems == ()
        again.close()


def test_that_a_wrong_old_password_or_a_short_new_one_changes_nothing(place: Workplace) -> None:
    before = place.office.database.path.read_bytes()[:16]
    for old, new, where in (("falsch", NEW, "password"), (PASSWORD, "kurz", "new")):
        with pytest.raises(Rejected) as refused:
            guarding.change_password(place, old, new)
        assert list(refused.value.problems) == [where]
    assert place.office.database.path.read_bytes()[:16] == before
    assert guarding.right(place.office, PASSWORD)
    assert not guarding.right(place.office, NEW)


def test_that_a_change_of_password_that_fails_leaves_the_old_one_and_goes_on(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_unfinished: Path, _to: Path) -> None:
        raise OSError

    monkeypatch.setattr(rekeying, "take_over", full)
    with pytest.raises(Trouble, match="仍用原来的密码"):
        guarding.change_password(place, PASSWORD, NEW)
    builders.enterprise(place.office)
    assert guarding.right(place.office, PASSWORD)
    assert list(place.office.database.path.parent.glob("*.unfinished*")) == []


def test_that_copies_of_the_old_password_are_named_and_forgotten_when_asked(place: Workplace) -> None:
    old = care.automatic(place.office, "每日")
    guarding.change_password(place, PASSWORD, NEW)
    assert guarding.older_copies(place.office) == (old,)
    assert guarding.forget_older_copies(place.office) == 1
    (kept,) = care.copies(place.office)
    workspaces.unlock(kept, NEW, builders.at()).close()


def test_that_the_wait_after_wrong_passwords_survives_a_new_start(place: Workplace) -> None:
    path, clock = place.office.database.path, builders.at()
    place.close()
    for wait in (0, 0, 2, 4):
        with pytest.raises(Rejected):
            workspaces.unlock(path, "guess", clock)
        assert workspaces.waiting(path, clock) == wait
    assert workspaces.waiting(path, builders.at(MONDAY + timedelta(seconds=3))) == 1
    assert workspaces.waiting(path, builders.at(MONDAY + timedelta(seconds=4))) == 0
    assert workspaces.waiting(path, builders.at(MONDAY - timedelta(days=400))) == 4
    workspaces.unlock(path, PASSWORD, clock).close()
    assert workspaces.waiting(path, clock) == 0


def test_that_nothing_of_the_contents_stands_in_the_file_or_beside_it(place: Workplace) -> None:
    records.add(
        place.office, "enterprises", {"name": "华夏阀门", "private_note": "欠薪纠纷", "contact_phone": "13800138000"}
    )
    guarding.change_password(place, PASSWORD, NEW)
    folder = place.office.database.path.parent
    place.close()
    for file in folder.rglob("*"):
        raw = file.read_bytes() if file.is_file() else b""
        for word in ("华夏阀门", "欠薪纠纷", "13800138000", NEW):
            assert word.encode() not in raw
            assert word.encode("utf-16-le") not in raw


def test_that_a_locked_window_counts_wrong_passwords_with_the_door(place: Workplace) -> None:
    for _ in range(3):
        assert not guarding.admits(place.office, NEW)
    assert guarding.waiting(place.office) == 2
    assert guarding.admits(place.office, PASSWORD)
    assert guarding.waiting(place.office) == 0


def test_that_wrong_passwords_in_the_box_that_changes_it_count_like_those_at_the_door(place: Workplace) -> None:
    for _ in range(3):
        with pytest.raises(Rejected, match="密码不对"):
            guarding.change_password(place, "guess", NEW)
    assert guarding.waiting(place.office) == 2
    with pytest.raises(Rejected, match="请等 2 秒"):
        guarding.change_password(place, PASSWORD, NEW)
    assert guarding.right(place.office, PASSWORD)


def test_that_wrong_passwords_of_restoring_and_saving_count_too(place: Workplace) -> None:
    path, clock = place.office.database.path, builders.at()
    copy = care.automatic(place.office, "每日")
    assert copy is not None
    place.close()
    for _ in range(2):
        with pytest.raises(Rejected):
            restoring.restore(copy, path, "guess", clock)
    with pytest.raises(Rejected):
        salvage.salvage(path, salvage.beside(path), "guess", clock)
    assert workspaces.waiting(path, clock) == 2
