"""First borrowers and banks: counts of the same things, sums that are never put together."""

from __future__ import annotations

from decimal import Decimal

from daan_desk.domain.financing import Answered, Wanted
from daan_desk.domain.first_loans import by_bank, first_loans

WANTED = (Wanted("a", Decimal(100)), Wanted("b", Decimal(200)), Wanted("c", Decimal(50)))
ANSWERS = {
    "1": Answered("a", "甲银行", decision="同意", credit=Decimal(80), loan=Decimal(60)),
    "2": Answered("a", "乙银行", decision="同意", credit=Decimal(90)),
    "3": Answered("b", "甲银行", decision="婉拒"),
    "4": Answered("c", "甲银行", decision="待定"),
}


def test_that_a_first_borrower_counts_once_however_many_banks_agree() -> None:
    found = first_loans(WANTED, list(ANSWERS.values()), frozenset({"a", "b"}))
    assert (found.demands, found.credited, found.paid) == (("a", "b"), ("a",), ("a",))
    assert (found.amount, found.credit, found.loan) == (300, 170, 60)
    assert str(found.rate) == "50.0%（1/2）"


def test_that_every_bank_has_its_own_record_and_what_is_late() -> None:
    first, second = by_bank(ANSWERS, frozenset({"4"}))
    assert (first.bank, first.pushed, first.answered, first.declined, first.late) == (
        "甲银行",
        ("1", "3", "4"),
        ("1", "3"),
        ("3",),
        ("4",),
    )
    assert (first.credit, first.loan, second.bank, second.agreed, second.loan) == (80, 60, "乙银行", ("2",), 0)
