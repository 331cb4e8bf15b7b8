"""The enterprises of the district (domain: 企业名录)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import Index

from daan_desk.domain.credit_code import CreditCode
from daan_desk.domain.days import Day, Month
from daan_desk.domain.enterprises import OPERATING, OPERATING_WORDS, SIZE_WORDS, SIZES
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo, LongText, Name, OneOf, Phone, Text, YesNo
from daan_desk.domain.numbers import Integer, Money
from daan_desk.store import care
from daan_desk.store.base import Mapped, Record, field

BASIS, PEOPLE, PLACE, SCALE, OTHER = "基本信息", "人员联系", "所在位置", "产业规模", "其他"


class Enterprise(Record):
    """An enterprise that the district serves."""

    __tablename__ = "enterprises"
    # Lists in order, searches and totals read this index alone.
    __table_args__ = (Index("enterprises_found", "deleted_at", "search", "id", "employees", "revenue_last_year"),)
    ledger = Ledger(
        "企业名录",
        noun="企业",
        icon="building-2",
        keys=(("credit_code",), ("name",)),
        aliases=("企业名单", "企业花名册", "规上企业", "企业信息", "企业基本情况", "企业库", "法人单位"),
    )

    worked_out = care.WORKED_OUT
    shown = care.SHOWN

    name: Mapped[str | None] = field(
        "企业名称",
        Name(300),
        index=True,
        required=True,
        width=36,
        searched=True,
        group=BASIS,
        aliases="单位名称 企业名 公司名称 单位详细名称 走访公司 客户名称 法人单位名称 被走访企业 企业全称 公司全称 "
        "市场主体名称 名称 企业 单位 公司名 机构名称 纳税人名称 商户名称",
    )
    credit_code: Mapped[str | None] = field(
        "统一社会信用代码",
        CreditCode(),
        index=True,
        width=22,
        searched=True,
        group=BASIS,
        aliases="社会信用代码 信用代码 纳税人识别号 代码 统一信用代码 统一社会信用代码（18位） 税号 企业信用代码 "
        "组织机构代码/统一社会信用代码 社会统一信用代码 信用代码/注册号",
    )
    short_name: Mapped[str | None] = field(
        "简称",
        Text(60),
        listed=False,
        searched=True,
        group=BASIS,
        aliases="企业简称 公司简称 证券简称 股票简称 股票名称 A股简称 门头名称 单位简称 招牌名称 店招名称",
    )
    former_names: Mapped[str | None] = field(
        "曾用名", Text(300), listed=False, searched=True, width=24, group=BASIS, aliases="原名称 企业曾用名 曾用名称"
    )
    legal_representative: Mapped[str | None] = field(
        "法定代表人",
        Name(60),
        searched=True,
        group=PEOPLE,
        aliases="法定代表人姓名 法人姓名 法人代表 企业负责人 负责人 法人 法定代表人（单位负责人） 法人（负责人） "
        "单位负责人 经营者 负责人姓名 法人代表姓名 主要负责人",
    )
    contact_name: Mapped[str | None] = field(
        "联系人",
        Name(60),
        searched=True,
        group=PEOPLE,
        aliases="联系人姓名 企业联系人 联络人 经办人 企业联络员 填报人 店主姓名 店主",
    )
    contact_title: Mapped[str | None] = field(
        "联系人职务", Text(60), listed=False, group=PEOPLE, aliases="职务 联系人职位 联系人岗位"
    )
    contact_phone: Mapped[str | None] = field(
        "联系电话",
        Phone(),
        width=16,
        searched=True,
        group=PEOPLE,
        aliases="电话 联系方式 手机 企业负责人手机 法定代表人电话 手机号 手机号码 联系人电话 电话号码 联系人手机 "
        "负责人电话 法人电话 企业电话 联系人联系方式 移动电话 办公电话 固定电话 座机",
    )
    town: Mapped[str | None] = field(
        "镇街",
        LinkTo("towns"),
        index=True,
        group=PLACE,
        aliases="所属镇街 所属镇(街) 所在乡镇 属地 乡镇(街道) 所属街道 镇（街道） 乡镇街道 所属乡镇 镇（街） 街道 "
        "乡镇 所在镇街 所属镇街道 街道办 属地镇街",
    )
    park: Mapped[str | None] = field(
        "园区", LinkTo("parks"), width=20, group=PLACE, aliases="所属园区 所在园区 产业园区 工业园区 园区名称"
    )
    address: Mapped[str | None] = field(
        "详细地址",
        Text(300),
        width=32,
        listed=False,
        group=PLACE,
        aliases="地址 企业地址 注册地址 经营地址 生产经营地址 单位地址 通讯地址 住所 公司地址 厂址 "
        "实际经营地址 实际地址 企业住所 生产地址 办公地址 企业经营地址",
    )
    cluster: Mapped[str | None] = field(
        "一主两辅", OneOf(setting="clusters"), width=22, group=SCALE, aliases="主导产业 产业类别 产业集群"
    )
    industry_code: Mapped[str | None] = field(
        "国民经济行业代码",
        Text(60),
        listed=False,
        group=SCALE,
        aliases="行业代码 所属行业 行业类别 国民经济行业 行业大类 产业类型 产业链 行业 行业小类 所属行业代码 "
        "国民经济行业分类 行业门类 行业名称 所属产业 国民经济行业类别",
    )
    products: Mapped[str | None] = field(
        "主要产品",
        Text(2000),
        listed=False,
        width=30,
        searched=True,
        group=SCALE,
        aliases="产品 主要业务活动 主要业务活动（或主要产品） 经营范围 主营业务 主营产品 主要经营范围 主要产品名称 "
        "经营业务 主营范围 经营项目 业务范围",
    )
    above_scale: Mapped[bool | None] = field(
        "是否规上",
        YesNo(),
        quick=True,
        width=10,
        group=SCALE,
        aliases="规上 是否规上企业 规模以上 是否规模以上 是否规上工业企业 规上企业 是否规模以上企业",
    )
    above_scale_since: Mapped[str | None] = field(
        "入规年月", Month(), listed=False, group=SCALE, aliases="入规时间 上规时间 入库时间 纳统时间 升规时间"
    )
    size_class: Mapped[str | None] = field(
        "规模",
        OneOf(SIZES, aliases=SIZE_WORDS),
        quick=True,
        width=8,
        group=SCALE,
        aliases="企业规模 规模类型 单位规模 规模类别 企业规模类型",
    )
    employees: Mapped[int | None] = field(
        "从业人数",
        Integer("人"),
        total=True,
        group=SCALE,
        aliases="从业人员 平均用工人数 从业人数（人） 员工数量 职工人数 从业人员数 员工人数 用工人数 "
        "从业人员期末人数 职工总数 人数 参保人数 在职人数 用工数 从业人员平均人数 从业人员人数",
    )
    revenue_last_year: Mapped[Decimal | None] = field(
        "上年营业收入",
        Money("万元"),
        total=True,
        width=14,
        group=SCALE,
        aliases="营业收入 主营业务收入 年度营收规模 本年销售额 销售收入 上年营收 营收 年营业收入 上年度营业收入 "
        "年销售收入 年营收 年主营业务收入 上年主营业务收入 营业总收入 销售额 年产值 "
        "营业额 上年营业额 上年销售收入",
    )
    registered_capital: Mapped[Decimal | None] = field(
        "注册资本", Money("万元"), listed=False, group=SCALE, aliases="注册资金 注册资本金 注册资本（万元） 认缴资本"
    )
    founded: Mapped[date | None] = field(
        "成立日期",
        Day(),
        listed=False,
        group=BASIS,
        aliases="成立时间 注册时间 注册日期 设立日期 开业日期 登记日期 开业时间 成立年月日",
    )
    operating_state: Mapped[str | None] = field(
        "经营状态",
        OneOf(OPERATING, aliases=OPERATING_WORDS),
        quick=True,
        width=10,
        group=SCALE,
        aliases="经营情况 企业状态 生产状态 登记状态 运营状态 企业经营状态 营业状态",
    )
    tags: Mapped[str | None] = field("标签", Text(200), listed=False, searched=True, group=OTHER, aliases="企业标签")
    notes: Mapped[str | None] = field(
        "备注", LongText(), listed=False, width=24, group=OTHER, aliases="说明 备注说明 其他 备注"
    )
    private_note: Mapped[str | None] = field(
        "不公开备注", LongText(), listed=False, private=True, group=OTHER, hint="只在本程序里看得到，导出时默认不带"
    )
