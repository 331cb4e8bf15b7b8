"""The notice 政策告知单 of an enterprise, and that it was handed over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from daan_desk.domain.benefits import Expected
from daan_desk.domain.entitlements import Way, window_light
from daan_desk.domain.notices import NoticeItem, PolicyNotice, sum_of
from daan_desk.domain.policies import Answer
from daan_desk.domain.questions import Where
from daan_desk.services.changes import Changes
from daan_desk.services.entitling import compared
from daan_desk.services.office import Office
from daan_desk.services.policy_judging import Entitled, in_force, judged
from daan_desk.services.rules import rulebook
from daan_desk.services.settings import setting
from daan_desk.services.values import linked
from daan_desk.store.reader import Line, Reader

WAY = ("told", "wish", "applied", "review", "published", "paid")


def identified(reader: Reader, enterprise: str) -> str:
    """The id of an enterprise that is named by its id, name or code."""
    return linked(reader, "enterprises", enterprise)


def notice(office: Office, enterprise: str) -> PolicyNotice:
    """What an enterprise (id, name or code) is entitled to today and why; what fails by far is left out."""
    unit = str(setting(office, "office_name"))
    with office.reading() as reader:
        day, identity = office.today(), identified(reader, enterprise)
        line = reader.line("enterprises", identity)
        assert line is not None
        found = judged(reader, day, in_force(reader, day), (identity,))
        items = _Items(reader, day, identity)
        parts = {a: tuple(items.item(one) for one in found if one.verdict.answer is a) for a in Answer}
    contact = " ".join(str(line[name]) for name in ("contact_name", "contact_phone") if line[name])
    met, near, unknown = (parts[answer] for answer in (Answer.MET, Answer.NEAR, Answer.UNKNOWN))
    unknown = tuple(item for item in unknown if item.reasons)
    return PolicyNotice(line["name"], contact, day, unit, met, near, unknown, sum_of(met))


def hand_over(office: Office, enterprise: str) -> Changes:
    """Keep what the enterprise is entitled to this year, and that it was told today."""
    with office.writing("送达政策告知单") as act:
        day, identity = office.today(), identified(act, enterprise)
        found = judged(act, day, in_force(act, day), (identity,))
        fresh, changed = compared(act, found, day.year)
        act.add_many("entitlements", fresh)
        act.change_many("entitlements", changed)
        act.change_many("entitlements", {key: {"told": day} for key in _untold(act, identity, day.year)})
        act.concerns("enterprises", identity)
    return act.changes


def _untold(reader: Reader, enterprise: str, year: int) -> list[str]:
    asked = (Where("enterprise", "is", enterprise), Where("year", "is", year), Where("told", "empty"))
    return [row["id"] for row in reader.where("entitlements", *asked) if row["verdict"] == Answer.MET.value]


class _Items:
    """What the notice says of each policy: its window, who takes applications, how far the enterprise has come."""

    def __init__(self, reader: Reader, day: date, enterprise: str) -> None:
        self.day, self.days = day, int(rulebook(reader).value("window_days"))
        self.policies: Mapping[str, Line] = {line["id"]: line for line in reader.where("policies")}
        self.departments = dict(reader.columns("departments", "id", "name"))
        kept = reader.where("entitlements", Where("enterprise", "is", enterprise), Where("year", "is", day.year))
        self.kept = {line["policy"]: line for line in kept}

    def item(self, one: Entitled) -> NoticeItem:
        line, met = self.policies[one.policy], one.verdict.answer is Answer.MET
        reasons = [r.words for r in one.verdict.reasons if met or r.answer is one.verdict.answer]
        hoped = one.expected if met else Expected(None, "")
        kept = self.kept.get(one.policy)
        return NoticeItem(
            one.title,
            line["document"] or "",
            tuple(reasons) if self._asked(one) else (),
            hoped.amount,
            hoped.working,
            window_light(line["window_from"], line["window_to"], self.day, self.days).words,
            line["payment"] or "",
            self._where(line),
            Way(*(kept[name] for name in WAY)).stage if kept else "",
        )

    def _asked(self, one: Entitled) -> bool:
        """Whether anybody has entered what the policy asks for."""
        return any(reason.fact for reason in one.verdict.reasons)

    def _where(self, line: Line) -> str:
        unit = self.departments.get(line["department"], "")
        return " ".join(word for word in (unit, line["office"], line["phone"]) if word)
