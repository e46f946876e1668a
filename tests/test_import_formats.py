"""A file is read by what it is, not by what it is called; what cannot be read is refused with what to do instead."""

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
import pytest
from PIL import Image

from scripts.importing import ImportFaultError, UnreadableError
from tests.importing import imported, reviews

SUMMARY = "The child’s home – cold, as in every café – was seen once."
TEXT = f"2024 – Anonymous – Child A\n\n{SUMMARY}\n\nLearning themes include: “one”; and two.\n"
HTML = f"<h2>2024 – Anonymous – Child A</h2><p>{SUMMARY}</p><p>Learning themes include: “one”; and two.</p>"
PAGE = f"<!DOCTYPE html><html><head>{{}}</head><body>{HTML}</body></html>"
MAIL = (
    "From: a@example.org\nTo: b@example.org\nSubject: Reviews\nMIME-Version: 1.0\n"
    f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{TEXT}"
)
NAMES = (
    "digest.txt",
    "digest",
    "-",
    "digest.html",
    "digest.eml",
    "digest.docx",
    "digest.pdf",
    "DIGEST.HTM",
)


def word(text: str = TEXT) -> bytes:
    document, file = docx.Document(), io.BytesIO()
    heading, *paragraphs = text.strip().split("\n\n")
    document.add_heading(heading, 2)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


def archive(parts: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def with_document(change: Callable[[bytes], bytes]) -> bytes:
    """A Word file whose main part is changed."""
    with zipfile.ZipFile(io.BytesIO(word())) as parts:
        contents = {name: parts.read(name) for name in parts.namelist()}
    return archive(contents | {"word/document.xml": change(contents["word/document.xml"])})


def picture(kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 40)).save(file, kind)
    return file.getvalue()


def locked_pdf() -> bytes:
    """The least PDF that asks for a password."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"ab" * 32, b"cd" * 32),
    )
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%sendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<aa><aa>]>>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 5\n0000000000 65535 f \n" + table + end


READABLE = {"text": TEXT.encode(), "web page": PAGE.format("").encode(), "Word": word(), "mail": MAIL.encode()}
ENCODED = {
    "UTF-8 with mark": TEXT.encode("utf-8-sig"),
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16, big end first": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "UTF-16 without mark": TEXT.encode("utf-16-le"),
    "UTF-16 without mark, big end first": TEXT.encode("utf-16-be"),
    "Windows": TEXT.encode("cp1252"),
    "lines of Windows": TEXT.replace("\n", "\r\n").encode(),
    "lines of old Macs": TEXT.replace("\n", "\r").encode(),
    "page without a name": PAGE.format("").encode("cp1252"),
    "page named Windows": PAGE.format("<meta charset=windows-1252>").encode("cp1252"),
    "page named Latin 1 that is Windows": PAGE.format('<meta charset="iso-8859-1">').encode("cp1252"),
    "page named after nothing": PAGE.format('<meta charset="base64">').encode("cp1252"),
    "page in UTF-16": PAGE.format("").encode("utf-16"),
    "page of entities": PAGE.format("").encode("ascii", "xmlcharrefreplace"),
}
REFUSED = {
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "digest.doc", "save it as a Word file"),
    "a saved Outlook message": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "digest.msg", "Outlook"),
    "rich text": (b"{\\rtf1 " + TEXT.encode(), "digest.rtf", "save it as a Word file"),
    "rich text by another name": (b"{\\rtf1 " + TEXT.encode(), "digest.txt", "RTF"),
    "a PNG": (picture("PNG"), "digest.txt", "picture"),
    "a JPEG": (picture("JPEG"), "digest.jpg", "picture"),
    "a TIFF": (picture("TIFF"), "digest.tif", "picture"),
    "a WebP": (picture("WEBP"), "digest.pdf", "picture"),
    "nothing": (b"", "digest.txt", "empty"),
    "white space": (b"\n \t\r\n", "digest.docx", "empty"),
    "an archive": (archive({"notes.txt": TEXT.encode()}), "digest.docx", "not a Word file"),
    "a spreadsheet": (
        archive({"[Content_Types].xml": b"<Types/>", "xl/a.xml": b"<a/>"}),
        "digest.xlsx",
        "not a Word file",
    ),
    "half a Word file": (word()[:9000], "digest.docx", "damaged"),
    "a Word file without its text": (with_document(lambda _: b"<w:document"), "digest.docx", "damaged"),
    "a broken PDF": (b"%PDF-1.7\n" + TEXT.encode(), "digest.pdf", "damaged"),
    "a PDF with a password": (locked_pdf(), "digest.pdf", "password"),
    "a PDF of pictures": (picture("PDF"), "digest.pdf", "pictures of pages"),
    "a Word file that unpacks to far more": (
        with_document(lambda xml: xml + b" " * 60_000_000),
        "digest.docx",
        "too large",
    ),
    "a page that opens without end": (b"<html>" + b"<div>" * 200_000, "digest.html", "not closed"),
    "more than any digest": (b" a" * 14_000_000, "digest.txt", "MB"),
}
ENTITIES = b"<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(9)
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("data", READABLE.values(), ids=READABLE)
def test_a_file_is_read_by_what_it_is(data: bytes, name: str) -> None:
    (review,) = reviews(data, name)
    assert (review.words.title, review.summary, review.learning) == ("Child A", SUMMARY, ("“one”", "two"))


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_every_usual_encoding_is_understood(data: bytes) -> None:
    (review,) = reviews(data, "digest.html" if b"<" in data[:4] else "digest.txt")
    assert (review.words.title, review.summary, review.learning) == ("Child A", SUMMARY, ("“one”", "two"))


def test_latin_1_is_understood() -> None:
    (review,) = reviews("2024 - Anonymous - Child A\n\nA café.\n\nLearning includes: one; two.".encode("latin-1"))
    assert review.summary == "A café."


@pytest.mark.parametrize(("data", "name", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, name: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        imported(data, name)


def test_entities_within_entities_are_not_unfolded() -> None:
    bomb = with_document(lambda xml: ENTITIES + b"]>" + xml[xml.index(b"<w:document") :].replace(b"one", b"&j;"))
    with pytest.raises(UnreadableError):
        imported(bomb, "digest.docx")


@pytest.mark.parametrize(
    "mark",
    ["<div>{}</div>", "<blockquote>{}</blockquote>", "<ul><li>{}</li></ul>", "<table><tr><td>{}</td></tr></table>"],
)
def test_a_page_nested_as_mails_are_is_read(mark: str) -> None:
    page = HTML
    for _ in range(25):
        page = mark.format(page)
    (review,) = reviews(f"<html><body>{page}</body></html>", "digest.html")
    assert (review.words.title, review.summary, review.learning) == ("Child A", SUMMARY, ("“one”", "two"))


def test_a_page_nested_beyond_all_measure_is_refused() -> None:
    with pytest.raises(ImportFaultError):
        imported(f"<html><body>{'<div>' * 5000}{HTML}{'</div>' * 5000}</body></html>", "digest.html")


def test_megabytes_around_a_digest_are_read() -> None:
    (review,) = reviews(f"{TEXT}\n\nKind regards\n\n{'Words without any meaning, one after the other. ' * 110_000}")
    assert (review.words.title, review.learning) == ("Child A", ("“one”", "two"))


def test_a_text_without_reviews_is_refused_with_what_to_do() -> None:
    with pytest.raises(ImportFaultError, match="begins with its heading"):
        imported("Dear all,\n\nNothing was published this month.\n")
