"""Records as they are meant where the sheet saves room: tables abreast, places in sections, several names in a cell."""

from __future__ import annotations

from collections.abc import Mapping

from daan_desk.domain.sheets import DataRow, Header
from daan_desk.exchange.shapes import abreast, sections, several

Heads = tuple[Header, ...]
Records = tuple[DataRow, ...]
Remark = tuple[int, str]


def reshaped(heads: Heads, records: Records, places: Mapping[int, str]) -> tuple[Heads, Records, list[Remark]]:
    """Columns and records of their own, and what is to be said: by row, 0 for the whole sheet.

    places: by row the place that its section names.
    """
    heads, records, times = _stacked(heads, records)
    heads, records = _sectioned(heads, records, places)
    said = [(0, f"{times} 张表并排，右边的接在左边的后面读取")] if times > 1 else []
    naming = several.naming(heads)
    if naming is not None:
        records, more = several.apart(records, naming)
        said += more
    return heads, records, said


def _stacked(heads: Heads, records: Records) -> tuple[Heads, Records, int]:
    """Tables side by side as one, and how many they are; empty columns between them are none."""
    own = [at for at, head in enumerate(heads) if head.text]
    kept = tuple([heads[at] for at in own])
    times = abreast.parts(kept)
    if times == 1:
        return heads, records, 1
    cut = [row._replace(cells=tuple([row.cells[at] for at in own])) for row in records]
    return kept[: len(kept) // times], abreast.below_each_other(kept, cut, times), times


def _sectioned(heads: Heads, records: Records, places: Mapping[int, str]) -> tuple[Heads, Records]:
    """The same with a column more, where sections name the places of their records and no column does."""
    header = sections.header(heads) if places else None
    if header is None:
        return heads, records
    added = [row._replace(cells=(*row.cells, places.get(row.number))) for row in records]
    return (*heads, header), tuple(added)
