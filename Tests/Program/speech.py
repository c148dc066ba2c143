"""Looks at what the program says of itself and of a line it cannot take: help, usage errors, in Arabic and in English.

    speech.py PATH/TO/sitegen

Every command and every option that the parser knows is asked for in both languages. Ends with `N passed, N failed`.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from totals import check, finish

SITEGEN = str(Path(sys.argv[1]).resolve())
ARABIC = re.compile(r"[\u0621-\u064A]")
LOCALES = {"ar": "ar_EG.UTF-8", "en": "C.UTF-8"}


def sitegen(*arguments, language="ar", cwd, **more):
    env = {key: value for key, value in os.environ.items() if key not in ("LANG", "LC_ALL", "LC_MESSAGES")}
    env.update({"LC_ALL": LOCALES[language]}, **more)
    return subprocess.run([SITEGEN, *map(str, arguments)], capture_output=True, text=True, cwd=cwd, env=env, timeout=60)


def commands(command, chain=()):
    """Every command with its chain of names."""
    yield chain, command
    for part in command.get("subcommands", []):
        # The parser's own, whose words in Arabic are ours.
        if part["commandName"] != "help":
            yield from commands(part, (*chain, part["commandName"]))


def tree(language, folder):
    return json.loads(sitegen("--experimental-dump-help", language=language, cwd=folder).stdout)["command"]


def names(argument):
    return ["-" * (2 if name["kind"] == "long" else 1) + name["name"] for name in argument.get("names", [])]


def columns(text):
    return sum(not unicodedata.combining(letter) for letter in text)


def everything_has_its_arabic(folder):
    english = {chain: command for chain, command in commands(tree("en", folder))}
    for chain, command in commands(tree("ar", folder)):
        line = " ".join(("sitegen", *chain))
        other = english[chain]
        check(f"{line} says in Arabic what it does", ARABIC.search(command.get("abstract", "")), command.get("abstract"))
        check(f"{line} says in English what it does", not ARABIC.search(other.get("abstract", "ا")), other.get("abstract"))
        for text in (command, other):
            check(f"{line} tells as much in both languages", bool(text.get("discussion")) == bool(other.get("discussion")))
        if command.get("discussion"):
            check(f"{line} tells more in Arabic", ARABIC.search(command["discussion"]), command["discussion"])
        page = sitegen("help", *chain, cwd=folder)
        check(f"{line} has a page of help", page.returncode == 0 and page.stdout and not page.stderr, page.stderr)
        for word in ("OVERVIEW", "USAGE", "OPTIONS", "Show help", "default:", "values:"):
            check(f"no English word of the parser is in the help of {line}", word not in page.stdout, page.stdout)
        if chain:
            for flag in ("--help", "-h"):
                check(f"{line} {flag} prints the same page", sitegen(*chain, flag, cwd=folder).stdout == page.stdout)
        lines = page.stdout.splitlines()
        check(f"the help of {line} is no wider than a terminal", all(columns(text) <= 80 for text in lines), max(lines, key=len))
        for argument in command.get("arguments", []):
            if not argument["shouldDisplay"] or argument["valueName"] in ("help", "version"):
                continue
            label = ", ".join(names(argument)) or "<" + argument["valueName"] + ">"
            check(f"{line} {label} says in Arabic what it does", ARABIC.search(argument.get("abstract", "")), argument)
            if argument["kind"] != "flag":
                check(f"{line} {label} names its value in Arabic", ARABIC.search(argument["valueName"]), argument["valueName"])
            check(f"{label} stands on a line of its own in the help of {line}", any(
                text.strip().startswith(label) and not ARABIC.search(re.sub(r"<[^>]*>", "", text)) for text in lines), page.stdout)
        for part in command.get("subcommands", []):
            if part["commandName"] != "help" and part.get("shouldDisplay", True):
                check(f"{part['commandName']} stands on a line of its own in the help of {line}", "  " + part["commandName"] in lines)
        plain = sitegen("help", *chain, language="en", cwd=folder).stdout
        check(f"the help of {line} is English elsewhere", plain.startswith("OVERVIEW: ") and not ARABIC.search(plain), plain)


# A line, what its error names, what it suggests (a line of its own); None for no suggestion.
WRONG = [
    (["biuld"], "«biuld»", "sitegen build"),
    (["wordpress"], "«wordpress»", "sitegen import wordpress"),
    (["new", "artcle", "عنوان"], "«artcle»", "sitegen new article"),
    (["import", "worldpress", "x.xml"], "«worldpress»", "sitegen import wordpress"),
    (["frobnicate"], "«frobnicate»", None),
    (["--site", "x", "build"], "«--site»", None),
    (["build", "--strct"], "«--strct»", "--strict"),
    (["build", "-strict"], "«-strict»", "--strict"),
    (["build", "--hold"], "«--hold»", "--hold-broken"),
    (["build", "--frobnicate"], "«--frobnicate»", None),
    (["build", "--site"], "«--site»", "--site <مجلد>"),
    (["build", "--output", "--strict"], "«--output»", "--output <مجلد>"),
    (["serve", "--port"], "«--port»", "--port <منفذ>"),
    (["build", "--strict=3"], "«--strict»", "--strict"),
    (["build", "--jobs", "كثير"], "«كثير»", "--jobs <عدد>"),
    (["serve", "--port", "99999"], "65535", "--port <منفذ>"),
    (["search", "ماء", "--year", "x"], "«x»", "--year <سنة>"),
    (["build", "--diagnostics", "jsn"], "«jsn»", "--diagnostics json"),
    (["check", "--format", "pdf"], "«pdf»", "--format github"),
    (["plan", "--list", "asets"], "«asets»", "--list assets"),
    (["build", "folder"], "«folder»", "sitegen build --site folder"),
    (["build", "--site", "My", "Site"], "«Site»", "sitegen build --site 'My Site'"),
    (["build", "--site=My", "Site", "--strict"], "«Site»", "sitegen build '--site=My Site' --strict"),
    (["new", "site", "صحيفتي", "الأولى"], "«الأولى»", "sitegen new site 'صحيفتي الأولى'"),
    (["new", "article", "رئيس", "يتراجع", "عن", "قوله"], "«قوله»", "sitegen new article 'رئيس يتراجع عن قوله'"),
    (["new", "article"], "ينقص", "<عنوان>"),
    (["new", "site"], "ينقص", "<مجلد>"),
    (["author", "withdraw", "اسم"], "ينقص", "--as <اسم>"),
    (["import", "wordpress"], "ينقص", "<ملف>"),
    (["import", "wordpress", "x.zip"], "مضغوط", None),
    (["import", "feed", "x", "--updated", "some"], "«--updated»", None),
    (["upgrade", "thme"], "«thme»", "sitegen upgrade theme"),
    (["build", "--drafts"], "«--drafts»", None),
    (["build", "--site", "nowhere"], "«nowhere»", None),
    (["build", "--now", "أمس"], "«أمس»", None),
    (["build", "--base-url", "example"], "«example»", None),
    (["plan", "--built"], "«--built»", None),
    (["explain", "broken-lnk"], "«broken-link»", None),
    (["import", "feed", "x", "--messages", "fr"], "«--messages»", None),
]


def wrong_lines(folder):
    for line, names_it, instead in WRONG:
        told = sitegen(*line, cwd=folder)
        shown = " ".join(line)
        lines = told.stderr.splitlines()
        check(f"“{shown}” is wrong usage", told.returncode == 2 and not told.stdout, (told.returncode, told.stdout, told.stderr))
        check(f"“{shown}” is told in Arabic, with what is wrong", lines and lines[0].startswith("خطأ: ") and names_it in told.stderr, told.stderr)
        check(f"“{shown}” is told in no English", not re.search(r"\b(Error|Usage|Help|error|invalid|Missing|See)\b", told.stderr), told.stderr)
        if instead:
            check(f"“{shown}” is told what was meant, on a line of its own", "  " + instead in lines, told.stderr)
        english = sitegen(*line, language="en", cwd=folder)
        check(f"“{shown}” is told in English elsewhere", english.returncode == 2 and english.stderr[:6].lower() == "error:", english.stderr)


def language(folder):
    arabic = folder / "arabic/Content"
    arabic.mkdir(parents=True)
    (arabic / "site.yaml").write_text("name: صحيفة\nurl: https://example.org/\n")
    english = folder / "english/Content"
    english.mkdir(parents=True)
    (english / "site.yaml").write_text("name: Paper\nurl: https://example.org/\nlanguage: en\n")

    def speaks(*line, cwd=folder, **env):
        out = sitegen(*line, cwd=cwd, **env)
        return bool(ARABIC.search(out.stderr + out.stdout))

    check("an Arabic outlet decides, whatever the locale", speaks("help", cwd=folder / "arabic", language="en"))
    check("an English outlet decides, whatever the locale", not speaks("help", cwd=folder / "english", language="ar"))
    check("--site names the outlet", speaks("build", "--site", "arabic", "--bad", language="en"))
    check("--site= too", not speaks("build", "--site=english", "--bad", language="ar"))
    check("the last --site counts", speaks("build", "--site=english", "--site", "arabic", "--bad", language="en"))
    for settings, isArabic in [("language: en\nmessages: ar\n", True), ("language: ar\nmessages: en\n", False), ("language: \"en\"\n", False),
                               ("language: en  # لغة\n", False), ("اللغة: en\n", False), ("لغة الرسائل: en\n", False), ("{language: en}\n", False),
                               ("sections:\n- أخبار\nlanguage: fr\r\n", False), ("words: {x: y}\nlanguage: ar-EG\n", True)]:
        other = "{name: Paper, url: https://example.org/, language: en}\n" if settings[0] == "{" else "name: Paper\nurl: https://example.org/\n" + settings
        (english / "site.yaml").write_text(other)
        check(f"site.yaml is read as builds read it: {settings!r}", speaks("help", cwd=folder / "english", language="ar") == isArabic)
    (english / "site.yaml").write_text("name: Paper\nurl: https://example.org/\nlanguage: en\n")
    check("--messages decides before both", not speaks("check", "--messages", "en", "--bad", cwd=folder / "arabic"))
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        env = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "", variable: "ar_SA.UTF-8"}
        check(f"{variable} decides where there is no outlet", speaks("help", **env))
    check("LC_ALL goes before LANG", not speaks("help", LC_ALL="en_GB.UTF-8", LANG="ar_SA.UTF-8"))
    check("a command's name that is unknown to help is told", "«biuld»" in sitegen("help", "biuld", cwd=folder).stderr)
    check("--version is the same everywhere", sitegen("--version", cwd=folder).stdout == sitegen("--version", language="en", cwd=folder).stdout)
    for shell in ("bash", "zsh", "fish"):
        script = sitegen("--generate-completion-script", shell, cwd=folder)
        check(f"completions for {shell} are no help", script.returncode == 0 and "sitegen" in script.stdout and "OVERVIEW" not in script.stdout)


def terminal(folder):
    """On a terminal words that run from left to right are isolated; only there."""
    check("no isolating characters but on a terminal", not re.search("[\u2066-\u2069]", sitegen("help", "build", cwd=folder).stdout))
    if not sys.platform.startswith("linux"):
        return
    env = {**os.environ, "LC_ALL": "ar_EG.UTF-8"}
    shown = subprocess.run(["script", "-qec", f"{SITEGEN} help build", "/dev/null"], capture_output=True, text=True, cwd=folder, env=env).stdout
    check("Content/ is isolated on a terminal", "\u2066Content/\u2069" in shown, shown)
    check("and so is an option within a sentence", "\u2066--output\u2069" in shown, shown)
    check("isolates are closed", shown.count("\u2066") == shown.count("\u2069") > 0)
    told = subprocess.run(["script", "-qec", f"{SITEGEN} build --bad", "/dev/null"], capture_output=True, text=True, cwd=folder, env=env).stdout
    check("so is what was typed", "\u2066--bad\u2069" in told, told)


with tempfile.TemporaryDirectory() as folder:
    for part in [everything_has_its_arabic, wrong_lines, language, terminal]:
        work = Path(folder) / part.__name__
        work.mkdir()
        part(work)
finish()
