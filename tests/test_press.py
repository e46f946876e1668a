"""Packs are made once, made again when what they are made of changes, and a pack that fails is named."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.cli import main
from scripts.documents import Document, Imprint
from scripts.packs import Pack
from scripts.press import CACHE, PackError, press, press_all
from tests.conftest import MakeProject
from tests.made_up import briefing, publication

FILES: dict[str, str | bytes] = {
    "briefings/publications/one.md": publication(1, key_messages=["First."]),
    "briefings/publications/two.md": publication(2, key_messages=["Second."]),
    "briefings/good-practice/three.md": briefing(3),
}
IMPRINT = Imprint(
    partnership="Made-up partnership",
    notice="",
    site_name="Made-up site",
    site_url="https://made-up.example.org/",
    email="",
    primary="#1d4f5c",
    accent="#8a3b12",
    worried=(),
    extensions="[]",
)


class Counter:
    """Counts what the press says that it makes."""

    def __init__(self) -> None:
        self.totals: list[int] = []
        self.done = 0

    def __call__(self, total: int) -> Callable[[], object]:
        self.totals.append(total)
        return self._one

    def _one(self) -> None:
        self.done += 1


def pack(name: str, text: str = "Text.", design: str = "one-page") -> Pack:
    document = Document(f"publications/{name}", name, "Publication", "https://x.example.org/", date(2026, 1, 1), text)
    return Pack(f"packs/publications/{name}.pdf", design, (document,), IMPRINT)


def test_only_what_changed_is_made_again(tmp_path: Path) -> None:
    first, again, changed = Counter(), Counter(), Counter()
    packs = [pack("a"), pack("b"), pack("c")]
    before = list(press(packs, tmp_path, first))
    assert list(press(packs, tmp_path, again)) == before
    after = list(press([pack("a"), pack("b", "Other text."), pack("c")], tmp_path, changed))
    assert (first.totals, again.totals, changed.totals) == ([3], [0], [1])
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, False, True]
    # What no pack needs any more is gone.
    assert len(list((tmp_path / CACHE).iterdir())) == 3


def test_many_are_made_in_other_processes_with_the_same_bytes(tmp_path: Path) -> None:
    many = tuple(pack(f"p{number}", f"Text {number}.") for number in range(60))
    together = Counter()
    press_all(many, tmp_path / "many", together)
    assert together.done == together.totals[0] == 60
    alone = press_all(many[7:8], tmp_path / "one")
    made = {file.name: file.read_bytes() for file in (tmp_path / "many" / CACHE).iterdir()}
    assert made[alone[0].name] == alone[0].read_bytes()


@pytest.mark.parametrize("number", [1, 60])
def test_a_pack_that_fails_is_named_and_the_others_are_not_half_made(tmp_path: Path, number: int) -> None:
    packs = [*(pack(f"p{n}") for n in range(number)), pack("broken", design="no-such-design")]
    with pytest.raises(PackError, match=r"publications/broken: its pack packs/publications/broken\.pdf could not"):
        list(press(packs, tmp_path))
    assert not list((tmp_path / CACHE).glob("*.part"))


def test_a_build_whose_pack_fails_changes_nothing(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project(FILES)
    assert CliRunner().invoke(main, ["build", "--root", str(root)]).exit_code == 0
    before = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    # A partnership's own slides that are no PowerPoint file break every deck.
    (root / "overrides/slides.pptx").write_bytes(b"not a presentation")
    result = CliRunner().invoke(main, ["build", "--root", str(root)])
    assert result.exit_code == 1
    assert "its pack packs/" in result.output and ".pptx could not be made" in result.output
    assert "the old one stands" in result.output
    assert {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()} == before


def test_another_template_of_slides_makes_decks_again_and_leaves_the_rest(make_project: MakeProject) -> None:
    root = make_project(FILES)
    assert CliRunner().invoke(main, ["build", "--root", str(root)]).exit_code == 0
    first = {path.name for path in (root / CACHE).iterdir()}
    shutil.copy("scripts/templates/press/slides.pptx", root / "overrides/slides.pptx")
    assert CliRunner().invoke(main, ["build", "--root", str(root)]).exit_code == 0
    kept = {path.name for path in (root / CACHE).iterdir()} & first
    assert {name.rpartition(".")[2] for name in kept} == {"pdf", "eml"}


def test_one_briefing_s_packs_are_made_alone(make_project: MakeProject, tmp_path: Path) -> None:
    root = make_project(FILES)
    result = CliRunner().invoke(
        main, ["pack", "publications/one", "--root", str(root), "--output", str(tmp_path / "out")]
    )
    assert result.exit_code == 0, result.output
    made = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*")}
    names = {f"publications/one.{ending}" for ending in ("pdf", "pptx", "eml")}
    assert made == names | {"reflection/publications/one.pdf"}
    assert all(name in result.output for name in made)
    CliRunner().invoke(main, ["build", "--root", str(root)])
    for name in made:
        assert (tmp_path / "out" / name).read_bytes() == (root / "site/packs" / name).read_bytes()


@pytest.mark.parametrize("key", ["publications/none", "one", "../publications/one", ""])
def test_what_cannot_be_packed_is_told(make_project: MakeProject, key: str) -> None:
    result = CliRunner().invoke(main, ["pack", key, "--root", str(make_project(FILES))])
    assert result.exit_code == 2
    assert "There is nothing to pack under" in result.output


def test_nothing_is_packed_of_a_collection_with_errors(make_project: MakeProject) -> None:
    root = make_project(FILES | {"briefings/publications/broken.md": "no front matter"})
    result = CliRunner().invoke(main, ["pack", "publications/one", "--root", str(root)])
    assert result.exit_code == 1
    assert "briefings/publications/broken.md:1:1" in result.output
    assert not (root / "build/packs").exists()
