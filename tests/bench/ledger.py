"""A ledger's questions against bare SQLite: `python -m tests.bench.ledger [ROWS…]`.

The yardstick of each run is one unencrypted table of the same names in the standard library's sqlite3 and the
contains-search that everybody writes there, `SELECT id FROM plain WHERE name LIKE '%…%'`, every answer fetched. What
is measured goes through the services as a page does it: encrypted file, tombstones, pinyin, links, rows as values.
A figure is the median of seven turns in which yardstick and questions alternate; ratios travel, seconds do not.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from daan_desk.clock import now
from daan_desk.services import ledgers, workspaces
from daan_desk.services.home import home
from daan_desk.services.ledgers import Question, Where
from daan_desk.services.office import Office
from daan_desk.services.summary import monthly
from daan_desk.services.workspaces import Who
from tests.bench.importing import CHARACTERS

TURNS = 7
PAGE = 200
NEEDLE, INITIALS, LEADER = "华瑞", "hrjx", "领导7"
YARDSTICK = "SELECT id FROM plain WHERE name LIKE ?"
Turn = Callable[[], object]


def name(n: int) -> str:
    """The made-up name of the n-th enterprise."""
    first, second = CHARACTERS[n % 40], CHARACTERS[n // 40 % 40]
    return f"自贡{first}{second}{n}机械有限公司"


def rows(count: int) -> Iterator[dict[str, object]]:
    """Enterprises with what lists, searches and totals read."""
    for n in range(count):
        facts = {"employees": n % 900, "revenue_last_year": Decimal(n % 7000), "contact_phone": f"138{n:08d}"}
        yield {"name": name(n), "operating_state": "正常", "address": f"某路 {n} 号", "products": "阀门、铸件", **facts}


def fill(office: Office, count: int) -> None:
    """The enterprises, a visit to every second one, and a leader for every hundredth."""
    day = office.today()
    with office.writing("测量") as act:
        ids = act.add_many("enterprises", list(rows(count)))
        leaders = act.add_many(
            "officers", [{"name": f"领导{n}", "role": "县级领导", "active": True} for n in range(20)]
        )
        visits = [{"enterprise": one, "day": _day(day, n), "way": "实地"} for n, one in enumerate(ids[::2])]
        act.add_many("visits", visits)
        links = [
            {"enterprise": one, "officer": leaders[n % 20], "role": "县级领导", "since": day}
            for n, one in enumerate(ids[::100])
        ]
        act.add_many("assignments", links)


def _day(today: date, n: int) -> date:
    return today - timedelta(days=n % 365)


def plain(count: int) -> sqlite3.Connection:
    """The yardstick's table, in memory."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE plain (id TEXT PRIMARY KEY, name TEXT)")
    connection.executemany("INSERT INTO plain VALUES (?, ?)", ((f"{n:036d}", name(n)) for n in range(count)))
    return connection


def questions(office: Office) -> dict[str, Turn]:
    """What a page asks, by its name."""
    every = ledgers.ids(office, Question("enterprises"))
    page = every[len(every) // 2 :][:PAGE]

    def ids(**question: object) -> Turn:
        return lambda: ledgers.ids(office, Question("enterprises", **question))  # type: ignore[arg-type]

    return {
        "search, Chinese": ids(text=NEEDLE),
        "search, initials": ids(text=INITIALS),
        "ids in order": ids(),
        "ids by last visit": ids(sort=("-last_visit",)),
        "filter by leader": ids(where=(Where("leader", "has", LEADER),)),
        "totals": lambda: ledgers.totals(office, Question("enterprises")),
        "totals of a search": lambda: ledgers.totals(office, Question("enterprises", text=NEEDLE)),
        f"page of {PAGE} rows": lambda: ledgers.rows(office, "enterprises", page),
        "home page": lambda: home(office),
        "month's summary": lambda: monthly(office, f"{office.today():%Y-%m}"),
    }


def medians(turns: dict[str, Turn]) -> dict[str, float]:
    """Seconds of wall time of each, taken in turn so that a busy moment meets all of them."""
    taken: dict[str, list[float]] = {word: [] for word in turns}
    for _ in range(TURNS):
        for word, turn in turns.items():
            began = time.perf_counter()
            turn()
            taken[word].append(time.perf_counter() - began)
    return {word: statistics.median(found) for word, found in taken.items()}


def main(sizes: Sequence[int]) -> None:
    """Print the table of ratios."""
    say = sys.stdout.write
    say(f"{'rows':>8} {'question':<22} {'÷ bare LIKE':>12} {'ms':>8}\n")
    for count in sizes:
        with tempfile.TemporaryDirectory() as folder:
            place = workspaces.make(Path(folder) / "bench.daan", "bench-only", Who("测试"), now)
            fill(place.office, count)
            bare = plain(count)
            turns = {"bare LIKE": lambda bare=bare: bare.execute(YARDSTICK, (f"%{NEEDLE}%",)).fetchall()}
            found = medians(turns | questions(place.office))
            for word, seconds in found.items():
                say(f"{count:>8} {word:<22} {seconds / found['bare LIKE']:>12.1f} {seconds * 1000:>8.1f}\n")
            bare.close()
            place.close()


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10_000, 100_000])
