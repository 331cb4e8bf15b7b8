"""The office's settings and parks for its laptops: what goes out, what a file would change here, taking it over."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from daan_desk.domain import setting_files as files
from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.merging import DELETED
from daan_desk.domain.setting_files import Park, SettingFile, SettingPlan
from daan_desk.domain.settings import SETTINGS
from daan_desk.services import settings
from daan_desk.services.changes import Changes
from daan_desk.services.completing import completed
from daan_desk.services.ledgers import ledger as ledger_of
from daan_desk.services.office import Act, Office
from daan_desk.services.rules import rulebook
from daan_desk.services.values import findings
from daan_desk.store.keys import named
from daan_desk.store.reader import Reader


def carried(office: Office) -> SettingFile:
    """Every setting as it counts today, the shipped ones too, so that a laptop reckons as the office does."""
    with office.reading() as reader:
        values = _values(reader)
        return SettingFile(str(values["office_name"]), office.today().isoformat(), values, tuple(_parks(reader)))


def plan(office: Office, file: SettingFile) -> SettingPlan:
    """What taking a file over would change; nothing is written."""
    with office.reading() as reader:
        return files.plan(file, _values(reader), [name for (name,) in reader.columns("parks", "name")])


def carry_out(office: Office, wanted: SettingPlan) -> Changes:
    """Take a planned file over in one act, which undo takes back."""
    refuse_unless(wanted.changes or wanted.parks, "设置文件与本机完全相同，没有要改的内容")
    with office.writing("导入设置") as act:
        for one in wanted.changes:
            settings.keep(act, one.setting.key, one.after)
        for park in wanted.parks:
            _add(act, park)
    return act.changes


def _values(reader: Reader) -> dict[str, object]:
    book = rulebook(reader)
    return {setting.key: book.value(setting.key) for setting in SETTINGS}


def _parks(reader: Reader) -> Iterable[Park]:
    towns = dict(reader.columns("towns", "id", "name"))
    for identity, name, town, *rest in reader.columns("parks", *files.PARK):
        words = (identity, name, towns.get(town), *rest)
        yield {key: "" if word is None else str(word) for key, word in zip(files.PARK, words, strict=True)}


def _add(act: Act, park: Park) -> None:
    """A park under the key that it has at the office, so that the two stay one when laptops are merged."""
    given = {name: value for name, value in park.items() if name != "id" and value}
    found = findings(act, ledger_of("parks"), given, whole=True)
    found.refuse()
    identity, values = _key(park), completed(act, "parks", [found.values])[0]
    if not act.change("parks", identity, {**values, DELETED: None}):
        act.add("parks", {**values, "id": identity})


def _key(park: Park) -> str:
    try:
        return str(UUID(park["id"]))
    except ValueError:
        return named("parks", park["name"])
