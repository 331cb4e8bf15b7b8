"""Files that belong to a record; their bytes lie inside the encrypted workspace, once for equal contents."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Column, LargeBinary, String

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import Text
from daan_desk.domain.numbers import Integer
from daan_desk.store.base import Base, Mapped, Record, field


class Attachment(Record):
    """One file of one record: `owner` is the record's id, `owner_ledger` its ledger, `digest` the bytes' SHA-256."""

    __tablename__ = "attachments"
    ledger = Ledger("附件", noun="附件", icon="paperclip", keys=(("owner", "digest"),))

    name: Mapped[str | None] = field("文件名", Text(255), required=True, width=36, searched=True)
    owner_ledger: Mapped[str | None] = field("所属台账", Text(40), required=True, derived=True)
    owner: Mapped[str | None] = field("所属记录", Text(36), index=True, required=True, listed=False, derived=True)
    media: Mapped[str | None] = field("类型", Text(100), derived=True)
    size: Mapped[int | None] = field("大小", Integer("字节"), derived=True)
    digest: Mapped[str | None] = field("校验值", Text(64), listed=False, derived=True)
    day: Mapped[date | None] = field("添加日期", Day(), derived=True)
    taken: Mapped[str | None] = field("拍摄时间", Text(16), derived=True)
    notes: Mapped[str | None] = field("说明", Text(200), width=30)


class Blob(Base):
    """The bytes of attachments, by the SHA-256 of their contents."""

    __tablename__ = "blobs"

    digest: Mapped[str] = Column(String(64), primary_key=True)
    data: Mapped[bytes] = Column(LargeBinary, nullable=False)
