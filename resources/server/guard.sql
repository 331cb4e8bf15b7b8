-- What the server itself sees to, whoever comes and with whatever program: who an officer is, what concerns him or her,
-- and that nothing is written past the journal. Applied anew by every `server-upgrade`, as the owner of all tables.
--
-- Identity is session_user, the name under which somebody logged in: SET ROLE and settings do not change it. Every
-- function runs as the owner with a pinned search_path and qualified names, so nothing in it can be shadowed.

CREATE TABLE IF NOT EXISTS guard.logins (
    login   name PRIMARY KEY,
    officer text COLLATE "C" NOT NULL,
    kind    text COLLATE "C" NOT NULL CHECK (kind IN ('office', 'served', 'reader')),
    replica text COLLATE "C" NOT NULL UNIQUE
);

CREATE OR REPLACE FUNCTION guard.me(OUT officer text, OUT kind text, OUT replica text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT l.officer, l.kind, l.replica FROM guard.logins l WHERE l.login = session_user
$$;

CREATE OR REPLACE FUNCTION guard.officer() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT l.officer FROM guard.logins l WHERE l.login = session_user
$$;

CREATE OR REPLACE FUNCTION guard.replica() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT l.replica FROM guard.logins l WHERE l.login = session_user
$$;

CREATE OR REPLACE FUNCTION guard.known() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM guard.logins l WHERE l.login = session_user)
$$;

CREATE OR REPLACE FUNCTION guard.sees_all() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM guard.logins l WHERE l.login = session_user AND l.kind IN ('office', 'reader'))
$$;

CREATE OR REPLACE FUNCTION guard.writes_all() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM guard.logins l WHERE l.login = session_user AND l.kind = 'office')
$$;

CREATE OR REPLACE FUNCTION guard.serves() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM guard.logins l WHERE l.login = session_user AND l.kind = 'served')
$$;

CREATE OR REPLACE FUNCTION guard.region() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT f.value FROM daan.facts f WHERE f.name = 'region'
$$;

-- The projects and the enterprises that an officer looks after today.
CREATE OR REPLACE FUNCTION guard.projects() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT a.project), '{}') FROM daan.assignments a
    WHERE a.officer = guard.officer() AND a.project IS NOT NULL AND a.deleted_at IS NULL
      AND (a.since IS NULL OR a.since <= (now() AT TIME ZONE 'Asia/Shanghai')::date)
      AND (a.until IS NULL OR a.until >= (now() AT TIME ZONE 'Asia/Shanghai')::date)
$$;

CREATE OR REPLACE FUNCTION guard.mine() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT found.enterprise), '{}') FROM (
        SELECT a.enterprise FROM daan.assignments a
        WHERE a.officer = guard.officer() AND a.deleted_at IS NULL
          AND (a.since IS NULL OR a.since <= (now() AT TIME ZONE 'Asia/Shanghai')::date)
          AND (a.until IS NULL OR a.until >= (now() AT TIME ZONE 'Asia/Shanghai')::date)
        UNION ALL
        SELECT p.enterprise FROM daan.projects p WHERE p.id = ANY (guard.projects())
    ) found WHERE found.enterprise IS NOT NULL
$$;

-- What must be known of rows that one may not see, and nothing else of them.
CREATE OR REPLACE FUNCTION guard.newest_stamp(until bigint) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT max(j.stamp) FROM daan.journal j WHERE j.stamp <= until
$$;

