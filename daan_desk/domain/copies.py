"""Which automatic copies stay, and what their names say: 20261123-091205-每日.daan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Final

ENDING: Final = ".daan"
NEWEST, DAYS, MONTHS = 8, 8, 6  # a day of many imports must not push out what was there last week
NAMED = re.compile(r"(\d{8}-\d{6})-(.*)\.daan", re.DOTALL)
DAILY, BY_HAND, BEFORE_IMPORT, BEFORE_UPGRADE = "每日", "手动", "导入前", "升级前"


def name_of(moment: datetime, why: str) -> str:
    """The name of a copy; names sort as the copies were made."""
    return f"{moment:%Y%m%d-%H%M%S}-{why}{ENDING}"


def told(name: str) -> tuple[datetime, str] | None:
    """When a copy was made, by the clock of the machine, and why; None for a file that is none of ours."""
    found = NAMED.fullmatch(name)
    try:
        return (datetime.strptime(found[1], "%Y%m%d-%H%M%S").astimezone(), found[2]) if found else None
    except ValueError:
        return None


def superfluous(names: Iterable[str]) -> tuple[str, ...]:
    """The copies that may go: all but the newest, the last one of each recent day, and of each recent month."""
    ours = sorted((name for name in names if told(name)), reverse=True)
    days, months = _last_of(ours, lambda name: name[:8], DAYS), _last_of(ours, lambda name: name[:6], MONTHS)
    stay = {*ours[:NEWEST], *days, *months}
    return tuple(name for name in ours if name not in stay)


def _last_of(newest_first: Sequence[str], span: Callable[[str], str], most: int) -> list[str]:
    firsts: dict[str, str] = {}
    for name in newest_first:
        firsts.setdefault(span(name), name)
    return list(firsts.values())[:most]
