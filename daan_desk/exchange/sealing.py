"""A file that only those who share a password can read or make: scrypt, then AES-256-GCM chunk by chunk.

The file: magic, version, cost, salt and a check of the key; then chunks, each with its length before it. The nonce is
the chunk's number and whether it is the last one, so that none can be left out, moved, added or cut off (the STREAM
construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015); the head goes into every chunk as associated data.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import struct
from collections.abc import Iterable, Iterator
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from daan_desk.domain.failures import Rejected, Trouble

MAGIC = b"DAANPARCEL\n"
VERSION = 1
SALT, CHECK, TAG = 16, 8, 16
COSTS = range(14, 18)  # powers of two: a file may not ask for more than 128 MiB or for a weak key
COST = 15
CHUNK = 256 * 1024
HEAD = struct.Struct(f">{len(MAGIC)}sBB{SALT}s{CHECK}s")
LENGTH = struct.Struct(">I")
CUT = ("交换包不完整，可能没有传完。", "请重新传送一次，或请对方重新打包。")
ALTERED = ("交换包被改动过，或在传送中损坏，没有读取。", "请重新传送一次，或请对方重新打包。")


def keys(password: str, salt: bytes, cost: int) -> tuple[bytes, bytes]:
    """The key of the contents and the check that tells a wrong password from a damaged file."""
    room = 128 * 2**cost * 8 * 2
    both = hashlib.scrypt(password.encode(), salt=salt, n=2**cost, r=8, p=1, maxmem=room, dklen=64)
    return both[:32], hmac.new(both[32:], b"parcel", hashlib.sha256).digest()[:CHECK]


def sealed(chunks: Iterable[bytes], password: str) -> Iterator[bytes]:
    """The bytes of a file that holds these bytes; `Rejected` where there is no password."""
    if not password:
        raise Rejected({"password": "请填写交换包的密码，对方合并时要用同一个密码。"})
    salt = secrets.token_bytes(SALT)
    key, check = keys(password, salt, COST)
    head = HEAD.pack(MAGIC, VERSION, COST, salt, check)
    yield head
    cipher, waiting, number = AESGCM(key), b"", 0
    for chunk in chunks:
        waiting += chunk
        while len(waiting) > CHUNK:
            yield _framed(cipher.encrypt(_nonce(number, last=False), waiting[:CHUNK], head))
            waiting, number = waiting[CHUNK:], number + 1
    yield _framed(cipher.encrypt(_nonce(number, last=True), waiting, head))


def opened(file: IO[bytes], password: str) -> Iterator[bytes]:
    """The bytes that were sealed, each chunk proved before it is handed out; `Trouble` where anything is not right."""
    head = file.read(HEAD.size)
    key = _key(head, password)
    cipher, number, last = AESGCM(key), 0, False
    chunk = _next(file)
    while not last:
        following = _next(file)
        last = not following
        try:
            yield cipher.decrypt(_nonce(number, last=last), chunk, head)
        except InvalidTag as error:
            raise Trouble(*(_judged(cipher, number, chunk, head) if last else ALTERED)) from error
        chunk, number = following, number + 1


def _judged(cipher: AESGCM, number: int, chunk: bytes, head: bytes) -> tuple[str, str]:
    """Why the end of the file is no end: chunks are missing behind it, or it was altered."""
    try:
        cipher.decrypt(_nonce(number, last=False), chunk, head)
    except InvalidTag:
        return ALTERED
    return CUT


def _key(head: bytes, password: str) -> bytes:
    if not head.startswith(MAGIC):
        raise Trouble("这个文件不是交换包。", "请选择对方用“交换与合并”打出来的文件。")
    if len(head) < HEAD.size:
        raise Trouble(*CUT)
    _, version, cost, salt, check = HEAD.unpack(head)
    if version > VERSION:
        raise Trouble("这个交换包是用更新的版本打的，本程序还不认识。", "请先把本程序升级到最新版，再合并。")
    if version < 1 or cost not in COSTS:
        raise Trouble(*ALTERED)
    key, right = keys(password, salt, cost)
    if not hmac.compare_digest(right, check):
        raise Rejected({"password": "交换包的密码不对，请向打包的同事核对。"})
    return key


def _next(file: IO[bytes]) -> bytes:
    length = file.read(LENGTH.size)
    if not length:
        return b""
    size = LENGTH.unpack(length)[0] if len(length) == LENGTH.size else 0
    if len(length) == LENGTH.size and not TAG <= size <= CHUNK + TAG:
        raise Trouble(*ALTERED)
    chunk = file.read(size)
    if len(length) < LENGTH.size or len(chunk) < size:
        raise Trouble(*CUT)
    return chunk


def _framed(chunk: bytes) -> bytes:
    return LENGTH.pack(len(chunk)) + chunk


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])
