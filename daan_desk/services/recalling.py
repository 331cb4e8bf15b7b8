"""A merge that somebody took back is taken back there only: it never takes other people's work away from themselves.

Taking a merge back writes deletions and old values like any other act. On the copy where it is done they hold until the
next exchange; whoever receives them says again what stood there before, and so it comes back to the first one, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from daan_desk.domain.failures import Rejected
from daan_desk.domain.merging import Entry
from daan_desk.domain.questions import Where
from daan_desk.services.office import Act
from daan_desk.services.undo_rows import rows_before
from daan_desk.store import absorbing
from daan_desk.store.reader import Reader
from daan_desk.store.scopes import MERGE_TAKEN_BACK

ONLY_HERE = "撤销合并只在这台电脑上有效：以后再与别人交换，对方的内容还会合并进来；真要去掉的，请逐条删除"
AGAIN = "这个包以前合并过，后来撤销了。要找回它的内容，请到操作记录里撤销那一次“撤销”。"


def recalled(act: Act, fresh: Sequence[Entry]) -> tuple[str, ...]:
    """Say again what entries of a taken back merge, which just came, have put back; answers a sentence if any did."""
    count = 0
    for entry in fresh:
        if entry.table == "acts" and str(entry.fields.get("name") or "").startswith(MERGE_TAKEN_BACK):
            count += _said_again(act, entry.row)
    return (f"对方撤销过一次合并，其中 {count} 条这里仍保留原样",) if count else ()


def _said_again(act: Act, undone: str) -> int:
    try:
        rows = rows_before(act, undone)
    except Rejected:  # nothing of it is here, or only a newer program can read it
        return 0
    for ledger, values in rows.back.items():
        asked = act.lines(ledger, list(values))  # living all the same: somebody worked on it, and is asked for nothing
        for identity in asked:
            act.insist(ledger, identity, values[identity])
        act.change_many(ledger, {row: value for row, value in values.items() if row not in asked})
    return sum(map(len, rows.back.values()))


def taken_back(reader: Reader, entries: Sequence[Entry]) -> bool:
    """Whether these entries came with a merge that was taken back here."""
    ids = [entry.id for entry in entries]
    merges = {merge for merge in absorbing.arrivals(reader.connection, ids).values() if merge}
    return bool(merges) and bool(reader.count("acts", Where("undoes", "in", tuple(merges))))
