"""A made-up tea meeting: enterprises that were asked, the one before it, what was left open there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from daan_desk.services import invitations, records
from daan_desk.services.office import Office
from tests import builders

TEA = "“安逸隆”下午茶"


def meeting(office: Office, theme: str = "装备制造企业专场", **values: Any) -> str:
    """A meeting of today unless told otherwise; answers its id."""
    given = {"kind": TEA, "theme": theme, "day": office.today(), **values}
    return records.add(office, "meetings", given).first("meetings")


def asked(office: Office, held: str, names: Sequence[str]) -> list[str]:
    """New enterprises on the list of a meeting; answers their ids."""
    ids = [builders.enterprise(office, name, contact_name="张明", contact_phone="13812345678") for name in names]
    invitations.invite(office, held, {"enterprises": ids})
    return ids


def department(office: Office, name: str = "区经信局") -> str:
    """A made-up department; answers its id."""
    return records.add(office, "departments", {"name": name, "liaison": "陈静"}).first("departments")


def bank(office: Office, name: str = "大安农商银行") -> str:
    """A made-up bank; answers its id."""
    return records.add(office, "banks", {"name": name, "contact": "周凯"}).first("banks")
