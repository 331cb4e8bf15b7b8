"""A workspace that is written to until somebody kills the writer: run as a process of its own.

Every act that was acknowledged is told on standard output, one id a line, before the next begins. Two ways of working
are wrong on purpose, so that it can be proved that the harness would notice: `forgetful` and `halved`.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from daan_desk.services import issues, records, visits, workspaces
from daan_desk.services.completing import completed
from daan_desk.services.office import Office
from tests.builders import PASSWORD, at


def work(office: Office) -> None:
    """Enterprises, visits with issues and moves, without an end."""
    for number in count():
        made = records.add(office, "enterprises", {"name": f"自贡{number}号有限公司"})
        acknowledge("enterprises", made.first("enterprises"))
        values = {"enterprise": made.first("enterprises"), "day": office.today(), "way": "实地", "companions": "李慧敏"}
        logged = visits.log(office, values, [{"title": "用电增容", "category": "用能"}])
        acknowledge("visits", logged.first("visits"))
        issue = logged.first("issues")
        issues.move(office, issue, "dispatch", {"lead_department": "区经信局"})
        acknowledge("dispatched", issue)


class PowerCut(Exception):
    """The transaction never reached the disk."""


def cut_power(now: bool) -> None:
    """Take the transaction away that is just being written."""
    if now:
        raise PowerCut


def forgetful(office: Office) -> None:
    """Acknowledges every act before it is kept, and every fifth is not kept at all, as on a disk that lies."""
    for number in count():
        try:
            with office.writing("新增企业") as act:
                name = f"自贡{number}号有限公司"
                acknowledge("enterprises", act.add("enterprises", completed(act, "enterprises", [{"name": name}])[0]))
                cut_power(number % 5 == 4)
        except PowerCut:
            continue


def halved(office: Office) -> None:
    """Moves an issue in one transaction and would write the step of that move in another: the end comes between."""
    made = records.add(office, "enterprises", {"name": "自贡一号有限公司"})
    values = {"enterprise": made.first("enterprises"), "day": office.today(), "way": "实地", "companions": "李慧敏"}
    for _ in count():
        issue = visits.log(office, values, [{"title": "用电增容", "category": "用能"}]).first("issues")
        with office.writing("交办问题") as act:
            act.change("issues", issue, {"state": "已交办"})
        acknowledge("dispatched", issue)


def acknowledge(what: str, identity: str) -> None:
    """Tell that an act is done; whoever reads this line may rely on it."""
    sys.stdout.write(f"{what} {identity}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    ways = {"work": work, "forgetful": forgetful, "halved": halved}
    ways[sys.argv[2]](workspaces.unlock(Path(sys.argv[1]), PASSWORD, at()).office)
