"""An answer for somebody who reads it: Chinese names, tables that fit the terminal. Scripts take --json instead."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from daan_desk.commands.wording import WORDS
from daan_desk.exchange.widths import places

GAP = "  "
WIDEST = 36  # places of one column: an enterprise's full name fits
ROWS = "rows"
BY_LEDGER = frozenset({"counts", "changed"})
HIDDEN = frozenset({"id", "ids", "act"})  # in tables: what only a script needs


@dataclass(frozen=True, slots=True)
class Names:
    """What keys are called: of the answer, of the ledgers, and of the fields of the ledger that it speaks of."""

    ledgers: Mapping[str, str]
    fields: Mapping[str, str]
    folder: str = ""  # that the answer has named: files in it are called by their names alone

    def of(self, key: str, above: str = "") -> str:
        """A key's name; sums by ledger speak of ledgers, everything else first of what is being told."""
        if above in BY_LEDGER:
            return self.ledgers.get(key, key)
        known = (WORDS.get(f"{above}.{key}"), self.fields.get(key) if above == ROWS else None, WORDS.get(key))
        return next((name for name in known if name), self.fields.get(key) or self.ledgers.get(key, key))


def names_for(answer: Mapping[str, Any]) -> Names:
    """The names that go with an answer."""
    from daan_desk.services import ledgers

    labels = {each.name: each.label for each in (*ledgers.ledgers(), ledgers.ledger("acts"))}
    fields = ledgers.ledger(answer["ledger"]).fields if answer.get("ledger") in labels else ()
    folder = f"{answer['folder']}{os.sep}" if answer.get("folder") else ""
    return Names(labels, {field.name: field.label for field in fields}, folder)


def problems(found: Mapping[str, str], ledger: str | None) -> Iterator[str]:
    """What an officer can mend, each beside the words of its field; a name that only scripts know is left out."""
    from daan_desk.services import ledgers

    of = next((each for each in ledgers.ledgers() if ledger in (each.name, each.label, each.noun)), None)
    for field, sentence in found.items():
        label = of[field].label if of and field in of.by_name else ""
        yield f"{label}：{sentence}" if label and label not in sentence else sentence


def lines(answer: Mapping[str, Any], names: Names, width: int = 0) -> Iterator[str]:
    """The answer line by line, in the terminal's width unless another is given."""
    room = width or shutil.get_terminal_size((120, 24)).columns
    for key, value in answer.items():
        if isinstance(value, Mapping):
            yield from _pairs(key, value, names)
        elif isinstance(value, list | tuple):
            yield from _several(key, value, names, room)
        else:
            yield f"{names.of(key)}：{shown(value, names)}"


def _pairs(key: str, value: Mapping[str, object], names: Names) -> Iterator[str]:
    yield f"{names.of(key)}：" + ("" if value else "无")
    for inner, found in value.items():
        text = found["text"] if isinstance(found, Mapping) and "text" in found else found  # a rate with both its sums
        yield f"{GAP}{names.of(inner, key)}：{shown(text, names)}"


def _several(key: str, values: Sequence[object], names: Names, room: int) -> Iterator[str]:
    rows = [value for value in values if isinstance(value, Mapping)]
    if not values:
        yield f"{names.of(key)}：无"
    elif len(rows) == len(values):
        yield f"{names.of(key)}（{len(rows)}）："
        yield from table(key, rows, names, room)
    else:
        yield f"{names.of(key)}：{'、'.join(shown(value, names) for value in values)}"


def table(above: str, rows: Sequence[Mapping[str, object]], names: Names, room: int) -> Iterator[str]:
    """Rows below each other, as many columns as the width holds; what was left out is said, the last is never cut."""
    keys = [key for key in dict.fromkeys(key for row in rows for key in row) if key not in HIDDEN]
    filled = [key for key in keys if any(row.get(key) not in (None, "", [], ()) for row in rows)]
    texts = {key: [names.of(key, above), *(_cell(row.get(key), names) for row in rows)] for key in filled}
    widths = {key: min(WIDEST, max(places(text) for text in texts[key])) for key in filled}
    fitting = _fitting(widths, room)
    for at in range(len(rows) + 1):
        cells = [padded(cut(texts[key][at], widths[key]), widths[key]) for key in fitting[:-1]]
        yield (GAP + GAP.join([*cells, *(texts[key][at] for key in fitting[-1:])])).rstrip()
    if len(fitting) < len(filled):
        yield f"{GAP}（另有 {len(filled) - len(fitting)} 栏没有列出，加 --json 看全部）"


def _fitting(widths: Mapping[str, int], room: int) -> list[str]:
    kept: list[str] = []
    for key, width in widths.items():
        room -= len(GAP) + width
        if room < 0 and kept:
            break
        kept.append(key)
    return kept


def _cell(value: object, names: Names) -> str:
    return "" if value is None else " ".join(shown(value, names).split())


def shown(value: object, names: Names) -> str:
    """One value in words."""
    if value is None or value == "":
        return "无"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Mapping):
        return "，".join(f"{names.of(key)} {shown(inner, names)}" for key, inner in value.items())
    if isinstance(value, list | tuple):
        return "、".join(shown(inner, names) for inner in value)
    if not isinstance(value, str):
        return str(value)
    return names.ledgers.get(value) or names.fields.get(value) or value.removeprefix(names.folder)


def padded(text: str, width: int) -> str:
    """The text with blanks up to a width in places, a full-width character being two."""
    return text + " " * (width - places(text))


def cut(text: str, width: int) -> str:
    """The text if it fits the width, else its beginning and a sign that there is more."""
    if places(text) <= width:
        return text
    kept = text[: width - 1]
    while places(kept) > width - 2:
        kept = kept[:-1]
    return kept + "…"
