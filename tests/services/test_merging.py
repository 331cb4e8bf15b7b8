"""Laptops meet the office: both sides' work is kept, what cannot be is asked, and everything can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import attachments, care, issues, ledgers, merging, records, settings, undo, workspaces
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from tests import builders
from tests.laptops import carried, contents, hand_over, laptop


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that are quickly derived: how strong they are is proved elsewhere."""
    monkeypatch.setattr("daan_desk.store.keys.COST", 2**8)
    monkeypatch.setattr("daan_desk.exchange.sealing.COST", 14)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Office, Office]]:
    """The office, and a leader's laptop that was set up apart."""
    places = [laptop(tmp_path, who) for who in ("李慧敏", "王建国")]
    yield places[0].office, places[1].office
    for place in places:
        place.close()


def shared(office: Office, other: Office, folder: Path, **values: object) -> str:
    """An enterprise that both have."""
    one = builders.enterprise(office, **values)
    hand_over(office, other, folder)
    return one


def test_that_two_workspaces_set_up_apart_share_towns_and_departments(
    two: tuple[Office, Office], tmp_path: Path
) -> None:
    office, other = two
    before = ledgers.totals(office, Question("towns")).count
    plan = merging.plan(office, carried(other, tmp_path))
    assert plan.new == {"officers": 1}
    assert plan.conflicts == ()
    merging.carry_out(office, plan)
    assert ledgers.totals(office, Question("towns")).count == before
    assert care.check(office).problems == ()


