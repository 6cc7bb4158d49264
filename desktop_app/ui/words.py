"""Captions used in several places of the window. Not the words for kept values, which belong to the domain."""

PROGRAM = "Sổ Học Tập"
PRACTICE = "THỰC HÀNH"

SAVE = "Ghi"
CANCEL = "Thôi"
CLOSE = "Đóng"
ADD = "Thêm"
EDIT = "Sửa"
REMOVE = "Xóa"
RENAME = "Đổi tên"
UNDO = "Hoàn tác"
REDO = "Làm lại"
STOP = "Dừng"
BACK = "Quay lại"
COPY = "Chép các dòng đã chọn"
SEARCH = "Tìm đảng viên (Ctrl+K)"
ALL = "Tất cả"
NONE = "–"

STORE_FILES = "Sổ học tập (*.sht)"
BACKUP_FILES = "Bản sao lưu (*.sht-backup)"

REQUIRED = "Chưa ghi mục này; hãy điền vào."


def masked(number: str | None) -> str:
    """A personal number on a shared screen: only its last three signs are readable."""
    return "•••" + number[-3:] if number else ""


def shortened(text: str, length: int = 60) -> str:
    """A text cut in the middle, for places without room."""
    half = length // 2 - 1
    return text if len(text) <= length else f"{text[:half]} … {text[-half:]}"


def cut(text: str, length: int) -> str:
    """The beginning of a text, whole words of it, for places without room."""
    if len(text) <= length:
        return text
    begun = text[: length - 1]
    return (begun.rsplit(" ", 1)[0] if " " in begun else begun) + "…"
