"""Pagefind's index files in an order that is the same in every run.

Pagefind 1.5 lists filters and their values as its hash table happens to hold them, and names the files by what
comes out, so that no two runs agree. Its next release sorts them; then this module can go.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"


def in_fixed_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by path, sorted, with filters, their values, and what is named after them in a fixed order."""
    ordered = dict(files)
    entry = json.loads(files[_ENTRY])
    for language in entry["languages"].values():
        old = language["hash"]
        version, pages, chunks, filters, sorts, fields = _decoded(ordered.pop(f"pagefind.{old}.pf_meta"))
        prefix = old.rpartition("_")[0]
        renamed = []
        for name, file in sorted(filters):
            own_name, values = _decoded(ordered.pop(f"filter/{file}.pf_filter"))
            data = cbor2.dumps([own_name, sorted(values)])
            renamed.append([name, _name(prefix, data)])
            ordered[f"filter/{renamed[-1][1]}.pf_filter"] = _compressed(data)
        meta = cbor2.dumps([version, pages, chunks, renamed, sorts, fields])
        language["hash"] = _name(prefix, meta)
        ordered[f"pagefind.{language['hash']}.pf_meta"] = _compressed(meta)
    ordered[_ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return dict(sorted(ordered.items()))


def _name(prefix: str, data: bytes) -> str:
    return f"{prefix}_{hashlib.sha256(data).hexdigest()[:16]}"


def _compressed(data: bytes) -> bytes:
    return gzip.compress(_MARK + data, mtime=0)


def _decoded(file: bytes) -> Any:  # noqa: ANN401  lists of lists, texts and numbers
    return cbor2.loads(gzip.decompress(file).removeprefix(_MARK))
