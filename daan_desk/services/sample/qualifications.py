"""Qualifications of the sample district, ending around today: long past, soon, and years ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from daan_desk.domain.qualifications import expiry, kind_named
from daan_desk.services.sample.dice import Dice
from daan_desk.services.sample.enterprises import Sketch
from daan_desk.services.sample.scale import Scale

SPECIALISED, LITTLE_GIANT = "专精特新", "专精特新“小巨人”"
# Kind, level, how many in the usual district, the oldest award in months, the letters of its certificate.
KINDS = (
    ("科技型中小企业", "省", 58, 20, "KX"),
    ("高新技术企业", "国家", 38, 40, "GR"),
    ("创新型中小企业", "省", 26, 40, "CX"),
    ("瞪羚企业", "省", 3, 38, "DL"),
    ("绿色工厂", "省", 2, 50, "LS"),
    ("数字化转型贯标试点", "国家", 1, 24, "SZ"),
)
Values = dict[str, object]


def made(dice: Dice, ids: Iterator[str], sketches: Sequence[Sketch], scale: Scale, today: date) -> list[Values]:
    """The rows to keep; 专精特新 are as many enterprises as the scale says, and one in fourteen is a little giant."""
    above = [sketch for sketch in sketches if sketch.output is not None]
    chosen = dice.some(above, scale.specialised)
    rows = [_row(dice, next(ids), sketch, (SPECIALISED, "省", "ZJ", 34), today) for sketch in chosen]
    giants = chosen[: max(1, round(len(chosen) / 14))]
    rows += [_row(dice, next(ids), sketch, (LITTLE_GIANT, "国家", "XJR", 30), today) for sketch in giants]
    able = [sketch for sketch in sketches[: scale.served] if sketch.trade.code[0] in "CI"]
    for kind, level, count, oldest, letters in KINDS:
        for sketch in dice.some(able, round(count * scale.served / 190) or 1):
            rows.append(_row(dice, next(ids), sketch, (kind, level, letters, oldest), today))
    return rows


def _row(dice: Dice, identity: str, sketch: Sketch, sort: tuple[str, str, str, int], today: date) -> Values:
    kind, level, letters, oldest = sort
    awarded = today - timedelta(days=dice.randrange(30, oldest * 30))
    number = f"{letters}{awarded.year}5103{dice.randrange(10**6):06d}"
    return {
        "id": identity,
        "enterprise": sketch.id,
        "kind": kind,
        "level": level,
        "awarded": awarded,
        "expires": expiry(kind_named(kind), awarded),
        "number": number,
    }
