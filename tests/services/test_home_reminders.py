"""The first page says in one line for each matter what policies, banks and rooms wait for, and opens its rows."""

from __future__ import annotations

from daan_desk.services import home, ledgers, records
from daan_desk.services.office import Office
from tests import builders
from tests.services import services_world as world
from tests.services.services_world import FIRM, POLICY


def test_that_an_empty_office_is_reminded_of_nothing(office: Office) -> None:
    assert home.home(office).reminders == ()


def test_that_each_matter_is_one_line_with_all_of_its_records_the_late_ones_first(office: Office) -> None:
    made = world.laid(office)
    records.change(office, "bank_responses", made["bank_responses"][1], {"due": "2026-11-20"})
    records.change(office, "space_matches", made["space_matches"][0], {"next_day": "2026-11-23"})
    records.change(office, "policies", made["policies"][0], {"pay_days": 5})
    found = home.home(office).reminders
    assert [(one.title, one.words, one.colour.value) for one in found] == [
        ("政策超时未拨付", "1 条", "逾期"),
        ("银行待答复", "1 条", "逾期"),
        ("用房对接该跟进", "1 条", "临期"),
        ("政策申报窗口将关", "1 项", "临期"),
    ]
    assert found[0].detail.startswith(FIRM)
    assert found[3].detail.startswith(POLICY)
    assert found[2].detail == "看现场 11-23"
    for one in found:
        assert len(ledgers.rows(office, one.ledger, one.ids)) == 1


def test_that_an_officer_is_reminded_of_nobody_elses_enterprises(office: Office) -> None:
    made = world.laid(office)
    records.change(office, "bank_responses", made["bank_responses"][1], {"due": "2026-11-20"})
    other = builders.officer(office, "陈晓梅")
    assert [one.title for one in home.home(office, other).reminders] == ["政策申报窗口将关"]
