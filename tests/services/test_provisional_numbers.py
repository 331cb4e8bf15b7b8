"""Issues of a laptop carry a number that says that it is provisional, until the office gives the final one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.services import care, issues, laptops, ledgers, merging, provisional, records, undo
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Workplace
from tests import builders
from tests.laptops import carried, hand_over, laptop

FIRST = "临2026-王建国-001"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daan_desk.store.keys.COST", 2**8)
    monkeypatch.setattr("daan_desk.exchange.sealing.COST", 14)
    monkeypatch.setattr("daan_desk.services.care.automatic", lambda office, reason: None)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    place = laptop(tmp_path, "李慧敏")
    builders.officer(place.office)
    yield place.office
    assert care.check(place.office).problems == ()
    place.close()


def assigned(office: Office, name: str = "自贡天工机械有限公司") -> str:
    one = builders.enterprise(office, name)
    records.add(office, "assignments", {"officer": "王建国", "enterprise": one, "role": "县级领导"})
    return one


def leaders(office: Office, folder: Path, name: str = "laptop") -> Workplace:
    """A leader's laptop, fresh from the office's parcel."""
    parcel = carried(office, folder, officer="王建国")
    return laptops.made(folder / f"{name}.daan", builders.PASSWORD, parcel, builders.at())


@pytest.fixture
def leader(office: Office, tmp_path: Path) -> Iterator[Office]:
    assigned(office)
    place = leaders(office, tmp_path)
    yield place.office
    assert care.check(place.office).problems == ()
    place.close()


def number(office: Office, issue: str) -> str:
    return str(ledgers.row(office, "issues", issue)["number"])


def mine(office: Office) -> str:
    with office.reading() as reader:
        return str(reader.where("enterprises")[0]["id"])


def for_leader(office: Office, leader: Office, folder: Path) -> None:
    merging.carry_out(leader, merging.plan(leader, carried(office, folder, officer="王建国")))


def test_that_a_workspace_that_was_never_a_laptop_gives_final_numbers(office: Office) -> None:
    assert number(office, builders.issue(office, builders.enterprise(office))) == "2026-0001"
    found = provisional.station(office)
    assert (found.laptop, found.said, found.beginning, found.waiting) == (False, False, "2026-", 0)


def test_that_a_fresh_laptop_belongs_to_its_officer_and_says_that_its_numbers_are_provisional(leader: Office) -> None:
    assert (leader.officer.name, leader.officer.role) == ("王建国", "县级领导")
    one = builders.issue(leader, mine(leader))
    assert number(leader, one) == FIRST
    assert number(leader, builders.issue(leader, mine(leader), title="缺工")) == "临2026-王建国-002"
    assert provisional.station(leader).waiting == 2


def test_that_the_office_gives_the_final_number_and_both_find_the_issue_by_either(
    office: Office, leader: Office, tmp_path: Path
) -> None:
    builders.issue(office, mine(office), title="缺电")
    one = builders.issue(leader, mine(leader), title="缺工")
    plan = merging.plan(office, carried(leader, tmp_path))
    assert [(each.old, each.new) for each in plan.renumbered] == [(FIRST, "2026-0002")]
    assert any("临时编号" in remark and "2026-0002" in remark for remark in plan.remarks)
    merging.carry_out(office, plan)
    for_leader(office, leader, tmp_path)
    for each in (office, leader):
        assert number(each, one) == "2026-0002"
        for word in (FIRST, "2026-0002"):
            assert [hit.id for hit in ledgers.find(each, word, ["issues"])] == [one]
            with each.reading() as reader:
                assert issues.identified(reader, word) == one
    assert number(leader, builders.issue(leader, mine(leader), title="缺水")) == "临2026-王建国-002"


def test_that_a_laptop_that_does_not_know_the_final_number_yet_works_on_under_its_own(
    office: Office, leader: Office, tmp_path: Path
) -> None:
    one = builders.issue(leader, mine(leader))
    hand_over(leader, office, tmp_path)
    issues.move(leader, FIRST, "交办", {"lead_department": "区交通局"})
    hand_over(leader, office, tmp_path)
    row = ledgers.row(office, "issues", one)
    assert (row["number"], row["state"]) == ("2026-0001", "已交办")
    assert merging.conflicts(office) == ()


def test_that_two_laptops_with_one_name_are_told_apart_by_the_office(office: Office, tmp_path: Path) -> None:
    one = assigned(office)
    first, second = leaders(office, tmp_path, "甲"), leaders(office, tmp_path, "乙")
    made = [builders.issue(place.office, one, title=title) for place, title in ((first, "缺电"), (second, "缺工"))]
    for place in (first, second):
        hand_over(place.office, office, tmp_path)
        place.close()
    assert {number(office, each) for each in made} == {"2026-0001", "2026-0002"}
    assert {hit.id for hit in ledgers.find(office, FIRST, ["issues"])} == set(made)


def test_that_a_laptop_never_gives_numbers_of_the_office_when_it_merges(
    office: Office, leader: Office, tmp_path: Path
) -> None:
    one = builders.issue(leader, mine(leader))
    builders.issue(office, mine(office), title="缺电")
    for_leader(office, leader, tmp_path)
    assert number(leader, one) == FIRST


def test_that_a_number_taken_back_with_its_merge_is_not_given_again(
    office: Office, leader: Office, tmp_path: Path
) -> None:
    builders.issue(leader, mine(leader))
    act = hand_over(leader, office, tmp_path).act
    undo.undo(office, act)
    assert number(office, builders.issue(office, mine(office), title="缺电")) == "2026-0002"


def test_that_a_parcel_for_one_officer_makes_a_laptop_of_a_workspace_unless_it_was_said_to_be_the_offices(
    office: Office, tmp_path: Path
) -> None:
    assigned(office)
    other, said = laptop(tmp_path, "王建国"), laptop(tmp_path, "周敏")
    provisional.settle(said.office, laptop=False)
    for place, expected in ((other, True), (said, False)):
        plan = merging.plan(place.office, carried(office, tmp_path, officer="王建国"))
        assert any("临时编号" in remark for remark in plan.remarks) == expected
        assert not provisional.station(place.office).laptop
        merging.carry_out(place.office, plan)
        assert provisional.station(place.office).laptop == expected
        place.close()


def test_that_a_laptop_that_becomes_the_office_numbers_all_that_waits(leader: Office) -> None:
    one = builders.issue(leader, mine(leader))
    changes = provisional.settle(leader, laptop=False)
    assert number(leader, one) == "2026-0001"
    assert any(FIRST in remark for remark in changes.remarks)


def test_that_a_parcel_for_anybody_makes_no_laptop_and_leaves_no_file(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Rejected, match="不是打给某位干部的"):
        laptops.made(tmp_path / "x.daan", builders.PASSWORD, carried(office, tmp_path), builders.at())
    assert not (tmp_path / "x.daan").exists()


def test_that_odd_numbers_of_a_roster_do_not_disturb_the_count(office: Office) -> None:
    one = builders.enterprise(office)
    for given in ("2026-补3", "2026-9999", "2026-00000000000000001"):
        builders.issue(office, one, number=given, title=given)
    assert number(office, builders.issue(office, one)) == "2026-10000"
    assert number(office, builders.issue(office, one, title="缺电")) == "2026-10001"
