/// The templates of a new outlet: one small file a kind of page, meant to be read and changed.
let starterTheme: [(path: String, text: String)] = [
    ("Templates/base.html", base), ("Templates/list.html", list), ("Templates/article.html", article),
    ("Templates/page.html", page), ("Templates/terms.html", terms), ("Templates/corrections.html", corrections),
    ("Templates/404.html", notFound), ("Templates/assets/style.css", style),
]

private let base = """
    <!doctype html>
    <html lang="{{ site.language }}" dir="{{ site.direction }}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    {{ page.head }}
    <link rel="stylesheet" href="{{ asset("style.css") }}">
    </head>
    <body class="{{ page.kind }}">
    <a class="skip" href="#main">{{ text("skip_to_content") }}</a>
    <header>
    <a class="name" href="{{ site.url }}"><bdi>{{ site.name }}</bdi></a>
    <nav aria-label="{{ text("sections") }}">{% for section in site.sections %}<a href="{{ section.url }}"><bdi>{{ section.name }}</bdi></a> {% endfor %}</nav>
    </header>
    <main id="main">
    {% block main %}{% endblock %}
    </main>
    <footer>
    <nav>{% for item in site.pages %}<a href="{{ item.url }}">{{ item.title }}</a> {% endfor %}<a href="{{ site.archive_url }}">{{ text("archive") }}</a> <a href="{{ site.tags_url }}">{{ text("tags") }}</a></nav>
    </footer>
    </body>
    </html>

    """

private let list = """
    {% extends "base.html" %}
    {% block main %}
    {% if list.breaking %}<p class="breaking"><b>{{ text("breaking") }}</b> {% if list.breaking.url %}<a href="{{ list.breaking.url }}">{{ list.breaking.text }}</a>{% else %}{{ list.breaking.text }}{% endif %}</p>{% endif %}
    <h1><bdi>{{ list.title }}</bdi></h1>
    {% if list.description %}<p>{{ list.description }}</p>{% endif %}
    {% if list.author %}{{ list.author.bio }}{% endif %}
    {% for story in list.slots %}
    <article class="slot"><h2><a href="{{ story.url }}">{{ story.title }}</a></h2>{% if story.summary %}<p>{{ story.summary }}</p>{% endif %}</article>
    {% endfor %}
    <ul class="stories">
    {% for story in list.items %}
    <li><a href="{{ story.url }}">{{ story.title }}</a> <time datetime="{{ story.date.iso }}">{{ story.date | date }}</time></li>
    {% endfor %}
    </ul>
    <nav>{% if list.newer %}<a rel="prev" href="{{ list.newer }}">{{ text("newer") }}</a> {% endif %}{% if list.older %}<a rel="next" href="{{ list.older }}">{{ text("older") }}</a>{% endif %}</nav>
    {% endblock %}

    """

private let article = """
    {% extends "base.html" %}
    {% block main %}
    <article>
    {% if article.kicker %}<p class="kicker">{{ article.kicker }}</p>{% endif %}
    <h1>{{ article.title }}</h1>
    {% if article.summary %}<p class="summary">{{ article.summary }}</p>{% endif %}
    <p class="byline">{% for who in article.authors %}<a href="{{ who.url }}"><bdi>{{ who.name }}</bdi></a> {% endfor %}<time datetime="{{ article.date.iso }}">{{ article.date | date }}</time></p>
    {% if article.image %}<figure><img src="{{ article.image.src }}" width="{{ article.image.width }}" height="{{ article.image.height }}" alt="{{ article.image.alt }}">{% if article.image.caption %}<figcaption>{{ article.image.caption }}</figcaption>{% endif %}</figure>{% endif %}
    {% if article.reason %}<p class="notice">{{ article.reason }}</p>{% endif %}
    {{ article.html }}
    {% for correction in article.corrections %}<aside class="notice"><b>{{ text("correction") }}</b> <time datetime="{{ correction.date.iso }}">{{ correction.date | date }}</time> {{ correction.html }}</aside>{% endfor %}
    {% if article.source %}<p class="source">{{ text("source") }}{{ text("colon") }}{% if article.source.url %}<a href="{{ article.source.url }}"><bdi>{{ article.source.name }}</bdi></a>{% else %}<bdi>{{ article.source.name }}</bdi>{% endif %}</p>{% endif %}
    <p>{% for tag in article.tags %}<a href="{{ tag.url }}"><bdi>{{ tag.name }}</bdi></a> {% endfor %}</p>
    </article>
    {% if article.related %}<h2>{{ text("related") }}</h2>
    <ul class="stories">{% for story in article.related %}<li><a href="{{ story.url }}">{{ story.title }}</a></li>{% endfor %}</ul>{% endif %}
    {% endblock %}

    """

private let page = """
    {% extends "base.html" %}
    {% block main %}
    <h1>{{ page.title }}</h1>
    {{ body }}
    {% endblock %}

    """

private let terms = """
    {% extends "base.html" %}
    {% block main %}
    <h1>{{ terms.title }}</h1>
    {% for group in terms.groups %}
    <h2>{{ group.letter }}</h2>
    <ul>{% for entry in group.entries %}<li><a href="{{ entry.url }}"><bdi>{{ entry.name }}</bdi></a> ({{ entry.count }})</li>{% endfor %}</ul>
    {% endfor %}
    {% endblock %}

    """

private let corrections = """
    {% extends "base.html" %}
    {% block main %}
    <h1>{{ page.title }}</h1>
    {% for entry in entries %}
    <section><h2><a href="{{ entry.article.url }}">{{ entry.article.title }}</a></h2><time datetime="{{ entry.date.iso }}">{{ entry.date | date }}</time> {{ entry.html }}</section>
    {% endfor %}
    {% endblock %}

    """

private let notFound = """
    {% extends "base.html" %}
    {% block main %}
    <h1>{{ text("page_not_found") }}</h1>
    {% endblock %}

    """

private let style = """
    :root { --ink: #1d1b26; --paper: #fff; --accent: #0b5c8a }
    * { box-sizing: border-box }
    body { margin: 0 auto; max-inline-size: 46rem; padding-inline: 1rem; color: var(--ink); background: var(--paper);
      font: 1.1rem/1.7 "IBM Plex Sans Arabic", "Noto Sans Arabic", "SF Arabic", "Geeza Pro", "Segoe UI", Tahoma, sans-serif }
    h1, h2 { line-height: 1.35 }
    a { color: var(--accent); text-underline-offset: .25em }
    header, footer { padding-block: 1rem; border-block: 1px solid #ddd }
    .name { font-size: 1.6rem; font-weight: 700; text-decoration: none; color: inherit }
    nav a { margin-inline-end: .75rem }
    img { max-inline-size: 100%; block-size: auto }
    figure { margin: 1rem 0 }
    time, figcaption { color: #555; font-size: .9rem }
    sup { unicode-bidi: isolate }
    .stories { padding: 0; list-style: none }
    .stories li { padding-block: .4rem; border-block-end: 1px solid #eee }
    .breaking { background: #b00020; color: #fff; padding: .5rem 1rem }
    .breaking a { color: inherit }
    .notice { border-inline-start: 4px solid var(--accent); padding-inline-start: 1rem }
    .skip:not(:focus) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }

    """
