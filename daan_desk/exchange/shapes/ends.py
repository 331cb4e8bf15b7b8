"""Where the records end, and notes, signatures and scraps begin."""

from __future__ import annotations

from itertools import count

from daan_desk.exchange.shapes.bodies import Filled, Judge
from daan_desk.exchange.shapes.views import CREDIT_CODE
from daan_desk.exchange.shapes.words import NOTE, ORGANISATION, bare, is_total

FAR_OFF = 20


def end(judge: Judge) -> int:
    """The first row of the notes, signatures and scraps after which no record comes any more."""
    view = judge.view
    last = next((row for row in range(view.last, judge.start - 1, -1) if _is_solid(judge, row)), 0)
    last = _before_gap(judge, last)
    for row in count(last + 1):
        if row > view.last or (view.filled(row) and _is_foot(judge, row, last)):
            return row
    raise AssertionError


def _is_solid(judge: Judge, row: int) -> bool:
    own = judge.own(row)
    thin = len(own) < max(1, min(2, judge.usual), 0.4 * judge.usual)
    if thin and not _names_one(judge, row, own):
        return False
    texts = [bare(cell) for _, cell in own[:3] if isinstance(cell, str)]
    return not any(NOTE.match(text) or is_total(text) for text in texts)


def _names_one(judge: Judge, row: int, own: Filled) -> bool:
    """Whether a thin row says which enterprise it is about: long lists often end in rows of little else."""
    texts = {column: bare(cell) for column, cell in own if isinstance(cell, str)}
    named = bool(ORGANISATION.search(texts.get(judge.name, "")))
    coded = any(CREDIT_CODE.fullmatch(text) and not text.isdigit() for text in texts.values())
    return coded or (named and (len(own) > 1 or bool(judge.view.filled(row - 1))))


def _before_gap(judge: Judge, last: int) -> int:
    """Scraps far below the table are none of it."""
    filled = list(filter(judge.view.holds, range(judge.start, last + 1)))
    for at in range(max(1, len(filled) - FAR_OFF), len(filled)):
        far, left = filled[at] - filled[at - 1] > FAR_OFF, len(filled) - at
        if far and (left < 0.1 * len(filled) or (left == 1 and len(judge.own(filled[at])) <= 2)):
            return filled[at - 1]
    return last


def _is_foot(judge: Judge, row: int, last: int) -> bool:
    own, view = judge.own(row), judge.view
    if not own:
        return False
    text = bare(str(own[0][1]))
    texts = [bare(cell) for _, cell in own if isinstance(cell, str)]
    if any(NOTE.match(word) for word in texts) or row - last > FAR_OFF:
        return True
    merge = view.merge(row, own[0][0])
    wide = merge is not None and merge.right - merge.left >= 2
    apart = own[0][0] not in (judge.name, judge.serial) and not view.filled(row - 1)
    tells = wide or apart or len(text) > 15 or "。" in text
    return len(own) == 1 and judge.usual > 1 and not is_total(text) and tells
