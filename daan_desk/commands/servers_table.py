"""The commands of a server's administrators, and the one that opens the window on a workspace, there or in a file."""

from __future__ import annotations

from pathlib import Path

from daan_desk.commands.arguments import Command, one
from daan_desk.commands.usage import workspace

LOGIN = one("login", "登录名", metavar="登录名")

PLACE = one("place", "工作区文件，或服务器地址；不写时是上次的", type=workspace, nargs="?", metavar="工作区")

SERVERS = (
    Command("open", "打开窗口，直接到这个工作区的密码页", "windows", "open_window", (PLACE,), workspace=False),
    Command("server-set-up", "在服务器上建立共用工作区：数据库、角色、表和行级权限", "servers", "set_up"),
    Command("server-upgrade", "把服务器上的共用工作区升级到本程序的版本", "servers", "upgrade"),
    Command(
        "server-officer",
        "让一位干部登录共用工作区；已有登录名时换密码和范围",
        "servers",
        "let_in",
        (
            LOGIN,
            one("--officer", "干部姓名", required=True, metavar="姓名"),
            one("--role", "身份；名册里没有这位干部时要写", default="", metavar="身份"),
            one("--reach", "能看到什么：全部、包联、只读；不写时按身份", default="", metavar="范围"),
            one("--new-password-file", "第一行是干部的密码；也可用 DAAN_DESK_NEW_PASSWORD", type=Path, metavar="文件"),
        ),
    ),
    Command("server-shut-out", "立即停用一个登录名；以前记录的内容都在", "servers", "shut_out", (LOGIN,)),
    Command("server-logins", "哪些干部能登录，各看到什么", "servers", "logins"),
)
