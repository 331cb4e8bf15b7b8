"""Adding, changing and removing records."""

from __future__ import annotations

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.kinds import Linked
from daan_desk.services import ledgers, records
from daan_desk.services.ledgers import Question, Where
from daan_desk.services.office import Office
from daan_desk.store.keys import uuid7
from tests import builders


def test_that_a_record_is_kept_as_it_was_read(office: Office) -> None:
    one = builders.enterprise(office, employees="300人", town="大山铺镇", above_scale="是", revenue_last_year="1.2亿")
    row = ledgers.row(office, "enterprises", one)
    assert row["employees"] == 300
    assert row["above_scale"] is True
    assert row["revenue_last_year"] == 12000
    assert isinstance(row["town"], Linked)
    assert row["town"].text == "大山铺镇"
    assert row.changed_by == "李慧敏"


def test_that_labels_serve_as_well_as_identifiers(office: Office) -> None:
    changes = records.add(office, "企业名录", {"企业名称": "自贡甲公司", "联系电话": 13812345678.0})
    assert ledgers.row(office, "enterprises", changes.first("enterprises"))["contact_phone"] == "13812345678"


def test_that_a_word_of_the_offices_own_list_is_not_remarked_upon_and_a_new_one_is(office: Office) -> None:
    one = builders.enterprise(office)
    issue = {"enterprise": one, "title": "排污许可", "category": "安全环保"}
    assert records.check(office, "issues", issue).warnings == {}
    assert "不在现有选项中" in records.check(office, "issues", issue | {"category": "新的一类"}).warnings["category"]


def test_that_every_problem_is_told_by_its_field_and_nothing_is_kept(office: Office) -> None:
    with pytest.raises(Rejected) as refused:
        records.add(office, "enterprises", {"name": "", "employees": "很多", "town": "没有的镇", "某栏": 1})
    assert set(refused.value.problems) == {"name", "employees", "town", "某栏"}
    assert ledgers.totals(office, Question("enterprises")).count == 0


def test_that_a_change_touches_only_the_given_fields(office: Office) -> None:
    one = builders.enterprise(office, employees=300, address="某路1号")
    changes = records.change(office, "enterprises", one, {"employees": "310"})
    row = ledgers.row(office, "enterprises", one)
    assert (row["employees"], row["address"]) == (310, "某路1号")
    assert changes.touch("enterprises")
    assert not changes.touch("visits")


def test_that_saving_what_is_there_already_leaves_no_trace(office: Office) -> None:
    one = builders.enterprise(office, employees=300)
    changes = records.change(office, "enterprises", one, {"employees": 300})
    assert changes.act == ""
    assert changes.counts == {}


def test_that_a_required_field_cannot_be_emptied(office: Office) -> None:
    one = builders.enterprise(office)
    with pytest.raises(Rejected, match="企业名称不能为空"):
        records.change(office, "enterprises", one, {"name": " "})


def test_that_an_enterprise_with_visits_is_not_deleted_and_the_sentence_counts_them(office: Office) -> None:
    one = builders.enterprise(office)
    builders.visit(office, one)
    builders.issue(office, one)
    with pytest.raises(Rejected, match="1 条走访记录、1 条问题诉求"):
        records.remove(office, "enterprises", [one])
    assert ledgers.row(office, "enterprises", one)["name"]


def test_that_a_deleted_record_is_gone_from_every_answer(office: Office) -> None:
    one = builders.enterprise(office)
    records.remove(office, "enterprises", [one])
    assert ledgers.ids(office, Question("enterprises")) == ()
    assert ledgers.find(office, "天工") == ()
    with pytest.raises(Rejected, match="已不存在"):
        ledgers.row(office, "enterprises", one)


def test_that_namesakes_and_equal_codes_are_warned_of_on_entry(office: Office) -> None:
    builders.enterprise(office, "自贡天工机械有限公司", credit_code="91510304MA62A0000X")
    same = records.check(office, "enterprises", {"name": "自贡天工机械有限责任公司"})
    assert "自贡天工机械有限公司" in same.warnings["name"]
    code = records.check(office, "enterprises", {"name": "别的公司", "credit_code": "91510304ma62a0000x"})
    assert "自贡天工机械有限公司" in code.warnings["credit_code"]


def test_that_a_record_is_no_duplicate_of_itself(office: Office) -> None:
    one = builders.enterprise(office)
    assert records.check(office, "enterprises", {"name": "自贡天工机械有限公司"}, one).warnings == {}


