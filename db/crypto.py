"""The one module that ciphers: a key drawn slowly out of what is typed, a seal around a few bytes, the key of a store.

The pages of a store are ciphered by SQLCipher itself; here is only what its key is wrapped in. Nothing is kept.
"""

import os
import unicodedata
from dataclasses import dataclass, field

SALT, SECRET, NONCE = 16, 32, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKey:
    """The key of a store's pages. `id`: 16 bytes, the salt its file begins with; `secret`: 32 bytes."""

    id: bytes
    secret: bytes = field(repr=False)

    def text(self) -> str:
        """As SQLCipher takes a raw key with its salt: no derivation, a connection opens in a millisecond."""
        return f"x'{self.secret.hex()}{self.id.hex()}'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it. Eight passes over 64 MiB take an office half a second."""

    memory: int = 64 * 1024
    passes: int = 8


def new_key() -> DataKey:
    """A key nobody has had before."""
    return DataKey(id=os.urandom(SALT), secret=os.urandom(SECRET))


def new_salt() -> bytes:
    return os.urandom(SALT)


def drawn(typed: str, salt: bytes, cost: Cost) -> bytes:
    """The 32 bytes Argon2id makes of what is typed (RFC 9106); the same letters in any Unicode form are the same."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    function = Argon2id(salt=salt, length=SECRET, iterations=cost.passes, lanes=1, memory_cost=cost.memory)
    return function.derive(unicodedata.normalize("NFC", typed).encode())


def sealed(key: bytes, plain: bytes, about: bytes) -> bytes:
    """Nonce and AES-256-GCM text; `about` is bound to it and not kept in it."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, about)


def unsealed(key: bytes, text: bytes, about: bytes) -> bytes | None:
    """What was sealed; None with another key, or where a bit of the text or of `about` differs."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(text[:NONCE], text[NONCE:], about)
    except (InvalidTag, ValueError):
        return None
