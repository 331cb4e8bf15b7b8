"""The navigation of the window: every page with its place, and which ledgers have a plain page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from daan_desk.domain.home import Number
from daan_desk.services import ledgers
from daan_desk.ui.kit.desk import Desk, Journey
from daan_desk.ui.kit.page import Choice, Page, PageEntry, Target
from daan_desk.ui.pages.backups.page import BackupsPage
from daan_desk.ui.pages.calendar.page import CalendarPage
from daan_desk.ui.pages.charts.page import ChartsPage
from daan_desk.ui.pages.duties.page import DutiesPage
from daan_desk.ui.pages.enterprises.page import EnterprisesPage
from daan_desk.ui.pages.history import HistoryPage
from daan_desk.ui.pages.home.page import HomePage
from daan_desk.ui.pages.imports.page import ImportsPage
from daan_desk.ui.pages.issues.page import IssuesPage
from daan_desk.ui.pages.meetings.page import MeetingsPage
from daan_desk.ui.pages.merging.page import MergingPage
from daan_desk.ui.pages.officers.page import OfficersPage
from daan_desk.ui.pages.registers import RegisterPage
from daan_desk.ui.pages.reports.page import ReportsPage
from daan_desk.ui.pages.services.figures import FiguresPage
from daan_desk.ui.pages.services.page import ServicePage
from daan_desk.ui.pages.services.projects import ProgressPage, ProjectsPage
from daan_desk.ui.pages.services.weekly import WeeklyPage
from daan_desk.ui.pages.settings.page import SettingsPage
from daan_desk.ui.pages.summary.page import SummaryPage
from daan_desk.ui.pages.visits.page import VisitsPage

WORK, SERVICES, LEDGERS, PAPER, OFFICE = "工作", "服务", "台账", "材料", "办公室"
# What the office keeps besides its work.
PLAIN = ("assignments", "qualifications", "officers", "departments", "towns", "parks")
# Those among them that can do more.
OWN: Mapping[str, type[Page]] = {
    page.key: page for page in (OfficersPage, MeetingsPage, FiguresPage, WeeklyPage, ProjectsPage, ProgressPage)
}
# Ledgers of the services, and those that belong to them.
SERVED = (
    *("meetings", "financing", "policies", "entitlements", "cultivation", "projects", "leads", "tech_projects"),
    *("figures", "assets", "space_needs", "weekly_notes"),
)
PARTS = (
    *("bank_responses", "banks", "project_months", "conditions", "participants"),
    *("space_matches", "land_accounts", "idle_lands"),
)

# In which chapter of the manual a page is told of.
CHAPTERS: Mapping[str, str] = {
    **dict.fromkeys(("home", "visits", "duties", "calendar", "enterprises"), "登记走访"),
    "issues": "办理问题",
    **dict.fromkeys(("meetings", "participants"), "开一次活动"),
    **dict.fromkeys(("summary", "charts", "reports"), "月报"),
    **dict.fromkeys(("financing", "banks", "bank_responses", "policies", "conditions"), "融资、政策、培育、用地"),
    **dict.fromkeys(("entitlements", "cultivation", "qualifications", "tech_projects"), "融资、政策、培育、用地"),
    **dict.fromkeys(
        ("assets", "space_needs", "space_matches", "land_accounts", "idle_lands"), "融资、政策、培育、用地"
    ),
    **dict.fromkeys(("figures", "projects", "project_months", "weekly_notes"), "一次填完一个月"),
    **dict.fromkeys(("imports", "history"), "导入花名册"),
    "merging": "交换包",
    "backups": "备份与恢复",
    "settings": "设置",
}


def entries() -> tuple[PageEntry, ...]:
    """Every page in the navigation's order."""
    return (
        _page(HomePage, WORK),
        _page(EnterprisesPage, WORK),
        _page(VisitsPage, WORK),
        _page(DutiesPage, WORK),
        _page(CalendarPage, WORK),
        _page(IssuesPage, WORK),
        _page(ChartsPage, WORK),
        *(_served(name, SERVICES) for name in SERVED),
        *(_plain(name, LEDGERS) for name in PLAIN),
        *(_served(name, LEDGERS) for name in PARTS),
        _page(SummaryPage, PAPER),
        _page(ReportsPage, PAPER),
        _page(ImportsPage, PAPER),
        _page(MergingPage, OFFICE),
        _page(HistoryPage, OFFICE),
        _page(BackupsPage, OFFICE),
        _page(SettingsPage, OFFICE),
    )


# What an officer does most, offered by the palette on every page: words, what it is, icon, page, what to show there.
ACTS: tuple[tuple[str, str, str, str, Target | None], ...] = (
    ("登记走访", "登记一次企业走访", "map-pin-check", "visits", Target(fresh={})),
    ("登记问题", "从走访、来电或交办", "circle-alert", "issues", Target(fresh={})),
    ("新增企业", "企业名录", "building-2", "enterprises", Target(fresh={})),
    ("导入花名册", "Excel、WPS 或文本表格", "import", "imports", None),
    ("编写本月月报", "打印、PDF、Word、Excel", "file-text", "summary", None),
)


def acts(desk: Desk) -> tuple[Choice, ...]:
    """The acts of the palette."""
    return tuple(Choice(words, partial(desk.go, key, target), what, icon) for words, what, icon, key, target in ACTS)


def bell(due: Number) -> Journey:
    """Where the bell leads: to the rows that its number counts."""
    return Journey(due.question.ledger, Target(question=due.question))


def _page(page: type[Page], group: str) -> PageEntry:
    return PageEntry(page.key, page.title, page.icon, group, page)


def _plain(name: str, group: str) -> PageEntry:
    if name in OWN:
        return _page(OWN[name], group)
    described = ledgers.ledger(name)
    return PageEntry(name, described.label, described.icon, group, partial(RegisterPage, ledger=name))


def _served(name: str, group: str) -> PageEntry:
    if name in OWN:
        return _page(OWN[name], group)
    described = ledgers.ledger(name)
    return PageEntry(name, described.label, described.icon, group, partial(ServicePage, ledger=name))
