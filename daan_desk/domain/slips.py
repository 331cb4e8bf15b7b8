"""The closing slip 销号单: one issue from the day it was raised to the signatures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SIGNATURES = ("企业（盖章）", "承办部门（盖章）", "首席服务官", "企服办审核")


@dataclass(frozen=True, slots=True)
class SlipStep:
    """One step on the way: the day, who took it, what was done."""

    day: date
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class ClosingSlip:
    """What the slip prints; a day that has not come is None, words that are not known are "".

    signatures: the words beside the signature lines, in order. notes: sentences in small print at the foot.
    """

    number: str
    enterprise: str
    title: str
    raised: date
    category: str = ""
    grade: str = ""
    source: str = ""
    description: str = ""
    lead: str = ""
    assisting: str = ""
    handler: str = ""
    contact: str = ""
    due: date | None = None
    steps: tuple[SlipStep, ...] = ()
    outcome: str = ""
    answered: date | None = None
    satisfaction: str = ""
    callback_day: date | None = None
    callback_by: str = ""
    closed: date | None = None
    office: str = ""
    signatures: tuple[str, ...] = SIGNATURES
    notes: tuple[str, ...] = ()

    @property
    def late(self) -> bool | None:
        """Whether the answer came after the due day; None where either day is missing."""
        return None if self.due is None or self.answered is None else self.answered > self.due
