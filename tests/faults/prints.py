"""What a workspace says, in a form in which two runs of the same acts agree although every id is another one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from daan_desk.domain.failures import Rejected
from daan_desk.services import care, workspaces
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Workplace
from tests import builders, laptops

IDENTITY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
NEW_PASSWORD = "盐都灯会2027"


class Unsound(Exception):
    """The workspace opens, and `check` finds something."""


def opened(path: Path, *, writing: bool = True) -> Workplace:
    """The workspace under whichever of the two passwords it has."""
    try:
        return workspaces.unlock(path, builders.PASSWORD, builders.at(), writing=writing)
    except Rejected:
        path.with_name(path.name + ".tries").unlink(missing_ok=True)
        return workspaces.unlock(path, NEW_PASSWORD, builders.at(), writing=writing)


def said(path: Path, *, writing: bool = True) -> str:
    """Everything that is kept in a workspace; `Unsound` where `check` is not content with it."""
    place = opened(path, writing=writing)
    try:
        problems = care.check(place.office).problems
        if problems:
            raise Unsound("; ".join(problems[:3]))
        return printed(place.office)
    finally:
        place.close()


def printed(office: Office) -> str:
    """Every record of every ledger, one a line, ids replaced by the order in which they come up.

    Keys are made in the order of time, so that records stand in the order in which they were made.
    """
    numbers: dict[str, str] = {}

    def number(found: re.Match[str]) -> str:
        return numbers.setdefault(found[0], f"#{len(numbers)}")

    return "\n".join(IDENTITY.sub(number, line) for line in _lines(laptops.contents(office)))


def _lines(contents: dict[str, dict[str, dict[str, Any]]]) -> Iterator[str]:
    for ledger in sorted(contents):
        for identity in sorted(contents[ledger]):
            yield json.dumps([ledger, identity, contents[ledger][identity]], ensure_ascii=False, default=str)
