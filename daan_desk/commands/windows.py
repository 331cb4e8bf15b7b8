"""The command that opens the window on a workspace that is named."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

from daan_desk.domain.failures import Trouble

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")


def open_window(given: argparse.Namespace) -> dict[str, Any]:
    """The window, at the door of that workspace; the answer comes when it is closed."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in SCREENS):
        raise Trouble("这台机器没有显示屏，开不了窗口。", "不开窗口也能做的事，用 --help 看。")
    from daan_desk import app

    app.main(given.place)
    return {}
