"""Questions to any ledger: rows, totals, tables, choices, and the search for anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import Linked, LinkTo
from daan_desk.domain.questions import Hit, Question, Row, Totals, Where
from daan_desk.domain.tables import Column, Table
from daan_desk.services import shown
from daan_desk.services.office import Office
from daan_desk.services.settings import words as words_of
from daan_desk.services.stale import Seen, seen_now
from daan_desk.services.values import linked
from daan_desk.store.base import LEDGERS
from daan_desk.store.pinyin import spoken
from daan_desk.store.reader import Line, Reader
from daan_desk.store.subjects import INNER, SUBJECTS

__all__ = ["Hit", "Question", "Row", "Totals", "Where"]


def ledgers() -> tuple[Ledger, ...]:
    """The ledgers that officers open, in the menu's order."""
    return tuple(model.ledger for model in SUBJECTS if model.__tablename__ not in INNER)


def ledger(word: str) -> Ledger:
    """The ledger of that identifier or Chinese name; `Rejected` lists them where there is none."""
    for model in SUBJECTS:
        if word in (model.ledger.name, model.ledger.label, model.ledger.noun):
            return model.ledger
    raise Rejected(f"没有名为“{word}”的台账，可以用：{'、'.join(f'{x.label}（{x.name}）' for x in ledgers())}")


def ids(office: Office, question: Question) -> tuple[str, ...]:
    """The ids that answer, in order."""
    with office.reading() as reader:
        return reader.ids(question)


def rows(office: Office, ledger: str, ids: Sequence[str]) -> tuple[Row, ...]:
    """The rows of these ids, in the order asked; those that are gone are left out."""
    with office.reading() as reader:
        found = reader.lines(ledger, ids)
        return told(office, reader, ledger, [found[identity] for identity in ids if identity in found])


def row(office: Office, ledger: str, identity: str) -> Row:
    """One row; `Rejected` when it is gone."""
    found = rows(office, ledger, [identity])
    if not found:
        raise Rejected(f"这条{LEDGERS[ledger].ledger.noun}已不存在，可能刚被删除。")
    return found[0]


def seen(office: Office, ledger: str, identity: str) -> Seen:
    """A record as it stands, to be held against what stands there when it is saved."""
    with office.reading() as reader:
        return seen_now(reader, ledger, identity)


def identified(office: Office, ledger: str, word: str) -> str:
    """The id of the record that a script means by an id, a name, a number or its whole title; `Rejected` otherwise."""
    with office.reading() as reader:
        return linked(reader, ledger, word.strip())


def told(office: Office, reader: Reader, ledger: str, lines: Sequence[Line]) -> tuple[Row, ...]:
    """Lines as rows: links named, authors named, and what is worked out added."""
    described = LEDGERS[ledger].ledger
    links = {f.name: _texts(reader, f, lines) for f in described.kept if isinstance(f.kind, LinkTo)}
    authors = reader.titles("officers", {line["changed_by"] for line in lines})
    answers = []
    for line in lines:
        values = {f.name: line[f.name] for f in described.fields if f.name in line}
        for name, texts in links.items():
            if values[name] is not None:
                values[name] = Linked(values[name], texts.get(values[name], ""))
        author = authors.get(line["changed_by"]) or str(line["changed_by"])
        answers.append(Row(line["id"], values, _moment(line["changed_at"]), author))
    return shown.added(office, reader, ledger, answers)


def _texts(reader: Reader, field: Field, lines: Iterable[Line]) -> Mapping[str, str]:
    assert isinstance(field.kind, LinkTo)
    return reader.titles(field.kind.ledger, {line[field.name] for line in lines if line[field.name]})


def _moment(stamp: int) -> datetime:
    return datetime.fromtimestamp(stamp / 1_000_000, UTC).astimezone()


def totals(office: Office, question: Question) -> Totals:
    """Count and sums of what answers."""
    with office.reading() as reader:
        return Totals(*reader.totals(question))


