"""What belongs to an officer and goes over with the post: assignments, open issues, projects, leads, loose ends."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date

from daan_desk.domain.handovers import HANDED_OVER, Held, in_place_of, passed, runs
from daan_desk.domain.home import LooseEnd
from daan_desk.domain.issues import OPEN
from daan_desk.domain.projects import BUILT, LEAD_DONE
from daan_desk.domain.questions import Where
from daan_desk.services import home_lists
from daan_desk.services.grounds import grounds
from daan_desk.services.office import Office
from daan_desk.store.reader import Line, Reader

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Person:
    """An officer of the roster."""

    id: str
    name: str
    role: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a handover: its record, what a successor must know of it, and what becomes of it."""

    ledger: str
    id: str
    text: str
    detail: str
    how: str
    moves: bool = True


@dataclass
class Handing:
    """Works one handover out inside one reading; `changed` and `added` are what would be written."""

    office: Office
    reader: Reader
    leaver: Person
    successor: Person
    day: date
    basis: str
    changed: defaultdict[str, dict[str, Values]] = field(default_factory=lambda: defaultdict(dict))
    added: defaultdict[str, list[Values]] = field(default_factory=lambda: defaultdict(list))
    roles: Counter[str] = field(default_factory=Counter)

    def parts(self, kept: Set[str]) -> Iterator[list[Item]]:
        """Everything, kind by kind."""
        links = [line for line in self._links(self.leaver) if runs(held(line), self.day)]
        staying = {line["enterprise"] for line in links if line["id"] in kept and line["enterprise"]}
        moved = {line["enterprise"] for line in links if line["enterprise"]} - staying
        yield self.assignments(links, kept)
        yield self.issues(moved, staying)
        yield self.projects()
        yield self.leads()
        yield self.loose_ends(moved)

    def assignments(self, links: list[Line], kept: Set[str]) -> list[Item]:
        """Each ends the day before, and begins again for the successor; those of `kept` stay."""
        successors = [line for line in self._links(self.successor) if runs(held(line), self.day)]
        taken = {(held(line).about, line["role"]) for line in successors}
        known = self.reader.lines("enterprises", [line["enterprise"] for line in links if line["enterprise"]])
        names = self.reader.titles("projects", [line["project"] for line in links if line["project"]])
        found = []
        for line in links:
            enterprise = known.get(line["enterprise"])
            text = enterprise["name"] if enterprise else names.get(line["project"], "")
            stays = line["id"] in kept
            how = "不移交，仍由原干部包联" if stays else self._assignment(line, taken)
            found.append(Item("assignments", line["id"], text, _of_link(line, enterprise), how, not stays))
        return found

    def _assignment(self, line: Line, taken: Set[tuple[str, str]]) -> str:
        become = passed(held(line), self.day, taken)
        self.roles[line["role"]] += 1
        values: Values = {"until": become.ends} if become.ends else {"officer": self.successor.id}
        self.changed["assignments"][line["id"]] = values
        if become.ends and become.begins:
            again = {name: line[name] for name in ("enterprise", "project", "role") if line[name]}
            dated = {"officer": self.successor.id, "since": become.begins, "until": become.until, "basis": self.basis}
            self.added["assignments"].append(again | dated)
        return become.words

    def issues(self, moved: Set[str], staying: Set[str]) -> list[Item]:
        """Open issues of the enterprises that go over, and those that the leaver handles elsewhere."""
        found = []
        lines = self.reader.where("issues", Where("state", "in", tuple(state.value for state in OPEN)))
        names = self.reader.titles("enterprises", {line["enterprise"] for line in lines})
        for line in lines:
            handler = in_place_of(line["handler"], self.leaver.name, self.successor.name)
            if line["enterprise"] in staying or not (handler or line["enterprise"] in moved):
                continue
            how = self._handled(line, handler) if handler else "随企业移交，由接任人继续跟踪"
            detail = " · ".join(filter(None, (names.get(line["enterprise"], ""), line["state"], _due(line))))
            found.append(Item("issues", line["id"], f"{line['number'] or ''} {line['title']}".strip(), detail, how))
        return found

    def _handled(self, line: Line, handler: str) -> str:
        self.changed["issues"][line["id"]] = {"handler": handler}
        what = f"承办人由{self.leaver.name}改为{self.successor.name}（{self.basis}，自 {self.day:%Y-%m-%d} 起）"
        state, by = line["state"], self.office.officer.name
        step = {"issue": line["id"], "day": self.office.today(), "move": HANDED_OVER, "by": by, "what": what}
        self.added["steps"].append(step | {"from_state": state, "to_state": state})
        return "承办人改为接任人"

    def projects(self) -> list[Item]:
        """Projects that are not built yet and that the leaver leads."""
        lines = self.reader.where("projects", Where("leader", "is", self.leaver.id))
        under_way = [line for line in lines if line["finished"] is None and line["stage"] not in BUILT]
        for line in under_way:
            self.changed["projects"][line["id"]] = {"leader": self.successor.id}
        return [Item("projects", one["id"], one["name"], one["stage"] or "", "包联领导改为接任人") for one in under_way]

    def leads(self) -> list[Item]:
        """Leads that the leaver keeps in touch with."""
        found = []
        for line in self.reader.where("leads"):
            contact = in_place_of(line["contact"], self.leaver.name, self.successor.name)
            if contact and line["stage"] not in LEAD_DONE:
                self.changed["leads"][line["id"]] = {"contact": contact}
                detail = " · ".join(filter(None, (line["stage"], line["next_step"])))
                found.append(Item("leads", line["id"], line["company"], detail, "对接人改为接任人"))
        return found

    def loose_ends(self, moved: Set[str]) -> list[Item]:
        """What was promised on visits to these enterprises and not yet taken up."""
        desk = home_lists.Desk(self.reader, grounds(self.reader, self.office.today()), self.leaver.id)
        return [
            Item(
                "visits", end.visit, end.next_step, f"{end.enterprise_name} · {end.day:%Y-%m-%d}", "请接任人落实", False
            )
            for end in home_lists.loose_ends(desk)
            if end.enterprise in moved
        ]

    def warnings(self) -> Iterator[str]:
        """What somebody should know before it is done."""
        to, today = self.successor, self.office.today()
        if not to.active:
            yield f"{to.name}在干部名册里是“不在岗”。"
        others = [f"{role} {count} 项" for role, count in sorted(self.roles.items()) if role != to.role]
        if others:
            yield f"{to.name}的身份是“{to.role}”，移交后以原来的身份包联：{'、'.join(others)}。"
        if self.day > today:
            yield f"包联自 {self.day:%Y-%m-%d} 起移交；承办人、项目包联领导和线索对接人不分日期，办理时即改。"
        led = (Where("led_by", "is", self.leaver.id), Where("day", "from", self.day))
        late = self.reader.count("visits", *led) if self.day <= today else 0
        if late:
            yield f"{self.leaver.name}在生效日当天及以后还有 {late} 次走访，仍记在其名下。"

    def _links(self, who: Person) -> list[Line]:
        return self.reader.where("assignments", Where("officer", "is", who.id))


def held(line: Line) -> Held:
    """A row of the ledger as the rules see it."""
    return Held(line["id"], line["enterprise"] or line["project"], line["role"], line["since"], line["until"])


def _of_link(line: Line, enterprise: Line | None) -> str:
    said = [line["role"], f"{line['since']:%Y-%m-%d} 起" if line["since"] else ""]
    if enterprise:
        last = enterprise["last_visit"]
        said += [f"最近走访 {last:%Y-%m-%d}" if last else "还没有走访过", f"未办结问题 {enterprise['open_issues']} 个"]
    return " · ".join(part for part in said if part)


def _due(line: Line) -> str:
    return f"时限 {line['due']:%Y-%m-%d}" if line["due"] else ""


def _of_end(end: LooseEnd) -> str:
    return f"{end.enterprise_name} · {end.day:%Y-%m-%d}"
