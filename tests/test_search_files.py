"""Pagefind's files, put in a fixed order: nothing that the search reads may be lost or changed on the way."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from cbor2 import CBORDecodeError

from scripts.search_files import in_fixed_order
from scripts.search_index import SearchIndexError, index
from tests.made_up import publication


def _cbor(value: Any) -> bytes:
    """A value as RFC 8949 has it, in the longest form of every number: another way than the module's own."""
    if isinstance(value, int):
        return b"\x1b" + value.to_bytes(8, "big")
    if isinstance(value, str):
        return b"\x7b" + len(value.encode()).to_bytes(8, "big") + value.encode()
    return b"\x9b" + len(value).to_bytes(8, "big") + b"".join(map(_cbor, value))


def _file(value: Any) -> bytes:
    return gzip.compress(b"pagefind_dcd" + _cbor(value))


Filter = tuple[str, str, list[list[Any]]]


def _index(filters: list[Filter]) -> dict[str, bytes]:
    """An index of one language with these filters: each its name, its file's name, its values with their pages."""
    meta = [
        "1.5.2",
        [["en_p", 300]],
        [["a", "z", "en_w"]],
        [[n, f] for n, f, _ in filters],
        [["date", [1, 0]]],
        ["title"],
    ]
    languages = {"en": {"hash": f"en_{filters[0][1]}", "wasm": "en", "page_count": 1}}
    return {
        "pagefind-entry.json": json.dumps({"version": "1.5.2", "languages": languages}).encode(),
        f"pagefind.en_{filters[0][1]}.pf_meta": _file(meta),
        "index/en_w.pf_index": b"words",
        **{f"filter/{file}.pf_filter": _file([name, values]) for name, file, values in filters},
    }


KIND: Filter = ("kind", "en_1", [["Publication", [0, 24, 255, 256, 70_000]], ["Case – review", [1]]])
YEAR: Filter = ("year", "en_2", [["2024", [1]], ["2019", []]])


def test_whatever_order_pagefind_came_out_with_the_files_are_the_same() -> None:
    one = in_fixed_order(_index([KIND, YEAR]))
    turned = [(name, f"en_{number}", values[::-1]) for number, (name, _, values) in enumerate([YEAR, KIND], start=7)]
    other = in_fixed_order(_index(turned))
    assert one == other
    assert list(one) == list(other) == sorted(one)


def test_nothing_is_lost_and_every_name_leads_to_its_file() -> None:
    files = in_fixed_order(_index([KIND, YEAR]))
    (language,) = json.loads(files["pagefind-entry.json"])["languages"].values()
    meta = gzip.decompress(files[f"pagefind.{language['hash']}.pf_meta"])
    assert meta.startswith(b"pagefind_dcd\x86\x651.5.2\x81\x82\x64en_p\x19\x01\x2c\x81\x83aaazden_w")
    filters = {name: gzip.decompress(data) for name, data in files.items() if name.startswith("filter/")}
    assert len(filters) == 2
    for name in filters:
        assert name.removeprefix("filter/").removesuffix(".pf_filter").encode() in meta
    assert sorted(filters.values()) == [
        b"pagefind_dcd\x82\x64kind\x82\x82\x6fCase \xe2\x80\x93 review\x81\x01"
        b"\x82\x6bPublication\x85\x00\x18\x18\x18\xff\x19\x01\x00\x1a\x00\x01\x11\x70",
        b"pagefind_dcd\x82\x64year\x82\x82\x642019\x80\x82\x642024\x81\x01",
    ]
    assert files["index/en_w.pf_index"] == b"words"


@pytest.mark.parametrize("broken", [b"", b"\x82", b"\xa1\x61a\x01"], ids=["nothing", "cut off", "a mapping"])
def test_a_form_that_is_not_known_is_said_and_not_guessed(broken: bytes) -> None:
    files = _index([KIND])
    files["filter/en_1.pf_filter"] = gzip.compress(b"pagefind_dcd" + broken)
    with pytest.raises((CBORDecodeError, ValueError, LookupError)):
        in_fixed_order(files)


def test_the_index_holds_every_page_and_none_of_pagefind_s_own_boxes(tmp_path: Path) -> None:
    for name in ("a", "b (1) [x]", "ü"):
        (tmp_path / name).mkdir()
        page = f'<html lang="en"><body><main data-pagefind-body><h1>{name}</h1>{publication()}</main></body></html>'
        (tmp_path / name / "index.html").write_text(page, "utf-8")
    files = index(tmp_path, {})
    assert json.loads(files["pagefind-entry.json"])["languages"]["en"]["page_count"] == 3
    assert not [name for name in files if name.endswith(".css") or "-ui" in name]
    assert list(tmp_path.rglob("*.pf_*")) == []


def test_pagefind_s_own_words_reach_us(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/echo")
    with pytest.raises(SearchIndexError, match="Pagefind"):
        index(tmp_path, {})


def test_a_page_that_cannot_be_read_ends_the_index(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<html data-pagefind-body>caf\xe9")
    with pytest.raises(SearchIndexError):
        index(tmp_path, {})
