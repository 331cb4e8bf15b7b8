"""Header words that need more than a list of aliases: who is in charge, issues raised, two things in one column."""

from __future__ import annotations

import re
from collections.abc import Mapping

GENERIC = frozenset(
    {
        "名称",
        "代码",
        "单位",
        "企业",
        "公司",
        "时间",
        "日期",
        "人数",
        "说明",
        "其他",
        "职务",
        "负责人",
        "电话",
        "编号",
        "类型",
        "问题",
    }
    | {
        "领导",
        "干部",
        "姓名",
        "部门",
        "地址",
        "备注",
        "级别",
        "标题",
        "状态",
        "方式",
        "形式",
        "建议",
        "面积",
        "订单",
        "出口",
        "利润",
    }
    | {
        "数量",
        "金额",
        "内容",
        "类别",
        "规模",
        "税号",
        "人员",
        "街道",
        "园区",
        "产品",
        "行业",
        "联系人",
        "起始日期",
        "结束日期",
        "联络员",
    }
)
ELSEWHERE = re.compile(
    r"英文|外文|网址|网站|邮箱|email|e-mail|传真|邮编|邮政编码|qq|微信|身份证|银行账号|开户|门牌|性别|民族|学历|年龄"
)
IN_CHARGE = (
    r"(?:包联|包挂|包保|挂联|挂钩|挂点|挂牌|联系|联系服务|服务|责任|帮扶|县级|牵头|联点|挂包|包抓|包企|包干|结对|助企|区级"
    r"|县处级|处级|区|县)"
)
LEADING = r"(?:区委|区政府|区|县|县级|区级|处级|县处级|市|市级)?"
WHO_SERVES = r"(?:干部|人员|专员|责任人|联络员|联系人)"
ROLES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf"^{LEADING}{IN_CHARGE}(?:企业)?(?:的)?{LEADING}领导(?:干部|同志)?(?:姓名)?$"
            rf"|^{LEADING}(?:联系|包联|服务|挂联)领导$"
        ),
        "县级领导",
    ),
    (re.compile(r"^(?:企业)?首席服务(?:[官员]|专员)(?:姓名)?$|^(?:企业)?服务官$|^首服官$"), "企业首席服务官"),
    (
        re.compile(r"^驻企(?:服务)?(?:干部|人员|联络员|专员|特派员|服务员|[员官])(?:姓名)?$|^驻厂(?:干部|员)$"),
        "驻企干部",
    ),
    (
        re.compile(
            rf"^{IN_CHARGE}(?:企业)?(?:服务)?{WHO_SERVES}(?:姓名)?$|^企业(?:服务)?专员$|^(?:助企|服务)?(?:专员|联络员)$"
            r"|^联络干部$|^网格(?:服务)?(?:员|长)$|^助企干部$"
        ),
        "服务专员",
    ),
)
# Words that a pattern says better than a list, by ledger: the investment done since January, and in one month.
INVESTED = (
    (
        re.compile(
            r"^(?:今年|本年|当年|年度)?(?:1|一)月?[-~—至到]+(?:\d{1,2}|[一二三四五六七八九十]+)月(?:底|末|份)?(?:累计)?(?:实际)?完成投资额?$"
            r"|^(?:截至|截止|至)(?:目前|本月|上月|\d{1,2}月)(?:底|末|份)?(?:累计)?(?:实际)?完成投资额?$"
        ),
        "done_year",
    ),
    (re.compile(r"^\d{1,2}月(?:份)?(?:当月)?(?:实际)?完成投资额?$"), "done_month"),
)
SHAPED: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {"projects": INVESTED, "project_months": INVESTED}
RAISED: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"(?:反映|存在|困难|企业|主要|收集|提出|发现)的?(?:问题|困难|诉求)|^(?:问题|诉求|困难)(?:描述|内容|诉求|情况|(?:及|和|与)(?:诉求|问题|困难|建议))?$"
            r"|(?:协调|解决)的?(?:问题|事项|困难)$"
        ),
        "description",
    ),
    (re.compile(r"^(?:问题)?(?:是否)?(?:已)?(?:办结|解决|销号)(?:情况)?$|^(?:问题)?办理状态$"), "state"),
    (re.compile(r"^(?:问题|诉求)(?:类别|类型)$"), "category"),
    (re.compile(r"^(?:责任|牵头|承办|交办|主办|办理)(?:部门|单位)$"), "lead_department"),
    (re.compile(r"^(?:办理|处理|解决)(?:结果|情况|措施|进展)$"), "outcome"),
)
BOTH = re.compile(
    r"^(.{2,}?)(?:姓名)?(?:及|和|与|、|/|\(|及其|,|\+)+(?:其)?(?:联系|联络)?(?:电话|方式|手机|号码|手机号码?)+\)?$"
)
