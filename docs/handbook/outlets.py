"""Outlets in which the handbook's examples stand: settings, the standard theme, the files that examples name."""

import json
import re
import shutil
from pathlib import Path

from pages import DOCS

ROOT = DOCS.parent
# A day after the examples' articles, so that their live coverage is still live.
NOW = "2026-02-02T18:00:00Z"
MEDIA = {path.name: path for path in sorted((ROOT / "Content").rglob("*")) if path.suffix in (".jpg", ".mp3", ".mp4", ".pdf", ".csv", ".vtt")}
SETTINGS = {
    "ar": {"name": "النهر", "sections": ["علوم", "أخبار", "رأي"], "description": "أخبار الضفتين."},
    "en": {"name": "The River", "sections": ["Science", "News", "Opinion"], "description": "News from both banks."},
}
ARABIC_KEYS = {"الاسم": "name", "الرابط": "url", "اللغة": "language", "الأقسام": "sections", "الوصف": "description"}
# What an article is that an example names: its title, section, tag and text.
STUB = {"ar": ("مادة", "أخبار", "ماء", "نص المادة."), "en": ("A story", "News", "water", "The text.")}


def yaml(mapping):
    """A mapping as YAML, whose values JSON can write."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in mapping.items())


def outlet(folder, language, settings=""):
    """An outlet with the sections that the examples name. What `settings` states is not stated twice."""
    (folder / "Content/articles").mkdir(parents=True)
    shutil.copytree(ROOT / "Templates", folder / "Templates")
    given = {ARABIC_KEYS.get(key, key) for key in re.findall(r"^(\w+):", settings, re.MULTILINE)}
    usual = {"url": "https://example.org/", "language": language, **SETTINGS[language]}
    (folder / "Content/site.yaml").write_text(yaml({key: value for key, value in usual.items() if key not in given}) + settings)
    return folder


def write_article(folder, name, language, text="", kind="article"):
    """An example as it stands, or its text below a head; without text, an article that something names."""
    title, section, tag, words = STUB[language]
    day = "" if re.match(r"\d{4}-\d\d-\d\d", name) else "date: 2024-01-24\n"
    head = f"---\ntitle: {title} {name}\n{day}section: {section}\ntags: {tag}\n---\n\n"
    (folder / f"Content/articles/{name}.md").write_text(text if kind == "article" and text else head + (text or words))


def add_what_is_named(folder, language, text):
    """The files that an example names: media of the sample outlet, articles of their own."""
    articles = folder / "Content/articles"
    for path in media(text):
        shutil.copy(path, articles / path.name)
    for name in re.findall(r"[\w-]+\.jpg\b", text):
        if name not in MEDIA:
            shutil.copy(MEDIA["dunes.jpg"], articles / name)
    named = re.findall(r"\(([\w-]+)\.md[)#]|(?:article|related|مقال|ذات صلة): \[?([\w-]+)|(?<=[\[ ])(\d{4}-\d\d-\d\d-\w+)", text)
    for name in sorted({name for groups in named for name in groups if name}):
        if not (articles / f"{name}.md").exists():
            write_article(folder, name, language)


def media(text):
    """The sample outlet's files that a text names, and what lies beside a film under its name."""
    named = set(re.findall(r"[\w-]+\.(?:jpg|mp3|mp4|pdf|csv)\b", text))
    films = {Path(name).stem for name in named if name.endswith(".mp4")}
    return [path for name, path in MEDIA.items() if name in named or path.stem in films]
