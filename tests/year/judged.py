"""What must hold when everybody has heard of everything; each sentence is a list of what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from daan_desk.domain.issue_numbers import is_provisional
from daan_desk.domain.kinds import LinkTo
from daan_desk.domain.merging import DELETED, Entry
from daan_desk.services import care, merging
from daan_desk.services.office import Office
from daan_desk.services.parcels import records_of
from daan_desk.store import absorbing
from daan_desk.store.base import LEDGERS, packed
from daan_desk.store.scoping import Scope
from tests.laptops import contents
from tests.year.world import LEADERS, OFFICE, WHOLE, Year

Contents = Mapping[str, Mapping[str, Mapping[str, object]]]
Place = tuple[str, str]


def entries_of(office: Office) -> dict[str, Entry]:
    """The journal, by id."""
    with office.reading() as reader:
        return {entry.id: entry for entry in absorbing.lacking(reader.connection, {})}


def wrong(year: Year) -> list[str]:
    """Everything that is not as it must be; nothing, if the year went well."""
    office = year.office(OFFICE)
    journal, whole = entries_of(office), contents(office)
    return [
        *(f"{who}: {problem}" for who in year.places for problem in care.check(year.office(who)).problems),
        *lost(year, journal),
        *unlike_the_definition(whole, journal),
        *differing(year, whole),
        *numbered_wrong(whole, journal),
        *dangling(whole),
        *open_otherwise(year),
    ]


def lost(year: Year, journal: Mapping[str, Entry]) -> Iterator[str]:
    """What was acknowledged anywhere is in the office's journal, as it was written."""
    for who, entries in year.acknowledged.items():
        for identity, entry in entries.items():
            if journal.get(identity) != entry:
                yield f"{who}: an entry of {entry.table} {entry.row} is lost"


def unlike_the_definition(whole: Contents, journal: Mapping[str, Entry]) -> Iterator[str]:
    """The living rows say what the plain definition makes of all entries that anybody wrote."""
    rows: dict[Place, list[Entry]] = {}
    for entry in sorted(journal.values(), key=lambda entry: (entry.stamp, entry.id)):
        rows.setdefault((entry.table, entry.row), []).append(entry)
    wanted = {place: said for place, found in rows.items() if (said := said_by(found)) is not None}
    for ledger, lines in whole.items():
        if ledger == "acts":
            continue
        for row in {row for table, row in wanted if table == ledger} ^ set(lines):
            yield f"{ledger} {row}: living here or there only"
        for row, line in lines.items():
            filled = {name: packed(value) for name, value in line.items() if value is not None}
            said = {name: value for name, value in wanted.get((ledger, row), {}).items() if name in line}
            if filled != said:
                yield f"{ledger} {row}: {filled} but {said}"


def said_by(entries: list[Entry]) -> dict[str, object] | None:
    """The newest head of every field; None where somebody deleted the row and had seen all that stands."""
    replaced: dict[str, set[str]] = {}
    heads: dict[str, list[Entry]] = {}
    for entry in entries:
        for name in entry.fields:
            replaced.setdefault(name, set()).update(entry.replaced.get(name, entry.replaced.get("*", ())))
    for entry in entries:
        for name in entry.fields:
            if entry.id not in replaced[name]:
                heads.setdefault(name, []).append(entry)
    spoken = heads.pop(DELETED, [])
    others = {entry.id for found in heads.values() for entry in found}
    if spoken and all(entry.fields[DELETED] for entry in spoken):
        seen = [{entry.id}.union(*entry.replaced.values()) for entry in spoken]
        if any(others <= known for known in seen):
            return None
    newest = {name: found[-1].fields[name] for name, found in heads.items()}
    return {name: value for name, value in newest.items() if value is not None}


def differing(year: Year, whole: Contents) -> Iterator[str]:
    """Who has everything has what the office has; a leader has it of his or her own enterprises."""
    everything = contents(year.office(WHOLE))
    for ledger in whole:
        if everything[ledger] != whole[ledger]:
            yield f"{WHOLE}: {ledger} differs"
    for who in LEADERS:
        here = contents(year.office(who))
        with year.office(OFFICE).reading() as reader:
            scope = Scope(reader.connection, frozenset(records_of(reader, who)), year.office(OFFICE).today())
            concern = {ledger: scope.rows(ledger) for ledger in whole if ledger != "acts"}
        for ledger, rows in concern.items():
            mine, theirs = ({row: at[ledger][row] for row in rows if row in at[ledger]} for at in (here, whole))
            if mine != theirs:
                yield f"{who}: {ledger} differs"


def numbered_wrong(whole: Contents, journal: Mapping[str, Entry]) -> Iterator[str]:
    """Every issue has a final number of its own, and is found by every number that it ever had."""
    rows = whole["issues"]
    counts = Counter(line["number"] for line in rows.values())
    yield from (f"issue {number} is there {count} times" for number, count in counts.items() if count > 1)
    yield from (f"issue {n} is provisional" for n in counts if is_provisional(str(n)))
    for entry in journal.values():
        if entry.table == "issues" and entry.row in rows and entry.fields.get("number"):
            line = rows[entry.row]
            if str(entry.fields["number"]) not in (line["number"], *str(line["former_number"] or "").split("、")):
                yield f"issue {line['number']} is not found by {entry.fields['number']} any more"


def dangling(whole: Contents) -> Iterator[str]:
    """No living record belongs to a deleted one."""
    for ledger, lines in whole.items():
        links = [f for f in LEDGERS[ledger].ledger.kept if isinstance(f.kind, LinkTo)]
        for row, line in lines.items():
            for field in links:
                if line[field.name] and line[field.name] not in whole[field.kind.ledger]:  # type: ignore[attr-defined]
                    yield f"{ledger} {row}: {field.name} leads nowhere"
    for row, line in whole["attachments"].items():
        if line["owner"] not in whole[str(line["owner_ledger"])]:
            yield f"attachments {row}: of no record"


def open_otherwise(year: Year) -> Iterator[str]:
    """The same choices wait for everybody."""
    asked = [
        [(each.id, each.field, frozenset(side.entry for side in each.sides)) for each in merging.conflicts(office)]
        for office in (year.office(OFFICE), year.office(WHOLE))
    ]
    if asked[0] != asked[1]:
        yield "other conflicts wait in the office than on the laptop that has everything"
