"""A mail message that holds no text at all is refused like any other file without a review."""

import pytest

from scripts.importing import ImportFaultError, import_digest
from tests.digest_scores import ADDED, MONTH, vocabulary

HEAD = b"From: learning@example.org\nMIME-Version: 1.0\n"


@pytest.mark.parametrize(
    "rest",
    [
        b"Content-Type: multipart/mixed; boundary=x\n\n--x--\n",
        b"Content-Type: multipart/alternative; boundary=x\n\n",
        b"Content-Type: image/png\n\nabc",
        b"Content-Type: text/plain\n\n",
    ],
    ids=["no part", "no end", "a picture alone", "no text"],
)
def test_a_message_without_text_is_refused(rest: bytes) -> None:
    with pytest.raises(ImportFaultError):
        import_digest(HEAD + rest, "digest.eml", MONTH, ADDED, vocabulary())
