"""Texts into lines: words, breaks, and how far the words of a justified line stand apart.

Knows the widths of letters but nothing of pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.forms.blocks import Text
from desktop_app.forms.layout import Style
from desktop_app.forms.pdf_fonts import BOLD, ITALIC, Faces, composed

Run = tuple[str, int]
"""A stretch of text and the face it is set in."""


@dataclass(frozen=True, slots=True)
class Line:
    """`ends` marks the last line before a forced break or the end: it is not spread out."""

    runs: tuple[Run, ...]
    width: float
    ends: bool = True

    @property
    def gaps(self) -> int:
        return sum(spaces(text) for text, _ in self.runs)


@dataclass(frozen=True, slots=True)
class Word:
    runs: tuple[Run, ...]
    width: float


def spaces(text: str) -> int:
    """How many spaces justification widens: those that do not break are drawn, and spread, like the others."""
    return text.count(" ") + text.count("\u00a0")


def face_of(style: Style) -> int:
    return BOLD * style.bold | ITALIC * style.italic


def runs_of(text: Text, style: Style) -> tuple[Run, ...]:
    """The text in composed letters, each stretch with its face."""
    base = face_of(style)
    if isinstance(text, str):
        return ((composed(text), base),)
    return tuple((composed(span.text), base | BOLD * span.bold | ITALIC * span.italic) for span in text)


def unbroken(faces: Faces, runs: tuple[Run, ...], size: float) -> Line:
    return Line(runs, sum(faces[face].width(text, size) for text, face in runs))


def broken(faces: Faces, runs: tuple[Run, ...], size: float, width: float, indent: float = 0.0) -> list[Line]:
    """Lines no wider than `width` points, the first shorter by `indent`; at spaces, inside a word only when it must."""
    lines: list[Line] = []
    for paragraph in _paragraphs(runs):
        words = [piece for word in _words(faces, paragraph, size) for piece in _fitting(faces, word, size, width)]
        lines += _filled(faces, words, size, width, 0.0 if lines else indent)
    return lines


def balanced(faces: Faces, runs: tuple[Run, ...], size: float, width: float) -> list[Line]:
    """As few lines as `broken` makes, but of about the same length: for heads and titles. No word is cut for it."""
    lines = broken(faces, runs, size, width)
    narrow, wide = min(width, max(width / 2, longest_word(faces, runs, size))), width
    while len(lines) > 1 and wide - narrow > 4:
        middle = (narrow + wide) / 2
        tried = broken(faces, runs, size, middle)
        narrow, wide = (narrow, middle) if len(tried) == len(lines) else (middle, wide)
    return broken(faces, runs, size, wide)


def longest_word(faces: Faces, runs: tuple[Run, ...], size: float) -> float:
    return max((word.width for paragraph in _paragraphs(runs) for word in _words(faces, paragraph, size)), default=0.0)


def _paragraphs(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    if not any("\n" in text for text, _ in runs):
        yield runs
        return
    current: list[Run] = []
    for text, face in runs:
        first, *rest = text.split("\n")
        current.append((first, face))
        for part in rest:
            yield tuple(current)
            current = [(part, face)]
    yield tuple(current)


def _words(faces: Faces, runs: tuple[Run, ...], size: float) -> list[Word]:
    """Cut at spaces; a word may run on from one face into the next."""
    groups: list[list[Run]] = [[]]
    for text, face in runs:
        for index, part in enumerate(text.split(" ")):
            if index:
                groups.append([])
            if part:
                groups[-1].append((part, face))
    return [_word(faces, tuple(group), size) for group in groups if group]


def _word(faces: Faces, runs: tuple[Run, ...], size: float) -> Word:
    return Word(runs, sum(faces[face].width(text, size) for text, face in runs))


def _fitting(faces: Faces, word: Word, size: float, width: float) -> list[Word]:
    """The word itself, or its letters in pieces that fit, for a word wider than the line."""
    if word.width <= width:
        return [word]
    pieces: list[Word] = []
    for text, face in word.runs:
        for char in text:
            letter = _word(faces, ((char, face),), size)
            if pieces and pieces[-1].width + letter.width <= width:
                pieces[-1] = Word(_joined(pieces[-1].runs, letter.runs, ""), pieces[-1].width + letter.width)
            else:
                pieces.append(letter)
    return pieces


def _filled(faces: Faces, words: list[Word], size: float, width: float, indent: float) -> list[Line]:
    lines: list[Line] = []
    runs: tuple[Run, ...] = ()
    used = 0.0
    for word in words:
        space = faces[runs[-1][1]].width(" ", size) if runs else 0.0
        room = width if lines else width - indent
        if runs and used + space + word.width > room + 0.01:
            lines.append(Line(runs, used, ends=False))
            runs, used = word.runs, word.width
        else:
            runs, used = _joined(runs, word.runs, " " if runs else ""), used + space + word.width
    return [*lines, Line(runs, used)]


def _joined(before: tuple[Run, ...], after: tuple[Run, ...], space: str) -> tuple[Run, ...]:
    if not before:
        return after
    (last, face), (first, next_face), *rest = before[-1], *after
    if face == next_face:
        return (*before[:-1], (last + space + first, face), *rest)
    return (*before[:-1], (last + space, face), (first, next_face), *rest)
