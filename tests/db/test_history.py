"""The journal read as history."""

import pytest

from db.history import NAMES, name_of
from desktop_app.domain.kept import POINTS_AT
from desktop_app.services.store import Store


@pytest.mark.parametrize("target", sorted(set(POINTS_AT.values()) | set(NAMES)))
def test_whatever_a_column_points_at_can_be_named(store: Store, target: str) -> None:
    assert name_of(store, target, 123_456) is None
