"""Makes pictures that tell more than they show: a canary lies in every place where cameras, phones and editors leave data.

Always the same ones, byte for byte, of one version of Pillow.
"""

import io
import random
import struct
import zlib

from PIL import Image, ImageCms

from parts import parts

BYTE, ASCII, SHORT, LONG, RATIONAL, UNDEFINED = 1, 2, 3, 4, 5, 7
# A directory as the value of a tag, and bytes that a tag only points to.
DIRECTORY, PLACE = "directory", "place"
# 33° 30' 47.13", 36° 17' 31.07": a garden in Damascus, told as cameras do.
LATITUDE, LONGITUDE = (33, 1, 30, 1, 4713, 100), (36, 1, 17, 1, 3107, 100)


class Canaries:
    """canary("artist") is a text that no other place of any other picture holds."""

    def __init__(self, picture):
        self.picture, self.count = picture, 0

    def __call__(self, place):
        self.count += 1
        return f"CANARY-{self.picture}-{place}-{self.count}".encode()


# What is seen


def scene(mode="RGB", width=48, height=32, seed=0):
    """A field of noise whose four corners differ, so that no turn of it looks like another."""
    noise = random.Random(seed)
    image = Image.frombytes("RGB", (width, height), bytes(noise.randrange(90, 150) for _ in range(width * height * 3)))
    for place, colour in [((0, 0), "red"), ((width - 16, 0), "lime"), ((0, height - 10), "blue")]:
        image.paste(Image.new("RGB", (16, 10), colour), place)
    if mode in ("RGBA", "LA"):
        image.putalpha(Image.linear_gradient("L").resize((width, height)))
    return image.convert(mode)


def saved(image, format, **options):
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def film(images, format, **options):
    return saved(images[0], format, save_all=True, append_images=images[1:], **options)


def scenes(mode="RGB"):
    """What moves, with holes in it where the mode has any."""
    found = []
    for number in range(4):
        image = Image.new("RGBA", (48, 32)) if number else scene("RGBA")
        image.paste(scene("RGBA", 20, 20, number), (number * 7, number * 3))
        found.append(image.convert(mode))
    return found


def profile(size=588):
    """An ICC profile that shows red as blue, so that one that got lost is seen."""
    icc = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    icc[24:36] = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    red, blue = icc.index(b"rXYZ"), icc.index(b"bXYZ")
    icc[red:red + 4], icc[blue:blue + 4] = b"bXYZ", b"rXYZ"
    icc += random.Random(size).randbytes(max(0, size - len(icc)))
    icc[0:4] = struct.pack(">I", len(icc))
    return bytes(icc)


# What is said: Exif, XMP, IPTC


