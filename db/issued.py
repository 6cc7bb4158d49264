"""The SQL about issued documents: never changed once written, only withdrawn; and about whom they are."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any

from db.blobs import keep
from db.keys import fold
from db.paper_records import IssuedDocument
from db.store import Store

COLUMNS = ", ".join(f"d.{each.name}" for each in fields(IssuedDocument))


def documents(store: Store, text: str = "", kind: str | None = None, term: str | None = None) -> list[IssuedDocument]:
    """Issued documents, newest first; with a text, those whose symbol, title or body say it, accents or not."""
    rows = store.all(
        f"""select {COLUMNS} from issued_document d
            where (:kind is null or kind = :kind) and (:term is null or term = :term)
            order by issued_on desc, id desc""",
        {"kind": kind, "term": term},
    )
    wanted = fold(text)
    return [as_document(row) for row in rows if wanted in fold(f"{row['symbol']} {row['title']} {row['body']}")]


def document(store: Store, document_id: int) -> IssuedDocument | None:
    """One issued document by id."""
    rows = store.all(f"select {COLUMNS} from issued_document d where id = :id", {"id": document_id})
    return as_document(rows[0]) if rows else None


def numbered(store: Store, issuer_id: int, term: str, kind: str, number: int) -> IssuedDocument | None:
    """The document that has this number of this kind in this term, withdrawn ones too."""
    rows = store.all(
        f"""select {COLUMNS} from issued_document d
            where issuer_id = :issuer and term = :term and kind = :kind and number = :number""",
        {"issuer": issuer_id, "term": term, "kind": kind, "number": number},
    )
    return as_document(rows[0]) if rows else None


def about(store: Store, member_id: int) -> list[IssuedDocument]:
    """The documents that name a person, newest first."""
    rows = store.all(
        f"""select {COLUMNS} from issued_document d join issued_about a on a.document_id = d.id
            where a.member_id = :id order by d.issued_on desc, d.id desc""",
        {"id": member_id},
    )
    return [as_document(row) for row in rows]


def as_document(row: dict[str, Any]) -> IssuedDocument:
    return IssuedDocument(**row | {"symbol": row["symbol"] or ""})


def last_number(store: Store, issuer_id: int, term: str, kind: str) -> int:
    """The highest number given in a term for a kind, 0 = none; a withdrawn document keeps its number."""
    sql = "select max(number) from issued_document where issuer_id = :issuer and term = :term and kind = :kind"
    return int(store.value(sql, {"issuer": issuer_id, "term": term, "kind": kind}) or 0)


def add(store: Store, issued: IssuedDocument, print_data: bytes, member_ids: Iterable[int]) -> int:
    """Keep a document with its PDF and the people it names; its id."""
    values = {name: value for name, value in asdict(issued).items() if name not in ("id", "print_hash")}
    document_id = store.add("issued_document", **values, print_hash=keep(store, print_data))
    people = [(document_id, member_id) for member_id in dict.fromkeys(member_ids)]
    store.many("insert into issued_about (document_id, member_id) values (?, ?)", people)
    return document_id


def print_of(store: Store, document_id: int) -> bytes | None:
    """The PDF as it was issued."""
    sql = "select b.content from issued_document d join blob b on b.hash = d.print_hash where d.id = :id"
    found = store.value(sql, {"id": document_id})
    return None if found is None else bytes(found)


def withdraw(store: Store, document_id: int, on: str, reason: str) -> None:
    """Mark a document withdrawn."""
    store.change("issued_document", document_id, withdrawn_on=on, withdrawn_reason=reason)


def gesture_of(store: Store, document_id: int) -> int:
    """The gesture that issued a document."""
    sql = """select gesture_id from journal_change where tbl = 'issued_document' and key = json_array(:id)
             order by id limit 1"""
    return int(store.value(sql, {"id": document_id}) or 0)
