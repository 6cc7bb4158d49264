"""The SQL about settings (changed by the clerk, kept in the journal) and properties (fixed when the store is made)."""

from db.store import Store


def setting(store: Store, key: str) -> str | None:
    """A setting's text, or None when it was never set."""
    value = store.value("select value from setting where key = :key", {"key": key})
    return None if value is None else str(value)


def settings(store: Store) -> dict[str, str]:
    """All settings."""
    return {row["key"]: row["value"] for row in store.all("select key, value from setting")}


def save(store: Store, values: dict[str, str]) -> None:
    """Write settings; inside a gesture."""
    for key, value in values.items():
        store.execute(
            """insert into setting (key, value) values (:key, :value)
               on conflict (key) do update set value = excluded.value""",
            {"key": key, "value": value},
        )


def store_property(store: Store, key: str) -> str | None:
    """A property of the store, or None."""
    value = store.value("select value from store_property where key = :key", {"key": key})
    return None if value is None else str(value)


def set_properties(store: Store, values: dict[str, str]) -> None:
    """Write properties; they are no office data and leave no journal entry."""
    store.many(
        "insert into store_property (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
        list(values.items()),
    )
