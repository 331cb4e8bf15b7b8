"""A laptop leaves the server with a parcel, works without a network, and comes back by whichever hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.parcels import Parcel
from daan_desk.exchange import parcels
from daan_desk.services import care, laptops, ledgers, merging, records, servers
from daan_desk.services.ledgers import Question, Where
from daan_desk.services.office import Identity, Office
from daan_desk.services.servers import Newcomer
from daan_desk.services.workspaces import Workplace
from tests import builders
from tests.builders import PASSWORD
from tests.shared import WORD, Shared

LEADER, NAME = "zhangld", "张立德"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daan_desk.store.keys.COST", 2**8)
    monkeypatch.setattr("daan_desk.exchange.sealing.COST", 14)


@dataclass(frozen=True)
class Network:
    """The server with its office and its leader, who looks after one of two enterprises; a folder to carry files in."""

    shared: Shared
    database: str
    office: Office
    leader: Office
    own: str
    other: str
    folder: Path

    def handed(self, parcel: Parcel) -> Parcel:
        """The parcel as it arrives: written, carried, read."""
        file = self.folder / "包.daanpack"
        file.unlink(missing_ok=True)
        parcels.write(file, parcel, PASSWORD)
        return parcels.read(file, PASSWORD)

    def laptop(self, parcel: Parcel, name: str = "随身.daan") -> Workplace:
        return laptops.made(self.folder / name, PASSWORD, self.handed(parcel), builders.at())

    def back(self, laptop: Workplace, into: Office) -> merging.MergePlan:
        """Pack on the laptop and merge on the server under the login of `into`."""
        plan = merging.plan(into, self.handed(merging.pack(laptop.office)))
        merging.carry_out(into, plan)
        return plan


@pytest.fixture
def network(shared: Shared, tmp_path: Path) -> Iterator[Network]:
    name = shared.database()
    place = shared.opened(name)
    servers.add_officer(shared.administrator(name), Newcomer(NAME, LEADER, WORD, "县级领导"), builders.at())
    own, other = (builders.enterprise(place.office, one) for one in ("自贡大安天工机械", "自贡永固建材"))
    with place.office.reading() as reader:
        leader = str(reader.where("officers", Where("name", "is", NAME))[0]["id"])
    records.add(place.office, "assignments", {"enterprise": own, "officer": leader, "role": "县级领导"})
    builders.issue(place.office, own, title="门前道路破损")
    builders.issue(place.office, other, title="用电增容")
    his = shared.opened(name, LEADER)
    yield Network(shared, name, place.office, his.office, own, other, tmp_path)
    his.close()
    place.close()
    shared.drop(name)


def worked(laptop: Workplace, network: Network) -> str:
    """A visit, an issue and a changed telephone, without a network; answers the issue."""
    builders.visit(laptop.office, network.own)
    records.change(laptop.office, "enterprises", network.own, {"contact_phone": "13800000001"})
    return builders.issue(laptop.office, network.own, title="车间漏水")


@pytest.mark.parametrize("packer", ["office", "leader"])
@pytest.mark.parametrize("merger", ["office", "leader"])
def test_that_a_leaders_laptop_goes_out_and_comes_back_whoever_packs_and_whoever_merges(
    network: Network, packer: str, merger: str
) -> None:
    sender: Office = getattr(network, packer)
    laptop = network.laptop(merging.pack(sender, officer=NAME))
    try:
        assert laptop.office.officer.name == NAME
        assert [row["name"] for row in rows(laptop.office, "enterprises")] == ["自贡大安天工机械"]
        issue = worked(laptop, network)
        records.change(network.office, "enterprises", network.own, {"products": "硬质合金"})
        plan = network.back(laptop, getattr(network, merger))
        assert (plan.new, plan.conflicts) == ({"visits": 1, "issues": 1}, ())
        row = ledgers.row(network.office, "enterprises", network.own)
        assert (row["contact_phone"], row["products"]) == ("13800000001", "硬质合金")
        kept = ledgers.row(network.office, "issues", issue)
        assert kept.changed_by in (NAME, getattr(network, merger).officer.name)
        numbers = [row["number"] for row in rows(network.office, "issues")]
        assert len(set(numbers)) == 3 and all(str(n).startswith("2026-") for n in numbers)
        assert network.back(laptop, network.office).fresh == 0
        assert care.check(network.office).problems == ()
        again = network.handed(merging.pack(network.office, officer=NAME))
        merging.carry_out(laptop.office, merging.plan(laptop.office, again))
        assert ledgers.row(laptop.office, "issues", issue)["number"] == kept["number"]
        assert ledgers.row(laptop.office, "enterprises", network.own)["products"] == "硬质合金"
        assert care.check(laptop.office).problems == ()
    finally:
        laptop.close()


def rows(office: Office, ledger: str) -> tuple[ledgers.Row, ...]:
    return ledgers.rows(office, ledger, ledgers.ids(office, Question(ledger)))


def test_that_a_parcel_for_a_laptop_makes_no_laptop_of_the_server(network: Network) -> None:
    merging.carry_out(
        network.leader, merging.plan(network.leader, network.handed(merging.pack(network.office, officer=NAME)))
    )
    issue = builders.issue(network.leader, network.own, title="车间漏水")
    assert ledgers.row(network.leader, "issues", issue)["number"] == "2026-0003"


def test_that_a_parcel_merged_by_a_leader_writes_in_nobody_elses_name(network: Network) -> None:
    laptop = network.laptop(merging.pack(network.office, officer=NAME))
    try:
        forger = Office(laptop.office.database, replace(network.office.officer), builders.at())
        builders.visit(forger, network.own, summary="以别人的名义")
        before = len(rows(network.office, "visits"))
        with pytest.raises(Rejected, match="不能以别人的名义"):
            network.back(laptop, network.leader)
        assert len(rows(network.office, "visits")) == before
    finally:
        laptop.close()


def test_that_a_parcel_merged_by_a_leader_reaches_no_enterprise_of_others(network: Network) -> None:
    whole = builders.workplace(network.folder, name="全部.daan")
    try:
        merging.carry_out(whole.office, merging.plan(whole.office, network.handed(merging.pack(network.office))))
        his = Office(whole.office.database, Identity(network.leader.officer.id, NAME, "县级领导"), builders.at())
        records.change(his, "enterprises", network.other, {"contact_phone": "13900000002"})
        with pytest.raises(Rejected):
            network.back(whole, network.leader)
        assert ledgers.row(network.office, "enterprises", network.other)["contact_phone"] is None
    finally:
        whole.close()


def test_that_a_conflict_of_laptop_and_server_waits_for_a_choice_on_the_server(network: Network) -> None:
    laptop = network.laptop(merging.pack(network.office, officer=NAME))
    try:
        records.change(laptop.office, "enterprises", network.own, {"contact_name": "赵一"})
        records.change(network.office, "enterprises", network.own, {"contact_name": "钱二"})
        network.back(laptop, network.leader)
        (conflict,) = merging.conflicts(network.office)
        assert {side.text for side in conflict.sides} == {"赵一", "钱二"}
        merging.decide(network.office, conflict, "赵一")
        assert merging.conflicts(network.office) == ()
        assert ledgers.row(network.leader, "enterprises", network.own)["contact_name"] == "赵一"
    finally:
        laptop.close()
