"""Reads a small QR code (version 1, digits) from a picture by the standard alone: ISO/IEC 18004, no library of ours."""

from collections.abc import Callable, Iterator

from PIL.Image import Image

SIZE, FORMAT_MASK = 21, 0b101010000010010
MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda r, c: (r + c) % 2 == 0,
    lambda r, c: r % 2 == 0,
    lambda r, c: c % 3 == 0,
    lambda r, c: (r + c) % 3 == 0,
    lambda r, c: (r // 2 + c // 3) % 2 == 0,
    lambda r, c: r * c % 2 + r * c % 3 == 0,
    lambda r, c: (r * c % 2 + r * c % 3) % 2 == 0,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2 == 0,
)
FORMAT_PLACES = [(8, c) for c in (0, 1, 2, 3, 4, 5, 7, 8)] + [(r, 8) for r in (7, 5, 4, 3, 2, 1, 0)]
LEVELS = {0b01: "L", 0b00: "M", 0b11: "Q", 0b10: "H"}
Modules = list[list[bool]]


def box(picture: Image) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of the code that stands leftmost in a picture: as wide as it is until a white gap."""
    gray = picture.convert("L").point(lambda value: 255 if value < 100 else 0)
    found = gray.getbbox()
    assert found, "nothing dark"
    left = found[0]
    columns = [gray.crop((x, 0, x + 1, gray.height)).getbbox() for x in range(left, gray.width)]
    right = left + next((at for at, column in enumerate(columns) if column is None), len(columns))
    tall = gray.crop((left, 0, right, gray.height)).getbbox()
    assert tall
    return left, tall[1], right, tall[3]


def modules(picture: Image) -> Modules:
    """The dark modules, each read in its middle."""
    left, top, right, bottom = box(picture)
    gray, wide, high = picture.convert("L"), (right - left) / SIZE, (bottom - top) / SIZE

    def dark(row: int, column: int) -> bool:
        value = gray.getpixel((int(left + (column + 0.5) * wide), int(top + (row + 0.5) * high)))
        return isinstance(value, int) and value < 100

    return [[dark(row, column) for column in range(SIZE)] for row in range(SIZE)]


def read(picture: Image) -> tuple[str, str]:
    """(error correction level, digits)."""
    code = modules(picture)
    bits = int("".join("1" if code[r][c] else "0" for r, c in FORMAT_PLACES), 2) ^ FORMAT_MASK
    level, mask = LEVELS[bits >> 13], MASKS[bits >> 10 & 7]
    stream = "".join("1" if code[r][c] != mask(r, c) else "0" for r, c in places())
    assert stream[:4] == "0001", "not digits"
    count = int(stream[4:14], 2)
    return level, "".join(digits(stream[14:], count))


def places() -> Iterator[tuple[int, int]]:
    """Data modules in their order: up and down in pairs of columns from the right, the timing column left out."""
    upwards = True
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        rows = range(SIZE - 1, -1, -1) if upwards else range(SIZE)
        for row in rows:
            yield from ((row, column) for column in (right, right - 1) if not reserved(row, column))
        upwards = not upwards


def reserved(row: int, column: int) -> bool:
    corner = (row < 9 and column < 9) or (row < 9 and column > 12) or (row > 12 and column < 9)
    return corner or 6 in (row, column)


def digits(stream: str, count: int) -> Iterator[str]:
    """Three digits in ten bits, two in seven, one in four."""
    while count:
        many = min(3, count)
        wide = {3: 10, 2: 7, 1: 4}[many]
        yield f"{int(stream[:wide], 2):0{many}}"
        stream, count = stream[wide:], count - many
