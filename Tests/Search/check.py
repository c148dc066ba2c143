"""Holds the search page's script and `sitegen search` equal, and the index to its promises.

    check.py PATH/TO/sitegen [QUERIES]

The script runs in Node.js, without it in Chromium. Ends with `N passed, N failed`.
"""

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from chromium import CHROMIUM
from totals import check, finish

ROOT = Path(__file__).resolve().parents[2]
SITEGEN = str(Path(sys.argv[1]).resolve())
QUERIES = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
SCRIPT = ROOT / "Templates/assets/search.js"
NOW = "2026-01-01T00:00:00Z"
CANARY = "كناريعجيب"

def run(*arguments):
    return subprocess.run([SITEGEN, *map(str, arguments)], capture_output=True, text=True, timeout=600)


def sentences():
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "Content/articles").rglob("*.md"))]
    bodies = [re.sub(r"[#*_>`\[\]()|]", " ", text.split("---", 2)[-1]) for text in texts]
    found = [part.strip() for body in bodies for part in re.split(r"[.\n!؟]", body)]
    return [part for part in found if len(part.split()) > 3 and ":" not in part]


def make_site(folder, dice, count=400):
    """Articles of shuffled sentences over three years, among them some that nobody may find."""
    lines = sentences()
    shutil.copytree(ROOT / "Templates", folder / "Templates")
    (folder / "Content/articles").mkdir(parents=True)
    (folder / "Content/site.yaml").write_text(
        "name: صحيفة\nurl: https://example.org/\nmessages: en\nsections:\n  - {name: علوم, slug: science}\n"
        "  - {name: أخبار, slug: news}\n  - {name: داخلي, slug: internal, search: false}\n"
        "search:\n  synonyms:\n    - [كورونا, كوفيد, COVID]\n", encoding="utf-8")
    hidden = {5: "draft: true", 6: "status: removed", 7: "expires: 2025-01-01", 8: "search: false", 9: "section: داخلي",
              10: "date: 2027-01-01"}
    for number in range(count):
        day = f"{2023 + number * 3 // count}-{1 + number % 12:02}-{1 + number % 28:02}"
        title = " ".join(dice.choice(lines).split()[:6]) + f" {number}"
        body = "\n\n".join(dice.choice(lines) for _ in range(6))
        front = [f"title: {json.dumps(title, ensure_ascii=False)}", f"author: كاتب {number % 5}"]
        more = hidden.get(number, "section: " + ("علوم" if number % 3 else "أخبار"))
        front += [more] if more.startswith("date") else [f"date: {day}", more]
        if number in hidden:
            body += f"\n\n{CANARY} {CANARY}{number}"
        if number == 11:
            front += ["status: retracted", "reason: خطأ"]
        if number == 12:
            body += "\n\nانتشر كوفيد"
        if number % 4 == 0:
            front.append(f"summary: {json.dumps(dice.choice(lines), ensure_ascii=False)}")
        (folder / f"Content/articles/{day}-a{number}.md").write_text("---\n" + "\n".join(front) + "\n---\n\n" + body + "\n", encoding="utf-8")


def add_eras(folder, dice, count=8192):
    """Short articles of older years, as many as make an era of their own, and its last year with them."""
    lines = sentences()
    for number in range(count):
        year = 2017 + number * 3 // count
        text = f"---\ntitle: خبر {number}\ndate: {year}-{1 + number % 12:02}-{1 + number % 28:02}\nsection: {'علوم' if number % 3 else 'أخبار'}\n---\n\n{dice.choice(lines)}\n"
        (folder / f"Content/articles/{year}-{number}.md").write_text(text, encoding="utf-8")


def queries(dice):
    words = sorted({word for line in sentences() for word in re.findall(r"[\w]+", line)})
    odd = ["", "و", "على", "<img src=x onerror=alert(1)>", "😀", "كلمة " * 200, "COP30 ٢٠٢٤", "Café", "\u202bالعلم\u202c", "ﺍﻟﻌﻠﻢ",
           "COVID", "كورونا", "شيء", "وسيعلن", "لله", "عبدالله", "ژاله", "من هو"]
    for number in range(QUERIES):
        if number < len(odd):
            q = odd[number]
        else:
            chosen = [dice.choice(words) for _ in range(dice.choice([1, 1, 1, 2, 2, 3, 4]))]
            word, kind = chosen[-1], dice.random()
            if kind < 0.15:
                chosen[-1] = dice.choice(["ال", "و", "ب", "وال", "لل", "ف", "س"]) + word
            elif kind < 0.3 and len(word) > 3:
                place = dice.randrange(1, len(word))
                chosen[-1] = dice.choice([word[:place] + word[place + 1:], word[:place] + "ق" + word[place:], word[:-1], word[:-2]])
            q = " ".join(chosen)
        yield {
            "q": q, "only": dice.choice([[], [], [], ["#science"], ["@" + "كاتب-1"], ["#news", "@" + "كاتب-2"]]),
            "year": dice.choice(["", "", "", "2024", "2025", "1999"]), "byDate": dice.random() < 0.2, "typing": False,
        }


def answer_of_script(public, asked, language="ar"):
    node = shutil.which("node")
    if node:
        done = subprocess.run([node, Path(__file__).with_name("ask.mjs"), SCRIPT, public], input=json.dumps(asked), capture_output=True,
                              text=True, timeout=600, env={"SITE_LANG": language, "PATH": "/usr/bin:/bin"})
        if done.returncode:
            raise RuntimeError(done.stderr)
        return json.loads(done.stdout)
    return answer_of_browser(public, asked, language)


