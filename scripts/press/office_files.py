"""What files for PowerPoint and Word share: text that XML can hold, and the same bytes from run to run."""

import re
from io import BytesIO
from zipfile import ZipFile, ZipInfo

# What no core property may be longer than.
LONGEST_PROPERTY = 255
# The first moment that a zip file can hold.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def possible(text: str) -> str:
    """A text without what XML cannot hold."""
    return _IMPOSSIBLE.sub("", text)


def timeless(file: BytesIO) -> bytes:
    """The same zip without the times at which its parts were written; not packed, for that differs between machines."""
    made = BytesIO()
    with ZipFile(file) as written, ZipFile(made, "w") as timeless:
        for name in written.namelist():
            part = ZipInfo(name, _NO_TIME)
            # Else it would tell the system that it was made on.
            part.create_system = 0
            timeless.writestr(part, written.read(name))
    return made.getvalue()
