"""A partnership's colours on the site: dark enough to be read, and as they are where they are that already."""

import re

import pytest

from tests.conftest import MakeProject
from tests.made_up import compiled
from tests.test_packs_pdf_colours import contrast, rgb


def brand(make_project: MakeProject, primary: str, accent: str) -> dict[str, str]:
    root = make_project({})
    settings = (root / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace('"#1d4f5c"', f'"{primary}"').replace('"#8a3b12"', f'"{accent}"')
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    style = compiled(root)["assets/briefings/brand.css"].decode()
    return dict(re.findall(r"--brand-(\w+): (#\w{6});", style))


def parts(colour: str) -> tuple[float, ...]:
    return rgb(tuple(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)))


@pytest.mark.parametrize(("primary", "accent"), [("#f5e663", "#ffd0d0"), ("#ffffff", "#888888")])
def test_pale_colours_are_darkened_until_they_can_be_read(make_project: MakeProject, primary: str, accent: str) -> None:
    found = brand(make_project, primary, accent)
    assert found.keys() == {"primary", "accent"}
    assert all(contrast(parts(colour), (1, 1, 1)) >= 4.5 for colour in found.values())


def test_colours_that_can_be_read_stay_as_they_are(make_project: MakeProject) -> None:
    assert brand(make_project, "#1d4f5c", "#8a3b12") == {"primary": "#1d4f5c", "accent": "#8a3b12"}
