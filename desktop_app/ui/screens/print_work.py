"""Composing a document beside the window, and the name its file gets. It shows nothing."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from db.keys import tidy
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Document
from desktop_app.forms.checker import Finding, check
from desktop_app.forms.edits import edited, left_blank, warnings
from desktop_app.forms.form import Form, Output, Subject
from desktop_app.forms.issue import kept_edits, marked, prepared
from desktop_app.forms.outputs import print_to
from desktop_app.services.progress import Progress, quiet
from desktop_app.services.store import Store
from desktop_app.ui.print_out import unwritable

FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f]+')
LONGEST = 120
NOTES_AT_MOST = 4
TIMES = "Times New Roman"
OTHER_FONT = f"Máy này không có phông {TIMES}; văn bản được in bằng phông {{}}, cùng độ rộng chữ."


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A document as it will lie on paper. `data` is the PDF, `family` the typeface it is set in, `findings` what is
    wrong with its form, `warnings` what the clerk's own words do to its figures, `original` the document before those
    words, `blank` its lines of dots with nothing on them."""

    data: bytes
    pages: int
    family: str
    findings: tuple[Finding, ...] = ()
    warnings: tuple[str, ...] = ()
    original: Document | None = None
    blank: tuple[str, ...] = ()

    @property
    def serious(self) -> list[str]:
        return [finding.sentence for finding in self.findings if finding.serious]

    def notes(self) -> str:
        """What the clerk should know before the paper leaves, a line each; nothing where all is well."""
        lines = [] if self.family == TIMES else [OTHER_FONT.format(self.family)]
        lines += self.warnings
        lines += [f"Thể thức: {finding.sentence}" for finding in self.findings[:NOTES_AT_MOST]]
        rest = len(self.findings) - NOTES_AT_MOST
        return "\n".join([*lines, f"Còn {rest} chỗ khác về thể thức."] if rest > 0 else lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What stands on the screen and may leave: the document, what it is about, its pages; `about` names of whom."""

    form: Form[Any]
    subject: Subject
    printed: Printed
    about: tuple[str, ...]

    def titles(self) -> tuple[str, str]:
        return self.form.title, ", ".join(self.about)

    def data(self, store: Store) -> bytes:
        """The pages as they leave the house: those that are written down when they do are composed once more."""
        if self.form.register is None:
            return self.printed.data
        return drawn(prepared(store, self.form, self.subject, final=True)).data


class Superseded(Exception):
    """Something else was chosen meanwhile: nobody waits for these pages."""


def compose(
    store: Store, progress: Progress, form: Form[Any], subject: Subject, wanted: Callable[[], bool]
) -> Printed | Refusal | None:
    """The document, or why there is none, or None when it is no longer `wanted`. Takes reportlab along."""

    def told(done: int, total: int) -> None:
        if not wanted():
            raise Superseded
        progress(done, total)

    try:
        made, edits = form.document(store, subject), kept_edits(store, form, subject)
        said = tuple(warnings(made, edits)) if edits else ()
        return replace(drawn(marked(edited(made, edits), subject.paper), told), warnings=said, original=made)
    except Refusal as refusal:
        return refusal
    except Superseded:
        return None


def drawn(document: Document, progress: Progress = quiet) -> Printed:
    """The document as a PDF. Takes reportlab along; raises Refusal."""
    from desktop_app.forms import pdf

    out = BytesIO()
    pages = pdf.print_pdf(document, out, progress)
    return Printed(
        data=out.getvalue(),
        pages=pages,
        family=pdf.family(),
        findings=check(document),
        blank=tuple(left_blank(document)),
    )


def save_file(store: Store, progress: Progress, form: Form[Any], subject: Subject, output: Output, path: Path) -> None:
    """Compose the document once more into a file of another kind. Raises Refusal."""
    try:
        print_to(prepared(store, form, subject), output, path, progress)
    except OSError:
        raise Refusal(unwritable(path)) from None


def file_name(title: str, about: Sequence[str], on: date) -> str:
    """“Danh sách triệu tập - Đội Cung 1 - 05-04-2021.pdf”: what every system takes as a name."""
    named = " - ".join(filter(None, (tidy(FORBIDDEN.sub(" ", part)).strip(" .") for part in (title, *about))))
    return " - ".join(filter(None, (named[:LONGEST].strip(" .-"), f"{on:%d-%m-%Y}.pdf")))
