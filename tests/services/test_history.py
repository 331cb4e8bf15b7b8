"""The history is narrowed down by officer and by whole days."""

from __future__ import annotations

from datetime import timedelta

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.services import history, records, undo
from daan_desk.services.office import Office
from tests import builders


def test_that_a_day_is_meant_from_its_first_minute_to_its_last(office: Office) -> None:
    act = records.add(office, "enterprises", {"name": "甲公司"}).act
    line = undo.acts(office, 1)[0]
    day = line.at.date()
    before, after = str(day - timedelta(days=1)), str(day + timedelta(days=1))

    def found(since: str | None, until: str | None) -> bool:
        return act in [each.id for each in undo.acts(office, None, "", history.narrowed(line.by, since, until))]

    assert found(str(day), str(day))
    assert not found(after, None)
    assert not found(None, before)


def test_that_only_the_acts_of_the_officer_are_found(office: Office) -> None:
    records.add(office, "enterprises", {"name": "甲公司"})
    by = undo.acts(office, 1)[0].by
    assert {each.by for each in undo.acts(office, None, "", history.narrowed(by, None, None))} == {by}
    assert undo.acts(office, None, "", history.narrowed("查无此人", None, None)) == ()


def test_that_days_the_wrong_way_round_are_refused_in_words() -> None:
    with pytest.raises(Rejected, match="请对调"):
        history.narrowed(None, "2026-11-02", "2026-11-01")
    with pytest.raises(Rejected):
        history.narrowed(None, "昨天吧", None)


def test_that_the_table_says_what_was_taken_back(office: Office) -> None:
    one = builders.enterprise(office, employees=300)
    act = records.change(office, "enterprises", one, {"employees": 500}).act
    undo.undo(office, act)
    made = history.table(undo.acts(office, 2))
    assert [column.label for column in made.columns] == ["操作", "时间", "经办人", "状态"]
    assert [row[3] for row in made.rows] == [None, "已撤销"]
