"""Where a workspace is: a file on this machine, or a database on the office's server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from daan_desk.domain.failures import Rejected

SCHEMES = ("postgresql://", "postgres://")
HOW = "服务器地址要写成 postgresql://用户名@服务器/数据库 的样子"


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A shared workspace by its address; the password is never a part of it."""

    url: str

    @property
    def name(self) -> str:
        """What officers call it: the name of the database."""
        return unquote(urlsplit(self.url).path.lstrip("/"))

    @property
    def user(self) -> str:
        """The name under which an officer logs in."""
        return unquote(urlsplit(self.url).username or "")

    @property
    def host(self) -> str:
        """The server; the folder of its socket where it is this machine."""
        return urlsplit(self.url).hostname or dict(parse_qsl(urlsplit(self.url).query)).get("host", "")

    @property
    def server(self) -> str:
        """The server as an officer types it, with its port and what else the address asks for."""
        parts = urlsplit(self.url)
        asked = dict(parse_qsl(parts.query))
        place = parts.netloc.rpartition("@")[2] or asked.pop("host", "")
        return f"{place}?{urlencode(asked)}" if asked else place

    def __str__(self) -> str:
        return self.url


Place = Path | ServerAddress


def is_server(text: str) -> bool:
    """Whether these words name a server and not a file."""
    return text.strip().lower().startswith(SCHEMES)


def place_of(text: str) -> Place:
    """The place that an officer typed; `Rejected` where an address lacks a part or carries a password."""
    if not is_server(text):
        return Path(text)
    found = ServerAddress(text.strip())
    try:
        secret = urlsplit(found.url).password
        whole = found.name and found.user and urlsplit(found.url).port != 0
    except ValueError:
        raise Rejected({"workspace": f"{HOW}。"}) from None
    if secret is not None:
        raise Rejected({"workspace": "密码不要写进服务器地址，那样会留在记录里；请另外输入。"})
    if not whole:
        raise Rejected({"workspace": f"{HOW}。"})
    return found


def address_of(server: str, name: str, user: str) -> ServerAddress:
    """The address out of its parts; server is a name, a number or a socket's folder, with :port and ?… or not."""
    place, _, asked = server.strip().partition("?")
    if place.startswith("/"):
        asked, place = "&".join(filter(None, (urlencode({"host": place}), asked))), ""
    found = place_of(f"postgresql://{quote(user.strip())}@{place}/{quote(name.strip())}{'?' if asked else ''}{asked}")
    assert isinstance(found, ServerAddress)
    return found
