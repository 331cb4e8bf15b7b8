"""What happened to and around an enterprise, from every ledger, on one line of time with the newest on top."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from daan_desk.domain.figures import growth_words
from daan_desk.domain.kinds import Linked
from daan_desk.domain.periods import month_named
from daan_desk.domain.questions import Row, Where
from daan_desk.services.ledgers import told
from daan_desk.services.office import Office
from daan_desk.store.reader import Reader

PAGE = 40  # happenings of one answer


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened; ledger and record open it.

    kind: the ledger that it comes from, for choosing. state: what it has become today, with the colour of its light
    ("" where it has none).
    """

    id: str
    kind: str
    day: date
    title: str
    detail: str = ""
    text: str = ""
    state: str = ""
    colour: str = ""
    ledger: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Some of the happenings, newest first; total: of the asked kind, counts: of every kind."""

    happenings: tuple[Happening, ...]
    total: int
    counts: Mapping[str, int]


def story(office: Office, enterprise: str, kind: str = "", skip: int = 0, limit: int = PAGE) -> Story:
    """The happenings of an enterprise after the first `skip`; with `kind` only those of that ledger."""
    with office.reading() as reader:
        known = _Known(office, reader, enterprise)
        every = [one for tell in TELLERS.values() for one in tell(known)]
    counts = {name: sum(one.kind == name for one in every) for name in TELLERS}
    # Keys grow with time, so that what was kept later stands above what was kept before on the same day.
    asked = sorted((one for one in every if kind in ("", one.kind)), key=lambda one: one.id, reverse=True)
    asked.sort(key=_newest_first)
    return Story(tuple(asked[skip : skip + limit]), len(asked), counts)


def _newest_first(one: Happening) -> tuple[int, int]:
    # Of one day the visit comes before what was raised on it, which comes before what was done about it.
    return -one.day.toordinal(), -list(TELLERS).index(one.kind)


class _Known:
    """The rows that happenings are told from, read once."""

    def __init__(self, office: Office, reader: Reader, enterprise: str) -> None:
        self.office, self.reader, self.enterprise = office, reader, enterprise
        self.today = office.today()
        self.visits, self.issues = self.of("visits"), self.of("issues")

    def of(self, ledger: str, field: str = "enterprise", values: Sequence[str] = ()) -> tuple[Row, ...]:
        """The rows of a ledger that speak of the enterprise, or of these records."""
        wanted = tuple(values) or (self.enterprise,)
        return told(self.office, self.reader, ledger, self.reader.where(ledger, Where(field, "in", wanted)))


def _visits(known: _Known) -> Iterator[Happening]:
    for row in known.visits:
        came = "、".join(word for word in (_text(row["led_by"]), _text(row["companions"])) if word)
        next_step = f"下一步：{row['next_step']}" if row["next_step"] else ""
        words = "\n".join(part for part in (_text(row["summary"]), next_step) if part)
        title = f"{row['way']}走访" if row["way"] != "电话" else "电话联系"
        yield Happening(
            row.id, "visits", _day(row, "day"), title, came, words, _text(row["production"]), "", "visits", row.id
        )


def _issues(known: _Known) -> Iterator[Happening]:
    for row in known.issues:
        detail = _joined(row["category"], row["grade"], row["lead_department"])
        state, light = _text(row["state"]), _text(row["light"])
        shown = state if light in ("", state) else f"{state} · {light}"
        title = f"提出问题：{_numbered(row)}"
        text, colour = _text(row["description"]), _text(row["light_colour"])
        yield Happening(row.id, "issues", _day(row, "raised"), title, detail, text, shown, colour, "issues", row.id)


def _steps(known: _Known) -> Iterator[Happening]:
    issues = {row.id: row for row in known.issues}
    for row in known.of("steps", "issue", tuple(issues)) if issues else ():
        issue = row["issue"].id if isinstance(row["issue"], Linked) else ""
        title = f"{row['move']}：{_numbered(issues[issue])}"
        moved = f"{row['from_state']} → {row['to_state']}" if row["from_state"] != row["to_state"] else ""
        detail, text = _joined(row["by"], moved), _text(row["what"])
        yield Happening(row.id, "steps", _day(row, "day"), title, detail, text, "", "", "issues", issue)


def _qualifications(known: _Known) -> Iterator[Happening]:
    for row in known.of("qualifications"):
        name = f"{row['kind']}（{row['level']}）" if row["level"] else _text(row["kind"])
        place = "qualifications", row.id
        until = f"有效期至 {row['expires']}" if row["expires"] else ""
        if row["awarded"]:
            yield Happening(
                row.id,
                "qualifications",
                _day(row, "awarded"),
                f"认定 {name}",
                until,
                "",
                _text(row["state"]),
                "",
                *place,
            )
        if isinstance(row["expires"], date) and row["expires"] < known.today:
            yield Happening(row.id, "qualifications", row["expires"], f"{name} 到期", "", "", "", "", *place)


def _assignments(known: _Known) -> Iterator[Happening]:
    for row in known.of("assignments"):
        who, place = f"{_text(row['officer'])}（{row['role']}）", ("assignments", row.id)
        if isinstance(row["since"], date) and row["since"] <= known.today:
            yield Happening(
                row.id, "assignments", row["since"], f"{who}开始包联", _text(row["basis"]), "", "", "", *place
            )
        if isinstance(row["until"], date) and row["until"] < known.today:
            yield Happening(row.id, "assignments", row["until"], f"{who}不再包联", "", "", "", "", *place)


def _attachments(known: _Known) -> Iterator[Happening]:
    owners = [known.enterprise, *(row.id for row in known.visits), *(row.id for row in known.issues)]
    for row in known.of("attachments", "owner", owners):
        place = _text(row["owner_ledger"]), _text(row["owner"])
        if row["day"]:
            yield Happening(
                row.id, "attachments", _day(row, "day"), f"添加附件：{row['name']}", row.changed_by, "", "", "", *place
            )


def _figures(known: _Known) -> Iterator[Happening]:
    rows = {_text(row["month"]): row for row in known.of("figures")}
    for month, row in rows.items():
        if not row["output"]:
            continue
        period = month_named(month)
        before = rows.get(f"{period.year_before.first:%Y-%m}")
        change = growth_words(_number(row["output"]), _number(before["output"]) if before else None)
        title = f"{period.words}工业总产值 {_number(row['output']):,.0f} 万元"
        detail = f"比上年同月{change}" if change.startswith(("增长", "下降", "持平")) else ""
        yield Happening(row.id, "figures", period.last, title, detail, "", "", "", "figures", row.id)


TELLERS: Mapping[str, Callable[[_Known], Iterator[Happening]]] = {
    "visits": _visits,
    "issues": _issues,
    "steps": _steps,
    "qualifications": _qualifications,
    "assignments": _assignments,
    "attachments": _attachments,
    "figures": _figures,
}


def _day(row: Row, name: str) -> date:
    value = row[name]
    return value if isinstance(value, date) else row.changed_at.date()


def _number(value: Any) -> Decimal:
    return Decimal(value or 0)


def _numbered(row: Row) -> str:
    return f"{row['number'] or ''} {row['title']}".strip()


def _text(value: object) -> str:
    return value.text if isinstance(value, Linked) else str(value or "")


def _joined(*values: object) -> str:
    return " · ".join(text for value in values if (text := _text(value)))
