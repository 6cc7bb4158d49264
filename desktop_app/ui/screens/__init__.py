"""The places of the window, in the order of the work: one file and one line each. None is loaded before it is shown."""

from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`key` also names the icon; `screen` is "module:Class" of a `Screen`."""

    key: str
    title: str
    screen: str

    def screen_class(self) -> type:
        """The screen's class, loaded now."""
        module, name = self.screen.split(":")
        found = getattr(import_module(f"desktop_app.ui.screens.{module}"), name)
        assert isinstance(found, type)
        return found


SCREENS = (
    Place(key="today", title="Hôm nay", screen="today:TodayScreen"),
    Place(key="members", title="Đảng viên", screen="members:MembersScreen"),
    Place(key="cells", title="Chi bộ", screen="cells:CellsScreen"),
)
