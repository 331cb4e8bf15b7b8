"""What the administrators of a server do: set a shared workspace up, upgrade it, let officers in and shut them out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from daan_desk.domain.addresses import ServerAddress
from daan_desk.domain.failures import Rejected, refuse_unless
from daan_desk.domain.officers import ROLES
from daan_desk.domain.questions import Where
from daan_desk.services import records
from daan_desk.services.foundation import laid
from daan_desk.services.office import Identity, Office
from daan_desk.services.workspaces import DISTRICT
from daan_desk.store.server import logins, opening, raising
from daan_desk.store.server.logins import Login

Clock = Callable[[], datetime]
ADMINISTRATOR = Identity("", "服务器管理员")
SHORTEST = 8
OFFICE_ROLE = "专班"
KINDS = {"全部": "office", "包联": "served", "只读": "reader"}
WORDS = {kind: word for word, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Administrator:
    """The address with the login of who administers the server, and its password."""

    address: ServerAddress
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who shall be let in: the officer's name and role, the login with its password, and what it reaches.

    reach is 全部 (reads and writes everything), 包联 (what the officer looks after) or 只读; "" by the role.
    """

    name: str
    login: str
    password: str = field(repr=False)
    role: str = ""
    reach: str = ""


def set_up(admin: Administrator, clock: Clock) -> None:
    """A new shared workspace with the district's towns, parks and departments, and with its guard."""
    moment = int(clock().astimezone(UTC).timestamp() * 1_000_000)
    database = raising.set_up(admin.address, admin.password, DISTRICT, moment)
    try:
        laid(database)
    finally:
        database.close()


def upgrade(admin: Administrator) -> tuple[int, int]:
    """Bring the schema and the guard up to this program's; answers the versions before and after."""
    return raising.upgrade(admin.address, admin.password)


@contextmanager
def office_of(admin: Administrator, clock: Clock) -> Iterator[Office]:
    """The shared workspace as its administrator has it open."""
    database = opening.owned(raising.administered(admin.address, admin.password), admin.address)
    try:
        yield Office(database, ADMINISTRATOR, clock)
    finally:
        database.close()


def add_officer(admin: Administrator, new: Newcomer, clock: Clock) -> Login:
    """Let an officer in, who is put on the list of officers where he or she is not there yet; again: a new password."""
    _refuse_unfit(new)
    with office_of(admin, clock) as office:
        officer, role = _found(office, new)
        kind = KINDS[new.reach] if new.reach else KINDS["全部" if role == OFFICE_ROLE else "包联"]
        login = Login(new.login, officer, kind)
        with office.database.writing() as connection:
            logins.let_in(connection, login, new.password)
    return login


def _refuse_unfit(new: Newcomer) -> None:
    logins.refuse_unfit(new.login)
    refuse_unless(new.name.strip(), "请写出干部姓名。", "officer")
    refuse_unless(len(new.password) >= SHORTEST, f"新密码至少要 {SHORTEST} 个字符。", "password")
    refuse_unless(not new.reach or new.reach in KINDS, f"范围只能是：{'、'.join(KINDS)}", "reach")


def _found(office: Office, new: Newcomer) -> tuple[str, str]:
    """The officer of that name (id, role), added where there is none; `Rejected` where there are several."""
    with office.reading() as reader:
        lines = reader.where("officers", Where("name", "is", new.name.strip()))
    fitting = [line for line in lines if not new.role or line["role"] == new.role]
    if len(fitting) > 1:
        raise Rejected({"officer": f"名册里有 {len(fitting)} 位“{new.name}”，请用 --role 写明身份，或先在名册里分开。"})
    if fitting:
        return fitting[0]["id"], fitting[0]["role"] or ""
    refuse_unless(new.role in ROLES, f"名册里没有“{new.name}”，请写明身份：{'、'.join(ROLES)}", "role")
    added = records.add(office, "officers", {"name": new.name.strip(), "role": new.role})
    return added.first("officers"), new.role


def change_own_password(office: Office, old: str, new: str) -> None:
    """Another password for the officer who is logged in; `Rejected` beside the one that is wrong (password, new)."""
    refuse_unless(office.database.admits(old), "现在的密码不对，请再试一次。", "password")
    refuse_unless(len(new) >= SHORTEST, f"新密码至少要 {SHORTEST} 个字符。", "new")
    with office.database.aside() as connection:
        logins.change_own(connection, new)
    office.database.let_in_by(new)


def remove_officer(admin: Administrator, login: str, clock: Clock) -> None:
    """Shut a login out at once; what was written under it stays."""
    with office_of(admin, clock) as office, office.database.writing() as connection:
        logins.shut_out(connection, login)


def officers(admin: Administrator, clock: Clock) -> tuple[tuple[str, str, str], ...]:
    """Login, officer's name and reach of everybody who was let in."""
    with office_of(admin, clock) as office:
        with office.database.reading() as connection:
            found = logins.every(connection)
        with office.reading() as reader:
            names = reader.titles("officers", [login.officer for login in found])
    return tuple((login.name, names.get(login.officer, ""), WORDS[login.kind]) for login in found)
