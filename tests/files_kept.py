"""Small files of the kinds the office keeps, and of kinds it does not."""

import zipfile
from io import BytesIO
from pathlib import Path

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 40
PROGRAM = b"MZ\x90\0" + b"\0" * 40


def docx(*more: str) -> bytes:
    """A zip with the parts a Word document has, and more of them."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part in ("[Content_Types].xml", "word/document.xml", *more):
            archive.writestr(part, "<x/>")
    return made.getvalue()


def a_file(folder: Path, name: str = "bài viết tay.pdf", content: bytes = PDF) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
