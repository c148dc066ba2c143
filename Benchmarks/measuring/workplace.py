"""Where the sites and their outputs lie: a memory-backed folder, so that no disk is measured."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import time
from pathlib import Path

from corpus.articles import Archive
from corpus.sites import HugoSite, SitegenSite

from .peers import FOLDER, REPOSITORY


class Workplace:
    def __init__(self, root: Path, size: int):
        self.size = size
        self.folder = root / str(size)
        self.site = SitegenSite(self.folder / "site")
        self.hugo = HugoSite(self.folder / "hugo")
        self._outputs = 0

    def prepare(self, with_hugo: bool) -> None:
        """Writes the sites anew: measuring edits them."""
        self.clear(self.folder)
        self.folder.mkdir(parents=True)
        archive = Archive(self.size)
        note(f"{self.size:,} articles: writing them")
        self.site.write(archive, REPOSITORY / "Templates")
        if with_hugo:
            self.hugo.write(archive, FOLDER / "Hugo", REPOSITORY / "Templates/assets")
        # Files younger than three seconds are not trusted to be unchanged by their time stamps.
        settle(4)

    def output(self) -> Path:
        """A folder that does not exist yet."""
        self._outputs += 1
        return self.folder / f"output-{self._outputs}"

    def forget_cache(self) -> None:
        shutil.rmtree(self.site.folder / ".sitegen", ignore_errors=True)

    def clear(self, *folders: Path) -> None:
        """Deletes, and waits until the system has done with it: nothing is timed in its wake."""
        found = [folder for folder in folders if folder.exists()]
        for folder in found:
            shutil.rmtree(folder)
        if found:
            settle(2 + self.size / 20_000)


def settle(seconds: float) -> None:
    os.sync()
    time.sleep(seconds)


def note(text: str) -> None:
    print(f"· {text}", file=sys.stderr, flush=True)


def files(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Each file with what changes when it is written."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            status = os.lstat(path)
            found[path] = (status.st_ino, status.st_mtime_ns, status.st_size)
    return found
