"""Made-up people: names, numbers that are nobody's plan, and the officers of the sample district."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from daan_desk.services.sample.dice import Dice
from daan_desk.services.sample.scale import Scale

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
MIDDLE = "建志文国永明晓海光立德俊学春丽秀玉雪慧思家子世长庆宏承启嘉泽"
LAST = "华平军林峰勇波涛刚伟强辉斌超敏静娟燕芳兰英琴霞梅琳璐宁远航达旭晨阳凯新昌荣"
LEADER_POSTS = ("区委常委", "区人大常委会副主任", "区政府副区长", "区政协副主席", "区级干部")
STAFF_POSTS = ("副局长", "股室负责人", "二级主任科员", "四级调研员")
Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Person:
    """An officer of the sample: id, name, role, and the town or department that sent them."""

    id: str
    name: str
    role: str
    place: str = ""


def names(dice: Dice) -> Iterator[str]:
    """Names, each once."""
    seen: set[str] = set()
    while True:
        found = name(dice)
        if found not in seen:
            seen.add(found)
            yield found


def name(dice: Dice) -> str:
    """One name, which others may bear too."""
    middle = dice.choice(MIDDLE) if dice.chance(0.8) else ""
    return dice.choice(SURNAMES) + middle + dice.choice(LAST)


def phone(dice: Dice) -> str:
    """A mobile number of the right length whose zeros show that it is made up."""
    return f"1{dice.choice('35789')}000{dice.randrange(10**6):06d}"


def officers(
    dice: Dice, ids: Iterator[str], scale: Scale, departments: Mapping[str, str], towns: Sequence[str]
) -> tuple[list[Person], list[Values]]:
    """Every officer and the rows to keep; departments by short name, towns by name."""
    named = names(dice)
    made = []
    for role, post, sender in _posts(dice, scale, list(departments), towns):
        person = Person(next(ids), next(named), role, sender)
        row = {"id": person.id, "name": person.name, "role": role, "post": post, "phone": phone(dice), "active": True}
        made.append((person, {**row, "department": departments.get(sender)}))
    return [person for person, _ in made], [row for _, row in made]


def _posts(dice: Dice, scale: Scale, senders: Sequence[str], towns: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Role, post, and the department or town that sends the officer."""
    for at in range(scale.officers(8, 12)):
        yield "县级领导", LEADER_POSTS[at % len(LEADER_POSTS)], ""
    for at in range(scale.officers(24, 240)):
        yield "企业首席服务官", dice.choice(STAFF_POSTS), senders[at % len(senders)]
    for at in range(scale.officers(20, 200)):
        yield "驻企干部", "驻企干部", senders[(at * 7 + 3) % len(senders)]
    yield from (("服务专员", "企业服务联络员", short) for short in senders)
    yield from (("服务专员", f"{town}企业服务专员", town) for town in towns)
    yield from [("专班", "企业服务专班工作人员", "")] * 3
