"""What the clerk is told when something cannot be done."""

from collections.abc import Callable

import pytest

from desktop_app.domain.refusal import Refusal


def refused(work: Callable[..., object], *arguments: object, **options: object) -> str:
    """The sentence a gesture is refused with; one that is not refused fails the test."""
    with pytest.raises(Refusal) as said:
        work(*arguments, **options)
    return str(said.value)
