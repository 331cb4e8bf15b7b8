"""Some records of every service's ledger, linked to one another as they are in a real office."""

from __future__ import annotations

from collections.abc import Mapping

from daan_desk.services import records
from daan_desk.services.office import Office
from tests import builders

FIRM, OTHER = "自贡天工机械有限公司", "自贡华岭阀门有限公司"
THEME = "“安逸隆”下午茶装备制造专场"
POLICY, PROJECT, ASSET, BANK = "稳岗扩产奖补", "数控车间技术改造", "东区 3 号厂房", "自贡农商银行大安支行"

Rows = tuple[Mapping[str, object], ...]
ROWS: Mapping[str, Rows] = {
    "banks": ({"name": BANK, "contact": "周敏"}, {"name": "工商银行大安支行"}),
    "meetings": (
        {"kind": "“安逸隆”下午茶", "theme": THEME, "day": "2026-11-12", "host": "王建国", "place": "区政务中心"},
        {"kind": "银政企恳谈会", "theme": "四季度银企对接", "day": "2026-10-20", "minutes": "到会银行 6 家"},
    ),
    "participants": (
        {"meeting": THEME, "enterprise": FIRM, "person": "陈志远", "post": "总经理", "came": True},
        {"meeting": THEME, "bank": BANK, "person": "周敏"},
    ),
    "financing": (
        {"enterprise": FIRM, "amount": "800", "purpose": "设备采购", "months": 36, "raised": "2026-09-01"},
        {"enterprise": OTHER, "amount": "300", "first_loan": "是", "raised": "2026-09-10", "preferred_bank": "不限"},
    ),
    "bank_responses": (
        {
            "demand": "R2026-0001",
            "bank": BANK,
            "pushed": "2026-09-05",
            "decision": "同意",
            "credit": 500,
            "rate": "3.6",
        },
        {"demand": "R2026-0002", "bank": BANK, "pushed": "2026-11-01"},
    ),
    "policies": (
        {"name": POLICY, "level": "区", "sort": "奖补", "window_from": "2026-11-01", "window_to": "2026-12-10"},
        {"name": "首台套装备认定", "level": "省", "text": "条款原文"},
    ),
    "conditions": (
        {"policy": POLICY, "fact": "上年营业收入", "operator": "≥", "value": "2000"},
        {"policy": POLICY, "fact": "是否规上", "operator": "=", "value": "是", "either": "甲"},
    ),
    "entitlements": ({"enterprise": FIRM, "policy": POLICY, "year": 2026, "applied": "2026-11-05"},),
    "cultivation": ({"enterprise": FIRM, "target": "高新技术企业", "target_year": 2027, "gaps": "研发费用归集"},),
    "projects": (
        {"name": PROJECT, "enterprise": FIRM, "kind": "技改", "investment": 2600, "plan_year": 1200, "stage": "在建"},
        {"name": "污水管网改造", "kind": "基础设施", "plan_start": "2026-06-01"},
    ),
    "project_months": (
        {"project": PROJECT, "month": "2026-09", "done_month": 100},
        {"project": PROJECT, "month": "2026-10", "done_month": 150, "progress": "设备进场"},
    ),
    "leads": ({"company": "苏州明辉精密科技有限公司", "place": "长三角", "next_contact": "2026-12-01"},),
    "tech_projects": ({"name": "硬质合金刀具涂层研究", "enterprise": FIRM, "partner": "清华大学", "funds": 50},),
    "assets": (
        {"name": ASSET, "kind": "厂房", "floor_area": 6000, "idle_area": 3200, "height": "9", "tenure": "出租"},
        {"name": "新民镇地块", "kind": "土地", "land_area": 35},
    ),
    "space_needs": ({"enterprise": OTHER, "kind": "厂房", "area": 2500, "height": 8, "tenure": "出租"},),
    "space_matches": ({"need": f"{OTHER} 厂房 2,500", "asset": ASSET, "day": "2026-11-10", "next_step": "看现场"},),
    "land_accounts": (
        {"name": "东片区", "planned": 1200, "usable": 400, "reserved": 150, "as_of": "2026-10-31"},
        {"name": "西片区", "planned": 800, "usable": 300},
    ),
    "idle_lands": (
        {"name": "甲地块", "parcel": "DA-2024-01", "area": 32, "found": "2025-03-01", "document": "闲认〔2025〕1号"},
    ),
    "weekly_notes": ({"officer": "王建国", "enterprise": FIRM, "week": "2026-11-18", "done": "协调用电报装"},),
}


def laid(office: Office) -> dict[str, list[str]]:
    """Keep all of it; answers the ids by ledger."""
    builders.enterprise(office, FIRM)
    builders.enterprise(office, OTHER)
    builders.officer(office)
    return {ledger: [records.add(office, ledger, row).first(ledger) for row in rows] for ledger, rows in ROWS.items()}
