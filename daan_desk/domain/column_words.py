"""What the words over a column may mean in a ledger: label, alias, the same words cleaned, or something like it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from daan_desk.domain.column_patterns import BOTH, ELSEWHERE, GENERIC, RAISED, ROLES, SHAPED
from daan_desk.domain.headings import PATH, Heading, bare, canonical
from daan_desk.domain.holdings import kind_named
from daan_desk.domain.likeness import likeness
from daan_desk.domain.near_words import cores
from daan_desk.domain.vocabulary import ALIAS, CLEANED, LABEL, LIKE, Candidate, Column, Vocabulary

ALIKE_ENOUGH = 0.6
# What may stand between an officer and his number.
OF_A_PERSON = re.compile(r"(?:单位(?:及|和)?)?职务|职位|职级|(?:联系)?电话|联系方式|手机号?码?|性别|科室")
# Cores that say too little to be taken for a field after something was cut off.
NOTHING_SAID = frozenset({"名称", "单位", "企业", "公司", "代码", "类型", "说明", "日期", "其他", "人员", "情况"})


def candidates(
    column: Column, columns: Sequence[Column], words: Vocabulary, suggesting: bool = True
) -> tuple[Candidate, ...]:
    """Everything that the words may mean, best first; suggesting: with what they are only like."""
    if not column.heading.text or ELSEWHERE.search(bare(column.text)):
        return ()
    found = [*named(column, words), *in_charge(column, words), *raised(column, words), *combined(column, words)]
    found += qualified(column, words)
    found = [one for one in found if not (column.heading.compared and one.field in words.numeric)]
    found = [one for one in (in_time(one, column.heading, words) for one in found) if one]
    of_person = {words.phone: "电话", "contact_title": "职务"}
    owner = whose(column, columns) if words.roles and any(one.field in of_person for one in found) else ""
    if owner:
        said = [(one, of_person[one.field]) for one in found if one.field in of_person]
        found = [one._replace(level=LIKE, reason=f"紧跟“{owner}”，是他的{what}") for one, what in said]
    found.sort(key=lambda one: -one.level)
    return tuple(found) or (alike(column, words) if suggesting else ())


def in_time(one: Candidate, heading: Heading, words: Vocabulary) -> Candidate | None:
    """A figure that has its sum since January beside it: a cumulative column is that sum, one of another time none."""
    since_january = f"{one.field}_sum"
    if since_january not in words.labels:
        return one
    if heading.elsewhen:
        return None
    if not heading.cumulative:
        return one
    return one._replace(field=since_january, reason=f"本年累计数，就是“{words.labels[since_january]}”")


def named(column: Column, words: Vocabulary) -> list[Candidate]:
    """Fields whose label or alias the header is, exactly or when cleaned."""
    found: dict[str, Candidate] = {}
    for at, spelling in enumerate(column.heading.spellings):
        generic = spelling in GENERIC or canonical(spelling) in GENERIC
        name, level = words.exact.get(spelling, ("", 0))
        if not name and spelling in words.cleaned:
            name, level = words.cleaned[spelling], CLEANED
        if name and name not in found:
            label = words.labels[name]
            same = level == LABEL and spelling == bare(column.text)
            reason = "名称相同" if same else f"就是“{label}”" if level == ALIAS else f"与“{label}”同义"
            found[name] = Candidate(column.place, name, level - (at > 1 and level > CLEANED), reason, generic)
    return list(found.values()) or shaped(column, words) or shortened(column, words)


def shortened(column: Column, words: Vocabulary) -> list[Candidate]:
    """The field whose words are left when the header's words are shortened to their core."""
    for spelling in column.heading.spellings:
        for core in cores(canonical(spelling), words.ledger):
            name = words.cleaned.get(core, "")
            if name and core not in NOTHING_SAID:
                return [Candidate(column.place, name, CLEANED, f"与“{words.labels[name]}”同义")]
    return []


def shaped(column: Column, words: Vocabulary) -> list[Candidate]:
    """Fields whose words follow a pattern: 1-6月完成投资."""
    for spelling in column.heading.spellings:
        for shape, name in SHAPED.get(words.ledger, ()):
            if shape.search(spelling):
                return [Candidate(column.place, name, CLEANED, f"与“{words.labels[name]}”同义")]
    return []


def in_charge(column: Column, words: Vocabulary) -> list[Candidate]:
    """Columns of an enterprise roster that name who looks after the enterprise."""
    if not words.roles:
        return []
    for spelling in column.heading.spellings:
        for shape, role in ROLES:
            if shape.search(spelling):
                return [Candidate(column.place, f"assignments.{role}", ALIAS, f"包联干部，身份是“{role}”", role=role)]
    return []


def qualified(column: Column, words: Vocabulary) -> list[Candidate]:
    """Columns of an enterprise roster that tick a qualification."""
    said = (column.text, column.text.rpartition(PATH)[2]) if words.roles else ()
    kind = next(filter(None, map(kind_named, said)), "")
    reason = f"企业持有的资质，一并登记为“{kind}”"
    return [Candidate(column.place, f"qualifications.{kind}", ALIAS, reason)] if kind else []


def raised(column: Column, words: Vocabulary) -> list[Candidate]:
    """Columns of a visit book that hold the issue raised there."""
    for spelling in column.heading.spellings if words.raised else ():
        for shape, name in RAISED:
            if shape.search(spelling):
                return [Candidate(column.place, f"issues.{name}", CLEANED, "走访中反映的问题，一并登记到问题诉求")]
    return []


def combined(column: Column, words: Vocabulary) -> list[Candidate]:
    """A column for a person and his telephone number (联系人及电话)."""
    for spelling in column.heading.spellings[:1] if words.phone else ():
        found = BOTH.match(spelling)
        name = (words.exact.get(found[1], ("", 0))[0] or words.cleaned.get(canonical(found[1]), "")) if found else ""
        if name and name not in words.numeric and name != words.phone:
            reason = f"一列里有“{words.labels[name]}”和“{words.labels[words.phone]}”两项"
            return [Candidate(column.place, name, CLEANED, reason, also=words.phone)]
    return []


def whose(column: Column, columns: Sequence[Column]) -> str:
    """The officer in the column before, whose a mere “联系电话” or “职务” is; "" where it is the enterprise's."""
    if re.search(r"企业|单位|公司|法人|负责人|联系人", bare(column.text)):
        return ""
    for before in reversed(columns[: column.place]):
        if any(shape.search(spelling) for spelling in before.heading.spellings for shape, _ in ROLES):
            return before.text
        if not OF_A_PERSON.fullmatch(bare(before.text)):
            return ""
    return ""


def alike(column: Column, words: Vocabulary) -> tuple[Candidate, ...]:
    """Fields whose words are only like the header's; the best one."""
    said = column.heading.spellings[-1] if column.heading.spellings else ""
    signs = set(said)  # without one in common two words are not alike at all, which is most of them and found sooner
    near = [word for word in words.cleaned if not signs.isdisjoint(word)]
    best = max(near, key=lambda word: likeness(said, word), default="")
    if not best or likeness(said, best) < ALIKE_ENOUGH:
        return ()
    name = words.cleaned[best]
    return (Candidate(column.place, name, LIKE, f"像是“{words.labels[name]}”，请确认"),)
