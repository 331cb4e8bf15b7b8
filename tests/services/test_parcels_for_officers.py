"""A leader's laptop holds what concerns the leader's enterprises; what it does not hold is never taken for deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.services import attachments, care, ledgers, merging, records, workspaces
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from tests import builders
from tests.laptops import carried, contents, laptop
from tests.services.services_world import FIRM, OTHER, laid


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daan_desk.store.keys.COST", 2**8)
    monkeypatch.setattr("daan_desk.exchange.sealing.COST", 14)
    monkeypatch.setattr("daan_desk.services.care.automatic", lambda office, reason: None)


@dataclass
class World:
    """An office with records in every ledger, and the laptop of 王建国, who looks after one of two enterprises."""

    office: Office
    laptop: Office
    folder: Path
    mine: str
    other: str

    def for_leader(self) -> None:
        """The office's parcel for the leader, merged on the laptop."""
        parcel = carried(self.office, self.folder, officer="王建国")
        merging.carry_out(self.laptop, merging.plan(self.laptop, parcel))

    def office_assignments(self) -> list[str]:
        return list(contents(self.office)["assignments"])

    def back(self, peer: str = "") -> merging.MergePlan:
        """The laptop's parcel, merged in the office."""
        plan = merging.plan(self.office, carried(self.laptop, self.folder, peer=peer))
        merging.carry_out(self.office, plan)
        return plan


def named(office: Office, ledger: str, name: str) -> str:
    with office.reading() as reader:
        return reader.named(ledger, [name])[name][0]


