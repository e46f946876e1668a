"""A live preview: drafts are shown, and the page reloads when a file changes."""

import logging
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from scripts.sources import BRIEFINGS, HAND_WRITTEN, SETTINGS

HOST, PORT = "127.0.0.1", 8000


class ServeError(Exception):
    """The preview cannot be shown; the message says why."""


def serve(root: Path, rebuild: Callable[[], None], port: int = PORT) -> None:
    """Serve build/preview until interrupted; `rebuild` runs now and on every change, and must not raise later."""
    rebuild()
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    server = LiveReloadServer(rebuild, HOST, port, str(preview(root)))
    for watched in (BRIEFINGS, HAND_WRITTEN, "overrides", SETTINGS):
        if (root / watched).exists():
            server.watch(str(root / watched))
    try:
        server.serve()  # type: ignore[no-untyped-call]  # mkdocs leaves its default argument untyped
    except KeyboardInterrupt:
        server.shutdown()
    except OSError as error:
        raise ServeError(
            f"Port {port} cannot be used ({error.strerror}). If another preview runs, stop it (Ctrl+C in its window), "
            f"or choose another port: briefings serve --port {port + 1}"
        ) from error


def preview(root: Path) -> Path:
    """Where the preview's site is."""
    return root / "build" / "preview"
