"""One form for each of several cells, or venues: all in one PDF with an outline, or a file each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Document
from desktop_app.forms.choice import the_conference
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.issue import prepared
from desktop_app.forms.together import NOTHING, joined
from desktop_app.services import conferences, organizations
from desktop_app.services.progress import Progress, quiet
from desktop_app.services.store import Store

NOT_BY_CELL = "“{}” không in riêng theo chi bộ được; hãy chọn văn bản có ô “Chi bộ” hoặc “Điểm cầu”."
Cell = tuple[int, str]
NONE_YET = "Chưa có {} nào; hãy thêm rồi in lại."
PLACES = {Scope.CELL: "chi bộ", Scope.VENUE: "điểm cầu"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One form about one subject, once for each cell or venue, given as (id, name)."""

    form: Form[Any]
    subject: Subject
    cells: Sequence[Cell]

    @property
    def place(self) -> str:
        """“chi bộ”, “điểm cầu”."""
        return PLACES[by(self.form)]

    def document(self, store: Store, cell_id: int) -> Document:
        """As it leaves the house. Raises Refusal where a cell has nothing to print."""
        if by(self.form) is Scope.CELL:
            about = replace(self.subject, cell_id=cell_id, member_id=None)
        else:
            about = replace(self.subject, venue_id=cell_id, member_id=None)
        return prepared(store, self.form, about, final=True)


def by(form: Form[Any]) -> Scope:
    """By what a form is split: cells, else venues. Refuses a form that is about neither."""
    found = next((scope for scope in PLACES if scope in form.scopes), None)
    if found is None:
        raise Refusal(NOT_BY_CELL.format(form.title))
    return found


def offered(store: Store, form: Form[Any], subject: Subject) -> list[Cell]:
    """Every cell, or every venue of the conference. Raises Refusal as `by`, and where there is none."""
    if by(form) is Scope.CELL:
        found = organizations.cell_names(store)
    else:
        found = [(each.id, each.name) for each in conferences.venues(store, the_conference(store, subject).id)]
    if not found:
        raise Refusal(NONE_YET.format(PLACES[by(form)]))
    return found


def print_together(store: Store, batch: Batch, path: Path, progress: Progress = quiet) -> list[str]:
    """Write one PDF; the names of the cells with nothing to print. Raises Refusal where none has, OSError."""
    from desktop_app.forms.pdf import print_pdf

    parts: list[tuple[str, Document]] = []
    skipped = each_cell(store, batch, lambda name, made: parts.append((titled(batch, name), made)), progress)
    print_pdf(joined(parts), path)
    return skipped


def titled(batch: Batch, name: str) -> str:
    """What the outline says of a cell or venue."""
    return cell_title(name) if by(batch.form) is Scope.CELL else name


def print_apart(
    store: Store, batch: Batch, folder: Path, name: Callable[[str], str], progress: Progress = quiet
) -> list[str]:
    """Write a PDF for each cell under `name(cell)`; the cells with nothing to print. A stop keeps the files written.
    Raises Refusal where no cell has anything, OSError."""
    from desktop_app.forms.pdf import print_pdf

    skipped = each_cell(store, batch, lambda cell, made: print_pdf(made, folder / name(cell)), progress)
    if len(skipped) == len(batch.cells):
        raise Refusal(NOTHING)
    return skipped


def each_cell(store: Store, batch: Batch, take: Callable[[str, Document], object], progress: Progress) -> list[str]:
    """Give every document to `take(cell's name, document)`; the cells that had none."""
    skipped = []
    for done, (cell_id, name) in enumerate(batch.cells):
        progress(done, len(batch.cells))
        try:
            made = batch.document(store, cell_id)
        except Refusal:
            skipped.append(name)
            continue
        take(name, made)
    progress(len(batch.cells), len(batch.cells))
    return skipped
