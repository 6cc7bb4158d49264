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
    Place(key="rounds", title="Đợt học tập", screen="rounds:RoundsScreen"),
    Place(key="attendance", title="Điểm danh", screen="attendance:AttendanceScreen"),
    Place(key="essays", title="Thu hoạch", screen="essays:EssaysScreen"),
    Place(key="printing", title="In ấn", screen="printing:PrintScreen"),
    Place(key="importing", title="Nhập, xuất", screen="importing:ImportingScreen"),
    Place(key="backups", title="Sao lưu", screen="backups:BackupsScreen"),
    Place(key="journal", title="Nhật ký", screen="history:HistoryScreen"),
    Place(key="settings", title="Thiết lập", screen="settings:SettingsScreen"),
)
