"""Which web addresses a briefing may lead to."""

import ipaddress
import re
import unicodedata
from urllib.parse import quote, urlsplit

from scripts.problems import Fault, Rule

BAD_LINK = Rule(
    "bad-link",
    "A link leads to a full web address that begins with https:// (or http://).",
    "Copy the address from the browser's address bar, or leave the link out.",
)
EMPTY_LINK = Rule(
    "empty-link",
    "A link leads somewhere: no empty address and no lone #.",
    "Put in the real address, or leave the link out and keep the words.",
)
CREDENTIALS = Rule(
    "link-credentials",
    "No address carries a user name or password.",
    "Take out the part between // and @.",
)
MAIL_ADDRESS = Rule(
    "link-mail-address",
    "No address carries anybody's mail address, as those do that a mail program puts in place of the real one.",
    "Open the link, and copy the address from the browser's address bar.",
)
INTERNAL_LINK = Rule(
    "internal-link",
    "Links work for every reader, not only inside one organisation's network.",
    "Use the document's public address.",
)

# What no public website's name ends with: RFC 6761, RFC 6762 (appendix G), RFC 8375, and what routers and offices use.
_INTERNAL_SUFFIXES = (
    *(".local", ".localhost", ".localdomain", ".internal", ".intranet", ".private", ".corp", ".home", ".lan"),
    *(".home.arpa", ".invalid", ".test"),
)
# Where an organisation keeps its own papers and mail: whoever has no account there is asked to sign in.
_BEHIND_SIGN_IN = (
    *("sharepoint.com", "teams.microsoft.com", "teams.cloud.microsoft", "mail.google.com"),
    *("outlook.office.com", "outlook.office365.com", "outlook.live.com", "outlook.cloud.microsoft"),
)
# A mail address as it stands in an address, whatever it is wrapped in; not the @name of a profile, nor a version.
_MAIL = re.compile(r"[\w.+-](?:@|%(?:25)*40)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
# RFC 3986's characters; anything else in an address is percent-encoded on the way out.
_SAFE = "-._~:/?#[]@!$&'()*+,;=%"


def url_fault(url: str) -> Fault | None:
    """What is wrong with an absolute web address, if anything."""
    address = url.strip()
    if not address or address.startswith("#"):
        return Fault(EMPTY_LINK, "This link leads nowhere.")
    if re.match(r"[a-z]:|\\|(file|smb|afp):", address, re.IGNORECASE):
        return Fault(INTERNAL_LINK, "This leads to a file on one computer or one network's drive.")
    if re.search(r"[\s<>\"\\^`{|}]", address):
        return Fault(BAD_LINK, "This address contains a space or another character that no address has.")
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return Fault(BAD_LINK, "This address is not a valid web address.")
    if not parts.scheme and re.match(r"(www\.|[\w-]+(\.[\w-]+)*\.[a-z]{2,}/)", address):
        return Fault(BAD_LINK, "This address does not say https:// at its beginning.", "Put https:// in front of it.")
    if parts.scheme not in ("https", "http"):
        return Fault(BAD_LINK, "This link does not begin with https:// or http://.")
    if "@" in parts.netloc:
        return Fault(CREDENTIALS, "This address carries a user name or password.")
    if _MAIL.search(address):
        return Fault(MAIL_ADDRESS, "This address carries somebody's mail address.")
    return _host_fault(host)


def _host_fault(host: str) -> Fault | None:
    # As browsers read a name: wide characters as plain ones, and without the dot that may close it.
    name = unicodedata.normalize("NFKC", host).replace("\u3002", ".").removesuffix(".")
    if not name or name.startswith(".") or ".." in name or "%" in name:
        return Fault(BAD_LINK, "This address has no website name.")
    if any(f".{name}".endswith(f".{place}") for place in _BEHIND_SIGN_IN):
        return Fault(INTERNAL_LINK, "This address opens only for those who may sign in there.")
    return None if _is_public(name) else Fault(INTERNAL_LINK, "This address works only inside one network.")


def _is_public(name: str) -> bool:
    try:
        number = ipaddress.ip_address(name)
    except ValueError:
        # A name that ends in a number is an address in disguise: 127.1, 0x7f.1.
        is_number = re.fullmatch(r"[0-9]+|0x[0-9a-f]*", name.rpartition(".")[2])
        is_internal = name.endswith(_INTERNAL_SUFFIXES) or "intranet" in name.split(".")
        return "." in name and not is_number and not is_internal
    return (getattr(number, "ipv4_mapped", None) or number).is_global


def url_quote(url: str) -> str:
    """The address with everything percent-encoded that RFC 3986 does not allow."""
    return quote(url, safe=_SAFE)


def relative(here: str, there: str) -> str:
    """The relative address from one page to another address of the site, both relative to its root.

    A page's address ends with a slash ("" is the home page); `there` may be a file or carry an #anchor.
    """
    page, hash_sign, anchor = there.partition("#")
    here_parts, there_parts = here.split("/")[:-1], page.split("/")
    common = 0
    while common < min(len(here_parts), len(there_parts) - 1) and here_parts[common] == there_parts[common]:
        common += 1
    path = "../" * (len(here_parts) - common) + "/".join(there_parts[common:])
    return (path or "./") + hash_sign + anchor
