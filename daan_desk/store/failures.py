"""What the database's own errors mean to an officer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from daan_desk.domain.failures import Contended, Damaged, Offline, Rejected, Trouble

MEANINGS: tuple[tuple[str, str, str], ...] = (
    ("disk is full", "磁盘已满，这一步没有保存。", "请腾出一些空间再试，此前保存的内容都在。"),
    ("locked", "工作区正被另一个程序占用，这一步没有保存。", "请关闭另一个窗口，稍等片刻再试。"),
    ("readonly", "工作区文件是只读的，这一步没有保存。", "请把文件移到可以写入的文件夹，或去掉它的只读属性。"),
    ("disk i/o error", "读写磁盘时出错，这一步没有保存。", "请检查磁盘或U盘是否接好，再重新打开工作区。"),
    ("malformed", "工作区文件已损坏。", "请用最近的备份恢复，不要继续在这个文件上工作。"),
    ("not a database", "工作区文件已损坏。", "请用最近的备份恢复，不要继续在这个文件上工作。"),
    ("unable to open", "打不开工作区文件。", "请确认文件还在原处，并且您有权读写它所在的文件夹。"),
)
DAMAGED = ("malformed", "not a database")
BROKEN = ("与服务器的连接断了，这一步没有保存。", "请确认电脑还在办公网上，再试一次；此前保存的内容都在。")
# By the beginning of the server's own code (SQLSTATE), which does not depend on its language.
CODES: tuple[tuple[str, str, str], ...] = (
    ("55P03", "别的干部正在保存大量内容，这一步等不到，没有保存。", "请稍等片刻再试。"),
    ("40", "别的干部同时改了同样的内容，这一步没有保存。", "请再试一次。"),
    ("53100", "服务器的磁盘已满，这一步没有保存。", "请告诉服务器管理员，此前保存的内容都在。"),
    ("53", "服务器现在太忙，这一步没有保存。", "请稍等片刻再试，仍不行请告诉服务器管理员。"),
    ("54", "有一处文字太长，服务器放不下，这一步没有保存。", "请把名称一类的栏目写短些再试。"),
    ("25P03", "这一步做得太久，服务器没有再等，没有保存。", "请再试一次；内容很多的，可以分几次做。"),
    ("57", "服务器正在停机或重新启动，这一步没有保存。", "请稍等片刻再试，此前保存的内容都在。"),
    ("08", *BROKEN),
    ("23", "服务器拒绝了这一步：它与已有的内容不符，没有保存。", "请刷新后再试；仍不行请告诉服务器管理员。"),
)
KINDS: tuple[tuple[str, type[Trouble]], ...] = (
    ("40", Contended),  # serialization failure, deadlock
    ("57", Offline),
    ("08", Offline),
)
CUT = ("resolve", "connection failed", "timeout", "connection", "server closed", "ssl")
# Of a connection that was never made, or was cut, there is often no code.
SIGNS: tuple[tuple[str, str, str], ...] = (
    ("invalid connection option", "服务器地址里问号后面的写法不对。", "请照技术人员给的地址原样填写。"),
    ("invalid sslmode", "服务器地址里问号后面的写法不对。", "请照技术人员给的地址原样填写。"),
    ("certificate", "服务器的证书核对不上，没有连接。", "请服务器管理员检查证书，不要改成不核对证书的连接。"),
    ("does not support ssl", "服务器没有开通加密连接，没有连接。", "请服务器管理员在服务器上打开 ssl。"),
    ("does not exist", "服务器上没有这个数据库或这个用户。", "请核对服务器地址，或询问服务器管理员。"),
    ("permission denied", "服务器上没有登记您，不能打开这个工作区。", "请服务器管理员把您加进来。"),
    ("not permitted to log in", "这个登录名已经停用。", "请询问服务器管理员。"),
    ("pg_hba", "服务器不接受从这台电脑来的连接。", "请服务器管理员检查允许连接的网段。"),
    ("too many connections", "服务器现在太忙，连不上。", "请稍等片刻再试。"),
    ("resolve", "找不到服务器。", "请核对服务器地址，并确认电脑已接入办公网。"),
    ("connection failed", "连不上服务器。", "请确认电脑已接入办公网；没有网络时可以先在随身的工作区文件里录入。"),
    ("timeout", "连不上服务器。", "请确认电脑已接入办公网；没有网络时可以先在随身的工作区文件里录入。"),
    ("connection", *BROKEN),
    ("server closed", *BROKEN),
    ("ssl", *BROKEN),
)
WRONG_PASSWORD = ("password authentication failed", "no password supplied")
FORBIDDEN = "42501"


@contextmanager
def told() -> Iterator[None]:
    """Turn an error of the database that an officer can do something about into `Trouble`; leave faults alone."""
    try:
        yield
    except DBAPIError as error:
        code = getattr(error.orig, "sqlstate", "unknown")  # None or a code from a server, nothing from a file
        raise (_of_file(error) if code == "unknown" else _of_server(error, code or "")) from error


def _of_file(error: DBAPIError) -> Exception:
    words = str(error.orig).lower()
    return next(((Damaged if sign in DAMAGED else Trouble)(*said) for sign, *said in MEANINGS if sign in words), error)


def _of_server(error: DBAPIError, code: str) -> Exception:
    words = str(error.orig).lower()
    if code.startswith("28") or any(sign in words for sign in WRONG_PASSWORD):
        return Rejected({"password": "用户名或密码不对，请再试一次。"})
    if code == FORBIDDEN:
        return Rejected("服务器不许您这样做：您只能改自己包联企业的内容（只读的不能改），也不能以别人的名义记录。")
    by_code = (dict(KINDS).get(sign, Trouble)(*said) for sign, *said in CODES if code.startswith(sign))
    by_words = ((Offline if sign in CUT else Trouble)(*said) for sign, *said in SIGNS if not code and sign in words)
    return next(by_code, None) or next(by_words, error)
