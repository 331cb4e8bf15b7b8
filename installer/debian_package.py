"""Make a Debian package of the packed program: `python installer/debian_package.py dist/daan-desk [TO]`.

Works where dpkg-deb is: Debian, Ubuntu, UOS, Kylin. The packed folder must have been made on the same architecture.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)

from installer.packages import ALWAYS, CHINESE_FONT, FOR_A_SCREEN  # noqa: E402  (the root is on the path only now)

PARTS = ROOT / "installer" / "debian"
RENAMED = {"libglib2.0-0": "libglib2.0-0 | libglib2.0-0t64"}
KIB = 1024


def version() -> str:
    """The version that pyproject.toml gives."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def tree(packed: Path, root: Path) -> None:
    """Lay the files where Debian wants them, beneath `root`."""
    shutil.copytree(packed, root / "opt" / "daan-desk", symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "daan-desk").symlink_to("/opt/daan-desk/daan-desk")
    _copy(PARTS / "daan-desk.desktop", root / "usr" / "share" / "applications" / "daan-desk.desktop")
    icon = ROOT / "resources" / "icons" / "daan-desk.svg"
    _copy(icon, root / "usr" / "share" / "icons" / "hicolor" / "scalable" / "apps" / "daan-desk.svg")
    licence = "\n".join(f" {line or '.'}" for line in (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines())
    text = (PARTS / "copyright").read_text(encoding="utf-8").format(licence=f"License: Expat\n{licence}")
    _write(root / "usr" / "share" / "doc" / "daan-desk" / "copyright", text)


def control(root: Path, architecture: str) -> str:
    """What dpkg is told; the libraries come from the same table as those of the set-up."""
    size = sum(file.lstat().st_size for file in root.rglob("*") if file.is_file()) // KIB
    needs = [RENAMED.get(need.apt, need.apt) for need in (*ALWAYS, *FOR_A_SCREEN)]
    filled = {"version": version(), "architecture": architecture, "size": size, "recommends": CHINESE_FONT.apt}
    return (PARTS / "control").read_text(encoding="utf-8").format(depends=", ".join(needs), **filled)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def main(packed: Path, to: Path) -> Path:
    """Build the package and answer where it is."""
    asked = subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, encoding="utf-8")
    architecture = asked.stdout.strip()
    root = to / "daan-desk-package"
    shutil.rmtree(root, ignore_errors=True)
    tree(packed, root)
    _write(root / "DEBIAN" / "control", control(root, architecture))
    package = to / f"daan-desk_{version()}_{architecture}.deb"
    subprocess.run(["dpkg-deb", "--build", "--root-owner-group", str(root), str(package)], check=True)
    shutil.rmtree(root)
    return package


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "dist"))
