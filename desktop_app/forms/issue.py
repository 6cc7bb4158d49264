"""A document on its way out: composed with the office's edits, and sent out under its number with all that it was.

Nothing is drawn here but the one print that is kept.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from io import BytesIO
from typing import Any

from db.paper_records import OfficeSigner
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Block, Document, Head
from desktop_app.forms.edits import edited
from desktop_app.forms.form import Form, Paper, Subject
from desktop_app.forms.plain import plain_text
from desktop_app.services import issuing, wordings
from desktop_app.services.access import require_whole
from desktop_app.services.issuing import Issue, IssuedDocument
from desktop_app.services.office import today
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store


def subject_key(subject: Subject) -> str:
    """What a document is about as text, without how the copy goes out: the same for each draft of it."""
    values = {name: value for name, value in asdict(replace(subject, paper=Paper())).items() if name != "paper"}
    return json.dumps({name: value for name, value in values.items() if value is not None}, sort_keys=True)


def kept_edits(store: Store, form: Form[Any], subject: Subject) -> dict[str, str]:
    """What was edited by hand in this document, by the text it stands for."""
    draft = wordings.draft(store, form.id, subject_key(subject))
    edits: dict[str, str] = json.loads(draft.edits) if draft else {}
    return edits


def keep_edits(store: Store, form: Form[Any], subject: Subject, edits: Mapping[str, str]) -> None:
    """Remember what was edited; nothing left to remember takes the draft away."""
    if edits:
        text = json.dumps(dict(edits), ensure_ascii=False)
        wordings.save_draft(store, form.id, subject_key(subject), form.title, text)
        return
    draft = wordings.draft(store, form.id, subject_key(subject))
    if draft is not None:
        wordings.discard_draft(store, draft)


def prepared(store: Store, form: Form[Any], subject: Subject, final: bool = False) -> Document:
    """The document as it would go out now, with the office's edits and the marks wanted; `final` writes down the pages
    that leave the house."""
    made = form.final(store, subject) if final else form.document(store, subject)
    return marked(edited(made, kept_edits(store, form, subject)), subject.paper)


def marked(document: Document, paper: Paper) -> Document:
    """The document with the marks of a copy; a print of many letters, each with its numbered head, has them on all."""

    def with_marks(block: Block) -> Block:
        if isinstance(block, Head) and block.number_symbol:
            return replace(block, draft=paper.draft, urgency=paper.urgency)
        return block

    several = sum(isinstance(block, Head) for block in document.blocks) > 1
    blocks = tuple(map(with_marks, document.blocks)) if several else document.blocks
    return replace(document, blocks=blocks, draft=paper.draft, urgency=paper.urgency, two_sided=paper.two_sided)


def send_out(
    store: Store,
    form: Form[Any],
    subject: Subject,
    number: int | None = None,
    on: date | None = None,
    signer: OfficeSigner | None = None,
    progress: Progress = lambda done, total: None,
) -> IssuedDocument:
    """Issue a document and keep it for ever: the next number of its kind unless one is given, dated today or `on`."""
    from desktop_app.forms.pdf import print_pdf

    require_whole(store)
    if not form.kind:
        raise Refusal(f"“{form.title}” không phải loại văn bản có số và ký hiệu; hãy in mà không phát hành.")
    day = on or today(store)
    given = number or issuing.next_number(store, form.kind, day.isoformat())
    issuing.check_number(store, form.kind, given, day.isoformat())
    paper = replace(subject.paper, number=given, on=day, signer=signer, draft="")
    sheet = form.gather(store, replace(subject, paper=paper))
    document = marked(edited(form.compose(sheet), kept_edits(store, form, subject)), paper)
    drawn = BytesIO()
    print_pdf(document, drawn, progress)
    return issuing.issue(
        store,
        Issue(
            kind=form.kind,
            number=given,
            issued_on=day.isoformat(),
            title=f"{form.title}: {document.subject}" if document.subject else form.title,
            body=plain_text(document),
            print_data=drawn.getvalue(),
            form_id=form.id,
            subject=subject_key(subject),
            signer=signer.name if signer else sheet_signer(document),
            round_id=subject.round_id,
            figures=form.figures(sheet) if form.figures else {},
            member_ids=tuple(form.people(sheet)) if form.people else (),
        ),
    )


def sheet_signer(document: Document) -> str:
    """The name under the signature on the right, empty where nobody signs."""
    from desktop_app.forms.blocks import Signature

    signed = [block.right.name for block in document.blocks if isinstance(block, Signature) and block.right]
    return signed[0] if signed else ""
