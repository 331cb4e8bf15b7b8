"""Opening the workspace that a command names, and closing it whatever happens."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from daan_desk.clock import now
from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import workspaces
from daan_desk.services.ledgers import Where
from daan_desk.services.office import Office


def clock_on(day: str | None) -> Callable[[], datetime]:
    """The machine's clock set to a day that was asked for."""
    if not day:
        return now
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        raise Rejected(f"用法：日期要写成 2026-11-23 的样子，“{day}”不是。") from None
    return lambda: datetime.combine(wanted, now().timetz())


def password(given: argparse.Namespace) -> str:
    """The password from the file that was named or from the environment."""
    if given.password_file:
        try:
            lines = given.password_file.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise Trouble(f"读不了密码文件“{given.password_file}”。", "请检查文件名和它的权限。") from error
        return lines[0] if lines else ""
    if "DAAN_DESK_PASSWORD" not in os.environ:
        raise Rejected("用法：请把密码放进环境变量 DAAN_DESK_PASSWORD，或用 --password-file 指定一个文件。")
    return os.environ["DAAN_DESK_PASSWORD"]


@contextmanager
def opened(given: argparse.Namespace, *, writing: bool = True, today: str | None = None) -> Iterator[Office]:
    """The office of the command's workspace."""
    place = workspaces.unlock(given.workspace, password(given), clock_on(today), writing=writing)
    try:
        yield place.office
    finally:
        place.close()


def values(given: argparse.Namespace) -> dict[str, Any]:
    """The JSON object of --values."""
    if not given.values:
        return {}
    try:
        found = json.loads(given.values)
    except json.JSONDecodeError as error:
        raise Rejected(f"用法：--values 不是完整的 JSON（第 {error.colno} 个字符处）。") from None
    if not isinstance(found, dict):
        raise Rejected('用法：--values 要写成 JSON 对象，例如 {"name": "某某公司"}。')
    return found


def conditions(given: argparse.Namespace) -> tuple[Where, ...]:
    """The conditions of --where: 栏目=值; an empty value asks for empty fields."""
    found = []
    for text in given.where:
        field, sign, value = text.partition("=")
        if not sign:
            raise Rejected(f"用法：条件要写成“栏目=值”，“{text}”里没有等号。")
        found.append(Where(field.strip(), "is" if value else "empty", value.strip()))
    return tuple(found)
