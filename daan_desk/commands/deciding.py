"""The command `settings`: what the office decides — list, set, bring back the default, carry to the laptops."""

from __future__ import annotations

import argparse
import json
from typing import Any

from daan_desk.commands.places import opened
from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.setting_files import Decided, SettingPlan, in_words
from daan_desk.domain.settings import SETTINGS, Setting, setting_named
from daan_desk.domain.shapes import Line
from daan_desk.services import setting_files
from daan_desk.services import settings as kept
from daan_desk.services.office import Office

Answer = dict[str, Any]


def settings(given: argparse.Namespace) -> Answer:
    """Without a name every setting; with --value or --default it is set, with --from a file is taken over."""
    asked = sum(one is not None for one in (given.value, given.source, given.to)) + given.default
    refuse_unless(asked <= 1, "用法：--value、--default、--from、--to 一次只能用一个。")
    refuse_unless(given.name or not (given.value is not None or given.default), "用法：请写明改哪一项设置。")
    writing = given.default or given.value is not None or bool(given.source and not given.dry_run)
    with opened(given, writing=writing) as office:
        if given.source:
            return _brought_in(office, given)
        if given.to:
            return _written(office, given)
        return _decided(office, given) if writing else _listed(office, given)


def _listed(office: Office, given: argparse.Namespace) -> Answer:
    wanted = [setting_named(given.name)] if given.name else SETTINGS
    return {"settings": [_told(one, kept.setting(office, one.key), bool(given.json)) for one in wanted]}


def _told(setting: Setting, value: object, whole: bool) -> Answer:
    """A script gets the value itself, a person the words for it."""
    return {
        **({"key": setting.key} if whole else {}),
        "label": setting.label,
        "group": setting.group,
        "value": value if whole else in_words(setting, value),
        "default": value == setting.default,
    }


def _decided(office: Office, given: argparse.Namespace) -> Answer:
    setting = setting_named(given.name)
    value = setting.default if given.default else _value(setting, given.value)
    changes = kept.change_setting(office, setting.key, value)
    return {**_told(setting, value, bool(given.json)), "act": changes.act}


def _value(setting: Setting, text: str) -> object:
    """Words stand as they are, everything else is JSON; what is none is judged as words, which says what is wrong."""
    if isinstance(setting.shape, Line):
        return text
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text


def _written(office: Office, given: argparse.Namespace) -> Answer:
    from daan_desk.exchange.setting_files import write_settings

    carried = setting_files.carried(office)
    return {"file": str(given.to), "settings": write_settings(carried, given.to), "parks": len(carried.parks)}


def _brought_in(office: Office, given: argparse.Namespace) -> Answer:
    from daan_desk.exchange.setting_files import read_settings

    found = setting_files.plan(office, read_settings(given.source))
    answer = _planned(found, bool(given.json))
    if not given.dry_run and (found.changes or found.parks):
        answer["act"] = setting_files.carry_out(office, found).act
    return answer


def _planned(found: SettingPlan, whole: bool) -> Answer:
    return {
        "office": found.office,
        "decided": [_differing(one) for one in found.changes] if whole else [one.words for one in found.changes],
        "parks": [park["name"] for park in found.parks],
        "same": found.same,
        "refused": list(found.refused),
        "unfamiliar": list(found.unfamiliar),
    }


def _differing(one: Decided) -> Answer:
    return {"key": one.setting.key, "label": one.setting.label, "before": one.before, "after": one.after}
