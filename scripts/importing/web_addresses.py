"""The real address behind the wrappers that mail programs and search engines put around links."""

import base64
import binascii
import re
from collections.abc import Callable
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

# Wrapped links are wrapped again when they are forwarded; nobody forwards more often than this.
_DEPTH = 10
# Their addresses name nothing but a ticket; the real address is known to their maker alone.
_OPAQUE = ("mimecast.com", "mimecastprotect.com")


def unwrapped(url: str) -> str | None:
    """The address that a link really leads to; None where its wrapper hides it or it is no web address."""
    address = url.strip()
    for _ in range(_DEPTH):
        try:
            parts = urlsplit(address)
            host = (parts.hostname or "").casefold()
        except ValueError:
            return None
        inner = next((unwrap(parts, address) for is_theirs, unwrap in _WRAPPERS if is_theirs(host)), None)
        if not inner or inner == address:
            break
        address = inner.strip()
    if parts.scheme not in ("http", "https") or not host or _ends(host, _OPAQUE):
        return None
    return address


def web_address(link: str) -> str:
    """A link as it stands, where it leads to a web address; "" for any other."""
    return link.strip() if _is_web(link) else ""


def _ends(host: str, names: tuple[str, ...]) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in names)


def _host(*names: str) -> Callable[[str], bool]:
    return lambda host: _ends(host, names)


def _parameter(*names: str) -> Callable[[SplitResult, str], str | None]:
    def read(parts: SplitResult, _: str) -> str | None:
        values = parse_qs(parts.query.replace("&amp;", "&"))  # some programs escape an address twice
        return next((values[name][0] for name in names if name in values and _is_web(values[name][0])), None)

    return read


def _is_web(text: str) -> bool:
    return text.strip().casefold().startswith(("http://", "https://"))


def _google(parts: SplitResult, address: str) -> str | None:
    return _parameter("q", "url")(parts, address) if parts.path in ("/url", "/url/") else None


def _proofpoint(parts: SplitResult, address: str) -> str | None:
    """Versions 1 to 3 of Proofpoint's URL Defense."""
    if parts.path.startswith("/v3/"):
        return _proofpoint_3(address)
    wrapped = parse_qs(parts.query).get("u", [""])[0]
    if parts.path.startswith("/v2/"):
        wrapped = unquote(wrapped.replace("-", "%").replace("_", "/"))
    return wrapped if _is_web(wrapped) else None


def _proofpoint_3(address: str) -> str | None:
    """In version 3 a `*` stands for a character, and `**` with a letter for a run of them, kept as base64 behind."""
    match = re.search(r"/v3/__(?P<url>.+?)__;(?P<kept>[^!]*)!", address)
    if not match:
        return None
    # A proxy on the way may have made one slash of two.
    url = re.sub(r"^(https?:/)(?!/)", r"\1/", unquote(match["url"]))
    try:
        kept = base64.urlsafe_b64decode(match["kept"] + "=" * (-len(match["kept"]) % 4)).decode()
    except (binascii.Error, ValueError):
        return None
    rest = iter(kept)

    def restored(sign: re.Match[str]) -> str:
        count = _RUN_LENGTHS.index(sign[1]) + 2 if sign[1] else 1
        return "".join(next(rest, "") for _ in range(count))

    return re.sub(r"\*(?:\*([A-Za-z0-9_-]))?", restored, url)


_RUN_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

_WRAPPERS: tuple[tuple[Callable[[str], bool], Callable[[SplitResult, str], str | None]], ...] = (
    (_host("safelinks.protection.outlook.com", "safelinks.protection.office365.us"), _parameter("url")),
    (_host("urldefense.com", "urldefense.proofpoint.com", "urldefense.us"), _proofpoint),
    (lambda host: re.fullmatch(r"(www\.)?google\.[a-z.]{2,7}", host) is not None, _google),
    (_host("linkprotect.cudasvc.com"), _parameter("a")),
    (_host("l.facebook.com", "lm.facebook.com"), _parameter("u")),
)
