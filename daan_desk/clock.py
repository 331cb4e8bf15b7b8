"""The machine's clock: asked here and nowhere else, and handed to everything below."""

from __future__ import annotations

from datetime import datetime


def now() -> datetime:
    """The moment, with the machine's time zone."""
    return datetime.now().astimezone()
