"""Every kind of contradiction has a word, and a place where it is mended."""

from desktop_app.domain.contradictions import MENDED_AT, ContradictionKind
from desktop_app.domain.words import word


def test_every_kind_is_mended_somewhere() -> None:
    assert set(MENDED_AT) == set(ContradictionKind)


def test_every_kind_has_a_word_of_its_own() -> None:
    assert len({word(kind) for kind in ContradictionKind}) == len(ContradictionKind)
