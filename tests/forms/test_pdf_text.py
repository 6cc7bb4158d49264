"""Breaking texts into lines."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.forms.layout import BODY
from desktop_app.forms.pdf_fonts import LETTERS, installed_faces
from desktop_app.forms.pdf_text import Line, balanced, broken, runs_of

FACES = installed_faces()
WORDS = st.lists(st.text(st.sampled_from(LETTERS + "abcdgh0189-,."), min_size=1, max_size=30), max_size=40)


def text_of(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _ in line.runs) for line in lines]


@given(words=WORDS, width=st.floats(60, 500))
def test_no_letter_is_lost_and_no_line_is_too_long(words: list[str], width: float) -> None:
    lines = broken(FACES, runs_of(" ".join(words), BODY), 14, width)
    assert "".join(text_of(lines)).replace(" ", "") == "".join(words)
    assert all(line.width <= width + 0.02 for line in lines)


@given(words=WORDS, width=st.floats(60, 500))
def test_balancing_makes_no_more_lines_and_none_too_long(words: list[str], width: float) -> None:
    runs = runs_of(" ".join(words), BODY)
    lines = balanced(FACES, runs, 14, width)
    assert len(lines) == len(broken(FACES, runs, 14, width))
    assert all(line.width <= width + 0.02 for line in lines)


def test_a_written_line_break_is_kept_and_its_line_not_spread() -> None:
    lines = broken(FACES, runs_of("Một\r\nHai ba", BODY), 14, 400)
    assert text_of(lines) == ["Một", "Hai ba"]
    assert all(line.ends for line in lines)


def test_balancing_cuts_no_word_that_fits() -> None:
    lines = balanced(FACES, runs_of("Khách mời", BODY), 12, 50)
    assert text_of(lines) == ["Khách", "mời"]
