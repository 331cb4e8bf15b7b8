"""The words by which rows and cells are known: totals, notes, instructions, examples, units, header words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

BLANKS = re.compile(r"[\s\u00a0\u3000\u200b\ufeff]+")
HAN = "\u3400-\u9fff"
HEADER = re.compile(
    r"序号|编号|名称|企业|单位|公司|代码|信用|法人|法定|代表|负责人|联系|电话|手机|邮箱|地址|住址|街道|乡镇|镇街|园区|社区|属地|所在"
    r"|行业|产业|产品|业务|经营|规模|规上|营收|收入|产值|销售|税|利润|投资|资本|资金|人数|人员|员工|职工|用工|备注|说明|日期|时间|年份|月份|年度"
    r"|领导|部门|干部|专员|服务官|联络员|走访|问题|诉求|类别|类型|分类|性质|状态|情况|进展|措施|结果|内容|事项|办理|办结|时限|期限|是否|满意"
    r"|融资|贷款|金额|授信|放款|利率|担保|抵押|银行|面积|权属|用途|用地|资源|闲置|厂房|设备|姓名|性别|身份证|职务|职位|学历|年龄"
    r"|项目|指标|目标|权数|级别|等级|资质|认定|证书|有效|文号|政策|条件|标准|数量|单价|总计|占比|比例|同比|增长|增速|全称|简称|曾用名"
    r"|网址|省份|城市|地区|区域|成立|注册|开工|竣工|建设|计划|完成|本月|累计|上年|今年|去年|合计|牵头|责任|协办|配合|承办|批次|来源|原因|建议"
)
HEADER_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9_ .#/-]{0,30}")
ORGANISATION = re.compile(
    r"(公司|集团|厂|企业|合作社|事务所|研究院|研究所|设计院|医院|学校|中心|商行|商店|酒店|饭店|门市部|经营部|加工部|工作室|分行|支行|农场|矿|站|店|院|社)"
    r"([（(].*[)）])?$"
)
KIND_OF_ENTERPRISE = re.compile(
    r".*(?:技术|型|新|小|巨人|冠军|瞪羚|独角兽|雏鹰|专精特新|规上|规下|限上|限下|工业|服务业|重点|龙头|骨干|领军|领航|上市|挂牌|国有|民营|外资|合资|外贸"
    r"|出口|示范|标杆|百强|贯标|链主|入库|后备|培育|试点|保障|诚信|等级|级|类|用工|用能|排污)企业"
)
TOTAL = re.compile(
    r"(?:[\w—\-·]{0,12}?)(?:合计|小计|总计|共计|累计|汇总)(?:数|\d*[家户件个项])?(?:[:：（(].*)?|共\d+[家户件个项]|平均(?:值|数)?"
)
NOTE = re.compile(
    r"(?:备?注|说明|填[报表写]说明|填报|填表|制表|编制|审核|复核|校对|负责人|单位负责人|统计负责人|分管领导|主要领导|经办|联系人|联系电话|联系方式|数据来源|资料来源|信息来源|来源"
    r"|报送|报出|上报|指标解释|栏次关系|审核关系|表间关系|行关系|逻辑关系|日期|盖章|单位盖章|签字|签章|打印)[^:：]{0,12}[:：]"
    r"|[（(]?(?:盖章|公章|签字|签章)[)）]|备?注\d|\*+(?:注|本表|此表|以上|请)|本表[由为一共]|(?:报|送|抄送|抄报|主送|印发)[:：]"
    r"|[-—–]*第\d+页|共\d+页|[-—–]+\d+[-—–]+$|续(?:上?表|下页)|[(（]?(?:接上页|转下页)"
    r"|(?:数据|资料)来源|^以上(?:数据|信息|内容|企业|单位|名单|项目|情况|均|为)|^本表|^此表|^\d{4}年\d{1,2}月\d{1,2}日$|^年月日$"
)
INSTRUCTION = re.compile(
    r"必填|选填|非必填|填[写报](?!时间|日期|年月|人|单位|部门|企业|情况)|请[按填输选勿在从]|格式[为：:]|^(?:文本|数字|数值|日期|常规)(?:格式|型|类型)?$|(?:文本|数字|日期)格式|下拉|不得|不可|不能为空|可为空|唯一标识|例如|^如[:：]|示例[:：]|输入|精确到|保留.{1,3}位小数|多个.{0,6}隔开|字符以内|最多\d+字"
)
EXAMPLE = re.compile(
    r"^(?:示例|样例|范例|样表|例)[:：）)]?\d*$|[（(【\[](?:示例|样例|范例|例)|^(?:示例|样例|范例|举例|例如)[:：]|示例.{0,10}删"
)
SECTION = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十\d]{1,3}[类部批组]|\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])\S|第[一二三四五六七八九十\d]{1,3}[类部批组]$"
)
PLACE = re.compile(
    r".*(?:镇|街道|乡|园区|开发区|社区|村|片区|行业|产业|领域|类|大类|部门|组|系统|县|区|市)(?:企业|项目|名单)?(?:[（(]?共?\d*[家户个件][)）]?)?(?:[:：])?"
)
UNIT = re.compile(
    r"(?:亿|万|千|百)?(?:元|美元|人|平方米|㎡|亩|公顷|吨|千克|千瓦时|千瓦|度|立方米|家|户|件|个|台|套|辆|次|天|月|年|%|‰|％)(?:/\S{1,3})?"
)
UNIT_LINE = re.compile(r"(?:^|(?<![报送制位编]))(?:计量|金额|货币)?单位[:：]([^:：]{1,20}?)(?=$|[)）；;。]|填|制|联)")
ORDINAL = re.compile(
    r"^(?:[（(]\d{1,2}[)）]|\d{1,2}[.、．](?!\d|$)|\d{1,2}[.、．](?=(?:19|20)\d{2}(?!\d))|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|[①-⑳])"
)
DEMAND = re.compile(
    r"[（(【\[][^（(【\[)）】\]]*(?:必填|选填)[^)）】\]]*[)）】\]]|^[*＊★※●]+|[*＊★※]+$|(?:^必填[:：]?)|必填项$"
)
COLUMN_NUMBER = re.compile(
    r"[甲乙丙丁戊己庚辛]|[（(]?\d{1,3}[)）]?|[（(]?\d{1,3}[)）]?=[\d+\-—×÷*/=（）().]+|[-—]|[A-Z]{1,2}"
)
DATABASE_NAME = re.compile(
    r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|[a-z]+(?:[A-Z][a-z0-9]+)+|[a-z]{2,20}|[A-Z]{2,20}\d{0,2}"
)
GROUP = re.compile(
    r"镇|街|乡|园区|社区|属地|领导|部门|单位|行业|产业|类别|分类|类型|片区|区域|组|批次|年度|月份|牵头|干部"
)
ATTACHMENT = re.compile(r"附[件表]?\d*[:：]?|附[件表][一二三四五六七八九十]+[:：]?")
LONGEST = 400
CHINESE_YEAR = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def bare(text: str) -> str:
    """A cell's text in ordinary signs without blanks, as words are compared; of a long one only the beginning."""
    return _bare(text if len(text) <= LONGEST else text[:LONGEST])


