"""What a new record gets besides what was typed: numbers, states, days and defaults, by ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from daan_desk.domain import issue_numbers
from daan_desk.domain.issues import State
from daan_desk.services import completing_services, provisional
from daan_desk.services.completing_services import defaulted, last_count
from daan_desk.services.numbering import digits
from daan_desk.services.office import Act

Values = dict[str, object]
MEETING_SOURCES = (("下午茶", "下午茶"), ("恳谈", "恳谈会"), ("座谈", "恳谈会"), ("现场", "走访"))


def completed(act: Act, ledger: str, rows: Sequence[Mapping[str, object]]) -> list[Values]:
    """The rows with what their ledger adds; what was given is never overwritten."""
    whole = [dict(row) for row in rows]
    complete = COMPLETE.get(ledger)
    if complete is not None:
        complete(act, whole)
    return whole


def _issues(act: Act, rows: list[Values]) -> None:
    today = act.office.today()
    following = _numbers(act, [str(row["number"]) for row in rows if row.get("number")])
    for row in rows:
        raised = defaulted(row, "raised", today)
        defaulted(row, "state", State.REGISTERED.value)
        defaulted(row, "grade", "一般")
        defaulted(row, "source", _source(act, row))
        if row.get("number") is None:
            row["number"] = following(str(raised)[:4])


def _source(act: Act, row: Values) -> str:
    """Where an issue comes from, by what it is linked to."""
    if row.get("visit"):
        return "走访"
    meeting = act.line("meetings", str(row["meeting"])) if row.get("meeting") else None
    kind = str(meeting["kind"]) if meeting else ""
    return next((source for word, source in MEETING_SOURCES if word in kind), "企业自报")


def _numbers(act: Act, given: Sequence[str]) -> Callable[[str], str]:
    """By year the next number, behind those that other rows were given: the office's, or a laptop's provisional one."""
    if provisional.is_laptop(act):
        return provisional.temporary(act)
    last, width = dict[str, int](), digits(act)

    def following(year: str) -> str:
        if year not in last:
            last[year] = last_count(act, "issues", issue_numbers.beginning(year), given)
        last[year] += 1
        return issue_numbers.number(year, last[year], width)

    return following


def _assignments(act: Act, rows: list[Values]) -> None:
    for row in rows:
        defaulted(row, "since", act.office.today())


def _officers(act: Act, rows: list[Values]) -> None:
    for row in rows:
        defaulted(row, "active", True)


def _enterprises(act: Act, rows: list[Values]) -> None:
    for row in rows:
        defaulted(row, "operating_state", "正常")


COMPLETE: Mapping[str, Callable[[Act, list[Values]], None]] = {
    **completing_services.COMPLETE,
    "issues": _issues,
    "assignments": _assignments,
    "officers": _officers,
    "enterprises": _enterprises,
}