def directory(order, entries, at, following=False):
    """A directory of a TIFF structure that lies at `at`, its values behind it, and after them, perhaps, another."""
    head, values, start = struct.pack(order + "H", len(entries)), b"", at + 6 + 12 * len(entries)
    for tag, type_, value in sorted(entries, key=lambda entry: entry[0]):
        place = struct.pack(order + "I", start + len(values))
        if type_ in (DIRECTORY, PLACE):
            values += directory(order, value, start + len(values)) if type_ == DIRECTORY else value
            head += struct.pack(order + "HHI", tag, LONG, 1) + place
        else:
            head += struct.pack(order + "HHI", tag, type_, len(value) // {SHORT: 2, LONG: 4, RATIONAL: 8}.get(type_, 1))
            head += value.ljust(4, b"\0") if len(value) <= 4 else place
            values += value if len(value) > 4 else b""
        values += b"\0" * (len(values) % 2)
    return head + struct.pack(order + "I", start + len(values) if following else 0) + values


def exif(canary, order="<", turn=None, thumbnail=True):
    """A TIFF structure as a camera writes it: who, where, when, with what, and the picture once more, small."""
    def numbers(letter, *values):
        return struct.pack(f"{order}{len(values)}{letter}", *values)

    def texts(**places):
        return [(int(tag[1:], 16), ASCII, canary(place) + b"\0") for tag, place in places.items()]

    def wide(place, coding):
        return canary(place).decode().encode(coding)

    gps = [(1, ASCII, b"N\0"), (2, RATIONAL, numbers("I", *LATITUDE)), (3, ASCII, b"E\0"), (4, RATIONAL, numbers("I", *LONGITUDE)),
           (0x1B, UNDEFINED, b"ASCII\0\0\0" + canary("gps-method")), (0x1C, UNDEFINED, b"UNICODE\0" + wide("gps-area", "utf-16-be"))]
    camera = texts(x9003="date", xA420="unique-id", xA430="owner", xA431="serial", xA435="lens-serial") + [
        (0x927C, UNDEFINED, b"Nikon\0\2\x10\0\0" + canary("maker-note")), (0x9286, UNDEFINED, b"UNICODE\0" + wide("comment", "utf-16-le")),
        (0xA005, DIRECTORY, [(1, ASCII, b"R98\0"), *texts(x1000="interoperability")])]
    main = texts(x010E="description", x010F="make", x0110="model", x0131="software", x013B="artist", x8298="copyright") + [
        (0x9C9D, BYTE, wide("windows-author", "utf-16-le")), (0xC4A5, UNDEFINED, b"PrintIM\0" + canary("print-image")),
        (0x8769, DIRECTORY, camera), (0x8825, DIRECTORY, gps)]
    main += [(0x0112, SHORT, numbers("H", turn))] if turn else []
    small = small_jpeg(canary, "thumbnail")
    first = directory(order, main, 8, following=thumbnail)
    # How the thumbnail was held is not how the picture is shown.
    second = directory(order, [(0x0103, SHORT, numbers("H", 6)), (0x0112, SHORT, numbers("H", 6)), (0x0201, PLACE, small),
                               (0x0202, LONG, numbers("I", len(small)))], 8 + len(first))
    return (b"II*\0" if order == "<" else b"MM\0*") + numbers("I", 8) + first + (second if thumbnail else b"")


def xmp(canary, place="xmp"):
    return (b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf='
            b'"http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" '
            b'exif:GPSLatitude="33,30.78N" exif:ImageUniqueID="' + canary(place) + b'"/></rdf:RDF></x:xmpmeta>'
            + b" " * 40 + b'<?xpacket end="w"?>')


def iptc(canary):
    """Resources of Photoshop: IPTC, a thumbnail, Exif and XMP once more, a path with a name."""
    def resource(number, content, name=b""):
        name = bytes([len(name)]) + name + b"\0" * (len(name) % 2 == 0)
        return b"8BIM" + struct.pack(">H", number) + name + struct.pack(">I", len(content)) + content + b"\0" * (len(content) % 2)

    texts = b"".join(b"\x1c\x02" + struct.pack(">BH", number, len(text)) + text
                     for number, text in [(80, canary("byline")), (90, canary("city")), (120, canary("caption"))])
    small = small_jpeg(canary, "photoshop-thumbnail")
    head = struct.pack(">IIIIIIHH", 1, 16, 10, 48, 480, len(small), 24, 1)
    return (b"Photoshop 3.0\0" + resource(0x0404, texts) + resource(0x040C, head + small) + resource(0x0422, exif(canary))
            + resource(0x0424, xmp(canary, "photoshop-xmp")) + resource(0x07D0, b"\0" * 26, canary("path")[:60]))


# JPEG


def segment(marker, content):
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def app1(tiff):
    return segment(0xE1, b"Exif\0\0" + tiff)


def xmp_segment(canary):
    return segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp(canary))


def small_jpeg(canary, place):
    return with_parts(saved(scene(width=16, height=10), "JPEG"), {"DB": segment(0xFE, canary(place))})


def with_parts(data, before):
    """With further parts before the first part of each name, or before the last one of `-name`."""
    found = parts(data)
    names = [name for name, _ in found]
    for name, more in before.items():
        place = len(names) - 1 - names[::-1].index(name[1:]) if name[0] == "-" else names.index(name)
        found[place] = (names[place], more + found[place][1])
    return b"".join(content for _, content in found)


