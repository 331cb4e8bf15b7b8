"""Acts are taken back from the journal, and only where nobody has worked since."""

from __future__ import annotations

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.services import ledgers, records, undo
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from tests import builders


def test_that_a_change_is_taken_back_and_brought_again(office: Office) -> None:
    one = builders.enterprise(office, employees=300)
    act = records.change(office, "enterprises", one, {"employees": 500, "address": "某路"}).act
    back = undo.undo(office, act)
    row = ledgers.row(office, "enterprises", one)
    assert (row["employees"], row["address"]) == (300, None)
    undo.undo(office, back.act)
    assert ledgers.row(office, "enterprises", one)["employees"] == 500


def test_that_an_added_record_vanishes_and_returns(office: Office) -> None:
    changes = records.add(office, "enterprises", {"name": "自贡甲公司"})
    back = undo.undo(office, changes.act)
    assert ledgers.totals(office, Question("enterprises")).count == 0
    undo.undo(office, back.act)
    assert ledgers.find(office, "甲公司")[0].id == changes.first("enterprises")


def test_that_a_deletion_is_taken_back(office: Office) -> None:
    one = builders.enterprise(office)
    undo.undo(office, records.remove(office, "enterprises", [one]).act)
    assert ledgers.row(office, "enterprises", one)["name"] == "自贡天工机械有限公司"


def test_that_an_act_is_taken_back_only_once(office: Office) -> None:
    one = builders.enterprise(office, employees=300)
    act = records.change(office, "enterprises", one, {"employees": 500}).act
    undo.undo(office, act)
    with pytest.raises(Rejected, match="已经撤销过"):
        undo.undo(office, act)


def test_that_later_work_is_kept_and_the_reason_is_told(office: Office) -> None:
    one, two = builders.enterprise(office, "甲公司"), builders.enterprise(office, "乙公司")
    act = records.carry_out(office, records.plan_change(office, "enterprises", [one, two], {"employees": 10})).act
    records.change(office, "enterprises", one, {"employees": 11})
    plan = undo.plan(office, act)
    assert [(kept.text, kept.why) for kept in plan.kept] == [("甲公司", "之后又改过")]
    assert plan.counts == {"enterprises": 1}
    undo.undo(office, act)
    assert ledgers.row(office, "enterprises", one)["employees"] == 11
    assert ledgers.row(office, "enterprises", two)["employees"] is None


def test_that_a_change_of_another_field_does_not_stand_in_the_way(office: Office) -> None:
    one = builders.enterprise(office, employees=300)
    act = records.change(office, "enterprises", one, {"employees": 500}).act
    records.change(office, "enterprises", one, {"address": "某路"})
    undo.undo(office, act)
    row = ledgers.row(office, "enterprises", one)
    assert (row["employees"], row["address"]) == (300, "某路")


def test_that_a_new_record_that_others_use_by_now_is_kept(office: Office) -> None:
    changes = records.add(office, "enterprises", {"name": "甲公司"})
    builders.visit(office, changes.first("enterprises"))
    plan = undo.plan(office, changes.act)
    assert plan.back == {}
    assert "1 条走访记录" in plan.kept[0].why
    with pytest.raises(Rejected, match="不能再撤销"):
        undo.undo(office, changes.act)


def test_that_the_history_names_every_act_its_author_and_what_was_undone(office: Office) -> None:
    act = records.add(office, "enterprises", {"name": "甲公司"}).act
    undo.undo(office, act)
    newest, before = undo.acts(office, limit=2)
    assert (newest.name, newest.by, newest.undoes) == ("撤销“新增企业：甲公司”", "李慧敏", act)
    assert (before.name, before.undone) == ("新增企业：甲公司", True)
