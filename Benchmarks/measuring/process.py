"""Runs a command and says how long it took and how much memory it held."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Run:
    seconds: float
    peak: int
    """Bytes: the largest resident size that the kernel saw."""


class CommandFailed(Exception):
    pass


def run(command: list[str | Path], folder: Path | None = None) -> Run:
    """From start to end as a shell would see it; what the command prints is kept for the message of a failure alone."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        text = errors.decode(errors="replace")[-2000:]
        raise CommandFailed(f"{' '.join(map(str, command))}: exit {process.returncode}\n{text}")
    # Kilobytes on Linux, bytes on macOS.
    return Run(seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


def use_two_cores() -> int:
    """Pins this process and all that it starts to two cores, where the system can; says how many there are then."""
    if not hasattr(os, "sched_setaffinity"):
        return os.cpu_count() or 1
    cores = sorted(os.sched_getaffinity(0))[:2]
    os.sched_setaffinity(0, cores)
    return len(cores)
