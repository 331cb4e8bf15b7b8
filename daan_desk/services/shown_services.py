"""What is worked out when rows of the services' ledgers are shown: lights, stages, where an enterprise stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from daan_desk.domain.cultivation import near_words, readiness, standing, track_of
from daan_desk.domain.entitlements import Way, pay_light, window_light
from daan_desk.domain.financing import Answered, answer_light
from daan_desk.domain.kinds import Linked
from daan_desk.domain.lights import Colour, Light, progress_light, start_light
from daan_desk.domain.matching import FREE, follow_light
from daan_desk.domain.projects import BUILT, contact_light
from daan_desk.domain.questions import Row
from daan_desk.services.cultivation import thresholds, tracks
from daan_desk.services.office import Office
from daan_desk.services.profiles import profiles
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Reader

Values = Mapping[str, object]
Worked = Callable[[Office, Reader, Sequence[Row]], Callable[[Row], Values]]
WAY = ("told", "wish", "applied", "review", "published", "paid")


def lit(light: Light, words: str = "light", colour: str = "light_colour") -> Values:
    """A light as the two fields that show it."""
    return {words: light.words, colour: light.colour.value if light.words else ""}


def _of(row: Row, *names: str) -> list[Any]:
    return [row[name] for name in names]


def _bank_responses(office: Office, reader: Reader, _rows: Sequence[Row]) -> Callable[[Row], Values]:
    today, calendar = office.today(), rulebook(reader).calendar

    def work(row: Row) -> Values:
        pushed, due, decision, credit, loan = _of(row, "pushed", "due", "decision", "credit", "loan")
        return lit(answer_light(Answered("", "", pushed, due, decision, credit, loan), today, calendar))

    return work


def _policies(office: Office, reader: Reader, _rows: Sequence[Row]) -> Callable[[Row], Values]:
    today, days = office.today(), int(rulebook(reader).value("window_days"))

    def work(row: Row) -> Values:
        begin, end = _of(row, "window_from", "window_to")
        return lit(window_light(begin, end, today, days), "window", "window_colour")

    return work


def _entitlements(office: Office, reader: Reader, _rows: Sequence[Row]) -> Callable[[Row], Values]:
    today, calendar = office.today(), rulebook(reader).calendar
    days = dict(reader.columns("policies", "id", "pay_days"))

    def work(row: Row) -> Values:
        way, policy = Way(*_of(row, *WAY)), row["policy"]
        promised = days.get(policy.id) if isinstance(policy, Linked) else None
        return {"stage": way.stage, **lit(pay_light(way, promised, today, calendar))}

    return work


def _cultivation(office: Office, reader: Reader, rows: Sequence[Row]) -> Callable[[Row], Values]:
    rules, today = rulebook(reader), office.today()
    ladders, limits, near = tracks(rules, today), thresholds(rules), Decimal(rules.value("near_share"))
    wanted = tuple(dict.fromkeys(e.id for row in rows if isinstance(e := row["enterprise"], Linked)))
    known = profiles(reader, today, wanted)

    def work(row: Row) -> Values:
        enterprise, target = row["enterprise"], str(row["target"] or "")
        profile = known.get(enterprise.id) if isinstance(enterprise, Linked) else None
        track = track_of(target, ladders)
        if profile is None:
            return {"standing": "", "near": "", "near_verdict": ""}
        stands = standing(track, profile.held, today).level or "未入库" if track else ""
        found = readiness(target, limits, profile, near)
        return {"standing": stands, "near": near_words(found), "near_verdict": found.answer.value}

    return work


def _projects(office: Office, reader: Reader, _rows: Sequence[Row]) -> Callable[[Row], Values]:
    today, limits = office.today(), rulebook(reader).project_limits
    silent = Light(Colour.GREY, "")

    def work(row: Row) -> Values:
        planned, started, finished, stage = _of(row, "plan_start", "started", "finished", "stage")
        done, plan = _of(row, "done_year", "plan_year")
        built = finished is not None or stage in BUILT
        begun = Light(Colour.GREY, "已竣工") if built else start_light(planned, started, today, limits)
        under_way = started is not None and not built
        along = progress_light(done, plan, today, limits) if under_way else silent
        return {**lit(begun, "start_light", "start_colour"), **lit(along, "progress_light", "progress_colour")}

    return work


def _leads(office: Office, _reader: Reader, _rows: Sequence[Row]) -> Callable[[Row], Values]:
    today = office.today()

    def work(row: Row) -> Values:
        stage, next_contact = _of(row, "stage", "next_contact")
        return lit(contact_light(stage, next_contact, today))

    return work


def _space_matches(office: Office, _reader: Reader, _rows: Sequence[Row]) -> Callable[[Row], Values]:
    today = office.today()

    def work(row: Row) -> Values:
        state, next_day = _of(row, "state", "next_day")
        return lit(follow_light(state, next_day, today))

    return work


def _assets(office: Office, _reader: Reader, _rows: Sequence[Row]) -> Callable[[Row], Values]:
    today = office.today()

    def work(row: Row) -> Values:
        since, state = _of(row, "since", "state")
        if since is None or state not in (None, *FREE) or since > today:
            return {"idle_for": ""}
        months = (today.year - since.year) * 12 + today.month - since.month
        return {"idle_for": f"{months // 12} 年 {months % 12} 个月" if months >= 12 else f"{months} 个月"}

    return work


WORKED_OUT: Mapping[str, Worked] = {
    "bank_responses": _bank_responses,
    "policies": _policies,
    "entitlements": _entitlements,
    "cultivation": _cultivation,
    "projects": _projects,
    "leads": _leads,
    "assets": _assets,
    "space_matches": _space_matches,
}
