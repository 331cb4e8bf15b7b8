"""The office's settings reach its laptops in one file, in one act that can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.domain.questions import Question
from daan_desk.exchange.setting_files import read_settings, write_settings
from daan_desk.services import ledgers, records, setting_files, settings, undo
from daan_desk.services.office import Office
from tests import builders

PARKS = Question("parks")


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Office]:
    folder = tmp_path / "laptop"
    folder.mkdir()
    place = builders.workplace(folder)
    yield place.office
    place.close()


def test_that_a_laptop_reckons_as_the_office_does_and_can_go_back(
    office: Office, laptop: Office, tmp_path: Path
) -> None:
    shipped = len(ledgers.ids(laptop, PARKS))
    settings.change_setting(office, "yellow_days", 4)
    settings.change_setting(laptop, "callback_days", 9)
    records.add(office, "parks", {"name": "甲园区", "town": "大山铺镇", "area": "1200"})
    file = tmp_path / "设置.json"
    write_settings(setting_files.carried(office), file)
    found = setting_files.plan(laptop, read_settings(file))
    assert {one.setting.key for one in found.changes} == {"yellow_days", "callback_days"}
    changes = setting_files.carry_out(laptop, found)
    assert setting_files.carried(laptop) == setting_files.carried(office)
    assert ledgers.ids(laptop, PARKS) == ledgers.ids(office, PARKS)
    again = setting_files.plan(laptop, read_settings(file))
    assert not again.changes
    with pytest.raises(Rejected, match="完全相同"):
        setting_files.carry_out(laptop, again)
    undo.undo(laptop, changes.act)
    assert settings.setting(laptop, "callback_days") == 9
    assert settings.setting(laptop, "yellow_days") == 2
    assert len(ledgers.ids(laptop, PARKS)) == shipped


def test_that_a_park_that_was_given_up_here_comes_back_as_the_same_one(office: Office, laptop: Office) -> None:
    records.add(office, "parks", {"name": "甲园区"})
    file = setting_files.carried(office)
    setting_files.carry_out(laptop, setting_files.plan(laptop, file))
    records.remove(laptop, "parks", ledgers.ids(laptop, PARKS))
    assert ledgers.ids(laptop, PARKS) == ()
    setting_files.carry_out(laptop, setting_files.plan(laptop, file))
    assert ledgers.ids(laptop, PARKS) == ledgers.ids(office, PARKS)


def test_that_a_park_without_a_key_or_with_a_town_that_is_none_is_judged_like_a_typed_one(office: Office) -> None:
    shipped = len(ledgers.ids(office, PARKS))
    park = {"id": "not a key", "name": "乙园区", "town": "", "area": "", "focus": "", "manager": ""}
    empty = replace(setting_files.carried(office), values={}, parks=(park,))
    setting_files.carry_out(office, setting_files.plan(office, empty))
    assert len(ledgers.ids(office, PARKS)) == shipped + 1
    nowhere = replace(empty, parks=({**park, "name": "丙园区", "town": "没有的镇"},))
    with pytest.raises(Rejected):
        setting_files.carry_out(office, setting_files.plan(office, nowhere))
    assert len(ledgers.ids(office, PARKS)) == shipped + 1


def test_that_a_file_that_is_gone_or_no_text_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="读不了设置文件"):
        read_settings(tmp_path / "没有.json")
    wrong = tmp_path / "图.json"
    wrong.write_bytes(b"\x89PNG\xff\xfe")
    with pytest.raises(Rejected, match="不是设置文件"):
        read_settings(wrong)
