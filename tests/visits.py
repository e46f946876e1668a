"""A browser's visit to the site that notes what no visit may show: errors, dialogs, requests to other hosts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Dialog, Page, ViewportSize

PHONE: ViewportSize = {"width": 320, "height": 640}
DESK: ViewportSize = {"width": 1280, "height": 800}


@contextmanager
def visit(browser: Browser, server: str, **options: Any) -> Iterator[Page]:
    """A page in a fresh context, with the site's root as its base address. At the end nothing bad may have happened."""
    context = browser.new_context(**{"viewport": DESK, "base_url": server, **options})
    context.set_default_timeout(10_000)
    page = context.new_page()
    bad: list[str] = []

    def note_dialog(dialog: Dialog) -> None:
        bad.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("console", lambda message: bad.append(f"console: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: bad.append(f"error: {error}"))
    page.on("request", lambda request: None if request.url.startswith((server, "data:")) else bad.append(request.url))
    page.on("dialog", note_dialog)
    try:
        yield page
        assert bad == []
    finally:
        context.close()


def words(text: str) -> str:
    """Text as a reader takes it in: each run of white space is one space."""
    return " ".join(text.split())
