"""The idle assets that were put to use, each before and after."""

from __future__ import annotations

from typing import Any

from daan_desk.domain.questions import Where
from daan_desk.domain.revivals import Revival
from daan_desk.services.office import Office
from daan_desk.store.reader import Line

PLAIN = ("id", "name", "kind", "since", "revived", "idle_area", "revived_area", "land_area", "jobs")
WORDS = ("use_before", "use_after")


def revivals(office: Office) -> tuple[Revival, ...]:
    """Those that are in use again, the latest first."""
    with office.reading() as reader:
        lines = reader.where("assets", Where("state", "is", "已盘活"), sort=("-revived",))
        firms = reader.titles("enterprises", {line["enterprise"] for line in lines if line["enterprise"]})
    return tuple(_revival(line, firms.get(line["enterprise"], "")) for line in lines)


def _revival(line: Line, enterprise: str) -> Revival:
    plain: dict[str, Any] = {name: line[name] for name in PLAIN}
    words: dict[str, Any] = {name: line[name] or "" for name in WORDS}
    return Revival(**plain, **words, way=line["revived_by"] or "", enterprise=enterprise)