CREATE OR REPLACE FUNCTION guard.places(ids text[]) RETURNS TABLE (id text, replica text, seq bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT j.id, j.replica, j.seq FROM daan.journal j WHERE j.id = ANY (ids)
$$;

CREATE OR REPLACE FUNCTION guard.highest(ledger text, field text, beginning text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE answer text;
BEGIN
    IF field <> 'number' OR ledger NOT IN ('issues', 'financing') THEN
        RAISE insufficient_privilege USING MESSAGE = 'only numbers of issues and demands are told';
    END IF;
    EXECUTE format('SELECT max(substr(number, length($1) + 1)::int) FROM daan.%I WHERE starts_with(number, $1)'
                   ' AND substr(number, length($1) + 1) ~ ''^[0-9]{1,6}$''', ledger) INTO answer USING beginning;
    RETURN answer;
END
$$;

CREATE OR REPLACE FUNCTION guard.local_chain(name text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM guard.logins l WHERE l.replica = name)
        OR EXISTS (SELECT 1 FROM daan.facts f WHERE f.name = 'replica' AND f.value = name)
$$;

-- The journal is only ever added to; an entry's id is the hash of all that it says, and it follows from the one before.
CREATE OR REPLACE FUNCTION guard.append_only() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE insufficient_privilege USING MESSAGE = 'the journal is never changed';
END
$$;

CREATE OR REPLACE FUNCTION guard.chained() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.id <> encode(sha256(convert_to(
        '{"act":' || to_json(NEW.act) || ',"author":' || to_json(NEW.author) || ',"fields":' || NEW.fields
        || ',"parent":' || to_json(NEW.parent) || ',"replaced":' || NEW.replaced
        || ',"replica":' || to_json(NEW.replica) || ',"row":' || to_json(NEW."row") || ',"schema":' || NEW.schema
        || ',"seq":' || NEW.seq || ',"stamp":' || NEW.stamp || ',"table":' || to_json(NEW."table")
        || ',"was":' || NEW.was || '}', 'UTF8')), 'hex')
    THEN
        RAISE integrity_constraint_violation USING MESSAGE = 'the entry is not what its id says';
    END IF;
    IF NEW.arrived IS NULL AND (
        EXISTS (SELECT 1 FROM daan.journal j WHERE j.replica = NEW.replica AND j.seq = NEW.seq)
        OR CASE WHEN NEW.seq = 1 THEN NEW.parent <> ''
           ELSE NOT EXISTS (SELECT 1 FROM daan.journal j
                            WHERE j.id = NEW.parent AND j.replica = NEW.replica AND j.seq = NEW.seq - 1) END
    ) THEN
        RAISE integrity_constraint_violation USING MESSAGE = 'the entry does not follow from the last one';
    END IF;
    RETURN NEW;
END
$$;

-- At the end of every transaction: a row that was written says only what entries of this transaction say, and carries
-- stamp and author of an entry. Administrators, who have no login of an officer, bring rows up after an upgrade.
CREATE OR REPLACE FUNCTION guard.journalled() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    now_said jsonb; was_said jsonb; named text[];
BEGIN
    IF NOT guard.known() THEN
        RETURN NULL;
    END IF;
    SELECT array_agg(DISTINCT f.name) INTO named
    FROM daan.journal j CROSS JOIN LATERAL jsonb_object_keys(j.fields::jsonb) AS f(name)
    WHERE j."row" = NEW.id AND j."table" = TG_TABLE_NAME AND j.xmin = pg_current_xact_id()::xid;
    IF named IS NULL OR NOT EXISTS (
        SELECT 1 FROM daan.journal j WHERE j."row" = NEW.id AND j."table" = TG_TABLE_NAME
           AND j.stamp = NEW.changed_at AND j.author = NEW.changed_by)
    THEN
        RAISE insufficient_privilege USING MESSAGE = 'a row is written together with its entry of the journal';
    END IF;
    now_said := to_jsonb(NEW) - ARRAY['id', 'region', 'changed_at', 'changed_by', 'deleted_at', 'search'] - named;
    IF TG_OP = 'UPDATE' THEN
        was_said := to_jsonb(OLD);
        IF EXISTS (SELECT 1 FROM jsonb_each(now_said) e WHERE e.value IS DISTINCT FROM was_said -> e.key) THEN
            RAISE insufficient_privilege USING MESSAGE = 'a field was changed of which the journal says nothing';
        END IF;
    ELSIF EXISTS (SELECT 1 FROM jsonb_each(now_said) e WHERE e.value <> 'null'::jsonb) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a field was filled of which the journal says nothing';
    END IF;
    RETURN NULL;
END
$$;

-- Other windows hear which act was done, and then ask under their own login what of it they may see.
CREATE OR REPLACE FUNCTION guard.told() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_notify('daan', a.act) FROM (SELECT DISTINCT coalesce(n.arrived, n.act) AS act FROM news n) a;
    RETURN NULL;
END
$$;
