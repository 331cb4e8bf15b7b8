"""Commands of a server's administrators: set up, upgrade, let officers in and shut them out."""

from __future__ import annotations

import argparse
from typing import Any

from daan_desk.clock import now
from daan_desk.commands.places import password, secret_in
from daan_desk.domain.addresses import ServerAddress
from daan_desk.domain.failures import Rejected
from daan_desk.services import servers
from daan_desk.services.servers import Administrator, Newcomer

Answer = dict[str, Any]


def set_up(given: argparse.Namespace) -> Answer:
    """The database, its groups, schema and guard."""
    servers.set_up(_administrator(given), now)
    return {"ok": True, "workspace": str(given.workspace)}


def upgrade(given: argparse.Namespace) -> Answer:
    """Schema and guard of this program."""
    before, after = servers.upgrade(_administrator(given))
    return {"ok": True, "before": before, "after": after}


def let_in(given: argparse.Namespace) -> Answer:
    """A login for an officer, or a new password for one that is there."""
    word = secret_in(given.new_password_file, "DAAN_DESK_NEW_PASSWORD")
    new = Newcomer(given.officer, given.login, word, given.role, given.reach)
    login = servers.add_officer(_administrator(given), new, now)
    return {"ok": True, "login": login.name, "officer": login.officer, "reach": servers.WORDS[login.kind]}


def shut_out(given: argparse.Namespace) -> Answer:
    """The login is closed at once."""
    servers.remove_officer(_administrator(given), given.login, now)
    return {"ok": True, "login": given.login}


def logins(given: argparse.Namespace) -> Answer:
    """Everybody who was let in."""
    found = servers.officers(_administrator(given), now)
    return {"logins": [{"login": login, "officer": name, "reach": reach} for login, name, reach in found]}


def _administrator(given: argparse.Namespace) -> Administrator:
    if not isinstance(given.workspace, ServerAddress):
        raise Rejected("用法：--workspace 要写服务器地址，如 postgresql://管理账号@服务器/数据库。")
    return Administrator(given.workspace, password(given))
