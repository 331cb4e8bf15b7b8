"""What goes into a parcel: all that this workspace knows, or only what the other side lacks, with its files."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any

from daan_desk.domain.failures import Rejected
from daan_desk.domain.merging import Entry
from daan_desk.domain.parcels import Known, Origin, Parcel, Places
from daan_desk.domain.questions import Where
from daan_desk.services.office import Office
from daan_desk.services.values import linked
from daan_desk.store import absorbing, blobs, facts, withheld
from daan_desk.store.database import Database
from daan_desk.store.reader import Line, Reader
from daan_desk.store.scoping import Scope

MOST_BYTES = 200 * 2**20  # attachments of one parcel, the newest first
PEERS = "peers"


@dataclass(frozen=True, slots=True)
class Peer:
    """Another copy from which a parcel came: its name in the journal, its officer and workspace, when it was packed."""

    replica: str
    by: str
    workspace: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Receiver:
    """An officer for whom a parcel can be packed; count: enterprises and projects looked after today."""

    id: str
    name: str
    role: str
    count: int


def receivers(office: Office) -> tuple[Receiver, ...]:
    """Everybody who looks after something today, by name."""
    today = office.today()
    with office.reading() as reader:
        held = reader.where("assignments", Where("until", "still", today))
        counts = Counter(line["officer"] for line in held if line["since"] is None or line["since"] <= today)
        lines = reader.lines("officers", list(counts))
    made = [Receiver(i, str(line["name"]), str(line["role"] or ""), counts[i]) for i, line in lines.items()]
    return tuple(sorted(made, key=lambda receiver: receiver.name))


def pack(office: Office, *, since: date | None = None, peer: str = "", officer: str = "") -> Parcel:
    """The parcel of everything, of what was written since a day, or of what a peer (replica or officer) lacks.

    With `officer` (name or id) it is for that officer's own laptop: what concerns the enterprises that he or she looks
    after, whole, and nothing else.
    """
    with office.reading() as reader:
        connection = reader.connection
        if officer:
            return _of_officer(office, reader, officer)
        if peer:
            words, entries = f"给{_peer(office, peer)['by']}", absorbing.lacking(connection, _known_by(office, peer))
        elif since is not None:
            morning = datetime.combine(since, time(), office.now().tzinfo)
            words, entries = f"{since:%Y-%m-%d} 起", absorbing.since(connection, _stamp(morning))
        else:
            words, entries = "", absorbing.lacking(connection, {})
        gaps = bool(withheld.places(connection))
        needs = absorbing.before(connection, entries) if gaps else None
        return _parcel(office, reader, _origin(office, words), (entries, needs, absorbing.told(connection)))


def _of_officer(office: Office, reader: Reader, word: str) -> Parcel:
    records = records_of(reader, word)
    name = str(reader.titles("officers", records[:1])[records[0]])
    scope = Scope(reader.connection, frozenset(records), office.today())
    entries = scope.entries(absorbing.lacking(reader.connection, {}))
    origin = _origin(office, f"给{name}", records[0])
    return _parcel(office, reader, origin, (entries, {}, absorbing.told(reader.connection, entries)))


def records_of(reader: Reader, word: str) -> list[str]:
    """The ids of an officer's records, the living one first; `Rejected` where there is none, or two of that name."""
    identity = linked(reader, "officers", word)
    name = reader.titles("officers", [identity])[identity]
    same = [row for row, known, gone in reader.ever("officers", "id", "name", "deleted_at") if known == name and gone]
    return [identity, *same]


def _origin(office: Office, words: str, officer: str = "") -> Origin:
    at, made = office.database, _stamp(office.now())
    return Origin(at.replica, office.officer.name, at.name, at.region, at.schema, made, words, officer)


def _parcel(
    office: Office, reader: Reader, origin: Origin, what: tuple[tuple[Entry, ...], Places | None, Known]
) -> Parcel:
    entries, needs, known = what
    files, left_out = _files(reader, entries)
    return Parcel(origin, known, entries, left_out, needs, partial(_contents, office.database, files))


def _stamp(moment: datetime) -> int:
    return int(moment.astimezone(UTC).timestamp() * 1_000_000)


def _files(reader: Reader, entries: tuple[Entry, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The digests that travel and the names of those that do not, newest first until the parcel is full."""
    rows = list(dict.fromkeys(entry.row for entry in reversed(entries) if entry.table == "attachments"))
    lines = reader.lines("attachments", rows)
    room, digests, left_out = MOST_BYTES, dict[str, None](), []
    for line in (lines[row] for row in rows if row in lines):
        size = blobs.size(reader.connection, line["digest"])
        if line["digest"] in digests:
            continue
        if size is None or size > room:
            left_out.append(_name(line))
        else:
            digests[line["digest"]] = None
            room -= size
    return tuple(digests), tuple(left_out)


def _name(line: Line) -> str:
    return str(line["name"] or "")


def _contents(database: Database, digests: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    with database.reading() as connection:
        for digest in digests:
            data = blobs.kept(connection, digest)
            if data is not None:
                yield digest, data


def peers(office: Office) -> tuple[Peer, ...]:
    """The copies from which parcels came, the latest first."""
    found = [Peer(r, p["by"], p["workspace"], _moment(p["made"])) for r, p in _peers(office).items()]
    return tuple(sorted(found, key=lambda peer: peer.made, reverse=True))


def _moment(stamp: int) -> datetime:
    return datetime.fromtimestamp(stamp / 1_000_000, UTC).astimezone()


def remembered(office: Office, parcel: Parcel) -> str:
    """The fact to keep of all peers when this parcel is merged: what they know, so that the next parcel is small."""
    at = parcel.origin
    known = _peers(office)
    if at.replica in known and known[at.replica]["made"] > at.made:
        return json.dumps(known, ensure_ascii=False)
    known[at.replica] = {"by": at.by, "workspace": at.workspace, "made": at.made, "known": parcel.known}
    return json.dumps(known, ensure_ascii=False)


def _peers(office: Office) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(facts.kept(office.database, PEERS) or "{}")
    return found


def _peer(office: Office, word: str) -> dict[str, Any]:
    known = _peers(office)
    found = [p for r, p in known.items() if word in (r, p["by"])]
    if not found:
        names = "、".join(sorted({str(p["by"]) for p in known.values()})) or "还没有"
        raise Rejected({"since": f"没有从“{word}”合并过交换包，可以写日期，或写合并过的人：{names}"})
    return max(found, key=lambda peer: int(peer["made"]))


def _known_by(office: Office, word: str) -> dict[str, tuple[tuple[int, str], ...]]:
    known = _peer(office, word)["known"]
    return {replica: tuple((int(seq), str(identity)) for seq, identity in tips) for replica, tips in known.items()}
