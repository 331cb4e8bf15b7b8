"""Words that offices write over columns, by ledger and field, each tried in a small roster with fitting values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from daan_desk.domain import settings
from daan_desk.domain.columns import Match
from daan_desk.domain.contacts import Phone
from daan_desk.domain.credit_code import CreditCode
from daan_desk.domain.days import Day, Month
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LinkTo, Name, OneOf, YesNo
from daan_desk.domain.ledger_choice import match, match_as
from daan_desk.domain.numbers import Integer, Number, Percent
from daan_desk.domain.sheets import Cell
from daan_desk.domain.years import Year
from daan_desk.services.ledgers import ledger, ledgers
from tests.sheets import code, layout

WORDS = Path(__file__).with_name("words.txt")
ROWS = 6
NAMES: Mapping[str, tuple[str, ...]] = {
    "enterprises": tuple(
        f"自贡{word}有限公司" for word in ["大安阀门", "盐都泵业", "蜀光合金", "龙灯彩灯", "长风包装", "恒信食品"]
    ),
    "officers": ("陈一", "林二", "周甲", "吴乙", "郑丙", "冯丁"),
    "towns": ("大山铺镇", "牛佛镇", "大安街道", "和平街道", "何市镇", "庙坝镇"),
    "parks": (
        "硬质合金产业园",
        "新兴产业孵化园",
        "东部新城科创园",
        "大山铺铁路物流园",
        "硬质合金产业园",
        "新兴产业孵化园",
    ),
    "departments": ("区经信局", "区人社局", "区科技局", "区商务局", "区住建局", "区财政局"),
    "banks": ("农商银行", "工商银行大安支行", "建设银行", "邮储银行", "农业银行", "中国银行"),
}
TEXTS: Mapping[str, tuple[str, ...]] = {
    "address": tuple(f"大安区某路{at}号" for at in range(ROWS)),
    "products": ("阀门", "水泵", "硬质合金", "彩灯", "纸箱", "腊肉"),
    "industry_code": ("3443", "C3441", "3240", "2438", "2231", "1353"),
    "industry": ("通用装备", "新材料", "彩灯", "食品", "物流", "数字经济"),
    "number": tuple(f"2025-{at:04d}" for at in range(ROWS)),
    "document": tuple(f"自大府发〔2025〕{at}号" for at in range(ROWS)),
    "basis": tuple(f"自大委办〔2025〕{at}号" for at in range(ROWS)),
    "preferred_bank": NAMES["banks"],
    "owner": ("大安国投公司", "园区公司", "区粮油公司", "某村委会", "某厂", "个人"),
}


class Word(NamedTuple):
    """One header in a ledger's roster, and the field that it is; "" where it is none of ours."""

    ledger: str
    base: tuple[tuple[str, str], ...]
    field: str
    text: str


def words(path: Path = WORDS) -> Iterator[Word]:
    """Every word of the list."""
    ledger, base = "", ()
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            head, *columns = line.split()
            ledger, base = head.strip("[]"), tuple(tuple(column.split("=")) for column in columns)
        elif line.strip():
            field, _, texts = line.partition(":")
            for text in texts.split():
                yield Word(ledger, base, field.strip("- "), text)


def tried(word: Word, filled: bool = True) -> Match:
    """What the last column of a small roster is taken for."""
    known = ledger(word.ledger)
    base = [(text, field) for text, field in word.base if field != word.field]
    headers = [*(text for text, _ in base), word.text]
    columns = [values(known, field) for _, field in base]
    columns.append(values(known, word.field) if filled else (None,) * ROWS)
    found = layout(headers, *zip(*columns, strict=True))
    return match_as(found, known).columns[-1]


def chosen(word: Word) -> str:
    """Which ledger the small roster is taken for."""
    known = ledger(word.ledger)
    base = [(text, field) for text, field in word.base if field != word.field]
    columns = [values(known, field) for _, field in [*base, ("", word.field)]]
    return match(layout([*(text for text, _ in base), word.text], *zip(*columns, strict=True)), ledgers()).ledger


def values(known: Ledger, name: str) -> tuple[Cell, ...]:
    """Values as a roster has them for a field."""
    if not name:
        return (None,) * ROWS
    if name.startswith("assignments."):
        return NAMES["officers"]
    if name.startswith("qualifications."):
        return tuple("是否"[at % 2] for at in range(ROWS))
    if name.startswith("issues."):
        return values(ledger("issues"), name.partition(".")[2])
    return of_kind(known[name])


def of_kind(field: Field) -> tuple[Cell, ...]:
    """Values that the field's kind reads."""
    kind = field.kind
    if isinstance(kind, LinkTo):
        return NAMES.get(kind.ledger) or tuple(f"某某{at}" for at in range(ROWS))
    if field.name in TEXTS:
        return TEXTS[field.name]
    if isinstance(kind, OneOf):
        some = kind.words or tuple(str(one) for one in choices(kind.setting))
        return tuple(some[at % len(some)] for at in range(ROWS))
    if isinstance(kind, Name):
        company = field.name in ("name", "company")
        return NAMES["enterprises"] if company else NAMES["officers"]
    for sort, made in MADE.items():
        if isinstance(kind, sort):
            return tuple(made(at) for at in range(ROWS))
    return tuple(f"{'一二三四五六'[at]}号情况说明，内容若干" for at in range(ROWS))


def choices(setting: str) -> list[str]:
    """The words of a setting by default."""
    return list(settings.choices(setting, settings.BY_KEY[setting].default))


MADE: Mapping[type, object] = {
    CreditCode: lambda at: code(at + 1),
    Phone: lambda at: f"1380000{at:04d}",
    Day: lambda at: f"2025-0{at + 1}-15",
    Month: lambda at: f"2025-0{at + 1}",
    Year: lambda at: 2024 + at % 3,
    YesNo: lambda at: "是" if at % 2 else "否",
    Percent: lambda at: 3.2 + at / 10,
    Integer: lambda at: 12 + 7 * at,
    Number: lambda at: 1200.5 + 300 * at,
}
