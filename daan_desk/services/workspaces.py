"""Making, opening and closing workspaces: what the first page and every command begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from daan_desk.domain.addresses import Place, ServerAddress
from daan_desk.domain.failures import Rejected
from daan_desk.domain.officers import ROLES
from daan_desk.domain.questions import Where
from daan_desk.services.completing import completed
from daan_desk.services.foundation import laid
from daan_desk.services.office import Identity, Office
from daan_desk.store import facts, tries, workspace
from daan_desk.store.workspace import Opened

Clock = Callable[[], datetime]
DISTRICT = "510304"  # 自贡市大安区, GB/T 2260


@dataclass(frozen=True, slots=True)
class Who:
    """The officer who works here, as the first page asks for it."""

    name: str
    role: str = "专班"


@dataclass(frozen=True, slots=True)
class Workplace:
    """An open workspace with its office; close it when the work is done."""

    office: Office
    opened: Opened

    @property
    def recovery(self) -> str:
        """The words of the recovery sheet."""
        return self.opened.recovery

    def close(self) -> None:
        """Let go of it."""
        self.opened.close()


def make(path: Path, password: str, who: Who, clock: Clock) -> Workplace:
    """A new workspace with the district's towns, parks and departments and the officer who made it."""
    if not who.name.strip():
        raise Rejected({"name": "请填写您的姓名。"})
    if who.role not in ROLES:
        raise Rejected({"role": f"身份只能是：{'、'.join(ROLES)}"})
    opened = workspace.make(path, password, DISTRICT, int(clock().astimezone(UTC).timestamp() * 1_000_000))
    office = Office(opened.database, Identity("", who.name.strip(), who.role), clock)
    laid(opened.database)
    with office.writing("建立工作区") as act:
        officer = {"name": who.name.strip(), "role": who.role}
        me = act.add("officers", completed(act, "officers", [officer])[0])
    facts.keep(opened.database, "me", me)
    return Workplace(Office(opened.database, Identity(me, who.name.strip(), who.role), clock), opened)


def unlock(place: Place, password: str, clock: Clock, *, writing: bool = True, recovery: bool = False) -> Workplace:
    """Open a workspace as the officer whom this copy belongs to, or who logs in to the server."""
    if isinstance(place, ServerAddress):
        from daan_desk.store.server import opening  # the driver of the server is imported by those who need it

        return _entered(opening.unlock(place, password), clock)
    with counted(place, clock):
        if writing or recovery:
            opened = workspace.unlock(place, password, lease=writing, recovery=recovery)
        else:
            opened = workspace.read(place, password)
    return _entered(opened, clock)


@contextmanager
def counted(place: Path, clock: Clock) -> Iterator[None]:
    """Wherever a password is asked for, a wrong one makes the next try wait longer, and a right one ends the count."""
    try:
        yield
    except Rejected as refused:
        if "password" in refused.problems:
            tries.failed(place, clock().timestamp())
        raise
    tries.forgotten(place)


def refuse_waiting(place: Place, clock: Clock) -> None:
    """`Rejected` while the wait after wrong passwords lasts."""
    left = waiting(place, clock)
    if left:
        raise Rejected({"password": f"密码连续输错了几次，请等 {left} 秒再试。"})


def _entered(opened: workspace.Opened, clock: Clock) -> Workplace:
    return Workplace(Office(opened.database, _owner(Office(opened.database, Identity(), clock)), clock), opened)


def _owner(office: Office) -> Identity:
    """The officer whom this copy belongs to; nobody where a salvaged copy has lost that very record."""
    me = office.database.me or facts.kept(office.database, "me")
    with suppress(Rejected):
        return identity(office, me) if me else Identity()
    return Identity()


def waiting(place: Place, clock: Clock) -> int:
    """Seconds until the next password may be tried: it grows with every wrong one, and a new start does not help."""
    if isinstance(place, ServerAddress):
        return 0  # the server itself counts who knocks
    return tries.waiting(place, clock().timestamp())


def identity(office: Office, officer: str) -> Identity:
    """Who an officer is, by id or name; `Rejected` where there is none of that name."""
    with office.reading() as reader:
        line = reader.line("officers", officer)
        found = [line] if line else reader.where("officers", Where("name", "is", officer))
    if not found:
        raise Rejected({"officer": f"干部名册里没有“{officer}”。"})
    return Identity(found[0]["id"], found[0]["name"], found[0]["role"] or "")
