"""Biểu tổng hợp kết quả học tập: the statistics table of a round as a paper of its own."""

from dataclasses import dataclass

from desktop_app.forms.blocks import Document, Orientation, Title
from desktop_app.forms.choice import summoned_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.phrases import day, study_of
from desktop_app.forms.statistics import statistics
from desktop_app.services.reports import Summary, summary
from desktop_app.services.store import Store

TITLE = "Biểu tổng hợp kết quả học tập"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    figures: Summary


def gather(store: Store, subject: Subject) -> Sheet:
    found = summoned_round(store, subject)
    return Sheet(paper=letterhead(store, subject), figures=summary(store, found.id))


def compose(sheet: Sheet) -> Document:
    study = study_of(sheet.figures.round)
    blocks = (
        sheet.paper.head(),
        Title(
            "BIỂU TỔNG HỢP",
            f"kết quả {study}",
            reference=f"(Số liệu tính đến ngày {day(sheet.paper.on.isoformat())})",
        ),
        *statistics(sheet.figures),
        sheet.paper.list_closing("NGƯỜI LẬP BIỂU"),
    )
    return sheet.paper.document(TITLE, blocks, study, Orientation.LANDSCAPE)


FORM = Form(id="summary", title=TITLE, scopes=(Scope.ROUND,), gather=gather, compose=compose)
