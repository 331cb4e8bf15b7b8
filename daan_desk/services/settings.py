"""Settings of the office, and what windows remember for everybody: saved views, confirmed roster matchings."""

from __future__ import annotations

import json
from dataclasses import replace

from daan_desk.domain.fields import Field, Kind
from daan_desk.domain.kinds import OneOf
from daan_desk.domain.merging import DELETED
from daan_desk.domain.questions import Where
from daan_desk.domain.settings import BY_KEY, choices, setting_named
from daan_desk.services.changes import Changes
from daan_desk.services.office import Act, Office
from daan_desk.store.keys import named
from daan_desk.store.reader import Reader


def setting(office: Office, key: str) -> object:
    """The value of a setting, plain JSON; what the program ships where the office did not decide; None if unknown."""
    with office.reading() as reader:
        return value_of(reader, key)


def value_of(reader: Reader, key: str) -> object:
    """The value of a setting inside a larger question."""
    found = _lines(reader, key)
    if found:
        return json.loads(found[0]["value"])
    return BY_KEY[key].default if key in BY_KEY else None


def change_setting(office: Office, key: str, value: object) -> Changes:
    """Set a setting (by key or Chinese label); `Rejected` where the value does not fit its shape."""
    name = f"修改设置“{setting_named(key).label}”" if key in BY_KEY else "记住选择"
    if key in BY_KEY:
        BY_KEY[key].check(value)
    with office.writing(name) as act:
        keep(act, key, value)
    return act.changes


def keep(act: Act, key: str, value: object) -> None:
    """Set a setting inside a larger act."""
    text = json.dumps(value, ensure_ascii=False)
    found = _lines(act, key)
    if found:
        act.change("settings", found[0]["id"], {"value": text})
        return
    # The same row on every laptop, so that two who set the same thing meet in one row and not in two.
    identity, values = named("settings", key), {"key": key, "value": text}
    if not act.change("settings", identity, values | {DELETED: None}):
        act.add("settings", values | {"id": identity})


def words(office: Office, field: Field) -> tuple[str, ...]:
    """The words that a choice field offers: its own, or those of its setting."""
    kind = field.kind
    own: tuple[str, ...] = getattr(kind, "words", ())
    key = getattr(kind, "setting", "")
    return own or (choices(key, setting(office, key)) if key else ())


def with_choices(reader: Reader, kind: Kind) -> Kind:
    """A choice with the words that the office has in its settings."""
    if isinstance(kind, OneOf) and kind.setting and not kind.words:
        return replace(kind, words=choices(kind.setting, value_of(reader, kind.setting)))
    return kind


def _lines(reader: Reader, key: str) -> list[dict[str, str]]:
    return [dict(line) for line in reader.where("settings", Where("key", "is", key), limit=1)]
