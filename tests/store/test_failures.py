"""What a server and its driver say of a line is told in a sentence that says who does what."""

from __future__ import annotations

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

from daan_desk.domain.failures import Contended, Offline, Rejected, Trouble
from daan_desk.store.failures import told

# As libpq 17 and PostgreSQL 15 said them when each of it was brought about by hand.
SAID = {
    "server does not support SSL, but SSL was required": (Trouble, "服务器没有开通加密连接"),
    'root certificate file "~/.postgresql/root.crt" does not exist': (Trouble, "服务器的证书核对不上"),
    'server certificate for "elsewhere" does not match host name "127.0.0.1"': (Trouble, "服务器的证书核对不上"),
    "SSL error: certificate verify failed": (Trouble, "服务器的证书核对不上"),
    'invalid sslmode value: "nonsense"': (Trouble, "服务器地址里问号后面的写法不对"),
    'invalid connection option "hello"': (Trouble, "服务器地址里问号后面的写法不对"),
    'FATAL:  database "nichts" does not exist': (Trouble, "服务器上没有这个数据库"),
    'FATAL:  role "lihm" is not permitted to log in': (Trouble, "这个登录名已经停用"),
    'FATAL:  no pg_hba.conf entry for host "10.1.2.3", no encryption': (Trouble, "服务器不接受从这台电脑来的连接"),
    'FATAL:  password authentication failed for user "lihm"': (Rejected, "用户名或密码不对"),
    "failed to resolve host 'nowhere.invalid'": (Offline, "找不到服务器"),
    "connection failed: Connection refused": (Offline, "连不上服务器"),
    "server closed the connection unexpectedly": (Offline, "与服务器的连接断了"),
}


@pytest.mark.parametrize("words", SAID)
def test_that_every_way_of_not_being_let_in_has_a_sentence_of_its_own(words: str) -> None:
    kind, sentence = SAID[words]
    with pytest.raises((Trouble, Rejected)) as found, told():
        raise OperationalError("connect", {}, psycopg.OperationalError(words))
    assert type(found.value) is kind
    assert str(found.value).startswith(sentence)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (psycopg.errors.SerializationFailure, Contended),
        (psycopg.errors.DeadlockDetected, Contended),
        (psycopg.errors.AdminShutdown, Offline),
        (psycopg.errors.LockNotAvailable, Trouble),
        (psycopg.errors.DiskFull, Trouble),
    ],
)
def test_that_what_may_succeed_when_tried_again_is_told_from_what_waits_for_the_line(
    error: type[psycopg.Error], kind: type[Trouble]
) -> None:
    with pytest.raises(Trouble) as found, told():
        raise OperationalError("INSERT", {}, error("in any language"))
    assert type(found.value) is kind
