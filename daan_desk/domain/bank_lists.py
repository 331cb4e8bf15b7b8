"""What a bank sees of a demand on its list: the demand, whom to call, and empty columns for its answer; never more.

What other banks answered, whom the enterprise prefers, where the demand came from and the office's remarks are not
among the columns that can be chosen at all.
"""

from __future__ import annotations

from collections.abc import Mapping

FINANCING, ENTERPRISES = "financing", "enterprises"
# The words of a column, the ledger and the field that it shows.
OFFERED: Mapping[str, tuple[str, str]] = {
    "需求金额": (FINANCING, "amount"),
    "用途": (FINANCING, "purpose"),
    "期限": (FINANCING, "months"),
    "融资方式": (FINANCING, "way"),
    "抵押物": (FINANCING, "collateral"),
    "首贷户": (FINANCING, "first_loan"),
    "提出日期": (FINANCING, "raised"),
    "统一社会信用代码": (ENTERPRISES, "credit_code"),
    "法定代表人": (ENTERPRISES, "legal_representative"),
    "联系人": (ENTERPRISES, "contact_name"),
    "联系电话": (ENTERPRISES, "contact_phone"),
    "镇街": (ENTERPRISES, "town"),
    "详细地址": (ENTERPRISES, "address"),
    "主要产品": (ENTERPRISES, "products"),
    "从业人数": (ENTERPRISES, "employees"),
    "上年营业收入": (ENTERPRISES, "revenue_last_year"),
    "成立日期": (ENTERPRISES, "founded"),
}
COLUMNS = (
    *("需求金额", "用途", "期限", "融资方式", "抵押物", "首贷户"),
    *("统一社会信用代码", "联系人", "联系电话", "镇街", "主要产品"),
)
HEAD = ("demand", "bank", "pushed", "due")
ANSWER = ("decision", "credit", "credit_day", "loan", "loan_day", "rate", "reason")
