"""A damaged file gives back what its pages still say, with an account of what is missing; backups fill the gaps."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import attachments, care, ledgers, records, salvage, workspaces
from daan_desk.services.ledgers import Question
from tests import builders
from tests.builders import PASSWORD

PAGE = 4096


def filled(folder: Path, many: int = 60, *, backed_up: bool = False, later: str = "") -> Path:
    place = builders.workplace(folder)
    for number in range(many):
        builders.enterprise(place.office, f"自贡{number}号有限公司", notes="长" * (number * 40))
    if backed_up:
        care.automatic(place.office, "每日")
    if later:
        builders.enterprise(place.office, later)
    place.close()
    return place.office.database.path


def names(file: Path) -> set[object]:
    place = workspaces.unlock(file, PASSWORD, builders.at())
    try:
        rows = ledgers.rows(place.office, "enterprises", ledgers.ids(place.office, Question("enterprises")))
        return {row["name"] for row in rows}
    finally:
        place.close()


def damage(path: Path, *pages: int) -> None:
    raw = bytearray(path.read_bytes())
    for page in pages:
        raw[page * PAGE + 300] ^= 0xFF
    path.write_bytes(raw)


def saved(path: Path, to: Path) -> salvage.Salvage:
    return salvage.salvage(path, to, PASSWORD, builders.at())


def test_that_nothing_is_missing_of_a_whole_file(tmp_path: Path) -> None:
    path = filled(tmp_path)
    found = saved(path, tmp_path / "new.daan")
    assert found.whole
    assert (found.damaged_pages, found.lost_changes) == (0, 0)
    assert names(found.file) == names(path)


def test_that_what_damaged_pages_held_is_counted_and_the_rest_is_saved(tmp_path: Path) -> None:
    path = filled(tmp_path)
    every = names(path)
    pages = path.stat().st_size // PAGE
    damage(path, *random.Random(3).sample(range(1, pages), pages // 12))
    found = saved(path, tmp_path / "new.daan")
    assert found.damaged_pages == pages // 12
    assert found.problems == ()
    lost = every - names(found.file)
    assert 0 < len(lost) <= found.lost_changes < 30


def test_that_a_file_without_its_first_page_or_its_end_is_still_read(tmp_path: Path) -> None:
    path = filled(tmp_path)
    damage(path, 0)
    path.write_bytes(path.read_bytes()[:-5000])
    found = saved(path, tmp_path / "new.daan")
    assert len(names(found.file)) > 50


def test_that_backups_fill_the_gaps_and_give_the_key_when_the_head_is_gone(tmp_path: Path) -> None:
    path = filled(tmp_path, backed_up=True, later="自贡后来有限公司")
    every = names(path)
    raw = bytearray(path.read_bytes())
    raw[:16] = b"\0" * 16
    raw[190 * PAGE : 280 * PAGE] = bytes(90 * PAGE)
    path.write_bytes(raw)
    found = saved(path, tmp_path / "new.daan")
    assert found.from_copies > 0
    assert names(found.file) >= every - {"自贡后来有限公司"}


def test_that_attachments_are_saved_and_lost_ones_are_named(tmp_path: Path) -> None:
    place = builders.workplace(tmp_path)
    one = builders.enterprise(place.office)
    for name in ("甲.txt", "乙.txt"):
        file = tmp_path / name
        file.write_bytes(random.Random(name).randbytes(60_000))
        attachments.attach(place.office, "enterprises", one, [file])
    path = place.office.database.path
    place.close()
    assert saved(path, tmp_path / "whole.daan").whole
    raw = path.read_bytes()
    damage(path, len(raw) // PAGE - 1)
    found = saved(path, tmp_path / "new.daan")
    assert found.lost_files == ("乙.txt",)


def test_that_work_goes_on_in_the_salvaged_file_and_no_chain_is_taken_for_broken(tmp_path: Path) -> None:
    path = filled(tmp_path)
    damage(path, *range(100, path.stat().st_size // PAGE, 3))
    found = saved(path, tmp_path / "new.daan")
    again = workspaces.unlock(found.file, PASSWORD, builders.at())
    records.add(again.office, "enterprises", {"name": "自贡后来有限公司"})
    health = care.check(again.office)
    assert health.problems == ()
    assert health.elsewhere > 0
    again.close()


def test_that_wrong_words_and_hopeless_files_are_told(tmp_path: Path) -> None:
    path = filled(tmp_path, 1)
    with pytest.raises(Rejected, match="密码不对"):
        salvage.salvage(path, tmp_path / "new.daan", "falsch", builders.at())
    with pytest.raises(Rejected, match="已经存在"):
        saved(path, path)
    with pytest.raises(Trouble, match="找不到"):
        saved(tmp_path / "none.daan", tmp_path / "new.daan")
    raw = path.read_bytes()
    path.write_bytes(raw[:16] + bytes(len(raw) - 16))
    with pytest.raises(Trouble, match="没有能读出来的内容"):
        saved(path, tmp_path / "new.daan")
    assert not (tmp_path / "new.daan").exists()