def test_that_a_bulk_change_is_planned_with_old_and_new_words_and_done_in_one_act(office: Office) -> None:
    some = [builders.enterprise(office, f"自贡{n}号公司", town="大山铺镇") for n in "甲乙丙"]
    plan = records.plan_change(office, "enterprises", some, {"town": "牛佛镇"})
    assert [a.before["town"] for a in plan.alterations] == ["大山铺镇"] * 3
    assert plan.alterations[0].after == {"town": "牛佛镇"}
    changes = records.carry_out(office, plan)
    assert changes.counts == {"enterprises": 3}
    assert records.plan_change(office, "enterprises", some, {"town": "牛佛镇"}).same == 3


def test_that_rows_are_found_by_pinyin_code_phone_and_by_what_they_link_to(office: Office) -> None:
    one = builders.enterprise(office, credit_code="91510304MA62A0000X", contact_phone="13812345678")
    issue = builders.issue(office, one)
    for text in ("天工", "tiangong", "zgtgjx", "MA62A0000X", "138123", "tiangong 138"):
        assert ledgers.ids(office, Question("enterprises", text=text)) == (one,), text
    assert ledgers.ids(office, Question("issues", text="tgjx")) == (issue,)
    assert ledgers.ids(office, Question("enterprises", text="%")) == ()


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (Where("employees", "from", 100), "ab"),
        (Where("employees", "to", 100), "b"),
        (Where("employees", "empty"), "c"),
        (Where("employees", "filled"), "ab"),
        (Where("town", "is", "大山铺镇"), "a"),
        (Where("town", "not", "大山铺镇"), "bc"),
        (Where("town", "in", ("大山铺镇", "牛佛镇")), "ab"),
        (Where("镇街", "is", ""), "c"),
        (Where("name", "has", "乙"), "b"),
    ],
)
def test_that_conditions_choose_rows(office: Office, where: Where, found: str) -> None:
    ids = {
        "a": builders.enterprise(office, "甲公司", employees=200, town="大山铺镇"),
        "b": builders.enterprise(office, "乙公司", employees=100, town="牛佛镇"),
        "c": builders.enterprise(office, "丙公司"),
    }
    assert set(ledgers.ids(office, Question("enterprises", where=(where,)))) == {ids[key] for key in found}


@pytest.mark.parametrize(("ledger", "field"), [("enterprises", "id"), ("visits", "enterprise")])
def test_that_a_question_may_name_more_records_than_a_database_takes_parameters(
    office: Office, ledger: str, field: str
) -> None:
    one, other = builders.enterprise(office), builders.enterprise(office, name="自贡乙公司")
    for enterprise in (one, other):
        records.add(office, "visits", {"enterprise": enterprise, "day": "2026-11-02", "way": "实地"})
    many = (*map(uuid7, range(70_000)), one)
    among, rest = (Question(ledger, where=(Where(field, op, many),)) for op in ("in", "not"))
    [found], [left] = (ledgers.rows(office, ledger, ledgers.ids(office, asked)) for asked in (among, rest))
    assert one in {found.id, getattr(found.values.get("enterprise"), "id", "")}
    assert other in {left.id, getattr(left.values.get("enterprise"), "id", "")}


def test_that_names_sort_by_pinyin_and_empty_values_come_last(office: Office) -> None:
    for name, staff in (("长江公司", None), ("安达公司", 5), ("北山公司", 9)):
        builders.enterprise(office, name, employees=staff)

    def names(*sort: str) -> list[object]:
        question = Question("enterprises", sort=sort)
        return [r["name"] for r in ledgers.rows(office, "enterprises", ledgers.ids(office, question))]

    assert names("name") == ["安达公司", "北山公司", "长江公司"]
    assert names("-employees") == ["北山公司", "安达公司", "长江公司"]


def test_that_totals_are_exact_sums_of_what_answers(office: Office) -> None:
    builders.enterprise(office, "甲公司", revenue_last_year="0.1", employees=1)
    builders.enterprise(office, "乙公司", revenue_last_year="0.2", employees=2)
    totals = ledgers.totals(office, Question("enterprises", text="公司"))
    assert totals.count == 2
    assert str(totals.sums["revenue_last_year"]) == "0.300000"
    assert totals.sums["employees"] == 3


def test_that_private_fields_stay_out_of_a_table_until_asked_for(office: Office) -> None:
    builders.enterprise(office, private_note="只给自己看")
    assert "不公开备注" not in [c.label for c in ledgers.table(office, Question("enterprises")).columns]
    assert "不公开备注" in [c.label for c in ledgers.table(office, Question("enterprises"), private=True).columns]


def test_that_hostile_names_are_kept_letter_by_letter(office: Office) -> None:
    for name in ('=HYPERLINK("http://x","y")', "🏭" * 100, "名" * 300, "O'Brien; DROP TABLE--"):
        one = builders.enterprise(office, name)
        assert ledgers.row(office, "enterprises", one)["name"] == name
