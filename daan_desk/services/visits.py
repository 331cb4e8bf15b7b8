"""Visits: logged together with the issues raised and the files brought back, in one act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from daan_desk.domain.photos import Brought
from daan_desk.services import attachments
from daan_desk.services.changes import Changes
from daan_desk.services.issue_sheets import kept, missing_keyword
from daan_desk.services.ledgers import ledger
from daan_desk.services.office import Act, Office
from daan_desk.services.records import added
from daan_desk.services.values import Findings, findings
from daan_desk.services.visit_grounds import before, begun, last, recent
from daan_desk.store.reader import Reader

__all__ = ["amend", "before", "begun", "check", "last", "log", "recent"]

Raw = Mapping[str, object]
Files = Sequence[attachments.Incoming]
WHO = ("led_by", "companions", "带队领导", "陪同人员")
NOBODY = "请填写走访的人：带队领导或陪同人员至少一项"


def log(office: Office, values: Raw, issues: Sequence[Raw] = (), files: Files = ()) -> Changes:
    """Keep a visit, the issues raised there and its files in one act, or nothing at all.

    Problems of the nth issue stand under “issues.n.field”, beside those of the visit itself.
    """
    contents = attachments.taken_in(files)
    with office.writing("登记走访") as act:
        judged(act, values, issues).refuse()
        visit = added(act, "visits", values)
        _add_parts(act, visit, issues, contents)
        act.concerns("visits", visit)
    return act.changes


def amend(office: Office, visit: str, values: Raw, issues: Sequence[Raw] = (), files: Files = ()) -> Changes:
    """Set fields of a visit and add further issues and files to it, in one act."""
    contents = attachments.taken_in(files)
    with office.writing("修改走访") as act:
        found = judged(act, values, issues, act.get("visits", visit))
        found.refuse()
        act.change("visits", visit, found.values)
        _add_parts(act, visit, issues, contents)
        act.concerns("visits", visit)
    return act.changes


def check(office: Office, values: Raw, issues: Sequence[Raw] = (), visit: str = "") -> Findings:
    """What `log`, or `amend` of a visit, would refuse and remark upon; nothing is written."""
    with office.reading() as reader:
        return judged(reader, values, issues, reader.line("visits", visit) if visit else None)


def judged(reader: Reader, values: Raw, issues: Sequence[Raw], line: Raw | None = None) -> Findings:
    """Problems and warnings of a new visit, or of the change of one that is kept, with those of its issues."""
    found = findings(reader, ledger("visits"), values, whole=line is None)
    came = {**(line or {}), **values}
    if not any(came.get(word) for word in WHO):
        found.problems.setdefault("led_by", NOBODY)
    for at, issue in enumerate(issues):
        own = _judged_issue(reader, issue)
        found.problems |= {f"issues.{at}.{name}": sentence for name, sentence in own.problems.items()}
        found.warnings |= {f"issues.{at}.{name}": sentence for name, sentence in own.warnings.items()}
    return found


def _judged_issue(reader: Reader, issue: Raw) -> Findings:
    found = findings(reader, ledger("issues"), kept(issue), whole=True)
    if "enterprise" not in issue:
        found.problems.pop("enterprise", None)  # it comes from the visit
    found.problems |= missing_keyword(issue)
    return found


def _add_parts(act: Act, visit: str, issues: Sequence[Raw], contents: Sequence[Brought]) -> None:
    line = act.get("visits", visit)
    begin = {"enterprise": line["enterprise"], "raised": line["day"], "source": "走访", "visit": visit}
    for issue in issues:
        added(act, "issues", {**begin, **kept(issue)})
    for file in contents:
        attachments.attached(act, "visits", visit, file)
