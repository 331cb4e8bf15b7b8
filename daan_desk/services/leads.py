"""What a lead that has landed begins its project with."""

from __future__ import annotations

from daan_desk.domain.kinds import Linked
from daan_desk.domain.names import core
from daan_desk.services import ledgers
from daan_desk.services.office import Office

KIND = "招商"
STAGES = {"签约": "签约", "落地": "落地"}


def as_project(office: Office, lead: str) -> dict[str, object]:
    """Values for a new project of the lead, by field: named by the investor, of the stage that the lead has reached.

    The enterprise is the one of that name in 企业名录 where there is just one; otherwise nobody is linked.
    """
    row = ledgers.row(office, "leads", lead)
    company, stage = str(row["company"] or ""), str(row["stage"] or "")
    with office.reading() as reader:
        names = reader.columns("enterprises", "id", "name")
    same = [Linked(identity, name) for identity, name in names if name and core(name) == core(company)]
    values = {
        "name": f"{company}投资项目" if company else None,
        "enterprise": same[0] if len(same) == 1 else None,
        "kind": KIND,
        "stage": STAGES.get(stage, "洽谈"),
        "content": row["intention"],
    }
    return {name: value for name, value in values.items() if value}
