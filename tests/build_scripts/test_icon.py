"""The icon of the program, drawn from its picture."""

from pathlib import Path

from PySide6.QtGui import QImage, QImageReader

from build_scripts import icon


def test_an_icon_file_holds_every_size(tmp_path: Path) -> None:
    svg = (icon.ICONS / "app.svg").read_bytes()
    (tmp_path / "a.ico").write_bytes(icon.ico({size: icon.drawn(svg, size) for size in icon.SIZES}))
    reader = QImageReader(str(tmp_path / "a.ico"))
    widths = {(reader.jumpToImage(number), reader.read().width())[1] for number in range(reader.imageCount())}
    assert widths == set(icon.SIZES)


def test_the_side_of_the_set_up_has_the_measures_it_asks_for() -> None:
    picture = QImage.fromData(icon.side())
    assert (picture.width(), picture.height()) == (164, 314)


def test_the_picture_is_drawn_in_the_red_of_its_cover() -> None:
    picture = QImage.fromData(icon.drawn((icon.ICONS / "app.svg").read_bytes(), 64))
    assert picture.pixelColor(48, 40).name() == "#b3261e"
