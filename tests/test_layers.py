"""The compiler's modules import one way only, and only its edge touches disk, clock, network or other programs."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

# A module may import those of the lines above its own, and nothing else of ours. A package stands for its modules.
LAYERS = (
    ("problems", "colours", "search_files", "markdown_text", "checklists", "quarters", "periods"),
    ("characters", "links", "vocabulary", "front_matter_file", "sharing"),
    ("yaml_errors", "theme_suggester"),
    ("yaml_tree",),
    ("model",),
    ("settings", "sources"),
    ("load", "report", "wording", "grouping", "reading_time"),
    ("site", "library", "page_meta", "new_briefing", "addressees"),
    ("activity", "toolkit", "routes", "ledger", "recommendations", "recurrence", "charts", "figures"),
    ("situations", "unsaid", "cross_links", "evidence"),
    ("bodies", "cascade", "channels", "news", "templating", "briefing_values", "rich_text", "rules"),
    ("documents", "teaching", "data"),
    ("copy_page",),
    ("outputs", "importing", "packs", "answering"),
    ("press",),
    ("stage", "render", "search_index", "verify", "swap", "git_branch", "git_tree"),
    ("build", "serve", "compiled_pages", "derive"),
    ("changes",),
    ("change_comment", "from_issue"),
    ("cli",),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}

# What reaches outside the program, and the only modules that may: the edge.
EDGE = {
    *("sources", "stage", "swap", "render", "press", "search_index", "verify"),
    *("serve", "build", "cli", "derive", "git_branch", "git_tree"),
}
OUTSIDE = {
    *("os", "shutil", "subprocess", "socket", "tempfile", "time", "glob", "fcntl", "mmap", "asyncio", "signal"),
    *("http", "urllib.request", "requests", "webbrowser", "multiprocessing", "concurrent", "random", "secrets", "uuid"),
}
CLOCK_AND_DISK = {"now", "today", "utcnow", "read_text", "read_bytes", "write_text", "write_bytes", "open", "getenv"}
# Its own templates, beside it in the package, are part of the program.
READS_ITS_OWN_TEMPLATES = {"templating"}

SCRIPTS = ROOT / "scripts"
MODULES = sorted(path for path in SCRIPTS.rglob("*.py") if path != SCRIPTS / "__init__.py")


def name(path: Path) -> str:
    parts = path.relative_to(SCRIPTS).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def top(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(tree: ast.Module) -> Iterator[str]:
    """The full name of every module that a module imports, wherever in its text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            module = node.module or ""
            if module in ("scripts", "scripts.outputs"):
                yield from (f"{module}.{alias.name}" for alias in node.names)
            else:
                yield module
                yield from (f"{module}.{alias.name}" for alias in node.names if module == "urllib")


def ours(path: Path) -> list[str]:
    """Our own modules that a module imports, named without "scripts."."""
    return [module.removeprefix("scripts.") for module in imports(parsed(path)) if module.startswith("scripts.")]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_imports_only_from_the_layers_above_it(path: Path) -> None:
    module = name(path)
    assert top(module) in RANK, f"say in LAYERS where {module} belongs"
    for imported in ours(path):
        assert top(imported) in RANK, f"{module} imports {imported}, which is in no layer"
        if top(imported) != top(module):
            assert RANK[top(imported)] < RANK[top(module)], f"{module} must not import {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_import_hides_in_a_function(path: Path) -> None:
    functions = (node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef))
    hidden = [node for function in functions for node in ast.walk(function)]
    assert not [node.lineno for node in hidden if isinstance(node, ast.Import | ast.ImportFrom)]


OUTPUTS = [path for path in MODULES if path.is_relative_to(SCRIPTS / "outputs") and path.parent.name == "outputs"]


@pytest.mark.parametrize("path", [path for path in OUTPUTS if path.stem != "__init__"], ids=name)
def test_outputs_never_import_each_other(path: Path) -> None:
    assert not [module for module in ours(path) if top(module) == "outputs"]


def test_feeds_import_no_other_output() -> None:
    for path in (SCRIPTS / "outputs" / "feeds").glob("*.py"):
        strangers = [module for module in ours(path) if top(module) == "outputs"]
        assert all(module.startswith("outputs.feeds.") for module in strangers), (path, strangers)


INNER = [path for path in MODULES if top(name(path)) not in EDGE]


@pytest.mark.parametrize("path", INNER, ids=name)
def test_only_the_edge_reaches_outside(path: Path) -> None:
    tree = parsed(path)
    for module in imports(tree):
        assert not {module, top(module)} & OUTSIDE, f"{name(path)} imports {module}"
    if name(path) in READS_ITS_OWN_TEMPLATES:
        return
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert not names & {"Path", "open", "input", "print"}, f"{name(path)} may reach the disk"
    called = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    methods = {function.attr for function in called if isinstance(function, ast.Attribute)}
    assert not methods & CLOCK_AND_DISK, f"{name(path)} may reach the clock or the disk"


def test_the_layers_name_no_module_that_is_gone() -> None:
    assert set(RANK) == {top(name(path)) for path in MODULES}
