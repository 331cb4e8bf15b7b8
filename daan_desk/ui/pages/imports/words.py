"""Words for fields, columns and rows of an import."""

from __future__ import annotations

from daan_desk.domain.columns import DOUBTFUL, SURE, Match
from daan_desk.domain.fields import Ledger
from daan_desk.domain.imports import FILL, NEVER, OVERWRITE
from daan_desk.domain.sheets import Cell, Header
from daan_desk.domain.words import plain
from daan_desk.services import ledgers

NOT_IMPORTED = "不导入"
RULES = ((OVERWRITE, "覆盖"), (FILL, "只填空白"), (NEVER, "不改"))
CERTAINTIES = {SURE: ("确定", "green"), DOUBTFUL: ("请确认", "amber")}


def field_words(name: str, ledger: Ledger) -> str:
    """The label of a field; “包联：县级领导” for what another ledger keeps; "" for none."""
    if name in ledger.by_name:
        return ledger[name].label
    owner, _, rest = name.partition(".")
    if not rest:
        return ""
    other = ledgers.ledger(owner)
    return f"{other.label}：{other[rest].label if rest in other.by_name else rest}"


def target_words(match: Match, ledger: Ledger) -> str:
    """What a column becomes: its field, both where two share its cells."""
    both = [field_words(name, ledger) for name in (match.field, match.also) if name]
    return " + ".join(both)


def header_words(header: Header) -> str:
    """A column as the sheet calls it."""
    return header.text or f"{header.letter} 列（没有表头）"


def one_line(cell: Cell) -> str:
    """A cell's text in one line."""
    return " ".join(plain(cell).split())
