"""A shared workspace's questions against plain psycopg: `python3 tests/bench server [ROWS…] [--plans]`.

ROWS are visits; to every two of them belongs an enterprise. The server is the tests' own: started here, thrown away at
the end, reached by a socket, with fsync off, so writing costs less and the network nothing. It is set up through the
program, and filled through its bulk insert with journal and triggers, as the administrator, for whom the last trigger
looks at nothing. Then ANALYZE, as autovacuum does by itself within minutes.

The yardstick of each run is `SELECT count(*) FROM daan.visits`, asked with plain psycopg by the administrator as the
tables' owner, who sees every row. What is measured goes through the services as a page does it, under the login of
the office (全部) and of a leader (包联) who looks after every 101st enterprise. A figure is the median of three turns.
`--plans`: of the slowest question of each login, how PostgreSQL answers the slowest statement. Left out: issues,
figures and projects (their tables are empty), several officers at once, a real network.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import psycopg
from sqlalchemy import Engine, event

from daan_desk.clock import now
from daan_desk.services import ledgers, servers, workspaces
from daan_desk.services.home import home
from daan_desk.services.ledgers import Question, Where
from daan_desk.services.office import Office
from daan_desk.services.servers import Administrator, Newcomer
from daan_desk.services.summary import monthly
from tests.bench.ledger import PAGE, Turn, rows
from tests.servers import ADMINISTRATORS_WORD, Server, installed, running
from tests.shared import WORD, Shared

TURNS = 3
USUAL = [10_000, 100_000]
YARDSTICK = "SELECT count(*) FROM daan.visits"
LOGINS = {
    "office": Newcomer("测试专班", "kontor", WORD, "专班"),
    "leader": Newcomer("测试领导", "leader", WORD, "县级领导"),
}
NEEDLE = "华瑞"
Spent = list[tuple[float, str, Any]]


def fill(office: Office, count: int) -> float:
    """Enterprises, visits, and every 101st enterprise for the leader who logs in; seconds it took."""
    day, began = office.today(), time.perf_counter()
    with office.writing("测量") as act:
        (leader,) = act.where("officers", Where("name", "is", LOGINS["leader"].name))
        ids = act.add_many("enterprises", list(rows(count // 2)))
        every = ((ids[n % len(ids)], day - timedelta(days=n % 365)) for n in range(count))
        visits = [{"enterprise": one, "day": when, "way": "实地"} for one, when in every]
        act.add_many("visits", visits)
        told = {"officer": leader["id"], "role": "县级领导", "since": day - timedelta(days=400)}
        act.add_many("assignments", [{"enterprise": one, **told} for one in ids[::101]])
    return time.perf_counter() - began


def questions(office: Office) -> dict[str, Turn]:
    """What pages ask, by its name."""

    def page(**question: object) -> Turn:
        asked = Question("visits", sort=("-day",), **question)  # type: ignore[arg-type]
        return lambda: ledgers.rows(office, "visits", ledgers.ids(office, asked)[:PAGE])

    this_month = Where("day", "from", office.today().replace(day=1))
    return {
        "home page": lambda: home(office),
        "visits, first page": page(),
        "visits, search": page(text=NEEDLE),
        "visits, filter": page(where=(this_month,)),
        "month's summary": lambda: monthly(office, f"{office.today():%Y-%m}"),
    }


def median(turn: Callable[[], object]) -> float:
    """Seconds of wall time, once warm."""
    taken = []
    for _ in range(TURNS):
        began = time.perf_counter()
        turn()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


@contextmanager
def listening(engine: Engine) -> Iterator[Spent]:
    """The statements that the engine is given, with the seconds until their first row."""
    spent: Spent = []

    def before(*words: Any) -> None:
        words[4].began = time.perf_counter()

    def after(*words: Any) -> None:
        spent.append((time.perf_counter() - words[4].began, words[2], words[3]))

    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "after_cursor_execute", after)
    yield spent
    event.remove(engine, "before_cursor_execute", before)
    event.remove(engine, "after_cursor_execute", after)


def plan(office: Office, turn: Turn) -> str:
    """How the slowest statement of a question is answered."""
    with listening(office.database.engine) as spent:
        turn()
    seconds, statement, given = max(spent, key=lambda one: one[0])
    with office.database.reading() as connection:
        said = connection.exec_driver_sql(f"EXPLAIN (ANALYZE, BUFFERS) {statement}", given).scalars()
        lines = [f"    {line[:200]}" for line in said]
    return "\n".join([f"  {len(spent)} statements; slowest {seconds * 1000:.0f} ms: {statement[:400]}", *lines, ""])


def prepared(server: Server, count: int) -> Shared:
    """A workspace of so many visits, with both logins."""
    made = Shared(server)
    admin: Administrator = made.administrator(f"rows{count}")
    servers.set_up(admin, now)
    for newcomer in LOGINS.values():
        servers.add_officer(admin, newcomer, now)
    with servers.office_of(admin, now) as office:
        sys.stdout.write(f"{count:>9} visits and {count // 2} enterprises written in {fill(office, count):.0f} s\n")
    return made


def measured(shared: Shared, count: int, *, plans: bool) -> None:
    """Print the ratios of one size."""
    name, say = f"rows{count}", sys.stdout.write
    with psycopg.connect(shared.server.url(name), password=ADMINISTRATORS_WORD, autocommit=True) as plain:
        plain.execute("ANALYZE")
        plain.execute("SET ROLE daan_owner")
        bare = median(lambda: plain.execute(YARDSTICK).fetchall())
    say(f"{count:>9} {'':<7} {'bare count(*)':<20} {1:>8.1f} {bare * 1000:>9.1f}\n")
    for who, newcomer in LOGINS.items():
        place = workspaces.unlock(shared.address(name, newcomer.login), WORD, now)
        asked = questions(place.office)
        found = {word: median(turn) for word, turn in asked.items()}
        for word, seconds in found.items():
            say(f"{count:>9} {who:<7} {word:<20} {seconds / bare:>8.1f} {seconds * 1000:>9.1f}\n")
            sys.stdout.flush()
        if plans:
            say(plan(place.office, asked[max(found, key=lambda word: found[word])]))
        place.close()


def main(sizes: Sequence[int], *, plans: bool) -> None:
    """Print the table of ratios."""
    if not hasattr(os, "geteuid") or not installed():
        sys.exit("PostgreSQL is missing: root on Debian gets it by itself, others: apt-get install postgresql")
    sys.stdout.write(f"{'visits':>9} {'login':<7} {'question':<20} {'÷ count':>8} {'ms':>9}\n")
    with running() as server:
        for count in sizes:
            shared = prepared(server, count)
            measured(shared, count, plans=plans)
            shared.drop(f"rows{count}")


if __name__ == "__main__":
    given = sys.argv[1:]
    main([int(word) for word in given if word != "--plans"] or USUAL, plans="--plans" in given)
