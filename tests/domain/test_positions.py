"""The line of positions as titles come and go."""

import pytest

from desktop_app.domain.positions import with_title, without_title


@pytest.mark.parametrize(
    ("line", "title", "after"),
    [
        (None, "Bí thư", "Bí thư"),
        ("Chi ủy viên", "Bí thư", "Chi ủy viên, Bí thư"),
        ("bí thư; Chi ủy viên", "Bí thư", "Chi ủy viên, Bí thư"),
    ],
)
def test_a_title_is_added_once(line: str | None, title: str, after: str) -> None:
    assert with_title(line, title) == after


def test_a_title_taken_off_leaves_those_it_is_part_of() -> None:
    assert without_title("Phó Bí thư, Bí thư", "Bí thư") == "Phó Bí thư"
    assert without_title("Bí thư", "bí  thư") is None
