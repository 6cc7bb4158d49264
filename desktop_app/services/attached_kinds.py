"""Which files may be kept inside the store, told by what they hold and never by their names. It keeps nothing."""

import re
import zipfile
from io import BytesIO
from pathlib import PurePath

from db.keys import tidy
from desktop_app.domain.refusal import Refusal

ENDINGS = {"pdf": (".pdf",), "docx": (".docx",), "jpeg": (".jpg", ".jpeg"), "png": (".png",)}
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
MACROS, DOCUMENT = "word/vbaProject.bin", "word/document.xml"
LONGEST_STEM = 120
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def ending(content: bytes, name: str) -> str:
    """The ending this content must have (".pdf"). Refuses all but PDF, JPG, PNG and DOCX without macros."""
    kind = kind_of(content)
    if kind is None:
        raise Refusal(f"Tệp “{name}” không phải PDF, Word (.docx) hay ảnh JPG, PNG; hãy chuyển sang PDF rồi đính kèm.")
    if kind == "docx" and MACROS in names(content):
        raise Refusal(f"Tệp “{name}” có chứa macro nên không nhận; hãy lưu lại thành .docx hoặc PDF rồi đính kèm.")
    known = ENDINGS[kind]
    own = PurePath(name).suffix.lower()
    return own if own in known else known[0]


def kind_of(content: bytes) -> str | None:
    """The key of ENDINGS by the first bytes, and for DOCX by the parts inside."""
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    return "docx" if content.startswith(b"PK\x03\x04") and DOCUMENT in names(content) else None


def names(content: bytes) -> set[str]:
    """The parts of a zip; none where it is torn."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return set()


def safe_name(name: str, content: bytes) -> str:
    """A name any Windows folder takes, with the ending of what is inside. Raises Refusal as `ending` does."""
    suffix = ending(content, name)
    stem = name[: -len(suffix)] if name.lower().endswith(suffix) else name
    stem = tidy(FORBIDDEN.sub(" ", stem)).strip(". ")[:LONGEST_STEM].rstrip(". ")
    return (f"tệp {stem}".rstrip() if not stem or RESERVED.fullmatch(stem) else stem) + suffix
