#!/bin/sh
# For a Linux machine that may lack even Python: brings Python 3.11–3.13 and pip where it may, then starts the desk.
# Words are handed on:  sh installer/fresh-machine.sh tour --to FOLDER
cd "$(dirname "$0")/.." || exit 3

fitting() {
    for python in python3.13 python3.12 python3.11 python3; do
        if command -v "$python" >/dev/null 2>&1 &&
            "$python" -c 'import sys, pip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
            echo "$python"
            return 0
        fi
    done
    return 1
}

python=$(fitting) || {
    root=
    [ "$(id -u)" = 0 ] || root="sudo"
    if command -v apt-get >/dev/null 2>&1; then
        install="$root apt-get install -y --no-install-recommends python3 python3-pip"
    elif command -v dnf >/dev/null 2>&1; then
        install="$root dnf install -y python3.11 python3.11-pip"
    else
        echo "请先安装 Python 3.11、3.12 或 3.13 和 pip，再运行：python3 main.py" >&2
        exit 2
    fi
    if [ -z "$root" ] || sudo -n true 2>/dev/null; then
        echo "这台机器没有合适的 Python，正在安装：$install" >&2
        case $install in *apt-get*) $root apt-get -qq update >/dev/null ;; esac
        DEBIAN_FRONTEND=noninteractive $install >/dev/null
    else
        echo "这台机器没有合适的 Python。请管理员运行“$install”，再运行：python3 main.py" >&2
        exit 2
    fi
    python=$(fitting) || {
        echo "系统软件源里的 Python 太旧或太新。请安装 Python 3.11、3.12 或 3.13 和 pip，再运行：python3 main.py" >&2
        exit 2
    }
}
exec "$python" main.py "$@"
