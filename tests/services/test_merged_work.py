"""What somebody deleted or took back on one copy never takes away what others went on working with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from daan_desk.services import care, issues, ledgers, merging, records, undo
from daan_desk.services.office import Office
from tests import builders
from tests.laptops import carried, contents, hand_over, laptop


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daan_desk.store.keys.COST", 2**8)
    monkeypatch.setattr("daan_desk.exchange.sealing.COST", 14)
    monkeypatch.setattr("daan_desk.services.care.automatic", lambda office, reason: None)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Office, Office]]:
    places = [laptop(tmp_path, who) for who in ("李慧敏", "王建国")]
    yield places[0].office, places[1].office
    for place in places:
        assert care.check(place.office).problems == ()
        place.close()


def exchanged(two: tuple[Office, Office], folder: Path) -> None:
    for giver, taker in (two[::-1], two, two[::-1]):
        hand_over(giver, taker, folder)


def test_that_an_enterprise_deleted_here_and_visited_there_stays_and_that_is_said(
    two: tuple[Office, Office], tmp_path: Path
) -> None:
    office, other = two
    one = builders.enterprise(office)
    hand_over(office, other, tmp_path)
    records.remove(office, "enterprises", [one])
    visit = builders.visit(other, one)
    plan = merging.plan(office, carried(other, tmp_path))
    assert any("有人删除了" in remark and "走访" in remark for remark in plan.remarks)
    exchanged(two, tmp_path)
    for each in two:
        assert ledgers.row(each, "visits", visit)["enterprise"].id == one  # type: ignore[attr-defined]
    assert contents(office)["enterprises"] == contents(other)["enterprises"]


def test_that_an_issue_deleted_here_and_worked_on_there_comes_back_with_its_steps(
    two: tuple[Office, Office], tmp_path: Path
) -> None:
    office, other = two
    one = builders.issue(office, builders.enterprise(office))
    issues.move(office, one, "交办", {"lead_department": "区交通局"})
    issues.move(office, one, "开始办理")
    hand_over(office, other, tmp_path)
    records.remove(office, "issues", [one])
    issues.move(other, one, "进展", {"what": "看了现场"})
    exchanged(two, tmp_path)
    for each in two:
        assert [step["what"] for step in issues.life(each, one)][-1] == "看了现场"
        assert len(issues.life(each, one)) == 3


def test_that_a_merge_taken_back_on_a_laptop_takes_nothing_from_the_office(
    two: tuple[Office, Office], tmp_path: Path
) -> None:
    office, other = two
    one = builders.enterprise(office, employees=300)
    hand_over(office, other, tmp_path)
    two_more = [builders.enterprise(office, f"自贡{word}公司") for word in "甲乙"]
    records.change(office, "enterprises", one, {"employees": 320})
    act = hand_over(office, other, tmp_path).act
    before = contents(office)["enterprises"]
    done = undo.undo(other, act)
    assert any("只在这台电脑上有效" in remark for remark in done.remarks)
    assert set(contents(other)["enterprises"]) == {one}
    plan = merging.plan(office, carried(other, tmp_path))
    assert any("这里仍保留原样" in remark for remark in plan.remarks)
    merging.carry_out(office, plan)
    assert contents(office)["enterprises"] == before
    hand_over(office, other, tmp_path)
    assert contents(other)["enterprises"] == before
    assert set(two_more) <= set(before)


def test_that_the_same_parcel_says_that_it_was_taken_back(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    builders.enterprise(other)
    parcel = carried(other, tmp_path)
    act = merging.carry_out(office, merging.plan(office, parcel)).act
    back = undo.undo(office, act).act
    assert any("以前合并过，后来撤销了" in remark for remark in merging.plan(office, parcel).remarks)
    undo.undo(office, back)
    assert len(contents(office)["enterprises"]) == 1


def test_that_a_merge_taken_back_in_the_office_comes_again_with_the_laptops_next_parcel(
    two: tuple[Office, Office], tmp_path: Path
) -> None:
    office, other = two
    kept, changed = builders.enterprise(other), builders.enterprise(other, "自贡乙公司")
    act = hand_over(other, office, tmp_path).act
    undo.undo(office, act)
    assert contents(office)["enterprises"] == {}
    records.change(other, "enterprises", changed, {"employees": 5})
    exchanged(two, tmp_path)
    for each in two:
        assert set(contents(each)["enterprises"]) == {kept, changed}
        assert ledgers.row(each, "enterprises", changed)["employees"] == 5
        assert merging.conflicts(each) == ()
