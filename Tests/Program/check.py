"""Runs the built program as people do, on the sample outlet and on folders that want to break it.

    check.py PATH/TO/sitegen

Ends with `N passed, N failed`.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from totals import check, finish

SITEGEN = str(Path(sys.argv[1]).resolve())
ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-01-01T00:00:00Z"

def sitegen(*arguments, cwd=None, env=None):
    return subprocess.run([SITEGEN, *map(str, arguments)], capture_output=True, text=True, cwd=cwd, env=env, timeout=300)


def build(site, *arguments, env=None):
    return sitegen("build", "--site", site, "--now", NOW, *arguments, env=env)


def snapshot(folder, skip=()):
    """Path → digest of every file, links not followed."""
    found = {}
    for path in sorted(Path(folder).rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_file() and name not in skip:
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def times(folder):
    return {str(p): p.stat().st_mtime_ns for p in sorted(Path(folder).rglob("*"))}


def small_site(folder, articles=3):
    (folder / "Content/articles").mkdir(parents=True)
    (folder / "Content/site.yaml").write_text("name: جريدة\nurl: https://example.org/\nmessages: en\n")
    for number in range(1, articles + 1):
        (folder / f"Content/articles/2024-01-0{number}-n{number}.md").write_text(
            f"---\ntitle: خبر {number}\ndate: 2024-01-0{number}\ntags: ماء\n---\n\nنص.\n")
    shutil.copytree(ROOT / "Tests/Golden/Templates", folder / "Templates")
    return folder


def sample_outlet(work):
    site = work / "sample"
    site.mkdir()
    for name in ["Content", "Templates"]:
        shutil.copytree(ROOT / name, site / name)
    first = build(site)
    check("the sample outlet builds", first.returncode == 0, first.stderr)
    check("a build says what it did in one line", len(first.stdout.splitlines()) == 1 and "كُتب" in first.stdout, first.stdout)
    check("the sample outlet builds without a warning", first.stderr == "", first.stderr)
    before, stamps = snapshot(site / "Public"), times(site / "Public")
    second = build(site)
    check("a second build writes nothing", "لم يُكتب شيء" in second.stdout and "حُذف" not in second.stdout, second.stdout)
    check("a second build touches no time stamp", times(site / "Public") == stamps)
    for jobs in ["1", "2", "8"]:
        out = work / f"jobs{jobs}"
        build(site, "--output", out, "--jobs", jobs)
        check(f"the bytes are the same with {jobs} jobs", snapshot(out) == before)
    other = work / "elsewhere" / "a b"
    other.parent.mkdir()
    shutil.copytree(site, other, ignore=shutil.ignore_patterns("Public", ".sitegen"))
    env = dict(os.environ, TZ="Asia/Tokyo", LC_ALL="tr_TR.UTF-8")
    build(other, "--jobs", "3", env=env)
    check("the bytes are the same elsewhere, in another zone and locale", snapshot(other / "Public") == before)
    clean = build(site, "--clean")
    check("--clean writes every file anew", "لم يتغير" not in clean.stdout and snapshot(site / "Public") == before, clean.stdout)
    for name, value in [("LANG", "ar_EG.UTF-8"), ("LC_ALL", "C"), ("TZ", "Africa/Cairo"), ("TZ", "America/St_Johns")]:
        out = work / f"env-{name}-{value.replace('/', '-')}"
        build(site, "--output", out, env=dict(os.environ, **{name: value}))
        check(f"the bytes are the same with {name}={value}", snapshot(out) == before)
    umask = os.umask(0o077)
    build(site, "--output", work / "umask")
    os.umask(umask)
    check("the bytes are the same with another umask", snapshot(work / "umask") == before)
    quiet = build(site, "--quiet")
    check("--quiet prints nothing", quiet.stdout == "" and quiet.stderr == "", quiet.stdout + quiet.stderr)
    timed = build(site, "--clean", "--timings")
    check("--timings names the stages", all(s in timed.stderr for s in ["compare", "read", "typeset", "plan", "compile", "check", "publish"]), timed.stderr)
    moved = build(site, "--output", work / "moved", "--base-url", "https://other.example/news/")
    page = (work / "moved/index.html").read_text()
    check("--base-url moves every link", moved.returncode == 0 and 'href="/section' not in page and "/news/section" in page)


def verification(work):
    site = small_site(work / "verified")
    check("--verify wants something to compare with", build(site, "--verify").returncode == 1 and not (site / "Public").exists())
    build(site)
    public = site / "Public"
    stamps = times(public)
    result = build(site, "--verify")
    check("--verify finds a build as it left it", result.returncode == 0 and "as a build makes them" in result.stdout, result.stdout + result.stderr)
    check("--verify writes nothing", times(public) == stamps)
    (public / "index.html").write_text("changed by hand")
    (public / "404.html").unlink()
    (public / "mine.txt").write_text("mine")
    result = build(site, "--verify")
    lines = result.stderr.splitlines()
    check("--verify names what differs", result.returncode == 1 and len(lines) == 2
          and lines[0].startswith("Public/404.html: error: ") and lines[1].startswith("Public/index.html: error: ")
          and all(line.endswith("[differs]") for line in lines), result.stderr)
    check("--verify repairs nothing", (public / "index.html").read_text() == "changed by hand")
    check("--verify with --clean is wrong usage", build(site, "--verify", "--clean").returncode == 2)


def ownership(work):
    site = small_site(work / "own")
    build(site)
    public = site / "Public"
    (public / "google123.html").write_text("mine")
    (site / "Content/articles/2024-01-03-n3.md").unlink()
    result = build(site)
    check("a deleted article's page goes", not (public / "2024/01/n3").exists() and result.returncode == 0, result.stderr)
    check("a foreign file stays", (public / "google123.html").read_text() == "mine")
    (public / "index.html").write_text("changed by hand")
    build(site)
    check("a page changed by hand is written again", "changed" not in (public / "index.html").read_text())
    (public / "index.html").unlink()
    build(site)
    check("a page that went missing is written again", (public / "index.html").exists())
    before = snapshot(public)
    (site / "Content/articles/bad.md").write_text("---\ntitle: ع\ndate: 31/2/2024\n---\n")
    (site / "Content/articles/2024-01-01-n1.md").unlink()
    result = build(site)
    check("an error changes nothing and exits with 1", result.returncode == 1 and snapshot(public) == before, result.stderr)
    check("an error is one line with its place", result.stderr.startswith("Content/articles/bad.md:3:7: error: ") and result.stderr.count("\n") == 1, result.stderr)
    result = build(site, "--diagnostics", "json")
    problem = json.loads(result.stderr.splitlines()[0])
    check("--diagnostics json prints JSON Lines", (problem["path"], problem["line"], problem["column"], problem["id"]) == ("Content/articles/bad.md", 3, 7, "date"))

    os.remove(site / "Content/articles/bad.md")
    assets = site / "Content/assets"
    assets.mkdir(exist_ok=True)
    (assets / "data").write_text("a file")
    build(site)
    (assets / "data").unlink()
    (assets / "data/2024").mkdir(parents=True)
    (assets / "data/2024/table.csv").write_text("1,2")
    result = build(site)
    check("a file may become a folder", result.returncode == 0 and (public / "assets/data/2024/table.csv").exists(), result.stderr)
    shutil.rmtree(assets / "data")
    (assets / "data").write_text("a file")
    result = build(site)
    check("and a folder a file", result.returncode == 0 and (public / "assets/data").read_text() == "a file", result.stderr)

    stranger = work / "stranger"
    stranger.mkdir()
    (stranger / "thesis.txt").write_text("precious")
    result = build(site, "--output", stranger)
    check("a folder that is not ours is refused", result.returncode == 1 and snapshot(stranger).keys() == {"thesis.txt"} and "output-not-ours" in result.stderr, result.stderr)
    ignored = work / "ignored"
    ignored.mkdir()
    (ignored / ".gitignore").write_text("*\n")
    check("a folder with only .gitignore is adopted", build(site, "--output", ignored).returncode == 0)

    (public / "2024/01/n9").mkdir(parents=True)
    (public / "2024/01/n9/index.html").write_text("mine")
    (site / "Content/articles/2024-01-09-n9.md").write_text("---\ntitle: ع\ndate: 2024-01-09\n---\n")
    result = build(site)
    check("a foreign file in a page's place is never overwritten", result.returncode == 1 and (public / "2024/01/n9/index.html").read_text() == "mine", result.stderr)


def links(work):
    site = small_site(work / "links")
    secret = work / "secret.md"
    secret.write_text("---\ntitle: سر\ndate: 2024-01-01\n---\n")
    os.symlink(secret, site / "Content/articles/leak.md")
    result = build(site)
    check("a link that leaves Content/ is refused", result.returncode == 1 and "[stray-link]" in result.stderr, result.stderr)
    os.remove(site / "Content/articles/leak.md")
    build(site)
    outside = work / "outside"
    outside.mkdir()
    shutil.rmtree(site / "Public/tag")
    os.symlink(outside, site / "Public/tag")
    result = build(site)
    check("nothing is written through a link in the output", result.returncode == 1 and not any(outside.iterdir()), result.stderr)


def interrupted(work):
    site = small_site(work / "cut", articles=9)
    reference = work / "reference"
    build(site, "--output", reference)
    process = subprocess.Popen([SITEGEN, "build", "--site", site, "--now", NOW], stdout=subprocess.DEVNULL)
    process.kill()
    process.wait()
    result = build(site)
    check("the next build completes one that was killed", result.returncode == 0 and snapshot(site / "Public") == snapshot(reference), result.stderr)


def usage(work):
    site = small_site(work / "usage")
    check("--drafts needs another output", sitegen("build", "--site", site, "--drafts").returncode == 2)
    check("--drafts into Public by name is refused", sitegen("build", "--site", site, "--drafts", "--output", site / "Public").returncode == 2)
    check("so is a folder beneath Public", sitegen("build", "--site", site, "--drafts", "--output", site / "Public/drafts").returncode == 2)
    for folder in ["Content/articles/out", "Templates/assets/out", "Content"]:
        check(f"an output in {folder} is refused", sitegen("build", "--site", site, "--output", site / folder).returncode == 2)
    check("a site that does not exist is wrong usage", sitegen("build", "--site", work / "nowhere").returncode == 2)
    check("a clock that is none is wrong usage", sitegen("build", "--site", site, "--now", "gestern").returncode == 2)
    check("an address without scheme is wrong usage", sitegen("build", "--site", site, "--base-url", "example.org").returncode == 2)
    templates = work / "قوالب جديدة"
    templates.mkdir()
    (templates / "t.html").write_text("{{ title }}")
    (templates / "v.json").write_text('{"title": "مطر"}')
    check("a template is rendered in a folder of any name", sitegen("render", templates / "t.html", "--values", templates / "v.json").stdout == "مطر")
    settings = site / "Content/site.yaml"
    text = settings.read_text()
    settings.write_text(text + "time_zone: Africa/Cairo\n")
    result = sitegen("build", "--site", site, "--now", NOW, "--output", work / "zones", env={**os.environ, "TZDIR": str(work / "nowhere")})
    check("a machine without time zones is told of the package", result.returncode == 1 and "tzdata" in result.stderr and "[no-time-zones]" in result.stderr, result.stderr)
    settings.write_text(text)
    result = sitegen("build", "--site", site, "--now", NOW, "--output", work / "zones", env={**os.environ, "TZDIR": str(work / "nowhere")})
    check("and needs none for UTC", result.returncode == 0, result.stderr)
    check("--version names libcmark's", "libcmark 0." in sitegen("--version").stdout)
    (site / "Content/articles/2024-01-04-d.md").write_text("---\ntitle: مسودة\ndate: 2024-01-04\ndraft: true\n---\n")
    build(site, "--drafts", "--output", work / "drafts")
    page = (work / "drafts/2024/01/d/index.html").read_text()
    check("drafts are shown and marked noindex", "مسودة" in page and "noindex" in page)


with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
    for part in [sample_outlet, verification, ownership, links, interrupted, usage]:
        work = Path(folder) / part.__name__
        work.mkdir()
        part(work)
finish()