def without_parts(data, *gone):
    return b"".join(content for name, content in parts(data) if name not in gone)


def icc_segments(icc, between=b""):
    pieces = [icc[at:at + 65000] for at in range(0, len(icc), 65000)]
    return between.join(segment(0xE2, b"ICC_PROFILE\0" + bytes([n, len(pieces)]) + piece) for n, piece in enumerate(pieces, 1))


def extended_xmp(canary):
    whole, guid = b"<x>" + canary("extended") + b" " * 3000 + canary("extended-end") + b"</x>", b"0123456789ABCDEF" * 2
    return b"".join(segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + guid + struct.pack(">II", len(whole), at) + whole[at:at + 1600])
                    for at in range(0, len(whole), 1600))


def two_pictures(canary, base):
    """MPF (CIPA DC-007): a second picture with its own Exif behind the end of the first."""
    def first(length, offset):
        entries = struct.pack("<IIIHH", 0x030000, length, 0, 0, 0) + struct.pack("<IIIHH", 0, len(second), offset, 0, 0)
        index = directory("<", [(0xB000, UNDEFINED, b"0100"), (0xB001, LONG, struct.pack("<I", 2)), (0xB002, UNDEFINED, entries)], 8)
        return with_parts(base, {"DB": app1(exif(canary)) + segment(0xE2, b"MPF\0II*\0\x08\0\0\0" + index)})

    second = with_parts(base, {"DB": app1(exif(canary, turn=8))})
    length = len(first(0, 0))
    return first(length, length - first(0, 0).index(b"MPF\0II") - 4) + second


def video(canary):
    def box(name, content):
        return struct.pack(">I", len(content) + 8) + name + content

    place = box(b"\xa9xyz", b"\0\x12\x15\xc7+33.5130+036.2920/" + canary("video"))
    return box(b"ftyp", b"mp42\0\0\0\0isom") + box(b"moov", box(b"udta", place)) + box(b"mdat", canary("frames") * 40)