def table(office: Office, question: Question, columns: Sequence[str] = (), private: bool = False) -> Table:
    """The answer as a table for paper or a workbook; without `columns` every field, private ones only when asked."""
    described = LEDGERS[question.ledger].ledger
    fields = [described[name] for name in columns] or list(described.fields)
    fields = [f for f in fields if private or not f.private]
    with office.reading() as reader:
        identities = reader.ids(question)
        found = reader.lines(question.ledger, identities)
        answers = told(office, reader, question.ledger, [found[i] for i in identities])
    heads = tuple(Column(f.label, f.kind, f.width, f.total, f.name) for f in fields)
    return Table(described.label, heads, tuple(tuple(r[f.name] for f in fields) for r in answers))


def choices(office: Office, ledger: str, field: str) -> tuple[str, ...]:
    """The distinct values of a field as they are shown, most frequent first: for filters."""
    return tuple(word for word, _ in counted(office, Question(ledger), field))


def counted(office: Office, question: Question, field: str) -> tuple[tuple[str, int], ...]:
    """The values of a field among the answers as they are shown, with how often each stands."""
    described = LEDGERS[question.ledger].ledger[field]
    with office.reading() as reader:
        found = [(value, count) for value, count in reader.counted(question, field) if value is not None]
        if isinstance(described.kind, LinkTo):
            texts = reader.titles(described.kind.ledger, [value for value, _ in found])
            return tuple((texts.get(value, ""), count) for value, count in found)
    return tuple((described.kind.show(value), count) for value, count in found)


MOST_LISTED = 500


def lists(office: Office, ledger: str) -> dict[str, tuple[str, ...]]:
    """The words that the choice and link fields of a ledger offer, by field: for validation lists and templates."""
    offered: dict[str, tuple[str, ...]] = {}
    for field in LEDGERS[ledger].ledger.typed:
        if isinstance(field.kind, LinkTo):
            texts = _names(office, field.kind.ledger)
            offered[field.name] = texts if len(texts) <= MOST_LISTED else ()
        elif field.kind.editor == "choice":
            offered[field.name] = words_of(office, field)
    return {name: found for name, found in offered.items() if found}


def _names(office: Office, ledger: str) -> tuple[str, ...]:
    with office.reading() as reader:
        ids = reader.ids(Question(ledger), MOST_LISTED + 1)
        texts = reader.titles(ledger, ids)
    return tuple(texts[identity] for identity in ids)


SEARCHED = (
    *("enterprises", "issues", "visits", "officers", "departments", "qualifications", "parks", "towns"),
    *("projects", "policies", "meetings", "financing", "assets", "leads", "tech_projects", "banks"),
)


def find(office: Office, text: str, ledgers: Sequence[str] = (), limit: int = 20) -> tuple[Hit, ...]:
    """Anything by its words: Chinese, pinyin, initials, code, phone; records whose own name begins so come first."""
    if not text.strip():
        return ()
    hits: list[Hit] = []
    with office.reading() as reader:
        for name in ledgers or SEARCHED:
            hits += _hits(office, reader, name, text, limit)
    return tuple(hits[:limit])


def _hits(office: Office, reader: Reader, name: str, text: str, limit: int) -> list[Hit]:
    identities = reader.ids(Question(name, text=text), limit * 3)
    texts = reader.titles(name, identities)
    wanted = sorted(identities, key=lambda i: (text not in texts[i], texts[i].find(text)))[:limit]
    found = reader.lines(name, wanted)
    answers = told(office, reader, name, [found[i] for i in wanted])
    return [Hit(name, r.id, texts[r.id], _detail(LEDGERS[name].ledger, r)) for r in answers]


def _detail(described: Ledger, row: Row) -> str:
    told_apart = [f for f in described.fields if f.listed and f.name not in described.title.split()]
    shown_words = [f.kind.show(row[f.name]) for f in told_apart]
    return " · ".join([described.noun, *[word for word in shown_words if word][:3]])


def spelled(text: str) -> str:
    """Pinyin and initials of words, to find pages and acts by them."""
    return " ".join(spoken(text))
