"""The ladders of qualifications: where an enterprise stands, what comes next, and what it still lacks for it.

Steps and thresholds are dated rows of settings, for rules are revised: a row counts from its day until its last one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daan_desk.domain.conditions import Condition
from daan_desk.domain.policies import NEAR, Answer, Reason, Verdict, verdict
from daan_desk.domain.profiles import Held, Profile


@dataclass(frozen=True, slots=True)
class Track:
    """A ladder, its steps from low to high, in force from a day on."""

    name: str
    steps: tuple[str, ...]
    since: date


@dataclass(frozen=True, slots=True)
class Threshold:
    """One condition of a step with the rule that it comes from, in force between two days."""

    level: str
    condition: Condition
    basis: str
    since: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it is in force on the day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an enterprise stands on a ladder: "" for none yet, the next step "" at the top."""

    level: str
    following: str


def in_force(tracks: Iterable[Track], day: date) -> tuple[Track, ...]:
    """The newest version of every ladder on the day."""
    newest: dict[str, Track] = {}
    for track in sorted(tracks, key=lambda one: one.since):
        if track.since <= day:
            newest[track.name] = track
    return tuple(newest.values())


def track_of(target: str, tracks: Iterable[Track]) -> Track | None:
    """The ladder that has this step."""
    return next((track for track in tracks if target in track.steps), None)


def standing(track: Track, held: Sequence[Held], day: date) -> Standing:
    """The highest step whose qualification is valid on the day, and the next one."""
    valid = {one.kind for one in held if one.holds(day)}
    reached = [at for at, step in enumerate(track.steps) if step in valid]
    at = reached[-1] if reached else -1
    level = track.steps[at] if reached else ""
    return Standing(level, track.steps[at + 1] if at + 1 < len(track.steps) else "")


def readiness(target: str, thresholds: Sequence[Threshold], profile: Profile, near: Decimal = NEAR) -> Verdict:
    """How an enterprise stands to the thresholds of a step that are in force; without any the answer is 缺数据."""
    mine = [one for one in thresholds if one.level == target and one.holds(profile.day)]
    if mine:
        return verdict([one.condition for one in mine], profile, near)
    old = [one for one in thresholds if one.level == target and one.until and one.until < profile.day]
    said = f"“{target}”现行的认定标准还没有录入，请在设置“培育门槛”里补充"
    if old:
        said = f"“{target}”原标准（{old[-1].basis}）已于 {old[-1].until} 停止执行，新标准还没有录入"
    return Verdict(Answer.UNKNOWN, (Reason(Answer.UNKNOWN, said),))


def near_words(found: Verdict) -> str:
    """A verdict in one line for a table: what is short, or what is not known."""
    if found.answer is Answer.MET:
        return "各项门槛都已达到"
    wanted = [one.words for one in found.reasons if one.answer is not Answer.MET]
    return wanted[0] if len(wanted) == 1 else f"{len(wanted)} 项未达到或缺数据：{wanted[0]}"
