"""The roles of officers (domain: who serves) and how rosters spell them."""

from __future__ import annotations

ROLES = ("县级领导", "企业首席服务官", "驻企干部", "服务专员", "专班")
ROLE_WORDS = tuple((w, "县级领导") for w in ("领导", "区领导", "县领导", "区级领导", "包联领导", "挂联领导"))
ROLE_WORDS += tuple((w, "企业首席服务官") for w in ("首席服务官", "首席服务员", "服务官"))
ROLE_WORDS += (("联络员", "服务专员"), ("助企专员", "服务专员"), ("企服办", "专班"), ("驻企专员", "驻企干部"))
