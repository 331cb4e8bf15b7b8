"""What the services wait for on the first page, one line for each matter: windows, money, banks, rooms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from daan_desk.domain.home import Reminder
from daan_desk.domain.lights import Colour
from daan_desk.domain.matching import MATCH_OPEN
from daan_desk.domain.questions import Where
from daan_desk.services import financing_record, policy_lists
from daan_desk.services.home_lists import Desk, windows
from daan_desk.services.office import Office

URGENCY = {Colour.RED: 0, Colour.YELLOW: 1}


def reminders(office: Office, desk: Desk) -> tuple[Reminder, ...]:
    """A line for every matter that waits, what is late first."""
    every = (*_unpaid(desk), *_banks(office, desk), *_rooms(desk), *_windows(desk))
    return tuple(sorted(every, key=lambda one: URGENCY[one.colour]))


def _windows(desk: Desk) -> Iterator[Reminder]:
    found = windows(desk)
    if found:
        waiting = sum(one.waiting for one in found)
        detail = f"{found[0].name} {found[0].words}"
        words = f"未申报 {waiting} 家" if waiting else f"{len(found)} 项"
        yield Reminder("政策申报窗口将关", detail, "policies", tuple(one.id for one in found), words, Colour.YELLOW)


def _unpaid(desk: Desk) -> Iterator[Reminder]:
    found = [one for one in policy_lists.not_paid(desk.reader, desk.day) if one.enterprise_id in desk.enterprises]
    if found:
        detail = f"{found[0].enterprise} {found[0].words}"
        yield Reminder("政策超时未拨付", detail, "entitlements", _ids(found), f"{len(found)} 条", Colour.RED)


def _banks(office: Office, desk: Desk) -> Iterator[Reminder]:
    every = financing_record.reminders(office, desk.reader)
    firms = _firms(desk, [one.id for one in every])
    found = [one for one in every if firms.get(one.id) in desk.enterprises]
    if found:
        late = any(one.light.colour is Colour.RED for one in found)
        detail = f"{found[0].bank} {found[0].light.words}"
        colour = Colour.RED if late else Colour.YELLOW
        yield Reminder("银行待答复", detail, "bank_responses", _ids(found), f"{len(found)} 条", colour)


def _firms(desk: Desk, pushes: list[str]) -> Mapping[str, str]:
    """The enterprise behind each push."""
    demands = {key: line["demand"] for key, line in desk.reader.lines("bank_responses", pushes).items()}
    lines = desk.reader.lines("financing", sorted(set(demands.values())))
    return {key: lines[demand]["enterprise"] for key, demand in demands.items() if demand in lines}


def _rooms(desk: Desk) -> Iterator[Reminder]:
    asked = (Where("state", "in", MATCH_OPEN), Where("next_day", "to", desk.day))
    lines = desk.reader.where("space_matches", *asked, sort=("next_day",))
    needs = desk.reader.lines("space_needs", [line["need"] for line in lines])
    found = [line for line in lines if (n := needs.get(line["need"])) and n["enterprise"] in desk.enterprises]
    if found:
        late = found[0]["next_day"] < desk.day
        detail = f"{found[0]['next_step'] or '跟进'} {found[0]['next_day']:%m-%d}"
        ids = tuple(line["id"] for line in found)
        colour = Colour.RED if late else Colour.YELLOW
        yield Reminder("用房对接该跟进", detail, "space_matches", ids, f"{len(found)} 条", colour)


def _ids(found: Iterable[policy_lists.Listed | financing_record.Awaited]) -> tuple[str, ...]:
    return tuple(one.id for one in found)
