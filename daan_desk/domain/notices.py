"""政策告知单: what an enterprise is entitled to and why, what it is nearly entitled to, and which data are missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daan_desk.domain.boxed import Box, BoxedForm, across, line, signatures
from daan_desk.domain.numbers import Money

TITLE = "惠企政策告知单"
NUMERALS = "一二三四五六七八九十"
NOTES = (
    "本单依据企服台现有数据比对生成，是否享受以受理部门审核为准；预计金额只按政策写明的标准推算，没有写明标准的不推算。",
)


@dataclass(frozen=True, slots=True)
class NoticeItem:
    """One policy on the notice; reasons: every condition in a sentence; stage: how far the enterprise has come."""

    title: str
    document: str = ""
    reasons: tuple[str, ...] = ()
    amount: Decimal | None = None
    working: str = ""
    window: str = ""
    payment: str = ""
    where: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class PolicyNotice:
    """Everything on the notice; sum_words: the amounts put together, or why they are not."""

    enterprise: str
    contact: str
    day: date
    office: str
    entitled: tuple[NoticeItem, ...]
    nearly: tuple[NoticeItem, ...] = ()
    unknown: tuple[NoticeItem, ...] = ()
    sum_words: str = ""


def boxed(notice: PolicyNotice) -> BoxedForm:
    """The notice as a form of boxes."""
    head = f"{notice.office}　　　{notice.day:%Y年%m月%d日}"
    return BoxedForm(TITLE, f"{TITLE}-{notice.enterprise}", head, tuple(_rows(notice)), NOTES)


def _rows(notice: PolicyNotice) -> Iterator[tuple[Box, ...]]:
    yield line(("企业名称", notice.enterprise))
    yield line(("联系人", notice.contact), ("预计合计", notice.sum_words))
    parts: tuple[tuple[str, Sequence[NoticeItem], str], ...] = (
        ("符合条件、可以享受的政策", notice.entitled, "为什么符合"),
        ("差一点就能享受的政策", notice.nearly, "还差什么"),
        ("缺少数据、暂时无法判断的政策", notice.unknown, "缺什么数据"),
    )
    shown = [part for part in parts if part[1]] or [(parts[0][0], (), "")]
    for numeral, (words, items, why) in zip(NUMERALS, shown, strict=False):
        yield across(f"{numeral}、{words}（{len(items)} 项）")
        for number, item in enumerate(items, 1):
            yield from _item(number, item, why)
    yield signatures(("企业签收", "首席服务官"))


def _item(number: int, item: NoticeItem, why: str) -> Iterator[tuple[Box, ...]]:
    name = f"{item.title}（{item.document}）" if item.document else item.title
    yield line((f"{number}", name))
    yield line((why, "\n".join(item.reasons)))
    if item.working:
        yield line(("预计金额", item.working))
    told = [word for word in (item.window, item.payment, item.where) if word]
    if told:
        yield line(("怎么办理", "；".join(told)))
    if item.stage:
        yield line(("目前进度", item.stage))


def sum_of(items: Sequence[NoticeItem]) -> str:
    """The expected amounts put together; those that are not known are named, never guessed."""
    known = [item.amount for item in items if item.amount is not None]
    unknown = len(items) - len(known)
    if not known:
        return "政策没有写明金额标准，不推算" if items else "—"
    rest = f"，另有 {unknown} 项没有写明标准、不推算" if unknown else ""
    return f"{Money().show(sum(known, Decimal(0)))} 万元（{len(known)} 项）{rest}"
