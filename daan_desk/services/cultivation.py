"""Where enterprises stand on the ladders of qualifications, and who is nearly at the next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daan_desk.domain.conditions import Condition
from daan_desk.domain.cultivation import Standing, Threshold, Track, in_force, readiness, standing, track_of
from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.policies import Answer, Verdict
from daan_desk.domain.profiles import Profile
from daan_desk.domain.rulebook import Rulebook
from daan_desk.services.changes import Changes
from daan_desk.services.completing import completed
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


def enrol(office: Office, climbs: Sequence[tuple[str, str]], year: int) -> Changes:
    """Take enterprises up into 梯度培育: (enterprise id, the level aimed at), each with what it lacks today."""
    refuse_unless(climbs, "请先选择企业", "enterprise")
    with office.writing(f"纳入培育库 {len(climbs)} 家") as act:
        rules = rulebook(act)
        known = profiles(act, office.today(), [enterprise for enterprise, _ in climbs])
        taken = set(act.columns("cultivation", "enterprise", "target"))
        rows = [
            {
                "enterprise": enterprise,
                "target": target,
                "target_year": year,
                **_stands(rules, known[enterprise], target),
            }
            for enterprise, target in climbs
            if (enterprise, target) not in taken
        ]
        refuse_unless(rows, "所选的企业都已在培育库里", "enterprise")
        act.add_many("cultivation", completed(act, "cultivation", rows))
    return act.changes


def _stands(rules: Rulebook, profile: Profile, target: str) -> dict[str, object]:
    """The level that an enterprise has on the ladder of that step, and what it lacks for it."""
    track = track_of(target, tracks(rules, profile.day))
    level = standing(track, profile.held, profile.day).level if track else ""
    lacking = readiness(target, thresholds(rules), profile, Decimal(rules.value("near_share"))).lacking
    return {"level": level or None, "gaps": "\n".join(lacking) or None}


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
