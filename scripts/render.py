"""Runs mkdocs over the staged folder."""

import logging
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from scripts.sources import SETTINGS

_OWN_SHELL = Path(__file__).parent.parent / "overrides"


class RenderError(Exception):
    """mkdocs refused; the message is its own."""


def render(root: Path, staged: Path, output: Path, content_date: datetime, *, preview: bool = False) -> None:
    """HTML for every staged page. Raises RenderError with mkdocs' own words.

    The clock that mkdocs stamps files with is the newest content date, so that the same content gives the same bytes.
    """
    os.environ["SOURCE_DATE_EPOCH"] = str(int(content_date.timestamp()))
    # Material prints a notice about mkdocs 2 on every build; the versions are pinned (docs/decisions/0001).
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    messages = _Messages()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(messages)
    try:
        places = {"docs_dir": str(staged.resolve()), "site_dir": str(output)}
        config = load_config(str(root / SETTINGS), **places, **_shell(root), strict=True)
        config.extra["preview"] = preview
        build(config)
    except TemplateSyntaxError as error:
        raise RenderError(f"{error.filename}:{error.lineno}  {error.message}") from error
    except (MkDocsException, SystemExit, TemplateError) as error:
        raise RenderError("\n".join(messages.lines) or str(error)) from error
    finally:
        logger.removeHandler(messages)


def _shell(root: Path) -> dict[str, Any]:
    """The theme with this project's own shell, where `root` has none."""
    if (root / "overrides").is_dir():
        return {}
    theme = yaml_load((root / SETTINGS).read_text("utf-8-sig")).get("theme")
    own = theme if isinstance(theme, dict) else {"name": theme or "material"}
    return {"theme": own | {"custom_dir": str(_OWN_SHELL)}}


class _Messages(logging.Handler):
    """Keeps mkdocs' warnings, which it would otherwise print in the middle of ours."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
