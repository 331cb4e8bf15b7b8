"""The three lists of policies that matter: entitled and not applied, applied and not paid in time, closing soon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from daan_desk.domain.entitlements import Way, pay_light
from daan_desk.domain.lights import Colour
from daan_desk.domain.policies import Answer
from daan_desk.domain.questions import Where
from daan_desk.services.office import Office
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Line, Reader


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the three lists; id: the record to open in `ledger`."""

    ledger: str
    id: str
    policy: str
    enterprise: str
    words: str
    day: date | None = None


def not_applied(reader: Reader) -> tuple[Listed, ...]:
    """符合但未申报: entitled by the last comparison, not applied, not unwilling."""
    return tuple(_listed(reader, line, _way(line).stage, line["told"]) for line in waiting(reader))


def waiting(reader: Reader) -> list[Line]:
    """The entitlements that nobody has applied for yet."""
    wheres = (Where("verdict", "is", Answer.MET.value), Where("applied", "empty"), Where("wish", "not", "不申报"))
    return reader.where("entitlements", *wheres)


def not_paid(reader: Reader, day: date) -> tuple[Listed, ...]:
    """已申报超时未拨付: the working days in which the policy promises to pay are over."""
    calendar = rulebook(reader).calendar
    days = dict(reader.columns("policies", "id", "pay_days"))
    lines = reader.where("entitlements", Where("applied", "filled"), Where("paid", "empty"))
    lights = {line["id"]: pay_light(_way(line), days.get(line["policy"]), day, calendar) for line in lines}
    late = [line for line in lines if lights[line["id"]].colour is Colour.RED]
    return tuple(_listed(reader, line, lights[line["id"]].words, line["applied"]) for line in late)


def closing(reader: Reader, day: date) -> tuple[Listed, ...]:
    """窗口将关: policies whose window is open and closes within the days of the setting, the nearest first."""
    last = day + timedelta(days=int(rulebook(reader).value("window_days")))
    lines = reader.where(
        "policies", Where("window_to", "from", day), Where("window_to", "to", last), sort=("window_to",)
    )
    open_now = [line for line in lines if (line["window_from"] or day) <= day]
    return tuple(
        Listed("policies", line["id"], line["name"], "", _left(line["window_to"], day), line["window_to"])
        for line in open_now
    )


def _left(last: date, day: date) -> str:
    return f"还有 {(last - day).days} 天截止" if last > day else "今天截止"


def _way(line: Line) -> Way:
    return Way(*(line[name] for name in ("told", "wish", "applied", "review", "published", "paid")))


def _listed(reader: Reader, line: Line, words: str, day: date | None) -> Listed:
    firm = reader.titles("enterprises", [line["enterprise"]])
    name = reader.titles("policies", [line["policy"]])
    return Listed(
        "entitlements", line["id"], name.get(line["policy"], ""), firm.get(line["enterprise"], ""), words, day
    )


def windows(office: Office) -> tuple[Listed, ...]:
    """Policies whose window closes soon, for the home page."""
    with office.reading() as reader:
        return closing(reader, office.today())
