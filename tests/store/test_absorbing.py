"""Entries of other workspaces: known, lacking, verified, taken in, and counted again after an upgrade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.domain.merging import DELETED, Entry, sealed
from daan_desk.store import absorbing, checking, disputes, rebuilding, verifying, workspace
from daan_desk.store.base import LEDGERS
from daan_desk.store.database import Database
from daan_desk.store.legible import said
from daan_desk.store.reader import Reader
from daan_desk.store.schema import LATEST
from tests.builders import PASSWORD

REGION = "510304"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    monkeypatch.setattr("daan_desk.store.keys.COST", 2**8)
    opened = workspace.make(tmp_path / "desk.daan", PASSWORD, REGION, 1)
    yield opened.database
    opened.close()


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


class Laptop:
    """Writes entries as a laptop does that this workspace has never met."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.entries: list[Entry] = []

    def write(self, fields: dict[str, object], row: str = "row-1", table: str = "enterprises", **more: object) -> Entry:
        seq, parent = len(self.entries) + 1, self.entries[-1].id if self.entries else ""
        plain = Entry("", self.name, seq, parent, 1000 + seq, "王", "act-1", table, row, 1, fields)
        self.entries.append(sealed(replace(plain, **more)))
        return self.entries[-1]


@pytest.fixture
def laptop() -> Laptop:
    return Laptop("laptop-a")


def taken(connection: Connection, *entries: Entry, act: str = "merge-1") -> absorbing.Taken:
    new = absorbing.fresh(connection, entries)
    verifying.refuse_altered(new)
    verifying.refuse_gaps(connection, new, {})
    return absorbing.take_in(connection, new, act, REGION)


def row(connection: Connection, identity: str = "row-1", table: str = "enterprises") -> dict[str, object]:
    found = Reader(connection).line(table, identity)
    return dict(found) if found else {}


def test_that_rows_follow_the_entries_with_their_words(connection: Connection, laptop: Laptop) -> None:
    laptop.write({"name": "自贡天工机械有限公司", "employees": 30, "revenue_last_year": "1234.5"})
    first = taken(connection, *laptop.entries)
    assert first.new == {"enterprises": ["row-1"]}
    line = row(connection)
    assert (line["name"], line["employees"], str(line["revenue_last_year"])) == (
        "自贡天工机械有限公司",
        30,
        "1234.500000",
    )
    assert "zgtg" in str(line["search"])
    laptop.write({"employees": 31}, replaced={"*": [laptop.entries[0].id]}, was={"employees": 30})
    again = taken(connection, *laptop.entries)
    assert (again.new, again.newer) == ({}, {"enterprises": ["row-1"]})
    assert row(connection)["employees"] == 31
    assert checking.chain(connection) == (2, [])
    assert checking.rows(connection) == (1, [])


def test_that_a_deletion_that_comes_leaves_a_tombstone(connection: Connection, laptop: Laptop) -> None:
    one = laptop.write({"name": "甲"})
    taken(connection, one)
    gone = laptop.write({DELETED: 5000}, replaced={"*": [one.id]}, was={DELETED: None})
    assert taken(connection, gone).removed == {"enterprises": ["row-1"]}
    assert row(connection) == {}
    assert checking.rows(connection)[1] == []


def test_that_a_known_chain_is_told_by_its_last_entry_and_the_rest_is_what_the_other_lacks(
    connection: Connection, laptop: Laptop
) -> None:
    other = Laptop("laptop-b")
    for number in range(4):
        laptop.write({"employees": number}, row=f"row-{number}")
        other.write({"employees": number}, row=f"other-{number}")
    taken(connection, *laptop.entries, *other.entries)
    assert absorbing.known(connection) == {
        "laptop-a": ((4, laptop.entries[-1].id),),
        "laptop-b": ((4, other.entries[-1].id),),
    }
    theirs = {"laptop-a": ((3, laptop.entries[2].id),)}
    assert absorbing.lacking(connection, theirs) == (laptop.entries[3], *other.entries)
    assert absorbing.lacking(connection, absorbing.known(connection)) == ()


def test_that_of_a_chain_that_they_know_otherwise_everything_is_sent(connection: Connection, laptop: Laptop) -> None:
    for number in range(4):
        laptop.write({"employees": number}, row=f"row-{number}")
    taken(connection, *laptop.entries)
    assert absorbing.lacking(connection, {"laptop-a": ((3, "f" * 64),)}) == tuple(laptop.entries)


