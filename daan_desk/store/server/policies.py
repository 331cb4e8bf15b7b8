"""The guard of a server's workspace: functions, grants by group, row level security with FORCE, triggers.

Applied as a whole by the set-up and by every upgrade, in the transaction of the migrations, so that there is never a
moment at which a table stands open.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from daan_desk import paths
from daan_desk.store.base import LEDGERS, Base, table_of
from daan_desk.store.server.rules import KNOWN, Rule, of_journal, rule

OWNER, OFFICE, SERVED, READER = "daan_owner", "daan_office", "daan_served", "daan_reader"
GROUPS = (OFFICE, SERVED, READER)
EVERYBODY, WRITERS = ", ".join(GROUPS), f"{OFFICE}, {SERVED}"
SEES, WRITES, SERVES = (f"(SELECT guard.{name}())" for name in ("sees_all", "writes_all", "serves"))
FIXED = ("id", "region")  # of a row that is there nobody changes these
OWN_KEYS = "starts_with({key}, session_user || '/')"


def apply(connection: Connection) -> None:
    """Put the whole guard up anew, as the owner of the tables."""
    functions = (paths.resources() / "server" / "guard.sql").read_text(encoding="utf-8")
    for statement in (functions, *_cleared(connection), *_granted(), *_records(), *_journal(), *_others()):
        connection.exec_driver_sql(statement.replace("%", "%%"), ())


def _cleared(connection: Connection) -> Iterator[str]:
    """Old grants and policies go; every table is closed before anything is opened."""
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA daan, guard FROM PUBLIC, {EVERYBODY}"
    yield f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA guard FROM PUBLIC, {EVERYBODY}"
    found = connection.exec_driver_sql("SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'daan'")
    for name, table in found.all():
        yield f'DROP POLICY "{name}" ON daan."{table}"'
    for table in Base.metadata.tables:
        yield f'ALTER TABLE daan."{table}" ENABLE ROW LEVEL SECURITY'
        yield f'ALTER TABLE daan."{table}" FORCE ROW LEVEL SECURITY'
        yield _policy("owner", table, f"TO {OWNER} USING (true) WITH CHECK (true)")


def _policy(name: str, table: str, words: str) -> str:
    return f'CREATE POLICY "{name}" ON daan."{table}" {words}'


def _granted() -> Iterator[str]:
    yield f"GRANT USAGE ON SCHEMA daan, guard TO {EVERYBODY}"
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA daan TO {EVERYBODY}"
    yield f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA guard TO {EVERYBODY}"


def _records() -> Iterator[str]:
    for name, model in LEDGERS.items():
        own = rule(model)
        columns = ", ".join(f'"{c.name}"' for c in table_of(model).c if c.name not in FIXED)
        yield f'GRANT INSERT, UPDATE ({columns}) ON daan."{name}" TO {WRITERS}'
        yield _policy("seen", name, f"FOR SELECT TO {EVERYBODY} USING ({SEES} OR ({own.seen}))")
        mine = _may_write(own)
        here = "region = (SELECT guard.region())"
        yield _policy("added", name, f"FOR INSERT TO {WRITERS} WITH CHECK ({here} AND ({mine}))")
        yield _policy("changed", name, f"FOR UPDATE TO {WRITERS} USING ({mine}) WITH CHECK ({mine})")
        yield from _trigger("journalled", name, "CONSTRAINT", "AFTER INSERT OR UPDATE", "DEFERRABLE INITIALLY DEFERRED")


def _may_write(own: Rule) -> str:
    return f"{WRITES} OR ({SERVES} AND ({own.written}))"


def _trigger(function: str, table: str, sort: str, when: str, words: str = "") -> Iterator[str]:
    yield f'DROP TRIGGER IF EXISTS guard_{function} ON daan."{table}"'
    rest = f"{words} FOR EACH ROW EXECUTE FUNCTION guard.{function}()"
    yield f'CREATE {sort} TRIGGER guard_{function} {when} ON daan."{table}" {rest}'


def _journal() -> Iterator[str]:
    """Nobody writes in another's name: own work in the own chain; what a parcel brought in no login's chain."""
    own = of_journal()
    yield f"GRANT INSERT ON daan.journal TO {WRITERS}"
    yield _policy("seen", "journal", f"FOR SELECT TO {EVERYBODY} USING ({SEES} OR ({own.seen}))")
    me = "author = (SELECT guard.officer())"
    here = f"arrived IS NULL AND {me} AND replica = (SELECT guard.replica())"
    came = f"arrived IS NOT NULL AND NOT guard.local_chain(replica) AND ({WRITES} OR {me})"
    words = f"WITH CHECK ((({here}) OR ({came})) AND ({_may_write(own)}))"
    yield _policy("added", "journal", f"FOR INSERT TO {WRITERS} {words}")
    yield from _trigger("chained", "journal", "", "BEFORE INSERT")
    yield from _trigger("append_only", "journal", "", "BEFORE UPDATE OR DELETE")
    yield "DROP TRIGGER IF EXISTS guard_never_emptied ON daan.journal"
    yield (
        "CREATE TRIGGER guard_never_emptied BEFORE TRUNCATE ON daan.journal "
        "FOR EACH STATEMENT EXECUTE FUNCTION guard.append_only()"
    )
    yield "DROP TRIGGER IF EXISTS guard_told ON daan.journal"
    yield (
        "CREATE TRIGGER guard_told AFTER INSERT ON daan.journal REFERENCING NEW TABLE AS news "
        "FOR EACH STATEMENT EXECUTE FUNCTION guard.told()"
    )


def _others() -> Iterator[str]:
    own = of_journal()
    yield f"GRANT INSERT, DELETE ON daan.disputes TO {WRITERS}"
    yield _policy("seen", "disputes", f"FOR SELECT TO {EVERYBODY} USING ({SEES} OR ({own.seen}))")
    yield _policy("added", "disputes", f"FOR INSERT TO {WRITERS} WITH CHECK ({_may_write(own)})")
    yield _policy("settled", "disputes", f"FOR DELETE TO {WRITERS} USING ({_may_write(own)})")
    yield f"GRANT INSERT ON daan.withheld TO {WRITERS}"
    yield _policy("seen", "withheld", f"FOR SELECT TO {EVERYBODY} USING ({KNOWN})")
    yield _policy("added", "withheld", f"FOR INSERT TO {WRITERS} WITH CHECK (NOT guard.local_chain(replica))")
    yield f"GRANT INSERT ON daan.blobs TO {WRITERS}"
    listed = "digest IN (SELECT a.digest FROM daan.attachments a)"
    yield _policy("seen", "blobs", f"FOR SELECT TO {EVERYBODY} USING ({SEES} OR {listed})")
    yield _policy("added", "blobs", f"FOR INSERT TO {WRITERS} WITH CHECK (digest = encode(sha256(data), 'hex'))")
    yield f"GRANT INSERT, DELETE ON daan.drafts TO {EVERYBODY}"
    yield _policy("own", "drafts", f"TO {EVERYBODY} USING ({OWN_KEYS.format(key='key')})")
    yield f"GRANT INSERT, DELETE ON daan.facts TO {EVERYBODY}"
    theirs = OWN_KEYS.format(key="name")
    seen = f"{SEES} OR {theirs} OR ({KNOWN} AND name NOT LIKE '%/%')"
    yield _policy("seen", "facts", f"FOR SELECT TO {EVERYBODY} USING ({seen})")
    yield _policy("own", "facts", f"TO {EVERYBODY} USING ({theirs})")
