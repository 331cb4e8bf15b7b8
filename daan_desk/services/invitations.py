"""Who is asked to a meeting: enterprises that answer filters, officers, departments, banks; and who came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from daan_desk.domain.facts import Role
from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.questions import Question, Where
from daan_desk.services.changes import Changes
from daan_desk.services.completing import completed
from daan_desk.services.office import Act, Office
from daan_desk.services.values import linked
from daan_desk.store.reader import Line, Reader

GONE = ("注销", "迁出")
PARTS: Mapping[str, str] = {"enterprises": "企业", "officers": "领导", "departments": "部门", "banks": "银行"}
# Where a participant's person, post and phone are known beforehand: fields of the record that is asked.
KNOWN: Mapping[str, tuple[str, str, str]] = {
    "enterprises": ("contact_name", "contact_title", "contact_phone"),
    "officers": ("name", "post", "phone"),
    "departments": ("liaison", "", "phone"),
    "banks": ("contact", "", "phone"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """Which enterprises are looked for. not_met: days since we met them at least; open_issues: only those with some."""

    text: str = ""
    where: tuple[Where, ...] = ()
    open_issues: bool = False
    not_met: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An enterprise that answers: when we last met, how much is open, whether it is asked already."""

    id: str
    name: str
    met: date | None
    days: int | None
    open_issues: int
    asked: bool = False

    @property
    def words(self) -> str:
        """What an officer wants to know before asking it."""
        met = f"{self.days} 天前见过" if self.days is not None else "还没有见过"
        return f"{met} · 未办结问题 {self.open_issues} 个" if self.open_issues else met


def candidates(office: Office, meeting: str, wish: Wish) -> tuple[Candidate, ...]:
    """The enterprises that answer, those that nobody met for longest first."""
    where = (Where("operating_state", "not", GONE), *wish.where)
    where += (Where("open_issues", "from", 1),) if wish.open_issues else ()
    with office.reading() as reader:
        lines = reader.lines("enterprises", reader.ids(Question("enterprises", wish.text, where)))
        met, asked = last_met(reader), _asked(reader, meeting)["enterprise"]
        found = [_candidate(line, met.get(key), office.today(), key in asked) for key, line in lines.items()]
    wanted = (one for one in found if wish.not_met is None or one.days is None or one.days >= wish.not_met)
    return tuple(sorted(wanted, key=lambda one: (one.met or date.min, one.name)))


def _candidate(line: Line, met: date | None, today: date, asked: bool) -> Candidate:
    day = max((one for one in (met, line["last_visit"]) if one), default=None)
    days = None if day is None else (today - day).days
    return Candidate(line["id"], line["name"], day, days, line["open_issues"] or 0, asked)


def last_met(reader: Reader) -> dict[str, date]:
    """Enterprise → the last meeting that it came to."""
    days = dict(reader.columns("meetings", "id", "day"))
    found: dict[str, date] = {}
    for enterprise, meeting, came in reader.columns("participants", "enterprise", "meeting", "came"):
        day = days.get(meeting)
        if enterprise and came and day and day > found.get(enterprise, date.min):
            found[enterprise] = day
    return found


def _asked(reader: Reader, meeting: str) -> dict[str, set[str]]:
    """Who is on the list already, by the field that names them."""
    lines = reader.where("participants", Where("meeting", "is", meeting))
    return {
        name: {line[name] for line in lines if line[name]} for name in ("enterprise", "department", "bank", "person")
    }


def invite(office: Office, meeting: str, guests: Mapping[str, Sequence[str]]) -> Changes:
    """Put records on the list of a meeting: ids by ledger (enterprises, officers, departments, banks), in one act.

    Who is on it already stays as it is; person, post and phone come from what we know.
    """
    refuse_unless(any(guests.values()), "请先选择要邀请的企业、干部、部门或银行")
    with office.writing("邀请参加活动") as act:
        act.get("meetings", meeting)
        asked = _asked(act, meeting)
        rows = [row for ledger, ids in guests.items() for row in _rows(act, meeting, ledger, ids, asked)]
        act.add_many("participants", completed(act, "participants", rows))
        act.touch("meetings", meeting)
        act.name = f"邀请 {_counted(rows)}参加活动"
        already = sum(len(ids) for ids in guests.values()) - len(rows)
        act.remarks += [f"{already} 个已在名单上，没有重复邀请"] if already else []
    return act.changes


def _rows(
    act: Act, meeting: str, ledger: str, ids: Sequence[str], asked: Mapping[str, set[str]]
) -> list[dict[str, object]]:
    link = {"enterprises": "enterprise", "departments": "department", "banks": "bank"}.get(ledger, "")
    person, post, phone = KNOWN[ledger]
    made = []
    lines = act.lines(ledger, ids)
    for line in (lines[one] for one in dict.fromkeys(ids) if one in lines):
        if (line["id"] if link else line["name"]) in asked[link or "person"]:
            continue
        known = {"person": line[person], "post": line[post] if post else None, "phone": line[phone]}
        part = "工作人员" if line.get("role") not in (None, Role.LEADER) else PARTS[ledger]
        made.append({"meeting": meeting, "part": part, **({link: line["id"]} if link else {}), **known})
    return made


def _counted(rows: Sequence[Mapping[str, object]]) -> str:
    counts = Counter(str(row["part"]) for row in rows)
    measures = {"企业": "家企业", "领导": "位领导", "工作人员": "位工作人员", "部门": "个部门", "银行": "家银行"}
    return "、".join(f"{count} {measures[part]}" for part, count in counts.items()) or "（都已在名单上）"


def attend(office: Office, meeting: str, came: Mapping[str, str | bool | None]) -> Changes:
    """Say who came: participant id → True or False, or the name of the person who came instead."""
    with office.writing("登记到会") as act:
        lines = act.lines("participants", list(came))
        changes = {key: _came(came[key]) for key in lines}
        act.change_many("participants", changes)
        act.touch("meetings", meeting)
        there = sum(bool(change["came"]) for change in changes.values())
        act.name = f"登记到会：{there} 人到会" if there else "登记到会"
    return act.changes


def _came(said: str | bool | None) -> dict[str, object]:
    return {"came": True, "person": said.strip()} if isinstance(said, str) else {"came": said}


def participant(reader: Reader, meeting: str, word: str) -> str:
    """The participant of a meeting that a script means: an enterprise's, department's or bank's name, or a person's."""
    for line in reader.where("participants", Where("meeting", "is", meeting)):
        names = [
            reader.titles(f"{n}s", [line[n]]).get(line[n]) for n in ("enterprise", "department", "bank") if line[n]
        ]
        if word in (*names, line["person"], line["id"]):
            return str(line["id"])
    return linked(reader, "participants", word)
