"""The SQL about what is being typed and not yet kept: one row a form."""

from db.store import Store, now


def save(store: Store, form: str, texts: str) -> None:
    """Keep what stands in a form now."""
    store.execute(
        """insert into typing (form, texts, saved_at) values (:form, :texts, :at)
           on conflict (form) do update set texts = excluded.texts, saved_at = excluded.saved_at""",
        {"form": form, "texts": texts, "at": now()},
    )


def kept(store: Store, form: str) -> tuple[str, str] | None:
    """What stood in a form and when (ISO), or None."""
    row = store.one("select texts, saved_at from typing where form = :form", {"form": form})
    return None if row is None else (row["texts"], row["saved_at"])


def forget(store: Store, form: str) -> None:
    store.execute("delete from typing where form = :form", {"form": form})


def forget_before(store: Store, moment: str) -> None:
    """Drop what nobody came back for."""
    store.execute("delete from typing where saved_at < :moment", {"moment": moment})


def every(store: Store) -> list[tuple[str, str, str]]:
    """Every form's typing as (form, texts, saved at), the latest first."""
    rows = store.all("select form, texts, saved_at from typing order by saved_at desc, form")
    return [(row["form"], row["texts"], row["saved_at"]) for row in rows]
