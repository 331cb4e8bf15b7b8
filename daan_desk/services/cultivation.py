"""Where enterprises stand on the ladders of qualifications, and who is nearly at the next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daan_desk.domain.conditions import Condition
from daan_desk.domain.cultivation import Standing, Threshold, Track, in_force, readiness, standing
from daan_desk.domain.policies import Answer, Verdict
from daan_desk.domain.rulebook import Rulebook
from daan_desk.services.grounds import GONE
from daan_desk.services.office import Office
from daan_desk.services.profiles import profiles
from daan_desk.services.rules import rulebook

READY = (Answer.MET, Answer.NEAR)


@dataclass(frozen=True, slots=True)
class Climber:
    """An enterprise on a ladder, with the verdict on its next step."""

    enterprise: str
    name: str
    track: str
    standing: Standing
    verdict: Verdict


def tracks(rules: Rulebook, day: date) -> tuple[Track, ...]:
    """The ladders in force on the day."""
    rows = rules.value("cultivation_tracks")
    return in_force((Track(row["name"], tuple(row["steps"]), date.fromisoformat(row["since"])) for row in rows), day)


def thresholds(rules: Rulebook) -> tuple[Threshold, ...]:
    """Every dated threshold of the settings."""
    return tuple(
        Threshold(
            row["level"],
            Condition(row["fact"], row["operator"], row["value"], row["year"]),
            row["basis"],
            date.fromisoformat(row["since"]),
            date.fromisoformat(row["until"]) if row["until"] else None,
        )
        for row in rules.value("cultivation_thresholds")
    )


def climbers(office: Office, answers: Sequence[Answer] = READY) -> tuple[Climber, ...]:
    """Enterprises whose next step on a ladder has one of these answers: by default who is there or nearly there."""
    with office.reading() as reader:
        rules, day = rulebook(reader), office.today()
        known = profiles(reader, day)
        states = reader.columns("enterprises", "id", "name", "operating_state")
    names = {identity: name for identity, name, state in states if state not in GONE}
    ladders, limits, near = tracks(rules, day), thresholds(rules), Decimal(rules.value("near_share"))
    found = []
    for identity, name in names.items():
        for track in ladders:
            stands = standing(track, known[identity].held, day)
            if stands.following:
                answer = readiness(stands.following, limits, known[identity], near)
                if answer.answer in answers:
                    found.append(Climber(identity, name, track.name, stands, answer))
    order = {answer: at for at, answer in enumerate(Answer)}
    return tuple(sorted(found, key=lambda one: (order[one.verdict.answer], one.track, one.name)))