def answer_of_browser(public, asked, language):
    from playwright.sync_api import sync_playwright

    program = SCRIPT.read_text(encoding="utf-8") + """
      ;window.answer = async (asked, isArabic, read) => {
        const search = SiteSearch(isArabic), answers = [];
        const index = await search.open(async path => new Response(Uint8Array.from(atob(await read(path.split("?")[0])), c => c.charCodeAt())));
        for (const query of asked) {
          const eras = index.eras.filter(e => !query.year || e.years.some(([y]) => y == query.year));
          const answer = await index.ask(query, eras, true), hits = [];
          for (let at = 0; at < answer.hits.length; at += 10) {
            const cards = await Promise.all(answer.hits.slice(at, at + 10).map(index.card));
            hits.push(...search.inOrder(cards, query.q, query.byDate).filter(card => card).map(([title, url, date]) => ({ url, title, date })));
          }
          answers.push({ complete: answer.complete && hits.length > 0, hits });
        }
        return answers;
      }"""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page()
        import base64
        page.expose_function("readFile", lambda path: base64.b64encode((Path(public) / "search" / path).read_bytes()).decode())
        page.add_script_tag(content=program)
        found = page.evaluate("([asked, isArabic]) => answer(asked, isArabic, readFile)", [asked, language != "en"])
        browser.close()
    return found


def answer_of_program(site, query):
    options = []
    for facet in query["only"]:
        options += ["--section" if facet[0] == "#" else "--author", facet[1:]]
    if query["year"]:
        options += ["--year", query["year"]]
    if query["byDate"]:
        options.append("--newest")
    done = run("search", "--site", site, *options, "--json", "--", query["q"])
    return json.loads(done.stdout) if done.stdout else {"error": done.stderr}


def several_eras(site, dice):
    """The same over eras, which are searched one after the other."""
    older = site.parent / "older"
    shutil.copytree(site, older, ignore=shutil.ignore_patterns("Public", ".sitegen"))
    add_eras(older, dice)
    built = run("build", "--site", older, "--now", NOW)
    check("the site of several eras is built", built.returncode == 0, built.stdout[-2000:] + built.stderr[-2000:])
    eras = json.loads((older / "Public/search/map.json").read_text(encoding="utf-8"))["eras"]
    check("it has several eras", [era["y"] for era in eras] == [2017, 2023], eras)
    asked = [query | {"year": dice.choice(["", "", "2018", "2023", "2025"])} for query in list(queries(dice))[: max(QUERIES // 5, 20)]]
    with ThreadPoolExecutor(2) as pool:
        ours = list(pool.map(lambda query: answer_of_program(older, query), asked))
    for query, one, other in zip(asked, ours, answer_of_script(older / "Public", asked)):
        check(f"the same answer of several eras to {query['q'][:60]!r}", one == other, f"{query} {str(one)[:400]} / {str(other)[:400]}")


def main():
    dice = random.Random(3)
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        make_site(site, dice)
        built = run("build", "--site", site, "--now", NOW)
        check("the site is built", built.returncode == 0, built.stdout[-2000:] + built.stderr[-2000:])
        public = site / "Public"
        asked = list(queries(dice))
        with ThreadPoolExecutor(2) as pool:
            ours = list(pool.map(lambda query: answer_of_program(site, query), asked))
        theirs = answer_of_script(public, asked)
        for query, one, other in zip(asked, ours, theirs):
            check(f"the same answer to {query['q'][:60]!r}", one == other, f"{query} {str(one)[:400]} / {str(other)[:400]}")
        found = sum(bool(one.get("hits")) for one in ours)
        print(f"{len(asked)} queries, {found} with results")
        several_eras(site, dice)
        check("most queries find something", found * 3 > len(asked), found)

        # What nobody may find is in no file of the index.
        everything = b"".join(file.read_bytes() for file in (public / "search").rglob("*") if file.is_file())
        check("no canary in any card", CANARY.encode() not in everything)
        letters = bytes(ord(letter) - 0x5A0 for letter in CANARY)
        check("no canary in any list", letters[3:] not in everything)
        check("a canary is not found", not answer_of_program(site, {"q": CANARY, "only": [], "year": "", "byDate": False})["hits"])
        check("a synonym is found", answer_of_program(site, {"q": "covid", "only": [], "year": "", "byDate": False})["hits"])
        cards = [card for file in (public / "search/2023").glob("d*.json") for card in json.loads(file.read_text(encoding="utf-8"))]
        check("what is taken back or left out keeps its number alone", cards.count(None) == 4, cards.count(None))
        retracted = [card for card in cards if card and len(card) > 7 and card[7] == "retracted"]
        check("a retracted article is marked", len(retracted) == 1, retracted)

        first = {file: file.read_bytes() for file in (public / "search").rglob("*") if file.is_file()}
        again = run("build", "--site", site, "--now", NOW, "--clean")
        check("a clean build writes the same index", first == {file: file.read_bytes() for file in (public / "search").rglob("*") if file.is_file()}, again.stderr)
        settings = site / "Content/site.yaml"
        settings.write_text(settings.read_text(encoding="utf-8").split("search:\n  syn")[0] + "search: false\n", encoding="utf-8")
        check("the site is built without search", run("build", "--site", site, "--now", NOW).returncode == 0)
        check("without search there is nothing of it", not (public / "search").exists() and "role=\"search\"" not in (public / "index.html").read_text(encoding="utf-8"))
        missing = run("search", "--site", site, "--", "علم")
        check("without an index the command says so", missing.returncode == 1 and "build first" in missing.stderr, missing.stderr)
    finish()


main()
