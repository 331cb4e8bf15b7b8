"""Bytes of attachments, kept once for equal contents."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, func, select

from daan_desk.store.attachments import Attachment, Blob
from daan_desk.store.base import table_of
from daan_desk.store.dialects import insert_once


def keep(connection: Connection, data: bytes) -> str:
    """Keep bytes; answers their SHA-256."""
    digest = hashlib.sha256(data).hexdigest()
    insert_once(connection, table_of(Blob), {"digest": digest, "data": data})
    return digest


def kept(connection: Connection, digest: str) -> bytes | None:
    """The bytes of that SHA-256, None where they are not here (an attachment whose parcel came without it)."""
    return connection.execute(select(Blob.data).where(Blob.digest == digest)).scalar()


def size(connection: Connection, digest: str) -> int | None:
    """How many bytes are kept under that SHA-256, None where they are not here."""
    found: int | None = connection.execute(select(func.length(Blob.data)).where(Blob.digest == digest)).scalar()
    return found


def wanted(connection: Connection) -> frozenset[str]:
    """The digests of living attachments whose bytes are not here: a parcel came without them."""
    listed, kept_here = table_of(Attachment), select(Blob.digest)
    found = select(listed.c.digest).where(listed.c.deleted_at.is_(None), listed.c.digest.not_in(kept_here))
    return frozenset(connection.execute(found).scalars())


def names_wanted(connection: Connection) -> tuple[str, ...]:
    """The names of living attachments whose bytes are not here."""
    listed, kept_here = table_of(Attachment), select(Blob.digest)
    found = select(listed.c.name).where(listed.c.deleted_at.is_(None), listed.c.digest.not_in(kept_here))
    return tuple(str(name or "") for name in connection.execute(found.order_by(listed.c.name)).scalars())
