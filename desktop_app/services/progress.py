"""How long work tells how far it is: a call with (done, total). To cancel, the call raises `Cancelled`."""

from collections.abc import Callable

Progress = Callable[[int, int], None]


def quiet(done: int, total: int) -> None:
    """Tell nobody."""
