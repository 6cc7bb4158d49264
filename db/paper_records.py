"""What the office keeps about its own paper, as plain records: terms, signers, issued documents, drafts."""

from dataclasses import dataclass

from db.values import ALWAYS, FOREVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the committee (nhiệm kỳ). Numbers of documents run through it; `ends_on` is its last day."""

    id: int = 0
    name: str
    starts_on: str
    ends_on: str = FOREVER


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSigner:
    """Who may sign and how the block above the name reads: “T/M ĐẢNG ỦY”, “PHÓ BÍ THƯ”."""

    id: int = 0
    name: str
    authority: str = ""
    position: str = ""
    position_order: int = 1
    valid_from: str = ALWAYS
    valid_to: str = FOREVER


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedDocument:
    """A document that went out: its number, and what it said, for ever. `kind` is the code of its symbol (“BC”).

    `body` is its text, `figures` JSON with the ids behind each figure, `print_hash` names the PDF in the store.
    """

    id: int = 0
    issuer_id: int
    term: str
    kind: str
    number: int
    symbol: str
    issued_on: str
    title: str
    body: str
    figures: str
    form_id: str | None = None
    subject: str | None = None
    round_id: int | None = None
    signer: str | None = None
    issued_at: str | None = None
    print_hash: str | None = None
    withdrawn_on: str | None = None
    withdrawn_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document being prepared: what was edited in it, JSON text by text; one for each form and subject."""

    id: int = 0
    form_id: str
    subject: str
    name: str
    edits: str
    saved_at: str
