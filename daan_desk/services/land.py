"""The land of the district: the account, what is idle by law, and the work list of idle assets, each by itself."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from daan_desk.domain.land import Account, Area, account
from daan_desk.domain.matching import FREE
from daan_desk.domain.questions import Question, Where
from daan_desk.services.office import Office
from daan_desk.store.reader import Reader

ZERO = Decimal(0)
NAMES = ("name", "planned", "usable", "reserved", "supplied")


@dataclass(frozen=True, slots=True)
class Part:
    """Some records with their sum (亩 or ㎡), and the question that opens them."""

    count: int
    area: Decimal
    question: Question


@dataclass(frozen=True, slots=True)
class Land:
    """by_law: 闲置土地 not yet handled; handled: those that are; work_list_*: 低效闲置资源, never added to it."""

    account: Account
    by_law: Part
    handled: Part
    work_list_land: Part
    work_list_rooms: Part


def land(office: Office) -> Land:
    """Everything that is known of the land, in one reading."""
    with office.reading() as reader:
        rows = reader.columns("land_accounts", *NAMES)
        return Land(
            account(Area(*row) for row in sorted(rows)),
            _part(reader, "idle_lands", "area", Where("handled", "empty")),
            _part(reader, "idle_lands", "area", Where("handled", "filled")),
            _part(reader, "assets", "land_area", Where("kind", "is", "土地"), Where("state", "in", FREE)),
            _part(reader, "assets", "idle_area", Where("kind", "not", ("土地", "设备")), Where("state", "in", FREE)),
        )


def _part(reader: Reader, ledger: str, field: str, *where: Where) -> Part:
    question = Question(ledger, where=where)
    lines = reader.lines(ledger, reader.ids(question)).values()
    return Part(len(lines), sum((line[field] or ZERO for line in lines), ZERO), question)
