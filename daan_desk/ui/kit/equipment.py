"""What the frame of the window is made with besides the desk and the pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from daan_desk.ui.kit.desk import Journey
from daan_desk.ui.kit.faults import Faults
from daan_desk.ui.kit.page import Choice


@dataclass(frozen=True, slots=True)
class News:
    """What the frame shows: how many things are due and where they are listed, a line at the foot of the navigation."""

    due: int = 0
    status: str = ""
    way: Journey | None = None


@dataclass(frozen=True)
class Equipment:
    """All of it is handed in by app.py.

    search: records that fit a text (background thread). spelled: pinyin initials of words, to find pages by them.
    news: asked in the background at the start and after every act. menu: the officer's.
    acts: what the palette offers on every page. help: shows the manual where it tells of a page.
    """

    faults: Faults
    search: Callable[[str], Sequence[Choice]]
    spelled: Callable[[str], str] = str
    news: Callable[[], News] = News
    menu: Sequence[Choice] = ()
    acts: Sequence[Choice] = ()
    help: Callable[[str], object] = str
    name: str = "大安企服台"
