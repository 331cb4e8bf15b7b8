"""Several enterprises in one cell (a leader's line with all that he looks after): a record for each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from daan_desk.domain.sheets import DataRow, Header
from daan_desk.exchange.shapes.words import ORGANISATION, bare

BETWEEN = re.compile(r"[、，,；;\n]+")
LEADING = re.compile(r"^[（(]?\d{1,2}[)）.、．]\s*")
WHOSE = re.compile(
    r"(?:联系|所联|挂联|包联|包保|包挂|帮扶|服务|走访|被走访|对接|结对|责任|重点)?(?:企业|单位|公司)(?:名称|名单|全称)?"
)
SHORTEST = 4


def naming(heads: Sequence[Header]) -> int | None:
    """The place of the column that names whom a record is of; those of guests and the like name many on purpose."""
    return next((at for at, head in enumerate(heads) if WHOSE.fullmatch(bare(head.text))), None)


def firms(text: str) -> tuple[str, ...]:
    """The enterprises that a cell names, where it names several and nothing else; else none."""
    parts = [LEADING.sub("", part.strip()) for part in BETWEEN.split(text)]
    named = tuple(part for part in parts if part)
    several = len(named) > 1 and all(len(part) >= SHORTEST and ORGANISATION.search(bare(part)) for part in named)
    return named if several else ()


def apart(records: Sequence[DataRow], place: int) -> tuple[tuple[DataRow, ...], list[tuple[int, str]]]:
    """The records with a line for each enterprise, all else as it stands there, and what is to be said of the rows.

    place: of the names among the cells.
    """
    found: list[DataRow] = []
    said: list[tuple[int, str]] = []
    for row in records:
        cell = row.cells[place]
        named = firms(cell) if isinstance(cell, str) and BETWEEN.search(cell) else ()
        if not named:
            found.append(row)
            continue
        said.append((row.number, f"这一格里有 {len(named)} 家企业，已拆成各一行，其余各栏照抄"))
        found += [row._replace(cells=(*row.cells[:place], name, *row.cells[place + 1 :])) for name in named]
    return tuple(found), said