def test_that_the_plan_says_what_the_merge_does_and_changes_nothing(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    one = shared(office, other, tmp_path, employees=300)
    builders.visit(other, one)
    records.change(other, "enterprises", one, {"employees": 320})
    before = contents(office)
    plan = merging.plan(office, carried(other, tmp_path))
    assert (plan.new, plan.newer) == ({"officers": 1, "visits": 1}, {"enterprises": 1})
    assert contents(office) == before
    changes = merging.carry_out(office, plan)
    assert changes.counts == {"officers": 1, "visits": 1, "enterprises": 1}
    assert "合并交换包（来自王建国）" in undo.acts(office)[0].name
    assert contents(office)["visits"] == contents(other)["visits"]
    assert care.check(office).problems == ()


def test_that_a_parcel_merged_twice_is_all_here_already(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    builders.enterprise(other)
    parcel = carried(other, tmp_path)
    merging.carry_out(office, merging.plan(office, parcel))
    acts = len(undo.acts(office))
    plan = merging.plan(office, parcel)
    assert (plan.fresh, plan.already, plan.new) == (0, len(parcel.entries), {})
    again = merging.carry_out(office, plan)
    assert again.counts == {}
    assert "都有了" in again.remarks[0]
    assert len(undo.acts(office)) == acts


def test_that_a_copy_is_made_before_the_merge(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    hand_over(other, office, tmp_path)
    assert [copy.name for copy in care.copies(office) if "合并前" in copy.name]


def test_that_work_on_different_fields_is_kept_by_both(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    one = shared(office, other, tmp_path, employees=300)
    records.change(office, "enterprises", one, {"employees": 310})
    records.change(other, "enterprises", one, {"short_name": "天工重机"})
    hand_over(other, office, tmp_path)
    row = ledgers.row(office, "enterprises", one)
    assert (row["employees"], row["short_name"]) == (310, "天工重机")
    assert merging.conflicts(office) == ()
    assert ledgers.find(office, "tgzj")[0].id == one


def conflicting(office: Office, other: Office, folder: Path) -> str:
    one = shared(office, other, folder, employees=300)
    records.change(office, "enterprises", one, {"employees": 310})
    records.change(other, "enterprises", one, {"employees": 320})
    hand_over(other, office, folder)
    return one


def test_that_a_true_conflict_is_shown_as_mine_theirs_and_before(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    one = conflicting(office, other, tmp_path)
    (conflict,) = merging.conflicts(office)
    assert (conflict.ledger, conflict.id, conflict.label) == ("enterprises", one, "从业人数")
    assert conflict.text == "自贡天工机械有限公司"
    assert conflict.mine is not None
    assert ("310" in conflict.mine.text, conflict.mine.by) == (True, "李慧敏")
    assert [("320" in side.text, side.by) for side in conflict.theirs] == [(True, "王建国")]
    assert "300" in conflict.before
    assert ledgers.row(office, "enterprises", one)["employees"] in (310, 320)
    assert care.check(office).problems == ()


@pytest.mark.parametrize(("choice", "value"), [("mine", 310), ("theirs", 320), ("typed", 333)])
def test_that_a_choice_settles_the_conflict_on_both_sides(
    two: tuple[Office, Office], tmp_path: Path, choice: str, value: int
) -> None:
    office, other = two
    one = conflicting(office, other, tmp_path)
    (conflict,) = merging.conflicts(office)
    chosen = {"mine": conflict.mine, "theirs": conflict.theirs[0], "typed": "333人"}[choice]
    changes = merging.decide(office, conflict, chosen)
    assert changes.touch("enterprises")
    assert merging.conflicts(office) == ()
    hand_over(office, other, tmp_path)
    assert merging.conflicts(other) == ()
    for each in (office, other):
        assert ledgers.row(each, "enterprises", one)["employees"] == value
        assert care.check(each).problems == ()
    with pytest.raises(Rejected, match="已经有人处理过"):
        merging.decide(office, conflict, "1")


def test_that_an_ordinary_edit_settles_a_conflict_too(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    one = conflicting(office, other, tmp_path)
    records.change(office, "enterprises", one, {"employees": 340})
    assert merging.conflicts(office) == ()


@pytest.fixture
def deleted(two: tuple[Office, Office], tmp_path: Path) -> tuple[Office, Office, str]:
    """An issue that the laptop deleted with its steps while the office worked on it."""
    office, other = two
    one = builders.issue(office, builders.enterprise(office))
    issues.move(office, one, "交办", {"lead_department": "区交通局"})
    hand_over(office, other, tmp_path)
    records.remove(other, "issues", [one])
    records.change(office, "issues", one, {"title": "厂区门口道路破损严重"})
    hand_over(other, office, tmp_path)
    return office, other, one


def test_that_a_deletion_against_newer_work_is_asked_and_the_record_stays(deleted: tuple[Office, Office, str]) -> None:
    office, _, one = deleted
    (conflict,) = merging.conflicts(office)
    assert conflict.deletion
    assert {side.text.split("（")[0] for side in conflict.sides} == {"删除", "保留"}
    assert ledgers.row(office, "issues", one)["title"] == "厂区门口道路破损严重"


def test_that_keeping_brings_back_what_went_with_the_record(
    deleted: tuple[Office, Office, str], tmp_path: Path
) -> None:
    office, other, one = deleted
    assert issues.life(office, one) == []
    merging.decide(office, merging.conflicts(office)[0], "保留")
    assert merging.conflicts(office) == ()
    assert len(issues.life(office, one)) == 1
    hand_over(office, other, tmp_path)
    assert contents(office)["issues"] == contents(other)["issues"]
    assert contents(office)["steps"] == contents(other)["steps"]


def test_that_deleting_all_the_same_holds_everywhere(deleted: tuple[Office, Office, str], tmp_path: Path) -> None:
    office, other, _ = deleted
    (conflict,) = merging.conflicts(office)
    merging.decide(office, conflict, next(side for side in conflict.sides if side.text == "删除"))
    hand_over(office, other, tmp_path)
    assert contents(office)["issues"] == contents(other)["issues"] == {}
    assert merging.conflicts(office) == merging.conflicts(other) == ()
    with pytest.raises(Rejected, match="已经有人处理过"):
        merging.decide(office, conflict, "随便")


def test_that_the_same_visit_logged_twice_is_proposed_as_one(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    one = shared(office, other, tmp_path)
    mine = builders.visit(office, one, summary="看了车间", staff=80)
    theirs = builders.visit(other, one, companions="王建国", summary="谈了用电", output=90)
    raised = builders.issue(other, one, visit=theirs)
    plan = merging.plan(office, carried(other, tmp_path))
    (pair,) = [pair for pair in plan.twins if pair.ledger == "visits"]
    assert {pair.kept, pair.dropped} == {mine, theirs}
    merging.carry_out(office, plan, together=[pair])
    (row,) = ledgers.rows(office, "visits", [mine, theirs])
    assert {"看了车间", "谈了用电"} == set(str(row["summary"]).split("\n"))
    assert set(str(row["companions"]).split("、")) == {"李慧敏", "王建国"}
    assert (row["staff"], row["output"]) == (80, 90)
    link = ledgers.row(office, "issues", raised)["visit"]
    assert getattr(link, "id", None) == row.id
    assert care.check(office).problems == ()


def test_that_twins_can_be_joined_later_and_again_taken_apart(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    builders.enterprise(office, "自贡甲公司", employees=3)
    builders.enterprise(other, "自贡甲公司", address="某路 1 号")
    plan = merging.plan(office, carried(other, tmp_path))
    merging.carry_out(office, plan)
    assert ledgers.totals(office, Question("enterprises")).count == 2
    act = merging.join(office, plan.twins[0]).act
    (row,) = ledgers.rows(office, "enterprises", ledgers.ids(office, Question("enterprises")))
    assert (row["employees"], row["address"]) == (3, "某路 1 号")
    undo.undo(office, act)
    assert ledgers.totals(office, Question("enterprises")).count == 2


def test_that_a_number_given_twice_is_told_apart_and_both_are_found(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    one = shared(office, other, tmp_path)
    mine, theirs = builders.issue(office, one, title="缺电"), builders.issue(other, one, title="缺工")
    plan = merging.plan(office, carried(other, tmp_path))
    (given,) = plan.renumbered
    assert given.old == "2026-0001"
    assert given.new == "2026-0002"
    merging.carry_out(office, plan)
    numbers = {i: ledgers.row(office, "issues", i)["number"] for i in (mine, theirs)}
    assert set(numbers.values()) == {"2026-0001", "2026-0002"}
    assert {hit.id for hit in ledgers.find(office, "2026-0001", ["issues"])} == {mine, theirs}
    assert [hit.id for hit in ledgers.find(office, "2026-0002", ["issues"])] == [given.id]
    hand_over(office, other, tmp_path)
    assert contents(office)["issues"] == contents(other)["issues"]
    assert merging.conflicts(other) == ()


def test_that_both_sides_tell_numbers_apart_in_the_same_way(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    one = shared(office, other, tmp_path)
    builders.issue(office, one, title="缺电")
    builders.issue(other, one, title="缺工")
    here, there = carried(office, tmp_path), carried(other, tmp_path)
    merging.carry_out(office, merging.plan(office, there))
    merging.carry_out(other, merging.plan(other, here))
    hand_over(office, other, tmp_path)
    hand_over(other, office, tmp_path)
    assert contents(office)["issues"] == contents(other)["issues"]
    assert merging.conflicts(office) == merging.conflicts(other) == ()


def test_that_a_setting_made_on_both_sides_is_one_row(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    for each in two:
        settings.change_setting(each, "saved.views", ["甲"])
    hand_over(other, office, tmp_path)
    assert ledgers.totals(office, Question("settings")).count == 1
    assert merging.conflicts(office) == ()


def test_that_a_setting_taken_back_can_be_made_again(two: tuple[Office, Office]) -> None:
    office, _ = two
    act = settings.change_setting(office, "saved.views", ["甲"]).act
    undo.undo(office, act)
    settings.change_setting(office, "saved.views", ["甲"])
    assert settings.setting(office, "saved.views") == ["甲"]


def test_that_a_merge_is_taken_back_except_where_somebody_worked_since(
    two: tuple[Office, Office], tmp_path: Path
) -> None:
    office, other = two
    one = shared(office, other, tmp_path, employees=300)
    records.change(other, "enterprises", one, {"employees": 320})
    left, touched = builders.enterprise(other, "自贡乙公司"), builders.enterprise(other, "自贡丙公司")
    act = hand_over(other, office, tmp_path).act
    records.change(office, "enterprises", touched, {"employees": 5})
    plan = undo.plan(office, act)
    assert [(kept.text, kept.why) for kept in plan.kept] == [("自贡丙公司", "之后又改过")]
    undo.undo(office, act)
    assert ledgers.row(office, "enterprises", one)["employees"] == 300
    assert ledgers.row(office, "enterprises", touched)["employees"] == 5
    with pytest.raises(Rejected):
        ledgers.row(office, "enterprises", left)
    assert care.check(office).problems == ()


def test_that_taking_a_merge_back_can_be_taken_back(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    builders.enterprise(other, "自贡乙公司")
    builders.enterprise(other, "自贡丙公司")
    act = hand_over(other, office, tmp_path).act
    before = contents(office)
    back = undo.undo(office, act).act
    assert contents(office)["enterprises"] == {}
    undo.undo(office, back)
    assert contents(office) == before


def test_that_only_what_the_other_lacks_is_packed_for_a_peer(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    hand_over(other, office, tmp_path)
    one = builders.enterprise(office)
    parcel = carried(office, tmp_path, peer="王建国")
    assert len(parcel.entries) < 8 < len(carried(office, tmp_path).entries)
    merging.carry_out(other, merging.plan(other, parcel))
    assert ledgers.row(other, "enterprises", one)["name"] == "自贡天工机械有限公司"
    assert [peer.by for peer in merging.peers(other)] == ["李慧敏"]
    with pytest.raises(Rejected, match="没有从“赵六”合并过"):
        merging.pack(office, peer="赵六")


def test_that_a_part_whose_beginning_is_missing_is_refused_until_the_whole_comes(tmp_path: Path) -> None:
    monday, tuesday = builders.MONDAY, builders.MONDAY.replace(day=24)
    now = [monday]
    giver, taker = laptop(tmp_path, "王建国", lambda: now[0]), laptop(tmp_path, "李慧敏")
    one = builders.enterprise(giver.office)
    now[0] = tuesday
    records.change(giver.office, "enterprises", one, {"employees": 9})
    part = carried(giver.office, tmp_path, since=tuesday.date())
    assert 0 < len(part.entries) < 4
    assert part.origin.since == "2026-11-24 起"
    with pytest.raises(Rejected, match="只带了一部分"):
        merging.plan(taker.office, part)
    hand_over(giver.office, taker.office, tmp_path)
    assert merging.plan(taker.office, part).empty
    giver.close()
    taker.close()


def test_that_another_districts_parcel_is_refused(two: tuple[Office, Office], tmp_path: Path) -> None:
    from dataclasses import replace

    office, other = two
    parcel = carried(other, tmp_path)
    with pytest.raises(Rejected, match="另一个区"):
        merging.plan(office, replace(parcel, origin=replace(parcel.origin, region="510302")))


def test_that_a_clock_years_ahead_is_told_and_not_followed(tmp_path: Path) -> None:
    ahead = laptop(tmp_path, "王建国", builders.at(builders.MONDAY.replace(year=2031)))
    office = laptop(tmp_path, "李慧敏")
    one = builders.enterprise(ahead.office, employees=1)
    plan = merging.plan(office.office, carried(ahead.office, tmp_path))
    assert any("时钟快了" in remark for remark in plan.remarks)
    merging.carry_out(office.office, plan)
    records.change(office.office, "enterprises", one, {"employees": 2})
    assert ledgers.row(office.office, "enterprises", one).changed_at.year == 2026
    hand_over(office.office, ahead.office, tmp_path)
    assert ledgers.row(ahead.office, "enterprises", one)["employees"] == 2
    for place in (ahead, office):
        assert care.check(place.office).problems == ()
        place.close()


def test_that_two_copies_of_one_file_that_both_went_on_keep_all_their_work(tmp_path: Path) -> None:
    first = laptop(tmp_path, "李慧敏")
    builders.enterprise(first.office, "自贡甲公司")
    first.close()
    copy = copyfile(tmp_path / "李慧敏.daan", tmp_path / "copy.daan")
    places = [workspaces.unlock(file, builders.PASSWORD, builders.at()) for file in (tmp_path / "李慧敏.daan", copy)]
    one, two = (place.office for place in places)
    builders.enterprise(one, "自贡乙公司")
    builders.enterprise(two, "自贡丙公司")
    name = one.database.replica
    assert two.database.replica == name
    plan = merging.plan(one, carried(two, tmp_path))
    assert any("两个副本" in remark for remark in plan.remarks)
    merging.carry_out(one, plan)
    assert one.database.replica != name
    builders.enterprise(one, "自贡丁公司")
    hand_over(one, two, tmp_path)
    hand_over(two, one, tmp_path)
    assert len(contents(one)["enterprises"]) == 4
    assert contents(one) == contents(two)
    for place in places:
        assert care.check(place.office).problems == ()
        place.close()


def test_that_attachments_travel_and_what_did_not_come_is_not_taken_for_lost(
    two: tuple[Office, Office], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, other = two
    one = builders.enterprise(other)
    small, large = tmp_path / "现场.jpg", tmp_path / "录像.mp4"
    small.write_bytes(b"small")
    large.write_bytes(b"x" * 5000)
    attachments.attach(other, "enterprises", one, [small, large])
    monkeypatch.setattr("daan_desk.services.parcels.MOST_BYTES", 1000)
    parcel = carried(other, tmp_path)
    assert parcel.left_out == ("录像.mp4",)
    merging.carry_out(office, merging.plan(office, parcel))
    files = {row["name"]: row.id for row in attachments.of(office, one)}
    assert attachments.contents(office, files["现场.jpg"]) == ("现场.jpg", b"small")
    with pytest.raises(Trouble, match="不在这份工作区"):
        attachments.contents(office, files["录像.mp4"])
    assert care.check(office).problems == ()
    monkeypatch.undo()
    hand_over(other, office, tmp_path)
    assert attachments.contents(office, files["录像.mp4"])[1] == b"x" * 5000
    assert care.check(office).problems == ()
