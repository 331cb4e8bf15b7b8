"""What every room needs: no window on anybody's screen, nothing written into anybody's home."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.shared import Shared

# Two shared cores answer when they can, so nothing is timed; where a change is judged, examples are always the same.
settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True)
settings.load_profile("house")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first import of Qt


@pytest.fixture(scope="session", autouse=True)
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings, logs and workspaces of the tests go into a folder that is thrown away."""
    os.environ["DAAN_DESK_HOME"] = str(tmp_path_factory.mktemp("home"))
    os.environ["DAAN_DESK_KEYRING"] = "off"  # nobody's key ring hears of the tests
    runtime = tmp_path_factory.mktemp("runtime")
    runtime.chmod(0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))


@pytest.fixture(scope="session")
def shared() -> Iterator[Shared]:
    """A real PostgreSQL of this session's own, with a workspace on it to be copied."""
    from tests import servers, shared

    if not hasattr(os, "geteuid") or not servers.installed():
        pytest.skip("PostgreSQL is missing: root on Debian gets it by itself, others: apt-get install postgresql")
    with servers.running() as server:
        yield shared.pattern(server)


STATUS = pytest.StashKey[int]()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """The offscreen clipboard outlives the application and would crash with what a test left in it."""
    session.config.stash[STATUS] = int(exitstatus)
    gui = sys.modules.get("PySide6.QtGui")
    if gui and gui.QGuiApplication.instance():
        gui.QGuiApplication.clipboard().clear()


@pytest.hookimpl(tryfirst=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave at once when all is said: thousands of windows that Python forgets in no order end in a crash now and then.

    First of all, because pytest collects garbage here. The desk's own leaving is tested in a process of its own.
    """
    if "PySide6.QtWidgets" in sys.modules and STATUS in config.stash:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[STATUS])


@pytest.fixture(autouse=True)
def no_window_is_left_behind() -> Iterator[None]:
    """Windows of a finished test would be dressed anew with every look that a later test puts on."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if application is None:
        return
    for window in application.topLevelWidgets():
        window.deleteLater()
    application.sendPostedEvents(None, sys.modules["PySide6.QtCore"].QEvent.Type.DeferredDelete.value)
