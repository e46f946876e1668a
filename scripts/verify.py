"""Last checks on the rendered site, before it takes the old one's place."""

import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

import lxml.html
from lxml import etree

WORRIED = "worried-about-a-child"
_FETCHING_RELS = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch", "manifest"}
_CSS_URL = re.compile(r"""(?:url\(\s*|@import\s+(?!url\())['"]?([^'")\s;]+)""", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Finding:
    """Something wrong with a rendered file."""

    path: str
    message: str

    def __str__(self) -> str:
        """As shown on the terminal."""
        return f"{self.path}  {self.message}"


@dataclass(frozen=True)
class _Page:
    ids: frozenset[str]
    links: tuple[str, ...]
    fetched: tuple[str, ...]
    has_worried: bool


def verify(site: Path, root_url: str) -> list[Finding]:
    """Every broken link or anchor, foreign fetch, missing block and malformed feed of a site."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {name: _read(site / name) for name in sorted(files) if name.endswith(".html")}
    findings = [
        *_pages(pages, files, urlsplit(root_url)),
        *_styles(site, files),
        *_feeds(site, files, root_url),
    ]
    return sorted(findings)


_IDS = etree.XPath("//@id")
_SOURCES = etree.XPath("//@src | //@poster | //object/@data | //image/@href | //use/@href")
_SOURCE_SETS = etree.XPath("//@srcset")
_STYLES = etree.XPath("//@style | //style/text()")


def _read(path: Path) -> _Page:
    document = lxml.html.document_fromstring(path.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    links: list[str] = []
    fetched = [str(source) for source in _SOURCES(document)]
    fetched += [part.split()[0] for sources in _SOURCE_SETS(document) for part in sources.split(",") if part.strip()]
    fetched += [address for style in _STYLES(document) for address in _CSS_URL.findall(style)]
    for element in document.iter("a", "area", "link"):
        if (href := element.attrib.get("href")) is not None:
            rels = set(element.attrib.get("rel", "").lower().split())
            (fetched if rels & _FETCHING_RELS else links).append(href)
    worried = document.get_element_by_id(WORRIED, None)
    ids = frozenset(str(name) for name in _IDS(document))
    return _Page(ids, tuple(links), tuple(fetched), worried is not None and "999" in worried.text_content())


def _pages(pages: dict[str, _Page], files: set[str], root: SplitResult) -> Iterator[Finding]:
    for name, page in pages.items():
        if not page.has_worried:
            yield Finding(name, "The “Worried about a child?” block is missing.")
        for address in page.fetched:
            if _is_foreign(address):
                yield Finding(name, f"It fetches something from another website: {address}")
            elif (found := _target(name, address, root)) is not None and found[0] not in files:
                yield Finding(name, f"It uses a file that is not there: {address}")
        for address in page.links:
            target = _target(name, address, root)
            if target is None:
                continue
            path, anchor = target
            if path not in files:
                yield Finding(name, f"It links to a page that is not there: {address}")
            elif anchor and path in pages and anchor not in pages[path].ids:
                yield Finding(name, f"It links to a place that the page does not have: {address}")


def _is_foreign(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme not in ("", "data")


# Pages share most of their links, so that each address is taken apart once.
_split = cache(urlsplit)


def _target(page: str, address: str, root: SplitResult) -> tuple[str, str] | None:
    """The file and anchor that an address of this site means; None for addresses of other sites."""
    parts = _split(address)
    if parts.scheme not in ("", "http", "https") or parts.netloc not in ("", root.netloc):
        return None
    path = unquote(parts.path)
    if not path:
        path = "index.html" if parts.netloc else page
    elif path.startswith(root.path):
        path = path.removeprefix(root.path)
    else:
        is_folder = path.rpartition("/")[2] in ("", ".", "..")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) + "/" * is_folder
        path = path.removeprefix("./")
    return path + "index.html" * (not path or path.endswith("/")), unquote(parts.fragment)


def _styles(site: Path, files: Iterable[str]) -> Iterator[Finding]:
    for name in sorted(files):
        if name.endswith(".css"):
            for address in _CSS_URL.findall((site / name).read_text("utf-8")):
                if _is_foreign(address) and not address.startswith("data:"):
                    yield Finding(name, f"It fetches something from another website: {address}")


def _feeds(site: Path, files: Iterable[str], root_url: str) -> Iterator[Finding]:
    for name in sorted(files):
        if not name.startswith("feeds/"):
            continue
        data = (site / name).read_bytes()
        try:
            urls = _json_urls(data) if name.endswith(".json") else _xml_urls(data)
        except (ValueError, KeyError, TypeError, etree.XMLSyntaxError):
            yield Finding(name, "This feed is not well-formed.")
            continue
        for url in urls:
            path = url.removeprefix(root_url)
            if path != url and f"{path}index.html" not in files and path not in files:
                yield Finding(name, f"It leads to a page that is not there: {url}")


def _json_urls(data: bytes) -> list[str]:
    return [item["url"] for item in json.loads(data)["items"]]


def _xml_urls(data: bytes) -> list[str]:
    tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    return [
        str(url)
        for url in tree.xpath(
            "//item/link/text() | //outline/@xmlUrl | //*[local-name()='entry']/*[local-name()='link']/@href"
        )
    ]
