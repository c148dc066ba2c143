"""An outlet whose pictures weigh what those of a phone do: an article with a lead and nine photos, and a front page of photo cards."""

import random
from pathlib import Path

from PIL import Image, ImageDraw

# Stories beside the article, some of whose pictures are upright.
STORIES = 45
SECTIONS = [("أخبار", "news"), ("اقتصاد", "economy"), ("ثقافة", "culture"), ("رياضة", "sport"), ("علوم", "science"), ("منوعات", "life"),
            ("صحة", "health"), ("تعليم", "education")]
WORDS = "النهر المدينة الجسر الوزارة المشروع العام الجديد المياه السوق القرية الباحثون الأسعار الموسم الحديقة التقرير الطلاب المعرض الشارع".split()


def made(width, height, seed):
    """Light that falls off, surfaces in ever finer detail, edges, and the grain of a sensor."""
    chance = random.Random(seed)
    half = (width // 2, height // 2)
    image = Image.frombytes("RGB", (5, 4), bytes(chance.randrange(40, 215) for _ in range(60))).resize(half, Image.BICUBIC)
    for columns, share in [(24, 0.25), (90, 0.2), (360, 0.17), (1000, 0.15)]:
        rows = columns * 3 // 4
        layer = Image.frombytes("RGB", (columns, rows), chance.randbytes(columns * rows * 3)).resize(half, Image.BICUBIC)
        image = Image.blend(image, layer, share)
    draw = ImageDraw.Draw(image)
    for _ in range(40):
        x, y, side = chance.randrange(half[0]), chance.randrange(half[1]), chance.randrange(half[0] // 60, half[0] // 7)
        draw.ellipse((x, y, x + side, y + side * chance.uniform(0.5, 1.5)), fill=tuple(chance.randrange(20, 235) for _ in range(3)))
    return Image.blend(image.resize((width, height), Image.BICUBIC), Image.effect_noise((width, height), 20).convert("RGB"), 0.12)


def photos(width, height, count, seed):
    """So many photos that differ: each fourth is made, the others are it in a mirror."""
    for number in range(count):
        if number % 4 == 0:
            base = made(width, height, seed + number)
        turns = [Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM, Image.Transpose.ROTATE_180]
        yield base.transpose(turns[number % 4 - 1]) if number % 4 else base


def words(chance, count):
    return " ".join(chance.choice(WORDS) for _ in range(count))


def lay(folder):
    """Writes `Content/` into a folder."""
    chance = random.Random(7)
    articles = Path(folder) / "Content/articles"
    articles.mkdir(parents=True)
    sections = "".join(f"  - {{name: {name}, slug: {slug}}}\n" for name, slug in SECTIONS)
    (Path(folder) / "Content/site.yaml").write_text(
        f"name: جريدة الصور\nurl: https://example.org/\ndescription: صور\nsections:\n{sections}", encoding="utf-8")
    for number, photo in enumerate(photos(4000, 3000, 10, seed=0)):
        photo.save(articles / f"phone-{number}.jpg", quality=88)
    body = "\n\n".join(
        f"{words(chance, 60)}.\n\n![{words(chance, 4)}](phone-{number}.jpg \"{words(chance, 8)} | تصوير: سلمى\")" for number in range(1, 10))
    (articles / "photos.md").write_text(
        f"---\ntitle: تسع صور من النهر\ndate: 2025-12-01 10:00\nsection: أخبار\nimage: {{src: phone-0.jpg, alt: {words(chance, 4)}}}\n---\n\n"
        f"{words(chance, 50)}.\n\n{body}\n", encoding="utf-8")
    for number, photo in enumerate(photos(1600, 1067, STORIES, seed=100)):
        if number % 15 == 3:
            photo = photo.crop((400, 0, 1200, 1067))
        photo.save(articles / f"card-{number}.jpg", quality=88)
        (articles / f"story-{number}.md").write_text(
            f"---\ntitle: {words(chance, 8)}\ndate: 2025-12-0{2 + number // 12} {10 + number % 12}:00\nsection: {SECTIONS[number % 8][0]}\n"
            f"image: {{src: card-{number}.jpg, alt: {words(chance, 4)}}}\n---\n\n{words(chance, 80)}.\n", encoding="utf-8")
