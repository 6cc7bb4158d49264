"""Kinds of files, told by what they hold."""

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.services.attached_kinds import safe_name
from tests.files_kept import JPEG, PDF, PNG, PROGRAM, docx


@pytest.mark.parametrize(
    ("name", "content", "kept"),
    [
        ("bài.pdf", PDF, "bài.pdf"),
        ("BÀI.PDF", PDF, "BÀI.pdf"),
        ("ảnh.jpeg", JPEG, "ảnh.jpeg"),
        ("quét.png", PNG, "quét.png"),
        ("kế hoạch.docx", docx(), "kế hoạch.docx"),
    ],
    ids=["pdf", "PDF", "jpeg", "png", "docx"],
)
def test_the_kinds_of_the_office_are_taken(name: str, content: bytes, kept: str) -> None:
    assert safe_name(name, content) == kept


@pytest.mark.parametrize(("name", "kept"), [("trojan.exe", "trojan.exe.pdf"), ("không đuôi", "không đuôi.pdf")])
def test_the_ending_follows_the_content_not_the_name(name: str, kept: str) -> None:
    assert safe_name(name, PDF) == kept


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ('a<b>:"c|?*.pdf', "a b c.pdf"),
        ("con.pdf", "tệp con.pdf"),
        ("....pdf", "tệp.pdf"),
        ("x" * 300 + ".pdf", "x" * 120 + ".pdf"),
    ],
)
def test_a_name_fits_every_windows_folder(name: str, kept: str) -> None:
    assert safe_name(name, PDF) == kept


@pytest.mark.parametrize(
    "content", [PROGRAM, b"PK\x03\x04 torn", b"chu", docx()[:40]], ids=["exe", "zip", "text", "torn"]
)
def test_other_kinds_are_refused_whatever_their_name(content: bytes) -> None:
    with pytest.raises(Refusal, match="không phải PDF, Word"):
        safe_name("bài.pdf", content)


def test_a_document_with_macros_is_refused() -> None:
    with pytest.raises(Refusal, match="macro"):
        safe_name("bài.docx", docx("word/vbaProject.bin"))