def test_that_a_fork_is_noticed_by_id_and_both_branches_stand(connection: Connection, laptop: Laptop) -> None:
    base = laptop.write({"name": "甲"})
    mine = laptop.write({"employees": 1}, replaced={"*": []}, was={"employees": None})
    theirs = sealed(replace(mine, fields={"address": "某路"}, was={"address": None}))
    taken(connection, base, mine)
    assert absorbing.branches(connection, [theirs]) == {"laptop-a"}
    taken(connection, theirs)
    assert len(absorbing.known(connection)["laptop-a"]) == 2
    sent = absorbing.lacking(connection, {"laptop-a": ((2, mine.id),)})
    assert {entry.id for entry in sent} == {base.id, mine.id, theirs.id}
    assert (row(connection)["employees"], row(connection)["address"]) == (1, "某路")
    assert checking.chain(connection) == (3, [])


def test_that_since_a_day_means_from_there_on_whatever_the_clock_did(connection: Connection, laptop: Laptop) -> None:
    for stamp in (10, 20, 5, 30):
        laptop.write({"employees": stamp}, row=f"row-{stamp}", stamp=stamp)
    taken(connection, *laptop.entries)
    assert absorbing.since(connection, 20) == tuple(laptop.entries[1:])


def test_that_a_gap_is_refused_and_nothing_is_kept(connection: Connection, laptop: Laptop) -> None:
    for number in range(3):
        laptop.write({"employees": number})
    with pytest.raises(Rejected, match="只带了一部分"):
        taken(connection, laptop.entries[0], laptop.entries[2])
    assert checking.chain(connection) == (0, [])


def test_that_what_the_sender_claims_to_know_must_be_here(connection: Connection, laptop: Laptop) -> None:
    one = laptop.write({"name": "甲"})
    with pytest.raises(Rejected, match="只带了一部分"):
        verifying.refuse_gaps(connection, [one], {"laptop-b": ((7, "0" * 64),)})
    with pytest.raises(Trouble, match="前后不符"):
        verifying.refuse_gaps(connection, [one], {"laptop-a": ((2, one.id),)})


def test_that_an_entry_that_hangs_on_another_chain_is_refused(connection: Connection, laptop: Laptop) -> None:
    laptop.write({"name": "甲"})
    stranger = Laptop("laptop-b")
    stranger.entries = list(laptop.entries)
    with pytest.raises(Trouble, match="前后不符"):
        taken(connection, laptop.entries[0], stranger.write({"name": "乙"}))


@pytest.mark.parametrize(
    "forged",
    [
        {"fields": {"name": "别的"}},
        {"seq": 2},
        {"author": "李"},
        {"id": "0" * 64},
    ],
)
def test_that_an_altered_entry_is_refused(laptop: Laptop, forged: dict[str, object]) -> None:
    with pytest.raises(Trouble, match="改动过"):
        verifying.refuse_altered([replace(laptop.write({"name": "甲"}), **forged)])


HOSTILE: list[dict[str, object]] = [
    {"fields": {"employees": "三百"}},
    {"fields": {"employees": 2**70}},
    {"fields": {"employees": True}},
    {"fields": {"revenue_last_year": "NaN"}},
    {"fields": {"revenue_last_year": "1e999999"}},
    {"fields": {"founded": "2026-02-30"}},
    {"fields": {"founded": "20260230"}},
    {"fields": {"above_scale": 1}},
    {"fields": {"name": 5}},
    {"fields": {"name": ["a"]}},
    {"fields": {"name": "\ud800"}},
    {"fields": {DELETED: "yes"}},
    {"fields": {"name": "甲"}, "was": {"employees": {}}},
    {"fields": ["name"]},
    {"replaced": {"*": "abc"}},
    {"replaced": {"*": [1]}},
    {"replica": "../../x y"},
    {"replica": "r" * 50},
    {"row": ""},
    {"row": None},
    {"table": "x; DROP TABLE journal"},
    {"act": 5},
    {"author": "x" * 1000},
    {"stamp": -1},
    {"stamp": 2**62},
    {"stamp": 1.5},
    {"seq": 0, "parent": ""},
    {"seq": True},
    {"schema": 0},
    {"parent": "short", "seq": 2},
]


@pytest.mark.parametrize("parts", HOSTILE, ids=lambda parts: repr(parts)[:40].encode("ascii", "replace").decode())
def test_that_an_entry_that_no_program_writes_is_refused_even_with_the_right_digest(
    laptop: Laptop, parts: dict[str, object]
) -> None:
    plain = replace(laptop.write({"name": "甲"}), **parts)
    try:
        made = sealed(plain)
    except (TypeError, ValueError):
        made = plain
    with pytest.raises(Trouble, match="改动过"):
        verifying.refuse_altered([made])


def test_that_an_act_of_the_far_future_is_refused(laptop: Laptop) -> None:
    made = laptop.write({"name": "x", "at": 2**62}, table="acts")
    with pytest.raises(Trouble, match="改动过"):
        verifying.refuse_altered([made])


