"""The page behind F1: the keys of the program and the manual of resources/help, a file for each place."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTextBrowser

from desktop_app.paths import resource
from desktop_app.ui.desk import Desk
from desktop_app.ui.screen import Action, Screen
from desktop_app.ui.screens import SCREENS, Place

KEYS = (
    ("Ctrl+O", "Mở sổ khác, lập sổ mới"),
    ("Ctrl+K, Ctrl+F", "Tìm đảng viên"),
    ("Ctrl+1 … Ctrl+9", "Đến một mục ở bên trái"),
    ("Alt+←", "Quay lại trang trước"),
    ("Ctrl+N", "Thêm mới"),
    ("F2, Enter hoặc bấm đúp", "Mở hoặc sửa dòng đang chọn"),
    ("Enter", "Trong ô nhập: sang ô kế tiếp"),
    ("Ctrl+S", "Ghi"),
    ("Ctrl+Enter", "Trong hộp thoại: ghi, như Ctrl+S"),
    ("Ctrl+Tab, Ctrl+PgDn, Ctrl+PgUp", "Sang thẻ kế tiếp, thẻ trước"),
    ("Esc", "Thôi, đóng hộp thoại, xóa ô tìm"),
    ("Delete", "Đưa các dòng đã chọn vào thùng rác"),
    ("Ctrl+Z", "Hoàn tác"),
    ("Ctrl+Y", "Làm lại việc vừa hoàn tác"),
    ("Ctrl+H", "Nhật ký: ai đã làm gì, thùng rác"),
    ("Ctrl+I", "Mở trang của đảng viên đang chọn trong danh sách"),
    ("Ctrl+C", "Chép các dòng đã chọn để dán vào Excel"),
    ("Ctrl+A", "Chọn hết; khi điểm danh: mọi người của buổi đang đứng, bấm lần nữa là mọi buổi"),
    ("Ctrl+P", "In"),
    ("F5", "Tải lại"),
    ("F9", "Ở mục Điểm danh và trang hội nghị: mở trang quét mã; ở trang ấy: bật, tắt quét"),
    ("F1", "Trang này"),
    ("1, 2, 3, 4", "Khi điểm danh: có mặt, vắng có lý do, vắng không lý do, vắng chưa rõ lý do"),
    ("0 hoặc Delete", "Khi điểm danh: xóa dấu"),
    ("Dấu cách", "Khi điểm danh: lặp lại dấu vừa ghi"),
)


class HelpPage(Screen):
    """Read-only text: the place one comes from first, then the keys, then the other places."""

    title = "Phím tắt và hướng dẫn"

    def __init__(self, desk: Desk, place: str = "") -> None:
        super().__init__(desk)
        self._place = place
        self._text = QTextBrowser()
        self._text.setAccessibleName(self.title)
        self._text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._text.setOpenExternalLinks(False)
        self.body.addWidget(self._text)

    def gestures(self) -> Sequence[Action]:
        return (Action(caption="Phiên bản, giấy phép", run=self.open_licences),)

    def open_licences(self) -> None:
        """Of this program and of the components in it."""
        from desktop_app.ui.screens.licences_page import LicencesPage

        self.desk.page_opened.emit(LicencesPage(self.desk))

    def load(self) -> None:
        rows = "\n".join(f"| **{keys}** | {meaning} |" for keys, meaning in KEYS)
        keys = f"## Phím tắt\n\n| Phím | Việc |\n|---|---|\n{rows}"
        here = [manual(place) for place in SCREENS if place.key == self._place]
        others = [manual(place) for place in SCREENS if place.key != self._place]
        self._text.setMarkdown("\n\n".join([*here, keys, *others]))


def manual(place: Place) -> str:
    """What the manual says about a place, under its title."""
    return f"## {place.title}\n\n{resource('help', f'{place.key}.md').read_text(encoding='utf-8')}"
