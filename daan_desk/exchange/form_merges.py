"""Merged cells of a form: the places that they cover, and what becomes of them when rows are put in."""

from __future__ import annotations

from collections.abc import Iterable

from daan_desk.domain.sheets import Merge
from daan_desk.exchange.form_references import Inserted

LARGEST = 20_000  # whole columns merged are a decoration of the margin, never a place for values


def covered(areas: Iterable[Merge]) -> dict[tuple[int, int], Merge]:
    """The merge that a place belongs to."""
    found: dict[tuple[int, int], Merge] = {}
    for area in areas:
        if (area.bottom - area.top + 1) * (area.right - area.left + 1) <= LARGEST:
            columns = range(area.left, area.right + 1)
            found.update({(row, at): area for row in range(area.top, area.bottom + 1) for at in columns})
    return found


def moved_merge(area: Merge, inserted: Inserted, step: int) -> list[Merge]:
    """What becomes of a merge: below the block it moves, from above the last line it grows, in it it is repeated.

    step: rows of one line, 0 where the new rows look like nothing.
    """
    start = inserted.last - step + 1
    if area.top >= start and area.bottom <= inserted.last:
        downs = range(0, inserted.count + 1, step) if step else (0,)
        return [area._replace(top=area.top + down, bottom=area.bottom + down) for down in downs]
    top, bottom = inserted.rows(area.top, area.bottom, grows=area.top < start)
    return [area._replace(top=top, bottom=bottom)]
