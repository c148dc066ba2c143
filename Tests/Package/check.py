"""Installs the program below a folder, packs it for Debian, installs the package, asks it for help and removes it; looks at what
a new outlet brings for its publication.

    check.py PATH/TO/sitegen

The program that is named is packed as it is; nothing is compiled. Linux with dpkg. The package goes onto the machine itself where
that is allowed (root, and no sitegen is installed), else into a folder of its own. Ends with `N passed, N failed`.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from totals import check, finish

PROGRAM = str(Path(sys.argv[1]).resolve())
ROOT = Path(__file__).resolve().parents[2]
ARABIC = re.compile(r"[\u0621-\u064A]")
FILES = {
    "bin/sitegen", "share/man/man1/sitegen.1", "share/man/ar/man1/sitegen.1", "share/bash-completion/completions/sitegen",
    "share/fish/vendor_completions.d/sitegen.fish",
}


def run(*command, cwd=None, **env):
    return subprocess.run([*map(str, command)], capture_output=True, text=True, cwd=cwd, timeout=300, env={**os.environ, **env})


def listed(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def visible_words(command, chain=()):
    """Of each command its line, and the names of its options."""
    for part in command.get("subcommands", []):
        if part["commandName"] == "help" or not part.get("shouldDisplay", True):
            continue
        line = (*chain, part["commandName"])
        options = ["--" + name["name"] for argument in part.get("arguments", []) if argument["shouldDisplay"]
                   for name in argument.get("names", []) if name["kind"] == "long"]
        yield " ".join(line), [option for option in options if option not in ("--help", "--version")]
        yield from visible_words(part, line)


def manual_pages(share, work):
    commands = list(visible_words(json.loads(run(PROGRAM, "--experimental-dump-help", cwd=work, LC_ALL="C.UTF-8").stdout)["command"]))
    check("the parser tells of its commands", len(commands) > 20, commands)
    for name, isArabic in [("man1/sitegen.1", False), ("ar/man1/sitegen.1", True)]:
        page = share / "man" / name
        text = page.read_text().replace("\\-", "-")
        parts = dict(re.findall(r"\n\.SS (sitegen [^\n]*)\n(.*?)(?=\n\.S[SH] )", text, re.S))
        for line, options in commands:
            part = parts.get("sitegen " + line, "")
            missing = [option for option in options if f".B {option}" not in part]
            check(f"{name} has “{line}” with its options", part and not missing, missing)
            check(f"{name} says it in its language", bool(ARABIC.search(part)) == isArabic, part[:200])
        check(f"{name} names no command that is gone", set(parts) == {"sitegen " + line for line, _ in commands})
        shown = run("groff", "-man", "-ww", "-k", "-Tutf8", page)
        check(f"{name} is set without a warning", shown.returncode == 0 and not shown.stderr and "sitegen build" in re.sub(".\x08", "", shown.stdout), shown.stderr)


def completions(share, zsh):
    bash = run("bash", "-c", 'source "$1" && complete -p sitegen', "-", share / "bash-completion/completions/sitegen")
    check("bash reads the completions", bash.returncode == 0 and "sitegen" in bash.stdout, bash.stderr)
    (share / "outlet").mkdir()
    for words, wanted in [("sitegen upgr", "upgrade"), ("sitegen upgrade theme --dr", "--dry-run"), ("sitegen build --diagnostics j", "json"),
                          ("sitegen build --site out", "outlet"), ("sitegen import wordpress ba", "bash-completion")]:
        asked = run("bash", "-c", """source "$1"
            COMP_WORDS=($2) COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=$2 COMP_POINT=${#2}
            "$(complete -p sitegen | sed -E 's/.*-F ([^ ]+).*/\\1/')" sitegen "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"; echo "${COMPREPLY[@]}" """,
                    "-", share / "bash-completion/completions/sitegen", words, cwd=share)
        check(f"bash completes “{words}”", wanted in asked.stdout, asked.stdout + asked.stderr)
    for command in [("zsh", "-n", share / f"zsh/{zsh}/_sitegen"), ("fish", "--no-execute", share / "fish/vendor_completions.d/sitegen.fish")]:
        result = run(*command)
        check(f"{command[0]} reads the completions", result.returncode == 0 and not result.stderr, result.stderr)


def installed_below_a_prefix(work):
    for arguments, root, zsh in [(["PREFIX=/opt/news", f"DESTDIR={work}/stage"], work / "stage/opt/news", "site-functions"),
                                 (["PREFIX=/usr", f"DESTDIR={work}/usr"], work / "usr/usr", "vendor-completions")]:
        made = run("make", "-s", "install", f"PROGRAM={PROGRAM}", *arguments, cwd=ROOT)
        check(f"make install {arguments[0]} puts every file in its place", made.returncode == 0 and listed(root) == FILES | {f"share/zsh/{zsh}/_sitegen"}, made.stderr + str(listed(root)))
        check("and nothing elsewhere", len(listed(Path(arguments[1][8:]))) == 6)
    root = work / "stage/opt/news"
    check("the program runs where it was installed", run(root / "bin/sitegen", "--version").stdout.startswith("sitegen "))
    manual_pages(root / "share", work)
    completions(root / "share", "site-functions")
    missing = run("make", "-s", "install", "PROGRAM=/nowhere/sitegen", f"DESTDIR={work}/none", cwd=ROOT)
    check("a program that was not built is told", missing.returncode != 0 and "make release" in missing.stderr and not (work / "none").exists(), missing.stderr)


def debian_package(work):
    made = run(ROOT / "Scripts/package", PROGRAM, work)
    check("dpkg-buildpackage makes the package", made.returncode == 0, made.stderr[-2000:])
    if made.returncode:
        return
    package = made.stdout.strip()
    version = run(PROGRAM, "--version").stdout.split()[1]
    check("its version is the program's", run("dpkg-deb", "-f", package, "Version").stdout.strip() == version)
    check("it names the libraries that it needs", "libc6" in run("dpkg-deb", "-f", package, "Depends").stdout)
    size = os.path.getsize(package) / 1e6
    print(f"{Path(package).name}: {size:.1f} MB")

    own = os.geteuid() == 0 and run("dpkg", "-s", "sitegen").returncode != 0
    root = Path("/") if own else work / "root"
    dpkg = ["dpkg"]
    if not own:
        for folder in ["var/lib/dpkg/info", "var/lib/dpkg/updates", "var/log"]:
            (root / folder).mkdir(parents=True)
        (root / "var/lib/dpkg/status").touch()
        os.environ["PATH"] += ":/usr/sbin:/sbin"  # dpkg looks for ldconfig, which not every user has there.
        dpkg += [f"--root={root}", "--force-not-root", "--force-depends", "--force-script-chrootless"]
    result = run(*dpkg, "-i", package)
    try:
        check("dpkg -i installs it", result.returncode == 0, result.stderr)
        program = root / "usr/bin/sitegen"
        arabic, english = run(program, "help", cwd=work, LC_ALL="ar_EG.UTF-8"), run(program, "help", cwd=work, LC_ALL="C.UTF-8")
        check("its help speaks Arabic", arabic.returncode == 0 and "يبني الموقع" in arabic.stdout, arabic.stdout)
        check("its help speaks English", english.returncode == 0 and "Builds the site." in english.stdout and not ARABIC.search(english.stdout))
        if own and not excluded("/usr/share/man"):
            for language, word in [("C.UTF-8", "news site"), ("ar_EG.UTF-8", "")]:
                page = run("man", "-w", "sitegen", LC_ALL=language)
                check(f"man finds its page ({language})", page.stdout.strip().endswith("sitegen.1.gz") , page.stderr)
        first_hour(program, work)
        verified = run(*dpkg, "-V", "sitegen")
        check("every file is as it was packed", "sitegen" not in "".join(line for line in verified.stdout.splitlines() if not line.startswith("missing") or not excluded(line.split()[-1])), verified.stdout)
    finally:
        result = run(*dpkg, "-r", "sitegen")
    check("dpkg -r removes it", result.returncode == 0, result.stderr)
    left = [name for name in FILES if (root / "usr" / name).exists() or (root / "usr" / (name + ".gz")).exists()]
    check("and leaves nothing", not left, left)


def excluded(path):
    """Whether this machine's dpkg leaves such files out, as small images do."""
    rules = "".join(file.read_text() for file in Path("/etc/dpkg/dpkg.cfg.d").glob("*")) if Path("/etc/dpkg/dpkg.cfg.d").is_dir() else ""
    return any(path.startswith(rule.rstrip("*/")) for rule in re.findall(r"^path-exclude=(\S+)", rules, re.M))


def first_hour(program, work):
    """What a newcomer does first, with the package alone."""
    site = work / "صحيفتي"
    env = {"LC_ALL": "ar_EG.UTF-8"}
    new = run(program, "new", "site", site, **env)
    check("a newcomer makes an outlet", new.returncode == 0 and "الموقع جاهز" in new.stdout, new.stderr)
    article = run(program, "new", "article", "أول خبر", "--site", site, **env)
    path = site / article.stdout.strip()
    check("and an article", article.returncode == 0 and path.is_file(), article.stderr)
    path.write_text(path.read_text().replace("draft: true\n", "") + "\nنص الخبر.\n")
    checked = run(program, "check", "--site", site, **env)
    check("which is checked", checked.returncode == 0 and "لا أخطاء" in checked.stdout, checked.stdout)
    built = run(program, "build", "--site", site, **env)
    check("and built", built.returncode == 0 and "أول خبر" in (site / "Public/index.html").read_text(), built.stderr)
    upgrade(program, site)
    publication(program, site)


def upgrade(program, site):
    """The program's own theme over an outlet that edited, deleted and lacks files of it."""
    def upgraded(*more):
        return run(program, "upgrade", "theme", "--site", site, *more, LC_ALL="C.UTF-8")

    before = listed(site)
    check("a new outlet has the newest theme", "تجدّد: 0، أُضيف: 0" in upgraded().stdout and listed(site) == before)
    record = (site / "Templates/.theme").read_text()
    page, style = site / "Templates/page.html", site / "Templates/assets/style.css"
    (site / "Templates/tag.html").unlink()
    older = {"Templates/page.html": "old\n", "Templates/assets/style.css": "older\n"}
    for path, text in older.items():
        (site / path).write_text(text)
    check("an edited file whose theme is as it was stays", "تجدّد: 0" in upgraded().stdout and page.read_text() == "old\n")
    (site / "Templates/.theme").unlink()
    plan = upgraded("--dry-run", "--diff")
    check("--dry-run shows what would change, and writes nothing", "! Templates/page.html" in plan.stdout and "+ Templates/tag.html" in plan.stdout
          and "    -old" in plan.stdout and "لم يُكتب شيء" in plan.stdout and not (site / "Templates/.theme").exists(), plan.stdout)
    done = upgraded()
    check("without a record what differs counts as edited", page.read_text() == "old\n" and style.read_text() == "older\n"
          and (site / "Templates/page.html.new").exists() and (site / "Templates/assets/style.css.new").exists(), done.stdout)
    check("what is missing comes", (site / "Templates/tag.html").exists())
    check("the record is as a new outlet has it", (site / "Templates/.theme").read_text() == record)
    check("a second run has nothing to do", "بجانب ما غيّرتموه: 0" in upgraded().stdout)
    for path in older:
        os.replace(site / (path + ".new"), site / path)
    check("the outlet is as it was", listed(site) == before)
    nowhere = run(program, "upgrade", "theme", "--site", site / "Content", LC_ALL="C.UTF-8")
    check("a folder that is no outlet is refused", nowhere.returncode == 1 and "[no-site]" in nowhere.stderr and not (site / "Content/Templates").exists(), nowhere.stderr)


def steps_of(workflow):
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def is_shell(text):
    return subprocess.run(["bash", "-n"], input=text, text=True, capture_output=True).returncode == 0


def publication(program, site):
    """The handbook and the workflows of a new outlet."""
    github = yaml.safe_load((site / ".github/workflows/publish.yml").read_text())
    steps = steps_of(github)
    scripts = [re.sub(r"\$\{\{.*?\}\}", "X", step["run"]) for step in steps if "run" in step]
    whole = "\n".join(scripts)
    # YAML 1.1 reads the key `on` as true.
    check("GitHub publishes after a push and by the clock", github[True]["push"]["branches"] == ["main"] and github[True]["schedule"][0]["cron"])
    check("its steps are shell", scripts and all(map(is_shell, scripts)), scripts)
    check("it checks, and builds so that removals go through", "sitegen check" in whole and "--hold-broken" in whole and "-eq 3" in whole)
    kept = next(step["with"]["path"].split() for step in steps if step.get("uses", "").startswith("actions/cache"))
    check("it keeps the pages and the pictures of the last run", kept == ["Public", ".sitegen"], kept)
    check("remarks stop no removal", next(step for step in steps if step.get("name") == "Check")["continue-on-error"])

    gitlab = yaml.safe_load((site / ".gitlab-ci.yml").read_text())
    lines = gitlab["pages"]["script"] + gitlab[".sitegen"]["before_script"]
    check("GitLab's steps are shell", all(isinstance(line, str) and is_shell(line) for line in lines), lines)
    check("GitLab builds so that removals go through", "--hold-broken" in lines[0] and "-eq 3" in lines[0])
    check("it keeps the pages and the pictures of the last run", gitlab["pages"]["cache"]["paths"] == ["Public", ".sitegen"])
    check("remarks stop no removal there", gitlab["check"]["allow_failure"] is True)

    handbook = (site / "README.md").read_text()
    cron = re.search(r"```cron\n(.*)\n```", handbook).group(1)
    when, command = cron.split("  ", 1)
    check("the handbook has a line for cron", len(when.split()) == 5 and is_shell(command) and "--hold-broken" in command and "%" not in command, cron)
    for path in re.findall(r"`((?:Content|Templates|Public|\.github)[^` ]*)`", handbook):
        check(f"{path} of the handbook is there", (site / path).exists())
    ignored = run("git", "init", "-q", cwd=site), run("git", "status", "--porcelain", "-uall", cwd=site)
    shown = ignored[1].stdout
    check("git takes the outlet, and not what a build leaves", ".theme" in shown and ".sitegen/" not in shown and "Public/index.html" not in shown, shown)
    shutil.rmtree(site / ".git")
    # The line as a server runs it, with a copy in place of rsync.
    broken = site / "Content/articles/broken.md"
    broken.write_text("---\ntitle: ع\ndate: 31/2/2024\n---\n")
    gone = next((site / "Content/articles").rglob("*كيف-نضيف-صورة.md"))
    text = gone.read_text()
    gone.write_text(text.replace("---\n", "---\nstatus: removed\n", 1))
    line = command.replace("/srv/outlet", str(site)).replace("rsync -a --delete-after Public/ server:/srv/www/", "echo uploaded")
    result = subprocess.run(["sh", "-c", line], capture_output=True, text=True, env={**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}"})
    check("its line uploads although an article is broken", result.stdout == "uploaded\n" and "broken.md" in result.stderr, result.stdout + result.stderr)
    check("and the removed article is gone", not any("ضع الصورة في مجلد المادة" in path.read_text() for path in (site / "Public").rglob("*.html")))
    broken.unlink()
    gone.write_text(text)


def repository_files():
    """What cannot be tried here is at least what its reader expects."""
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    check("the action is a composite one", action["runs"]["using"] == "composite" and action["inputs"]["package"]["required"] is True)
    scripts = [re.sub(r"\$\{\{.*?\}\}", "X", step["run"]) for step in action["runs"]["steps"] if "run" in step]
    check("its steps are shell", scripts and all(map(is_shell, scripts)), scripts)
    check("each of them names its shell", all(step.get("shell") == "bash" for step in action["runs"]["steps"] if "run" in step))
    used = set(re.findall(r"inputs\.([a-z-]+)", (ROOT / "action.yml").read_text()))
    check("it uses the inputs that it declares", used == set(action["inputs"]), used)
    words = {line.split()[0] for line in (ROOT / "Containerfile").read_text().splitlines() if line and not line.startswith(("#", " "))}
    check("the Containerfile has instructions alone", words <= {"FROM", "ARG", "COPY", "RUN", "WORKDIR", "ENTRYPOINT", "CMD", "LABEL"}, words)
    for name in ("action.yml", "Containerfile"):
        check(f"{name} says that it is untried", "Untried" in (ROOT / name).read_text())


if sys.platform != "linux" or not shutil.which("dpkg-buildpackage"):
    print("0 passed, 0 failed")
    sys.exit()
with tempfile.TemporaryDirectory() as folder:
    for part in [installed_below_a_prefix, debian_package]:
        work = Path(folder) / part.__name__
        work.mkdir()
        part(work)
repository_files()
finish()
