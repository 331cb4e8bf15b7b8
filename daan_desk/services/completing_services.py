"""What new records of the services' ledgers get besides what was typed: numbers, states, days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from daan_desk.domain.financing import STATES, answer_due
from daan_desk.domain.issue_numbers import following
from daan_desk.domain.matching import MATCH_STATES
from daan_desk.domain.questions import Where
from daan_desk.services.office import Act
from daan_desk.services.rules import rulebook

Values = dict[str, object]
Complete = Callable[[Act, list[Values]], None]


def defaulted(row: Values, name: str, value: object) -> object:
    """Put the value in where there is none; answers what stands there then."""
    if row.get(name) is None:
        row[name] = value
    return row[name]


def last_count(act: Act, ledger: str, begin: str, given: Sequence[str]) -> int:
    """The highest count behind a beginning that any record was ever given, or a row of the same act is."""
    return max(act.highest(ledger, "number", begin), following(begin, given) - 1)


def numbered(act: Act, ledger: str, rows: list[Values], spell: Callable[[Values], str]) -> None:
    """Give numbers like R2026-0001 to rows without one: the beginning of each by `spell`, never one given before."""
    last: dict[str, int] = {}
    given = [str(row["number"]) for row in rows if row.get("number")]
    for row in rows:
        if row.get("number") is None:
            begin = spell(row)
            if begin not in last:
                last[begin] = last_count(act, ledger, begin, given)
            last[begin] += 1
            row["number"] = f"{begin}{last[begin]:04d}"


def _with(**values: object) -> Complete:
    def complete(_act: Act, rows: list[Values]) -> None:
        for row in rows:
            for name, value in values.items():
                defaulted(row, name, value)

    return complete


def _meetings(act: Act, rows: list[Values]) -> None:
    """Numbers of a year and kind follow on one another; one that was ever given is not given again."""
    last: defaultdict[tuple[int, object], int] = defaultdict(int)
    for kind, day, *numbers in act.ever("meetings", "kind", "day", "number", "former_number"):
        if day is not None:
            last[day.year, kind] = max(last[day.year, kind], *(number or 0 for number in numbers))
    for row in rows:
        day = defaulted(row, "day", act.office.today())
        assert isinstance(day, date)
        key = (day.year, row.get("kind"))
        number = defaulted(row, "number", last[key] + 1)
        assert isinstance(number, int)
        last[key] = max(last[key], number)


def _financing(act: Act, rows: list[Values]) -> None:
    for row in rows:
        defaulted(row, "raised", act.office.today())
        defaulted(row, "state", STATES[0])
    numbered(act, "financing", rows, lambda row: f"R{str(row['raised'])[:4]}-")


def _bank_responses(act: Act, rows: list[Values]) -> None:
    months = int(rulebook(act).value("response_months"))
    for row in rows:
        pushed = row.get("pushed")
        defaulted(row, "due", answer_due(pushed if isinstance(pushed, date) else None, months))
        if row.get("credit") or row.get("loan"):
            defaulted(row, "decision", "同意")
        defaulted(row, "decision", "待定")


def _conditions(act: Act, rows: list[Values]) -> None:
    """Conditions are counted within their policy."""
    last: dict[object, int] = {}
    for row in rows:
        policy = row.get("policy")
        if policy not in last:
            found = act.where("conditions", Where("policy", "is", policy))
            last[policy] = max((line["number"] or 0 for line in found), default=0)
        number = defaulted(row, "number", last[policy] + 1)
        assert isinstance(number, int)
        last[policy] = max(last[policy], number)


def _entitlements(act: Act, rows: list[Values]) -> None:
    for row in rows:
        defaulted(row, "year", act.office.today().year)


def _cultivation(act: Act, rows: list[Values]) -> None:
    tracks = rulebook(act).value("cultivation_tracks")
    for row in rows:
        found = next((track["name"] for track in tracks if row.get("target") in track["steps"]), None)
        defaulted(row, "track", found)


def _participants(_act: Act, rows: list[Values]) -> None:
    parts = (("enterprise", "企业"), ("bank", "银行"), ("department", "部门"))
    for row in rows:
        defaulted(row, "part", next((word for name, word in parts if row.get(name)), None))


def _space_needs(act: Act, rows: list[Values]) -> None:
    for row in rows:
        defaulted(row, "raised", act.office.today())
        defaulted(row, "state", "已落实" if row.get("asset") else "待对接")


def _assets(_act: Act, rows: list[Values]) -> None:
    for row in rows:
        defaulted(row, "state", "已盘活" if row.get("enterprise") else "闲置")


def _space_matches(act: Act, rows: list[Values]) -> None:
    for row in rows:
        defaulted(row, "day", act.office.today())
        defaulted(row, "state", MATCH_STATES[0])
        defaulted(row, "officer", act.office.officer.id or None)


def _projects(_act: Act, rows: list[Values]) -> None:
    for row in rows:
        built, begun = row.get("finished"), row.get("started")
        defaulted(row, "stage", "竣工" if built else "在建" if begun else "落地")


def _weekly_notes(act: Act, rows: list[Values]) -> None:
    """Whatever day was given, the week is known by its Monday."""
    for row in rows:
        day = defaulted(row, "week", act.office.today())
        assert isinstance(day, date)
        row["week"] = day - timedelta(days=day.weekday())


COMPLETE: Mapping[str, Complete] = {
    "meetings": _meetings,
    "participants": _participants,
    "financing": _financing,
    "bank_responses": _bank_responses,
    "conditions": _conditions,
    "entitlements": _entitlements,
    "cultivation": _cultivation,
    "projects": _projects,
    "leads": _with(stage="线索"),
    "tech_projects": _with(state="储备"),
    "assets": _assets,
    "space_needs": _space_needs,
    "space_matches": _space_matches,
    "weekly_notes": _weekly_notes,
}
