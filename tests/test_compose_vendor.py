"""What is taken over from others is what its README says, byte for byte, and is loaded on the compose page alone."""

import hashlib
import re
from pathlib import Path

from tests.conftest import ROOT

VENDOR = ROOT / "overrides" / "assets" / "vendor"


def test_every_file_has_the_checksum_that_the_readme_says() -> None:
    said = dict(
        re.findall(r"^\| `([^`]+)` .* `([0-9a-f]{64})` \|$", (VENDOR / "README.md").read_text("utf-8"), re.MULTILINE)
    )
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.iterdir()
        if path.name != "README.md"
    }
    assert found == said
    assert any("LICENSE" in name for name in found)


def test_only_the_compose_page_loads_it(site: Path) -> None:
    loading = [path for path in site.rglob("*.html") if "briefings/compose/compose.js" in path.read_text("utf-8")]
    assert loading == [site / "compose" / "index.html"]
    scripts = [path for path in (site / "assets" / "briefings").rglob("*.js") if "vendor/" in path.read_text("utf-8")]
    assert {path.parent.name for path in scripts} == {"compose"}
