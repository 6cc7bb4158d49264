"""Keys and seals: the same letters give the same key, and a seal opens with its key alone."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from db.crypto import SECRET, Cost, drawn, new_key, new_salt, sealed, unsealed

CHEAP = Cost(memory=64, passes=1)


def test_a_guess_costs_sixty_four_mebibytes() -> None:
    assert (Cost().memory, Cost().passes) == (64 * 1024, 8)


def test_a_password_typed_in_either_unicode_form_draws_the_same_key() -> None:
    salt = new_salt()
    one, other = (drawn(unicodedata.normalize(form, "Đoàn Kết ở Đông Thọ"), salt, CHEAP) for form in ("NFC", "NFD"))
    assert one == other and len(one) == SECRET


def test_another_salt_draws_another_key() -> None:
    assert drawn("một hai ba", new_salt(), CHEAP) != drawn("một hai ba", new_salt(), CHEAP)


@given(st.binary(max_size=200), st.binary(max_size=20))
def test_what_is_sealed_comes_out_with_its_key(plain: bytes, about: bytes) -> None:
    key = new_key().secret
    assert unsealed(key, sealed(key, plain, about), about) == plain


@given(st.binary(min_size=1, max_size=40), st.integers(min_value=0))
def test_one_bit_changed_and_nothing_comes_out(plain: bytes, place: int) -> None:
    key = new_key().secret
    text = bytearray(sealed(key, plain, b""))
    text[place // 8 % len(text)] ^= 1 << place % 8
    assert unsealed(key, bytes(text), b"") is None


def test_nothing_comes_out_with_another_key_or_about_something_else() -> None:
    key = new_key().secret
    text = sealed(key, b"x", b"store")
    assert unsealed(new_key().secret, text, b"store") is None
    assert unsealed(key, text, b"label") is None


def test_the_secret_is_not_shown() -> None:
    key = new_key()
    assert key.secret.hex() not in repr(key) and repr(key.secret) not in repr(key)
