"""Laptops meet: the same entries say the same row, in whatever order they came."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daan_desk.domain.merging import (
    DAY_IN_MICROSECONDS,
    Entry,
    by_row,
    digest,
    followed,
    heads,
    next_stamp,
    sealed,
    settle,
)


def entry(stamp: int = 1, fields: dict | None = None, replaced: dict | None = None, **others: object) -> Entry:
    plain = Entry(
        "", "甲机", 1, "", stamp, "张三", "act", "issues", "row", 1, fields or {"title": "缺电"}, replaced or {}
    )
    return sealed(replace(plain, **others))


def test_that_the_digest_is_the_same_after_a_trip_through_json():
    here = entry(fields={"title": "缺电", "amount": "1.5"}, replaced={"title": ("a", "b")})
    there = replace(here, fields={"amount": "1.5", "title": "缺电"}, replaced={"title": ["a", "b"]})
    assert digest(there) == here.id
    assert len(here.id) == 64


@pytest.mark.parametrize(
    "forged",
    [
        {"replica": "乙机"},
        {"seq": 2},
        {"parent": "x"},
        {"stamp": 2},
        {"author": "李四"},
        {"act": "other"},
        {"table": "visits"},
        {"row": "other"},
        {"schema": 2},
        {"fields": {"title": "缺水"}},
        {"replaced": {"title": ["z"]}},
        {"was": {"title": "缺气"}},
    ],
)
def test_that_no_part_of_an_entry_can_be_altered_without_another_digest(forged):
    here = entry()
    assert digest(replace(here, **forged)) != here.id


def test_that_a_value_that_json_cannot_carry_is_a_fault():
    with pytest.raises(TypeError):
        entry(fields={"title": object()})
    with pytest.raises(ValueError, match="JSON"):
        entry(fields={"amount": float("nan")})


def test_that_a_replaced_value_is_no_head():
    first = entry(1)
    second = entry(2, {"title": "缺水"}, {"title": [first.id]})
    assert heads([first, second]) == {"title": [second]}
    assert settle([first, second]).values == {"title": "缺水"}


def test_that_a_replacing_entry_wins_even_with_an_older_clock():
    first = entry(100)
    second = entry(5, {"title": "缺水"}, {"title": [first.id]})
    assert settle([first, second]).values["title"] == "缺水"


def test_that_two_who_did_not_know_of_each_other_are_a_conflict_and_the_newest_is_shown():
    base = entry(1)
    mine = entry(2, {"title": "缺水"}, {"title": [base.id]})
    theirs = entry(3, {"title": "缺气"}, {"title": [base.id]}, replica="乙机")
    settled = settle([base, mine, theirs])
    assert settled.values["title"] == "缺气"
    assert [(c.field, c.entries) for c in settled.conflicts] == [("title", (theirs, mine))]


def test_that_the_same_value_twice_is_no_conflict_but_one_and_true_are():
    same = [entry(2), entry(3, replica="乙机")]
    assert settle(same).conflicts == ()
    odd = [entry(2, {"told": True}), entry(3, {"told": 1}, replica="乙机")]
    assert len(settle(odd).conflicts) == 1


def test_that_equal_stamps_are_decided_by_id():
    pair = [entry(2, {"title": "缺水"}), entry(2, {"title": "缺气"}, replica="乙机")]
    newest = max(pair, key=lambda one: one.id)
    assert settle(pair).values == settle(pair[::-1]).values == {"title": newest.fields["title"]}


def test_that_different_fields_of_one_row_never_conflict():
    base = entry(1, {"title": "缺电", "state": "待交办"})
    mine = entry(2, {"title": "缺水"}, {"*": [base.id]})
    theirs = entry(2, {"state": "已交办"}, {"*": [base.id]}, replica="乙机")
    settled = settle([base, mine, theirs])
    assert settled.values == {"title": "缺水", "state": "已交办"}
    assert settled.conflicts == ()


def test_that_the_star_covers_only_fields_that_the_entry_writes_and_that_have_no_list_of_their_own():
    base = entry(1, {"title": "缺电", "state": "待交办", "notes": "一"})
    later = entry(2, {"title": "缺水", "notes": "二"}, {"*": [base.id], "notes": []})
    found = heads([base, later])
    assert found["title"] == [later]
    assert found["state"] == [base]
    assert found["notes"] == [later, base]


def test_that_a_deletion_that_had_seen_everything_holds():
    base = entry(1, {"title": "缺电", "state": "待交办"})
    gone = entry(2, {"deleted_at": "2026-11-01"}, {"*": [base.id]})
    settled = settle([gone, base])
    assert settled.deleted
    assert settled.values["title"] == "缺电"
    assert settled.conflicts == ()


def test_that_a_deletion_that_missed_a_change_is_asked_about_and_the_row_stays():
    base = entry(1)
    gone = entry(9, {"deleted_at": "2026-11-01"}, {"*": [base.id]})
    change = entry(2, {"title": "缺水"}, {"title": [base.id]}, replica="乙机")
    settled = settle([base, gone, change])
    assert not settled.deleted
    assert settled.values == {"title": "缺水", "deleted_at": None}
    assert [conflict.field for conflict in settled.conflicts] == ["deleted_at"]


def test_that_a_change_to_a_field_that_was_new_to_the_deletion_is_asked_about_too():
    base = entry(1)
    gone = entry(9, {"deleted_at": "2026-11-01"}, {"*": [base.id]})
    change = entry(2, {"notes": "新的情况"}, replica="乙机")
    assert not settle([base, gone, change]).deleted


def test_that_one_of_two_deletions_is_enough_if_it_saw_everything():
    base = entry(1)
    change = entry(2, {"title": "缺水"}, {"title": [base.id]})
    blind = entry(9, {"deleted_at": "2026-11-02"}, {"*": [base.id]}, replica="乙机")
    seeing = entry(8, {"deleted_at": "2026-11-01"}, {"*": [change.id]})
    assert settle([base, change, blind, seeing]).deleted
    assert not settle([base, change, blind]).deleted


def test_that_a_row_can_be_deleted_brought_back_and_deleted_again():
    base = entry(1)
    gone = entry(2, {"deleted_at": "2026-11-01"}, {"*": [base.id]})
    back = entry(3, {"deleted_at": None}, {"deleted_at": [gone.id]})
    again = entry(4, {"deleted_at": "2026-11-03"}, {"*": [base.id], "deleted_at": [back.id]})
    assert not settle([base, gone, back]).deleted
    assert settle([base, gone, back]).conflicts == ()
    assert settle([base, gone, back, again]).values["deleted_at"] == "2026-11-03"


def test_that_a_deletion_beside_a_bringing_back_is_asked_about():
    base = entry(1)
    gone = entry(2, {"deleted_at": "2026-11-01"}, {"*": [base.id]})
    back = entry(3, {"deleted_at": None}, {"deleted_at": [gone.id]})
    other = entry(4, {"deleted_at": "2026-11-04"}, {"deleted_at": [gone.id], "*": [base.id]}, replica="乙机")
    settled = settle([base, gone, back, other])
    assert not settled.deleted
    assert settled.conflicts[0].entries == (other, back)


def test_that_entries_are_told_apart_by_row():
    one, two = entry(row="1"), entry(row="2")
    assert by_row([one, two, one]) == {("issues", "1"): [one, one], ("issues", "2"): [two]}


def test_that_stamps_always_grow_and_follow_the_clock():
    assert next_stamp(10, 5) == 11
    assert next_stamp(10, 50) == 50
    assert next_stamp(0, 0) == 1


def test_that_a_clock_more_than_a_day_ahead_is_not_followed():
    now = 1_000
    edge = now + DAY_IN_MICROSECONDS
    assert next_stamp(edge, now) == edge + 1
    assert next_stamp(edge + 1, now) == now
    assert followed(7, edge, now) == edge
    assert followed(7, edge + 1, now) == 7
    assert followed(7, 3, now) == 7


FIELDS = ("title", "state", "notes", "deleted_at")


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """Random work: each entry saw some subset of what was written before it, as laptops that meet now and then do."""
    written: list[Entry] = []
    for number in range(draw(st.integers(1, 12))):
        seen = [one for one in written if draw(st.booleans())]
        fields = {
            name: draw(st.sampled_from(["甲", "乙", None]))
            for name in draw(st.sets(st.sampled_from(FIELDS), min_size=1))
        }
        standing = heads(seen)
        replaced = {name: [one.id for one in standing.get(name, [])] for name in fields}
        if fields.get("deleted_at"):
            replaced["*"] = sorted({one.id for found in standing.values() for one in found})
        written.append(
            entry(draw(st.integers(0, 5)), fields, replaced, seq=number + 1, replica=draw(st.sampled_from("甲乙丙")))
        )
    return written


def oracle(entries: list[Entry]) -> dict[str, set[str]]:
    """The heads by the plain definition: nobody who wrote the field had seen them."""
    found: dict[str, set[str]] = {}
    for name in FIELDS:
        writers = [one for one in entries if name in one.fields]
        standing = {
            one.id
            for one in writers
            if not any(one.id in other.replaced.get(name, other.replaced.get("*", ())) for other in writers)
        }
        if standing:
            found[name] = standing
    return found


@given(histories(), st.randoms(use_true_random=False))
def test_that_any_order_and_any_doubling_says_the_same_row(entries, chance):
    shuffled = entries + [one for one in entries if chance.random() < 0.5]
    chance.shuffle(shuffled)
    assert settle(shuffled) == settle(entries)


@given(histories())
def test_that_heads_are_what_the_definition_says(entries):
    assert {name: {one.id for one in found} for name, found in heads(entries).items()} == oracle(entries)


@given(histories())
def test_that_no_value_is_lost_before_somebody_saw_it(entries):
    settled = settle(entries)
    for name, standing in oracle(entries).items():
        values = {one.fields[name] for one in entries if one.id in standing}
        if len(values) == 1 and name != "deleted_at":
            assert settled.values[name] in values
        if len(values) > 1 and not (name == "deleted_at" and settled.deleted):  # when it went is nothing to ask
            assert name in {conflict.field for conflict in settled.conflicts}


@given(histories())
def test_that_a_row_is_only_gone_when_a_deletion_had_seen_all_that_stands(entries):
    standing = {one for name, ids in oracle(entries).items() if name != "deleted_at" for one in ids}
    if settle(entries).deleted:
        assert any(
            one.fields.get("deleted_at")
            and standing <= {seen for ids in one.replaced.values() for seen in ids} | {one.id}
            for one in entries
        )


@given(histories())
def test_that_whoever_sees_everything_can_settle_it(entries):
    standing = heads(entries)
    everything = sorted({one.id for found in standing.values() for one in found})
    word = entry(
        99, {name: "定" for name in standing if name != "deleted_at"} | {"deleted_at": None}, {"*": everything}
    )
    settled = settle([*entries, word])
    assert settled.conflicts == ()
    assert not settled.deleted
