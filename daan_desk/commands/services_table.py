"""The commands of the services: financing, policies, cultivation, spaces and land."""

from __future__ import annotations

from pathlib import Path

from daan_desk.commands.arguments import DRY, TO, VALUES, WHERE, Argument, Command
from daan_desk.commands.usage import count

YEAR: Argument = (("--year",), {"help": "年度；不写为今年", "type": count, "metavar": "年度"})
BANK: Argument = (("--bank",), {"help": "银行名称，可写多次", "action": "append", "default": [], "metavar": "银行"})
POLICY: Argument = (("--policy",), {"help": "政策名称，可写多次", "action": "append", "default": [], "metavar": "政策"})
TODAY: Argument = (("--today",), {"help": "以这一天为今天（2026-11-23）", "metavar": "日期"})
FOLDER: Argument = (("--to",), {"help": "放清单的文件夹", "type": Path, "required": True, "metavar": "文件夹"})
ALL: Argument = (("--all",), {"help": "连同还差得远、不符合的", "action": "store_true"})


def _one(name: str, words: str, shown: str) -> Argument:
    return (name,), {"help": words, "metavar": shown}


def _some(name: str, words: str, shown: str) -> Argument:
    return (name,), {"help": words, "metavar": shown, "nargs": "+"}


SERVICES = (
    Command(
        "push", "把融资需求推送给银行", "money", "push", (_some("demands", "需求编号，如 R2026-0001", "编号"), BANK)
    ),
    Command("bank-lists", "为每家银行写出推送清单", "money", "bank_lists", (FOLDER, BANK, WHERE)),
    Command("funnel", "融资漏斗、首贷户、各银行、未授信原因；四个金额从不相加", "money", "funnel", (WHERE, TODAY)),
    Command("awaited", "银行逾期和快到期的答复", "money", "awaited", (TODAY,)),
    Command(
        "entitle",
        "一次比对全部企业和政策；--dry-run 只看会记下什么",
        "entitling",
        "entitle",
        (YEAR, POLICY, DRY, ALL, _one("--enterprise", "只看这一家，不记入", "企业")),
    ),
    Command(
        "entitlement",
        "政策兑现走一步：告知、申报、审核、公示、拨付",
        "entitling",
        "advance",
        (_one("id", "记录标识", "标识"), _one("step", "步骤：apply 或 申报……", "步骤"), VALUES),
    ),
    Command("policy-lists", "符合未申报、超时未拨付、窗口将关、缺数据", "entitling", "policy_lists", (TODAY,)),
    Command(
        "notice",
        "政策告知单：Word 或网页；--tell 同时记为已告知",
        "entitling",
        "notice",
        (
            _one("enterprise", "企业名称、代码或标识", "企业"),
            TO,
            (("--tell",), {"help": "同时记为已告知", "action": "store_true"}),
        ),
    ),
    Command("climbers", "谁已达到、快达到下一层级，还差什么", "climbing", "climbers", (ALL, TODAY)),
    Command(
        "enrol",
        "把企业纳入培育库",
        "climbing",
        "enrol",
        (_one("enterprise", "企业", "企业"), _one("target", "目标层级", "层级"), YEAR),
    ),
    Command("expiring", "将要到期的资质和续期情况", "climbing", "expiring", (TODAY,)),
    Command("renew", "启动资质的重新认定、复核", "climbing", "renew", (_some("qualifications", "资质标识", "标识"),)),
    Command("match", "匹配：给用房需求找资产，或给资产找需求", "spaces", "match", (_one("id", "标识", "标识"),)),
    Command(
        "offer",
        "把资产推荐给用房需求；--done 为已签约",
        "spaces",
        "offer",
        (
            _one("need", "用房需求标识", "需求"),
            _some("assets", "资产标识", "资产"),
            (("--done",), {"help": "已签约", "action": "store_true"}),
        ),
    ),
    Command("land", "工业用地账、依法认定的闲置土地、低效闲置资源，分别统计", "spaces", "land"),
    Command("revivals", "盘活前后和各年成效", "spaces", "revivals"),
    Command(
        "month",
        "一个月的指标填报到哪一步：缺谁、哪些要核对；也锁定、重新打开",
        "figures",
        "month",
        (
            _one("month", "月份，如 2026-10", "月份"),
            (("--lock",), {"help": "锁定这个月", "action": "store_true"}),
            _one("--reopen", "重新打开这个月的理由", "理由"),
        ),
    ),
    Command(
        "shares",
        "一项指标的占比和同比：一主两辅、规上、园区、镇街",
        "figures",
        "shares",
        (
            _one("month", "月份，如 2026-10", "月份"),
            (("--indicator",), {"help": "指标，如 output 或 税收", "default": "output", "metavar": "指标"}),
            (("--to-date",), {"help": "年初至今", "action": "store_true"}),
        ),
    ),
    Command(
        "sheet",
        "一段时间的填报表：月度指标、项目月度进展、驻企周记；--values 一次填多行",
        "sheets",
        "sheet",
        (
            _one("sheet", "哪张表：figures、project_months 或 weekly_notes，也可写中文名", "表"),
            _one("period", "月份，如 2026-10；周记写那一周里的一天", "时间"),
            (("--values",), {"help": "JSON 对象：行名到（栏目到值）", "metavar": "JSON"}),
            (("--all",), {"help": "连同通常不列的行", "action": "store_true"}),
        ),
    ),
)
