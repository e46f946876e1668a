"""Runs Pagefind over the rendered site."""

import base64
import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import IO, Any

from cbor2 import CBORDecodeError
from pagefind.service import get_executable

from scripts.search_files import in_fixed_order

# Chips, neighbours and further reading repeat other pages' titles; found there, they would lead to the wrong page.
# Labels say what the filters say.
_NOT_SEARCHED = (".labels", ".meta", ".tags", ".prev-next", ".more")

# Pagefind reads the others too, only to leave them out.
_FOUND = "data-pagefind-body"

# What the shell says of a page to the index alone: by what it is filtered and sorted, and its other words.
_NOTES = re.compile(r"<div hidden data-pagefind-ignore>.*?</div>\n?", re.DOTALL)
_END_OF_TEXT = "</article>"

# Pagefind's own search boxes; ours are in the shell.
_READY_MADE = re.compile(r"-ui\.|-highlight\.")


class SearchIndexError(Exception):
    """Pagefind refused; the message is its own."""


def take_out_notes(site: Path) -> Mapping[str, str]:
    """Take the notes for the search index out of every page, and give them by the page's path.

    They are a tenth of a page's weight, and no reader's browser has a use for them.
    """
    notes: dict[str, str] = {}
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        if found := _NOTES.search(text):
            notes[page.relative_to(site).as_posix()] = found.group()
            page.write_text(text[: found.start()] + text[found.end() :], "utf-8", newline="\n")
    return notes


def index(site: Path, notes: Mapping[str, str]) -> Mapping[str, bytes]:
    """The files of a site's search index, by path. Raises SearchIndexError with Pagefind's own words.

    Through Pagefind's service, not its command: the command numbers pages as the disk happens to list them, says
    nothing of a full disk, and goes on writing into the folder when the build is killed. Its own Python class waits
    a tenth of a second for each page and breaks on answers over 2 MB.
    """
    try:
        return in_fixed_order(
            {name: data for name, data in _files(site, notes).items() if not _READY_MADE.search(name)}
        )
    except (CBORDecodeError, ValueError, LookupError) as error:
        raise SearchIndexError(f"Pagefind's files do not have the form of Pagefind 1.5's: {error}") from error


def write_index(site: Path, files: Mapping[str, bytes]) -> None:
    """Put the files of a search index into site/pagefind/."""
    for name, data in files.items():
        target = site / "pagefind" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _files(site: Path, notes: Mapping[str, str]) -> dict[str, bytes]:
    program = get_executable()
    if program is None:
        raise SearchIndexError("Pagefind is not installed. Run: make setup")
    with tempfile.TemporaryFile() as words, ThreadPoolExecutor(max_workers=1) as beside_us:
        try:
            return _indexed([str(program), "--service"], _requests(site, notes), words, beside_us)
        except (EOFError, BrokenPipeError):
            words.seek(0)
            message = words.read().decode("utf-8", "replace").strip()
            raise SearchIndexError(message or "Pagefind stopped before the index was finished.") from None


def _indexed(
    command: list[str], requests: Iterator[Mapping[str, object]], words: IO[bytes], beside_us: Executor
) -> dict[str, bytes]:
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=words) as service:  # noqa: S603  its own program
        assert service.stdin and service.stdout  # noqa: S101  both are pipes
        # Pagefind reads one page while the next are made ready for it.
        sent = beside_us.submit(_send, service.stdin, requests)
        for answer in _answers(service.stdout.fileno()):
            if answer["type"] == "GetFiles":
                sent.result()
                return {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}
            if answer["type"] == "Error":
                service.kill()
                raise SearchIndexError(f"Pagefind: {answer['message']}")
        sent.result()
    raise EOFError


def _requests(site: Path, notes: Mapping[str, str]) -> Iterator[Mapping[str, object]]:
    """One index of every page that the shell marks as found by search, in the order of their paths."""
    yield {"type": "NewIndex", "config": {"exclude_selectors": _NOT_SEARCHED}}
    for name, page in sorted((page.relative_to(site).as_posix(), page) for page in site.rglob("*.html")):
        text = page.read_text("utf-8")
        if _FOUND in text:
            whole = text.replace(_END_OF_TEXT, notes.get(name, "") + _END_OF_TEXT, 1)
            yield {"type": "AddFile", "index_id": 0, "file_path": name, "file_contents": whole}
    yield {"type": "GetFiles", "index_id": 0}


def _send(pipe: IO[bytes], requests: Iterator[Mapping[str, object]]) -> None:
    """Messages to and from the service are JSON in Base64, each ended by a comma."""
    try:
        for number, request in enumerate(requests):
            message = json.dumps({"message_id": number, "payload": request})
            pipe.write(base64.b64encode(message.encode()) + b",")
        pipe.flush()
    except BaseException:
        # Without this the service would wait for the rest, and we for its answer.
        pipe.close()
        raise


def _answers(file: int) -> Iterator[dict[str, Any]]:
    """The service's answers, in the order of the requests, until it stops."""
    rest = b""
    while part := os.read(file, 1 << 20):
        *messages, rest = (rest + part).split(b",")
        for message in messages:
            yield json.loads(base64.b64decode(message))["payload"]
