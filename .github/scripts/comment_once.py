#!/usr/bin/env python3
"""Writes a comment on an issue or a pull request once, and renews it from then on: comment_once.py NUMBER NAME FILE.

The hidden first line `<!-- NAME -->` tells the comment from others. It runs with a token that may write, so it uses
nothing but Python's own library and GitHub's own program, and takes the file for text.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

# Whoever copies the hidden line into a comment of their own must not have it overwritten.
OURS = "github-actions[bot]"


def main(number: str, name: str, file: str) -> None:
    """Renew the comment of that name, or write it."""
    if not number.isdecimal():
        sys.exit("The first word is the number of an issue or a pull request.")
    marker = f"<!-- {name} -->"
    text = Path(file).read_text("utf-8")
    body = text if text.startswith(marker) else f"{marker}\n{text}"
    repository = f"repos/{os.environ['GITHUB_REPOSITORY']}"
    comments = f"{repository}/issues/{number}/comments"
    pages = json.loads(gh("api", "--paginate", "--slurp", f"{comments}?per_page=100"))
    known = [comment["id"] for page in pages for comment in page if is_ours(comment, marker)]
    where = ("PATCH", f"{repository}/issues/comments/{known[0]}") if known else ("POST", comments)
    gh("api", "--method", *where, "--input", "-", given=json.dumps({"body": body}))


def is_ours(comment: dict[str, Any], marker: str) -> bool:
    """Whether a comment is the one to renew. An account that is gone is null."""
    return (comment["user"] or {}).get("login") == OURS and comment["body"].startswith(marker)


def gh(*arguments: str, given: str | None = None) -> str:
    """What GitHub's program prints. Its own complaint is shown, and ends the run."""
    done = subprocess.run(  # noqa: S603  a list of arguments; the only free text is given on standard input
        ["gh", *arguments],  # noqa: S607  the one that GitHub's machines have
        input=given,
        stdout=subprocess.PIPE,
        check=False,
        encoding="utf-8",
    )
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout


if __name__ == "__main__":
    main(*sys.argv[1:])
