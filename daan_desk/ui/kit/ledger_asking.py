"""What is asked of a ledger on its page: words, tab, column filters, order; kept as a saved view, shown as chips."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from daan_desk.domain.fields import Kind, Ledger
from daan_desk.domain.kinds import Linked, LinkTo
from daan_desk.domain.moments import Moment
from daan_desk.domain.questions import Question, Where

IDS = "id"
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NAMED = 3  # words named on a chip before “等”
SAID = {
    "is": "{value}",
    "in": "{value}",
    "not": "不是 {value}",
    "has": "含“{value}”",
    "from": "≥ {value}",
    "to": "≤ {value}",
    "empty": "为空",
    "filled": "不为空",
}
SAID_OF_TIME = {"from": "{value} 起", "to": "到 {value}"}


@dataclass(frozen=True)
class Tab:
    """A tab over the table: its label and the conditions that it adds."""

    label: str
    where: tuple[Where, ...] = ()


@dataclass(frozen=True)
class Asking:
    """The state of search box, tabs, filters and header."""

    text: str = ""
    tab: int = 0
    where: tuple[Where, ...] = ()
    sort: tuple[str, ...] = ()

    def question(self, ledger: str, tabs: Sequence[Tab] = (), tab: int | None = None) -> Question:
        """The question to the ledger; `tab` asks as if another tab were open."""
        at = self.tab if tab is None else tab
        of_tab = tabs[at].where if at < len(tabs) else ()
        return Question(ledger, self.text, (*of_tab, *self.where), self.sort)

    def filtered(self) -> tuple[str, ...]:
        """The fields that have a filter, in the order in which they got it."""
        return tuple(dict.fromkeys(where.field for where in self.where))

    def of(self, name: str) -> tuple[Where, ...]:
        return tuple(where for where in self.where if where.field == name)

    def with_filter(self, name: str, where: Sequence[Where]) -> Asking:
        """The same with other conditions on that field; none takes its filter away."""
        if name not in self.filtered():
            return replace(self, where=(*self.where, *where))
        kept: list[Where] = []
        for each in self.filtered():
            kept += where if each == name else self.of(each)
        return replace(self, where=tuple(kept))


@dataclass(frozen=True)
class SavedView:
    """A name for what is asked, and for the columns that are shown then."""

    name: str
    asking: Asking = field(default_factory=Asking)
    columns: tuple[str, ...] = ()

    def packed(self) -> dict[str, object]:
        """Plain values for the settings."""
        where = [[w.field, w.op, _plain(w.value)] for w in self.asking.where]
        asking = {"text": self.asking.text, "tab": self.asking.tab, "where": where, "sort": list(self.asking.sort)}
        return {"name": self.name, "asking": asking, "columns": list(self.columns)}


def unpacked_view(packed: Mapping[str, object], ledger: Ledger) -> SavedView:
    """The view of plain values; fields that the ledger no longer has are left out of it."""
    asked = packed.get("asking")
    asked = asked if isinstance(asked, Mapping) else {}
    known = (IDS, *ledger.by_name)
    where = tuple(
        Where(name, op, tuple(value) if isinstance(value, list) else value)
        for name, op, value in asked.get("where", ())
        if name in known
    )
    sort = tuple(key for key in asked.get("sort", ()) if key.lstrip("-") in known)
    asking = Asking(str(asked.get("text", "")), int(asked.get("tab", 0)), where, sort)
    columns = packed.get("columns")
    names = columns if isinstance(columns, list) else []
    return SavedView(str(packed.get("name", "")), asking, tuple(name for name in names if name in known))


def _plain(value: object) -> object:
    """A condition's value as settings can keep it: a link by the name that people write."""
    if isinstance(value, Linked):
        return value.text
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def said(ledger: Ledger, name: str, where: Sequence[Where]) -> str:
    """The words of a chip: “镇街：大安街道、和平街道”, “上年营业收入(万元)：≥ 2000，≤ 5000”."""
    if name == IDS:
        return f"指定的 {sum(len(_values(each)) for each in where)} 条"
    return f"{ledger[name].label}：{'，'.join(_said(ledger, each) for each in where)}"


def narrowed(asking: Asking, ledger: Ledger, tabs: Sequence[Tab]) -> tuple[str, ...]:
    """What keeps rows out of sight, in words, in the order in which the page shows it."""
    tab = (tabs[asking.tab].label,) if 0 < asking.tab < len(tabs) else ()
    filters = (said(ledger, name, asking.of(name)) for name in asking.filtered())
    text = (f"搜索“{asking.text}”",) if asking.text else ()
    return (*tab, *filters, *text)


def _said(ledger: Ledger, where: Where) -> str:
    kind = ledger[where.field].kind
    timely = kind.editor in ("day", "month") or isinstance(kind, Moment)
    pattern = SAID_OF_TIME.get(where.op, SAID[where.op]) if timely else SAID[where.op]
    words = [_word(kind, value) for value in _values(where)]
    named = "、".join(words[:NAMED]) + (f" 等 {len(words)} 项" if len(words) > NAMED else "")
    return pattern.format(value=named)


def _word(kind: Kind, value: object) -> str:
    """A value in words; a bare id says nothing to anybody (a `Linked` in the condition brings its name along)."""
    if isinstance(kind, LinkTo) and isinstance(value, str) and ID.fullmatch(value):
        return "所选的一条"
    return value if isinstance(value, str) else kind.show(value)


def _values(where: Where) -> Sequence[object]:
    return where.value if isinstance(where.value, tuple | list) else (where.value,)
