"""Takes pictures apart and says of each part whether it is picture or something said about it.

Parts are (name, bytes); put together they are the file. Sources: JPEG (ITU T.81, B), PNG (W3C, 5), WebP (RFC 9649, 2), GIF89a.
"""

import re
import struct
import zlib


def parts(data):
    return {"jpeg": jpeg, "png": png, "webp": webp, "gif": gif}[kind(data)](data)


def kind(data):
    """By the first bytes; nothing for what is no picture, or one that is not taken apart here."""
    starts = {"jpeg": rb"\xff\xd8\xff", "png": rb"\x89PNG\r\n\x1a\n", "webp": rb"RIFF....WEBP", "gif": rb"GIF8[79]a"}
    return next((name for name, start in starts.items() if re.match(start, data, re.S)), None)


def jpeg(data):
    found, at = [("SOI", data[:2])], 2
    while at < len(data):
        end = at + len(re.compile(rb"\xff*").match(data, at)[0])
        marker, end = data[end], end + 1
        if marker == 0xD9:
            return found + after([("EOI", data[at:end])], data, end)
        end += struct.unpack_from(">H", data, end)[0]
        found.append((f"{marker:02X}", data[at:end]))
        if marker == 0xDA:
            stop = re.compile(rb"\xff+[\x01-\xcf\xd8-\xfe]").search(data, end)
            start, end = end, stop.start() if stop else len(data)
            found.append(("scan", data[start:end]))
        at = end
    return found


def png(data):
    found, at = [("head", data[:8])], 8
    while found[-1][0] != "IEND":
        end = at + 12 + struct.unpack_from(">I", data, at)[0]
        found.append((data[at + 4:at + 8].decode("latin-1"), data[at:end]))
        at = end
    return after(found, data, at)


def webp(data):
    end = 8 + struct.unpack_from("<I", data, 4)[0]
    return after([("RIFF", data[:12])] + riff(data, 12, end), data, end)


def riff(data, at, end):
    found = []
    while at < end:
        size = struct.unpack_from("<I", data, at + 4)[0]
        name, stop = data[at:at + 4].decode("latin-1"), at + 8 + size + size % 2
        if name == "ANMF":
            # A frame's own chunks stand behind its 16 bytes of place and duration.
            found += [(name, data[at:at + 24])] + riff(data, at + 24, stop)
        else:
            found.append((name, data[at:stop]))
        at = stop
    return found


def gif(data):
    def table(flags):
        return 3 << (flags & 7) + 1 if flags & 0x80 else 0

    def blocks(at):
        while data[at]:
            at += 1 + data[at]
        return at + 1

    at = 13 + table(data[10])
    found = [("head", data[:at])]
    while data[at] != 0x3B:
        if data[at] == 0x2C:
            name, end = "image", blocks(at + 11 + table(data[at + 9]))
        else:
            name, end = f"{data[at + 1]:02X}", blocks(at + 2)
        found.append((name, data[at:end]))
        at = end
    return after(found + [("3B", data[at:at + 1])], data, at + 1)


def after(found, data, end):
    """With what follows the end of a picture, which no browser looks at."""
    return found + ([("after", data[end:])] if data[end:] else [])


def essence(data):
    """What makes the picture, in its order: nothing of it may change."""
    return [made(kind(data), *part) for part in parts(data) if weight(kind(data), *part) == "picture"]


def additions(data):
    """The names of all parts that say something about the picture, except what may stay."""
    return [name for name, content in parts(data) if weight(kind(data), name, content) == "said"]


def made(kind, name, content):
    """A part without what may change: fill bytes in front of a marker, the size of a frame or a file, what hides at a part's end."""
    if kind == "jpeg" and name != "scan":
        content = content.lstrip(b"\xff")
        return name, content[3:15] if name == "EE" else content
    return name, content[8:] if kind == "webp" else content[3:18] if name == "FF" else content


KEPT_CHUNKS = "head IHDR PLTE IDAT IEND tRNS acTL fcTL fdAT iCCP sRGB gAMA cHRM cICP mDCV cLLI RIFF ICCP ANIM ANMF ALPH VP8L".split() + ["VP8 "]
LOOPS = [b"NETSCAPE2.0", b"ANIMEXTS1.0"]
OPEN_CHUNKS = "bKGD pHYs sBIT hIST sPLT VP8X".split()


def weight(kind, name, content):
    """picture, said, or open: what a build may keep or cut as it likes."""
    if kind == "jpeg":
        payload = content.lstrip(b"\xff")[3:]
        if name == "E0":
            return "open" if payload[:5] == b"JFIF\0" and payload[12:] == b"\0\0" else "said"
        if name == "E1":
            return "open" if payload[:6] == b"Exif\0\0" and only_turns(payload[6:]) else "said"
        stays = name == "EE" and payload[:5] == b"Adobe" or name == "E2" and payload[:12] == b"ICC_PROFILE\0"
        return "picture" if stays or not re.fullmatch("E.|FE|after", name) else "said"
    if kind == "gif":
        return "picture" if name in ("head", "image", "F9", "3B") or content[3:14] in LOOPS else "said"
    if name == "eXIf":
        return "open" if only_turns(content[8:-4]) and struct.pack(">I", zlib.crc32(content[4:-4])) == content[-4:] else "said"
    if name == "EXIF":
        return "open" if only_turns(content[8:].removeprefix(b"Exif\0\0")) else "said"
    return "picture" if name in KEPT_CHUNKS else "open" if name in OPEN_CHUNKS else "said"


def only_turns(tiff):
    """Whether an Exif structure holds the orientation and nothing beside."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if not order or len(tiff) != 26:
        return False
    mark, first, count, tag, type_, values, turn, padding, following = struct.unpack_from(order + "HIHHHIHHI", tiff, 2)
    return (mark, first, count, tag, type_, values, padding, following) == (42, 8, 1, 0x0112, 3, 1, 0, 0) and 2 <= turn <= 8


def wrong_flags(data):
    """What the first chunk of a WebP promises and the rest does not hold, or the other way round; sizes that are not so."""
    if kind(data) != "webp":
        return []
    names = [name for name, _ in parts(data)]
    wrong = ["RIFF"] if struct.unpack_from("<I", data, 4)[0] != len(data) - 8 else []
    if "VP8X" in names:
        flags = dict(parts(data))["VP8X"][8]
        wrong += [name for name, bit in [("EXIF", 8), ("XMP ", 4), ("ICCP", 32), ("ANIM", 2)] if bool(flags & bit) != (name in names)]
    return wrong
