"""Which ledger a file is: the one whose words it speaks, or a sentence why it is none of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from daan_desk.domain.column_patterns import GENERIC
from daan_desk.domain.columns import DOUBTFUL, ORDINAL, SURE, TOO_WIDE, WIDEST, Match, Matching, Remembered, matches
from daan_desk.domain.fields import Ledger
from daan_desk.domain.headings import ONE_MONTH, bare, heading
from daan_desk.domain.ledger_needs import STAND_INS, fields_of, has_needed, may_be
from daan_desk.domain.looks import looks
from daan_desk.domain.peoples import about_people, holds_citizens
from daan_desk.domain.sheets import Layout, Role
from daan_desk.domain.vocabulary import Column

# Lists of plain names look like many things: they are chosen by themselves only where the title or the header says so.
PLAIN = frozenset({"departments", "towns", "parks", "banks"})
NAMED_BY_TITLE = 3.0
WEIGHTS = {SURE: 1.0, DOUBTFUL: 0.4}
# Ledgers whose own rows are people.
OF_PEOPLE = frozenset({"officers", "participants", "assignments"})


def columns_of(layout: Layout) -> tuple[Column, ...]:
    """The columns of a layout with their words and looks, as many as are looked at.

    Under a title “1—5月” figures are sums since January.
    """
    found = []
    for place, header in enumerate(layout.headers[:WIDEST]):
        seen = looks([row.cells[place] for row in layout.rows])
        blank = bool(layout.rows) and not seen.texts and all(row.cells[place] is None for row in layout.rows)
        said = heading(header.text)
        if layout.to_date and not ONE_MONTH.search(said.text):
            said = replace(said, cumulative=True)
        found.append(Column(place, header.text, said, seen, blank))
    return tuple(found)


def match(layout: Layout, ledgers: Sequence[Ledger], remembered: Sequence[Remembered] = ()) -> Matching:
    """Find the ledger and the columns of a sheet; what was confirmed for the same header words comes first."""
    known = next((one for one in remembered if one.shape == layout.shape), None)
    if known:
        ledger = next(one for one in ledgers if one.name == known.ledger)
        return Matching(ledger.name, 1.0, "与上次确认过的表头相同", recalled(known, layout))
    columns = columns_of(layout)
    found = {one.name: with_name(matches(columns, one, layout.year, False), columns, one) for one in ledgers}
    scores = {
        one.name: score(one, found[one.name], layout)
        for one in ledgers
        if has_needed(one, found[one.name], layout) and speaks_of(one, layout, found[one.name])
    }
    scores |= incomplete(ledgers, found, columns, layout, max(scores.values(), default=0.0))
    ranked = tuple(sorted(scores.items(), key=lambda pair: -pair[1]))
    refused = refusal(layout, columns, found, ranked)
    if refused:
        return Matching("", refused=refused, others=ranked)
    ledger = next(one for one in ledgers if one.name == ranked[0][0])
    best = with_name(matches(columns, ledger, layout.year), columns, ledger)
    reason = f"表头说的是“{ledger.label}”"
    return Matching(ledger.name, ranked[0][1], reason, whole(best, layout), "", questions(best), ranked[1:])


def whole(found: tuple[Match, ...], layout: Layout) -> tuple[Match, ...]:
    """The matches, and those of the columns beyond all measure, which are nothing."""
    more = layout.headers[WIDEST:]
    return (*found, *(Match(WIDEST + at, header.text, reason=TOO_WIDE) for at, header in enumerate(more)))


def incomplete(
    ledgers: Sequence[Ledger],
    found: Mapping[str, tuple[Match, ...]],
    columns: Sequence[Column],
    layout: Layout,
    best: float,
) -> dict[str, float]:
    """Ledgers that the title names and that lack a column: one is only suggested, or the rest says more than any other.

    A book of demands whose sums have a strange name is no roster of enterprises; somebody is asked for the column.
    """
    scores: dict[str, float] = {}
    for one in ledgers:
        if one.name in PLAIN or not entitled(one, layout) or has_needed(one, found[one.name], layout):
            continue
        told = score(one, found[one.name], layout)
        if told - NAMED_BY_TITLE > best or may_be(one, matches(columns, one, layout.year), layout):
            scores[one.name] = told
    return scores


def match_as(layout: Layout, ledger: Ledger) -> Matching:
    """The columns for a ledger that somebody chose; `refuse_incomplete` says whether they suffice."""
    columns = columns_of(layout)
    found = with_name(matches(columns, ledger, layout.year), columns, ledger)
    return Matching(ledger.name, score(ledger, found, layout), "由人指定", whole(found, layout), "", questions(found))


def recalled(known: Remembered, layout: Layout) -> tuple[Match, ...]:
    """The columns as they were confirmed; “legal_representative+contact_phone” are two fields of one column."""
    found = []
    for place, (header, word) in enumerate(zip(layout.headers, known.fields, strict=True)):
        field, _, also = word.partition("+")
        role = field.partition(".")[2] if field.startswith("assignments.") else ""
        certainty, unit = SURE if field else "none", heading(header.text).unit
        found.append(Match(place, header.text, field, certainty, "上次确认过", also, unit, role))
    return tuple(found)


def with_name(found: tuple[Match, ...], columns: Sequence[Column], ledger: Ledger) -> tuple[Match, ...]:
    """With what stands in for a name that a list does not have, which somebody should confirm."""
    field, reason, needless = STAND_INS.get(ledger.name, ("", "", ()))
    if not field or fields_of(found) & {"name", *needless}:
        return found
    for at, one in enumerate(found):
        if one.field == field and columns[at].looks.numbers < 0.5:
            also = "" if field == "short_name" else field
            named = one._replace(field="name", also=also, certainty=DOUBTFUL, reason=reason)
            return (*found[:at], named, *found[at + 1 :])
    return found


def score(ledger: Ledger, found: Sequence[Match], layout: Layout) -> float:
    """How much of the file speaks of the ledger: its columns, the required ones twice, and the words of the title."""
    total = 0.0
    for match in found:
        if match.field:
            field = ledger.by_name.get(match.field)
            weight = WEIGHTS.get(match.certainty, 0.0) * (0.5 if bare(match.header) in GENERIC else 1.0)
            total += weight * (1.5 if field and field.required else 1.0)
    return total + (NAMED_BY_TITLE if entitled(ledger, layout) else 0.0)


def entitled(ledger: Ledger, layout: Layout) -> bool:
    """Whether the title or the sheet's name says the ledger's name."""
    title = bare(layout.title) + " " + bare(layout.sheet)
    return any(word in title for word in (ledger.label, *ledger.aliases) if len(word) >= 2)


def speaks_of(ledger: Ledger, layout: Layout, found: Sequence[Match]) -> bool:
    """Whether a list of mere names says what it is a list of, and most of its columns are ours."""
    if ledger.name not in PLAIN:
        return True
    label = bare(ledger[ledger.title.split()[0]].label)
    said = entitled(ledger, layout) or any(bare(header.text) == label for header in layout.headers)
    counted = [one for one in found if one.reason != ORDINAL]
    return said and sum(bool(one.field) for one in counted) > 0.5 * len(counted)


def refusal(
    layout: Layout,
    columns: Sequence[Column],
    found: Mapping[str, Sequence[Match]],
    ranked: Sequence[tuple[str, float]],
) -> str:
    """Why a file is none of our ledgers, "" where it is one."""
    if not layout.headers:
        return nothing_there(layout)
    certain = bool(ranked) and names_surely(found[ranked[0][0]])
    people = about_people(columns) and not (ranked and ranked[0][0] in OF_PEOPLE)
    listed = layout.role is Role.PEOPLE and not (ranked and ranked[0][0] in OF_PEOPLE)
    if people or ((listed or holds_citizens(columns)) and not certain):
        return "这是一份人员名单，每行是一个人，不是企业名录，没有导入"
    if layout.role is Role.FORM and not certain:
        return f"这是统计报表，不是企业名录或台账{f'（{layout.why}）' if layout.why else ''}，没有导入"
    if not ranked:
        people = any(bare(column.text) == "姓名" for column in columns)
        return (
            "这是一份人员名单，不是企业名录，没有导入"
            if people
            else "没有企业名称一类的栏目，不是企业名录，也看不出是哪种台账"
        )
    return ""


def nothing_there(layout: Layout) -> str:
    """Why a sheet without columns is no ledger."""
    if layout.role is Role.FORM:
        return "这是给一家企业填写的表，还没有填企业名称和内容，没有导入"
    return "没有找到表头，看不出是哪种台账" if layout.rows else "这张表是空的"


def names_surely(found: Sequence[Match]) -> bool:
    """Whether a column certainly names enterprises."""
    naming = (one for one in found if one.field in ("name", "enterprise", "credit_code") and one.certainty == SURE)
    return any(bare(one.header) not in GENERIC for one in naming)


def questions(found: Sequence[Match]) -> tuple[str, ...]:
    """What an officer should confirm."""
    return tuple(f"“{match.header}”：{match.reason}" for match in found if match.certainty == DOUBTFUL)
