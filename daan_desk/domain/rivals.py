"""Which of several columns a field gets: the newest year, the better filled name, the phone of the right person."""

from __future__ import annotations

from collections.abc import Sequence

from daan_desk.domain.fields import Field
from daan_desk.domain.kinds import LinkTo, LongText, Phone
from daan_desk.domain.vocabulary import LABEL, Candidate, Column

Verdict = tuple[Candidate, str]


def choose(
    field: Field | None, rivals: Sequence[Candidate], columns: Sequence[Column], year: int | None
) -> tuple[Verdict, ...]:
    """The winner first with no reason, then the others, each with the reason why it lost."""
    yearly = field is not None and field.label.startswith("上年")
    dated_label = field is not None and field.label.startswith(("上年", "今年"))
    usable = [one for one in rivals if not (yearly and columns[one.place].heading.partial)]
    if not usable:
        return tuple((one, "只是一年中的一段时间的数") for one in rivals)
    ranked = sorted(usable, key=lambda one: worth(one, field, columns[one.place], columns), reverse=True)
    if not yearly:
        ranked.sort(key=lambda one: columns[one.place].heading.elsewhen)
    if dated_label and (dated := [one for one in usable if columns[one.place].heading.year]):
        explicit = [one for one in usable if columns[one.place].heading.last]
        newest = max(dated, key=lambda one: columns[one.place].heading.year or 0)
        ranked.sort(key=lambda one: one is not (explicit[0] if explicit else newest))
    winner = ranked[0]
    verdicts: list[Verdict] = [(winner, "")]
    verdicts += [lost(one, winner, field, columns) for one in ranked[1:]]
    verdicts += [(one, "只是一年中的一段时间的数") for one in rivals if one not in usable]
    return tuple(verdicts)


def worth(one: Candidate, field: Field | None, column: Column, columns: Sequence[Column]) -> tuple[float, ...]:
    """How good a column is for the field; the parts are compared one after the other."""
    looks = column.looks
    if field is None:
        return (one.level, looks.filled)
    if field.name == "name" or (isinstance(field.kind, LinkTo) and field.kind.ledger == "enterprises"):
        return (not one.generic, round(looks.filled, 1), round(looks.firms, 1), one.level)
    if isinstance(field.kind, Phone):
        return (
            one.level == LABEL,
            bool(looks.texts),
            beside_contact(column, columns),
            looks.mobiles,
            one.level,
            looks.filled,
        )
    if isinstance(field.kind, LongText):
        return (round(looks.various, 1) > 0.5, one.level, length(column), looks.filled)
    return (one.level, not one.generic, bool(looks.texts), looks.filled)


def beside_contact(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a phone column says 联系人 or follows the contact's column."""
    before = columns[column.place - 1].text if column.place else ""
    return "联系人" in column.text or "联系人" in before


def length(column: Column) -> float:
    """The average length of the values."""
    return sum(map(len, column.looks.texts)) / max(1, len(column.looks.texts))


def lost(one: Candidate, winner: Candidate, field: Field | None, columns: Sequence[Column]) -> Verdict:
    """Why the field went to another column; a worse column with names or phones still fills the gaps of the better."""
    label, better = (field.label if field else one.role), columns[winner.place].text
    spare = field is not None and (field.required or isinstance(field.kind, Phone)) and not one.generic
    if columns[one.place].heading.year and columns[winner.place].heading.year:
        return one, f"“{label}”取了更近的“{better}”"
    rest = "，这一列只在那一列空着时使用" if spare else ""
    return one._replace(spare=spare), f"“{label}”取了“{better}”{rest}"
