"""What becomes of every row: new, changed, the same, refused, or skipped as a double."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from daan_desk.domain.fields import Ledger
from daan_desk.domain.imports import FILL, NEVER, OVERWRITE, Judged, Verdict
from daan_desk.domain.names import Alike
from daan_desk.services.consistency import Consistency
from daan_desk.services.importing.doubles import EVENTS, Doubles
from daan_desk.services.importing.drafts import Draft
from daan_desk.services.importing.existing import Existing, Key
from daan_desk.services.importing.losses import lacking, left_out, unused
from daan_desk.services.importing.wording import Line, Wording
from daan_desk.store.reader import Reader

PORTION = 2000  # rows whose counterparts are fetched together: all of them at once would be the whole ledger
# By what an event is told from another one with the same key; without the first of these nobody can say.
WHICH: Mapping[str, tuple[str, ...]] = {"visits": ("led_by", "way"), "issues": ("enterprise",)}


class Paired(NamedTuple):
    """A draft with its keys and the rows that it may be."""

    draft: Draft
    keys: Sequence[Key | None]
    ids: Sequence[str]


class Judge:
    """Judges the rows of one file; rules: field → overwrite, fill (only where we have nothing) or never."""

    def __init__(
        self, reader: Reader, ledger: Ledger, rules: Mapping[str, str], numbered: frozenset[int] = frozenset()
    ) -> None:
        self.reader = reader
        self.ledger = ledger
        self.rules = rules
        self.existing = Existing(reader, ledger)
        self.doubles = Doubles(ledger, numbered)
        self.required = [field for field in ledger.typed if field.required]
        self.used: set[str] = set()
        self.wording = Wording(reader, ledger)
        self.titles = ledger.title.split()
        self.consistency = Consistency(reader)

    def judged(self, drafts: Iterable[Draft]) -> list[Judged]:
        """The verdict on every row, in order."""
        waiting, found = iter(drafts), list[Judged]()
        while some := list(islice(waiting, PORTION)):
            found += self._portion(some)
        return found

    def _portion(self, drafts: Sequence[Draft]) -> list[Judged]:
        paired = []
        for draft in drafts:
            keys = self.existing.keys(draft.values)
            paired.append(Paired(draft, keys, self.existing.matching(draft.values, keys)))
        wanted = dict.fromkeys(identity for pair in paired for identity in pair.ids)
        lines = self.reader.lines(self.ledger.name, list(wanted))
        self.wording.learn((name, pair.draft.values.get(name)) for pair in paired for name in self.titles)
        return self.wording.with_changes([self.verdict(pair, lines) for pair in paired], lines)

    @cached_property
    def alike(self) -> Alike:
        """The names of the enterprises that we have, for those that are nearly the same."""
        known = self.existing.rows.values() if self.ledger.name == "enterprises" else ()
        return Alike(str(line["name"]) for line in known if line["name"])

    def verdict(self, pair: Paired, lines: Mapping[str, Line]) -> Judged:
        """The verdict on one row."""
        draft = pair.draft
        line = self.line(pair, lines)
        double = self.doubles.why(draft, pair.keys) if line is None else ""
        if double:
            return self.row(draft, Verdict.SKIPPED, why=double)
        judged = self.added(draft) if line is None else self.compared(draft, line)
        if judged.verdict is not Verdict.REFUSED:
            self.doubles.remember(draft, pair.keys)
        return judged

    def line(self, pair: Paired, lines: Mapping[str, Line]) -> Line | None:
        """The row that we have: one that says the same, else the first that no other row of the file has taken."""
        free = [lines[i] for i in pair.ids if i in lines and i not in self.used]
        if self.ledger.name not in EVENTS:
            return free[0] if free else None
        for fits in (self.says_the_same, self.continues, self.tells_on):
            found = next((line for line in free if fits(pair.draft, line)), None)
            if found:
                return found
        return None

    def says_the_same(self, draft: Draft, line: Line) -> bool:
        """Whether the row would change nothing."""
        return not self.differences(draft, line)

    def tells_on(self, draft: Draft, line: Line) -> bool:
        """Whether an event is the one that we have, of which the book now tells something else: the issue went on.

        It is, where who and what it is agree: a visit's day, enterprise, leader and way, an issue's number or words.
        """
        which = WHICH[self.ledger.name]
        if draft.values.get("number") is not None and draft.values["number"] == line.get("number"):
            return True
        told = [(draft.values.get(name), line[name]) for name in which]
        return told[0][0] is not None and all(new == old for new, old in told if new is not None)

    def continues(self, draft: Draft, line: Line) -> bool:
        """Whether an event that differs is the old one with more in it, and not another one on the same day."""
        told = {name: value for name, value in draft.values.items() if not self.ledger[name].derived}
        return all(line[name] is None or line[name] == value or name in self.rules for name, value in told.items())

    def compared(self, draft: Draft, line: Line) -> Judged:
        """A row that we have: changed where the file says something else."""
        self.used.add(line["id"])
        new = self.differences(draft, line)
        refused = self.numbered_otherwise(new, line)
        refused = refused or (self.consistency.problems(self.ledger.name, new, line) if new else {})
        if refused:
            return self.row(draft, Verdict.REFUSED, problems=refused)
        verdict = Verdict.CHANGED if new else Verdict.SAME
        warnings = (*(draft.remarks if new else ()), *unused(self.ledger, draft, line), *self.odd(draft, line))
        return self.row(draft, verdict, id=line["id"], values=new, warnings=warnings)

    def numbered_otherwise(self, new: Mapping[str, object], line: Line) -> dict[str, str]:
        """A number under which we have another issue: lists begin with 001 every month."""
        apart = {name for name in ("enterprise", "title", "raised") if name in new and line[name] is not None}
        if self.ledger.keys[0] != ("number",) or not ("enterprise" in apart or apart >= {"title", "raised"}):
            return {}
        self.wording.learn((name, line[name]) for name in self.titles)
        said = " ".join(self.wording.said(name, line[name]) for name in self.titles)
        return {"number": f"编号已经是另一个{self.ledger.noun}的（{said}），请改编号，或不导入这一列"}

    def differences(self, draft: Draft, line: Line) -> dict[str, object]:
        """The values that would change, by the rule of their column; an empty cell never erases."""
        new: dict[str, object] = {}
        for name, value in draft.values.items():
            old = line[name]
            if old == value or self.ledger[name].derived:
                continue
            rule = self.rules.get(name, OVERWRITE)
            if rule == NEVER or (rule == FILL and old is not None):
                continue
            if old is None or self.existing.compared(name, old) != self.existing.compared(name, value):
                new[name] = value
        return new

    def added(self, draft: Draft) -> Judged:
        """A new record, or the reasons why it cannot be one."""
        problems = {
            field.name: draft.problems.get(field.name) or lacking(field, draft)
            for field in self.required
            if draft.values.get(field.name) is None
        }
        problems |= self.consistency.problems(self.ledger.name, draft.values)
        if problems:
            said = (*draft.remarks, *left_out(self.ledger, draft, problems))
            return self.row(draft, Verdict.REFUSED, problems=problems, warnings=said)
        warnings = (*draft.remarks, *left_out(self.ledger, draft), *self.lookalikes(draft))
        return self.row(draft, Verdict.ADDED, values=draft.values, warnings=warnings)

    def row(self, draft: Draft, verdict: Verdict, **more: Any) -> Judged:
        """The judged row with the words that name it."""
        words = [self.wording.said(name, draft.values.get(name)) for name in self.titles]
        return Judged(draft.source.number, verdict, " ".join(filter(None, words)), draft.source.sheet, **more)

    def odd(self, draft: Draft, line: Line) -> list[str]:
        """What is strange about a row that was found by its name although its code is another one."""
        name, *more = self.ledger.keys[0]
        old, new = line[name], draft.values.get(name)
        if len(self.ledger.keys) > 1 and not more and old and new and old != new:
            label = self.ledger[name].label
            return [f"按名称找到已有的{self.ledger.noun}，但{label}不同：原为 {old}，表中是 {new}"]
        return []

    def lookalikes(self, draft: Draft) -> list[str]:
        """Names that we have and that are nearly this one."""
        name = draft.values.get("name")
        near = self.alike.near(name) if isinstance(name, str) else ()
        return [f"与已有的“{'”“'.join(near)}”名称相近，请确认是不是同一家"] if near else []
