"""A qualification that runs out is renewed from where it stands; who climbs is taken up with what it lacks."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.questions import Question
from daan_desk.services import cultivation, home, ledgers, records, renewals
from daan_desk.services.office import Office
from tests import builders


@pytest.fixture
def old(office: Office) -> str:
    """A high-tech enterprise whose certificate ends in a month."""
    firm = builders.enterprise(office)
    values = {
        "enterprise": firm,
        "kind": "高新技术企业",
        "level": "国家",
        "awarded": "2023-12-20",
        "expires": "2026-12-19",
    }
    return records.add(office, "qualifications", values).first("qualifications")


def test_that_a_renewal_is_begun_once_and_followed_up_in_cultivation(office: Office, old: str) -> None:
    changes = renewals.renew(office, [old])
    row = ledgers.row(office, "cultivation", changes.first("cultivation"))
    assert (row["target"], row["level"], row["target_year"], row["track"]) == (
        "高新技术企业",
        "高新技术企业",
        2026,
        "科技企业",
    )
    assert "启动重新认定，原证有效期至 2026-12-19" in str(row["progress"])
    assert ledgers.row(office, "qualifications", old)["renewal"] == "已启动重新认定"
    assert [one.words for one in home.home(office).expiring] == ["已启动重新认定"]
    with pytest.raises(Rejected, match="已经启动续期"):
        renewals.renew(office, [old])


def test_that_the_new_certificate_ends_the_reminding(office: Office, old: str) -> None:
    values = renewals.renewed(office, old)
    records.add(office, "qualifications", {**values, "awarded": date(2026, 11, 20)})
    assert ledgers.row(office, "qualifications", old)["renewal"] == "已续期"
    assert home.home(office).expiring == ()


def test_that_what_never_ends_needs_no_renewal(office: Office) -> None:
    firm = builders.enterprise(office)
    made = records.add(office, "qualifications", {"enterprise": firm, "kind": "绿色工厂", "awarded": "2024-01-01"})
    with pytest.raises(Rejected, match="不需要续期"):
        renewals.renew(office, [made.first("qualifications")])


def test_that_who_climbs_is_taken_up_with_what_is_lacking(office: Office) -> None:
    firm = builders.enterprise(office, employees=520, revenue_last_year=100)
    cultivation.enrol(office, [(firm, "科技型中小企业")], 2027)
    [row] = ledgers.rows(office, "cultivation", ledgers.ids(office, Question("cultivation")))
    assert (row["target_year"], row["track"], row["level"]) == (2027, "科技企业", None)
    assert "超出 20 人" in str(row["gaps"])
    with pytest.raises(Rejected, match="都已在培育库里"):
        cultivation.enrol(office, [(firm, "科技型中小企业")], 2028)
