"""Names and codes of made-up enterprises: every one of them once, whatever the size of the district."""

from __future__ import annotations

from daan_desk.domain.credit_code import ALPHABET, check_sign, organisation_sign
from daan_desk.domain.towns import DISTRICT
from daan_desk.services.sample.dice import Dice
from daan_desk.services.sample.texts import Trade, trades

FIRST = "岚砚澄珩沐禾稷榕桐椿樟棠菡蔚芷蓝翎鹭鸢骏骥麒磐砺锦钰铭铂琛瑾珂璟煦熠烨昕昱晟皓霁霖泓沅湘渝岷岳嵘峻崇巍"
SECOND = "川原野溪源泉潭岩峰岭桥亭舟帆桨轩阁台庭苑楠松柏梧槐枫芸茂森丰裕泰恒久达通运顺安和宁康瑞祥卓越拓创启腾"
THIRD = "新宏嘉益诚信聚汇鼎元"
PREFIXES = (("自贡市", 5.0), ("自贡", 3.0), ("四川自贡", 0.6), ("自贡大安", 0.8))
SUFFIXES = (("有限公司", 8.0), ("有限责任公司", 2.0), ("股份有限公司", 0.2))


class Namer:
    """Hands out names and codes; a brand comes back within a trade only with more signs in it."""

    def __init__(self, seed: int, dice: Dice) -> None:
        self._dice = dice
        self._offset = Dice(seed, "names").randrange(10**6)
        self._used: dict[str, int] = {}
        self._begins = {trade.name: self._offset + 397 * at for at, trade in enumerate(trades())}

    def named(self, trade: Trade) -> tuple[str, str]:
        """The next name in the trade, and what people call the enterprise for short."""
        number = self._used.get(trade.name, 0)
        self._used[trade.name] = number + 1
        # A step that shares no factor with the count of pairs visits every pair once before any comes again.
        pairs = len(FIRST) * len(SECOND)
        turn, at = divmod(number, pairs)
        first, second = divmod((at * 1009 + self._begins[trade.name]) % pairs, len(SECOND))
        brand = FIRST[first] + SECOND[second]
        while turn:
            turn, digit = divmod(turn - 1, len(THIRD))
            brand += THIRD[digit]
        name = self._dice.weighted(PREFIXES) + brand + trade.name + self._dice.weighted(SUFFIXES)
        return name, brand + trade.name[:2]

    def code(self, number: int) -> str:
        """The nth code of the district: 91, the region, MA and six signs, two check digits; no two are the same."""
        rest = (self._offset + number) * 7_654_321 % 31**6
        signs = ""
        for _ in range(6):
            rest, digit = divmod(rest, 31)
            signs += ALPHABET[digit]
        body = f"91{DISTRICT}MA{signs}"
        body += organisation_sign(body)
        return body + check_sign(body)
