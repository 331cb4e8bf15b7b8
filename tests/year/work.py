"""What people do in that year, at random; a refusal is told to the officer, who goes on with something else."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta

from daan_desk.domain.failures import Rejected
from daan_desk.domain.questions import Question
from daan_desk.services import attachments, imports, issues, merging, records, undo, visits
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.services.twins import open_twins
from tests.sheets import layout
from tests.year.world import LAPTOPS, OFFICE, Year

Work = Callable[[Office, random.Random], Changes]
WORDS = ("甲", "乙", "丙", "")
TRIES = 6
LASTING = ("放入", "建立", "干部", "包联")  # acts that nobody takes back
MOVES: dict[str, tuple[str, dict[str, str]]] = {
    "待交办": ("交办", {"lead_department": "区交通局"}),
    "已交办": ("开始办理", {}),
    "办理中": ("办结", {"outcome": "解决了"}),
    "已办结": ("回访", {"callback": "不满意"}),
}


def some(office: Office, dice: random.Random, ledger: str) -> str:
    """Any living record."""
    with office.reading() as reader:
        ids = reader.ids(Question(ledger))
    if not ids:
        raise Rejected("nothing there")
    return dice.choice(ids)


def enterprise(office: Office, dice: random.Random) -> Changes:
    return records.add(office, "enterprises", {"name": f"自贡{dice.randrange(40)}号厂", "employees": dice.randrange(9)})


def visit(office: Office, dice: random.Random) -> Changes:
    """Two who were there together write it down on the same day, each on the own laptop."""
    day = office.today() - timedelta(days=dice.choice([0, 0, 1, 2]))
    raised = [{"title": f"走访第 {dice.randrange(10**6)} 件", "category": "园区配套"}] * dice.choice([0, 0, 1])
    given = {"enterprise": some(office, dice, "enterprises"), "day": day, "way": "实地"}
    return visits.log(office, given | {"companions": office.officer.name, "summary": dice.choice(WORDS)}, raised)


def issue(office: Office, dice: random.Random) -> Changes:
    given = {"enterprise": some(office, dice, "enterprises"), "title": f"第 {dice.randrange(10**6)} 件"}
    return records.add(office, "issues", given | {"category": "用工人才", "raised": office.today()})


def move(office: Office, dice: random.Random) -> Changes:
    """A step of an issue's life, or a word on how it goes, which changes nothing in the issue itself."""
    one = some(office, dice, "issues")
    with office.reading() as reader:
        state = str((reader.line("issues", one) or {})["state"])
    if state == "办理中" and dice.random() < 0.5:
        return issues.move(office, one, "进展", {"what": f"第 {dice.randrange(99)} 次"})
    word, values = MOVES.get(state, ("交办", {}))
    return issues.move(office, one, word, values)


def edit(office: Office, dice: random.Random) -> Changes:
    """Two edit the same field, or two fields of one record."""
    ledger = dice.choice(["enterprises", "enterprises", "visits", "issues"])
    field = {
        "enterprises": ("employees", "address", "short_name"),
        "visits": ("summary", "staff"),
        "issues": ("notes",),
    }
    name = dice.choice(field[ledger])
    value: object = dice.randrange(9) if name in ("employees", "staff") else dice.choice(WORDS)
    return records.change(office, ledger, some(office, dice, ledger), {name: value})


def move_visit(office: Office, dice: random.Random) -> Changes:
    one = some(office, dice, "visits")
    return records.change(office, "visits", one, {"enterprise": some(office, dice, "enterprises")})


def remove(office: Office, dice: random.Random) -> Changes:
    ledger = dice.choice(["issues", "visits", "enterprises"])
    return records.remove(office, ledger, [some(office, dice, ledger)])


def take_back(office: Office, dice: random.Random) -> Changes:
    """An act of the last days, a merge among them."""
    acts = [act for act in undo.acts(office, 6) if not any(word in act.name for word in LASTING)]
    return undo.undo(office, dice.choice(acts).id if acts else "none")


def roster(office: Office, dice: random.Random) -> Changes:
    """The same roster comes to several, each time a little different."""
    rows = [(f"自贡{dice.randrange(40)}号厂", str(dice.randrange(9))) for _ in range(4)]
    plan = imports.plan(office, layout("企业名称 从业人数", *dict(rows).items()))
    return imports.carry_out(office, plan)


def decide(office: Office, dice: random.Random) -> Changes:
    open_ones = merging.conflicts(office)
    if not open_ones:
        raise Rejected("nothing to decide")
    one = dice.choice(open_ones)
    return merging.decide(office, one, dice.choice(one.sides) if not one.deletion else dice.choice(["保留", "删除"]))


def join(office: Office, dice: random.Random) -> Changes:
    pairs = open_twins(office)
    if not pairs:
        raise Rejected("nothing twice")
    return merging.join(office, dice.choice(pairs))


def attach(office: Office, dice: random.Random) -> Changes:
    contents = [attachments.Brought(f"现场{dice.randrange(9)}.txt", str(dice.randrange(99)).encode())]
    return attachments.attach(office, "visits", some(office, dice, "visits"), contents)


def reassign(office: Office, dice: random.Random) -> Changes:
    """An enterprise goes to another leader, or one more looks after it."""
    if dice.random() < 0.5:
        yesterday = office.today() - timedelta(days=1)
        return records.change(office, "assignments", some(office, dice, "assignments"), {"until": yesterday})
    given = {"officer": dice.choice(LAPTOPS), "enterprise": some(office, dice, "enterprises"), "role": "县级领导"}
    return records.add(office, "assignments", given | {"since": office.today()})


EVERYWHERE: tuple[Work, ...] = (
    *(edit, edit, edit, visit, visit, visit, issue, issue, move, move, move),
    *(enterprise, move_visit, remove, remove, take_back, roster, decide, join, attach),
)
IN_THE_OFFICE = (*EVERYWHERE, reassign, reassign)


def work(year: Year, who: str) -> None:
    """One thing that somebody does; what is refused is left, and something else is done."""
    for act in year.dice.choices(IN_THE_OFFICE if who == OFFICE else EVERYWHERE, k=TRIES):
        try:
            changes = act(year.office(who), year.dice)
        except Rejected as refused:
            year.tell(who, f"{act.__name__}: {refused}")
        else:
            year.tell(who, f"{act.__name__}: {changes.name}")
            return year.done(who, changes)
    return None
