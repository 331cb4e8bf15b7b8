"""Edits that meet: other fields are both kept, the same field is asked about, and nothing is overwritten unseen."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from daan_desk.domain.kinds import Linked
from daan_desk.services import ledgers, records, summary, visits
from daan_desk.services.office import Identity, Office
from daan_desk.services.stale import Stale, knowing, seen_now
from tests import builders
from tests.builders import MONDAY


@pytest.fixture
def other(office: Office) -> Office:
    """Somebody else in the same workspace, an hour later."""
    who = builders.officer(office, "王建国", "县级领导")
    return Office(office.database, Identity(who, "王建国", "县级领导"), builders.at(MONDAY + timedelta(hours=1)))


def test_that_two_who_change_different_fields_both_keep_their_work(office: Office, other: Office) -> None:
    works = builders.enterprise(office, contact_name="赵一", contact_phone="13800000001")
    mine = ledgers.seen(office, "enterprises", works)
    records.change(other, "enterprises", works, {"contact_phone": "13900000002"})
    knowing(mine, partial(records.change, office, "enterprises", works, {"contact_name": "钱二"}))
    row = ledgers.row(office, "enterprises", works)
    assert (row["contact_name"], row["contact_phone"]) == ("钱二", "13900000002")


def test_that_the_same_field_is_asked_about_with_all_three_values_and_nothing_is_saved(
    office: Office, other: Office
) -> None:
    works = builders.enterprise(office, contact_name="赵一", products="硬质合金")
    mine = ledgers.seen(office, "enterprises", works)
    records.change(other, "enterprises", works, {"contact_name": "孙三"})
    with pytest.raises(Stale) as met:
        wanted = {"contact_name": "钱二", "products": "刀具"}
        knowing(mine, partial(records.change, office, "enterprises", works, wanted))
    (clash,) = met.value.clashes
    assert (clash.field, clash.mine, clash.theirs, clash.before) == ("contact_name", "钱二", "孙三", "赵一")
    assert clash.by == "王建国"
    assert clash.at == MONDAY + timedelta(hours=1)
    hour = f"{(MONDAY + timedelta(hours=1)).astimezone():%H:%M}"
    assert met.value.problems["contact_name"] == f"{hour} 王建国已把联系人改为“孙三”，您的修改没有保存"
    assert ledgers.row(office, "enterprises", works)["products"] == "硬质合金"


def test_that_who_has_seen_theirs_may_still_say_mine_and_a_third_change_is_asked_about_again(
    office: Office, other: Office
) -> None:
    works = builders.enterprise(office, contact_name="赵一")
    mine = ledgers.seen(office, "enterprises", works)
    save = partial(records.change, office, "enterprises", works, {"contact_name": "钱二"})
    records.change(other, "enterprises", works, {"contact_name": "孙三"})
    with pytest.raises(Stale) as met:
        knowing(mine, save)
    records.change(other, "enterprises", works, {"contact_name": "李四"})
    with pytest.raises(Stale) as again:
        knowing(met.value.taken_note(), save)
    assert again.value.clashes[0].before == "孙三"
    knowing(again.value.taken_note(), save)
    assert ledgers.row(office, "enterprises", works)["contact_name"] == "钱二"


def test_that_both_who_write_the_same_words_are_not_asked(office: Office, other: Office) -> None:
    works = builders.enterprise(office)
    mine = ledgers.seen(office, "enterprises", works)
    records.change(other, "enterprises", works, {"contact_name": "孙三"})
    knowing(mine, partial(records.change, office, "enterprises", works, {"contact_name": "孙三"}))


def test_that_a_link_is_asked_about_by_its_name(office: Office, other: Office) -> None:
    works, second, third = (builders.enterprise(office, name) for name in ("甲厂", "乙厂", "丙厂"))
    visit = builders.visit(office, works)
    mine = ledgers.seen(office, "visits", visit)
    records.change(other, "visits", visit, {"enterprise": "乙厂"})
    with pytest.raises(Stale) as met:
        knowing(mine, partial(visits.amend, office, visit, {"enterprise": "丙厂"}))
    (clash,) = met.value.clashes
    assert (clash.mine, clash.theirs) == (Linked(third, "丙厂"), Linked(second, "乙厂"))
    assert met.value.taken_note().values["enterprise"] == second


def test_that_what_an_act_itself_changed_is_no_clash(office: Office) -> None:
    works = builders.enterprise(office)
    with office.reading() as reader:
        seen = seen_now(reader, "enterprises", works)

    def twice() -> None:
        with office.writing("改两次") as act:
            act.change("enterprises", works, {"contact_name": "甲"})
            act.change("enterprises", works, {"contact_name": "乙"})

    knowing(seen, twice)
    assert ledgers.row(office, "enterprises", works)["contact_name"] == "乙"


def test_that_a_merge_in_between_is_noticed_although_its_stamps_are_older(office: Office) -> None:
    """What counts is the value that was shown, not when another wrote his: a laptop's work may be days old."""
    works = builders.enterprise(office, contact_name="赵一")
    mine = ledgers.seen(office, "enterprises", works)
    early = Office(office.database, office.officer, builders.at(MONDAY - timedelta(days=3)))
    records.change(early, "enterprises", works, {"contact_name": "孙三"})
    with pytest.raises(Stale):
        knowing(mine, partial(records.change, office, "enterprises", works, {"contact_name": "钱二"}))


def test_that_a_bulk_change_leaves_alone_what_another_changed_since_it_was_planned(
    office: Office, other: Office
) -> None:
    first, second = builders.enterprise(office, "甲厂"), builders.enterprise(office, "乙厂")
    plan = records.plan_change(office, "enterprises", [first, second], {"operating_state": "停产"})
    records.change(other, "enterprises", second, {"operating_state": "减产"})
    done = records.carry_out(office, plan)
    assert done.remarks == ("有 1 条刚被别人改过，没有动",)
    assert ledgers.row(office, "enterprises", first)["operating_state"] == "停产"
    assert ledgers.row(office, "enterprises", second)["operating_state"] == "减产"


def test_that_a_months_words_are_asked_about_paragraph_by_paragraph(office: Office, other: Office) -> None:
    summary.write(office, "2026-11", {"cases": "甲", "problems": "乙"})
    summary.write(other, "2026-11", {"cases": "丙"})
    summary.write(office, "2026-11", {"problems": "丁"}, {"problems": "乙"})
    with pytest.raises(Stale) as met:
        summary.write(office, "2026-11", {"cases": "戊"}, {"cases": "甲"})
    (clash,) = met.value.clashes
    assert (clash.mine, clash.theirs, clash.before) == ("戊", "丙", "甲")
    own = summary.monthly(office, "2026-11").own
    assert (own["cases"], own["problems"]) == ("丙", "丁")
