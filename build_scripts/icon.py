"""Draws the program's picture, app.svg, as the icon of Windows and as the side of the set-up program's last page.

python -m build_scripts.icon writes resources/icons/app.ico anew; run it by hand when the picture changes.
"""

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
SIDE, GROUND = (164, 314), "#FFF8E7"
HEAD, ENTRY = "<HHH", "<BBBBHHII"


def drawn(svg: bytes, size: int) -> bytes:
    """The picture as PNG, so many pixels wide and high."""
    source, target = QBuffer(), QBuffer()
    source.setData(QByteArray(svg))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    reader = QImageReader(source, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size, size))
    QImageWriter(target, QByteArray(b"png")).write(reader.read())
    return bytes(target.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An icon file of PNG pictures by size: head, one entry each, the pictures. A size of 256 is written as 0."""
    at = struct.calcsize(HEAD) + struct.calcsize(ENTRY) * len(pictures)
    entries, bodies = b"", b""
    for size, picture in pictures.items():
        entries += struct.pack(ENTRY, size % 256, size % 256, 0, 0, 1, 32, len(picture), at + len(bodies))
        bodies += picture
    return struct.pack(HEAD, 0, 1, len(pictures)) + entries + bodies


def side() -> bytes:
    """The picture on a light ground, as the BMP that the last page of the set-up shows."""
    image = QImage(*SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(GROUND))
    picture = QImage.fromData(drawn((ICONS / "app.svg").read_bytes(), SIDE[0] // 2))
    painter = QPainter(image)
    painter.drawImage((SIDE[0] - picture.width()) // 2, SIDE[0] // 2, picture)
    painter.end()
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(target, QByteArray(b"bmp")).write(image.convertToFormat(QImage.Format.Format_RGB888))
    return bytes(target.data().data())


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    svg = (ICONS / "app.svg").read_bytes()
    (ICONS / "app.ico").write_bytes(ico({size: drawn(svg, size) for size in SIZES}))


if __name__ == "__main__":
    main()
