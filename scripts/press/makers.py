"""A maker for every format."""

from collections.abc import Callable, Mapping
from pathlib import Path

from scripts.packs import Pack
from scripts.press.mail import mail
from scripts.press.pdf import pdf
from scripts.press.slides import slides
from scripts.press.word import word


class PackError(Exception):
    """A pack could not be made; the message names what it is about, where that is known."""


Maker = Callable[[Pack, Path], bytes]
MAKERS: Mapping[str, Maker] = {"pdf": pdf, "pptx": slides, "docx": word, "eml": mail}


def make(pack: Pack, root: Path) -> bytes:
    """The pack's bytes. Raises PackError, whatever goes wrong: a reader must hear which briefing it is."""
    try:
        return MAKERS[pack.ending](pack, root)
    except Exception as error:
        words = " ".join(str(error).split()) or type(error).__name__
        raise PackError(f"{pack.key}: its pack {pack.path} could not be made: {words}") from error
