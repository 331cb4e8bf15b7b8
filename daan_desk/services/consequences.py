"""What follows for other records when one is kept, changed or removed: told once here, in the same act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from daan_desk.domain.financing import Answered, state_of
from daan_desk.domain.projects import MonthDone, done_in_year
from daan_desk.domain.questions import Where
from daan_desk.services import figure_sums, matched_spaces
from daan_desk.services.office import Act
from daan_desk.store.reader import Line, Reader

Owner = tuple[str, str]  # the field that links to a record for which something follows, and that record's id
Settle = Callable[[Act, str], None]


def owners(reader: Reader, ledger: str, ids: Sequence[str]) -> tuple[Owner, ...]:
    """The records for which something follows from these; asked before they are changed or removed, and after."""
    links, found = FOLLOWING.get(ledger, {}), dict[Owner, None]()
    for line in reader.lines(ledger, ids).values() if links else ():
        found |= {(link, line[link]): None for link in links if line[link]}
    return tuple(found)


def settle(act: Act, ledger: str, owners: Sequence[Owner]) -> None:
    """Set what follows for these records."""
    for link, owner in dict.fromkeys(owners):
        FOLLOWING[ledger][link](act, owner)


def follow(act: Act, ledger: str, ids: Sequence[str]) -> None:
    """Set what follows from records that were just kept or changed."""
    settle(act, ledger, owners(act, ledger, ids))


def answers(reader: Reader, *where: Where) -> tuple[Answered, ...]:
    """The banks' answers under these conditions."""
    return tuple(answered(line) for line in reader.where("bank_responses", *where))


def answered(line: Line) -> Answered:
    """A row of the ledger as rules see it."""
    names = ("demand", "bank", "pushed", "due", "decision", "credit", "loan", "reason")
    return Answered(*(line[name] for name in names))


def _demand(act: Act, identity: str) -> None:
    demand = act.line("financing", identity)
    if demand is not None:
        state = state_of(demand["state"], answers(act, Where("demand", "is", identity)))
        act.change("financing", identity, {"state": state})


def _project(act: Act, identity: str) -> None:
    lines = act.where("project_months", Where("project", "is", identity), sort=("month",))
    if act.line("projects", identity) is None or not lines:
        return
    newest = lines[-1]
    months = [MonthDone(line["month"], line["done_month"], line["done_year"]) for line in lines]
    told = {name: newest[name] for name in ("done_month", "progress", "problems") if newest[name] is not None}
    act.change("projects", identity, {**told, "done_year": done_in_year(months)})


FOLLOWING: Mapping[str, Mapping[str, Settle]] = {
    "bank_responses": {"demand": _demand},
    "project_months": {"project": _project},
    "figures": {"enterprise": figure_sums.settle},
    "space_matches": {"need": matched_spaces.need_follows, "asset": matched_spaces.asset_follows},
}
