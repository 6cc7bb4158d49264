"""Vietnamese for the captions Qt itself puts on menus and boxes: PySide6 ships none. Not our own captions."""

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

CAPTIONS = {
    "&Undo": "Hoàn tác",
    "&Redo": "Làm lại",
    "Cu&t": "Cắt",
    "&Copy": "Chép",
    "&Paste": "Dán",
    "Delete": "Xóa",
    "Select All": "Chọn hết",
    "&Step up": "Tăng",
    "Step &down": "Giảm",
    "Copy &Link Location": "Chép địa chỉ",
    "OK": "Đồng ý",
    "Cancel": "Thôi",
    "&Cancel": "Thôi",
    "Close": "Đóng",
    "&Close": "Đóng",
    "&Yes": "Có",
    "&No": "Không",
    "&Open": "Mở",
    "Open": "Mở",
    "&Save": "Ghi",
    "Save": "Ghi",
    "Save As": "Ghi thành",
    "&Choose": "Chọn",
    "Choose": "Chọn",
    "Look in:": "Thư mục:",
    "Save in:": "Ghi vào:",
    "File &name:": "Tên tệp:",
    "Files of type:": "Loại tệp:",
    "Directory:": "Thư mục:",
    "All Files (*)": "Mọi tệp (*)",
    "Back": "Trước",
    "Forward": "Sau",
    "Parent Directory": "Thư mục trên",
    "Create New Folder": "Tạo thư mục mới",
    "Create a New Folder": "Tạo thư mục mới",
    "New Folder": "Thư mục mới",
    "&New Folder": "Thư mục mới",
    "List View": "Dạng danh sách",
    "Detail View": "Dạng chi tiết",
    "Go back": "Về thư mục trước",
    "Go forward": "Sang thư mục sau",
    "Go to the parent directory": "Lên thư mục trên",
    "Change to list view mode": "Xem dạng danh sách",
    "Change to detail view mode": "Xem dạng chi tiết",
    "Name": "Tên",
    "Size": "Cỡ",
    "Type": "Loại",
    "Kind": "Loại",
    "Date Modified": "Ngày sửa",
    "Computer": "Máy tính",
    "&Rename": "Đổi tên",
    "&Delete": "Xóa",
    "Show &hidden files": "Hiện tệp ẩn",
    "%1 already exists.\nDo you want to replace it?": "%1 đã có. Ghi đè lên tệp ấy?",
}


class VietnameseCaptions(QTranslator):
    """Looks a caption of Qt up in the list above; None leaves it as it is."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """None, not an empty text, is how PySide6 says that a caption is not ours."""
        return CAPTIONS.get(text)


def install(application: QApplication) -> None:
    """Caption everything Qt shows from now on in Vietnamese."""
    application.installTranslator(VietnameseCaptions(application))
