"""How many officers look after an enterprise in one role: one at a time, unless the office allows several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from daan_desk.domain.questions import Where
from daan_desk.services.settings import value_of
from daan_desk.store.reader import Reader

Values = Mapping[str, object]
NAMES = ("id", "officer", "since", "until", "enterprise", "project", "role")


class Post(NamedTuple):
    """An assignment that is kept: whose, from when to when."""

    id: str
    officer: str
    since: date | None
    until: date | None

    def meets(self, begun: date, ended: date | None, today: date) -> bool:
        """Whether it shares more than the day of a handover with a span of days, and both go on today or later."""
        last, other = self.until or date.max, ended or date.max
        return (self.since or date.min) < other and begun < last and min(last, other) >= today


class Posts:
    """Who holds which post, in the roles that one officer at a time holds; today begins what has no beginning."""

    def __init__(self, reader: Reader, today: date, *where: Where) -> None:
        self.reader = reader
        self.today = today
        several = value_of(reader, "several_officers")
        self.several = frozenset(map(str, several)) if isinstance(several, list | tuple) else frozenset()
        self.held: defaultdict[tuple[object, object], list[Post]] = defaultdict(list)
        for *post, enterprise, project, role in reader.columns("assignments", *NAMES, where=where):
            self.held[enterprise or project, role].append(Post(*post))

    def rival(self, values: Values, own: str = "") -> str:
        """Who holds the post of an assignment too, and what to do about it; "" where nobody does.

        own: the assignment's id where it is kept already.
        """
        role, of_whom = values.get("role"), values.get("enterprise") or values.get("project")
        if role in self.several or not isinstance(of_whom, str):
            return ""
        begun, ended = values.get("since"), values.get("until")
        span = begun if isinstance(begun, date) else self.today, ended if isinstance(ended, date) else None
        others = (one for one in self.held[of_whom, role] if one.id != own and one.officer != values.get("officer"))
        found = next((one for one in others if one.meets(*span, self.today)), None)
        return self._said(found, str(role)) if found else ""

    def _said(self, post: Post, role: str) -> str:
        name = self.reader.titles("officers", [post.officer])[post.officer]
        since = f"（{post.since} 起）" if post.since else ""
        return (
            f"已有{role}{name}{since}。换人请先填写原来这条包联的“结束”，或用职务移交；"
            f"确需多人的，请在设置“同一企业可有多名干部的身份”里加上{role}"
        )


def rival(reader: Reader, values: Values, today: date, own: str = "") -> str:
    """The same of one assignment."""
    link = "enterprise" if values.get("enterprise") else "project"
    return Posts(reader, today, Where(link, "is", values.get(link))).rival(values, own)


def rivals(reader: Reader, rows: Sequence[tuple[int, Values]], today: date) -> list[tuple[int, str]]:
    """The same of many assignments, each with the number of its row, asked at once."""
    if not rows:
        return []
    posts = Posts(reader, today)
    return [(number, sentence) for number, values in rows if (sentence := posts.rival(values))]
