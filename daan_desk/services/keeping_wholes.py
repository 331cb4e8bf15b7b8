"""What somebody deleted while others went on working with it stays, and that is said: nothing belongs to nothing."""

from __future__ import annotations

from daan_desk.domain.merging import DELETED, settle
from daan_desk.services.office import Act
from daan_desk.services.records import PARTS, spoken, users_of
from daan_desk.store.base import LEDGERS
from daan_desk.store.deserted import deserted
from daan_desk.store.journal import entries_of_act, entries_of_rows


def kept(act: Act) -> tuple[str, ...]:
    """Bring back every deleted record that living ones belong to, with what went with it; answers a sentence each."""
    told: list[str] = []
    while places := deserted(act.connection):
        for ledger, identity in places:
            act.change(ledger, identity, {DELETED: None})
            bring_parts_back(act, ledger, identity)
            told.append(_sentence(act, ledger, identity))
    return tuple(told)


def _sentence(act: Act, ledger: str, identity: str) -> str:
    title = act.titles(ledger, [identity]).get(identity, "")
    users = users_of(act, ledger, [identity]).get(identity, {})
    why = f"有{spoken(users)}用到它" if users else "有属于它的内容"
    return f"{LEDGERS[ledger].ledger.noun}“{title}”有人删除了，但{why}，所以保留"


def bring_parts_back(act: Act, ledger: str, identity: str) -> None:
    """What went with the record in the same act comes back with it."""
    history = entries_of_rows(act.connection, [identity])[identity]
    acts = {entry.act for entry in history if entry.fields.get(DELETED)}
    links = dict((*PARTS.get(ledger, ()), ("attachments", "owner")))
    for entry in (entry for done in acts for entry in entries_of_act(act.connection, done)):
        if entry.table in links and entry.fields.get(DELETED):
            said = settle(entries_of_rows(act.connection, [entry.row])[entry.row]).values
            if said.get(links[entry.table]) == identity:
                act.change(entry.table, entry.row, {DELETED: None})