def jpegs(add):
    base, grey = saved(scene(), "JPEG", quality=90), saved(scene("L"), "JPEG")
    progressive = saved(scene(), "JPEG", progressive=True)
    four = saved(scene("CMYK"), "JPEG")
    ycck = four.replace(b"Adobe\0\x64\0\0\0\0\0", b"Adobe\0\x64\0\0\0\0\2")
    rgb = saved(scene(), "JPEG", keep_rgb=True)
    # The letters R, G, B as the names of components tell the colours as well: numbers leave it to Adobe's segment alone.
    rgb = b"".join(c.replace(b"R\x11", b"\1\x11").replace(b"G\x11", b"\2\x11").replace(b"B\x11", b"\3\x11") if n == "C0" else
                   c.replace(b"R\0G\0B\0", b"\1\0\2\0\3\0") if n == "DA" else c for n, c in parts(rgb))
    # JFIF says YCbCr, whatever the components are called: lost, these would be taken for R, G, B.
    letters = b"".join(c.replace(b"\1\x22", b"R\x22").replace(b"\2\x11", b"G\x11").replace(b"\3\x11", b"B\x11") if n == "C0" else
                       c.replace(b"\1\0\2\x11\3\x11", b"R\0G\x11B\x11") if n == "DA" else c for n, c in parts(base))
    restart = saved(scene(), "JPEG", restart_marker_blocks=2)
    icc = icc_segments(profile())
    plain = {"base": base, "grey": grey, "progressive": progressive, "cmyk": four, "ycck": ycck, "rgb": rgb, "letters": letters,
             "restart": restart, "no-jfif": without_parts(base, "E0"), "icc": with_parts(base, {"DB": icc})}
    for name, data in plain.items():
        add(f"plain-{name}.jpg", data, plain=True)
        add(f"said-{name}.jpg", lambda c: with_parts(
            data, {"DB": app1(exif(c)) + xmp_segment(c), "EOI": segment(0xFE, c("end"))}) + c("after"))
    in_front = {
        "exif-little": lambda c: app1(exif(c)), "exif-big": lambda c: app1(exif(c, ">")),
        "exif-twice": lambda c: app1(exif(c, turn=6)) + app1(exif(c, ">", turn=3)),
        # The first Exif counts, even if it does not tell how the camera was held; one without content is none.
        "exif-late": lambda c: app1(exif(c)) + app1(exif(c, turn=6)), "exif-empty": lambda c: app1(b"") + app1(exif(c, turn=6)),
        "exif-long": lambda c: app1(exif(c, turn=8) + c("long") * 500) + app1(c("continued") * 900),
        "xmp": lambda c: xmp_segment(c) + extended_xmp(c),
        "photoshop": lambda c: segment(0xED, iptc(c)) + segment(0xED, b"Adobe_CM\0" + c("colour-management")),
        "comments": lambda c: segment(0xFE, c("first")) + segment(0xFE, c("second").decode().encode("utf-16-le")) + segment(0xFE, b""),
        "jfxx": lambda c: segment(0xE0, b"JFXX\0\x10" + small_jpeg(c, "jfxx")) + segment(0xE0, b"JFXX\0\x13\x10\x01" + c("pixels").ljust(48)),
        "flashpix": lambda c: segment(0xE2, b"FPXR\0\0\1\0\2" + c("list")) + segment(0xE2, b"FPXR\0\0\2\0\0\0\0\0\0" + c("stream")),
        "jumbf": lambda c: segment(0xEB, b"JP\0\1\0\0\0\1\0\0\1\0jumb" + c("credentials")),
        "ducky": lambda c: segment(0xEC, b"Ducky\0\1\0\4\0\0\0\x50\0\2\0\x30\0\0\0\x2e" + c("ducky").decode().encode("utf-16-be"))
        + segment(0xEC, b"[picture info]\r\nSerial#=" + c("picture-info")),
        "others": lambda c: b"".join(segment(0xE0 + n, c(f"app{n}")) for n in range(16)) + segment(0xEF, b"Q" + c("quality")),
        "fill": lambda c: b"\xff\xff\xff" + app1(exif(c, turn=6)) + b"\xff" * 9 + segment(0xFE, c("filled")) + b"\xff\xff",
        "icc-large": lambda c: icc_segments(profile(150_000), segment(0xFE, c("between"))),
    }
    for name, more in in_front.items():
        add(f"{name}.jpg", lambda canary: with_parts(base, {"DB": more(canary)}))
    add("exif-behind-tables.jpg", lambda c: with_parts(base, {"DA": app1(exif(c, turn=6))}))
    add("between-scans.jpg", lambda c: with_parts(
        progressive, {"-C4": segment(0xFE, c("scan")), "-DA": app1(exif(c, turn=6)) + segment(0xED, iptc(c))}))
    add("jfif-thumbnail.jpg", lambda c: with_parts(without_parts(base, "E0"), {
        "DB": segment(0xE0, b"JFIF\0\1\2\1\0\x48\0\x48\x10\2" + c("thumbnail").ljust(96))}))
    add("behind-adobe.jpg", lambda c: b"".join(
        segment(0xEE, content[4:] + c("adobe")) if name == "EE" else content for name, content in parts(ycck)))
    add("two-pictures.jpg", lambda c: two_pictures(c, base))
    add("video.jpg", lambda c: with_parts(base, {"DB": app1(exif(c))}) + video(c))
    add("samsung.jpg", lambda c: base + b"\0\0\1\x0a\x0e\0\0\0Image_UTC_Data" + c("time") + b"SEFH\x6b\0\0\0\1\0\0\0SEFT")
    add("text-behind.jpg", lambda c: base + b"\r\n" + c("text") + base[:300])
    add("zeros-behind.jpg", lambda c: base + b"\0" * 5000 + c("zeros"))
    add("only-zeros-behind.jpg", base + b"\0" * 5000)
    add("truncated.jpg", lambda c: with_parts(base, {"DB": app1(exif(c, turn=6)), "DA": segment(0xFE, c("comment"))})[:-400])
    for turn in range(1, 9):
        add(f"turn-{turn}.jpg", lambda c: with_parts(base, {"E0": app1(exif(c, "<>"[turn % 2], turn)), "DB": segment(0xED, iptc(c))}))


