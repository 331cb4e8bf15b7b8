"""Assets are offered with what fits, what does not, and what nobody knows."""

from __future__ import annotations

from decimal import Decimal

from daan_desk.domain.matching import FAILS, FITS, UNKNOWN, Need, Offer, matches

NEED = Need("厂房", Decimal(2500), Decimal(8), Decimal("1.5"), Decimal(400), "出租", "大安街道")


def offer(identity: str, **values: object) -> Offer:
    return Offer(identity, f"{identity}号厂房", "厂房", "闲置", **values)  # type: ignore[arg-type]


def test_that_what_fits_best_comes_first_and_says_why() -> None:
    good = offer(
        "1",
        idle_area=Decimal(3000),
        height=Decimal(9),
        load=Decimal(2),
        power=Decimal(630),
        tenure="租售",
        town="大安街道",
    )
    small = offer("2", idle_area=Decimal(1200), height=Decimal(9), tenure="出售", town="龙井街道")
    found = matches(NEED, [small, good])
    assert [match.offer.id for match in found] == ["1", "2"]
    assert found[0].of(FAILS) == ()
    assert found[0].of(FITS)[0] == "面积 3,000 ㎡，够用"
    assert found[1].of(FAILS) == ("面积 1,200 ㎡，还差 1,300 ㎡", "只出售，企业要出租", "在龙井街道，期望大安街道")
    assert found[1].of(UNKNOWN) == ("没有登记承重，要求 1.5 吨/㎡", "没有登记用电，要求 400 千伏安")


def test_that_only_free_assets_of_the_kind_are_offered() -> None:
    used = Offer("3", "已用厂房", "厂房", "已盘活", idle_area=Decimal(9000))
    land = Offer("4", "地块", "土地", "闲置", land_area=Decimal(30))
    assert matches(NEED, [used, land]) == ()
    assert [match.offer.id for match in matches(Need("土地", Decimal(10000)), [used, land])] == ["4"]


def test_that_land_counts_in_mu_and_a_much_larger_one_asks_whether_it_can_be_divided() -> None:
    land = Offer("4", "地块", "土地", "闲置", land_area=Decimal(60))
    assert land.room == 40000
    [found] = matches(Need("土地", Decimal(10000)), [land])
    assert found.of(FITS) == ("面积 40,000 ㎡，是需求的 4.0 倍，可问能否分割",)


def test_that_an_asset_without_figures_is_not_refused_but_unknown() -> None:
    [found] = matches(NEED, [offer("5")])
    assert found.of(FAILS) == ()
    assert len(found.of(UNKNOWN)) == 6
