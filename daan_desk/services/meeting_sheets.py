"""Everything about one meeting in one answer: who, what came up, and what the session before it left open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from daan_desk.domain.meetings import SETTLED_DEMANDS, USUAL_AGENDA, Life, items, open_on
from daan_desk.domain.questions import Question, Row, Where
from daan_desk.services import attachments
from daan_desk.services.ledgers import row, told
from daan_desk.services.office import Office
from daan_desk.store.reader import Line, Reader

ORDER = ("企业", "领导", "部门", "银行", "专家", "工作人员")


@dataclass(frozen=True, slots=True)
class LeftOver:
    """What the session before, of the same kind, left unfinished on this one's day; meeting is None for a first one."""

    meeting: Row | None = None
    issues: tuple[Row, ...] = ()
    demands: tuple[Row, ...] = ()

    @property
    def count(self) -> int:
        """How many items."""
        return len(self.issues) + len(self.demands)


@dataclass(frozen=True, slots=True)
class MeetingSheet:
    """A meeting with its guests (in the order of a list of names), issues, demands, files, and what was left over."""

    row: Row
    guests: tuple[Row, ...]
    issues: tuple[Row, ...]
    demands: tuple[Row, ...]
    files: tuple[Row, ...]
    left: LeftOver

    @property
    def came(self) -> tuple[Row, ...]:
        """Those who were there."""
        return tuple(guest for guest in self.guests if guest["came"])

    def of(self, part: str) -> tuple[Row, ...]:
        """The guests of one sort."""
        return tuple(guest for guest in self.guests if guest["part"] == part)

    @property
    def agenda(self) -> tuple[str, ...]:
        """The items as the officer wrote them, else the usual ones; what was left over is always spoken of."""
        own = items(str(self.row["agenda"] or "")) or USUAL_AGENDA
        spoken = any("上期" in item or "上次" in item for item in own)
        return own if spoken or not self.left.count else (f"通报上期未办结的 {self.left.count} 个事项", *own)


def sheet(office: Office, meeting: str) -> MeetingSheet:
    """Everything about a meeting, by id; `Rejected` when it is gone."""
    found = row(office, "meetings", meeting)
    with office.reading() as reader:
        guests = _of(office, reader, "participants", meeting)
        return MeetingSheet(
            found,
            tuple(sorted(guests, key=_place)),
            _of(office, reader, "issues", meeting),
            _of(office, reader, "financing", meeting),
            attachments.of(office, meeting),
            _left(office, reader, found),
        )


def _place(guest: Row) -> tuple[int, str]:
    part = str(guest["part"] or "")
    return ORDER.index(part) if part in ORDER else len(ORDER), guest.id


def _of(office: Office, reader: Reader, ledger: str, meeting: str) -> tuple[Row, ...]:
    lines = reader.where(ledger, Where("meeting", "is", meeting))
    return told(office, reader, ledger, sorted(lines, key=lambda line: line["id"]))


def _left(office: Office, reader: Reader, meeting: Row) -> LeftOver:
    day = meeting["day"] if isinstance(meeting["day"], date) else office.today()
    where = (Where("kind", "is", meeting["kind"]), Where("day", "to", day), Where("id", "not", meeting.id))
    before = reader.ids(Question("meetings", where=where, sort=("-day", "-number")), 1)
    if not before:
        return LeftOver()
    issues = [line for line in reader.where("issues", Where("meeting", "is", before[0])) if open_on(life_of(line), day)]
    wanted = (Where("meeting", "is", before[0]), Where("state", "not", SETTLED_DEMANDS))
    return LeftOver(
        told(office, reader, "meetings", list(reader.lines("meetings", before).values()))[0],
        told(office, reader, "issues", issues),
        told(office, reader, "financing", reader.where("financing", *wanted)),
    )


def life_of(line: Line | Mapping[str, object]) -> Life:
    """What of an issue says whether it is open."""
    return Life(line["state"], line["raised"], line["answered"], line["closed"])  # type: ignore[arg-type]
