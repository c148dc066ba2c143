"""Damages pictures as bad cables, full disks and broken programs do, and adds sound parts to them, by the luck of a seed."""

import random
import re
import struct

from parts import kind, parts, weight
from pictures import Canaries, chunk, extension, piece, segment


def damaged(made, count, seed=1):
    """Name → (bytes, canaries that lie in sound parts before the first fault, whether there is no fault)."""
    luck, found, sources = random.Random(seed), {}, {}
    for name in sorted(made):
        if kind(made[name][0]) and "truncated" not in name:
            sources.setdefault(kind(made[name][0]), []).append(made[name][0])
    for number in range(count):
        format = luck.choice(sorted(sources))
        name = f"{number}.{format}".replace("jpeg", "jpg")
        data, canary = luck.choice(sources[format]), Canaries(name)
        for _ in range(luck.randrange(4)):
            data = with_one_more(data, format, canary, luck)
        is_sound = luck.random() < 0.2
        fault = len(data) if is_sound else luck.randrange(12, len(data))
        broken = data if is_sound else luck.choice([flipped, cut, zeroed, doubled])(data, fault, luck)
        found[name] = (broken, told_before(fault, data) - canaries(broken[fault:]), is_sound)
    return found


def canaries(data):
    return set(re.findall(rb"CANARY-[\w.-]+", data))


def told_before(fault, data):
    """The canaries of the parts that end before a fault."""
    told, end = set(), 0
    for name, content in parts(data):
        end += len(content)
        if end <= fault and weight(kind(data), name, content) == "said":
            told |= canaries(content)
    return told


def with_one_more(data, format, canary, luck):
    """With one more sound part at a place where one may stand; never Exif, which tells how a picture is shown."""
    content = canary("inserted") + b"!" + luck.randbytes(luck.choice([0, 1, 7, 200]))
    letters = "".join(luck.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(4))
    part = {
        "jpeg": lambda: segment(luck.choice([0xFE, *range(0xE0, 0xF0)]), luck.choice([b"Meta\0", b"ICC\0", b"JFXX\0", b""]) + content),
        "png": lambda: chunk(luck.choice([b"tEXt", b"tIME", (letters[:2] + letters[2].upper() + letters[3]).encode()]), content),
        "webp": lambda: piece(luck.choice([b"XMP ", b"unkn"]), content),
        "gif": lambda: extension(luck.choice([0xFE, 0xFF]), b"SOMEAPP 1.0", content[:255]),
    }[format]()
    found = [("", b""), *parts(data), ("", b"")]
    names, end = [name for name, _ in found], len(data) - len(found[-2][1]) * (found[-2][0] == "after")
    places = [sum(len(c) for _, c in found[:n]) for n in range(3, len(found)) if may_stand(names[n - 1], names[n], format)]
    place = luck.choice(places or [end])
    data = data[:place] + part + data[place:]
    return data if format != "webp" else data[:4] + struct.pack("<I", end - 8 + len(part)) + data[8:]


def may_stand(before, name, format):
    """Whether a part may stand between two: coded data stays together, and what belongs to a frame of WebP."""
    if format == "webp":
        return name in ("ANIM", "ANMF", "EXIF", "XMP ")
    return name not in ("scan", "after", "") and not before == name == "IDAT"


def flipped(data, at, luck):
    changed = bytearray(data)
    for place in [at] + [luck.randrange(at + 1, len(data)) for _ in range(luck.randrange(20)) if at + 1 < len(data)]:
        changed[place] ^= 1 << luck.randrange(8)
    return bytes(changed)


def cut(data, at, luck):
    return data[:at] + (data[at + luck.randrange(1, 200):] if luck.random() < 0.5 else b"")


def zeroed(data, at, luck):
    return data[:at] + b"\0" * luck.randrange(1, 400) + data[at + luck.randrange(400):]


def doubled(data, at, luck):
    return data[:at] + data[at - luck.randrange(1, at):]
