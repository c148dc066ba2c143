"""Writes zones.txt: files of time zones, and what Python's own reader of them says.

    record.py > zones.txt

A zone's table is compiled here from the system's tzdata.zi, so that its last changes stand in the rule at its end. Lines: `zone NAME`; `file HEX`; `offset SECONDS OFFSET` for an instant
since 1970; `local 2024-04-26T00:30:00 SECONDS` for a clock on the wall, the earlier of two, and with the offset before where clocks skip it.
"""

import io
import random
import struct
import subprocess
import tempfile
import zoneinfo
from datetime import datetime, timedelta, timezone
from pathlib import Path

random.seed(1)
NAMES = """Africa/Cairo Africa/Casablanca Africa/Tripoli Asia/Riyadh Asia/Gaza Asia/Amman Asia/Beirut Asia/Tehran Asia/Kathmandu Europe/London Europe/Dublin
Europe/Istanbul America/New_York America/Nuuk America/Sao_Paulo Australia/Lord_Howe Pacific/Apia Antarctica/Troll Etc/GMT-14""".split()
# Rules that no zone has today: days without leap days, odd hours, a season that never ends, one that turns the year.
RULES = ["<+03>-3<+04>,J60/0,J300/2", "AAA3BBB,J91/-3:30,J200/26:15:20", "XXX-1YYY,0/0,J365/25", "SSS-10TTT,M10.1.0,M4.1.0/3", "UTC0"]


def block(width, *types):
    header = b"TZif2" + bytes(15) + struct.pack(">6L", 0, 0, 0, 0, len(types), 4)
    return header + b"".join(struct.pack(">lBB", offset, 0, 0) for offset in types) + b"AAA\0"


def offset(zone, seconds):
    return int((datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)).astimezone(zone).utcoffset().total_seconds())


def instant(zone, local):
    return int((local.replace(tzinfo=zone) - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds())


def changes(data):
    """The times in the second block, and those that the rule brings about 2050 and 2300, found by halving."""
    zone = zoneinfo.ZoneInfo.from_file(io.BytesIO(data))
    found = []
    for start, end in [(1800, 2110), (2290, 2301), (2395, 2405)]:
        low = int(datetime(start, 1, 1, tzinfo=timezone.utc).timestamp())
        high = int(datetime(end, 1, 1, tzinfo=timezone.utc).timestamp())
        step = 6 * 86400
        for time in range(low, high, step):
            a, b = time, time + step
            if offset(zone, a) == offset(zone, b): continue
            while b - a > 1:
                middle = (a + b) // 2
                a, b = (middle, b) if offset(zone, middle) == offset(zone, a) else (a, middle)
            found.append(b)
    return found


def record(name, data):
    zone = zoneinfo.ZoneInfo.from_file(io.BytesIO(data))
    print("zone", name)
    print("file", data.hex())
    times = changes(data)
    chosen = sorted(set(random.sample(times, min(30, len(times))) + times[:2] + times[-2:]))
    for time in chosen:
        for near in (time - 1, time): print("offset", near, offset(zone, near))
        for minutes in random.sample(range(-90, 120), 3):
            local = datetime(1970, 1, 1) + timedelta(seconds=time + offset(zone, time - 1) + 60 * minutes)
            print("local", local.isoformat(), instant(zone, local))
    for year in (1850, 1899, 1925, 1969, 2024, 2038, 2099, 2100, 2101, 2400, 5000, 9998):
        time = int(datetime(year, random.randint(1, 12), random.randint(1, 28), tzinfo=timezone.utc).timestamp())
        print("offset", time, offset(zone, time))


with tempfile.TemporaryDirectory() as folder:
    subprocess.run(["zic", "-b", "slim", "-d", folder, "/usr/share/zoneinfo/tzdata.zi"], check=True)
    for name in NAMES: record(name, (Path(folder) / name).read_bytes())
for number, rule in enumerate(RULES):
    standard = {0: 10800, 1: -10800, 2: 3600, 3: 36000, 4: 0}[number]
    record(f"Rule/R{number}", block(4, standard) + block(8, standard) + b"\n" + rule.encode() + b"\n")
