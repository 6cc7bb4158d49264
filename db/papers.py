"""The SQL about what stands behind the office's paper: terms, signers, own wording of forms, drafts."""

from dataclasses import asdict

from db.paper_records import Draft, OfficeSigner, Term
from db.store import Store


def terms(store: Store, organization_id: int) -> list[Term]:
    """The terms of a committee, oldest first."""
    sql = "select id, name, starts_on, ends_on from committee_term where organization_id = :id order by starts_on"
    return [Term(**row) for row in store.all(sql, {"id": organization_id})]


def save_term(store: Store, organization_id: int, term: Term) -> int:
    """Write a term (id 0 = new); its id."""
    values = {name: value for name, value in asdict(term).items() if name != "id"}
    if term.id:
        store.change("committee_term", term.id, **values)
    return term.id or store.add("committee_term", organization_id=organization_id, **values)


def remove_term(store: Store, term_id: int) -> None:
    store.execute("delete from committee_term where id = :id", {"id": term_id})


def signers(store: Store, on: str) -> list[OfficeSigner]:
    """Who may sign on a day, in order."""
    rows = store.all(
        """select id, position_order, authority, position, name, valid_from, valid_to from signer
           where valid_from <= :on and valid_to > :on order by position_order, id""",
        {"on": on},
    )
    return [OfficeSigner(**row) for row in rows]


def save_signer(store: Store, signer: OfficeSigner) -> int:
    """Write a signer (id 0 = new); its id."""
    values = {name: value for name, value in asdict(signer).items() if name != "id"}
    if signer.id:
        store.change("signer", signer.id, **values)
    return signer.id or store.add("signer", **values)


def remove_signer(store: Store, signer_id: int) -> None:
    store.execute("delete from signer where id = :id", {"id": signer_id})


def wording(store: Store, form_id: str) -> dict[str, str]:
    """The office's own texts of a form, by field."""
    rows = store.all("select field, text from wording where form_id = :form", {"form": form_id})
    return {row["field"]: row["text"] for row in rows}


def save_wording(store: Store, form_id: str, field: str, text: str | None) -> None:
    """Keep the office's own text of a field, None = back to the one it came with."""
    where = {"form": form_id, "field": field}
    if text is None:
        store.execute("delete from wording where form_id = :form and field = :field", where)
        return
    store.execute(
        """insert into wording (form_id, field, text) values (:form, :field, :text)
           on conflict (form_id, field) do update set text = excluded.text""",
        where | {"text": text},
    )


def draft(store: Store, form_id: str, subject: str) -> Draft | None:
    """The draft of a form about a subject."""
    rows = store.all(
        """select id, form_id, subject, name, edits, saved_at from draft
           where form_id = :form and subject = :subject order by id desc limit 1""",
        {"form": form_id, "subject": subject},
    )
    return Draft(**rows[0]) if rows else None


def save_draft(store: Store, kept: Draft) -> int:
    """Write a draft in place of the former one of its form and subject; its id."""
    former = draft(store, kept.form_id, kept.subject)
    values = {name: value for name, value in asdict(kept).items() if name != "id"}
    if former is not None:
        store.change("draft", former.id, **values)
        return former.id
    return store.add("draft", **values)


def remove_draft(store: Store, draft_id: int) -> None:
    store.execute("delete from draft where id = :id", {"id": draft_id})
