"""Links wrapped as mail programs and search engines wrap them."""

import base64
import re
from collections.abc import Callable
from urllib.parse import quote

RUN_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def safe_links(url: str) -> str:
    tail = "&data=05%7C02%7Csomeone%40example.net%7Cabc&sdata=x%2By%3D&reserved=0"
    return f"https://eur02.safelinks.protection.outlook.com/?url={quote(url, safe='')}{tail}"


def proofpoint_1(url: str) -> str:
    return f"https://urldefense.proofpoint.com/v1/url?u={quote(url, safe='')}&k=abc%3D%0A&r=x&m=y&s=z"


def proofpoint_2(url: str) -> str:
    return f"https://urldefense.proofpoint.com/v2/url?u={in_version_2(url)}&d=DwMFAg&c=abc&r=x&m=y&s=z&e="


def in_version_2(url: str) -> str:
    """Escaped like any parameter, then with other signs for the per cent sign and the slash."""
    return quote(url, safe="/").replace("-", "%2D").replace("_", "%5F").replace("%", "-").replace("/", "_")


def proofpoint_3(url: str) -> str:
    """Every character that is unsafe in a link is kept behind, in the link a star stands for one and two for a run."""
    kept = ""

    def starred(match: re.Match[str]) -> str:
        nonlocal kept
        kept += match.group()
        return "*" if len(match.group()) == 1 else f"**{RUN_LENGTHS[len(match.group()) - 2]}"

    link = re.sub(r"[^\w./:?=&#~-]{1,65}", starred, url, flags=re.ASCII)
    behind = base64.urlsafe_b64encode(kept.encode()).decode().rstrip("=")
    return f"https://urldefense.com/v3/__{link}__;{behind}!!AbC!dEf-gHi_jkl$"


def google(url: str) -> str:
    return f"https://www.google.com/url?q={quote(url, safe='')}&sa=D&source=editors&ust=1700000000000000&usg=AOv"


def google_uk(url: str) -> str:
    return f"https://www.google.co.uk/url?sa=t&rct=j&url={quote(url, safe='')}&ved=2ahUKE"


Wrapper = Callable[[str], str]
WRAPPERS: tuple[Wrapper, ...] = (safe_links, proofpoint_1, proofpoint_2, proofpoint_3, google, google_uk)
