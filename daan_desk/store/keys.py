"""Keys: the record's UUIDv7 (RFC 9562) and the workspace's encryption key from a password or a recovery sheet."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
import secrets

from daan_desk.domain.failures import Rejected, Trouble

SALT_BYTES, CHECK_BYTES, KEY_BYTES = 12, 4, 32
COST, BLOCK, LANES = 2**15, 8, 1  # scrypt, about 32 MiB and 0.1 s: OWASP's recommendation for scrypt with p = 1


def uuid7(now_us: int) -> str:
    """A time-ordered key: milliseconds, the microseconds within, 62 random bits (RFC 9562, 6.2 method 3).

    now_us is microseconds since 1970; the journal's stamps never repeat, so its keys sort as they were made.
    """
    milliseconds, within = divmod(now_us, 1000)
    random = int.from_bytes(os.urandom(8)) >> 2
    value = (milliseconds & (2**48 - 1)) << 80 | 7 << 76 | (within << 2) << 64 | 2 << 62 | random
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def named(*words: str) -> str:
    """The one key, of UUIDv7's shape, of what every workspace lays down for itself under these words."""
    value = int.from_bytes(hashlib.sha256("\0".join(words).encode()).digest()[:10])
    within, random = divmod(value & (2**74 - 1), 2**62)
    text = f"{7 << 76 | within << 64 | 2 << 62 | random:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def derived(password: str, salt: bytes) -> bytes:
    """The raw key of a password and the workspace's random salt (12 bytes), by scrypt."""
    room = 128 * COST * BLOCK * 2
    return hashlib.scrypt(password.encode(), salt=salt, n=COST, r=BLOCK, p=LANES, maxmem=room, dklen=KEY_BYTES)


def check_of(key: bytes) -> bytes:
    """Four bytes that tell a wrong password from a damaged file without giving the key away."""
    return hmac.new(key, b"daan-desk key check", hashlib.sha256).digest()[:CHECK_BYTES]


def fresh(password: str) -> tuple[bytes, bytes]:
    """A new raw key and the file's first 16 bytes (salt and check) for a password."""
    salt = secrets.token_bytes(SALT_BYTES)
    key = derived(password, salt)
    return key, salt + check_of(key)


def unlocked(password: str, head: bytes) -> bytes:
    """The raw key for a file that begins with `head`; `Rejected` beside the password where it is the wrong one."""
    key = derived(password, head[:SALT_BYTES])
    if not hmac.compare_digest(check_of(key), head[SALT_BYTES:]):
        raise Rejected({"password": "密码不对，请再试一次。"})
    return key


def fits(password: str, head: bytes) -> bool:
    """Whether it is the password of a file that begins with `head`."""
    return hmac.compare_digest(check_of(derived(password, head[:SALT_BYTES])), head[SALT_BYTES:])


def recovery_words(key: bytes) -> str:
    """The raw key as groups of letters and digits to be printed on paper (base 32, with a checksum)."""
    text = base64.b32encode(key + hashlib.sha256(key).digest()[:3]).decode().rstrip("=")
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def recovered(words: str, head: bytes) -> bytes:
    """The raw key from a recovery sheet; `Rejected` where it was mistyped, `Trouble` where it is another file's."""
    text = re.sub(r"[^A-Z2-7]", "", words.upper())
    try:
        raw = base64.b32decode(text + "=" * (-len(text) % 8))
    except ValueError:
        raw = b""
    key, check = raw[:KEY_BYTES], raw[KEY_BYTES:]
    if len(key) != KEY_BYTES or hashlib.sha256(key).digest()[:3] != check:
        raise Rejected({"password": "恢复密钥抄写有误，请逐组核对。"})
    if not hmac.compare_digest(check_of(key), head[SALT_BYTES:]):
        raise Trouble("这张恢复密钥不属于这个工作区。", "请找到与该文件一同打印的那一张（改过密码后旧的作废）。")
    return key
