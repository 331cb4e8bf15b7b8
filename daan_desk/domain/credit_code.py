"""The unified social credit code (GB 32100-2015): its check digits, its kind, and a citizen's number told apart.

A wrong check digit warns and keeps, for rosters hold typos; a code that arrived as a number is lost and never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import mul

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import NOWHERE, Context, Kind, Read
from daan_desk.domain.words import cited, empty, half_width, lost_digits, plain

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
NUMBERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
VALUES = bytes.maketrans(ALPHABET.encode(), bytes(range(31)))
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
ORGANISATION_VALUES = bytes.maketrans(NUMBERS.encode(), bytes(range(36)))
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
CITIZEN_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CITIZEN_CHECKS = "10X98765432"
SHAPE = re.compile(rf"[{ALPHABET}]{{18}}")
CITIZEN = re.compile(r"[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]")
FIRST_SIGNS = frozenset("159ANY")
PROVINCE = re.compile(r"1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]")
NOISE = re.compile(r"[\s'’‘`\-–—_.·]|\((?:新|旧|三证合一|统一)\)")


def normal(text: str) -> str:
    """The code in half-width capitals without blanks, hyphens, apostrophes and a trailing （新）."""
    return text if SHAPE.fullmatch(text) else NOISE.sub("", half_width(text)).upper()


def check_sign(code: str) -> str:
    """The sign that the first seventeen demand in the eighteenth place."""
    total = sum(map(mul, code.encode().translate(VALUES), WEIGHTS))
    return ALPHABET[(31 - total % 31) % 31]


def organisation_sign(code: str) -> str:
    """The sign that the organisation code in places 9 to 16 demands in the seventeenth (GB 11714)."""
    total = sum(map(mul, code[8:16].encode().translate(ORGANISATION_VALUES), ORGANISATION_WEIGHTS))
    return "0123456789X0"[11 - total % 11]


def valid(code: str) -> bool:
    """Whether eighteen signs of the alphabet end in the right check sign."""
    return bool(SHAPE.fullmatch(code)) and check_sign(code) == code[17]


def is_citizens_number(code: str) -> bool:
    """Whether this is a person's number (GB 11643) and no credit code, although it has eighteen places too.

    A credit code begins with 1, 5, 9, A, N or Y and has the number of a province in its third and fourth place.
    """
    if not CITIZEN.fullmatch(code) or (code[0] in FIRST_SIGNS and valid(code)):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(code[:17], CITIZEN_WEIGHTS, strict=True))
    return CITIZEN_CHECKS[total % 11] == code[17] or code[0] not in FIRST_SIGNS or not PROVINCE.fullmatch(code[2:4])


def oddity(code: str) -> str:
    """What is wrong with a code that is kept all the same, "" for a right one."""
    if not SHAPE.fullmatch(code):
        return misshapen(code)
    if check_sign(code) == code[17]:
        return ""
    part = "前 8 位或末位" if organisation_sign(code) == code[16] else "第 9 至 17 位（组织机构代码）"
    return f"信用代码 {code} 的校验位不对，录入错误可能在{part}，已照原样保留"


def misshapen(code: str) -> str:
    """What is wrong with the length or with the signs."""
    if len(code) != 18:
        kind = {15: "（像是旧的工商注册号）", 9: "（像是组织机构代码）"}.get(len(code), "")
        return f"信用代码 {code} 是 {len(code)} 位{kind}，应为 18 位，已照原样保留"
    wrong = "、".join(dict.fromkeys(sign for sign in code if sign not in ALPHABET))
    return f"信用代码 {code} 里有不该出现的“{wrong}”，已照原样保留"


@dataclass(frozen=True)
class CreditCode(Kind):
    """The eighteen signs that name an enterprise everywhere; odd ones are kept with a remark."""

    limit: int = 30

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        text = plain(raw)
        if valid(text) and text[0] in FIRST_SIGNS:
            return Read(text, oddity(text))
        if empty(text):
            return Read(None)
        if lost_digits(raw, text):
            raise Rejected(f"信用代码变成了数字 {raw}，末尾几位已经丢失，请在原表中把这一列设为文本后重新填写")
        code = normal(text)
        if is_citizens_number(code):
            raise Rejected("这是居民身份证号，不是统一社会信用代码，没有录入")
        if not 8 <= len(code) <= self.limit or not code.isascii() or not any(sign.isdigit() for sign in code):
            raise Rejected(f"“{cited(text)}”不是统一社会信用代码，应是营业执照上的 18 位数字和大写字母；没有就空着")
        return Read(code, oddity(code))
