"""Every address that WordPress answered, and what the built site answers there."""

import math
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Site:
    """A folder as a server with its rules answers for it."""

    def __init__(self, public):
        self.public = Path(public)
        self.paths, self.queries, self.stars = {}, {}, []
        rules = self.public / "_redirects"
        for line in rules.read_text(encoding="utf-8").splitlines() if rules.exists() else []:
            words = line.split()
            if len(words) > 3 and "=" in words[1]:
                self.queries[unquote(words[1])] = unquote(words[2])
            elif words and words[0].endswith("*"):
                self.stars.append((unquote(words[0][:-1]), unquote(words[1])))
            elif len(words) > 1:
                self.paths.setdefault(unquote(words[0]).rstrip("/"), unquote(words[1]))

    def is_file(self, path):
        place = self.public / path.strip("/")
        return place.is_file() or (place / "index.html").is_file() or (place / "index.xml").is_file()

    def answers(self, address, depth=0):
        """Whether a page or a file comes of it in the end, or a plain `gone`."""
        parts = urlsplit(address)
        path = unquote(parts.path)
        target = self.queries.get(unquote(parts.query)) if parts.query else self.paths.get(path.rstrip("/"))
        if target is None and not parts.query and not self.is_file(path):
            under = [to for start, to in self.stars if path.startswith(start)]
            target = under[0] if under else None
            if target and target.endswith((":splat", "*")):
                start = next(start for start, _ in self.stars if path.startswith(start))
                target = target.replace(":splat", "").rstrip("*") + path[len(start):]
        if target is None:
            return not parts.query and self.is_file(path)
        return depth < 3 and (target.startswith("http") or self.is_file(target) or self.answers(target, depth + 1))


def old_addresses(exports, now):
    """What an outlet with these exports answered: posts, pages, `?p=`, lists with their older pages and feeds, files' pages.

    now: the day, `2024-06-01`, from which on posts are no addresses yet.
    """
    roots = [ElementTree.parse(export).getroot() for export in exports]
    text = lambda node, name: (node.findtext(re.sub("^.*:", "{*}", name)) or "").strip()
    items = [item for root in roots for item in root.iter("item")]
    parents = {text(term, "wp:category_nicename"): text(term, "wp:category_parent") for root in roots for term in root.iter("{*}category") if term.tag != "category"}
    is_public = lambda item: text(item, "wp:status") == "publish" and not text(item, "wp:post_password") and text(item, "wp:post_date")[:10] < now
    public = [item for item in items if text(item, "wp:post_type") in ("post", "page") and is_public(item)]
    if not public:
        return []
    addresses, lists = {"/", "/feed/", "/feed/atom/", "/comments/feed/"}, Counter()
    for item in public:
        is_page = text(item, "wp:post_type") == "page"
        addresses.add(f"/?{'page_id' if is_page else 'p'}={text(item, 'wp:post_id')}")
        parts = urlsplit(text(item, "link"))
        addresses.add(parts.path + ("?" + parts.query if parts.query else ""))
        if is_page:
            continue
        day = text(item, "wp:post_date")
        of_post = {f"/{day[:4]}/", f"/{day[:4]}/{day[5:7]}/", f"/author/{text(item, 'dc:creator').lower()}/"}
        for term in item.iter("category"):
            name, branch = term.get("nicename") or "", []
            if term.get("domain") == "post_tag":
                of_post.add(f"/tag/{name}/")
            while term.get("domain") == "category" and name and len(branch) < 16:
                branch.append(name)
                of_post |= {f"/category/{name}/"}
                name = parents.get(name, "")
            if branch:
                of_post.add("/category/" + "/".join(reversed(branch)) + "/")
        lists.update(of_post)
    if any(text(item, "wp:post_type") == "post" for item in public):
        lists["/"] = sum(text(item, "wp:post_type") == "post" for item in public)
    for address, count in lists.items():
        addresses |= {address} | {f"{address}page/{number}/" for number in range(2, math.ceil(count / 10) + 1)}
        if address != "/" and not address[1:5].isdigit():
            addresses.add(address + "feed/")
    known = {text(item, "wp:post_id") for item in public}
    for item in items:
        if text(item, "wp:post_type") == "attachment" and text(item, "wp:post_parent") in known and text(item, "link"):
            parts = urlsplit(text(item, "link"))
            addresses.add(parts.path + ("?" + parts.query if parts.query else ""))
    return sorted(addresses)
