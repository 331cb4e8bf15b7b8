"""What a record must not say although its fields can be read: neither of two links, a number twice, a locked month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property

from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.meetings import next_number
from daan_desk.services import month_locks, posts
from daan_desk.services.month_locks import Lock
from daan_desk.store.base import LEDGERS
from daan_desk.store.reader import Line, Reader

Values = Mapping[str, object]
Problems = dict[str, str]
CAME = ("enterprise", "department", "bank", "person")


class Consistency:
    """Asks about records inside one reading; what all rows of a ledger need is read once."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._given: dict[str, frozenset[str]] = {}

    def problems(self, ledger: str, values: Values, before: Line | None = None) -> Problems:
        """Problems by field of a new record, or of one that stands as `before` and gets these values."""
        check = CHECKS.get(ledger)
        return check(self, {**before, **values} if before else values, before) if check else {}

    @cached_property
    def locked(self) -> Mapping[str, Lock]:
        """The months that are locked."""
        return month_locks.locked(self.reader)

    def issue(self, values: Values, before: Line | None) -> Problems:
        """A number is given once, also where it was replaced since."""
        return self.twice("issues", values, before)

    def demand(self, values: Values, before: Line | None) -> Problems:
        """The same for demands."""
        return self.twice("financing", values, before)

    def twice(self, ledger: str, values: Values, before: Line | None) -> Problems:
        """The problem of a number that another record has."""
        number = values.get("number")
        if not number or (before and before["number"] == number) or number not in self.given(ledger):
            return {}
        noun = LEDGERS[ledger].ledger.noun
        return {"number": f"编号“{number}”已经是另一个{noun}的，请换一个，或留空由程序编号"}

    def given(self, ledger: str) -> frozenset[str]:
        """Every number that records of a ledger have or had; read once."""
        if ledger not in self._given:
            names = [name for name in ("number", "former_number") if name in LEDGERS[ledger].ledger.by_name]
            words = (word for row in self.reader.columns(ledger, *names) for word in row if word)
            self._given[ledger] = frozenset(one for word in words for one in str(word).split("、"))
        return self._given[ledger]

    def assignment(self, values: Values, _before: Line | None) -> Problems:
        """Somebody looks after an enterprise or a project."""
        linked = values.get("enterprise") or values.get("project")
        return {} if linked else {"enterprise": "企业和项目至少要填一个"}

    def participant(self, values: Values, _before: Line | None) -> Problems:
        """Somebody came."""
        came = any(values.get(name) for name in CAME)
        return {} if came else {"person": "企业、部门、银行、姓名至少要填一项"}

    def meeting(self, values: Values, before: Line | None) -> Problems:
        """A number of a year and kind stands for one meeting."""
        day, kind, number = values.get("day"), values.get("kind"), values.get("number")
        if not number or not isinstance(day, date):
            return {}
        own = before["id"] if before else ""
        others = [
            (row[3], row[4])
            for row in self.reader.columns("meetings", "id", "kind", "day", "number", "former_number")
            if row[0] != own and row[1] == kind and row[2] is not None and row[2].year == day.year
        ]
        if all(number != taken for taken, _ in others):
            return {}
        free = next_number([*others, (int(str(number)),)])
        return {"number": f"{day.year} 年“{kind}”第 {number} 期已有，可以用第 {free} 期"}

    def figure(self, values: Values, before: Line | None) -> Problems:
        """Nothing enters a locked month or leaves it."""
        months = (str(values.get("month") or ""), str(before["month"]) if before else "")
        closed = next((month for month in months if month in self.locked), None)
        if closed is None:
            return {}
        return {"month": f"{closed} 的指标已由{self.locked[closed].by}锁定，要改请先重新打开这个月"}


Check = Callable[[Consistency, Values, Line | None], Problems]
CHECKS: Mapping[str, Check] = {
    "issues": Consistency.issue,
    "financing": Consistency.demand,
    "assignments": Consistency.assignment,
    "participants": Consistency.participant,
    "meetings": Consistency.meeting,
    "figures": Consistency.figure,
}


def problems(reader: Reader, ledger: str, values: Values, before: Line | None, today: date) -> Problems:
    """Problems by field of one record that somebody fills in; a roster may bring more than one officer for a post."""
    found = Consistency(reader).problems(ledger, values, before)
    if ledger == "assignments" and not found:
        said = posts.rival(reader, {**(before or {}), **values}, today, before["id"] if before else "")
        found |= {"officer": said} if said else {}
    return found


def refuse_removal(reader: Reader, ledger: str, lines: Iterable[Line]) -> None:
    """Raise `Rejected` where a record may not go: figures of a locked month."""
    asked = Consistency(reader)
    for line in lines if ledger == "figures" else ():
        refused = asked.figure(line, line)
        refuse_unless(not refused, "；".join(refused.values()), "month")
