"""How an amount is written: signs, thousands, magnitudes, units, “约”; what is no single amount is refused in words."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from daan_desk.domain.failures import Rejected
from daan_desk.domain.units import FOREIGN, MAGNITUDES, SPOKEN, factor, known
from daan_desk.domain.words import cited

NUMBER = r"\d+(?:\.\d*)?|\.\d+"
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d{1,4}(?:,\d{4})+(?:\.\d*)?")
ABOUT = re.compile(r"^(?:大约|大概|大致|约计|约为|约|近|估计|预计|预估|暂估|≈|~)|(?:左右|上下|余|多)(?=$|[^\d])")
BOUND = re.compile(r"[≥≤><≧≦]|以上|以下|不少于|不低于|不超过|不足|超过|至少|最多|低于|高于|大于|小于|超")
RANGE = re.compile(rf"(?:{NUMBER})\D{{0,4}}?(?:-|~|—|–|至|到)\D{{0,2}}?(?:{NUMBER})")
ONE = re.compile(rf"(?P<sign>[-+])?(?P<number>{NUMBER})(?P<unit>\D*)")
TWO = re.compile(rf"(?P<big>{NUMBER})亿(?:元)?(?P<small>{NUMBER})(?P<unit>万\D*)")
NEGATIVE = re.compile(r"\(([^()]+)\)")
SIGNS = str.maketrans({"−": "-", "﹣": "-", "➖": "-", "￥": "", "¥": "", "，": ","})
PLACES = Decimal("0.000001")
LARGEST = Decimal(10) ** 12


class Amount(NamedTuple):
    """A number as written, the unit that stood with it ("" = none), and what was assumed."""

    number: Decimal
    unit: str
    remark: str = ""


def amount(text: str) -> Amount:
    """One amount out of half-width words; `Rejected` says why there is none: a bound, a range, words."""
    body = SPOKEN.sub("", text.translate(SIGNS).replace(" ", "").lower().replace("m2", "㎡"))
    remark = ""
    around = ABOUT.sub("", body)
    if around != body:
        body, remark = around, f"“{text}”不是确数，按 %s 读入"
    bracketed = NEGATIVE.fullmatch(body)
    if bracketed:
        body, remark = f"-{bracketed[1]}", f"“{text}”按负数 %s 读入"
    found = single(text, body)
    return found._replace(remark=remark % f"{found.number:f}{found.unit}" if remark else "")


def single(text: str, body: str) -> Amount:
    """The amount of a text without “约” and brackets."""
    refuse_what_is_no_amount(text, body)
    pair = TWO.fullmatch(body)
    if pair:
        return Amount(Decimal(pair["big"]) * 10000 + Decimal(pair["small"]), pair["unit"])
    found = ONE.fullmatch(ungrouped(text, body))
    if not found:
        raise Rejected(f"“{cited(text)}”不是数字")
    number = Decimal(found["number"])
    return Amount(-number if found["sign"] == "-" else number, found["unit"].strip("()"))


def refuse_what_is_no_amount(text: str, body: str) -> None:
    """Bounds, ranges and foreign money are no amounts that could be summed."""
    if BOUND.search(body):
        raise Rejected(f"“{cited(text)}”是一个范围，不是一个数")
    if RANGE.search(body):
        raise Rejected(f"“{cited(text)}”是一个区间，不是一个数")
    if FOREIGN.search(body):
        raise Rejected(f"“{cited(text)}”是外币，请换算成人民币")


def ungrouped(text: str, body: str) -> str:
    """The body without its thousands commas; commas elsewhere are refused, they might be decimal points."""
    if "," not in body:
        return body
    grouped = re.search(r"[\d.,]+", body)
    if not grouped or not GROUPED.fullmatch(grouped[0]):
        raise Rejected(f"“{cited(text)}”的逗号位置不对，看不出是多少")
    return body.replace(",", "")


def converted(number: Decimal, unit: str, kept: str) -> Decimal:
    """The number in the unit that is kept, at most six places; `Rejected` where the units have nothing in common."""
    ratio = factor(unit, kept) if kept or unit in MAGNITUDES or not known(unit) else Fraction(1)
    if ratio is None:
        raise Rejected(f"单位“{unit}”换算不成“{kept}”" if kept else f"看不懂单位“{unit}”")
    return multiplied(number, ratio)


def multiplied(number: Decimal, ratio: Fraction) -> Decimal:
    """Exact where six places suffice, else rounded to them."""
    product = number if ratio == 1 else number * ratio.numerator / ratio.denominator
    if abs(product) >= LARGEST:
        raise Rejected("数字太大，请检查单位")
    rounded = product.quantize(PLACES)
    return product if product == rounded else rounded
