"""Every subject of the workspace, imported once so that the ledgers and the schema are whole, in the menu's order."""

from __future__ import annotations

from daan_desk.store.assets import Asset
from daan_desk.store.assignments import Assignment
from daan_desk.store.attachments import Attachment, Blob
from daan_desk.store.bank_responses import BankResponse
from daan_desk.store.banks import Bank
from daan_desk.store.base import Base, Record
from daan_desk.store.briefs import Brief
from daan_desk.store.conditions import ConditionRow
from daan_desk.store.cultivation import Cultivation
from daan_desk.store.departments import Department
from daan_desk.store.disputes import Dispute
from daan_desk.store.enterprises import Enterprise
from daan_desk.store.entitlements import Entitlement
from daan_desk.store.facts import Draft, Fact
from daan_desk.store.figures import Figure
from daan_desk.store.financing import Demand
from daan_desk.store.idle_lands import IdleLand
from daan_desk.store.issues import Issue
from daan_desk.store.journal import ActRecord, JournalRow
from daan_desk.store.land_accounts import LandAccount
from daan_desk.store.leads import Lead
from daan_desk.store.meetings import Meeting
from daan_desk.store.officers import Officer
from daan_desk.store.parks import Park
from daan_desk.store.participants import Participant
from daan_desk.store.policies import Policy
from daan_desk.store.project_months import ProjectMonth
from daan_desk.store.projects import Project
from daan_desk.store.qualifications import Qualification
from daan_desk.store.settings import Setting
from daan_desk.store.space_matches import SpaceMatch
from daan_desk.store.space_needs import SpaceNeed
from daan_desk.store.steps import Step
from daan_desk.store.tech_projects import TechProject
from daan_desk.store.towns import Town
from daan_desk.store.visits import Visit
from daan_desk.store.weekly_notes import WeeklyNote
from daan_desk.store.withheld import Withheld

SUBJECTS: tuple[type[Record], ...] = (
    Enterprise,
    Visit,
    Issue,
    Step,
    Assignment,
    Qualification,
    Figure,
    Meeting,
    Participant,
    WeeklyNote,
    Demand,
    BankResponse,
    Bank,
    Policy,
    ConditionRow,
    Entitlement,
    Cultivation,
    Project,
    ProjectMonth,
    Lead,
    TechProject,
    Asset,
    SpaceNeed,
    SpaceMatch,
    LandAccount,
    IdleLand,
    Officer,
    Department,
    Town,
    Park,
    Brief,
    Attachment,
    Setting,
    ActRecord,
)
LOCAL: tuple[type[Base], ...] = (Fact, Draft, JournalRow, Blob, Dispute, Withheld)
INNER = ("settings", "acts", "attachments", "steps")