def test_that_what_a_newer_program_wrote_waits_in_the_log(connection: Connection, laptop: Laptop) -> None:
    laptop.write({"name": "甲", "mood": "好", "employees": "约三百"}, schema=LATEST + 1)
    laptop.write({"theme": "茶话会"}, row="row-2", table="moonshots", schema=LATEST + 1)
    done = taken(connection, *laptop.entries)
    assert done.new == {"enterprises": ["row-1"]}
    assert (row(connection)["name"], row(connection)["employees"]) == ("甲", None)
    assert checking.chain(connection) == (2, [])
    assert checking.rows(connection) == (1, [])
    assert absorbing.lacking(connection, {}) == tuple(laptop.entries)


def test_that_a_change_here_does_not_lose_what_a_newer_program_wrote(connection: Connection, laptop: Laptop) -> None:
    one = laptop.write({"name": "甲", "mood": "好"}, schema=LATEST + 1)
    taken(connection, one)
    other = Laptop("laptop-b")
    taken(connection, other.write({"employees": 5}, replaced={"*": []}, was={"employees": None}))
    sent = absorbing.lacking(connection, {"laptop-b": ((1, other.entries[0].id),)})
    assert [entry.fields.get("mood") for entry in sent] == ["好"]


def test_that_after_an_upgrade_what_was_unknown_counts(
    connection: Connection, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    park = laptop.write({"name": "新材料园"}, row="park-1", table="parks", schema=LATEST + 1)
    with monkeypatch.context() as older:
        older.delitem(LEDGERS, "parks")
        assert taken(connection, park).new == {}
    assert row(connection, "park-1", "parks") == {}
    rebuilding.count_again(connection, LATEST, REGION)
    assert row(connection, "park-1", "parks")["name"] == "新材料园"
    assert checking.rows(connection) == (1, [])


def test_that_a_workspace_of_the_first_version_opens_with_its_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, laptop: Laptop
) -> None:
    from daan_desk.store import schema
    from daan_desk.store.migrations import m0001_first

    monkeypatch.setattr("daan_desk.store.keys.COST", 2**8)
    with monkeypatch.context() as older:
        older.setattr(schema, "letters", lambda: {1: m0001_first})
        older.setattr(schema, "LATEST", 1)
        opened = workspace.make(tmp_path / "old.daan", PASSWORD, REGION, 1)
        one = laptop.write({"name": "甲"})
        with opened.database.writing() as old:
            from daan_desk.store.journal import kept

            values = kept(one)
            names = ", ".join(f'"{name}"' for name in values)
            old.execute(text(f"INSERT INTO journal ({names}) VALUES ({', '.join(':' + n for n in values)})"), values)
        opened.close()
    again = workspace.unlock(tmp_path / "old.daan", PASSWORD)
    with again.database.writing() as connection:
        assert absorbing.lacking(connection, {}) == (one,)
        fork = sealed(replace(one, fields={"name": "乙"}))
        absorbing.take_in(connection, [fork], "merge", REGION)
    again.close()


def test_that_conflicts_are_noted_when_they_come_and_forgotten_when_they_go(
    connection: Connection, laptop: Laptop
) -> None:
    other = Laptop("laptop-b")
    one = laptop.write({"employees": 1})
    two = other.write({"employees": 2})
    assert taken(connection, one, two).disputed == {"row-1"}
    assert disputes.noted(connection) == [("enterprises", "row-1", "employees")]
    choice = laptop.write({"employees": 3}, replaced={"employees": [one.id, two.id]}, was={"employees": 2})
    assert taken(connection, choice).disputed == set()
    assert disputes.noted(connection) == []


def test_that_the_same_row_name_in_two_ledgers_is_two_rows(connection: Connection, laptop: Laptop) -> None:
    laptop.write({"name": "甲企业"}, row="same")
    laptop.write({"name": "甲园区"}, row="same", table="parks")
    taken(connection, *laptop.entries)
    assert row(connection, "same")["name"] == "甲企业"
    assert row(connection, "same", "parks")["name"] == "甲园区"
    assert checking.rows(connection) == (2, [])


def test_that_a_merge_knows_what_it_brought(connection: Connection, laptop: Laptop) -> None:
    one, two = laptop.write({"name": "甲"}), laptop.write({"name": "乙"}, row="row-2")
    taken(connection, one, act="first")
    taken(connection, one, two, act="second")
    assert absorbing.brought(connection, "second") == [(two.id, "enterprises", "row-2")]
    assert absorbing.arrivals(connection, [one.id, two.id]) == {one.id: "first", two.id: "second"}


def test_that_columns_say_what_the_fields_can_hold() -> None:
    values = said(
        "enterprises", {"revenue_last_year": "0.12345678", "founded": "2020-01-02", "employees": [], DELETED: 7}
    )
    assert str(values["revenue_last_year"]) == "0.123457"
    assert values["employees"] is None
    assert values[DELETED] == 7