@lru_cache(maxsize=8192)
def _bare(text: str) -> str:
    return BLANKS.sub("", text if text.isascii() else unicodedata.normalize("NFKC", text))


def cleaned(text: str) -> str:
    """Header words without line breaks, odd blanks, stars, （必填） and ordinal prefixes."""
    words = BLANKS.sub(" ", text[:LONGEST]).strip()
    words = re.sub(rf"(?<=[{HAN}，、（）]) (?=[{HAN}（）()\d])|(?<=\d) (?=[{HAN}\d])", "", words)
    before = None
    while before != words:
        before = words
        words = DEMAND.sub("", words).strip(" :：*＊")
        shorter = ORDINAL.sub("", words).strip()
        words = shorter or words
    return words


def is_total(text: str) -> bool:
    """Whether a cell names a total: 合计, 大安街道小计, 合计（6家）."""
    return (
        len(text) <= 40
        and ("计" in text or "总" in text or "共" in text or "平均" in text)
        and bool(TOTAL.fullmatch(bare(text)))
    )


def year_of(text: str) -> int | None:
    """The year that a title names, in digits or Chinese numerals."""
    found = re.search(r"(?<!\d)((?:19|20)\d{2})(?=年|\D{0,2}年度|[.\-/]\d)", bare(text).translate(CHINESE_YEAR))
    return int(found[1]) if found else None
