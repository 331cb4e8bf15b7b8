"""The district's towns, parks and clusters as the program ships them; the office edits its own copies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

DISTRICT = "510304"
DISTRICT_NAME = "大安区"


@dataclass(frozen=True, slots=True)
class TownDefault:
    """A town or sub-district: its code (nine digits), its name, the names it had, and what to ask about it."""

    code: str
    name: str
    former_names: tuple[str, ...] = ()


TOWNS = (
    TownDefault("510304001", "大安街道"),
    TownDefault("510304002", "龙井街道"),
    TownDefault("510304003", "马冲口街道"),
    TownDefault("510304004", "凉高山街道"),
    TownDefault("510304005", "和平街道", ("和平乡",)),
    TownDefault("510304006", "凤凰街道", ("凤凰乡",)),
    TownDefault("510304100", "大山铺镇"),
    TownDefault("510304102", "团结镇"),
    TownDefault("510304103", "三多寨镇"),
    TownDefault("510304104", "何市镇"),
    TownDefault("510304105", "新店镇"),
    TownDefault("510304106", "新民镇"),
    TownDefault("510304107", "牛佛镇"),
    TownDefault("510304108", "庙坝镇"),
    TownDefault("510304109", "回龙镇"),
)
# Where a town stands in a grid that is like a map, by row and column: roughly as they lie, no borders.
PLACES = {
    name: (row, column)
    for row, names in enumerate(
        (
            ("凤凰街道", "三多寨镇", "新民镇", "何市镇", "新店镇"),
            ("龙井街道", "和平街道", "大山铺镇", "庙坝镇", "牛佛镇"),
            ("马冲口街道", "大安街道", "凉高山街道", "团结镇", "回龙镇"),
        )
    )
    for column, name in enumerate(names)
}
# Its villages went to more than one neighbour, so nobody may guess.
TO_BE_ASKED = {"永嘉乡": "永嘉乡已撤并，请问清企业现在属于哪个镇街"}
PARKS = ("大山铺铁路物流园", "硬质合金产业园", "新兴产业孵化园", "张家坝老工业基地转型升级示范区", "东部新城科创园")
CLUSTERS = ("金属新材料(硬质合金)及制品", "通用装备", "特色旅游产品", "数字经济/人工智能", "其他")
ENDINGS = ("街道", "镇")


def town_named(text: str, towns: Iterable[TownDefault] = TOWNS) -> TownDefault | None:
    """The town of a name, a former name, a code, or a name without its ending (大山铺); None where it is not ours."""
    word = text.strip().removeprefix(DISTRICT_NAME).removesuffix("办事处").removesuffix("人民政府")
    for town in towns:
        bare = {town.name.removesuffix(ending) for ending in ENDINGS}
        if word in {town.code, town.code + "000", town.name, *town.former_names, *bare}:
            return town
    return None


def town_question(text: str) -> str:
    """What must be asked about a town that is no more; "" for every other."""
    word = text.strip().removeprefix(DISTRICT_NAME)
    return TO_BE_ASKED.get(word) or TO_BE_ASKED.get(word + "乡", "")