# PNG


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def texts(c, place):
    raw = b"\nexif\n    40\n" + c(place + "-raw").hex().encode() + b"\n"
    return (chunk(b"tEXt", b"Author\0" + c(place + "-author")) + chunk(b"zTXt", b"Comment\0\0" + zlib.compress(c(place + "-compressed")))
            + chunk(b"zTXt", b"Raw profile type iptc\0\0" + zlib.compress(raw))
            + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp(c, place + "-xmp"))
            + chunk(b"iTXt", "Title\0\1\0ar\0عنوان\0".encode() + zlib.compress(c(place + "-title"))))


def adam7(image):
    """Interlaced, which Pillow does not write (PNG, 8.2)."""
    rows, (width, height) = b"", image.size
    for left, top, across, down in [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]:
        for y in range(top, height, down):
            rows += b"\0" + b"".join(bytes(image.getpixel((x, y))) for x in range(left, width, across))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 1))
    packed = zlib.compress(rows)
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", packed[:500]) + chunk(b"IDAT", packed[500:]) + chunk(b"IEND", b"")


def pngs(add):
    base = saved(scene(), "PNG")
    palette = saved(scene().quantize(16), "PNG", transparency=bytes(range(0, 256, 16)))
    gamma = chunk(b"gAMA", struct.pack(">I", 100000)) + chunk(b"cHRM", struct.pack(">8I", 31270, 32900, 15000, 6000, 30000, 60000, 64000, 33000))
    bright = chunk(b"cICP", b"\x09\x10\0\1") + chunk(b"mDCV", b"\x8a\x48" * 8 + b"\0" * 8) + chunk(b"cLLI", b"\0\x0f\x42\x40\0\x0f\x42\x40")
    hints = (chunk(b"sBIT", b"\x08\x08\x08") + chunk(b"bKGD", b"\1") + chunk(b"hIST", b"\0\1" * 16)
             + chunk(b"pHYs", struct.pack(">IIB", 11811, 11811, 1)) + chunk(b"sPLT", b"palette\0\x08"))
    deep = Image.frombytes("I;16", (48, 32), b"".join(bytes([grey ^ 0x55, grey]) for grey in scene("L").tobytes()))
    moving = film(scenes("RGBA"), "PNG", duration=[70, 110, 40, 900], loop=3, disposal=1, blend=1)
    plain = {
        "base": base, "grey16": saved(deep, "PNG"), "alpha": saved(scene("RGBA"), "PNG"), "adam7": adam7(scene()),
        "palette": palette, "icc": saved(scene(), "PNG", icc_profile=profile()),
        "srgb": with_parts(base, {"IDAT": chunk(b"sRGB", b"\1")}), "gamma": with_parts(base, {"IDAT": gamma}),
        "hdr": with_parts(base, {"IDAT": bright}), "key": with_parts(base, {"IDAT": chunk(b"tRNS", b"\0\xff\0\0\0\0")}), "moving": moving,
    }
    for name, data in plain.items():
        add(f"plain-{name}.png", data, plain=True)
        add(f"said-{name}.png", lambda c: with_parts(data, {
            "IDAT": texts(c, "front") + chunk(b"eXIf", exif(c)) + chunk(b"tIME", b"\x07\xea\1\1\1\1\1"), "IEND": texts(c, "end")}) + c("after"))
    private = [b"vpAg", b"caNv", b"orNT", b"mkBF", b"mkBS", b"mkTS", b"prVW", b"iDOT", b"caBX", b"dSIG", b"gIFx", b"zzZz", b"zzZZ", b"heRb"]
    add("hints.png", lambda c: with_parts(palette, {"IDAT": hints + texts(c, "text")}))
    add("private.png", lambda c: with_parts(
        base, {"IDAT": b"".join(chunk(name, c(name.decode())) for name in private), "IEND": chunk(b"dSIG", c("end"))}))
    add("between-frames.png", lambda c: with_parts(moving, {
        name: texts(c, name.strip("-")) + chunk(b"unKn", c("private")) for name in ["acTL", "IDAT", "fdAT", "-fcTL", "-fdAT", "IEND"]}))
    add("exif-behind.png", lambda c: with_parts(base, {"IEND": chunk(b"eXIf", exif(c, ">", 6))}))
    add("behind.png", lambda c: base + b"\0" * 100 + c("after") + video(c))
    for turn in range(1, 9):
        add(f"turn-{turn}.png", lambda c: with_parts(base, {"IDAT": chunk(b"eXIf", exif(c, "<>"[turn % 2], turn)) + texts(c, "text")}))


