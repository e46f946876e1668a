#!/usr/bin/env python3
"""Makes a built site's pages lead to each other without a web server: openable.py FOLDER, changed in place.

On the site, addresses end in a folder, and the server finds the index.html in it. Opened from a disk, a browser shows
the folder's list of files instead. So in a preview, and only there, every link names the file.
"""

import re
import sys
from pathlib import Path

# An address in parts: the way to a folder of the site (nothing with a scheme, no way from the server's root), the rest.
LINK = re.compile(r'\b(href|action)="(?!/|[a-z][a-z0-9+.-]*:)((?:[^"?#]*/)?)(\.{0,2})((?:[?#][^"]*)?)"', re.IGNORECASE)


def named(match: re.Match[str]) -> str:
    """The attribute with the file's name in its address; an address within the page stays as it is."""
    attribute, folder, dots, rest = match.groups()
    if not folder + dots:
        return match[0]
    return f'{attribute}="{folder}{dots}{"/" if dots else ""}index.html{rest}"'


def main(folder: str) -> None:
    """Change every page below the folder."""
    for page in Path(folder).rglob("*.html"):
        page.write_bytes(LINK.sub(named, page.read_bytes().decode()).encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
