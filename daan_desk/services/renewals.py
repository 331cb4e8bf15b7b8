"""Renewing a qualification that runs out: begun from the old one, followed up in 梯度培育, known when it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from daan_desk.domain.cultivation import track_of
from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.qualifications import kind_named
from daan_desk.services.changes import Changes
from daan_desk.services.completing import completed
from daan_desk.services.cultivation import tracks
from daan_desk.services.office import Act, Office
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Line, Reader

AGAIN = "复核"
SAME = ("enterprise", "kind", "level")  # what a new certificate has from the old one


@dataclass(frozen=True, slots=True)
class Renewals:
    """begun: qualification → the row of 梯度培育 that follows its renewal; done: those that have a newer one."""

    begun: Mapping[str, str]
    done: frozenset[str]

    def words(self, qualification: str, renewal: str = AGAIN) -> str:
        """已续期, 已启动重新认定, or "" where nothing has been done."""
        if qualification in self.done:
            return "已续期"
        return f"已启动{renewal}" if qualification in self.begun else ""


def renewals(reader: Reader) -> Renewals:
    """What is known of all of them."""
    begun = {renews: row for row, renews in reader.columns("cultivation", "id", "renews") if renews}
    rows = reader.columns("qualifications", "id", "enterprise", "kind", "awarded", "expires")
    newest: dict[tuple[str, str], tuple[date, date]] = {}
    for _, enterprise, kind, awarded, expires in rows:
        if awarded is not None:  # of a certificate without its day nobody knows that it follows another
            held = (awarded, expires or date.max)
            newest[enterprise, kind] = max(newest.get((enterprise, kind), held), held)
    done = (i for i, firm, kind, since, until in rows if _followed(since, until, newest.get((firm, kind))))
    return Renewals(begun, frozenset(done))


def _followed(awarded: date | None, expires: date | None, newest: tuple[date, date] | None) -> bool:
    if newest is None or expires is None:
        return False
    return newest[0] > (awarded or date.min) and newest[1] > expires


def renew(office: Office, ids: Sequence[str]) -> Changes:
    """Begin the renewal of these qualifications: a row of 梯度培育 for each that has none and is not renewed yet."""
    refuse_unless(ids, "请先选择资质", "id")
    with office.writing(f"启动 {len(ids)} 项资质的续期") as act:
        known = renewals(act)
        lines = [line for line in act.lines("qualifications", ids).values() if not known.words(line["id"])]
        refuse_unless(lines, "所选的资质都已续期，或者已经启动续期", "id")
        forever = [line for line in lines if line["expires"] is None]
        refuse_unless(not forever, "长期有效的资质不需要续期", "expires")
        act.add_many("cultivation", completed(act, "cultivation", [_row(act, line) for line in lines]))
    return act.changes


def _row(act: Act, line: Line) -> dict[str, object]:
    rules, today = rulebook(act), act.office.today()
    kind = kind_named(line["kind"], rules.qualification_kinds)
    track = track_of(line["kind"], tracks(rules, today))
    renewal = kind.renewal if kind else AGAIN
    return {
        "enterprise": line["enterprise"],
        "track": track.name if track else None,
        "level": line["kind"],
        "target": line["kind"],
        "target_year": line["expires"].year,
        "renews": line["id"],
        "progress": f"{today} 启动{renewal}，原证有效期至 {line['expires']}",
    }


def renewed(office: Office, qualification: str) -> dict[str, object]:
    """The values with which the new qualification begins when the old one was renewed."""
    with office.reading() as reader:
        line = reader.line("qualifications", qualification)
        refuse_unless(line is not None, "这条资质已不存在，可能刚被删除。")
        assert line is not None
        return {name: line[name] for name in SAME}