# WebP


def piece(name, content):
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def webp(*pieces, size=(48, 32)):
    """An extended file; its flags follow from its chunks."""
    body = b"".join(pieces)
    names = [part[:4] for part in pieces]
    flags = sum(bit for name, bit in [(b"ICCP", 32), (b"ALPH", 16), (b"VP8L", 16), (b"EXIF", 8), (b"XMP ", 4), (b"ANIM", 2)] if name in names)
    return whole_webp(piece(b"VP8X", bytes([flags, 0, 0, 0]) + struct.pack("<I", size[0] - 1)[:3] + struct.pack("<I", size[1] - 1)[:3]) + body)


def whole_webp(body):
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def webps(add):
    def pieces(data, junk=b""):
        """The chunks of a picture without its first one, junk at the end of every frame."""
        at, found = 12, []
        while at < len(data):
            content = data[at + 8:at + 8 + struct.unpack_from("<I", data, at + 4)[0]]
            found.append(piece(data[at:at + 4], content + junk if data[at:at + 4] == b"ANMF" else content))
            at += 8 + len(content) + len(content) % 2
        return [part for part in found if part[:4] != b"VP8X"]

    moving = film(scenes("RGBA"), "WEBP", duration=[70, 110, 40, 900], loop=3, kmax=0)
    kinds = {"lossy": saved(scene(), "WEBP"), "lossless": saved(scene(), "WEBP", lossless=True), "alpha": saved(scene("RGBA"), "WEBP"),
             "lossless-alpha": saved(scene("RGBA"), "WEBP", lossless=True), "moving": moving}
    for name, data in kinds.items():
        add(f"plain-{name}.webp", data, plain=True)
        add(f"plain-icc-{name}.webp", webp(piece(b"ICCP", profile()), *pieces(data)), plain=True)
        add(f"behind-{name}.webp", lambda c: data + c("after"))
        add(f"loose-{name}.webp", lambda c: whole_webp(data[12:] + piece(b"EXIF", exif(c)) + piece(b"XMP ", xmp(c))))
        for length in (0, 1):
            pad = b"!" * length
            add(f"said-{name}-{length}.webp", lambda c: webp(
                piece(b"ICCP", profile(588 + length)), piece(b"unkn", c("front") + pad), *pieces(data, piece(b"junk", c("frame") + pad)),
                piece(b"EXIF", exif(c) + pad), piece(b"XMP ", xmp(c) + pad), piece(b"tail", c("tail") + pad), piece(b"EXIF", exif(c)))
                + c("after"))
    for turn in range(1, 9):
        for prefix, bare in [(b"", "bare-"), (b"Exif\0\0", "")]:
            add(f"turn-{bare}{turn}.webp", lambda c: webp(
                *pieces(kinds["lossy"]), piece(b"EXIF", prefix + exif(c, "<>"[turn % 2], turn)), piece(b"XMP ", xmp(c))))


# GIF


