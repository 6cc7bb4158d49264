"""The page behind F1: what the manual says about the place one is at, and all keys. The ways to the manual itself."""

from collections.abc import Sequence

from desktop_app.ui.desk import Desk
from desktop_app.ui.manual import help_of, keys_by_screen
from desktop_app.ui.read_page import ReadPage
from desktop_app.ui.screen import Action
from desktop_app.ui.screens import SCREENS, Place
from desktop_app.ui.shortcuts import COMMON, GENERAL, Keys, everywhere, table
from desktop_app.ui.window_keys import window_keys


class HelpPage(ReadPage):
    """The place one comes from and the keys of the screen that was shown, then all keys, then the other places."""

    title = "Phím tắt và hướng dẫn"

    def __init__(self, desk: Desk, place: str = "", keys: Sequence[Keys] = ()) -> None:
        super().__init__(desk)
        self._place, self._keys = place, keys

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption="Sách hướng dẫn", run=self.open_manual, keys="Ctrl+M", main=True, tip="Xem, tìm, in cả sách"
            ),
            Action(caption="Có gì mới", run=self.open_news, keys="Ctrl+Shift+M"),
            Action(caption="Phiên bản, giấy phép", run=self.open_licences),
        )

    def open_manual(self) -> None:
        """The whole manual, as pages."""
        from desktop_app.ui.screens.manual_page import ManualPage

        self.desk.page_opened.emit(ManualPage(self.desk))

    def open_news(self) -> None:
        """What each version brought."""
        from desktop_app.ui.screens.news_page import NewsPage

        self.desk.page_opened.emit(NewsPage(self.desk))

    def open_licences(self) -> None:
        """Of this program and of the components in it."""
        from desktop_app.ui.screens.licences_page import LicencesPage

        self.desk.page_opened.emit(LicencesPage(self.desk))

    def markdown(self) -> str:
        here = [manual(place) for place in SCREENS if place.key == self._place]
        others = [manual(place) for place in SCREENS if place.key != self._place]
        shown = [f"## Phím tắt của màn hình vừa xem\n\n{table(self._keys)}"] if self._keys else []
        common = f"## {COMMON}\n\n{table((*window_keys(), *GENERAL))}"
        every = f"## Phím tắt của từng màn hình\n\n{keys_by_screen(everywhere())}"
        return "\n\n".join([*here, *shown, common, *others, every])


def manual(place: Place) -> str:
    """What the manual says about a place, under its title."""
    return f"## {place.title}\n\n{help_of(place.key)}"