def assigned(office: Office, enterprise: str, officer: str = "王建国") -> str:
    given = {"officer": officer, "enterprise": enterprise, "role": "县级领导", "since": "2026-01-01"}
    return records.add(office, "assignments", given).first("assignments")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both workspaces, made once."""
    folder = tmp_path_factory.mktemp("offices")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("daan_desk.store.keys.COST", 2**8)
        office, leader = laptop(folder, "李慧敏"), laptop(folder, "王建国")
    laid(office.office)
    assigned(office.office, FIRM)
    for name in (FIRM, OTHER):
        one = named(office.office, "enterprises", name)
        issue = builders.issue(office.office, one, visit=builders.visit(office.office, one))
        file = folder / "现场.jpg"
        file.write_bytes(issue.encode())
        attachments.attach(office.office, "issues", issue, [file])
    for place in (office, leader):
        place.close()
    return folder


@pytest.fixture
def world(files: Path, tmp_path: Path) -> Iterator[World]:
    copies = [copyfile(files / f"{who}.daan", tmp_path / f"{who}.daan") for who in ("李慧敏", "王建国")]
    office, leader = (workspaces.unlock(file, builders.PASSWORD, builders.at()) for file in copies)
    mine, other = (named(office.office, "enterprises", name) for name in (FIRM, OTHER))
    yield World(office.office, leader.office, tmp_path, mine, other)
    for place in (office, leader):
        assert care.check(place.office).problems == ()
        place.close()


def enterprises_in(office: Office, ledger: str, link: str = "enterprise") -> set[object]:
    return {line[link] for line in contents(office)[ledger].values()}


def test_that_a_leaders_laptop_gets_the_leaders_enterprises_and_what_is_common(world: World) -> None:
    world.for_leader()
    here, there = contents(world.laptop), contents(world.office)
    assert set(here["enterprises"]) == {world.mine}
    for ledger in ("visits", "issues", "financing", "cultivation", "tech_projects", "participants", "entitlements"):
        assert set(here[ledger]) == {
            row for row, line in there[ledger].items() if world.mine in (line.get("enterprise"), row)
        }, ledger
    for ledger in ("towns", "departments", "policies", "conditions", "banks", "parks"):
        assert here[ledger] == there[ledger]
    assert set(there["officers"]) <= set(here["officers"])
    assert (len(here["projects"]), len(here["project_months"]), len(here["bank_responses"])) == (1, 2, 1)
    for ledger in ("assets", "leads", "land_accounts", "space_needs"):
        assert here[ledger] == {}, ledger
    assert len(here["attachments"]) == 1


def test_that_nothing_of_other_enterprises_is_in_the_parcel_at_all(world: World) -> None:
    parcel = carried(world.office, world.folder, officer="王建国")
    assert not any(world.other in str((entry.row, entry.fields, entry.was)) for entry in parcel.entries)
    assert not any(OTHER in str((entry.fields, entry.was)) for entry in parcel.entries)
    assert len(list(parcel.files())) == 1


def test_that_what_the_laptop_never_had_is_not_deleted_by_its_parcel(world: World) -> None:
    before = contents(world.office)
    world.for_leader()
    visit = builders.visit(world.laptop, world.mine, summary="看了新车间")
    plan = world.back()
    assert plan.removed == {}
    after = contents(world.office)
    assert visit in after["visits"]
    for ledger, rows in before.items():
        assert set(rows) <= set(after[ledger]) or ledger == "acts"


def test_that_only_the_laptops_own_news_go_back_to_the_office(world: World) -> None:
    world.for_leader()
    builders.visit(world.laptop, world.mine)
    parcel = carried(world.laptop, world.folder, peer="李慧敏")
    assert {entry.replica for entry in parcel.entries} == {world.laptop.database.replica}
    world.back(peer="李慧敏")
    assert contents(world.office)["visits"].items() >= contents(world.laptop)["visits"].items()


def test_that_an_enterprise_that_is_handed_over_comes_whole_with_the_next_parcel(world: World) -> None:
    world.for_leader()
    assigned(world.office, OTHER)
    builders.visit(world.office, world.other, summary="交接前走访")
    world.for_leader()
    here, there = contents(world.laptop), contents(world.office)
    for ledger in ("enterprises", "visits", "issues", "financing", "space_needs", "attachments"):
        assert here[ledger] == there[ledger], ledger


def test_that_an_enterprise_that_went_to_another_leader_stays_as_it_was_and_brings_nothing_new(world: World) -> None:
    world.for_leader()
    held = next(iter(world.office_assignments()))
    records.change(world.office, "assignments", held, {"until": "2026-11-20"})
    builders.visit(world.office, world.mine, summary="接任后走访")
    before = contents(world.laptop)["visits"]
    world.for_leader()
    assert contents(world.laptop)["visits"] == before
    assert str(contents(world.laptop)["assignments"][held]["until"]) == "2026-11-20"


def test_that_a_visit_moved_to_another_enterprise_moves_on_the_laptop_too(world: World) -> None:
    wrong = builders.visit(world.office, world.mine, summary="记错了企业")
    world.for_leader()
    records.change(world.office, "visits", wrong, {"enterprise": world.other})
    world.for_leader()
    assert contents(world.laptop)["visits"][wrong]["enterprise"] == world.other


def test_that_a_whole_parcel_fills_every_gap(world: World) -> None:
    world.for_leader()
    assert care.check(world.laptop).elsewhere > 0
    plan = merging.plan(world.laptop, carried(world.office, world.folder))
    assert not any("副本" in remark for remark in plan.remarks)
    merging.carry_out(world.laptop, plan)
    assert care.check(world.laptop).elsewhere == 0
    here, there = contents(world.laptop), contents(world.office)
    assert all(here[ledger].items() >= there[ledger].items() for ledger in there)


def test_that_two_leaders_laptops_exchange_without_taking_their_gaps_for_losses(world: World, tmp_path: Path) -> None:
    second = laptop(tmp_path, "周敏")
    builders.officer(world.office, "周敏")
    assigned(world.office, OTHER, "周敏")
    world.for_leader()
    parcel = carried(world.office, tmp_path, officer="周敏")
    merging.carry_out(second.office, merging.plan(second.office, parcel))
    visit = builders.visit(world.laptop, world.mine)
    merging.carry_out(second.office, merging.plan(second.office, carried(world.laptop, tmp_path)))
    assert set(contents(second.office)["enterprises"]) == {world.mine, world.other}
    assert visit in contents(second.office)["visits"]
    assert care.check(second.office).problems == ()
    merging.carry_out(world.office, merging.plan(world.office, carried(second.office, tmp_path)))
    assert visit in contents(world.office)["visits"]
    second.close()


def test_that_a_part_since_a_day_from_a_laptop_is_refused_where_its_beginning_is_missing(world: World) -> None:
    world.for_leader()
    builders.visit(world.laptop, world.mine)
    part = merging.pack(world.laptop, since=world.laptop.today().replace(month=12))
    assert part.entries == ()
    with pytest.raises(Rejected, match="只带了一部分"):
        merging.plan(world.office, part)
    world.back()
    assert merging.plan(world.office, part).empty


def test_that_nobody_of_that_name_is_said(world: World) -> None:
    with pytest.raises(Rejected, match="赵六"):
        merging.pack(world.office, officer="赵六")
    assert ledgers.totals(world.office, Question("officers")).count == 2