def extension(label, *blocks):
    return b"\x21" + bytes([label]) + b"".join(bytes([len(block)]) + block for block in blocks) + b"\0"


def gifs(add):
    def all_said(c, place):
        # The trailer of XMP makes an end for readers that count in blocks (XMP, part 3, 1.1.2).
        packet = b"\x21\xff\x0bXMP DataXMP" + xmp(c, place + "-xmp") + b"\1" + bytes(range(255, -1, -1)) + b"\0"
        return (extension(0xFE, c(place + "-comment").ljust(255), c(place + "-long").ljust(200)) + packet
                + extension(0xFF, b"MGKIPTC0000", c(place + "-iptc")) + extension(0xFF, b"MYAPPL 1.00", c(place + "-app"), c(place + "-more")))

    looks = [image.quantize(64) for image in scenes("RGB")]
    moving = film(looks, "GIF", duration=[70, 110, 40, 900], loop=3, disposal=[1, 2, 3, 1])
    holes = film(scenes("RGBA"), "GIF", duration=90, loop=0, disposal=2)
    plain = {"base": saved(scene().quantize(64), "GIF", interlace=0), "interlaced": saved(scene().quantize(64), "GIF", interlace=1),
             "grey": saved(scene("L"), "GIF"), "moving": moving, "holes": holes, "animexts": moving.replace(b"NETSCAPE2.0", b"ANIMEXTS1.0")}
    for name, data in plain.items():
        add(f"plain-{name}.gif", data, plain=True)
        add(f"said-{name}.gif", lambda c: with_parts(data, {"image": all_said(c, "front"), "3B": extension(
            0x01, struct.pack("<HHHHBBBB", 0, 0, 40, 8, 8, 8, 1, 0), c("plain-text")) + all_said(c, "end")}) + c("after"))
    add("behind-loop.gif", lambda c: moving.replace(
        extension(0xFF, b"NETSCAPE2.0", b"\1\3\0"), extension(0xFF, b"NETSCAPE2.0", b"\1\3\0", b"\2" + c("buffer"))))
    add("between-frames.gif", lambda c: with_parts(moving, {name: all_said(c, name.strip("-")) for name in ["F9", "FF", "-F9", "-image"]}))


# AVIF


def avifs(add):
    for name, more in [("base", {}), ("icc", {"icc_profile": profile()}), ("alpha", {})]:
        image = scene("RGBA" if name == "alpha" else "RGB")
        add(f"plain-{name}.avif", saved(image, "AVIF", **more), plain=True)
        add(f"said-{name}.avif", lambda c: saved(image, "AVIF", exif=exif(c), xmp=xmp(c), **more))
    def moving(c):
        data = film([scene(seed=seed) for seed in range(3)], "AVIF", duration=90, exif=exif(c), xmp=xmp(c))
        # Three boxes tell when they were made and changed.
        for box in [b"mvhd", b"tkhd", b"mdhd"]:
            at = data.index(box) + 8
            data = data[:at] + b"CANARY-" + box + b"-made" + data[at + 16:]
        return data

    add("moving.avif", moving)
    for turn in (3, 6, 7):
        add(f"turn-{turn}.avif", lambda c: saved(scene(), "AVIF", exif=exif(c, turn=turn), xmp=xmp(c)))


def pictures():
    """Name → (bytes, whether they tell nothing that must go)."""
    made = {}

    def add(name, data, plain=False):
        made[name] = (data if isinstance(data, bytes) else data(Canaries(name)), plain)

    for format in [jpegs, pngs, webps, gifs, avifs]:
        format(add)
    # The bytes tell what a picture is, not its name.
    for name, source in [("jpeg.png", "exif-little.jpg"), ("png.jpeg", "said-icc.png"), ("webp.gif", "said-alpha-1.webp"),
                         ("gif.webp", "said-moving.gif"), ("PHOTO.JPG", "photoshop.jpg"), ("UPPER.PNG", "turn-6.png")]:
        made[name] = made[source]
    return made
