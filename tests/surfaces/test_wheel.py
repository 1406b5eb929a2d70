"""The wheel, installed where nothing of the checkout is in reach."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from command import CHECKOUT


def _run(*call: str | Path, cwd: Path) -> str:
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(
        list(map(str, call)), cwd=cwd, env=kept, capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of a copy of the sources, made without the network."""
    source = tmp_path_factory.mktemp("source")
    left_behind = shutil.ignore_patterns("__pycache__", "*.pyc")
    for folder in ("pinsite", "themes"):
        shutil.copytree(CHECKOUT / folder, source / folder, ignore=left_behind)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        if (CHECKOUT / name).exists():
            shutil.copy(CHECKOUT / name, source / name)
    made = "from hatchling.build import build_wheel; print(build_wheel('dist'))"
    (source / "dist").mkdir()
    return source / "dist" / _run(sys.executable, "-c", made, cwd=source).split()[-1]


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a Python that has the wheel, and from this environment only what the wheel depends on."""
    root = tmp_path_factory.mktemp("installed")
    venv.create(root / "venv", with_pip=False)
    site = Path(
        _run(_python(root), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=root).strip()
    )
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    # Added by a path file, so that path files of that folder, an editable pinsite among them, do nothing.
    lent = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    (site / "lent.pth").write_text("\n".join(lent) + "\n", "utf-8")
    return _python(root)


def _python(root: Path) -> Path:
    return root / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def test_the_wheel_holds_what_it_needs_and_no_more(wheel: Path) -> None:
    """Packages, themes and the starter's pictures are in it; tests and the example are not."""
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in ("pinsite/cli/__init__.py", "pinsite/_themes/atelier/theme.yaml",
                   "pinsite/_themes/foundation/templates/frame.html", "pinsite/starter/catalogue/pinsite.yaml",
                   "pinsite/starter/catalogue/pins/first-pin/front.jpg"):  # fmt: skip
        assert wanted in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"pinsite"}
    assert not [name for name in names if "__pycache__" in name or "/.pinsite" in name]


@pytest.mark.long
def test_the_wheel_makes_a_site(python: Path, tmp_path: Path) -> None:
    """`pinsite init x && pinsite build x` works with the wheel alone."""
    home = _run(python, "-P", "-c", "import pinsite; print(pinsite.__file__)", cwd=tmp_path).strip()
    assert Path(home).is_relative_to(python.parent.parent)
    _run(python, "-P", "-m", "pinsite", "init", "x", cwd=tmp_path)
    _run(python, "-P", "-m", "pinsite", "build", "x", cwd=tmp_path)
    assert "First Pin" in (tmp_path / "x" / "public" / "pins" / "first-pin" / "index.html").read_text("utf-8")
    assert "atelier" in _run(python, "-P", "-m", "pinsite", "theme", "list", "x", cwd=tmp_path)
