"""What every new workspace begins with: the district's towns, parks, usual departments and policies, all editable.

Every workspace writes these rows with the very same entries, so that laptops that were set up apart share them. What
is added in later versions goes behind what stands here: an entry that moves is another entry.
"""

from __future__ import annotations

from daan_desk.domain.towns import PARKS, TOWNS
from daan_desk.store.database import Database
from daan_desk.store.journal import Chain
from daan_desk.store.keys import named
from daan_desk.store.writing import Writer

CHAIN = "foundation"
LAID = 1_767_196_800_000_000  # 2026-01-01 in Zigong, the same moment everywhere

DEPARTMENTS = (
    ("区经济和信息化局", "区经信局", "工业运行、企业服务、技改"),
    ("区发展和改革局", "区发改局", "项目审批、价格、用能"),
    ("区科学技术局", "区科技局", "科技项目、高新技术企业"),
    ("区商务局", "区商务局", "市场订单、外贸、物流"),
    ("区财政局", "区财政局", "资金、政策兑现"),
    ("区人力资源和社会保障局", "区人社局", "用工、社保、人才"),
    ("区自然资源和规划局", "区自规局", "用地、规划"),
    ("区住房和城乡建设局", "区住建局", "施工许可、配套设施"),
    ("区交通运输局", "区交通局", "道路、运输"),
    ("区应急管理局", "区应急局", "安全生产"),
    ("区生态环境局", "区环境局", "环评、排污"),
    ("区市场监督管理局", "区市监局", "登记、质量、知识产权"),
    ("区税务局", "区税务局", "税费"),
    ("区行政审批局", "区审批局", "审批手续"),
    ("区金融工作服务中心", "区金融中心", "融资、银企对接"),
    ("区投资促进局", "区投促局", "招商"),
    ("区农业农村局", "区农业农村局", "涉农企业"),
    ("区教育和体育局", "区教体局", "子女入学"),
    ("区公安分局", "区公安分局", "治安、交通管理"),
    ("国网大安供电中心", "大安供电", "用电"),
)
# Their titles are public, what they give is not known here: conditions and benefit are entered from the documents.
POLICIES: tuple[tuple[str, str | None], ...] = (
    ("支持传统优势产业高质量发展十条政策", None),
    ("自贡市支持数据标注产业发展政策措施", "市"),
    ("大安区推动存量企业高质量发展政策（修订）", "区"),
)


def laid(database: Database) -> None:
    """Write the foundation into an empty workspace."""
    with database.writing() as connection:
        writer = Writer(connection, Chain(connection, CHAIN, "", LAID, 1), database.region, "")
        writer.act = named("acts", CHAIN)
        for ledger, rows in _rows().items():
            writer.add(ledger, [row | {"id": named(ledger, str(row["name"]))} for row in rows])
        writer.finish("放入镇街、园区、常用部门和政策", "系统")


def _rows() -> dict[str, list[dict[str, object]]]:
    return {
        "towns": [{"name": t.name, "code": t.code, "former_names": "、".join(t.former_names) or None} for t in TOWNS],
        "parks": [{"name": name} for name in PARKS],
        "departments": [{"name": n, "short_name": s, "duties": d} for n, s, d in DEPARTMENTS],
        "policies": [{"name": name, "level": level} for name, level in POLICIES],
    }
