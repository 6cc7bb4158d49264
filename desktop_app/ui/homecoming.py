"""Where the opened store lies: a warning where that is no place to work in, and the way home from there."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.paths import data_folder
from desktop_app.ui import ask
from desktop_app.ui.ground import waiting
from desktop_app.ui.settings import remember, remembered_text
from desktop_app.ui.window import Window

ASKED, HOME = "places/asked", "Chuyển sổ về máy này"
STAYS = "Tệp cũ được đổi tên, thêm chữ “da-chuyen”, để không ai ghi nhầm vào đó."


def warn_of_place(window: Window, path: Path, opened: Callable[[Path], object], unlock: Callable[[], object]) -> None:
    """Ask once for every place whether to bring the store home, later only say what is wrong with the place."""
    from desktop_app.services.places import warning

    sentence = warning(path)
    if not sentence:
        return
    if remembered_text(ASKED) == str(path):
        window.message.say(sentence)
        return
    remember(ASKED, str(path))
    if ask.confirm(window, f"{sentence} {STAYS}", HOME):
        bring_home(window, path, opened, unlock)
    else:
        window.message.say(sentence)


def bring_home(window: Window, path: Path, opened: Callable[[Path], object], unlock: Callable[[], object]) -> None:
    """Close the store, move it beside the window, and open it where it then lies."""
    from desktop_app.services import moving

    assert window.desk is not None
    key, background = window.desk.store.key, window.background
    window.leave_store()
    unlock()
    window.show_alone(waiting(), places=True)

    def at(place: Path) -> None:
        background.refused.disconnect(not_moved)
        background.cancelled.disconnect(not_moved)
        opened(place)

    def not_moved(sentence: str) -> None:
        at(path)
        window.refuse(sentence)

    background.refused.connect(not_moved)
    background.cancelled.connect(not_moved)
    background.run(HOME, lambda progress: moving.bring_home(path, data_folder(), progress, key), at, None)
