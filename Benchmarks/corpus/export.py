"""The archive as WordPress would export it: posts of the classic and of the block editor, pictures, terms, authors, comments.

    python3 -m corpus.export SIZE_IN_MB > export.xml        run in Benchmarks/

Always the same bytes for one size. About 14 KB a post; a picture for each second one.
"""

import sys
from datetime import timezone
from urllib.parse import quote
from xml.sax.saxutils import escape

from . import words
from .articles import Archive

SITE = "https://example.org"
SPACES = " ".join(
    f'xmlns:{name}="{url}"'
    for name, url in {
        "excerpt": "http://wordpress.org/export/1.2/excerpt/",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "wp": "http://wordpress.org/export/1.2/",
    }.items()
)


def nicename(text):
    return quote(text.replace(" ", "-")).lower()


def paragraphs(article):
    """The body as HTML, each paragraph three times over: what an archive's longer stories are."""
    for part in article.body.split("\n\n") * 3:
        if part.startswith("#"):
            yield f"<h3>{escape(part.lstrip('# '))}</h3>"
        elif part.startswith("- "):
            yield "<ul>\n" + "\n".join(f"<li>{escape(line[2:])}</li>" for line in part.split("\n")) + "\n</ul>"
        elif part.startswith(">"):
            yield f"<blockquote>{escape(part.lstrip('> '))}</blockquote>"
        else:
            yield escape(part)


def content(article):
    parts = list(paragraphs(article))
    if article.number % 2:
        return "\n\n".join(parts)
    return "\n\n".join(f"<!-- wp:paragraph -->\n<p>{part}</p>\n<!-- /wp:paragraph -->" for part in parts)


def cdata(name, text):
    return f"<{name}><![CDATA[{text}]]></{name}>\n"


def item(article):
    date = f"{article.date:%Y-%m-%d %H:%M:%S}"
    utc = article.date.astimezone(timezone.utc)
    number = article.number * 2 + 1
    lines = [
        "<item>\n", cdata("title", article.title),
        f"<link>{SITE}/{article.date:%Y/%m/%d}/{nicename(article.slug)}/</link>\n",
        cdata("dc:creator", "desk" + str(words.CITIES.index(article.desk.removeprefix("مكتب ")))),
        f'<guid isPermaLink="false">{SITE}/?p={number}</guid>\n',
        cdata("content:encoded", content(article)), cdata("excerpt:encoded", article.summary),
        f"<wp:post_id>{number}</wp:post_id>\n", cdata("wp:post_date", date),
        cdata("wp:post_date_gmt", f"{utc:%Y-%m-%d %H:%M:%S}"), cdata("wp:post_modified", date),
        cdata("wp:post_modified_gmt", f"{utc:%Y-%m-%d %H:%M:%S}"), cdata("wp:comment_status", "open"),
        cdata("wp:post_name", nicename(article.slug)), cdata("wp:status", "publish"), "<wp:post_parent>0</wp:post_parent>\n",
        cdata("wp:post_type", "post"), cdata("wp:post_password", ""),
        f'<category domain="category" nicename="{article.section[1]}"><![CDATA[{article.section[0]}]]></category>\n',
    ]
    lines += [f'<category domain="post_tag" nicename="{nicename(tag)}"><![CDATA[{tag}]]></category>\n' for tag in article.tags]
    if article.number % 2:
        lines.append(
            "<wp:postmeta>" + cdata("wp:meta_key", "_thumbnail_id") + cdata("wp:meta_value", number + 1) + "</wp:postmeta>\n"
        )
    lines.append("</item>\n")
    return "".join(lines) + (picture(article, number + 1) if article.number % 2 else "")


def picture(article, number):
    file = f"{article.date:%Y/%m}/picture-{number}.jpg"
    return "".join([
        "<item>\n", cdata("title", f"picture-{number}"), f"<link>{SITE}/picture-{number}/</link>\n",
        f"<wp:post_id>{number}</wp:post_id>\n", cdata("wp:status", "inherit"), cdata("wp:post_type", "attachment"),
        f"<wp:post_parent>{number - 1}</wp:post_parent>\n", cdata("wp:attachment_url", f"{SITE}/wp-content/uploads/{file}"),
        "<wp:postmeta>", cdata("wp:meta_key", "_wp_attached_file"), cdata("wp:meta_value", file), "</wp:postmeta>\n</item>\n",
    ])


def head():
    yield f'<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0" {SPACES}>\n<channel>\n<title>أرشيف</title>\n'
    yield f"<link>{SITE}</link>\n<description>أرشيف للقياس</description>\n<language>ar</language>\n"
    yield f"<wp:wxr_version>1.2</wp:wxr_version>\n<wp:base_blog_url>{SITE}</wp:base_blog_url>\n"
    for number, city in enumerate(words.CITIES):
        yield (
            f"<wp:author>{cdata('wp:author_login', f'desk{number}')}"
            f"{cdata('wp:author_display_name', 'مكتب ' + city)}</wp:author>\n"
        )
    for number, (name, slug, _) in enumerate(words.SECTIONS):
        yield (
            f"<wp:category><wp:term_id>{number + 1}</wp:term_id>{cdata('wp:category_nicename', slug)}"
            f"{cdata('wp:cat_name', name)}</wp:category>\n"
        )


def main():
    limit = int(sys.argv[1]) * 1_000_000
    out = sys.stdout.buffer
    written = 0
    for part in head():
        written += out.write(part.encode())
    for article in Archive(max(1000, limit // 14_000)):
        written += out.write(item(article).encode())
        if written >= limit:
            break
    out.write(b"</channel>\n</rss>\n")


main()
