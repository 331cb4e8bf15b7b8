"""Reports that officers put together: what a ledger offers, the numbers, and the rows behind each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import Linked, LinkTo
from daan_desk.domain.pivots import (
    WHOLE,
    Answer,
    Head,
    Key,
    Pivot,
    heads,
    refuse_too_many,
    stepped,
    tallied,
    time_words,
    unbroken,
)
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.report_offers import Offer, Offers, offers
from daan_desk.domain.reports import AVERAGE, COUNT, HOWS, SUM, Axis, Report, stretch
from daan_desk.services import ledgers
from daan_desk.services.office import Office
from daan_desk.store.pivoting import spread
from daan_desk.store.reader import Reader


@dataclass(frozen=True)
class Meaning:
    """A report with its words looked up: the fields that it speaks of."""

    report: Report
    offers: Offers
    down: Offer
    across: Offer | None
    value: Offer | None

    def ways(self) -> tuple[str, str, str]:
        """The fields to be read."""
        return self.down.key, self.across.key if self.across else "", self.value.key if self.value else ""


def offered(ledger: str) -> Offers:
    """What a ledger offers to a report."""
    return offers(ledgers.ledger(ledger), ledgers.ledger)


def subjects() -> tuple[Ledger, ...]:
    """The ledgers whose rows can be brought together by something."""
    return tuple(each for each in ledgers.ledgers() if offered(each.name).axes)


def meaning(report: Report) -> Meaning:
    """The report's fields; `Rejected` names what the ledger does not have."""
    given = offered(report.ledger)
    refuse_unless(report.how in HOWS, f"只能统计：{'、'.join(HOWS.values())}", "how")
    refuse_unless(report.how == COUNT or report.value, "请选择要合计或平均的栏目", "value")
    value = given.sum(report.value) if report.how != COUNT else None
    share = value is not None and getattr(value.kind, "unit", "") == "%"
    refuse_unless(not (share and report.how == SUM), "百分比不能相加，请改为平均", "how")
    across = given.axis(report.columns.field) if report.columns else None
    return Meaning(report, given, given.axis(report.rows.field), across, value)


def question(report: Report, today: date) -> Question:
    """The rows that a report looks at."""
    given = offered(report.ledger)
    first, last = stretch(report.period, today)
    within: tuple[Where, ...] = ()
    if first or last:
        refuse_unless(report.day, "请选择按哪个日期算时间", "day")
        field = given.day(report.day).key
        within = tuple(Where(field, op, day) for op, day in (("from", first), ("to", last)) if day)
    return Question(given.ledger.name, where=(*report.where, *within))


def worked(office: Office, report: Report) -> Pivot:
    """The numbers."""
    meant = meaning(report)
    with office.reading() as reader:
        answers = _answers(reader, meant, office.today())
        sides = [_groups(meant, answers, at) for at in (1, 2)]
        labels = (meant.down.label, meant.across.label if meant.across else "", _measured(meant))
        refuse_too_many(sides[0], sides[1], labels[:2])
        bare = Pivot(report, (), (), tallied(answers), labels, number=meant.value.kind if meant.value else None)
        down = _heads(reader, meant.down, report.rows, sides[0], lambda key: bare.value(key, WHOLE))
        across = _across(reader, meant, sides[1], lambda key: bare.value(WHOLE, key))
    return replace(bare, down=down, across=across)


def _groups(meant: Meaning, answers: Sequence[Answer], at: int) -> tuple[Key, ...]:
    """The groups of one side: 1 is down, 2 across; time goes on where nothing happened."""
    offer, axis = (meant.down, meant.report.rows) if at == 1 else (meant.across, meant.report.columns)
    found = tuple(dict.fromkeys(answer[at] for answer in answers))
    return unbroken(found, _step(offer, axis)) if offer and axis and offer.timely else found


def _measured(meant: Meaning) -> str:
    if meant.value is None:
        return HOWS[COUNT]
    return f"{'平均' if meant.report.how == AVERAGE else ''}{meant.value.label}"


def _answers(reader: Reader, meant: Meaning, today: date) -> list[Answer]:
    across = meant.report.columns
    down_of = stepped(meant.down.kind, _step(meant.down, meant.report.rows))
    across_of = stepped(meant.across.kind, _step(meant.across, across)) if meant.across and across else None
    rows = spread(reader.connection, question(meant.report, today), meant.ways())
    return [(row[0], down_of(row[1]), across_of(row[2]) if across_of else WHOLE, row[3]) for row in rows]


def _step(offer: Offer, axis: Axis) -> str:
    return (axis.step or "month") if offer.timely else ""


def _across(
    reader: Reader, meant: Meaning, found: tuple[Key, ...], weight: Callable[[Key], object]
) -> tuple[Head, ...]:
    if meant.across is None or meant.report.columns is None:
        return ()
    return _heads(reader, meant.across, meant.report.columns, found, weight)


def _heads(
    reader: Reader, offer: Offer, axis: Axis, found: Sequence[Key], weight: Callable[[Key], object]
) -> tuple[Head, ...]:
    return heads(found, offer, _words(reader, offer, found), weight)  # type: ignore[arg-type]


def _words(reader: Reader, offer: Offer, found: Iterable[Key]) -> Callable[[Key], str]:
    if isinstance(offer.kind, LinkTo):
        titles = reader.titles(offer.kind.ledger, [str(key) for key in found if key is not None])
        return lambda key: titles.get(str(key), "") or "（已删除）"
    if offer.timely:
        return lambda key: time_words(str(key))
    return offer.kind.show


def behind(office: Office, report: Report, down: Key = WHOLE, across: Key = WHOLE) -> Question:
    """The rows behind one number: by conditions where the ledger's own fields say it, else named one by one."""
    meant = meaning(report)
    asked = question(report, office.today())
    sides = [(meant.down, report.rows, down), (meant.across, report.columns, across)]
    chosen = [(offer, key) for offer, axis, key in sides if offer and axis and key != WHOLE]
    plain = [_where(offer, key) for offer, key in chosen]
    if all(plain):
        return replace(asked, where=(*asked.where, *(one for one in plain if one)))
    with office.reading() as reader:
        rows = [row for row in _answers(reader, meant, office.today()) if _in(row, down, across)]
    return Question(asked.ledger, where=(Where("id", "in", tuple(row[0] for row in rows)),))


def _where(offer: Offer, key: Key) -> Where | None:
    """The condition that finds a group again; None where the ledger's own fields do not say it."""
    if not offer.own or (offer.timely and key is not None):
        return None
    if key is None:
        return Where(offer.key, "empty")
    return Where(offer.key, "is", Linked(str(key), "") if isinstance(offer.kind, LinkTo) else key)


def _in(answer: Answer, down: Key, across: Key) -> bool:
    return down in (WHOLE, answer[1]) and across in (WHOLE, answer[2])
