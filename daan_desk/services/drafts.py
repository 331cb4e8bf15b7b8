"""Text typed and not yet saved: found again after the program was killed; it never leaves this copy."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC

from daan_desk.services.office import Act, Office
from daan_desk.store import facts


def load(office: Office, form: str) -> dict[str, object]:
    """What was typed into a form and not saved; empty where nothing was."""
    text = facts.draft(office.database, form)
    found = json.loads(text) if text else {}
    return found if isinstance(found, dict) else {}


def save(office: Office, form: str, values: Mapping[str, object]) -> None:
    """Remember what stands in a form; values must be plain text, numbers or lists of such."""
    facts.keep_draft(office.database, form, *_written(office, values))


def put(act: Act, form: str, values: Mapping[str, object]) -> None:
    """Remember it inside an act, so that what became records is never found again as if it were not."""
    facts.put_draft(act.connection, form, *_written(act.office, values))


def _written(office: Office, values: Mapping[str, object]) -> tuple[str, int]:
    moment = int(office.now().astimezone(UTC).timestamp() * 1_000_000)
    return json.dumps(dict(values), ensure_ascii=False, default=str), moment


def clear(office: Office, form: str) -> None:
    """Forget a form's draft: it was saved or given up."""
    facts.drop_draft(office.database, form)
