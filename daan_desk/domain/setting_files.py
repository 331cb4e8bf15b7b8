"""All settings of an office in one file for its laptops: plain JSON, and what taking it over would change."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from daan_desk.domain.failures import Rejected, refuse_unless
from daan_desk.domain.settings import BY_KEY, SETTINGS, Setting
from daan_desk.domain.shapes import Line, Measure, Whole

MARK = "大安企服台设置"
VERSION = 1
PARK = ("id", "name", "town", "area", "focus", "manager")  # every value a text
Park = Mapping[str, str]
MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class SettingFile:
    """What a file holds: values by key, the parks, and who made it on which day (2026-11-23)."""

    office: str
    day: str
    values: Mapping[str, object]
    parks: tuple[Park, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """A setting that the file decides otherwise than the workspace."""

    setting: Setting
    before: object
    after: object

    @property
    def words(self) -> str:
        """“黄灯：剩余不多于：2 个工作日 → 3 个工作日”."""
        shown = (in_words(self.setting, value) for value in (self.before, self.after))
        return f"{self.setting.label}：{' → '.join(shown)}"


@dataclass(frozen=True, slots=True)
class SettingPlan:
    """What taking a file over would do: refused and unfamiliar settings stay as they are here."""

    office: str
    day: str
    changes: tuple[Decided, ...] = ()
    parks: tuple[Park, ...] = ()
    same: int = 0
    refused: tuple[str, ...] = ()
    unfamiliar: tuple[str, ...] = ()


def text_of(file: SettingFile) -> str:
    """The file's text; labels stand beside the keys, so that a person can read it."""
    told = {
        "file": MARK,
        "version": VERSION,
        "office": file.office,
        "day": file.day,
        "settings": [
            {"key": one.key, "label": one.label, "value": file.values[one.key]}
            for one in SETTINGS
            if one.key in file.values
        ],
        "parks": [dict(park) for park in file.parks],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def file_of(text: str) -> SettingFile:
    """What a file's text holds; `Rejected` with a sentence where it is none of ours, or a newer program's."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        raise Rejected("这不是设置文件：内容不完整，请让对方重新导出一份。") from None
    if not isinstance(told, dict) or told.get("file") != MARK:
        raise Rejected("这不是设置文件，请选择由“导出设置”得到的文件。")
    version = told.get("version")
    known = isinstance(version, int) and version <= VERSION
    refuse_unless(known, "这个设置文件来自更新的程序，请先更新本机的程序。")
    rows = told.get("settings")
    values = {str(row["key"]): row["value"] for row in _rows(rows) if "key" in row and "value" in row}
    return SettingFile(str(told.get("office") or ""), str(told.get("day") or ""), values, _parks(told.get("parks")))


def plan(file: SettingFile, now: Mapping[str, object], parks: Sequence[str]) -> SettingPlan:
    """Compare a file with the values that count here and the names of the parks that are known here."""
    changes, refused, same = [], [], 0
    for key, value in file.values.items():
        setting = BY_KEY.get(key)
        if setting is None:
            continue
        if value == now[key]:
            same += 1
        elif problem := _problem(setting, value):
            refused.append(problem)
        else:
            changes.append(Decided(setting, now[key], value))
    new = tuple(park for park in file.parks if park["name"] not in parks)
    unfamiliar = tuple(key for key in file.values if key not in BY_KEY)
    return SettingPlan(file.office, file.day, tuple(changes), new, same, tuple(refused), unfamiliar)


def in_words(setting: Setting, value: object) -> str:
    """A value for a sentence: a number with its unit, words in a row, a table by the number of its rows."""
    shape = setting.shape
    if isinstance(shape, Whole | Measure):
        return f"{value} {shape.unit}".strip()
    if isinstance(shape, Line):
        return str(value)
    rows = value if isinstance(value, list) else []
    if any(isinstance(row, dict) for row in rows):
        return f"{len(rows)} 行"
    said = "、".join(str(row) for row in rows) or "空"
    return said if len(said) <= MOST_WORDS else f"{said[:MOST_WORDS]}…（{len(rows)} 项）"


def _problem(setting: Setting, value: object) -> str:
    try:
        setting.check(value)
    except Rejected as refused:
        return str(refused)
    return ""


def _rows(found: object) -> list[dict[str, object]]:
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def _parks(found: object) -> tuple[Park, ...]:
    parks = ({name: str(row.get(name) or "").strip() for name in PARK} for row in _rows(found))
    return tuple({park["name"]: park for park in parks if park["name"]}.values())
