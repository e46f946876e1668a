"""Writing a file that people have: whole, or not at all."""

import shutil
from pathlib import Path


def write_at_once(target: Path, data: bytes) -> None:
    """Write beside and put in place in one step, so that no half file is ever there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.write_bytes(data)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
