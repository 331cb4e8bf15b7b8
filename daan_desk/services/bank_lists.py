"""The lists that go to the banks, one for each, with room for the answer; what comes back is imported as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from daan_desk.domain.bank_lists import ANSWER, ENTERPRISES, FINANCING, HEAD, OFFERED
from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.fields import Field
from daan_desk.domain.financing import AGREED, DECLINED
from daan_desk.domain.kinds import Linked
from daan_desk.domain.numbers import Money
from daan_desk.domain.questions import Question, Row, Where
from daan_desk.domain.tables import Column, Table
from daan_desk.services.ledgers import ledger, told
from daan_desk.services.office import Office
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Reader

WAITING = Question("bank_responses", where=(Where("decision", "not", (AGREED, DECLINED)),))


@dataclass(frozen=True, slots=True)
class BankList:
    """What goes to one bank."""

    bank: str
    table: Table

    @property
    def file(self) -> str:
        """The file's name without its ending."""
        return f"推送清单-{self.bank}"


def lists(office: Office, question: Question = WAITING, banks: Sequence[str] = ()) -> tuple[BankList, ...]:
    """A list for every bank (or these, by id) with the pushes that answer; by default those that wait for an answer."""
    with office.reading() as reader:
        ids = reader.ids(question)
        rows = told(office, reader, "bank_responses", list(reader.lines("bank_responses", ids).values()))
        order = {identity: at for at, identity in enumerate(ids)}
        rows = tuple(sorted(rows, key=lambda row: order[row.id]))
        chosen = [word for word in rulebook(reader).value("bank_list_columns") if word in OFFERED]
        shown = _Shown(office, reader, rows)
        mine = _by_bank(rows, banks)
        refuse_unless(mine, "没有等待银行答复的推送，先在“融资需求”里推送给银行。", "bank")
        return tuple(BankList(name, _table(chosen, found, shown)) for name, found in mine.items())


def of_demands(office: Office, demands: Sequence[str], banks: Sequence[str]) -> tuple[BankList, ...]:
    """The lists of these banks with only these demands."""
    where = (Where("demand", "in", tuple(demands)), Where("bank", "in", tuple(banks)))
    return lists(office, Question("bank_responses", where=where))


def _by_bank(rows: Sequence[Row], banks: Sequence[str]) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        bank = row["bank"]
        if isinstance(bank, Linked) and (not banks or bank.id in banks):
            found.setdefault(bank.text, []).append(row)
    return dict(sorted(found.items()))


class _Shown:
    """The demands and enterprises behind pushes, read once for all lists."""

    def __init__(self, office: Office, reader: Reader, rows: Sequence[Row]) -> None:
        demands = {row["demand"].id for row in rows if isinstance(row["demand"], Linked)}
        self.rows: dict[str, dict[str, Row]] = {FINANCING: self._told(office, reader, FINANCING, sorted(demands))}
        wanted = {e.id for row in self.rows[FINANCING].values() if isinstance(e := row["enterprise"], Linked)}
        self.rows[ENTERPRISES] = self._told(office, reader, ENTERPRISES, sorted(wanted))

    def _told(self, office: Office, reader: Reader, name: str, ids: Sequence[str]) -> dict[str, Row]:
        return {row.id: row for row in told(office, reader, name, list(reader.lines(name, ids).values()))}

    def value(self, row: Row, name: str, field: str) -> object:
        """A field of the push's demand, or of the enterprise that wants it."""
        demand = row["demand"]
        wanted = self.rows[FINANCING].get(demand.id) if isinstance(demand, Linked) else None
        if wanted is None or name == FINANCING:
            return wanted[field] if wanted else None
        firm = wanted["enterprise"]
        found = self.rows[ENTERPRISES].get(firm.id) if isinstance(firm, Linked) else None
        return found[field] if found else None


def _table(chosen: Sequence[str], rows: Sequence[Row], shown: _Shown) -> Table:
    described = ledger("bank_responses")
    own = [ledger(OFFERED[word][0])[OFFERED[word][1]] for word in chosen]
    heads = (*(_column(described[n]) for n in HEAD), *map(_column, own), *(_column(described[n]) for n in ANSWER))
    lines = tuple(
        (
            *(row[name] for name in HEAD),
            *(shown.value(row, *OFFERED[word]) for word in chosen),
            *(row[name] for name in ANSWER),
        )
        for row in rows
    )
    return Table(described.label, heads, lines, ("请银行填写“结论”以后的各栏，原样发回，可以直接导入。",))


def _column(field: Field) -> Column:
    """A sum says its unit in its head: a bank does not know in what the office counts."""
    label = f"{field.label}({field.kind.unit})" if isinstance(field.kind, Money) else field.label
    return Column(label, field.kind, field.width, field.total, field.name)
